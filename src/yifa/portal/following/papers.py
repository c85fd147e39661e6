"""文书 — the papers made for the petitioner so far, whether they arrived, and what they say.

An opinion is read here from its service on, not before: the limits of Arts. 35 and 36 count from receipt, and nobody
shall have to ask whether reading this page was one.  It is open at once where the petitioner asked for papers online,
and where nobody can be served (Art. 23¶2) and this page is the only way to read it.  All other papers are open at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from yifa.law.acts import Act
from yifa.law.answers import Issued
from yifa.law.fold import placed, replay
from yifa.law.notices import PAPERS, Addressee, Paper
from yifa.law.paperwork import papers_of
from yifa.law.petition import Petition
from yifa.law.readings import Readings
from yifa.law.terms import Mover
from yifa.law.workdays import Calendar
from yifa.portal.following.contents import Moment, value_of

READERS = frozenset({Addressee.PETITIONER, Addressee.PARTIES, Addressee.PUBLIC})
REQUESTS = frozenset({"D31", "D34"})
"""The petitioner's own papers, made of what the request says."""


@dataclass(frozen=True, slots=True)
class Made:
    """文书 — one paper made by one act; `issued` where it must be served, `online` where that is asked for."""

    seq: int
    act: Act
    paper: Paper
    issued: Issued | None
    servable: bool
    """Whether anybody is known on whom it could be served."""
    waiting: bool
    """Whether it must be served and was not."""
    online: bool

    @property
    def readable(self) -> bool:
        """Whether it may be read here."""
        issued = self.issued
        served = issued is None or issued.answer is None or issued.served is not None
        return served or not self.servable or self.online


def made(petition: Petition) -> list[Made]:
    """文书 — newest first."""
    issued = list(petition.papers)
    return list(_made(petition, issued))[::-1]


def _made(petition: Petition, issued: list[Issued]) -> Iterator[Made]:
    for seq, act in placed(petition.acts).items():
        for number in papers_of(act, petition):
            if _for_petitioner(number, act):
                found = _issue(number, act, issued)
                yield Made(
                    seq,
                    act,
                    PAPERS[number],
                    found,
                    bool(petition.servable),
                    found is not None and found in petition.unserved,
                    bool(petition.electronic),
                )


def _for_petitioner(number: str, act: Act) -> bool:
    if act.mover is Mover.PETITIONER:
        return number in REQUESTS
    return PAPERS[number].to in READERS


def _issue(number: str, act: Act, issued: list[Issued]) -> Issued | None:
    """Its entry among what was issued; each is taken once."""
    for one in issued:
        if (one.paper, one.by, one.on) == (number, act.by, act.on) and getattr(act, "claim", "") in {"", one.claim}:
            issued.remove(one)
            return one
    return None


def content(one: Made, petition: Petition, calendar: Calendar, readings: Readings) -> list[tuple[str, str]]:
    """载明事项 — what it states, as far as the record holds it: term and text, the empty ones left out."""
    held = list(placed(petition.acts).values())
    upto = list(placed(petition.acts)).index(one.seq)
    moment = Moment(
        act=one.act,
        before=replay(held[:upto], petition.organs),
        after=replay(held[: upto + 1], petition.organs),
        later=held,
        calendar=calendar,
        readings=readings,
    )
    found = [(field.term, value_of(field, moment)) for field in one.paper.fields]
    return [(term, text) for term, text in found if text]


def find(petition: Petition, seq: int, number: str) -> Made | None:
    """One paper, if it may be read."""
    return next((one for one in made(petition) if (one.seq, one.paper.number) == (seq, number) and one.readable), None)
