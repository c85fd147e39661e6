"""合计 — whether parts add up to their whole, this year and the year before."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, product

from yifa.yearbook.checking.claims import Claim, Kind, Sure
from yifa.yearbook.checking.document import SMALL, Document
from yifa.yearbook.checking.failing import failing
from yifa.yearbook.checking.groups import Listing, Part, listings, shortened, siblings, trailing
from yifa.yearbook.checking.rounding import whole
from yifa.yearbook.checking.tokens import Token
from yifa.yearbook.checking.wholes import NEARLY, Group, same_units, slips

COMBINATIONS = 64
FAR = 80
"""Characters between two numbers that are no longer quoted together."""


def groups(document: Document) -> list[Group]:
    """The wholes with their parts: first all that hold, then lists that should and do not."""
    found = Found()
    listed = list(listings(document))
    for one in [*listed, *(shorter for full in listed for shorter in shortened(full))]:
        if not found.knows(one.parts):
            found.add(_holding(document, one))
    for sentence in document.sentences:
        for total, parts in trailing(sentence):
            found.add(_trailing(total, parts))
    for one in listed:
        if not found.knows(one.parts):
            found.add(failing(document, one))
    return found.groups


class Found:
    """已找到的 — groups so far, and which numbers they account for."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._of: dict[int, set[int]] = {}

    def knows(self, parts: tuple[Part, ...]) -> bool:
        """Whether most of these parts are accounted for by one group already."""
        tokens = {one.token.start for one in parts}
        hits = Counter(group for start in tokens for group in self._of.get(start, ()))
        return bool(hits) and 2 * max(hits.values()) > len(tokens)

    def add(self, group: Group | None) -> None:
        """One more, unless it is known."""
        if group is None or self.knows(group.parts):
            return
        for start in {group.total.start, *(one.token.start for one in group.parts)}:
            self._of.setdefault(start, set()).add(len(self.groups))
        self.groups.append(group)


def _holding(document: Document, listing: Listing) -> Group | None:
    if any(one.token.vague for one in listing.parts):
        return None
    for parts in _choices(document, listing):
        value = sum((one.token.value * one.times for one in parts), Decimal(0))
        step = sum((one.token.step for one in parts), Decimal(0))
        for total in (*listing.inner, *listing.outer):
            if not value or total.vague or siblings(document, total, parts[0].token):
                continue
            for whole_ in document.mates(total):
                if abs(whole_.value - value) <= (step + whole_.step) / 2 and _plausible(listing, whole_, parts):
                    return Group(whole_, parts, holds=True, told=listing.marked or listing.split)
    return None


def _plausible(listing: Listing, total: Token, parts: tuple[Part, ...]) -> bool:
    """Small numbers add up by chance: far from each other, they need more parts or a word that divides."""
    near = (total in listing.inner and listing.marked) or listing.split
    return total.family != "时间" and (near or total.value > SMALL or len(parts) > 3)


def _choices(document: Document, listing: Listing) -> Iterator[tuple[Part, ...]]:
    """The parts, each in one of the units it is given in (批, 人次)."""
    options = [[Part(mate, one.times) for mate in document.mates(one.token)] for one in listing.parts]
    yield from islice(product(*options), COMBINATIONS)


def _trailing(total: Token, parts: list[Token]) -> Group | None:
    for place in range(len(parts) - 1):
        chosen = tuple(Part(one) for one in parts[place:])
        group = Group(total, chosen, holds=True)
        if group.sum == total.value and not any(one.token.vague for one in chosen):
            return group
    chosen = tuple(Part(one) for one in parts)
    group = Group(total, chosen, holds=False, sure=Sure.MIDDLE)
    return group if same_units(total, chosen) and group.missed_by(NEARLY) else None


def claims(document: Document, found: list[Group]) -> Iterator[Claim]:
    """Every group as a claim about its whole."""
    for group in found:
        yield claim(document, group)


def _span(document: Document, group: Group) -> tuple[int, int]:
    """The list, with its whole where that stands right before or behind it."""
    first, last = group.parts[0].token, group.parts[-1].token
    if 0 <= first.start - group.total.end < FAR:
        return document.span(group.total, last)
    return document.span(first, group.total if 0 <= group.total.start - last.end < FAR else last)


def claim(document: Document, group: Group) -> Claim:
    """One group."""
    stated, computed = whole(group.total.value), whole(group.sum)
    terms = "+".join(whole(one.token.value) + (f"×{one.times}" if one.times > 1 else "") for one in group.parts)
    start, end = _span(document, group)
    cause = ""
    if not group.holds:
        wrong = slips(group)
        cause = f"misprint: {' / '.join(wrong[:3])}" if wrong else ""
    sign = "=" if group.holds else "≠"
    return Claim(
        Kind.SUM,
        start,
        end,
        stated,
        computed,
        group.holds,
        cause=cause,
        why=f"{terms}={computed}{'' if group.holds else f'，{sign}{stated}'}",
        sure=group.sure,
    )
