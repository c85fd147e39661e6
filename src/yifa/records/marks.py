"""What figures ask of a petition that no single act shows: handlings taken back upon objection, and who was made to answer."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from yifa.law import limits
from yifa.law.acts import Act, AgreeReturn, AppointLead
from yifa.law.clocks import Clock
from yifa.law.terms import LeadLevel


def returned(clock: Clock, others: Sequence[Clock], acts: Sequence[Act]) -> bool:
    """异议成立而退回 — a handling that the sender took back upon an objection raised in time (Art. 23¶3).

    Where that was before the notice fell due, no notice clock is left, and the objection's stands for the handling;
    where it was after, the notice clock is still there, unmet, and stands for it itself.
    """
    if clock.limit not in {limits.NOTICE, limits.OBJECTION}:
        return False
    if not any(isinstance(act, AgreeReturn) and act.organ == clock.organ and act.on >= clock.started for act in acts):
        return False
    handling = clock.claim, clock.organ, clock.started
    same = [one for one in others if (one.claim, one.organ, one.started) == handling]
    if clock.limit is limits.OBJECTION:
        return _in_time(clock) and all(one.limit is not limits.NOTICE for one in same)
    objected = any(one.limit is limits.OBJECTION and _in_time(one) for one in same)
    return objected and clock.met is None and clock.ended is not None


def _in_time(clock: Clock) -> bool:
    return clock.met is not None and clock.met <= clock.due.day


def leads(acts: Sequence[Act]) -> Iterator[tuple[int, date, date | None]]:
    """包案 — each year in which an official was appointed, the first such day, and from which day all five levels stood."""
    named = sorted((act.on, act.level) for act in acts if isinstance(act, AppointLead))
    first: dict[LeadLevel, date] = {}
    for on, level in named:
        first.setdefault(level, on)
    full = max(first.values()) if len(first) == len(LeadLevel) else None
    for year, days in groupby((on for on, _ in named), key=lambda on: on.year):
        begun = next(days)
        yield year, begun, max(begun, full) if full and full.year <= year else None
