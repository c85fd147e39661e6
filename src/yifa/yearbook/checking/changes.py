"""增减 — year on year and month on month: with both numbers, with the difference, or whether any whole number fits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from yifa.yearbook.checking.claims import Claim, Kind, Sure
from yifa.yearbook.checking.document import Document, alike
from yifa.yearbook.checking.roles import CHANGED, CHANGES, CHANGING, Role
from yifa.yearbook.checking.rounding import Judged, judge, rounded, signed, slip, whole
from yifa.yearbook.checking.tokens import Sentence, Token

COMPARED = re.compile(
    r"同比|环比|与|和|较|比|相比|同期|去年|上年|上[月周季期]|分别|各|均|总体|大幅|小幅|略有|有所|略|也|又"
)
NO_COUNT = re.compile(r"率|占比|比重|比例|时长|时限|时间")
NEXT = re.compile(rf"[、和及与\s]+(?:{CHANGES})?了?")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
FEW = 20
"""So many whole numbers that fit are listed; of more, only the first and last."""


@dataclass(frozen=True, slots=True)
class Change:
    """增减 — a printed change, the number it is said of, and the number before where the text gives it."""

    sentence: Sentence
    percent: Token
    now: tuple[Token, ...]
    before: Decimal | None


def changes(document: Document) -> list[Change]:
    """Every printed change of a number that the text names."""
    return [one for sentence in document.sentences for one in _changes(document, sentence)]


def claims(document: Document, found: list[Change]) -> Iterator[Claim]:
    """Every change that can be judged."""
    known = {
        (one.now[0].value, signed(one.percent)): one.before
        for one in found
        if one.before is not None and len(one.now) == 1
    }
    said: set[tuple[Decimal, Decimal]] = set()
    for one in found:
        before = one.before if one.before is not None else known.get((one.now[0].value, signed(one.percent)))
        claim = _two_numbers(document, one, before) if before else _feasible(document, one)
        key = one.now[0].value, signed(one.percent)
        if claim and not (before and key in said):
            said.add(key)
            yield claim


def _changes(document: Document, sentence: Sentence) -> Iterator[Change]:
    tokens = sentence.tokens
    for place, percent in enumerate(tokens):
        if percent.unit != "%" or percent.role not in CHANGING:
            continue
        now = _subject(document, sentence, place)
        if not now or now[0].vague or document.unread(now[0].end, percent.start):
            continue
        before, exact = _prior(sentence, place, now)
        if exact:
            now = exact
        yield Change(sentence, percent, tuple(now), before)


def _subject(document: Document, sentence: Sentence, place: int) -> list[Token]:
    """The number that changed: the one the words before the change name, or the last before it."""
    percent = sentence.tokens[place]
    words = _named(percent)
    if words:
        listed = [one for one in [*sentence.counts, *document.before(sentence)] if one.end <= percent.start]
        if NO_COUNT.search(words) or not listed:
            return []
        best = max(listed, key=lambda one: (alike(one.label, words), len(set(one.label) & set(words)), one.start))
        if alike(best.label, words) < min(2, len(words)):
            return []
        return sentence.mates(best) if best in sentence.tokens else [best]
    for one in sentence.before(percent):
        if one.depth > percent.depth:
            continue
        if one.own:
            return sentence.mates(one)
        if one.role in {Role.RATE, Role.MEAN, Role.OTHER} or one.unit == "个百分点":
            return []
    return []


def _named(percent: Token) -> str:
    """What the words of its clause say has changed; nothing where they only compare."""
    clause = percent.clause
    found = CHANGED.search(clause)
    words = clause[: found.start()] if found else clause
    compared = COMPARED.search(words)
    words = words[: compared.start()] if compared else words
    return re.sub(r"[^\u4e00-\u9fff]|^(?:其中|而|且|数量|总量|受理量)", "", words)


def _prior(sentence: Sentence, place: int, now: list[Token]) -> tuple[Decimal | None, list[Token]]:
    """The number before, and which of the units it is given in; from its difference where only that is given."""
    percent = sentence.tokens[place]
    between = [one for one in sentence.tokens if now[0].end <= one.start < percent.start]
    priors = [one for one in between if one.role is Role.PRIOR and one.unit != "%"] or _after(sentence, place)
    rank = _rank(sentence, place)
    for one in priors[-1:] if rank is None else priors[rank : rank + 1]:
        same = [token for token in now if token.family == one.family] or now[:1]
        if not one.vague and one.value:
            return one.value, same
    differences = [one for one in between if one.role is Role.DIFFERENCE and one.family == now[0].family]
    if (
        differences
        and not differences[-1].vague
        and re.fullmatch(r"[，（、\s]*(?:同比|环比|约)*[^，；。]{0,8}", percent.lead)
    ):
        by = differences[-1].value
        return (now[0].value + by if percent.role is Role.FALL else now[0].value - by), now[:1]
    return _year_before(sentence, now[0], percent), []


def _after(sentence: Sentence, place: int) -> list[Token]:
    """上升10%（去年同期453件）."""
    following = sentence.tokens[place + 1 : place + 2]
    return [one for one in following if one.role is Role.PRIOR and one.lead.startswith("（")]


def _rank(sentence: Sentence, place: int) -> int | None:
    """Its place in a series 分别下降了8和12; None where it stands alone."""
    tokens = sentence.tokens
    first = place
    while first and tokens[first].role in CHANGING and NEXT.fullmatch(tokens[first].lead):
        first -= 1
    following = tokens[place + 1 : place + 2]
    joined = bool(following and following[0].unit == "%" and NEXT.fullmatch(following[0].lead))
    return place - first if first != place or joined else None


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


def _two_numbers(document: Document, change: Change, before: Decimal) -> Claim | None:
    if before <= 0:
        return None
    now, percent = change.now[0], change.percent
    judged = judge(percent, now.value, before, steps=(now.step, Decimal(0)), less=1)
    right = rounded(judged.exact, percent.decimals)
    if percent.bare and not judged.near:
        return None
    start, end = document.span(now, percent)
    return Claim(
        Kind.CHANGE,
        start,
        end,
        f"{signed(percent) if percent.value else percent.printed}%",
        judged.computed,
        judged.ok,
        judged.truncated,
        cause=_cause(percent, judged, right),
        why=f"（{whole(now.value)}−{whole(before)}）÷{whole(before)}={judged.computed}{'' if judged.ok else f'，应为{right}%'}",
    )


def _cause(percent: Token, judged: Judged, right: Decimal) -> str:
    if judged.ok:
        return ""
    if judged.truncated:
        return "truncated"
    return (
        f"misprint: {abs(right)}%" if slip(percent.printed, str(abs(right))) or abs(right - signed(percent)) < 1 else ""
    )


def _feasible(document: Document, change: Change) -> Claim | None:
    """Whether any whole number before gives the printed change."""
    percent = change.percent
    stated = signed(percent)
    countable = [one for one in change.now if not one.step and one.family not in {"元", "时间"} and one.value]
    if percent.vague or percent.bare or not countable or stated <= -100:
        return None
    fits = {one: fitting(one.value, percent) for one in countable}
    now = next((one for one in countable if fits[one]), countable[0])
    first, last = fits[now] or (0, -1)
    many = last - first >= FEW
    listed = f"{first}–{last}" if many else f"[{', '.join(str(one) for one in range(first, last + 1))}]"
    near = rounded(Fraction(now.value) / (1 + Fraction(stated) / 100), 0)
    judged = judge(percent, now.value, near, less=1) if near else None
    ok = last >= first
    if not ok and (judged is None or now.value < FEW // 4):
        return None
    start, end = document.span(now, percent)
    right = rounded(judged.exact, percent.decimals) if judged else stated
    return Claim(
        Kind.FEASIBLE,
        start,
        end,
        f"{whole(now.value)} at {stated}%",
        f"whole numbers that fit: {listed}",
        ok,
        truncated=not ok and bool(judged and judged.truncated),
        cause=""
        if ok
        else "truncated"
        if judged and judged.truncated
        else f"misprint: {whole(now.value)} of {near} is {right}%",
        why=(
            f"上期应为{listed.strip('[]')}"
            if ok
            else f"没有一个整数合适：最接近的上期数{near}，{whole(now.value)}比它变化{right}%"
        ),
        sure=Sure.HIGH if percent.decimals > 1 else Sure.MIDDLE,
    )


def fitting(now: Decimal, percent: Token) -> tuple[int, int] | None:
    """The first and the last whole number that the printed change leads back to."""
    stated, half = Fraction(signed(percent)), Fraction(percent.step) / 2
    low = Fraction(now) / (1 + (stated + half) / 100)
    bottom = 1 + (stated - half) / 100
    high = Fraction(now) / bottom if bottom > 0 else low
    found = [
        one
        for one in (int(low), int(low) + 1, int(high), int(high) + 1)
        if one > 0 and judge(percent, now, Decimal(one), less=1).ok
    ]
    return (min(found), max(found)) if found else None
