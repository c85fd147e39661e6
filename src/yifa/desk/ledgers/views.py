"""台账 — the way in, the list of a ledger, one row with its trail, and what is written down in it."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from yifa.desk.access import staff_only
from yifa.desk.jobs.deliver import deliver
from yifa.desk.ledgers import listing
from yifa.desk.ledgers.access import READERS, book_only, keeps, opens, rows_of, writes
from yifa.desk.ledgers.book import Book, Step
from yifa.desk.ledgers.books import BOOKS, children_of, parent_of
from yifa.desk.ledgers.forms import RowForm, first_values, kept_values
from yifa.desk.ledgers.trail import changes_of, entries
from yifa.desk.listing.asked import query_of
from yifa.desk.listing.walk import Mark
from yifa.desk.office.told import tell
from yifa.desk.year.page import home_of
from yifa.organs.models import Staff
from yifa.organs.snapshot import snapshot
from yifa.pages.forms import problems
from yifa.records.models import LedgerRow
from yifa.records.trail import correct, standing, strike_out

SECTION = "ledgers"
FEW = 8
"""Tasks beside the way in; all of them stand in their ledger."""

CORRECT, STRIKE = "correct", "strike"
MEANWHILE = "您打开这一页以后，这一行有了改动（见下面的留痕）。请核对以后再提交"


@staff_only(*READERS)
def home(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """台账: every ledger that is this person's to read, and tasks not yet done.  Permission: `ledgers.access`."""
    today = timezone.localdate()
    books = [book for book in BOOKS.values() if opens(staff, book)]
    counted = [(book, _of_year(staff, book, today.year).count(), writes(staff, book)) for book in books]
    tasks = BOOKS["responsibilities"]
    undone = {"struck": False, "plan__struck": False, "done": None}
    waiting = rows_of(staff, tasks).filter(**undone).order_by("due", "pk")[:FEW]
    shown = {
        "section": SECTION,
        "year": today.year,
        "today": today,
        "rooms": [(room, list(group)) for room, group in groupby(counted, key=lambda one: one[0].room)],
        "tasks": [(one, tasks.told("responsible_organ", getattr(one, "responsible_organ", ""))) for one in waiting],
        "screens": opens(staff, BOOKS["disputes"]),
    }
    return render(request, "desk/ledgers/home.html", shown)


@book_only()
def listed(request: HttpRequest, *, staff: Staff, book: Book) -> HttpResponse:
    """一本台账: what the filters show.  Permission: `ledgers.access.rows_of`."""
    filters = listing.Filters(staff, book, request.GET)
    fine = filters.is_valid()
    rows = listing.found(staff, book, filters) if fine else book.model._default_manager.none()
    names = listing.columns(staff, book)
    shown = {
        "section": SECTION,
        "book": book,
        "form": filters,
        "problems": list(problems(filters)),
        "page": listing.page(book, rows, names, _mark(request)),
        "heads": [book.head(name) for name in names],
        "states": bool(book.states(timezone.localdate())),
        "query": query_of(request.GET),
        "enters": writes(staff, book) and not book.parent,
        "parent": parent_of(book) if book.parent and keeps(staff) else None,
    }
    return render(request, "desk/ledgers/list.html", shown, status=200 if fine else 422)


@book_only()
def export(request: HttpRequest, *, staff: Staff, book: Book) -> HttpResponseBase:
    """导出台账: as the filters show.  Permission: as the list."""
    if not listing.Filters(staff, book, request.GET).is_valid():
        return redirect(f"{reverse('ledger', args=[book.name])}?{request.GET.urlencode()}")
    return deliver(request, staff, "ledger", book.term, {"book": book.name, "query": query_of(request.GET)})


@book_only(writing=True)
def new(request: HttpRequest, *, staff: Staff, book: Book) -> HttpResponse:
    """登记一行.  Permission: who writes in the ledger; of a town, for the town itself."""
    parent = _parent(request, staff, book)
    first = first_values(book, parent, timezone.localdate())
    form = RowForm(staff, book, book.asked, request.POST or None, initial=first)

    def enter(values: dict[str, Any]) -> LedgerRow:
        belongs = {book.parent: parent} if parent else {"organ": home_of(staff)}
        return book.enter(**belongs | _own(staff, book) | values, by=_who(staff))

    term = f"登记{book.term}"
    back = parent and reverse("ledger-row", args=[parent_of(book).name, parent.pk])
    shown = {"parent": parent, "back": back or reverse("ledger", args=[book.name])}
    return _do(request, book, form, term, enter) or _asked(request, book, form, {"term": term, "main": "登记", **shown})


@book_only()
def row(request: HttpRequest, pk: int, *, staff: Staff, book: Book) -> HttpResponse:
    """一行: what it says, what may be done, what hangs on it, and its trail.  Permission: `ledgers.access.rows_of`."""
    found: Any = get_object_or_404(listing.told(book, rows_of(staff, book)), pk=pk)
    may_write = writes(staff, book) and _stands(book, found)
    hanging = []
    for child in children_of(book):
        below = listing.told(child, rows_of(staff, child).filter(**{child.parent: found, "struck": False}))
        lines = listing.lines(child, list(below.order_by("position")), listing.columns(staff, child, under=True))
        hanging.append((child, lines, may_write and writes(staff, child)))
    names = (*((book.parent,) if book.parent else ()), *book.fields)
    shown = {
        "section": SECTION,
        "book": book,
        "row": found,
        "line": listing.lines(book, [found], ())[0],
        "cells": [listing.cell(book, found, name) for name in names],
        "parent": (parent_of(book), getattr(found, book.parent)) if book.parent and keeps(staff) else None,
        "steps": [step for step in book.steps if step.fits(found)] if may_write else [],
        "may_write": may_write,
        "enters": writes(staff, book) and not book.parent,
        "hanging": hanging,
        "trail": list(entries(book, found)),
    }
    return render(request, "desk/ledgers/row.html", shown)


@book_only(writing=True)
def change(request: HttpRequest, pk: int, what: str, *, staff: Staff, book: Book) -> HttpResponse:
    """下一步、更正、划销.  Permission: who writes in the ledger, in the rows open to that person."""
    found: LedgerRow = get_object_or_404(rows_of(staff, book), pk=pk)
    address = reverse("ledger-row", args=[book.name, pk])
    step = next((one for one in book.steps if one.name == what), None)
    if step is None and what not in {CORRECT, STRIKE}:
        raise Http404
    if not _stands(book, found) or (step and not step.fits(found)):
        messages.warning(request, "这一行现在不能这样办理，见留痕")
        return redirect(address)
    seen = len(changes_of(found))
    form, act = _step(request, staff, book, step) if step else _mending(request, staff, book, found, what)
    term = step.term if step else {CORRECT: "更正", STRIKE: "划销"}[what]

    def do(values: dict[str, Any]) -> LedgerRow:
        now = standing(found)
        if request.POST.get("seen") != str(len(changes_of(now))):
            raise ValidationError(MEANWHILE)
        return act(now, values)

    shown = {"term": f"{term}：{found}", "main": term, "back": address, "seen": seen, "strikes": what == STRIKE}
    told = {"row": found, "trail": list(entries(book, found))}
    return _do(request, book, form, term, do) or _asked(request, book, form, shown | told)


Act = Callable[[Any, dict[str, Any]], LedgerRow]


def _step(request: HttpRequest, staff: Staff, book: Book, step: Step) -> tuple[RowForm, Act]:
    form = RowForm(staff, book, step.asked, request.POST or None, every=True)
    return form, lambda row, values: step.do(row, **values, by=_who(staff))


def _mending(request: HttpRequest, staff: Staff, book: Book, row: LedgerRow, what: str) -> tuple[RowForm, Act]:
    """更正 or 划销, each with its reason."""
    kept = kept_values(book, row) if what == CORRECT else {}
    why = "更正事由" if what == CORRECT else "划销事由"
    form = RowForm(staff, book, tuple(kept), request.POST or None, initial=kept, why=why)
    mend = correct if what == CORRECT else strike_out
    return form, lambda row, values: mend(row, why=form.cleaned_data["why"], by=_who(staff), **values)


def _do(
    request: HttpRequest, book: Book, form: RowForm, term: str, do: Callable[[dict[str, Any]], LedgerRow]
) -> HttpResponse | None:
    """Do what a form asks for; None where it is still to be filled in, or stands refused."""
    if not form.is_valid():
        return None
    try:
        with transaction.atomic():
            done = do(form.values)
    except ValidationError as error:
        tell(form, error)
        return None
    messages.success(request, f"{term}：“{done}”已记入台账。")
    return redirect("ledger-row", book.name, done.pk)


def _asked(request: HttpRequest, book: Book, form: RowForm, shown: dict[str, Any]) -> HttpResponse:
    context = {"section": SECTION, "book": book, "form": form, "problems": list(problems(form)), **shown}
    return render(request, "desk/ledgers/form.html", context, status=422 if form.is_bound else 200)


def _own(staff: Staff, book: Book) -> dict[str, str]:
    """A town's people enter for the town."""
    return {} if keeps(staff) or not book.own else {book.own: snapshot().standing(staff.organ_id)}


def _parent(request: HttpRequest, staff: Staff, book: Book) -> LedgerRow | None:
    """What a new row is to hang on."""
    if not book.parent:
        return None
    of = request.GET.get("of", "")
    found = rows_of(staff, parent_of(book)).filter(pk=of, struck=False).first() if of.isdecimal() else None
    if found is None:
        raise Http404
    return found


def _stands(book: Book, row: LedgerRow) -> bool:
    """Whether neither it nor what it hangs on is struck out."""
    return not row.struck and not (book.parent and getattr(row, book.parent).struck)


def _of_year(staff: Staff, book: Book, year: int) -> Any:
    return rows_of(staff, book).filter(**{book.year: year, "struck": False})


def _who(staff: Staff) -> str:
    return f"{snapshot().organs.name(staff.organ_id)[:80]} {staff.name}"


def _mark(request: HttpRequest) -> Mark | None:
    before, after = request.GET.get("before", ""), request.GET.get("after", "")
    return Mark.read(before, back=True) if before else Mark.read(after, back=False)
