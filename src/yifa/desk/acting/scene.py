"""办理情境 — a petition as one person at the desk acts on it: what is seen, in whose name, what stands against the person."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import timezone

from yifa.casework.judging import in_part, may_propose, who_may
from yifa.law.acts import Act
from yifa.law.articles import Citation
from yifa.law.permits import Refusal
from yifa.law.petition import Petition
from yifa.law.readings import Readings
from yifa.law.workdays import Calendar
from yifa.organs.directory import directory
from yifa.organs.models import Role, Staff
from yifa.organs.permissions import claims_visible
from yifa.organs.roles import may_do, names_for, stands_aside
from yifa.pages.act_fields import Scene
from yifa.pages.act_words import meaning
from yifa.pages.pickers import organs_near
from yifa.records.calendars import calendar
from yifa.records.models import PetitionRecord
from yifa.records.perform import load
from yifa.records.readings import readings_of


@dataclass(frozen=True, slots=True)
class About:
    """行为说明 — what pages say of a kind of act."""

    name: str
    term: str
    basis: Citation
    meaning: str


def about(kind: type[Act]) -> About:
    """What to say of a kind of act (templates would call the class itself)."""
    return About(kind.__name__, kind.term, kind.basis, meaning(kind))


@dataclass
class Desk:
    """案头 — one petition on one person's desk today."""

    record: PetitionRecord
    staff: Staff

    @cached_property
    def petition(self) -> Petition:
        """The petition as it stands."""
        return load(self.record)

    @cached_property
    def seen(self) -> list[str]:
        """The claims this person sees."""
        return claims_visible(self.staff, self.petition)

    @cached_property
    def today(self) -> date:
        """The day at the office."""
        return timezone.localdate()

    @cached_property
    def calendar(self) -> Calendar:
        """The calendar in force."""
        return calendar()

    @cached_property
    def readings(self) -> Readings:
        """The readings of the office that keeps the file."""
        return readings_of(self.record.home)

    @property
    def whole(self) -> bool:
        """Whether every claim is seen."""
        return len(self.seen) == len(self.petition.claims)

    def open_to(self, kind: type[Act]) -> bool:
        """Whether such an act can be spoken of here without telling of what is not seen."""
        return self.whole or in_part(kind)

    def against(self, kind: type[Act]) -> Refusal | None:
        """Why this person has no form of that act here: set aside, or another's work."""
        if aside := stands_aside(self.staff, self.petition):
            return aside
        if may_do(self.staff, kind) or may_propose(self.staff, kind):
            return None
        return Refusal(f"「{kind.term}」由{who_may(kind)}办理，请转告", kind.basis)

    def scene(self, kind: type[Act]) -> Scene:
        """What the form of such an act is made from."""
        organs = directory()
        heads = [one.name for one in self.staff.organ.staff.filter(active=True) if one.holds(Role.HEAD)]
        return Scene(
            organs=organs,
            choices=organs_near(self.staff.organ_id),
            today=self.today,
            names=names_for(self.staff, kind),
            officer=self.staff.name,
            petition=self.petition,
            seen=tuple(self.seen),
            heads=tuple(heads),
        )

    def since(self, expected: int) -> list[tuple[Act, str]]:
        """What others have done since so many acts were seen, and by whom; of a file seen in part, nothing is told."""
        if not self.whole:
            return []
        return [(act, self.petition.organs.name(act.by)) for act in self.petition.acts[expected:]]
