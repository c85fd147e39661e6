"""What the page of one petition shows: claims, clocks, the acts as a timeline, papers, breaches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.utils import timezone

from yifa.law.acts import Act, Correct, Request
from yifa.law.acts.labels import LABELS
from yifa.law.clocks import clocks
from yifa.law.duties import breaches, owed
from yifa.law.notices import PAPERS
from yifa.law.organs import PETITIONER, Organs
from yifa.law.petition import Petition
from yifa.pages.chips import chip
from yifa.records.calendars import calendar
from yifa.records.models import PetitionRecord

HIDDEN = frozenset({"on", "by", "officer"})
"""Shown in the heading of each act, not among its fields."""


@dataclass(frozen=True, slots=True)
class Entry:
    """经过 — one act on the timeline."""

    number: int
    act: Act
    by: str
    details: tuple[tuple[str, str], ...]
    corrected: bool


def file_of(record: PetitionRecord, petition: Petition, seen: list[str]) -> dict[str, Any]:
    """The whole file, of which only the claims in `seen` are told."""
    today, organs, notices = timezone.localdate(), petition.organs, calendar()
    whole = len(seen) == len(petition.claims)
    found = [chip(clock, organs, today) for clock in clocks(petition, today, notices) if clock.claim in seen]
    return {
        "record": record,
        "petition": petition,
        "whole": whole,
        "section": "petitions",
        "place": organs.name(record.place),
        "claims": [(petition.claims[one], [item for item in found if item.clock.claim == one]) for one in seen],
        "owed": [
            (one, organs.name(one.by), PAPERS[one.of or one.paper].term)
            for one in owed(petition, today, notices)
            if not one.claim or one.claim in seen
        ],
        "breaches": [
            (one, organs.name(one.by))
            for one in breaches(petition, today, notices)
            if not one.claim or one.claim in seen
        ],
        "entries": list(_entries(petition, organs)) if whole else [],
        "today": today,
    }


def _entries(petition: Petition, organs: Organs) -> Iterator[Entry]:
    corrected = {act.target for act in petition.acts if isinstance(act, Correct)}
    for number, act in enumerate(petition.acts):
        by = PETITIONER if act.by == PETITIONER else organs.name(act.by)
        yield Entry(number, act, by, tuple(_details(act, organs)), number in corrected)


def _details(act: Act, organs: Organs) -> Iterator[tuple[str, str]]:
    for field in fields(act):
        value = getattr(act, field.name)
        if (
            field.name not in HIDDEN and value not in {field.default, "", None}
            if not isinstance(value, tuple)
            else value
        ):
            yield LABELS[field.name], "；".join(_said(value, organs))


def _said(value: Any, organs: Organs) -> Iterable[str]:
    if isinstance(value, tuple):
        for one in value:
            yield from _said(one, organs)
    elif isinstance(value, Request):
        yield value.text
    elif isinstance(value, Act):
        yield value.term
    elif isinstance(value, bool):
        yield "是" if value else "否"
    elif isinstance(value, date):
        yield f"{value.year}年{value.month}月{value.day}日"
    else:
        yield organs.name(str(value))
