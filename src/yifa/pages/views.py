"""条款 — where every refusal, clock and duty leads."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.law.articles import PROVISIONS, cite
from yifa.organs.models import Staff
from yifa.pages.access import public


@public
def law(request: HttpRequest) -> HttpResponse:
    """条款: the gist of every provision, at the desk for staff, else in the portal.  Permission: everybody."""
    staff = Staff.objects.select_related("organ").filter(user_id=request.user.pk or 0, active=True).first()
    request.staff = staff  # type: ignore[attr-defined]  # for the navigation
    shown = {
        "section": "law",
        "provisions": [(one, cite(one.key).short) for one in PROVISIONS.values()],
        "base": "desk/base.html" if staff else "portal/base.html",
    }
    return render(request, "pages/law.html", shown)
