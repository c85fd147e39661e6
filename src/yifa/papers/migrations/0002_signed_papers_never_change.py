"""A signed paper is append-only: the database itself refuses to change or delete one, whoever asks."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

REFUSED = "已签发的文书只增不改（append-only）"
SQLITE = [
    f"CREATE TRIGGER issued_paper_no_{what} BEFORE {what.upper()} ON issued_paper "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    for what in ("update", "delete")
]
POSTGRESQL = [
    f"""CREATE FUNCTION issued_paper_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'restrict_violation'; END $$""",
    """CREATE TRIGGER issued_paper_no_change BEFORE UPDATE OR DELETE ON issued_paper
        FOR EACH ROW EXECUTE FUNCTION issued_paper_append_only()""",
    """CREATE TRIGGER issued_paper_no_truncate BEFORE TRUNCATE ON issued_paper
        FOR EACH STATEMENT EXECUTE FUNCTION issued_paper_append_only()""",
]
UNDO = {
    "sqlite": [f"DROP TRIGGER issued_paper_no_{what}" for what in ("update", "delete")],
    "postgresql": ["DROP FUNCTION issued_paper_append_only() CASCADE"],
}


def guard(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def unguard(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("papers", "0001_tables")]

    operations = [migrations.RunPython(guard, unguard)]
