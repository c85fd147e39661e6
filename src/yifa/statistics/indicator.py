"""统计指标 — what an indicator is: defined once, with its numerator, its denominator and the rows behind both."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from yifa.law.articles import Citation
from yifa.statistics.parts import Part
from yifa.statistics.year import Span, Year

HUNDREDTH = Decimal("0.01")

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """数值 — of a count, `n` and no `d`; of a rate, both, and the value in per cent (none where `d` is 0)."""

    n: int
    d: int | None = None

    @property
    def value(self) -> Number | None:
        """The count, or the rate in per cent, half-up to two decimals."""
        return self.n if self.d is None else percent(self.n, self.d)


def percent(n: int, d: int) -> Decimal | None:
    """百分比 — half-up to two decimals (四舍五入); None of nothing."""
    return (Decimal(100 * n) / d).quantize(HUNDREDTH, ROUND_HALF_UP) if d else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """指标 — one figure a report prints.

    `n` and `d` say what is counted; without `d` it is a count in `unit`, with it a rate in per cent.  `note` says
    which rows belong to the year and what is left out.  `version` rises when the definition changes, because
    formulas differ between places and years.  `split` gives the same figure by values that only the rows know.
    """

    name: str
    term: str
    heading: str
    n: Part
    d: Part | None = None
    unit: str = "件"
    note: str = ""
    version: int = 1
    cite: Citation | None = None
    of: str = ""
    """The indicator that this one is split from."""
    split: "Callable[[Year, Indicator], Iterable[Indicator]] | None" = None

    def figure(self, year: Year, span: Span) -> Figure:
        """Its number in one of the two spans."""
        return Figure(self.n.total(year, span), self.d.total(year, span) if self.d else None)

    def result(self, year: Year) -> "Result":
        """Its number, that of the year before, and the change."""
        return Result(self, self.figure(year, year.this), self.figure(year, year.last))


@dataclass(frozen=True, slots=True)
class Result:
    """结果 — an indicator's figure in a year and in the year before."""

    indicator: Indicator
    this: Figure
    last: Figure

    @property
    def name(self) -> str:
        """The indicator's name."""
        return self.indicator.name

    @property
    def term(self) -> str:
        """The indicator in Chinese."""
        return self.indicator.term

    @property
    def unit(self) -> str:
        """What it is counted in; of a rate, %."""
        return self.indicator.unit if self.d is None else "%"

    @property
    def n(self) -> int:
        """Numerator, or the count."""
        return self.this.n

    @property
    def d(self) -> int | None:
        """Denominator; none of a count."""
        return self.this.d

    @property
    def value(self) -> Number | None:
        """The count or the rate."""
        return self.this.value

    @property
    def previous(self) -> Number | None:
        """The value of the year before."""
        return self.last.value

    @property
    def change(self) -> Decimal | None:
        """同比 — of a count in per cent of the year before, none where that was 0; of a rate in percentage points."""
        if self.d is None:
            return percent(self.n - self.last.n, self.last.n)
        if self.value is None or self.previous is None:
            return None
        return Decimal(self.value - self.previous)

    @property
    def change_unit(self) -> str:
        """What the change is counted in."""
        return "%" if self.d is None else "个百分点"

    @property
    def json(self) -> dict[str, object]:
        """For other programs."""
        cited = self.indicator.cite
        return {
            "name": self.name,
            "term": self.term,
            "n": self.n,
            "d": self.d,
            "value": _plain(self.value),
            "previous": _plain(self.previous),
            "change": _plain(self.change),
            "unit": self.unit,
            "version": self.indicator.version,
            "note": self.indicator.note,
            "cite": cited.json if cited else None,
        }


def _plain(value: Number | None) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value
