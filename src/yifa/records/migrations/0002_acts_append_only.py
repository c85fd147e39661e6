"""The acts are append-only: the database itself refuses to change or delete one, whoever asks."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

REFUSED = "acts are append-only: correct by a further act"

SQLITE = [
    f"CREATE TRIGGER act_no_{what} BEFORE {what.upper()} ON act BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    for what in ("update", "delete")
]
POSTGRESQL = [
    f"""CREATE FUNCTION act_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'restrict_violation'; END $$""",
    "CREATE TRIGGER act_no_change BEFORE UPDATE OR DELETE ON act FOR EACH ROW EXECUTE FUNCTION act_append_only()",
    "CREATE TRIGGER act_no_truncate BEFORE TRUNCATE ON act FOR EACH STATEMENT EXECUTE FUNCTION act_append_only()",
]
UNDO = {
    "sqlite": ["DROP TRIGGER act_no_update", "DROP TRIGGER act_no_delete"],
    "postgresql": [
        "DROP TRIGGER act_no_truncate ON act",
        "DROP TRIGGER act_no_change ON act",
        "DROP FUNCTION act_append_only()",
    ],
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
