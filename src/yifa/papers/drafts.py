"""送签 — a paper prepared by one person, signed by another of the same organ, or sent back with the reason."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from yifa.law.paperwork import OWES
from yifa.organs.models import Role, Staff
from yifa.organs.permissions import visible
from yifa.organs.roles import ROLES_FOR_ACT, stands_aside
from yifa.papers.kinds import HANDED_OVER
from yifa.papers.models import Draft, IssuedPaper
from yifa.papers.prepare import Prepared
from yifa.records.models import PetitionRecord


def submit(prepared: Prepared, staff: Staff, supplied: Mapping[str, str], *, claim: str = "", note: str = "") -> Draft:
    """送签 — the paper as filled in; sent again while it waits, the later words hold.

    Raises `ValidationError` where it cannot be signed by anybody yet: something is missing, or this person is set aside.
    """
    paper = prepared.matter.paper
    found = [str(one) for one in prepared.filled.missing]
    if aside := stands_aside(staff, prepared.now):
        found.append(aside.reason)
    if paper.number in HANDED_OVER:
        found.append(f"{paper.term}当场交给信访人，不签发")
    if found:
        raise ValidationError(found)
    sent, _ = Draft.objects.update_or_create(
        petition=prepared.record,
        seq=prepared.matter.place,
        paper=paper.number,
        claim=claim,
        state=Draft.State.WAITING,
        defaults={
            "organ": staff.organ_id,
            "supplied": {term: value.strip() for term, value in supplied.items() if value.strip()},
            "note": note.strip(),
            "by": staff,
        },
    )
    return sent


def signs(staff: Staff) -> list[str]:
    """可签文书 — the numbers of the papers this person may sign, as far as the roles say."""
    kinds = (kind for kind in OWES if not (ROLES_FOR_ACT[kind] | {Role.HEAD}).isdisjoint(staff.roles))
    return [paper for kind in kinds for paper in OWES[kind]]


def waiting_for(staff: Staff) -> QuerySet[Draft]:
    """待我签发 — of the own organ, papers that others sent and this person may sign, in files seen; oldest first."""
    waiting = Draft.objects.filter(state=Draft.State.WAITING, organ=staff.organ_id, paper__in=signs(staff))
    # Mostly nothing waits: then it is not asked which files this person may see.
    if not waiting.exists():
        return waiting.none()
    return waiting.exclude(by=staff).filter(_seen(staff)).select_related("petition", "by")


def sent_by(staff: Staff) -> QuerySet[Draft]:
    """我送签的 — in files still seen, newest first."""
    sent = Draft.objects.filter(_seen(staff), by=staff).select_related("petition", "decided_by")
    return sent.order_by("-at", "-id")


def returned_to(staff: Staff) -> QuerySet[Draft]:
    """退回给我的 — of them, those that have neither been sent again nor signed since."""
    returned = Draft.objects.filter(by=staff, state=Draft.State.RETURNED)
    if not returned.exists():
        return returned.none()
    same = {name: OuterRef(name) for name in ("petition", "seq", "paper")}
    later = Draft.objects.filter(pk__gt=OuterRef("pk"), claim=OuterRef("claim"), **same)
    signed = IssuedPaper.objects.filter(replaced_by=None, **same)
    return sent_by(staff).filter(~Exists(later), ~Exists(signed), state=Draft.State.RETURNED)


def _seen(staff: Staff) -> Exists:
    return Exists(PetitionRecord.objects.filter(visible(staff), pk=OuterRef("petition_id")))


def send_back(draft: Draft, staff: Staff, *, answer: str) -> None:
    """退回 — with the reason, for its author to change or drop."""
    if not answer.strip():
        raise ValidationError("请写明退回的理由")
    _decide(draft, staff, Draft.State.RETURNED, answer)


def withdraw(draft: Draft, staff: Staff) -> None:
    """撤回送签 — by its author, while it waits."""
    if draft.by_id != staff.pk:
        raise ValidationError("只有送签人可以撤回")
    _decide(draft, staff, Draft.State.WITHDRAWN, "")


def _decide(draft: Draft, staff: Staff, state: Draft.State, answer: str) -> None:
    """One decision: the row is changed only while it waits."""
    waiting = Draft.objects.filter(pk=draft.pk, state=Draft.State.WAITING)
    if not waiting.update(state=state, decided_by=staff, decided_at=timezone.now(), answer=answer.strip()):
        raise ValidationError("已经有人处理了这份文书，请刷新页面再看")
