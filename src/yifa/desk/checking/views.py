"""报告核对 — what a report claims, verified in its text."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from yifa.desk.access import staff_only
from yifa.desk.checking.form import ReportForm
from yifa.desk.checking.page import held, numbered, pieces
from yifa.desk.year.page import FIRST_YEAR, home_of
from yifa.organs.models import Staff
from yifa.pages.forms import problems
from yifa.statistics import compute
from yifa.yearbook.checking import check
from yifa.yearbook.checking.record import claims


@staff_only()
def check_report(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """核对一份报告.  Permission: all staff; nothing is kept, and the record's figures carry no persons."""
    years = range(timezone.localdate().year, FIRST_YEAR - 1, -1)
    form = ReportForm(request.POST or None, request.FILES or None, years=years)
    shown: dict[str, object] = {"section": "check-report", "form": form}
    if form.is_bound and form.is_valid():
        text, year = form.cleaned_data["text"], form.cleaned_data["year"]
        against = partial(claims, results=compute(home_of(staff), year), year=year) if year else None
        found = check(text, against)
        shown |= {
            "form": ReportForm(initial={"text": text, "year": year}, years=years),
            "checked": True,
            "findings": numbered(found),
            "pieces": list(pieces(found)),
            "held": held(found),
            "count": len(found.claims),
        }
    elif form.is_bound:
        shown["problems"] = list(problems(form))
    return render(request, "desk/checking/check.html", shown)
