"""版式 — the measures of GB/T 9704-2012, one home for both setters; lengths in millimetres, type in points."""

from dataclasses import asdict, dataclass
from enum import StrEnum

MM = 72 / 25.4
"""Points in a millimetre."""


class Format(StrEnum):
    """格式 — how a paper is headed.

    Letters (信函格式) for what leaves the office, whoever it is for; the official form (上行文) for reports; a form
    for what is filled in and stays in the file; plain for what the parties themselves sign.
    """

    LETTER = "信函格式"
    REPORT = "上行文格式"
    FORM = "表格"
    PLAIN = "无文头"


class Face(StrEnum):
    """字体 — the five faces of the standard, under the names word processors know them by."""

    FANGSONG = "仿宋_GB2312"
    KAI = "楷体_GB2312"
    HEI = "黑体"
    TITLE = "方正小标宋简体"
    SONG = "宋体"


@dataclass(frozen=True, slots=True)
class Measures:
    """尺寸 — of the page and of what stands at a set place on it."""

    width: float = 210
    height: float = 297
    top: float = 37
    left: float = 28
    type_width: float = 156
    type_height: float = 225
    lines: int = 22
    characters: int = 28
    body: float = 16
    """3号."""
    title: float = 22
    """2号."""
    small: float = 14
    """4号: page numbers, the imprint, tables."""
    number_below: float = 7
    """The page number under the type area."""
    date_from_right: int = 4
    """Characters right of a date that is sealed."""
    letter_mark: float = 30
    """From the page's top to a letter's mark; the double rule stands `rule_gap` under it."""
    report_mark: float = 35
    """From the type area's top to a report's mark."""
    rule_gap: float = 4
    letter_rule: float = 170
    letter_foot: float = 20
    """The second double rule, from the page's bottom."""
    mark_size: float = 30

    @property
    def right(self) -> float:
        """翻口 — what is left of the width."""
        return self.width - self.left - self.type_width

    @property
    def bottom(self) -> float:
        """地脚 — what is left of the height."""
        return self.height - self.top - self.type_height

    @property
    def pitch(self) -> float:
        """行距 — from one line to the next, in points."""
        return self.type_height * MM / self.lines

    @property
    def cell(self) -> float:
        """字距 — from one character to the next, in points; 3号 type itself is a little wider."""
        return self.type_width * MM / self.characters


PAGE = Measures()


def measures() -> dict[str, float]:
    """The measures by name, for the page setter."""
    return asdict(PAGE) | {"right": PAGE.right, "bottom": PAGE.bottom, "pitch": PAGE.pitch, "cell": PAGE.cell}
