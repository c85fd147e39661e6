"""行为的字段 — which control each field of an act gets: by its type, or by what it may name in this petition."""

from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, dataclass
from datetime import date
from enum import EnumType
from types import NoneType
from typing import Any, get_args

from django import forms

from yifa.law.acts import Act
from yifa.law.notices import PAPERS
from yifa.law.organs import Organs
from yifa.law.paths import paths_for
from yifa.law.permits.kinds import CLAIM_OPTIONAL
from yifa.law.petition import Petition
from yifa.law.terms import OrganKind, Track
from yifa.pages.act_words import LONG, hint, label
from yifa.pages.asked import ANSWERS, asked_field, waiting_for
from yifa.pages.fields import Day, Names, Number, OrganField, Text
from yifa.pages.pickers import Choice

FEW = 4
"""So many choices are seen at a glance."""

SHOWN = 48
"""So much of a claim's text tells which it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """办理情境 — what a form is made for: which petition and claims, in whose name, by which person, on which day."""

    organs: Organs
    choices: tuple[Choice, ...]
    """The organs that may be named: those in being, the neighbours first."""
    today: date
    names: tuple[str, ...]
    """In whose name the act may be recorded; the first is the usual one."""
    officer: str
    petition: Petition | None = None
    seen: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    """The heads of the own organ, by name."""

    @property
    def claims(self) -> list[tuple[str, str]]:
        """The claims seen, by number and the beginning of their text."""
        held = self.petition.claims if self.petition else {}
        return [(one, f"诉求{one}：{held[one].text[:SHOWN]}") for one in self.seen]

    @property
    def partial(self) -> bool:
        """Whether there are claims that are not seen."""
        return self.petition is not None and len(self.seen) < len(self.petition.claims)

    def of_kind(self, *kinds: OrganKind) -> list[str]:
        """The organs of those kinds, those above the own organ first."""
        above = self.organs.above(self.names[0])
        return sorted(
            (one.value for one in self.choices if self.organs.kind(one.value) in kinds),
            key=lambda one: one not in above,
        )


def field_for(kind: type[Any], field: "Field[Any]", hinted: Any, scene: Scene) -> forms.Field | None:
    """The control of one field; None where there is nothing to choose."""
    said = {
        "label": label(kind, field.name),
        "help_text": hint(kind, field.name),
        "required": field.default is MISSING,
    }
    special = SPECIAL.get(f"{kind.__name__}.{field.name}") or SPECIAL.get(field.name)
    if special:
        return special(kind, scene, said)
    return _by_type(field, hinted, said)


def _by_type(field: "Field[Any]", hinted: Any, said: dict[str, Any]) -> forms.Field:
    plain = [one for one in get_args(hinted) if one is not NoneType]
    if hinted == tuple[str, ...]:
        return Names(**said)
    hinted = plain[0] if plain else hinted
    if isinstance(hinted, EnumType):
        return _choice(hinted, said, optional=bool(plain))
    if hinted is date:
        return Day(**said)
    if hinted is bool:
        return forms.BooleanField(**{**said, "required": False})
    if hinted is int:
        return Number(**said)
    return Text(long=field.name in LONG, **said)


def _choice(members: Any, said: dict[str, Any], *, optional: bool) -> forms.Field:
    choices = [(one.value, f"{one.value} {one.term}" if members is Track else one.value) for one in members]
    few = len(choices) <= FEW and not optional
    blank = [("", "未定" if optional else "请选择")]
    return forms.TypedChoiceField(
        choices=choices if few else blank + choices,
        coerce=members,
        empty_value=None,
        widget=forms.RadioSelect() if few else forms.Select(),
        error_messages={"required": f"请选择{said['label']}"},
        **{**said, "required": not optional},
    )


def _claims(kind: type[Act], scene: Scene, said: dict[str, Any]) -> forms.Field | None:
    if len(scene.claims) < 2:  # noqa: PLR2004 - one claim is no choice
        return None
    wanted = {**said, "required": False}
    if scene.partial:
        wanted["help_text"] = "不选即您看得到的全部。"
    return forms.TypedMultipleChoiceField(
        choices=scene.claims, coerce=str, widget=forms.CheckboxSelectMultiple(), **wanted
    )


def _claim(kind: type[Act], scene: Scene, said: dict[str, Any]) -> forms.Field | None:
    choices = scene.claims
    if kind in CLAIM_OPTIONAL and not scene.partial:
        choices = [("", "整件，不限于某一项"), *choices]
    if len(scene.claims) < 2:  # noqa: PLR2004 - as above
        return None
    asked = {"required": f"请选择{said['label']}"}
    wanted = {**said, "required": scene.partial}
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect(), error_messages=asked, **wanted)


def _organ(*, known: bool = True) -> "Maker":
    return lambda _kind, scene, said: OrganField(scene.choices, known=known, **said)


def _among(choices: Callable[[Scene], Iterable[str]]) -> "Maker":
    """One of a few organs; where none is known, any of the directory."""

    def make(kind: type[Act], scene: Scene, said: dict[str, Any]) -> forms.Field:
        codes = list(dict.fromkeys(choices(scene)))
        if not codes:
            return OrganField(scene.choices, **said)
        listed = [(one, scene.organs.name(one)) for one in codes]
        blank = [] if len(codes) == 1 else [("", "请选择")]
        return forms.ChoiceField(choices=blank + listed, **{**said, "required": False})

    return make


def _reported_to(kind: type[Act], scene: Scene, said: dict[str, Any]) -> forms.Field:
    """本级党委和政府 and whoever stands above; then the petition offices."""
    own, above = scene.organs.get(scene.names[0]), scene.organs.above(scene.names[0])
    leading = scene.of_kind(OrganKind.COMMITTEE, OrganKind.GOVERNMENT)
    levels = {own.level if own else None} | {organ.level for one in above if (organ := scene.organs.get(one))}
    near_by = [one for one in leading if (organ := scene.organs.get(one)) and organ.level in levels]
    offices = [one for one in scene.of_kind(OrganKind.PETITION_OFFICE) if one not in scene.names]
    choices = [(one, scene.organs.name(one)) for one in [*near_by, *offices]]
    wanted = {**said, "required": False}
    return forms.TypedMultipleChoiceField(choices=choices, coerce=str, widget=forms.CheckboxSelectMultiple(), **wanted)


def _path(kind: type[Any], scene: Scene, said: dict[str, Any]) -> forms.Field:
    """The paths that may be chosen today, by track; of a claim to be diverted, those of its own."""
    held = scene.petition.claims if scene.petition else {}
    own = {held[one].track for one in scene.seen} if kind.__name__ == "Divert" else set()
    tracks = [one for one in Track if not own or one in own]
    groups: list[tuple[str, Any]] = [
        (f"{track} {track.term}", [(one.id, f"{one.name}（{one.body_at('旗县', '市')}）") for one in found])
        for track in tracks
        if (found := paths_for(track, scene.today))
    ]
    return forms.ChoiceField(choices=[("", "未选"), *groups], **{**said, "required": False})


def _paper(kind: type[Act], scene: Scene, said: dict[str, Any]) -> forms.Field:
    waiting = [one for one in scene.petition.papers if one.served is None] if scene.petition else []
    numbers = dict.fromkeys(one.paper for one in waiting if one.claim in {"", *scene.seen})
    choices = [("", "本机关尚未送达的全部"), *((one, f"{PAPERS[one].term}（{one}）") for one in numbers)]
    return forms.ChoiceField(choices=choices, **{**said, "required": False})


def _handling(scene: Scene) -> list[str]:
    held = scene.petition.claims if scene.petition else {}
    return [one.organ for claim in scene.seen for one in held[claim].handlings if one.ended is None or one.objecting]


def _objecting(scene: Scene) -> list[str]:
    held = scene.petition.claims if scene.petition else {}
    return [one.organ for claim in scene.seen for one in held[claim].handlings if one.objecting]


def _above_opinion(scene: Scene) -> list[str]:
    held = scene.petition.claims if scene.petition else {}
    return [up for one in scene.seen if (given := held[one].opinion) for up in _superiors(scene, given.by)]


def _above_review(scene: Scene) -> list[str]:
    held = scene.petition.claims if scene.petition else {}
    return [up for one in scene.seen if (given := held[one].review) for up in _superiors(scene, given.to)]


def _superiors(scene: Scene, code: str) -> tuple[str, ...]:
    organ = scene.organs.get(code)
    return organ.superiors if organ else ()


def _same_level(scene: Scene) -> list[str]:
    own = scene.organs.get(scene.names[0])
    justice = scene.of_kind(OrganKind.JUSTICE)
    return [one for one in justice if own and (organ := scene.organs.get(one)) and organ.level is own.level] or justice


def _asked(kind: type[Act], scene: Scene, said: dict[str, Any]) -> forms.Field | None:
    return asked_field(waiting_for(kind, scene.petition, scene.names[0]), scene.organs, said)


Maker = Callable[[type[Any], Scene, dict[str, Any]], forms.Field | None]

SPECIAL: dict[str, Maker] = {
    "claim": _claim,
    "claims": _claims,
    "path": _path,
    "to": _organ(),
    "competent": _organ(),
    "successor": _organ(),
    "handled_by": _among(_handling),
    "suggested": _organ(known=False),
    "Notify.to": _organ(known=False),
    "Enforce.to": _organ(known=False),
    "OfferHelp.to": _organ(known=False),
    "ReportUrgent.to": _reported_to,
    "TransferToJustice.to": _among(_same_level),
    "Guide.to": _among(lambda scene: scene.of_kind(OrganKind.JUSTICE)),
    "TransferSealed.to": _among(lambda scene: scene.of_kind(OrganKind.DISCIPLINE)),
    "InformPersonnel.to": _among(lambda scene: scene.of_kind(OrganKind.PERSONNEL)),
    "AgreeReturn.organ": _among(_objecting),
    "RefuseReturn.organ": _among(_objecting),
    "Succeed.organ": _among(_handling),
    "RequestReview.to": _among(_above_opinion),
    "RequestFinalReview.to": _among(_above_review),
    "Serve.paper": _paper,
    **{f"{kind.__name__}.of": _asked for kind in ANSWERS},
}
"""Fields whose choices the petition or the directory gives; by act and field, or by field in every act."""


def suggested(kind: type[Act], scene: Scene) -> dict[str, Any]:
    """What a form is filled in with to begin with, beside the defaults of the fields."""
    filled: dict[str, Any] = {"on": scene.today, "by": scene.names[0]}
    head = scene.heads[0] if scene.heads else ""
    held = scene.petition
    by_act: dict[str, dict[str, Any]] = {
        "Extend": {"days": 30, "approved_by": head},
        "Recuse": {"decided_by": head},
        "Succeed": {"successor": scene.names[0]},
    }
    if held and scene.seen:
        first = held.claims[scene.seen[0]]
        by_act["HandlingOpinion"] = {"request": first.text if len(scene.seen) == 1 else ""}
        by_act["Serve"] = {"receiver": "、".join(held.names)}
        if found := waiting_for(kind, held, scene.names[0]):
            by_act.setdefault(kind.__name__, {"kind": getattr(found[0].act, "kind", None)})
            filled |= {"of": found[0].number} if len(found) == 1 else {}
    return filled | by_act.get(kind.__name__, {})
