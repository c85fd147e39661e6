"""法定途径 — what one lawful path is: its law, its body, and the petitioner's own limits on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from yifa.law.articles import Citation
from yifa.law.terms import Track, Unit


class Confidence(StrEnum):
    """核实程度 — how far the text behind a statement was read (facts of the law, §0)."""

    V = "V"
    V2 = "V2"
    R = "R"
    E = "E"

    @property
    def term(self) -> str:
        """The mark in Chinese."""
        return {"V": "已核原文", "V2": "据转载核实", "R": "凭记忆，未核实", "E": "推断"}[self]

    @property
    def printable(self) -> bool:
        """Whether a paper may cite it: what is remembered or inferred is never printed as law."""
        return self in {Confidence.V, Confidence.V2}


class StartDay(StrEnum):
    """起算日 — the day from which a petitioner's limit counts; the interview asks for it in these words."""

    KNEW_HARM = "知道或者应当知道权利受到损害以及义务人之日"
    HARMED = "权利受到损害之日"
    KNEW_ACT = "知道或者应当知道行政行为（收到决定）之日"
    ACT_MADE = "行政行为作出之日"
    RECONSIDERED = "收到行政复议决定书之日"
    RECONSIDERATION_ENDED = "行政复议期限届满之日"
    DUTY_ENDED = "行政机关履行法定职责期限届满之日"
    REQUESTED = "行政机关收到履责申请（投诉、举报）之日"
    CORRECTION = "收到补正通知之日"
    JUDGMENT_SERVED = "一审判决书送达之日"
    RULING_SERVED = "一审裁定书送达之日"
    EFFECTIVE = "判决、裁定发生法律效力之日"
    KNEW_GROUND = "知道或者应当知道新证据等再审事由之日"
    NOT_FILED = "收到不予立案通知书之日"
    NOT_FILED_UPHELD = "收到不予立案复议决定书之日"
    PERFORMANCE_ENDED = "法律文书规定的履行期间最后一日（未规定的，文书生效之日）"
    KNEW_STATE_HARM = "知道或者应当知道职权行为侵犯其人身权、财产权之日"
    COMPENSATION_DECIDED = "赔偿决定作出之日，或者作出决定的期限届满之日"
    MEDIATED = "调解协议生效之日"
    KNEW_REVOCABLE = "知道或者应当知道撤销事由之日"
    RESOLVED = "村集体决定作出之日"
    EMPLOYMENT_ENDED = "劳动关系终止之日"
    AWARDED = "收到仲裁裁决书之日"
    DISPUTE_AROSE = "争议发生之日"
    SANCTIONED = "收到监察处理决定之日"
    SANCTION_REEXAMINED = "收到监察复审决定之日"
    KNEW_PERSONNEL = "知道人事处理之日"
    PERSONNEL_REVIEWED = "接到人事处理复核决定之日"
    ADJUDICATED = "接到权属处理决定通知之日"
    INJURED = "事故伤害发生之日，或者被诊断、鉴定为职业病之日"
    APPRAISED = "收到劳动能力鉴定结论之日"
    ACCIDENT_FOUND = "道路交通事故认定书（证明）送达之日"
    DEMOLITION_ORDERED = "接到责令限期拆除决定之日"
    VIOLATED = "违法行为发生之日（连续或者继续的，终了之日）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """依据 — a citation and how well it was read.

    `until` and `since`: the days on which its number is right, where the instrument's own dates do not tell.
    """

    citation: Citation
    confidence: Confidence = Confidence.V
    since: date | None = None
    until: date | None = None

    def printable(self, on: date) -> bool:
        """Whether a paper of that day may print it."""
        dated = self.citation.in_force(on) and within(on, self.since, self.until)
        return self.confidence.printable and dated


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """另一期间 — a second period beside the limit; `why` says when it applies."""

    amount: int
    unit: Unit
    why: str
    bases: tuple[Basis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """最长期限 — years from `day`, after which the right is gone whenever it was known; `real_estate` where longer."""

    years: int
    day: StartDay
    bases: tuple[Basis, ...]
    real_estate: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathLimit:
    """申请期限 — one limit of the petitioner's own: `amount` of `unit` from `day`, which is not counted.

    `when` names the special case it is for.  `later`: it is for a further step, not for opening the path.  `wait` must first run out from `day` (a duty period).  `fallback`
    is the outer limit, from the same day, where the remedy was not told: the ordinary period then counts
    from the day it became known.  `cap` cuts both.
    """

    right: str
    amount: int
    unit: Unit
    day: StartDay
    bases: tuple[Basis, ...] = ()
    when: str = ""
    later: bool = False
    cap: Cap | None = None
    fallback: Period | None = None
    wait: Period | None = None
    confidence: Confidence = Confidence.V
    since: date | None = None
    until: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether the limit is law on that day."""
        return within(on, self.since, self.until)

    def __str__(self) -> str:
        """The limit in a line: what for, how long, from when."""
        start = f"{self.day}起{self.wait.amount}{_measure(self.wait.unit)}期满" if self.wait else self.day
        return f"{self.right}：自{start}起{self.amount}{_measure(self.unit)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """法定途径 — one procedure that decides a claim of this kind outside the petition procedure.

    `needs`: one of these comes first (any of them).  `excluded` marks a trap: known here only so that it is
    not chosen, `next` says what is.  `none_stated` says why there is no limit.  `bodies` names another body
    by who issued the act.  `materials` are our own short words, not a statutory list.
    """

    id: str
    name: str
    body: str
    bodies: Mapping[str, str] = field(default_factory=dict)
    bases: tuple[Basis, ...]
    limits: tuple[PathLimit, ...] = ()
    none_stated: str = ""
    facts: tuple[str, ...]
    materials: tuple[str, ...]
    needs: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    if_fails: str
    note: str = ""
    excluded: bool = False
    confidence: Confidence = Confidence.V
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def track(self) -> Track:
        """The item of Art. 31 it belongs to."""
        return Track(self.id.split("-", maxsplit=1)[0])

    @property
    def opening(self) -> tuple[PathLimit, ...]:
        """The limits for opening the path; those of its later steps left out."""
        return tuple(limit for limit in self.limits if not limit.later)

    def body_at(self, county: str, city: str = "市", issuer: str = "") -> str:
        """The body, with the names of county and city; `issuer` tells whose act it is, where that matters."""
        return self.bodies.get(issuer, self.body).replace("{旗}", county).replace("{市}", city)


def within(on: date, since: date | None, until: date | None) -> bool:
    """Whether a day lies in a period in force, both ends included; an open end has no bound."""
    return (since is None or since <= on) and (until is None or on <= until)


def _measure(unit: Unit) -> str:
    return {Unit.MONTH: "个月", Unit.WORKING_DAY: "个工作日"}.get(unit, unit)
