"""义务 — one thing an organ must do beside the limits of a claim: since when, until when if a day is set, whether it did."""

from dataclasses import dataclass
from datetime import date, timedelta

from yifa.law.articles import Citation
from yifa.law.clocks import State
from yifa.law.handlings import Former, bearer
from yifa.law.workdays import Due


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """义务 — who owes which paper, since when and until when; `met` is the day it was done.

    `due` is empty where neither law nor paper sets a day: it is owed, and never late.  `late` says what it is called
    once its day has passed; a duty without it is owed, no more.  `ended` is the day it fell away undone.
    """

    paper: str
    claim: str
    by: str
    since: date
    basis: Citation
    due: Due | None = None
    met: date | None = None
    ended: date | None = None
    former: Former = ()
    late: str = ""
    of: str = ""
    """The paper to be served."""
    number: int | None = None
    """The place in the file of the act to be answered."""
    again: bool = False
    """What came back: an objection to be answered."""
    grace: int = 0
    """Days past `due` in which it may still be done as if in time; not done in them, it is late since `due`."""

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.met is None and self.ended is None

    def state(self, on: date) -> State:
        """The state on that day, as of any clock."""
        done = self.met is not None and self.met <= on
        if self.broken(on):
            return State.LATE
        return State.MET if done else State.RUNNING

    def broken(self, on: date) -> bool:
        """Whether its last day passed undone, and that is a breach; done later, it stays one."""
        end = min(day for day in (self.met, self.ended, on) if day)
        last = self.due if self.due and self.late and not self.due.provisional else None
        return bool(last and end > last.day + timedelta(days=self.grace))

    @property
    def breach(self) -> tuple[date, str]:
        """The day after the last one, and who had it when it could be done no more."""
        assert self.due
        lapsed = self.due.day + timedelta(days=self.grace)
        return self.due.day + timedelta(days=1), bearer(self.by, self.former, lapsed)
