"""今日 — what waits for me."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from yifa.desk.access import staff_only
from yifa.organs.models import Staff


@staff_only()
def today(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """今日.  Permission: all staff."""
    return redirect("year", year=timezone.localdate().year)
