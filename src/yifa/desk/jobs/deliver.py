"""交付 — a table as a file: written while the page waits if it is short, otherwise by a job."""

import tempfile
from collections import deque
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from yifa.casework import jobs
from yifa.desk.jobs.kinds import KINDS
from yifa.exchange.sheets import write
from yifa.organs.models import Staff

AT_ONCE = 2000
"""So many rows a page may wait for."""


def deliver(request: HttpRequest, staff: Staff, kind: str, title: str, asked: dict[str, str]) -> HttpResponseBase:
    """The table, or the page of the job that makes it."""
    sheet = KINDS[kind](staff, asked)
    coming = iter(sheet.rows)
    first = list(islice(coming, AT_ONCE + 1))
    if len(first) > AT_ONCE:
        return redirect("job", jobs.ask(staff, kind, title, asked).pk)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.xlsx"
        deque(write(replace(sheet, rows=chain(first, coming)), path), maxlen=0)
        return as_file(path, title)


def as_file(path: Path, title: str) -> FileResponse:
    """The file under its title and the day."""
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"{title}-{timezone.localdate():%Y%m%d}.xlsx")
