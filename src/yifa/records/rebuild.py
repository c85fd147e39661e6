"""Recompute every projection from the acts, or prove that record and projections agree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Count, Max

from yifa.law.fold import replay
from yifa.law.organs import Organs
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
    PetitionRecord,
    Projection,
    ReceiptRow,
    StepRow,
)
from yifa.records.perform import chain, refresh
from yifa.records.projections import Rows, columns, rows

TABLES: dict[type[Projection], tuple[str, ...]] = {
    ReceiptRow: ("ordinal",),
    ClaimRow: ("claim",),
    ComplaintRow: ("claim", "organ"),
    ClockRow: ("place",),
    StepRow: ("seq",),
    HolderRow: ("organ",),
    BarredRow: ("organ", "person"),
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


def verify() -> Iterator[Difference]:
    """Yield every disagreement: projections, digests, missing acts, gaps in the numbers.  Writes nothing."""
    yield from _walk(mend=False)
    yield from _gaps()


def _walk(*, mend: bool) -> Iterator[Difference]:
    organs, notices = directory(), calendar()
    last = 0
    while True:
        with transaction.atomic():
            records = PetitionRecord.objects.filter(pk__gt=last).order_by("pk")
            chunk = list((records.select_for_update() if mend else records)[:CHUNK])
            if not chunk:
                return
            last = chunk[-1].pk
            found = _chunk(chunk, organs, notices, mend=mend)
        yield from found


def _chunk(chunk: list[PetitionRecord], organs: Organs, notices: Calendar, *, mend: bool) -> list[Difference]:
    ids = [record.pk for record in chunk]
    acts: dict[int, list[tuple[int, str, str, str]]] = defaultdict(list)
    recorded = ActRecord.objects.filter(petition_id__in=ids).order_by("petition_id", "seq")
    for pk, seq, kind, content, digest in recorded.values_list("petition_id", "seq", "kind", "content", "digest"):
        acts[pk].append((seq, kind, content, digest))
    stored = _stored(ids)
    found: list[Difference] = []
    for record in chunk:
        found += _broken_chain(record, acts[record.pk])
        petition = replay(codec.decode_all((kind, content) for _, kind, content, _ in acts[record.pk]), organs)
        right = rows(petition, record.home, notices)
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


def _broken_chain(record: PetitionRecord, acts: list[tuple[int, str, str, str]]) -> Iterator[Difference]:
    digest = ""
    for place, (seq, kind, content, kept) in enumerate(acts):
        digest = chain(digest, kind, content)
        if seq != place or kept != digest:
            yield Difference(record.number, f"第{place}项行为缺失或者被改动")
            return
    if len(acts) != record.length or record.digest != digest:
        yield Difference(record.number, "案卷末尾的行为缺失或者被改动")


def _gaps() -> Iterator[Difference]:
    """Every number up to the last one given stands for a petition."""
    for counter in Counter.objects.filter(kind="petition"):
        prefix = f"{counter.organ}-{counter.year}-"
        numbered = PetitionRecord.objects.filter(number__startswith=prefix)
        have = numbered.aggregate(count=Count("pk"), last=Max("number"))
        if have["count"] != counter.last or have["last"] != f"{prefix}{counter.last:06d}":
            yield Difference(prefix, f"编号不连续：已发{counter.last}号，在案{have['count']}件")
