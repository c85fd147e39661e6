"""一件一答 — what a batch does to one file, or would do, and why not."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from yifa.casework.doing import do
from yifa.casework.judging import judge
from yifa.law.acts import Act
from yifa.law.articles import cite
from yifa.law.permits import Refusal
from yifa.organs.models import Staff
from yifa.organs.permissions import visible
from yifa.organs.roles import stands_aside
from yifa.records.calendars import calendar
from yifa.records.models import PetitionRecord
from yifa.records.perform import ChangedMeanwhileError, NotPermitted, load
from yifa.records.readings import readings_of

MOST = 100
"""So many files at a time: what one person still looks through."""

SEALED = Refusal("检举控告件逐件办理，不成批办理", cite("30.3"))


@dataclass(frozen=True, slots=True)
class Row:
    """一件 — a file of the batch, as its author had seen it, and what stands against the act there."""

    record: PetitionRecord
    expected: int
    refusals: tuple[Refusal, ...] = ()
    changed: str = ""
    """What others have done meanwhile."""

    @property
    def fine(self) -> bool:
        """Whether it can be done, or has been."""
        return not (self.refusals or self.changed)

    @property
    def carried(self) -> str:
        """The file and how much of it was seen, as the form carries it."""
        return f"{self.record.number}:{self.expected}"


def chosen(staff: Staff, written: list[str]) -> list[Row]:
    """The files ticked, of those this person may see; each once, in the order of their numbers."""
    seen: dict[str, int] = {}
    for one in written[: 2 * MOST]:
        number, _, length = one.rpartition(":")
        if length.isdecimal():
            seen.setdefault(number, int(length))
        else:
            seen.setdefault(one, 0)
    records = PetitionRecord.objects.filter(visible(staff), number__in=seen).order_by("number")[:MOST]
    return [Row(record, seen[record.number] or record.length) for record in records]


def judged(staff: Staff, act: Act, rows: list[Row]) -> Iterator[Row]:
    """What would be refused today, file by file."""
    today, notices = timezone.localdate(), calendar()
    for row in rows:
        if row.record.sealed:
            yield Row(row.record, row.expected, (SEALED,))
            continue
        petition = load(row.record)
        aside = stands_aside(staff, petition)
        found = [aside] if aside else judge(act, petition, today, notices, readings_of(row.record.home))
        yield Row(row.record, row.record.length, tuple(found))


def done(staff: Staff, act: Act, rows: list[Row], key: str) -> Iterator[Row]:
    """The act done in each file by itself: what is refused in one stops no other, and a second click does nothing more."""
    for row in rows:
        if row.record.sealed:
            yield Row(row.record, row.expected, (SEALED,))
            continue
        try:
            do(act, row.record, staff, expected=row.expected, key=key)
        except NotPermitted as refused:
            yield Row(row.record, row.expected, refused.refusals)
        except ChangedMeanwhileError as changed:
            yield Row(row.record, row.expected, changed=str(changed))
        else:
            yield row
