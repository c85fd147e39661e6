"""时限 — the Regulation's time limits, one table: how long, in which unit, under which provision.

Who owes the act, and from which act a limit counts, is in `clocks`.
"""

from dataclasses import dataclass
from datetime import date

from yifa.law.articles import Citation, cite
from yifa.law.terms import Unit
from yifa.law.workdays import OFFICIAL, Calendar, Due, due


@dataclass(frozen=True, slots=True)
class Limit:
    """时限 — `amount` of one `unit`, the day of the event not counted."""

    id: str
    term: str
    amount: int
    unit: Unit
    basis: Citation

    def due(self, day0: date, extra: int = 0, calendar: Calendar = OFFICIAL, *, roll: bool = True) -> Due:
        """The last day on which it is still kept; `extra` and `roll` as in `workdays.due`."""
        return due(day0, self.amount, self.unit, extra, calendar, roll=roll)


DISPATCH = Limit("T01", "转送、交办", 15, Unit.DAY, cite("22.1"))
# Art. 23¶2: on the spot where that can be done; the fifteen days are for where it cannot.
DIRECT_NOTICE = Limit("T02", "书面告知（直接提出）", 15, Unit.DAY, cite("23.2"))
NOTICE = Limit("T03", "书面告知（转送、交办）", 15, Unit.DAY, cite("23.3"))
OBJECTION = Limit("T04", "提出异议", 5, Unit.WORKING_DAY, cite("23.3"))
# Art. 22¶1(3) leaves the day to the sender: it counts from the day assigned, which is the nominal last day.
ASSIGNED = Limit("T05", "反馈交办结果", 0, Unit.DAY, cite("22.1(3)"))
HANDLING = Limit("T06", "办结", 60, Unit.DAY, cite("34"))
# Counts from the nominal sixtieth day, not the rolled one (policy: extension), and is the most there may be in all.
EXTENSION = Limit("T07", "延长办理期限", 30, Unit.DAY, cite("34"))
REVIEW_REQUEST = Limit("T08", "请求复查", 30, Unit.DAY, cite("35"))
REVIEW = Limit("T09", "复查", 30, Unit.DAY, cite("35"))
FINAL_REVIEW_REQUEST = Limit("T10", "请求复核", 30, Unit.DAY, cite("36.1"))
# Art. 36¶2: the days a hearing takes are not counted; they are this limit's `extra`.
FINAL_REVIEW = Limit("T11", "复核", 30, Unit.DAY, cite("36.1"))

LIMITS: dict[str, Limit] = {
    limit.id: limit
    for limit in (
        DISPATCH,
        DIRECT_NOTICE,
        NOTICE,
        OBJECTION,
        ASSIGNED,
        HANDLING,
        EXTENSION,
        REVIEW_REQUEST,
        REVIEW,
        FINAL_REVIEW_REQUEST,
        FINAL_REVIEW,
    )
}
"""Every limit by its id, in the order of the law."""
