"""What the page of a year shows: the main figures, the months as bars, every indicator by heading, and the rows behind one."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from yifa.law.terms import OrganKind
from yifa.organs.models import OrganRecord, Staff
from yifa.organs.permissions import visible
from yifa.organs.snapshot import snapshot
from yifa.records.models import PetitionRecord
from yifa.statistics import Result, behind, compute, lines
from yifa.statistics.indicator import Number

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

PER_PAGE = 50
WIDTH, HEIGHT, FOOT = 720, 200, 24
"""The chart's measures in its own units."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One month's pair of bars."""

    label: str
    x: float
    this: tuple[float, float]
    last: tuple[float, float]
    said: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure as it is printed."""

    result: Result
    value: str
    previous: str
    change: str
    rising: bool


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
    listed = [one for one in results if not one.name.startswith("receipts_m")]
    return {
        "section": "year",
        "year": year,
        "next_year": year + 1 if year < timezone.localdate().year else None,
        "office": snapshot().organs.name(home),
        "main": [shown(by_name[name]) for name in MAIN if name in by_name],
        "bars": bars([by_name[f"receipts_m{month:02}"] for month in range(1, 13)]),
        "headings": [
            (heading, [shown(one) for one in group])
            for heading, group in groupby(listed, key=lambda one: one.indicator.heading)
        ],
    }


def shown(result: Result) -> Shown:
    """A figure in print: thousands apart, rates with two decimals, no sign of a change where there is none to compare."""
    change = result.change
    said = (
        "" if change is None else f"{'+' if change > 0 else '−' if change < 0 else ''}{abs(change)}{result.change_unit}"
    )
    return Shown(result, printed(result.value), printed(result.previous), said, bool(change and change > 0))


def printed(value: Number | None) -> str:
    """A number as reports print it; a dash where nothing can be computed."""
    if value is None:
        return "—"
    return f"{value:,.2f}" if isinstance(value, Decimal) else f"{value:,}"


def bars(months: list[Result]) -> list[Bar]:
    """Twelve pairs of bars, the year before behind."""
    highest = max([1, *(max(one.n, one.last.n) for one in months)])
    return list(_bars(months, (HEIGHT - FOOT) / highest))


def _bars(months: list[Result], scale: float) -> Iterator[Bar]:
    step = WIDTH / len(months)
    for place, one in enumerate(months):
        height, before = one.n * scale, one.last.n * scale
        yield Bar(
            label=f"{place + 1}月",
            x=round(place * step + step / 2, 1),
            this=(round(HEIGHT - FOOT - height, 1), round(height, 1)),
            last=(round(HEIGHT - FOOT - before, 1), round(before, 1)),
            said=f"{place + 1}月 {one.n}件次，上年{one.last.n}件次",
        )


def rows_page(staff: Staff, year: int, name: str, asked: QueryDict) -> dict[str, Any] | None:
    """The rows behind one figure, a page at a time; None where there is no such figure."""
    home = home_of(staff)
    of = "d" if asked.get("of") == "d" else "n"
    rows = behind(name, home, year, of=of)
    if rows is None:
        return None
    result = next(one for one in compute(home, year) if one.name == name)
    cut: Page[Any] = Paginator(rows.order_by("pk"), PER_PAGE).get_page(asked.get("page"))
    listed = list(lines(rows.order_by("pk")[cut.start_index() - 1 : cut.end_index()])) if cut.paginator.count else []
    numbers = [one["number"] for one in listed]
    may_see = PetitionRecord.objects.filter(visible(staff), number__in=numbers)
    seen = set(may_see.values_list("number", flat=True))
    return {
        "section": "year",
        "year": year,
        "of": of,
        "shown": shown(result),
        "page": cut,
        "lines": [(one, reverse("petition", args=[one["number"]]) if one["number"] in seen else "") for one in listed],
        "definition": result.indicator,
    }
