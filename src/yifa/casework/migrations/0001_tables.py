import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organs", "0002_stamp_every_change_of_the_directory"),
        ("records", "0003_beside"),
    ]

    operations = [
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False, verbose_name="编号")),
                ("kind", models.CharField(max_length=40, verbose_name="任务")),
                ("title", models.CharField(max_length=120, verbose_name="名称")),
                ("asked", models.JSONField(default=dict, verbose_name="要求")),
                (
                    "state",
                    models.CharField(
                        choices=[("等待", "Waiting"), ("进行中", "Running"), ("完成", "Done"), ("失败", "Failed")],
                        default="等待",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0, verbose_name="已完成")),
                ("total", models.PositiveIntegerField(default=0, verbose_name="总数")),
                ("message", models.TextField(blank=True, verbose_name="说明")),
                ("file", models.CharField(blank=True, max_length=200, verbose_name="文件")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="开始时间")),
                ("beat", models.DateTimeField(auto_now=True, verbose_name="最近进展")),
                (
                    "staff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="jobs", to="organs.staff"
                    ),
                ),
            ],
            options={
                "db_table": "job",
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organ", models.CharField(max_length=40, verbose_name="机关")),
                ("text", models.TextField(verbose_name="内容")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.staff",
                        verbose_name="写备注的人",
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="records.petitionrecord"
                    ),
                ),
            ],
            options={
                "db_table": "note",
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organ", models.CharField(max_length=40, verbose_name="机关")),
                ("why", models.CharField(blank=True, max_length=200, verbose_name="事由")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
                ("until", models.DateTimeField(null=True, verbose_name="结束时间")),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.staff",
                        verbose_name="交办的人",
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="records.petitionrecord",
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.staff",
                        verbose_name="经办人",
                    ),
                ),
            ],
            options={
                "db_table": "assignment",
                "ordering": ["at", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("until", None)), fields=["staff", "petition"], name="assignment_of_person"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("petition", "organ"),
                        name="assignment_one_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organ", models.CharField(max_length=40, verbose_name="机关")),
                ("kind", models.CharField(max_length=40, verbose_name="行为")),
                ("content", models.TextField(verbose_name="内容")),
                ("expected", models.PositiveIntegerField(verbose_name="送审时行为数")),
                ("reason", models.TextField(blank=True, verbose_name="送审说明")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("待批", "Waiting"),
                            ("已批准", "Approved"),
                            ("退回", "Returned"),
                            ("撤回", "Withdrawn"),
                        ],
                        default="待批",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="送审时间")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="审批时间")),
                ("answer", models.TextField(blank=True, verbose_name="审批意见")),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposed",
                        to="organs.staff",
                        verbose_name="送审人",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.staff",
                        verbose_name="审批人",
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="records.petitionrecord",
                    ),
                ),
            ],
            options={
                "db_table": "proposal",
                "ordering": ["at", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "待批")),
                        fields=["organ", "kind", "at"],
                        name="proposal_waiting_at_organ",
                    ),
                    models.Index(fields=["by", "state", "-decided_at"], name="proposal_of_author"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                ("query", models.CharField(max_length=500, verbose_name="条件")),
                (
                    "staff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="saved_views", to="organs.staff"
                    ),
                ),
            ],
            options={
                "db_table": "saved_view",
                "ordering": ["name"],
                "constraints": [models.UniqueConstraint(fields=("staff", "name"), name="saved_view_one_per_name")],
            },
        ),
    ]
