"""读法设定 — how each office reads what the Regulation leaves open: ours, and what it set otherwise, from which day and why."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from django.contrib.auth.models import User
from django.db import connection

from yifa.law.readings import DEFAULT, Readings, Setting
from yifa.records.models import ReadingSetting


def readings_of(home: str) -> Readings:
    """The readings of the office that keeps a file: every computation on the file asks these."""
    return by_office().get(home, DEFAULT)


def by_office() -> Mapping[str, Readings]:
    """The readings of every office that ever set one."""
    # By hand: every act asks it.  Settings are only ever added, so that their number and the last day tell them apart.
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*), MAX(set_at) FROM reading_setting")
        count, latest = cursor.fetchone()
    return _by_office(count, latest) if count else {}


@lru_cache(maxsize=2)
def _by_office(_count: int, _latest: object) -> Mapping[str, Readings]:
    found: dict[str, list[Setting]] = defaultdict(list)
    for one in ReadingSetting.objects.order_by("pk"):
        found[one.office].append(Setting(name=one.name, value=one.value, since=one.since, reason=one.reason))
    return {office: Readings(tuple(held)) for office, held in found.items()}


def proposed(*, name: str, value: bool | int, since: date, reason: str, on: date) -> Setting:
    """A setting as it would be set on the day `on`.  Raises `ValueError`, fit to show."""
    if not reason.strip():
        raise ValueError("请写明理由：依据哪一份本地文件，为什么另定")
    setting = Setting(name=name, value=value, since=since, reason=reason.strip())
    if since < on:
        raise ValueError(
            f"起始日不能早于设定的当日（{on:%Y-%m-%d}）：已经开始的期限仍按开始之日的读法计算，不能追溯；请改为当日或者以后"
        )
    return setting


def set_reading(*, office: str, name: str, value: bool | int, since: date, reason: str, by: User, on: date) -> Setting:
    """另定 — an office reads one choice otherwise from the day `since`, set on the day `on`; undone by a further setting.

    A limit keeps the reading of the day it started, and `since` is `on` at the earliest: no last day that already runs
    moves, and nothing old is recomputed.  What starts on that day or later although it stands on file already (sixty
    days that begin of themselves where no notice is given, or an act of this very day) `rebuild` brings up to date.
    Of two settings for one day the later holds; both stay on file.  Raises `ValueError`, fit to show.
    """
    setting = proposed(name=name, value=value, since=since, reason=reason, on=on)
    ReadingSetting.objects.create(office=office, name=name, value=value, since=since, reason=setting.reason, set_by=by)
    return setting
