"""机关名录与人员: organs, their names over time, and the people who work there.

An organ's code never changes and no organ is ever deleted: a merged one is abolished and names its successor,
a renamed one keeps its former names. Old acts, files and figures go on meaning what they meant.
"""

from enum import StrEnum

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from yifa.law.terms import Level, OrganKind
from yifa.organs.profile import OfficeProfile

CODE = 40
"""Room for an organ's code."""


class Role(StrEnum):
    """角色 — what a person works as; one person may hold several.  What each may do stands in `roles`."""

    REGISTRAR = "登记员"
    SCREENER = "法规科"
    HANDLER = "承办人"
    HEAD = "负责人"
    LEAD = "包案领导"
    OFFICE = "办公室"
    INSPECTOR = "督查"
    OPERATOR = "管理员"


def list_of_names(value: object) -> None:
    """A list of names, none of them blank."""
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise ValidationError("应当是姓名的清单，每项一个姓名")


def list_of_roles(value: object) -> None:
    """A list of roles; the operator, who keeps the machine and sees no petition, holds no other."""
    known = [role.value for role in Role]
    if not isinstance(value, list) or not value:
        raise ValidationError("至少授予一个角色")
    if unknown := [str(one) for one in value if one not in known]:
        raise ValidationError(f"没有这样的角色：{'、'.join(unknown)}；可授予的角色：{'、'.join(Role)}")
    if len(set(value)) != len(value):
        raise ValidationError("同一角色只授予一次")
    if Role.OPERATOR in value and len(value) > 1:
        raise ValidationError("管理员不接触信访事项，不得兼任其他角色")


class OrganRecord(models.Model):
    """机关、单位 — one organ, under a code that is its own for ever; `name` is what it is called today.

    `superiors` are the organs one level up; a department under dual leadership has two. `leaders` matter only
    where one of them is accused (Art. 30¶3). `place` is the region or town it stands for.
    """

    code = models.CharField("机关代码", max_length=CODE, primary_key=True)
    name = models.CharField("名称", max_length=120)
    kind = models.CharField(
        "机关类别", max_length=CODE, choices=[(k.value, k.value) for k in OrganKind], default=OrganKind.DEPARTMENT.value
    )
    level = models.CharField(
        "层级", max_length=CODE, choices=[(k.value, k.value) for k in Level], default=Level.COUNTY.value
    )
    superiors = models.ManyToManyField(
        "self", symmetrical=False, related_name="subordinates", verbose_name="上一级机关", blank=True
    )
    leaders = models.JSONField("负责人姓名", default=list, blank=True, validators=[list_of_names])
    place = models.CharField("属地代码", max_length=CODE, blank=True)
    abolished = models.DateField("撤销日期", null=True, blank=True)
    abolished_by = models.CharField("撤销登记人", max_length=150, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name="承继机关"
    )

    class Meta:
        """What is abolished says when and by whom; what is succeeded is abolished."""

        db_table = "organ"
        verbose_name = verbose_name_plural = "机关、单位"
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(name=""),
                name="organ_has_code_and_name",
                violation_error_message="机关代码和名称须填写",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[k.value for k in OrganKind]),
                name="organ_kind_is_known",
                violation_error_message="没有这样的机关类别",
            ),
            models.CheckConstraint(
                condition=Q(level__in=[k.value for k in Level]),
                name="organ_level_is_known",
                violation_error_message="没有这样的层级",
            ),
            models.CheckConstraint(
                condition=Q(abolished__isnull=True, abolished_by="") | Q(abolished__isnull=False) & ~Q(abolished_by=""),
                name="organ_abolished_says_day_and_by_whom",
                violation_error_message="撤销日期与撤销登记人须一并填写",
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | Q(abolished__isnull=False),
                name="organ_succeeded_is_abolished",
                violation_error_message="有承继机关的，须填写撤销日期",
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | ~Q(successor=F("code")),
                name="organ_does_not_succeed_itself",
                violation_error_message="承继机关不能是本机关",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OrganName(models.Model):
    """机关名称 — what an organ was called, from `since` (empty: from the beginning) to the day before `until`."""

    organ = models.ForeignKey(OrganRecord, models.PROTECT, related_name="past_names", verbose_name="机关")
    name = models.CharField("名称", max_length=120)
    since = models.DateField("启用日期", null=True, blank=True)
    until = models.DateField("停用日期", null=True, blank=True)
    by = models.CharField("登记人", max_length=150, blank=True)

    class Meta:
        """One name at a time."""

        db_table = "organ_name"
        verbose_name = verbose_name_plural = "机关名称"
        ordering = ["organ", F("since").asc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(
                fields=["organ"],
                condition=Q(until__isnull=True),
                name="organ_has_one_name_today",
                violation_error_message="一个机关现用名称只有一个",
            ),
            models.UniqueConstraint(
                fields=["organ", "since"],
                name="organ_takes_one_name_a_day",
                violation_error_message="这个机关当日已经更过名",
            ),
            models.CheckConstraint(
                condition=Q(until__gt=F("since")),
                name="organ_name_ends_after_it_begins",
                violation_error_message="停用日期须晚于启用日期",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Staff(models.Model):
    """工作人员 — a user's place of work, name and roles; who has left is inactive, never deleted."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="staff", verbose_name="账号")
    organ = models.ForeignKey(OrganRecord, models.PROTECT, related_name="staff", verbose_name="所在机关")
    name = models.CharField("姓名", max_length=60)
    roles = models.JSONField("角色", default=list, validators=[list_of_roles])
    active = models.BooleanField("在岗", default=True)
    initial = models.BooleanField("初始密码", default=False, editable=False)

    class Meta:
        """A name is needed: recusal and the seal go by it."""

        db_table = "staff"
        verbose_name = verbose_name_plural = "工作人员"
        ordering = ["organ", "name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""), name="staff_has_a_name", violation_error_message="姓名须填写"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def holds(self, role: Role) -> bool:
        """Whether this person works in that role now."""
        return self.active and role in self.roles


class DirectoryStamp(models.Model):
    """名录标记 — one row, given a new random token by the database whenever the directory changes in any way.

    Random, not counted: a number given in a transaction that was rolled back would be given again, for
    another directory.
    """

    id = models.PositiveSmallIntegerField("行", primary_key=True, default=1)
    token = models.CharField("标记", max_length=40)

    class Meta:
        """There is one directory."""

        db_table = "organ_stamp"
        verbose_name = verbose_name_plural = "名录标记"
        constraints = [
            models.CheckConstraint(
                condition=Q(id=1), name="organ_stamp_is_one_row", violation_error_message="名录标记只有一行"
            ),
        ]

    def __str__(self) -> str:
        return self.token


PERSONAL_FIELDS: dict[type[models.Model], dict[str, bool]] = {
    OrganRecord: {
        "code": False,
        "name": False,
        "kind": False,
        "level": False,
        "superiors": False,
        "leaders": True,
        "place": False,
        "abolished": False,
        "abolished_by": True,
        "successor": False,
    },
    OrganName: {
        "id": False,
        "organ": False,
        "name": False,
        "since": False,
        "until": False,
        "by": True,
    },
    Staff: {
        "id": False,
        "user": True,
        "organ": True,
        "name": True,
        "roles": True,
        "active": True,
        "initial": False,
    },
    DirectoryStamp: {
        "id": False,
        "token": False,
    },
    OfficeProfile: {
        "organ": False,
        "website": False,
        "address": False,
        "postcode": False,
        "phone": False,
        "fax": False,
        "reception_place": False,
        "reception_hours": False,
        "leader_days": True,  # names the officials who receive visitors
        "query": False,
        "laws": False,
        "procedure": False,
        "convenience": False,
        "legal_aid": False,
        "privacy": True,  # may name the person to turn to
        "updated_at": False,
        "updated_by": True,
    },
}
"""Every field of every model here: does it hold, or may it hold, what identifies a person?"""
