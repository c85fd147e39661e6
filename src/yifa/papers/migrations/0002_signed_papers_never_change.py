"""A signed paper is append-only."""

from django.db import migrations

from yifa.records.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("papers", "0001_tables")]

    operations = [append_only({"issued_paper": "已签发的文书只增不改（append-only）"})]
