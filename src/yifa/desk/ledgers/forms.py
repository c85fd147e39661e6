"""台账的表单 — made of the columns themselves: entering, a next step, a correction, striking out."""

from datetime import date
from typing import Any

from django import forms
from django.db import models
from django.db.models import Max
from django.utils import timezone

from yifa.desk.ledgers.access import keeps
from yifa.desk.ledgers.book import Book
from yifa.desk.office.told import PastDay
from yifa.desk.year.page import home_of
from yifa.organs.models import Staff
from yifa.pages.fields import Day, OrganField
from yifa.pages.pickers import Choice, organs_near
from yifa.records.models import LedgerRow

LONG = 3
"""Lines of a long text's box."""


class RowForm(forms.Form):
    """台账行 — the columns named; `choices` are the organs one of them may name."""

    use_required_attribute = False

    def __init__(self, staff: Staff, book: Book, names: tuple[str, ...], data: Any = None, **kwargs: Any) -> None:
        self.every, self.why = kwargs.pop("every", False), kwargs.pop("why", "")
        super().__init__(data, **kwargs)
        self.book, self.choices = book, choices(staff, book) if keeps(staff) else ()
        for name in names:
            if name != book.own or keeps(staff):
                self.fields[name] = self._field(name)
        if self.why:
            self.fields["why"] = forms.CharField(
                label=self.why, widget=forms.Textarea({"rows": LONG}), error_messages={"required": f"请填写{self.why}"}
            )

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in, without the reason."""
        return {name: value for name, value in self.cleaned_data.items() if name != "why"}

    def _field(self, name: str) -> forms.Field:
        column, head = self.book.column(name), self.book.head(name)
        said = {"required": f"请填写{head}"}
        asked: dict[str, Any] = {"label": head, "required": self.every or not column.blank}
        if name == self.book.own:
            return _Organ(self.choices, error_messages=said, **asked)
        if isinstance(column, models.DateField):
            return self._day(name, asked)
        field = column.formfield(error_messages=said, **asked)
        assert isinstance(field, forms.Field)
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "请选择"), *(column.choices or ())]
        if isinstance(field.widget, forms.Textarea):
            field.widget = forms.Textarea({"rows": LONG})
        return field

    def _day(self, name: str, asked: dict[str, Any]) -> forms.Field:
        if name in self.book.ahead:
            return Day(**asked)
        field = PastDay(**asked)
        field.initial = timezone.localdate if field.required else None
        return field


class _Organ(OrganField):
    """机关 — one must be named."""

    def validate(self, value: Any) -> None:
        """As of any text."""
        forms.CharField.validate(self, value)


def choices(staff: Staff, book: Book) -> tuple[Choice, ...]:
    """The organs that a row may name."""
    return tuple(one for one in organs_near(home_of(staff)) if book.among(one.value)) if book.own else ()


def first_values(book: Book, parent: LedgerRow | None, today: date) -> dict[str, Any]:
    """What a new row most likely says: this year, the next place in its order."""
    found: dict[str, Any] = {"year": today.year}
    if parent is not None:
        beside = book.model._default_manager.filter(**{book.parent: parent, "struck": False})
        found["position"] = (beside.aggregate(last=Max("position"))["last"] or 0) + 1
    return found


def kept_values(book: Book, row: LedgerRow) -> dict[str, Any]:
    """What a row says now, as far as it may be corrected: what belongs to a later step only once that was written down."""
    found = {name: getattr(row, name) for name in book.fields}
    return {name: value for name, value in found.items() if name in book.asked or value not in {None, ""}}
