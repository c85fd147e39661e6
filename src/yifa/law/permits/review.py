"""复查、复核 — who may ask whom until when, and what the answer must state (Arts. 35, 36)."""

from collections.abc import Iterator

from yifa.law import limits
from yifa.law.acts import (
    FinalReviewOpinion,
    PublishFinalReview,
    RequestFinalReview,
    RequestReview,
    ReviewOpinion,
)
from yifa.law.answers import Opinion, Review
from yifa.law.articles import cite
from yifa.law.claim import Claim
from yifa.law.limits import Limit
from yifa.law.permits.base import Case, Refusal, blank, chinese, judges, known


def _request(
    act: RequestReview | RequestFinalReview, case: Case, claim: Claim, below: Opinion | Review | None, limit: Limit
) -> Iterator[Refusal]:
    what, rule = ("处理意见", cite("35")) if limit is limits.REVIEW_REQUEST else ("复查意见", cite("36.1"))
    if not below:
        yield Refusal(f"没有可以请求{act.term.removeprefix('请求')}的{what}", rule)
        return
    if not below.served:
        yield Refusal(f"{what}还没有送达，请求期限尚未开始；请先送达", rule)
    due = case.last_day(limit, claim, act.on)
    if due and act.on > due.day and not due.provisional:
        yield Refusal(
            f"应当自收到书面答复之日起30日内提出，已于{chinese(due.day)}届满；有新的事实和理由可另行提出", rule
        )
    yield from known(case, act.to, rule)
    organ = below.by if isinstance(below, Opinion) else below.to
    if act.to in case.organs and not case.organs.one_up(act.to, organ):
        known_organ = case.organs.get(organ)
        above = "、".join(case.organs.name(one) for one in (known_organ.superiors if known_organ else ()))
        yield Refusal(f"应当向{case.organs.name(organ)}的上一级机关提出：{above or '名录中未登记'}", rule, "to")


@judges(RequestReview)
def request_review(act: RequestReview, case: Case) -> Iterator[Refusal]:
    """请求复查: within thirty days of service, to the level above (G09, G12)."""
    claim = case.claim(act)
    yield from _request(act, case, claim, claim.opinion, limits.REVIEW_REQUEST)
    if claim.review:
        yield Refusal("已经请求复查", cite("35"))


@judges(RequestFinalReview)
def request_final_review(act: RequestFinalReview, case: Case) -> Iterator[Refusal]:
    """请求复核: within thirty days of service of the review opinion, to the level above the reviewer."""
    claim = case.claim(act)
    yield from _request(act, case, claim, claim.reviewed, limits.FINAL_REVIEW_REQUEST)
    pending = any(final and not final.decided for _, _, final in claim.rounds)
    if pending or (claim.final if claim.review else claim.final_review):
        yield Refusal("已经请求复核", cite("36.1"))


def _opinion(act: ReviewOpinion | FinalReviewOpinion, review: Review | None) -> Iterator[Refusal]:
    rule = cite("35" if isinstance(act, ReviewOpinion) else "36.1")
    if review and review.decided:
        yield Refusal(f"已于{chinese(review.decided)}作出意见", rule)
    if act.redo_by and act.redo_by < act.on:
        yield Refusal("重新处理的期限不能早于作出意见之日", rule, "redo_by")
    yield from blank(act, rule, facts="应当写明认定的事实", opinion="应当写明意见", basis_text="应当写明依据")


@judges(ReviewOpinion)
def review_opinion(act: ReviewOpinion, case: Case) -> Iterator[Refusal]:
    """作出复查意见: in writing; late is a breach, not a bar."""
    yield from _opinion(act, case.claim(act).review)


@judges(FinalReviewOpinion)
def final_review_opinion(act: FinalReviewOpinion, case: Case) -> Iterator[Refusal]:
    """作出复核意见."""
    yield from _opinion(act, case.claim(act).final_review)


@judges(PublishFinalReview)
def publish_final_review(act: PublishFinalReview, case: Case) -> Iterator[Refusal]:
    """公示复核意见: heard, decided, without names."""
    final = case.claim(act).final_review
    if not final or not final.decided:
        yield Refusal("尚未作出复核意见", cite("36.2"))
    elif not final.hearings:
        yield Refusal("只有经过听证的复核意见可以公示", cite("36.2"))
    if not act.anonymised:
        yield Refusal("公示前应当隐去信访人的个人信息", cite("36.2"), "anonymised")
    yield from blank(act, cite("36.2"), text="请填写公示内容")
