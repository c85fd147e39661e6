"""汇总 — the groups that figures count, kept up with every act: a projection of the projection rows (ADR 0007).

An act inserts what it adds to a group and takes from it; from time to time these changes are folded into the
totals.  A figure is totals and changes together, read by one query: exact at any moment.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import msgspec
from django.db import connection, transaction
from django.db.models import BooleanField, Case, Count, F, Q, QuerySet, Sum, Value, When

from yifa.law.limits import DIRECT_NOTICE, DISPATCH, HANDLING, NOTICE, OBJECTION
from yifa.records.conditions import test_of
from yifa.records.models import (
    ClaimRow,
    ClockRow,
    ComplaintRow,
    LeadRow,
    Projection,
    ReceiptRow,
    StepRow,
    TallyChange,
    TallyTotal,
)
from yifa.records.projections import Rows

COLLECTIVE = 5
"""集体访 — a visit of this many or more.

The threshold is remembered practice (R), not in the Regulation; 以上 includes the number itself (MFF 1259).  It is
another five than that of the representatives (Art. 20¶3).
"""

LIMITS = (DISPATCH.id, DIRECT_NOTICE.id, NOTICE.id, OBJECTION.id, HANDLING.id)
"""The limits whose keeping is a figure."""

FOLD_EVERY = 1000
"""After about so many acts the changes are folded."""

Group = tuple[str, int, int, str, str]
"""Home, month, day, tally, marks: the key of a total."""

Amount = tuple[int, int]
"""Rows and weight."""


def flag(condition: Q) -> Case:
    """A condition as a column: yes or no, never unknown."""
    return Case(When(condition, then=Value(value=True)), default=Value(value=False), output_field=BooleanField())


@dataclass(frozen=True, kw_only=True, eq=False)
class Tally:
    """汇总 — the rows of a table by home and day, and by the `columns` and `flags` that figures tell them apart by.

    `day` is the column that says when a row counts; without it, it does not.  `weight`: a column to be summed.
    """

    name: str
    table: type[Projection]
    day: str
    columns: tuple[str, ...] = ()
    flags: Mapping[str, Q] = field(default_factory=dict)
    where: Q = field(default_factory=Q)
    weight: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """What the marks of a group are, in their order."""
        return *self.columns, *self.flags

    def rows(self) -> QuerySet[Any]:
        """All rows, the flags as columns."""
        flags = {name: flag(condition) for name, condition in self.flags.items()}
        found: QuerySet[Any] = QuerySet(self.table).filter(self.where).annotate(**flags)
        return found

    @cached_property
    def _tests(self) -> tuple[Any, ...]:
        return test_of(self.where), tuple(test_of(condition) for condition in self.flags.values())

    def group(self, row: Mapping[str, Any]) -> tuple[Group, int] | None:
        """To which group a row belongs, and its weight; None if it does not count."""
        day = row[self.day]
        where, flags = self._tests
        if day is None or not where(row):
            return None
        marks = [row[name] for name in self.columns]
        marks += [test(row) for test in flags]
        return _group(row["home"], day, self.name, marks), row[self.weight] if self.weight else 0

    def counts(self) -> Iterator[tuple[Group, Amount]]:
        """Every group of a day, counted from the rows by the database."""
        dated = self.rows().filter(**{f"{self.day}__isnull": False})
        weight = Sum(self.weight) if self.weight else Value(0)
        grouped = dated.order_by().values_list("home", self.day, *self.names)
        found = grouped.annotate(counted=Count("pk"), weighed=weight)
        for home, day, *marks, counted, weighed in found.iterator():
            yield _group(home, day, self.name, marks), (counted, weighed)


def _group(home: str, day: date, name: str, marks: list[Any]) -> Group:
    return home, day.year * 100 + day.month, day.day, name, msgspec.json.encode(marks).decode()


RECEIPTS = Tally(
    name="receipt",
    table=ReceiptRow,
    day="received",
    columns=("channel", "level"),
    flags={"repeat": Q(ordinal__gt=0), "collective": Q(people__gte=COLLECTIVE)},
    weight="people",
)
CLOCKS = Tally(
    name="clock",
    table=ClockRow,
    day="due",
    columns=("limit", "provisional", "returned"),
    flags={
        "done": Q(met__isnull=False),
        "kept": Q(met__isnull=False, met__lte=F("due")),
        "prolonged": Q(extended__gt=0),
    },
    # What stands paused has no last day yet: it grows with every day.
    where=Q(limit__in=LIMITS, paused=False),
)
ENDED = Tally(name="ended", table=ClaimRow, day="answered", columns=("track", "resolved", "repeated", "rated_organ"))
OPEN = Q(sealed=False)
"""Towns and organs are told of files that are not sealed: where only a few are counted, one more would betray it."""
HANDLERS = Tally(name="handler", table=ClaimRow, day="answered", columns=("handler",), where=OPEN)
SENT = Tally(name="sent", table=ClaimRow, day="dispatched", columns=("track", "rated_office"))
DIVERTED = Tally(name="diverted", table=ClaimRow, day="diverted", columns=("path",))
CATEGORIES = Tally(name="category", table=ClaimRow, day="received", columns=("category",))
PLACES = Tally(name="place", table=ClaimRow, day="received", columns=("place",), where=OPEN)
COMPLAINTS = Tally(name="complaint", table=ComplaintRow, day="received", columns=("organ",))
STEPS = Tally(name="step", table=StepRow, day="on", columns=("kind", "value", "by"))
LED = Tally(name="led", table=LeadRow, day="named", flags={"group": Q(people__gte=COLLECTIVE)})
LED_FULL = Tally(name="led-full", table=LeadRow, day="full", flags={"group": Q(people__gte=COLLECTIVE)})

TALLIES = (RECEIPTS, CLOCKS, ENDED, HANDLERS, SENT, DIVERTED, CATEGORIES, PLACES, COMPLAINTS, STEPS, LED, LED_FULL)
_OF: dict[type[Projection], list[Tally]] = {
    one.table: [tally for tally in TALLIES if tally.table is one.table] for one in TALLIES
}


def follow(before: Rows, after: Rows) -> None:
    """Insert what the rows of one petition add to groups and take from them, when they go from `before` to `after`."""
    changes: Counter[Group] = Counter()
    weights: Counter[Group] = Counter()
    for sign, rows, others in ((-1, before, after), (1, after, before)):
        for (table, key), row in rows.items():
            tallies = _OF.get(table)
            if tallies and others.get((table, key)) != row:
                for tally in tallies:
                    if found := tally.group(row):
                        changes[found[0]] += sign
                        weights[found[0]] += sign * found[1]
    if rows_changed := [(*group, n, weights[group]) for group, n in changes.items() if n or weights[group]]:
        marks = ", ".join(["(%s, %s, %s, %s, %s, %s, %s)"] * len(rows_changed))
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO tally_change (home, month, day, name, marks, counted, weight) VALUES {marks}",  # noqa: S608
                [value for row in rows_changed for value in row],
            )


def fold() -> None:
    """Add the changes to the totals, unless somebody else is at it."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", (FOLDING,))
            if not cursor.fetchone()[0]:
                return
        cursor.execute("DELETE FROM tally_change RETURNING home, month, day, name, marks, counted, weight")
        _add(((home, month, day, name, marks), amount) for home, month, day, name, marks, *amount in cursor.fetchall())


FOLDING = 0x79696661
"""The lock of PostgreSQL that whoever folds holds."""


def _add(changes: Iterable[tuple[Group, Any]]) -> None:
    """To the totals of days and of their months."""
    counts: Counter[Group] = Counter()
    weights: Counter[Group] = Counter()
    for (home, month, day, name, marks), (n, weight) in changes:
        for part in (day, 0):
            group = home, month, part, name, marks
            counts[group] += n
            weights[group] += weight
    # In one order, always: whoever adds after an interruption cannot lock what another waits for.
    rows = [(*group, n, weights[group]) for group, n in sorted(counts.items()) if n or weights[group]]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO tally_total (home, month, day, name, marks, counted, weight)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT (home, month, day, name, marks) DO UPDATE"
            " SET counted = tally_total.counted + excluded.counted, weight = tally_total.weight + excluded.weight",
            rows,
        )


def recount(*, mend: bool) -> Iterator[tuple[str, str]]:
    """Compare every tally with its rows; yields home and tally where they differ, and with `mend` counts anew."""
    for tally in TALLIES:
        with transaction.atomic():
            _hold_still()
            right = dict(tally.counts())
            kept = _kept(tally)
            wrong = sorted({group[0] for group in right.keys() | kept.keys() if right.get(group) != kept.get(group)})
            if mend and wrong:
                TallyChange.objects.filter(name=tally.name).delete()
                TallyTotal.objects.filter(name=tally.name).delete()
                _add(right.items())
        yield from ((home, tally.name) for home in wrong)


def _hold_still() -> None:
    """No act may come between the rows and their tally: on SQLite the transaction sees to it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE tally_change IN SHARE ROW EXCLUSIVE MODE")


def _kept(tally: Tally) -> dict[Group, Amount]:
    """The groups of every day as totals and changes have them; of a month, by how much it is not the sum of its days."""
    found: Counter[Group] = Counter()
    weights: Counter[Group] = Counter()
    for table, monthly in ((TallyTotal, True), (TallyChange, False)):
        rows = table.objects.filter(name=tally.name).values_list("home", "month", "day", "marks", "counted", "weight")
        for home, month, day, marks, counted, weight in rows.iterator():
            group, whole = ((home, month, one, tally.name, marks) for one in (day, 0))
            found[group] += counted
            weights[group] += weight
            if day and monthly:
                found[whole] -= counted
                weights[whole] -= weight
    return {group: (n, weights[group]) for group, n in found.items() if n or weights[group]}
