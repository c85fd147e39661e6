"""The pages of the yearly reports: numbers open their rows; written, settled, sent, held against the record."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.desk.conftest import register
from yifa.law.acts import Request
from yifa.law.terms import Track
from yifa.programme import ledger
from yifa.programme.models import MeetingKind
from yifa.yearbook import settle as keeping
from yifa.yearbook.kinds import Kind
from yifa.yearbook.models import SettledReport
from yifa.yearbook.printing import rows_at
from yifa.yearbook.report import make
from yifa.yearbook.wording import standard

REPORT = reverse("report", args=["annual", 2025])


@pytest.fixture
def settled(files, written, writers):
    return keeping.settle(
        kind=Kind.PETITIONS, home="office", year=2025, staff=writers["clerk"], on=timezone.localdate()
    )


@pytest.mark.parametrize("kind", list(Kind))
def test_every_number_of_a_report_opens_its_rows(kind, files, at):
    ledger.record_meeting(
        organ="office", held="2025-02-03", kind=MeetingKind.PARTY_RULE_OF_LAW, title="党组会", chair="局长 某", by="办"
    )
    page = at("registrar").get(reverse("report", args=[kind, 2025]))
    addresses = set(re.findall(r'class="sourced" href="([^"]+)"', page.content.decode()))
    assert len(addresses) > 30
    for address in addresses:
        rows = at("registrar").get(address, follow=True)
        assert rows.status_code == 200, address


def test_the_address_on_paper_is_the_one_of_the_desk(files):
    report = make(Kind.PETITIONS, "office", 2025)
    assert rows_at(report, "receipts") == reverse("report-rows", args=[2025, "receipts"])


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("md", b"# "), ("json", b"{")])
def test_a_report_is_downloaded(form, begins, files, at):
    answer = at("registrar").get(reverse("report-file", args=["annual", 2025, form]))
    assert answer.content.startswith(begins)
    assert at("registrar").get(reverse("report-file", args=["annual", 2025, "exe"])).status_code == 404


def test_there_is_no_report_of_another_kind_or_year(files, at):
    for kind, year in (("monthly", 2025), ("annual", 2021), ("annual", timezone.localdate().year + 1)):
        assert at("registrar").get(reverse("report", args=[kind, year])).status_code == 404


def test_what_is_written_is_printed_and_doubts_are_told(files, at):
    address = reverse("report-write", args=["annual", 2025, "数据分析"])
    answer = at("clerk").post(address, {"text": "来访{{信访总量：来访}}，另走访40户。", "over": ""}, follow=True)
    text = answer.content.decode()
    assert "手填数字「40」还没有注明来源" in text
    assert ">2件次</a>" in text
    assert "定稿以前还缺" in text


def test_of_two_writers_the_second_keeps_her_text_and_sees_the_other(files, at):
    address = reverse("report-write", args=["annual", 2025, "数据分析"])
    at("clerk").post(address, {"text": "甲写的。", "over": ""})
    answer = at("chief").post(address, {"text": "乙写的。", "over": ""})
    assert answer.status_code == 422
    assert "甲写的。" in answer.content.decode()
    assert "乙写的。</textarea>" in answer.content.decode()


@pytest.mark.parametrize("name", ["registrar", "aid", "bureau"])
def test_others_read_and_do_not_write(name, settled, at):
    client = at(name)
    assert client.get(REPORT).status_code == 200
    assert "撰写</h2>" not in client.get(REPORT).content.decode()
    for address in (
        reverse("report-write", args=["annual", 2025, "数据分析"]),
        reverse("report-template", args=["annual"]),
        reverse("report-settled", args=[settled.pk]),
    ):
        assert client.post(address, {"text": "x", "step": "报送"}).status_code == 403, address
    client.post(reverse("report-settle", args=["annual", 2025]))
    assert SettledReport.objects.count() == 1


def test_a_wording_with_an_unknown_variable_is_refused_and_not_lost(files, at):
    text = f"{standard(Kind.PETITIONS)}\n另有{{{{信访量}}}}"
    answer = at("clerk").post(reverse("report-template", args=["annual"]), {"text": text, "step": "adopt"})
    assert answer.status_code == 422
    assert "「{{信访量}}」不是可用的变量" in answer.content.decode()
    assert "另有{{信访量}}</textarea>" in answer.content.decode()


def test_a_report_that_lacks_something_is_not_settled(files, at):
    address = reverse("report-settle", args=["rule-of-law", 2025])
    assert "不能定稿" in at("clerk").post(address, follow=True).content.decode()
    assert not SettledReport.objects.exists()


def test_a_settled_report_is_compared_sent_and_leaves_the_day(settled, at):
    client = at("clerk")
    assert "报送2025年度信访情况报告" in client.get(reverse("home")).content.decode()
    address = reverse("report-settled", args=[settled.pk])
    assert "都与今天的案卷一致" in client.get(address).content.decode()
    register("2025-12-30", Request(text="要求修路", track=Track.C6))
    hidden = register("2025-12-31", Request(text="检举", track=Track.B, accused=("某局长",)))
    text = client.get(address).content.decode()
    assert "office-2025-000004" in text
    assert "检举控告件" in text
    assert hidden not in text
    wrong = client.post(address, {"step": "报送", "on": "2025-13-40", "where": "旗政府"})
    assert wrong.status_code == 422
    client.post(address, {"step": "报送", "on": str(timezone.localdate()), "where": "旗委、旗政府"})
    assert "旗委、旗政府" in client.get(reverse("reports")).content.decode()
    assert "报送2025年度信访情况报告" not in client.get(reverse("home")).content.decode()


def test_only_the_petition_office_is_reminded(files, at):
    assert "年度报告</h2>" in at("chief").get(reverse("home")).content.decode()
    assert "年度报告</h2>" not in at("bureau").get(reverse("home")).content.decode()
    assert "年度报告</h2>" not in at("registrar").get(reverse("home")).content.decode()
