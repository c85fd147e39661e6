"""锁定 — after five failures an account is locked for a quarter of an hour, for the address they came from.

Another address is not locked out with it: nobody can keep a colleague from work by guessing at her account.
An account that does not exist is locked just the same, so that the lock tells nothing.
"""

from datetime import datetime, timedelta
from typing import Any

from axes.backends import AxesStandaloneBackend
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from axes.utils import reset
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

TRAIL = 20
"""Sign-ins shown of an account."""


class Door(AxesStandaloneBackend):  # type: ignore[misc]  # axes has no types
    """门 — asked first at every sign-in; a command or a test that signs in without a request comes from nowhere."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> None:
        """Refuse a locked account; let the password be asked otherwise."""
        if request is not None:
            super().authenticate(request, **credentials)


def locked_out(request: HttpRequest, _response: object, credentials: dict[str, Any] | None) -> HttpResponse:
    """已锁定 — what stands instead of the form: until when, and whom to ask."""
    username = (credentials or {}).get("username") or request.POST.get("username", "")
    held = _failed(username).filter(ip_address=request.axes_ip_address)  # type: ignore[attr-defined]
    last = max(held.values_list("attempt_time", flat=True), default=timezone.now())
    until = last + settings.AXES_COOLOFF_TIME
    shown = {"until": _next_minute(until), "limit": settings.AXES_FAILURE_LIMIT}
    page = render(request, "desk/signing/locked.html", shown, status=429)
    page["Retry-After"] = str(max(1, int((until - timezone.now()).total_seconds()) + 1))
    return page


def locked(usernames: list[str]) -> set[str]:
    """Of these accounts, those that are locked for some address now."""
    found = AccessAttempt.objects.filter(
        username__in=usernames,
        failures_since_start__gte=settings.AXES_FAILURE_LIMIT,
        attempt_time__gte=timezone.now() - settings.AXES_COOLOFF_TIME,
    )
    return set(found.values_list("username", flat=True))


def trail(username: str) -> list[tuple[datetime, str, str]]:
    """登录记录 — the latest sign-ins and failures of an account: when, from where, and what."""
    came = AccessLog.objects.filter(username=username).values_list("attempt_time", "ip_address")[:TRAIL]
    failed = AccessFailureLog.objects.filter(username=username)
    told = failed.values_list("attempt_time", "ip_address", "locked_out")[:TRAIL]
    rows = [
        *((at, place or "", "登录") for at, place in came),
        *((at, place or "", "密码不对，锁定" if shut else "密码不对") for at, place, shut in told),
    ]
    return sorted(rows, reverse=True)[:TRAIL]


def unlock(username: str) -> None:
    """解锁 — before the time; the trail of the failures stays."""
    reset(username=username)


def _failed(username: str) -> Any:
    return AccessAttempt.objects.filter(username=username)


def _next_minute(at: datetime) -> datetime:
    """The clock on the wall shows no seconds: from this minute on it surely opens."""
    return (at + timedelta(seconds=59)).replace(second=0, microsecond=0)
