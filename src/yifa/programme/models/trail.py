"""台账变更: the trail behind every ledger of this room."""

from enum import StrEnum

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Ledger(StrEnum):
    """台账 — which ledger a change belongs to."""

    MEETING = "会议"
    AGENDA = "议题"
    STUDY = "学习"
    TRAINING = "培训"
    OUTREACH = "普法"
    PLAN = "计划和清单"
    RESPONSIBILITY = "责任事项"
    SUPPLIED = "人工填报数字"


class LedgerChange(models.Model):
    """台账变更 — one later change of a ledger row: what stood before, what stands now, who, when, why.

    Only ever added to; a database trigger refuses the rest. A trail beside the row, and not a new row
    superseding the old: agenda items and tasks keep hanging on the row they belong to, and no count can take
    an outdated version for a second meeting.
    """

    ledger = models.CharField("台账", max_length=16, choices=[(k.value, k.value) for k in Ledger])
    row = models.PositiveBigIntegerField("行")
    changes = models.JSONField("改动（原值、新值）", encoder=DjangoJSONEncoder)
    why = models.TextField("事由")
    by = models.CharField("经办人", max_length=150)
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "台账变更"
        ordering = ["id"]
        indexes = [models.Index(fields=["ledger", "row"], name="programme_change_by_row")]

    def __str__(self) -> str:
        return f"{self.ledger} {self.row}：{self.why}"


PERSONAL_FIELDS: dict[type[models.Model], dict[str, bool]] = {
    LedgerChange: {
        "id": False,
        "ledger": False,
        "row": False,
        "changes": True,  # holds old and new values of the fields of every ledger
        "why": True,
        "by": True,
        "at": False,
    },
}
