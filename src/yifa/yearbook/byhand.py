"""手填数字 — numbers somebody typed into a narrative: found, marked 人工填报, and bound to the source named beside them.

Whoever writes 「发放慰问品40份【来源：办公室台账】」 has said where it comes from; a number without is printed all the same,
marked, and keeps the report from being settled.  Dates, articles and file numbers are no figures.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from yifa.yearbook.figures import Figure, Origin
from yifa.yearbook.marked import mark

SOURCE = re.compile(r"【来源：([^】]*)】")
_NOT_COUNTED = re.compile(
    r"\d+(?:[—–－-]\d+)?(?:年|月|日)|〔\d+〕\d+号|第\d+[\u4e00-\u9fff]|\d{1,2}[:：]\d\d|12345(?=热线|政务|平台)"
)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?[%％]?")
UNSAID = "来源未注明"
TYPED = "typed."
"""How the names of these figures begin."""


@dataclass(slots=True)
class Typed:
    """手填数字 — those of one report, numbered place by place as they come."""

    figures: list[Figure] = field(default_factory=list)

    def mark(self, text: str, where: str) -> str:
        """The text with each typed number bound to what the same sentence says of its source."""
        return "".join(self._sentence(one, where) for one in re.split(r"(?<=[。；\n])", text))

    def _sentence(self, text: str, where: str) -> str:
        said = SOURCE.search(text)
        source = said[1].strip() if said else ""
        return outside_dates(SOURCE.sub("", text), lambda found: self._bound(found, source or UNSAID, where))

    def _bound(self, text: str, source: str, where: str) -> str:
        place = sum(one.name.startswith(f"{TYPED}{where}.") for one in self.figures) + 1
        name = f"{TYPED}{where}.{place}"
        note = source if source == UNSAID else f"来源：{source}"
        self.figures.append(Figure(name=name, term=f"{where}：{text}", origin=Origin.BY_HAND, value=text, note=note))
        return mark(name, text)


def outside_dates(text: str, put: Callable[[str], str]) -> str:
    """Replace every number that is a figure."""
    kept = _NOT_COUNTED.split(text)
    dates = _NOT_COUNTED.findall(text)
    return "".join(
        NUMBER.sub(lambda found: put(found[0]), piece) + date for piece, date in zip(kept, [*dates, ""], strict=True)
    )


def numbers(text: str) -> list[str]:
    """Every number that is a figure."""
    return NUMBER.findall(_NOT_COUNTED.sub("", text))
