"""工作日与期间 — which days are worked, and on which day a period ends.

The Regulation has no clause on counting; ours follows the civil rules by analogy (`readings.CHOICES`: counting):
the day of the event is not counted, 日 is a calendar day, a month ends on the corresponding date, and a last day
that is not worked moves to the next worked day.
"""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, timedelta
from pathlib import Path

from yifa.law.holidays import Notice, notice_title, official, read
from yifa.law.terms import Unit

ONE_DAY = timedelta(days=1)
WEEKEND = {5: "星期六", 6: "星期日"}
MONTHS_A_YEAR = 12


class CalendarNotPublished(LookupError):  # noqa: N818 - it tells a state of affairs, not a fault
    """放假安排未录入 — nobody may say which days of that year are worked: its notice is not on file."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(
            f"{year}年哪些天上班尚不能确定：没有录入{notice_title(year)}。"
            f"请在该通知公布后将其录入放假安排，有关期限随即重新计算"
        )


@dataclass(frozen=True, slots=True)
class Due:
    """期限末日 — `nominal` as counted, `day` as the law ends it: lateness is measured on `day`.

    `missing` names the years without a notice that the answer depends on; `day` is then the earliest it can be.
    """

    nominal: date
    day: date
    missing: tuple[int, ...] = ()

    @property
    def provisional(self) -> bool:
        """暂定: a notice still to be filed may move `day` to a later one."""
        return bool(self.missing)

    @property
    def why(self) -> str:
        """Which notices are missing, in words fit to show; empty when none is."""
        titles = "、".join(notice_title(year) for year in self.missing)
        return f"暂定：{titles}尚未录入，末日可能推后，录入后重新计算" if titles else ""


@dataclass(frozen=True)
class Calendar:
    """放假安排 — the worked days of every year whose State Council notice is on file.

    A year counts as known by its own notice.  The next one may still move days at its very end (the notice for
    2019 made 29 December 2018 a worked day); filing it recomputes.
    """

    notices: tuple[Notice, ...] = ()
    years: tuple[int, ...] = field(init=False, repr=False)
    _days: dict[date, tuple[str, bool]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A region's own days come last: they are added to what the State Council arranged.
        ordered = sorted(self.notices, key=lambda notice: (bool(notice.region), notice.year))
        days = {day: (name, worked) for notice in ordered for day, name, worked in notice.days}
        years = sorted({notice.year for notice in ordered if not notice.region})
        object.__setattr__(self, "_days", days)
        object.__setattr__(self, "years", tuple(years))

    def with_notice(self, file: Path | str) -> "Calendar":
        """The calendar with one more year file, given by its path or by its text.

        It takes the place of the notice on file for the same year and region.
        Raises `ValueError`, naming the place, for a text that is not a year file.
        """
        new = read(file.read_text(encoding="utf-8") if isinstance(file, Path) else file)
        kept = (old for old in self.notices if (old.year, old.region) != (new.year, new.region))
        return Calendar((*kept, new))

    def is_worked(self, day: date) -> bool:
        """Whether the day is worked.  Raises `CalendarNotPublished` for a year without notice."""
        worked = self._worked(day)
        if worked is None:
            raise CalendarNotPublished(day.year)
        return worked

    def describe(self, day: date) -> str:
        """What kind of day it is, in a word fit to show: 春节放假, 春节调休上班, 星期六, 工作日, 放假安排未公布."""
        if day in self._days:
            name, worked = self._days[day]
            return f"{name}调休上班" if worked else f"{name}放假"
        if self._worked(day) is None:
            return "放假安排未公布"
        return WEEKEND.get(day.weekday(), "工作日")

    def roll(self, day: date) -> Due:
        """顺延 — the day itself if it is worked, else the next worked day.

        It stops at the first day that may be worked, so that a year without notice is never guessed.
        """
        last = day
        while self._worked(last) is False:
            last += ONE_DAY
        return Due(day, last, (last.year,) if self._worked(last) is None else ())

    def add_working_days(self, day: date, n: int) -> Due:
        """The n-th worked day after `day`; a day of a year without notice counts as worked, for it may be."""
        missing: list[int] = []
        while n:
            day += ONE_DAY
            worked = self._worked(day)
            if worked is None and day.year not in missing:
                missing.append(day.year)
            n -= worked is not False
        return Due(day, day, tuple(missing))

    def _worked(self, day: date) -> bool | None:
        if found := self._days.get(day):
            return found[1]
        return day.weekday() not in WEEKEND if day.year in self.years else None


OFFICIAL = Calendar(official())
"""国务院放假安排 — the years shipped with this release."""


def due(
    day0: date, amount: int, unit: Unit, extra: int = 0, calendar: Calendar = OFFICIAL, *, roll: bool = True
) -> Due:
    """期间届满之日 — the last day of a period of `amount` `unit` from `day0`, which is not counted.

    `extra` calendar days are added to the nominal day before it rolls: an extension, a pause, a hearing that does
    not count.  `roll` is the office's reading of a last day that is not worked (`readings.Policy.roll_last_day`).
    Raises `ValueError` for a negative period or a day past the calendar's end.
    """
    if amount < 0 or extra < 0:
        raise ValueError(f"期间不能为负：{amount}{unit}，另加{extra}日")
    try:
        counted = _count(day0, amount, unit, calendar)
        nominal = counted.day + timedelta(days=extra)
        rolled = calendar.roll(nominal) if roll else Due(nominal, nominal)
    except OverflowError:
        raise ValueError(f"自{day0}起{amount}{unit}（另加{extra}日）超出可以计算的日期") from None
    return Due(nominal, rolled.day, tuple(sorted({*counted.missing, *rolled.missing})))


def _count(day0: date, amount: int, unit: Unit, calendar: Calendar) -> Due:
    if unit is Unit.WORKING_DAY:
        return calendar.add_working_days(day0, amount)
    if unit is Unit.DAY:
        last = day0 + timedelta(days=amount)
    else:
        last = _corresponding(day0, amount * MONTHS_A_YEAR if unit is Unit.YEAR else amount)
    return Due(last, last)


def _corresponding(day: date, months: int) -> date:
    """The same day of the month so many months later; where there is none, the last of that month (MF 202)."""
    years, month = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    if day.year + years > MAXYEAR:
        raise OverflowError
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))
