"""图表 — counts as bars beside the year before; the numbers stand in the same rows, each leading to what it counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from yifa.statistics import Result

WIDTH, HEIGHT, FOOT = 360, 150, 18
"""The measures of the months' chart in its own units."""
SHOWN = 12
"""How many rows stand open; the others are unfolded."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a chart is about: a whole and its parts, by name or else those split from it; `columns`: a series in time."""

    title: str
    whole: str
    names: tuple[str, ...] = ()
    columns: bool = False


CHARTS = (
    Subject("各月来件", "receipts", tuple(f"receipts_m{month:02}" for month in range(1, 13)), columns=True),
    Subject("来件形式", "receipts", tuple(f"receipts_{one}" for one in ("visit", "online", "letter", "phone", "fax"))),
    Subject("涉及领域", "categories"),
    Subject("问题属地", "places"),
    Subject("承办机关办结", "handled"),
    Subject("导入法定途径", "diverted"),
    Subject("投诉最多的机关、单位", "complaints"),
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One count: this year's and last year's length, in hundredths of the longest."""

    result: Result
    label: str
    this: float
    last: float


@dataclass(frozen=True, slots=True)
class Column:
    """One month of the months' chart: where it stands, and both its columns from the top."""

    label: str
    middle: float
    this: tuple[float, float]
    last: tuple[float, float]


class Chart:
    """One subject's bars; empty where nothing was counted in either year."""

    def __init__(self, subject: Subject, results: Mapping[str, Result]) -> None:
        self.title, self.whole = subject.title, results[subject.whole]
        found = [one for one in results.values() if one.name in subject.names or one.indicator.of == subject.whole]
        highest = max((number for one in found for number in (one.n, one.last.n)), default=0)
        self.names = {one.name for one in found} | ({subject.whole} if not subject.names else set())
        self.bars = [
            Bar(one, one.term.rpartition("：")[2], _share(one.n, highest), _share(one.last.n, highest))
            for one in found
            if subject.columns or one.n or one.last.n
        ]
        self.columns = [_column(place, bar) for place, bar in enumerate(self.bars)] if subject.columns else []

    def __bool__(self) -> bool:
        return any(bar.this or bar.last for bar in self.bars)

    @property
    def first(self) -> list[Bar]:
        """The rows that stand open."""
        return self.bars[:SHOWN]

    @property
    def others(self) -> list[Bar]:
        """The rest."""
        return self.bars[SHOWN:]


def _share(n: int, highest: int) -> float:
    return round(100 * n / highest, 1) if highest else 0.0


def _column(place: int, bar: Bar) -> Column:
    ground = HEIGHT - FOOT
    this, last = (round(ground * share / 100, 1) for share in (bar.this, bar.last))
    middle = round((place + 0.5) * WIDTH / 12, 1)
    return Column(bar.label, middle, (round(ground - this, 1), this), (round(ground - last, 1), last))
