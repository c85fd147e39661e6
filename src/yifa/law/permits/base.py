"""What a judge knows, what it answers, and the guards that hold for every act."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from yifa.law.acts import (
    Act,
    AnswerRecommendation,
    AnswerSupervision,
    AppointLead,
    Attach,
    Bar,
    Classify,
    Close,
    Correct,
    Decline,
    Enforce,
    FollowUp,
    InformPersonnel,
    Mediate,
    Notify,
    OfferHelp,
    PublishFinalReview,
    Rate,
    Recommend,
    RecordResult,
    Register,
    ReportBack,
    ReportExecution,
    RequestFinalReview,
    RequestReview,
    Resolve,
    Serve,
    Settle,
    Supervise,
    TakeConferenceMeasure,
    Terminate,
    TransferSealed,
)
from yifa.law.articles import Citation, cite
from yifa.law.claim import Claim
from yifa.law.clocks import clock_of
from yifa.law.fold.handling import unserved
from yifa.law.limits import Limit
from yifa.law.organs import PETITIONER, Organs
from yifa.law.petition import Petition
from yifa.law.readings import DEFAULT, Readings
from yifa.law.terms import Mover, OrganKind
from yifa.law.workdays import OFFICIAL, Calendar, Due

MAX_REPRESENTATIVES = 5
"""Art. 20¶3."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act may not be done now, in words fit to show, and the law that says so.

    `field` names what to fill in differently; without it the act itself must wait or be another.
    """

    reason: str
    basis: Citation
    field: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What a judge looks at: the petition, and the calendar and readings under which it is judged."""

    petition: Petition
    calendar: Calendar = OFFICIAL
    readings: Readings = DEFAULT

    @property
    def organs(self) -> Organs:
        """The directory of organs."""
        return self.petition.organs

    def targets(self, act: Act) -> list[Claim]:
        """The claims an act is about, as far as they exist."""
        return self.petition.chosen(_named(act))

    def claim(self, act: Act) -> Claim:
        """The one claim an act is about."""
        (claim,) = self.targets(act)
        return claim

    def last_day(self, limit: Limit, claim: Claim, on: date) -> Due | None:
        """The last day of a limit on a claim."""
        clock = clock_of(self.petition, claim, limit, on, self.calendar, self.readings)
        return clock.due if clock else None


A = TypeVar("A", bound=Act)
Judge = Callable[[A, Case], Iterator[Refusal]]

JUDGES: dict[type[Act], Callable[[Any, Case], Iterator[Refusal]]] = {}
"""Every act's own judge."""


def judges(kind: type[A]) -> Callable[[Judge[A]], Judge[A]]:
    """Enter a function as the judge of `kind`."""

    def enter(judge: Judge[A]) -> Judge[A]:
        JUDGES[kind] = judge
        return judge

    return enter


def blank(act: Act, basis: Citation, **fields: str) -> Iterator[Refusal]:
    """A refusal for each named field that says nothing; the value given is what to say, `basis` what asks for it."""
    for name, reason in fields.items():
        value = getattr(act, name)
        if not (value.strip() if isinstance(value, str) else value):
            yield Refusal(reason, basis, name)


def _named(act: Act) -> tuple[str, ...] | str:
    named: tuple[str, ...] | str = getattr(act, "claim", "") or getattr(act, "claims", ())
    return named


CLAIM_OPTIONAL = frozenset({Decline, Bar, InformPersonnel, Supervise, Rate, FollowUp, Serve})
"""Acts that may concern the petition as a whole, though they can name a claim."""

AFTER_CLOSE = frozenset(
    {Attach, Bar, Decline, Serve, Correct, RequestReview, RequestFinalReview}
    | {Enforce, ReportExecution, PublishFinalReview, RecordResult, Terminate, ReportBack}
    | {Rate, FollowUp, Resolve, OfferHelp, AppointLead}
    | {Supervise, AnswerSupervision, Recommend, AnswerRecommendation, TakeConferenceMeasure}
)
"""What may still be done once the file is closed: repeats are answered, decisions carried out, results fed back."""

BESIDE_WITHDRAWAL = frozenset({Serve, Enforce, ReportExecution})
"""What a withdrawal does not stand against: an opinion given before it is served and carried out all the same."""

BESIDE_SEAL = frozenset(
    {Attach, Classify, TransferSealed, InformPersonnel, Notify, Correct, AnswerSupervision, AnswerRecommendation}
)
"""What the organ that received an accusation must be able to do, even where it is the accused or serves under them.

It learns nothing by it that it has not received: it sends the material on sealed, or tells where to turn.
"""


def common(act: Act, case: Case) -> Iterator[Refusal]:
    """The guards that hold for every act: registered, in order, open, by whom, not barred, about what."""
    petition = case.petition
    if isinstance(act, Register):
        if petition.registered:
            yield Refusal("本件已经登记；同一事项的新来件请用「挂接」", cite("22.1"))
        if act.by not in case.organs:
            yield _unknown(act.by, "by", given_by(act))
        return
    if not petition.registered:
        yield Refusal("尚未登记；收到信访事项应当先登记", cite("22.1"))
        return
    if petition.last and act.on < petition.last:
        yield Refusal(
            f"日期早于在案的上一行为（{chinese(petition.last)}）；行为按先后登记，日期有误的用「更正」改正在案的行为",
            cite("21.2"),
            "on",
        )
    if petition.closed and type(act) not in AFTER_CLOSE:
        yield Refusal(f"本件已于{chinese(petition.closed)}办结归档；新的事实和理由可另行提出", cite("35"))
    yield from _about(act, case)
    if act.by != PETITIONER and act.by not in case.organs:
        yield _unknown(act.by, "by", given_by(act))
    else:
        yield from _mover(act, case)
    yield from _barred(act, case)


def _unknown(code: str, field: str, basis: Citation) -> Refusal:
    return Refusal(f"机关名录中没有「{code}」；请先登记该机关", basis, field)


def _about(act: Act, case: Case) -> Iterator[Refusal]:
    """The claims named exist, and an act on one claim says which."""
    named, claims = _named(act), case.petition.claims
    for one in (named,) if isinstance(named, str) and named else tuple(named):
        if one not in claims:
            yield Refusal(
                f"本件没有诉求{one}；现有诉求：{'、'.join(claims)}",
                cite("21.2"),
                "claim" if hasattr(act, "claim") else "claims",
            )
    if hasattr(act, "claim") and not named and len(claims) > 1 and type(act) not in CLAIM_OPTIONAL:
        yield Refusal(f"本件有{len(claims)}项诉求，请指明是哪一项", cite("31"), "claim")
    elif type(act) not in BESIDE_WITHDRAWAL and (hasattr(act, "claim") or hasattr(act, "claims")):
        concerned = _concerned(act, case)
        gone = {claim.id: claim.withdrawn for claim in concerned if claim.withdrawn}
        if named or (len(gone) == len(concerned) and type(act) not in CLAIM_OPTIONAL):
            for one, day in gone.items():
                yield Refusal(f"诉求{one}已于{chinese(day)}由信访人撤回", cite("17.1"))


RECORDS = frozenset({Close, Correct})
"""Acts on the record itself: the law gives them to nobody, it asks for a record that is true (Art. 21¶2)."""


def given_by(act: Act) -> Citation:
    """The provision that gives an act to a body.

    Here the act's own basis is the rule itself, and nowhere else: every other refusal names the provision it stands on.
    """
    return cite("21.2") if type(act) in RECORDS else act.basis


def answering(claim: Claim) -> Citation:
    """The provision by which a claim is to be answered: that of its track, or the duty to tell which (Art. 31)."""
    return cite(claim.track.article if claim.track else "31")


def ending(claim: Claim) -> Citation:
    """The provision by which a claim came to its end: after an opinion only review remains, and so on."""
    if claim.withdrawn:
        return cite("17.1")
    if claim.opinion:
        return cite("35")
    if isinstance(claim.concluded_by, Mediate | Settle):
        return cite("33")
    if claim.referred and not claim.concluded:
        return cite("22.2")
    if claim.elsewhere and not claim.concluded:
        return cite("23.1")
    return answering(claim)


def _mover(act: Act, case: Case) -> Iterator[Refusal]:
    """Whether this organ, or the petitioner, is the one who may do it."""
    petition, by, kind = case.petition, act.by, case.organs.kind(act.by)
    match act.mover:
        case Mover.PETITIONER:
            allowed = by == PETITIONER
        case Mover.OFFICE:
            allowed = kind is OrganKind.PETITION_OFFICE
        case Mover.CONFERENCE:
            allowed = kind is OrganKind.JOINT_CONFERENCE
        case Mover.JUSTICE:
            allowed = kind is OrganKind.JUSTICE
        case Mover.HOLDER:
            allowed = by in holders(petition)
        case Mover.HANDLER:
            held = held_by(act, case)
            allowed = bool(held) and (not _named(act) or len(held) == len(case.targets(act)))
        case Mover.REVIEWER:
            allowed = any(claim.review and claim.review.to == by for claim in case.targets(act))
        case Mover.FINAL_REVIEWER:
            allowed = any(claim.final and claim.final.to == by for claim in case.targets(act))
        case _:
            allowed = by != PETITIONER
    if not allowed:
        yield Refusal(f"「{act.term}」由{act.mover}办理，{case.organs.name(by)}不是", given_by(act), "by")


def held_by(act: Act, case: Case) -> list[Claim]:
    """The claims of an act that its organ handles; what it has passed on it may only tell of."""
    return [
        claim
        for claim in case.targets(act)
        if (one := claim.handling_by(act.by)) and (not one.passed_on or isinstance(act, Notify))
    ]


def _concerned(act: Act, case: Case) -> list[Claim]:
    """The claims named; where none is named, a handler's act concerns its own."""
    own = held_by(act, case) if act.mover is Mover.HANDLER and not _named(act) else []
    return own or case.targets(act)


def holders(petition: Petition) -> set[str]:
    """The organs through whose hands the petition has gone."""
    codes = {petition.registrar}
    for claim in petition.claims.values():
        codes.update(dispatch.office for dispatch in claim.dispatches)
        codes.update(handling.organ for handling in claim.handlings)
    return codes


def _barred(act: Act, case: Case) -> Iterator[Refusal]:
    """Recusal (Art. 28¶3) and the seal on accusations (Art. 30¶3)."""
    if act.officer and act.officer in case.petition.recused:
        yield Refusal(f"{act.officer}已回避，不得办理本件；请换人办理", cite("28.3"), "officer")
    claims = _concerned(act, case) or list(case.petition.claims.values())
    if isinstance(act, Serve):
        papers = unserved(case.petition, act.paper, act.claim, act.by)
        claims = [case.petition.claims[one.claim] for one in papers if one.claim] or claims
    if any(act.officer in claim.accused for claim in claims):
        yield Refusal(f"{act.officer}是被检举控告人，不得接触本件", cite("30.3"), "officer")
    if type(act) not in BESIDE_SEAL and any(act.by in case.organs.barred(claim.accused) for claim in claims):
        yield Refusal(f"{case.organs.name(act.by)}是被检举控告的单位或者在其管辖之下，不得接触本件", cite("30.3"), "by")


def not_accused(case: Case, to: str, claims: list[Claim], field: str = "to") -> Iterator[Refusal]:
    """G05: nothing of an accusation goes to the accused, nor to whoever serves under them."""
    for claim in claims:
        if to in claim.accused or to in case.organs.barred(claim.accused):
            yield Refusal(
                f"{case.organs.name(to)}是被检举控告的单位或者在其管辖之下，不得将材料及有关情况转给；"
                "请转有管理权限的纪检监察机关或者其上级机关",
                cite("30.3"),
                field,
            )
            return


def known(case: Case, code: str, basis: Citation, field: str = "to") -> Iterator[Refusal]:
    """The organ named must be in the directory; `basis` says to which organ it goes."""
    if code not in case.organs:
        yield _unknown(code, field, basis)


def chinese(day: date) -> str:
    """2025年8月4日."""
    return f"{day.year}年{day.month}月{day.day}日"
