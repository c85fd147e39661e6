import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from yifa.records.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("records", "0007_version_of_acts"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReadingSetting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("office", models.CharField(max_length=40, verbose_name="立卷机关")),
                ("name", models.CharField(max_length=40, verbose_name="读法")),
                ("value", models.JSONField(verbose_name="值")),
                ("since", models.DateField(verbose_name="起始日")),
                ("reason", models.TextField(verbose_name="理由")),
                ("set_at", models.DateTimeField(auto_now_add=True, verbose_name="设定时间")),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="设定人",
                    ),
                ),
            ],
            options={
                "db_table": "reading_setting",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="reading_setting_has_reason"
                    )
                ],
            },
        ),
        append_only({"reading_setting": "读法设定只增不改"}),
    ]
