"""承继 — the successor stands where the organ stood: what is still to be done passes to it, what was broken does not (Art. 24¶2)."""

from collections.abc import Iterator
from datetime import date

from yifa.law.acts.dispatch import Succeed
from yifa.law.claim import Claim
from yifa.law.fold.base import does
from yifa.law.handlings import Borne
from yifa.law.petition import Petition

Bearing = tuple[Borne, str]
"""What an organ bears, with the field that names the organ."""


@does(Succeed)
def succeed(petition: Petition, act: Succeed) -> None:
    """Every duty still open passes on, its clock as it runs; the organ stays named for the days it bore it."""
    for borne, name in list(borne_in(petition, act.claims)):
        if getattr(borne, name) == act.organ:
            borne.former = (*borne.former, (act.on, act.organ))
            setattr(borne, name, act.successor)
    if petition.registrar == act.organ and not act.claims:
        petition.registrar = act.successor
    for claim in petition.chosen(act.claims):
        for handling in claim.handlings:
            handling.sender = _successor(handling.sender, act)
            handling.passed_on = _successor(handling.passed_on, act)
        _merge(claim, act.successor, act.on)


def borne_in(petition: Petition, claims: tuple[str, ...]) -> Iterator[Bearing]:
    """Everything that organs still bear in these claims; naming none, in the petition."""
    for claim in petition.chosen(claims):
        yield from _on_the_way(claim)
        yield from _answering(claim)
    for borne, name, of in _beside(petition):
        if not claims or of in claims:
            yield borne, name


def _on_the_way(claim: Claim) -> Iterator[Bearing]:
    """What is to be sent on, to be handled, to be reported, to be done anew."""
    yield from ((one, "office") for one in claim.dispatches if not one.done)
    yield from ((one, "organ") for one in claim.handlings if not one.ended or one.owes_report)
    yield from ((one, "organ") for one in claim.redos if not one.met and not one.ended)


def _answering(claim: Claim) -> Iterator[Bearing]:
    """What was answered, is carried out, or is still to be answered above."""
    if claim.opinion:
        yield claim.opinion, "by"
        yield from ((order, "to") for order in claim.opinion.orders)
    yield from ((one, "to") for one in (claim.review, claim.final_review) if one)


def _beside(petition: Petition) -> Iterator[tuple[Borne, str, str]]:
    """Beside the handling, each with its claim: repeats to tell of, papers to serve, answers and reports to give."""
    yield from ((one, "teller", one.elsewhere) for one in petition.receipts if one.elsewhere and not one.answered)
    yield from ((one, "by", one.claim) for one in petition.papers if not one.served)
    yield from ((one, "to", getattr(one.act, "claim", "")) for one in petition.asked if not one.answered)
    if petition.urgency:
        yield petition.urgency, "organ", ""


def _successor(organ: str, act: Succeed) -> str:
    return act.successor if organ == act.organ else organ


def _merge(claim: Claim, organ: str, on: date) -> None:
    """An organ that takes over what it had passed on, or was concerned in beside it, has the claim once: the first holds."""
    own = [one for one in claim.handlings if one.organ == organ and one.ended is None]
    kept = next((one for one in own if not one.passed_on), None)
    for handling in own:
        if handling is not kept and kept:
            handling.ended = on
    claim.turn(on)
