"""The rows that lists and figures read, computed from a petition: nothing here is a truth of its own."""

from collections.abc import Iterator
from typing import Any

from yifa.law.acts import (
    Act,
    AgreeReturn,
    AnswerRecommendation,
    AppointLead,
    Assign,
    Divert,
    Extend,
    FinalReviewOpinion,
    Guide,
    HoldHearing,
    InformPersonnel,
    OfferHelp,
    Rate,
    Recommend,
    Register,
    ReportUrgent,
    RequestFinalReview,
    RequestReview,
    ReviewOpinion,
    Supervise,
    TakeConferenceMeasure,
    Transfer,
    TransferSealed,
    TransferToJustice,
    Withdraw,
)
from yifa.law.claim import Claim
from yifa.law.clocks import Clock, clocks
from yifa.law.duties import owed_by_clocks
from yifa.law.fold import effective
from yifa.law.permits.base import holders
from yifa.law.petition import Petition
from yifa.law.readings import DEFAULT, Readings
from yifa.law.terms import RatedBody
from yifa.law.workdays import OFFICIAL, Calendar
from yifa.organs.permissions import made_to_answer
from yifa.records.marks import leads, returned
from yifa.records.models import (
    CATEGORY,
    CODE,
    LINE,
    BarredRow,
    ClaimRow,
    ClockRow,
    ComplaintRow,
    HolderRow,
    LeadRow,
    OwedRow,
    Projection,
    ReceiptRow,
    StepRow,
    TraceRow,
)
from yifa.records.traces import traces

Rows = dict[tuple[type[Projection], tuple[Any, ...]], dict[str, Any]]
"""Every row by its table and key."""

COUNTED: dict[type[Act], tuple[str, ...]] = {
    Transfer: (),
    Assign: (),
    TransferToJustice: (),
    TransferSealed: (),
    Guide: (),
    ReportUrgent: (),
    InformPersonnel: (),
    AgreeReturn: (),
    Extend: ("days",),
    Divert: ("path",),
    HoldHearing: (),
    RequestReview: (),
    ReviewOpinion: ("outcome",),
    RequestFinalReview: (),
    FinalReviewOpinion: ("outcome",),
    Supervise: ("ground",),
    Recommend: ("kind",),
    AnswerRecommendation: ("kind", "adoption"),
    TakeConferenceMeasure: ("kind",),
    AppointLead: ("level",),
    OfferHelp: ("kind",),
    Rate: ("of", "score"),
    Withdraw: (),
}
"""The acts that the figures count, and the fields they tell them apart by."""


def rows(petition: Petition, home: str, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT) -> Rows:
    """Every projection row of a petition, without its petition key."""
    found: Rows = {}
    for table, key, values in _rows(petition, calendar, readings):
        found[table, tuple(key.values())] = {**key, **values, "home": home}
    return found


def columns(petition: Petition, rows: Rows) -> dict[str, Any]:
    """The list columns of the petition itself."""
    register = next((act for act in effective(petition.acts) if isinstance(act, Register)), None)
    if register is None:
        return {}
    first = petition.receipts[0]
    holder = next(values for (table, _), values in rows.items() if table is HolderRow)
    return {
        "stage": petition.stage.value,
        "received": first.received,
        "channel": first.channel.value,
        "names": ("、".join(petition.names) or ("匿名" if register.anonymous else "姓名不清"))[:LINE],
        "summary": "；".join(claim.text for claim in petition.claims.values())[:LINE],
        "place": register.place[:CODE],
        "people": first.people,
        "repeats": len(petition.receipts) - 1,
        "sealed": petition.sealed,
        "urgent": petition.urgency is not None,
        **{name: holder[name] for name in ("next_due", "next_due_provisional")},
    }


Row = tuple[type[Projection], dict[str, Any], dict[str, Any]]


def _rows(petition: Petition, calendar: Calendar, readings: Readings) -> Iterator[Row]:
    acts = effective(petition.acts)
    register = acts[0] if acts else None
    place = register.place if isinstance(register, Register) else ""
    for ordinal, receipt in enumerate(petition.receipts):
        yield (
            ReceiptRow,
            {"ordinal": ordinal},
            {
                "office": receipt.by,
                "channel": receipt.channel.value,
                "level": receipt.level.value,
                "received": receipt.received,
                "people": receipt.people,
                "turned_away": receipt.turned_away.term if receipt.turned_away else "",
            },
        )
    for claim in petition.claims.values():
        yield ClaimRow, {"claim": claim.id}, _claim(petition, claim, place)
        if not petition.sealed:
            for organ in dict.fromkeys(name[:CODE] for name in claim.about):
                key = {"claim": claim.id, "organ": organ}
                yield ComplaintRow, key, {"received": petition.receipts[0].received}
    found = clocks(petition, None, calendar, readings)
    yield from _clocks(acts, found)
    yield from _owed(petition, found, calendar, readings)
    yield from _steps(acts)
    for year, named, full in leads(acts):
        told = {"named": named, "full": full, "people": petition.receipts[0].people}
        yield LeadRow, {"year": year}, told
    yield from _readers(petition, found)
    for digest in sorted(set(traces(acts))):
        yield TraceRow, {"digest": digest}, {}


def _claim(petition: Petition, claim: Claim, place: str) -> dict[str, Any]:
    opinion, handling = claim.opinion, claim.handling
    answered = None if claim.carried else claim.answered
    return {
        "received": petition.receipts[0].received,
        "category": claim.category[:CATEGORY],
        "place": place[:CODE],
        "track": claim.track.value if claim.track else "",
        "path": claim.path,
        "stage": claim.stage.value,
        "handler": handling.organ if handling else opinion.by if opinion else "",
        "accepted": claim.accepted,
        "answered": answered,
        "ended_by": "作出处理意见" if opinion else claim.concluded_by.term if claim.concluded_by else "",
        "outcome": opinion.outcome.value if opinion else "",
        "served": opinion.served if opinion else None,
        "diverted": claim.diverted,
        "resolved": claim.resolved.value if claim.resolved else "",
        "last_day": claim.last_day,
        "repeated": answered is not None and any(one.received > answered for one in petition.receipts[1:]),
        "dispatched": min((one.done for one in claim.dispatches if one.done), default=None),
        "rated_office": _score(petition, claim, RatedBody.OFFICE),
        "rated_organ": _score(petition, claim, RatedBody.ORGAN),
        "sealed": petition.sealed,
    }


def _score(petition: Petition, claim: Claim, body: RatedBody) -> str:
    """What the petitioner said of a body in this claim, or else in the petition as a whole."""
    score = petition.ratings.get((body, claim.id)) or petition.ratings.get((body, ""))
    return score.value if score else ""


def _clocks(acts: list[Act], found: list[Clock]) -> Iterator[Row]:
    for place, clock in enumerate(found):
        yield (
            ClockRow,
            {"place": place},
            {
                "claim": clock.claim,
                "limit": clock.limit.id,
                "organ": clock.organ,
                "owed_by": clock.owed_by,
                "started": clock.started,
                "nominal": clock.due.nominal,
                "due": clock.due.day,
                "provisional": clock.due.provisional,
                "met": clock.met,
                "ended": clock.ended,
                "right": clock.right,
                "paused": clock.paused or clock.reclassified,
                "returned": returned(clock, found, acts),
                "extended": clock.extended,
            },
        )


def _owed(petition: Petition, found: list[Clock], calendar: Calendar, readings: Readings) -> Iterator[Row]:
    sealed = petition.sealed
    for place, one in enumerate(owed_by_clocks(petition, found, calendar, readings)):
        yield (
            OwedRow,
            {"place": place},
            {
                "by": one.by,
                "claim": one.claim,
                "paper": one.paper,
                "of": one.of,
                "due": one.due,
                "provisional": one.provisional,
                "again": one.again,
                "basis": one.basis.key,
                "sealed": sealed,
            },
        )


def _steps(acts: list[Act]) -> Iterator[Row]:
    for seq, act in enumerate(acts):
        told_apart = COUNTED.get(type(act))
        if told_apart is None:
            continue
        to = act.organ if isinstance(act, AgreeReturn) else getattr(act, "to", "")
        value, detail, *_ = [*(str(getattr(act, name)) for name in told_apart), "", ""]
        yield (
            StepRow,
            {"seq": seq},
            {
                "kind": type(act).__name__,
                "on": act.on,
                "by": act.by,
                "to": (to if isinstance(to, str) else "、".join(to))[:CODE],
                "value": value,
                "detail": detail,
            },
        )


def _readers(petition: Petition, found: list[Clock]) -> Iterator[Row]:
    """Who may see the file, and in which order; and who must not."""
    running = (one.due for one in found if one.open)
    next_due = min(running, key=lambda due: (due.day, not due.provisional), default=None)
    order = {
        "received": petition.receipts[0].received if petition.receipts else None,
        "next_due": next_due.day if next_due else None,
        "next_due_provisional": next_due.provisional if next_due else False,
    }
    reviewers = {
        review.to
        for claim in petition.claims.values()
        for _, first, final in claim.rounds
        for review in (first, final)
        if review
    }
    referred = {
        claim.referred.to
        for claim in petition.claims.values()
        if isinstance(claim.referred, TransferSealed | TransferToJustice)
    }
    answering = {organ for organ, _ in made_to_answer(petition) if organ in petition.organs}
    for organ in sorted(holders(petition) | reviewers | referred | answering):
        yield HolderRow, {"organ": organ}, order
    accused = petition.accused
    for organ in sorted(petition.organs.barred(accused)):
        yield BarredRow, {"organ": organ, "person": ""}, {}
    for person in sorted({name[:CODE] for name in set(accused) - petition.organs.barred(accused)}):
        yield BarredRow, {"organ": "", "person": person}, {}
