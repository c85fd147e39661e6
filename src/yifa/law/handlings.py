"""经手 — who holds a claim: the office that must send it on, the organs that handle it, the one that owes the opinion."""

from dataclasses import dataclass
from datetime import date

Former = tuple[tuple[date, str], ...]
"""Who bore a duty before, each with the day its successor took it over (Art. 24¶2), oldest first."""


def bearer(now: str, former: Former, day: date) -> str:
    """Who bore a duty on that day, `now` being who bears it today: a breach stays with the organ of its day."""
    return next((organ for until, organ in former if day < until), now)


@dataclass(slots=True, kw_only=True)
class Borne:
    """承担 — a duty that passes to the successor of the organ that bears it."""

    former: Former = ()


@dataclass(slots=True)
class Dispatch(Borne):
    """分流期 — a petition office holds a claim and owes its dispatch (Art. 22: fifteen days)."""

    office: str
    since: date
    done: date | None = None


@dataclass(slots=True)
class Handling(Borne):
    """办理 — one organ's handling of one claim: its receipt day, its notice, objection, acceptance and extension."""

    organ: str
    received: date
    sender: str = ""
    """Who transferred or assigned it; empty where the petitioner turned to the organ directly."""
    back: bool = False
    """Whether it came back by an agreed return: nothing is objected to a second time."""
    assigned: date | None = None
    """交办期限 — the day by which it must report back."""
    assigned_on: date | None = None
    signed: date | None = None
    notified: date | None = None
    taken: date | None = None
    """The day it told that the matter is its own: by which path and procedure it handles it."""
    told: date | None = None
    """The day of the latest notice: a claim classified anew needs another one."""
    accepted: date | None = None
    extended: int = 0
    """Days by which its handling limit was lengthened (Art. 34)."""
    extensions: int = 0
    objected: date | None = None
    objection_refused: date | None = None
    returned: date | None = None
    passed_on: str = ""
    """The organ under it to which it passed the claim."""
    reported: date | None = None
    ended: date | None = None
    """The day it ceased to be this organ's: returned, told of as passed on, taken over by another."""

    @property
    def objecting(self) -> bool:
        """Whether an objection waits for the sender's word."""
        return self.objected is not None and self.objection_refused is None and self.returned is None

    @property
    def owes_report(self) -> bool:
        """Whether what was assigned is still to be reported back: passing it on does not free from it."""
        return bool(self.assigned and not self.reported and (self.ended is None or self.passed_on))


@dataclass(slots=True)
class Charge:
    """主办 — the time in which one handling owes the opinion: of several organs concerned one at a time (Art. 24¶1)."""

    handling: Handling
    since: date
    until: date | None = None
