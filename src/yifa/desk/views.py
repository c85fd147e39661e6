"""The first pages: the year's figures and a petition's whole file, to read."""

from django.contrib.auth.views import LoginView
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from yifa.desk import year_page
from yifa.desk.access import staff_only
from yifa.desk.file_page import file_of
from yifa.law.articles import PROVISIONS
from yifa.organs.models import Staff
from yifa.organs.permissions import claims_visible, visible
from yifa.records.models import PetitionRecord
from yifa.records.perform import load

PER_PAGE = 30
FIRST_YEAR = 2022
"""The Regulation has been in force since then; the year before may be compared."""


class SignIn(LoginView):
    """登录."""

    template_name = "desk/sign_in.html"
    redirect_authenticated_user = True


@staff_only
def home(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """To the year that is under way."""
    return redirect("year", year=timezone.localdate().year)


@staff_only
def year(request: HttpRequest, year: int, *, staff: Staff) -> HttpResponse:
    """年度指标: every figure of a year, each leading to its rows.  Permission: all staff; figures carry no persons."""
    if not FIRST_YEAR <= year <= timezone.localdate().year:
        raise Http404
    return render(request, "desk/year.html", year_page.page(year_page.home_of(staff), year))


@staff_only
def year_rows(request: HttpRequest, year: int, name: str, *, staff: Staff) -> HttpResponse:
    """指标明细: the rows behind one figure.  Permission: of petitions, only those the person may see."""
    shown = year_page.rows_page(staff, year, name, request.GET)
    if shown is None:
        raise Http404
    return render(request, "desk/rows.html", shown)


@staff_only
def petitions(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """信访事项: the newest first.  Permission: `organs.permissions.visible`."""
    records = PetitionRecord.objects.filter(visible(staff)).order_by("-received", "-pk")
    page = Paginator(records, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/petitions.html", {"section": "petitions", "page": page, "today": timezone.localdate()})


@staff_only
def petition(request: HttpRequest, number: str, *, staff: Staff) -> HttpResponse:
    """案卷: the whole story.  Permission: `visible` for the file, `claims_visible` for sealed claims in it."""
    record = PetitionRecord.objects.filter(visible(staff), number=number).first()
    if record is None:
        raise Http404
    found = load(record)
    return render(request, "desk/petition.html", file_of(record, found, claims_visible(staff, found)))


@staff_only
def law(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """条款: the gist of every provision, where refusals and clocks link to.  Permission: all staff."""
    return render(request, "desk/law.html", {"section": "law", "provisions": PROVISIONS.values()})
