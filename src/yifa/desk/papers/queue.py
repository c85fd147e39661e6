"""待签与发文登记 — what waits for one's signature, what one sent, and every paper the organ has signed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yifa.desk.access import staff_only
from yifa.desk.acting.scene import Desk
from yifa.law.notices import PAPERS, Paper
from yifa.organs.models import Staff
from yifa.organs.permissions import visible
from yifa.organs.snapshot import snapshot
from yifa.papers import drafts
from yifa.papers.issue import obstacles
from yifa.papers.models import Draft, IssuedPaper
from yifa.papers.prepare import Unseen, prepare
from yifa.records.models import PetitionRecord

SHOWN = 100
PER_PAGE = 30


@dataclass(frozen=True, slots=True)
class Waiting:
    """一份待签 — with its name; of a sealed file, only what may be opened."""

    draft: Draft
    paper: Paper

    @property
    def address(self) -> str:
        """Where it is looked at, signed or sent back."""
        file, asked = self.draft.petition.number, urlencode({"claim": self.draft.claim}) if self.draft.claim else ""
        return f"{reverse('paper', args=[file, self.draft.seq, self.draft.paper])}{asked and '?'}{asked}"


@staff_only()
def waiting(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """待签文书: what waits for me, and what I sent.  Permission: own organ, what my roles sign, in files I may see."""
    context = {
        "section": "papers",
        "tab": "waiting",
        "waiting": waiting_for(staff, SHOWN),
        "sent": _named(drafts.sent_by(staff)[:SHOWN]),
    }
    return render(request, "desk/papers/waiting.html", context)


def waiting_for(staff: Staff, most: int) -> list[Waiting]:
    """What waits for this person's signature; of sealed files, only papers that this person can open and sign."""
    found = drafts.waiting_for(staff)[:most]
    return _named(one for one in found if not one.petition.sealed or _open(one, staff))


def returned_to(staff: Staff, most: int) -> list[Waiting]:
    """What came back to this person, and is still in her hands."""
    return _named(drafts.returned_to(staff)[:most])


def _named(found: Iterable[Draft]) -> list[Waiting]:
    return [Waiting(one, PAPERS[one.paper]) for one in found]


def _open(draft: Draft, staff: Staff) -> bool:
    try:
        made = prepare(
            record=draft.petition,
            paper=draft.paper,
            seq=draft.seq,
            staff=staff,
            claim=draft.claim,
            supplied=draft.supplied,
        )
    except Unseen:
        return False
    return not obstacles(made, staff)


@staff_only()
def signed(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """发文登记: what the own organ signed, newest first.  Permission: files I may see, and of sealed ones the claims."""
    number = request.GET.get("number", "").strip()
    after = request.GET.get("after", "")
    found = list(_register(staff, number, int(after) if after.isdecimal() else None)[: PER_PAGE + 1])
    rows = found[:PER_PAGE]
    context = {
        "section": "papers",
        "tab": "signed",
        "rows": [(one, PAPERS[one.paper]) for one in seen(staff, rows)],
        "after": rows[-1].pk if len(found) > PER_PAGE else "",
        "further": bool(after),
        "number": number,
        "waits": len(waiting_for(staff, SHOWN)),
    }
    return render(request, "desk/papers/signed_list.html", context)


def issued(staff: Staff) -> QuerySet[IssuedPaper]:
    """Signed papers of files that this person may see; of sealed ones ask `seen` as well."""
    files = PetitionRecord.objects.filter(visible(staff), pk=OuterRef("petition_id"))
    return IssuedPaper.objects.filter(Exists(files)).select_related("petition", "signer", "replaced_by")


def _register(staff: Staff, number: str, after: int | None) -> QuerySet[IssuedPaper]:
    """Of the own organ, from a place on; a number, or part of one, is looked for."""
    rows = issued(staff).filter(organ__in=snapshot().files_of(staff.organ_id))
    if number:
        rows = rows.filter(number__contains=number)
    if after is not None:
        rows = rows.filter(pk__lt=after)
    return rows.order_by("-pk")


def seen(staff: Staff, rows: Iterable[IssuedPaper]) -> Iterator[IssuedPaper]:
    """Those of which every claim is seen."""
    for one in rows:
        if not one.petition.sealed or set(one.claims) <= set(Desk(one.petition, staff).seen):
            yield one
