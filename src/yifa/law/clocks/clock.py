"""时限 — one clock, its state on a day, and how its last day is counted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yifa.law.articles import Citation
from yifa.law.claim import Claim
from yifa.law.limits import Limit
from yifa.law.readings import Readings
from yifa.law.workdays import Calendar, Due


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
    started: date
    due: Due
    source: str
    """The term of the act it counts from."""
    met: date | None = None
    ended: date | None = None
    paused: bool = False
    right: bool = False
    basis: Citation

    def state(self, on: date) -> State:
        """The state on that day.  A provisional last day is never late: it may still move."""
        late = not self.due.provisional and (self.met or self.ended or on) > self.due.day
        if self.met and self.met <= on:
            return State.LATE if late else State.MET
        if late:
            return State.LAPSED if self.right else State.LATE
        return State.PAUSED if self.paused else State.RUNNING

    def days_left(self, on: date) -> int | None:
        """Days to the legal last day, negative when past; None once met."""
        return None if self.met and self.met <= on else (self.due.day - on).days


@dataclass(frozen=True, slots=True)
class Counting:
    """计算期间 — by which calendar and which readings days are counted."""

    calendar: Calendar
    readings: Readings

    def due(self, limit: Limit, day0: date, extra: int, *, right: bool = False) -> Due:
        """The last day of a limit; of a right it always moves to a worked day."""
        return limit.due(day0, extra, self.calendar, roll=right or self.readings.on(day0).roll_last_day)

    def named(self, day: date, started: date) -> Due:
        """The last day where an organ has named it."""
        return self.calendar.roll(day) if self.readings.on(started).roll_last_day else Due(day, day)


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
    paused: bool = False,
    extra: int = 0,
    owed_by: str = "",
) -> Clock:
    """A clock of a statutory limit, on the provision of that limit."""
    return Clock(
        limit=limit,
        claim=claim.id,
        organ=organ,
        owed_by=owed_by or organ,
        started=started,
        due=count.due(limit, started, extra, right=right),
        source=source,
        met=met,
        ended=None if met else ended,
        right=right,
        paused=paused,
        basis=limit.basis,
    )
