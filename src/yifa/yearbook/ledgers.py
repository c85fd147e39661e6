"""台账数字 — what a report tells of the ledgers beyond the indicators: entries one by one, and counts of its own.

Every number has a name by which its rows are found again: `plan.3` one entry, `chaired.局长某某` all of that kind.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Model, QuerySet

from yifa.organs.snapshot import snapshot
from yifa.programme import figures
from yifa.programme.models import (
    Meeting,
    MeetingKind,
    Plan,
    PlanKind,
    Responsibility,
    SuppliedFigure,
    Training,
    TrainingScope,
)
from yifa.statistics.indicator import percent
from yifa.yearbook.figures import Figure, Origin, printed

Rows = QuerySet[Any]
Find = Callable[..., Rows]

CHAIRED = "chaired"
ENTRIES: dict[str, Find] = {
    "meeting": figures.meetings,
    "plan": figures.plans_issued,
    "training": figures.trainings,
    "task": figures.responsibilities,
    "supplied": figures.supplied_figures,
}
"""The ledgers whose single entries a report tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """台账计数 — a count of rows, or with `d` a rate; its own, because no indicator has it."""

    term: str
    unit: str
    note: str
    n: Find
    d: Find | None = None


COUNTS: dict[str, Count] = {
    "plans": Count(term="制定计划和清单", unit="份", note="为本年度制定的", n=figures.plans_issued),
    "tasks": Count(term="责任事项", unit="项", note="本年度计划和清单所列", n=figures.responsibilities),
    "tasks_done": Count(
        term="已完成责任事项",
        unit="项",
        note="本年度计划和清单所列，制表之日已登记完成的",
        n=figures.responsibilities_done,
    ),
    "tasks_done_rate": Count(
        term="责任事项完成率",
        unit="%",
        note="已登记完成的／本年度计划和清单所列",
        n=figures.responsibilities_done,
        d=figures.responsibilities,
    ),
    "problems_taken_up": Count(
        term="研究重点难点问题", unit="个", note="按会议召开之日计入年度，不论是否解决", n=figures.problems_taken_up
    ),
}


def rows(name: str, home: str, year: int, of: str = "n") -> Rows | None:
    """The rows behind a ledger's figure, of this office and year only; None where there is none of that name."""
    ledger, _, which = name.partition(".")
    if name in COUNTS:
        find = COUNTS[name].n if of == "n" else COUNTS[name].d
        return _of(find, home, year) if find else None
    if of != "n":
        return None
    if ledger == CHAIRED:
        return _of(figures.meetings, home, year).filter(chair=which)
    if ledger in ENTRIES and which.isdecimal():
        # A task of the next year's plan is told as well: what is planned.
        found = [_of(ENTRIES[ledger], home, one).filter(pk=int(which)) for one in (year, year + 1)]
        return reduce(or_, found)
    return None


def _of(find: Find, home: str, year: int) -> Rows:
    return reduce(or_, (find(organ=one, year=year) for one in sorted(snapshot().files_of(home))))


TOLD: tuple[type[Model], ...] = (Plan, Responsibility, SuppliedFigure, Meeting)
"""The ledgers whose rows are told here; the others' as the indicators list them."""


def told(row: Model) -> tuple[date | None, str]:
    """A row of the ledgers that the indicators do not list: its day, and what it says."""
    match row:
        case Plan():
            return row.issued, f"{row.kind}　{row.title}"
        case Responsibility():
            done = f"{_day(row.done)}完成" if row.done else "未完成"
            return row.due, f"{row.task}　{row.responsible_post}　{_day(row.due)}前　{done}"
        case SuppliedFigure():
            return row.supplied, f"{row.name}　{_plain(row.value)}{row.unit}　{row.source_organ}提供　{row.note}"
        case Meeting():
            return row.held, f"{row.kind}　{row.title}　{row.chair}"
        case _:
            raise AssertionError(row)


def counts(home: str, year: int) -> Iterator[Figure]:
    """台账计数 of a year beside the year before."""
    for name, one in COUNTS.items():
        now, before = (_counted(one, home, each) for each in (year, year - 1))
        yield Figure(
            name=name,
            term=one.term,
            origin=Origin.LEDGER,
            unit=one.unit,
            n=now[0],
            d=now[1],
            value=now[2],
            before=before[2],
            before_n=before[0],
            before_d=before[1],
            note=one.note,
        )


def _counted(one: Count, home: str, year: int) -> tuple[int, int | None, str]:
    n = _of(one.n, home, year).count()
    if one.d is None:
        return n, None, printed(n)
    d = _of(one.d, home, year).count()
    return n, d, printed(percent(n, d))


Said = list[str | Figure]
"""A text in pieces: plain words, and the figures printed between them."""


def lists(home: str, year: int) -> dict[str, Said]:
    """台账明细 — by variable: the entries of a ledger, told one after the other."""
    meetings = list(_of(figures.meetings, home, year).prefetch_related("agenda"))
    plans = list(_of(figures.plans_issued, home, year))
    trainings = list(_of(figures.trainings, home, year))
    supplied = list(_of(figures.supplied_figures, home, year))
    found = {
        "首次党组会": _joined(_first(one) for one in meetings if one.kind == MeetingKind.PARTY_FIRST),
        "主持会议": _joined(_chaired(meetings), "，"),
        "下年度责任事项": _joined(map(_task, _of(figures.responsibilities, home, year + 1))),
        "人工填报数字": _joined([one.name, _supplied(one), f"（{one.source_organ}提供）"] for one in supplied),
    }
    for kind in PlanKind:
        found[f"文件：{kind}"] = _joined(([_plan(one)] for one in plans if one.kind == kind), "")
    found["对外培训"] = _joined(_training(one) for one in trainings if one.scope != TrainingScope.OWN_STAFF)
    for scope in TrainingScope:
        found[f"培训：{scope}"] = _joined(_training(one) for one in trainings if one.scope == scope)
    return found | {f"{Origin.BY_HAND}：{one.name}": [_supplied(one)] for one in supplied}


def _joined(told: Iterable[Said], between: str = "；") -> Said:
    """One after the other."""
    found: Said = []
    for one in told:
        found += [*([between] if found and between else []), *one]
    return found


def _entry(ledger: str, row: Model, day: date, value: str, unit: str = "", n: int = 1) -> Figure:
    """One entry: what is printed of it, and where it stands."""
    kept = row._meta.verbose_name  # noqa: SLF001 - documented by Django, underscore or not
    note = f"{kept}台账{_day(day)}：{row}"
    return Figure(
        name=f"{ledger}.{row.pk}", term=f"{kept}：{row}", origin=Origin.LEDGER, n=n, value=value, unit=unit, note=note
    )


def _first(meeting: Meeting) -> Said:
    heard = "、".join(one.subject for one in meeting.agenda.all() if not one.struck)
    return [
        f"{_day(meeting.held)}召开",
        _entry("meeting", meeting, meeting.held, meeting.title),
        f"，{heard}" if heard else "",
    ]


def _chaired(meetings: list[Meeting]) -> Iterator[Said]:
    """Who presided how often; of whom nothing is noted, nothing is said."""
    counted = Counter(one.chair for one in meetings if one.chair)
    for chair, n in counted.most_common():
        who = chair.removesuffix("主持").replace(" ", "")
        note = "会议台账中主持人为其人的会议，党组会和信访工作联席会议都计入"
        figure = Figure(
            name=f"{CHAIRED}.{chair}",
            term=f"主持会议：{who}",
            origin=Origin.LEDGER,
            n=n,
            value=str(n),
            unit="次",
            note=note,
        )
        yield [who, figure]


def _plan(plan: Plan) -> Figure:
    title = plan.title if plan.title.startswith("《") else f"《{plan.title}》"
    return _entry("plan", plan, plan.issued, title)


def _training(one: Training) -> Said:
    month = "" if one.ends.month == one.begins.month else f"{one.ends.month}月"
    until = f"至{month}{one.ends.day}日" if one.ends != one.begins else ""
    return [
        f"{_day(one.begins)}{until}{one.title}，{one.audience}",
        _entry("training", one, one.begins, str(one.attendance), "人", one.attendance),
        "参加",
    ]


def _task(one: Responsibility) -> Said:
    return [_entry("task", one, one.due, one.task), f"（{one.responsible_post}，{_day(one.due)}前）"]


def _supplied(one: SuppliedFigure) -> Figure:
    note = f"{one.source_organ}{_day(one.supplied)}提供。{one.note.removeprefix('人工填报：')}"
    return Figure(
        name=f"supplied.{one.pk}",
        term=one.name,
        origin=Origin.BY_HAND,
        n=int(one.value),
        value=_plain(one.value),
        unit=one.unit,
        note=note,
    )


def _plain(value: Decimal) -> str:
    return f"{value:f}".rstrip("0").rstrip(".")


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
