"""年度 — the figures of a year, each opening its rows."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.desk.access import staff_only
from yifa.desk.year.page import home_of, is_told, page
from yifa.desk.year.rows import rows_page
from yifa.organs.models import Staff


@staff_only()
def year(request: HttpRequest, year: int, *, staff: Staff) -> HttpResponse:
    """年度指标: every figure of a year, each leading to its rows.  Permission: all staff; figures carry no persons."""
    if not is_told(year):
        raise Http404
    return render(request, "desk/year/year.html", page(home_of(staff), year))


@staff_only()
def rows(request: HttpRequest, year: int, name: str, *, staff: Staff) -> HttpResponse:
    """指标明细: the rows behind one figure.  Permission: of petitions, only those the person may see."""
    shown = rows_page(staff, year, name, request.GET) if is_told(year) else None
    if shown is None:
        raise Http404
    return render(request, "desk/year/rows.html", shown)
