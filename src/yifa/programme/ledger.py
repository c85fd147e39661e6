"""法治化工作台账的登记: one function for each thing an office enters.

Every function names who does it (`by`); a wrong value raises `ValidationError` in Chinese, naming the field.
Days are given, never read off the clock: the page that asks refuses a day still to come.
"""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

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
from yifa.records.trail import change, correct, enter, standing, strike_out

__all__ = [
    "add_agenda_item",
    "add_responsibility",
    "correct",
    "finish_responsibility",
    "issue_plan",
    "read_off",
    "record_meeting",
    "record_outreach",
    "record_study",
    "record_training",
    "resolve_problem",
    "strike_out",
    "supply_figure",
]


def record_meeting(*, organ: str, held: date, kind: MeetingKind, title: str, by: str, chair: str = "") -> Meeting:
    """会议登记 — its agenda follows item by item."""
    return enter(Meeting(organ=organ, held=held, kind=kind, title=title, chair=chair, created_by=by))


def add_agenda_item(meeting: Meeting, *, position: int, kind: AgendaKind, subject: str, by: str) -> AgendaItem:
    """议题登记 — a problem is resolved later, by `resolve_problem`, be it on the same day."""
    return enter(AgendaItem(meeting=meeting, position=position, kind=kind, subject=subject, created_by=by))


@transaction.atomic
def resolve_problem(item: AgendaItem, *, resolved: date, how: str, by: str) -> AgendaItem:
    """重点难点问题解决 — once, not before the meeting."""
    now = standing(item)
    if now.resolved is not None:
        raise ValidationError({"resolved": f"已于{now.resolved}登记解决；日期有误的，请用更正"})
    return change(now, resolved=resolved, how=how, why="解决", by=by)


def record_study(*, organ: str, held: date, kind: StudyKind, subject: str, by: str) -> Study:
    """学习登记."""
    return enter(Study(organ=organ, held=held, kind=kind, subject=subject, created_by=by))


def record_training(
    *,
    organ: str,
    scope: TrainingScope,
    title: str,
    begins: date,
    ends: date,
    hosts: str,
    audience: str,
    attendance: int,
    by: str,
    lecturers: str = "",
) -> Training:
    """培训登记 — `attendance` exact, off the sign-in sheet; `lecturers` by post and name."""
    return enter(
        Training(
            organ=organ,
            scope=scope,
            title=title,
            begins=begins,
            ends=ends,
            hosts=hosts,
            lecturers=lecturers,
            audience=audience,
            attendance=attendance,
            created_by=by,
        )
    )


def record_outreach(
    *,
    organ: str,
    held: date,
    kind: OutreachKind,
    title: str,
    by: str,
    place: str = "",
    consultations: int = 0,
    leaflets: int = 0,
) -> Outreach:
    """普法登记 — readers of a posted article come later, by `read_off`."""
    return enter(
        Outreach(
            organ=organ,
            held=held,
            kind=kind,
            title=title,
            place=place,
            consultations=consultations,
            leaflets=leaflets,
            created_by=by,
        )
    )


def read_off(outreach: Outreach, *, reads: int, source: str, day: date, by: str) -> Outreach:
    """阅读次数填报 — the running total that `source` showed on `day`; a later reading replaces it."""
    return change(outreach, reads=reads, reads_source=source, reads_day=day, why="填报阅读次数", by=by)


def issue_plan(*, organ: str, kind: PlanKind, title: str, year: int, issued: date, by: str) -> Plan:
    """计划、清单登记 — its tasks follow one by one."""
    return enter(Plan(organ=organ, kind=kind, title=title, year=year, issued=issued, created_by=by))


def add_responsibility(
    plan: Plan,
    *,
    position: int,
    task: str,
    responsible_organ: str,
    due: date,
    by: str,
    responsible_post: str = "",
) -> Responsibility:
    """责任事项登记 — which organ and post, by when."""
    return enter(
        Responsibility(
            plan=plan,
            position=position,
            task=task,
            responsible_organ=responsible_organ,
            responsible_post=responsible_post,
            due=due,
            created_by=by,
        )
    )


@transaction.atomic
def finish_responsibility(task: Responsibility, *, done: date, by: str) -> Responsibility:
    """责任事项完成 — once; late or in time is read off `due`."""
    now = standing(task)
    if now.done is not None:
        raise ValidationError({"done": f"已于{now.done}登记完成；日期有误的，请用更正"})
    return change(now, done=done, why="完成", by=by)


def supply_figure(
    *,
    organ: str,
    year: int,
    name: str,
    value: Decimal | int,
    unit: str,
    source_organ: str,
    supplied: date,
    by: str,
    note: str = "",
) -> SuppliedFigure:
    """人工填报 — an aggregate that `source_organ` supplied, without names."""
    return enter(
        SuppliedFigure(
            organ=organ,
            year=year,
            name=name,
            value=value,
            unit=unit,
            source_organ=source_organ,
            supplied=supplied,
            note=note,
            created_by=by,
        )
    )
