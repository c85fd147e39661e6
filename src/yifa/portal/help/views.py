"""首页与帮助."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.pages.access import public


@public
def home(request: HttpRequest) -> HttpResponse:
    """首页.  Permission: everybody."""
    return render(request, "portal/home.html", {"section": "portal"})
