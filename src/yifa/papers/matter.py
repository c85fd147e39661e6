"""文书所据 — the act a paper belongs to, the petition before and after it, the claims and the organ concerned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from yifa.law import acts
from yifa.law.acts import Act
from yifa.law.claim import Claim
from yifa.law.fold import replay
from yifa.law.fold.dispatch import sendable
from yifa.law.fold.handling import unserved
from yifa.law.handlings import Handling
from yifa.law.notices import Addressee, Paper
from yifa.law.organs import PETITIONER, Organs
from yifa.law.paths import PATHS, Path
from yifa.law.permits.kinds import CLAIM_OPTIONAL
from yifa.law.petition import Petition
from yifa.law.readings import DEFAULT, Readings
from yifa.law.workdays import OFFICIAL, Calendar

LATER = (acts.Serve, acts.RecordResult)
"""What a paper speaks of although it comes after the act it belongs to, if it is on record by then."""


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """此前文书 — an earlier paper of the file that has a number."""

    paper: str
    claims: tuple[str, ...]
    number: str
    date: str


@dataclass(frozen=True, kw_only=True)
class Matter:
    """文书所据 — everything the fields of one paper are filled from."""

    paper: Paper
    number: str
    """信访事项编号."""
    place: int
    """The act's number in the file."""
    held: Mapping[int, Act]
    organs: Organs
    claims: tuple[str, ...]
    recorded_at: datetime | None = None
    attachments: tuple[str, ...] = ()
    earlier: Sequence[Earlier] = ()
    office: Mapping[str, str] = field(default_factory=dict)
    """What the organ publishes about itself, by the term of the field."""
    preparer: str = ""
    supplied: Mapping[str, str] = field(default_factory=dict)
    calendar: Calendar = OFFICIAL
    readings: Readings = DEFAULT
    """Those of the office that keeps the file."""

    @cached_property
    def act(self) -> Act:
        """The act the paper belongs to, in its right form."""
        return self.held[self.place]

    @cached_property
    def before(self) -> Petition:
        """The petition before the act."""
        return replay((act for place, act in self.held.items() if place < self.place), self.organs)

    @cached_property
    def after(self) -> Petition:
        """The petition once the act was done."""
        return replay((act for place, act in self.held.items() if place <= self.place), self.organs)

    @property
    def concerned(self) -> list[Claim]:
        """The claims the paper is about, as they stood after the act."""
        return [self.after.claims[one] for one in self.claims]

    @cached_property
    def organ(self) -> str:
        """制作机关 — the code of the organ that makes the paper; of an application, the petitioner."""
        return maker(self.paper.number, self.act, self.after)

    @property
    def personal(self) -> bool:
        """Whether the petitioner makes it: without number, seal and officer."""
        return self.organ == PETITIONER

    @property
    def entire(self) -> bool:
        """Whether nothing sealed is left out, so that it may quote what was said of the petition as a whole (Art. 30¶3)."""
        return all(claim.id in self.claims for claim in self.after.claims.values() if claim.sealed)

    def last(self, kind: type[Act]) -> Act | None:
        """The last act of a kind that concerns these claims, up to the paper's own; of `LATER` kinds, at any time."""
        end = max(self.held) if kind in LATER else self.place
        found = (act for place, act in self.held.items() if place <= end and isinstance(act, kind))
        return next(iter(reversed([act for act in found if self._concerns(act)])), None)

    def _concerns(self, act: Act) -> bool:
        named = _named(act)
        if isinstance(act, acts.Serve):
            ours = act.paper in {"", self.paper.number} and act.on >= self.act.on and act.by == self.organ
            return ours and (not named or not named.isdisjoint(self.claims))
        return not named or not named.isdisjoint(self.claims)

    def known_since(self, name: str) -> str | tuple[str, ...]:
        """What is known of the petitioner by now, though it was not when the petition was registered."""
        if name in {"names", "address"}:
            known: str | tuple[str, ...] = getattr(self.after, name)
            return known
        reached = self.last(acts.Reach) if name == "contact" else None
        return reached.contact if isinstance(reached, acts.Reach) else ""

    def handling(self, claim: Claim) -> Handling | None:
        """The handling of a claim that the paper speaks of: the maker's, or that of the organ the act names."""
        at = self.act.handled_by if isinstance(self.act, acts.Decline) else self.organ
        return next((one for one in reversed(claim.handlings) if one.organ == at), None)

    def path(self, claim: Claim) -> Path | None:
        """The lawful path of a claim."""
        return PATHS.get(claim.path)


def maker(paper: str, act: Act, petition: Petition) -> str:
    """制作机关 — who makes a paper: who acts, save where the petitioner acts and an organ writes it down."""
    if act.by != PETITIONER:
        return act.by
    match act:
        case acts.RequestReview() | acts.RequestFinalReview():
            return act.to if paper == "D32" else PETITIONER
        case _:
            return petition.registrar


def claims_of(act: Act, before: Petition, after: Petition) -> tuple[str, ...]:
    """所涉诉求 — the claims an act is about: those it names; naming none, those it moves."""
    match act:
        case acts.Transfer() | acts.Assign():
            found = sendable(before, act.claims, act.by, joint=act.joint)
        case acts.TransferSealed() | acts.TransferToJustice() | acts.Guide():
            found = sendable(before, act.claims, act.by)
        case acts.Notify(claims=()) | acts.Object(claims=()):
            found = [claim for claim in before.claims.values() if claim.handling_by(act.by)]
        case acts.AgreeReturn(claims=()) | acts.RefuseReturn(claims=()):
            held = ((claim, claim.handling_by(act.organ)) for claim in before.claims.values())
            found = [claim for claim, handling in held if handling and handling.objecting]
        case acts.ReportBack(claims=()):
            found = [
                one for one in before.claims.values() if any(h.organ == act.by and h.assigned for h in one.handlings)
            ]
        case acts.Serve():
            return tuple(
                dict.fromkeys(one.claim for one in unserved(before, act.paper, act.claim, act.by) if one.claim)
            )
        case acts.Decline(claim="") | acts.Bar(claim=""):
            found = list(before.claims.values())
        case _:
            named = _named(act)
            if not named and hasattr(act, "claim") and type(act) not in CLAIM_OPTIONAL and before.claims:
                return (next(iter(before.claims)),)
            return tuple(one for one in after.claims if not named or one in named)
    return tuple(claim.id for claim in found)


def _named(act: Act) -> set[str]:
    claims = getattr(act, "claims", ())
    claim = getattr(act, "claim", "")
    return {claim} if claim else set(claims)


SEALED_TO = frozenset({Addressee.DISCIPLINE, Addressee.PERSONNEL, Addressee.PETITIONER, Addressee.FILE})
"""Who may receive a paper about a sealed claim together with others: whoever filed it, and those it is sealed for."""


def covered(paper: Paper, act: Act, before: Petition, after: Petition) -> tuple[str, ...]:
    """文书所涉诉求 — the claims of the act that this paper may speak of.

    An act on the whole petition says nothing of an accusation to another organ (Art. 30¶3): it is left out where
    there is anything else to speak of.
    """
    claims = claims_of(act, before, after)
    if paper.to in SEALED_TO or _named(act):
        return claims
    return tuple(one for one in claims if not after.claims[one].sealed) or claims
