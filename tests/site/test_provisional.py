"""A last day in a year without holiday notice is marked 暂定 wherever it is told: an extension that ends in such a year."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.desk.jobs.tables import rows_of
from yifa.exchange.casefile import read_case
from yifa.organs.accounts import create_staff
from yifa.organs.directory import load
from yifa.organs.models import Role
from yifa.papers.prepare import prepare
from yifa.records import query_codes
from yifa.records.models import ClockRow, PetitionRecord
from yifa.records.perform import perform
from yifa.statistics.lines import lines

pytestmark = pytest.mark.django_db

CASE = read_case(
    {
        "organs": [
            {"code": "市政府", "kind": "政府", "level": "市"},
            {"code": "旗政府", "kind": "政府", "superiors": ["市政府"]},
            {"code": "旗信访局", "kind": "信访部门", "superiors": ["旗政府"]},
            {"code": "旗民政局", "superiors": ["旗政府"]},
        ],
        "acts": [
            {"act": "Register", "on": "2026-10-28", "by": "旗信访局", "channel": "来信", "names": ["某甲"],
             "address": "某镇某村", "claims": [{"text": "要求补发临时救助金", "track": "C6"}]},
            {"act": "Transfer", "on": "2026-10-29", "by": "旗信访局", "to": "旗民政局"},
            {"act": "Notify", "on": "2026-11-02", "by": "旗民政局"},
            {"act": "Accept", "on": "2026-11-02", "by": "旗民政局"},
            {"act": "Extend", "on": "2026-12-30", "by": "旗民政局", "days": 30, "reason": "情况复杂",
             "approved_by": "某局长"},
        ],
    }
)  # fmt: skip
EXTENSION = 4
DAY = "2027年1月31日（暂定"
"""On papers the reason follows."""


@pytest.fixture
def at(monkeypatch):
    """The file up to some act, and the day at the office."""
    load(CASE.organs, by="安装")

    def at(day, acts):
        monkeypatch.setattr(timezone, "localdate", lambda *_: date.fromisoformat(day))
        number = ""
        for act in acts:
            number = perform(act=act, number=number).number
        return PetitionRecord.objects.get(number=number)

    return at


@pytest.fixture
def head(at):
    return create_staff(username="head", name="某局长", organ="旗民政局", roles=[Role.HEAD, Role.HANDLER])


@pytest.fixture
def desk(client, head):
    client.force_login(head.user)
    return client


@pytest.fixture
def record(at, head):
    return at("2027-01-05", CASE.acts)


def text(client, *address, **query):
    return client.get(reverse(address[0], args=address[1:]), query).content.decode()


def test_the_preview_of_the_extension(desk, at):
    record = at("2026-12-30", CASE.acts[:EXTENSION])
    address = reverse("act", args=[record.number, "Extend"])
    filled = {"days": "30", "reason": "情况复杂", "approved_by": "某局长", "on": "2026-12-30"}
    page = desk.post(address, filled).content.decode()
    assert "2027年1月1日（暂定） → 末日2027年1月31日（暂定）" in page
    assert "最迟2027年1月31日（暂定）" in page


def test_the_file_at_the_desk(desk, record):
    page = text(desk, "petition", record.number)
    assert page.count("2027年1月31日") == page.count("2027年1月31日（暂定）") > 1
    assert "还有26日（暂定）" in page


def test_what_is_owed_and_its_table(desk, record):
    assert "2027年1月31日（暂定）" in text(desk, "home", state="later", of="organ")
    head, *rows = rows_of(desk.get(reverse("owed-export"), {"state": "later", "of": "organ"}))
    assert {row[head.index("暂定")] for row in rows} == {"暂定"}


def test_the_list_and_its_table(desk, record):
    assert "2027年1月31日（暂定）" in text(desk, "petitions")
    head, row = rows_of(desk.get(reverse("petitions-export")))
    assert row[head.index("期限暂定")] == "暂定"


def test_a_provisional_last_day_that_has_passed_is_not_late(desk, at):
    record = at("2027-02-02", CASE.acts)
    assert record.number not in text(desk, "petitions", due="late")
    assert record.number in text(desk, "petitions", due="today")
    page = text(desk, "petition", record.number)
    assert "末日待定（暂定）" in page
    assert "逾期2日" not in page


def test_the_petitioner_reads_it_so(client, record):
    code = query_codes.issue(record)
    client.post(reverse("follow"), {"number": record.number, "code": code})
    paper = text(client, "my-paper", EXTENSION, "D22")
    assert "2027年1月31日（暂定）" in paper
    page = text(client, "my-petition")
    assert page.count("2027年1月31日") == page.count("2027年1月31日（暂定")


@pytest.mark.parametrize(("paper", "field"), [("D21", "新办理期限"), ("D22", "新办理期限"), ("D22", "原办理期限")])
def test_the_papers_of_the_extension(head, record, paper, field):
    made = prepare(record=record, paper=paper, seq=EXTENSION, staff=head)
    value = made.filled.values[field]
    assert value.startswith(DAY if field == "新办理期限" else "2027年1月1日（暂定")
    assert "节假日安排的通知" in value, "which notice is waited for"


def test_the_rows_behind_a_figure(record):
    told = next(one["what"] for one in lines(ClockRow.objects.filter(limit="T06")))
    assert "末日2027-01-31（暂定）" in told
