"""工作日 — the days on which the demonstration's offices work."""

from datetime import date, timedelta
from functools import cache

from yifa.law.workdays import OFFICIAL

DAY = timedelta(days=1)
SATURDAY = 5


@cache
def worked(day: date) -> bool:
    """Whether offices work; in a year without a notice, on weekdays."""
    return OFFICIAL.is_worked(day) if day.year in OFFICIAL.years else day.weekday() < SATURDAY


@cache
def on_or_after(day: date) -> date:
    """The day itself if worked, else the next worked one."""
    while not worked(day):
        day += DAY
    return day


@cache
def on_or_before(day: date) -> date:
    """The day itself if worked, else the last worked one before it."""
    while not worked(day):
        day -= DAY
    return day
