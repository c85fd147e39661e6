"""承继 — the successor stands where the organ stood: what is still to be done passes to it, what was broken does not (Art. 24¶2)."""

from collections.abc import Iterator
from datetime import date

from yifa.law.acts.dispatch import Succeed
from yifa.law.claim import Claim
from yifa.law.fold.base import does
from yifa.law.handlings import Borne
from yifa.law.petition import Petition


@does(Succeed)
def succeed(petition: Petition, act: Succeed) -> None:
    """Every duty still open passes on, its clock as it runs; the organ stays named for the days it bore it."""
    for claim in petition.chosen(act.claims):
        for borne, name in (*_on_the_way(claim), *_answering(claim)):
            _pass(borne, name, act)
        for handling in claim.handlings:
            handling.sender = _successor(handling.sender, act)
            handling.passed_on = _successor(handling.passed_on, act)
        _merge(claim, act.successor, act.on)
    for issued in petition.papers:
        if not act.claims or issued.claim in act.claims:
            _pass(issued, "by", act)
    for one in petition.asked:
        if not one.answered and (not act.claims or getattr(one.act, "claim", "") in act.claims):
            _pass(one, "to", act)
    if petition.urgency and not act.claims:
        _pass(petition.urgency, "organ", act)


def _successor(organ: str, act: Succeed) -> str:
    return act.successor if organ == act.organ else organ


def _on_the_way(claim: Claim) -> Iterator[tuple[Borne, str]]:
    """What an organ still has to send on, to handle or to report, with the field that names it."""
    yield from ((one, "office") for one in claim.dispatches if not one.done)
    yield from ((one, "organ") for one in claim.handlings if not one.ended or one.owes_report)
    yield from ((one, "organ") for one in claim.redos if not one.met and not one.ended)


def _answering(claim: Claim) -> Iterator[tuple[Borne, str]]:
    """What it answered or has still to answer, with the field that names it."""
    if claim.opinion:
        yield claim.opinion, "by"
        yield from ((order, "to") for order in claim.opinion.enforcements)
    yield from ((one, "to") for one in (claim.review, claim.final_review) if one)


def bears(claim: Claim, organ: str) -> bool:
    """Whether an organ has anything to do in a claim that a successor would take over."""
    return any(getattr(borne, name) == organ for borne, name in (*_on_the_way(claim), *_answering(claim)))


def _pass(borne: Borne, name: str, act: Succeed) -> None:
    if getattr(borne, name) == act.organ:
        borne.former = (*borne.former, (act.on, act.organ))
        setattr(borne, name, act.successor)


def _merge(claim: Claim, organ: str, on: date) -> None:
    """An organ that takes over what it had passed on, or was concerned in beside it, has the claim once: the first holds."""
    own = [one for one in claim.handlings if one.organ == organ and one.ended is None]
    kept = next((one for one in own if not one.passed_on), None)
    for handling in own:
        if handling is not kept and kept:
            handling.ended = on
    claim.turn(on)
