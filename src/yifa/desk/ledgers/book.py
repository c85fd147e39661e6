"""台账的说明 — what a ledger holds, who keeps it and what may be done to its rows: list, forms and table come from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Field, Q

from yifa.organs.models import Role
from yifa.organs.snapshot import snapshot
from yifa.pages.templatetags.zh import day, moment
from yifa.records.models import LedgerRow


@dataclass(frozen=True, slots=True)
class State:
    """情况 — how a row stands, by a condition on the row; the first that fits names it."""

    term: str
    where: Q
    urgency: str


@dataclass(frozen=True, slots=True)
class Step:
    """登记的下一步 — what is written down of a row later on, as long as `field` is still empty (none named: always)."""

    name: str
    term: str
    do: Callable[..., LedgerRow]
    asked: tuple[str, ...]
    empty: str = ""
    only: Mapping[str, str] = field(default_factory=dict)

    def fits(self, row: LedgerRow) -> bool:
        """Whether it is a row's turn."""
        still = not self.empty or getattr(row, self.empty) is None
        return still and not row.struck and all(getattr(row, name) == value for name, value in self.only.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """台账 — one ledger.

    `day` is the day it is listed by.  `own` names the column with the organ whose people see the row; the petition
    office that keeps the ledger sees every one.  `parent` names the row that each of its rows hangs on.
    """

    name: str
    room: str
    about: str
    model: type[LedgerRow]
    enter: Callable[..., LedgerRow]
    writers: frozenset[Role]
    day: str
    asked: tuple[str, ...]
    shown: tuple[str, ...]
    steps: tuple[Step, ...] = ()
    states: Callable[[date], tuple[State, ...]] = lambda _: ()
    own: str = ""
    among: Callable[[str], bool] = lambda _: True
    """Which organs may stand in `own`."""
    by_own: bool = False
    """Whether the people of that organ enter its rows themselves."""
    parent: str = ""
    in_year: str = ""
    ahead: frozenset[str] = frozenset()
    """Days that may still be to come."""

    @property
    def term(self) -> str:
        """What it is called."""
        return str(self.model._meta.verbose_name)

    @property
    def fields(self) -> tuple[str, ...]:
        """Every column that people fill in, now or later."""
        return tuple(dict.fromkeys((*self.asked, *(name for step in self.steps for name in step.asked))))

    @property
    def organ(self) -> str:
        """Where the office that keeps it is named."""
        return f"{self.parent}__organ" if self.parent else "organ"

    @property
    def year(self) -> str:
        """By what a row belongs to a year."""
        return self.in_year or f"{self.day}__year"

    def column(self, name: str) -> "Field[Any, Any]":
        """A column of its table."""
        found = self.model._meta.get_field(name)
        assert isinstance(found, Field)
        return found

    def head(self, name: str) -> str:
        """What a column is called: organs are kept by code and shown by name."""
        return str(self.column(name).verbose_name).removesuffix("代码")

    def told(self, name: str, value: object) -> str:
        """A value of a column in words."""
        if name == self.own and value:
            return snapshot().organs.name(str(value))
        return in_words(value)


def in_words(value: object) -> str:
    """A value as people write it; nothing for no value."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "" if value is None else str(value)
