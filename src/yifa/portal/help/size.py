"""大字版 — large type and fewer choices, remembered in this browser for a year."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from yifa.pages.access import public

COOKIE = "large"
YEAR = 365 * 24 * 60 * 60


@public
@require_POST
def size(request: HttpRequest) -> HttpResponse:
    """大字版、标准版: set it, and back to where one was.  Permission: everybody."""
    back = request.POST.get("next", "")
    known = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    page = redirect(back if known else resolve_url("portal-home"))
    if request.POST.get("large"):
        page.set_cookie(COOKIE, "1", max_age=YEAR, httponly=True, samesite="Lax", secure=settings.HTTPS)
    else:
        page.delete_cookie(COOKIE, samesite="Lax")
    return page
