"""应办与违规 — which papers are owed on a day, and which duties have been broken.  Read from clocks and papers only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from yifa.law import limits
from yifa.law.articles import Citation, cite
from yifa.law.claim import Issued
from yifa.law.clocks import Clock, State, clock_of, clocks
from yifa.law.petition import Petition
from yifa.law.readings import DEFAULT, Readings
from yifa.law.terms import Channel, Outcome, ReviewOutcome, Track
from yifa.law.workdays import OFFICIAL, Calendar, Due

PAPER_OF = {
    limits.DIRECT_NOTICE: "D12",
    limits.NOTICE: "D12",
    limits.ASSIGNED: "D-JB",
    limits.HANDLING: "D27",
    limits.REVIEW: "D33",
    limits.FINAL_REVIEW: "D35",
}
"""The paper that meets each limit; a dispatch depends on the claim."""

EXTENSION_NOTICE = "D22"

SERVICE_BASIS = {
    "D13": cite("19.3"),
    "D14": cite("36.3"),
    "D22": cite("34"),
    "D23": cite("31"),
    "D27": cite("35"),
    "D29": cite("29.1"),
    "D33": cite("35"),
    "D35": cite("36.1"),
    "D-LX": cite("31(5)"),
}
"""Why each paper must reach the petitioner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """应办文书 — a paper somebody owes, by when.  For a service, `of` is the paper to be served; no day is set where the law sets none.

    `again` marks what came back: an objection to be answered, a returned claim, an opinion to be made anew.
    """

    paper: str
    claim: str
    by: str
    due: date | None
    basis: Citation
    of: str = ""
    provisional: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """违规 — a duty broken, by whom and since when: the day after the last lawful one."""

    what: str
    claim: str
    by: str
    since: date
    basis: Citation


def owed(petition: Petition, on: date, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT) -> list[Owed]:
    """Every paper owed as of `on`."""
    return owed_by_clocks(petition, clocks(petition, on, calendar, readings), on, calendar, readings)


def owed_by_clocks(
    petition: Petition, found: list[Clock], on: date | None, calendar: Calendar, readings: Readings
) -> list[Owed]:
    """Every paper owed, the clocks being known already; without a day, as the record alone makes them."""
    running = [
        clock for clock in found if not clock.right and clock.met is None and clock.ended is None and not clock.paused
    ]
    return [
        *(_by_clock(petition, clock) for clock in running),
        *_new_notices(petition),
        *_objections(petition),
        *_services(petition, on, calendar, readings),
        *_enforcements(petition),
        *_answers(petition),
    ]


def breaches(petition: Petition, on: date, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT) -> list[Breach]:
    """Every duty broken up to `on`, made good since or not."""
    return [
        *_late(clocks(petition, on, calendar, readings), on),
        *_unserved(petition, on, calendar, readings),
        *_unanswered(petition, on),
    ]


def _by_clock(petition: Petition, clock: Clock) -> Owed:
    claim = petition.claims[clock.claim]
    handling, again = claim.handling_by(clock.organ), False
    if clock.limit in {limits.DIRECT_NOTICE, limits.NOTICE} and handling and handling.passed_on:
        paper = "D12-b"
    elif clock.limit is limits.ASSIGNED and clock.basis is not limits.ASSIGNED.basis:
        paper, again = "D27", True  # sent back by a review: the opinion is to be made anew
    else:
        paper = PAPER_OF.get(clock.limit) or _dispatch_paper(petition, claim.track)
        again = clock.limit is limits.DISPATCH and any(one.returned == clock.started for one in claim.handlings)
    return Owed(
        paper=paper,
        claim=clock.claim,
        by=clock.owed_by,
        due=clock.due.day,
        basis=clock.basis,
        provisional=clock.due.provisional,
        again=again,
    )


def _dispatch_paper(petition: Petition, track: Track | None) -> str:
    if track is Track.C1 and all(receipt.channel is Channel.VISIT for receipt in petition.receipts):
        return "D07"
    return "D04-B" if track is Track.B else "D04"


def _new_notices(petition: Petition) -> Iterator[Owed]:
    """重新告知 — a claim classified anew after its notice: the petitioner must hear of the new path and procedure."""
    for claim in petition.claims.values():
        handling = claim.handling
        if handling and not claim.over and petition.reachable and claim.untold(handling):
            day = claim.tracks[-1][0]
            yield Owed(paper="D12", claim=claim.id, by=handling.organ, due=day, basis=cite("23.3"))


def _objections(petition: Petition) -> Iterator[Owed]:
    """异议核实 — the sender owes its word on an objection; the law sets it no day, and the organ's own clock runs on."""
    for claim in petition.claims.values():
        for handling in claim.handlings:
            if handling.objecting and handling.ended is None and not claim.over:
                yield Owed(paper="D10", claim=claim.id, by=handling.sender, due=None, basis=cite("23.3"), again=True)


def _service_day(petition: Petition, issued: Issued, on: date | None, calendar: Calendar, readings: Readings) -> Due:
    """送达末日 — at once: nothing in the law lets an issued paper lie.

    The reasons of an extension are told before the limit it lengthens is over (Art. 34): without them it is day 60.
    """
    claim = petition.claims.get(issued.claim) if issued.paper == EXTENSION_NOTICE else None
    running = clock_of(petition, claim, limits.HANDLING, on, calendar, readings) if claim else None
    if claim is None or running is None:
        return Due(issued.on, issued.on)
    day_sixty = running.due.nominal - timedelta(days=claim.extended)
    last = calendar.roll(day_sixty) if readings.on(running.started).roll_last_day else Due(day_sixty, day_sixty)
    return last if last.day > issued.on else Due(issued.on, issued.on)


BROKEN_UNSERVED = frozenset({"D22", "D27", "D33", "D35"})
"""The papers on whose service the petitioner's rights hang: left lying, a duty is broken.  The others are owed, no more."""


def _services(petition: Petition, on: date | None, calendar: Calendar, readings: Readings) -> Iterator[Owed]:
    """送达 — of every paper issued."""
    for issued in petition.papers:
        if issued.waiting:
            last = _service_day(petition, issued, on, calendar, readings)
            yield Owed(
                paper="D30",
                claim=issued.claim,
                by=issued.by,
                due=last.day,
                basis=SERVICE_BASIS[issued.paper],
                of=issued.paper,
                provisional=last.provisional,
            )


def _enforcements(petition: Petition) -> Iterator[Owed]:
    """督促执行 — of every supported request (Art. 32¶2)."""
    for claim in petition.claims.values():
        opinion, last = claim.opinion, claim.final or claim.review
        if last and last.outcome in {ReviewOutcome.REVOKE, ReviewOutcome.CHANGE}:
            continue
        if opinion and opinion.outcome is Outcome.SUPPORT and not (opinion.enforcement or opinion.executed):
            yield Owed(paper="D28", claim=claim.id, by=opinion.by, due=opinion.on, basis=cite("32.2"))


def _answers(petition: Petition) -> Iterator[Owed]:
    """报告、反馈 — urgent matters at once; supervision by its day; recommendations in writing, without a set day."""
    if petition.urgent and not petition.reported and petition.registered:
        yield Owed(paper="D06", claim="", by=petition.registrar, due=petition.registered, basis=cite("25.1"))
    for supervision in petition.supervisions:
        yield Owed(paper="D39", claim=supervision.claim, by=supervision.to, due=supervision.due, basis=cite("40.1"))
    for recommendation in petition.recommendations:
        yield Owed(paper="D39", claim="", by=recommendation.to, due=None, basis=cite("40.4"))


def _late(found: list[Clock], on: date) -> Iterator[Breach]:
    for clock in found:
        if not clock.right and clock.state(on) is State.LATE:
            yield Breach(
                what=f"{clock.limit.term}逾期",
                claim=clock.claim,
                by=clock.owed_by,
                since=clock.due.day + timedelta(days=1),
                basis=clock.basis,
            )


def _unserved(petition: Petition, on: date, calendar: Calendar, readings: Readings) -> Iterator[Breach]:
    for issued in petition.papers:
        if not issued.waiting or issued.paper not in BROKEN_UNSERVED:
            continue
        last = _service_day(petition, issued, on, calendar, readings)
        if on > last.day and not last.provisional:
            yield Breach(
                what=f"文书{issued.paper}已制作未送达",
                claim=issued.claim,
                by=issued.by,
                since=last.day + timedelta(days=1),
                basis=SERVICE_BASIS[issued.paper],
            )


def _unanswered(petition: Petition, on: date) -> Iterator[Breach]:
    if petition.urgent and not petition.reported and petition.registered and on > petition.registered:
        yield Breach(
            what="重大紧急事项未报告",
            claim="",
            by=petition.registrar,
            since=petition.registered + timedelta(days=1),
            basis=cite("25.1"),
        )
    for supervision in petition.supervisions:
        if supervision.due and on > supervision.due:
            yield Breach(
                what="督办未按期反馈",
                claim=supervision.claim,
                by=supervision.to,
                since=supervision.due + timedelta(days=1),
                basis=cite("40.1"),
            )
