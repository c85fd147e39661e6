"""Recompute every projection from the acts, or prove that record and projections agree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from yifa.law.fold import replay
from yifa.law.organs import Organs
from yifa.law.readings import DEFAULT, Readings
from yifa.law.workdays import Calendar
from yifa.organs.directory import directory
from yifa.records import codec
from yifa.records.calendars import calendar
from yifa.records.models import (
    ActRecord,
    BarredRow,
    ClaimRow,
    ClockRow,
    ComplaintRow,
    Counter,
    HolderRow,
    LeadRow,
    OwedRow,
    PetitionRecord,
    Projection,
    ReceiptRow,
    StepRow,
    TraceRow,
)
from yifa.records.numbering import in_series, series_of
from yifa.records.perform import Written, chain
from yifa.records.projections import Rows, columns, rows
from yifa.records.readings import by_office
from yifa.records.refresh import refresh
from yifa.records.tallies import recount

TABLES: dict[type[Projection], tuple[str, ...]] = {
    ReceiptRow: ("ordinal",),
    ClaimRow: ("claim",),
    ComplaintRow: ("claim", "organ"),
    ClockRow: ("place",),
    StepRow: ("seq",),
    LeadRow: ("year",),
    OwedRow: ("place",),
    HolderRow: ("organ",),
    BarredRow: ("organ", "person"),
    TraceRow: ("digest",),
}
"""Every projection table and its key within a petition."""

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the record and what was derived from it do not agree."""

    number: str
    what: str


def rebuild() -> Iterator[Difference]:
    """Recompute every projection; yields what was different.  On a sound record, nothing."""
    yield from _walk(mend=True)
    yield from _tallies(mend=True)


def verify() -> Iterator[Difference]:
    """Yield every disagreement: projections, digests, missing acts, gaps in the numbers.  Writes nothing."""
    yield from _walk(mend=False)
    yield from _tallies(mend=False)
    yield from _gaps()


def _tallies(*, mend: bool) -> Iterator[Difference]:
    for home, name in recount(mend=mend):
        yield Difference(home, f"汇总与派生数据不符：{name}")


def _walk(*, mend: bool) -> Iterator[Difference]:
    organs, notices, readings = directory(), calendar(), by_office()
    last = 0
    while True:
        with transaction.atomic():
            # Locked for `verify` too: an act done between two of its queries would look like a disagreement.
            chunk = list(PetitionRecord.objects.select_for_update().filter(pk__gt=last).order_by("pk")[:CHUNK])
            if not chunk:
                return
            last = chunk[-1].pk
            found = _chunk(chunk, organs, notices, readings, mend=mend)
        yield from found


def _chunk(
    chunk: list[PetitionRecord], organs: Organs, notices: Calendar, readings: Mapping[str, Readings], *, mend: bool
) -> list[Difference]:
    ids = [record.pk for record in chunk]
    acts: dict[int, list[tuple[int, str, Written]]] = defaultdict(list)
    recorded = ActRecord.objects.filter(petition_id__in=ids).order_by("petition_id", "seq")
    for pk, seq, digest, *row in recorded.values_list("petition_id", "seq", "digest", *Written._fields):
        acts[pk].append((seq, digest, Written(*row)))
    stored = _stored(ids)
    found: list[Difference] = []
    for record in chunk:
        if broken := _broken_chain(record, acts[record.pk]):
            # Nothing is derived from a record that was tampered with; what is on file stays as it was.
            found.append(Difference(record.number, broken))
            continue
        petition = replay(
            codec.decode_all((row.kind, row.content, row.version) for _, _, row in acts[record.pk]), organs
        )
        right = rows(petition, record.home, notices, readings.get(record.home, DEFAULT))
        listed = columns(petition, right)
        wrong = [name for name, value in listed.items() if getattr(record, name) != value]
        have = stored[record.pk]
        tables = {key[0] for key in right.keys() | have.keys() if right.get(key) != have.get(key)}
        found += [
            Difference(record.number, f"派生数据与行为记录不符：{name}")
            for name in [*wrong, *(table._meta.db_table for table in tables)]
        ]
        if mend and (wrong or tables):
            PetitionRecord.objects.filter(pk=record.pk).update(**listed)
            refresh(record, have, right)
    return found


def _stored(ids: list[int]) -> dict[int, Rows]:
    """The projection rows on file, as `projections.rows` would make them."""
    stored: dict[int, Rows] = {pk: {} for pk in ids}
    for table, key in TABLES.items():
        found: Iterable[dict[str, Any]] = map(dict, table._default_manager.filter(petition_id__in=ids).values())
        for values in found:
            pk = values.pop("petition_id")
            values.pop("id")
            ordered: dict[str, Any] = {name: values.pop(name) for name in key} | values
            stored[pk][table, tuple(ordered[name] for name in key)] = ordered
    return stored


def _broken_chain(record: PetitionRecord, acts: list[tuple[int, str, Written]]) -> str:
    """What is wrong with the recorded acts themselves; empty if nothing is."""
    digest = ""
    for place, (seq, kept, row) in enumerate(acts):
        digest = chain(digest, row)
        if seq != place or kept != digest:
            return f"第{place}项行为缺失或者被改动"
    if not acts or len(acts) != record.length or record.digest != digest:
        return "案卷末尾的行为缺失或者被改动"
    return ""


def _gaps() -> Iterator[Difference]:
    """Every number given stands for a petition, and every petition has a number that was given."""
    # Numbers given while this runs are no gaps: those up to `given` must be there, those past `later` must not.
    given = _given()
    found: dict[str, set[int]] = defaultdict(set)
    strange = []
    for number in PetitionRecord.objects.order_by("pk").values_list("number", flat=True).iterator():
        series, _, serial = number.rpartition("-")
        if serial.isdecimal() and number == in_series(series, int(serial)):
            found[series].add(int(serial))
        else:
            strange.append(number)
    later = _given()
    for series, last in given.items():
        for lost in sorted(set(range(1, last + 1)) - found[series]):
            yield Difference(in_series(series, lost), "编号已发，案卷不在")
    strange += [in_series(series, one) for series, have in found.items() for one in have if one > later.get(series, 0)]
    for number in strange:
        yield Difference(number, "编号不在已发的编号之内")


def _given() -> dict[str, int]:
    """The last number given in each series."""
    counters = Counter.objects.filter(kind="petition")
    return {series_of(one.organ, one.year): one.last for one in counters}
