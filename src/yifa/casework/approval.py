"""送审 — an act filled in by one person, decided by another of the same organ; done only when approved."""

from dataclasses import replace
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from yifa.casework.doing import do
from yifa.casework.judging import may_propose
from yifa.casework.models import Proposal
from yifa.law.acts import ACTS, Act, Extend
from yifa.organs.models import Staff
from yifa.organs.permissions import visible
from yifa.organs.roles import ROLES_FOR_ACT
from yifa.records import codec
from yifa.records.models import PetitionRecord


class DecidedAlreadyError(Exception):
    """Somebody else has decided it, or its author has withdrawn it; carries the row as it stands."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(f"已由{proposal.decided_by or proposal.by}处理：{proposal.state}")
        self.proposal = proposal


def submit(act: Act, record: PetitionRecord, staff: Staff, *, expected: int, reason: str = "") -> Proposal:
    """送审 — keep an act for the head to decide; the same one sent twice waits once."""
    if not may_propose(staff, type(act)):
        raise ValidationError(f"「{act.term}」不需要或者不能由{staff.name}送审")
    sent, _ = Proposal.objects.get_or_create(
        petition=record,
        organ=staff.organ_id,
        kind=type(act).__name__,
        content=codec.encode(act),
        version=codec.VERSION,
        state=Proposal.State.WAITING,
        by=staff,
        defaults={"expected": expected, "reason": reason.strip()},
    )
    return sent


def read(proposal: Proposal) -> Act:
    """The act as its author filled it in."""
    return codec.decode(proposal.kind, proposal.content, proposal.version)


def as_approved(act: Act, staff: Staff, today: date) -> Act:
    """The act as it is done when approved: dated the day of approval, and never back; of an extension, by whom."""
    approved = replace(act, on=today)
    return replace(approved, approved_by=staff.name) if isinstance(approved, Extend) else approved


def waiting_for(staff: Staff) -> QuerySet[Proposal]:
    """待我审批 — of the own organ, acts that this person's roles may do, in files this person may see; oldest first."""
    kinds = [name for name, kind in ACTS.items() if not ROLES_FOR_ACT[kind].isdisjoint(staff.roles)]
    waiting = Proposal.objects.filter(state=Proposal.State.WAITING, organ=staff.organ_id, kind__in=kinds)
    # Mostly nothing waits: then it is not asked which files this person may see.
    if not waiting.exists():
        return waiting.none()
    files = PetitionRecord.objects.filter(visible(staff))
    return waiting.exclude(by=staff).filter(petition__in=files).select_related("petition", "by")


def sent_by(staff: Staff) -> QuerySet[Proposal]:
    """我送审的 — in files still seen; what waits and what came back, newest first."""
    files = PetitionRecord.objects.filter(visible(staff))
    sent = Proposal.objects.filter(by=staff, petition__in=files).select_related("petition", "decided_by")
    return sent.order_by("-at", "-id")


@transaction.atomic
def approve(proposal: Proposal, staff: Staff, *, today: date, expected: int, answer: str = "") -> PetitionRecord:
    """批准 — the act is done, in the approver's name as user.

    Raises `DecidedAlreadyError` to the later of two who decide at once, and what `perform` raises; then it still waits.
    """
    _decide(proposal, staff, Proposal.State.APPROVED, answer)
    act = as_approved(read(proposal), staff, today)
    return do(act, proposal.petition, staff, expected=expected)


def send_back(proposal: Proposal, staff: Staff, *, answer: str) -> None:
    """退回 — with the reason, for its author to change or drop."""
    if not answer.strip():
        raise ValidationError("请写明退回的理由")
    _decide(proposal, staff, Proposal.State.RETURNED, answer)


def withdraw(proposal: Proposal, staff: Staff) -> None:
    """撤回送审 — by its author, while it waits."""
    if proposal.by_id != staff.pk:
        raise ValidationError("只有送审人可以撤回")
    _decide(proposal, staff, Proposal.State.WITHDRAWN, "")


def _decide(proposal: Proposal, staff: Staff, state: Proposal.State, answer: str) -> None:
    """One decision: the row is changed only while it waits."""
    waiting = Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.WAITING)
    now = timezone.now()
    if not waiting.update(state=state, decided_by=staff, decided_at=now, answer=answer.strip()):
        raise DecidedAlreadyError(Proposal.objects.select_related("by", "decided_by").get(pk=proposal.pk))
