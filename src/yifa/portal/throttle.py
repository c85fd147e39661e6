"""限流 — how often one address may try, so that nobody files by machine or guesses codes; no captcha, no third party.

Many people share one address: a village office, a hall, a carrier's network.  The limits leave them room, and the
page that turns one away says when to come back and by which other way the matter can be brought at once.
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from yifa.law.articles import cite
from yifa.portal.models import Throttle

HOUR, QUARTER = 60 * 60, 15 * 60
KEPT = 24 * HOUR
"""After a day a row is deleted by the next newcomer."""


@dataclass(frozen=True, slots=True)
class Limit:
    """限额 — so many tries in a window of so many seconds, `why` so many, and what the page calls it."""

    what: str
    tries: int
    seconds: int
    why: str


class Purpose(Enum):
    """事由 — what is tried."""

    DRAFT = Limit("开始填写", 120, HOUR, "a hall of twenty screens, each beginning six times an hour")
    FILING = Limit("提交信访", 60, HOUR, "one a minute from one hall: more than its people can write")
    UPLOAD = Limit("上传附件", 300, HOUR, "fifteen filings with all their twenty files")
    LOOK_UP = Limit(
        "查询", 60, QUARTER, "four a minute: a code has 59 bits, so that even a million addresses guess none"
    )


def admit(request: HttpRequest, purpose: Purpose) -> datetime | None:
    """放行 — count one try; None if it is admitted, else the moment from which one may try again."""
    limit, now = purpose.value, int(time.time())
    since = now - now % limit.seconds
    key = salted_hmac("yifa.throttle", f"{purpose.name} {_place(request)}", algorithm="sha256").hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(_UPSERT, (key, since))
        (count,) = cursor.fetchone()
        if count == 1:
            cursor.execute(_FORGET, (now - KEPT,))
    if count <= limit.tries * settings.THROTTLE_FACTOR:
        return None
    return datetime.fromtimestamp(since + limit.seconds, UTC)


def turned_away(request: HttpRequest, purpose: Purpose, until: datetime) -> HttpResponse:
    """稍后再试 — when to come back, what was kept, and the other ways in."""
    said = {"what": purpose.value.what, "until": until, "purpose": purpose.name, "basis": cite("17.1")}
    page = render(request, "portal/throttled.html", said, status=429)
    page["Retry-After"] = str(max(1, int((until - timezone.now()).total_seconds()) + 1))
    return page


def address(request: HttpRequest) -> str:
    """来源地址 — of the peer; behind `PROXIES` proxies of the office, what the outermost of them has seen.

    What stands further left in X-Forwarded-For anybody can write, and is not believed.
    """
    seen: str = request.META.get("REMOTE_ADDR", "")
    if settings.PROXIES:
        written = [one.strip() for one in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if one.strip()]
        if len(written) >= settings.PROXIES:
            seen = written[-settings.PROXIES]
    return seen


def _place(request: HttpRequest) -> str:
    """The address; of an IPv6 one the network, because one household has as many addresses as it likes."""
    seen = address(request)
    try:
        known = ip_address(seen)
    except ValueError:
        return seen
    return str(ip_network((known, 64), strict=False)) if known.version == 6 else seen  # noqa: PLR2004


_TABLE = Throttle._meta.db_table  # noqa: SLF001 - documented by Django, underscore or not
_UPSERT = (
    f"INSERT INTO {_TABLE} (key, since, count) VALUES (%s, %s, 1) ON CONFLICT (key) DO UPDATE SET "  # noqa: S608
    f"count = CASE WHEN {_TABLE}.since = excluded.since THEN {_TABLE}.count + 1 ELSE 1 END, since = excluded.since "
    "RETURNING count"
)
"""One statement a try, the same on SQLite and PostgreSQL; of two at one moment each is counted."""
_FORGET = f"DELETE FROM {_TABLE} WHERE since < %s"  # noqa: S608
