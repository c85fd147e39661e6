"""文书表 — an organ's letterhead, its own wordings, and every paper that was signed, as it was sent."""

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from yifa.organs.models import Staff
from yifa.records.models import CODE, PetitionRecord

CODE_WORD = RegexValidator(r"^[\u4e00-\u9fff]{1,12}$", "机关代字用汉字，如“示信”，最多12个字")


class Letterhead(models.Model):
    """制文设置 — what an organ's papers bear: its 机关代字, which begins every number, and its mark if not its name."""

    organ = models.CharField("机关", max_length=CODE, primary_key=True)
    code_word = models.CharField("机关代字", max_length=12, unique=True, validators=[CODE_WORD])
    mark = models.CharField("发文机关标志", max_length=60, blank=True)

    class Meta:
        """No two organs have one 代字: a number says whose paper it is."""

        db_table = "letterhead"

    def __str__(self) -> str:
        return self.code_word


class OwnWording(models.Model):
    """本机关模板 — an office's own words for one paper; a later one takes its place, the earlier ones stay on file."""

    organ = models.CharField("机关", max_length=CODE)
    paper = models.CharField("文书", max_length=CODE)
    text = models.TextField("文字")
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+", db_index=False, verbose_name="上传人")
    at = models.DateTimeField("上传时间", auto_now_add=True)

    class Meta:
        """The last one holds; empty text brings the standard one back."""

        db_table = "own_wording"
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [models.Index(fields=["organ", "paper", "-id"], name="own_wording_that_holds")]

    def __str__(self) -> str:
        return f"{self.organ} {self.paper}"


class IssuedPaper(models.Model):
    """已制发文书 — a paper as it was signed and sent; its files lie under their digests and nothing of it ever changes.

    `seq` is the act it belongs to, `claims` what it speaks of, `values` every field as printed, `supplied` those of
    them that whoever prepared it wrote.  A paper that was wrong is followed by one that `replaces` it, and says why.
    """

    petition = models.ForeignKey(PetitionRecord, models.PROTECT, related_name="issued")
    seq = models.PositiveIntegerField("行为序号")
    paper = models.CharField("文书", max_length=CODE)
    claims = models.JSONField("诉求", default=list)
    organ = models.CharField("制作机关", max_length=CODE)
    number = models.CharField("文号", max_length=60, blank=True)
    date = models.DateField("成文日期")
    signer = models.ForeignKey(Staff, models.PROTECT, related_name="+", db_index=False, verbose_name="签发人")
    signed_at = models.DateTimeField("签发时间", auto_now_add=True)
    values = models.JSONField("载明事项")
    supplied = models.JSONField("制作时填写的事项", default=dict)
    docx = models.CharField("可编辑文件摘要", max_length=64)
    pdf = models.CharField("版式文件摘要", max_length=64)
    pages = models.PositiveSmallIntegerField("页数")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by", verbose_name="代替")
    reason = models.TextField("代替的理由", blank=True)

    class Meta:
        """Read with the file, in the order of signing; a database trigger refuses every change."""

        db_table = "issued_paper"
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "seq", "paper", "claims"],
                condition=Q(replaces=None),
                name="issued_paper_once",
            ),
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="issued_paper_number_once"),
            models.CheckConstraint(
                condition=Q(replaces=None) ^ ~Q(reason=""), name="issued_paper_replaced_for_a_reason"
            ),
        ]
        indexes = [models.Index(fields=["organ", "-id"], name="issued_paper_of_organ")]

    def __str__(self) -> str:
        return self.number or f"{self.petition_id}:{self.seq} {self.paper}"


class Draft(models.Model):
    """送签 — a paper filled in by one person and sent to whoever signs it in the same organ; nothing is numbered yet.

    `seq`, `paper` and `claim` say which paper of the file; `supplied` is what its author wrote into it.
    """

    class State(models.TextChoices):
        """送签状态."""

        WAITING = "待签"
        SIGNED = "已签发"
        RETURNED = "退回"
        WITHDRAWN = "撤回"

    petition = models.ForeignKey(PetitionRecord, models.PROTECT, related_name="drafts")
    seq = models.PositiveIntegerField("行为序号")
    paper = models.CharField("文书", max_length=CODE)
    claim = models.CharField("诉求", max_length=CODE, blank=True)
    organ = models.CharField("机关", max_length=CODE)
    supplied = models.JSONField("制作时填写的事项", default=dict)
    note = models.TextField("送签说明", blank=True)
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    by = models.ForeignKey(Staff, models.PROTECT, related_name="drafted", db_index=False, verbose_name="送签人")
    at = models.DateTimeField("送签时间", auto_now_add=True)
    decided_by = models.ForeignKey(
        Staff, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="签发人"
    )
    decided_at = models.DateTimeField("决定时间", null=True)
    answer = models.TextField("退回的理由", blank=True)

    class Meta:
        """What waits is read by organ; what came back, by author.  One waits for each paper."""

        db_table = "paper_draft"
        ordering: ClassVar[list[str]] = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "seq", "paper", "claim"], condition=Q(state="待签"), name="paper_draft_waits_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["organ", "paper", "at"], condition=Q(state="待签"), name="paper_draft_waiting_at_organ"
            ),
            models.Index(fields=["by", "-at"], name="paper_draft_of_author"),
        ]

    def __str__(self) -> str:
        return f"{self.petition_id}:{self.seq} {self.paper} {self.state}"


PERSONAL_FIELDS: dict[type[models.Model], dict[str, bool]] = {
    Letterhead: {"organ": False, "code_word": False, "mark": False},
    OwnWording: {"id": False, "organ": False, "paper": False, "text": False, "by": True, "at": False},
    IssuedPaper: {
        "id": False,
        "petition": True,
        "seq": False,
        "paper": False,
        "claims": False,
        "organ": False,
        "number": False,
        "date": False,
        "signer": True,
        "signed_at": False,
        "values": True,
        "supplied": True,
        "docx": False,
        "pdf": False,
        "pages": False,
        "replaces": False,
        "reason": True,
    },
    Draft: {
        "id": False,
        "petition": False,
        "seq": False,
        "paper": False,
        "claim": False,
        "organ": False,
        "supplied": True,
        "note": True,
        "state": False,
        "by": True,
        "at": False,
        "decided_by": True,
        "decided_at": False,
        "answer": True,
    },
}
"""Every field of every model here: does it hold, or may it hold, what identifies a person?"""
