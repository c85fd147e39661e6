"""只增不改 — the database itself refuses to change or delete a row of some tables, whoever asks."""

from collections.abc import Mapping

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython
from django.db.migrations.state import StateApps


def append_only(refused: Mapping[str, str]) -> RunPython:
    """A step of a migration: triggers on the tables named, each refusing in the words given."""

    def guard(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        triggers = _sqlite if schema_editor.connection.vendor == "sqlite" else _postgresql
        for table, words in refused.items():
            for statement in triggers(table, words):
                schema_editor.execute(statement)

    def unguard(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for table in refused:
            if schema_editor.connection.vendor == "sqlite":
                schema_editor.execute(f"DROP TRIGGER {table}_no_update")
                schema_editor.execute(f"DROP TRIGGER {table}_no_delete")
            else:
                schema_editor.execute(f"DROP FUNCTION {table}_append_only() CASCADE")

    return RunPython(guard, unguard)


def _sqlite(table: str, words: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_no_{what} BEFORE {what.upper()} ON {table} BEGIN SELECT RAISE(ABORT, '{words}'); END"
        for what in ("update", "delete")
    ]


def _postgresql(table: str, words: str) -> list[str]:
    return [
        f"""CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '{words}' USING ERRCODE = 'restrict_violation'; END $$""",
        f"""CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION {table}_append_only()""",
        f"""CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only()""",
    ]
