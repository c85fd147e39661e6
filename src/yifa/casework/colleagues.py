"""同事之间 — internal notes, and who of an organ works on a petition."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from yifa.casework.models import Assignment, Note
from yifa.law.petition import Petition
from yifa.organs.models import Role, Staff
from yifa.organs.permissions import claims_visible, may_see
from yifa.organs.roles import stands_aside
from yifa.records.models import PetitionRecord, Reader


def notes_for(staff: Staff, record: PetitionRecord, petition: Petition, seen: list[str]) -> list[Note]:
    """Notes of the own organ; not those of a colleague who sees claims that this person does not."""
    notes = Note.objects.filter(petition=record, organ=staff.organ_id).select_related("by")
    return _within(list(notes), petition, seen)


def _within(notes: list[Note], petition: Petition, seen: list[str]) -> list[Note]:
    if len(seen) == len(petition.claims):
        return notes
    authors: dict[int, Staff] = {note.by_id: note.by for note in notes}
    open_to = {pk for pk, author in authors.items() if set(claims_visible(author, petition)) <= set(seen)}
    return [note for note in notes if note.by_id in open_to]


def add_note(staff: Staff, record: PetitionRecord, text: str) -> Note:
    """Write one."""
    if not text.strip():
        raise ValidationError("备注没有内容")
    return Note.objects.create(petition=record, organ=staff.organ_id, by=staff, text=text.strip())


def handler_of(staff: Staff, record: PetitionRecord) -> Assignment | None:
    """经办 — who of this person's organ works on the petition now."""
    held = Assignment.objects.filter(petition=record, organ=staff.organ_id, until=None)
    return held.select_related("staff", "by").first()


def may_hand_over(staff: Staff, current: Assignment | None) -> bool:
    """The head, whoever works on it now; where nobody does, anybody may take it on."""
    return staff.holds(Role.HEAD) or current is None or current.staff_id == staff.pk


def colleagues(staff: Staff, petition: Petition) -> QuerySet[Staff]:
    """Who may be given it: of the same organ, in service, neither recused nor accused; never who keeps the machine."""
    kept_away = {*petition.recused, *petition.accused}
    fellows = Staff.objects.filter(organ=staff.organ_id, active=True).exclude(name__in=kept_away)
    operators = [one.pk for one in fellows if Role.OPERATOR in one.roles]
    return fellows.exclude(pk__in=operators)


@transaction.atomic
def hand_over(staff: Staff, record: PetitionRecord, petition: Petition, to: Staff | None, why: str) -> Assignment:
    """移交 — from now on `to` works on it.  A sealed file opens for that person, unless the seal bars him.

    Raises `ValidationError` in words fit to show.
    """
    current = handler_of(staff, record)
    if to is None:
        raise ValidationError("请选择由谁经办")
    if aside := stands_aside(staff, petition):
        raise ValidationError(aside.reason)
    if not may_hand_over(staff, current):
        raise ValidationError(f"本件由{current.staff if current else ''}经办，由其本人或者负责人移交")
    if current is None and not staff.holds(Role.HEAD) and to.pk != staff.pk:
        raise ValidationError("本件还没有经办人：您可以自己承办，指定他人由负责人决定")
    if current and current.staff_id == to.pk:
        raise ValidationError(f"{to}已经是经办人")
    if current and not why.strip():
        raise ValidationError("请写明移交的事由")
    if not colleagues(staff, petition).filter(pk=to.pk).exists():
        raise ValidationError(f"不能移交给{to}：须是本机关在岗、没有回避的同事")
    _open_for(to, record)
    return _replace(current, staff, record, to, why)


def _open_for(to: Staff, record: PetitionRecord) -> None:
    if record.sealed:
        Reader.objects.get_or_create(petition=record, user_id=to.user_id)
    if not may_see(to, record):
        raise ValidationError(f"{to}不得接触本件")


def _replace(current: Assignment | None, staff: Staff, record: PetitionRecord, to: Staff, why: str) -> Assignment:
    if current:
        Assignment.objects.filter(pk=current.pk, until=None).update(until=timezone.now())
    try:
        with transaction.atomic():
            return Assignment.objects.create(
                petition=record, organ=staff.organ_id, staff=to, by=staff, why=why.strip()[:200]
            )
    except IntegrityError:
        raise ValidationError("刚刚有人移交了本件，请看过之后再办") from None
