"""草稿 — one petition being planned: its acts with explicit days, nothing recorded yet."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from random import Random

from yifa.law import limits
from yifa.law.acts import (
    ACTS,
    Accept,
    Act,
    AgreeReturn,
    Assign,
    Attach,
    Classify,
    Extend,
    Guide,
    HandlingOpinion,
    HoldHearing,
    Investigate,
    Mediate,
    Notify,
    Register,
    Request,
    Serve,
    Settle,
    TakeStatement,
    Transfer,
    TransferSealed,
    TransferToJustice,
)
from yifa.law.limits import Limit
from yifa.law.organs import PETITIONER
from yifa.law.terms import Channel, Level, Mover, Track
from yifa.site.demo.days import on_or_after, on_or_before
from yifa.site.demo.organs import MACHINERY, OFFICE, PLACES, TOWNS, officer_for
from yifa.site.demo.people import Petitioner, fillings, petitioner
from yifa.site.demo.texts import SAME, Matter, matter, topics

LEVELS = (Level.COUNTY,) * 14 + (Level.CITY,) * 4 + (Level.REGION,) * 2 + (Level.NATIONAL,)
ON_ITS_WAY = timedelta(days=7)
"""How long a paper may be on its way to the petitioner."""
FULL_PACE = 100
"""Days an ordinary petition may take; one that has less goes faster."""

WITHIN: dict[type[Act], Limit] = {
    **dict.fromkeys((Classify, Transfer, Assign, TransferToJustice, TransferSealed, Guide), limits.DISPATCH),
    Notify: limits.NOTICE,
    **dict.fromkeys(
        (TakeStatement, Investigate, HoldHearing, Extend, HandlingOpinion, Mediate, Settle), limits.HANDLING
    ),
}
"""The limit each act is kept within, unless it is meant to be late."""
STARTS: dict[type[Act], Limit] = {
    Register: limits.DISPATCH,
    AgreeReturn: limits.DISPATCH,
    Transfer: limits.NOTICE,
    Assign: limits.NOTICE,
    Notify: limits.HANDLING,
    Accept: limits.HANDLING,
}
"""The limit each act starts; the one it was kept within is then met."""


NAMES = {kind: frozenset(one.name for one in fields(kind)) for kind in ACTS.values()}
"""The field names of each act."""


@dataclass
class Draft:
    """草稿 — the acts so far, and how far the thread of one claim has come.

    Threads of one petition share its acts and what is known of its end; each has its own claim and day.
    `until` is a day by which all is done, `floor` a day before which nothing is answered.
    """

    key: str
    rng: Random
    received: date
    channel: Channel
    people: int = 1
    home: str = OFFICE
    until: date | None = None
    floor: date | None = None
    brief: bool = False
    """Fewer of the acts that may be left out."""
    acts: list[Act] = field(default_factory=list)
    answered: dict[str, date] = field(default_factory=dict)
    resolved: set[str] = field(default_factory=set)
    fixed: bool = False
    """No receipt may be added: an act refers to others by their number, or the file is not the office's."""
    claim: str = ""
    day: date = date.min
    late: dict[type[Act], int] = field(default_factory=dict)
    """Acts that come so many days later than they should."""
    last_days: dict[Limit, date] = field(default_factory=dict)
    """Of the limits that run in this thread."""
    town: str = field(init=False)
    who: Petitioner = field(init=False)
    pace: float = field(init=False)

    def __post_init__(self) -> None:
        """The petitioner and what is asked of first."""
        self.town = self.rng.choice(list(TOWNS))
        self.who = petitioner(self.rng, TOWNS[self.town], self.people)
        self.day = self.received
        left = (self.until - self.received).days if self.until else FULL_PACE
        self.pace = min(1.0, left / FULL_PACE)

    def pick(self, track: Track, organ: str = "") -> Matter:
        """A matter of one track, of one organ where it is named."""
        offered = [one for one in topics(track) if one.organ == organ or (not organ and one.organ != MACHINERY)]
        return matter(self.rng, self.rng.choice(offered), fillings(self.rng, self.who, self.received.year), self.town)

    def then(
        self,
        kind: type[Act],
        gap: tuple[int, int] = (0, 0),
        /,
        *,
        by: str,
        on: date | None = None,
        **values: object,
    ) -> Act:
        """The next act of this thread, some days after the last or on a given day."""
        return self._do(kind, on or self._after(kind, gap), by, values)

    def _after(self, kind: type[Act], gap: tuple[int, int]) -> date:
        wait = round(self.rng.randint(*gap) * self.pace) + self.late.get(kind, 0)
        limit = None if kind in self.late else WITHIN.get(kind)
        return self._workday(self.day + timedelta(days=wait), limit, self.day + ON_ITS_WAY if kind is Serve else None)

    def _do(self, kind: type[Act], on: date, by: str, values: dict[str, object]) -> Act:
        if self.claim and "claim" in NAMES[kind]:
            values.setdefault("claim", self.claim)
        elif self.claim and "claims" in NAMES[kind]:
            values.setdefault("claims", (self.claim,))
        make: Callable[..., Act] = kind
        act = make(on=on, by=by, officer=self._officer(kind, by), **values)
        self.acts.append(act)
        self.day = on
        self._start(act)
        return act

    def _start(self, act: Act) -> None:
        """The clocks as far as they matter here."""
        kind = type(act)
        if kind in {Transfer, Assign, TransferToJustice, TransferSealed, Guide, Notify, HandlingOpinion}:
            self.last_days.pop(WITHIN[kind], None)
        if isinstance(act, Extend):
            self.last_days.pop(limits.HANDLING, None)
        elif kind in STARTS:
            start = self.received if kind is Register else act.on
            self.last_days[STARTS[kind]] = STARTS[kind].due(start).day

    def _officer(self, kind: type[Act], by: str) -> str:
        """Who does it; what the petitioner does on the portal is done by nobody else."""
        if kind.mover is Mover.PETITIONER:
            return "" if self.channel is Channel.ONLINE else officer_for(OFFICE, kind, self.rng.randrange(60))
        return officer_for(by, kind, self.rng.randrange(60))

    def _workday(self, day: date, limit: Limit | None, last: date | None) -> date:
        found = on_or_after(day)
        bounds = [bound for bound in (self.until, last, self.last_days.get(limit) if limit else None) if bound]
        if bounds and found > min(bounds):
            found = on_or_before(min(bounds))
        return max(found, self.day)

    def by_petitioner(
        self, kind: type[Act], gap: tuple[int, int] = (0, 0), /, *, on: date | None = None, **values: object
    ) -> Act:
        """What the petitioner does."""
        return self._do(kind, on or self._after(kind, gap), PETITIONER, values)

    def answer(self, kind: type[Act], gap: tuple[int, int], /, *, by: str, **values: object) -> Act:
        """The act that ends the claim, not before the floor."""
        if self.floor and self.day < self.floor:
            self.day, gap = self.floor, (0, 12)
        act = self._do(kind, self._after(kind, gap), by, values)
        self.answered[self.claim or "1"] = act.on
        return act

    def register(self, *matters: Matter, track: bool = True, **values: object) -> None:
        """Write the receipt down; `track`: the registrar already says which."""
        rng, who = self.rng, self.who
        request = tuple(
            Request(
                text=one.ask,
                category=one.category,
                track=one.track if track else None,
                path=one.path if track else "",
                about=self._complained_of(one),
            )
            for one in matters
        )
        written: dict[str, object] = {
            "channel": self.channel,
            "requests": request,
            "received": self.received,
            "level": rng.choice(LEVELS) if self.home == OFFICE else Level.COUNTY,
            "names": who.names,
            "address": who.address,
            "contact": who.contact,
            "people": who.people,
            "representatives": who.representatives if self.channel is Channel.VISIT else (),
            "facts": "".join(dict.fromkeys(one.facts for one in matters)),
            "place": PLACES[self.town],
            "electronic": self.channel is Channel.ONLINE,
        }
        self._do(Register, on_or_after(self.received), self.home, written | values)

    def _complained_of(self, one: Matter) -> tuple[str, ...]:
        """Sometimes an organ is complained of; an accusation names none here."""
        if one.track in {Track.A, Track.B} or self.rng.random() > 0.3:
            return ()
        return (one.organ if self.rng.random() < 0.6 else self.town,)

    def classify(self, one: Matter, gap: tuple[int, int] = (0, 2), *, by: str = OFFICE, reason: str = "") -> None:
        """Say by which procedure it goes."""
        self.then(Classify, gap, by=by, track=one.track, path=one.path, category=one.category, reason=reason)

    def fork(self, claim: str) -> "Draft":
        """A thread for one claim of several, from where this one stands."""
        thread = copy(self)
        thread.claim, thread.last_days = claim, dict(self.last_days)
        return thread

    def attach(self, day: date, channel: Channel, *, by: str = OFFICE, level: Level | None = None) -> Act:
        """A repeat receipt, whatever else is going on."""
        crowd = self.who.people
        people = 1 if crowd == 1 else self.rng.randint(max(1, crowd // 2), crowd)
        act = Attach(
            on=on_or_after(day),
            by=by,
            officer=officer_for(by, Attach, self.rng.randrange(60)),
            channel=channel,
            same=self.rng.choice(SAME),
            received=day,
            level=level or self.rng.choice(LEVELS),
            people=people,
        )
        self.acts.append(act)
        return act

    @property
    def opened(self) -> date:
        """The day of registration."""
        return self.acts[0].on

    @property
    def over(self) -> date | None:
        """The day the last claim was answered; None while none was."""
        return max(self.answered.values(), default=None)

    def ordered(self) -> tuple[Act, ...]:
        """Every act in the order of its day; on one day, as planned."""
        return tuple(sorted(self.acts, key=lambda act: act.on))


@dataclass(frozen=True, slots=True)
class Planned:
    """计划好的信访事项 — its acts, oldest first, and the key under which it is registered once."""

    key: str
    acts: tuple[Act, ...]

    def up_to(self, day: date) -> "Planned":
        """What of it has happened by that day."""
        return replace(self, acts=tuple(act for act in self.acts if act.on <= day))
