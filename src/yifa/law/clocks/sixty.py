"""办结 — the sixty days of a claim by petition procedure, for each organ that owes the opinion (Arts. 31(6), 34)."""

from collections.abc import Iterator
from datetime import date, timedelta

from yifa.law import limits
from yifa.law.claim import Claim
from yifa.law.clocks.clock import Clock, Counting, apart, at_end
from yifa.law.clocks.handling import notice_owed
from yifa.law.handlings import Charge, Handling
from yifa.law.petition import Petition
from yifa.law.terms import Track
from yifa.law.workdays import Due

Start = tuple[date, str]
"""The day the sixty days count from, and the act it comes from."""


def of_charges(petition: Petition, claim: Claim, on: date | None, count: Counting) -> Iterator[Clock]:
    """The sixty days of every organ that owed the opinion, one after the other; those of an ended one are its own."""
    answer = claim.first_answer
    for charge in _tenures(claim):
        if answer and answer.on < charge.since:
            continue  # what is sent back by a review has a day of its own
        started = begun(petition, claim, charge, count)
        if on and started[0] > on:
            continue
        if sixty := _sixty(petition, claim, charge, started, on, count):
            yield sixty


def _tenures(claim: Claim) -> list[Charge]:
    """Each organ's time in charge as one: what it passed on and got back it had all along, no day begins anew.

    The last is who was in charge last.
    """
    found: list[Charge] = []
    for charge in claim.charges:
        same = next((one for one in found if one.handling is charge.handling), charge)
        found = [one for one in found if one is not same]
        found.append(Charge(charge.handling, same.since, charge.until))
    return found


def tenure_on(claim: Claim, day: date) -> Charge | None:
    """Whose time in charge it was on that day, from its first day on."""
    charge = next((one for one in reversed(claim.charges) if one.since <= day), None)
    return next((one for one in _tenures(claim) if charge and one.handling is charge.handling), None)


def begun(petition: Petition, claim: Claim, charge: Charge, count: Counting) -> Start:
    """受理之日 — the earliest of acceptance, notice and, where notice was owed by then, fifteen days after receipt.

    Our reading (policy: 受理之日), each of the organ that owes the opinion.  Where no notice was owed, an acceptance
    or notice counts that came before the sixty days from the fifteenth had passed.  An organ whose sixty days would
    have passed before it came to owe the opinion counts from the day it did.
    """
    handling = charge.handling
    days = count.readings.on(handling.received).acceptance_without_notice_days
    latest = handling.received + timedelta(days=days), "收到期满"
    start = latest
    if known := _taken_up(handling):
        first = min(known, key=_day)
        owed = any(
            since <= latest[0] and not (until and until <= latest[0])
            for since, until in notice_owed(petition, claim, handling, count)
        )
        start = (
            min(first, latest, key=_day) if owed or passed(count.due(limits.HANDLING, latest[0]), first[0]) else first
        )
    if passed(count.due(limits.HANDLING, start[0]), charge.since):
        return charge.since, "转由本机关办理"
    return start


def _day(start: Start) -> date:
    return start[0]


def _taken_up(handling: Handling) -> list[Start]:
    return [(day, term) for day, term in ((handling.accepted, "受理"), (handling.taken, "书面告知")) if day]


def passed(last: Due, day: date) -> bool:
    """Whether a last day has passed for certain."""
    return day > last.day and not last.provisional


def last_day(claim: Claim, started: date, until: date, count: Counting, extended: int) -> Due:
    """The last day of the sixty, `extended` days more; days on another track or withdrawn are left out while they run."""
    left_out = apart([*claim.outside(started, until), *claim.suspended(started)])
    return count.due(limits.HANDLING, started, extended, left_out=left_out)


def _sixty(
    petition: Petition, claim: Claim, charge: Charge, started: Start, on: date | None, count: Counting
) -> Clock | None:
    since, source = started
    if not _by_petition(claim, charge):
        return None
    on_c6, gone = claim.track is Track.C6, left(claim)
    answer = claim.first_answer
    met = _within(charge, answer.on if answer else None)
    ended = min((day for day in (charge.until, claim.withdrawn) if day), default=None)
    if not met and (concluded := _within(charge, claim.concluded)):
        met = concluded if on_c6 else None
        ended = ended if on_c6 else min(day for day in (ended, gone) if day)
    until = met or ended or on or petition.last or since
    handling = charge.handling
    last = last_day(claim, since, until, count, handling.extended)
    late = bool(gone and _within(charge, gone) and passed(last, gone))
    organ = at_end(handling.organ, handling.former, met or ended)
    return Clock(
        limit=limits.HANDLING,
        claim=claim.id,
        organ=organ,
        owed_by=organ,
        former=handling.former,
        started=since,
        due=last,
        source=source,
        met=met,
        ended=None if met else ended,
        paused=not on_c6 and met is None and ended is None and not late,
        extended=handling.extended,
        reclassified=late,
        basis=limits.HANDLING.basis,
    )


def _within(charge: Charge, day: date | None) -> date | None:
    """That day, if this organ still owed the opinion."""
    return day if day and not (charge.until and charge.until < day) else None


def _by_petition(claim: Claim, charge: Charge) -> bool:
    """Whether the claim was on C6 on any day on which this organ owed the opinion."""
    ends = [*(day for day, _ in claim.tracks[1:]), date.max]
    return any(
        track is Track.C6 and charge.since < end and start < end and _within(charge, start)
        for (start, track), end in zip(claim.tracks, ends, strict=False)
    )


def left(claim: Claim) -> date | None:
    """The day it left petition procedure for good, as things stand."""
    gone = None
    for on, track in claim.tracks:
        gone = None if track is Track.C6 else gone or on
    return gone
