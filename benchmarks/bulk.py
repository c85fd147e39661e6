"""成批写入 — rows into a table as fast as each database takes them, past the door: for invented petitions only."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models

from yifa.records.models import ActRecord, PetitionRecord
from yifa.records.rebuild import TABLES

MODELS: tuple[type[models.Model], ...] = (PetitionRecord, ActRecord, *TABLES)
"""Every table of the record, petitions first."""


def insert(table: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Write rows: COPY where there is one, otherwise one prepared statement for all."""
    quote = connection.ops.quote_name
    into = f"{quote(table)} ({', '.join(map(quote, names))})"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        return
    connection.ensure_connection()
    connection.connection.executemany(f"INSERT INTO {into} VALUES ({', '.join('?' * len(names))})", rows)


def for_bulk() -> None:
    """No waiting for the disk on this connection: until it is filled, the database is a throwaway."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET synchronous_commit = off")
            cursor.execute("SET maintenance_work_mem = '512MB'")
        else:
            cursor.execute("PRAGMA synchronous = OFF")
            cursor.execute("PRAGMA cache_size = -131072")


@contextmanager
def without_indexes() -> Iterator[None]:
    """Take the indexes of the record away while it is filled, build them afterwards, and bring statistics up to date."""
    indexes = [(model, index) for model in MODELS for index in model._meta.indexes]
    for_bulk()
    with connection.schema_editor(atomic=False) as editor:
        for model, index in indexes:
            editor.remove_index(model, index)
    connection.close()  # the writers are started by forking: no connection may be open
    yield
    for_bulk()
    with connection.schema_editor(atomic=False) as editor:
        for model, index in indexes:
            editor.add_index(model, index)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [PetitionRecord]):
            cursor.execute(statement)
        cursor.execute("ANALYZE")
    connection.close()
