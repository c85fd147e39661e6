"""选择框 — organs and places by name, code or pinyin: a plain list without a script, a combobox with it (picker.js)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django import forms

from yifa.law.organs import Organs
from yifa.law.terms import Level, OrganKind
from yifa.organs.models import OrganRecord
from yifa.organs.snapshot import snapshot
from yifa.pages.pinyin import fits, written

MOST = 400
"""Names in the list of a page; every other one is still found when it is written out."""

BETWEEN = re.compile(r"[\n\r、，,；;]+")
"""What stands between several names."""


@dataclass(frozen=True, slots=True)
class Choice:
    """可选项 — a name, what is kept of it, and how it is read."""

    name: str
    value: str
    read: str


class Picker(forms.TextInput):
    """选择框 — a text with a list of names; `several`: names one after the other."""

    template_name = "pages/_picker.html"

    def __init__(self, *, several: bool = False, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"autocomplete": "off", "spellcheck": "false", **(attrs or {})})
        self.several = several
        self.choices: tuple[Choice, ...] = ()
        self.list = ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {"list": self.list} | ({"data-several": "1"} if self.several else {})
        return context


class NameField(forms.CharField):
    """名称 — of an organ or a place: what is known is kept by its value, anything else as it was written.

    `several`: a tuple of them.
    """

    def __init__(self, *, choices: Iterable[Choice] = (), several: bool = False, **kwargs: Any) -> None:
        self.several = several
        kwargs.setdefault("required", False)
        super().__init__(widget=Picker(several=several), **kwargs)
        self.offer(tuple(choices), "")

    def offer(self, choices: tuple[Choice, ...], listed: str) -> None:
        """Set what may be chosen, and the id of the list on the page that shows it."""
        self.choices = choices
        self.widget.choices, self.widget.list = choices, listed

    def clean(self, value: Any) -> Any:
        """The values of the names written."""
        text = super().clean(value)
        if not self.several:
            return value_of(text.strip(), self.choices)
        parts = (one.strip() for one in BETWEEN.split(text))
        return tuple(dict.fromkeys(value_of(one, self.choices) for one in parts if one))


def value_of(typed: str, choices: Iterable[Choice]) -> str:
    """What stands for a name: its value if the name, the value or pinyin that fits one only; else the text itself."""
    choices = list(choices)
    known = next((one.value for one in choices if typed in {one.name, one.value}), None)
    if known is not None or not typed.isascii():
        return known or typed
    fitting = [one.value for one in choices if fits(typed, one.name)]
    return fitting[0] if len(fitting) == 1 else typed


def organs_near(own: str) -> tuple[Choice, ...]:
    """机关 — those in being, the neighbours of an organ first, kept by their codes."""
    return _organs(snapshot().token, own)


def places_near(own: str) -> tuple[Choice, ...]:
    """属地 — the towns, the neighbours first, and the region itself; kept by their names, as the figures take them."""
    return _places(snapshot().token, own)


@lru_cache(maxsize=64)
def _organs(_token: str, own: str) -> tuple[Choice, ...]:
    organs = snapshot().organs
    names = dict(OrganRecord.objects.filter(abolished=None).values_list("code", "name"))
    ordered = sorted(names, key=lambda code: _nearness(organs, own, code, names))
    return tuple(Choice(names[code], code, written(names[code])) for code in ordered)


@lru_cache(maxsize=64)
def _places(_token: str, own: str) -> tuple[Choice, ...]:
    organs = snapshot().organs
    rows = OrganRecord.objects.filter(abolished=None).values_list("code", "name", "place", "kind", "level")
    named: Mapping[str, str] = {
        code: place or name
        for code, name, place, kind, level in rows
        if kind == OrganKind.TOWN or (place and level == Level.COUNTY)
    }
    ordered = sorted(named, key=lambda code: _nearness(organs, own, code, named))
    return tuple(Choice(name, name, written(name)) for name in dict.fromkeys(named[code] for code in ordered))


def _nearness(organs: Organs, own: str, code: str, names: Mapping[str, str]) -> tuple[bool, str]:
    organ = organs.get(own)
    beside = organ is not None and not set(organ.superiors).isdisjoint(organs.above(code))
    return not beside, names[code]
