"""上期合计 — whether the numbers of the year before, given or led back to, add up as this year's do."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from yifa.yearbook.checking.changes import fitting
from yifa.yearbook.checking.claims import Claim
from yifa.yearbook.checking.compared import Change
from yifa.yearbook.checking.document import Document
from yifa.yearbook.checking.rounding import signed
from yifa.yearbook.checking.sums import claim
from yifa.yearbook.checking.tokens import Token
from yifa.yearbook.checking.wholes import Group


def claims(document: Document, groups: list[Group], changes: list[Change]) -> Iterator[Claim]:
    """Of every whole that its parts add up to, and whose numbers of the year before are all known, the same sum then."""
    before = dict(_before(changes))
    for group in groups:
        parts = [before.get(one.token.start) for one in group.parts]
        total = before.get(group.total.start)
        if not group.holds or total is None or None in parts:
            continue
        pairs = zip(group.parts, parts, strict=True)
        earlier = tuple(
            replace(one, token=replace(one.token, value=value)) for one, value in pairs if value is not None
        )
        then = replace(group, total=replace(group.total, value=total), parts=earlier)
        if then.sum != total and not group.told:
            # Numbers that nothing calls parts may add up by chance, and then not the year before.
            continue
        found = claim(document, replace(then, holds=then.sum == total))
        yield replace(found, why=f"上期：{found.why}")


def _before(changes: list[Change]) -> Iterator[tuple[int, Decimal]]:
    """Of every number, the one before, where the text gives it or only one whole number fits."""
    for one in changes:
        if "环比" in one.percent.lead:
            continue
        if one.before is not None:
            yield one.now[0].start, one.before
        elif found := _only(one.now, one.percent):
            yield found


def _only(now: tuple[Token, ...], percent: Token) -> tuple[int, Decimal] | None:
    for one in now:
        fit = (
            fitting(one.value, percent)
            if signed(percent) > -100 and not (one.step or percent.vague or percent.bare)
            else None
        )
        if fit:
            return (one.start, Decimal(fit[0])) if fit[0] == fit[1] else None
    return None
