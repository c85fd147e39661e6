from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

STAMP = """
INSERT INTO organ_stamp (id, token) VALUES (1, lower(hex(randomblob(16))))
ON CONFLICT (id) DO UPDATE SET token = excluded.token;
"""
POSTGRESQL = """
CREATE TRIGGER staff_stamps AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON staff
FOR EACH STATEMENT EXECUTE FUNCTION organ_stamp_anew()
"""
"""The function is of 0002."""

VERBS = ("insert", "update", "delete")


def watch(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    """Who heads an organ stands in its directory entry: a change of the staff changes it."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL, params=None)
        return
    for verb in VERBS:
        schema_editor.execute(
            f"CREATE TRIGGER staff_stamps_{verb} AFTER {verb} ON staff BEGIN {STAMP} END", params=None
        )


def leave(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER staff_stamps ON staff", params=None)
        return
    for verb in VERBS:
        schema_editor.execute(f"DROP TRIGGER staff_stamps_{verb}", params=None)


class Migration(migrations.Migration):
    dependencies = [("organs", "0004_office_profile")]

    operations = [migrations.RunPython(watch, leave)]
