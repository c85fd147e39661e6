"""The rows behind the yearly figures of the programme."""

from datetime import date

import pytest
from django.db.models import Sum

from yifa.programme import figures, ledger
from yifa.programme.models import MeetingKind, PlanKind, StudyKind, TrainingScope

pytestmark = pytest.mark.django_db

D = date.fromisoformat
YEAR = {"organ": "150899", "year": 2025}


def total(rows, column):
    return rows.aggregate(total=Sum(column))["total"]


def test_meetings_are_counted_by_kind_and_year(enter):
    first = enter.meeting(kind=MeetingKind.PARTY_FIRST, held=D("2025-01-01"))
    special = enter.meeting(kind=MeetingKind.PARTY_RULE_OF_LAW, held=D("2025-05-01"))
    joint = enter.meeting(kind=MeetingKind.JOINT_CONFERENCE, held=D("2025-12-31"))
    enter.meeting(held=D("2024-12-31"))
    enter.meeting(held=D("2026-01-01"))
    enter.meeting(organ="150898")
    ledger.strike_out(enter.meeting(), why="误登", by="a")

    assert list(figures.meetings(**YEAR)) == [first, special, joint]
    assert list(figures.meetings(**YEAR, kind=MeetingKind.PARTY_RULE_OF_LAW)) == [special]
    assert list(figures.joint_conferences(**YEAR)) == [joint]


def test_reports_and_problems_are_counted_on_the_agenda(enter):
    old = enter.meeting(held=D("2024-12-20"))
    carried = enter.item(old, kind="重点难点问题", position=1)
    enter.item(old, kind="听取法治建设工作汇报", position=2)
    meeting = enter.meeting(held=D("2025-03-01"))
    report = enter.item(meeting, kind="听取法治建设工作汇报", position=1)
    solved, open_ = (enter.item(meeting, position=position) for position in (2, 3))
    enter.item(meeting, kind="其他", position=4)
    ledger.strike_out(enter.item(meeting, position=5), why="误登", by="a")
    gone = enter.meeting(held=D("2025-04-01"))
    enter.item(gone, kind="听取法治建设工作汇报", position=1)
    ledger.resolve_problem(enter.item(gone, position=2), resolved=D("2025-04-02"), how="办", by="a")
    ledger.strike_out(gone, why="未召开", by="a")
    other = enter.meeting(organ="150898")
    enter.item(other, kind="听取法治建设工作汇报")

    for item, day in ((carried, "2025-01-10"), (solved, "2025-03-01"), (open_, "2026-01-05")):
        ledger.resolve_problem(item, resolved=D(day), how="办", by="a")

    assert list(figures.reports_heard(**YEAR)) == [report]
    assert list(figures.problems_taken_up(**YEAR)) == [solved, open_]
    assert set(figures.problems_resolved(**YEAR)) == {carried, solved}


def test_study_is_counted_by_kind(enter):
    group = enter.study(kind=StudyKind.THEORY_GROUP)
    members = enter.study(kind=StudyKind.PARTY_MEMBERS)
    enter.study(held=D("2024-12-31"))
    ledger.strike_out(enter.study(), why="误登", by="a")

    assert list(figures.study_sessions(**YEAR)) == [group, members]
    assert list(figures.study_sessions(**YEAR, kind=StudyKind.THEORY_GROUP)) == [group]


def test_own_trainings_are_apart_from_the_banners_and_participants_are_exact(enter):
    own = enter.training(attendance=12)
    banner = enter.training(scope=TrainingScope.BANNER, title="全旗", attendance=143)
    school = enter.training(
        scope=TrainingScope.PARTY_SCHOOL,
        title="任职培训",
        begins=D("2025-11-17"),
        ends=D("2025-11-21"),
        attendance=50,
    )
    enter.training(begins=D("2024-12-31"), ends=D("2025-01-02"), attendance=7)
    ledger.strike_out(enter.training(title="误", attendance=99), why="误登", by="a")

    assert list(figures.trainings(**YEAR)) == [own, banner, school]
    assert list(figures.own_trainings(**YEAR)) == [own]
    assert total(figures.trainings(**YEAR), "attendance") == 12 + 143 + 50
    school_only = figures.trainings(**YEAR, scope=TrainingScope.PARTY_SCHOOL)
    assert total(school_only, "attendance") == 50


def test_outreach_counts_activities_and_sums_what_they_reached(enter):
    activity = enter.outreach(consultations=120, leaflets=300)
    quiet = enter.outreach(title="进牧区", held=D("2025-07-01"))
    desk = enter.outreach(kind="接访宣传", title="大厅", leaflets=55, held=D("2025-07-02"))
    post = enter.outreach(kind="新媒体推送", title="百问百答", held=D("2025-07-03"))
    enter.outreach(held=D("2024-06-03"), consultations=9, leaflets=9)
    ledger.strike_out(enter.outreach(title="误", leaflets=999), why="误登", by="a")
    ledger.read_off(post, reads=1043, source="公众号后台", day=D("2025-12-31"), by="a")

    assert list(figures.outreach_activities(**YEAR)) == [activity, quiet]
    assert list(figures.consultations(**YEAR)) == [activity]
    assert total(figures.consultations(**YEAR), "consultations") == 120
    assert list(figures.leaflets(**YEAR)) == [activity, desk]
    assert total(figures.leaflets(**YEAR), "leaflets") == 355
    assert list(figures.reads(**YEAR)) == [post]
    assert total(figures.reads(**YEAR), "reads") == 1043


def test_plans_belong_to_the_year_they_are_for(enter):
    plan = enter.plan(kind=PlanKind.ANNUAL, title="计划", issued=D("2024-12-30"))
    duties = enter.plan(issued=D("2025-02-01"))
    enter.plan(year=2024, title="旧")
    done, open_ = enter.task(duties, position=1), enter.task(duties, position=2)
    ledger.strike_out(enter.task(duties, position=3), why="误登", by="a")
    void = enter.plan(title="误")
    enter.task(void)
    ledger.strike_out(void, why="未印发", by="a")
    ledger.finish_responsibility(done, done=D("2025-08-01"), by="a")

    assert list(figures.plans_issued(**YEAR)) == [plan, duties]
    assert list(figures.plans_issued(**YEAR, kind=PlanKind.ANNUAL)) == [plan]
    assert list(figures.responsibilities(**YEAR)) == [done, open_]
    assert list(figures.responsibilities_done(**YEAR)) == [done]


def test_supplied_figures_are_listed_by_year(enter):
    figure = enter.supplied()
    enter.supplied(year=2024)
    enter.supplied(organ="150898")
    ledger.strike_out(enter.supplied(name="误"), why="误登", by="a")

    assert list(figures.supplied_figures(**YEAR)) == [figure]
