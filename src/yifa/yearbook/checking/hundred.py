"""百分之百 — shares printed without their counts, which make up the whole together."""

import re
from collections.abc import Iterator
from decimal import Decimal

from yifa.yearbook.checking.claims import Claim, Kind, Sure
from yifa.yearbook.checking.document import Document
from yifa.yearbook.checking.groups import PARTIAL, REST
from yifa.yearbook.checking.roles import Role
from yifa.yearbook.checking.rounding import make_hundred
from yifa.yearbook.checking.tokens import Sentence, Token

HUNDRED = Decimal(100)
FAR = 5


def claims(document: Document) -> Iterator[Claim]:
    """甲占a%，乙占b%，其他占c%: a hundred in all, but for rounding."""
    for sentence in document.sentences:
        shares = [one for one in sentence.tokens if one.role is Role.SHARE]
        if len(shares) > 2 and not any(one.vague for one in shares) and not _counted(sentence, shares):
            yield from _claim(document, shares)


def _counted(sentence: Sentence, shares: list[Token]) -> bool:
    """Whether counts stand among the shares: then each is judged by its own."""
    return any(shares[0].start < one.start < shares[-1].start for one in sentence.tokens if one.own)


def _claim(document: Document, shares: list[Token]) -> Iterator[Claim]:
    total = sum((one.value for one in shares), Decimal(0))
    ok = make_hundred(shares)
    words = document.plain[shares[0].start - len(shares[0].lead) : shares[-1].end]
    last = re.sub(r"占$|占比$", "", shares[-1].label)
    whole = bool(REST.match(last)) and not PARTIAL.search(words)
    if not ok and (not whole or abs(total - HUNDRED) > FAR):
        return
    start, end = document.span(shares[0], shares[-1])
    terms = "+".join(one.printed for one in shares)
    yield Claim(Kind.SUM, start, end, "100%", f"{total}%", ok, why=f"各项占比{terms}={total}%", sure=Sure.MIDDLE)
