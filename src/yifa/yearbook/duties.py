"""报告职责 — which yearly reports the office still owes: to be sent before 1 March, published before 1 April; Art. 41's each year."""

from dataclasses import dataclass
from datetime import date

from yifa.yearbook.kinds import FORMS, Kind, Step
from yifa.yearbook.models import SettledReport
from yifa.yearbook.settle import settled


@dataclass(frozen=True, slots=True)
class Duty:
    """一项报告职责 — one step with one report, and when it was done; of some no day is set."""

    kind: Kind
    year: int
    step: Step
    done: date | None
    where: str = ""

    @property
    def what(self) -> str:
        """报送2025年度法治政府建设年度报告."""
        return f"{self.step.name}{self.year}年度{FORMS[self.kind].term.replace('年度报告', '报告')}"

    @property
    def due(self) -> date | None:
        """Its last day."""
        return self.step.due(self.year)

    @property
    def basis(self) -> str:
        """What asks for it."""
        return FORMS[self.kind].basis


def duties(kind: Kind, year: int, report: SettledReport | None) -> list[Duty]:
    """Every step with one report, done or not."""
    done = {one.step: one for one in report.dispatches.all()} if report else {}
    return [
        Duty(kind, year, step, one.on if (one := done.get(step.name)) else None, one.where if one else "")
        for step in FORMS[kind].steps
    ]


def owed(home: str, today: date) -> list[Duty]:
    """应办 — of the year that is over, what has not been done, the earliest last day first."""
    year = today.year - 1
    found = [one for kind in Kind for one in duties(kind, year, settled(kind, home, year)) if one.done is None]
    return sorted(found, key=lambda one: one.due or date.max)
