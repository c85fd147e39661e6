"""源头预防台账的登记: disputes found and resolved; proxy cases accepted, mediated, resolved.

Every function names who does it (`by`); a wrong value raises `ValidationError` in Chinese, naming the field.
Days are given, never read off the clock: the page that asks refuses a day still to come.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from yifa.prevention.models import Dispute, DisputeKind, ProxyCase
from yifa.records.trail import change, correct, enter, standing, strike_out

__all__ = [
    "accept_proxy",
    "authorise_proxy",
    "correct",
    "mediate_proxy",
    "record_dispute",
    "resolve_dispute",
    "resolve_proxy",
    "strike_out",
]


def record_dispute(
    *,
    organ: str,
    town: str,
    number: str,
    found: date,
    kind: DisputeKind,
    summary: str,
    by: str,
) -> Dispute:
    """排查登记 — a matter found by `town`, in the ledger of `organ`."""
    return enter(
        Dispute(
            organ=organ,
            town=town,
            number=number,
            found=found,
            kind=kind,
            summary=summary,
            created_by=by,
        )
    )


@transaction.atomic
def resolve_dispute(dispute: Dispute, *, resolved: date, how: str, by: str) -> Dispute:
    """化解 — on `resolved`, and `how`; once."""
    now = standing(dispute)
    _not_yet("resolved", now.resolved, "化解")
    return change(now, resolved=resolved, how=how, why="化解", by=by)


def accept_proxy(
    *,
    organ: str,
    town: str,
    number: str,
    agent_post: str,
    agent_name: str,
    accepted: date,
    summary: str,
    by: str,
    authorised: date | None = None,
) -> ProxyCase:
    """代办受理 — the official `agent_name` takes the matter up; `authorised` if the principal already signed."""
    return enter(
        ProxyCase(
            organ=organ,
            town=town,
            number=number,
            agent_post=agent_post,
            agent_name=agent_name,
            accepted=accepted,
            authorised=authorised,
            summary=summary,
            created_by=by,
        )
    )


@transaction.atomic
def authorise_proxy(case: ProxyCase, *, authorised: date, by: str) -> ProxyCase:
    """委托授权 — the principal's authorisation came in later."""
    now = standing(case)
    _not_yet("authorised", now.authorised, "委托授权")
    return change(now, authorised=authorised, why="委托授权", by=by)


@transaction.atomic
def mediate_proxy(case: ProxyCase, *, mediated: date, by: str) -> ProxyCase:
    """代办调解 — once."""
    now = standing(case)
    _not_yet("mediated", now.mediated, "调解")
    return change(now, mediated=mediated, why="调解", by=by)


@transaction.atomic
def resolve_proxy(case: ProxyCase, *, resolved: date, by: str) -> ProxyCase:
    """代办化解 — once, with or without a mediation before."""
    now = standing(case)
    _not_yet("resolved", now.resolved, "化解")
    return change(now, resolved=resolved, why="化解", by=by)


def _not_yet(field: str, done: date | None, term: str) -> None:
    if done is not None:
        raise ValidationError({field: f"已于{done}登记{term}；日期有误的，请用更正"})
