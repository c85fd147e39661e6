"""年鉴表 — what was written into a yearly report, the reports settled, and when each was sent and published."""

from typing import ClassVar

from django.db import models

from yifa.organs.models import Staff
from yifa.records.models import CODE
from yifa.yearbook.kinds import PUBLISHED, SENT, Kind

KINDS = [(kind.value, kind.value) for kind in Kind]


class Narrative(models.Model):
    """撰写 — what somebody wrote at one place of a report; a later text takes its place, the earlier ones stay."""

    organ = models.CharField("机关", max_length=CODE)
    kind = models.CharField("报告", max_length=16, choices=KINDS)
    year = models.PositiveSmallIntegerField("年度")
    slot = models.CharField("撰写处", max_length=60)
    text = models.TextField("文字", blank=True)
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+", db_index=False, verbose_name="撰写人")
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        """The last one of each place holds."""

        db_table = "report_narrative"
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [models.Index(fields=["organ", "kind", "year", "slot"], name="report_narrative_of_place")]

    def __str__(self) -> str:
        return f"{self.year} {self.slot}"


class SettledReport(models.Model):
    """定稿 — a report as it was settled: its words, its figures, and how far the record and the ledgers had come.

    `content` is `report.Report.json`, `digest` its SHA-256; `acts` and `changes` are the last act and the last change
    of a ledger there were.  A database trigger refuses every change.
    """

    organ = models.CharField("机关", max_length=CODE)
    kind = models.CharField("报告", max_length=16, choices=KINDS)
    year = models.PositiveSmallIntegerField("年度")
    on = models.DateField("制表日期")
    content = models.TextField("内容")
    digest = models.CharField("摘要", max_length=64)
    acts = models.PositiveBigIntegerField("末项行为")
    changes = models.PositiveBigIntegerField("末项台账变更")
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+", db_index=False, verbose_name="定稿人")
    at = models.DateTimeField("定稿时间", auto_now_add=True)

    class Meta:
        """Read by office, kind and year; the last one holds."""

        db_table = "settled_report"
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [models.Index(fields=["organ", "kind", "year"], name="settled_report_of_year")]

    def __str__(self) -> str:
        return f"{self.year} {self.kind}"


class Dispatch(models.Model):
    """报送、公布 — that a settled report was sent up or made public: when, and to whom or where."""

    report = models.ForeignKey(SettledReport, models.PROTECT, related_name="dispatches")
    step = models.CharField("事项", max_length=8, choices=[(SENT, SENT), (PUBLISHED, PUBLISHED)])
    on = models.DateField("日期")
    where = models.CharField("报送的机关，或者公布的地方", max_length=200)
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+", db_index=False, verbose_name="登记人")
    at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        """In the order of the days."""

        db_table = "report_dispatch"
        ordering: ClassVar[list[str]] = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.step} {self.on}"


PERSONAL_FIELDS: dict[type[models.Model], dict[str, bool]] = {
    Narrative: {
        "id": False,
        "organ": False,
        "kind": False,
        "year": False,
        "slot": False,
        "text": True,  # free text: it may name officials
        "by": True,
        "at": False,
    },
    SettledReport: {
        "id": False,
        "organ": False,
        "kind": False,
        "year": False,
        "on": False,
        "content": True,  # as above
        "digest": False,
        "acts": False,
        "changes": False,
        "by": True,
        "at": False,
    },
    Dispatch: {"id": False, "report": False, "step": False, "on": False, "where": False, "by": True, "at": False},
}
"""Every field of every model here: does it hold, or may it hold, what identifies a person?"""
