"""谁能看什么: the one definition, for lists, details, search, prints and exports alike.

It speaks of a petition's row by the names of its fields only, because the record stands on a floor above: `home`,
`sealed`, `length`, and the rows of `holders` (organ), `readers` (user_id), `barred` (organ, person) and `acts`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Exists, Model, OuterRef, Q
from django.db.models.sql import Query

from yifa.law.acts import OrderRemedy, Supervise, TakeConferenceMeasure, TransferSealed, TransferToJustice
from yifa.law.claim import Claim
from yifa.law.petition import Petition
from yifa.organs.models import Role, Staff
from yifa.organs.snapshot import Snapshot, snapshot


def visible(staff: Staff) -> Q:
    """可见范围 — which petitions this person may see: a condition on the petition's own row.

    A file of the own organ, or one that goes through its hands; for inspectors also those of petition offices
    below. Of these a sealed one only if named for it, and never if barred (Art. 30¶3), whatever the role.
    Who keeps the machine, has no role, or has left sees none. Of a merged organ, the successor sees the files.
    """
    parts = reach(staff)
    reached = Q(home__in=parts.homes) | Q(_Has("holders", Q(organ__in=parts.hands)))
    return reached & parts.opened


@dataclass(frozen=True, slots=True)
class Reach:
    """可见范围的组成 — the same scope in pieces, for lists that walk one index after the other.

    Visible is what one of `homes` keeps, or what goes through one of `hands`; and of both only what is `opened`.
    """

    homes: frozenset[str]
    hands: frozenset[str]
    opened: Q

    @property
    def told(self) -> Q:
        """Of what is visible, that of which a list may say what it is about, or go by it.

        Of a sealed file kept elsewhere this person may see some claims only, which `claims_visible` says one by one.
        """
        return Q(sealed=False) | Q(home__in=self.homes)


def reach(staff: Staff) -> Reach:
    """What `visible` is made of."""
    if not _works_with_petitions(staff):
        return Reach(frozenset(), frozenset(), Q(pk__in=()))
    now = snapshot()
    bar = _bar(staff, now)
    barred = Q(organ__in=bar.codes) | Q(person__in=bar.names)
    own = now.files_of(staff.organ_id)
    named = Q(_Has("readers", Q(user_id=staff.user_id))) & ~Q(_Has("barred", barred))
    return Reach(own | _inspected(staff, now), own, Q(sealed=False) | named)


def awaits_seal(staff: Staff) -> Q:
    """待密封转送 — accusations this person wrote down that have not gone on yet: to be sealed, and for nothing else.

    The organ that receives an accusation may serve under the accused, and then sees nothing of it afterwards.  Who
    wrote it down learns nothing by sending it on, and if she could not, it would lie where nobody may open it: so it
    stays in her hands until that one act is done, and no longer (Arts. 22¶2, 30¶3).
    """
    if not _works_with_petitions(staff):
        return Q(pk__in=())
    written = Q(_Has("acts", Q(seq=0, user_id=staff.user_id)))
    accused = Q(_Has("barred", Q(person=staff.name)))
    waiting = Q(readers__user_id=staff.user_id, home=staff.organ_id, sealed=True, length=1)
    return waiting & written & ~accused


def may_see(staff: Staff, record: Model) -> bool:
    """能否查看 — whether this petition is among those visible."""
    petitions = type(record)._default_manager  # noqa: SLF001 - documented by Django, underscore or not
    return petitions.filter(visible(staff), pk=record.pk).exists()


def claims_visible(staff: Staff, petition: Petition) -> list[str]:
    """可见诉求 — which claims of a petition that `may_see` admits (or that are about to be sent there).

    All of them, unless an accusation is among them that does not concern this person's organ: then only what is
    in its hands. Where it is barred from one (Art. 30¶3), nothing sealed either, and so no trace of the accusation.
    """
    if not _works_with_petitions(staff):
        return []
    now = snapshot()
    bar, own = _bar(staff, now), now.files_of(staff.organ_id)
    keeps_file = petition.registrar in own | _inspected(staff, now)
    claims = petition.claims.values()
    sealed = [claim for claim in claims if claim.sealed]
    held = {claim.id for claim in claims if keeps_file or not own.isdisjoint(_hands(petition, claim))}
    if any(bar.keeps_out(claim.accused) for claim in sealed):
        held.difference_update(claim.id for claim in sealed)
    elif all(claim.id in held for claim in sealed):
        return list(petition.claims)
    return [one for one in petition.claims if one in held]


@dataclass(frozen=True)
class _Bar:
    """By which codes and names an accusation would be one against this person, its organ, or whoever stands above."""

    codes: frozenset[str]
    names: frozenset[str]

    def keeps_out(self, accused: Iterable[str]) -> bool:
        """Whether one accused is among them."""
        return not (self.codes | self.names).isdisjoint(accused)


def _bar(staff: Staff, now: Snapshot) -> _Bar:
    """Read from the directory as it is now: an organ put under the accused later is barred too.

    The organs above come in under their former names as well, and with the organs merged into them.
    """
    codes = frozenset(code for one in {staff.organ_id, *now.organs.above(staff.organ_id)} for code in now.files_of(one))
    names = {staff.name}
    for code in codes:
        names |= now.called(code)
        if organ := now.organs.get(code):
            names.update(organ.leaders)
    return _Bar(codes, frozenset(names))


def _works_with_petitions(staff: Staff) -> bool:
    return staff.active and bool(staff.roles) and Role.OPERATOR not in staff.roles


def _inspected(staff: Staff, now: Snapshot) -> frozenset[str]:
    """督查范围 — the petition offices below, to an inspector."""
    if not staff.holds(Role.INSPECTOR):
        return frozenset()
    return frozenset(office for own in now.files_of(staff.organ_id) for office in now.offices_below(own))


def _hands(petition: Petition, claim: Claim) -> Iterator[str]:
    """经手机关 — of one claim."""
    yield petition.registrar
    for dispatch in claim.dispatches:
        yield dispatch.office
    for handling in claim.handlings:
        yield handling.organ
    for _, review, final in claim.rounds:
        yield from (one.to for one in (review, final) if one)
    if isinstance(claim.referred, TransferSealed | TransferToJustice):
        yield claim.referred.to
    yield from (organ for organ, of in made_to_answer(petition) if of in {"", claim.id})


def made_to_answer(petition: Petition) -> Iterator[tuple[str, str]]:
    """被督办、被责令、被督促执行的机关 — each until it has answered, and of which claim; empty: of the whole."""
    for one in petition.asked:
        if isinstance(one.act, Supervise | OrderRemedy | TakeConferenceMeasure) and not one.answered:
            yield one.to, getattr(one.act, "claim", "")
    for claim in petition.claims.values():
        if claim.opinion and not claim.opinion.executed:
            yield from ((order.to, claim.id) for order in claim.opinion.orders if order.open)


@dataclass(frozen=True)
class _Has:
    """Whether a relation of the row has one that fits: an EXISTS, so that no petition is listed twice.

    The relation is found by its name when Django knows of which model the question is asked.
    """

    relation: str
    rows: Q

    conditional: ClassVar[bool] = True

    def resolve_expression(self, query: Query, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as Django has it
        """What Django asks of every condition."""
        assert query.model is not None
        relation: Any = query.model._meta.get_field(self.relation)  # noqa: SLF001 - documented by Django
        rows = relation.related_model.objects.filter(self.rows, **{relation.field.name: OuterRef("pk")})
        return Exists(rows).resolve_expression(query, *args, **kwargs)
