"""占比的读法 — which shares a text prints, of which counts, and the words for the whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yifa.yearbook.checking.document import Document, alike
from yifa.yearbook.checking.roles import Role
from yifa.yearbook.checking.tokens import Sentence, Token

BASE = re.compile(r"占(?P<base>[^，；。：\d]*?)的?(?:比例|比重|比|总?百分比)?(?:约|近|达|为|是|最高|超过?|高达)*\s*$")
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
    tokens = sentence.tokens
    for place, one in enumerate(tokens):
        if one.role not in {Role.SHARE, Role.BRACKET}:
            continue
        chain = _chain(tokens, place)
        if chain and chain[0] is not one:
            continue  # said with the first of its series
        words = _base_words(one)
        if len(chain) > 1:
            counts = [token for token in tokens[:place] if token.own][-len(chain) :]
            for at, percent in enumerate(chain):
                yield Share(
                    sentence, percent, tuple(sentence.mates(counts[at])) if len(counts) == len(chain) else (), words
                )
        else:
            listed = _named_together(document, sentence, one)
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


def _chain(tokens: tuple[Token, ...], place: int) -> list[Token]:
    """The series of percentages that one stands in: 分别占a%、b%和c%."""

    def joins(at: int) -> bool:
        return (
            tokens[at].role is tokens[place].role
            and tokens[at].clause.strip(" 、和及与以") == ""
            and not re.search(r"[，；（]", tokens[at].lead)
        )

    first = place
    while first and joins(first):
        first -= 1
    last = place
    while last + 1 < len(tokens) and joins(last + 1):
        last += 1
    return list(tokens[first : last + 1])


def _base_words(percent: Token) -> str:
    found = [BASE.search(part) for part in re.split(r"[，；：]", percent.lead)]
    words = next((one["base"] for one in reversed(found) if one), "")
    return re.sub(r"[^\u4e00-\u9fff]|^(?:全[县市区旗省年]|本|所|比例?)|(?:数量|比例|比重)$", "", words)


def _subject_words(percent: Token) -> str:
    """What its clause says has this share: 〔甲类、乙类〕占…."""
    said = next((part for part in reversed(re.split(r"[，；：]", percent.lead)) if "占" in part), "")
    return re.sub(r"[^\u4e00-\u9fff、]|^(?:其中|而|且|均|约)", "", said.partition("占")[0])


def _names(words: str) -> list[str]:
    return [re.sub(r"^(?:反映|涉及)", "", one) for one in re.split(r"[、和及]", words)]


def _named_together(document: Document, sentence: Sentence, percent: Token) -> tuple[Token, ...]:
    """The counts that its clause names one by one: 甲类、乙类和丙类占…; none where one of the names is unknown."""
    names = _names(_subject_words(percent))
    known = [one for one in [*sentence.said_of(percent), *document.before(sentence)] if one.label]
    found = [
        next((one for one in known if len(name) >= SMALLEST and name[:SMALLEST] in one.label), None) for name in names
    ]
    distinct = dict.fromkeys(one for one in found if one)
    return tuple(distinct) if len(distinct) == len(names) > 1 else ()


def _subject(document: Document, sentence: Sentence, percent: Token) -> list[Token]:
    """The count a share is said of: the one its own words name, or the last before it."""
    before = sentence.said_of(percent)
    words = _subject_words(percent)
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
