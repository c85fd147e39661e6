"""复查、复核的时限 — two rights of the petitioner, two duties of the organs above (Arts. 35, 36)."""

from collections.abc import Iterator

from yifa.law import limits
from yifa.law.answers import Opinion, Review
from yifa.law.claim import Claim
from yifa.law.clocks.clock import Clock, Counting, clock
from yifa.law.organs import PETITIONER


def of_reviews(
    claim: Claim, opinion: Opinion | None, review: Review | None, final: Review | None, count: Counting
) -> Iterator[Clock]:
    """The limits of Arts. 35 and 36 for one round."""
    if opinion and opinion.served:
        yield clock(
            limits.REVIEW_REQUEST,
            claim,
            opinion.by,
            opinion.served,
            count,
            source="送达",
            met=review.requested if review else None,
            ended=claim.withdrawn,
            right=True,
            owed_by=PETITIONER,
        )
    if review:
        yield clock(
            limits.REVIEW,
            claim,
            review.to,
            review.requested,
            count,
            source="请求复查",
            met=review.decided,
            ended=claim.withdrawn,
            former=review.former,
        )
        if review.served:
            yield clock(
                limits.FINAL_REVIEW_REQUEST,
                claim,
                review.to,
                review.served,
                count,
                source="送达",
                met=final.requested if final else None,
                ended=claim.withdrawn,
                right=True,
                owed_by=PETITIONER,
            )
    if final:
        yield clock(
            limits.FINAL_REVIEW,
            claim,
            final.to,
            final.requested,
            count,
            source="请求复核",
            met=final.decided,
            ended=claim.withdrawn,
            former=final.former,
            left_out=final.hearings,
        )
