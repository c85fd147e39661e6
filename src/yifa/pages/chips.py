"""时限标签 — a clock in the words of its chip: 还有3日, 今日到期, 逾期2日."""

from dataclasses import dataclass
from datetime import date

from yifa.law.clocks import Clock, State
from yifa.law.organs import Organs
from yifa.records.provisional import marked

SOON = 3
"""Days before the last one from which a clock is shown as pressing."""


@dataclass(frozen=True, slots=True)
class Chip:
    """时限 — a clock in words, as its chip shows it."""

    clock: Clock
    owed_by: str
    state: State
    text: str
    urgency: str


def chip(clock: Clock, organs: Organs, today: date) -> Chip:
    """The chip of a clock on a day."""
    state, left = clock.state(today), clock.days_left(today)
    if state is State.MET:
        text, urgency = "按期", "met"
    elif clock.met:
        text, urgency = f"逾期{(clock.met - clock.due.day).days}日完成", "late"
    elif state in {State.PAUSED, State.LAPSED}:
        text, urgency = state.term, "quiet"
    else:
        text, urgency = days_left(left or 0, provisional=clock.due.provisional)
    return Chip(clock, organs.name(clock.owed_by), state, marked(text, provisional=clock.due.provisional), urgency)


def days_left(left: int, *, provisional: bool = False) -> tuple[str, str]:
    """How much of a limit is left, in words, and how pressing that is; by a provisional last day nothing is late."""
    if left < 0 and provisional:
        return "末日待定", "today"
    if left < 0:
        return f"逾期{-left}日", "late"
    if left == 0:
        return "今日到期", "today"
    return f"还有{left}日", "soon" if left <= SOON else "running"
