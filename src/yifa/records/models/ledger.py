"""台账 — what every ledger row of the upper rooms carries, and the trail behind every later change of one."""

from typing import ClassVar, Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class LedgerRow(models.Model):
    """台账行 — entered by somebody, and struck out rather than deleted."""

    struck = models.BooleanField("已划销", default=False)
    created_by = models.CharField("登记人", max_length=150)
    created_at = models.DateTimeField("登记时间", auto_now_add=True)

    fixed: ClassVar[frozenset[str]] = frozenset({"id", "organ", "struck", "created_by", "created_at"})
    """What no correction touches: a row in the wrong place is struck out and entered anew."""

    class Meta:
        """No table of its own."""

        abstract = True

    def owner(self) -> "LedgerRow | None":
        """The row this one hangs on, if any: it is locked with it, and ends with it."""
        return None

    @classmethod
    def locked(cls, pk: int) -> Self:
        """The row as it stands now, locked until the transaction ends."""
        return cls._default_manager.select_for_update().get(pk=pk)


class LedgerChange(models.Model):
    """台账变更 — one later change of a ledger row: what stood before, what stands now, who, when, why.

    Only ever added to; a database trigger refuses the rest.  A trail beside the row, and not a new row superseding
    the old: what hangs on a row keeps pointing at it, and no count can take an outdated version for a second one.
    """

    ledger = models.CharField("台账", max_length=32)
    row = models.PositiveBigIntegerField("行")
    changes = models.JSONField("改动（原值、新值）", encoder=DjangoJSONEncoder)
    why = models.TextField("事由")
    by = models.CharField("经办人", max_length=150)
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        """Read by row, oldest first."""

        db_table = "ledger_change"
        verbose_name = verbose_name_plural = "台账变更"
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [models.Index(fields=["ledger", "row"], name="ledger_change_by_row")]

    def __str__(self) -> str:
        return f"{self.ledger} {self.row}：{self.why}"
