"""增减 — year on year and month on month: with both numbers, with the difference, or whether any whole number fits."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from yifa.yearbook.checking.claims import Claim, Kind, Sure
from yifa.yearbook.checking.compared import Change
from yifa.yearbook.checking.document import Document
from yifa.yearbook.checking.rounding import Judged, judge, rounded, signed, slip, whole
from yifa.yearbook.checking.tokens import Token

FEW = 20
"""So many whole numbers that fit are listed; of more, only the first and last."""


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
            else f"没有一个整数合适：最接近的上期数{near}，{whole(now.value)}比它{'下降' if right < 0 else '上升'}{abs(right)}%"
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
