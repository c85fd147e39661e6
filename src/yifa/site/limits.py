"""提交的上限 — how much one request may bring, and what its writer is told who brings more."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import bad_request

from yifa.records.attachments import MEGABYTE, MOST_BYTES, MOST_FILES

MOST_AT_ONCE = 100 * MEGABYTE
"""Of one request, all files together: twenty photographs of a telephone."""


def size_limit(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """一次提交的上限 — refuses what says beforehand that it is larger, and reads nothing of it."""

    def answer(request: HttpRequest) -> HttpResponse:
        said = request.META.get("CONTENT_LENGTH") or "0"
        if said.isdecimal() and int(said) > MOST_AT_ONCE:
            raise RequestDataTooBig
        return get_response(request)

    return answer


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """不能处理的请求 (Django's handler of 400): of one that is too large, what the limits are and what to do instead."""
    if not isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return bad_request(request, exception)
    told = {
        "base": "desk/base.html" if request.path.startswith("/desk/") else "portal/base.html",
        "again": request.get_full_path(),
        "at_once": MOST_AT_ONCE // MEGABYTE,
        "each": MOST_BYTES // MEGABYTE,
        "files": MOST_FILES,
        "text": (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) / MEGABYTE,
    }
    return render(request, "pages/too_large.html", told, status=413)
