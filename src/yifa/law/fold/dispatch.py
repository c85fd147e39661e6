"""分流 — how claims move between organs."""

from datetime import date

from yifa.law.acts.dispatch import (
    AgreeReturn,
    Assign,
    Guide,
    InformPersonnel,
    Object,
    RefuseReturn,
    ReportUrgent,
    SettleAcceptance,
    SignFor,
    Transfer,
    TransferSealed,
    TransferToJustice,
)
from yifa.law.claim import Claim
from yifa.law.fold.base import does, handled, hold, only, sent
from yifa.law.handlings import Dispatch, Handling
from yifa.law.petition import Petition
from yifa.law.terms import OrganKind


def sendable(petition: Petition, ids: tuple[str, ...], by: str, *, joint: bool = False) -> list[Claim]:
    """The claims `by` sends: those named, or all that it holds and has not sent; `joint`, else those others handle."""
    if ids:
        return petition.chosen(ids)
    left = [claim for claim in petition.claims.values() if not claim.over]
    held = [claim for claim in left if claim.waits_at(by) or claim.handling_by(by)]
    return held or [claim for claim in left if joint and claim.handling]


def _send(petition: Petition, act: Transfer | Assign) -> list[Claim]:
    claims = sendable(petition, act.claims, act.by, joint=act.joint)
    for claim in claims:
        sent(claim, act.by, act.on)
        if passing := claim.handling_by(act.by):
            passing.passed_on = act.to
            claim.turn(act.on)
    return claims


def _deliver(petition: Petition, act: Transfer | Assign) -> list[Handling]:
    made = []
    for claim in _send(petition, act):
        made.append(Handling(act.to, act.on, sender=act.by))
        handled(claim, made[-1], act.on)
    return made


@does(Transfer)
def transfer(petition: Petition, act: Transfer) -> None:
    """The recipient handles; it may itself be a petition office, which then owes the dispatch."""
    if not petition.is_office(act.to):
        _deliver(petition, act)
        return
    for claim in _send(petition, act):
        claim.dispatches.append(Dispatch(act.to, act.on))


@does(Assign)
def assign(petition: Petition, act: Assign) -> None:
    """Handled by the recipient, with a day for its report."""
    for handling in _deliver(petition, act):
        handling.assigned, handling.assigned_on = act.due, act.on


def _refer(petition: Petition, act: TransferToJustice | TransferSealed | Guide) -> None:
    for claim in sendable(petition, act.claims, act.by):
        sent(claim, act.by, act.on)
        claim.referred = act
        for handling in claim.handlings:
            handling.ended = handling.ended or act.on
        claim.turn(act.on)


@does(TransferToJustice)
def transfer_to_justice(petition: Petition, act: TransferToJustice) -> None:
    """Out of the ordinary system; notice follows the justice organs' own rules (Art. 23¶4)."""
    _refer(petition, act)


@does(TransferSealed)
def transfer_sealed(petition: Petition, act: TransferSealed) -> None:
    """With the discipline organ; notice follows its own rules (Art. 23¶4)."""
    _refer(petition, act)


@does(Guide)
def guide(petition: Petition, act: Guide) -> None:
    """The visitor was shown the way: our reading, the office's fifteen days are met."""
    _refer(petition, act)


@does(ReportUrgent)
def report_urgent(petition: Petition, act: ReportUrgent) -> None:
    """Reported; where claims are named and put to the committee or government, that is their dispatch (Art. 22¶1(1))."""
    petition.reports.append((act.on, act.to))
    if to_decide(petition, act.to):
        for claim in petition.live(act.claims) if act.claims else ():
            sent(claim, act.by, act.on)


def to_decide(petition: Petition, to: tuple[str, ...]) -> bool:
    """Whether a report went to a committee or government (Arts. 22¶1(1), 25¶1)."""
    return any(petition.organs.kind(code) in {OrganKind.COMMITTEE, OrganKind.GOVERNMENT} for code in to)


@does(InformPersonnel)
def inform_personnel(_petition: Petition, _act: InformPersonnel) -> None:
    """On record; the accusation goes its own way."""


def _held(petition: Petition, ids: tuple[str, ...], organ: str) -> list[Handling]:
    found = (claim.handling_by(organ) for claim in petition.live(ids))
    return [handling for handling in found if handling]


@does(SignFor)
def sign_for(petition: Petition, act: SignFor) -> None:
    """The organ's clocks count from this day."""
    for handling in _held(petition, act.claims, act.by):
        handling.received = handling.signed = act.on


@does(Object)
def object_(petition: Petition, act: Object) -> None:
    """Waits for the sender; the notice clock runs on."""
    for handling in _held(petition, act.claims, act.by):
        handling.objected, handling.objection_refused = act.on, None


@does(AgreeReturn)
def agree_return(petition: Petition, act: AgreeReturn) -> None:
    """The handling ends without fault; the sender must find the right organ."""
    for claim in petition.live(act.claims):
        handling = claim.handling_by(act.organ)
        if handling and handling.objecting:
            handling.returned = handling.ended = act.on
            back(petition, claim, act.by, act.on)


def back(petition: Petition, claim: Claim, sender: str, on: date) -> None:
    """The one way back: the claim is with `sender` again, who had sent it on, unless somebody else has it still.

    What it had passed on it holds again.  Where it holds nothing any more, the days count anew from the return.
    """
    below = [one.organ for one in claim.handlings if one.sender == sender and one.ended is None]
    if own := claim.handling_by(sender):
        own.passed_on = below[0] if below else ""
    elif not claim.over and not claim.open_dispatch and all(one.ended or one.passed_on for one in claim.handlings):
        if petition.is_office(sender):
            hold(claim, sender, on, office=True)
        else:
            before = next((one.sender for one in reversed(claim.handlings) if one.organ == sender), "")
            handled(claim, Handling(sender, on, sender=before, back=True), on)
    claim.turn(on)


@does(RefuseReturn)
def refuse_return(petition: Petition, act: RefuseReturn) -> None:
    """The organ is bound to handle."""
    for handling in _held(petition, act.claims, act.organ):
        if handling.objecting:
            handling.objection_refused = act.on


@does(SettleAcceptance)
def settle_acceptance(petition: Petition, act: SettleAcceptance) -> None:
    """One organ accepts; the others are free.  An organ new to the claim counts from today."""
    claim = only(petition, act.claim)
    for handling in claim.handlings:
        if handling.ended is None and handling.organ != act.competent:
            handling.ended = act.on
    for dispatch in claim.dispatches:
        dispatch.done = dispatch.done or act.on
    if own := claim.handling_by(act.competent):
        own.passed_on = ""
        claim.turn(act.on)
    else:
        handled(claim, Handling(act.competent, act.on, sender="" if act.by == act.competent else act.by), act.on)
