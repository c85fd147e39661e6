import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_tables"), ("records", "0003_beside")]

    operations = [
        migrations.CreateModel(
            name="Interview",
            fields=[
                (
                    "petition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="interview",
                        serialize=False,
                        to="records.petitionrecord",
                    ),
                ),
                ("answers", models.JSONField(verbose_name="回答")),
            ],
            options={"db_table": "interview"},
        ),
    ]
