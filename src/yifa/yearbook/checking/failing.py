"""不合的列举 — lists that should add up and do not: said to be complete, of one unit, and off by what a slip explains."""

import re
from collections.abc import Iterator

from yifa.yearbook.checking.claims import Sure
from yifa.yearbook.checking.document import SMALL, Document
from yifa.yearbook.checking.groups import Listing, partial, shares_after
from yifa.yearbook.checking.rounding import make_hundred, of_themselves
from yifa.yearbook.checking.wholes import HARDLY, NEARLY, Group, same_units, slips

REST = re.compile(r"未|非(?!常)|正在|在办|办理中|不[予属满合服]|其余|其他|其它|剩余")
FORMS = re.compile(
    r"来信|来访|走访|网上|来电|电话|邮件|留言|信件|上访|信箱|微信|网络|直办|直接|转办|交办|派单|前台|首次|初次|重复|个[人体]?访|集体访"
)
MANY = 5
"""A list of so many parts that nearly adds up is meant to."""
STRONG = 100
"""A difference of so much that one digit explains is no chance."""


def failing(document: Document, listing: Listing) -> Group | None:
    """The whole that a list misses, and how sure that is."""
    parts = listing.parts
    shares = shares_after(listing)
    full = len(shares) == len(parts) > 1 and make_hundred(shares)
    if any(one.token.vague for one in parts) or (partial(document, listing) and not full):
        return None
    outer = [one for one in listing.outer if one in document.mains]
    wholes = [*listing.inner, *outer] if full or not listing.inner else listing.inner
    able = [
        Group(one, parts, holds=False, sure=Sure.HIGH if full else Sure.MIDDLE)
        for one in wholes
        if not one.vague
        and same_units(one, parts)
        and one.start < parts[0].token.start
        and (listing.split or one.value >= max(part.token.value for part in parts))
    ]
    if full:
        apart = of_themselves([one.token.value for one in parts], shares)
        able = [one for one in able if not apart or one.total in listing.inner or one.missed_by(NEARLY)]
        return able[0] if able else None
    near = [one for one in able if any(_explained(listing, one))]
    return min(near, key=lambda one: abs(one.sum - one.total.value)) if near else None


def _explained(listing: Listing, group: Group) -> Iterator[bool]:
    """What speaks for a list being meant to add up to this whole."""
    labels = [one.token.label for one in group.parts]
    complete = len(labels) > 1 and (_opposed(labels) or _forms(labels) or _named_before(labels, group))
    near, hardly, slipped = group.missed_by(NEARLY), group.missed_by(HARDLY), bool(slips(group))
    inner, small = group.total in listing.inner, group.total.value <= SMALL
    if not listing.marked:
        yield complete and near and (hardly or slipped) and not small
        return
    strong = slipped and (inner or abs(group.sum - group.total.value) >= STRONG)
    yield complete and (strong or hardly or (near and (inner or listing.split)))
    yield listing.split and ((inner and (near or slipped)) or (hardly and len(labels) > 2 and not small))
    yield len(labels) >= MANY and near and (hardly or slipped) and not small
    yield len(labels) > 1 and inner and hardly


def _opposed(labels: list[str]) -> bool:
    """已办结、正在办理: what is done and the rest."""
    rest = [bool(REST.search(one)) for one in labels]
    return any(rest) and not all(rest)


def _forms(labels: list[str]) -> bool:
    """来信、来访、网上: forms that exclude one another, each once."""
    found = [FORMS.search(one) for one in labels]
    words = [one[0] for one in found if one]
    return len(words) == len(labels) == len(set(words))


def _named_before(labels: list[str], group: Group) -> bool:
    """甲信箱、乙信箱共65件，其中甲信箱22件，乙信箱43件: the words for the whole name every part."""
    return all(one and one in group.total.lead for one in labels)
