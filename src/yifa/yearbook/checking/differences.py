"""差数 — printed differences: so many more or fewer than before, so many percentage points up or down."""

import re
from collections.abc import Iterator

from yifa.yearbook.checking.claims import Claim, Kind
from yifa.yearbook.checking.document import Document
from yifa.yearbook.checking.roles import CHANGING, Role
from yifa.yearbook.checking.rounding import slip, whole
from yifa.yearbook.checking.tokens import Sentence, Token

EARLIER = re.compile(r"去年|上年|同期|上[月周季期]")
COMPARED_WITH = re.compile(rf"较|比|{EARLIER.pattern}")
COMPARED = re.compile(rf"由|从|{COMPARED_WITH.pattern}|[到至]$")
GROWN_TO = re.compile(r"[到至]\s*$")


def claims(document: Document) -> Iterator[Claim]:
    """Every difference whose two numbers the text gives."""
    for sentence in document.sentences:
        yield from _counts(document, sentence)
        yield from _points(document, sentence)


def _counts(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """较去年同期453件增加46件."""
    for place, one in enumerate(sentence.tokens):
        earlier = sentence.tokens[place - 1] if place else None
        if (
            one.role is not Role.DIFFERENCE
            or earlier is None
            or earlier.role is not Role.PRIOR
            or one.vague
            or earlier.vague
        ):
            continue
        now = next(iter(sentence.said_of(earlier)), None)
        if now is None or {now.family, earlier.family} != {one.family} or now.step or now.vague:
            continue
        falls = Role.FALL if re.search("减|降|少", one.clause) else Role.RISE
        right = earlier.value - now.value if falls is Role.FALL else now.value - earlier.value
        start, end = document.span(now, one)
        yield Claim(
            Kind.CHANGE,
            start,
            end,
            whole(one.value),
            whole(right),
            right == one.value,
            cause=f"misprint: {whole(right)}" if right != one.value and slip(whole(one.value), whole(right)) else "",
            why=f"{whole(now.value)}与{whole(earlier.value)}相差{whole(right)}",
        )


def _points(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """满意率98.5%，较上月96.2%提高2.3个百分点."""
    for one in sentence.tokens:
        pair = _percentages(document, sentence, one) if one.unit == "个百分点" and not one.vague else None
        if pair is None:
            continue
        before, now = pair
        right = now.value - before.value if one.role is Role.RISE else before.value - now.value
        start, end = document.span(min(pair, key=lambda token: token.start), one)
        yield Claim(
            Kind.CHANGE,
            start,
            end,
            f"{one.printed}个百分点",
            f"{right}个百分点",
            right == one.value,
            cause=f"misprint: {right}" if slip(one.printed, str(right)) else "",
            why=f"{now.printed}%与{before.printed}%相差{right}个百分点",
        )


def _percentages(document: Document, sentence: Sentence, points: Token) -> tuple[Token, Token] | None:
    """The percentages before and now that so many points lie between, where the words say which is which."""
    near = [one for one in sentence.before(points) if one.unit == "%"][:2]
    behind = sentence.bracketed(points)
    if behind and behind.unit == "%" and near and EARLIER.search(behind.clause):
        return behind, near[0]
    if len(near) < 2 or any(one.vague or one.role in CHANGING for one in near):
        return None
    last, first = near
    if GROWN_TO.search(last.lead):
        from_there = f"{first.clause}{last.clause}{document.plain[last.end : points.start]}"
        return (first, last) if COMPARED.search(from_there) else None
    return (last, first) if COMPARED_WITH.search(last.clause) else None
