"""草稿与限流 — what the portal keeps of its own: filings not yet handed in, and how often an address tried.

A draft is the petitioner's until it is filed; it is nobody's file, and no list of ours shows it.
"""

import uuid
from datetime import timedelta

from django.db import models
from django.utils import timezone

LIFE = timedelta(days=30)
"""How long a draft waits for its writer: long enough to gather papers, not so long that we hoard what was never filed."""


class Draft(models.Model):
    """草稿 — what a petitioner has answered and written so far; gone when filed, discarded or left alone for `LIFE`.

    `content` is a `filing.sheet.Sheet`.  The key is known to the writer's browser only, in a signed cookie.
    """

    id = models.UUIDField("编号", primary_key=True, default=uuid.uuid4)
    content = models.JSONField("内容", default=dict)
    touched_at = models.DateTimeField("最近保存", default=timezone.now)

    class Meta:
        """Looked for by age only to be deleted."""

        db_table = "draft"
        verbose_name = verbose_name_plural = "草稿"
        indexes = [models.Index(fields=["touched_at"], name="draft_by_age")]

    def __str__(self) -> str:
        return str(self.id)


class Throttle(models.Model):
    """限流 — how often one address tried one thing since `since`; only a keyed digest of the address is kept."""

    key = models.CharField("摘要", max_length=64, primary_key=True)
    since = models.PositiveBigIntegerField("时段起点")
    count = models.PositiveIntegerField("次数")

    class Meta:
        """Seconds since the epoch; a row of a window that is over says nothing any more."""

        db_table = "throttle"
        verbose_name = verbose_name_plural = "限流"
        indexes = [models.Index(fields=["since"], name="throttle_by_age")]

    def __str__(self) -> str:
        return f"{self.since} {self.count}"


PERSONAL_FIELDS: dict[type[models.Model], dict[str, bool]] = {
    Draft: {"id": False, "content": True, "touched_at": False},
    Throttle: {"key": False, "since": False, "count": False},
}
"""Every field of every model here: does it hold, or may it hold, what identifies a person?"""
