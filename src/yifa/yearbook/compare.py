"""与案卷对照 — what has changed since a report was settled, and by which petitions, acts and ledger entries."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from yifa.law.acts import ACTS
from yifa.organs.snapshot import snapshot
from yifa.papers.words import day
from yifa.records import codec
from yifa.records.models import ActRecord, LedgerChange, LedgerRow, PetitionRecord
from yifa.records.rewind import rewound
from yifa.statistics import behind
from yifa.statistics.parts import Rows
from yifa.yearbook import ledgers
from yifa.yearbook.figures import Figure
from yifa.yearbook.models import SettledReport
from yifa.yearbook.report import Report, make
from yifa.yearbook.settle import report_of

MOST = 500
"""Petitions with new acts, of which each is gone through; of more, only their number is told."""


@dataclass(frozen=True, slots=True)
class Reason:
    """原因 — a petition or a ledger entry that counts otherwise than it did.

    Of a sealed petition there is neither number nor act (Art. 30¶3).
    """

    what: str
    way: str
    acts: tuple[str, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """变动 — one figure then and now; either is missing where the report printed it only once."""

    term: str
    then: Figure | None
    now: Figure | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """对照 — every changed figure; `touched`: how many petitions had new acts; `told`: whether each was gone through."""

    settled: SettledReport
    then: Report
    now: Report
    changes: tuple[Change, ...]
    touched: int
    told: bool

    @property
    def intact(self) -> bool:
        """Whether what was kept is what was digested."""
        return self.then.digest == self.settled.digest


Ask = tuple[str, str, int]
"""A figure, its numerator (n) or denominator (d), and a year."""


def compare(settled: SettledReport, on: date) -> Comparison:
    """The report as it was settled beside what the record gives on that day."""
    then = report_of(settled)
    now = make(then.kind, then.home, then.year, on)
    pairs = [(then.figures.get(name), now.figures.get(name)) for name in dict.fromkeys([*then.figures, *now.figures])]
    differing = [(one, other) for one, other in pairs if _numbers(one) != _numbers(other)]
    touched = _touched(settled)
    told = len(touched) <= MOST
    asks = [ask for one, other in differing for ask in _asks(one, other, then.year)]
    moved = _moved(asks, settled, then, on, touched) if told and asks else {}
    entries = _Entries(settled)
    changes = (
        Change((other or one).term, one, other, tuple(_reasons(one, other, then, moved, entries, on)))  # type: ignore[union-attr]
        for one, other in differing
    )
    return Comparison(settled, then, now, tuple(changes), len(touched), told)


def _numbers(figure: Figure | None) -> object:
    return figure and (figure.n, figure.d, figure.value, figure.before_n, figure.before_d, figure.before)


def _asks(one: Figure | None, other: Figure | None, year: int) -> Iterator[Ask]:
    name = next(figure.name for figure in (one, other) if figure)
    for of, each, column in (
        ("n", year, "n"),
        ("d", year, "d"),
        ("n", year - 1, "before_n"),
        ("d", year - 1, "before_d"),
    ):
        if (one and getattr(one, column)) != (other and getattr(other, column)):
            yield name, of, each


def _touched(settled: SettledReport) -> list[int]:
    """Files of the office with acts recorded since."""
    homes = snapshot().files_of(settled.organ)
    found = ActRecord.objects.filter(pk__gt=settled.acts, petition__home__in=homes).order_by("petition_id")
    return list(found.values_list("petition_id", flat=True).distinct())


Moved = dict[Ask, dict[int, str]]
"""By figure: which petitions count otherwise, and how."""


def _moved(asks: Iterable[Ask], settled: SettledReport, then: Report, on: date, touched: Collection[int]) -> Moved:
    wanted = list(dict.fromkeys(asks))
    after = {ask: _counted(ask, then.home, on, touched) for ask in wanted}
    with rewound(touched, settled.acts):
        before = {ask: _counted(ask, then.home, settled.on, touched) for ask in wanted}
    found: Moved = defaultdict(dict)
    for ask in wanted:
        for pk in before[ask].keys() | after[ask].keys():
            if before[ask][pk] != after[ask][pk]:
                found[ask][pk] = _way(before[ask][pk], after[ask][pk])
    return found


def _way(before: int, after: int) -> str:
    if not before:
        return "现在计入"
    return "不再计入" if not after else f"由{before}行变为{after}行"


def _counted(ask: Ask, home: str, on: date, petitions: Collection[int]) -> Counter[int]:
    """How many rows each of these petitions has in a figure."""
    name, of, year = ask
    rows = behind(name, home, year, of=of, on=on)
    if rows is None or issubclass(rows.model, LedgerRow):
        return Counter()
    key = "pk" if rows.model is PetitionRecord else "petition_id"
    return Counter(rows.filter(**{f"{key}__in": petitions}).values_list(key, flat=True))


def _reasons(
    one: Figure | None, other: Figure | None, then: Report, moved: Moved, entries: "_Entries", on: date
) -> Iterator[Reason]:
    asks = list(_asks(one, other, then.year))
    ways: dict[int, str] = {}
    for ask in asks:
        ways |= {pk: f"{_where(ask, then.year)}{way}" for pk, way in moved.get(ask, {}).items()}
    yield from _petitions(ways, entries)
    for name, of, year in asks:
        rows = ledgers.rows(name, then.home, year, of) if "." in name or name in ledgers.COUNTS else None
        rows = behind(name, then.home, year, of=of, on=on) if rows is None else rows
        if rows is not None and issubclass(rows.model, LedgerRow):
            yield from entries.of(rows)


def _where(ask: Ask, year: int) -> str:
    part = "分母" if ask[1] == "d" else ""
    return f"{part}{'' if ask[2] == year else '上年同期'}"


def _petitions(ways: Mapping[int, str], entries: "_Entries") -> Iterator[Reason]:
    for record in PetitionRecord.objects.filter(pk__in=ways).order_by("number"):
        if record.sealed:
            yield Reason("检举控告件", ways[record.pk])
        else:
            yield Reason(record.number, ways[record.pk], entries.acts(record.pk), record.number)


class _Entries:
    """What was recorded since: acts of a petition, entries and changes of a ledger."""

    def __init__(self, settled: SettledReport) -> None:
        self.settled = settled

    def acts(self, petition: int) -> tuple[str, ...]:
        """2026年3月2日 更正."""
        found = ActRecord.objects.filter(petition_id=petition, pk__gt=self.settled.acts).order_by("seq")
        acts = codec.decode_all(found.values_list("kind", "content", "version"))
        return tuple(f"{day(act.on)} {ACTS[type(act).__name__].term}" for act in acts)

    def of(self, rows: Rows) -> Iterator[Reason]:
        """Entries made since, and entries changed or struck out."""
        for row in rows.filter(created_at__gt=self.settled.at):
            yield Reason(str(row), f"{row._meta.verbose_name}台账新登记")  # noqa: SLF001 - documented by Django
        kept = rows.model._meta.verbose_name  # noqa: SLF001
        changes = LedgerChange.objects.filter(pk__gt=self.settled.changes, ledger=kept)
        changed = rows.model._default_manager.in_bulk([one.row for one in changes])  # noqa: SLF001
        homes = snapshot().files_of(self.settled.organ)
        for one in changes:
            row = changed.get(one.row)
            if row is not None and _organ(row) in homes:
                yield Reason(str(row), f"{kept}台账：{one.why}")


def _organ(row: LedgerRow) -> str:
    """Whose ledger a row stands in."""
    owner = row.owner()
    return str(getattr(row if owner is None else owner, "organ", ""))
