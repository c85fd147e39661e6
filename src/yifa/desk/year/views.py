"""年度 — the figures of a year, each opening its rows."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from yifa.desk.access import staff_only
from yifa.desk.year import page
from yifa.organs.models import Staff

FIRST_YEAR = 2022
"""The Regulation has been in force since then; the year before may be compared."""


@staff_only()
def year(request: HttpRequest, year: int, *, staff: Staff) -> HttpResponse:
    """年度指标: every figure of a year, each leading to its rows.  Permission: all staff; figures carry no persons."""
    if not FIRST_YEAR <= year <= timezone.localdate().year:
        raise Http404
    return render(request, "desk/year/year.html", page.page(page.home_of(staff), year))


@staff_only()
def rows(request: HttpRequest, year: int, name: str, *, staff: Staff) -> HttpResponse:
    """指标明细: the rows behind one figure.  Permission: of petitions, only those the person may see."""
    shown = page.rows_page(staff, year, name, request.GET)
    if shown is None:
        raise Http404
    return render(request, "desk/year/rows.html", shown)
