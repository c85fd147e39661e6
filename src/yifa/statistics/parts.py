"""计数 — what a figure is counted from.  Every part knows its number and the rows behind it, by one definition."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, NamedTuple, Protocol, cast

from django.db.models import BooleanField, Case, Count, Model, Q, QuerySet, Sum, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from yifa.statistics.year import Span, Year

Rows = QuerySet[Any]
"""Rows of whatever table a part counts."""


class Part(Protocol):
    """One number of a figure, and what it was counted from."""

    def total(self, year: Year, span: Span) -> int:
        """How many."""

    def rows(self, year: Year, span: Span) -> Rows:
        """Which."""


class Cell(NamedTuple):
    """A group of rows of a source that no indicator tells apart."""

    span: Span
    month: int
    values: dict[str, object]
    counted: int
    weight: int


def flag(condition: Q) -> Case:
    """A condition as a column: yes or no, never unknown."""
    return Case(When(condition, then=Value(value=True)), default=Value(value=False), output_field=BooleanField())


def always(_year: Year) -> Q:
    """No condition."""
    return Q()


def no_flags(_year: Year) -> Mapping[str, Q]:
    """No condition made a column."""
    return {}


@dataclass(frozen=True, kw_only=True, eq=False)
class Source:
    """来源 — rows of one table that several indicators count, grouped once for both years by one query.

    `day` is the column that says to which year a row belongs; `columns` and `flags` are what indicators tell
    rows apart by.  Together with `home` they stand in the table's index named for figures, so that the query
    reads that index alone.  `months`: grouped by day, then by month, because SQLite has no month of its own.
    """

    table: type[Model]
    day: str
    columns: tuple[str, ...] = ()
    base: Callable[[Year], Q] = always
    flags: Callable[[Year], Mapping[str, Q]] = no_flags
    weight: str = ""
    months: bool = False

    def rows(self, year: Year, span: Span) -> Rows:
        """The rows of a span, with the flags as columns."""
        within = {"home__in": year.homes, f"{self.day}__range": (span.since, span.until)}
        found: Rows = QuerySet(self.table).filter(self.base(year), **within)
        marked: Rows = found.annotate(**{name: flag(condition) for name, condition in self.flags(year).items()})
        return marked

    def cells(self, year: Year) -> list[Cell]:
        """All rows of both years in groups."""
        if self not in year.kept:
            year.kept[self] = list(self._cells(year))
        return cast("list[Cell]", year.kept[self])

    def _cells(self, year: Year) -> Iterator[Cell]:
        names = [*self.columns, *self.flags(year)]
        both = self.rows(year, Span(year.last.since, year.this.until))
        if year.last.until.year < year.this.until.year and (year.this.since - year.last.until).days > 1:
            # The year under way is set beside the same days of the last one: what came after them is left out.
            both = both.exclude(**{f"{self.day}__gt": year.last.until, f"{self.day}__lt": year.this.since})
        when: dict[str, Combinable] = (
            {} if self.months else {"current": flag(Q(**{f"{self.day}__gte": year.this.since}))}
        )
        grouped = both.annotate(**when).order_by().values_list(self.day if self.months else "current", *names)
        weight = Coalesce(Sum(self.weight), 0) if self.weight else Value(0)
        groups: dict[tuple[Any, ...], tuple[int, int]] = {}
        for mark, *rest in grouped.annotate(counted=Count("pk"), weighed=weight):
            current, month = (mark >= year.this.since, mark.month) if isinstance(mark, date) else (mark, 0)
            key = (current, month, *rest[:-2])
            counted, weighed = groups.get(key, (0, 0))
            groups[key] = counted + rest[-2], weighed + rest[-1]
        for (current, month, *values), (counted, weighed) in groups.items():
            span = year.this if current else year.last
            yield Cell(span, month, dict(zip(names, values, strict=True)), counted, weighed)

    def tally(self, year: Year, column: str) -> dict[Any, int]:
        """How many rows of this year have each value; values of the last year alone have none."""
        found: Counter[Any] = Counter()
        for cell in self.cells(year):
            found[cell.values[column]] += cell.counted if cell.span is year.this else 0
        return found


@dataclass(frozen=True, kw_only=True, eq=False)
class Cut:
    """The rows of a source that have one of the values named in each column named; `weighted`: their weight."""

    source: Source
    where: Mapping[str, Collection[object]] = field(default_factory=dict)
    month: int = 0
    weighted: bool = False

    def total(self, year: Year, span: Span) -> int:
        """From the grouped rows; no query of its own."""
        return sum(
            cell.weight if self.weighted else cell.counted
            for cell in self.source.cells(year)
            if cell.span is span
            and self.month in {0, cell.month}
            and all(cell.values[column] in admitted for column, admitted in self.where.items())
        )

    def rows(self, year: Year, span: Span) -> Rows:
        """The same, row by row."""
        found = self.source.rows(year, span.month(self.month) if self.month else span)
        return found.filter(**{f"{column}__in": list(admitted) for column, admitted in self.where.items()})


@dataclass(frozen=True, eq=False)
class Plus:
    """The rows of two parts of one table that have none in common."""

    one: Part
    other: Part

    def total(self, year: Year, span: Span) -> int:
        """Both."""
        return self.one.total(year, span) + self.other.total(year, span)

    def rows(self, year: Year, span: Span) -> Rows:
        """The rows of both."""
        one, other = self.one.rows(year, span), self.other.rows(year, span)
        both: Rows = QuerySet(one.model)
        return both.filter(Q(pk__in=one.values("pk")) | Q(pk__in=other.values("pk")))


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
        """Read by `count_ledgers` together with all others, or else alone."""
        if (self, span) not in year.kept:
            count_ledgers([self], year)
        return cast("int", year.kept[self, span])

    def rows(self, year: Year, span: Span) -> Rows:
        """As the ledger's own room defines them."""
        when = {"as_of": span.until} if self.as_of else {}
        until = {f"{self.day}__lte": span.until} if self.day else {}
        found = (self.find(organ=home, year=span.since.year, **when).filter(**until) for home in year.homes)
        return reduce(or_, found)


def count_ledgers(ledgers: Collection[Ledger], year: Year) -> None:
    """Count many ledgers in both years by one query."""
    asked = [(ledger, span) for ledger in dict.fromkeys(ledgers) for span in year.spans]
    counts = [
        ledger.rows(year, span)
        .order_by()
        .annotate(which=Value(place))
        .values("which")
        .annotate(summed=Coalesce(Sum(ledger.column), 0) if ledger.column else Count("pk"))
        .values_list("which", "summed")
        for place, (ledger, span) in enumerate(asked)
    ]
    year.kept |= dict.fromkeys(asked, 0)
    if counts:
        year.kept |= {asked[place]: total for place, total in counts[0].union(*counts[1:], all=True)}
