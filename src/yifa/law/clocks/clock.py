"""时限 — one clock, its state on a day, and how its last day is counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from yifa.law.articles import Citation
from yifa.law.claim import Claim
from yifa.law.handlings import Former, bearer
from yifa.law.limits import Limit
from yifa.law.readings import Readings
from yifa.law.workdays import Calendar, Due

LeftOut = Iterable[tuple[date, int]]
"""Days that do not count, each spell by its first day and its length."""


class State(StrEnum):
    """时限状态 — of a clock on a day."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    LATE = "late"
    LAPSED = "lapsed"

    @property
    def term(self) -> str:
        """The state in Chinese."""
        return {"running": "进行中", "paused": "暂停", "met": "按期", "late": "逾期", "lapsed": "期满未行使"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """时限 — one limit of one claim: who owes what, from which day and act, until when.

    `right` marks what somebody may do but need not (objection, review): past its day it lapses and is no
    breach.  `ended` is the day the duty fell away unmet.
    """

    limit: Limit
    claim: str
    organ: str
    """The organ whose handling or answer it is about."""
    owed_by: str
    """Who must act: that organ, or the petitioner."""
    former: Former = ()
    """Who owed it before its successor took over: what was broken by then stays with that one (Art. 24¶2)."""
    started: date
    due: Due
    source: str
    """The term of the act it counts from."""
    met: date | None = None
    ended: date | None = None
    paused: bool = False
    """Whether it stands still: its claim left in time, and no day counts until it comes back."""
    right: bool = False
    extended: int = 0
    """Days by which the limit was lengthened (Art. 34)."""
    reclassified: bool = False
    """类别后来更正: past its last day the claim was found to belong to another track."""
    basis: Citation

    def state(self, on: date) -> State:
        """The state on that day.  A provisional last day is never late: it may still move."""
        late = not self.paused and not self.due.provisional and (self.met or self.ended or on) > self.due.day
        if self.met and self.met <= on:
            return State.LATE if late else State.MET
        if late:
            return State.LAPSED if self.right else State.LATE
        return State.PAUSED if self.paused else State.RUNNING

    @property
    def open(self) -> bool:
        """Whether somebody must still act: it is a duty, neither done nor fallen away, and does not stand still."""
        return not (self.right or self.met or self.ended or self.paused or self.reclassified)

    def days_left(self, on: date) -> int | None:
        """Days to the legal last day, negative when past; None once met."""
        return None if self.met and self.met <= on else (self.due.day - on).days

    @property
    def breach(self) -> tuple[date, str]:
        """The day after the last lawful one, and who had that last day."""
        return self.due.day + timedelta(days=1), bearer(self.owed_by, self.former, self.due.day)


@dataclass(frozen=True, slots=True)
class Counting:
    """计算期间 — by which calendar and which readings days are counted: those of the day a limit started."""

    calendar: Calendar
    readings: Readings

    def due(self, limit: Limit, day0: date, extra: int = 0, *, right: bool = False, left_out: LeftOut = ()) -> Due:
        """The last day of a limit; of a right it always moves to a worked day.

        Days left out lengthen it only if they began while it ran: a period that has run out stands still no more.
        """
        roll = right or self.readings.on(day0).roll_last_day
        last = limit.due(day0, extra, self.calendar, roll=roll)
        for spell in left_out:
            if longer := _longer(last, *spell):
                extra += longer
                last = limit.due(day0, extra, self.calendar, roll=roll)
        return last

    def named(self, day: date, started: date, left_out: LeftOut = ()) -> Due:
        """The last day where an organ has named it."""
        roll = self.calendar.roll if self.readings.on(started).roll_last_day else _as_named
        last = roll(day)
        for spell in left_out:
            if longer := _longer(last, *spell):
                day += timedelta(days=longer)
                last = roll(day)
        return last


def apart(left_out: LeftOut) -> LeftOut:
    """The same days, oldest first, none of them twice."""
    until = date.min
    for began, days in sorted(left_out):
        end = began + timedelta(days=days)
        if end > until:
            yield max(began, until), (end - max(began, until)).days
            until = end


def _longer(last: Due, began: date, days: int) -> int:
    """By how many days a spell left out moves the nominal day: what was left of a rolled last day is kept."""
    if not days or (began > last.day and not last.provisional):
        return 0
    return days + ((last.day - last.nominal).days if began > last.nominal else 0)


def _as_named(day: date) -> Due:
    return Due(day, day)


def at_end(organ: str, former: Former, end: date | None) -> str:
    """Who bore a duty when it ended: what was done before a succession is not the successor's."""
    return bearer(organ, former, end) if end else organ


def clock(
    limit: Limit,
    claim: Claim,
    organ: str,
    started: date,
    count: Counting,
    *,
    source: str,
    met: date | None,
    ended: date | None,
    right: bool = False,
    owed_by: str = "",
    former: Former = (),
    left_out: LeftOut = (),
) -> Clock:
    """A clock of a statutory limit, on the provision of that limit; withdrawn days of its claim are left out."""
    organ = at_end(organ, former, met or ended)
    if claim.away:
        end = met or ended or date.max
        left_out = sorted([*left_out, *(spell for spell in claim.suspended(started) if spell[0] < end)])
    return Clock(
        limit=limit,
        claim=claim.id,
        organ=organ,
        owed_by=owed_by or organ,
        former=former,
        started=started,
        due=count.due(limit, started, right=right, left_out=left_out),
        source=source,
        met=met,
        ended=None if met else ended,
        right=right,
        basis=limit.basis,
    )
