"""Acts to JSON and back.  Reads every version ever written: `samples/` holds one of each, never edited."""

import json
from collections.abc import Iterable
from dataclasses import MISSING, Field, fields, replace
from functools import cache
from typing import Any

import msgspec

from yifa.law.acts import ACTS, Act, Correct, Register, Split

VERSION = 1
"""Raised when an act's fields change; older versions are then upgraded on reading, never on disk."""


RENAMED = {Register: {"requests": "claims"}, Split: {"requests": "claims"}}
"""Fields that stand on record under an earlier name."""

_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {
    name: msgspec.json.Decoder(kind) for name, kind in ACTS.items() if kind not in {Correct, *RENAMED}
}


def encode(act: Act) -> str:
    """The act's fields as JSON, those at their default left out."""
    return json.dumps(_plain(act), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def decode(kind: str, content: str | bytes) -> Act:
    """The act as it was recorded."""
    if kind == Correct.__name__:
        return _correction(json.loads(content))
    if ACTS[kind] in RENAMED:
        return _named_anew(ACTS[kind], msgspec.json.decode(content))
    act: Act = _DECODERS[kind].decode(content)
    return act


def decode_all(rows: Iterable[tuple[str, str]]) -> list[Act]:
    """The acts of one file from (kind, content) rows, oldest first."""
    return [decode(kind, content) for kind, content in rows]


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    def default(one: Field[Any]) -> Any:
        return one.default_factory() if one.default_factory is not MISSING else one.default

    return tuple((one.name, default(one)) for one in fields(kind))


def _plain(value: Any) -> Any:
    """Dataclasses as objects without their defaults; days as ISO dates; a correction's right act with its kind."""
    if hasattr(value, "__dataclass_fields__"):
        renamed = RENAMED.get(value.__class__, {})
        return {
            renamed.get(name, name): {"act": type(item).__name__, **_plain(item)}
            if isinstance(item, Act)
            else _plain(item)
            for name, default in _defaults(value.__class__)
            if (item := getattr(value, name)) != default
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _correction(content: dict[str, Any]) -> Correct:
    right = content.pop("right", None)
    act = msgspec.convert({**content, "right": None}, Correct)
    if right is None:
        return act
    kind = ACTS[right.pop("act")]
    return replace(act, right=_named_anew(kind, right))


def _named_anew(kind: type[Act], content: Any) -> Act:
    now = {was: name for name, was in RENAMED.get(kind, {}).items()} if isinstance(content, dict) else {}
    act: Act = msgspec.convert({now.get(name, name): content[name] for name in content} if now else content, kind)
    return act
