from django.db import migrations, models

ADD = "ALTER TABLE {table} ADD COLUMN next_due_provisional bool DEFAULT FALSE NOT NULL"
DROP = "ALTER TABLE {table} DROP COLUMN next_due_provisional"
FROM_THE_CLOCKS = """
    UPDATE {table} SET next_due_provisional = TRUE WHERE EXISTS (
        SELECT 1 FROM clock WHERE clock.petition_id = {table}.{key} AND clock.due = {table}.next_due AND clock.provisional
            AND clock.met IS NULL AND clock.ended IS NULL AND NOT clock."right" AND NOT clock.paused
    )
"""
TABLES = {"petition": ("petitionrecord", "id"), "holder": ("holderrow", "petition_id")}


class Migration(migrations.Migration):
    """Lists say of a last day whether it may still move."""

    dependencies = [("records", "0008_reading_settings")]

    operations = [
        # Said in SQL, as in 0007: on SQLite AddField would make the largest tables anew.
        *(
            migrations.RunSQL(
                ADD.format(table=table),
                DROP.format(table=table),
                state_operations=[
                    migrations.AddField(
                        model_name=model,
                        name="next_due_provisional",
                        field=models.BooleanField(default=False, verbose_name="最近期限暂定"),
                    ),
                ],
            )
            for table, (model, _) in TABLES.items()
        ),
        *(
            migrations.RunSQL(FROM_THE_CLOCKS.format(table=table, key=key), migrations.RunSQL.noop)
            for table, (_, key) in TABLES.items()
        ),
    ]
