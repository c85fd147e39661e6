"""表内勾稽 — columns and their totals, shares and rates beside their counts, rows that a sentence has counted."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from yifa.yearbook.checking.claims import Claim, Kind, Sure
from yifa.yearbook.checking.document import Document
from yifa.yearbook.checking.grids import TOTAL, Cell, Grid, grids
from yifa.yearbook.checking.rounding import Judged, judge, rounded, signed, whole
from yifa.yearbook.checking.tokens import Token

Values = list[Decimal | None]
MOST = Decimal("0.6")
"""So many of a column's rows must fit a formula before the others are judged by it."""
SHARE, CHANGE = re.compile(r"占|比重|比例"), re.compile(r"同比|环比|增|降|较")
OVERLAPPING = re.compile(r"占|率|比|序号|编号|平均|时长|排名")


@dataclass(frozen=True, slots=True)
class Formula:
    """公式 — how a percentage column is made: of which count column, over what."""

    kind: Kind
    of: Callable[[int], tuple[Decimal | None, Decimal | None]]

    def judged(self, row: int, percent: Token) -> tuple[Judged, Decimal, Decimal] | None:
        """One row; None where there is nothing to compute."""
        n, d = self.of(row)
        if not n or not d or (self.kind is not Kind.CHANGE and n > d):
            return None
        return judge(percent, n, d, less=int(self.kind is Kind.CHANGE)), n, d


def claims(document: Document) -> Iterator[Claim]:
    """Everything the tables claim."""
    for grid in grids(document.plain):
        yield from _columns(grid)
        yield from _across(grid)
        for place in range(len(grid.header)):
            yield from _percentages(document, grid, place)
        yield from _counted_rows(document, grid)


def _columns(grid: Grid) -> Iterator[Claim]:
    """合计: every column of counts against its total."""
    if grid.total is None or len(grid.rows) < 2:
        return
    for place, total in enumerate(grid.total):
        values = [cell.count for cell in grid.column(place)]
        given = [one for one in values if one is not None]
        if not total.count or OVERLAPPING.search(grid.header[place].text) or 2 * len(given) < len(values):
            continue
        yield _sum(total, sum(given, Decimal(0)), total.count, f"{grid.header[place].text}各行相加")


def _across(grid: Grid) -> Iterator[Claim]:
    """A column of totals against the columns beside it, where most rows agree."""
    places = [place for place in range(len(grid.header)) if any(cell.count is not None for cell in grid.column(place))]
    places = [place for place in places if not OVERLAPPING.search(grid.header[place].text)]
    totals = [place for place in places if TOTAL.match(grid.header[place].text)]
    if len(totals) != 1 or len(places) < 3 or len(grid.rows) < 2:
        return
    others = [place for place in places if place != totals[0]]
    found = [
        (row[totals[0]], sum((row[place].count or Decimal(0) for place in others), Decimal(0)))
        for row in grid.rows
        if row[totals[0]].count is not None
    ]
    if sum(cell.count == value for cell, value in found) >= MOST * len(found):
        for cell, value in found:
            yield _sum(cell, value, cell.count or Decimal(0), "同行各栏相加")


def _sum(cell: Cell, computed: Decimal, stated: Decimal, why: str) -> Claim:
    same = computed == stated
    said = f"{why}={whole(computed)}{'' if same else f'，≠{whole(stated)}'}"
    return Claim(Kind.SUM, cell.start, cell.start + len(cell.text), whole(stated), whole(computed), same, why=said)


def _percentages(document: Document, grid: Grid, place: int) -> Iterator[Claim]:
    """A column of percentages, by the formula that most of its rows fit."""
    cells = [(row, cell.token) for row, cell in enumerate(grid.column(place))]
    header = grid.header[place].text
    percents = [
        (row, token)
        for row, token in cells
        if token and (token.unit == "%" or "." in token.printed or SHARE.search(header))
    ]
    if len(percents) < 2 or not (any(token.unit for _, token in percents) or "%" in header):
        return
    best: Formula | None = None
    hits = 0
    for formula in _formulas(document, grid, header):
        fit = [found for row, token in percents if (found := formula.judged(row, token))]
        right = sum(bool(found[0].near) for found in fit)
        if right > hits and right >= 2 and right >= MOST * len(fit):
            best, hits = formula, right
    for row, token in percents if best else []:
        found = best.judged(row, token) if best else None
        if found and best:
            yield _percentage(token, best.kind, *found)


def _formulas(document: Document, grid: Grid, header: str) -> Iterator[Formula]:
    counts = [
        place
        for place in range(len(grid.header))
        if sum(cell.count is not None for cell in grid.column(place)) * 2 > len(grid.rows)
    ]
    start = grid.header[0].start
    for n in counts:
        values = [cell.count for cell in grid.column(n)]
        bases = [grid.total[n].count if grid.total else None, sum((one for one in values if one), Decimal(0))]
        bases += [one.value for one in document.totals_before(start)]
        for base in bases if not CHANGE.search(header) else []:
            yield Formula(Kind.SHARE, partial(_over, values, base))
        for d in counts:
            below = [cell.count for cell in grid.column(d)]
            if d != n:
                kind = Kind.CHANGE if CHANGE.search(header) else Kind.RATE
                yield Formula(kind, partial(_beside, values, below))


def _over(values: Values, base: Decimal | None, row: int) -> tuple[Decimal | None, Decimal | None]:
    return values[row], base


def _beside(values: Values, below: Values, row: int) -> tuple[Decimal | None, Decimal | None]:
    return values[row], below[row]


def _percentage(token: Token, kind: Kind, judged: Judged, n: Decimal, d: Decimal) -> Claim:
    right = rounded(judged.exact, token.decimals)
    formula = f"（{whole(n)}−{whole(d)}）÷{whole(d)}" if kind is Kind.CHANGE else f"{whole(n)}÷{whole(d)}"
    return Claim(
        kind,
        token.start,
        token.end,
        f"{signed(token)}%",
        judged.computed,
        judged.ok,
        judged.truncated,
        cause="truncated" if judged.truncated else "",
        why=f"{formula}={judged.computed}{'' if judged.ok else f'，应为{right}%'}",
    )


def _counted_rows(document: Document, grid: Grid) -> Iterator[Claim]:
    """涉及22个单位, and a table whose first column lists 单位."""
    head = grid.header[0].text
    if grid.total is None:
        return
    for one in document.counts_before(grid.header[0].start, 10_000):
        noun = re.match(r"[\u4e00-\u9fff]{2,6}", document.plain[one.end :])
        if one.unit in {"个", "家"} and noun and noun[0][:2] in head and re.search("涉及|共|分别", one.clause):
            same = one.value == len(grid.rows)
            yield Claim(
                Kind.SUM,
                one.start - len(one.clause),
                one.end,
                whole(one.value),
                str(len(grid.rows)),
                same,
                why=f"表中列出{len(grid.rows)}个{head}",
                sure=Sure.MIDDLE,
            )
            return
