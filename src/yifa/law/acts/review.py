"""复查、复核 — the two reviews of an opinion by the organs above (Arts. 35, 36)."""

from datetime import date

from yifa.law.acts.base import Act, act
from yifa.law.terms import Mover, ReviewOutcome


@act("请求复查", "35", Mover.PETITIONER)
class RequestReview(Act):
    """请求复查 — within thirty days of receiving the opinion, to the organ one level above the one that gave it."""

    to: str
    grounds: str
    claim: str = ""


@act("作出复查意见", "35", Mover.REVIEWER)
class ReviewOpinion(Act):
    """作出复查意见 — within thirty days of the request, in writing.  `redo_by`: the day set for handling anew."""

    outcome: ReviewOutcome
    facts: str
    opinion: str
    basis_text: str = ""
    redo_by: date | None = None
    claim: str = ""


@act("请求复核", "36.1", Mover.PETITIONER)
class RequestFinalReview(Act):
    """请求复核 — within thirty days of receiving the review opinion, to the organ one level above the reviewer."""

    to: str
    grounds: str
    claim: str = ""


@act("作出复核意见", "36.1", Mover.FINAL_REVIEWER)
class FinalReviewOpinion(Act):
    """作出复核意见 — within thirty days of the request, hearing days left out; nothing follows it."""

    outcome: ReviewOutcome
    facts: str
    opinion: str
    basis_text: str = ""
    redo_by: date | None = None
    claim: str = ""


@act("公示复核意见", "36.2", Mover.FINAL_REVIEWER)
class PublishFinalReview(Act):
    """公示复核意见 — only after a hearing, with names taken out."""

    text: str
    anonymised: bool
    claim: str = ""
