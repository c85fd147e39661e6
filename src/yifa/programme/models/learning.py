"""学习、培训、普法台账: what the office learns, what it teaches officials, what it tells the public."""

from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from yifa.records.models import LedgerRow


class StudyKind(StrEnum):
    """学习类别."""

    THEORY_GROUP = "党组理论学习中心组专题学习"
    PARTY_MEMBERS = "全体党员大会宣讲"
    OTHER = "其他学习"


class TrainingScope(StrEnum):
    """培训范围 — who is trained: a session for the whole banner is not one of the office's own."""

    OWN_STAFF = "本局干部"
    BANNER = "全旗（县）"
    PARTY_SCHOOL = "党校"


class OutreachKind(StrEnum):
    """普法方式 — only the first is an activity (次); leaflets and readers come by all three."""

    ACTIVITY = "普法活动"
    RECEPTION = "接访宣传"
    POST = "新媒体推送"


class Study(LedgerRow):
    """学习 — one session of the office's own study."""

    organ = models.CharField("台账机关代码", max_length=32)
    held = models.DateField("学习日期")
    kind = models.CharField("学习类别", max_length=16, choices=[(k.value, k.value) for k in StudyKind])
    subject = models.CharField("学习内容", max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = "学习"
        ordering = ["held", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "held", "kind", "subject"],
                condition=Q(struck=False),
                name="study_stands_once",
                violation_error_message="学习内容：同一天的这次学习已经登记",
            ),
        ]

    def __str__(self) -> str:
        return self.subject


class Training(LedgerRow):
    """培训 — one training, from its first day to its last.

    `attendance` is the exact number of people on the sign-in sheet (人, not 人次: it is one session); a
    report may round it, the ledger does not. No list of names is kept.
    """

    organ = models.CharField("台账机关代码", max_length=32)
    scope = models.CharField("培训范围", max_length=16, choices=[(k.value, k.value) for k in TrainingScope])
    title = models.CharField("培训名称", max_length=200)
    begins = models.DateField("开始日期")
    ends = models.DateField("结束日期")
    hosts = models.CharField("主办单位", max_length=200)
    lecturers = models.TextField("讲师职务和姓名", blank=True)
    audience = models.CharField("培训对象", max_length=200)
    attendance = models.IntegerField("参训人数")

    class Meta:
        verbose_name = verbose_name_plural = "培训"
        ordering = ["begins", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "begins", "title"],
                condition=Q(struck=False),
                name="training_stands_once",
                violation_error_message="培训名称：同一天开始的这次培训已经登记",
            ),
            models.CheckConstraint(
                condition=Q(ends__gte=F("begins")),
                name="training_ends_not_before_it_begins",
                violation_error_message="结束日期不得早于开始日期",
            ),
            models.CheckConstraint(
                condition=Q(attendance__gte=0),
                name="training_attendance_not_negative",
                violation_error_message="参训人数不得为负数",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Outreach(LedgerRow):
    """普法 — one activity, a day's leaflets at the reception, or one article posted.

    `reads` is 人工填报: it is read off a platform of someone else, so it says which (`reads_source`) and on
    which day (`reads_day`); it is the platform's running total, of which only the last reading is kept here
    and earlier ones in the trail.
    """

    organ = models.CharField("台账机关代码", max_length=32)
    held = models.DateField("日期")
    kind = models.CharField("普法方式", max_length=16, choices=[(k.value, k.value) for k in OutreachKind])
    title = models.CharField("名称", max_length=200)
    place = models.CharField("地点", max_length=200, blank=True)
    consultations = models.IntegerField("解答咨询人次", default=0)
    leaflets = models.IntegerField("发放材料份数", default=0)
    reads = models.IntegerField("阅读次数（人工填报）", null=True, blank=True)
    reads_source = models.CharField("阅读次数来源", max_length=100, blank=True)
    reads_day = models.DateField("阅读次数查看日期", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "普法"
        ordering = ["held", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "held", "kind", "title"],
                condition=Q(struck=False),
                name="outreach_stands_once",
                violation_error_message="名称：同一天的这次普法已经登记",
            ),
            models.CheckConstraint(
                condition=Q(consultations__gte=0),
                name="outreach_consultations_not_negative",
                violation_error_message="解答咨询人次不得为负数",
            ),
            models.CheckConstraint(
                condition=Q(leaflets__gte=0),
                name="outreach_leaflets_not_negative",
                violation_error_message="发放材料份数不得为负数",
            ),
            models.CheckConstraint(
                condition=Q(reads__gte=0),
                name="outreach_reads_not_negative",
                violation_error_message="阅读次数不得为负数",
            ),
            models.CheckConstraint(
                condition=Q(reads__isnull=True, reads_source="", reads_day__isnull=True)
                | Q(reads__isnull=False, reads_day__isnull=False) & ~Q(reads_source=""),
                name="outreach_reads_say_source_and_day",
                violation_error_message="阅读次数须连同来源和查看日期一并填写",
            ),
            models.CheckConstraint(
                condition=Q(reads_day__gte=F("held")),
                name="outreach_reads_not_before_it_was_held",
                violation_error_message="阅读次数查看日期不得早于推送日期",
            ),
        ]

    def __str__(self) -> str:
        return self.title


PERSONAL_FIELDS: dict[type[models.Model], dict[str, bool]] = {
    Study: {
        "id": False,
        "organ": False,
        "held": False,
        "kind": False,
        "subject": False,
        "struck": False,
        "created_by": True,
        "created_at": False,
    },
    Training: {
        "id": False,
        "organ": False,
        "scope": False,
        "title": False,
        "begins": False,
        "ends": False,
        "hosts": False,
        "lecturers": True,
        "audience": False,
        "attendance": False,
        "struck": False,
        "created_by": True,
        "created_at": False,
    },
    Outreach: {
        "id": False,
        "organ": False,
        "held": False,
        "kind": False,
        "title": False,
        "place": False,
        "consultations": False,
        "leaflets": False,
        "reads": False,
        "reads_source": False,
        "reads_day": False,
        "struck": False,
        "created_by": True,
        "created_at": False,
    },
}
