"""交出 — the draft becomes a registered petition, once however often it is sent; its code is issued, its draft is gone."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from yifa.casework import interviews
from yifa.law.acts import Register, Request
from yifa.law.terms import Channel, Track
from yifa.organs.models import Role, Staff
from yifa.portal.filing.forms import ELSEWHERE
from yifa.portal.filing.sheet import Asked, Sheet, Who, lines, load
from yifa.portal.models import Draft
from yifa.portal.office import Office
from yifa.records import attachments, query_codes
from yifa.records.models import Idempotency, PetitionRecord, Reader
from yifa.records.perform import perform

SEALED_READERS = Role.SCREENER
"""Who is named to read an accusation that nobody took in by hand: those whose duty its sealed transfer is."""


@dataclass(frozen=True, slots=True)
class Filed:
    """已登记 — the petition, and its code, which is nowhere else."""

    record: PetitionRecord
    code: str


@transaction.atomic
def hand_in(key: UUID, office: Office) -> Filed | None:
    """提交 — register what the draft holds.  Sent again, it answers with the same petition; None where nothing is known.

    All of it or nothing: who sends twice waits for the first, and finds what that has done.
    Raises `NotPermitted` with every reason.
    """
    draft = Draft.objects.select_for_update().filter(pk=key).first()
    if draft is None:
        done = Idempotency.objects.select_related("petition").filter(key=_key(key)).first()
        return Filed(done.petition, query_codes.issue(done.petition)) if done else None
    sheet = load(draft.content)
    record = perform(act=register_act(sheet, timezone.localdate(), office), key=_key(key))
    attachments.bind(str(draft.pk), record, 0)
    if sheet.answers:
        interviews.keep(record, sheet.answers)
    if record.sealed:
        _name_readers(record)
    draft.delete()
    return Filed(record, query_codes.issue(record))


def register_act(sheet: Sheet, on: date, office: Office) -> Register:
    """登记 — what was written, as the act takes it.  Only an accusation is classified: to seal it; the rest a person does."""
    named, joint = sheet.who != Who.ANONYMOUS, sheet.who == Who.JOINT
    representatives = tuple(lines(sheet.representatives)) if joint else ()
    names = tuple(dict.fromkeys(one for one in (sheet.name, *representatives) if one)) if named else ()
    return Register(
        on=on,
        by=office.organ.code,
        channel=Channel.ONLINE,
        level=office.organ.level,
        requests=tuple(_request(one, sheet, office) for one in sheet.asked),
        names=names,
        contact=sheet.contact if named else "",
        address=sheet.address if named else "",
        anonymous=not named,
        people=int(sheet.people.removesuffix("人")) if joint else 1,
        representatives=representatives,
        facts=sheet.facts,
        place="" if sheet.place == ELSEWHERE else sheet.place,
        electronic=sheet.electronic == "yes",
    )


def _request(asked: Asked, sheet: Sheet, office: Office) -> Request:
    if asked.accuses:
        accused = [office.code_of(one) for one in (*lines(asked.accused), asked.workplace) if one]
        return Request(text=asked.text, track=Track.B, accused=tuple(dict.fromkeys(accused)))
    return Request(text=asked.text, about=(office.code_of(sheet.about),) if sheet.about else ())


def _name_readers(record: PetitionRecord) -> None:
    """指定阅卷人 — an accusation from the portal would else be seen by nobody; who is barred stays barred (Art. 30¶3)."""
    staff = Staff.objects.filter(organ=record.home, active=True)
    Reader.objects.bulk_create(
        Reader(petition=record, user_id=one.user_id) for one in staff if one.holds(SEALED_READERS)
    )


def _key(key: UUID) -> str:
    return f"portal:{key}"
