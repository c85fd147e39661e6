"""核对 — every check over one text."""

import re
from collections.abc import Callable, Iterable

from yifa.yearbook.checking import (
    changes,
    compared,
    dates,
    differences,
    hundred,
    means,
    parts,
    rates,
    residue,
    shares,
    sums,
    tables,
    years,
)
from yifa.yearbook.checking.claims import Checked, Claim, Finding, Kind
from yifa.yearbook.checking.document import Document

Against = Callable[[Document], Iterable[Claim]]
"""One more check, of what is known beside the text."""


def check(text: str, against: Against | None = None) -> Checked:
    """Every claim of a text that can be judged, and everything found wrong with it, in the text's order."""
    document = Document(text)
    groups = sums.groups(document)
    changed = compared.changes(document)
    claims = [
        *sums.claims(document, groups),
        *hundred.claims(document),
        *shares.claims(document, groups),
        *rates.claims(document),
        *changes.claims(document, changed),
        *differences.claims(document),
        *years.claims(document, groups, changed),
        *means.claims(document),
        *tables.claims(document),
        *dates.claims(document),
        *(against(document) if against else ()),
    ]
    findings = [
        *(failed(one) for one in claims if not one.ok),
        *dates.findings(document),
        *parts.findings(document),
        *residue.findings(document),
    ]
    return Checked(text, sorted(claims, key=_place), sorted(findings, key=_place))


def _place(one: Claim | Finding) -> tuple[int, int]:
    return one.start, one.end


def failed(claim: Claim) -> Finding:
    """A claim that does not hold, as a finding: what is written, the arithmetic, the likely cause."""
    cause = in_words(claim.cause)
    message = f"写的是{said(claim)}；{claim.why}。" + (f"可能原因：{cause}。" if cause else "")
    return Finding(claim.kind, claim.start, claim.end, message, claim.sure)


def said(claim: Claim) -> str:
    """What a claim states, in words: “329 at -15.21%” is 329 and a fall."""
    count, at, percent = claim.stated.rpartition(" at ")
    if claim.kind in {Kind.CHANGE, Kind.FEASIBLE} and percent.endswith("%"):
        percent = f"{'下降' if percent.startswith('-') else '上升'}{percent.lstrip('-')}"
    return f"{count}，{percent}" if at else percent


def in_words(cause: str) -> str:
    """A likely cause in Chinese."""
    kind, _, rest = cause.partition(": ")
    number = re.search(r"\d+$", rest)
    if kind == "truncated":
        return "截去了末位，没有四舍五入"
    if kind == "other base" and number:
        return f"用了另一个基数，按{number[0]}计算正好"
    if kind == "misprint" and " of " in rest:
        return "笔误"
    return f"笔误，应为{rest.replace(' / ', '或者')}" if kind == "misprint" else ""
