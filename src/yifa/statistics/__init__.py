"""统计指标 — the indicators, each defined once, with its numerator, its denominator and the rows behind them."""

from yifa.statistics.indicator import Figure, Indicator, Result
from yifa.statistics.lines import Line, lines
from yifa.statistics.registry import INDICATORS, behind, compute, rows

__all__ = ["INDICATORS", "Figure", "Indicator", "Line", "Result", "behind", "compute", "lines", "rows"]
