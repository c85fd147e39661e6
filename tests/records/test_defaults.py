"""What is on record reads as it always did, whatever the code has for a default today."""

import json
from dataclasses import MISSING, asdict, field, fields, make_dataclass
from datetime import date
from enum import EnumType
from types import UnionType
from typing import get_args, get_origin, get_type_hints

import pytest

from tests.records.test_codec import WRITTEN, kept, name
from yifa.law.acts import ACTS, Act, Request
from yifa.law.terms import Channel, Level
from yifa.records import codec


def rows(path):
    """A sample as it stands, and of version 1 the row of an act that was at its defaults throughout."""
    sample = kept(path)
    yield sample["content"]
    if sample["version"] == 1:
        needed = {one.name for one in fields(ACTS[path.stem]) if one.default is MISSING} | {"claims"}
        content = {one: value for one, value in sample["content"].items() if one in needed}
        if path.stem in {"Register", "Split"}:
            content["claims"] = [{"text": "内容"}]
        yield content


def read(path):
    """The acts of these rows, without the classes they are of."""
    version = kept(path)["version"]
    return [asdict(codec.decode(path.stem, json.dumps(content), version)) for content in rows(path)]


ALWAYS = {path: read(path) for path in WRITTEN}
"""How every act reads with the defaults the code has."""


@pytest.fixture
def other_defaults(monkeypatch):
    """Code in which every default of every act, and of what is asked, is another."""
    codec._reader.cache_clear()
    request = twin(Request, {})
    monkeypatch.setattr(codec, "Request", request)
    for kind in list(ACTS.values()):
        monkeypatch.setitem(ACTS, kind.__name__, twin(kind, {tuple[Request, ...]: tuple[request, ...]}))
    monkeypatch.setattr(codec, "Correct", ACTS["Correct"])
    yield
    codec._reader.cache_clear()


def twin(kind, retyped):
    """The same class with other defaults."""
    hints = get_type_hints(kind)
    told = [
        (one.name, retyped.get(hints[one.name], hints[one.name]))
        if one.default is MISSING
        else (one.name, hints[one.name], field(default=another(hints[one.name], one.default)))
        for one in fields(kind)
    ]
    return make_dataclass(kind.__name__, told, bases=(kind,), frozen=True, slots=True, kw_only=True)


def another(kind, default):
    """Some value of a field's type that is not its default."""
    if get_origin(kind) is UnionType:
        kind = get_args(kind)[0]
    if isinstance(kind, EnumType):
        return next(one for one in kind if one is not default)
    values = {str: "另一", int: 77, bool: default is False, date: date(1999, 1, 1), tuple[str, ...]: ("另一",)}
    return values[kind] if kind is not Act else ACTS["Accept"](on=date(2025, 1, 1), by="另一机关")


def test_with_other_defaults_a_new_act_is_another(other_defaults):
    made = ACTS["Register"](on=date(2025, 8, 4), by="a", channel=Channel.LETTER, requests=())
    assert (made.level, made.people, made.names, made.urgent) == (Level.NATIONAL, 77, ("另一",), True)


@pytest.mark.parametrize("path", WRITTEN, ids=name)
def test_a_default_changed_in_the_code_changes_no_act_on_record(other_defaults, path):
    assert read(path) == ALWAYS[path]
