"""源头预防 — the year of every town, month by month."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from yifa.desk.access import staff_only
from yifa.desk.ledgers.access import READERS, opens
from yifa.desk.prevention.overview import ALL, BOOKS_BY_NAME, MONTHS, STAGES, towns
from yifa.desk.year.page import home_of
from yifa.organs.models import Staff
from yifa.organs.snapshot import snapshot

OLDEST = 2000
"""Earlier years no ledger takes."""


@staff_only(*READERS)
def overview(request: HttpRequest, year: int, *, staff: Staff) -> HttpResponse:
    """各乡镇情况.  Permission: the petition office sees every town, a town's people see their own."""
    name = request.GET.get("of", "disputes")
    book = BOOKS_BY_NAME.get(name)
    if book is None or not opens(staff, book) or not OLDEST <= year <= timezone.localdate().year:
        raise Http404
    shown = {
        "section": "ledgers",
        "year": year,
        "next_year": year + 1 if year < timezone.localdate().year else None,
        "office": snapshot().organs.name(home_of(staff)),
        "book": book,
        "books": list(BOOKS_BY_NAME.values()),
        "stages": [term for term, _ in STAGES[name]],
        "months": MONTHS,
        "towns": towns(staff, name, year),
        "all": ALL,
    }
    return render(request, "desk/prevention/overview.html", shown)
