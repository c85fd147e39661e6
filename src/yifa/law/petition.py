"""信访事项 — a petition as it stands: receipts, claims, handlings, reviews, papers.  Clocks and stages are computed from it."""

from dataclasses import dataclass, field
from datetime import date

from yifa.law.acts import Act, AppointLead, Recommend, Supervise
from yifa.law.claim import Claim, Issued, Receipt
from yifa.law.organs import Organs
from yifa.law.terms import (
    OrganKind,
    RatedBody,
    Score,
    Stage,
)


@dataclass(slots=True)
class Petition:
    """信访事项 — the same people with the same facts and claims: the case file."""

    organs: Organs = field(default_factory=Organs, repr=False, compare=False)
    """The directory, asked only what an organ is."""
    acts: list[Act] = field(default_factory=list)
    """The acts as recorded, oldest first."""
    registered: date | None = None
    registrar: str = ""
    reachable: bool = False
    """Whether name and address are clear, so that written notice is owed (Art. 23¶2)."""
    hearable: bool = False
    """Whether there is a person to be heard (Art. 31(6)): one who gave a name, or a way to be reached."""
    electronic: bool = False
    urgent: bool = False
    receipts: list[Receipt] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)
    recused: list[str] = field(default_factory=list)
    papers: list[Issued] = field(default_factory=list)
    supervisions: list[Supervise] = field(default_factory=list)
    """Supervise acts without an answer yet."""
    recommendations: list[Recommend] = field(default_factory=list)
    """Recommend acts without an answer yet."""
    leads: list[AppointLead] = field(default_factory=list)
    ratings: dict[tuple[RatedBody, str], Score] = field(default_factory=dict)
    reported: date | None = None
    """The day a grave or urgent matter was reported."""
    closed: date | None = None
    last: date | None = None
    """The day of the last act."""

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
