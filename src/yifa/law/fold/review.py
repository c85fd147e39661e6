"""复查、复核 — what the two reviews do to a claim."""

from yifa.law.acts.review import (
    FinalReviewOpinion,
    PublishFinalReview,
    RequestFinalReview,
    RequestReview,
    ReviewOpinion,
)
from yifa.law.answers import Redo, Review
from yifa.law.claim import Claim
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
    """The final reviewer's thirty days begin; asked of a review that sent the claim back, it stands beside that one."""
    petition.closed = None
    claim = only(petition, act.claim)
    asked = Review(act.to, act.on)
    if claim.review or not claim.past:
        claim.final = asked
    else:
        opinion, review, _ = claim.past.pop()
        claim.past.append((opinion, review, asked))


def _decide(petition: Petition, claim: Claim, review: Review, act: ReviewOpinion | FinalReviewOpinion) -> None:
    review.decided, review.outcome = act.on, act.outcome
    issue(petition, "D33" if isinstance(act, ReviewOpinion) else "D35", act, claim.id, review)
    if act.outcome is ReviewOutcome.REDO and claim.opinion and review in (claim.review, claim.final):
        final = review is claim.final
        claim.redos.append(Redo(claim.opinion.by, act.on, act.redo_by, final))
        claim.past.append((claim.opinion, claim.review, claim.final))
        claim.opinion = claim.review = claim.final = None


@does(ReviewOpinion)
def review_opinion(petition: Petition, act: ReviewOpinion) -> None:
    """Decided; sent back, the claim is handled anew."""
    claim = only(petition, act.claim)
    if claim.review:
        _decide(petition, claim, claim.review, act)


@does(FinalReviewOpinion)
def final_review_opinion(petition: Petition, act: FinalReviewOpinion) -> None:
    """Decided for good, unless sent back.  What overturns the order to do it anew ends that order."""
    claim = only(petition, act.claim)
    final = claim.final_review
    if not final:
        return
    of_a_redo = not claim.opinion and bool(claim.redos)
    _decide(petition, claim, final, act)
    if of_a_redo and act.outcome in {ReviewOutcome.CHANGE, ReviewOutcome.REVOKE}:
        claim.redos[-1].ended = act.on
        claim.opinion, claim.review, claim.final = claim.past.pop()
    elif of_a_redo and act.redo_by:
        before = claim.redos[-1]
        before.ended = act.on
        claim.redos.append(Redo(before.organ, act.on, act.redo_by, final=True))


@does(PublishFinalReview)
def publish_final_review(petition: Petition, act: PublishFinalReview) -> None:
    """Made public."""
    final = only(petition, act.claim).final_review
    if final:
        final.published = act.on
