"""办理的时限 — notice, objection, the assigned day, the sixty days (Arts. 22, 23, 34)."""

from collections.abc import Iterator
from datetime import date, timedelta

from yifa.law import limits
from yifa.law.claim import Claim, Handling
from yifa.law.clocks.clock import Clock, Counting, clock
from yifa.law.petition import Petition
from yifa.law.readings import DEFAULT, Readings
from yifa.law.terms import NoticeKind, OrganKind, Track


def of_handling(petition: Petition, claim: Claim, handling: Handling, count: Counting) -> Iterator[Clock]:
    """The notice, the objection and the assigned day of one handling (Arts. 22, 23)."""
    direct = not handling.sender
    source = "登记" if direct else "交办" if handling.assigned else "转送"
    ended = handling.ended or claim.withdrawn
    reachable = petition.reachable or not (direct or count.readings.on(handling.received).notice_exempt_on_transfer)
    if reachable and not _own_rules(petition, claim, handling.organ):
        yield clock(
            limits.DIRECT_NOTICE if direct else limits.NOTICE,
            claim,
            handling.organ,
            handling.received,
            count,
            source=source,
            met=handling.notified,
            ended=ended,
        )
    if not direct and (handling.objected or not handling.notified):
        yield clock(
            limits.OBJECTION,
            claim,
            handling.organ,
            handling.received,
            count,
            source=source,
            met=handling.objected,
            ended=ended,
            right=True,
        )
    if handling.assigned:
        yield Clock(
            limit=limits.ASSIGNED,
            claim=claim.id,
            organ=handling.organ,
            owed_by=handling.organ,
            started=handling.received,
            due=count.named(handling.assigned, handling.received),
            source=source,
            met=handling.reported,
            ended=claim.withdrawn if handling.passed_on else ended,
            basis=limits.ASSIGNED.basis,
        )


def _own_rules(petition: Petition, claim: Claim, organ: str) -> bool:
    """Whether notice follows the justice or discipline organs' own rules (Art. 23¶4)."""
    kind = petition.organs.kind(organ)
    return (kind is OrganKind.JUSTICE and claim.track is Track.C1) or (
        kind is OrganKind.DISCIPLINE and claim.track is Track.B
    )


def accepted_on(claim: Claim, readings: Readings = DEFAULT) -> tuple[date, str] | None:
    """受理之日 — the day the sixty days count from, and the act it comes from.

    The Regulation does not say; our reading (policy: acceptance): the acceptance; without one the notice;
    without either, fifteen days after receipt.
    """
    if claim.accepted:
        return claim.accepted, "受理"
    own = [one.notified for one in claim.handlings if one.notified and one.notice is NoticeKind.OWN]
    if own:
        return min(own), "书面告知"
    if handling := claim.handling:
        return handling.received + timedelta(
            days=readings.on(handling.received).acceptance_without_notice_days
        ), "收到期满"
    return None


def handling_clock(petition: Petition, claim: Claim, on: date | None, count: Counting) -> Clock | None:
    """办结 — sixty days on a claim by petition procedure, and only there (Arts. 31(6), 34)."""
    start = accepted_on(claim, count.readings)
    spells = [place for place, (_, track) in enumerate(claim.tracks, start=1) if track is Track.C6]
    if start is None or not spells or claim.referred:
        return None
    opinion = claim.past[0][0] if claim.past else claim.opinion
    met = opinion.on if opinion else None
    ended = claim.withdrawn
    if claim.track is Track.C6:
        met = met or claim.concluded
    elif claim.concluded:
        ended = ended or claim.tracks[spells[-1]][0]  # the classification that led it out for good
    since, source = start
    if on and since > on:
        return None
    outside = claim.days_outside(since, met or ended or on or petition.last or since)
    answering = opinion.by if opinion else claim.handlings[-1].organ
    return clock(
        limits.HANDLING,
        claim,
        answering,
        since,
        count,
        source=source,
        met=met,
        ended=ended,
        paused=claim.track is not Track.C6 and met is None and ended is None,
        extra=claim.extended + outside,
    )
