"""时限 — which limits run for a petition, stand paused, were met, are late.  Computed from the acts, never stored as truth."""

from collections.abc import Iterator
from datetime import date

from yifa.law import limits
from yifa.law.articles import cite
from yifa.law.claim import Claim
from yifa.law.clocks.clock import Clock, Counting, State, clock
from yifa.law.clocks.handling import accepted_on, handling_clock, of_handling
from yifa.law.clocks.reviews import of_reviews
from yifa.law.limits import Limit
from yifa.law.petition import Petition
from yifa.law.readings import DEFAULT, Readings
from yifa.law.workdays import OFFICIAL, Calendar

__all__ = ["Clock", "State", "accepted_on", "clock_of", "clocks"]


def clocks(
    petition: Petition, on: date | None, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT
) -> list[Clock]:
    """Every clock of the petition as of `on`, claim by claim in the order of the law.

    Without a day: as the record alone makes them, those still to start (no notice given) among them.
    """
    return [
        clock
        for claim in petition.claims.values()
        if not claim.carried
        for clock in _of_claim(petition, claim, on, Counting(calendar, readings))
        if clock.ended is None or clock.state(clock.ended) is State.LATE
    ]


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
            ended=claim.withdrawn,
        )
    for handling in claim.handlings:
        yield from of_handling(petition, claim, handling, count)
    if handled := handling_clock(petition, claim, on, count):
        yield handled
    for opinion, review, final in [*claim.past, (claim.opinion, claim.review, claim.final)]:
        yield from of_reviews(claim, opinion, review, final, count)
    if claim.redo_since and claim.redo_by:
        yield Clock(
            limit=limits.ASSIGNED,
            claim=claim.id,
            organ=claim.past[-1][0].by,
            owed_by=claim.past[-1][0].by,
            started=claim.redo_since,
            due=count.named(claim.redo_by, claim.redo_since),
            source="复查、复核",
            met=claim.opinion.on if claim.opinion else claim.concluded,
            ended=claim.withdrawn,
            basis=cite("36.1" if claim.past[-1][2] else "35"),
        )
