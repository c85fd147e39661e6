"""差数 — printed differences: so many more or fewer than before, so many percentage points up or down."""

import re
from collections.abc import Iterator

from yifa.yearbook.checking.claims import Claim, Kind
from yifa.yearbook.checking.document import Document
from yifa.yearbook.checking.roles import CHANGING, Role
from yifa.yearbook.checking.rounding import slip, whole
from yifa.yearbook.checking.tokens import Sentence


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
        if one.unit != "个百分点" or one.vague:
            continue
        earlier = [token for token in sentence.before(one) if token.unit == "%"][:2]
        if len(earlier) < 2 or any(token.vague or token.role in CHANGING for token in earlier):
            continue
        last, first = earlier
        said = f"{last.clause}{document.plain[last.end : one.start]}"
        if not re.search(r"较|比|由|从|去年|上年|同期|上[月周季期]|[到至]$", f"{first.clause}{said}"):
            continue
        grown = bool(re.search(r"[到至]\s*$", last.lead))
        now, before = (last, first) if grown else (first, last)
        if not grown and not re.search(r"较|比|去年|上年|同期|上[月周季期]", last.clause):
            continue
        right = now.value - before.value if one.role is Role.RISE else before.value - now.value
        start, end = document.span(first, one)
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
