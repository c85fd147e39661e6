"""报告数字 — every number a report may print: an indicator's, a ledger's, or one supplied by hand; each with its rows."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from yifa.statistics import Result


class Origin(StrEnum):
    """来源 — where a number comes from."""

    INDICATOR = "指标"
    LEDGER = "台账"
    BY_HAND = "人工填报"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """数字 — what is printed and what stands behind it.

    `n` is the count or the numerator, `d` the denominator; those of the year before stand beside them where there
    are any.  `whole` is the figure that it is split from and shares its definition with.
    """

    name: str
    term: str
    origin: Origin
    unit: str = ""
    n: int = 0
    d: int | None = None
    value: str = ""
    """As printed, without the unit; empty where nothing can be computed."""
    before: str = ""
    before_n: int | None = None
    before_d: int | None = None
    change: str = ""
    note: str = ""
    version: int = 1
    basis: str = ""
    whole: str = ""

    @property
    def fraction(self) -> str:
        """分子／分母; nothing of a count."""
        return "" if self.d is None else f"{self.n}/{self.d}"

    @property
    def before_fraction(self) -> str:
        """That of the year before."""
        return "" if self.before_d is None else f"{self.before_n}/{self.before_d}"

    @property
    def json(self) -> dict[str, Any]:
        """For other programs, and to be kept."""
        return asdict(self)


def read(value: dict[str, Any]) -> Figure:
    """A figure as it was kept."""
    return Figure(**{**value, "origin": Origin(value["origin"])})


def of_results(results: list[Result]) -> Iterator[Figure]:
    """统计指标 — every result of a year."""
    for one in results:
        cited = one.indicator.cite
        note = one.indicator.note
        yield Figure(
            name=one.name,
            term=one.term,
            origin=Origin.BY_HAND if note.startswith(Origin.BY_HAND) else Origin.INDICATOR,
            unit=one.unit,
            n=one.n,
            d=one.d,
            value=printed(one.value),
            before=printed(one.previous),
            before_n=one.last.n,
            before_d=one.last.d,
            change=_change(one),
            note=note,
            version=one.indicator.version,
            basis=str(cited) if cited else "",
            whole=one.indicator.of,
        )


def printed(value: int | Decimal | None) -> str:
    """A number as a report prints it: rates with two decimals, or none where they say nothing."""
    if value is None:
        return ""
    return f"{value:.2f}".removesuffix(".00") if isinstance(value, Decimal) else str(value)


def _change(one: Result) -> str:
    """同比上升6.08%; where there is nothing to compare with, why."""
    if one.change is None:
        if one.d is not None:
            return "上年同期没有可比的数字" if one.value is not None else "没有可比的数字"
        return f"上年同期为0{one.unit}" if one.n else "与上年同期持平"
    if not one.change:
        return "与上年同期持平"
    return f"同比{'上升' if one.change > 0 else '下降'}{abs(one.change)}{one.change_unit}"
