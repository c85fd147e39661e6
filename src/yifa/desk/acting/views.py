"""办理 — one address for every act: the form, its preview, and the doing of it."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yifa.casework import approval
from yifa.casework.doing import do, done_already
from yifa.casework.effects import effects
from yifa.casework.judging import judge, may_propose
from yifa.casework.models import Proposal
from yifa.casework.options import correctable
from yifa.desk.access import file_only
from yifa.desk.acting.scene import Desk, about
from yifa.desk.files.telling import details
from yifa.law.acts import ACTS, Act, Correct, Register
from yifa.law.notices import PAPERS
from yifa.law.permits import Refusal
from yifa.organs.models import Staff
from yifa.organs.roles import may_do
from yifa.pages.act_form import ActForm
from yifa.records.attachments import ACCEPT, keep
from yifa.records.models import Attachment, PetitionRecord
from yifa.records.perform import ChangedMeanwhileError, NotPermitted

BESIDE_FORM = frozenset({"csrfmiddlewaretoken", "step", "proposal-reason"})
"""Posted, but no part of what is carried from the form to its preview and back."""


@file_only()
def act(request: HttpRequest, kind: str, *, staff: Staff, record: PetitionRecord) -> HttpResponse:
    """行为: its form; posted, the preview, then done.  Permission: `visible`; whose work it is, `roles` and the law say."""
    chosen, desk = ACTS.get(kind), Desk(record, staff)
    if chosen is None or chosen is Register or not desk.open_to(chosen):
        raise Http404
    if request.POST.get("step") == "do" and done_already(request.POST.get("key", ""), record, staff):
        return redirect("petition", record.number)
    if against := desk.against(chosen):
        return _shown(request, desk, chosen, {"problems": [_problem(against)]}, status=403)
    if chosen is Correct and _target(request, desk) is None:
        return _shown(request, desk, chosen, {"entries": list(_correctable(desk))})
    return _posted(request, desk, chosen) if request.method == "POST" else _form(request, desk, chosen)


def _form(request: HttpRequest, desk: Desk, kind: type[Act]) -> HttpResponse:
    """The empty form; or filled with what came back from approval."""
    held = _held(request, desk, kind)
    form = ActForm(kind, desk.scene(kind), held=held, initial=request.GET.dict())
    return _drawn(request, desk, form)


def _posted(request: HttpRequest, desk: Desk, kind: type[Act]) -> HttpResponse:
    step, data = request.POST.get("step", "preview"), request.POST.copy()
    wrong = list(_files_kept(request, desk))
    form = ActForm(kind, desk.scene(kind), data=data, held=_held(request, desk, kind))
    if step == "add":
        data[form.rows_name] = str(len(form.rows) + 1)
        return _drawn(request, desk, ActForm(kind, desk.scene(kind), data=data, held=form.held), unread=True)
    if step == "edit":
        return _drawn(request, desk, form, unread=True)
    if not form.is_valid() or wrong:
        form.problems += wrong
        return _drawn(request, desk, form, status=422)
    proposed = form.act()
    if found := judge(proposed, desk.petition, desk.today, desk.calendar, desk.readings):
        form.refuse(found)
        return _drawn(request, desk, form, status=422)
    if step == "propose":
        return _propose(request, desk, form, proposed)
    return _do(request, desk, form, proposed) if step == "do" else _preview(request, desk, form, proposed)


def _do(request: HttpRequest, desk: Desk, form: ActForm, proposed: Act) -> HttpResponse:
    posted = request.POST
    try:
        do(
            proposed,
            desk.record,
            desk.staff,
            expected=_expected(request, desk),
            key=posted.get("key", ""),
            draft=posted.get("key", ""),
        )
    except ChangedMeanwhileError:
        return _preview(request, Desk(_again(desk.record), desk.staff), form, proposed, status=409)
    except NotPermitted as refused:
        form.refuse(refused.refusals)
        return _drawn(request, desk, form, status=422)
    messages.success(request, f"已办理：{proposed.term}")
    return redirect("petition", desk.record.number)


def _propose(request: HttpRequest, desk: Desk, form: ActForm, proposed: Act) -> HttpResponse:
    if desk.record.length > _expected(request, desk):
        return _preview(request, desk, form, proposed, status=409)
    try:
        sent = approval.submit(
            proposed,
            desk.record,
            desk.staff,
            expected=desk.record.length,
            reason=request.POST.get("proposal-reason", ""),
        )
    except ValidationError as refused:
        form.problems += [{"text": one} for one in refused.messages]
        return _drawn(request, desk, form, status=422)
    Attachment.objects.filter(draft=request.POST.get("key") or "-", petition=None).update(
        petition=desk.record, draft=""
    )
    messages.success(request, f"「{proposed.term}」已送负责人审批")
    return redirect("approval", sent.pk)


def _preview(request: HttpRequest, desk: Desk, form: ActForm, proposed: Act, *, status: int = 200) -> HttpResponse:
    """What will happen; and what others have done since the form was opened, which from now on counts as seen."""
    expected = _expected(request, desk)
    found = judge(proposed, desk.petition, desk.today, desk.calendar, desk.readings)
    kept = Attachment.objects.filter(draft=request.POST.get("key") or "-", petition=None)
    context = {
        "reason": request.POST.get("proposal-reason", ""),
        "carried": list(_carried(request, expected=str(desk.record.length))),
        **_meanwhile(desk, expected),
        "effects": None
        if found
        else effects(desk.petition, proposed, desk.seen, desk.today, desk.calendar, desk.readings),
        "told": tuple(details(proposed, desk.petition.organs)),
        "papers": PAPERS,
        "organs": desk.petition.organs,
        "problems": [_problem(one) for one in found],
        "mine": may_do(desk.staff, form.kind),
        "proposable": may_propose(desk.staff, form.kind),
        "proposed": proposed,
        "files": kept,
        "today": desk.today,
    }
    return _shown(request, desk, form.kind, context, template="preview", status=status)


def _drawn(request: HttpRequest, desk: Desk, form: ActForm, *, unread: bool = False, status: int = 200) -> HttpResponse:
    """The form; `unread`: sent for another row or back from the preview, its errors are not asked for."""
    if unread:
        _forget_errors(form)
    posted = request.POST if request.method == "POST" else {}
    key = posted.get("key") or uuid.uuid4().hex
    context = {
        "form": form,
        "problems": form.problems,
        **_meanwhile(desk, _expected(request, desk)),
        "expected": desk.record.length,
        "key": key,
        "accept": ACCEPT,
        "files": Attachment.objects.filter(draft=key, petition=None),
        "from": request.GET.get("from") or posted.get("from", ""),
        "mine": may_do(desk.staff, form.kind),
        "proposable": may_propose(desk.staff, form.kind),
    }
    return _shown(request, desk, form.kind, context, status=status)


def _shown(
    request: HttpRequest,
    desk: Desk,
    kind: type[Act],
    context: dict[str, Any],
    *,
    template: str = "form",
    status: int = 200,
) -> HttpResponse:
    shared = {
        "section": "petitions",
        "record": desk.record,
        "kind": about(kind),
        "claims": [desk.petition.claims[one] for one in desk.seen],
        "whole": desk.whole,
    }
    return render(request, f"desk/acting/{template}.html", shared | context, status=status)


def _held(request: HttpRequest, desk: Desk, kind: type[Act]) -> Act | None:
    """The act the form starts from: one that came back from approval; of a correction, the act to be put right."""
    number = request.GET.get("from") or request.POST.get("from", "")
    if number.isdecimal():
        mine = approval.sent_by(desk.staff).filter(pk=number, petition=desk.record, kind=kind.__name__).first()
        if mine is None or mine.state == Proposal.State.APPROVED:
            raise Http404
        held = replace(approval.read(mine), on=desk.today)
        if isinstance(held, Correct) and held.right is None:
            return replace(held, right=desk.petition.acts[held.target])
        return held
    target = _target(request, desk)
    if kind is not Correct or target is None:
        return None
    wrong = desk.petition.acts[target]
    return Correct(on=desk.today, by=desk.staff.organ_id, target=target, reason="", right=wrong)


def _target(request: HttpRequest, desk: Desk) -> int | None:
    """The act to be corrected."""
    number = request.GET.get("from") or request.POST.get("from", "")
    if number.isdecimal():
        mine = approval.sent_by(desk.staff).filter(pk=number, petition=desk.record, kind="Correct").first()
        held = approval.read(mine) if mine else None
        return held.target if isinstance(held, Correct) else None
    written = request.GET.get("target") or request.POST.get("target", "")
    target = int(written) if written.isdecimal() else -1
    possible = 0 <= target < len(desk.petition.acts)
    return target if possible and correctable(desk.petition.acts[target], desk.petition, desk.staff) else None


def _correctable(desk: Desk) -> Iterator[tuple[int, Act, str]]:
    for number, one in enumerate(desk.petition.acts):
        if correctable(one, desk.petition, desk.staff):
            yield number, one, desk.petition.organs.name(one.by)


def _files_kept(request: HttpRequest, desk: Desk) -> Iterator[dict[str, Any]]:
    """Files that came with the form are kept until the act is done; what is wrong with one is said."""
    key = request.POST.get("key", "")
    for file in request.FILES.getlist("files") if key and desk.whole else []:
        try:
            keep(file, draft=key[:40], user=desk.staff.user)
        except ValidationError as refused:
            for one in refused.messages:
                yield {"text": one, "field": "id_files"}


def _meanwhile(desk: Desk, expected: int) -> dict[str, Any]:
    """What others have done since so many acts were seen; told once, it counts as seen."""
    return {"changed": desk.record.length > expected, "since": desk.since(expected)}


def _expected(request: HttpRequest, desk: Desk) -> int:
    """How many acts this person had seen."""
    written = request.POST.get("expected", "")
    return int(written) if written.isdecimal() else desk.record.length


def _carried(request: HttpRequest, **instead: str) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        if name not in BESIDE_FORM:
            for value in [instead[name]] if name in instead else values:
                yield name, str(value)


def _again(record: PetitionRecord) -> PetitionRecord:
    record.refresh_from_db()
    return record


def _forget_errors(form: ActForm) -> None:
    """Show what was written, without judging it yet."""
    for one in (form, *form.rows, *([form.right] if form.right else [])):
        one._errors = ErrorDict()  # type: ignore[attr-defined]  # noqa: SLF001
    form.problems = []


def _problem(one: Refusal) -> dict[str, Any]:
    return {"text": one.reason, "basis": one.basis}
