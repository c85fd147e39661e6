"""Acts and ledger changes are append-only: the database itself refuses to change or delete one, whoever asks."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

REFUSED = {
    "act": "acts are append-only: correct by a further act",
    "ledger_change": "台账变更只增不改",
}

SQLITE = [
    f"CREATE TRIGGER {table}_no_{what} BEFORE {what.upper()} ON {table} BEGIN SELECT RAISE(ABORT, '{refused}'); END"
    for table, refused in REFUSED.items()
    for what in ("update", "delete")
]
POSTGRESQL = [
    statement
    for table, refused in REFUSED.items()
    for statement in (
        f"""CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '{refused}' USING ERRCODE = 'restrict_violation'; END $$""",
        f"""CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION {table}_append_only()""",
        f"""CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only()""",
    )
]
UNDO = {
    "sqlite": [f"DROP TRIGGER {table}_no_{what}" for table in REFUSED for what in ("update", "delete")],
    "postgresql": [f"DROP FUNCTION {table}_append_only() CASCADE" for table in REFUSED],
}


def guard(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def unguard(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("records", "0001_tables")]

    operations = [migrations.RunPython(guard, unguard)]
