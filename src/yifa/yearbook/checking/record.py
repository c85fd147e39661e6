"""与案卷核对 — the figures of a text beside those that the office's own record gives for the year."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from yifa.statistics import Result
from yifa.yearbook.checking.claims import Claim, Kind, Sure
from yifa.yearbook.checking.document import Document
from yifa.yearbook.checking.roles import CHANGING, Role
from yifa.yearbook.checking.rounding import signed, whole
from yifa.yearbook.checking.tokens import Sentence, Token

OTHERWISE = {
    "走访": "来访",
    "群众来访": "来访",
    "网上信访": "网上",
    "网上投诉": "网上",
    "群众来信": "来信",
    "排查各类矛盾隐患": "排查矛盾纠纷",
    "排查矛盾隐患": "排查矛盾纠纷",
    "化解率": "矛盾纠纷化解率",
    "受理信访代办事项": "受理代办事项",
    "解答群众法律咨询": "解答咨询",
}
"""Names that reports use for what an indicator calls otherwise."""
LONG = 6
"""So many characters of an indicator's name are enough at the end of a longer one."""
PLACE = re.compile(
    r"^(?:其中|[一二三四五六七八九十]是|全年|今年|本年|年|全[旗县区市]|我[旗县局]|[\u4e00-\u9fff]{2,8}?[旗县市区](?:[三四五]级)?|共|累计|各类)+"
)
YEAR = re.compile(r"(20\d\d)年")
NAME = re.compile(r"[\u4e00-\u9fff]+")


def claims(document: Document, results: Sequence[Result], year: int) -> Iterator[Claim]:
    """Every figure of the text that names an indicator, beside the record's; of the year before, nothing is said."""
    named = _named(results)
    for sentence in document.sentences:
        last: Result | None = None
        for token in sentence.tokens:
            if token.role in CHANGING:
                if last is not None and "环比" not in token.clause:
                    yield from _change(document, token, last, year)
            elif (token.own or token.role is Role.RATE) and str(year) in (*YEAR.findall(token.lead), str(year))[:1]:
                known = [next((named[one] for one in names if one in named), None) for names in _names(token)]
                found = [one for one in known if one and _same_unit(token, one)]
                last = found[0] if token.own and found else None
                for result in found:
                    yield from _figure(document, sentence, token, result, year)


def _named(results: Sequence[Result]) -> dict[str, Result]:
    """Results by the words a report has for them; a name that means two figures is left out."""
    known: dict[str, Result] = {}
    twice: set[str] = set()
    for one in results:
        words = one.term.rpartition("：")[2] if one.term.startswith("信访总量：") else one.term
        if words in known:
            twice.add(words)
        known[words] = one
    return {words: one for words, one in known.items() if words not in twice}


def _names(token: Token) -> Iterator[list[str]]:
    """What a number is said to be, of 甲率、乙率均为100% each: the whole name, or a long end of it."""
    words = re.sub(r"(?:均|分别|都|共|已|总)*(?:为|达到?|是|有|约)?\s*$", "", token.clause)
    for part in re.split(r"[、和及]", words) if token.role is Role.RATE else [words]:
        found = NAME.findall(part)
        name = PLACE.sub("", found[-1]) if found else ""
        shorter = [name[start:] for start in range(1, len(name) - LONG + 1)]
        yield [OTHERWISE.get(one, one) for one in [name, *([] if token.role is Role.RATE else shorter)]]


def _same_unit(token: Token, result: Result) -> bool:
    if result.unit == "%":
        return token.unit == "%"
    families = {"件次": "件", "件": "件", "次": "件", "批次": "批", "人次": "人次", "人": "人", "份": "件", "个": "件"}
    return token.unit != "%" and families.get(result.unit) == token.family


def _figure(document: Document, sentence: Sentence, token: Token, result: Result, year: int) -> Iterator[Claim]:
    if result.value is None:
        return
    value = Decimal(result.value)
    stated = f"{token.printed}%" if token.unit == "%" else whole(token.value)
    computed = f"{value}%" if token.unit == "%" else whole(value)
    at_least = token.vague and 0 <= value - token.value < max(token.value / 2, Decimal(10))
    same = value == token.value or at_least or (token.unit == "%" and round(value, token.decimals) == token.value)
    start, end = document.span(token, token)
    fraction = f"（{result.n}／{result.d}）" if result.d is not None else ""
    yield Claim(
        Kind.RATE if token.unit == "%" else Kind.SUM,
        max(start, sentence.start),
        end,
        stated,
        computed,
        same,
        why=f"本单位案卷{year}年「{result.term}」为{computed}{fraction}",
        sure=Sure.MIDDLE,
    )


def _change(document: Document, token: Token, result: Result, year: int) -> Iterator[Claim]:
    if result.change is None or result.change_unit != "%" or token.unit != "%":
        return
    stated = signed(token)
    start, end = document.span(token, token)
    yield Claim(
        Kind.CHANGE,
        start,
        end,
        f"{stated}%",
        f"{result.change}%",
        round(result.change, token.decimals) == stated,
        why=f"本单位案卷{year}年「{result.term}」同比{result.change:+}%",
        sure=Sure.MIDDLE,
    )
