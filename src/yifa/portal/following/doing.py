"""办理 — what a petitioner does: each act judged before and while it is handed in, refused with its article, no input lost."""

import uuid
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from yifa.law.acts import Act
from yifa.law.claim import Claim
from yifa.law.petition import Petition
from yifa.pages.forms import problems
from yifa.portal.access import petitioner_only
from yifa.portal.following import uploads
from yifa.portal.following.forms import FORMS
from yifa.portal.following.forms import Act as ActForm
from yifa.portal.following.offers import DOINGS, Offer, offer
from yifa.portal.throttle import Purpose, admit, turned_away
from yifa.records import attachments
from yifa.records.calendars import calendar
from yifa.records.models import Idempotency, PetitionRecord
from yifa.records.perform import ChangedMeanwhileError, NotPermitted, load, perform
from yifa.records.readings import readings_of

CONFIRMED = frozenset({"withdraw"})
"""What is asked about once more before it is done."""


@petitioner_only
def act(request: HttpRequest, what: str, claim: str = "", *, record: PetitionRecord) -> HttpResponse:
    """办理: one act of the petitioner.  Permission: the petitioner; of this petition."""
    petition, doing = load(record), DOINGS.get(what)
    chosen = petition.claims.get(claim) if claim else next(iter(petition.claims.values()))
    if doing is None or chosen is None or doing.each is not bool(claim):
        raise Http404
    judged = offer(petition, doing, chosen, timezone.localdate(), calendar(), readings_of(record.home))
    if request.method == "POST":
        if until := admit(request, Purpose.FILING):
            return turned_away(request, Purpose.FILING, until)
        return _handed_in(request, record, petition, judged, chosen)
    form = FORMS[what](petition=petition, claim=chosen)
    return _page(request, record, petition, judged, chosen, form, key=uuid.uuid4().hex)


def _handed_in(
    request: HttpRequest, record: PetitionRecord, petition: Petition, judged: Offer, claim: Claim
) -> HttpResponse:
    doing, key = judged.doing, _key(request)
    if Idempotency.objects.filter(key=_once(record, key)).exists():
        return redirect("my-petition")
    form = FORMS[doing.slug](request.POST, petition=petition, claim=claim)
    wrong = uploads.take(request, key) if form.papers else []
    if not form.is_valid() or wrong:
        found = [*problems(form), *({"text": one, "field": "files"} for one in wrong)]
        return _page(request, record, petition, judged, claim, form, key=key, found=found)
    if doing.slug in CONFIRMED and "sure" not in request.POST:
        return _page(request, record, petition, judged, claim, form, key=key, confirm=True)
    done = replace(doing.trial(petition, claim, timezone.localdate()), **form.cleaned_data)
    seen = request.POST.get("expected", "")
    try:
        _do(record, done, key, int(seen) if seen.isdecimal() else record.length)
    except NotPermitted as refused:
        found = [{"text": one.reason, "basis": one.basis} for one in refused.refusals]
        return _page(request, record, petition, judged, claim, form, key=key, found=found)
    except ChangedMeanwhileError:
        found = [{"text": "您填写的时候，本件有了新的进展。请先看一看「经过」，再决定是否提交；您写的内容还在。"}]
        return _page(request, record, petition, judged, claim, form, key=key, found=found)
    messages.success(request, f"「{doing.title}」已经提交，并记入案卷。")
    return redirect("my-petition")


@transaction.atomic
def _do(record: PetitionRecord, done: Act, key: str, expected: int) -> None:
    """Through the one door, and its papers with it."""
    perform(act=done, number=record.number, expected=expected, key=_once(record, key))
    uploads.bind(key, Idempotency.objects.get(key=_once(record, key)).seq, record)


def _page(
    request: HttpRequest,
    record: PetitionRecord,
    petition: Petition,
    judged: Offer,
    claim: Claim,
    form: ActForm,
    *,
    key: str,
    found: list[dict[str, Any]] | None = None,
    confirm: bool = False,
) -> HttpResponse:
    shown = {
        "section": "follow",
        "record": record,
        "offer": judged,
        "claim": claim if len(petition.claims) > 1 or judged.doing.each else None,
        "form": form,
        "key": key,
        "expected": len(petition.acts),
        "problems": found or [],
        "held": uploads.held(key) if form.papers and request.method == "POST" else [],
        "accept": attachments.ACCEPT,
        "kinds": attachments.SAID,
        "most": attachments.MOST_BYTES // attachments.MEGABYTE,
        "today": timezone.localdate(),
        "several": len(petition.claims) > 1,
    }
    template = "portal/following/confirm.html" if confirm else "portal/following/act.html"
    return render(request, template, shown)


def _key(request: HttpRequest) -> str:
    """The key of the form, made when it was first shown; a forged one is replaced."""
    try:
        return uuid.UUID(hex=request.POST.get("key", "")).hex
    except ValueError:
        return uuid.uuid4().hex


def _once(record: PetitionRecord, key: str) -> str:
    return f"my:{record.pk}:{key}"
