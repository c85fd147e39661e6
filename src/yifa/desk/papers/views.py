"""文书 — of one file: the list of its papers, and one paper from the first look to the signed file."""

from collections.abc import Callable, Sequence
from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.desk.access import file_only
from yifa.desk.acting.scene import Desk
from yifa.desk.papers.file import claims_of, papers_of_file
from yifa.desk.papers.files import as_file, title
from yifa.desk.papers.making import Making, SuppliedForm, supplied_in
from yifa.law.acts import Serve
from yifa.law.answers import Issued
from yifa.law.notices import PAPERS
from yifa.organs.models import Staff
from yifa.organs.roles import may_do
from yifa.papers import drafts
from yifa.papers.access import issued_visible
from yifa.papers.fonts import found as typefaces
from yifa.papers.issue import AlteredError, content, issue
from yifa.papers.models import Draft, IssuedPaper
from yifa.papers.own import ROLES as WORDING
from yifa.papers.pdf import pdf
from yifa.papers.prepare import NotPrepared, Unseen, prepare
from yifa.papers.word import docx
from yifa.records.models import PetitionRecord


@file_only()
def papers(request: HttpRequest, *, staff: Staff, record: PetitionRecord) -> HttpResponse:
    """本件文书.  Permission: `visible`; the papers of claims seen, of the own organ or signed."""
    shown = {"section": "petitions", "record": record} | papers_of_file(desk := Desk(record, staff))
    return render(request, "desk/papers/file.html", shown | {"today": desk.today})


@file_only()
def paper(request: HttpRequest, seq: int, paper: str, *, staff: Staff, record: PetitionRecord) -> HttpResponse:
    """一份文书: looked at, filled in, sent, signed.  Permission: `visible`, its claims; made by the own organ, or signed."""
    desk = Desk(record, staff)
    asked = request.POST or request.GET
    claim = asked.get("claim", "")
    signed = [one for one in _issued(desk) if (one.seq, one.paper) == (seq, paper)]
    standing = [one for one in signed if not _replaced(one, signed) and (not claim or claim in one.claims)]
    if standing and "again" not in asked:
        return _signed(request, desk, standing[0], signed)
    replaces = standing[0] if standing else None
    draft = _draft(desk, seq, paper, claim)
    kept = draft or replaces
    supplied = supplied_in(request.POST, paper) if request.method == "POST" else kept.supplied if kept else {}
    try:
        made = prepare(record=record, paper=paper, seq=seq, staff=staff, claim=claim, supplied=supplied)
    except Unseen:
        raise Http404 from None
    page = Making(desk, made, supplied, claim, replaces, draft)
    return _posted(request, page) if request.method == "POST" else _making(request, page)


@file_only()
def signed_file(request: HttpRequest, pk: int, kind: str, *, staff: Staff, record: PetitionRecord) -> HttpResponse:
    """下载已签发的文书, as it was sent.  Permission: `visible`, and every claim it speaks of."""
    one = next((one for one in _issued(Desk(record, staff)) if one.pk == pk), None)
    digest = {"pdf": one.pdf, "docx": one.docx}.get(kind) if one else None
    if one is None or digest is None:
        raise Http404
    try:
        return as_file(content(digest), kind, title(one))
    except AlteredError as altered:
        messages.error(request, str(altered))
        return redirect("petition-papers", record.number)


def _posted(request: HttpRequest, page: Making) -> HttpResponse:
    step = STEPS.get(request.POST.get("step", ""), _making)
    try:
        return step(request, page)
    except NotPrepared as refused:
        return _making(request, page, refused.reasons)
    except ValidationError as refused:
        return _making(request, page, refused.messages)


def _preview(request: HttpRequest, page: Making) -> HttpResponse:
    """The file as it would be, without a number."""
    kind, document = request.POST["step"], page.prepared.document()
    return as_file(pdf(document).content if kind == "pdf" else docx(document), kind, page.title)


def _sign(request: HttpRequest, page: Making) -> HttpResponse:
    matter = page.prepared.matter
    signed = issue(
        record=page.desk.record,
        paper=matter.paper.number,
        seq=matter.place,
        signer=page.desk.staff,
        claim=page.claim,
        supplied=page.supplied,
        replaces=page.replaces,
        reason=request.POST.get("reason", ""),
    )
    messages.success(request, f"已签发：{matter.paper.term} {signed.number}")
    asked = f"?claim={quote(page.claim)}" if page.claim else ""
    return redirect(f"{request.path}{asked}")


def _send(request: HttpRequest, page: Making) -> HttpResponse:
    note = request.POST.get("note", "")
    drafts.submit(page.prepared, page.desk.staff, page.supplied, claim=page.claim, note=note)
    messages.success(request, f"{page.prepared.matter.paper.term}已送签")
    return redirect("petition-papers", page.desk.record.number)


def _send_back(request: HttpRequest, page: Making) -> HttpResponse:
    if page.draft is None or page.mine or not page.may_sign:
        raise Http404
    drafts.send_back(page.draft, page.desk.staff, answer=request.POST.get("answer", ""))
    messages.success(request, "已退回送签人")
    return redirect("papers-waiting")


def _withdraw(request: HttpRequest, page: Making) -> HttpResponse:
    if page.draft is None:
        raise Http404
    drafts.withdraw(page.draft, page.desk.staff)
    messages.success(request, "已撤回送签")
    return redirect(request.path)


STEPS: dict[str, Callable[[HttpRequest, Making], HttpResponse]] = {
    "pdf": _preview,
    "docx": _preview,
    "sign": _sign,
    "send": _send,
    "return": _send_back,
    "withdraw": _withdraw,
}
"""What a button of the page does; any other shows the paper anew, with what was written."""


def _making(request: HttpRequest, page: Making, refused: Sequence[str] = ()) -> HttpResponse:
    """The paper as it would be printed, what is missing, what is to be filled in, and what can be done with it."""
    document = page.prepared.document()
    matter = page.prepared.matter
    context = {
        "section": "petitions",
        "record": page.desk.record,
        "page": page,
        "act": matter.act,
        "paper": matter.paper,
        "claims": matter.claims if len(matter.claims) > 1 else (),
        "document": document,
        "form": SuppliedForm(page.prepared, page.supplied),
        "problems": [{"text": one} for one in refused],
        "typefaces": typefaces().warning(document.text),
        "wording": not WORDING.isdisjoint(page.desk.staff.roles),
        "asked": request.POST,
    }
    return render(request, "desk/papers/make.html", context, status=422 if refused else 200)


def _signed(request: HttpRequest, desk: Desk, one: IssuedPaper, signed: list[IssuedPaper]) -> HttpResponse:
    """What was signed: the file as sent, its digest, who signed it, whether it arrived."""
    act = desk.petition.acts[one.seq]
    service = _service(desk, one)
    waiting = service is not None and service in desk.petition.unserved
    answered = {claim for other in signed for claim in other.claims}
    asked = f"?paper={one.paper}" + (f"&claim={quote(one.claims[0])}" if len(one.claims) == 1 else "")
    serve = f"{reverse('act', args=[desk.record.number, 'Serve'])}{asked}"
    context = {
        "section": "petitions",
        "record": desk.record,
        "one": one,
        "act": act,
        "paper": PAPERS[one.paper],
        "organ": desk.petition.organs.name(one.organ),
        "values": [(term, value) for term, value in one.values.items() if value],
        "service": service,
        "waiting": waiting,
        "serve": serve if waiting and may_do(desk.staff, Serve) else "",
        "before": [other for other in signed if _replaced(other, signed)],
        "rest": [claim for claim in claims_of(desk, one.seq, act, one.paper) if claim not in answered],
        "others": [other for other in signed if other.pk != one.pk and not _replaced(other, signed)],
        "mine": one.organ == desk.staff.organ_id,
    }
    return render(request, "desk/papers/signed.html", context)


def _service(desk: Desk, one: IssuedPaper) -> Issued | None:
    """Its entry among what must reach the petitioner."""
    act = desk.petition.acts[one.seq]
    found = (held for held in desk.petition.papers if (held.paper, held.by, held.on) == (one.paper, act.by, act.on))
    return next((held for held in found if held.claim in {"", *one.claims}), None)


def _issued(desk: Desk) -> list[IssuedPaper]:
    return issued_visible(desk.staff, desk.record, desk.petition)


def _replaced(one: IssuedPaper, signed: list[IssuedPaper]) -> bool:
    """Whether a later paper stands in its place."""
    return any(later.replaces_id == one.pk for later in signed)


def _draft(desk: Desk, seq: int, number: str, claim: str) -> Draft | None:
    """What waits for signature at the own organ."""
    waiting = desk.record.drafts.filter(state=Draft.State.WAITING, organ=desk.staff.organ_id)
    return waiting.filter(seq=seq, paper=number, claim=claim).select_related("by").first()
