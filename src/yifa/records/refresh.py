"""派生行 — brought up to date after an act: only what differs is written.

In plain SQL, because every act pays for it: a query built by Django takes several times as long as it runs.
"""

from collections import defaultdict
from functools import cache
from typing import Any

from django.db import connection

from yifa.records.models import PetitionRecord, Projection
from yifa.records.projections import Rows


def refresh(record: PetitionRecord, before: Rows, after: Rows) -> None:
    """Bring the projection rows of a petition from `before` to `after`."""
    fresh: dict[type[Projection], list[tuple[Any, ...]]] = defaultdict(list)
    with connection.cursor() as cursor:
        for (table, key), values in before.items():
            if (table, key) not in after:
                names = tuple(values)[: len(key)]
                cursor.execute(_sql("DELETE FROM {table} WHERE {where}", table, (), names), (record.pk, *key))
        for (table, key), values in after.items():
            had = before.get((table, key))
            if had is None:
                fresh[table].append((record.pk, *values.values()))
            elif had != values:
                changed = {name: value for name, value in values.items() if had[name] != value}
                sql = _sql("UPDATE {table} SET {set} WHERE {where}", table, tuple(changed), tuple(values)[: len(key)])
                cursor.execute(sql, (*changed.values(), record.pk, *key))
        for table, rows in fresh.items():
            names = next(tuple(values) for (one, _), values in after.items() if one is table)
            sql = _sql("INSERT INTO {table} ({columns}) VALUES ({marks})", table, ("petition_id", *names), ())
            cursor.executemany(sql, rows)


@cache
def _sql(shape: str, table: type[Projection], columns: tuple[str, ...], key: tuple[str, ...]) -> str:
    """One statement, with the names quoted: some of ours (`on`, `to`) are words of SQL."""
    quote = connection.ops.quote_name
    return shape.format(
        table=quote(table._meta.db_table),
        columns=", ".join(quote(name) for name in columns),
        marks=", ".join("%s" for _ in columns),
        set=", ".join(f"{quote(name)} = %s" for name in columns),
        where=" AND ".join(f"{quote(name)} = %s" for name in ("petition_id", *key)),
    )
