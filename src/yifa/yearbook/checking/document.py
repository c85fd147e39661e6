"""文稿 — a text in its sentences, and the numbers that may be the whole of something said elsewhere."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from yifa.yearbook.checking.tokens import Sentence, Token, plain, sentences

MAIN = re.compile(
    r"共|总量|总数|总件数|合计|总计|累计|全年|受理|收到|接到|接收|接待|接听|登记|办理|收件|审结|办结|检查|立案"
)
NUMBER = re.compile(
    r"(?<![\dA-Za-z第.])\d+(?:\.\d+)?(?!\d|[年月日号周时点]|\.\d|\s*[-—–~至]\s*\d)(?!\d*(?:热线|市长|环保|政务))"
)
BEFORE_NAME = re.compile(r"[ 、（]*(?:其中)?[ 、（]*")
SMALLER = re.compile(r"其中|其余|分别")
NEAREST, FIRST = 12, 3
NEARBY = 60
SMALL = 50
"""Counts up to this add up to one another by chance."""


@dataclass(frozen=True)
class Document:
    """文稿 — what every check works on."""

    text: str

    @cached_property
    def plain(self) -> str:
        """One spelling of every digit and mark, at the same places."""
        return plain(self.text)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """In order, without the lines of tables."""
        return list(sentences(self.plain))

    @cached_property
    def counts(self) -> list[Token]:
        """Every count of a thing reported, outside brackets, in order."""
        return [one for sentence in self.sentences for one in sentence.counts]

    @cached_property
    def mains(self) -> list[Token]:
        """Counts that read like the whole of something, in order."""
        return [
            one for one in self.counts if MAIN.search(one.lead) and not SMALLER.search(one.clause) and not one.vague
        ]

    @cached_property
    def _mates(self) -> dict[int, list[Token]]:
        return {one.start: sentence.mates(one) for sentence in self.sentences for one in sentence.tokens if one.own}

    def mates(self, token: Token) -> list[Token]:
        """A count and the same thing in other units."""
        return self._mates.get(token.start, [token])

    def totals_before(self, place: int) -> list[Token]:
        """What a list standing at `place` may be the parts of: the nearest wholes before it, and the first ones."""
        at = bisect_right(self.mains, place, key=_end)
        return unique([*reversed(self.mains[max(at - NEAREST, 0) : at]), *self.mains[: min(FIRST, at)]])

    def counts_after(self, place: int) -> list[Token]:
        """Large counts that are told of later."""
        at = bisect_right(self.counts, place, key=_end)
        return [one for one in self.counts[at : at + NEAREST] if one.value > SMALL]

    def counts_before(self, place: int, reach: int = NEAREST) -> list[Token]:
        """Counts of whatever kind before a place, nearest first."""
        at = bisect_right(self.counts, place, key=_end)
        return self.counts[max(at - reach, 0) : at][::-1]

    def counts_near(self, place: int) -> list[Token]:
        """The larger of them: small ones fit anything by chance."""
        large = [one for one in self.counts_before(place, NEARBY) if one.value > SMALL]
        return large[: 2 * NEAREST]

    def before(self, sentence: Sentence, reach: int = 3) -> list[Token]:
        """Counts of the sentences before one in its paragraph, nearest first."""
        return [
            token
            for one in reversed(self.sentences[max(sentence.number - reach, 0) : sentence.number])
            if one.paragraph == sentence.paragraph
            for token in reversed([token for token in one.tokens if token.own])
        ]

    def unread(self, start: int, end: int) -> bool:
        """Whether a number stands there that we could not read: what follows it is then said of something unknown."""
        known = [one for sentence in self.sentences_in(start, end) for one in sentence.tokens]
        return any(
            not any(one.start <= start + found.start() < one.end for one in known)
            for found in NUMBER.finditer(self.plain[start:end])
        )

    def sentences_in(self, start: int, end: int) -> list[Sentence]:
        """The sentences that a stretch of text touches."""
        first = bisect_right(self.sentences, start, key=lambda one: one.end)
        last = bisect_right(self.sentences, end, key=lambda one: one.start)
        return self.sentences[first:last]

    def span(self, first: Token, last: Token) -> tuple[int, int]:
        """From the words that name one number to the end of another."""
        start = first.start - len(first.clause)
        skipped = BEFORE_NAME.match(self.plain, start, first.start)
        return skipped.end() if skipped else start, last.end


def _end(token: Token) -> int:
    return token.end


def unique(tokens: list[Token]) -> list[Token]:
    """Each once, in order."""
    return list(dict.fromkeys(tokens))


def alike(one: str, other: str) -> int:
    """The length of the longest run of characters that two labels share."""
    best = 0
    for start in range(len(one)):
        while start + best < len(one) and one[start : start + best + 1] in other:
            best += 1
    return best
