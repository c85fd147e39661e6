"""审批 — the list of what waits, and one act to decide: approve, return, withdraw."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yifa.casework import approval as sending
from yifa.casework.effects import effects
from yifa.casework.judging import judge
from yifa.casework.models import Proposal
from yifa.desk.access import staff_only
from yifa.desk.acting.scene import Desk, about
from yifa.desk.files.telling import details
from yifa.desk.papers.queue import waiting_for as papers_waiting
from yifa.law.acts import ACTS
from yifa.law.notices import PAPERS
from yifa.organs.models import Staff
from yifa.organs.permissions import may_see
from yifa.organs.roles import may_do, stands_aside
from yifa.records.perform import ChangedMeanwhileError, NotPermitted

SHOWN = 100
"""So many rows of one's own sendings; the older ones stand in their files."""


@staff_only()
def approvals(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """审批: what waits for me, and what I sent.  Permission: own organ, my roles, files I may see."""
    sent = [_row(one) for one in sending.sent_by(staff)[:SHOWN]]
    waiting = [_row(one) for one in sending.waiting_for(staff)[:SHOWN] if _open(one, staff)]
    context = {"section": "approvals", "waiting": waiting, "sent": sent, "to_sign": len(papers_waiting(staff, SHOWN))}
    return render(request, "desk/approving/list.html", context)


@staff_only()
def approval(request: HttpRequest, pk: int, *, staff: Staff) -> HttpResponse:
    """一件送审: the act, what it would do today, and the decision.  Permission: as in the list; its author sees it too."""
    proposal = _found(pk, staff)
    return _posted(request, proposal, staff) if request.method == "POST" else _shown(request, proposal, staff)


def _found(pk: int, staff: Staff) -> Proposal:
    """Of the own organ, in a file seen in the part it is about; to decide or to have sent."""
    rows = Proposal.objects.select_related("petition", "by", "decided_by")
    found = rows.filter(pk=pk, organ=staff.organ_id).first()
    if found is None or not may_see(staff, found.petition):
        raise Http404
    desk = Desk(found.petition, staff)
    if found.by_id != staff.pk and not (may_do(staff, ACTS[found.kind]) and _within(found, desk)):
        raise Http404
    return found


def _open(proposal: Proposal, staff: Staff) -> bool:
    """Whether a row may be told of: of a sealed file, only acts on claims that are seen."""
    return not proposal.petition.sealed or _within(proposal, Desk(proposal.petition, staff))


def _within(proposal: Proposal, desk: Desk) -> bool:
    """Whether all claims the act names are seen; an act on the whole asks for the whole."""
    act = sending.read(proposal)
    named = {getattr(act, "claim", ""), *getattr(act, "claims", ())} - {""}
    return desk.whole or (desk.open_to(type(act)) and bool(named) and named <= set(desk.seen))


def _posted(request: HttpRequest, proposal: Proposal, staff: Staff) -> HttpResponse:
    step, answer = request.POST.get("step"), request.POST.get("answer", "")
    try:
        if step == "approve" and may_do(staff, ACTS[proposal.kind]):
            return _approved(request, proposal, staff, answer)
        if step == "return" and may_do(staff, ACTS[proposal.kind]):
            sending.send_back(proposal, staff, answer=answer)
            messages.success(request, "已退回送审人")
        elif step == "withdraw":
            sending.withdraw(proposal, staff)
            messages.success(request, "已撤回送审")
        else:
            raise Http404
    except ValidationError as refused:
        problems = [{"text": one, "field": "id_answer"} for one in refused.messages]
        return _shown(request, proposal, staff, problems=problems, answer=answer, status=422)
    except sending.DecidedAlreadyError as decided:
        messages.warning(request, str(decided))
        return redirect("approval", proposal.pk)
    return redirect("approvals")


def _approved(request: HttpRequest, proposal: Proposal, staff: Staff, answer: str) -> HttpResponse:
    written = request.POST.get("expected", "")
    expected = int(written) if written.isdecimal() else proposal.expected
    try:
        sending.approve(proposal, staff, today=Desk(proposal.petition, staff).today, expected=expected, answer=answer)
    except ChangedMeanwhileError:
        proposal.petition.refresh_from_db()
        return _shown(request, proposal, staff, seen=expected, answer=answer, status=409)
    except NotPermitted as refused:
        problems = [{"text": one.reason, "basis": one.basis} for one in refused.refusals]
        return _shown(request, proposal, staff, problems=problems, answer=answer, status=422)
    messages.success(request, f"已批准并办理：{ACTS[proposal.kind].term}")
    return redirect("petition", proposal.petition.number)


def _shown(
    request: HttpRequest,
    proposal: Proposal,
    staff: Staff,
    *,
    problems: list[dict[str, Any]] | None = None,
    seen: int | None = None,
    answer: str = "",
    status: int = 200,
) -> HttpResponse:
    """The act as it would be done today, and everything that was done since it was sent."""
    desk, waits = Desk(proposal.petition, staff), proposal.state == Proposal.State.WAITING
    written = sending.read(proposal)
    mine = may_do(staff, type(written)) and proposal.by_id != staff.pk
    act = sending.as_approved(written, staff, desk.today) if mine else written
    aside = stands_aside(staff, desk.petition)
    found = (
        [*([aside] if aside else []), *judge(act, desk.petition, desk.today, desk.calendar, desk.readings)]
        if waits
        else []
    )
    expected = proposal.expected if seen is None else seen
    context = {
        "section": "approvals",
        "proposal": proposal,
        "record": proposal.petition,
        "act": act,
        "kind": about(type(act)),
        "claims": [desk.petition.claims[one] for one in desk.seen],
        "told": tuple(details(act, desk.petition.organs)),
        "waits": waits,
        "mine": mine,
        "own": proposal.by_id == staff.pk,
        "refused": [{"text": one.reason, "basis": one.basis} for one in found],
        "problems": problems or [],
        "changed": waits and desk.record.length > expected,
        "since": desk.since(expected),
        "effects": effects(desk.petition, act, desk.seen, desk.today, desk.calendar, desk.readings)
        if waits and not found
        else None,
        "papers": PAPERS,
        "organs": desk.petition.organs,
        "answer": answer,
    }
    return render(request, "desk/approving/one.html", context, status=status)


def _row(proposal: Proposal) -> tuple[Proposal, str]:
    return proposal, ACTS[proposal.kind].term
