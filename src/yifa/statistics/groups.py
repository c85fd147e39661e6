"""汇总的读法 — every group of rows of a year and of the one before, by one query over totals and changes."""

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple, cast

import msgspec
from django.db import connection

from yifa.records.tallies import RECEIPTS
from yifa.statistics.year import DECEMBER, Span, Year

MONTHLY = (RECEIPTS.name,)
"""The tallies that figures ask by month; the others by year."""


class Group(NamedTuple):
    """Rows of one tally that have the same marks.  Its day is the day of the figures, or else any before it."""

    span: Span
    month: int
    day: date
    marks: list[Any]
    counted: int
    weight: int


def groups(year: Year) -> dict[str, list[Group]]:
    """By tally."""
    if groups not in year.kept:
        year.kept[groups] = _read(year)
    return cast("dict[str, list[Group]]", year.kept[groups])


def _read(year: Year) -> dict[str, list[Group]]:
    found: dict[str, list[Group]] = defaultdict(list)
    sql, values = _query(year)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        for name, period, today, marks, counted, weight in cursor.fetchall():
            if counted or weight:
                # A period is a year, or of the monthly ones a month, written 202508.
                number, month = divmod(period, 100) if name in MONTHLY else (period, 0)
                span = year.this if number == year.this.since.year else year.last
                day = year.on if today else span.since
                read = msgspec.json.decode(marks)
                found[name].append(Group(span, month, day, read, int(counted), int(weight)))
    return found


def _query(year: Year) -> tuple[str, list[str | int]]:
    """Whole months from the totals of months, what is left from those of days; what is not yet folded day by day."""
    homes = ", ".join(["%s"] * len(year.homes))
    totals, changes = [], []
    values: list[str | int] = []
    later: list[str | int] = []
    for span in year.spans:
        last = _month(span.until)
        if span.until.month == DECEMBER and span.until != year.on and span.until.day == date.max.day:
            totals.append("day = 0 AND month BETWEEN %s AND %s")
            values += [*year.homes, _month(span.since), last]
        else:
            if _month(span.since) < last:
                totals.append("day = 0 AND month BETWEEN %s AND %s")
                values += [*year.homes, _month(span.since), last - 1]
            totals.append("month = %s AND day BETWEEN 1 AND %s")
            values += [*year.homes, last, span.until.day]
        changes.append("(month BETWEEN %s AND %s OR month = %s AND day <= %s)")
        later += [_month(span.since), last - 1, last, span.until.day]
    read = "SELECT name, month, day, marks, counted, weight FROM"
    parts = [f"{read} tally_total WHERE home IN ({homes}) AND {one}" for one in totals]
    parts.append(f"{read} tally_change WHERE home IN ({homes}) AND ({' OR '.join(changes)})")
    today = [_month(year.on), year.on.day]
    monthly = ", ".join(f"'{name}'" for name in MONTHLY)
    sql = (
        f"SELECT name, CASE WHEN name IN ({monthly}) THEN month ELSE month / 100 END AS period,"  # noqa: S608
        " CASE WHEN month = %s AND day = %s THEN 1 ELSE 0 END AS today, marks, SUM(counted), SUM(weight)"
        f" FROM ({' UNION ALL '.join(parts)}) AS found GROUP BY name, period, today, marks"
    )
    return sql, [*today, *values, *year.homes, *later]


def _month(day: date) -> int:
    return day.year * 100 + day.month
