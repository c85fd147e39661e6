"""现在可以做什么 — every act of the petitioner, judged by the law as it stands today: open with its last day, or why not yet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from yifa.law import limits
from yifa.law.acts import Act, Rate, Reopen, RequestFinalReview, RequestReview, Supplement, Withdraw
from yifa.law.claim import Claim
from yifa.law.clocks import Clock, clock_of
from yifa.law.limits import Limit
from yifa.law.organs import PETITIONER
from yifa.law.permits import Refusal, refusals
from yifa.law.petition import Petition
from yifa.law.readings import Readings
from yifa.law.terms import RatedBody, Score
from yifa.law.workdays import Calendar

SOMETHING = "…"
"""What stands in the fields of an act that is only asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """可做的事 — one thing a petitioner may do, as a page calls it.

    `trial` is the act with its fields filled in anyhow; `each`: of each claim apart; `when` says from when it is open.
    """

    slug: str
    act: type[Act]
    title: str
    about: str
    when: str
    trial: Callable[[Petition, Claim, date], Act]
    each: bool
    limit: Limit | None = None


def _supplement(_petition: Petition, _claim: Claim, on: date) -> Act:
    return Supplement(on=on, by=PETITIONER, text=SOMETHING)


def _withdraw(_petition: Petition, claim: Claim, on: date) -> Act:
    return Withdraw(on=on, by=PETITIONER, statement=SOMETHING, claims=(claim.id,))


def _reopen(_petition: Petition, claim: Claim, on: date) -> Act:
    return Reopen(on=on, by=PETITIONER, statement=SOMETHING, claims=(claim.id,))


def _review(petition: Petition, claim: Claim, on: date) -> Act:
    to = "".join(reviewers(petition, claim, "review")[:1])
    return RequestReview(on=on, by=PETITIONER, to=to, grounds=SOMETHING, claim=claim.id)


def _final_review(petition: Petition, claim: Claim, on: date) -> Act:
    to = "".join(reviewers(petition, claim, "final-review")[:1])
    return RequestFinalReview(on=on, by=PETITIONER, to=to, grounds=SOMETHING, claim=claim.id)


def _rate_office(_petition: Petition, _claim: Claim, on: date) -> Act:
    return Rate(on=on, by=PETITIONER, of=RatedBody.OFFICE, score=Score.SATISFIED)


def _rate_organ(_petition: Petition, claim: Claim, on: date) -> Act:
    return Rate(on=on, by=PETITIONER, of=RatedBody.ORGAN, score=Score.SATISFIED, claim=claim.id)


DOINGS: dict[str, Doing] = {
    one.slug: one
    for one in (
        Doing(
            slug="review",
            act=RequestReview,
            title="请求复查",
            about="对信访处理意见不服，请上一级机关再看一遍。",
            when="办理机关作出信访处理意见书并送到您手里以后，30日内可以提出。",
            trial=_review,
            each=True,
            limit=limits.REVIEW_REQUEST,
        ),
        Doing(
            slug="final-review",
            act=RequestFinalReview,
            title="请求复核",
            about="对复查意见不服，请再上一级机关作最后的判断。",
            when="复查意见送到您手里以后，30日内可以提出。",
            trial=_final_review,
            each=True,
            limit=limits.FINAL_REVIEW_REQUEST,
        ),
        Doing(
            slug="supplement",
            act=Supplement,
            title="补充材料、回答询问",
            about="补交证据、说明新情况，或者回答办理机关问您的问题。",
            when="办结归档以前随时可以。",
            trial=_supplement,
            each=False,
        ),
        Doing(
            slug="rate-office",
            act=Rate,
            title="评价信访部门",
            about="登记、转办得及时不及时，态度好不好。",
            when="信访部门把事项转送、交办以后可以评价，一次。",
            trial=_rate_office,
            each=False,
        ),
        Doing(
            slug="rate-organ",
            act=Rate,
            title="评价办理机关",
            about="办得怎么样，答复清楚不清楚。",
            when="办理机关答复以后可以评价，每项诉求一次。",
            trial=_rate_organ,
            each=True,
        ),
        Doing(
            slug="withdraw",
            act=Withdraw,
            title="撤回",
            about="不想再提了。撤回是您的自由，谁也不能要求您撤回。",
            when="答复以前，或者复查、复核还没有结果时可以。",
            trial=_withdraw,
            each=True,
        ),
        Doing(
            slug="reopen",
            act=Reopen,
            title="恢复办理",
            about="撤回以后又要求办理的，从停下的地方接着办。",
            when="撤回以后随时可以。",
            trial=_reopen,
            each=True,
        ),
    )
}
"""Every act of the petitioner, what presses most first."""


@dataclass(frozen=True, slots=True)
class Offer:
    """一件可做的事 — of one claim, or of the whole petition; `refused` says why it is not open."""

    doing: Doing
    claim: Claim | None
    refused: tuple[Refusal, ...]
    clock: Clock | None
    to: str = ""
    """Of a review: the organs that may be asked, by name."""

    @property
    def open(self) -> bool:
        """Whether nothing but what is to be filled in stands against it."""
        return not self.refused


def offers(petition: Petition, today: date, calendar: Calendar, readings: Readings) -> list[Offer]:
    """现在可以做什么 — every doing, of each claim where it is of each."""
    return list(_offers(petition, today, calendar, readings))


def _offers(petition: Petition, today: date, calendar: Calendar, readings: Readings) -> Iterator[Offer]:
    several = list(petition.claims.values())
    for doing in DOINGS.values():
        for claim in several if doing.each else several[:1]:
            if doing.act is Reopen and not claim.withdrawn:
                continue  # nothing to be spoken of
            yield offer(petition, doing, claim, today, calendar, readings)


def offer(petition: Petition, doing: Doing, claim: Claim, today: date, calendar: Calendar, readings: Readings) -> Offer:
    """One doing, judged."""
    found = refusals(doing.trial(petition, claim, today), petition, calendar, readings)
    against = {one.reason: one for one in found if one.field in {"", "claims"}}
    clock = clock_of(petition, claim, doing.limit, today, calendar, readings) if doing.limit else None
    to = "或者".join(map(petition.organs.name, reviewers(petition, claim, doing.slug))) if doing.limit else ""
    return Offer(doing, claim if doing.each else None, tuple(against.values()), clock if not against else None, to)


def reviewers(petition: Petition, claim: Claim, slug: str) -> tuple[str, ...]:
    """上一级机关 — to whom a review (of the opinion) or a final review (of the review's) may be asked: any of them."""
    opinion, review = (claim.opinion, None) if slug == "review" else (None, claim.review)
    organ = petition.organs.get(opinion.by if opinion else review.to if review else "")
    return organ.superiors if organ else ()
