"""协办 — nothing here changes a petition: only `records.perform` does, when an approver says yes."""

import uuid

from django.db import models
from django.db.models import Q

from yifa.organs.models import Staff
from yifa.records.models import CODE, PetitionRecord


class Proposal(models.Model):
    """送审 — an act filled in by one person for another of the same organ to decide; it is done when approved.

    `content` is the act as the record's codec writes it in that `version`; `expected` is how many acts its author had seen.
    """

    class State(models.TextChoices):
        """送审状态."""

        WAITING = "待批"
        APPROVED = "已批准"
        RETURNED = "退回"
        WITHDRAWN = "撤回"

    petition = models.ForeignKey(PetitionRecord, models.PROTECT, related_name="proposals")
    organ = models.CharField("机关", max_length=CODE)
    kind = models.CharField("行为", max_length=CODE)
    content = models.TextField("内容")
    version = models.PositiveSmallIntegerField("版本", db_default=1)
    expected = models.PositiveIntegerField("送审时行为数")
    reason = models.TextField("送审说明", blank=True)
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    by = models.ForeignKey(Staff, models.PROTECT, related_name="proposed", db_index=False, verbose_name="送审人")
    at = models.DateTimeField("送审时间", auto_now_add=True)
    decided_by = models.ForeignKey(
        Staff, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="审批人"
    )
    decided_at = models.DateTimeField("审批时间", null=True)
    answer = models.TextField("审批意见", blank=True)

    class Meta:
        """What waits is read by organ; what came back, by author."""

        db_table = "proposal"
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["organ", "kind", "at"], condition=Q(state="待批"), name="proposal_waiting_at_organ"),
            models.Index(fields=["by", "state", "-decided_at"], name="proposal_of_author"),
        ]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.kind} {self.state}"


class Note(models.Model):
    """内部备注 — between colleagues of one organ; no part of the record, and never shown to another organ or the petitioner."""

    petition = models.ForeignKey(PetitionRecord, models.PROTECT, related_name="notes")
    organ = models.CharField("机关", max_length=CODE)
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+", db_index=False, verbose_name="写备注的人")
    text = models.TextField("内容")
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        """Read with the file, oldest first."""

        db_table = "note"
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.by_id}"


class Assignment(models.Model):
    """经办 — who of an organ works on a petition now; handing it over ends the earlier row and adds one."""

    petition = models.ForeignKey(PetitionRecord, models.PROTECT, related_name="assignments")
    organ = models.CharField("机关", max_length=CODE)
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+", db_index=False, verbose_name="经办人")
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+", db_index=False, verbose_name="交办的人")
    why = models.CharField("事由", max_length=200, blank=True)
    at = models.DateTimeField("时间", auto_now_add=True)
    until = models.DateTimeField("结束时间", null=True)

    class Meta:
        """One person at a time for each organ."""

        db_table = "assignment"
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "organ"], condition=Q(until=None), name="assignment_one_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["staff", "petition"], condition=Q(until=None), name="assignment_of_person")]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.staff_id}"


class SavedView(models.Model):
    """常用列表 — a person's own name for the filters in a list's address."""

    staff = models.ForeignKey(Staff, models.CASCADE, related_name="saved_views")
    name = models.CharField("名称", max_length=40)
    query = models.CharField("条件", max_length=500)

    class Meta:
        """One of a name each."""

        db_table = "saved_view"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["staff", "name"], name="saved_view_one_per_name")]

    def __str__(self) -> str:
        return self.name


class Job(models.Model):
    """长任务 — work that goes on after the page is left: its progress, and the file it made."""

    class State(models.TextChoices):
        """进展."""

        WAITING = "等待"
        RUNNING = "进行中"
        DONE = "完成"
        FAILED = "失败"

    id = models.UUIDField("编号", primary_key=True, default=uuid.uuid4)
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="jobs")
    kind = models.CharField("任务", max_length=CODE)
    title = models.CharField("名称", max_length=120)
    asked = models.JSONField("要求", default=dict)
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField("已完成", default=0)
    total = models.PositiveIntegerField("总数", default=0)
    message = models.TextField("说明", blank=True)
    file = models.CharField("文件", max_length=200, blank=True)
    at = models.DateTimeField("开始时间", auto_now_add=True)
    beat = models.DateTimeField("最近进展", auto_now=True)

    class Meta:
        """A person's own, newest first."""

        db_table = "job"
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.title} {self.state}"


class Interview(models.Model):
    """问询回答 — what the petitioner answered before filing, kept so that limits running out can be shown while they run."""

    petition = models.OneToOneField(PetitionRecord, models.CASCADE, primary_key=True, related_name="interview")
    answers = models.JSONField("回答")

    class Meta:
        """As `law.interview.read_answers` takes them; beside the record, for a person confirms."""

        db_table = "interview"

    def __str__(self) -> str:
        return f"{self.petition_id}"


PERSONAL_FIELDS: dict[type[models.Model], dict[str, bool]] = {
    Proposal: {
        "id": False, "petition": False, "organ": False, "kind": False, "content": True, "version": False, "expected": False,
        "reason": True, "state": False, "by": True, "at": False, "decided_by": True, "decided_at": False, "answer": True,
    },
    Note: {"id": False, "petition": False, "organ": False, "by": True, "text": True, "at": False},
    Assignment: {
        "id": False, "petition": False, "organ": False, "staff": True, "by": True, "why": True, "at": False, "until": False,
    },
    SavedView: {"id": False, "staff": True, "name": False, "query": True},
    Job: {
        "id": False, "staff": True, "kind": False, "title": False, "asked": True, "state": False, "done": False,
        "total": False, "message": True, "file": False, "at": False, "beat": False,
    },
    Interview: {"petition": False, "answers": True},
}  # fmt: skip
"""Every field of every model here: does it hold, or may it hold, what identifies a person?"""
