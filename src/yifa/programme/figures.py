"""法治化工作的年度数字: the rows behind each yearly figure.

Each function returns the rows themselves. Where its docstring names a column, the figure is that column's
sum over the rows; else it is their number. A row belongs to the year of its own day: a training to the year
it began in, a problem to the year it was resolved in. Struck rows, and what hangs on them, are never counted.
"""

from django.db.models import QuerySet

from yifa.programme.models import (
    AgendaItem,
    AgendaKind,
    Meeting,
    MeetingKind,
    Outreach,
    OutreachKind,
    Plan,
    PlanKind,
    Responsibility,
    Study,
    StudyKind,
    SuppliedFigure,
    Training,
    TrainingScope,
)


def meetings(*, organ: str, year: int, kind: MeetingKind | None = None) -> QuerySet[Meeting]:
    """会议（次） — of one kind, or all.

    专题研究法治建设 is `PARTY_RULE_OF_LAW` alone: the year's first meeting, which hears last year's report, is a
    kind of its own and not one of them. An office that counts it among them adds the two.
    """
    rows = Meeting.objects.filter(organ=organ, struck=False, held__year=year)
    return rows if kind is None else rows.filter(kind=kind)


def joint_conferences(*, organ: str, year: int) -> QuerySet[Meeting]:
    """信访工作联席会议（次）."""
    return meetings(organ=organ, year=year, kind=MeetingKind.JOINT_CONFERENCE)


def reports_heard(*, organ: str, year: int) -> QuerySet[AgendaItem]:
    """听取法治建设工作汇报（次） — agenda items of the year's meetings, of whatever kind the meeting was."""
    return _agenda(organ).filter(kind=AgendaKind.REPORT, meeting__held__year=year)


def problems_resolved(*, organ: str, year: int) -> QuerySet[AgendaItem]:
    """研究解决重点难点问题（个） — resolved in the year, also if a meeting of an earlier year took it up."""
    return _agenda(organ).filter(kind=AgendaKind.PROBLEM, resolved__year=year)


def problems_taken_up(*, organ: str, year: int) -> QuerySet[AgendaItem]:
    """研究重点难点问题（个） — on the agenda of the year's meetings, resolved or not."""
    return _agenda(organ).filter(kind=AgendaKind.PROBLEM, meeting__held__year=year)


def study_sessions(*, organ: str, year: int, kind: StudyKind | None = None) -> QuerySet[Study]:
    """学习（次） — of one kind, or all."""
    rows = Study.objects.filter(organ=organ, struck=False, held__year=year)
    return rows if kind is None else rows.filter(kind=kind)


def trainings(*, organ: str, year: int, scope: TrainingScope | None = None) -> QuerySet[Training]:
    """培训（次） — of one scope, or all; the sum of `attendance` is 参训人次: who came twice counts twice."""
    rows = Training.objects.filter(organ=organ, struck=False, begins__year=year)
    return rows if scope is None else rows.filter(scope=scope)


def own_trainings(*, organ: str, year: int) -> QuerySet[Training]:
    """法治培训（次） — of the office's own staff, apart from sessions for the whole banner or a party school."""
    return trainings(organ=organ, year=year, scope=TrainingScope.OWN_STAFF)


def outreach_activities(*, organ: str, year: int) -> QuerySet[Outreach]:
    """普法活动（次） — activities only: leaflets at the reception and posted articles are none."""
    return _outreach(organ, year).filter(kind=OutreachKind.ACTIVITY)


def consultations(*, organ: str, year: int) -> QuerySet[Outreach]:
    """解答咨询（人次） — the sum of `consultations`."""
    return _outreach(organ, year).filter(consultations__gt=0)


def leaflets(*, organ: str, year: int) -> QuerySet[Outreach]:
    """发放宣传材料（份） — the sum of `leaflets`."""
    return _outreach(organ, year).filter(leaflets__gt=0)


def reads(*, organ: str, year: int) -> QuerySet[Outreach]:
    """阅读（次） — the sum of `reads`, 人工填报: articles posted in the year, as last read off."""
    return _outreach(organ, year).filter(reads__isnull=False)


def plans_issued(*, organ: str, year: int, kind: PlanKind | None = None) -> QuerySet[Plan]:
    """制定计划、清单（份） — for the year, whenever issued."""
    rows = Plan.objects.filter(organ=organ, struck=False, year=year)
    return rows if kind is None else rows.filter(kind=kind)


def responsibilities(*, organ: str, year: int) -> QuerySet[Responsibility]:
    """责任事项（项） — the tasks of the year's plans and lists."""
    return Responsibility.objects.filter(struck=False, plan__organ=organ, plan__struck=False, plan__year=year)


def responsibilities_done(*, organ: str, year: int) -> QuerySet[Responsibility]:
    """已完成责任事项（项） — of the year's plans and lists."""
    return responsibilities(organ=organ, year=year).filter(done__isnull=False)


def supplied_figures(*, organ: str, year: int) -> QuerySet[SuppliedFigure]:
    """人工填报数字 — each row is one figure: `value` `unit`, by `source_organ` on `supplied`."""
    return SuppliedFigure.objects.filter(organ=organ, struck=False, year=year)


def _agenda(organ: str) -> QuerySet[AgendaItem]:
    return AgendaItem.objects.filter(struck=False, meeting__organ=organ, meeting__struck=False)


def _outreach(organ: str, year: int) -> QuerySet[Outreach]:
    return Outreach.objects.filter(organ=organ, struck=False, held__year=year)
