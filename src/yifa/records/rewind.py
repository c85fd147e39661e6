"""倒回 — what petitions were counted as at an earlier time: their projections as they stood, for as long as one looks.

Nothing is kept of it: the transaction is undone.  That a figure has changed since can so be told petition by petition,
by the very definition that counts it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import transaction

from yifa.law.fold import replay
from yifa.law.readings import DEFAULT
from yifa.organs.directory import directory
from yifa.records import codec
from yifa.records.calendars import calendar
from yifa.records.models import ActRecord, PetitionRecord
from yifa.records.projections import columns, rows
from yifa.records.readings import by_office
from yifa.records.rebuild import TABLES
from yifa.records.refresh import refresh


@contextmanager
def rewound(petitions: Collection[int], last: int) -> Iterator[None]:
    """Within it, the rows of these petitions are as they were once the act with the key `last` was recorded."""
    organs, notices, readings = directory(), calendar(), by_office()
    with transaction.atomic():
        acts: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
        recorded = ActRecord.objects.filter(petition_id__in=petitions, pk__lte=last).order_by("petition_id", "seq")
        for pk, kind, content, version in recorded.values_list("petition_id", "kind", "content", "version"):
            acts[pk].append((kind, content, version))
        for table in TABLES:
            table._default_manager.filter(petition_id__in=petitions).delete()
        for record in PetitionRecord.objects.select_for_update().filter(pk__in=acts):
            petition = replay(codec.decode_all(acts[record.pk]), organs)
            then = rows(petition, record.home, notices, readings.get(record.home, DEFAULT))
            refresh(record, {}, then)
            PetitionRecord.objects.filter(pk=record.pk).update(**columns(petition, then))
        yield
        transaction.set_rollback(True)
