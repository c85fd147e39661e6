"""下一步 — which acts a person may do now on a petition, by when, and why the others may not be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yifa.casework.judging import in_part, may_propose
from yifa.law.acts import ACTS, Act, Correct, Register
from yifa.law.articles import Citation
from yifa.law.duties import Owed, owed
from yifa.law.organs import PETITIONER
from yifa.law.permits import Refusal, refusals
from yifa.law.permits.probe import probes
from yifa.law.petition import Petition
from yifa.law.readings import Readings
from yifa.law.workdays import Calendar
from yifa.organs.models import Staff
from yifa.organs.roles import may_do, names_for

MEETS = {
    "D04": ("Transfer", "Assign", "TransferToJustice", "Guide"),
    "D04-B": ("TransferSealed",),
    "D06": ("ReportUrgent",),
    "D07": ("Guide",),
    "D10": ("AgreeReturn", "RefuseReturn"),
    "D12": ("Notify",),
    "D12-b": ("Notify",),
    "D23": ("Divert",),
    "D27": ("HandlingOpinion", "TakeStatement", "Investigate"),
    "D28": ("Enforce",),
    "D29": ("SuggestionReply",),
    "D30": ("Serve",),
    "D33": ("ReviewOpinion",),
    "D35": ("FinalReviewOpinion",),
    "D39": ("AnswerSupervision", "AnswerRecommendation"),
    "D-FK": ("RecordResult",),
    "D-JB": ("ReportBack",),
    "D-LX": ("Fulfil",),
    "D-ZG": ("ReportRemedy",),
    "D-ZX": ("ReportExecution",),
}
"""The acts that lead to each paper owed: their urgency is its last day."""


STANDS_AGAINST = frozenset({"", "by", "claims"})
"""What a refusal is about, if no other filling in can help: each trial names one claim, or an organ of one's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """可办事项 — one kind of act, asked for one person on one day.

    `claims` are those it may be done on, where it names any; `against` says why it may not be done at all;
    `mine` whether the person's role does it, `proposable` whether the person may send it for approval.
    """

    kind: type[Act]
    claims: tuple[str, ...]
    due: date | None
    provisional: bool
    owed: bool
    against: Refusal | None
    mine: bool
    proposable: bool

    @property
    def name(self) -> str:
        """The English name, as addresses have it."""
        return self.kind.__name__

    @property
    def term(self) -> str:
        """The Chinese name."""
        return self.kind.term

    @property
    def basis(self) -> Citation:
        """The provision it rests on."""
        return self.kind.basis


def options(
    petition: Petition, staff: Staff, seen: list[str], today: date, calendar: Calendar, readings: Readings
) -> list[Option]:
    """Every kind of act, the permitted and most urgent first, then in the order of the law."""
    whole = len(seen) == len(petition.claims)
    due = _due(owed(petition, today, calendar, readings), staff, seen)
    found = [
        _option(petition, staff, name, seen, due, today, calendar, readings)
        for name, kind in ACTS.items()
        if kind is not Register and (whole or in_part(kind))
    ]
    return sorted(found, key=lambda one: (one.against is not None, not one.owed, one.due or date.max))


def _option(
    petition: Petition,
    staff: Staff,
    name: str,
    seen: list[str],
    due: dict[str, Owed],
    today: date,
    calendar: Calendar,
    readings: Readings,
) -> Option:
    kind = ACTS[name]
    claims, against = _asked(petition, staff, kind, seen, today, calendar, readings)
    return Option(
        kind=kind,
        claims=claims,
        due=due[name].due if name in due else None,
        provisional=name in due and due[name].provisional,
        owed=name in due,
        against=against,
        mine=may_do(staff, kind),
        proposable=may_propose(staff, kind),
    )


def _asked(
    petition: Petition,
    staff: Staff,
    kind: type[Act],
    seen: list[str],
    today: date,
    calendar: Calendar,
    readings: Readings,
) -> tuple[tuple[str, ...], Refusal | None]:
    """On which claims it may be done; on none, the reason that stands nearest."""
    if kind is Correct:
        return (), _none_to_correct(petition, staff)
    claims: list[str] = []
    nearest: list[Refusal] | None = None
    free = False
    for by in names_for(staff, kind):
        for act in probes(kind.__name__, petition, max(today, petition.last or today), by):
            claim = _claim_of(act)
            if claim and (claim not in seen or claim in claims):
                continue
            against = [one for one in refusals(act, petition, calendar, readings) if one.field in STANDS_AGAINST]
            if not against:
                free = True
                claims += [claim] if claim else []
            elif nearest is None or len(against) < len(nearest):
                nearest = against
    if free:
        return tuple(claims), None
    return (), next((one for one in nearest or () if not one.field), nearest[0] if nearest else None)


def _claim_of(act: Act) -> str:
    named: str = getattr(act, "claim", "") or next(iter(getattr(act, "claims", ())), "")
    return named


def _none_to_correct(petition: Petition, staff: Staff) -> Refusal | None:
    """更正 is asked act by act: here only whether there is one of the own organ's to correct."""
    if any(correctable(act, petition, staff) for act in petition.acts):
        return None
    return Refusal("由原记录机关或者信访部门更正", Correct.basis)


def correctable(act: Act, petition: Petition, staff: Staff) -> bool:
    """Whether an act on record is this person's organ's to correct."""
    return not isinstance(act, Correct) and (act.by == staff.organ_id or petition.is_office(staff.organ_id))


def meets(one: Owed) -> tuple[str, ...]:
    """The acts that lead to what is owed: of an answer the one to a recommendation (Art. 40¶4) or to supervision."""
    acts = MEETS.get(one.paper, ())
    return acts if one.paper != "D39" else acts[1:] if one.basis.key == "40.4" else acts[:1]


def _due(found: list[Owed], staff: Staff, seen: list[str]) -> dict[str, Owed]:
    """What this organ owes first, by the act that meets it."""
    first: dict[str, Owed] = {}
    for one in found:
        if one.by == staff.organ_id and (not one.claim or one.claim in seen):
            for name in meets(one):
                first[name] = min(first.get(name, one), one, key=lambda owed: owed.due or date.max)
    return first


GROUPS = ("应办", "办理", "代信访人登记", "监督、帮扶与其他")
"""How the permitted acts stand on the page."""

ASIDE = frozenset(
    {"Attach", "CarryOver", "Split", "Reach", "StandIn", "Succeed", "Recuse", "ReportUrgent", "FollowUp"}
    | {"SettleAcceptance"}
)
"""Permitted nearly always, and seldom the next step."""


def grouped(found: list[Option]) -> Iterator[tuple[str, list[Option]]]:
    """The acts a person may do or send for approval now, in the groups of the page."""
    groups: dict[str, list[Option]] = {group: [] for group in GROUPS}
    for one in found:
        if one.against is None and (one.mine or one.proposable):
            groups[_group(one)].append(one)
    yield from ((group, held) for group, held in groups.items() if held)


def _group(one: Option) -> str:
    if one.owed:
        return "应办"
    if one.kind.mover.value == PETITIONER:
        return "代信访人登记"
    apart = one.name in ASIDE or one.kind.__module__.endswith("supervision")
    return "监督、帮扶与其他" if apart else "办理"
