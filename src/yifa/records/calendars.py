"""节假日安排 — the calendar in force: the years shipped with this release and the notices filed since."""

from functools import lru_cache

from django.contrib.auth.models import User
from django.db import connection

from yifa.law.holidays import read
from yifa.law.workdays import OFFICIAL, Calendar
from yifa.records.models import HolidayNotice


def calendar() -> Calendar:
    """The calendar with every notice filed here; of two for one year and region, the later."""
    # By hand: every act asks it.  Notices are only ever added, so that their number and the last day tell them apart.
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*), MAX(filed_at) FROM holiday_notice")
        filed, latest = cursor.fetchone()
    return _with(filed, latest) if filed else OFFICIAL


@lru_cache(maxsize=2)
def _with(_filed: int, _latest: object) -> Calendar:
    known = OFFICIAL
    for content in HolidayNotice.objects.order_by("pk").values_list("content", flat=True):
        known = known.with_notice(content)
    return known


def file_notice(*, content: str, by: User | None) -> int:
    """File a notice of the State Council, or a region's own; returns its year.  `rebuild` settles what was provisional.

    It stands in for an earlier one of the same year and region, which stays on file.
    Raises `ValueError`, naming the place, for a text that is not a year file.
    """
    year = read(content).year
    HolidayNotice.objects.create(year=year, content=content, filed_by=by)
    return year
