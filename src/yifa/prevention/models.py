"""源头预防台账: what the towns screen, and the matters officials handle for people.

A dispute is a matter, not a person: there is no field for a party, a list to watch, a risk or a place.
Organs stand here by their code alone, without a foreign key: this room holds no opinion on organs, a
merged or renamed organ changes nothing in old rows, and names are shown through `organs`.

Every ledger says who entered a row and when (`created_by`, `created_at`). Rows are written through
`ledger` only, and every later change of one leaves a `records.LedgerChange`.
"""

from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from yifa.records.models import LedgerRow

ORGAN = 32
"""Room for an organ's code."""


class DisputeKind(StrEnum):
    """纠纷类型 — the usual heads of a mediation ledger; no rule fixes them."""

    FAMILY = "婚姻家庭"
    NEIGHBOURS = "邻里关系"
    HOUSING = "房屋宅基地"
    LAND = "土地草牧场"
    EXPROPRIATION = "征地拆迁"
    CONTRACT = "合同债务"
    WAGES = "劳动报酬"
    INJURY = "损害赔偿"
    VILLAGE = "村务管理"
    ENVIRONMENT = "环境保护"
    OTHER = "其他"


class DisputeState(StrEnum):
    """化解状态 — read off the day of resolution, never stored beside it."""

    FOUND = "未化解"
    RESOLVED = "已化解"


class Dispute(LedgerRow):
    """矛盾纠纷 — one matter found by a town's screening (排查), and how it was resolved (化解).

    `number` is the one the finder's ledger gave it; within one office it stands once.
    """

    organ = models.CharField("台账机关代码", max_length=ORGAN)
    town = models.CharField("排查乡镇代码", max_length=ORGAN)
    number = models.CharField("编号", max_length=64)
    found = models.DateField("排查日期")
    kind = models.CharField("纠纷类型", max_length=16, choices=[(k.value, k.value) for k in DisputeKind])
    summary = models.TextField("纠纷概况", help_text="写事不写人：不写当事人的姓名、证件号码和电话")
    resolved = models.DateField("化解日期", null=True, blank=True)
    how = models.TextField("化解方式和结果", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "矛盾纠纷"
        ordering = ["found", "number"]
        indexes = [models.Index(fields=["organ", "found"], name="dispute_by_organ_and_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "number"],
                condition=Q(struck=False),
                name="dispute_number_stands_once",
                violation_error_message="编号：本台账已有这个编号的矛盾纠纷",
            ),
            models.CheckConstraint(
                condition=Q(resolved__gte=F("found")),
                name="dispute_resolved_not_before_found",
                violation_error_message="化解日期不得早于排查日期",
            ),
            models.CheckConstraint(
                condition=Q(resolved__isnull=True, how="") | Q(resolved__isnull=False) & ~Q(how=""),
                name="dispute_resolved_says_day_and_how",
                violation_error_message="化解日期与化解方式和结果须一并填写",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def state(self) -> DisputeState:
        """Whether it is resolved."""
        return DisputeState.FOUND if self.resolved is None else DisputeState.RESOLVED


class ProxyCase(LedgerRow):
    """信访代办 — an official takes a person's matter to the organs in that person's stead.

    信访代办 is not in 《信访工作条例》: it is local practice. It starts no statutory clock, is no petition, and
    stands in the way of none. The same matter may be in this ledger and among the petitions; nothing here
    adds the two up.

    `authorised` is the day of the principal's authorisation; without one there is none on file. Who the
    principal is stays on the paper authorisation. Mediation is no condition of a resolution: some matters
    are settled by a telephone call.
    """

    organ = models.CharField("台账机关代码", max_length=ORGAN)
    town = models.CharField("代办乡镇代码", max_length=ORGAN)
    number = models.CharField("编号", max_length=64)
    agent_post = models.CharField("代办员职务", max_length=64)
    agent_name = models.CharField("代办员姓名", max_length=64)
    authorised = models.DateField("委托授权日期", null=True, blank=True)
    accepted = models.DateField("受理日期")
    mediated = models.DateField("调解日期", null=True, blank=True)
    resolved = models.DateField("化解日期", null=True, blank=True)
    summary = models.TextField("代办事项概况", help_text="写事不写人：不写委托人的姓名、证件号码和电话")

    class Meta:
        verbose_name = verbose_name_plural = "信访代办"
        ordering = ["accepted", "number"]
        indexes = [models.Index(fields=["organ", "accepted"], name="proxy_by_organ_and_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "number"],
                condition=Q(struck=False),
                name="proxy_number_stands_once",
                violation_error_message="编号：本台账已有这个编号的代办事项",
            ),
            models.CheckConstraint(
                condition=Q(mediated__gte=F("accepted")),
                name="proxy_mediated_not_before_accepted",
                violation_error_message="调解日期不得早于受理日期",
            ),
            models.CheckConstraint(
                condition=Q(resolved__gte=F("accepted")),
                name="proxy_resolved_not_before_accepted",
                violation_error_message="化解日期不得早于受理日期",
            ),
            models.CheckConstraint(
                condition=Q(resolved__gte=F("mediated")),
                name="proxy_resolved_not_before_mediated",
                violation_error_message="化解日期不得早于调解日期",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def has_authorisation(self) -> bool:
        """Whether the principal's authorisation is on file."""
        return self.authorised is not None


PERSONAL_FIELDS: dict[type[models.Model], dict[str, bool]] = {
    Dispute: {
        "id": False,
        "organ": False,
        "town": False,
        "number": False,
        "found": False,
        "kind": False,
        "summary": True,  # free text: it may name people although it should not
        "resolved": False,
        "how": True,  # as above
        "struck": False,
        "created_by": True,
        "created_at": False,
    },
    ProxyCase: {
        "id": False,
        "organ": False,
        "town": False,
        "number": False,
        "agent_post": False,
        "agent_name": True,
        "authorised": False,
        "accepted": False,
        "mediated": False,
        "resolved": False,
        "summary": True,
        "struck": False,
        "created_by": True,
        "created_at": False,
    },
}
"""Every field of every model here: does it hold, or may it hold, what identifies a person?"""
