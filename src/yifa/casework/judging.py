"""能不能办 — what stands against an act before it is done: the law, the day, the person's role, recusal, the seal."""

from dataclasses import fields
from datetime import date

from yifa.law.acts import Act, AnswerRecommendation, AnswerSupervision, OfferHelp, Recuse
from yifa.law.permits import Refusal, refusals
from yifa.law.petition import Petition
from yifa.law.readings import Readings
from yifa.law.workdays import Calendar
from yifa.organs.models import Role, Staff
from yifa.organs.roles import ROLES_FOR_ACT

BESIDE_CLAIMS = frozenset({Recuse, AnswerSupervision, AnswerRecommendation, OfferHelp})
"""Acts on the petition as a whole that tell nothing of claims one does not see."""

DRAFTING = frozenset({Role.REGISTRAR, Role.SCREENER, Role.HANDLER, Role.OFFICE, Role.INSPECTOR, Role.LEAD})
"""Who prepares acts for the head to decide."""


def judge(act: Act, petition: Petition, today: date, calendar: Calendar, readings: Readings) -> list[Refusal]:
    """Every reason why the act may not be done today, whoever asks: the law's, and that a day to come is no record."""
    found = list(refusals(act, petition, calendar, readings))
    if act.on > today:
        found.append(Refusal(f"日期晚于今天（{today:%Y-%m-%d}），未发生的事不能登记", act.basis, "on"))
    return found


def in_part(kind: type[Act]) -> bool:
    """Whether it can be done by a person who sees only some of the claims: it names claims, or tells nothing of them."""
    names = {field.name for field in fields(kind)}
    return kind in BESIDE_CLAIMS or not names.isdisjoint({"claim", "claims"})


def may_propose(staff: Staff, kind: type[Act]) -> bool:
    """送审 — whether this person may fill in such an act for the head of the organ to decide."""
    return (
        staff.active
        and Role.HEAD in ROLES_FOR_ACT[kind]
        and not staff.holds(Role.HEAD)
        and not DRAFTING.isdisjoint(staff.roles)
    )


def who_may(kind: type[Act]) -> str:
    """The roles that record such an act, in words."""
    return "、".join(role for role in Role if role in ROLES_FOR_ACT[kind])
