"""卷旁 — what is done beside the record: attachments read, notes, hand-over, a new query code at the counter."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from yifa.casework.colleagues import add_note, colleagues, hand_over, handler_of, may_hand_over
from yifa.desk.access import file_only
from yifa.desk.acting.scene import Desk
from yifa.desk.files.file import AT_THE_COUNTER
from yifa.law.acts import Register
from yifa.law.fold import effective
from yifa.organs.models import Staff
from yifa.records.attachments import path_of
from yifa.records.models import Attachment, PetitionRecord
from yifa.records.query_codes import issue


@file_only()
def attachment(request: HttpRequest, pk: UUID, *, staff: Staff, record: PetitionRecord) -> HttpResponseBase:
    """附件: to keep, never to open in the page.  Permission: `visible`, and the whole file: a part sees none."""
    if not Desk(record, staff).whole:
        raise Http404
    found = get_object_or_404(Attachment, pk=pk, petition=record)
    answer = FileResponse(path_of(found).open("rb"), as_attachment=True, filename=found.name)
    answer.headers["Content-Type"] = found.media_type
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@file_only()
@require_POST
def note(request: HttpRequest, *, staff: Staff, record: PetitionRecord) -> HttpResponse:
    """内部备注: add one.  Permission: `visible`; read by the own organ only."""
    try:
        add_note(staff, record, request.POST.get("text", ""))
    except ValidationError as refused:
        messages.error(request, "；".join(refused.messages))
    return redirect("petition", record.number)


@file_only()
def handing_over(request: HttpRequest, *, staff: Staff, record: PetitionRecord) -> HttpResponse:
    """移交经办: to a colleague of the own organ.  Permission: the head, whoever works on it; nobody yet, oneself."""
    desk = Desk(record, staff)
    current = handler_of(staff, record)
    fellows = colleagues(staff, desk.petition)
    context = {
        "section": "petitions",
        "record": record,
        "current": current,
        "may": may_hand_over(staff, current),
        "colleagues": [one for one in fellows if current is None or one.pk != current.staff_id],
        "why": request.POST.get("why", ""),
        "chosen": request.POST.get("to", "" if current else str(staff.pk)),
    }
    if request.method == "POST":
        to = fellows.filter(pk=request.POST["to"]).first() if request.POST.get("to", "").isdecimal() else None
        try:
            hand_over(staff, record, desk.petition, to, request.POST.get("why", ""))
        except ValidationError as refused:
            context["problems"] = [{"text": one} for one in refused.messages]
            return render(request, "desk/files/hand_over.html", context, status=422)
        messages.success(request, f"已由{to}经办")
        return redirect("petition", record.number)
    return render(request, "desk/files/hand_over.html", context)


@never_cache
@file_only(*AT_THE_COUNTER)
def query_code(request: HttpRequest, *, staff: Staff, record: PetitionRecord) -> HttpResponse:
    """重发查询码: a new one, the old one ends.  Permission: intake at the office that keeps the file, who sees it whole."""
    desk = Desk(record, staff)
    if record.home != staff.organ_id or not desk.whole:
        raise Http404
    register = next((one for one in effective(desk.petition.acts) if isinstance(one, Register)), None)
    unknown = register is None or register.anonymous or not register.names
    context = {"section": "petitions", "record": record, "register": register, "unknown": unknown}
    if request.method != "POST" or unknown:
        return render(request, "desk/files/query_code.html", context)
    if not request.POST.get("checked"):
        context["problems"] = [{"text": "请先核对身份，再发查询码", "field": "id_checked"}]
        return render(request, "desk/files/query_code.html", context, status=422)
    return render(request, "desk/files/slip.html", context | {"code": issue(record, staff.user)})
