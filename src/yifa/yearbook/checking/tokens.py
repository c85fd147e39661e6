"""数字 — the numbers of a text, each with unit, printed decimals and the words before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from yifa.yearbook.checking.roles import CHANGES, Role, role_of
from yifa.yearbook.checking.units import FAMILIES, SCALES, UNIT

PUNCTUATION = str.maketrans(
    "０１２３４５６７８９％，,:;()．－−＋！？　\u00a0\r*", "0123456789%，，：；（）.--+！？    "
)
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")

AMOUNT = re.compile(
    r"(?<![\dA-Za-z.第])(?P<sign>[-+])?(?P<number>(?:\d{1,3}(?: \d{3})+|\d+(?:,\d{3})*)(?:\.\d+)?)\s*"
    r"(?:(?P<points>个百分点)|(?P<percent>%)|"
    rf"(?P<about>[余多])?(?P<scale>万|亿)?(?P<more>[余多])?\s*(?P<unit>{UNIT})(?!月|工作日|半月|代表大会))"
    r"|百分之(?P<words>\d+(?:\.\d+)?)"
)
BARE = re.compile(
    r"(?:(?<=占)|(?<=的)|(?<=率)|(?<=为)|(?<=达)|(?<=了)|(?<=降)|(?<=升)|(?<=长)|(?<=[和、]))"
    r"(?P<number>\d{1,3}(?:\.\d+)?)(?P<over>以上)?(?=[。；，、和]|$)"
)
UNITLESS = re.compile(
    r"(?:(?<=案件)|(?<=申请)|(?<=诉求)|(?<=举报)|(?<=来信)|(?<=留言)|(?<=[\u4e00-\u9fff](?=\d+，占)))"
    r"(?P<count>\d{1,7})(?=[，；。、]|中[，\u4e00-\u9fff])"
)
BARE_LEAD = re.compile(rf"(?:占[^，；。]*|率[为达约]*|(?:{CHANGES})[了约]?)$")
VAGUE = re.compile(r"(?:约|近|超过?|逾|不足|突破|将近|高达近|上百|达到近)\s*$")
JOINED = re.compile(r"[、，和及与/\s]*(?:以及)?")
MATE = re.compile(r"[（、，/\s]*(?:共计?|计|涉及)?")


@dataclass(frozen=True, kw_only=True, eq=False)
class Token:
    """数 — a count with its unit, a percentage, or a number of percentage points."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    """One unit of its last printed place; 0 of a plain whole number, which is exact."""
    printed: str
    unit: str
    vague: bool
    """Said to be no exact number: 余, 多, 近, 约 …"""
    bare: bool = False
    """A percentage whose sign is missing."""
    lead: str
    """The words since the number before it in the sentence."""
    role: Role
    mate: bool = False
    """The same thing in a second unit: 55批904人次."""
    segment: int
    depth: int
    """Inside how many brackets."""

    @cached_property
    def family(self) -> str:
        """Units that may be added to one another."""
        return FAMILIES.get(self.unit, self.unit)

    @cached_property
    def clause(self) -> str:
        """The words before it since the last comma."""
        return re.split(r"[，；：]", self.lead)[-1]

    @cached_property
    def label(self) -> str:
        """What is counted."""
        words = re.sub(r"^[、\s）（和及]+|^(?:其中|以及|分别[为是]?)|\s+", "", self.clause)
        return re.sub(r"(?:分别|总共|一共|共计|共有|各为|[共约达为是有计各])+$", "", words)

    @property
    def own(self) -> bool:
        """A count of the thing reported itself, named first."""
        return self.role is Role.OWN and not self.mate

    @property
    def decimals(self) -> int:
        """Printed decimals."""
        return len(self.printed.partition(".")[2])


@dataclass(frozen=True, slots=True)
class Sentence:
    """句 — a sentence of the text with its numbers."""

    number: int
    start: int
    end: int
    paragraph: int
    text: str
    tokens: tuple[Token, ...]

    @property
    def counts(self) -> list[Token]:
        """The counts of the things reported, outside brackets."""
        return [one for one in self.tokens if one.own and not one.depth]

    def before(self, token: Token) -> list[Token]:
        """Its numbers before one, nearest first."""
        return [one for one in reversed(self.tokens) if one.end <= token.start]

    def said_of(self, token: Token) -> list[Token]:
        """The counts that one may be said of, nearest first: those before it, none deeper in brackets."""
        return [one for one in self.before(token) if one.own and one.depth <= token.depth]

    def bracketed(self, token: Token) -> Token | None:
        """The number in brackets right behind one: 占30%（300件）, 上升10%（去年同期453件）."""
        behind = next((one for one in self.tokens if one.start >= token.end), None)
        return behind if behind and behind.depth > token.depth and behind.lead.startswith("（") else None

    def series(self, token: Token, joint: re.Pattern[str]) -> list[Token]:
        """The percentages that only such joints divide from one: a%、b%和c%."""
        first = last = self.tokens.index(token)
        while first and self.tokens[first - 1].unit == "%" and joint.fullmatch(self.tokens[first].lead):
            first -= 1
        following = self.tokens[last + 1 :]
        for one in following:
            if one.unit != "%" or not joint.fullmatch(one.lead):
                break
            last += 1
        return list(self.tokens[first : last + 1])

    def mates(self, token: Token) -> list[Token]:
        """A count and the same thing in other units."""
        place = self.tokens.index(token)
        found = [token]
        for one in self.tokens[place + 1 :]:
            if not one.mate:
                break
            found.append(one)
        return found


def plain(text: str) -> str:
    """The text with one spelling of every digit and mark, of the same length."""
    within = {found.start() for found in THOUSANDS.finditer(text)} if "," in text else set()
    marked = text.translate(PUNCTUATION)
    return "".join("," if place in within else mark for place, mark in enumerate(marked)) if within else marked


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a plain text; lines of tables are left out."""
    place = number = 0
    for paragraph, line in enumerate(text.split("\n")):
        if "|" not in line and "\t" not in line:
            for found in re.finditer(r"[^。！？]+[。！？]?", line):
                start = place + found.start()
                tokens = tuple(_tokens(found[0], start))
                yield Sentence(number, start, place + found.end(), paragraph, found[0], tokens)
                number += 1
        place += len(line) + 1


def _tokens(text: str, offset: int) -> Iterator[Token]:
    previous: Token | None = None
    place = 0
    for found in sorted(
        [*AMOUNT.finditer(text), *BARE.finditer(text), *UNITLESS.finditer(text)], key=lambda one: one.start()
    ):
        if found.start() < place:
            continue
        token = _token(found, text, place, previous, offset)
        if token:
            yield token
            previous, place = token, found.end()


def _token(found: re.Match[str], text: str, place: int, previous: Token | None, offset: int) -> Token | None:
    parts = found.groupdict()
    lead = text[place : found.start()]
    bare = "over" in parts
    if bare and not (BARE_LEAD.search(lead) or (previous and previous.bare and JOINED.fullmatch(lead))):
        return None
    printed = re.sub("[, ]", "", parts.get("number") or parts.get("words") or parts["count"])
    percent = bare or bool(parts.get("percent") or parts.get("words"))
    unit = "%" if percent else parts.get("points") or parts.get("unit") or "件"
    sign = parts.get("sign") if percent else None
    scale = SCALES.get(parts.get("scale") or "", 1)
    step = (
        Decimal(1).scaleb(-len(printed.partition(".")[2])) * scale
        if scale > 1 or "." in printed or percent
        else Decimal(0)
    )
    mate = bool(
        previous
        and not percent
        and unit in {"人次", "人", "人（次）"}
        and previous.unit not in {"%", unit, "个百分点"}
        and MATE.fullmatch(lead)
    )
    before = text[: found.start()]
    return Token(
        start=offset + found.start(),
        end=offset + found.end(),
        value=Decimal(printed) * scale * (-1 if sign == "-" else 1),
        step=step,
        printed=printed,
        unit=unit,
        vague=bool(parts.get("about") or parts.get("more") or parts.get("over") or VAGUE.search(lead)),
        bare=bare,
        lead=lead,
        role=previous.role
        if mate and previous
        else role_of(lead, unit, sign or "", text[found.end() : found.end() + 24], previous.role if previous else None),
        mate=mate,
        segment=before.count("；"),
        depth=before.count("（") - before.count("）"),
    )
