"""基数 — the whole that shares are of: printed with them, named by their words, their list's, or one that most of them fit."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from yifa.yearbook.checking.claims import Sure
from yifa.yearbook.checking.document import Document, alike, unique
from yifa.yearbook.checking.portions import SMALLEST, Share
from yifa.yearbook.checking.roles import Role
from yifa.yearbook.checking.rounding import LEAST, Judged, judge, of_themselves
from yifa.yearbook.checking.tokens import Token
from yifa.yearbook.checking.wholes import Group

OF_ALL = re.compile(r"总|全部|全年|受理|信访量|来信来访")
GENERAL = re.compile(
    r"总|全|年|量|数|件|次|信访|来信|来访|群众|受理|收到|接到|办结|审结|办理|承办|转办|交办|登记|案|诉求|工单|举报|投诉|来电|事项|新|的"
)
"""Words for a whole that single out no part of it."""
DONE = re.compile(r"受理|收到|接到|办结|审结|办理|转办|交办|登记|检查|立案")


@dataclass(frozen=True, slots=True)
class Base:
    """基数 — the whole that shares are measured by, and how sure we are where they do not fit it."""

    token: Token
    sure: Sure


def base_of(document: Document, shares: list[Share], groups: dict[int, Group]) -> Base | None:
    """The whole these shares are of: the one their words name, their group's, or one before them that most of them fit."""
    if printed := _printed(shares[0]):
        return printed
    mine = {count.start for one in shares for count in one.counts}
    start = min([shares[0].percent.start, *mine])
    group = next((groups[one] for one in sorted(mine) if one in groups), None)
    named = _named(shares[0].base, [*_before(document, shares[0], start), *document.counts_after(start)])
    able = [
        one
        for one in _candidates(document, shares, start, [*([group.total] if group else []), *named])
        if one.start not in mine and _able(one, shares)
    ]
    counted = [one for one in shares if one.counts]
    best = max(able, key=lambda one: _score(counted, one), default=None)
    hits = sum(fits(share, best) for share in counted) if best else 0
    itself = _themselves(shares)
    if group and group.total in able and (group.holds or not (hits or itself)):
        return Base(group.total, group.sure)
    if itself and hits < len(counted):
        return itself
    enough = 2 * hits >= len(counted) or hits >= LEAST
    if best and hits and enough and (best.end <= start or hits == len(counted)):
        return Base(best, Sure.HIGH)
    meant = [one for one in named if one in able and _meant(shares[0].base, one)]
    fitting = [one for one in meant if all(nearest(share.percent, one.value)[1].near for share in shares)]
    return next((Base(one, Sure.MIDDLE) for one in [*([] if counted else fitting), *meant]), None)


def _before(document: Document, first: Share, start: int) -> list[Token]:
    """Wholes before a list of shares: of its sentence, its paragraph, the text."""
    inner = [one for one in first.sentence.before(first.percent) if one.own and one.end <= start]
    return [*inner, *document.before(first.sentence), *document.totals_before(start)]


def _candidates(document: Document, shares: list[Share], start: int, likely: list[Token]) -> list[Token]:
    """What they may be shares of, the likeliest first; shares without decimals fit many wholes by chance."""
    found = [*likely, *_before(document, shares[0], start)]
    if all(one.percent.decimals for one in shares):
        found += [*document.counts_near(start), *document.counts_after(start)]
    return unique(found)


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
    found = [[judged(one.percent, count, base) for count in one.counts] for one in shares]
    exactly = sum(any(one.ok for one in each) for each in found)
    return exactly, sum(any(one.near for one in each) for each in found)


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
    """Whether a count can be the whole of these shares at all."""
    counts = [count for one in shares for count in one.counts[:1]]
    possible = base.value > 0 and not base.vague and base.family not in {"时间", "元"}
    return possible and all(count.value <= base.value for count in counts)


def with_neighbours(listed: list[tuple[list[Share], Base | None]]) -> list[tuple[list[Share], Base]]:
    """Shares that name no whole and fit none, between shares of one whole: of that whole too."""
    bases = [base for _, base in listed]
    for place, (shares, base) in enumerate(listed):
        around = [one for one in (*bases[max(place - 1, 0) : place], *bases[place + 1 : place + 2]) if one]
        same = len(around) == 2 and around[0].token is around[1].token
        if base is None and same and not shares[0].base and all(one.counts for one in shares):
            bases[place] = Base(around[0].token, Sure.MIDDLE)
    return [(shares, base) for (shares, _), base in zip(listed, bases, strict=True) if base]


def fits(share: Share, base: Token) -> bool:
    """Whether a share is right of this whole, but for its rounding."""
    return any(judged(share.percent, count, base).near for count in share.counts)


def judged(percent: Token, count: Token, base: Token) -> Judged:
    """A printed share beside what its count and the whole come to."""
    return judge(percent, count.value, base.value, steps=(count.step, base.step))


def nearest(percent: Token, base: Decimal) -> tuple[Decimal, Judged]:
    """A share without its count: the whole number that comes nearest, and how it fits."""
    count = (base * percent.value / 100).quantize(Decimal(1))
    return count, judge(percent, count, base)
