"""派生数据 — the rows that lists and figures read; `projections` computes them from the acts."""

from django.db import models
from django.db.models import F, Q

from yifa.records.models.record import CATEGORY, CODE, PetitionRecord


class Projection(models.Model):
    """What every projection row carries: its petition, and the file's home, so that figures need no join."""

    petition = models.ForeignKey(PetitionRecord, models.CASCADE, db_index=False)
    home = models.CharField("立卷机关", max_length=CODE)

    class Meta:
        """No table of its own."""

        abstract = True


class ReceiptRow(Projection):
    """来件 — one 件次."""

    ordinal = models.PositiveIntegerField("次序")
    office = models.CharField("接收机关", max_length=CODE)
    channel = models.CharField("形式", max_length=CODE)
    level = models.CharField("登记层级", max_length=CODE)
    received = models.DateField("收到日期")
    people = models.PositiveIntegerField("人数")
    turned_away = models.CharField("不予受理或者不再受理", max_length=CODE, default="")

    class Meta:
        """One row a receipt."""

        db_table = "receipt"
        constraints = [models.UniqueConstraint(fields=["petition", "ordinal"], name="receipt_one_per_ordinal")]
        indexes = [models.Index(fields=["home", "received"], name="receipt_of_year")]

    def __str__(self) -> str:
        return f"{self.petition_id}/{self.ordinal}"


class ClaimRow(Projection):
    """诉求 — one thing asked, where it stands and how it ended."""

    claim = models.CharField("诉求", max_length=8)
    received = models.DateField("收到日期")
    category = models.CharField("内容分类", max_length=CATEGORY, default="")
    place = models.CharField("问题属地", max_length=CODE, default="")
    track = models.CharField("类别", max_length=CODE, default="")
    path = models.CharField("途径", max_length=CODE, default="")
    stage = models.CharField("阶段", max_length=CODE)
    dispatched = models.DateField("分流日期", null=True)
    handler = models.CharField("承办机关", max_length=CODE, default="")
    accepted = models.DateField("受理日期", null=True)
    answered = models.DateField("办结日期", null=True)
    ended_by = models.CharField("办结方式", max_length=CODE, default="")
    outcome = models.CharField("处理意见", max_length=CODE, default="")
    served = models.DateField("送达日期", null=True)
    diverted = models.DateField("导入日期", null=True)
    resolved = models.CharField("化解依据", max_length=CODE, default="")
    last_day = models.DateField("信访人自己的期限", null=True)
    repeated = models.BooleanField("办结后重复信访", default=False)
    rated_office = models.CharField("对信访部门的评价", max_length=CODE, default="")
    rated_organ = models.CharField("对有权处理机关的评价", max_length=CODE, default="")
    sealed = models.BooleanField("检举控告件", default=False)

    class Meta:
        """One row a claim."""

        db_table = "claim"
        constraints = [models.UniqueConstraint(fields=["petition", "claim"], name="claim_one_per_id")]
        indexes = [
            models.Index(fields=["home", "answered"], name="claim_ended_in_year"),
            models.Index(fields=["home", "dispatched"], name="claim_dispatched_in_year"),
            models.Index(
                fields=["home", "received", "petition", "category", "track", "path", "handler"],
                name="claim_subjects_of_year",
            ),
            models.Index(fields=["home", "diverted"], name="claim_diverted_in_year"),
            models.Index(fields=["handler", "home", "-received", "-petition"], name="claim_of_handler"),
        ]

    def __str__(self) -> str:
        return f"{self.petition_id}/{self.claim}"


class ComplaintRow(Projection):
    """被投诉机关 — an organ complained of in a claim (Art. 41¶1(1)).  Of a sealed petition, none: they may be the accused."""

    claim = models.CharField("诉求", max_length=8)
    organ = models.CharField("被投诉机关", max_length=CODE)
    received = models.DateField("收到日期")

    class Meta:
        """One row a claim and organ."""

        db_table = "complaint"
        constraints = [models.UniqueConstraint(fields=["petition", "claim", "organ"], name="complaint_once_per_claim")]
        indexes = [models.Index(fields=["home", "received"], name="complaint_of_year")]

    def __str__(self) -> str:
        return f"{self.petition_id}/{self.claim} {self.organ}"


class ClockRow(Projection):
    """时限 — one limit; its state on a day follows from due, met and ended, and is not stored."""

    place = models.PositiveSmallIntegerField("次序")
    claim = models.CharField("诉求", max_length=8)
    limit = models.CharField("期限", max_length=8)
    organ = models.CharField("机关", max_length=CODE)
    owed_by = models.CharField("义务人", max_length=CODE)
    started = models.DateField("起算日")
    nominal = models.DateField("名义末日")
    due = models.DateField("法定末日")
    provisional = models.BooleanField("暂定", default=False)
    met = models.DateField("完成日", null=True)
    ended = models.DateField("消灭日", null=True)
    right = models.BooleanField("权利", default=False)
    paused = models.BooleanField("暂停", default=False)
    returned = models.BooleanField("异议成立而退回", default=False)
    extended = models.PositiveSmallIntegerField("延长日数", default=0)

    class Meta:
        """One row a clock."""

        db_table = "clock"
        constraints = [models.UniqueConstraint(fields=["petition", "place"], name="clock_one_per_place")]
        indexes = [
            models.Index(fields=["home", "due", "limit"], name="clock_of_year"),
            models.Index(
                fields=["owed_by", "due"],
                condition=Q(met=None, ended=None, right=False, paused=False),
                name="clock_owed_by_organ",
            ),
            models.Index(fields=["due"], condition=Q(provisional=True), name="clock_provisional"),
        ]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.limit} {self.due}"


class OwedRow(Projection):
    """应办 — what an organ owes now: a paper, a service, an answer; gone once it is done."""

    place = models.PositiveSmallIntegerField("次序")
    by = models.CharField("义务机关", max_length=CODE)
    claim = models.CharField("诉求", max_length=8, default="")
    paper = models.CharField("文书", max_length=8)
    of = models.CharField("所送达的文书", max_length=8, default="")
    due = models.DateField("最迟日期", null=True)
    provisional = models.BooleanField("暂定", default=False)
    again = models.BooleanField("退回、发回", default=False)
    basis = models.CharField("依据", max_length=16)
    sealed = models.BooleanField("检举控告")

    class Meta:
        """One row a duty; the days of one organ, and those of all organs for whoever supervises."""

        db_table = "owed"
        constraints = [models.UniqueConstraint(fields=["petition", "place"], name="owed_one_per_place")]
        indexes = [
            models.Index(fields=["by", "due", "id"], name="owed_by_organ"),
            models.Index(fields=["by", "due"], condition=Q(again=True), name="owed_again_by_organ"),
            models.Index(
                fields=["home", "by", "due"], condition=Q(sealed=False, provisional=False), name="owed_late_at_home"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.by} {self.of}{self.paper}"


class StepRow(Projection):
    """经过 — an act that the figures count, corrected ones in their right form."""

    seq = models.PositiveIntegerField("序号")
    kind = models.CharField("行为", max_length=CODE)
    on = models.DateField("日期")
    by = models.CharField("行为机关", max_length=CODE)
    to = models.CharField("对象", max_length=CODE, default="")
    value = models.CharField("要素", max_length=CODE, default="")
    detail = models.CharField("要素二", max_length=CODE, default="")

    class Meta:
        """One row an act."""

        db_table = "step"
        constraints = [models.UniqueConstraint(fields=["petition", "seq"], name="step_one_per_act")]
        indexes = [models.Index(fields=["home", "kind", "on"], name="step_of_year")]

    def __str__(self) -> str:
        return f"{self.petition_id}:{self.seq} {self.kind}"


class LeadRow(Projection):
    """包案 — a petition for which, in a year, an official was made to answer: the day it first was, and that of all five levels."""

    year = models.PositiveSmallIntegerField("年度")
    named = models.DateField("确定日期")
    full = models.DateField("五级齐备日期", null=True)
    people = models.PositiveIntegerField("首次来件人数")

    class Meta:
        """One row a petition and year."""

        db_table = "lead"
        constraints = [models.UniqueConstraint(fields=["petition", "year"], name="lead_once_a_year")]
        indexes = [models.Index(fields=["home", "named"], name="lead_of_year")]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.year}"


class HolderRow(Projection):
    """经手机关 — an organ through whose hands the file goes: who may see it, and in which order it lists its files."""

    organ = models.CharField("机关", max_length=CODE)
    petition = models.ForeignKey(PetitionRecord, models.CASCADE, related_name="holders", db_index=False)
    received = models.DateField("收到日期", null=True)
    next_due = models.DateField("最近期限", null=True)
    next_due_provisional = models.BooleanField("最近期限暂定", default=False)

    class Meta:
        """One row a petition and organ."""

        db_table = "holder"
        constraints = [models.UniqueConstraint(fields=["petition", "organ"], name="holder_once")]
        indexes = [
            # Its own files an organ finds at the petitions themselves.
            models.Index(
                fields=["organ", "-received", "-petition", "home"],
                condition=~Q(organ=F("home")),
                name="holder_newest_of_organ",
            ),
            models.Index(
                fields=["organ", "next_due", "petition", "home"],
                condition=Q(next_due__isnull=False) & ~Q(organ=F("home")),
                name="holder_due_of_organ",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.organ}"


class BarredRow(Projection):
    """不得接触者 — of a sealed file: the accused organs and persons and all organs under them (Art. 30¶3)."""

    petition = models.ForeignKey(PetitionRecord, models.CASCADE, related_name="barred", db_index=False)
    organ = models.CharField("机关", max_length=CODE, default="")
    person = models.CharField("人员", max_length=CODE, default="")

    class Meta:
        """One row a petition and organ or person."""

        db_table = "barred"
        constraints = [models.UniqueConstraint(fields=["petition", "organ", "person"], name="barred_once")]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.organ}{self.person}"


class TraceRow(Projection):
    """比对印记 — a keyed digest by which a repeat receipt is recognised; it tells neither who nor what."""

    petition = models.ForeignKey(PetitionRecord, models.CASCADE, related_name="traces", db_index=False)
    digest = models.BigIntegerField("印记")

    class Meta:
        """One row a petition and trace; asked by trace, newest petition first."""

        db_table = "trace"
        constraints = [models.UniqueConstraint(fields=["petition", "digest"], name="trace_once")]
        indexes = [models.Index(fields=["digest", "-petition"], name="trace_newest_of_digest")]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.digest}"
