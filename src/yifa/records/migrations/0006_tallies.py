from typing import Any

import django.db.models.deletion
from django.db import migrations, models

GROUP: "list[tuple[str, models.Field[Any, Any]]]" = [
    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
    ("home", models.CharField(max_length=40, verbose_name="立卷机关")),
    ("month", models.PositiveIntegerField(verbose_name="年月")),
    ("day", models.PositiveSmallIntegerField(verbose_name="日")),
    ("name", models.CharField(max_length=40, verbose_name="汇总")),
    ("marks", models.CharField(max_length=240, verbose_name="要素")),
    ("counted", models.IntegerField(verbose_name="行数")),
    ("weight", models.BigIntegerField(verbose_name="合计")),
]
"""The columns of a group, total or change."""

INDEXES = [
    ("receiptrow", "receipt_counted_by_year", "receipt_of_year", ["home", "received"]),
    ("claimrow", "claim_ended_in_year", "claim_ended_in_year", ["home", "answered"]),
    ("claimrow", "claim_dispatched_in_year", "claim_dispatched_in_year", ["home", "dispatched"]),
    ("claimrow", "claim_diverted_in_year", "claim_diverted_in_year", ["home", "diverted"]),
    ("complaintrow", "complaint_counted_by_year", "complaint_of_year", ["home", "received"]),
    ("clockrow", "clock_rate_of_year", "clock_of_year", ["home", "due", "limit"]),
    ("steprow", "step_counted_by_year", "step_of_year", ["home", "kind", "on"]),
]
"""Groups are counted no more: an index finds the rows behind a figure."""

"""What the new columns and tables hold is computed from the acts: `yifa rebuild` fills them."""


class Migration(migrations.Migration):
    dependencies = [("records", "0005_lists_and_owed")]

    operations = [
        *(migrations.RemoveIndex(model_name=model, name=name) for model, name, _, _ in INDEXES),
        migrations.AddField(
            model_name="clockrow",
            name="returned",
            field=models.BooleanField(default=False, verbose_name="异议成立而退回"),
        ),
        migrations.AddField(
            model_name="claimrow",
            name="sealed",
            field=models.BooleanField(default=False, verbose_name="检举控告件"),
        ),
        migrations.CreateModel(
            name="LeadRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("home", models.CharField(max_length=40, verbose_name="立卷机关")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("named", models.DateField(verbose_name="确定日期")),
                ("full", models.DateField(null=True, verbose_name="五级齐备日期")),
                ("people", models.PositiveIntegerField(verbose_name="首次来件人数")),
                (
                    "petition",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="records.petitionrecord",
                    ),
                ),
            ],
            options={
                "db_table": "lead",
                "indexes": [models.Index(fields=["home", "named"], name="lead_of_year")],
                "constraints": [models.UniqueConstraint(fields=("petition", "year"), name="lead_once_a_year")],
            },
        ),
        migrations.CreateModel(name="TallyChange", fields=GROUP, options={"db_table": "tally_change"}),
        migrations.CreateModel(
            name="TallyTotal",
            fields=GROUP,
            options={
                "db_table": "tally_total",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("home", "month", "day", "name", "marks"), name="tally_one_per_group"
                    )
                ],
            },
        ),
        *(
            migrations.AddIndex(model_name=model, index=models.Index(fields=fields, name=name))
            for model, _, name, fields in INDEXES
        ),
    ]
