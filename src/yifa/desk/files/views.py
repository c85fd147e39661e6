"""案卷 — the list of petitions, and one petition's whole story."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from yifa.desk.access import file_only, staff_only
from yifa.desk.files.file import file_of
from yifa.organs.models import Staff
from yifa.organs.permissions import visible
from yifa.records.models import PetitionRecord

PER_PAGE = 30


@staff_only()
def petitions(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """信访事项: the newest first.  Permission: `organs.permissions.visible`."""
    records = PetitionRecord.objects.filter(visible(staff)).order_by("-received", "-pk")
    page = Paginator(records, PER_PAGE).get_page(request.GET.get("page"))
    shown = {"section": "petitions", "page": page, "today": timezone.localdate()}
    return render(request, "desk/files/list.html", shown)


@file_only()
def petition(request: HttpRequest, *, staff: Staff, record: PetitionRecord) -> HttpResponse:
    """案卷: the whole story.  Permission: `visible` for the file, `claims_visible` for sealed claims in it."""
    return render(request, "desk/files/file.html", file_of(record, staff))
