"""成批签发 — from the list: which files, which paper, what is the same on all; then the job, its rows, the papers to print."""

import tempfile
import uuid
from collections import deque
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from yifa.casework import jobs
from yifa.casework.models import Job
from yifa.desk.access import staff_only
from yifa.desk.jobs.deliver import as_file as as_table
from yifa.desk.listing.asked import Asked, ListForm, query_of
from yifa.desk.listing.walk import walk
from yifa.desk.papers.files import as_file
from yifa.desk.papers.making import SuppliedForm, supplied_in
from yifa.desk.papers.many import KIND, MOST, Answer, Result, answers, offered, papers_of_answers, targets
from yifa.exchange.sheets import Cell, Column, Sheet, write
from yifa.law.notices import PAPERS
from yifa.organs.models import Staff
from yifa.papers.issue import AlteredError, Order, content
from yifa.papers.prepare import NotPrepared, Prepared, prepare
from yifa.records.models import PetitionRecord

PRINTED = 200
"""So many papers in one PDF to print."""


@staff_only()
@require_POST
def choose(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """成批签发: which paper, what is the same on all, go.  Permission: `visible` for each file, and who may sign each paper."""
    ticked = [one.partition(":")[0] for one in request.POST.getlist("file")]
    query = query_of(QueryDict(request.POST.get("query", "")))
    # The oldest first, so that the numbers of the papers run with their days.
    numbers = sorted(set(ticked[:MOST]) or _listed(staff, query))
    if not numbers:
        messages.warning(request, "列表里没有可以制作文书的信访事项")
        return redirect("petitions")
    kinds = dict(offered(staff))
    paper = request.POST.get("paper", "")
    context: dict[str, Any] = {
        "section": "petitions",
        "kinds": kinds,
        "chosen": paper if paper in kinds else "",
        "term": kinds.get(paper, ""),
        "ticked": ticked,
        "query": query,
        "count": len(numbers),
        "most": MOST,
    }
    if not context["chosen"]:
        return render(request, "desk/papers/batch.html", context)
    supplied = supplied_in(request.POST, paper)
    if request.POST.get("step") == "do":
        asked = {"paper": paper, "numbers": numbers, "supplied": supplied}
        return redirect("papers-job", jobs.ask(staff, KIND, f"签发{kinds[paper]}", asked).pk)
    orders = [one for one in targets(staff, paper, numbers, supplied) if isinstance(one, Order)]
    if orders and (sample := _sample(staff, orders[0])):
        context |= {
            "ready": len(orders),
            "sample": sample,
            "document": sample.document(),
            "form": SuppliedForm(sample, supplied),
            "record": sample.record,
        }
    return render(request, "desk/papers/batch.html", context)


def _listed(staff: Staff, query: str) -> set[str]:
    """The files of the list."""
    form = ListForm(staff, QueryDict(query))
    if not form.is_valid():
        return set()
    keys = [pk for _, pk in walk(staff, Asked(form.cleaned_data), MOST)]
    return set(PetitionRecord.objects.filter(pk__in=keys).values_list("number", flat=True))


def _sample(staff: Staff, order: Order) -> Prepared | None:
    """The first of them, as it would be printed."""
    record = PetitionRecord.objects.get(number=order.number)
    try:
        return prepare(record=record, paper=order.paper, seq=order.seq, staff=staff, supplied=order.supplied)
    except NotPrepared:
        return None


@staff_only()
@require_POST
def sign_waiting(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """签发勾选的待签文书.  Permission: those that wait for this person, each asked anew when it is signed."""
    keys = [int(one) for one in request.POST.getlist("draft")[:MOST] if one.isdecimal()]
    if not keys:
        messages.warning(request, "请先勾选要签发的文书")
        return redirect("papers-waiting")
    return redirect("papers-job", jobs.ask(staff, KIND, "签发送签的文书", {"drafts": keys}).pk)


@staff_only()
def progress(request: HttpRequest, pk: uuid.UUID, *, staff: Staff) -> HttpResponse:
    """成批签发的进展和每件的结果.  Permission: one's own."""
    job = _own(staff, pk)
    lost = jobs.lost(job)
    going = job.state in {Job.State.WAITING, Job.State.RUNNING} and not lost
    found = answers(job)
    papers = papers_of_answers(staff, found)
    signed = [(one, papers[one.signed], PAPERS[one.paper]) for one in found if one.signed in papers]
    context = {
        "section": "papers",
        "job": job,
        "lost": lost,
        "going": going,
        "total": len(job.asked.get("numbers") or job.asked.get("drafts") or ()),
        "done": len({one.number for one in found}),
        "signed": signed,
        "refused": [(one, PAPERS[one.paper]) for one in found if one.result is Result.REFUSED],
        "none": [one.number for one in found if one.result is Result.NONE],
        "parts": [(start, min(start + PRINTED, len(signed))) for start in range(0, len(signed), PRINTED)],
    }
    whole = not request.htmx or not going  # type: ignore[attr-defined]  # django-htmx
    response = render(request, f"desk/papers/{'job' if whole else '_job'}.html", context)
    if request.htmx and not going:  # type: ignore[attr-defined]  # as above
        response["HX-Refresh"] = "true"
    return response


@staff_only()
def table(request: HttpRequest, pk: uuid.UUID, *, staff: Staff) -> HttpResponseBase:
    """结果表.  Permission: one's own."""
    job = _own(staff, pk)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.xlsx"
        deque(write(Sheet("签发结果", COLUMNS, _cells(staff, answers(job))), path), maxlen=0)
        return as_table(path, f"{job.title}结果")


COLUMNS = (
    Column("编号", 24),
    Column("文书", 28),
    Column("结果", 12),
    Column("文号", 24),
    Column("成文日期", 14),
    Column("没有签发的理由", 60),
)


def _cells(staff: Staff, found: list[Answer]) -> Iterator[list[Cell]]:
    papers = papers_of_answers(staff, found)
    for one in found:
        paper = papers.get(one.signed or 0)
        number, day = (paper.number, paper.date) if paper else ("", None)
        yield [one.number, PAPERS[one.paper].term, one.result, number, day, "；".join(one.reasons)]


@staff_only()
def printed(request: HttpRequest, pk: uuid.UUID, *, staff: Staff) -> HttpResponse:
    """合并打印: the signed papers of the batch in one PDF, a part at a time.  Permission: one's own."""
    job, start = _own(staff, pk), request.GET.get("from", "0")
    found = [one for one in answers(job) if one.signed]
    first = int(start) if start.isdecimal() else 0
    part = found[first : first + PRINTED]
    papers = papers_of_answers(staff, part)
    if not papers:
        messages.warning(request, "这里没有您可以打印的文书")
        return redirect("papers-job", job.pk)
    from pypdf import PdfWriter  # noqa: PLC0415 - ten MiB in every process of the server, wanted seldom

    whole, made = PdfWriter(), BytesIO()
    for one in (papers[one.signed] for one in part if one.signed in papers):
        try:
            whole.append(BytesIO(content(one.pdf)), import_outline=False)
        except AlteredError as altered:
            messages.error(request, f"{one}：{altered}")
            return redirect("papers-job", job.pk)
    whole.write(made)
    return as_file(made.getvalue(), "pdf", f"{job.title}{first + 1}-{first + len(part)}")


def _own(staff: Staff, pk: uuid.UUID) -> Job:
    return get_object_or_404(staff.jobs, pk=pk, kind=KIND)
