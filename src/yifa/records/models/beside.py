"""案卷附件与查询码 — what stands beside the record: files that came with a petition, and the key to follow it by."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from yifa.records.models.record import PetitionRecord


class Attachment(models.Model):
    """附件 — a file as it was handed in; its bytes lie under their digest in the data folder and are never changed.

    Until a petition is filed it belongs to a `draft`; `seq` is the act it came with.
    """

    id = models.UUIDField("编号", primary_key=True, default=uuid.uuid4)
    petition = models.ForeignKey(PetitionRecord, models.PROTECT, null=True, related_name="attachments")
    draft = models.CharField("草稿", max_length=40, blank=True)
    seq = models.PositiveIntegerField("随附行为", null=True)
    name = models.CharField("文件名", max_length=200)
    media_type = models.CharField("类型", max_length=100)
    size = models.PositiveBigIntegerField("字节数")
    digest = models.CharField("摘要", max_length=64)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    added_at = models.DateTimeField("上传时间", auto_now_add=True)

    class Meta:
        """Of a petition or of a draft, never of both."""

        db_table = "attachment"
        ordering = ["added_at", "id"]
        indexes = [
            models.Index(fields=["draft"], condition=~Q(draft=""), name="attachment_of_draft"),
            models.Index(fields=["digest"], name="attachment_by_digest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(petition=None) ^ Q(draft=""),
                name="attachment_of_one",
                violation_error_message="附件归属不清",
            )
        ]

    def __str__(self) -> str:
        return self.name


class QueryCode(models.Model):
    """查询码 — the petitioner's key to the file; only a keyed digest of it is kept, so nobody can read it back."""

    petition = models.OneToOneField(PetitionRecord, models.CASCADE, primary_key=True, related_name="query_code")
    digest = models.CharField("摘要", max_length=64)
    issued_at = models.DateTimeField("发放时间", auto_now=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="发放人"
    )

    class Meta:
        """One at a time; a new one ends the old."""

        db_table = "query_code"

    def __str__(self) -> str:
        return f"{self.petition_id}"
