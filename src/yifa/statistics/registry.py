"""指标目录 — every indicator in the order a report prints them; a year's results, and the rows behind each."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from yifa.statistics import handling, ledgers, officials, receipts, subjects
from yifa.statistics.indicator import Indicator, Result
from yifa.statistics.lines import Line, lines
from yifa.statistics.parts import Ledger, Part, Plus, Rows, counted
from yifa.statistics.year import Year

INDICATORS: dict[str, Indicator] = {
    indicator.name: indicator
    for indicator in chain(
        receipts.indicators(),
        handling.indicators(),
        subjects.indicators(),
        officials.indicators(),
        ledgers.indicators(),
    )
}
"""Every indicator by name.  Those that `split` give further ones, `name.value`, for what the rows of a year hold."""


def compute(home: str, year: int, on: date | None = None) -> list[Result]:
    """Every indicator of one office's year, beside the year before; each split right after its whole.

    `on` is the day they are made (by default today): of a year under way, only what is past counts, and the year
    before is taken up to the same day.
    """
    asked = Year(home, year, on)
    asked.kept |= counted((part for part in _parts() if isinstance(part, Ledger)), asked)
    return [one.result(asked) for whole in INDICATORS.values() for one in (whole, *_split(asked, whole))]


def behind(
    name: str, home: str, year: int, *, of: str = "n", before: bool = False, on: date | None = None
) -> Rows | None:
    """The rows behind a figure's numerator, or with `of="d"` its denominator, in the order of their days.

    With `before` those of the year before, as far as they are compared.  None where there is none of that name.
    """
    asked = Year(home, year, on)
    whole = INDICATORS.get(name.partition(".")[0])
    found = next((one for one in (whole, *_split(asked, whole)) if one.name == name), None) if whole else None
    part = found and (found.n if of == "n" else found.d)
    return part.rows(asked, asked.last if before else asked.this).order_by(part.day, "pk") if part else None


def rows(name: str, home: str, year: int, *, of: str = "n", on: date | None = None) -> list[Line] | None:
    """The same rows in words, without the content of sealed accusations."""
    found = behind(name, home, year, of=of, on=on)
    return None if found is None else list(lines(found))


def _split(year: Year, whole: Indicator) -> Iterator[Indicator]:
    if whole.split:
        yield from whole.split(year, whole)


def _parts() -> Iterator[Part]:
    for indicator in INDICATORS.values():
        for part in (indicator.n, indicator.d):
            yield from (part.one, part.other) if isinstance(part, Plus) else [part] if part else []
