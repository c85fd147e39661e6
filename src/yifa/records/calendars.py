"""节假日安排 — the calendar in force: the years shipped with this release and the notices filed since."""

from functools import lru_cache

from django.contrib.auth.models import User

from yifa.law.workdays import OFFICIAL, Calendar
from yifa.records.models import HolidayNotice


def calendar() -> Calendar:
    """The calendar with every notice filed here."""
    return _with(tuple(HolidayNotice.objects.order_by("year").values_list("year", "filed_at", "content")))


@lru_cache(maxsize=2)
def _with(notices: tuple[tuple[int, object, str], ...]) -> Calendar:
    known = OFFICIAL
    for _, _, content in notices:
        known = known.with_notice(content)
    return known


def file_notice(*, content: str, by: User | None) -> int:
    """File a State Council notice; returns its year.  `rebuild` then settles what was provisional.

    Raises what `Calendar.with_notice` raises when the file is not a year file.
    """
    added = set(OFFICIAL.with_notice(content).years) - set(OFFICIAL.years)
    year = min(added)
    HolidayNotice.objects.update_or_create(year=year, defaults={"content": content, "filed_by": by})
    return year
