"""条件 — a condition asked of a row in memory, answered as the database would: one definition for both."""

import operator
from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import F, Q

Test = Callable[[Mapping[str, Any]], bool]
"""Whether a row, by its columns, is meant."""

COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "exact": operator.eq,
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
}


def test_of(condition: Q) -> Test:
    """The condition as a function of a row.  Of its forms, those that figures use; any other is an error when made."""
    tests = [test_of(one) if isinstance(one, Q) else _leaf(one) for one in condition.children]
    assert condition.connector in {Q.AND, Q.OR}, condition
    assert not condition.negated, "of a negation the database says neither yes nor no where a value is unknown"
    every_or_any = any if condition.connector == Q.OR and tests else all
    return lambda row: every_or_any(test(row) for test in tests)


def _leaf(compared: Any) -> Test:
    name, value = compared
    column, _, lookup = name.partition("__")
    if lookup == "in":
        among = frozenset(value)
        return lambda row: row[column] in among
    if lookup == "isnull" or value is None:
        absent = value is None or value
        return lambda row: (row[column] is None) is absent
    compare = COMPARED[lookup or "exact"]
    if isinstance(value, F):
        other: str = getattr(value, "name")  # noqa: B009 - the stubs do not know it
        return lambda row: row[column] is not None and row[other] is not None and compare(row[column], row[other])
    return lambda row: row[column] is not None and compare(row[column], value)
