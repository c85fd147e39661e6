"""占比 — shares of a base, each computed from its count, and whether the printed percentage is right."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from yifa.yearbook.checking.bases import Base, base_of, fits, judged, nearest, with_neighbours
from yifa.yearbook.checking.claims import Claim, Kind, Sure
from yifa.yearbook.checking.document import Document
from yifa.yearbook.checking.portions import SMALLEST, Share, lists
from yifa.yearbook.checking.rounding import judge, rounded, slip, whole
from yifa.yearbook.checking.tokens import Token
from yifa.yearbook.checking.wholes import Group

TOGETHER = re.compile(r"合计|合占|共占|总共|[两三四五六七八九十]类|以上")
REACH = 50
"""How far beyond what is stated another base is looked for."""


def claims(document: Document, groups: list[Group]) -> Iterator[Claim]:
    """Every share that can be judged, list by list."""
    of = {part.token.start: group for group in reversed(groups) for part in group.parts}
    listed = with_neighbours([(shares, base_of(document, shares, of)) for shares in lists(document)])
    strangers: dict[int, list[Share]] = {}
    for shares, base in listed:
        if not any(fits(one, base.token) for one in shares):
            strangers.setdefault(base.token.start, []).extend(one for one in shares if one.counts)
    for shares, base in listed:
        other = _other_base(strangers.get(base.token.start, []), base.token, groups)
        for one in shares:
            yield from _claim(document, one, base, "" if fits(one, base.token) else other, shares)


def _claim(document: Document, share: Share, base: Base, other: str, shares: list[Share]) -> Iterator[Claim]:
    stated = f"{share.percent.printed}%"
    if not share.counts:
        yield from _without_count(document, share, base, shares)
        return
    if share.counts[0].vague:
        return
    each = [(count, judged(share.percent, count, base.token)) for count in share.counts]
    same = [one for one in each if one[0].family == base.token.family]
    count, found = next((one for one in each if one[1].near), (same or each)[0])
    if not (same or found.near or base.token.family == "混合"):
        return
    said, value = whole(count.value), count
    if share.listed and not found.near:
        together = sum((one.value for one in share.listed), Decimal(0))
        if together > base.token.value:
            return
        found = judge(share.percent, together, base.token.value)
        off = abs(found.exact - Fraction(share.percent.value))
        if not found.near and off > 1 and not TOGETHER.search(share.percent.lead):
            return  # of the last of them, or of all?
        said, value = "+".join(whole(one.value) for one in reversed(share.listed)), share.listed[-1]
        said = f"（{said}）"
    start, end = document.span(value, share.percent)
    right = rounded(found.exact, share.percent.decimals)
    yield Claim(
        Kind.SHARE,
        start,
        end,
        stated,
        found.computed,
        found.ok,
        found.truncated,
        cause="" if found.ok else "truncated" if found.truncated else other or _slip(share.percent, right),
        why=f"{said}÷{whole(base.token.value)}={found.computed}{'' if found.ok else f'，应为{right}%'}",
        sure=Sure.HIGH if found.truncated else base.sure,
    )


def _slip(percent: Token, right: Decimal) -> str:
    return f"misprint: {right}%" if slip(percent.printed, str(right)) else ""


def _without_count(document: Document, share: Share, base: Base, shares: list[Share]) -> Iterator[Claim]:
    """A share whose count is not given: whether any whole number of the base fits; of a large base, one always does."""
    if base.token.value > 100 * 10**share.percent.decimals or not share.base or base.token.step:
        return
    count, found = nearest(share.percent, base.token.value)
    start, end = document.span(share.percent, share.percent)
    yield Claim(
        Kind.SHARE,
        start,
        end,
        f"{share.percent.printed}%",
        found.computed,
        found.ok,
        found.truncated,
        cause=""
        if found.ok
        else _whole_base([one for one in shares if not one.counts]) or ("truncated" if found.truncated else ""),
        why=f"最接近的整数{count}÷{whole(base.token.value)}={found.computed}{'' if found.ok else '，没有一个整数合适'}",
        sure=base.sure,
    )


def _whole_base(shares: list[Share]) -> str:
    """The smallest whole that a whole number fits for every one of these shares."""
    if len(shares) <= SMALLEST:
        return ""
    for base in range(10, 1000):
        if all(nearest(one.percent, Decimal(base))[1].ok for one in shares):
            return f"other base: all {len(shares)} fit a base of {base}"
    return ""


def _other_base(shares: list[Share], stated: Token, groups: list[Group]) -> str:
    """A base that all the shares fit, where they do not fit the stated one."""
    rough = sorted(100 * one.counts[0].value / one.percent.value for one in shares if one.percent.value)
    if len(rough) < SMALLEST:
        return ""
    middle = int(rough[len(rough) // 2])
    sums = [int(one.sum) for one in groups if one.total is stated]
    for base in [*sums, *sorted(range(max(middle - REACH, 1), middle + REACH + 1), key=lambda one: abs(one - middle))]:
        if all(judge(one.percent, one.counts[0].value, Decimal(base)).near for one in shares):
            return f"other base: {base}"
    return ""
