"""怎么说 — an act on record, field by field, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from yifa.law.acts import Act, Correct, Request
from yifa.law.notices import PAPERS
from yifa.law.organs import PETITIONER, Organs
from yifa.law.paths import PATHS
from yifa.law.petition import Petition
from yifa.pages.act_words import label
from yifa.pages.templatetags.zh import day

HEADED = frozenset({"on", "by", "officer"})
"""Shown in the heading of each act, not among its fields."""


@dataclass(frozen=True, slots=True)
class Entry:
    """经过 — one act on the timeline."""

    number: int
    act: Act
    by: str
    claims: str
    details: tuple[tuple[str, str], ...]
    corrected: bool


def entries(petition: Petition) -> Iterator[Entry]:
    """Every act as recorded, corrected ones marked."""
    organs = petition.organs
    corrected = {act.target for act in petition.acts if isinstance(act, Correct)}
    for number, act in enumerate(petition.acts):
        by = PETITIONER if act.by == PETITIONER else organs.name(act.by)
        named = _claims(act)
        told = tuple(details(act, organs, HEADED | {"claim", "claims"}))
        yield Entry(number, act, by, named if len(petition.claims) > 1 else "", told, number in corrected)


def _claims(act: Act) -> str:
    """Which claims an act names."""
    named = (getattr(act, "claim", ""), *getattr(act, "claims", ()))
    return "、".join(f"诉求{one}" for one in named if one)


def details(act: Act, organs: Organs, hidden: frozenset[str] = HEADED) -> Iterator[tuple[str, str]]:
    """The fields that say something, by name."""
    for field in fields(act):
        value = getattr(act, field.name)
        if field.name in hidden or value in ("", None, ()) or (value == field.default and field.name != "claim"):
            continue
        if field.name in {"target", "of"} and isinstance(value, int):
            yield label(type(act), field.name), f"第{value + 1}项"
        else:
            yield label(type(act), field.name), "；".join(_said(field.name, value, organs))


def _said(name: str, value: Any, organs: Organs) -> Iterable[str]:
    if isinstance(value, tuple):
        for one in value:
            yield from _said(name, one, organs)
    elif isinstance(value, Request):
        yield value.text
    elif isinstance(value, Act):
        yield f"{value.term}（{day(value.on)}）" + "".join(f"；{told}：{said}" for told, said in details(value, organs))
    elif isinstance(value, bool):
        yield "是" if value else "否"
    elif isinstance(value, date):
        yield day(value)
    elif name == "path" and value in PATHS:
        yield PATHS[value].name
    elif name == "paper" and value in PAPERS:
        yield PAPERS[value].term
    elif name == "track":
        yield f"{value} {value.term}"
    else:
        yield organs.name(str(value))
