"""平均 — daily means over the days a text names, and means over a count of persons or cases beside them."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from yifa.yearbook.checking.claims import Claim, Kind, Sure
from yifa.yearbook.checking.document import Document
from yifa.yearbook.checking.roles import Role
from yifa.yearbook.checking.rounding import cut, rounded, slip, whole
from yifa.yearbook.checking.tokens import Sentence, Token

DAILY = re.compile(r"日均|平均每[天日]|每[天日]平均")
MONTHLY = re.compile(r"月均|平均每月|每月平均")
PER_HEAD = re.compile(r"人均|平均每人")
RANGE = re.compile(
    r"(?:(?P<y1>20\d\d)年)?(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日\s*(?:[-—–~～－]+|至|到)\s*(?:(?P<y2>20\d\d)年)?(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日"
)
MONTH = re.compile(r"(?<![\d-])(?P<month>\d{1,2})月(?:份|[，,]|(?=全|我|共|[\u4e00-\u9fff]))")
MONTHS = re.compile(r"(?P<first>\d{1,2})\s*月?[-—–~～至到]+\s*(?P<last>\d{1,2})月")
YEAR = re.compile(r"(20\d\d)\s*年")
SPANS = {
    "第一季度": (1, 3),
    "一季度": (1, 3),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
    "上半年": (1, 6),
    "下半年": (7, 12),
    "全年": (1, 12),
}
DECEMBER = 12
FAR = 80
"""Characters between two numbers that are no longer quoted together."""
NEARLY = Fraction(1, 10)


def claims(document: Document) -> Iterator[Claim]:
    """Every mean that can be judged."""
    for sentence in document.sentences:
        for one in sentence.tokens:
            if one.role is Role.MEAN and one.unit not in {"%", "个百分点"} and not one.vague:
                yield from _of(document, sentence, one)


def _of(document: Document, sentence: Sentence, mean: Token) -> Iterator[Claim]:
    wholes = [one for one in sentence.before(mean) if one.own and not one.vague and one.value > mean.value]
    if not wholes:
        return
    total = next((one for one in wholes if one.family == mean.family), wholes[0])
    for divisor, _ in _divisors(document, sentence, mean, total):
        exact = Fraction(total.value) / divisor
        if (rounded(exact, mean.decimals) == mean.value) or _loose(exact, mean, total, divisor):
            yield _claim(document, mean, total, divisor, exact, ok=True)
            return
    sures = {divisor: sure for divisor, sure in _divisors(document, sentence, mean, total) if sure is not None}
    if len(sures) == 1:
        divisor, sure = sures.popitem()
        exact = Fraction(total.value) / divisor
        near = abs(exact - Fraction(mean.value)) <= NEARLY * exact
        if near or (len(mean.printed) > 1 and slip(mean.printed, str(rounded(exact, mean.decimals)))):
            yield _claim(document, mean, total, divisor, exact, ok=False, sure=sure or Sure.LOW)


def _loose(exact: Fraction, mean: Token, total: Token, divisor: int) -> bool:
    return (
        bool(total.step or mean.step)
        and abs(exact - Fraction(mean.value)) <= Fraction(total.step) / divisor / 2 + Fraction(mean.step) / 2
    )


def _claim(
    document: Document, mean: Token, total: Token, divisor: int, exact: Fraction, *, ok: bool, sure: Sure = Sure.HIGH
) -> Claim:
    computed = str(rounded(exact, 2))
    truncated = not ok and cut(exact, mean.decimals) == mean.value
    right = rounded(exact, mean.decimals)
    start, end = document.span(total if mean.start - total.end < FAR else mean, mean)
    return Claim(
        Kind.MEAN,
        start,
        end,
        mean.printed if not mean.step else whole(mean.value),
        computed,
        ok,
        truncated,
        cause="truncated" if truncated else f"misprint: {right}" if not ok and slip(mean.printed, str(right)) else "",
        why=f"{whole(total.value)}÷{divisor}={computed}{'' if ok else f'，应为{right}'}",
        sure=sure,
    )


def _divisors(document: Document, sentence: Sentence, mean: Token, total: Token) -> Iterator[tuple[int, Sure | None]]:
    """By what the whole may have been divided; without a confidence where it may be said only if it fits."""
    if PER_HEAD.search(mean.clause):
        for one in sentence.before(mean):
            if one.family in {"人", "人次"} and one is not total and one.own:
                yield int(one.value), Sure.MIDDLE
        return
    here = document.plain[max(sentence.start - 60, 0) : mean.start]
    if DAILY.search(mean.clause):
        yield from _days(document, here)
    elif MONTHLY.search(mean.clause):
        spans = [(int(one["first"]), int(one["last"])) for one in MONTHS.finditer(here)]
        spans += [span for words, span in SPANS.items() if words in here]
        for first, last in spans or [(1, DECEMBER)]:
            yield max(last - first + 1, 1), Sure.MIDDLE if spans else None


def _days(document: Document, here: str) -> Iterator[tuple[int, Sure | None]]:
    years = [int(one) for one in YEAR.findall(here) or YEAR.findall(document.plain)]
    year = years[-1] if YEAR.findall(here) and years else years[0] if years else 2025
    ranges = list(RANGE.finditer(here))
    if ranges and (days := _between(ranges[-1], year)):
        yield days, Sure.HIGH
        return
    if re.search(r"第\d+周|本周", here):
        yield 7, Sure.MIDDLE
        return
    for words, (first, last) in SPANS.items():
        if words in here:
            days = sum(calendar.monthrange(year, month)[1] for month in range(first, last + 1))
            yield days, Sure.MIDDLE if years else None
    for one in MONTHS.finditer(here):
        first, last = int(one["first"]), int(one["last"])
        if 1 <= first < last <= DECEMBER:
            yield sum(calendar.monthrange(year, month)[1] for month in range(first, last + 1)), None
    for one in reversed(list(MONTH.finditer(here))):
        if 1 <= int(one["month"]) <= DECEMBER:
            yield calendar.monthrange(year, int(one["month"]))[1], Sure.MIDDLE if years else None


def _between(found: re.Match[str], year: int) -> int:
    first_year = int(found["y1"] or year)
    month = int(found["m1"])
    try:
        first = date(first_year, month, int(found["d1"]))
        last_month = int(found["m2"] or month)
        last = date(int(found["y2"] or first_year + (last_month < month)), last_month, int(found["d2"]))
    except ValueError:
        return 0
    return max((last - first).days + 1, 0)
