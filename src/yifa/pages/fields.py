"""字段 — the kinds of field that forms of acts are made of: organs by name, names line by line, days, texts the law asks for."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from yifa.exchange import near
from yifa.exchange.reading import MOST, YEARS
from yifa.pages.pickers import BETWEEN, Choice, Picker, value_of

ORGANS = "organs"
"""The id of the list of organs on a page with such fields: `pages/_choices.html`."""


class Text(forms.CharField):
    """文字 — left empty, it is the law that says why it may not be, with its article."""

    def __init__(self, *, long: bool = False, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}) if long else forms.TextInput(), **kwargs)

    def validate(self, value: Any) -> None:
        """Emptiness is not judged here."""


class Day(forms.DateField):
    """日期 — a day a petition may speak of."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        said = {"required": "请填写日期", "invalid": "请写成 2025-08-04 的样子"}
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], error_messages=said, **kwargs)

    def validate(self, value: Any) -> None:
        """Within the centuries of the record."""
        super().validate(value)
        if isinstance(value, date) and value.year not in YEARS:
            raise ValidationError(f"{value}不会是信访事项中的日期")


class Number(forms.IntegerField):
    """数目 — of days or people."""

    def __init__(self, **kwargs: Any) -> None:
        said = {"required": "请填写数目", "invalid": "请填写整数", "max_value": f"数目太大，超过{MOST}"}
        super().__init__(min_value=-MOST, max_value=MOST, error_messages=said, **kwargs)
        self.widget.attrs.pop("min", None)
        self.widget.attrs.pop("max", None)


class Names(forms.CharField):
    """名单 — one a line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 2}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, tuple | list) else value

    def clean(self, value: Any) -> tuple[str, ...]:
        """Each name once, in the order written."""
        parts = (one.strip() for one in BETWEEN.split(super().clean(value)))
        return tuple(dict.fromkeys(one for one in parts if one))

    def validate(self, value: Any) -> None:
        """Emptiness is the law's matter."""


class OrganField(forms.CharField):
    """机关 — found by name, code or pinyin among the choices; shown by its name, kept by its code.

    `known`: what is not in the directory is an error; otherwise it stands as written.
    """

    def __init__(self, choices: Iterable[Choice], *, known: bool = True, **kwargs: Any) -> None:
        super().__init__(widget=Picker(), **kwargs)
        self.choices, self.known = tuple(choices), known
        self.widget.list = ORGANS

    def admit(self, code: str, name: str) -> None:
        """Let a further organ be named."""
        self.choices = (*self.choices, Choice(name, code, ""))

    def prepare_value(self, value: Any) -> Any:
        return next((one.name for one in self.choices if one.value == value), value)

    def validate(self, value: Any) -> None:
        """Emptiness is the law's matter."""

    def to_python(self, value: Any) -> str:
        typed = str(super().to_python(value)).strip()
        found = value_of(typed, self.choices)
        if typed and self.known and all(one.value != found for one in self.choices):
            hint = near(typed, [one.name for one in self.choices])
            raise ValidationError(f"名录中没有「{typed}」{hint}；请从提示中选择机关名称")
        return found
