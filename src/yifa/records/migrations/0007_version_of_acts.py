from django.db import migrations, models


class Migration(migrations.Migration):
    """Every act on record so far is of version 1; its row stays as it is."""

    dependencies = [("records", "0006_tallies")]

    operations = [
        # Said in SQL: on SQLite AddField would make the table anew, and drop the triggers that keep it with the old one.
        # Both databases add a column with a constant default without touching a row.
        migrations.RunSQL(
            "ALTER TABLE act ADD COLUMN version smallint DEFAULT 1 NOT NULL CHECK (version >= 0)",
            "ALTER TABLE act DROP COLUMN version",
            state_operations=[
                migrations.AddField(
                    model_name="actrecord",
                    name="version",
                    field=models.PositiveSmallIntegerField(db_default=1, verbose_name="版本"),
                ),
            ],
        ),
    ]
