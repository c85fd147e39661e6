"""What the page of one petition shows: the next acts, claims and clocks, the timeline, papers, people, colleagues."""

from collections.abc import Iterator
from typing import Any

from yifa.casework.colleagues import handler_of, may_hand_over, notes_for
from yifa.casework.interviews import proposals_of
from yifa.casework.judging import who_may
from yifa.casework.models import Proposal
from yifa.casework.options import Option, correctable, grouped, options
from yifa.desk.acting.scene import Desk
from yifa.desk.files.telling import entries
from yifa.desk.papers.file import still_to_sign
from yifa.law.acts import ACTS, Correct, Reach, Register
from yifa.law.clocks import clocks
from yifa.law.duties import breaches, lifted, owed
from yifa.law.fold import effective
from yifa.law.notices import PAPERS
from yifa.law.paths.running import Running
from yifa.law.petition import Petition
from yifa.organs.models import Role, Staff
from yifa.organs.roles import may_do, stands_aside
from yifa.pages.chips import Chip, chip
from yifa.pages.reading_words import departures
from yifa.records.models import Attachment, PetitionRecord, QueryCode

AT_THE_COUNTER = (Role.REGISTRAR, Role.SCREENER, Role.HANDLER)
"""Who gives the petitioner a new query code, after looking at the identity card."""


def file_of(record: PetitionRecord, staff: Staff) -> dict[str, Any]:
    """The whole file, of which only the claims this person sees are told."""
    desk = Desk(record, staff)
    return {
        "record": record,
        "petition": desk.petition,
        "whole": desk.whole,
        "section": "petitions",
        "place": desk.petition.organs.name(record.place),
        "today": desk.today,
        "organs": desk.petition.organs,
        **_duties(desk),
        **_next(desk),
        **_story(desk),
        **_colleagues(desk),
        "papers_due": still_to_sign(desk),
    }


def _duties(desk: Desk) -> dict[str, Any]:
    """Clocks, papers owed and breaches; on a petition seen in part, only those of claims seen."""
    petition, organs, seen = desk.petition, desk.petition.organs, set(desk.seen) | ({""} if desk.whole else set())
    found = [chip(clock, organs, desk.today) for clock in clocks(petition, desk.today, desk.calendar, desk.readings)]
    by_claim: dict[str, list[Chip]] = {one: [] for one in desk.seen}
    for one in found:
        if one.clock.claim in by_claim:
            by_claim[one.clock.claim].append(one)
    shown = [one for chips in by_claim.values() for one in chips]
    pressing = [one for one in shown if one.urgency in {"late", "today", "soon"} and not one.clock.met]
    return {
        "claims": [
            (petition.claims[one], chips, _responsible(desk, one), _otherwise(desk, chips))
            for one, chips in by_claim.items()
        ],
        "keeper": "本机关" if desk.record.home == desk.staff.organ_id else organs.name(desk.record.home),
        "pressing": sorted(pressing, key=lambda one: one.clock.due.day),
        "owed": [
            (one, organs.name(one.by), PAPERS[one.of or one.paper].term)
            for one in owed(petition, desk.today, desk.calendar, desk.readings)
            if one.claim in seen
        ],
        "issued": [
            (one, organs.name(one.by), PAPERS[one.paper].term, one in petition.unserved)
            for one in petition.papers
            if one.claim in seen
        ],
        "breaches": [one for one in breaches(petition, desk.today, desk.calendar, desk.readings) if one.claim in seen],
        "lifted": [
            (one.breach, one.number + 1, petition.acts[one.number])
            for one in lifted(petition, desk.calendar, desk.readings)
            if one.breach.claim in seen
        ],
    }


def _otherwise(desk: Desk, chips: list[Chip]) -> list[str]:
    """What the office that keeps the file reads otherwise than we do, of the days on which these clocks started."""
    return departures(desk.readings, (one.clock.started for one in chips))


def _responsible(desk: Desk, claim: str) -> str:
    """Which organ has the claim now."""
    held = desk.petition.claims[claim]
    review = held.final or held.review
    if review and not review.decided:
        return desk.petition.organs.name(review.to)
    handling = held.handling
    waiting = held.open_dispatch
    code = handling.organ if handling else waiting.office if waiting else ""
    return desk.petition.organs.name(code)


def _next(desk: Desk) -> dict[str, Any]:
    """The acts this person may do now, and why the others may not be done."""
    aside = stands_aside(desk.staff, desk.petition)
    if aside:
        return {"aside": aside}
    found = options(desk.petition, desk.staff, desk.seen, desk.today, desk.calendar, desk.readings)
    not_now = [one for one in found if one.against and (one.mine or one.proposable)]
    others = [(one, who_may(one.kind)) for one in found if _of_others(one)]
    return {
        "groups": list(grouped(found)),
        "not_now": not_now,
        "others": others,
        "closed_to_me": len(not_now) + len(others),
    }


def _of_others(one: Option) -> bool:
    """What the organ may do and this person may not even prepare."""
    return one.against is None and not one.mine and not one.proposable


def _story(desk: Desk) -> dict[str, Any]:
    """The timeline and what is told of people: only to who sees the whole."""
    if not desk.whole:
        return {}
    petition = desk.petition
    corrects = may_do(desk.staff, Correct) and not stands_aside(desk.staff, petition)
    return {
        "entries": [
            (one, corrects and not one.corrected and correctable(one.act, petition, desk.staff))
            for one in entries(petition)
        ],
        "register": next((one for one in effective(petition.acts) if isinstance(one, Register)), None),
        "reached": _reached(petition),
        "own_limits": sorted(_own_limits(desk), key=lambda one: one.due.day),
        "attachments": list(Attachment.objects.filter(petition=desk.record)),
        "code": _code(desk),
    }


def _reached(petition: Petition) -> dict[str, Any]:
    """How the petitioner is reached: the last that was said of it, at registration or later."""
    said = [one for one in effective(petition.acts) if isinstance(one, Register | Reach)]
    return {
        name: next((value for one in reversed(said) if (value := getattr(one, name))), "")
        for name in ("representatives", "contact")
    }


def _own_limits(desk: Desk) -> Iterator[Running]:
    """The petitioner's own limits that run, by what was answered before filing; none of a file that is closed."""
    if desk.petition.closed:
        return
    for proposal in proposals_of(desk.record, desk.today):
        yield from proposal.limits


def _code(desk: Desk) -> dict[str, Any]:
    """Whether the petitioner has a query code, and whether this person may give out a new one."""
    may = desk.record.home == desk.staff.organ_id and any(desk.staff.holds(role) for role in AT_THE_COUNTER)
    return {"may": may, "held": QueryCode.objects.filter(petition=desk.record).first() if may else None}


def _colleagues(desk: Desk) -> dict[str, Any]:
    """Who of the own organ works on it, what waits for approval, internal notes."""
    current = handler_of(desk.staff, desk.record)
    return {
        "current": current,
        "may_hand_over": may_hand_over(desk.staff, current) and not stands_aside(desk.staff, desk.petition),
        "notes": notes_for(desk.staff, desk.record, desk.petition, desk.seen),
        "proposals": list(_proposals(desk)),
    }


def _proposals(desk: Desk) -> Iterator[tuple[Proposal, str]]:
    rows = Proposal.objects.filter(
        petition=desk.record, organ=desk.staff.organ_id, state=Proposal.State.WAITING
    ).select_related("by")
    for one in rows:
        kind = ACTS[one.kind]
        if one.by_id == desk.staff.pk or (desk.whole and may_do(desk.staff, kind)):
            yield one, kind.term
