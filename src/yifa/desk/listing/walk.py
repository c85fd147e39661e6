"""逐段取数 — a list of petitions, a stretch at a time, from wherever it stood: never the whole, however long it is.

What a person may see is `organs.permissions.visible`; here it is walked in its pieces (`reach`), each along an index of its
own, because a database asked for all of them at once reads everything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import islice
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from yifa.desk.listing.asked import Asked
from yifa.organs.models import Staff
from yifa.organs.permissions import Reach, reach
from yifa.records.models import ClaimRow, HolderRow, PetitionRecord

Key = tuple[date, int]
"""Where a petition stands in a list: its day, and its own key among those of one day."""


@dataclass(frozen=True, slots=True)
class Mark:
    """位置 — a place in a list; `back`: what stands before it is asked for."""

    key: Key
    back: bool = False

    @classmethod
    def read(cls, text: str, *, back: bool) -> "Mark | None":
        """As an address writes it: 2025-08-04.17."""
        day, _, pk = text.rpartition(".")
        try:
            return cls((date.fromisoformat(day), int(pk)), back)
        except ValueError:
            return None


def written(key: Key) -> str:
    """The place as an address writes it."""
    return f"{key[0].isoformat()}.{key[1]}"


def walk(staff: Staff, asked: Asked, most: int, mark: Mark | None = None) -> list[Key]:
    """At most so many of the petitions asked for, from the mark on, in the order of the list."""
    descending = not asked.by_due
    towards = descending != bool(mark and mark.back)
    found = [_stretch(branch, asked, most, mark, towards) for branch in _branches(reach(staff), staff, asked)]
    in_order = merge(*found, reverse=towards)
    kept = list(islice(dict.fromkeys(in_order), most))
    return kept[::-1] if mark and mark.back else kept


def everything(staff: Staff, asked: Asked, stretch: int = 1000) -> Iterator[list[Key]]:
    """The whole list, a stretch at a time: what comes in meanwhile moves nothing."""
    mark = None
    while found := walk(staff, asked, stretch, mark):
        yield found
        if len(found) < stretch:
            return
        mark = Mark(found[-1])


@dataclass(frozen=True, slots=True)
class _Branch:
    """一支 — rows of one table, each speaking of a petition by the field named."""

    rows: QuerySet[Any]
    petition: str


def _branches(parts: Reach, staff: Staff, asked: Asked) -> Iterator[_Branch]:
    """The pieces of the scope; together they are `visible`, and what two of them have is taken once."""
    fits = asked.on_petition & parts.opened & (parts.told if asked.on_claim else Q())
    # What is asked for by name, number or seal is little: looked up by that, not among all files.
    little = bool(asked.name or asked.number or asked.sealed)
    files = PetitionRecord.objects.filter(fits, asked.has_claim("pk"))
    if asked.sealed:
        files = files.filter(readers__user_id=staff.user_id)
    for home in sorted(parts.homes):
        if asked.by_claim and not (little or asked.by_due):
            claims = ClaimRow.objects.filter(asked.on_claim, asked.days, home=home)
            yield _Branch(claims.filter(_petition(fits)), "petition_id")
        else:
            yield _Branch(files.filter(home=home), "pk")
    for hand in sorted(parts.hands):
        if little:
            yield _Branch(files.filter(holders__organ=hand), "pk")
        else:
            # Of the files kept here the petitions themselves tell.  An office often holds no other, but a planner expects
            # many: whether there is one is asked in the order of the index, or all rows are read.
            elsewhere = HolderRow.objects.filter(organ=hand).exclude(organ=F("home"))
            if elsewhere.order_by("-received", "-petition").values_list("received").first() is None:
                continue
            elsewhere = elsewhere.filter(asked.days)
            yield _Branch(elsewhere.filter(asked.has_claim("petition_id"), _petition(fits)), "petition_id")


def _petition(fits: Q) -> Q:
    """That the row's petition fits."""
    return Q(Exists(PetitionRecord.objects.filter(fits, pk=OuterRef("petition_id"))))


def _stretch(branch: _Branch, asked: Asked, most: int, mark: Mark | None, descending: bool) -> list[Key]:  # noqa: FBT001
    """One branch, from the mark on."""
    day, pk = "next_due" if asked.by_due else "received", branch.petition
    rows = branch.rows.filter(next_due__isnull=False) if asked.by_due else branch.rows
    if mark:
        last, number = mark.key
        beyond = "lt" if descending else "gt"
        # The first of the three bounds is the one an index starts from.
        rows = rows.filter(**{f"{day}__{beyond}e": last}).filter(
            Q(**{f"{day}__{beyond}": last}) | Q(**{f"{pk}__{beyond}": number})
        )
    sign = "-" if descending else ""
    keys = rows.order_by(f"{sign}{day}", f"{sign}{pk}").values_list(day, pk)
    return list((keys.distinct() if rows.model is ClaimRow else keys)[:most])
