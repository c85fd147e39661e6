"""行为表单 — the form of any act, made from the act's own fields; read back as the act."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Any, cast

from django import forms
from django.utils.datastructures import MultiValueDict

from yifa.exchange.reading import hints_of
from yifa.law.acts import Act, Correct, Request
from yifa.law.permits import Refusal
from yifa.pages.act_fields import Scene, field_for, suggested
from yifa.pages.act_words import label
from yifa.pages.asked import ANSWERS
from yifa.pages.fields import OrganField, Text

ROWS = "requests-rows"
"""How many requests the form has rows for."""

MOST_ROWS = 50

Data = MultiValueDict[str, str]


class RequestForm(forms.Form):
    """请求 — one row: a thing asked."""

    use_required_attribute = False

    def __init__(self, scene: Scene, *, data: Data | None, held: Request | None, prefix: str) -> None:
        super().__init__(data, prefix=prefix, initial=_values(held) if held else {})
        for field in fields(Request):
            made = field_for(Request, field, hints_of(Request)[field.name], scene)
            assert made is not None
            self.fields[field.name] = made

    @property
    def blank(self) -> bool:
        """Whether nothing was written in this row."""
        return not any(self.cleaned_data.values())


class ActForm(forms.Form):
    """行为表单 — of one kind of act.  `held` fills it with an act as it is; `prefix` sets a form within a form apart.

    Of a correction it holds the form of the act to be put right, if `held` names which.
    """

    use_required_attribute = False

    def __init__(
        self,
        kind: type[Act],
        scene: Scene,
        *,
        data: Data | None = None,
        held: Act | None = None,
        initial: Mapping[str, Any] | None = None,
        prefix: str | None = None,
    ) -> None:
        start = suggested(kind, scene) | dict(initial or {}) | (_values(held) if held else {})
        super().__init__(data, prefix=prefix, initial=start)
        self.kind, self.scene, self.held = kind, scene, held
        self.rows = self._rows(data) if hints_of(kind).get("requests") == tuple[Request, ...] else []
        self.right = self._right(data) if kind is Correct else None
        self._add_fields()
        self.problems: list[dict[str, Any]] = []

    def _add_fields(self) -> None:
        hints = hints_of(self.kind)
        leading = {"claim", "claims"} | ({"of"} if self.kind in ANSWERS else set())
        first = [field for field in fields(self.kind) if field.name in leading]
        rest = [
            field for field in fields(self.kind) if field not in first and field.name not in {"on", "by", "officer"}
        ]
        on = [field for field in fields(self.kind) if field.name == "on"]
        if len(self.scene.names) > 1 and not self.prefix:
            choices = [(one, self.scene.organs.name(one)) for one in self.scene.names]
            self.fields["by"] = forms.ChoiceField(choices=choices, label=label(self.kind, "by"))
        for field in [*first, *rest, *on]:
            if field.name in {"right", "target"} or field.name == "requests":
                continue
            if made := field_for(self.kind, field, hints[field.name], self.scene):
                if field.default is not MISSING:
                    self.initial.setdefault(field.name, field.default)
                if self.held:
                    _admit(made, getattr(self.held, field.name), self.scene)
                self.fields[field.name] = made
        if self.prefix:
            self.fields["officer"] = Text(label=label(self.kind, "officer"), required=False)
        if self.right:
            ways = [("replace", "改为下面写的"), ("void", "撤销：这一项本不该记录")]
            self.fields["way"] = forms.ChoiceField(
                choices=ways, label="怎样更正", widget=forms.RadioSelect(), initial="replace"
            )
            self.order_fields(["way", "reason", "on"])

    def _rows(self, data: Data | None) -> list[RequestForm]:
        held = getattr(self.held, "requests", ())
        name = self.add_prefix(ROWS)
        count = _count(data.get(name)) if data is not None else max(1, len(held))
        return [
            RequestForm(
                self.scene,
                data=data,
                held=held[number] if number < len(held) else None,
                prefix=self.add_prefix(f"requests-{number}"),
            )
            for number in range(count)
        ]

    def _right(self, data: Data | None) -> "ActForm | None":
        """The form of the act to be put right."""
        if not (isinstance(self.held, Correct) and self.held.right):
            return None
        return ActForm(type(self.held.right), self.scene, data=data, held=self.held.right, prefix="right")

    @property
    def term(self) -> str:
        """The act's Chinese name."""
        return self.kind.term

    @property
    def rows_name(self) -> str:
        """Where the number of rows is kept."""
        return self.add_prefix(ROWS)

    def is_valid(self) -> bool:
        """Whether the act can be read; whether it may be done is the law's question."""
        rows = [row.is_valid() for row in self.rows]
        fine = super().is_valid() and all(rows)
        right = self.right.is_valid() if self.right and self.cleaned_data.get("way") == "replace" else True
        if not (fine and right):
            self.problems = list(self._unread())
        return fine and right

    def act(self) -> Act:
        """The act as it is filled in."""
        given = {name: _plain(value) for name, value in self.cleaned_data.items() if name != "way"}
        usual = {"by": self.scene.names[0], "officer": self.scene.officer}
        kept = _values(self.held) if self.held else {}
        values = {**kept, **({} if self.prefix else usual), **given}
        if self.rows:
            values["requests"] = tuple(Request(**row.cleaned_data) for row in self.rows if not row.blank)
        elif "claims" in hints_of(self.kind) and not values.get("claims") and self.scene.partial:
            values["claims"] = self.scene.seen
        if "claim" in hints_of(self.kind) and not values.get("claim"):
            values["claim"] = self.scene.seen[0] if self.scene.partial and len(self.scene.seen) == 1 else ""
        if isinstance(self.held, Correct):
            values["target"] = self.held.target
            values["right"] = self.right.act() if self.right and self.cleaned_data["way"] == "replace" else None
        return self.kind(**values)

    def refuse(self, refusals: Iterable[Refusal]) -> None:
        """Show every reason of the law, at the top and at the field it names."""
        for one in refusals:
            self.problems.append({"text": one.reason, "basis": one.basis, "field": self._place(one.field)})
            if one.field in self.fields and one.reason not in self.errors.get(one.field, []):
                self.add_error(one.field, one.reason)

    def _place(self, field: str) -> str:
        if field in self.fields:
            bound = self[field]
            return bound.id_for_label or bound.auto_id or ""
        within = self.rows[0] if field == "requests" and self.rows else self.right if field == "right" else None
        return next((bound.id_for_label or bound.auto_id or "" for bound in within), "") if within else ""

    def _unread(self) -> Iterator[dict[str, Any]]:
        replaced = self.right if self.right and self.cleaned_data.get("way") == "replace" else None
        for form in (self, *self.rows, *([replaced] if replaced else [])):
            for bound in form:
                for error in bound.errors:
                    yield {"text": f"{bound.label}：{error}", "field": bound.id_for_label or bound.auto_id}


def _count(written: str | None) -> int:
    return min(max(1, int(written)), MOST_ROWS) if written and written.isdecimal() else 1


def _values(held: Any) -> dict[str, Any]:
    """The fields of an act or a request, as a form holds them."""
    return {field.name: getattr(held, field.name) for field in fields(held) if field.name not in {"right", "target"}}


def _admit(field: forms.Field, value: Any, scene: Scene) -> None:
    """What an act on record names stays a choice, though it would be none today."""
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(field, forms.TypedChoiceField) and type(one) is int and not field.valid_value(one):
            field.choices = [*cast("Any", field.choices), (one, f"第{one + 1}项")]
        if not isinstance(one, str) or not one:
            continue
        if isinstance(field, OrganField):
            field.admit(one, scene.organs.name(one))
        elif isinstance(field, forms.ChoiceField) and not field.valid_value(one):
            field.choices = [*cast("Any", field.choices), (one, scene.organs.name(one))]


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
