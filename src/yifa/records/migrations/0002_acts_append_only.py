"""Acts and ledger changes are append-only."""

from django.db import migrations

from yifa.records.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("records", "0001_tables")]

    operations = [
        append_only({"act": "acts are append-only: correct by a further act", "ledger_change": "台账变更只增不改"})
    ]
