"""计数 — what a figure is counted from.  Every part knows its number and the rows behind it, by one definition."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from itertools import product
from operator import or_
from typing import Any, Protocol, cast

from django.db import connection
from django.db.models import Count, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from yifa.records.conditions import test_of
from yifa.records.tallies import Amount, Tally, flag
from yifa.statistics.groups import groups
from yifa.statistics.year import Span, Year

Rows = QuerySet[Any]
"""Rows of whatever table a part counts."""


NOTHING = (0, 0)
"""Of a group that has no rows."""


class Part(Protocol):
    """One number of a figure, and what it was counted from."""

    def total(self, year: Year, span: Span) -> int:
        """How many."""

    def rows(self, year: Year, span: Span) -> Rows:
        """Which."""

    @property
    def day(self) -> str:
        """The column of the day by which a row is counted."""


def always(_year: Year) -> Q:
    """No condition."""
    return Q()


def no_flags(_year: Year) -> Mapping[str, Q]:
    """No condition made a column."""
    return {}


@dataclass(frozen=True, kw_only=True, eq=False)
class Source:
    """来源 — what several indicators count: a tally of the record, as far as `base` admits it.

    `base` and `flags` say, for a year, what else must hold of a row or tells rows apart; they speak of the marks of
    the tally and of its day alone, so that groups answer for their rows.
    """

    tally: Tally
    base: Callable[[Year], Q] = always
    flags: Callable[[Year], Mapping[str, Q]] = no_flags

    def rows(self, year: Year, span: Span) -> Rows:
        """The rows of a span, with the flags as columns."""
        within = {"home__in": year.homes, f"{self.tally.day}__range": (span.since, span.until)}
        flags = {name: flag(condition) for name, condition in self.flags(year).items()}
        found: Rows = self.tally.rows().filter(self.base(year), **within).annotate(**flags)
        return found

    def sums(self, year: Year, span: Span, columns: tuple[str, ...]) -> Mapping[tuple[Any, ...], Amount]:
        """How many rows of a span have each combination of values in some columns, and their weight."""
        if (self, span, columns) not in year.kept:
            found: dict[tuple[Any, ...], Amount] = {}
            for row, (counted, weight) in self._groups(year)[span]:
                values = tuple(row[column] for column in columns)
                more, heavier = found.get(values, (0, 0))
                found[values] = counted + more, weight + heavier
            year.kept[self, span, columns] = found
        return cast("Mapping[tuple[Any, ...], Amount]", year.kept[self, span, columns])

    def values(self, year: Year, column: str) -> dict[Any, int]:
        """Every value of both years, and how many rows of this year have it."""
        found = dict.fromkeys((value for (value,) in self.sums(year, year.last, (column,))), 0)
        return found | {value: counted for (value,), (counted, _) in self.sums(year, year.this, (column,)).items()}

    def _groups(self, year: Year) -> Mapping[Span, list[tuple[dict[str, Any], Amount]]]:
        """The groups of both spans that are admitted: what their rows have in common, and how much they are."""
        if self not in year.kept:
            admitted = test_of(self.base(year))
            flags = {name: test_of(condition) for name, condition in self.flags(year).items()}
            found: dict[Span, list[tuple[dict[str, Any], Amount]]] = {span: [] for span in year.spans}
            for group in groups(year).get(self.tally.name, ()):
                row = dict(zip(self.tally.names, group.marks, strict=True)) | {self.tally.day: group.day}
                if admitted(row):
                    row |= {name: test(row) for name, test in flags.items()} | {MONTH: group.month}
                    found[group.span].append((row, (group.counted, group.weight)))
            year.kept[self] = found
        return cast("Mapping[Span, list[tuple[dict[str, Any], Amount]]]", year.kept[self])


MONTH = "month"
"""The column of a group that says of which month it is."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Cut:
    """The rows of a source that have one of the values named in each column named; `weighted`: their weight."""

    source: Source
    where: Mapping[str, Collection[object]] = field(default_factory=dict)
    month: int = 0
    weighted: bool = False

    def total(self, year: Year, span: Span) -> int:
        """From the groups; no query of its own."""
        where = {**self.where, MONTH: (self.month,)} if self.month else self.where
        sums = self.source.sums(year, span, tuple(where))
        return sum(sums.get(values, NOTHING)[self.weighted] for values in product(*where.values()))

    def rows(self, year: Year, span: Span) -> Rows:
        """The same, row by row."""
        return self.source.rows(year, span.month(self.month) if self.month else span).filter(self.fits)

    @property
    def day(self) -> str:
        """The column of the day by which a row is counted."""
        return self.source.tally.day

    @property
    def fits(self) -> Q:
        """What holds of its rows."""
        return Q(**{f"{column}__in": list(admitted) for column, admitted in self.where.items()})


@dataclass(frozen=True, eq=False)
class Plus:
    """The rows of two cuts of one source that have none in common."""

    one: Cut
    other: Cut

    def total(self, year: Year, span: Span) -> int:
        """Both."""
        return self.one.total(year, span) + self.other.total(year, span)

    def rows(self, year: Year, span: Span) -> Rows:
        """The rows of both."""
        return self.one.source.rows(year, span).filter(self.one.fits | self.other.fits)

    @property
    def day(self) -> str:
        """As of either."""
        return self.one.day


@dataclass(frozen=True, kw_only=True, eq=False)
class Ledger:
    """台账 — rows that `find` gives for an organ and a year, as far as their `day` lies in the span.

    The number is how many there are, or the sum of `column`.  `as_of`: `find` asks as of which day.
    """

    find: Callable[..., Rows]
    day: str = ""
    column: str = ""
    as_of: bool = False

    def total(self, year: Year, span: Span) -> int:
        """Read by `ledgers.counted` together with all others, or else alone."""
        if (self, span) not in year.kept:
            year.kept |= counted([self], year)
        return cast("int", year.kept[self, span])

    def rows(self, year: Year, span: Span) -> Rows:
        """As the ledger's own room defines them."""
        when = {"as_of": span.until} if self.as_of else {}
        until = {f"{self.day}__lte": span.until} if self.day else {}
        found = (self.find(organ=home, year=span.since.year, **when).filter(**until) for home in year.homes)
        return reduce(or_, found)


def counted(ledgers: Iterable[Ledger], year: Year) -> dict[object, object]:
    """Count many ledgers in both years by one query, whose text is made once a year and day."""
    asked = [(ledger, span) for ledger in dict.fromkeys(ledgers) for span in year.spans]
    key = (*(ledger for ledger, _ in asked), *year.spans, *year.homes)
    if key not in _QUERIES:
        if len(_QUERIES) >= KEPT_QUERIES:
            _QUERIES.clear()
        _QUERIES[key] = _query(asked, year)
    found = dict.fromkeys(range(len(asked)), 0)
    with connection.cursor() as cursor:
        cursor.execute(*_QUERIES[key])
        found |= dict(cursor.fetchall())
    return {asked[place]: int(total) for place, total in found.items()}


KEPT_QUERIES = 16
_QUERIES: dict[tuple[object, ...], tuple[str, tuple[Any, ...]]] = {}


def _query(asked: list[tuple[Ledger, Span]], year: Year) -> tuple[str, tuple[Any, ...]]:
    counts = [
        ledger.rows(year, span)
        .order_by()
        .annotate(which=Value(place))
        .values("which")
        .annotate(summed=Coalesce(Sum(ledger.column), 0) if ledger.column else Count("pk"))
        .values_list("which", "summed")
        for place, (ledger, span) in enumerate(asked)
    ]
    sql, values = counts[0].union(*counts[1:], all=True).query.sql_with_params()
    return sql, tuple(values)
