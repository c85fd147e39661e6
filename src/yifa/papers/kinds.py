"""文书种类 — the layout of each paper, and the word in its number that tells its series."""

from yifa.law.notices import PAPERS, Addressee, Paper
from yifa.papers.layout import Format

REPORTS = frozenset({"D06", "D-JB", "D-ZG"})
"""上行文: to the government, or to the organ that ordered the report."""

OF_THE_PARTIES = frozenset({"D25", "D26", "D31", "D34"})
"""What the parties write and sign themselves, without an organ's mark."""

HANDED_OVER = frozenset({"D02"})
"""Printed and handed over, never kept: it shows the query code, which nobody may read again."""

OF_THE_YEAR = frozenset({"D-AR", "D-LG"})
"""The yearly reports, which belong to no petition."""

SERIES = {
    "告": ("D07", "D12", "D12-b", "D12-c", "D22", "D32", "D40", "D-FK"),
    "不受": ("D13", "D14"),
    "转": ("D04", "D24"),
    "密": ("D04-B", "D08"),
    "交": ("D05",),
    "异": ("D09", "D10"),
    "定": ("D11", "D-ZD"),
    "听": ("D18",),
    "途": ("D23",),
    "履": ("D-LX",),
    "调": ("D25", "D26"),
    "意": ("D27",),
    "执": ("D28",),
    "复": ("D29",),
    "查": ("D33",),
    "核": ("D35",),
    "公": ("D36",),
    "督": ("D37",),
    "建": ("D38",),
    "馈": ("D39",),
    "责": ("D-ZL",),
    "联": ("D-LH",),
    "报": ("D06", "D-JB", "D-ZG"),
}
"""示信告〔2026〕12号: within an organ and a year each word counts for itself."""

_WORD = {number: word for word, numbers in SERIES.items() for number in numbers}


def petition_papers() -> tuple[Paper, ...]:
    """The papers that belong to a petition."""
    return tuple(paper for number, paper in PAPERS.items() if number not in OF_THE_YEAR)


def series(paper: Paper) -> str:
    """The word of its number; empty for what bears none."""
    return _WORD.get(paper.number, "")


def format_of(paper: Paper) -> Format:
    """格式 — how the paper is headed."""
    if paper.number in REPORTS:
        return Format.REPORT
    if paper.number in OF_THE_PARTIES:
        return Format.PLAIN
    return Format.FORM if paper.to is Addressee.FILE else Format.LETTER
