"""载明事项 — what stands in a field of a paper, taken from where `law.notices.Field` says it comes from.

Only what the record holds: a template's own words, signatures and seals stand on the paper itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from yifa.law.acts import ACTS, Act, Serve
from yifa.law.claim import Claim
from yifa.law.clocks import clock_of
from yifa.law.handlings import Handling
from yifa.law.limits import LIMITS
from yifa.law.notices import Field, Need
from yifa.law.paperwork import papers_of
from yifa.law.paths import PATHS, Path, cites_printable
from yifa.law.petition import Petition
from yifa.law.readings import Readings
from yifa.law.terms import Adoption, Outcome, ReviewOutcome
from yifa.law.workdays import Calendar
from yifa.pages.templatetags.zh import day, last_day
from yifa.portal.following.story import named, written

CALLED_FOR: dict[Need, Callable[[Any], bool]] = {
    Need.EXPLAINED: lambda act: act.outcome is Outcome.EXPLAIN,
    Need.NOT_ADOPTED: lambda act: act.adoption is not Adoption.FULL,
    Need.REDO: lambda act: act.outcome is ReviewOutcome.REDO,
    Need.NOT_REDO: lambda act: act.outcome is not ReviewOutcome.REDO,
}
"""Where the act itself says that a field has no place on its paper; elsewhere an empty value does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """制作之时 — the act that makes a paper, the petition before and after it; `later` are all acts that hold today."""

    act: Act
    before: Petition
    after: Petition
    later: list[Act]
    calendar: Calendar
    readings: Readings

    @property
    def claims(self) -> list[Claim]:
        """The claims it is about."""
        return self.after.chosen(named(self.act))


def _always(_act: Act) -> bool:
    return True


def value_of(field: Field, moment: Moment) -> str:
    """What the field states; empty where the record holds nothing for it, or the paper need not state it."""
    if "sign" in field.source or not CALLED_FOR.get(field.need, _always)(moment.act):
        return ""
    found = [text for source in field.source for text in _texts(source, moment)]
    return "；".join(dict.fromkeys(found))


def _texts(source: str, moment: Moment) -> Iterator[str]:
    for value in _values(source, moment):
        if text := written(value, moment.after.organs):
            yield text


def _values(source: str, moment: Moment) -> Iterator[Any]:
    if ":" in source:
        what, _, number = source.partition(":")
        yield from _counted(what, number, moment)
    elif source.startswith("path."):
        for claim in moment.claims:
            if claim.path in PATHS:
                yield from _of_path(PATHS[claim.path], source.removeprefix("path."), moment.act.on)
    elif source.startswith("organ."):
        yield from _of_organ(source.removeprefix("organ."), moment)
    elif "." in source:
        root, name = source.split(".")
        found = (getattr(one, name) for one in _roots(root, moment))
        yield from (value for value in found if not isinstance(value, list))  # lists are pages of their own


def _roots(root: str, moment: Moment) -> Iterator[object]:
    """The things a source's first word means."""
    petition, claims = moment.after, moment.claims
    if root == "act":
        yield moment.act
    elif root in ACTS:
        yield from [act for act in moment.later if type(act) is ACTS[root] and _concerns(act, claims)][-1:]
    elif root == "claim":
        yield from claims
    elif root == "handling":
        yield from (one for claim in claims if (one := _handling(claim, moment.act.by)))
    elif root == "receipt":
        yield petition.receipts[-1]
    elif root == "final":
        for claim in claims:
            yield from [claim.final_review] if claim.final_review else []
    elif root == "petition":
        yield petition


def _concerns(act: Act, claims: list[Claim]) -> bool:
    return getattr(act, "claim", "") in {"", *(claim.id for claim in claims)}


def _handling(claim: Claim, organ: str) -> Handling | None:
    return next((one for one in reversed(claim.handlings) if one.organ == organ), None)


def _of_path(path: Path, name: str, on: date) -> Iterator[object]:
    match name:
        case "bases":
            yield from cites_printable(path, on)
        case "limits":
            yield from (str(limit) for limit in path.limits if limit.in_force(on))
        case "needs":
            yield from (PATHS[one].name for one in path.needs)
        case _:
            yield getattr(path, name)


def _of_organ(name: str, moment: Moment) -> Iterator[str]:
    organs, maker = moment.after.organs, moment.after.organs.get(moment.act.by)
    if name == "name":
        yield organs.name(moment.act.by)
    elif maker:
        yield "或者".join(organs.name(one) for one in maker.superiors)


def _counted(what: str, number: str, moment: Moment) -> Iterator[str]:
    """Last days, limits that do not run yet, and other papers, by their number."""
    if what == "limit":
        limit = LIMITS[number]
        yield f"自收到本文书之日起{limit.amount}{limit.unit}内"
    elif what in {"clock", "before"}:
        petition = moment.after if what == "clock" else moment.before
        for claim in moment.claims:
            held = petition.claims.get(claim.id)
            clock = held and clock_of(petition, held, LIMITS[number], moment.act.on, moment.calendar, moment.readings)
            if clock:
                yield last_day(clock.due)
    elif what == "paper":
        then = moment.after
        made = [act for act in then.acts if number in papers_of(act, then) and _concerns(act, moment.claims)]
        yield from (f"{moment.after.organs.name(act.by)}{day(act.on)}作出" for act in made[-1:])
    else:
        served = [act for act in moment.after.acts if isinstance(act, Serve) and act.paper in {"", number}]
        yield from (day(act.on) for act in served[-1:])
