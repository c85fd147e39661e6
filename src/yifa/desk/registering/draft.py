"""草稿 — what is being typed, kept in the session: a closed tab loses nothing, and signing out leaves nothing behind."""

import uuid
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from yifa.law.terms import Channel
from yifa.organs.models import Staff
from yifa.records.attachments import drop, keep
from yifa.records.models import Attachment, Idempotency

DRAFT, USUAL = "register-draft", "register-usual"
"""What the session keeps: the sheet, and what is usual today."""


def begun(request: HttpRequest, staff: Staff) -> tuple[dict[str, Any], bool]:
    """What the sheet begins with, and whether that is a draft; each opening has a key of its own."""
    held = QueryDict(request.session.get(DRAFT, ""))
    if Idempotency.objects.filter(key=held.get("key", "")).exists():
        # A last autosave came in after the sheet was filed.
        request.session.pop(DRAFT, None)
        held = QueryDict("")
    started = {name: held[name] for name in held}
    return _usual(request, staff) | started | {
        "key": uuid.uuid4().hex,
        "folder": held.get("folder") or _folder(),
    }, bool(started)


def save(request: HttpRequest) -> None:
    """Keep the sheet as it stands, without its files: those are kept already."""
    held = request.POST.copy()
    for name in ("csrfmiddlewaretoken", "files", "camera", "do", "drop", "shown"):
        held.pop(name, None)
    request.session[DRAFT] = held.urlencode()


def clear(request: HttpRequest) -> None:
    """The sheet is filed, or thrown away together with its files."""
    held = QueryDict(request.session.pop(DRAFT, ""))
    for one in files(held.get("folder", "")):
        drop(one)


def remember(request: HttpRequest, channel: str, received: date) -> None:
    """Letters come in heaps: the next sheet begins with the same channel, and today with the same day."""
    request.session[USUAL] = [channel, received.isoformat(), timezone.localdate().isoformat()]


def files(folder: str) -> list[Attachment]:
    """The files uploaded for a sheet."""
    return list(Attachment.objects.filter(draft=folder, petition=None)) if folder else []


def take_in(request: HttpRequest, staff: Staff, folder: str) -> list[str]:
    """Keep what was uploaded with this request; the reasons for what could not be kept."""
    against = []
    for file in [*request.FILES.getlist("files"), *request.FILES.getlist("camera")]:
        try:
            keep(file, draft=folder, user=staff.user)
        except ValidationError as error:
            against += error.messages
    return against


def take_out(staff: Staff, folder: str, which: str) -> None:
    """Delete one of the sheet's files."""
    for one in files(folder):
        if str(one.pk) == which and one.user_id == staff.user_id:
            drop(one)


def _usual(request: HttpRequest, staff: Staff) -> dict[str, Any]:
    today = timezone.localdate().isoformat()
    channel, received, on = request.session.get(USUAL) or [Channel.LETTER.value, today, today]
    return {"channel": channel, "received": received if on == today else today, "level": staff.organ.level, "people": 1}


def _folder() -> str:
    return uuid.uuid4().hex
