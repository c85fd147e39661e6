"""一件的文书 — which papers the acts of one file owe, and what has become of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yifa.casework.options import meets
from yifa.desk.acting.scene import Desk
from yifa.law.acts import ACTS, Act
from yifa.law.duties import Owed, owed
from yifa.law.fold import placed, replay
from yifa.law.notices import PAPERS, Paper
from yifa.law.organs import PETITIONER
from yifa.law.paperwork import papers_of
from yifa.organs.roles import may_do, why_not
from yifa.organs.snapshot import snapshot
from yifa.papers.access import issued_visible
from yifa.papers.kinds import HANDED_OVER
from yifa.papers.matter import covered, maker
from yifa.papers.models import Draft, IssuedPaper


@dataclass(frozen=True, slots=True)
class Row:
    """一份文书 — of one act: signed, sent for signature, or still to be made."""

    seq: int
    act: Act
    paper: Paper
    by: str
    signed: tuple[IssuedPaper, ...]
    draft: Draft | None
    of_file: bool
    """Whether it stays in the file, or is the petitioner's own."""


def papers_of_file(desk: Desk) -> dict[str, Any]:
    """What the page shows: owed by law and not done yet, to be made, signed, forms of the file."""
    rows = list(_rows(desk))
    return {
        "owed": list(_owed(desk)),
        "due": [one for one in rows if not one.signed and not one.of_file],
        "signed": sorted((one for one in rows if one.signed), key=lambda one: one.signed[-1].pk, reverse=True),
        "forms": [one for one in rows if not one.signed and one.of_file],
    }


def still_to_sign(desk: Desk) -> int:
    """待签发 — how many papers this person's organ has still to send out."""
    return sum(not (one.signed or one.of_file) for one in _rows(desk))


def _rows(desk: Desk) -> Iterator[Row]:
    issued = issued_visible(desk.staff, desk.record, desk.petition)
    replaced = {one.replaces_id for one in issued}
    drafts = {(one.seq, one.paper): one for one in _waiting(desk)}
    for seq, act in placed(desk.petition.acts).items():
        for number in papers_of(act, desk.petition):
            signed = tuple(one for one in issued if (one.seq, one.paper) == (seq, number) and one.pk not in replaced)
            if signed or (number not in HANDED_OVER and _made_here(desk, seq, act, number)):
                by = maker(number, act, desk.petition)
                of_file = by == PETITIONER or not PAPERS[number].outward
                name, draft = desk.petition.organs.name(by), drafts.get((seq, number))
                yield Row(seq, act, PAPERS[number], name, signed, draft, of_file)


def _waiting(desk: Desk) -> Iterator[Draft]:
    yield from desk.record.drafts.filter(state=Draft.State.WAITING, organ=desk.staff.organ_id).select_related("by")


def _made_here(desk: Desk, seq: int, act: Act, number: str) -> bool:
    """Whether this person's organ makes it, or helps the petitioner write it; of a file seen in part, of claims seen."""
    organ = maker(number, act, desk.petition)
    ours = organ == PETITIONER or organ in snapshot().files_of(desk.staff.organ_id) or not why_not(desk.staff, act)
    return ours and (desk.whole or set(claims_of(desk, seq, act, number)) <= set(desk.seen))


def claims_of(desk: Desk, seq: int, act: Act, number: str) -> tuple[str, ...]:
    """所涉诉求 — what the paper speaks of."""
    held, organs = placed(desk.petition.acts), desk.petition.organs
    before = replay((one for place, one in held.items() if place < seq), organs)
    after = replay((one for place, one in held.items() if place <= seq), organs)
    return covered(PAPERS[number], act, before, after)


def _owed(desk: Desk) -> Iterator[tuple[Owed, str, str, str]]:
    """What the law asks for next: which paper, whose, and the act that makes it, if it is this person's to do."""
    seen = set(desk.seen) | ({""} if desk.whole else set())
    for one in owed(desk.petition, desk.today, desk.calendar, desk.readings):
        if one.claim in seen:
            yield one, PAPERS[one.of or one.paper].term, desk.petition.organs.name(one.by), _act_for(desk, one)


def _act_for(desk: Desk, one: Owed) -> str:
    """The address of the act's form after the file's own; nothing for another organ's work."""
    if one.by not in snapshot().files_of(desk.staff.organ_id):
        return ""
    name = next((name for name in meets(one) if may_do(desk.staff, ACTS[name])), "")
    return f"{name}?claim={one.claim}" + (f"&paper={one.of}" if one.of else "") if name else ""
