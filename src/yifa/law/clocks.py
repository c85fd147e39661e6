"""时限 — which limits run for a petition, stand paused, were met, are late.  Computed from the acts, never stored as truth."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from yifa.law import limits
from yifa.law.articles import Citation, cite
from yifa.law.limits import Limit
from yifa.law.organs import PETITIONER
from yifa.law.petition import Claim, Handling, Opinion, Petition, Review
from yifa.law.policy import DEFAULT, Policy
from yifa.law.terms import NoticeKind, OrganKind, ReviewOutcome, Track
from yifa.law.workdays import OFFICIAL, Calendar, Due


class State(StrEnum):
    """时限状态 — of a clock on a day."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    LATE = "late"
    LAPSED = "lapsed"

    @property
    def term(self) -> str:
        """The state in Chinese."""
        return {"running": "进行中", "paused": "暂停", "met": "按期", "late": "逾期", "lapsed": "期满未行使"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """时限 — one limit of one claim: who owes what, from which day and act, until when.

    `right` marks what somebody may do but need not (objection, review): past its day it lapses and is no
    breach.  `ended` is the day the duty fell away unmet.
    """

    limit: Limit
    claim: str
    organ: str
    """The organ whose handling or answer it is about."""
    owed_by: str
    """Who must act: that organ, or the petitioner."""
    started: date
    due: Due
    source: str
    """The term of the act it counts from."""
    met: date | None = None
    ended: date | None = None
    paused: bool = False
    right: bool = False
    basis: Citation

    def state(self, on: date) -> State:
        """The state on that day.  A provisional last day is never late: it may still move."""
        late = not self.due.provisional and (self.met or self.ended or on) > self.due.day
        if self.met and self.met <= on:
            return State.LATE if late else State.MET
        if late:
            return State.LAPSED if self.right else State.LATE
        return State.PAUSED if self.paused else State.RUNNING

    def days_left(self, on: date) -> int | None:
        """Days to the legal last day, negative when past; None once met."""
        return None if self.met and self.met <= on else (self.due.day - on).days


@dataclass(frozen=True, slots=True)
class Counting:
    """计算期间 — by which calendar and which readings days are counted."""

    calendar: Calendar
    policy: Policy

    def due(self, limit: Limit, day0: date, extra: int) -> Due:
        """The last day of a limit."""
        return limit.due(day0, extra, self.calendar, roll=self.policy.roll_last_day)

    def named(self, day: date) -> Due:
        """The last day where an organ has named it."""
        return self.calendar.roll(day) if self.policy.roll_last_day else Due(day, day)


def clocks(petition: Petition, on: date | None, calendar: Calendar = OFFICIAL, policy: Policy = DEFAULT) -> list[Clock]:
    """Every clock of the petition as of `on`, claim by claim in the order of the law.

    Without a day: as the record alone makes them, those still to start (no notice given) among them.
    """
    return [
        clock
        for claim in petition.claims.values()
        if not claim.carried
        for clock in _of_claim(petition, claim, on, Counting(calendar, policy))
        if clock.ended is None or clock.state(clock.ended) is State.LATE
    ]


def clock_of(
    petition: Petition, claim: Claim, limit: Limit, on: date | None, calendar: Calendar, policy: Policy
) -> Clock | None:
    """The last clock of one limit on one claim: what the guards ask for a last day."""
    found = [clock for clock in _of_claim(petition, claim, on, Counting(calendar, policy)) if clock.limit is limit]
    return found[-1] if found else None


def _of_claim(petition: Petition, claim: Claim, on: date | None, count: Counting) -> Iterator[Clock]:
    for dispatch in claim.dispatches:
        yield _clock(
            limits.DISPATCH,
            claim,
            dispatch.office,
            dispatch.since,
            count,
            source="登记",
            met=dispatch.done,
            ended=claim.withdrawn,
        )
    for handling in claim.handlings:
        yield from _of_handling(petition, claim, handling, count)
    if handled := _handling_clock(petition, claim, on, count):
        yield handled
    for opinion, review, final in [*claim.past, (claim.opinion, claim.review, claim.final)]:
        yield from _of_reviews(claim, opinion, review, final, count)
    if claim.redo_since and claim.redo_by:
        yield Clock(
            limit=limits.ASSIGNED,
            claim=claim.id,
            organ=claim.past[-1][0].by,
            owed_by=claim.past[-1][0].by,
            started=claim.redo_since,
            due=count.named(claim.redo_by),
            source="复查、复核",
            met=claim.opinion.on if claim.opinion else claim.concluded,
            ended=claim.withdrawn,
            basis=cite("36.1" if claim.past[-1][2] else "35"),
        )


def _of_handling(petition: Petition, claim: Claim, handling: Handling, count: Counting) -> Iterator[Clock]:
    """The notice, the objection and the assigned day of one handling (Arts. 22, 23)."""
    direct = not handling.sender
    source = "登记" if direct else "交办" if handling.assigned else "转送"
    ended = handling.ended or claim.withdrawn
    reachable = petition.reachable or not (direct or count.policy.notice_exempt_on_transfer)
    if reachable and not _own_rules(petition, claim, handling.organ):
        yield _clock(
            limits.DIRECT_NOTICE if direct else limits.NOTICE,
            claim,
            handling.organ,
            handling.received,
            count,
            source=source,
            met=handling.notified,
            ended=ended,
        )
    if not direct and (handling.objected or not handling.notified):
        yield _clock(
            limits.OBJECTION,
            claim,
            handling.organ,
            handling.received,
            count,
            source=source,
            met=handling.objected,
            ended=ended,
            right=True,
        )
    if handling.assigned:
        yield Clock(
            limit=limits.ASSIGNED,
            claim=claim.id,
            organ=handling.organ,
            owed_by=handling.organ,
            started=handling.received,
            due=count.named(handling.assigned),
            source=source,
            met=handling.reported,
            ended=claim.withdrawn if handling.passed_on else ended,
            basis=limits.ASSIGNED.basis,
        )


def _own_rules(petition: Petition, claim: Claim, organ: str) -> bool:
    """Whether notice follows the justice or discipline organs' own rules (Art. 23¶4)."""
    kind = petition.organs.kind(organ)
    return (kind is OrganKind.JUSTICE and claim.track is Track.C1) or (
        kind is OrganKind.DISCIPLINE and claim.track is Track.B
    )


def accepted_on(claim: Claim, policy: Policy = DEFAULT) -> tuple[date, str] | None:
    """受理之日 — the day the sixty days count from, and the act it comes from.

    The Regulation does not say; our reading (policy: acceptance): the acceptance; without one the notice;
    without either, fifteen days after receipt.
    """
    if claim.accepted:
        return claim.accepted, "受理"
    own = [one.notified for one in claim.handlings if one.notified and one.notice is NoticeKind.OWN]
    if own:
        return min(own), "书面告知"
    if handling := claim.handling:
        return handling.received + timedelta(days=policy.acceptance_without_notice_days), "收到期满"
    return None


def _handling_clock(petition: Petition, claim: Claim, on: date | None, count: Counting) -> Clock | None:
    """办结 — sixty days on a claim by petition procedure, and only there (Arts. 31(6), 34)."""
    start = accepted_on(claim, count.policy)
    first_c6 = next((day for day, track in claim.tracks if track is Track.C6), None)
    if start is None or first_c6 is None or claim.referred:
        return None
    opinion = claim.past[0][0] if claim.past else claim.opinion
    met = opinion.on if opinion else None
    ended = claim.withdrawn
    if claim.track is Track.C6:
        met = met or claim.concluded
    elif claim.concluded:
        ended = ended or claim.tracks[-1][0]
    since, source = start
    if (on and since > on) or (met is None and ended is not None and since > ended):
        return None
    outside = claim.days_outside(since, met or ended or on or petition.last or since)
    answering = opinion.by if opinion else claim.handling.organ if claim.handling else claim.handlings[-1].organ
    return _clock(
        limits.HANDLING,
        claim,
        answering,
        since,
        count,
        source=source,
        met=met,
        ended=ended,
        paused=claim.track is not Track.C6 and met is None and ended is None,
        extra=claim.extended + outside,
    )


def _of_reviews(
    claim: Claim, opinion: Opinion | None, review: Review | None, final: Review | None, count: Counting
) -> Iterator[Clock]:
    """The limits of Arts. 35 and 36 for one round: two rights of the petitioner, two duties of the organs above."""
    if opinion and opinion.served:
        yield _clock(
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
        yield _clock(
            limits.REVIEW,
            claim,
            review.to,
            review.requested,
            count,
            source="请求复查",
            met=review.decided,
            ended=claim.withdrawn,
        )
        if review.served and review.outcome is not ReviewOutcome.REDO:
            yield _clock(
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
        yield _clock(
            limits.FINAL_REVIEW,
            claim,
            final.to,
            final.requested,
            count,
            source="请求复核",
            met=final.decided,
            ended=claim.withdrawn,
            extra=final.hearing_days,
        )


def _clock(
    limit: Limit,
    claim: Claim,
    organ: str,
    started: date,
    count: Counting,
    *,
    source: str,
    met: date | None,
    ended: date | None,
    right: bool = False,
    paused: bool = False,
    extra: int = 0,
    owed_by: str = "",
) -> Clock:
    return Clock(
        limit=limit,
        claim=claim.id,
        organ=organ,
        owed_by=owed_by or organ,
        started=started,
        due=count.due(limit, started, extra),
        source=source,
        met=met,
        ended=None if met else ended,
        right=right,
        paused=paused,
        basis=limit.basis,
    )
