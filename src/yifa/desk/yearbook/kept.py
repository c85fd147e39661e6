"""定稿 — a report is settled, sent and published; a settled one beside what the record says today."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST

from yifa.desk.access import staff_only
from yifa.desk.year.page import home_of
from yifa.desk.yearbook.page import definitions, download, kind_of, paragraphs
from yifa.organs.models import Staff
from yifa.organs.permissions import visible
from yifa.records.models import PetitionRecord
from yifa.yearbook import settle as keeping
from yifa.yearbook.compare import Comparison, compare
from yifa.yearbook.duties import duties
from yifa.yearbook.kinds import FORMS, PUBLISHED, SENT, Kind
from yifa.yearbook.models import SettledReport
from yifa.yearbook.printing import FORMATS, preface
from yifa.yearbook.wording import ROLES


@require_POST
@staff_only(*ROLES)
def settle(request: HttpRequest, kind: str, year: int, *, staff: Staff) -> HttpResponse:
    """定稿.  Permission: the office and the head of this petition office."""
    named = kind_of(kind, year)
    try:
        one = keeping.settle(kind=named, home=home_of(staff), year=year, staff=staff, on=timezone.localdate())
    except ValidationError as refused:
        for text in refused.messages:
            messages.error(request, f"不能定稿：{text}")
        return redirect("report", named, year)
    messages.success(request, "已定稿：文字、数字和案卷当时的状态都已留存，不再改变")
    return redirect("report-settled", one.pk)


@staff_only()
def settled(request: HttpRequest, pk: int, *, staff: Staff) -> HttpResponse:
    """定稿与案卷对照.  Permission: reports of the own office; petitions open only for who may see them."""
    one = _own(pk, staff)
    writer = not keeping.why_not_write(staff, one.organ)
    refused: list[str] = []
    if request.method == "POST":
        if not writer:
            raise PermissionDenied
        try:
            _dispatch(request, one, staff)
        except ValidationError as wrong:
            refused = wrong.messages
        else:
            return redirect("report-settled", pk)
    found = compare(one, timezone.localdate())
    kind = Kind(one.kind)
    context = {
        "section": "reports",
        "settled": one,
        "form": FORMS[kind],
        "report": found.then,
        "paragraphs": paragraphs(found.then),
        "definitions": definitions(found.then),
        "preface": preface(found.then),
        "found": found,
        "changes": _changes(found, staff),
        "duties": duties(kind, one.year, one),
        "formats": list(FORMATS),
        "writer": writer,
        "today": timezone.localdate(),
        "sent": request.POST,
        "problems": [{"text": text, "field": "on"} for text in refused],
    }
    return render(request, "desk/yearbook/settled.html", context, status=422 if refused else 200)


def _dispatch(request: HttpRequest, one: SettledReport, staff: Staff) -> None:
    try:
        on = parse_date(request.POST.get("on", ""))
    except ValueError:
        on = None
    step = request.POST.get("step", "")
    if on is None:
        raise ValidationError("请填写日期，如 2026-02-20")
    keeping.dispatch(
        report=one, step=step, on=on, where=request.POST.get("where", ""), staff=staff, today=timezone.localdate()
    )
    messages.success(request, f"已登记{step if step in {SENT, PUBLISHED} else ''}")


def _changes(found: Comparison, staff: Staff) -> list[tuple[object, list[tuple[object, bool]]]]:
    """Each change with its reasons, and whether this person may open the petition."""
    numbers = {reason.number for one in found.changes for reason in one.reasons if reason.number}
    may_see = PetitionRecord.objects.filter(visible(staff), number__in=numbers)
    seen = set(may_see.values_list("number", flat=True))
    return [(one, [(reason, reason.number in seen) for reason in one.reasons]) for one in found.changes]


@staff_only()
def file(request: HttpRequest, pk: int, form: str, *, staff: Staff) -> HttpResponse:
    """下载定稿.  Permission: as the settled report."""
    return download(keeping.report_of(_own(pk, staff)), form)


def _own(pk: int, staff: Staff) -> SettledReport:
    found = SettledReport.objects.filter(pk=pk, organ=home_of(staff)).select_related("by").first()
    if found is None:
        raise Http404
    return found
