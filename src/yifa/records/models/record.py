"""行为记录 — petitions and their acts, which only `perform` writes, and what stands beside them that nothing computes."""

from django.conf import settings
from django.db import models

CODE = 40
"""Longest organ code, path id or enumerated value."""

CATEGORY = 120
"""Longest category of the national catalogue with its levels; free texts are cut to what a list shows."""

LINE = 200
"""Longest text a list shows."""

NUMBER = CODE + 20
"""Longest number of a petition: an organ's code, the year, the serial number."""


class PetitionRecord(models.Model):
    """信访事项 — one case file; all columns but `number`, `home`, `length` and `digest` are projections."""

    number = models.CharField("编号", max_length=NUMBER, unique=True)
    home = models.CharField("立卷机关", max_length=CODE)
    length = models.PositiveIntegerField("行为数", default=0)
    digest = models.CharField("摘要", max_length=64, default="")

    stage = models.CharField("阶段", max_length=CODE, default="")
    received = models.DateField("收到日期", null=True)
    channel = models.CharField("形式", max_length=CODE, default="")
    names = models.CharField("信访人", max_length=LINE, default="")
    summary = models.CharField("概况", max_length=LINE, default="")
    place = models.CharField("问题属地", max_length=CODE, default="")
    people = models.PositiveIntegerField("人数", default=1)
    repeats = models.PositiveIntegerField("重复件次", default=0)
    sealed = models.BooleanField("检举控告", default=False)
    urgent = models.BooleanField("重大紧急", default=False)
    next_due = models.DateField("最近期限", null=True)
    next_due_provisional = models.BooleanField("最近期限暂定", default=False)

    class Meta:
        """Indexes are named for the question they answer."""

        db_table = "petition"
        indexes = [
            # All that a list is filtered by, so that files in between are passed over without being opened.
            models.Index(
                fields=["home", "-received", "-id", "stage", "channel", "place", "urgent", "sealed"],
                name="petition_newest_of_home",
            ),
            models.Index(fields=["home", "next_due", "id"], name="petition_due_at_home"),
            models.Index(fields=["names", "home", "-received", "-id"], name="petition_of_name"),
        ]

    def __str__(self) -> str:
        return self.number


class ActRecord(models.Model):
    """行为 — one act as it was recorded.  Append-only: the database refuses update and delete."""

    petition = models.ForeignKey(PetitionRecord, models.PROTECT, related_name="acts", db_index=False)
    seq = models.PositiveIntegerField("序号")
    kind = models.CharField("行为", max_length=CODE)
    content = models.TextField("内容")
    version = models.PositiveSmallIntegerField("版本", db_default=1)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField("记录时间")
    digest = models.CharField("摘要", max_length=64)

    class Meta:
        """One act for each place in the file: of two writers, one."""

        db_table = "act"
        constraints = [models.UniqueConstraint(fields=["petition", "seq"], name="act_one_per_place")]

    def __str__(self) -> str:
        return f"{self.petition_id}:{self.seq} {self.kind}"


class Idempotency(models.Model):
    """重复提交 — a request already answered: the same key means the same act, done once."""

    key = models.CharField(max_length=80, primary_key=True)
    petition = models.ForeignKey(PetitionRecord, models.PROTECT, db_index=False)
    seq = models.PositiveIntegerField()

    class Meta:
        """Kept beside the acts so that most acts, which have no key, pay nothing."""

        db_table = "idempotency"

    def __str__(self) -> str:
        return self.key


class Counter(models.Model):
    """编号 — the last number given to a kind of thing of one organ in one year; gap-free because it rolls back with the rest."""

    organ = models.CharField(max_length=CODE)
    kind = models.CharField(max_length=CODE)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        """One row to lock for each series."""

        db_table = "counter"
        constraints = [models.UniqueConstraint(fields=["organ", "kind", "year"], name="counter_one_per_series")]

    def __str__(self) -> str:
        return f"{self.organ} {self.kind} {self.year}: {self.last}"


class Reader(models.Model):
    """指定阅卷人 — a person named to handle a sealed file.  Named by a person, not computed: no projection."""

    petition = models.ForeignKey(PetitionRecord, models.CASCADE, related_name="readers", db_index=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    named_at = models.DateTimeField("指定时间", auto_now_add=True)

    class Meta:
        """Once each."""

        db_table = "reader"
        constraints = [models.UniqueConstraint(fields=["petition", "user"], name="reader_once")]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.user_id}"


class HolidayNotice(models.Model):
    """节假日安排通知 — a notice filed after this release, as the year file of `law.workdays`; a later one stands in for it."""

    year = models.PositiveSmallIntegerField("年份")
    content = models.TextField("年历文件")
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    filed_at = models.DateTimeField("归档时间", auto_now_add=True)

    class Meta:
        """Only added to: what was in force before stays on file."""

        db_table = "holiday_notice"

    def __str__(self) -> str:
        return str(self.year)


class ReadingSetting(models.Model):
    """读法设定 — one choice of `law.readings` that an office reads otherwise from a day on; a later one stands in for it.

    Append-only: the database refuses update and delete.
    """

    office = models.CharField("立卷机关", max_length=CODE)
    name = models.CharField("读法", max_length=CODE)
    value = models.JSONField("值")
    since = models.DateField("起始日")
    reason = models.TextField("理由")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="设定人")
    set_at = models.DateTimeField("设定时间", auto_now_add=True)

    class Meta:
        """What held before stays on file, and nothing is set without a reason."""

        db_table = "reading_setting"
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="reading_setting_has_reason")]

    def __str__(self) -> str:
        return f"{self.office} {self.name}={self.value} {self.since}"
