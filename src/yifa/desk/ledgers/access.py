"""台账的权限 — who reads a ledger, which of its rows, and who writes in it.

The petition office reads all that it keeps.  Of other organs, a person sees the rows that name the own organ, and of
the ledgers that those organs fill enters and corrects them.  The operator keeps the machine and reads none.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase

from yifa.desk.access import staff_only
from yifa.desk.ledgers.book import Book
from yifa.desk.ledgers.books import BOOKS
from yifa.desk.year.page import home_of
from yifa.law.terms import OrganKind
from yifa.organs.models import Role, Staff
from yifa.organs.snapshot import snapshot
from yifa.pages.access import View
from yifa.records.models import LedgerRow

READERS = frozenset(Role) - {Role.OPERATOR}
WRITERS = frozenset(role for book in BOOKS.values() for role in book.writers)


def keeps(staff: Staff) -> bool:
    """Whether the person works at an office that keeps ledgers: then the whole ledger is open."""
    return snapshot().organs.kind(staff.organ_id) is OrganKind.PETITION_OFFICE


def opens(staff: Staff, book: Book) -> bool:
    """Whether the ledger, or a part of it, is this person's to read."""
    concerned = bool(book.own) and book.among(staff.organ_id)
    return not READERS.isdisjoint(staff.roles) and (keeps(staff) or concerned)


def writes(staff: Staff, book: Book) -> bool:
    """Whether the person enters and corrects the rows that are open to that person."""
    return opens(staff, book) and not book.writers.isdisjoint(staff.roles) and (keeps(staff) or book.by_own)


def rows_of(staff: Staff, book: Book) -> QuerySet[LedgerRow]:
    """The rows that are open, struck ones too; of a merged organ, the successor reads them."""
    files_of = snapshot().files_of
    scope = {f"{book.organ}__in": files_of(home_of(staff))}
    if not keeps(staff):
        scope[f"{book.own}__in"] = files_of(staff.organ_id)
    rows = book.model._default_manager.filter(**scope)
    return rows.select_related(book.parent) if book.parent else rows


def book_only(*, writing: bool = False) -> Callable[[View], View]:
    """For who may read, or write in, the ledger named in the address; the view is given `staff` and `book`."""

    def guard(view: View) -> View:
        @wraps(view)
        def with_book(request: HttpRequest, book: str, *args: Any, staff: Staff, **kwargs: Any) -> HttpResponseBase:
            found = BOOKS.get(book)
            if found is None or not opens(staff, found):
                raise Http404
            if writing and not writes(staff, found):
                raise PermissionDenied
            return view(request, *args, staff=staff, book=found, **kwargs)

        return staff_only(*(WRITERS if writing else READERS))(with_book)

    return guard
