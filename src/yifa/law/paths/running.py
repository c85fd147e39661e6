"""申请期限 — the last day of the petitioner's own limits, and which of them are still open."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

from yifa.law.articles import Citation
from yifa.law.paths.model import Path, PathLimit, StartDay
from yifa.law.paths.table import PATHS, cites_printable, in_force
from yifa.law.terms import Unit
from yifa.law.workdays import OFFICIAL, Calendar, Due, due


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """情形 — what lengthens a limit; None where nobody knows yet.

    `told`: whether the decision told of the remedy, its body and its limit.  `learned`: the day on which the
    person came to know them all the same; where empty, the day of asking, because the office tells them then.
    """

    told: bool | None = None
    learned: date | None = None
    real_estate: bool | None = None


UNKNOWN = Circumstances()
LAND = "限因不动产提出的"


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """尚未届满的申请期限 — one limit still open; `condition` says when it is open only in a special case."""

    path: Path
    limit: PathLimit
    start: date
    due: Due
    condition: str
    cites: tuple[Citation, ...]

    def days_left(self, on: date) -> int:
        """Days until the last day; 0 on the last day itself."""
        return (self.due.day - on).days


def last_day(
    limit: PathLimit,
    from_: date,
    calendar: Calendar = OFFICIAL,
    *,
    learned: date | None = None,
    capped_from: date | None = None,
    real_estate: bool = False,
) -> Due:
    """期限届满日 — the last day of a limit that counts from `from_`, which is itself not counted.

    `learned` asks for the outer limit of a person who was not told: the ordinary period from that day, and no
    later than the fallback from `from_`.  `capped_from` is the day the cap counts from.
    """
    start = from_
    if limit.wait:
        # Not rolled past holidays: the wait is no deadline of the petitioner's, and a later start could mislead.
        start = due(from_, limit.wait.amount, limit.wait.unit, calendar=calendar).nominal
    if limit.fallback and learned:
        known = max(start, learned)
        ends = [
            due(known, limit.amount, limit.unit, calendar=calendar),
            due(start, limit.fallback.amount, limit.fallback.unit, calendar=calendar),
        ]
    else:
        ends = [due(start, limit.amount, limit.unit, calendar=calendar)]
    if limit.cap and capped_from:
        years = limit.cap.real_estate if real_estate else None
        ends.append(due(capped_from, years or limit.cap.years, Unit.YEAR, calendar=calendar))
    return min(ends, key=lambda end: end.day)


def running_limits(
    path_ids: Iterable[str],
    dates: Mapping[StartDay, date],
    *,
    on: date,
    circumstances: Circumstances = UNKNOWN,
    calendar: Calendar = OFFICIAL,
) -> list[Running]:
    """尚未届满的期限 — the limits of these paths that are open on `on`, the shortest first.

    A limit whose first day is not in `dates` cannot be computed and is left out.  Where it is not known
    whether the remedy was told, or whether land or a building is concerned, the strict reading comes first;
    a kinder one is shown, with its condition, only when the strict one has run out.
    """
    found = [
        _still_open(path, limit, dates, on=on, circumstances=circumstances, calendar=calendar)
        for path, limit in countable(path_ids, dates, on)
    ]
    return sorted(filter(None, found), key=lambda running: running.due.day)


def countable(path_ids: Iterable[str], dates: Mapping[StartDay, date], on: date) -> list[tuple[Path, PathLimit]]:
    """可计算的期限 — the limits of these paths whose first day is known, open or not."""
    paths = [PATHS[number] for number in dict.fromkeys(path_ids) if in_force(PATHS[number], on)]
    return [(path, limit) for path in paths for limit in _countable(path, dates, on)]


def _still_open(
    path: Path,
    limit: PathLimit,
    dates: Mapping[StartDay, date],
    *,
    on: date,
    circumstances: Circumstances,
    calendar: Calendar,
) -> Running | None:
    """The limit under the first reading that leaves it open, or nothing."""
    for informed, real_estate in _readings(circumstances):
        end = last_day(
            limit,
            dates[limit.day],
            calendar,
            learned=None if informed else circumstances.learned or on,
            capped_from=dates.get(limit.cap.day) if limit.cap else None,
            real_estate=real_estate,
        )
        if end.day >= on:
            outer = None if informed else limit.fallback
            land = real_estate and circumstances.real_estate is None
            conditions = (limit.when, outer.why if outer else "", LAND if land else "")
            return Running(
                path=path,
                limit=limit,
                start=dates[limit.day],
                due=end,
                condition="；".join(filter(None, conditions)),
                cites=cites_printable(outer or limit, on),
            )
    return None


def _readings(circumstances: Circumstances) -> Iterator[tuple[bool, bool]]:
    """Told or not, land or not: what is known, and where it is not known the strict reading first."""
    told = (True, False) if circumstances.told is None else (circumstances.told,)
    land = (False, True) if circumstances.real_estate is None else (circumstances.real_estate,)
    return product(told, land)


def _countable(path: Path, dates: Mapping[StartDay, date], on: date) -> Iterator[PathLimit]:
    """The limits in force whose first day is known; a waiting period yields to a duty period that is known."""
    known = [limit for limit in path.limits if limit.day in dates and limit.in_force(on)]
    exact = {limit.right for limit in known if limit.wait is None}
    return (limit for limit in known if limit.wait is None or limit.right not in exact)
