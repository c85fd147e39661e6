"""计划、责任清单、外部数字: what was planned, who is to do it, and what others told the office."""

from enum import StrEnum

from django.db import models
from django.db.models import Q

from yifa.records.models import LedgerRow

SANE_YEAR = Q(year__gte=2000, year__lte=2099)


class PlanKind(StrEnum):
    """文件类别."""

    ANNUAL = "法治政府建设年度计划"
    STUDY = "中心组学习计划"
    OUTREACH = "普法责任清单"


class Plan(LedgerRow):
    """计划、清单 — one document issued for a year; its tasks are `Responsibility` rows."""

    organ = models.CharField("台账机关代码", max_length=32)
    kind = models.CharField("文件类别", max_length=16, choices=[(k.value, k.value) for k in PlanKind])
    title = models.CharField("标题", max_length=200)
    year = models.PositiveSmallIntegerField("年度")
    issued = models.DateField("印发日期")

    class Meta:
        verbose_name = verbose_name_plural = "计划和清单"
        ordering = ["year", "issued", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "year", "title"],
                condition=Q(struck=False),
                name="plan_stands_once",
                violation_error_message="标题：本年度的这份文件已经登记",
            ),
            models.CheckConstraint(
                condition=SANE_YEAR,
                name="plan_year_is_a_year",
                violation_error_message="年度须为2000至2099之间的年份",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Responsibility(LedgerRow):
    """责任事项 — one task of a plan or list: which organ, which post, by when, and when it was done.

    The duty hangs on the post, not on a name: it outlives a change of staff.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="responsibilities", verbose_name="计划或清单")
    position = models.PositiveSmallIntegerField("序号")
    task = models.TextField("事项")
    responsible_organ = models.CharField("责任机关代码", max_length=32)
    responsible_post = models.CharField("责任岗位", max_length=100, blank=True)
    due = models.DateField("完成时限")
    done = models.DateField("完成日期", null=True, blank=True)

    fixed = LedgerRow.fixed | {"plan"}

    class Meta:
        verbose_name = verbose_name_plural = "责任事项"
        ordering = ["plan", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "position"],
                condition=Q(struck=False),
                name="responsibility_position_stands_once",
                violation_error_message="序号：本文件已有这个序号的责任事项",
            ),
        ]

    def owner(self) -> Plan:
        """The plan or list it is a task of."""
        return Plan.locked(self.plan_id)

    def __str__(self) -> str:
        return self.task


class SuppliedFigure(LedgerRow):
    """人工填报 — a figure another organ told the office, for a year's report: a number without names.

    It is an aggregate and nothing else: there is no field for a person, a list or a file, on purpose; whoever
    the figure is about stays with the organ that supplied it. In every report it is shown as 人工填报 with its
    source and day.
    """

    organ = models.CharField("台账机关代码", max_length=32)
    year = models.PositiveSmallIntegerField("年度")
    name = models.CharField("指标名称", max_length=100)
    value = models.DecimalField("数值", max_digits=14, decimal_places=2)
    unit = models.CharField("单位", max_length=16)
    source_organ = models.CharField("提供机关", max_length=100)
    supplied = models.DateField("提供日期")
    note = models.TextField("说明", blank=True, help_text="只写口径，不写姓名")

    class Meta:
        verbose_name = verbose_name_plural = "人工填报数字"
        ordering = ["year", "name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "year", "name", "source_organ"],
                condition=Q(struck=False),
                name="supplied_figure_stands_once",
                violation_error_message="指标名称：该机关本年度的这个数字已经填报",
            ),
            models.CheckConstraint(
                condition=SANE_YEAR,
                name="supplied_figure_year_is_a_year",
                violation_error_message="年度须为2000至2099之间的年份",
            ),
            models.CheckConstraint(
                condition=Q(value__gte=0),
                name="supplied_figure_not_negative",
                violation_error_message="数值不得为负数",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}年{self.name}"


PERSONAL_FIELDS: dict[type[models.Model], dict[str, bool]] = {
    Plan: {
        "id": False,
        "organ": False,
        "kind": False,
        "title": False,
        "year": False,
        "issued": False,
        "struck": False,
        "created_by": True,
        "created_at": False,
    },
    Responsibility: {
        "id": False,
        "plan": False,
        "position": False,
        "task": False,
        "responsible_organ": False,
        "responsible_post": False,
        "due": False,
        "done": False,
        "struck": False,
        "created_by": True,
        "created_at": False,
    },
    SuppliedFigure: {
        "id": False,
        "organ": False,
        "year": False,
        "name": False,
        "value": False,
        "unit": False,
        "source_organ": False,
        "supplied": False,
        "note": True,  # free text: it may name people although it should not
        "struck": False,
        "created_by": True,
        "created_at": False,
    },
}
