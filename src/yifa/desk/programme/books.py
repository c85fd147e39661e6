"""法治化工作台账 — kept by the office's own office; who is responsible for a task sees that task."""

from datetime import date
from typing import Any

from django.db.models import F, Q

from yifa.desk.ledgers.book import Book, State, Step
from yifa.organs.models import Role
from yifa.programme import ledger
from yifa.programme.models import (
    AgendaItem,
    AgendaKind,
    Meeting,
    Outreach,
    OutreachKind,
    Plan,
    Responsibility,
    Study,
    SuppliedFigure,
    Training,
)

ROOM = "法治化工作"
WRITERS = frozenset({Role.OFFICE})


def _tasks(today: date) -> tuple[State, ...]:
    return (
        State("按期完成", Q(done__lte=F("due")), "met"),
        State("逾期完成", Q(done__gt=F("due")), "late"),
        State("逾期未完成", Q(done=None, due__lt=today), "late"),
        State("进行中", Q(done=None, due__gte=today), "running"),
    )


def _agenda(_today: date) -> tuple[State, ...]:
    problem = Q(kind=AgendaKind.PROBLEM.value)
    return (
        State("已解决", problem & Q(resolved__isnull=False), "met"),
        State("未解决", problem & Q(resolved=None), "soon"),
    )


def _read_off(row: Outreach, *, by: str, **read: Any) -> Outreach:
    return ledger.read_off(row, reads=read["reads"], source=read["reads_source"], day=read["reads_day"], by=by)


BOOKS = (
    Book(
        name="plans",
        room=ROOM,
        about="一年印发的计划和清单；每份文件下面逐项登记责任事项。",
        model=Plan,
        enter=ledger.issue_plan,
        writers=WRITERS,
        day="issued",
        asked=("kind", "title", "year", "issued"),
        shown=("title", "kind", "year", "issued"),
        in_year="year",
    ),
    Book(
        name="responsibilities",
        room=ROOM,
        about="计划和清单里的一项一项：哪个机关、哪个岗位，何时完成。责任在岗位，不因人员变动而落空。",
        model=Responsibility,
        enter=ledger.add_responsibility,
        writers=WRITERS,
        day="due",
        asked=("position", "task", "responsible_organ", "responsible_post", "due"),
        shown=("task", "plan", "responsible_organ", "responsible_post", "due", "done"),
        steps=(Step("finish", "登记完成", ledger.finish_responsibility, ("done",), empty="done"),),
        states=_tasks,
        own="responsible_organ",
        parent="plan",
        in_year="plan__year",
        ahead=frozenset({"due"}),
    ),
    Book(
        name="meetings",
        room=ROOM,
        about="党组会、联席会议等；一个会议只归一类，议题逐项登记在会议下面。",
        model=Meeting,
        enter=ledger.record_meeting,
        writers=WRITERS,
        day="held",
        asked=("kind", "title", "held", "chair"),
        shown=("title", "held", "kind", "chair"),
    ),
    Book(
        name="agenda",
        room=ROOM,
        about="会议听取的汇报和研究的问题；重点难点问题解决以后登记解决。",
        model=AgendaItem,
        enter=ledger.add_agenda_item,
        writers=WRITERS,
        day="meeting__held",
        asked=("position", "kind", "subject"),
        shown=("subject", "meeting", "kind", "resolved"),
        steps=(
            Step(
                "resolve",
                "登记解决",
                ledger.resolve_problem,
                ("resolved", "how"),
                empty="resolved",
                only={"kind": AgendaKind.PROBLEM.value},
            ),
        ),
        states=_agenda,
        parent="meeting",
    ),
    Book(
        name="studies",
        room=ROOM,
        about="本局自己的学习，一次一行。",
        model=Study,
        enter=ledger.record_study,
        writers=WRITERS,
        day="held",
        asked=("kind", "subject", "held"),
        shown=("subject", "held", "kind"),
    ),
    Book(
        name="trainings",
        room=ROOM,
        about="培训一次一行；参训人数照签到表如实填写，不留名单。",
        model=Training,
        enter=ledger.record_training,
        writers=WRITERS,
        day="begins",
        asked=("scope", "title", "begins", "ends", "hosts", "lecturers", "audience", "attendance"),
        shown=("title", "begins", "scope", "audience", "attendance"),
    ),
    Book(
        name="outreach",
        room=ROOM,
        about="普法活动、接访宣传和新媒体推送：解答咨询、发放材料和阅读次数。",
        model=Outreach,
        enter=ledger.record_outreach,
        writers=WRITERS,
        day="held",
        asked=("kind", "title", "held", "place", "consultations", "leaflets"),
        shown=("title", "held", "kind", "consultations", "leaflets", "reads", "reads_source"),
        steps=(
            Step(
                "read-off",
                "填报阅读次数",
                _read_off,
                ("reads", "reads_source", "reads_day"),
                only={"kind": OutreachKind.POST.value},
            ),
        ),
    ),
    Book(
        name="supplied",
        room=ROOM,
        about="其他机关提供的合计数，报告里注明“人工填报”和来源。只填数字，不填人。",
        model=SuppliedFigure,
        enter=ledger.supply_figure,
        writers=WRITERS,
        day="supplied",
        asked=("year", "name", "value", "unit", "source_organ", "supplied", "note"),
        shown=("name", "year", "value", "unit", "source_organ", "supplied"),
        in_year="year",
    ),
)
