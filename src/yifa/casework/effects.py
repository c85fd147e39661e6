"""办理之后 — what an act would change, shown before it is done: clocks, stages, papers owed and no longer owed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yifa.law.acts import Act
from yifa.law.clocks import Clock, State, clocks
from yifa.law.duties import Owed, owed
from yifa.law.fold import after
from yifa.law.paperwork import papers_of
from yifa.law.petition import Petition
from yifa.law.readings import Readings
from yifa.law.terms import Stage
from yifa.law.workdays import Calendar, Due


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """时限变化 — one clock and what the act does to it."""

    what: str
    clock: Clock
    before: Due | None = None
    """Its last day before, where the act moves it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """办理之后 — everything an act changes that its author may see."""

    clocks: list[Change]
    stages: list[tuple[str, Stage | None, Stage]]
    """Claims whose stage changes: which, from which stage (None: a new claim), to which."""
    papers: tuple[str, ...]
    """The papers this act owes, by number."""
    owed: list[Owed]
    settled: list[Owed]
    """What was owed and is no longer."""

    @property
    def none(self) -> bool:
        """Whether it changes nothing of this."""
        return not (self.clocks or self.stages or self.papers or self.owed or self.settled)


def effects(
    petition: Petition, act: Act, seen: list[str], today: date, calendar: Calendar, readings: Readings
) -> Effects:
    """What `act` changes of what is seen: new claims always, of the others those in `seen`."""
    then = after(petition, act)
    shown = {*seen, *(one for one in then.claims if one not in petition.claims), ""}
    old, new = (
        [
            one
            for one in owed(each, today, calendar, readings)
            if one.claim in shown and (one.claim or set(petition.claims) <= shown)
        ]
        for each in (petition, then)
    )
    return Effects(
        clocks=[one for one in _clocks(petition, then, today, calendar, readings) if one.clock.claim in shown],
        stages=[
            (one, petition.claims[one].stage if one in petition.claims else None, claim.stage)
            for one, claim in then.claims.items()
            if one in shown and (one not in petition.claims or petition.claims[one].stage is not claim.stage)
        ],
        papers=papers_of(act, then),
        owed=[one for one in new if one not in old],
        settled=list(_settled(old, new)),
    )


def _settled(old: list[Owed], new: list[Owed]) -> Iterator[Owed]:
    """What is owed no more: of several alike as many as there are fewer now, and not one whose day has only moved."""
    fewer = Counter(map(_which, old)) - Counter(map(_which, new))
    for one in old:
        if one not in new and fewer[_which(one)]:
            fewer[_which(one)] -= 1
            yield one


def _which(one: Owed) -> tuple[str, str, str, str]:
    return one.paper, one.of, one.claim, one.by


def _clocks(petition: Petition, then: Petition, today: date, calendar: Calendar, readings: Readings) -> list[Change]:
    """Clocks told apart by limit, claim, organ and start."""
    old = {_key(one): one for one in clocks(petition, today, calendar, readings)}
    new = {_key(one): one for one in clocks(then, today, calendar, readings)}
    changes = [
        Change(what=what, clock=one, before=old[key].due if key in old and what == "末日改变" else None)
        for key, one in new.items()
        if (what := _what(old.get(key), one, today))
    ]
    return changes + [Change(what="不再计算", clock=one) for key, one in old.items() if key not in new and not one.met]


def _key(one: Clock) -> tuple[str, str, str, date]:
    return one.limit.id, one.claim, one.organ, one.started


def _what(before: Clock | None, now: Clock, today: date) -> str:
    if now.met and not (before and before.met):
        return "逾期完成" if now.state(max(today, now.met)) is State.LATE else "按期完成"
    if before is None:
        return "" if now.ended else "开始"
    if now.ended and not before.ended:
        return "终止"
    if now.paused != before.paused:
        return "暂停" if now.paused else "恢复"
    return "末日改变" if now.due != before.due else ""
