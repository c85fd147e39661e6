"""Permitted histories: acts in date order, each of which the law allowed when it was done.

A history is built from numbers, one a step: the number chooses an act, fills it in and sets its day, and the act is
kept if nothing stands against it.  Zero does nothing, so that a failing history shrinks to the acts that matter.
The acts are filled in sensibly but not carefully: now and then for the wrong organ, to the accused, by a recused
person, with an empty field, too late.  Only the judge keeps them out.

`YIFA_HISTORIES=20000 YIFA_SEED=7 pytest tests/properties` looks at more of them, and at others.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import cached_property, lru_cache
from random import Random

from hypothesis import HealthCheck, example, given, seed, settings
from hypothesis import strategies as st

from tests.properties.fillings import Scene, filled
from tests.properties.found import FOUND
from tests.spec.cases import BANNER
from yifa.law.acts import ACTS, Act, Register
from yifa.law.claim import Claim
from yifa.law.fold import enter, placed, replay, take
from yifa.law.permits import refusals
from yifa.law.petition import Petition
from yifa.law.terms import Stage, Track

TRIES = 6
LONGEST = 60
FIRST_DAYS = [date(2025, 1, 2) + timedelta(days=days) for days in range(0, 560, 7)]

NEXT: dict[Stage, str] = {
    Stage.REGISTERED: "Classify Transfer Transfer Assign Assign Guide TransferToJustice TransferSealed InformPersonnel"
    " ReportUrgent CarryOver Transfer",
    Stage.DISPATCHED: "Classify SignFor Object Object Notify Notify Notify Accept Transfer SettleAcceptance Succeed"
    " SuggestionReply",
    Stage.OBJECTED: "AgreeReturn RefuseReturn RefuseReturn Notify",
    Stage.NOTIFIED: "Accept Accept Accept TakeStatement Divert Divert Fulfil SuggestionReply RecordResult Classify",
    Stage.HANDLING: "TakeStatement TakeStatement Investigate Investigate Notify Notify"
    + " HandlingOpinion" * 12
    + " Extend Extend HoldHearing Divert Fulfil Classify RecordResult",
    Stage.DIVERTED: "Serve RecordResult ReportBack Classify",
    Stage.DECIDED: "Serve Serve Serve Enforce ReportExecution",
    Stage.ANSWERED: "RequestReview RequestReview RequestReview RequestReview Enforce ReportExecution ReportBack Rate"
    " Resolve",
    Stage.REVIEW: "ReviewOpinion ReviewOpinion ReviewOpinion HoldHearing",
    Stage.REVIEW_DECIDED: "Serve Serve Serve Enforce",
    Stage.REVIEW_ANSWERED: "RequestFinalReview RequestFinalReview RequestFinalReview Serve",
    Stage.FINAL_REVIEW: "HoldHearing HoldHearing HoldHearing FinalReviewOpinion FinalReviewOpinion",
    Stage.FINAL_DECIDED: "Serve Serve PublishFinalReview PublishFinalReview",
    Stage.FINAL: "Attach Bar Bar PublishFinalReview Close Rate",
    Stage.REFERRED: "RecordResult Terminate Rate Close",
    Stage.ELSEWHERE: "Close",
    Stage.CONCLUDED: "Serve Serve Resolve ReportBack Rate Close",
    Stage.WITHDRAWN: "Close Reopen Reopen",
}
"""What commonly comes next, by the stage of a claim; an act named twice comes twice as often."""

REFERRALS = {Track.B: "TransferSealed TransferSealed InformPersonnel", Track.C1: "Guide Guide TransferToJustice"}
"""What commonly becomes of a claim of these tracks that waits at the office."""

BESIDE = (
    "Attach Decline Supplement Split Withdraw Recuse Supervise AnswerSupervision Recommend AnswerRecommendation"
    " TakeConferenceMeasure AppointLead OfferHelp Rate Correct Correct ReportUrgent Succeed Classify Transfer"
    " Reach Reopen StandIn OrderRemedy ReportRemedy AnswerSupervision ReportRemedy SettleAcceptance"
)
"""What may come beside the handling at any stage."""


Step = tuple[Petition, Act, Petition]


@dataclass(frozen=True)
class History:
    """The acts of one petition, oldest first."""

    acts: tuple[Act, ...]

    @cached_property
    def petition(self) -> Petition:
        """The petition at the end."""
        return replay(self.acts, BANNER)

    @cached_property
    def steps(self) -> list[Step]:
        """Every act as recorded, between the petition before it and the petition after it."""
        stations = [replay(self.acts[:count], BANNER) for count in range(len(self.acts) + 1)]
        return list(zip(stations, self.acts, stations[1:], strict=False))

    @cached_property
    def held(self) -> list[Step]:
        """Every act that holds, corrected ones in their right form, each at its place in the file."""
        places = list(placed(self.acts).items())
        stations = [self._after(places[:count]) for count in range(len(places) + 1)]
        return list(zip(stations, (act for _, act in places), stations[1:], strict=False))

    def _after(self, places: Sequence[tuple[int, Act]]) -> Petition:
        """The petition after some of the acts that hold, with what is known of its registration at the end."""
        petition = Petition(organs=BANNER, first_said=dict(self.petition.first_said))
        for number, act in places:
            enter(petition, number, act)
        return petition

    @property
    def days(self) -> tuple[date, date, date]:
        """Days to look at it from: the last act's, a month later, long after."""
        last = self.acts[-1].on
        return last, last + timedelta(days=31), last + timedelta(days=200)

    def __repr__(self) -> str:
        """The acts, one a line, with what was filled in."""
        return "\n" + "\n".join(f"{number:3} {told(act)}" for number, act in enumerate(self.acts))


def told(act: Act) -> str:
    """An act without its fields at their default."""
    said = {one.name: getattr(act, one.name) for one in fields(act) if one.name not in {"on", "by"}}
    kept = {name: value for name, value in said.items() if value not in {None, "", ()}}
    return f"{act.on} {act.by} {type(act).__name__} {kept}"


@lru_cache(maxsize=2000)
def history(numbers: tuple[int, ...]) -> History:
    """The history these numbers stand for."""
    petition = replay((), BANNER)
    take(petition, _register(Random(numbers[0])))
    for number in numbers[1:]:
        if number and (act := _next(petition, Random(number))):
            take(petition, act)
    return History(tuple(petition.acts))


PERMITTED_HISTORIES = st.lists(st.integers(0, 2**32 - 1), min_size=25, max_size=LONGEST).map(
    lambda numbers: history(tuple(numbers))
)


EXAMPLES = int(os.environ.get("YIFA_HISTORIES", "200"))
SEED = int(os.environ.get("YIFA_SEED", "2022"))


def of_every_history(check: Callable[[History], None]) -> Callable[[], None]:
    """Check a property on permitted histories: the same ones for every property, so that each is built only once."""
    drawn = given(PERMITTED_HISTORIES)(check)
    for numbers in FOUND:
        drawn = example(history(numbers))(drawn)
    slow = settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
    return seed(SEED)(slow(drawn))


def _register(dice: Random) -> Act:
    """A petition comes in: any channel, any tracks, known or anonymous, with or without accused."""
    blank = replay((), BANNER)
    while True:
        act = filled(Register, Scene(blank, None, dice.choice(FIRST_DAYS), dice))
        if not any(refusals(act, blank)):
            return act


def _next(petition: Petition, dice: Random) -> Act | None:
    """One more act, if one of a few tries is permitted."""
    on = petition.last + timedelta(days=dice.choice((0, 0, 0, 1, 1, 2, 3, 5, 9, 15)))
    if dice.random() < 0.03:
        on += timedelta(days=dice.randrange(20, 70))
    for _ in range(TRIES):
        claim = dice.choice(list(petition.claims.values()))
        act = filled(_kind(claim, dice), Scene(petition, claim, on, dice))
        if not any(refusals(act, petition)):
            return act
    return None


def _kind(claim: Claim, dice: Random) -> type[Act]:
    where = dice.random()
    if where < 0.72:
        referred = REFERRALS.get(claim.track) if claim.stage is Stage.REGISTERED and dice.random() < 0.6 else None
        return ACTS[dice.choice((referred or NEXT[claim.stage]).split())]
    return ACTS[dice.choice(BESIDE.split() if where < 0.92 else list(ACTS))]
