"""复查、复核 — what the two reviews do to a claim."""

from yifa.law.acts.review import (
    FinalReviewOpinion,
    PublishFinalReview,
    RequestFinalReview,
    RequestReview,
    ReviewOpinion,
)
from yifa.law.claim import Claim, Review
from yifa.law.fold.base import does, issue, only
from yifa.law.petition import Petition
from yifa.law.terms import ReviewOutcome


@does(RequestReview)
def request_review(petition: Petition, act: RequestReview) -> None:
    """The reviewer's thirty days begin; a closed file is open again."""
    petition.closed = None
    only(petition, act.claim).review = Review(act.to, act.on)


@does(RequestFinalReview)
def request_final_review(petition: Petition, act: RequestFinalReview) -> None:
    """The final reviewer's thirty days begin."""
    petition.closed = None
    only(petition, act.claim).final = Review(act.to, act.on)


def _decide(petition: Petition, claim: Claim, review: Review, act: ReviewOpinion | FinalReviewOpinion) -> None:
    review.decided, review.outcome = act.on, act.outcome
    issue(petition, "D33" if isinstance(act, ReviewOpinion) else "D35", act, claim.id, review)
    if act.outcome is ReviewOutcome.REDO and claim.opinion:
        claim.past.append((claim.opinion, claim.review, claim.final))
        claim.opinion = claim.review = claim.final = None
        claim.redo_since, claim.redo_by = act.on, act.redo_by


@does(ReviewOpinion)
def review_opinion(petition: Petition, act: ReviewOpinion) -> None:
    """Decided; sent back, the claim is handled anew."""
    claim = only(petition, act.claim)
    if claim.review:
        _decide(petition, claim, claim.review, act)


@does(FinalReviewOpinion)
def final_review_opinion(petition: Petition, act: FinalReviewOpinion) -> None:
    """Decided for good, unless sent back."""
    claim = only(petition, act.claim)
    if claim.final:
        _decide(petition, claim, claim.final, act)


@does(PublishFinalReview)
def publish_final_review(petition: Petition, act: PublishFinalReview) -> None:
    """Made public."""
    final = only(petition, act.claim).final
    if final:
        final.published = act.on
