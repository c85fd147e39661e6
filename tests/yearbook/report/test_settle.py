"""A report is settled, kept, sent in time, and later held against the record."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from tests.statistics.conftest import File
from yifa.law import acts
from yifa.law.organs import PETITIONER
from yifa.law.terms import Track
from yifa.programme import ledger
from yifa.programme.models import Outreach, OutreachKind
from yifa.records.models import ReceiptRow
from yifa.records.rebuild import verify
from yifa.yearbook.compare import compare
from yifa.yearbook.duties import owed
from yifa.yearbook.kinds import PUBLISHED, SENT, Kind
from yifa.yearbook.models import SettledReport
from yifa.yearbook.settle import WrittenMeanwhileError, dispatch, last_written, report_of, settle, write
from yifa.yearbook.wording import wording_of

D = date.fromisoformat
ON = D("2026-02-10")


@pytest.fixture
def settled(files, ledgers, written, writer):
    return settle(kind=Kind.PETITIONS, home="office", year=2025, staff=writer, on=ON)


def test_what_is_settled_is_kept_under_its_digest_and_never_changes(settled):
    report = report_of(settled)
    assert (report.digest, report.kept) == (settled.digest, settled.content)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        SettledReport.objects.update(digest="0")


def test_a_report_that_lacks_something_is_not_settled(files, writer):
    with pytest.raises(ValidationError, match="不足和原因"):
        settle(kind=Kind.RULE_OF_LAW, home="office", year=2025, staff=writer, on=ON)
    with pytest.raises(ValidationError, match="还没有结束"):
        settle(kind=Kind.PETITIONS, home="office", year=2026, staff=writer, on=ON)
    with pytest.raises(ValidationError, match="由本信访部门编制"):
        settle(kind=Kind.PETITIONS, home="other-office", year=2025, staff=writer, on=ON)


def test_an_untouched_record_shows_no_change(settled):
    found = compare(settled, D("2026-03-01"))
    assert (found.changes, found.touched, found.told) == ((), 0, True)


def test_what_changed_is_told_with_the_petitions_and_acts_behind_it(settled, files):
    rows = list(ReceiptRow.objects.order_by("pk").values())
    late = File("2025-12-30").record.number
    again = File.__new__(File)
    again.record = type("Record", (), {"number": files[1]})()
    again.do(acts.Withdraw, "2026-02-20", PETITIONER, statement="撤回")
    found = compare(settled, D("2026-03-01"))
    changes = {one.term: one for one in found.changes}
    assert (found.touched, found.told) == (2, True)
    total = changes["信访总量"]
    assert (total.then.n, total.now.n) == (4, 5)
    assert [(one.number, one.way, one.acts) for one in total.reasons] == [
        (late, "现在计入", ("2025年12月30日 登记",)),
    ]
    # Withdrawn before the organ told the petitioner: its notice was late and is so still; nothing else moves.
    assert files[1] not in {one.number for change in found.changes for one in change.reasons}
    # To look back has left nothing behind.
    assert list(ReceiptRow.objects.order_by("pk").values())[: len(rows)] == rows
    assert list(verify()) == []


def test_what_no_longer_counts_is_told_too(settled, files):
    """The petition repeated after its answer no longer counts as resolved for good."""
    answered = File.__new__(File)
    answered.record = type("Record", (), {"number": files[0]})()
    answered.repeated("2025-12-15")
    found = {one.term: one for one in compare(settled, D("2026-03-01")).changes}
    assert [one.number for one in found["重复信访"].reasons] == [files[0]]
    assert found["重复信访率"].reasons[0].way == "分母现在计入" or "行变为" in found["重复信访率"].reasons[0].way


def test_of_a_sealed_file_a_comparison_tells_neither_number_nor_act(settled):
    number = File("2025-11-03", acts.Request(text="检举", track=Track.B, accused=("某",))).record.number
    found = compare(settled, D("2026-03-01"))
    reasons = [one for change in found.changes for one in change.reasons]
    assert {(one.what, one.number, one.acts) for one in reasons} == {("检举控告件", "", ())}
    assert number not in str(reasons)


def test_changes_of_ledgers_are_told(files, ledgers, written, writer):
    one = settle(kind=Kind.RULE_OF_LAW, home="office", year=2025, staff=writer, on=ON)
    ledger.correct(Outreach.objects.get(), consultations=440, why="漏登", by="办公室")
    ledger.record_outreach(
        held=D("2025-09-01"), kind=OutreachKind.ACTIVITY, title="第二次", organ="office", by="办公室"
    )
    found = {change.term: change for change in compare(one, D("2026-03-01")).changes}
    assert (found["解答咨询"].then.n, found["解答咨询"].now.n) == (436, 440)
    assert ("宣传", "普法台账：更正：漏登") in {(r.what, r.way) for r in found["解答咨询"].reasons}
    assert ("第二次", "普法台账新登记") in {(r.what, r.way) for r in found["普法活动"].reasons}


def test_reports_are_owed_until_they_are_sent_and_published(files, ledgers, written, writer):
    due = [(one.kind, one.step.name, one.due) for one in owed("office", ON)]
    assert due == [
        (Kind.RULE_OF_LAW, SENT, D("2026-02-28")),
        (Kind.RULE_OF_LAW, PUBLISHED, D("2026-03-31")),
        (Kind.PETITIONS, SENT, None),
    ]
    report = settle(kind=Kind.RULE_OF_LAW, home="office", year=2025, staff=writer, on=ON)
    send = {"report": report, "step": SENT, "staff": writer, "today": D("2026-02-20")}
    with pytest.raises(ValidationError, match="定稿之日"):
        dispatch(**send, on=D("2026-02-01"), where="旗委、旗政府")
    with pytest.raises(ValidationError, match="哪个机关"):
        dispatch(**send, on=D("2026-02-12"), where=" ")
    dispatch(**send, on=D("2026-02-12"), where="旗委、旗政府")
    assert [one.step.name for one in owed("office", ON)] == [PUBLISHED, SENT]


def test_of_two_writers_the_second_is_shown_what_the_first_wrote(writer):
    place = {"kind": Kind.PETITIONS, "home": "office", "year": 2025, "slot": "引言", "staff": writer}
    place["wording"] = wording_of(Kind.PETITIONS, "office")
    first = write(**place, text="甲写的。", over=None)
    with pytest.raises(WrittenMeanwhileError) as refused:
        write(**place, text="乙写的。", over=None)
    assert refused.value.now == first
    write(**place, text="乙写的。", over=first.pk)
    assert last_written(Kind.PETITIONS, "office", 2025, "引言").text == "乙写的。"
    with pytest.raises(ValidationError, match="没有「别处」"):
        write(**{**place, "slot": "别处"}, text="丙", over=None)
