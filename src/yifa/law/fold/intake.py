"""收件 — what registering, attaching, splitting, classifying and withdrawing do."""

from datetime import date

from yifa.law.acts.intake import (
    Attach,
    CarryOver,
    Classify,
    Reach,
    Register,
    Reopen,
    Split,
    StandIn,
    Supplement,
    Withdraw,
)
from yifa.law.claim import Receipt
from yifa.law.fold.base import add_claims, conclude, does, handled, hold, only
from yifa.law.handlings import Handling
from yifa.law.petition import Petition, Urgency


@does(Register)
def register(petition: Petition, act: Register) -> None:
    """The petition begins; each claim is held by the registering organ from the day of receipt."""
    received = act.received or act.on
    petition.registered, petition.registrar = act.on, act.by
    petition.names = () if act.anonymous else act.names
    petition.address = act.address
    petition.hearable = bool(act.contact or petition.names)
    petition.reachable = _since(petition, "reachable", holds=bool(petition.names and act.address), first=received)
    petition.electronic = _since(petition, "electronic", holds=act.electronic, first=received)
    if urgent := _since(petition, "urgent", holds=act.urgent, first=act.on):
        petition.urgency = Urgency(act.by, urgent)
    petition.receipts.append(Receipt(act.channel, received, act.on, act.by, act.level, act.people))
    for claim in add_claims(petition, act.requests, act.on):
        hold(claim, act.by, received, office=petition.is_office(act.by))


def _since(petition: Petition, fact: str, *, holds: bool, first: date) -> date | None:
    """Since when the registration says it: `first`, or the day of the correction by which it came to say so.

    What nobody had written down makes nothing late for the days before.
    """
    if not holds:
        return None
    return petition.first_said.setdefault(fact, petition.corrected) or first


@does(Attach)
def attach(petition: Petition, act: Attach) -> None:
    """One receipt more; the handling goes on as it was.  An organ that does not handle it must tell the petitioner who does."""
    claims = list(petition.claims.values())
    strange = not petition.is_office(act.by) and not any(one.handling_by(act.by) for one in claims)
    told_of = next((one for one in claims if not one.over), claims[0]).id if strange else ""
    received = act.received or act.on
    petition.receipts.append(
        Receipt(
            act.channel,
            received,
            act.on,
            act.by,
            act.level,
            act.people,
            elsewhere=told_of,
            teller=act.by if told_of else "",
        )
    )


@does(Reach)
def reach(petition: Petition, act: Reach) -> None:
    """Known from this day on."""
    petition.names = petition.names or act.names or act.representatives
    petition.address = act.address or petition.address
    petition.hearable = petition.hearable or bool(act.contact or petition.names)
    _known(petition, act.on, electronic=act.electronic)
    if act.urgent and not petition.urgency:
        petition.urgency = Urgency(petition.registrar, act.on)


def _known(petition: Petition, on: date, *, electronic: bool) -> None:
    """Whoever can now be told, can be told from this day on."""
    if petition.names and petition.address:
        petition.reachable = petition.reachable or on
    if electronic:
        petition.electronic = petition.electronic or on


@does(StandIn)
def stand_in(petition: Petition, act: StandIn) -> None:
    """They stand in the petitioner's place; what they give to be reached by is known from this day on."""
    petition.stand_ins.append(act)
    petition.names = petition.names or (act.who,)
    petition.address = act.address or petition.address
    petition.hearable = True
    _known(petition, act.on, electronic=act.electronic)


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
            handled(claim, Handling(act.by, held[0].received, sender=held[0].sender), act.on)
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


@does(Reopen)
def reopen(petition: Petition, act: Reopen) -> None:
    """The claims go on where they stood; the days in between are nobody's."""
    petition.closed = None
    for claim in petition.chosen(act.claims):
        if claim.withdrawn:
            claim.away.append((claim.withdrawn, act.on))
            claim.withdrawn = None


@does(CarryOver)
def carry_over(petition: Petition, act: CarryOver) -> None:
    """Concluded elsewhere: no clock of ours."""
    for claim in petition.claims.values():
        claim.carried = True
        conclude(claim, act)
