"""Acts to JSON and back.  Reads every version ever written: `samples/` holds one of each, never edited."""

from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, replace
from functools import cache, partial
from typing import Any

import msgspec

from yifa.law.acts import ACTS, Act, Correct, Request
from yifa.records.versions import NAMES, SILENT

VERSION = 2
"""Raised when rows are written otherwise; `versions` says what older ones mean, which are never touched."""

_PLAIN = msgspec.json.Decoder(dict[str, Any])
_ENCODER = msgspec.json.Encoder(order="sorted")


def encode(act: Act) -> str:
    """The act as JSON, version 2: every field, those at their default too, by name."""
    if isinstance(act, Correct) and act.right is not None:
        return _ENCODER.encode(
            _fields(act) | {"right": {"act": type(act.right).__name__} | _fields(act.right)}
        ).decode()
    return _ENCODER.encode(act).decode()


def decode(kind: str, content: str | bytes, version: int) -> Act:
    """The act as it was recorded."""
    return _reader(kind, version)(content)


def decode_all(rows: Iterable[tuple[str, str, int]]) -> list[Act]:
    """The acts of one file from (kind, content, version) rows, oldest first."""
    return [_reader(kind, version)(content) for kind, content, version in rows]


def _fields(act: Act) -> dict[str, Any]:
    return {one.name: getattr(act, one.name) for one in fields(act)}


@cache
def _reader(kind: str, version: int) -> Callable[[str | bytes], Act]:
    """What reads the rows of an act: at once where nothing in them means other than what the code says today."""
    act = ACTS[kind]
    if act is Correct:
        return partial(_correction, version)
    if _means_the_same(act, version):
        return msgspec.json.Decoder(act).decode
    return lambda content: _act(kind, _PLAIN.decode(content), version)


def _means_the_same(act: type[Act], version: int) -> bool:
    today = {one.name: msgspec.to_builtins(one.default) for one in fields(act) if one.default is not MISSING}
    silent = SILENT[version].get(act.__name__, {})
    asks = any(one.name == "requests" for one in fields(act))
    return (
        act.__name__ not in NAMES[version]
        and silent.items() <= today.items()
        and not (asks and Request.__name__ in SILENT[version])
    )


def _act(kind: str, content: dict[str, Any], version: int) -> Act:
    act: Act = msgspec.convert(_whole(kind, content, version), ACTS[kind])
    return act


def _whole(kind: str, content: dict[str, Any], version: int) -> dict[str, Any]:
    """Every field under today's name, with what it means where the row does not hold it."""
    names = NAMES[version].get(kind, {})
    whole = {**SILENT[version].get(kind, {}), **{names.get(name, name): value for name, value in content.items()}}
    if "requests" in whole:
        whole["requests"] = [_whole(Request.__name__, one, version) for one in whole["requests"]]
    return whole


def _correction(version: int, content: str | bytes) -> Act:
    whole = _whole(Correct.__name__, _PLAIN.decode(content), version)
    right = whole.get("right")
    act = msgspec.convert({**whole, "right": None}, Correct)
    return replace(act, right=_act(right["act"], right, version)) if right else act
