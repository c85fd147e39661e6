"""您自己的期限 — legal remedies that run out while the petition is handled: last day, and where to go.

The reviews of Arts. 35 and 36 are not here: they are among what can be done on the spot (`offers`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yifa.casework.interviews import proposals_of
from yifa.law import acts
from yifa.law.articles import Citation
from yifa.law.fold import effective
from yifa.law.paths import PATHS, Path, cites_printable, in_force
from yifa.law.petition import Petition
from yifa.portal.office import Office
from yifa.records.models import PetitionRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """救济途径 — what may be asked, of whom, until when; without a day, `how` says how it is counted."""

    what: str
    where: str
    claim: str = ""
    last: date | None = None
    provisional: bool = False
    how: tuple[str, ...] = ()
    bases: tuple[Citation, ...] = ()
    needs: str = ""


def remedies(record: PetitionRecord, petition: Petition, today: date, office: Office | None) -> list[Remedy]:
    """您自己的期限 — those still open, the shortest first; what has no day computed comes last."""
    found = [
        *_diverted(petition, today),
        *_answered(record, today, office),
        *_proposed(petition, today, office),
    ]
    first: dict[tuple[str, date | None], Remedy] = {}
    for one in found:
        first.setdefault((one.what, one.last), one)
    return sorted(first.values(), key=lambda one: one.last or date.max)


def _diverted(petition: Petition, today: date) -> Iterator[Remedy]:
    """导入法定途径 — the last day that the organ told."""
    for act in effective(petition.acts):
        if not isinstance(act, acts.Divert):
            continue
        claim = petition.chosen(act.claim)[0]
        if claim.diverted == act.on and not claim.over and act.last_day and act.last_day >= today:
            path = PATHS[act.path]
            yield Remedy(
                what=path.name,
                where=petition.organs.name(act.body),
                claim=claim.id,
                last=act.last_day,
                bases=cites_printable(path, today),
            )


def _answered(record: PetitionRecord, today: date, office: Office | None) -> Iterator[Remedy]:
    """问询 — what follows from the answers given before filing, counted anew today."""
    for proposal in proposals_of(record, today):
        for running in proposal.limits:
            yield Remedy(
                what=running.path.name,
                where=_body(running.path, office, proposal.issuer),
                last=running.due.day,
                provisional=running.due.provisional,
                how=tuple(filter(None, (running.limit.right, running.condition))),
                bases=running.cites,
                needs=_needs(running.path),
            )


def _proposed(petition: Petition, today: date, office: Office | None) -> Iterator[Remedy]:
    """分类 — the path a person has named for a claim, in words, as long as no day is known."""
    for claim in petition.claims.values():
        path = PATHS.get(claim.path)
        if path and not claim.diverted and not claim.over and path.opening and in_force(path, today):
            yield Remedy(
                what=path.name,
                where=_body(path, office, ""),
                claim=claim.id,
                how=tuple(str(limit) for limit in path.opening if limit.in_force(today)),
                bases=cites_printable(path, today),
                needs=_needs(path),
            )


def _body(path: Path, office: Office | None, issuer: str) -> str:
    return path.body_at(office.county, office.city, issuer) if office else path.body_at("本旗县", issuer=issuer)


def _needs(path: Path) -> str:
    return "或者".join(PATHS[one].name for one in path.needs)
