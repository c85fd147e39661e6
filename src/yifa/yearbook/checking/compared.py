"""比较的读法 — which changes a text prints, of which number, against which number before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yifa.yearbook.checking.document import Document, alike
from yifa.yearbook.checking.roles import CHANGED, CHANGES, CHANGING, Role
from yifa.yearbook.checking.tokens import Sentence, Token

COMPARED = re.compile(
    r"同比|环比|与|和|较|比|相比|同期|去年|上年|上[月周季期]|分别|各|均|总体|大幅|小幅|略有|有所|略|也|又"
)
NO_COUNT = re.compile(r"率|占比|比重|比例|时长|时限|时间")
NEXT = re.compile(rf"[、和及与\s]+(?:{CHANGES})?了?")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
GROWN_TO = re.compile(r"[到至](?:(?:20\d\d|今|本)年的?)?\s*$")
ONLY_BY = re.compile(r"[，（、\s]*(?:同比|环比|约)*[^，；。]{0,8}")
NO_SUBJECT = {Role.RATE, Role.MEAN, Role.OTHER}
BY_UNIT = {"批次": {"批"}, "批数": {"批"}, "人次": {"人次"}, "人数": {"人", "人次"}, "件次": {"件"}, "件数": {"件"}}
"""What a change is said of by its unit alone, and the families of units it means."""


@dataclass(frozen=True, slots=True)
class Change:
    """增减 — a printed change, the number it is said of, and the number before where the text gives it."""

    sentence: Sentence
    percent: Token
    now: tuple[Token, ...]
    """In the units it is given in; one of them is meant."""
    before: Decimal | None


def changes(document: Document) -> list[Change]:
    """Every printed change of a number that the text names."""
    return [one for sentence in document.sentences for one in _changes(document, sentence)]


def _changes(document: Document, sentence: Sentence) -> Iterator[Change]:
    for percent in sentence.tokens:
        if percent.unit != "%" or percent.role not in CHANGING:
            continue
        now = _subject(document, sentence, percent)
        if not now or now[0].vague or document.unread(now[0].end, percent.start):
            continue
        before, exact = _prior(sentence, percent, now)
        yield Change(sentence, percent, tuple(exact or _in_series(sentence, percent, now)), before)


def _subject(document: Document, sentence: Sentence, percent: Token) -> list[Token]:
    """The number that changed, in its units: the one the words before the change name, or the last before it."""
    words = _named(percent)
    counts = sentence.said_of(percent)
    if words in BY_UNIT:
        return [mate for one in counts[:1] for mate in sentence.mates(one) if mate.family in BY_UNIT[words]][:1]
    if words:
        return _of_name(document, sentence, words, counts)
    for one in sentence.before(percent):
        if one.own and one.depth <= percent.depth:
            return sentence.mates(one)
        if one.depth <= percent.depth and (one.role in NO_SUBJECT or one.unit == "个百分点"):
            break
    return []


def _of_name(document: Document, sentence: Sentence, words: str, counts: list[Token]) -> list[Token]:
    """The count of that name, in this sentence or before it."""
    listed = [*(one for one in counts if not one.depth), *document.before(sentence)]
    if NO_COUNT.search(words) or not listed:
        return []
    best = max(listed, key=lambda one: (alike(one.label, words), len(set(one.label) & set(words)), one.start))
    if alike(best.label, words) < min(2, len(words)):
        return []
    return sentence.mates(best) if best in sentence.tokens else [best]


def _named(percent: Token) -> str:
    """What the words of its clause say has changed; nothing where they only compare."""
    clause = percent.clause
    found = CHANGED.search(clause)
    words = clause[: found.start()] if found else clause
    compared = COMPARED.search(words)
    words = words[: compared.start()] if compared else words
    return re.sub(r"[^\u4e00-\u9fff]|^(?:其中|而|且|数量|总量|受理量)", "", words)


def _in_series(sentence: Sentence, percent: Token, now: list[Token]) -> list[Token]:
    """320批1280人次，分别下降20%和上升28%; 来信20件、来访30件，分别上升5%、10%."""
    series = sentence.series(percent, NEXT)
    if len(series) < 2:
        return now
    place = series.index(percent)
    if len(now) == len(series):
        return [now[place]]
    counts = sentence.said_of(series[0])[: len(series)][::-1]
    return sentence.mates(counts[place]) if len(counts) == len(series) else now


def _prior(sentence: Sentence, percent: Token, now: list[Token]) -> tuple[Decimal | None, list[Token]]:
    """The number before, and which of the units it is given in; from its difference where only that is given."""
    between = [one for one in sentence.tokens if now[0].end <= one.start < percent.start]
    series = sentence.series(percent, NEXT)
    priors = [one for one in between if one.role is Role.PRIOR and one.unit != "%"] or _elsewhere(
        sentence, percent, now[0]
    )
    place = series.index(percent)
    for one in priors[-1:] if len(series) < 2 else priors[place : place + 1]:
        same = [token for token in now if token.family == one.family] or now[:1]
        if not one.vague and one.value:
            return one.value, same
    differences = [one for one in between if one.role is Role.DIFFERENCE and one.family == now[0].family]
    if differences and not differences[-1].vague and ONLY_BY.fullmatch(percent.lead):
        by = differences[-1].value
        return (now[0].value + by if percent.role is Role.FALL else now[0].value - by), now[:1]
    return _year_before(sentence, now[0], percent), []


def _elsewhere(sentence: Sentence, percent: Token, now: Token) -> list[Token]:
    """上升10%（去年同期453件）; 由453件上升到499件，升幅10%."""
    behind = sentence.bracketed(percent)
    if behind and behind.role is Role.PRIOR:
        return [behind]
    return [one for one in sentence.before(now)[:1] if one.role is Role.PRIOR and GROWN_TO.search(now.lead)]


def _year_before(sentence: Sentence, now: Token, percent: Token) -> Decimal | None:
    """2023年…66件，2024年…151件，同比增长."""
    year = YEAR.search(now.clause)
    if not year or "环比" in percent.clause:
        return None
    for one in sentence.before(now):
        earlier = YEAR.search(one.clause)
        if one.own and earlier and int(earlier[1]) == int(year[1]) - 1 and alike(one.label, now.label) > 1:
            return one.value or None
    return None
