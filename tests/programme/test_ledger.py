"""The programme's ledgers: what enters, what is refused, what trail a change leaves."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from yifa.programme import ledger
from yifa.programme.models import (
    AgendaItem,
    Meeting,
    Outreach,
    Plan,
    Study,
    SuppliedFigure,
    Training,
)
from yifa.records.models import LedgerChange

pytestmark = pytest.mark.django_db


D = date.fromisoformat


def said(error):
    return " ".join(error.value.messages)


@pytest.mark.parametrize(
    ("row", "values", "field", "message"),
    [
        ("meeting", {"kind": "碰头会"}, "kind", "选项"),
        ("meeting", {"title": " "}, "title", "不能为空"),
        ("meeting", {"held": "2025-02-30"}, "held", "日期"),
        ("meeting", {"held": None}, "held", "null"),
        ("study", {"subject": ""}, "subject", "不能为空"),
        ("study", {"by": ""}, "created_by", "不能为空"),
        ("training", {"attendance": -1}, "__all__", "参训人数不得为负数"),
        ("training", {"attendance": "余140"}, "attendance", "整型"),
        ("training", {"scope": "全国"}, "scope", "选项"),
        ("training", {"ends": D("2025-06-02")}, "__all__", "结束日期不得早于开始日期"),
        ("outreach", {"consultations": -1}, "__all__", "解答咨询人次不得为负数"),
        ("outreach", {"leaflets": -1}, "__all__", "发放材料份数不得为负数"),
        ("plan", {"year": 225}, "__all__", "年度须为2000至2099之间的年份"),
        ("plan", {"issued": "去年"}, "issued", "日期"),
        ("supplied", {"value": -1}, "__all__", "数值不得为负数"),
        ("supplied", {"value": "十四"}, "value", "十进制"),
        ("supplied", {"source_organ": ""}, "source_organ", "不能为空"),
        ("supplied", {"year": 20255}, "__all__", "年度须为2000至2099之间的年份"),
    ],
)
def test_a_wrong_value_is_refused_in_chinese_naming_the_field(enter, row, values, field, message):
    with pytest.raises(ValidationError) as error:
        getattr(enter, row)(**values)
    assert list(error.value.message_dict) == [field]
    assert message in said(error)


@pytest.mark.parametrize(
    ("row", "model"),
    [
        ("meeting", Meeting),
        ("study", Study),
        ("training", Training),
        ("outreach", Outreach),
        ("plan", Plan),
        ("supplied", SuppliedFigure),
    ],
)
def test_a_second_click_enters_nothing_twice(enter, row, model):
    first = getattr(enter, row)()
    getattr(enter, row)(organ="150898")
    with pytest.raises(ValidationError, match=r"已经(登记|填报)"):
        getattr(enter, row)()
    assert model.objects.count() == 2

    ledger.strike_out(first, why="误登", by="bgs01")
    getattr(enter, row)()


def test_a_problem_is_resolved_once_and_not_before_the_meeting(enter):
    item = enter.item(enter.meeting(held=D("2025-06-03")))
    with pytest.raises(ValidationError) as error:
        ledger.resolve_problem(item, resolved=D("2025-06-02"), how="建立机制", by="bgs01")
    assert error.value.message_dict == {"resolved": ["解决日期不得早于会议召开日期"]}

    with pytest.raises(ValidationError, match="解决日期与解决情况须一并填写"):
        ledger.resolve_problem(item, resolved=D("2025-06-03"), how="", by="bgs01")

    with pytest.raises(ValidationError) as error:
        ledger.resolve_problem(item, resolved="不详", how="建立机制", by="bgs01")
    assert list(error.value.message_dict) == ["resolved"]

    ledger.resolve_problem(item, resolved=D("2025-06-03"), how="建立机制", by="bgs01")
    with pytest.raises(ValidationError) as error:
        ledger.resolve_problem(item, resolved=D("2025-06-05"), how="建立机制", by="bgs01")
    assert said(error) == "已于2025-06-03登记解决；日期有误的，请用更正"


def test_a_meeting_is_not_moved_behind_the_resolution_of_its_problems(enter):
    meeting = enter.meeting(held=D("2025-06-03"))
    item = enter.item(meeting)
    ledger.resolve_problem(item, resolved=D("2025-06-10"), how="建立机制", by="bgs01")

    ledger.correct(meeting, why="日期填错", by="bgs01", held=D("2025-06-10"))
    with pytest.raises(ValidationError) as error:
        ledger.correct(meeting, why="日期填错", by="bgs01", held=D("2025-06-11"))
    assert error.value.message_dict == {"held": ["召开日期不得晚于议题中重点难点问题的解决日期"]}
    with pytest.raises(ValidationError) as error:
        ledger.correct(meeting, why="日期填错", by="bgs01", held="六月")
    assert list(error.value.message_dict) == ["held"]

    ledger.strike_out(item, why="误登", by="bgs01")
    ledger.correct(meeting, why="日期填错", by="bgs01", held=D("2025-06-11"))


def test_only_problems_are_resolved(enter):
    item = enter.item(enter.meeting(), kind="听取法治建设工作汇报")
    with pytest.raises(ValidationError, match="解决日期：只有重点难点问题才登记解决"):
        ledger.resolve_problem(item, resolved=D("2025-06-03"), how="听取", by="bgs01")


def test_a_position_stands_once(enter):
    meeting, plan = enter.meeting(), enter.plan()
    enter.item(meeting)
    enter.task(plan)
    with pytest.raises(ValidationError, match="序号：本次会议已有这个序号的议题"):
        enter.item(meeting)
    with pytest.raises(ValidationError, match="序号：本文件已有这个序号的责任事项"):
        enter.task(plan)
    enter.item(meeting, position=2)
    enter.task(plan, position=2)


def test_a_task_is_finished_once(enter):
    task = enter.task(enter.plan())
    task = ledger.finish_responsibility(task, done=D("2025-09-01"), by="bgs01")
    assert task.done == D("2025-09-01")
    with pytest.raises(ValidationError) as error:
        ledger.finish_responsibility(task, done=D("2025-09-02"), by="bgs01")
    assert error.value.message_dict == {"done": ["已于2025-09-01登记完成；日期有误的，请用更正"]}

    task = ledger.correct(task, why="并未完成", by="bgs01", done=None)
    assert task.done is None


def test_reads_are_read_off_with_source_and_day_and_earlier_readings_stay_in_the_trail(enter):
    post = enter.outreach(kind="新媒体推送", held=D("2025-06-03"))
    assert post.reads is None

    ledger.read_off(post, reads=310, source="微信公众号后台", day=D("2025-06-30"), by="bgs01")
    ledger.read_off(post, reads=520, source="微信公众号后台", day=D("2025-12-31"), by="bgs02")

    assert Outreach.objects.get().reads == 520
    assert LedgerChange.objects.last().changes == {
        "reads": [310, 520],
        "reads_day": ["2025-06-30", "2025-12-31"],
    }


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"source": " "}, "阅读次数须连同来源和查看日期一并填写"),
        ({"day": None}, "阅读次数须连同来源和查看日期一并填写"),
        ({"day": D("2025-06-02")}, "阅读次数查看日期不得早于推送日期"),
        ({"reads": -1}, "阅读次数不得为负数"),
    ],
)
def test_reads_without_source_or_day_are_refused(enter, values, message):
    post = enter.outreach(kind="新媒体推送", held=D("2025-06-03"))
    reading = {"reads": 310, "source": "微信公众号后台", "day": D("2025-06-30"), "by": "bgs01"}
    with pytest.raises(ValidationError) as error:
        ledger.read_off(post, **reading | values)
    assert message in said(error)
    assert Outreach.objects.get().reads is None


def test_a_correction_leaves_what_stood_before(enter):
    figure = enter.supplied()
    ledger.correct(figure, why="公安局来函更正", by="bgs02", value=Decimal("15.00"), note="截至年末")

    assert SuppliedFigure.objects.get().value == 15
    left = LedgerChange.objects.get()
    assert (left.ledger, left.row, left.by) == ("人工填报数字", figure.pk, "bgs02")
    assert left.why == "更正：公安局来函更正"
    assert left.changes == {"value": ["14.00", "15.00"], "note": ["", "截至年末"]}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"why": " ", "attendance": 50}, "更正须写明事由"),
        ({"by": "", "attendance": 50}, "不能为空"),
        ({}, "没有改动：所填与原值相同"),
        ({"attendance": 12}, "没有改动：所填与原值相同"),
        ({"ends": D("2025-06-01")}, "结束日期不得早于开始日期"),
        ({"names": "张某"}, "“培训”没有“names”这一项"),
        ({"organ": "150898"}, "“台账机关代码”不能更正"),
        ({"created_by": "x"}, "“登记人”不能更正"),
    ],
)
def test_a_correction_that_does_not_hold_changes_nothing(enter, values, message):
    training = enter.training()
    before = Training.objects.values().get()
    with pytest.raises(ValidationError) as error:
        ledger.correct(training, **{"why": "填错", "by": "bgs01"} | values)
    assert message in said(error)
    assert Training.objects.values().get() == before
    assert not LedgerChange.objects.exists()


def test_what_hangs_on_a_struck_row_ends_with_it(enter):
    meeting, plan = enter.meeting(), enter.plan()
    item, task = enter.item(meeting), enter.task(plan)
    ledger.strike_out(meeting, why="会议未召开", by="bgs01")
    ledger.strike_out(plan, why="未印发", by="bgs01")

    for again in (
        lambda: enter.item(meeting, position=2),
        lambda: enter.task(plan, position=2),
        lambda: ledger.resolve_problem(item, resolved=D("2025-06-03"), how="办", by="bgs01"),
        lambda: ledger.finish_responsibility(task, done=D("2025-06-03"), by="bgs01"),
    ):
        with pytest.raises(ValidationError, match="已划销，其下各项不能再登记或改动"):
            again()
    with pytest.raises(ValidationError, match="“党组会”已划销，不能再改动"):
        ledger.correct(meeting, why="改", by="bgs01", title="会")
    assert AgendaItem.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "values", "constraint"),
    [
        ("training", {"ends": D("2025-06-01")}, "training_ends_not_before_it_begins"),
        ("training", {"attendance": -1}, "training_attendance_not_negative"),
        ("outreach", {"leaflets": -1}, "outreach_leaflets_not_negative"),
        ("outreach", {"reads": 5}, "outreach_reads_say_source_and_day"),
        (
            "outreach",
            {"reads": 5, "reads_source": "公众号", "reads_day": D("2025-06-01")},
            "outreach_reads_not_before_it_was_held",
        ),
        ("plan", {"year": 1999}, "plan_year_is_a_year"),
        ("supplied", {"value": -1}, "supplied_figure_not_negative"),
    ],
)
def test_the_database_itself_refuses(enter, row, values, constraint):
    entered = getattr(enter, row)()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        type(entered).objects.update(**values)


def test_the_database_itself_refuses_a_resolved_report(enter):
    enter.item(enter.meeting(), kind="其他")
    with (
        pytest.raises(IntegrityError, match="agenda_only_problems_are_resolved"),
        transaction.atomic(),
    ):
        AgendaItem.objects.update(resolved=D("2025-06-03"), how="办")


def test_rows_are_called_by_what_they_are(enter):
    meeting, plan = enter.meeting(), enter.plan()
    rows = [enter.item(meeting), enter.study(), enter.training(), enter.outreach()]
    rows += [meeting, plan, enter.task(plan), enter.supplied()]
    assert [str(row) for row in rows] == [
        "诉访分离机制",
        "条例",
        "业务培训",
        "广场宣传",
        "党组会",
        "清单",
        "条例宣传",
        "2025年依法处理",
    ]
    ledger.strike_out(meeting, why="误登", by="bgs01")
    assert str(LedgerChange.objects.get()) == f"会议 {meeting.pk}：误登"
