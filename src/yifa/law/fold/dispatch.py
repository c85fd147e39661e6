"""分流 — how claims move between organs."""

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
    Succeed,
    Transfer,
    TransferSealed,
    TransferToJustice,
)
from yifa.law.claim import Claim, Dispatch, Handling
from yifa.law.fold.base import does, hold, only, sent
from yifa.law.petition import Petition


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
    return claims


def _deliver(petition: Petition, act: Transfer | Assign) -> list[Handling]:
    made = []
    for claim in _send(petition, act):
        made.append(Handling(act.to, act.on, sender=act.by))
        claim.handlings.append(made[-1])
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
        handling.assigned = act.due


def _refer(petition: Petition, act: TransferToJustice | TransferSealed | Guide) -> None:
    for claim in sendable(petition, act.claims, act.by):
        sent(claim, act.by, act.on)
        claim.referred = act


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
    """Reported; where claims are named, that is their dispatch (Art. 22¶1(1))."""
    petition.reported = act.on
    for claim in petition.chosen(act.claims) if act.claims else ():
        sent(claim, act.by, act.on)


@does(InformPersonnel)
def inform_personnel(_petition: Petition, _act: InformPersonnel) -> None:
    """On record; the accusation goes its own way."""


def _held(petition: Petition, ids: tuple[str, ...], organ: str) -> list[Handling]:
    found = (claim.handling_by(organ) for claim in petition.chosen(ids))
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
    for claim in petition.chosen(act.claims):
        handling = claim.handling_by(act.organ)
        if handling and handling.objecting:
            handling.returned = handling.ended = act.on
            if sender := claim.handling_by(act.by):
                sender.passed_on = ""
            elif not claim.handling:
                # Nobody has it: the sender must find the right organ, its days counted from the return.
                hold(claim, act.by, act.on, office=petition.is_office(act.by))


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
    if not claim.handling_by(act.competent):
        claim.handlings.append(Handling(act.competent, act.on, sender="" if act.by == act.competent else act.by))


@does(Succeed)
def succeed(petition: Petition, act: Succeed) -> None:
    """The successor stands where the organ stood, its clocks included."""
    for claim in petition.chosen(act.claims):
        for handling in claim.handlings:
            if handling.sender == act.organ:
                handling.sender = act.successor
        if current := claim.handling_by(act.organ):
            current.organ = act.successor
        if claim.opinion and claim.opinion.by == act.organ:
            claim.opinion.by = act.successor
        for issued in petition.papers:
            if (issued.claim, issued.by) == (claim.id, act.organ):
                issued.by = act.successor
