"""What the page of a year shows: the main figures, charts beside the year before, and every other indicator by heading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.utils import timezone

from yifa.desk.year.charts import CHARTS, Chart
from yifa.exchange.sheets import Cell, Column, Sheet
from yifa.law.terms import OrganKind
from yifa.organs.models import OrganRecord, Staff
from yifa.organs.snapshot import snapshot
from yifa.statistics import Result, compute
from yifa.statistics.indicator import Number

FIRST_YEAR = 2022
"""The Regulation has been in force since then; the year before may be compared."""

MAIN = (
    "receipts",
    "receipts_visit",
    "receipts_online",
    "receipts_letter",
    "office_acceptance_rate",
    "organ_acceptance_rate",
    "completion_rate",
    "one_time_resolution_rate",
)
"""The figures a reader looks for first."""

COLUMNS = (
    Column("类别", 20),
    Column("指标", 36),
    Column("数值", 12),
    Column("单位", 8),
    Column("分子", 12),
    Column("分母", 12),
    Column("上年", 12),
    Column("同比", 12),
    Column("同比单位", 10),
    Column("口径", 80),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure as it is printed."""

    result: Result
    value: str
    previous: str
    change: str


def is_told(year: int) -> bool:
    """Whether there are figures of a year: since the Regulation is in force."""
    return FIRST_YEAR <= year <= timezone.localdate().year


def home_of(staff: Staff) -> str:
    """The petition office whose figures this person reads: the own one, or the one beside or above."""
    known = snapshot().organs
    if known.kind(staff.organ_id) is OrganKind.PETITION_OFFICE:
        return staff.organ_id
    organ = known.get(staff.organ_id)
    beside = {staff.organ_id, *(organ.superiors if organ else ())}
    offices = OrganRecord.objects.filter(kind=OrganKind.PETITION_OFFICE).order_by("code")
    near = offices.filter(superiors__code__in=beside).values_list("code", flat=True).first()
    return near or offices.values_list("code", flat=True).first() or staff.organ_id


def page(home: str, year: int) -> dict[str, Any]:
    """The year's page."""
    results = compute(home, year)
    by_name = {one.name: one for one in results}
    charts = [drawn for chart in CHARTS if (drawn := Chart(chart, by_name))]
    charted = {name for chart in charts for name in chart.names}
    listed = [one for one in results if one.name not in charted]
    today = timezone.localdate()
    return {
        "section": "year",
        "year": year,
        "next_year": year + 1 if year < today.year else None,
        "until": today if year == today.year else None,
        "office": snapshot().organs.name(home),
        "main": [shown(by_name[name]) for name in MAIN],
        "charts": charts,
        "headings": [
            (heading, [shown(one) for one in group])
            for heading, group in groupby(listed, key=lambda one: one.indicator.heading)
        ],
    }


def sheet(home: str, year: int) -> Sheet:
    """The same as a table: every indicator, and how it is counted."""
    return Sheet(f"{year}年度指标", COLUMNS, _cells(compute(home, year)))


def _cells(results: Iterable[Result]) -> Iterator[list[Cell]]:
    for one in results:
        yield [
            one.indicator.heading,
            one.term,
            one.value,
            one.unit,
            one.n,
            one.d,
            one.previous,
            one.change,
            one.change_unit,
            one.indicator.note,
        ]


def shown(result: Result) -> Shown:
    """A figure in print: thousands apart, rates with two decimals, no sign of a change where there is none to compare."""
    change = result.change
    said = (
        "" if change is None else f"{'+' if change > 0 else '−' if change < 0 else ''}{abs(change)}{result.change_unit}"
    )
    return Shown(result, printed(result.value), printed(result.previous), said)


def printed(value: Number | None) -> str:
    """A number as reports print it; a dash where nothing can be computed."""
    if value is None:
        return "—"
    return f"{value:,.2f}" if isinstance(value, Decimal) else f"{value:,}"
