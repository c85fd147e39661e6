import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0002_acts_append_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="QueryCode",
            fields=[
                (
                    "petition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="query_code",
                        serialize=False,
                        to="records.petitionrecord",
                    ),
                ),
                ("digest", models.CharField(max_length=64, verbose_name="摘要")),
                ("issued_at", models.DateTimeField(auto_now=True, verbose_name="发放时间")),
                (
                    "issued_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="发放人",
                    ),
                ),
            ],
            options={
                "db_table": "query_code",
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False, verbose_name="编号")),
                ("draft", models.CharField(blank=True, max_length=40, verbose_name="草稿")),
                ("seq", models.PositiveIntegerField(null=True, verbose_name="随附行为")),
                ("name", models.CharField(max_length=200, verbose_name="文件名")),
                ("media_type", models.CharField(max_length=100, verbose_name="类型")),
                ("size", models.PositiveBigIntegerField(verbose_name="字节数")),
                ("digest", models.CharField(max_length=64, verbose_name="摘要")),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="上传时间")),
                (
                    "petition",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="records.petitionrecord",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "attachment",
                "ordering": ["added_at", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("draft", ""), _negated=True), fields=["draft"], name="attachment_of_draft"
                    ),
                    models.Index(fields=["digest"], name="attachment_by_digest"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("petition", None), ("draft", ""), _connector="XOR"),
                        name="attachment_of_one",
                        violation_error_message="附件归属不清",
                    )
                ],
            },
        ),
    ]
