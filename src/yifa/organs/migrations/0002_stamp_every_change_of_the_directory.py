from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("organ", "organ_superiors", "organ_name")

STAMP = """
INSERT INTO organ_stamp (id, token) VALUES (1, {random})
ON CONFLICT (id) DO UPDATE SET token = excluded.token;
"""
SQLITE = """
CREATE TRIGGER {table}_stamps_{verb} AFTER {verb} ON {table}
BEGIN {stamp} END
"""
FUNCTION = """
CREATE FUNCTION organ_stamp_anew() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN {stamp} RETURN NULL; END $$
"""
POSTGRESQL = """
CREATE TRIGGER {table}_stamps AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION organ_stamp_anew()
"""


def watch(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    if schema_editor.connection.vendor == "postgresql":
        stamp = STAMP.format(random="replace(gen_random_uuid()::text, '-', '')")
        schema_editor.execute(FUNCTION.format(stamp=stamp), params=None)
        for table in TABLES:
            schema_editor.execute(POSTGRESQL.format(table=table), params=None)
        return
    stamp = STAMP.format(random="lower(hex(randomblob(16)))")
    for table in TABLES:
        for verb in ("insert", "update", "delete"):
            schema_editor.execute(SQLITE.format(table=table, verb=verb, stamp=stamp), params=None)


def leave(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION organ_stamp_anew() CASCADE", params=None)
        return
    for table in TABLES:
        for verb in ("insert", "update", "delete"):
            schema_editor.execute(f"DROP TRIGGER {table}_stamps_{verb}", params=None)


class Migration(migrations.Migration):
    dependencies = [("organs", "0001_create_organs_and_staff")]

    operations = [migrations.RunPython(watch, leave)]
