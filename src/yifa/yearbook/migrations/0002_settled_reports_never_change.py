"""A settled report is append-only."""

from django.db import migrations

from yifa.records.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("yearbook", "0001_tables")]

    operations = [append_only({"settled_report": "已定稿的报告只增不改（append-only）"})]
