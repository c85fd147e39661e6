"""A settled report is append-only: the database itself refuses to change or delete one, whoever asks."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

REFUSED = "已定稿的报告只增不改（append-only）"
SQLITE = [
    f"CREATE TRIGGER settled_report_no_{what} BEFORE {what.upper()} ON settled_report "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    for what in ("update", "delete")
]
POSTGRESQL = [
    f"""CREATE FUNCTION settled_report_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'restrict_violation'; END $$""",
    """CREATE TRIGGER settled_report_no_change BEFORE UPDATE OR DELETE ON settled_report
        FOR EACH ROW EXECUTE FUNCTION settled_report_append_only()""",
    """CREATE TRIGGER settled_report_no_truncate BEFORE TRUNCATE ON settled_report
        FOR EACH STATEMENT EXECUTE FUNCTION settled_report_append_only()""",
]
UNDO = {
    "sqlite": [f"DROP TRIGGER settled_report_no_{what}" for what in ("update", "delete")],
    "postgresql": ["DROP FUNCTION settled_report_append_only() CASCADE"],
}


def guard(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def unguard(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("yearbook", "0001_tables")]

    operations = [migrations.RunPython(guard, unguard)]
