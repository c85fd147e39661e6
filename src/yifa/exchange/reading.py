"""Reading what people write: JSON values into acts and organs, each error naming its place in Chinese."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import EnumType
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from yifa.exchange import InputError, near
from yifa.law.acts import ACTS, Act, Register, Request, Split
from yifa.law.organs import PETITIONER
from yifa.law.terms import Mover

ALIASES = {"走访": "来访", "信件": "来信", "电话": "来电", "网信": "网上", "网上信访": "网上", "petitioner": PETITIONER}
"""Other words in use for the same thing."""

WRITTEN = {(Register, "requests"): "claims", (Split, "requests"): "claims"}
"""Fields that case files, and whoever reads them, know by another name."""

MOST = 1_000_000
"""No count of people or days in a petition is larger; a larger one is a mistake."""

YEARS = range(1900, 3000)
"""The years a petition may speak of."""


def read_act(value: Any, place: str) -> Act:
    """An act from its JSON object: its kind under "act", English name or Chinese term, and its fields."""
    if not isinstance(value, Mapping):
        raise InputError(place, '应当是一个对象，如 {"act": "Register", "on": "2025-08-04", …}')
    name = value.get("act")
    kind = kinds().get(name) if isinstance(name, str) else None
    if kind is None:
        raise InputError(f"{place}.act", f"没有「{name}」这种行为{near(str(name), kinds())}；`yifa acts` 列出全部行为")
    given = {key: item for key, item in value.items() if key != "act"}
    if kind.mover is Mover.PETITIONER:
        given.setdefault("by", PETITIONER)
    return read_object(kind, given, place)  # type: ignore[no-any-return]


@cache
def kinds() -> dict[str, type[Act]]:
    """Every act by English name and by Chinese term."""
    return ACTS | {kind.term: kind for kind in ACTS.values()}


def hints_of(kind: type[Any]) -> dict[str, Any]:
    """The fields of a dataclass and their types."""
    if kind not in _HINTS:
        hints = get_type_hints(kind)
        _HINTS[kind] = {field.name: hints[field.name] for field in fields(kind)}
    return _HINTS[kind]


_HINTS: dict[type[Any], dict[str, Any]] = {}


def written(kind: type[Any], field: str) -> str:
    """What a field is called in a case file."""
    return WRITTEN.get((kind, field), field)


def read_object(kind: type[Any], value: Mapping[str, Any], place: str) -> Any:
    """A dataclass from a JSON object; unknown and missing fields are errors."""
    hints = hints_of(kind)
    given = _given(kind, value, place)
    for field in fields(kind):
        if field.name not in given and field.default is MISSING and field.default_factory is MISSING:
            raise InputError(f"{place}.{written(kind, field.name)}", "缺少这个字段")
    return kind(**{field: read(hints[field], value[name], f"{place}.{name}") for field, name in given.items()})


def _given(kind: type[Any], value: Mapping[str, Any], place: str) -> dict[str, str]:
    """The fields that are filled in, each with the name it goes by in `value`."""
    hints = hints_of(kind)
    listed = {written(kind, field): field for field in hints}
    given: dict[str, str] = {}
    for name in value:
        field = listed.get(name, name)
        if field not in hints:
            raise InputError(f"{place}.{name}", f"没有这个字段{near(name, listed)}；可用字段：{'、'.join(listed)}")
        if field in given:
            raise InputError(f"{place}.{name}", f"「{given[field]}」和「{name}」是同一个字段，只写一个")
        given[field] = name
    return given


def read(hint: Any, value: Any, place: str) -> Any:  # noqa: C901, PLR0911 - one branch for each kind of value
    """A value of the hinted type."""
    if get_origin(hint) is UnionType:
        if value is None or value == "":
            return None
        hint = next(one for one in get_args(hint) if one is not NoneType)
    if get_origin(hint) is tuple:
        items = value if isinstance(value, list) else [value]
        return tuple(read(get_args(hint)[0], item, f"{place}[{number}]") for number, item in enumerate(items))
    if hint is Act:
        return read_act(value, place)
    if hint is Request and isinstance(value, str):
        return Request(text=value)
    if is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(value, Mapping):
            raise InputError(place, "应当是一个对象")
        return read_object(hint, value, place)
    if isinstance(hint, EnumType):
        return _member(hint, value, place)
    if hint is date:
        return _day(value, place)
    if hint is bool and isinstance(value, bool):
        return value
    if hint is int and isinstance(value, int) and not isinstance(value, bool):
        return _number(value, place)
    if hint is str and isinstance(value, str | int) and not isinstance(value, bool):
        text = _text(value, place)
        return ALIASES.get(text, text) if place.endswith(".by") else text
    wanted = {bool: "true 或者 false", int: "整数", str: "文字"}.get(hint, "别的类型")
    raise InputError(place, f"应当是{wanted}，而不是 {value!r}")


def _member(hint: EnumType, value: Any, place: str) -> Any:
    word = ALIASES.get(str(value), str(value))
    for member in hint:  # type: ignore[var-annotated]
        if word == member.value or word.upper() == member.name:
            return member
    raise InputError(place, f"「{value}」不在可选值之内：{'、'.join(str(one.value) for one in hint)}")  # type: ignore[var-annotated]


def _number(value: int, place: str) -> int:
    if abs(value) > MOST:
        raise InputError(place, f"数目太大，超过{MOST}")
    return value


def _text(value: str | int, place: str) -> str:
    """A text that can be stored and printed."""
    text = str(value)
    if "\0" in text or any("\ud800" <= one <= "\udfff" for one in text):
        raise InputError(place, "文字中有无法保存的字符")
    return text


def _day(value: Any, place: str) -> date:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        raise InputError(place, f"「{value}」不是日期；请写成 2025-08-04 的样子") from None
    if day.year not in YEARS:
        raise InputError(place, f"{day} 不会是信访事项中的日期")
    return day
