"""全部台账 — by the name in their address, in the order the way in shows them."""

from yifa.desk.ledgers.book import Book
from yifa.desk.prevention.books import BOOKS as PREVENTION
from yifa.desk.programme.books import BOOKS as PROGRAMME
from yifa.records.models import LedgerRow

BOOKS: dict[str, Book] = {book.name: book for book in (*PREVENTION, *PROGRAMME)}


def book_of(model: type[LedgerRow]) -> Book:
    """The ledger of a table."""
    return next(book for book in BOOKS.values() if book.model is model)


def parent_of(book: Book) -> Book:
    """The ledger whose rows its own hang on."""
    related = book.column(book.parent).related_model
    assert isinstance(related, type)
    assert issubclass(related, LedgerRow)
    return book_of(related)


def children_of(book: Book) -> list[Book]:
    """The ledgers whose rows hang on its own."""
    return [one for one in BOOKS.values() if one.parent and parent_of(one) is book]
