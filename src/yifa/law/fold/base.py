"""The table of what each act does to a petition, and what several acts share."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from yifa.law.acts.base import Act
from yifa.law.acts.intake import Request
from yifa.law.answers import Issued, Opinion, Review
from yifa.law.claim import Claim
from yifa.law.handlings import Dispatch, Handling
from yifa.law.petition import Petition

A = TypeVar("A", bound=Act)

FOLD: dict[type[Act], Callable[[Petition, Any], None]] = {}
"""What each act does to the petition it is given; it never judges."""


def does(kind: type[A]) -> Callable[[Callable[[Petition, A], None]], Callable[[Petition, A], None]]:
    """Enter a function as what `kind` does."""

    def enter(effect: Callable[[Petition, A], None]) -> Callable[[Petition, A], None]:
        FOLD[kind] = effect
        return effect

    return enter


def only(petition: Petition, claim: str) -> Claim:
    """The claim an act is about; left empty, the only one."""
    return petition.claims[claim] if claim else next(iter(petition.claims.values()))


def add_claims(petition: Petition, requests: tuple[Request, ...], on: date) -> list[Claim]:
    """Number and add what is asked."""
    added = []
    for request in requests:
        claim = Claim(
            id=str(len(petition.claims) + 1),
            text=request.text,
            born=on,
            category=request.category,
            path=request.path,
            about=request.about,
            accused=request.accused,
            tracks=[(on, request.track)] if request.track else [],
        )
        petition.claims[claim.id] = claim
        added.append(claim)
    return added


def sent(claim: Claim, by: str, on: date) -> None:
    """A petition office's duty to dispatch this claim is done (Art. 22)."""
    for dispatch in claim.dispatches:
        if dispatch.office == by and dispatch.done is None:
            dispatch.done = on


def hold(claim: Claim, by: str, since: date, *, office: bool) -> None:
    """The claim has reached `by`: an office must dispatch it, any other organ handles it."""
    if office:
        claim.dispatches.append(Dispatch(by, since))
    else:
        handled(claim, Handling(by, since), since)


def handled(claim: Claim, handling: Handling, on: date) -> None:
    """An organ has the claim; whose turn it is may have changed."""
    claim.handlings.append(handling)
    claim.turn(on)


def issue(
    petition: Petition, paper: str, act: Act, claim: str, answer: Opinion | Review | None = None, *, asked: bool = True
) -> None:
    """A paper goes out and must be served, unless the law asks for no reply."""
    petition.papers.append(Issued(paper, claim, act.by, act.on, answer, asked=asked))


def conclude(claim: Claim, act: Act) -> None:
    """The claim ends otherwise than by an opinion; what a review ordered to be done anew is done by it."""
    claim.concluded, claim.concluded_by = act.on, act
    done_anew(claim, act.on)


def done_anew(claim: Claim, on: date) -> None:
    """What a review sent back is done (Arts. 35, 36)."""
    for redo in claim.redos:
        if not redo.ended:
            redo.met = redo.met or on
