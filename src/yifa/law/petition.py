"""信访事项 — a petition as it stands: receipts, claims, handlings, reviews, papers.  Clocks and stages are computed from it."""

from dataclasses import dataclass, field
from datetime import date

from yifa.law.acts import Act, AppointLead, StandIn
from yifa.law.answers import Asked, Issued
from yifa.law.claim import Claim, Receipt
from yifa.law.handlings import Borne
from yifa.law.organs import Organs
from yifa.law.terms import OrganKind, RatedBody, Score, Stage


@dataclass(slots=True)
class Urgency(Borne):
    """重大、紧急 — since when it is known, who must report it, and every report made (Art. 25)."""

    organ: str
    since: date


@dataclass(slots=True)
class Petition:
    """信访事项 — the same people with the same facts and claims: the case file."""

    organs: Organs = field(default_factory=Organs, repr=False, compare=False)
    """The directory, asked only what an organ is."""
    acts: list[Act] = field(default_factory=list)
    """The acts as recorded, oldest first."""
    registered: date | None = None
    registrar: str = ""
    names: tuple[str, ...] = ()
    address: str = ""
    reachable: date | None = None
    """The day since which name and address are clear, so that written notice is owed (Art. 23¶2)."""
    hearable: bool = False
    """Whether there is a person to be heard (Art. 31(6)): one who gave a name, or a way to be reached."""
    electronic: date | None = None
    """The day since which the petitioner consents to electronic service."""
    urgency: Urgency | None = None
    reports: list[tuple[date, tuple[str, ...]]] = field(default_factory=list)
    """Every report of a grave or urgent matter: the day, and to whom."""
    receipts: list[Receipt] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)
    recused: list[str] = field(default_factory=list)
    papers: list[Issued] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    """What was asked of organs: by supervision, recommendation, conference measure, order to put right."""
    stand_ins: list[StandIn] = field(default_factory=list)
    leads: list[AppointLead] = field(default_factory=list)
    ratings: dict[tuple[RatedBody, str], Score] = field(default_factory=dict)
    closed: date | None = None
    last: date | None = None
    """The day of the last act."""
    number: int = field(default=0, repr=False, compare=False)
    """The place in the file of the act being folded."""
    corrected: date | None = field(default=None, repr=False, compare=False)
    """The day of the correction being folded: what the registration says only since then holds only since then."""
    first_said: dict[str, date | None] = field(default_factory=dict, repr=False, compare=False)
    """Since when the registration says a fact that duties hang on, in whichever of its versions; None is from the first."""

    def live(self, ids: tuple[str, ...]) -> list[Claim]:
        """The claims an act moves: those it names, or all, without those withdrawn."""
        return [claim for claim in self.chosen(ids) if not claim.withdrawn]

    @property
    def servable(self) -> date | None:
        """The day since which papers can be served: somebody is known to serve them on."""
        return min((day for day in (self.reachable, self.electronic) if day), default=None)

    @property
    def unserved(self) -> list[Issued]:
        """The papers that must be served and lie."""
        return [one for one in self.papers if one.served is None and one.owed(self.servable)]

    @property
    def stage(self) -> Stage:
        """The stage of the claim that is furthest behind."""
        if self.closed:
            return Stage.CLOSED
        if not self.claims:
            return Stage.UNREGISTERED
        return min((claim.stage for claim in self.claims.values()), key=_ORDER.__getitem__)

    @property
    def accused(self) -> tuple[str, ...]:
        """Everyone accused in any claim."""
        return tuple(dict.fromkeys(name for claim in self.claims.values() for name in claim.accused))

    @property
    def sealed(self) -> bool:
        """Whether any claim is an accusation."""
        return any(claim.sealed for claim in self.claims.values())

    def is_office(self, organ: str) -> bool:
        """Whether an organ is a petition office (Art. 22), not one that handles (Art. 23)."""
        return self.organs.kind(organ) is OrganKind.PETITION_OFFICE

    def chosen(self, ids: tuple[str, ...] | str) -> list[Claim]:
        """The claims an act names; named none, all of them."""
        if isinstance(ids, str):
            ids = (ids,) if ids else ()
        return [self.claims[one] for one in ids if one in self.claims] if ids else list(self.claims.values())


_ORDER = {stage: place for place, stage in enumerate(Stage)}
