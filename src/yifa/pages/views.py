"""条款 — where every refusal, clock and duty leads."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.law.articles import PROVISIONS
from yifa.pages.access import public


@public
def law(request: HttpRequest) -> HttpResponse:
    """条款: the gist of every provision.  Permission: everybody."""
    base = "desk/base.html" if request.user.is_authenticated else "portal/base.html"
    return render(request, "pages/law.html", {"section": "law", "provisions": PROVISIONS.values(), "base": base})
