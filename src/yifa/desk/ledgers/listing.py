"""台账的列表 — what its filters ask for, a page at a time along its days, and the same as a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

from django import forms
from django.db import models
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.utils import timezone

from yifa.desk.ledgers.access import keeps, rows_of
from yifa.desk.ledgers.book import Book
from yifa.desk.ledgers.forms import choices
from yifa.desk.listing.walk import Mark, written
from yifa.exchange.sheets import Cell, Column, Sheet
from yifa.organs.models import Staff
from yifa.pages.fields import Day, OrganField
from yifa.records.models import LedgerRow

PER_PAGE = 30
LONG = 100
"""Texts that may have more characters may need a line of their own."""

WIDE, NARROW = 40, 14
"""How wide columns of the table stand, in characters."""


class Filters(forms.Form):
    """筛选 — read from the address; what is left empty is not asked for."""

    use_required_attribute = False

    q = forms.CharField(label="查找", max_length=60)
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2099)

    def __init__(self, staff: Staff, book: Book, asked: Mapping[str, Any]) -> None:
        super().__init__(asked)
        self.book = book
        if states := book.states(timezone.localdate()):
            self.fields["state"] = _choice("情况", [(one.term, one.term) for one in states])
        for name in book.fields:
            if found := book.column(name).choices:
                self.fields[name] = _choice(book.head(name), list(found))
        self.choices = choices(staff, book) if keeps(staff) else ()
        if self.choices:
            self.fields[book.own] = OrganField(self.choices, label=book.head(book.own))
        self.fields["since"], self.fields["until"] = Day(label="日期从"), Day(label="到")
        self.fields["struck"] = forms.BooleanField(label="只看已划销的")
        for field in self.fields.values():
            field.required = False

    @property
    def where(self) -> Q:
        """The conditions on a row; those on its state go by that."""
        found = {name: value for name, value in self.cleaned_data.items() if value not in {None, ""}}
        day = self.book.day
        lookups = {"year": self.book.year, "state": "stands", "since": f"{day}__gte", "until": f"{day}__lte"}
        text = found.pop("q", "").strip()
        found["struck"] = bool(found.get("struck"))
        asked = Q(**{lookups.get(name, name): value for name, value in found.items()})
        return asked & reduce(or_, (Q(**{f"{name}__icontains": text}) for name in _texts(self.book))) if text else asked


def _choice(label: str, found: list[Any]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", "全部"), *found])


def _texts(book: Book) -> Iterator[str]:
    for name in book.fields:
        column = book.column(name)
        if isinstance(column, models.CharField | models.TextField) and not column.choices and name != book.own:
            yield name


def found(staff: Staff, book: Book, filters: Filters) -> QuerySet[LedgerRow]:
    """The rows asked for, each with its day and its state."""
    return told(book, rows_of(staff, book)).filter(filters.where)


def told(book: Book, rows: QuerySet[LedgerRow]) -> QuerySet[LedgerRow]:
    """Rows with the day they are listed by and how they stand."""
    states = [When(one.where, then=Value(one.term)) for one in book.states(timezone.localdate())]
    return rows.annotate(listed_on=F(book.day), stands=Case(*states, default=Value("")) if states else Value(""))


@dataclass(frozen=True, slots=True)
class Shown:
    """一格 — a value in words, and how its cell is drawn; `said`: whether it needs its column's name beside it."""

    head: str
    text: str
    kind: str

    @property
    def said(self) -> bool:
        """Days and numbers say nothing by themselves."""
        return self.kind in {"day", "number"}


@dataclass(frozen=True, slots=True)
class Line:
    """一行."""

    row: LedgerRow
    cells: list[Shown]
    state: str
    urgency: str


@dataclass(frozen=True, slots=True)
class Page:
    """一页 — its lines, and the marks behind its first and last one."""

    lines: list[Line]
    newer: str = ""
    older: str = ""


def page(book: Book, rows: QuerySet[LedgerRow], names: tuple[str, ...], mark: Mark | None) -> Page:
    """The newest first, from a mark on."""
    back = mark is not None and mark.back
    if mark:
        day, pk = mark.key
        beyond = "gt" if back else "lt"
        rows = rows.filter(**{f"{book.day}__{beyond}e": day}).filter(
            Q(**{f"{book.day}__{beyond}": day}) | Q(**{f"pk__{beyond}": pk})
        )
    order = (book.day, "pk") if back else (f"-{book.day}", "-pk")
    kept: list[Any] = list(rows.order_by(*order)[: PER_PAGE + 1])
    more, kept = len(kept) > PER_PAGE, kept[:PER_PAGE]
    if back:
        kept.reverse()
    if not kept:
        return Page([])
    before, after = (more, True) if back else (mark is not None, more)
    ends = [written((one.listed_on, one.pk)) for one in (kept[0], kept[-1])]
    return Page(lines(book, kept, names), ends[0] if before else "", ends[1] if after else "")


def columns(staff: Staff, book: Book, *, under: bool = False) -> tuple[str, ...]:
    """What a list shows to this person: a town's people know which town, and `under` its owner a row need not name it."""
    known = {"" if keeps(staff) else book.own, book.parent if under else ""}
    return tuple(name for name in book.shown if name not in known)


def lines(book: Book, rows: list[Any], names: tuple[str, ...]) -> list[Line]:
    """Rows as a list shows them."""
    urgency = {one.term: one.urgency for one in book.states(timezone.localdate())}
    return [
        Line(row, [cell(book, row, name) for name in names], row.stands, urgency.get(row.stands, "")) for row in rows
    ]


def cell(book: Book, row: LedgerRow, name: str) -> Shown:
    """One value of a row."""
    return Shown(book.head(name), book.told(name, getattr(row, name)), _kind(book, name))


def _kind(book: Book, name: str) -> str:
    column = book.column(name)
    if isinstance(column, models.DateField):
        return "day"
    long = isinstance(column, models.CharField) and (column.max_length or 0) > LONG
    if long or isinstance(column, models.TextField | models.ForeignKey):
        return "wide"
    return "number" if isinstance(column, models.IntegerField | models.DecimalField) and name != "year" else "plain"


def sheet(staff: Staff, book: Book, filters: Filters) -> Sheet:
    """The list as a table, with every column."""
    names = (*((book.parent,) if book.parent else ()), *book.fields)
    heads = [Column(book.head(name), WIDE if _kind(book, name) == "wide" else NARROW) for name in names]
    rows = found(staff, book, filters).order_by(f"-{book.day}", "-pk").iterator(chunk_size=2000)
    told_rows = (
        [*(_plain(book, name, getattr(row, name)) for name in names), getattr(row, "stands", "")] for row in rows
    )
    return Sheet(book.term, [*heads, Column("情况", NARROW)], told_rows)


def _plain(book: Book, name: str, value: object) -> Cell:
    """Numbers and days as what they are, all else in words."""
    return value if isinstance(value, int | Decimal | date) else book.told(name, value)
