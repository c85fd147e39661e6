"""办理 — a member of staff does an act: role and person asked first, then the one door, then what came with it is filed."""

from django.db import transaction

from yifa.law.acts import Act, TransferSealed
from yifa.law.permits import Refusal
from yifa.organs.models import Staff
from yifa.organs.roles import stands_aside, why_not
from yifa.records.attachments import bind
from yifa.records.models import Idempotency, PetitionRecord, Reader
from yifa.records.perform import NotPermitted, load, perform


def do(
    act: Act, record: PetitionRecord, staff: Staff, *, expected: int | None = None, key: str = "", draft: str = ""
) -> PetitionRecord:
    """Do `act` as this person; files kept under `draft` go into the file with it.

    Raises what `perform` raises; a role that does not fit is a refusal like any other.  A sealed matter opens
    for the person it is addressed to, if that is somebody of the organ it goes to.
    """
    _refuse_person(act, record, staff)
    with transaction.atomic():
        done = perform(act=act, number=record.number, user=staff.user, expected=expected, key=_own(key, staff, record))
        if draft:
            bind(draft, done, done.length - 1)
        if isinstance(act, TransferSealed):
            _open_for(act, done)
    return done


def done_already(key: str, record: PetitionRecord, staff: Staff) -> bool:
    """重复提交 — whether this very request has been done before: a second click does nothing more."""
    return bool(key) and Idempotency.objects.filter(key=_own(key, staff, record), petition=record).exists()


def _refuse_person(act: Act, record: PetitionRecord, staff: Staff) -> None:
    if reason := why_not(staff, act):
        raise NotPermitted([Refusal(reason, act.basis)])
    if aside := stands_aside(staff, load(record)):
        raise NotPermitted([aside])


def _own(key: str, staff: Staff, record: PetitionRecord) -> str:
    """A key is its author's and the petition's: nobody meets another's."""
    return f"{staff.pk}:{record.pk}:{key}"[:80] if key else ""


def _open_for(act: TransferSealed, record: PetitionRecord) -> None:
    """指定阅卷人 — the recipient of sealed material may read it."""
    for user in Staff.objects.filter(organ=act.to, name=act.recipient, active=True).values_list("user_id", flat=True):
        Reader.objects.get_or_create(petition=record, user_id=user)
