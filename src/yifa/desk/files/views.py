"""案卷 — one petition's whole story."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.desk.access import file_only
from yifa.desk.files.file import file_of
from yifa.organs.models import Staff
from yifa.records.models import PetitionRecord


@file_only()
def petition(request: HttpRequest, *, staff: Staff, record: PetitionRecord) -> HttpResponse:
    """案卷: the whole story.  Permission: `visible` for the file, `claims_visible` for sealed claims in it."""
    return render(request, "desk/files/file.html", file_of(record, staff))
