"""会议台账: meetings, and what was on their agenda."""

from datetime import date
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from yifa.records.models import LedgerRow


class MeetingKind(StrEnum):
    """会议类别 — each meeting has one, so that no meeting is counted under two figures."""

    PARTY_FIRST = "首次党组会听取上年度法治建设情况汇报"
    PARTY_RULE_OF_LAW = "党组会专题研究法治建设"
    PARTY_OTHER = "其他党组会"
    JOINT_CONFERENCE = "信访工作联席会议"
    OTHER = "其他会议"


class AgendaKind(StrEnum):
    """议题类别."""

    REPORT = "听取法治建设工作汇报"
    PROBLEM = "重点难点问题"
    OTHER = "其他"


class Meeting(LedgerRow):
    """会议 — one meeting held.

    `chair` is the post and name of the official who presided: the report must show how the heads of party
    and government did their duty as the first responsible.
    """

    organ = models.CharField("台账机关代码", max_length=32)
    held = models.DateField("召开日期")
    kind = models.CharField("会议类别", max_length=32, choices=[(k.value, k.value) for k in MeetingKind])
    title = models.CharField("会议名称", max_length=200)
    chair = models.CharField("主持人职务和姓名", max_length=100, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "会议"
        ordering = ["held", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "held", "title"],
                condition=Q(struck=False),
                name="meeting_stands_once",
                violation_error_message="会议名称：同一天的这个会议已经登记",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """No problem on the agenda was resolved before the meeting."""
        held: object = self.held  # a day that cannot be read is refused by its field
        if (
            isinstance(held, date)
            and not self._state.adding
            and self.agenda.filter(struck=False, resolved__lt=held).exists()
        ):
            raise ValidationError({"held": "召开日期不得晚于议题中重点难点问题的解决日期"})


class AgendaItem(LedgerRow):
    """议题 — one item on a meeting's agenda: a report heard, a hard problem to resolve, something else.

    A problem has a day of resolution and says how once it is resolved; it may be the day of the meeting.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="agenda", verbose_name="会议")
    position = models.PositiveSmallIntegerField("序号")
    kind = models.CharField("议题类别", max_length=16, choices=[(k.value, k.value) for k in AgendaKind])
    subject = models.CharField("议题", max_length=200)
    resolved = models.DateField("解决日期", null=True, blank=True)
    how = models.TextField("解决情况", blank=True)

    fixed = LedgerRow.fixed | {"meeting"}

    class Meta:
        verbose_name = verbose_name_plural = "议题"
        ordering = ["meeting", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                condition=Q(struck=False),
                name="agenda_position_stands_once",
                violation_error_message="序号：本次会议已有这个序号的议题",
            ),
            models.CheckConstraint(
                condition=Q(resolved__isnull=True) | Q(kind=AgendaKind.PROBLEM.value),
                name="agenda_only_problems_are_resolved",
                violation_error_message="解决日期：只有重点难点问题才登记解决",
            ),
            models.CheckConstraint(
                condition=Q(resolved__isnull=True, how="") | Q(resolved__isnull=False) & ~Q(how=""),
                name="agenda_resolved_says_day_and_how",
                violation_error_message="解决日期与解决情况须一并填写",
            ),
        ]

    def owner(self) -> Meeting:
        """The meeting it is on the agenda of."""
        return Meeting.locked(self.meeting_id)

    def __str__(self) -> str:
        return self.subject

    def clean(self) -> None:
        """Not resolved before the meeting that took it up: a rule over two tables, so it is not in the database."""
        # A day that cannot be read is refused by its field.
        if isinstance(self.resolved, date) and self.resolved < self.meeting.held:
            raise ValidationError({"resolved": "解决日期不得早于会议召开日期"})


PERSONAL_FIELDS: dict[type[models.Model], dict[str, bool]] = {
    Meeting: {
        "id": False,
        "organ": False,
        "held": False,
        "kind": False,
        "title": False,
        "chair": True,
        "struck": False,
        "created_by": True,
        "created_at": False,
    },
    AgendaItem: {
        "id": False,
        "meeting": False,
        "position": False,
        "kind": False,
        "subject": False,
        "resolved": False,
        "how": True,  # free text
        "struck": False,
        "created_by": True,
        "created_at": False,
    },
}
