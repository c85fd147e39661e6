"""台账的留痕 — what was written down of a row, by whom, when and why, as its page tells it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from yifa.desk.ledgers.book import Book
from yifa.records.models import LedgerChange, LedgerRow


@dataclass(frozen=True, slots=True)
class Entry:
    """一条 — of each column changed: its name, what stood before, what stands now."""

    what: str
    by: str
    at: datetime
    changes: list[tuple[str, str, str]]


def changes_of(row: LedgerRow) -> list[LedgerChange]:
    """Every later change of a row, oldest first."""
    return list(LedgerChange.objects.filter(ledger=str(row._meta.verbose_name), row=row.pk))


def entries(book: Book, row: LedgerRow) -> Iterator[Entry]:
    """From its entering on."""
    yield Entry("登记", row.created_by, row.created_at, [])
    for one in changes_of(row):
        yield Entry(one.why, one.by, one.at, [_change(book, name, *values) for name, values in one.changes.items()])


def _change(book: Book, name: str, before: object, after: object) -> tuple[str, str, str]:
    """The trail keeps values as JSON has them: read back by their column."""
    read = book.column(name).to_python
    return book.head(name), book.told(name, read(before)), book.told(name, read(after))
