"""整体与部分 — which counts of a text may be the parts of which whole, read from its marks and words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, islice, pairwise

from yifa.yearbook.checking.document import MAIN, NEARBY, Document, alike, unique
from yifa.yearbook.checking.roles import Role
from yifa.yearbook.checking.tokens import Sentence, Token

MARKER = re.compile(
    r"其中|分别[为是有]?|包括|(?<=[\u4e00-\u9fff）])中(?=[，：]|[\u4e00-\u9fff]{2,12}\d)"
    r"|(?:从|按照?|以)[^，；：。]{1,14}?(?:来看|看|上看|分类|划分|区分|分|统计|角度)[，：]|：|有(?=[^，；。\d]{2,12}\d+[^，；。\d]{1,4}[、，])"
)
SPLITS = re.compile(
    r"(?:从|按照?|以)[^，；：。]{1,14}?(?:来看|看|上看|分类|划分|区分|分|统计|角度)[，：]"
    r"|(?:分类|分布|构成|来源|渠道|类型|性质)(?:情况)?(?:如下|为|是)?："
)
OPENING = re.compile(r"\s*其中")
PARTIAL = re.compile(
    r"主要|较多|突出|前[一二三四五六七八九十\d]|居[首前]|集中|等(?:问题|方面|领域|[，。；]|$)|尤其|特别是|排名|位列|第[一二三四五六七八九十]|最高|最多|热点"
)
REST = re.compile(r"^(?:其余|其它|其他|剩余|余下|另外?)")
TRAILING = re.compile(r"^[、，；）\s]*(?:以上|总计|合计|共计|总共|共)[^，；。\d]{0,6}$")
SHARES = {Role.SHARE, Role.BRACKET}
NAMED = 4
"""So many characters of a count's name in the words before a list say that the list divides it."""
LONGEST = 12
"""So many lines are taken for one list."""
EACH = re.compile(r"各[有为]?$")
NAMES = re.compile(r"[、，]|以?及|和|与")


@dataclass(frozen=True, slots=True)
class Part:
    """部分 — one part of a whole; `times` where several names have so many each (各1件)."""

    token: Token
    times: int = 1


@dataclass(frozen=True, slots=True)
class Listing:
    """列举 — counts that stand as a list, the wholes they may add up to, and what speaks for their being complete."""

    around: tuple[Token, ...]
    """All numbers of the sentences it stands in."""
    parts: tuple[Part, ...]
    inner: tuple[Token, ...]
    """Wholes in the same sentence, likeliest first."""
    outer: tuple[Token, ...]
    """Wholes before it."""
    split: bool
    """Introduced as a division of the whole (按…分, 从…看), or ended by the rest (其余)."""
    marked: bool = True
    """A word stands between the whole and its parts (其中)."""


def listings(document: Document) -> Iterator[Listing]:
    """Every list of counts that may be the parts of a whole, the fullest first."""
    for sentence in document.sentences:
        for depth in sorted({one.depth for one in sentence.tokens if one.own}):
            counts = [one for one in sentence.tokens if one.own and one.depth == depth]
            yield from _of(document, sentence, counts)
    for sentence in document.sentences:
        yield from _unmarked(document, sentence)
    yield from _lines(document)


def _of(document: Document, sentence: Sentence, counts: list[Token]) -> Iterator[Listing]:
    marks = [(sentence.start + one.start(), sentence.start + one.end()) for one in MARKER.finditer(sentence.text)]
    outer = tuple(outside(document, sentence))
    starts = [(sentence.start, sentence.start), *marks]
    if counts[0].depth:
        starts = [
            (one.start() + sentence.start, one.end() + sentence.start) for one in re.finditer("（", sentence.text)
        ]
    for start, end in starts:
        after = [one for one in counts if one.start >= end]
        inner = tuple(one for one in sentence.before(after[0]) if one.own and one.end <= start) if after else ()
        if not inner and OPENING.match(sentence.text) and counts[0].depth == 0:
            inner = tuple(document.before(sentence, 1))
        words = document.plain[start : (after[0].start if after else end)]
        further = continued(document, sentence, after) if SPLITS.search(words) and not counts[0].depth else ()
        for tokens in [*runs(after, marks, document.plain), *further]:
            parts = tuple(Part(one, each(one)) for one in tokens)
            if sum(one.times for one in parts) > 1:
                split = bool(SPLITS.search(words)) or bool(REST.match(parts[-1].token.label))
                yield Listing(sentence.tokens, parts, inner, outer, split)


def shortened(listing: Listing) -> Iterator[Listing]:
    """The list without its last part, and its last two parts: what overlaps or counts again is named beside what adds up."""
    if listing.inner and len(listing.parts) > 2:
        for parts in (listing.parts[:-1], listing.parts[-2:]):
            yield replace(listing, parts=parts)


def continued(document: Document, sentence: Sentence, after: list[Token]) -> Iterator[list[Token]]:
    """A list whose parts go on in the next sentences of its paragraph, one by one."""
    for one in document.sentences[sentence.number + 1 : sentence.number + 1 + LONGEST]:
        if one.paragraph != sentence.paragraph or MARKER.search(one.text):
            return
        after = [*after, *one.counts]
        yield after


def outside(document: Document, sentence: Sentence) -> list[Token]:
    """Wholes before a sentence: of its paragraph, of the text, other large counts nearby, and one that it names."""
    start = sentence.start
    opening = sentence.tokens[0].lead if sentence.tokens else ""
    named = [one for one in document.counts_before(start, NEARBY) if alike(one.label, opening) >= NAMED]
    return unique([*document.before(sentence), *document.totals_before(start), *document.counts_near(start), *named])


def _unmarked(document: Document, sentence: Sentence) -> Iterator[Listing]:
    """A count and those after it, and each segment by itself: true if it adds up, no fault if it does not."""
    counts = sentence.counts
    for place, first in enumerate(counts[:-2]):
        rest = counts[place + 1 :]
        for tokens in runs(rest, [], document.plain):
            if len(tokens) > 1 and (MAIN.search(first.lead) or first.segment == tokens[0].segment):
                yield Listing(
                    sentence.tokens, _parts(tokens), (first,), (), bool(REST.match(tokens[-1].label)), marked=False
                )
    outer = tuple(outside(document, sentence))
    for _, grouped in groupby(counts, key=lambda one: one.segment):
        tokens = list(grouped)
        if len(tokens) > 1:
            before = tuple(one for one in counts if one.end <= tokens[0].start)
            yield Listing(sentence.tokens, _parts(tokens), (), (*before[::-1], *outer), split=False, marked=False)


def _lines(document: Document) -> Iterator[Listing]:
    """The first counts of sentences or lines that follow one another."""
    heads = [(one, one.counts[0]) for one in document.sentences if one.counts]
    for place, (sentence, _) in enumerate(heads):
        outer = tuple(outside(document, sentence))
        for length in range(LONGEST, 2, -1):
            chosen = heads[place : place + length]
            if len(chosen) < length or chosen[-1][0].number - sentence.number > 2 * length:
                continue
            around = tuple(token for one, _ in chosen for token in one.tokens)
            yield Listing(around, _parts([token for _, token in chosen]), (), outer, split=False, marked=False)


def _parts(tokens: list[Token]) -> tuple[Part, ...]:
    return tuple(Part(one, each(one)) for one in tokens)


def runs(after: list[Token], marks: list[tuple[int, int]], text: str) -> Iterator[list[Token]]:
    """The lists that may begin here: by segment, without what is nested, up to the next mark, up to the segment's end."""
    if not after:
        return
    nested = [one for one in marks if one[0] >= after[0].end and text[one[0] : one[1]].startswith(("其中", "包括"))]
    heads = [one for place, one in enumerate(after) if not place or one.segment != after[place - 1].segment]
    outside = [
        one
        for one in after
        if not any(mark[1] <= one.start and "；" not in text[mark[1] : one.start] for mark in nested)
    ]
    upto = [one for one in after if not nested or one.end <= nested[0][0]]
    segment = [one for one in after if one.segment == after[0].segment]
    items = list(_items(after, text))
    seen: list[list[Token]] = []
    for found in (outside, heads, after, upto, segment, items):
        if found and found not in seen:
            seen.append(found)
            yield found


def _items(after: list[Token], text: str) -> Iterator[Token]:
    """Those that nothing but 、 divides."""
    yield after[0]
    for one, following in zip(after, islice(after, 1, None), strict=False):
        if re.search(r"[，；]", text[one.end : following.start]):
            return
        yield following


def each(token: Token) -> int:
    """Of how many names it is said."""
    found = EACH.search(token.clause)
    if not found:
        return 1
    words = re.split(r"；|其中", token.lead)[-1][: -len(found[0])].strip(" 、，和及")
    return len([one for one in NAMES.split(words) if one.strip()])


def siblings(document: Document, one: Token, other: Token) -> bool:
    """Whether two counts stand side by side in one list: a件、b件."""
    between = document.plain[one.end : other.start]
    return one.start >= other.start or not re.search(r"[，；：（。\n]|其中|中|分别", between)


def trailing(sentence: Sentence) -> Iterator[tuple[Token, list[Token]]]:
    """Counts that close a list as its whole: …，共100件."""
    counts = sentence.counts
    for place, one in enumerate(counts):
        if place > 1 and TRAILING.search(one.lead):
            yield one, counts[:place]


def partial(document: Document, listing: Listing) -> bool:
    """Whether the words say that not every part is named, or that parts overlap."""
    first, last = listing.parts[0].token, listing.parts[-1].token
    end = re.match(r"[^。！？\n]{0,12}", document.plain[last.end : last.end + 12])
    within = document.plain[first.start - len(first.lead) : last.end] + (end[0] if end else "")
    return bool(PARTIAL.search(within))


def shares_after(listing: Listing) -> list[Token]:
    """The shares printed after the parts, one each, or fewer."""
    places = [*(one.token.start for one in listing.parts), listing.around[-1].end]
    found = []
    for start, end in pairwise(places):
        share = next((one for one in listing.around if start < one.start < end and one.role in SHARES), None)
        if share:
            found.append(share)
    return found
