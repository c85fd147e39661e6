"""更正的限度 — a correction puts right what was written down wrongly; it makes no duty of the past, and undoes no breach by another opinion."""

from collections.abc import Iterator

from yifa.law.acts import Act, Classify, Correct, Register, Split
from yifa.law.articles import cite
from yifa.law.clocks import clocks
from yifa.law.duties import Breach, breaches, duties
from yifa.law.fold import after
from yifa.law.permits.base import Case, Refusal
from yifa.law.terms import Track


def moved(act: Correct, case: Case) -> Iterator[Refusal]:
    """What a correction may not do to the breaches of the file, as of its own day."""
    petition, rules = case.petition, (case.calendar, case.readings)
    stood = {one.key: one for one in breaches(petition, act.on, *rules)}
    stand = {one.key: one for one in breaches(after(petition, act), act.on, *rules)}
    new = [one for key, one in stand.items() if key not in stood]
    if new:
        owed = {(f"{one.limit.term}逾期", one.claim) for one in clocks(petition, act.on, *rules)}
        owed |= {(one.late, one.claim) for one in duties(petition, *rules)}
        for breach in new:
            if (breach.what, breach.claim) not in owed:
                yield _made_up(breach)
    if _tracks(petition.acts[act.target]) != _tracks(act.right):
        for key, breach in stood.items():
            if key not in stand and key[-1] == "34":
                yield Refusal(
                    f"诉求{breach.claim}按信访程序办理期间已经逾期；认为类别有误的，用「分类」重新认定，逾期的记录保留",
                    cite("34"),
                    "right",
                )


def _made_up(breach: Breach) -> Refusal:
    return Refusal(
        f"更正会使当时没有义务的日子成为违规（{breach.what}）；后来才知道的用「补充登记」，类别另行认定的用「分类」，义务自该日起算",
        cite("21.2"),
        "right",
    )


def _tracks(act: Act | None) -> tuple[Track | None, ...]:
    """The tracks an act says."""
    match act:
        case Register() | Split():
            return tuple(request.track for request in act.requests)
        case Classify():
            return (act.track,)
    return ()
