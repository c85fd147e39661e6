"""分流建议 — from the answers to tracks and paths, by table; a person confirms, the office signs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yifa.law.articles import cite
from yifa.law.interview.model import AnswerKind, Option, Question
from yifa.law.interview.questions import QUESTIONS
from yifa.law.interview.reading import Answers
from yifa.law.paths import (
    PATHS,
    PathLimit,
    Running,
    StartDay,
    countable,
    in_force,
    running_limits,
)
from yifa.law.terms import Track
from yifa.law.workdays import OFFICIAL, Calendar

WARN_DAYS = 15
"""A limit with so few days left is said aloud."""

SEAL = f"检举控告材料须密封保管，不得透露或者转给被检举、揭发的人员或者单位（{cite('30.3')}）"
REST = "各项法定途径都不适用，拟按信访程序办理；界限须由工作人员判断确认"
ORDER = (Track.B, Track.C1, Track.C2, Track.C3, Track.C4, Track.C5, Track.C6, Track.A)
"""The order of Art. 31 (一)→(六); what must be sealed comes first, what asks for nothing last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """分流建议 — one track for what one question brought out, its paths, and the limits that run there.

    `limits` are open, the shortest first; `lapsed` have run out; `asks` are first days not yet known.
    """

    question: str
    track: Track
    paths: tuple[str, ...] = ()
    reason: str
    limits: tuple[Running, ...] = ()
    lapsed: tuple[PathLimit, ...] = ()
    asks: tuple[StartDay, ...] = ()
    issuer: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def sealed(self) -> bool:
        """Whether it must be kept from the accused (Art. 30¶3)."""
        return self.track is Track.B

    @property
    def start(self) -> StartDay | None:
        """The day the shortest open limit counts from; where none is open, the first day still to be asked."""
        if self.limits:
            return self.limits[0].limit.day
        return self.asks[0] if self.asks else None

    @property
    def last_day(self) -> date | None:
        """The last day of the shortest open limit."""
        return self.limits[0].due.day if self.limits else None


def propose(answers: Answers, *, on: date, calendar: Calendar = OFFICIAL) -> list[Proposal]:
    """分流建议 — what the answers lead to, in the order of Art. 31; several for a mixed matter.

    The rest, C6, is proposed only once every question was answered no.
    """
    found = [
        proposal
        for question in QUESTIONS
        if answers.flags.get(question.id)
        for proposal in _of(question, answers, on, calendar)
    ]
    if not found and all(answers.flags.get(question.id) is False for question in QUESTIONS):
        return [Proposal(question="", track=Track.C6, reason=REST)]
    return sorted(found, key=lambda proposal: ORDER.index(proposal.track))


def _of(question: Question, answers: Answers, on: date, calendar: Calendar) -> list[Proposal]:
    """One proposal for each track that the answers to one question lead to."""
    paths: dict[Track, list[str]] = {}
    reasons: dict[Track, list[str]] = {}
    for option in _chosen(question, answers):
        open_paths = [number for number in option.paths if in_force(PATHS[number], on)]
        tracks = [PATHS[number].track for number in open_paths]
        for track in [option.track] if option.track else dict.fromkeys(tracks):
            paths.setdefault(track, []).extend(n for n in open_paths if PATHS[n].track is track)
            reasons.setdefault(track, []).append(option.reason)
    return [
        _proposal(question, track, tuple(dict.fromkeys(numbers)), reasons[track], answers, on, calendar)
        for track, numbers in paths.items()
    ]


def _proposal(
    question: Question,
    track: Track,
    paths: tuple[str, ...],
    reasons: list[str],
    answers: Answers,
    on: date,
    calendar: Calendar,
) -> Proposal:
    dates = answers.dates(question)
    limits = running_limits(
        paths,
        dates,
        on=on,
        circumstances=answers.circumstances(question),
        calendar=calendar,
    )
    still_open = {id(running.limit) for running in limits}
    known = [limit for _, limit in countable(paths, dates, on)]
    lapsed = tuple(limit for limit in known if id(limit) not in still_open)
    asks = [limit.day for number in paths for limit in PATHS[number].limits if limit.day not in dates]
    return Proposal(
        question=question.id,
        track=track,
        paths=paths,
        reason="；".join(dict.fromkeys(reasons)),
        limits=tuple(limits),
        lapsed=lapsed,
        asks=tuple(dict.fromkeys(asks)),
        issuer="".join(answers.ticked.get(f"{question.id}.issuer", ())),
        warnings=tuple(_warnings(track, limits, lapsed, on)),
    )


def _warnings(track: Track, limits: list[Running], lapsed: tuple[PathLimit, ...], on: date) -> Iterator[str]:
    if track is Track.B:
        yield SEAL
    for running in limits:
        left = running.days_left(on)
        if left <= WARN_DAYS:
            yield f"{running.limit.right}：{running.due.day}届满，还有{left}日"
    for limit in lapsed:
        yield f"{limit.right}：期限已经届满"


def _chosen(question: Question, answers: Answers) -> Iterator[Option]:
    """The options ticked, or the plain lead; then the follow-ups that lead somewhere by themselves."""
    ticked = answers.ticked.get(f"{question.id}.which", ())
    which = [q for q in question.follow_ups if q.kind is AnswerKind.MANY]
    options = [o for q in which for o in q.options if o.id in ticked]
    yield from options
    if question.lead and not options:
        yield question.lead
    for follow_up in question.follow_ups:
        if follow_up.lead and answers.flags.get(follow_up.id):
            yield follow_up.lead
