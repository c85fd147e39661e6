"""办理的时限 — notice, objection, the assigned day (Arts. 22, 23)."""

from collections.abc import Iterator
from datetime import date

from yifa.law import limits
from yifa.law.claim import Claim
from yifa.law.clocks.clock import Clock, Counting, at_end, clock
from yifa.law.handlings import Handling, bearer
from yifa.law.petition import Petition
from yifa.law.terms import OrganKind, Track

OWN_RULES = {OrganKind.JUSTICE: Track.C1, OrganKind.DISCIPLINE: Track.B}
"""Whose notice follows their own rules, and of which claims (Art. 23¶4)."""


def of_handling(petition: Petition, claim: Claim, handling: Handling, count: Counting) -> Iterator[Clock]:
    """The notice, the objection and the assigned day of one handling (Arts. 22, 23)."""
    direct = not handling.sender
    source = "登记" if direct else "交办" if handling.assigned else "转送"
    ended = handling.ended or claim.withdrawn
    for since, until in notice_owed(petition, claim, handling, count):
        told = handling.notified
        over = min((day for day in (handling.ended, claim.over_since) if day), default=since)
        if not (told and told < since) and not (over < since or handling.ended == since):
            yield clock(
                limits.DIRECT_NOTICE if direct else limits.NOTICE,
                claim,
                handling.organ,
                since,
                count,
                source=source if since == handling.received else "补充登记" if since == petition.reachable else "分类",
                met=told if told and not (until and until < told) else None,
                ended=min((day for day in (until, ended) if day), default=None),
                former=handling.former,
            )
    if not direct and not handling.back and (handling.objected or not handling.notified):
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
            former=handling.former,
        )
    if handling.assigned:
        given = handling.assigned_on or handling.received
        yield Clock(
            limit=limits.ASSIGNED,
            claim=claim.id,
            organ=at_end(handling.organ, handling.former, handling.reported),
            owed_by=at_end(handling.organ, handling.former, handling.reported),
            former=handling.former,
            started=handling.received,
            due=count.named(handling.assigned, given, claim.suspended(given)),
            source=source,
            met=handling.reported,
            ended=None if handling.reported else claim.withdrawn if handling.passed_on else ended,
            basis=limits.ASSIGNED.basis,
        )


def notice_owed(
    petition: Petition, claim: Claim, handling: Handling, count: Counting
) -> Iterator[tuple[date, date | None]]:
    """From when until when written notice is owed: while there is somebody to tell, and no other rules hold (Art. 23¶2–4)."""
    since: date | None = handling.received
    if not handling.sender or count.readings.on(handling.received).notice_exempt_on_transfer:
        since = max(handling.received, petition.reachable) if petition.reachable else None
    if since is None:
        return
    if not handling.former and petition.organs.kind(handling.organ) not in OWN_RULES:
        yield since, None
        return
    turns = {on for on, _ in claim.tracks} | {on for on, _ in handling.former}
    begins: date | None = None
    for day in sorted({since, *(on for on in turns if on > since)}):
        if own_rules(petition, claim, handling, day):
            if begins:
                yield begins, day
            begins = None
        else:
            begins = begins or day
    if begins:
        yield begins, None


def notice_waits(petition: Petition, claim: Claim, handling: Handling, on: date) -> bool:
    """Whether the petitioner must still be told before anything is decided: not who cannot be, nor where other rules hold."""
    return bool(petition.reachable and not handling.notified and not own_rules(petition, claim, handling, on))


def own_rules(petition: Petition, claim: Claim, handling: Handling, day: date) -> bool:
    """Whether on that day the notice followed the rules of the justice or discipline organ that had the claim (Art. 23¶4)."""
    kind = petition.organs.kind(bearer(handling.organ, handling.former, day))
    tracks = [track for on, track in claim.tracks if on <= max(day, claim.born)]
    return bool(kind and tracks and OWN_RULES.get(kind) is tracks[-1])


def of_repeats(petition: Petition, count: Counting) -> Iterator[Clock]:
    """A repeat that reached an organ which does not handle the petition: it tells the petitioner who does (Art. 23¶1–2)."""
    if not petition.reachable:
        return
    for receipt in petition.receipts:
        if receipt.elsewhere:
            yield clock(
                limits.DIRECT_NOTICE,
                petition.claims[receipt.elsewhere],
                receipt.teller,
                max(receipt.received, petition.reachable),
                count,
                source="挂接",
                met=receipt.answered,
                former=receipt.former,
                ended=petition.claims[receipt.elsewhere].withdrawn,
            )
