"""Whose petition is open in this browser: number and query code unlock one, until the browser is closed or it is left."""

from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers

from yifa.pages.access import Door, Permission, View, stated
from yifa.records.models import PetitionRecord, QueryCode

UNLOCKED = "petition"
"""The session's key: which petition, and under which code.  A new code ends what an earlier one had opened."""


def unlock(request: HttpRequest, record: PetitionRecord) -> None:
    """打开 — this one petition, and no other, in a session under a fresh key."""
    request.session.cycle_key()
    request.session[UNLOCKED] = [record.pk, QueryCode.objects.get(petition=record).digest]


def unlocked(request: HttpRequest) -> PetitionRecord | None:
    """The petition that is open here, if its code still holds."""
    petition, digest = request.session.get(UNLOCKED) or (None, "")
    if petition is None:
        return None
    held = QueryCode.objects.select_related("petition").filter(petition=petition, digest=digest).first()
    return held.petition if held else None


def leave(request: HttpRequest) -> None:
    """退出 — nothing of it stays in this browser."""
    request.session.pop(UNLOCKED, None)
    request.session.cycle_key()


def petitioner_only(view: View) -> View:
    """For who has unlocked a petition with its number and code; the view is given `record`, and nothing is cached."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        record = unlocked(request)
        if record is None:
            messages.info(request, "请输入编号和查询码，再继续查看或者办理")
            return redirect("follow")
        response = view(request, *args, record=record, **kwargs)
        add_never_cache_headers(response)
        return response

    return stated(guarded, Permission(Door.PETITIONER))
