"""表格 — the tables of a text: rows of cells divided by bars or tabs, each cell with its place and its number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yifa.yearbook.checking.roles import Role
from yifa.yearbook.checking.tokens import Token

NUMBER = re.compile(
    r"^(?P<sign>[-+↓↑])?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)\s*(?P<percent>%)?[\u4e00-\u9fff（）]{0,4}$"
)
TOTAL = re.compile(r"^(?:合\s*计|总\s*计|总\s*数|共\s*计|累\s*计|全[市县区旗省]合?计?)$")
NESTED = re.compile(r"小\s*计|其中")
HEADS = re.compile(r"^(?:数量|件数|数|办件量|受理量|占.*|.*比例|.*占比|.*比重)")


@dataclass(frozen=True, slots=True)
class Cell:
    """单元格 — its place, its words, and the number it holds, if it holds one."""

    start: int
    text: str

    @property
    def token(self) -> Token | None:
        """Its number as a percentage; what it counts is said by its column."""
        found = NUMBER.match(self.text)
        if not found:
            return None
        printed = found["number"].replace(",", "")
        falls = found["sign"] in {"-", "↓"}
        return Token(
            start=self.start,
            end=self.start + len(self.text),
            value=Decimal(printed),
            step=Decimal(1).scaleb(-len(printed.partition(".")[2])),
            printed=printed,
            unit="%" if found["percent"] else "",
            vague=False,
            lead="",
            role=Role.FALL if falls else Role.OTHER,
            segment=0,
            depth=0,
        )

    @property
    def count(self) -> Decimal | None:
        """Its whole number."""
        token = self.token
        return (
            token.value if token and not token.unit and "." not in token.printed and token.role is Role.OTHER else None
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """表 — a header and its rows, all of one width; the row of totals apart."""

    header: list[Cell]
    rows: list[list[Cell]]
    total: list[Cell] | None

    def column(self, place: int) -> list[Cell]:
        """The cells under one head, without the total."""
        return [row[place] for row in self.rows]


def grids(text: str) -> Iterator[Grid]:
    """Every table whose rows are of one width."""
    place = 0
    block: list[list[Cell]] = []
    for line in [*text.split("\n"), ""]:
        cells = list(_cells(line, place)) if "|" in line or "\t" in line else []
        if not cells or (block and len(cells) != len(block[0])):
            yield from _grid(block)
            block = []
        if len(cells) > 1:
            block.append(cells)
        place += len(line) + 1


def _cells(line: str, place: int) -> Iterator[Cell]:
    ended = line.rstrip().rstrip("|")
    for found in re.finditer(r"[^|\t]+|(?<=[|\t])(?=[|\t])", ended):
        words = found[0].strip()
        if found.start() or words or line[:1] not in "|\t":
            yield Cell(place + found.start() + len(found[0]) - len(found[0].lstrip()), words)


def _grid(block: list[list[Cell]]) -> Iterator[Grid]:
    block = [row for row in block if not all(re.fullmatch(r"[-: ]*", cell.text) for cell in row)]
    if len(block) < 2:
        return
    if sum(bool(HEADS.match(row[0].text)) for row in block[1:]) * 2 > len(block) - 1:
        block = [list(column) for column in zip(*block, strict=True)]
    header, *rows = block
    totals = [row for row in rows if any(TOTAL.match(cell.text) for cell in row[:2])]
    nested = any(NESTED.search(cell.text) for row in rows for cell in row[:2])
    rest = [row for row in rows if row not in totals]
    if rest:
        yield Grid(header, rest, totals[0] if len(totals) == 1 and not nested else None)
