"""占比的读法 — which shares a text prints, of which counts, and the words for the whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yifa.yearbook.checking.document import Document, alike
from yifa.yearbook.checking.roles import Role
from yifa.yearbook.checking.tokens import Sentence, Token

BASE = re.compile(r"占(?P<base>[^，；。：\d]*?)的?(?:比例|比重|比|总?百分比)?(?:约|近|达|为|是|最高|超过?|高达)*\s*$")
SEVERAL = re.compile(r"(?P<many>[两二三四五六七八九])(?:者|类|项|方面)[^占]{0,4}(?:合计|共|一共|总共|合)?$")
JOINT = re.compile(r"[、和及与以\s]*")
SMALLEST = 2
"""So many characters two labels must share."""


@dataclass(frozen=True, slots=True)
class Share:
    """占比 — a printed share and the count it is said of; of none, any whole number may be meant."""

    sentence: Sentence
    percent: Token
    counts: tuple[Token, ...]
    base: str
    """The words for the whole: 占〔受理总数〕的."""
    listed: tuple[Token, ...] = ()
    """Counts right before it that it may be said of together: a件、b件、c件，占…."""


def lists(document: Document) -> Iterator[list[Share]]:
    """Shares of one sentence that speak of the same whole."""
    for sentence in document.sentences:
        found: dict[str, list[Share]] = {}
        for one in _shares(document, sentence):
            found.setdefault("" if len(one.base) < SMALLEST else one.base[-4:], []).append(one)
        yield from found.values()


def _shares(document: Document, sentence: Sentence) -> Iterator[Share]:
    for one in sentence.tokens:
        if one.role not in {Role.SHARE, Role.BRACKET}:
            continue
        chain = sentence.series(one, JOINT)
        if chain and chain[0] is not one:
            continue  # said with the first of its series
        words = _base_words(one)
        if len(chain) > 1:
            counts = sentence.said_of(one)[len(chain) - 1 :: -1]
            for at, percent in enumerate(chain):
                yield Share(
                    sentence, percent, tuple(sentence.mates(counts[at])) if len(counts) == len(chain) else (), words
                )
        else:
            listed = _named_together(document, sentence, one) or _numbered_together(sentence, one)
            counts = list(listed[:1]) or _subject(document, sentence, one)
            if counts and document.unread(counts[0].end, one.start):
                continue
            if counts or one.role is Role.SHARE:
                listed = listed or _together(document, sentence, counts)
                yield Share(sentence, one, tuple(counts), words, listed)


def _together(document: Document, sentence: Sentence, counts: list[Token]) -> tuple[Token, ...]:
    """The counts that nothing but 、 joins to one, where there are any."""
    if not counts or counts[0] not in sentence.tokens:
        return ()
    found = [counts[0]]
    for one in sentence.before(counts[0]):
        if (
            not one.own
            or one.depth != counts[0].depth
            or re.search(r"[，；：（]", document.plain[one.end : found[-1].start])
        ):
            break
        found.append(one)
    return tuple(found) if len(found) > 1 else ()


def _base_words(percent: Token) -> str:
    found = [BASE.search(part) for part in re.split(r"[，；：]", percent.lead)]
    words = next((one["base"] for one in reversed(found) if one), "")
    return re.sub(r"[^\u4e00-\u9fff]|^(?:全[县市区旗省年]|本|所|比例?)|(?:数量|比例|比重)$", "", words)


def _subject_words(sentence: Sentence, percent: Token) -> str:
    """What its clause says has this share: 〔甲类、乙类〕占…, 〔二者〕占总量1000件的…."""
    lead = "".join(one.lead for one in sentence.before(percent)[:1] if one.role is Role.WHOLE) + percent.lead
    said = next((part for part in reversed(re.split(r"[，；：]", lead)) if "占" in part), "")
    return re.sub(r"[^\u4e00-\u9fff、]|^(?:其中|而|且|均|约)", "", said.partition("占")[0]).strip("、")


def _numbered_together(sentence: Sentence, percent: Token) -> tuple[Token, ...]:
    """The counts that its clause sums up: 二者合计占…, 以上三类共占…."""
    found = SEVERAL.search(_subject_words(sentence, percent))
    many = 2 + "两三四五六七八九".index(found["many"].replace("二", "两")) if found else 0
    counts = sentence.said_of(percent)[:many]
    return tuple(counts) if len(counts) == many else ()


def _names(words: str) -> list[str]:
    return [re.sub(r"^(?:反映|涉及)", "", one) for one in re.split(r"[、和及]", words)]


def _named_together(document: Document, sentence: Sentence, percent: Token) -> tuple[Token, ...]:
    """The counts that its clause names one by one: 甲类、乙类和丙类占…; none where one of the names is unknown."""
    names = _names(_subject_words(sentence, percent))
    known = [one for one in [*sentence.said_of(percent), *document.before(sentence)] if one.label]
    found = [
        next((one for one in known if len(name) >= SMALLEST and name[:SMALLEST] in one.label), None) for name in names
    ]
    distinct = dict.fromkeys(one for one in found if one)
    return tuple(distinct) if len(distinct) == len(names) > 1 else ()


def _subject(document: Document, sentence: Sentence, percent: Token) -> list[Token]:
    """The count a share is said of: the one its own words name, or the last before it."""
    if behind := sentence.bracketed(percent):
        return [behind]
    before = sentence.said_of(percent)
    words = _subject_words(sentence, percent)
    if (
        words
        and percent.role is Role.SHARE
        and not re.fullmatch(r"[也均各共分别约合]*|[两二三四五六七八]者.*|(?:上述|以上).*|.*(?:类|件|量)?数量?", words)
    ):
        names = _names(words)
        least = min(SMALLEST, len(words)) if len(names) == 1 else max(len(one) for one in names) + 1
        named = [one for one in before or document.before(sentence) if one.label and alike(one.label, words) >= least]
        return sentence.mates(named[0]) if named and named[0] in sentence.tokens else named[:1]
    nearest = before[:1]
    if nearest and any(
        one.role is Role.SHARE and one.start > nearest[0].end and one.start < percent.start for one in sentence.tokens
    ):
        return []  # that count has its share already
    return sentence.mates(nearest[0]) if nearest else []
