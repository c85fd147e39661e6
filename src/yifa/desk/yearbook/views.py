"""年度报告 — the years and what is owed of each; one report with every number's source; the rows behind a number."""

from collections import Counter
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from yifa.desk.access import staff_only
from yifa.desk.year.page import home_of
from yifa.desk.yearbook.page import definitions, download, kind_of, paragraphs
from yifa.organs.models import Staff
from yifa.organs.snapshot import snapshot
from yifa.papers.fonts import found
from yifa.statistics import INDICATORS
from yifa.statistics import lines as indicator_lines
from yifa.yearbook import ledgers
from yifa.yearbook.checking import check
from yifa.yearbook.duties import duties
from yifa.yearbook.kinds import FIRST_YEAR, FORMS, Kind
from yifa.yearbook.models import SettledReport
from yifa.yearbook.printing import FORMATS, document, preface, text
from yifa.yearbook.report import make, narratives
from yifa.yearbook.settle import settled, settled_of, why_not_write, written_of
from yifa.yearbook.wording import slots, wording_of


@staff_only()
def reports(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """年度报告一览.  Permission: all staff; the reports are made to be published and carry no petitioners."""
    home, today = home_of(staff), timezone.localdate()
    kept = {(one.kind, one.year): one for one in settled_of(home)}
    written = Counter((kind, year) for kind, year, _ in written_of(home))
    context = {
        "section": "reports",
        "office": snapshot().organs.name(home),
        "today": today,
        "years": [
            (year, [_row(kind, year, kept.get((kind, year)), written[kind, year], today) for kind in Kind])
            for year in range(today.year, FIRST_YEAR - 1, -1)
        ],
        "writer": not why_not_write(staff, home),
        "kinds": [(kind, FORMS[kind].term) for kind in Kind],
    }
    return render(request, "desk/yearbook/reports.html", context)


def _row(kind: Kind, year: int, kept: SettledReport | None, written: int, today: date) -> dict[str, Any]:
    """One report of one year; what is owed is told of the last one, and of what was settled."""
    return {
        "kind": kind,
        "term": FORMS[kind].term,
        "settled": kept,
        "written": written,
        "duties": duties(kind, year, kept) if kept or year == today.year - 1 else [],
    }


@staff_only()
def report(request: HttpRequest, kind: str, year: int, *, staff: Staff) -> HttpResponse:
    """一份年度报告, as it stands now.  Permission: all staff read; the office and the head write."""
    named, home = kind_of(kind, year), home_of(staff)
    made, written, wording = make(named, home, year), narratives(named, home, year), wording_of(named, home)
    kept = settled(named, home, year)
    context = {
        "section": "reports",
        "report": made,
        "form": FORMS[named],
        "paragraphs": paragraphs(made),
        "definitions": definitions(made),
        "preface": preface(made),
        "slots": [(slot, slot in written) for slot in slots(wording)],
        "findings": check(text(made)).findings,
        "formats": list(FORMATS),
        "warning": found().warning(document(made).text),
        "writer": not why_not_write(staff, home),
        "over": timezone.localdate().year > year,
        "settled": kept,
        "earlier": _earlier(kept),
        "duties": duties(named, year, kept),
        "today": timezone.localdate(),
    }
    return render(request, "desk/yearbook/report.html", context)


def _earlier(kept: SettledReport | None) -> list[SettledReport]:
    if kept is None:
        return []
    same = SettledReport.objects.filter(organ=kept.organ, kind=kept.kind, year=kept.year, pk__lt=kept.pk)
    return list(same.select_related("by").order_by("-id"))


@staff_only()
def file(request: HttpRequest, kind: str, year: int, form: str, *, staff: Staff) -> HttpResponse:
    """下载报告.  Permission: as the report."""
    return download(make(kind_of(kind, year), home_of(staff), year), form)


@staff_only()
def rows(request: HttpRequest, year: int, name: str, *, staff: Staff) -> HttpResponse:
    """报告数字的明细.  Permission: ledgers of the own office; an indicator's rows are listed by its own page."""
    if name.partition(".")[0] in INDICATORS:
        return redirect("year-rows", year, name)
    of = "d" if request.GET.get("of") == "d" else "n"
    listed = ledgers.rows(name, home_of(staff), year, of)
    if listed is None:
        raise Http404
    if listed.model in ledgers.TOLD:
        lines = [(str(day), what) for day, what in map(ledgers.told, listed)]
    else:
        lines = [(one["day"], one["what"]) for one in indicator_lines(listed)]
    count = ledgers.COUNTS.get(name)
    context = {
        "section": "reports",
        "year": year,
        "term": count.term if count else listed.model._meta.verbose_name,  # noqa: SLF001 - documented by Django
        "note": count.note if count else "",
        "of": of if count and count.d else "",
        "lines": lines,
    }
    return render(request, "desk/yearbook/rows.html", context)
