"""占比 — shares of a base: which count, of which whole, and whether the printed percentage is right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from yifa.yearbook.checking.claims import Claim, Kind, Sure
from yifa.yearbook.checking.document import Document, alike, unique
from yifa.yearbook.checking.portions import Share, lists
from yifa.yearbook.checking.roles import Role
from yifa.yearbook.checking.rounding import Judged, judge, of_themselves, rounded, slip, whole
from yifa.yearbook.checking.tokens import Token
from yifa.yearbook.checking.wholes import Group

OF_ALL = re.compile(r"总|全部|全年|受理|信访量|来信来访")
GENERAL = re.compile(
    r"总|全|年|量|数|件|次|信访|来信|来访|群众|受理|收到|接到|办结|审结|办理|承办|转办|交办|登记|案|诉求|工单|举报|投诉|来电|事项|新|的"
)
"""Words for a whole that single out no part of it."""
TOGETHER = re.compile(r"合计|合占|共占|总共|[两三四五六七八九十]类|以上")
DONE = re.compile(r"受理|收到|接到|办结|审结|办理|转办|交办|登记|检查|立案")
LARGEST, SMALLEST = 3, 2
"""How far beyond what is stated another base is looked for, and how few shares make it worth while."""


@dataclass(frozen=True, slots=True)
class Base:
    """基数 — the whole that shares are measured by, and whether we may say so where they do not fit."""

    token: Token
    sure: Sure | None


def claims(document: Document, groups: list[Group]) -> Iterator[Claim]:
    """Every share that can be judged, list by list."""
    of = {part.token.start: group for group in reversed(groups) for part in group.parts}
    listed = _with_neighbours([(shares, _base(document, shares, of)) for shares in lists(document)])
    strangers: dict[int, list[Share]] = {}
    for shares, base in listed:
        if not any(_fits(one, base.token) for one in shares):
            strangers.setdefault(base.token.start, []).extend(one for one in shares if one.counts)
    for shares, base in listed:
        other = _other_base(strangers.get(base.token.start, []), base.token, groups)
        for one in shares:
            fits = _fits(one, base.token)
            yield from _claim(document, one, base, "" if fits else other, shares)


def _with_neighbours(listed: list[tuple[list[Share], Base | None]]) -> list[tuple[list[Share], Base]]:
    """Shares that name no whole and fit none, between shares of one whole: of that whole too."""
    bases = [base for _, base in listed]
    for place, (shares, base) in enumerate(listed):
        around = [one for one in (*bases[max(place - 1, 0) : place], *bases[place + 1 : place + 2]) if one]
        same = len(around) == 2 and around[0].token is around[1].token
        if base is None and same and not shares[0].base and all(one.counts for one in shares):
            bases[place] = Base(around[0].token, Sure.MIDDLE)
    return [(shares, base) for (shares, _), base in zip(listed, bases, strict=True) if base]


def _base(document: Document, shares: list[Share], groups: dict[int, Group]) -> Base | None:
    """The whole these shares are of: the one their words name, their group's, or one before them that most of them fit."""
    if itself := _printed(shares[0]) or _themselves(shares):
        return itself
    mine = {count.start for one in shares for count in one.counts}
    group = next((groups[one] for one in sorted(mine) if one in groups), None)
    first = shares[0]
    start = min([first.percent.start, *mine])
    inner = [one for one in first.sentence.before(first.percent) if one.own and one.end <= start]
    outer = document.totals_before(start)
    named = _named(first.base, [*inner, *document.before(first.sentence), *outer, *document.counts_after(start)])
    near = document.before(first.sentence)
    candidates = [*([group.total] if group else []), *named, *inner, *near, *outer]
    if all(one.percent.decimals for one in shares):
        candidates += [*document.counts_near(start), *document.counts_after(start)]
    fitting = [
        one
        for one in unique(candidates)
        if one.start not in mine and not one.vague and one.value > 0 and _able(one, shares)
    ]
    if not fitting:
        return None
    counted = [one for one in shares if one.counts]
    best = max(fitting, key=lambda one: _score(counted, one)) if counted else fitting[0]
    hits = sum(_fits(share, best) for share in counted)
    if group and group.total in fitting and (group.holds or not hits):
        return Base(group.total, group.sure)
    if (
        counted
        and hits
        and (2 * hits >= len(counted) or hits >= LARGEST)
        and (best.end <= start or hits == len(counted))
    ):
        return Base(best, Sure.HIGH)
    meant = [one for one in named if one in fitting and _meant(first.base, one)]
    if meant:
        whole_numbers = [one for one in meant if all(_nearest(share.percent, one).near for share in shares)]
        return Base((meant if counted else whole_numbers or meant)[0], Sure.MIDDLE)
    return None


def _printed(share: Share) -> Base | None:
    """The whole that is printed with the share: 占信访总量1000件的30%."""
    return next(
        (Base(one, Sure.HIGH) for one in share.sentence.before(share.percent)[:1] if one.role is Role.WHOLE), None
    )


def _themselves(shares: list[Share]) -> Base | None:
    """The sum of their own counts, where no whole is named and they are shares of that."""
    counts = [one.counts[0] for one in shares if one.counts and not one.counts[0].vague]
    if len(counts) != len(shares) or len(counts) <= SMALLEST or shares[0].base:
        return None
    if not of_themselves([one.value for one in counts], [one.percent for one in shares]):
        return None
    total = sum((one.value for one in counts), Decimal(0))
    return Base(replace(counts[0], value=total, step=Decimal(0)), Sure.HIGH)


def _score(shares: list[Share], base: Token) -> tuple[int, int]:
    """How many shares fit a base exactly, and how many but for their rounding."""
    judged = [[_judge(one.percent, count, base) for count in one.counts] for one in shares]
    return sum(any(one.ok for one in found) for found in judged), sum(
        any(one.near for one in found) for found in judged
    )


def _named(words: str, wholes: list[Token]) -> list[Token]:
    """The wholes that these words name, the best first; 总量 and the like name the first of all."""
    if not words:
        return []
    scored = [(alike(words, one.label), -place, one) for place, one in enumerate(wholes)]
    alike_ones = [one for score, _, one in sorted(scored, key=lambda one: one[:2], reverse=True) if score >= SMALLEST]
    general = [*wholes[:1], *sorted(wholes, key=lambda one: one.start)[:1]] if "总" in words else []
    return unique([*alike_ones[:1], *general])


def _meant(words: str, base: Token) -> bool:
    """Whether the words for the whole can be no other than this one: what was done to it is the same."""
    special = GENERAL.sub("", words)
    return bool(OF_ALL.search(words)) and all(one in base.lead for one in [special, *DONE.findall(words)])


def _able(base: Token, shares: list[Share]) -> bool:
    counts = [count for one in shares for count in one.counts[:1]]
    return all(count.value <= base.value for count in counts) and base.family not in {"时间", "元"}


def _fits(share: Share, base: Token) -> bool:
    return any(_judge(share.percent, count, base).near for count in share.counts)


def _judge(percent: Token, count: Token, base: Token) -> Judged:
    return judge(percent, count.value, base.value, steps=(count.step, base.step))


def _nearest(percent: Token, base: Token) -> Judged:
    """A share without its count: of the whole number that comes nearest."""
    return judge(percent, (base.value * percent.value / 100).quantize(Decimal(1)), base.value)


def _claim(document: Document, share: Share, base: Base, other: str, shares: list[Share]) -> Iterator[Claim]:
    stated = f"{share.percent.printed}%"
    if not share.counts:
        yield from _without_count(document, share, base, shares)
        return
    if share.counts[0].vague:
        return
    judged = [(count, _judge(share.percent, count, base.token)) for count in share.counts]
    same = [one for one in judged if one[0].family == base.token.family]
    count, found = next((one for one in judged if one[1].near), (same or judged)[0])
    if not found.ok and base.sure is None:
        return
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
        sure=Sure.HIGH if found.truncated else base.sure or Sure.LOW,
    )


def _slip(percent: Token, right: Decimal) -> str:
    return f"misprint: {right}%" if slip(percent.printed, str(right)) else ""


def _without_count(document: Document, share: Share, base: Base, shares: list[Share]) -> Iterator[Claim]:
    """A share whose count is not given: whether any whole number of the base fits; of a large base, one always does."""
    if base.token.value > 100 * 10**share.percent.decimals or not share.base or base.token.step:
        return
    nearest = (base.token.value * share.percent.value / 100).quantize(Decimal(1))
    found = _nearest(share.percent, base.token)
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
        why=f"最接近的整数{nearest}÷{whole(base.token.value)}={found.computed}{'' if found.ok else '，没有一个整数合适'}",
        sure=base.sure or Sure.LOW,
    )


def _whole_base(shares: list[Share]) -> str:
    """The smallest whole that a whole number fits for every one of these shares."""
    if len(shares) <= SMALLEST:
        return ""
    for base in range(10, 1000):
        if all(
            judge(one.percent, (base * one.percent.value / 100).quantize(Decimal(1)), Decimal(base)).ok
            for one in shares
        ):
            return f"other base: all {len(shares)} fit a base of {base}"
    return ""


def _other_base(shares: list[Share], stated: Token, groups: list[Group]) -> str:
    """A base that all the shares fit, where they do not fit the stated one."""
    rough = sorted(100 * one.counts[0].value / one.percent.value for one in shares if one.percent.value)
    if len(rough) < SMALLEST:
        return ""
    middle = int(rough[len(rough) // 2])
    sums = [int(one.sum) for one in groups if one.total is stated]
    for base in [*sums, *sorted(range(max(middle - 50, 1), middle + 51), key=lambda one: abs(one - middle))]:
        if all(judge(one.percent, one.counts[0].value, Decimal(base)).near for one in shares):
            return f"other base: {base}"
    return ""
