"""更正的限度 — a correction puts right what was written down wrongly; it makes no duty of the past, and undoes no breach by another opinion."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, timedelta

from yifa.law.acts import Act, Classify, Correct, Register, Split
from yifa.law.articles import cite
from yifa.law.clocks import clocks
from yifa.law.duties import Breach, breaches, duties
from yifa.law.fold import after, enter, placed
from yifa.law.permits.base import Case, Refusal
from yifa.law.petition import Petition
from yifa.law.readings import Readings
from yifa.law.terms import Track
from yifa.law.workdays import Calendar


def moved(act: Correct, case: Case) -> Iterator[Refusal]:
    """What a correction may not do to the breaches of the file, as of its own day."""
    petition, rules = case.petition, (case.calendar, case.readings)
    stood = {one.key: one for one in breaches(petition, act.on, *rules)}
    stand = {one.key: one for one in breaches(after(petition, act), act.on, *rules)}
    new = [one for key, one in stand.items() if key not in stood]
    for breach in new:
        # A day put right moves the days of a duty that is on record; anything else makes a duty only where there was one.
        day = act.on if _only_days(petition.acts[act.target], act.right) else breach.since - timedelta(days=1)
        if (breach.what, breach.claim, breach.by) not in owed_on(petition, day, *rules):
            yield _made_up(breach)
    if _tracks(petition.acts[act.target]) != _tracks(act.right):
        for key, breach in stood.items():
            if key not in stand and key[-1] == "34":
                yield Refusal(
                    f"诉求{breach.claim}按信访程序办理期间已经逾期；认为类别有误的，用「分类」重新认定，逾期的记录保留",
                    cite("34"),
                    "right",
                )


def owed_on(petition: Petition, day: date, calendar: Calendar, readings: Readings) -> set[tuple[str, str, str]]:
    """What was to be done by that day by what was on record of it, done or not: what it is called when late, claim, organ."""
    then = Petition(organs=petition.organs, first_said=dict(petition.first_said))
    for number, held in placed(petition.acts).items():
        if held.on <= day:
            enter(then, number, held)
    running = (one for one in clocks(then, day, calendar, readings) if one.open or one.met)
    others = (one for one in duties(then, calendar, readings) if one.due and not one.ended)
    return {(f"{one.limit.term}逾期", one.claim, one.owed_by) for one in running} | {
        (one.late, one.claim, one.by) for one in others
    }


def _made_up(breach: Breach) -> Refusal:
    return Refusal(
        f"更正会使当时没有义务的日子成为违规（{breach.what}）；后来才知道的用「补充登记」，类别另行认定的用「分类」，义务自该日起算",
        cite("21.2"),
        "right",
    )


def _only_days(wrong: Act, right: Act | None) -> bool:
    """Whether a correction says no more than when it was."""
    if right is None or type(wrong) is not type(right):
        return False
    apart = {one.name for one in fields(wrong) if getattr(wrong, one.name) != getattr(right, one.name)}
    return apart <= {"on", "received"}


def _tracks(act: Act | None) -> tuple[Track | None, ...]:
    """The tracks an act says."""
    match act:
        case Register() | Split():
            return tuple(request.track for request in act.requests)
        case Classify():
            return (act.track,)
    return ()
