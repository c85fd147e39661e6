"""办到终了 — until a claim ends something is owed on it; and what was supported is carried out (Arts. 23, 29–32)."""

from collections.abc import Iterator
from datetime import date

from yifa.law.answers import Opinion, Review
from yifa.law.articles import Citation, cite
from yifa.law.claim import Claim
from yifa.law.clocks.clock import Counting
from yifa.law.clocks.handling import own_rules
from yifa.law.duties.duty import Duty
from yifa.law.handlings import Handling
from yifa.law.petition import Petition
from yifa.law.terms import Outcome, ReviewOutcome, Track
from yifa.law.workdays import Due

ANSWER = {Track.A: "D29", Track.B: "D-FK", Track.C5: "D-LX"} | dict.fromkeys(
    (one for one in Track if one.diverts), "D23"
)
"""The paper that answers a claim without a limit of its own: the reply, what came of an accusation, the lawful path."""


def new_notices(petition: Petition) -> Iterator[Duty]:
    """重新告知 — a claim classified anew after its notice: the petitioner must hear of the new path and procedure."""
    for claim in petition.claims.values():
        handling = claim.handling
        if handling and not claim.over and petition.reachable and claim.untold(handling):
            day = max(claim.tracks[-1][0], petition.reachable)
            yield Duty(paper="D12", claim=claim.id, by=handling.organ, since=day, due=Due(day, day), basis=cite("23.3"))


def objections(petition: Petition) -> Iterator[Duty]:
    """异议核实 — the sender owes its word on an objection; the law sets it no day, and the organ's own clock runs on."""
    for claim in petition.claims.values():
        for handling in claim.handlings:
            if handling.objecting and handling.ended is None and not claim.over and handling.objected:
                yield Duty(
                    paper="D10",
                    claim=claim.id,
                    by=handling.sender,
                    since=handling.objected,
                    basis=cite("23.3"),
                    again=True,
                )


def redos(petition: Petition) -> Iterator[Duty]:
    """重新处理 — ordered by a review without a day: owed all the same (Arts. 35, 36)."""
    for claim in petition.claims.values():
        for redo in claim.redos:
            if not (redo.due or claim.withdrawn):
                yield Duty(
                    paper="D27",
                    claim=claim.id,
                    by=redo.organ,
                    former=redo.former,
                    since=redo.since,
                    met=redo.met,
                    ended=redo.ended,
                    basis=cite("36.1" if redo.final else "35"),
                    again=True,
                )


def executions(petition: Petition, count: Counting) -> Iterator[Duty]:
    """督促执行、执行 — of every supported request (Art. 32¶2), unless a review overturned it.

    Not carried out by the day set is 未按期执行; whether it is refusal, 拒不执行, a person says (Art. 40¶1).
    """
    for claim in petition.claims.values():
        for opinion, review, final in claim.rounds:
            if opinion and opinion.outcome is Outcome.SUPPORT:
                yield from _execution(claim, opinion, _overturned(review, final), count)


def _overturned(*reviews: Review | None) -> date | None:
    """The day a review took the opinion away."""
    overturning = {ReviewOutcome.REVOKE, ReviewOutcome.CHANGE, ReviewOutcome.REDO}
    return next((one.decided for one in reviews if one and one.outcome in overturning), None)


def _execution(claim: Claim, opinion: Opinion, overturned: date | None, count: Counting) -> Iterator[Duty]:
    urged = opinion.orders[0].act.on if opinion.orders else opinion.executed
    yield Duty(
        paper="D28",
        claim=claim.id,
        by=opinion.by,
        since=opinion.on,
        due=Due(opinion.on, opinion.on),
        met=urged,
        ended=None if urged else overturned,
        basis=cite("32.2"),
    )
    for order in opinion.orders:
        due = getattr(order.act, "due", None)
        ended = min((day for day in (order.ended, overturned) if day), default=None)
        met = order.answered if order.answered and not (ended and ended < order.answered) else None
        yield Duty(
            paper="D-ZX",
            claim=claim.id,
            by=order.to,
            former=order.former,
            since=order.act.on,
            due=count.named(due, order.act.on) if due else None,
            met=met,
            ended=None if met else ended,
            late="未按期执行",
            basis=cite("32.2"),
            number=order.number,
        )


def endings(petition: Petition, covered: set[str]) -> Iterator[Duty]:
    """终了之前 — on every open claim what ends it, without a day where the law sets none.

    `covered` are the claims of which something is owed already: a claim by petition procedure or not yet classified
    needs no more than that; on the other tracks the answer is owed beside, once the petitioner was told.
    """
    for claim in petition.claims.values():
        if claim.over or claim.diverted or claim.carried:
            continue
        handling = claim.charge and claim.charge.handling
        if handling and claim.track in ANSWER:
            free = not petition.reachable or own_rules(petition, claim, handling, date.max)
            if handling.told or free:
                yield _answer(claim, handling, ANSWER[claim.track], cite(claim.track.article))
        elif handling and claim.id not in covered:
            yield _answer(claim, handling, "D27", cite(claim.track.article if claim.track else "31"))
        elif claim.dispatches and claim.id not in covered:
            last = claim.dispatches[-1]
            yield Duty(paper="D04", claim=claim.id, by=last.office, since=last.since, basis=cite("22.1(1)"))


def _answer(claim: Claim, handling: Handling, paper: str, basis: Citation) -> Duty:
    return Duty(paper=paper, claim=claim.id, by=handling.organ, since=handling.received, basis=basis)
