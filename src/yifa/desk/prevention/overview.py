"""各乡镇排查化解和代办情况 — month by month: what came up, and what became of it.  It weighs nobody against anybody."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractMonth

from yifa.desk.ledgers.access import keeps
from yifa.desk.ledgers.forms import choices
from yifa.desk.prevention.books import BOOKS
from yifa.desk.year.page import home_of
from yifa.organs.models import Staff
from yifa.organs.snapshot import snapshot
from yifa.prevention import figures

DISPUTES, PROXIES = BOOKS
BOOKS_BY_NAME = {book.name: book for book in BOOKS}
STAGES: dict[str, tuple[tuple[str, Callable[..., QuerySet[Any]]], ...]] = {
    DISPUTES.name: (("排查", figures.disputes_found), ("化解", figures.disputes_resolved)),
    PROXIES.name: (
        ("受理", figures.proxies_accepted),
        ("调解", figures.proxies_mediated),
        ("化解", figures.proxies_resolved),
    ),
}
"""What is counted of each ledger, as the year's figures count it."""

MONTHS = range(1, 13)
ALL = "合计"


@dataclass(frozen=True, slots=True)
class Month:
    """一格 — the counts of a month, by stage, and the days it runs from and to."""

    counts: list[int]
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Town:
    """一个乡镇的一年."""

    name: str
    months: list[Month]
    whole: list[int]


def towns(staff: Staff, book: str, year: int) -> list[Town]:
    """Every town in the order of the directory; to a town's people their own; last, where there are several, all of them."""
    now, found = snapshot(), _counts(staff, book, year)
    every = {one.value for one in choices(staff, DISPUTES)} | {town for town, _ in found}
    codes = sorted(every) if keeps(staff) else [now.standing(staff.organ_id)]
    rows = [_town(now.organs.name(code), [found[code, month] for month in MONTHS], year) for code in codes]
    if len(rows) > 1:
        rows.append(_town(ALL, [_sum([row.months[month - 1].counts for row in rows]) for month in MONTHS], year))
    return rows


def _counts(staff: Staff, book: str, year: int) -> dict[tuple[str, int], list[int]]:
    """By town and month, a query a stage; a merged town's count with its successor's."""
    stages, day, standing = STAGES[book], BOOKS_BY_NAME[book].day, snapshot().standing
    found: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0] * len(stages))
    for place, (_, find) in enumerate(stages):
        rows = find(organ=home_of(staff), year=year).order_by().values("town", month=ExtractMonth(day))
        for town, month, count in rows.annotate(count=Count("pk")).values_list("town", "month", "count"):
            found[standing(town), month][place] += count
    return found


def _town(name: str, months: list[list[int]], year: int) -> Town:
    return Town(name, [_month(year, month, counts) for month, counts in zip(MONTHS, months, strict=True)], _sum(months))


def _month(year: int, month: int, counts: list[int]) -> Month:
    after = date(year + month // 12, month % 12 + 1, 1)
    return Month(counts, date(year, month, 1), after - timedelta(days=1))


def _sum(rows: list[list[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]
