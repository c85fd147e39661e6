"""台账留痕: how a row enters a ledger, how it may change afterwards, and how it is struck out."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction

from yifa.records.models import LedgerChange, LedgerRow

Row = TypeVar("Row", bound=LedgerRow)


@transaction.atomic
def enter(row: Row) -> Row:
    """登记 — judge a new row by its own constraints, and keep it."""
    _refuse_struck_owner(row)
    _strip(row)
    row.full_clean()
    row.save(force_insert=True)
    return row


def standing(row: Row) -> Row:
    """The row as it stands now, locked until the transaction ends; a struck one can change no more."""
    found = type(row).locked(row.pk)
    _refuse_struck_owner(found)
    if found.struck:
        raise ValidationError(f"“{found}”已划销，不能再改动")
    return found


@transaction.atomic
def change(row: Row, *, why: str, by: str, **values: object) -> Row:
    """变更 — set `values`, judge the row anew, and leave the trail; all of it or nothing."""
    found = standing(row)
    names = {field.name: str(field.verbose_name) for field in _fields(found)}
    for name in values:
        if name not in names:
            raise ValidationError(f"“{found._meta.verbose_name}”没有“{name}”这一项")
        if name in found.fixed:
            raise ValidationError({name: f"“{names[name]}”不能更正；登记有误的，划销后重新登记"})
    before = {name: getattr(found, name) for name in values}
    for name, value in values.items():
        setattr(found, name, value)
    _strip(found)
    found.full_clean()
    changes = {name: [old, getattr(found, name)] for name, old in before.items() if old != getattr(found, name)}
    if not changes:
        raise ValidationError("没有改动：所填与原值相同")
    found.save(update_fields=list(changes))
    _leave(found, changes, why=why, by=by)
    return found


def correct(row: Row, *, why: str, by: str, **values: object) -> Row:
    """更正 — `values` by field name; a day entered by mistake is undone with `None`."""
    if not why.strip():
        raise ValidationError({"why": "更正须写明事由"})
    return change(row, why=f"更正：{why.strip()}", by=by, **values)


@transaction.atomic
def strike_out(row: Row, *, why: str, by: str) -> Row:
    """划销 — entered by mistake: it stays to be seen, and no figure counts it or what hangs on it."""
    found = standing(row)
    found.struck = True
    found.save(update_fields=["struck"])
    _leave(found, {"struck": [False, True]}, why=why, by=by)
    return found


def _refuse_struck_owner(row: LedgerRow) -> None:
    """What hangs on another row is locked with it, and ends with it."""
    if (owner := row.owner()) and owner.struck:
        raise ValidationError(f"“{owner}”已划销，其下各项不能再登记或改动")


def _leave(row: Row, changes: dict[str, list[object]], *, why: str, by: str) -> None:
    left = LedgerChange(ledger=str(row._meta.verbose_name), row=row.pk, changes=changes, why=why.strip(), by=by.strip())
    left.full_clean()
    left.save(force_insert=True)


def _strip(row: Row) -> None:
    """Blanks around a text are no text: “ ” is an empty field."""
    for field in _fields(row):
        value = getattr(row, field.attname)
        if isinstance(value, str):
            setattr(row, field.attname, value.strip())


def _fields(row: models.Model) -> list["models.Field[object, object]"]:
    return list(row._meta.concrete_fields)
