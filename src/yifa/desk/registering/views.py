"""登记 — the sheet, what stands beside it while it is typed, and the receipt."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_POST

from yifa.desk.access import staff_only
from yifa.desk.registering import draft
from yifa.desk.registering.form import Sheet
from yifa.desk.registering.receipt import COOKIE, SealForm, hand_over, receipt_of, seal
from yifa.desk.registering.saving import MATCH, Choice, choose, file, found_likely
from yifa.law.articles import cite
from yifa.organs.models import Role, Staff
from yifa.organs.permissions import awaits_seal, visible
from yifa.pages.forms import problems
from yifa.records.attachments import ACCEPT
from yifa.records.models import Idempotency, PetitionRecord
from yifa.records.perform import NotPermitted, load

INTAKE = (Role.REGISTRAR, Role.HANDLER)
"""Whoever takes in what comes to the organ."""

ASIDE = ("facts", "reasons", "earlier", "electronic")
"""Seldom needed: folded away unless filled in."""


@staff_only(*INTAKE)
def register(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """登记.  Permission: who takes in what comes to an organ; the sheet is their own."""
    if request.method == "POST":
        return _sent(request, staff)
    started, restored = draft.begun(request, staff)
    page = _page(request, Sheet(staff, begun=started), started, restored=restored)
    page.delete_cookie(COOKIE, path=reverse("register"))
    return page


@staff_only(*INTAKE)
@require_POST
def look(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """疑似重复 — asked while the sheet is typed; keeps the draft at the same time.  Permission: as the sheet."""
    draft.save(request)
    likely = found_likely(Sheet(staff, data=request.POST))
    if request.POST.get("shown", "") == ",".join(one.record.number for one in likely):
        return HttpResponse(status=204)
    return render(request, "desk/registering/_likely.html", {"likely": likely, "choice": Choice.read(request.POST)})


@staff_only(*INTAKE)
@require_POST
def claim(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """再加一项 — a further row.  Permission: as the sheet."""
    place = len(Sheet(staff, data=request.POST).claims)
    return render(request, "desk/registering/_claim.html", {"row": Sheet.row(place, staff), "ordinal": place + 1})


@staff_only(*INTAKE)
def receipt(request: HttpRequest, number: str, *, staff: Staff) -> HttpResponse:
    """受理凭证.  Permission: `visible`; an accusation not yet sent on, also who wrote it down (`awaits_seal`)."""
    seen = PetitionRecord.objects.filter(visible(staff), number=number).first()
    record = seen or PetitionRecord.objects.filter(awaits_seal(staff), number=number).first()
    if record is None:
        raise Http404
    form = SealForm(staff, load(record), request.POST if request.POST.get("do") == "seal" else None)
    refused: list[dict[str, Any]] = []
    if form.is_bound and form.is_valid():
        try:
            seal(record, form, staff)
        except NotPermitted as error:
            refused = [{"text": one.reason, "basis": one.basis, "field": f"id_{one.field}"} for one in error.refusals]
        else:
            messages.success(request, f"{number} 已密封转送。")
            return redirect("petition", number=number) if seen else redirect("register")
    shown = receipt_of(request, record, staff, form) | {"problems": [*problems(form), *refused], "open": bool(seen)}
    page = render(request, "desk/registering/receipt.html", shown)
    add_never_cache_headers(page)
    return page


def _sent(request: HttpRequest, staff: Staff) -> HttpResponse:
    """What was sent: thrown away, filed before, taken down as it stands, or to be filed now."""
    data, folder = request.POST, request.POST.get("folder", "")
    if data.get("do") == "throw":
        draft.clear(request)
        return redirect("register")
    if done := Idempotency.objects.select_related("petition").filter(key=data.get("key", "")).first():
        return redirect("register-receipt", number=done.petition.number)
    refused = [{"text": one, "field": "id_files"} for one in draft.take_in(request, staff, folder)]
    draft.save(request)
    if which := data.get("drop"):
        draft.take_out(staff, folder, which)
    if which or data.get("do") == "more":
        return _unfinished(request, staff, refused, more=not which)
    return _filed(request, staff, refused)


def _unfinished(request: HttpRequest, staff: Staff, refused: list[dict[str, Any]], *, more: bool) -> HttpResponse:
    """The sheet again, unjudged: with a row more, or a file less."""
    typed = QueryDict(request.session[draft.DRAFT])
    sheet = Sheet(staff, begun={name: typed[name] for name in typed})
    if more:
        sheet.claims.append(Sheet.row(len(sheet.claims), staff))
    return _page(request, sheet, request.POST, refused=refused, focus=len(sheet.claims) if more else 0)


def _filed(request: HttpRequest, staff: Staff, refused: list[dict[str, Any]]) -> HttpResponse:
    """The receipt; or the sheet with every reason against it."""
    sheet, choice = Sheet(staff, data=request.POST), Choice.read(request.POST)
    if sheet.is_valid() and not refused:
        if against := choose(found_likely(sheet), choice):
            refused = [{"text": against, "field": MATCH}]
        else:
            try:
                filed = file(request, sheet, choice, staff)
            except NotPermitted as error:
                refused = [
                    {"text": one.reason, "basis": one.basis, "field": _field(one.field)} for one in error.refusals
                ]
            else:
                answer = redirect("register-receipt", number=filed.number)
                hand_over(answer, filed)
                return answer
    return _page(request, sheet, request.POST, refused=refused)


def _page(
    request: HttpRequest,
    sheet: Sheet,
    held: Any,
    *,
    refused: list[dict[str, Any]] | None = None,
    restored: bool = False,
    focus: int = 0,
) -> HttpResponse:
    form, bound = sheet.form, sheet.form.is_bound
    against = [*(refused or [])]
    if bound:
        against += [one for sent in (form, *sheet.claims) for one in problems(sent)]
    shown = {
        "section": "register",
        "sheet": sheet,
        "form": form,
        "key": held.get("key", ""),
        "folder": held.get("folder", ""),
        "files": draft.files(held.get("folder", "")),
        "problems": against,
        "likely": found_likely(sheet) if bound else [],
        "choice": Choice.read(held),
        "restored": restored,
        "focus": focus,
        "more": any(form[name].value() or form[name].errors for name in ASIDE),
        "accept": ACCEPT,
        "basis": cite("22.1"),
        "waiting": PetitionRecord.objects.filter(awaits_seal(sheet.staff))[:5],
    }
    page = render(request, "desk/registering/register.html", shown)
    add_never_cache_headers(page)
    return page


def _field(name: str) -> str:
    return {"requests": "id_c0-text", "same": "same"}.get(name, f"id_{name}" if name else "")
