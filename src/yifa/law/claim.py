"""诉求 — one thing asked, with its dispatches, handlings, opinion and reviews; clocks and stages are computed from it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from yifa.law.acts import Act
from yifa.law.answers import Opinion, Redo, Review, Round
from yifa.law.handlings import Borne, Charge, Dispatch, Handling
from yifa.law.terms import (
    Adoption,
    Channel,
    Evidence,
    Level,
    Stage,
    Track,
)


@dataclass(slots=True)
class Receipt(Borne):
    """来件 — one letter, visit, call, fax or online submission; the first opens the petition, later ones repeat it."""

    channel: Channel
    received: date
    registered: date
    by: str
    level: Level
    people: int
    turned_away: Act | None = None
    """The Decline or Bar that answered it."""
    elsewhere: str = ""
    """Where a repeat came to an organ that does not handle the petition, the claim it tells of: it owes its own notice (Art. 23)."""
    teller: str = ""
    """Who must tell the petitioner then: that organ, or its successor."""
    told: date | None = None

    @property
    def answered(self) -> date | None:
        """The day it was answered: told of, or turned away."""
        return self.told or (self.turned_away.on if self.turned_away else None)


@dataclass(slots=True)
class Claim:
    """诉求 — one thing asked; category, path and clocks belong to it."""

    id: str
    text: str
    born: date
    """The day it was registered or split off: what was said of it then holds for the days before."""
    category: str = ""
    path: str = ""
    about: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    tracks: list[tuple[date, Track]] = field(default_factory=list)
    """Every classification and its day; the last one holds."""
    dispatches: list[Dispatch] = field(default_factory=list)
    handlings: list[Handling] = field(default_factory=list)
    charges: list[Charge] = field(default_factory=list)
    """Who owed the opinion, one after the other."""
    accepted: date | None = None
    """The day it was first accepted, by whichever organ."""
    heard: date | None = None
    investigated: date | None = None
    opinion: Opinion | None = None
    review: Review | None = None
    final: Review | None = None
    past: list[Round] = field(default_factory=list)
    """Earlier rounds: an opinion that a review sent back to be made anew, with the reviews of it."""
    redos: list[Redo] = field(default_factory=list)
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
    away: list[tuple[date, date]] = field(default_factory=list)
    """Earlier withdrawals, each with the day it was taken up again."""
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
        free = self.open_dispatch is None and self.charge is None
        return free and bool(self.dispatches) and self.dispatches[-1].office == office

    @property
    def charge(self) -> Charge | None:
        """Who owes the opinion now."""
        return self.charges[-1] if self.charges and self.charges[-1].until is None else None

    @property
    def handling(self) -> Handling | None:
        """The handling that is under way: of several the one that owes the opinion, else the last one not ended."""
        if charge := self.charge:
            return charge.handling
        return next((one for one in reversed(self.handlings) if one.ended is None), None)

    def turn(self, on: date) -> None:
        """Whose turn it is, once something has moved: the first organ it was sent to that has it and kept it (Art. 24¶1)."""
        current = next((one for handling in self.handlings if (one := self._in_line(handling))), None)
        if charge := self.charge:
            if charge.handling is current:
                return
            charge.until = on
        if current:
            self.charges.append(Charge(current, on if self.charges else current.received))
            for redo in self.redos:
                if not (redo.met or redo.ended) and redo.organ != current.organ:
                    redo.former, redo.organ = (*redo.former, (on, redo.organ)), current.organ

    def _in_line(self, handling: Handling) -> Handling | None:
        """Who has what this organ was sent: itself, or the one below to which it passed it on, and so on down."""
        for below in self.handlings:
            if (
                handling.passed_on
                and (below.sender, below.organ) == (handling.organ, handling.passed_on)
                and not below.ended
            ):
                handling = below
        return None if handling.ended or handling.passed_on else handling

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
        return any(one and not one.decided for one in (self.review, self.final_review))

    @property
    def final_review(self) -> Review | None:
        """The final review of this opinion, or of the review that sent the one before back (policy: 责令重新处理的复核)."""
        return self.final or (self.past[-1][2] if self.past else None)

    @property
    def reviewed(self) -> Review | None:
        """The review opinion that a final review may be asked of: of this opinion, or the one that sent it back."""
        if self.review:
            return self.review if self.review.decided else None
        return self.past[-1][1] if self.past else None

    @property
    def rounds(self) -> list[tuple[Opinion | None, Review | None, Review | None]]:
        """Every opinion with its reviews, oldest first; the present round last."""
        return [*self.past, (self.opinion, self.review, self.final)]

    @property
    def first_answer(self) -> Opinion | None:
        """The first opinion: the one by which the sixty days are met."""
        return self.past[0][0] if self.past else self.opinion

    @property
    def over_since(self) -> date | None:
        """The day on which nothing was owed on it any more by way of handling, withdrawal aside."""
        answer, sent = self.first_answer, self.referred
        days = (answer and answer.on, self.concluded, sent and sent.on, self.elsewhere)
        return min((day for day in days if day), default=None)

    @property
    def over(self) -> bool:
        """Whether nothing is owed on it by way of handling: answered, referred, sent elsewhere or withdrawn."""
        return bool(self.answered or self.referred or self.elsewhere or self.withdrawn)

    def resorted(self, track: Track, path: str) -> bool:
        """Whether this classification is another one: another track, or another path than the one named."""
        return track is not self.track or (bool(self.path) and path not in {"", self.path})

    def outside(self, since: date, until: date) -> Iterator[tuple[date, int]]:
        """The spells between two days on another track than C6, each by its first day and its days (Art. 34 did not run)."""
        left: date | None = None
        for on, track in self.tracks:
            if track is not Track.C6 and left is None:
                left = max(on, since)
            elif track is Track.C6 and left is not None:
                if min(on, until) > left:
                    yield left, (min(on, until) - left).days
                left = None
        if left is not None and until > left:
            yield left, (until - left).days

    def suspended(self, since: date) -> Iterator[tuple[date, int]]:
        """The spells after `since` in which it was withdrawn, each by its first day and its days."""
        for left, back in self.away:
            if back > since:
                yield max(left, since), (back - max(left, since)).days

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
