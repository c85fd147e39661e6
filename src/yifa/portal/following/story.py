"""经过 — what was done, newest first, as far as `telling` tells it; and the files that came from the petitioner."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.db.models import Q, QuerySet

from yifa.law.acts import Act, Attach, Correct, Register, Request, Split, Supplement
from yifa.law.acts.labels import LABELS
from yifa.law.articles import Citation
from yifa.law.organs import Organs
from yifa.law.petition import Petition
from yifa.pages.templatetags.zh import day
from yifa.portal.following.telling import TOLD
from yifa.records.models import Attachment, PetitionRecord

HANDED_IN = (Register, Attach, Supplement)
"""Acts with which the petitioner's own papers come in, whoever scanned them."""


@dataclass(frozen=True, slots=True)
class Told:
    """一步 — one act as the petitioner is told of it."""

    number: int
    on: date
    says: str
    details: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]
    basis: Citation
    corrected: bool


def story(petition: Petition) -> list[Told]:
    """经过 — newest first; what was corrected stays, marked as such."""
    return list(_told(petition))[::-1]


def _told(petition: Petition) -> Iterator[Told]:
    corrected = {act.target for act in petition.acts if isinstance(act, Correct)}
    for number, act in enumerate(petition.acts):
        about = petition.acts[act.target] if isinstance(act, Correct) else act
        if TOLD[type(about)].says is None:
            continue
        says, details = _correction(act, petition) if isinstance(act, Correct) else _said(act, petition)
        yield Told(number, act.on, says, details, _claims(about, petition), act.basis, number in corrected)


def _said(act: Act, petition: Petition) -> tuple[str, tuple[tuple[str, str], ...]]:
    telling, organs = TOLD[type(act)], petition.organs
    assert telling.says is not None
    sealed = any(claim.sealed for claim in petition.chosen(named(act)))
    fields = telling.fields if telling.full or not sealed else ()
    details = [(LABELS[name], text) for name in fields if (text := written(getattr(act, name), organs))]
    if isinstance(act, Split) and not sealed:
        details += [(f"分出的诉求{number}", one.text) for number, one in enumerate(act.requests, start=1)]
    return telling.says(act, organs.name), tuple(details)


def _correction(act: Correct, petition: Petition) -> tuple[str, tuple[tuple[str, str], ...]]:
    wrong, by = petition.acts[act.target], petition.organs.name(act.by)
    says = f"{by}更正了{day(wrong.on)}「{wrong.term}」的记录"
    if act.right is None:
        return f"{says}：这一步作废。", ()
    right, details = _said(act.right, petition)
    return f"{says}，应为：{day(act.right.on)}，{right}", details


def named(act: Act) -> tuple[str, ...] | str:
    """The claims an act names; what it registers or splits off are not claims yet."""
    found: tuple[str, ...] | str = getattr(act, "claim", "") or getattr(act, "claims", ())
    return found


def _claims(act: Act, petition: Petition) -> tuple[str, ...]:
    """Which claims an act names, where there are several to tell apart."""
    found = named(act)
    several = (found,) if isinstance(found, str) and found else tuple(found)
    return several if len(petition.claims) > 1 else ()


def written(value: Any, organs: Organs) -> str:  # noqa: PLR0911 - one branch for each kind of value
    """A field's value as a page writes it."""
    match value:
        case None | "" | ():
            return ""
        case bool():
            return "是" if value else "否"
        case date():
            return day(value)
        case tuple():
            return "；".join(written(one, organs) for one in value)
        case Request():
            return value.text
        case Citation():
            return str(value)
        case Enum():
            return str(getattr(value, "term", value))
        case _:
            return organs.name(str(value))


def handed_in(record: PetitionRecord, petition: Petition) -> QuerySet[Attachment]:
    """提交的材料 — the files the petitioner handed in: uploaded here, or scanned with a letter, a visit, an addition.

    What officers added otherwise belongs to the inquiry and stays in the file.
    """
    came = [number for number, act in enumerate(petition.acts) if isinstance(act, HANDED_IN)]
    return record.attachments.filter(Q(user=None) | Q(seq__in=came))
