"""统计期间 — a year and the one before it, over the same days, for one office."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from yifa.organs.snapshot import snapshot


@dataclass(frozen=True, slots=True)
class Span:
    """期间 — from one day to another, both included."""

    since: date
    until: date

    def month(self, month: int) -> "Span":
        """The days of one month that lie in it; none where it ends before that month."""
        first = self.since.replace(month=month, day=1)
        after = first.replace(year=first.year + 1, month=1) if month == DECEMBER else first.replace(month=month + 1)
        return Span(first, min(date.fromordinal(after.toordinal() - 1), self.until))


DECEMBER = 12


class Year:
    """年度 — what is counted: the files of one office, in a year and in the same days of the year before.

    `on` is the day the figures are made, by default today.  Of the year under way only the days up to it count,
    and of the year before only the same days (同期).  Every grouped query is asked once and kept in `kept`.
    """

    def __init__(self, home: str, year: int, on: date | None = None) -> None:
        self.on = on or timezone.localdate()
        first, last = date(year, 1, 1), date(year, 12, 31)
        self.this = Span(first, max(first, min(last, self.on)))
        self.last = Span(date(year - 1, 1, 1), _year_before(self.this.until))
        self.directory = snapshot()
        self.homes = sorted(self.directory.files_of(home))
        self.kept: dict[object, object] = {}

    def standing(self, code: str) -> str:
        """The organ that stands for that one today; empty where the directory does not know it."""
        return self.directory.standing(code) if code in self.directory.organs else ""

    @property
    def spans(self) -> tuple[Span, Span]:
        """The year and the one before."""
        return self.this, self.last


def _year_before(day: date) -> date:
    """同期末日 — the same day a year earlier; of 29 February, the 28th."""
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)
