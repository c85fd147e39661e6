"""收件 — what registering, attaching, splitting, classifying and withdrawing do."""

from yifa.law.acts.intake import Attach, CarryOver, Classify, Register, Split, Supplement, Withdraw
from yifa.law.claim import Handling, Receipt
from yifa.law.fold.base import add_claims, conclude, does, hold, only
from yifa.law.petition import Petition


@does(Register)
def register(petition: Petition, act: Register) -> None:
    """The petition begins; each claim is held by the registering organ from the day of receipt."""
    received = act.received or act.on
    petition.registered, petition.registrar = act.on, act.by
    petition.reachable = not act.anonymous and bool(act.names) and bool(act.address)
    petition.hearable = bool(act.contact or (act.names and not act.anonymous))
    petition.urgent, petition.electronic = act.urgent, act.electronic
    petition.receipts.append(Receipt(act.channel, received, act.on, act.by, act.level, act.people))
    for claim in add_claims(petition, act.requests, act.on):
        hold(claim, act.by, received, office=petition.is_office(act.by))


@does(Attach)
def attach(petition: Petition, act: Attach) -> None:
    """One receipt more; the handling goes on as it was."""
    petition.receipts.append(Receipt(act.channel, act.received or act.on, act.on, act.by, act.level, act.people))


@does(Supplement)
def supplement(_petition: Petition, _act: Supplement) -> None:
    """Kept on record; changes no clock."""


@does(Split)
def split(petition: Petition, act: Split) -> None:
    """New claims stand where the petition stood when it reached who splits it: no day is gained by splitting late."""
    held = [one for claim in petition.claims.values() if (one := claim.handling_by(act.by))]
    owed = [one for claim in petition.claims.values() for one in claim.dispatches if one.office == act.by]
    for claim in add_claims(petition, act.requests, act.on):
        if held:
            claim.handlings.append(Handling(act.by, held[0].received, sender=held[0].sender))
        else:
            since = owed[0].since if owed else petition.receipts[0].received
            hold(claim, act.by, since, office=petition.is_office(act.by))


@does(Classify)
def classify(petition: Petition, act: Classify) -> None:
    """The last classification holds; earlier ones stay, for the days they cost.  To confirm one changes nothing."""
    claim = only(petition, act.claim)
    claim.category = act.category or claim.category
    claim.accused = act.accused or claim.accused
    if claim.resorted(act.track, act.path):
        claim.tracks.append((act.on, act.track))
        claim.path, claim.diverted, claim.last_day = act.path, None, None
    else:
        claim.path = act.path or claim.path


@does(Withdraw)
def withdraw(petition: Petition, act: Withdraw) -> None:
    """The claims end; the record stays."""
    for claim in petition.chosen(act.claims):
        claim.withdrawn = claim.withdrawn or act.on


@does(CarryOver)
def carry_over(petition: Petition, act: CarryOver) -> None:
    """Concluded elsewhere: no clock of ours."""
    for claim in petition.claims.values():
        claim.carried = True
        conclude(claim, act)
