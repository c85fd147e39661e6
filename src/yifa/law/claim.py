"""诉求 — one thing asked, with its dispatches, handlings, opinion and reviews; clocks and stages are computed from it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from yifa.law.acts import Act
from yifa.law.terms import (
    Adoption,
    Channel,
    Evidence,
    Level,
    NoticeKind,
    Outcome,
    ReviewOutcome,
    Stage,
    Track,
)


@dataclass(slots=True)
class Receipt:
    """来件 — one letter, visit, call, fax or online submission; the first opens the petition, later ones repeat it."""

    channel: Channel
    received: date
    registered: date
    by: str
    level: Level
    people: int
    turned_away: Act | None = None
    """The Decline or Bar that answered it."""


@dataclass(slots=True)
class Dispatch:
    """分流期 — a petition office holds a claim and owes its dispatch (Art. 22: fifteen days)."""

    office: str
    since: date
    done: date | None = None


@dataclass(slots=True)
class Handling:
    """办理 — one organ's handling of one claim: its receipt day, notice clock, objection clock."""

    organ: str
    received: date
    sender: str = ""
    """Who transferred or assigned it; empty where the petitioner turned to the organ directly."""
    assigned: date | None = None
    """交办期限 — the day by which it must report back."""
    signed: date | None = None
    notified: date | None = None
    notice: NoticeKind | None = None
    told: date | None = None
    """The day of the latest notice: a claim classified anew needs another one."""
    objected: date | None = None
    objection_refused: date | None = None
    returned: date | None = None
    passed_on: str = ""
    """The organ under it to which it passed the claim."""
    reported: date | None = None
    ended: date | None = None
    """The day it ceased to be this organ's: returned, passed on, taken over by another."""

    @property
    def objecting(self) -> bool:
        """Whether an objection waits for the sender's word."""
        return self.objected is not None and self.objection_refused is None and self.returned is None

    @property
    def owes_report(self) -> bool:
        """Whether what was assigned is still to be reported back: passing it on does not free from it."""
        return bool(self.assigned and not self.reported and (self.ended is None or self.passed_on))


@dataclass(slots=True)
class Opinion:
    """处理意见 — the handling opinion on a claim."""

    by: str
    on: date
    outcome: Outcome
    served: date | None = None
    enforcement: date | None = None
    executed: date | None = None


@dataclass(slots=True)
class Review:
    """复查或者复核 — one request for review and its answer."""

    to: str
    requested: date
    hearing_days: int = 0
    decided: date | None = None
    outcome: ReviewOutcome | None = None
    served: date | None = None
    published: date | None = None


@dataclass(slots=True)
class Issued:
    """文书 — a paper that was issued and must be served on the petitioner."""

    paper: str
    claim: str
    by: str
    on: date
    answer: "Opinion | Review | None" = None
    """The answer whose service it is: limits of Arts. 35, 36 count from it."""
    served: date | None = None
    owed: bool = True
    """Whether it must be served: not where nobody knows to whom (Art. 23¶2, by analogy), nor a reply the law does not ask for."""

    @property
    def waiting(self) -> bool:
        """Whether its service is due."""
        return self.owed and self.served is None


@dataclass(slots=True)
class Claim:
    """诉求 — one thing asked; category, path and clocks belong to it."""

    id: str
    text: str
    category: str = ""
    path: str = ""
    about: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    tracks: list[tuple[date, Track]] = field(default_factory=list)
    """Every classification and its day; the last one holds."""
    dispatches: list[Dispatch] = field(default_factory=list)
    handlings: list[Handling] = field(default_factory=list)
    accepted: date | None = None
    heard: date | None = None
    investigated: date | None = None
    hearings: int = 0
    extended: int = 0
    extensions: int = 0
    opinion: Opinion | None = None
    review: Review | None = None
    final: Review | None = None
    past: list[tuple[Opinion, Review | None, Review | None]] = field(default_factory=list)
    """Earlier rounds: an opinion that a review sent back to be made anew, with the reviews of it."""
    redo_since: date | None = None
    redo_by: date | None = None
    diverted: date | None = None
    last_day: date | None = None
    """The petitioner's own last day on the path it was diverted to."""
    referred: Act | None = None
    """The act that sent it to the political-legal or discipline organs, or guided the visitor there."""
    elsewhere: date | None = None
    concluded: date | None = None
    """The day it ended otherwise than by an opinion: agreement, fulfilment, reply, result fed back."""
    concluded_by: Act | None = None
    adoption: Adoption | None = None
    resolved: Evidence | None = None
    withdrawn: date | None = None
    carried: bool = False
    """Concluded in another system; nothing of it is judged here."""

    @property
    def track(self) -> Track | None:
        """The track that holds now; None until classified."""
        return self.tracks[-1][1] if self.tracks else None

    @property
    def sealed(self) -> bool:
        """Whether Art. 30¶3 protects it."""
        return self.track is Track.B or bool(self.accused)

    @property
    def open_dispatch(self) -> Dispatch | None:
        """The dispatch a petition office still owes."""
        for dispatch in self.dispatches:
            if dispatch.done is None:
                return dispatch
        return None

    def waits_at(self, office: str) -> bool:
        """Whether that petition office may send it on: it owes the dispatch, or reported it (Art. 22¶1(1)) and nobody has it."""
        if any(one.office == office and one.done is None for one in self.dispatches):
            return True
        free = self.open_dispatch is None and self.handling is None
        return free and bool(self.dispatches) and self.dispatches[-1].office == office

    @property
    def handling(self) -> Handling | None:
        """The handling that is under way: the last one not ended."""
        for handling in reversed(self.handlings):
            if handling.ended is None:
                return handling
        return None

    def handling_by(self, organ: str) -> Handling | None:
        """That organ's handling, if under way."""
        for handling in reversed(self.handlings):
            if handling.organ == organ and handling.ended is None:
                return handling
        return None

    def untold(self, handling: Handling) -> bool:
        """Whether the petitioner was told another track than the one that holds now (Art. 23: 处理途径和程序)."""
        return handling.told is not None and bool(self.tracks) and self.tracks[-1][0] > handling.told

    @property
    def answered(self) -> date | None:
        """The day its handling ended in substance: the opinion, or what stood in its place."""
        return self.opinion.on if self.opinion else self.concluded

    @property
    def under_review(self) -> bool:
        """Whether a review or final review was asked for and is not answered."""
        return any(one and not one.decided for one in (self.review, self.final))

    @property
    def over(self) -> bool:
        """Whether nothing is owed on it by way of handling: answered, referred, sent elsewhere or withdrawn."""
        return bool(self.answered or self.referred or self.elsewhere or self.withdrawn)

    def resorted(self, track: Track, path: str) -> bool:
        """Whether this classification is another one: another track, or another path than the one named."""
        return track is not self.track or (bool(self.path) and path not in {"", self.path})

    def days_outside(self, since: date, until: date) -> int:
        """How many of the days from `since` to `until` the claim was on another track than C6 (Art. 34 did not run)."""
        days, left = 0, None
        for on, track in self.tracks:
            if track is not Track.C6 and left is None:
                left = max(on, since)
            elif track is Track.C6 and left is not None:
                days += max(0, (on - left).days)
                left = None
        return days if left is None else days + max(0, (until - left).days)

    @property
    def stage(self) -> Stage:
        """阶段 — derived, never stored."""
        return next(_stages(self))


def _stages(claim: Claim) -> Iterator[Stage]:
    """The stages a claim is at, the furthest first."""
    if claim.withdrawn:
        yield Stage.WITHDRAWN
    if final := claim.final:
        yield Stage.FINAL if final.served else Stage.FINAL_DECIDED if final.decided else Stage.FINAL_REVIEW
    if review := claim.review:
        yield (Stage.REVIEW_ANSWERED if review.served else Stage.REVIEW_DECIDED if review.decided else Stage.REVIEW)
    if claim.opinion:
        yield Stage.ANSWERED if claim.opinion.served else Stage.DECIDED
    for day, stage in (
        (claim.concluded, Stage.CONCLUDED),
        (claim.diverted, Stage.DIVERTED),
        (claim.referred, Stage.REFERRED),
        (claim.elsewhere, Stage.ELSEWHERE),
    ):
        if day:
            yield stage
    if claim.handling:
        yield _handling_stage(claim, claim.handling)
    yield Stage.REGISTERED


def _handling_stage(claim: Claim, handling: Handling) -> Stage:
    if handling.objecting and not handling.notified:
        return Stage.OBJECTED
    if claim.accepted or claim.heard or claim.investigated:
        return Stage.HANDLING
    return Stage.NOTIFIED if handling.notified else Stage.DISPATCHED
