"""时限 — which limits run for a petition, stand paused, were met, are late.  Computed from the acts, never stored as truth."""

from collections.abc import Iterator
from datetime import date

from yifa.law import limits
from yifa.law.articles import cite
from yifa.law.claim import Claim
from yifa.law.clocks.clock import Clock, Counting, State, clock
from yifa.law.clocks.handling import of_handling, of_repeats
from yifa.law.clocks.reviews import of_reviews
from yifa.law.clocks.sixty import of_charges
from yifa.law.limits import Limit
from yifa.law.petition import Petition
from yifa.law.readings import DEFAULT, Readings
from yifa.law.workdays import OFFICIAL, Calendar

__all__ = ["Clock", "State", "clock_of", "clocks"]


def clocks(
    petition: Petition, on: date | None, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT
) -> list[Clock]:
    """Every clock of the petition as of `on`, claim by claim in the order of the law.

    Without a day: as the record alone makes them, those still to start (no notice given) among them.
    """
    count = Counting(calendar, readings)
    found = [
        clock
        for claim in petition.claims.values()
        if not claim.carried
        for clock in _of_claim(petition, claim, on, count)
    ]
    if len(petition.receipts) > 1:
        found += of_repeats(petition, count)
    return [clock for clock in found if clock.ended is None or clock.state(clock.ended) is State.LATE]


def clock_of(
    petition: Petition, claim: Claim, limit: Limit, on: date | None, calendar: Calendar, readings: Readings
) -> Clock | None:
    """The last clock of one limit on one claim: what the guards ask for a last day."""
    found = [clock for clock in _of_claim(petition, claim, on, Counting(calendar, readings)) if clock.limit is limit]
    return found[-1] if found else None


def _of_claim(petition: Petition, claim: Claim, on: date | None, count: Counting) -> Iterator[Clock]:
    for dispatch in claim.dispatches:
        yield clock(
            limits.DISPATCH,
            claim,
            dispatch.office,
            dispatch.since,
            count,
            source="登记",
            met=dispatch.done,
            ended=min((day for day in (claim.withdrawn, claim.over_since) if day), default=None),
            former=dispatch.former,
        )
    for handling in claim.handlings:
        yield from of_handling(petition, claim, handling, count)
    yield from of_charges(petition, claim, on, count)
    for opinion, review, final in claim.rounds:
        yield from of_reviews(claim, opinion, review, final, count)
    yield from _of_redos(claim, count)


def _of_redos(claim: Claim, count: Counting) -> Iterator[Clock]:
    """What a review sent back, by the day it set (Arts. 35, 36)."""
    for redo in claim.redos:
        if redo.due:
            yield Clock(
                limit=limits.ASSIGNED,
                claim=claim.id,
                organ=redo.organ,
                owed_by=redo.organ,
                former=redo.former,
                started=redo.since,
                due=count.named(redo.due, redo.since, claim.suspended(redo.since)),
                source="复查、复核",
                met=redo.met,
                ended=None if redo.met else redo.ended or claim.withdrawn,
                basis=cite("36.1" if redo.final else "35"),
            )
