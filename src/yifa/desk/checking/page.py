"""核对结果 — the text in pieces, each marked with the finding it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from yifa.yearbook.checking import Checked, Claim, Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """一段 — some text, the number of the finding it belongs to (0: none), and whether that begins here."""

    text: str
    number: int = 0
    first: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """一处问题 — a finding with its number and the words it is about."""

    number: int
    finding: Finding
    quoted: str


@dataclass(frozen=True, slots=True)
class Held:
    """成立的一处 — a claim that holds, and the words that make it."""

    claim: Claim
    quoted: str


LONG = 60


def numbered(found: Checked) -> list[Numbered]:
    """The findings in the text's order, from 1."""
    return [Numbered(place, one, quoted(found, one)) for place, one in enumerate(found.findings, 1)]


def held(found: Checked) -> list[Held]:
    """The claims that hold."""
    return [Held(one, quoted(found, one)) for one in found.claims if one.ok]


def quoted(found: Checked, one: Claim | Finding) -> str:
    """Its words on one line, the middle of long ones left out."""
    words = " ".join(found.text[one.start : one.end].split())
    return words if len(words) <= LONG else f"{words[: LONG // 2]}……{words[-LONG // 2 :]}"


def pieces(found: Checked) -> Iterator[Piece]:
    """The whole text; where findings overlap, the narrowest is marked."""
    findings = list(enumerate(found.findings, 1))
    edges = sorted({0, len(found.text), *(one.start for _, one in findings), *(one.end for _, one in findings)})
    begun: set[int] = set()
    for start, end in pairwise(edges):
        over = [(one.end - one.start, number) for number, one in findings if one.start <= start and end <= one.end]
        number = min(over)[1] if over else 0
        yield Piece(found.text[start:end], number, bool(number) and number not in begun)
        begun.add(number)
