"""答复 — what answers a claim: the opinion, its execution, the reviews of it, and the papers that carry them."""

from dataclasses import dataclass, field
from datetime import date

from yifa.law.acts import Act
from yifa.law.handlings import Borne
from yifa.law.terms import Outcome, ReviewOutcome


@dataclass(slots=True)
class Asked(Borne):
    """督办、建议、措施、责令、督促执行 — what was asked of an organ, and when it answered; `number` is the act's place in the file."""

    number: int
    act: Act
    to: str
    answered: date | None = None
    ended: date | None = None
    """The day a later act asked the same of it anew."""

    @property
    def open(self) -> bool:
        """Whether an answer is still to come."""
        return not self.answered and not self.ended


@dataclass(slots=True)
class Opinion(Borne):
    """处理意见 — the handling opinion on a claim."""

    by: str
    on: date
    outcome: Outcome
    served: date | None = None
    orders: list[Asked] = field(default_factory=list)
    """Who was told to carry it out (Art. 32¶2)."""
    executed: date | None = None


@dataclass(slots=True)
class Review(Borne):
    """复查或者复核 — one request for review and its answer."""

    to: str
    requested: date
    hearings: list[tuple[date, int]] = field(default_factory=list)
    """Every hearing by its day, with the days it took (Art. 36¶2)."""
    decided: date | None = None
    outcome: ReviewOutcome | None = None
    served: date | None = None
    published: date | None = None


Round = tuple[Opinion, Review | None, Review | None]
"""一轮 — an opinion with the review and the final review of it."""


@dataclass(slots=True)
class Redo(Borne):
    """责令重新处理 — a review sent an opinion back to be made anew, by `due` if it set a day."""

    organ: str
    since: date
    due: date | None
    final: bool
    """Whether the final review sent it back (Art. 36), not the review (Art. 35)."""
    met: date | None = None
    ended: date | None = None


@dataclass(slots=True)
class Issued(Borne):
    """文书 — a paper that was issued and must be served on the petitioner."""

    paper: str
    claim: str
    by: str
    on: date
    answer: Opinion | Review | None = None
    """The answer whose service it is: limits of Arts. 35, 36 count from it."""
    served: date | None = None
    asked: bool = True
    """Whether the law asks for it to be served: not for every reply."""

    def owed(self, servable: date | None) -> date | None:
        """The day since which it must be served; none while nobody knows on whom (Art. 23¶2, by analogy)."""
        return max(self.on, servable) if self.asked and servable else None
