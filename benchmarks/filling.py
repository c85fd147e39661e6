"""装载 — write a population into an empty record: made in several processes, each with its own connection.

Import it once Django is set up.
"""

import gc
import time
from collections import defaultdict, deque
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from multiprocessing import get_context
from multiprocessing.synchronize import Lock
from typing import Any
from zoneinfo import ZoneInfo

from bulk import for_bulk, insert, without_indexes
from django.db import connection, transaction
from population import Judged, Population, Series

from yifa.law.fold import replay
from yifa.organs.directory import load
from yifa.records import codec
from yifa.records.models import Counter, PetitionRecord
from yifa.records.numbering import in_series, series_of
from yifa.records.perform import Written, chain
from yifa.records.projections import columns, rows
from yifa.records.tallies import recount

SHANGHAI = ZoneInfo("Asia/Shanghai")
Table = tuple[str, tuple[str, ...]]
"""A table and the columns that are filled."""


@dataclass(frozen=True, slots=True)
class Made:
    """What one chunk, or the whole, came to."""

    petitions: int
    acts: int
    rows: int
    judged: int
    cpu: float

    def __add__(self, other: "Made") -> "Made":
        return Made(
            self.petitions + other.petitions,
            self.acts + other.acts,
            self.rows + other.rows,
            self.judged + other.judged,
            self.cpu + other.cpu,
        )


def fill(population: Population, processes: int = 2) -> Made:
    """Fill an empty record, Django being set up and the tables made; index building and statistics included."""
    assert not PetitionRecord.objects.exists(), "only an empty record can be filled"
    load(population.organs(), by="population")
    total, given = Made(0, 0, 0, 0, 0.0), Series()
    for place in range(population.petitions):
        given[population.home(place), population.day(place).year] += 1
    Counter.objects.bulk_create(
        Counter(organ=organ, kind="petition", year=year, last=last) for (organ, year), last in given.items()
    )
    fork = get_context("fork")
    with without_indexes(), fork.Pool(processes, _begin, (population, fork.Lock())) as pool:
        for made in pool.imap_unordered(_chunk, population.chunks()):
            total += made
    deque(recount(mend=True), maxlen=0)
    return total


_WORK: dict[str, Any] = {}


def _begin(population: Population, lock: Lock) -> None:
    """What a process needs for all its chunks."""
    gc.disable()  # a chunk is nothing but long-lived rows: collected once, when it is written
    for_bulk()
    one_writer = lock if connection.vendor == "sqlite" else nullcontext()
    _WORK.update(
        population=population, organs=population.organs(), judged=Judged(population.judged_every), lock=one_writer
    )


def _chunk(chunk: tuple[range, Series]) -> Made:
    """Make and write some petitions."""
    started = time.process_time()
    judged = _WORK["judged"].petitions
    tables = _tables(*chunk)
    with _WORK["lock"], transaction.atomic():
        for (table, names), rows in tables.items():
            insert(table, names, rows)
    gc.collect()
    counted = {table: len(rows) for (table, _), rows in tables.items()}
    return Made(
        len(chunk[0]),
        counted["act"],
        sum(counted.values()),
        _WORK["judged"].petitions - judged,
        time.process_time() - started,
    )


def _tables(places: range, given: Series) -> dict[Table, list[tuple[Any, ...]]]:
    """The rows of some petitions by table and columns, petitions first."""
    population, known = _WORK["population"], _WORK["organs"]
    tables: dict[Table, list[tuple[Any, ...]]] = defaultdict(list)
    petitions: list[dict[str, Any]] = []
    acts_made: list[tuple[Any, ...]] = []
    for place in places:
        kind, acts = population.acts(place)
        _WORK["judged"].check(place, kind, acts, known)
        pk, home, digest = place + 1, population.home(place), ""
        for seq, act in enumerate(acts):
            written = Written(codec.VERSION, type(act).__name__, codec.encode(act), None, recorded_at(act.on))
            digest = chain(digest, written)
            acts_made.append((pk, seq, digest, *written[:-1], kept_at(act.on)))
        petition = replay(acts, known)
        right = rows(petition, home)
        year = acts[0].on.year
        given[home, year] += 1
        number = in_series(series_of(home, year), given[home, year])
        kept = {"id": pk, "number": number, "home": home, "length": len(acts), "digest": digest}
        petitions.append(kept | columns(petition, right))
        for (table, _), values in right.items():
            tables[table._meta.db_table, ("petition_id", *values)].append((pk, *values.values()))
    return {
        ("petition", tuple(petitions[0])): [tuple(values.values()) for values in petitions],
        ("act", ("petition_id", "seq", "digest", *Written._fields)): acts_made,
        **tables,
    }


@cache
def recorded_at(on: date) -> datetime:
    """An instant on that day."""
    return datetime(on.year, on.month, on.day, 10, tzinfo=SHANGHAI)


@cache
def kept_at(on: date) -> object:
    """The same, as the database keeps it."""
    return connection.ops.adapt_datetimefield_value(recorded_at(on))
