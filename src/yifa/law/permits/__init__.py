"""The judge: every reason why an act may not be done now, each with its article.  It never folds."""

from collections.abc import Iterator
from datetime import date

from yifa.law.acts import ACTS, Act, Correct
from yifa.law.fold import refold
from yifa.law.permits import dispatch, ending, handling, intake, notice, review, supervision
from yifa.law.permits.base import JUDGES, Case, Refusal
from yifa.law.permits.common import common
from yifa.law.permits.corrections import moved
from yifa.law.permits.probe import probes
from yifa.law.petition import Petition
from yifa.law.readings import DEFAULT, Readings
from yifa.law.workdays import OFFICIAL, Calendar

__all__ = ["Refusal", "permitted", "refusals"]

_JUDGES_LOADED = (dispatch, ending, handling, intake, notice, review, supervision)


def refusals(
    act: Act, petition: Petition, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT
) -> Iterator[Refusal]:
    """Every reason why `act` may not be done in `petition` as it stands; none, and it may."""
    case = Case(petition, calendar, readings)
    missing = False
    for refusal in common(act, case):
        missing = missing or refusal.field in {"claim", "claims"} or not petition.registered
        yield refusal
    if missing or (petition.registered is not None and not _has_claims(act, case)):
        return
    yield from JUDGES[type(act)](act, case)
    if isinstance(act, Correct) and not isinstance(dict(enumerate(petition.acts)).get(act.target, act), Correct):
        contradictions = list(_contradictions(act, petition, calendar, readings))
        yield from contradictions or moved(act, case)


def _has_claims(act: Act, case: Case) -> bool:
    """Whether the claims it names exist, so that its own judge has something to look at."""
    return bool(case.targets(act))


def _contradictions(act: Correct, petition: Petition, calendar: Calendar, readings: Readings) -> Iterator[Refusal]:
    """The first act on record that could not have been done, were the correction true; what follows stands on it."""
    for held, before in refold(petition, act):
        found = list(refusals(held, before, calendar, readings))
        if found:
            for refusal in found:
                yield Refusal(f"更正后与在案的「{held.term}」矛盾：{refusal.reason}", refusal.basis, "right")
            return


def permitted(
    petition: Petition,
    on: date,
    by: str | None = None,
    calendar: Calendar = OFFICIAL,
    readings: Readings = DEFAULT,
) -> list[str]:
    """The acts somebody (or `by`) may do now, if filled in rightly: nothing but their own fields stands against them."""
    return [
        name
        for name in ACTS
        if any(
            all(refusal.field not in {"", "by"} for refusal in refusals(act, petition, calendar, readings))
            for act in probes(name, petition, on, by)
        )
    ]
