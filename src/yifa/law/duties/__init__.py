"""应办与违规 — which papers are owed on a day, and which duties have been broken.  Read from clocks and duties only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yifa.law import limits
from yifa.law.acts import Correct
from yifa.law.articles import Citation
from yifa.law.clocks import Clock, State, clocks
from yifa.law.clocks.clock import Counting
from yifa.law.duties.asked import answers, reports
from yifa.law.duties.duty import Duty
from yifa.law.duties.ending import endings, executions, new_notices, objections, redos
from yifa.law.duties.service import SERVICE_BASIS, services
from yifa.law.fold import replay
from yifa.law.petition import Petition
from yifa.law.readings import DEFAULT, Readings
from yifa.law.terms import Channel, Track
from yifa.law.workdays import OFFICIAL, Calendar

__all__ = [
    "SERVICE_BASIS",
    "Breach",
    "Duty",
    "Lifted",
    "Owed",
    "breaches",
    "duties",
    "lifted",
    "owed",
    "owed_by_clocks",
]

PAPER_OF = {
    limits.DIRECT_NOTICE: "D12",
    limits.NOTICE: "D12",
    limits.ASSIGNED: "D-JB",
    limits.HANDLING: "D27",
    limits.REVIEW: "D33",
    limits.FINAL_REVIEW: "D35",
}
"""The paper that meets each limit; a dispatch depends on the claim."""


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
    of: str
    provisional: bool
    again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """违规 — a duty broken, by whom and since when: the day after the last lawful one.  It stands, whatever comes later.

    `name` is what the organ was called that day, `made_good` the day it did what it owed, `reclassified` says that the
    claim was later found to belong to another track (类别后来更正).
    """

    what: str
    claim: str
    by: str
    since: date
    basis: Citation
    name: str
    made_good: date | None
    reclassified: bool

    @property
    def key(self) -> tuple[str, str, str, date, str]:
        """What it is, its marks left aside."""
        return self.what, self.claim, self.by, self.since, self.basis.key


@dataclass(frozen=True, slots=True)
class Lifted:
    """更正后消除的违规 — a breach that stood until a recorded fact was corrected; `number` is the place of that correction."""

    breach: Breach
    number: int


def duties(petition: Petition, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT) -> list[Duty]:
    """Every duty beside the limits of the claims, done or not."""
    count = Counting(calendar, readings)
    return [
        *new_notices(petition),
        *objections(petition),
        *services(petition, count),
        *executions(petition, count),
        *reports(petition, count),
        *answers(petition, count),
        *redos(petition),
    ]


def owed(petition: Petition, on: date, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT) -> list[Owed]:
    """Every paper owed as of `on`."""
    return owed_by_clocks(petition, clocks(petition, on, calendar, readings), calendar, readings)


def owed_by_clocks(petition: Petition, found: list[Clock], calendar: Calendar, readings: Readings) -> list[Owed]:
    """Every paper owed, the clocks being known already."""
    running = [_by_clock(petition, clock) for clock in found if clock.open]
    others = [_by_duty(duty) for duty in duties(petition, calendar, readings) if duty.open]
    covered = {one.claim for one in [*running, *others]}
    return [*running, *others, *(_by_duty(duty) for duty in endings(petition, covered))]


def breaches(petition: Petition, on: date, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT) -> list[Breach]:
    """Every duty broken up to `on`, made good since or not."""
    return [
        *(
            _breach(petition, clock, f"{clock.limit.term}逾期", on)
            for clock in clocks(petition, on, calendar, readings)
            if not clock.right and clock.state(on) is State.LATE
        ),
        *(_breach(petition, duty, duty.late, on) for duty in duties(petition, calendar, readings) if duty.broken(on)),
    ]


def lifted(petition: Petition, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT) -> Iterator[Lifted]:
    """Every breach that a correction on record removed for good: it stood without the correction, and does not now."""
    for number, act in enumerate(petition.acts):
        if isinstance(act, Correct):
            before, after = (replay(petition.acts[:end], petition.organs) for end in (number, number + 1))
            kept = {one.key for each in (after, petition) for one in breaches(each, act.on, calendar, readings)}
            for breach in breaches(before, act.on, calendar, readings):
                if breach.key not in kept:
                    yield Lifted(breach, number)


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
        of="",
        provisional=clock.due.provisional,
        again=again,
    )


def _by_duty(duty: Duty) -> Owed:
    return Owed(
        paper=duty.paper,
        claim=duty.claim,
        by=duty.by,
        due=duty.due.day if duty.due else None,
        basis=duty.basis,
        of=duty.of,
        provisional=bool(duty.due and duty.due.provisional),
        again=duty.again,
    )


def _dispatch_paper(petition: Petition, track: Track | None) -> str:
    if track is Track.C1 and all(receipt.channel is Channel.VISIT for receipt in petition.receipts):
        return "D07"
    return "D04-B" if track is Track.B else "D04"


def _breach(petition: Petition, one: Clock | Duty, what: str, on: date) -> Breach:
    since, by = one.breach
    return Breach(
        what=what,
        claim=one.claim,
        by=by,
        since=since,
        basis=one.basis,
        name=petition.organs.name(by, since),
        made_good=one.met if one.met and one.met <= on else None,
        reclassified=isinstance(one, Clock) and one.reclassified,
    )
