"""How a trial act is filled in: field by field, sensibly most of the time."""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, replace
from datetime import date, timedelta
from enum import EnumType
from functools import cache
from random import Random
from typing import Any, get_type_hints

from tests.spec.cases import BANNER
from yifa.law.acts import ACTS, Act, Correct, Request
from yifa.law.answers import Asked
from yifa.law.claim import Claim
from yifa.law.organs import PETITIONER
from yifa.law.paths import paths_for
from yifa.law.petition import Petition
from yifa.law.terms import Channel, Mover, NoticeKind, OrganKind, RatedBody, SettleMode, Track

ORGANS = [organ.code for organ in BANNER]
OFFICES = [organ.code for organ in BANNER if organ.kind is OrganKind.PETITION_OFFICE]
HANDLERS = [organ.code for organ in BANNER if organ.kind in {OrganKind.DEPARTMENT, OrganKind.TOWN}]
OFFICERS = ["", "", "", "", "赵某", "钱某", "镇长"]
ACCUSED = [("镇长",), ("民政局长",), ("旗民政局",), ("赵某",), ("旗长",), ("村主任", "红旗镇")]
TRACKS = [*Track, Track.B, Track.C1, Track.C1, Track.C5, None, None] + [Track.C6] * 8


@dataclass
class Scene:
    """What an act is filled in from: the petition, one of its claims, the day, chance, and what is filled in so far."""

    petition: Petition
    claim: Claim | None
    on: date
    dice: Random
    kind: type = Act

    def maybe(self, share: float) -> bool:
        """True in that share of cases."""
        return self.dice.random() < share

    def one(self, *choices: Any) -> Any:
        """One of them."""
        return self.dice.choice(choices)

    @property
    def handler(self) -> str:
        """Who handles the claim, or might."""
        handling = self.claim.handling if self.claim else None
        return handling.organ if handling else self.one(*HANDLERS)


Said = dict[str, Any]


def filled(kind: type[Act], scene: Scene) -> Act:
    """A trial act of that kind; who does it is chosen last, when the rest is known."""
    scene = replace(scene, kind=kind)
    said = {"on": scene.on, **_said(kind, scene)}
    said["by"] = scene.one(*ORGANS) if scene.maybe(0.04) else _by(said, scene)
    return kind(**said)


def _said(kind: type, scene: Scene) -> Said:
    said: Said = {}
    for name, hint, required in _fields(kind):
        if required or name in FILLINGS or scene.maybe(0.2):
            said[name] = FILLINGS[name](said, scene) if name in FILLINGS else _any(hint, scene)
    return said


@cache
def _fields(kind: type) -> list[tuple[str, Any, bool]]:
    hints = get_type_hints(kind)
    return [(one.name, hints[one.name], one.default is MISSING) for one in fields(kind) if one.name not in {"on", "by"}]


def _any(hint: Any, scene: Scene) -> Any:
    if isinstance(hint, EnumType):
        return scene.one(*hint)
    if hint is bool:
        return scene.maybe(0.9)
    if hint is int:
        return scene.dice.randrange(1, 31)
    if hint in {date, date | None}:
        return scene.on + timedelta(days=scene.dice.randrange(45))
    return () if hint == tuple[str, ...] else "" if scene.maybe(0.03) else "…"


def _by(said: Said, scene: Scene) -> str:
    """Who does it: whom the act names as its mover, as far as the petition knows one."""
    return scene.one(*(MOVERS[scene.kind.mover](said, scene) or [scene.handler]))


def _handlers(_said: Said, scene: Scene) -> list[str]:
    return [scene.handler, *(one.organ for one in scene.claim.handlings if one.passed_on and not one.ended)]


def _holders(_said: Said, scene: Scene) -> list[str]:
    waiting = [one.office for one in scene.claim.dispatches if one.done is None]
    return [scene.petition.registrar, scene.handler, *waiting, *waiting]


def _addressees(_said: Said, scene: Scene) -> list[str]:
    return [one.to for one in _waiting(scene)]


def _waiting(scene: Scene) -> list[Asked]:
    """What was asked and waits for an answer of this kind."""
    kinds = ANSWERED_BY.get(scene.kind.__name__, ())
    return [one for one in scene.petition.asked if not one.answered and type(one.act).__name__ in kinds]


ANSWERED_BY = {
    "AnswerSupervision": ("Supervise",),
    "AnswerRecommendation": ("Recommend",),
    "ReportRemedy": ("OrderRemedy", "TakeConferenceMeasure"),
}


def _of(_said: Said, scene: Scene) -> Any:
    """Whom a rating is of; which of the things asked an answer answers."""
    if scene.kind is ACTS["Rate"]:
        return scene.one(*RatedBody)
    if scene.kind is ACTS["ReportExecution"]:
        orders = scene.claim.opinion.orders if scene.claim.opinion else []
        return scene.one(None, None, *(one.number for one in orders if one.open))
    waiting = [one.number for one in _waiting(scene)]
    return scene.one(*waiting) if waiting and scene.maybe(0.8) else None


def _due(_said: Said, scene: Scene) -> date | None:
    """A day set; none only where the act may leave it open."""
    if scene.kind is not ACTS["Assign"] and scene.maybe(0.3):
        return None
    return scene.on + timedelta(days=scene.dice.randrange(45))


def _approver(_said: Said, scene: Scene) -> str:
    """A head of the organ, his deputy, or somebody else's."""
    heads = BANNER.get(scene.handler).leaders or ("某局长",)
    return scene.one(*heads, *heads, f"副{heads[0]}", "镇长")


def _reviewers(_said: Said, scene: Scene) -> list[str]:
    return [one.to for one in (scene.claim.review, scene.claim.final_review) if one]


def _deciders(said: Said, scene: Scene) -> list[str]:
    waiting = [one.by for one in scene.petition.papers if one.served is None]
    if scene.kind is ACTS["Serve"] and waiting:
        return waiting
    if said.get("mode") is SettleMode.CONFERENCE:
        return ["旗联席会议"]
    return ["旗政府", "旗信访局", scene.handler, said.get("successor", "旗委"), *_reviewers(said, scene)]


MOVERS: dict[Mover, Callable[[Said, Scene], list[str]]] = {
    Mover.RECEIVER: lambda said, scene: [*OFFICES, *["旗信访局"] * 3, "市信访局", scene.one(*ORGANS)],
    Mover.OFFICE: lambda said, scene: [scene.petition.registrar, "旗信访局"],
    Mover.HOLDER: _holders,
    Mover.HANDLER: _handlers,
    Mover.SENDER: lambda said, scene: [one.sender for one in scene.claim.handlings[-1:]],
    Mover.REVIEWER: lambda said, scene: _reviewers(said, scene)[:1],
    Mover.FINAL_REVIEWER: lambda said, scene: _reviewers(said, scene)[1:],
    Mover.DECIDER: _deciders,
    Mover.ADDRESSEE: _addressees,
    Mover.CONFERENCE: lambda said, scene: ["旗联席会议"],
    Mover.JUSTICE: lambda said, scene: ["旗法院", "旗政法委"],
    Mover.PETITIONER: lambda said, scene: [PETITIONER],
}


def _to(said: Said, scene: Scene) -> Any:
    """To whom: who has authority, mostly."""
    kind = scene.kind.__name__
    if kind == "ReportUrgent":
        return scene.one(
            ("旗政府",), ("旗委",), ("旗政府", "旗联席会议"), ("市信访局", "国家信访局"), ("国家信访局",), ()
        )
    below = [organ.code for organ in BANNER if scene.claim.handling and scene.handler in organ.superiors]
    if kind in {"Transfer", "Assign"} and below and scene.maybe(0.5):
        return scene.one(*below)
    return scene.one(*(RECIPIENTS[kind](scene) if kind in RECIPIENTS else [*HANDLERS, "旗政府", "旗政法委"]))


def _of_kind(kind: OrganKind) -> Callable[[Scene], list[str]]:
    found = [organ.code for organ in BANNER if organ.kind is kind]
    return lambda scene: found


def _above(organ: str) -> list[str]:
    return list(BANNER.get(organ).superiors) or ORGANS


RECIPIENTS: dict[str, Callable[[Scene], list[str]]] = {
    "Transfer": lambda scene: [*HANDLERS * 2, "旗民政局低保中心", "旗信访局", "市信访局", "旗纪委监委"],
    "TransferToJustice": _of_kind(OrganKind.JUSTICE),
    "Guide": _of_kind(OrganKind.JUSTICE),
    "TransferSealed": _of_kind(OrganKind.DISCIPLINE),
    "InformPersonnel": _of_kind(OrganKind.PERSONNEL),
    "Notify": lambda scene: ["", "旗民政局", *(one.passed_on for one in scene.claim.handlings)],
    "RequestReview": lambda scene: _above(scene.claim.opinion.by) if scene.claim.opinion else ORGANS,
    "RequestFinalReview": lambda scene: _above(scene.claim.reviewed.to) if scene.claim.reviewed else ORGANS,
}


def _requests(_said: Said, scene: Scene) -> tuple[Request, ...]:
    return tuple(Request(**_said_of_request(scene)) for _ in range(scene.one(1, 1, 1, 2, 3)))


def _said_of_request(scene: Scene) -> Said:
    track = scene.one(*TRACKS)
    shared = 0.6 if track is Track.B else 0.04
    return {
        "text": "…",
        "track": track,
        "path": _path_of(track, scene) if scene.maybe(0.3) else "",
        "accused": scene.one(*ACCUSED) if scene.maybe(shared) else (),
    }


def _claims(said: Said, scene: Scene) -> tuple[Any, ...]:
    return (scene.claim.id,) if scene.maybe(0.7) else ()


def _path_of(track: Track | None, scene: Scene) -> str:
    found = paths_for(track, scene.on) if track else ()
    return scene.one(*found).id if found else ""


def _path(said: Said, scene: Scene) -> str:
    return _path_of(said.get("track", scene.claim.track), scene)


def _representatives(said: Said, scene: Scene) -> tuple[str, ...]:
    return tuple(f"代表{number}" for number in range(min(said.get("people", 6), scene.one(0, 0, 1, 5, 6))))


def _paper(_said: Said, scene: Scene) -> str:
    return scene.one("", *(one.paper for one in scene.petition.papers if one.served is None))


def _right(said: Said, scene: Scene) -> Act | None:
    """The act as it should have been: another officer, another day, filled in anew, or nothing."""
    wrong = scene.petition.acts[min(said["target"], len(scene.petition.acts) - 1)]
    if isinstance(wrong, Correct) or scene.maybe(0.15):
        return None
    if scene.maybe(0.5):
        return replace(wrong, officer=scene.one("孙某", "赵某"))
    if scene.maybe(0.5):
        return replace(wrong, on=wrong.on + timedelta(days=scene.one(-1, 1)))
    anew = _said(type(wrong), replace(scene, kind=type(wrong)))
    return replace(wrong, **{name: anew[name] for name in scene.dice.sample(sorted(anew), 1)} if anew else {})


def _often(value: Any, share: float, other: Any = "") -> Callable[[Said, Scene], Any]:
    return lambda _said, scene: value if scene.maybe(share) else other


FILLINGS: dict[str, Callable[[Said, Scene], Any]] = {
    "officer": lambda said, scene: scene.one(*OFFICERS),
    "received": lambda said, scene: scene.on - timedelta(days=scene.one(-1, *[0, 1, 2, 3] * 5)),
    "channel": lambda said, scene: scene.one(*Channel, Channel.VISIT, Channel.VISIT),
    "people": lambda said, scene: scene.one(1, 1, 1, 2, 4, 8),
    "representatives": _representatives,
    "names": _often(("王某",), 0.9, ()),
    "address": _often("红旗镇一村", 0.9),
    "anonymous": _often(True, 0.1, False),
    "urgent": _often(True, 0.2, False),
    "electronic": _often(True, 0.5, False),
    "joint": _often(True, 0.4, False),
    "agreed": _often(True, 0.5, False),
    "origin": _often("导-1", 0.3),
    "claims": _claims,
    "requests": _requests,
    "claim": lambda said, scene: scene.claim.id if scene.maybe(0.95) else "",
    "track": lambda said, scene: scene.one(*(one for one in TRACKS if one)),
    "path": _path,
    "accused": lambda said, scene: scene.one(*ACCUSED) if scene.maybe(0.05) else (),
    "to": _to,
    "organ": lambda said, scene: scene.handler,
    "handled_by": lambda said, scene: scene.handler,
    "competent": lambda said, scene: scene.one(scene.handler, *HANDLERS),
    "successor": lambda said, scene: scene.one(*HANDLERS),
    "after": _often("已申请行政复议", 0.7),
    "last_day": lambda said, scene: scene.on + timedelta(days=60) if scene.maybe(0.9) else None,
    "reason": _often("…", 0.9),
    "note": _often("…", 0.8),
    "basis_text": _often("…", 0.9),
    "agreement": _often("…", 0.9),
    "person": lambda said, scene: scene.one("赵某", "钱某", "镇长", "李某"),
    "kind": lambda said, scene: scene.one(*get_type_hints(scene.kind)["kind"]) if scene.maybe(0.4) else _kind(scene),
    "paper": _paper,
    "of": _of,
    "approved_by": _approver,
    "due": _due,
    "contact": _often("电话", 0.3),
    "target": lambda said, scene: scene.dice.randrange(len(scene.petition.acts)),
    "right": _right,
    "redo_by": lambda said, scene: scene.on + timedelta(days=scene.dice.randrange(45)) if scene.maybe(0.5) else None,
}
"""Fields filled in by their own rule, those with a default among them."""


def _kind(scene: Scene) -> Any:
    """The kind that fits: notice of what was passed on, the recommendation that waits, or the first."""
    if scene.kind is ACTS["Notify"] and any(one.passed_on for one in scene.claim.handlings) and scene.maybe(0.6):
        return NoticeKind.PASSED
    waiting = [
        one.act.kind
        for one in scene.petition.asked
        if one.open and scene.kind is ACTS["AnswerRecommendation"] and isinstance(one.act, ACTS["Recommend"])
    ]
    return scene.one(*waiting) if waiting else next(iter(get_type_hints(scene.kind)["kind"]))
