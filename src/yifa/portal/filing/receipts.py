"""回执 — number, code, the day by which one must hear, and remedies running out; the code travels in a cookie of an hour."""

from dataclasses import dataclass, replace
from datetime import date

import segno
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from yifa.casework.interviews import proposals_of
from yifa.law import limits
from yifa.law.clocks import Clock, clocks
from yifa.law.paths import Running
from yifa.law.readings import Readings
from yifa.law.workdays import Calendar, Due
from yifa.portal.filing.handing import Filed
from yifa.records import query_codes
from yifa.records.calendars import calendar
from yifa.records.models import PetitionRecord
from yifa.records.perform import load
from yifa.records.readings import readings_of

COOKIE = "receipt"
SALT = "yifa.portal.receipt"
SHOWN = 60 * 60
"""Seconds for which the page with the code can be shown again in the same browser: long enough to find a printer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """回执 — as the page shows it."""

    number: str
    code: str
    received: date | None
    sealed: bool
    reachable: bool
    electronic: bool
    files: int
    office: Clock
    """转送、交办 — what the petition office owes (Art. 22)."""
    told_by: Due
    """The latest day of the organ's own notice: fifteen days after the office sent it on at its last moment (Art. 23)."""
    running: list[Running]
    qr: str


def hand_over(response: HttpResponse, filed: Filed) -> None:
    """Give the browser what the page shows; the server keeps no code."""
    response.set_cookie(
        COOKIE,
        signing.dumps([filed.record.number, filed.code], salt=SALT),
        path=reverse("file-receipt"),
        httponly=True,
        samesite="Lax",
        secure=settings.HTTPS,
    )


def take_back(response: HttpResponse) -> None:
    """Clear it from this machine."""
    response.delete_cookie(COOKIE, path=reverse("file-receipt"), samesite="Lax")


def receipt_of(request: HttpRequest) -> Receipt | None:
    """The receipt of what this browser has just filed; None once an hour has passed, or another code was issued."""
    try:
        number, code = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=SHOWN)
    except signing.BadSignature:
        return None
    record = query_codes.find(number, code)
    return _receipt(record, code, request) if record else None


def _then(sent: Due, notices: Calendar, readings: Readings) -> Due:
    """The last day of the notice, if the office sends it on on its own last one: as sure as that one is, no surer."""
    told = limits.NOTICE.due(sent.day, 0, notices, roll=readings.on(sent.day).roll_last_day)
    return replace(told, missing=tuple(dict.fromkeys([*sent.missing, *told.missing])))


def _receipt(record: PetitionRecord, code: str, request: HttpRequest) -> Receipt:
    petition, today, notices, readings = load(record), timezone.localdate(), calendar(), readings_of(record.home)
    office = next(one for one in clocks(petition, today, notices, readings) if one.limit is limits.DISPATCH)
    follow = request.build_absolute_uri(f"{reverse('follow')}?number={record.number}")
    running = [one for proposal in proposals_of(record, today) for one in proposal.limits]
    return Receipt(
        number=record.number,
        code=code,
        received=record.received,
        sealed=record.sealed,
        reachable=bool(petition.reachable),
        electronic=bool(petition.electronic),
        files=record.attachments.count(),
        office=office,
        told_by=_then(office.due, notices, readings),
        running=sorted(running, key=lambda one: one.due.day),
        qr=segno.make(follow, error="m").svg_data_uri(scale=4, border=2),
    )
