"""主送 — to whom a paper goes, as the act says it."""

from collections.abc import Callable

from yifa.law.acts import Act
from yifa.law.notices import Addressee
from yifa.law.terms import Capacity
from yifa.papers.matter import Matter
from yifa.papers.words import organ


def addressees(matter: Matter) -> tuple[str, ...]:
    """主送 — the codes or names of those it goes to; none for what stays in the file or is posted up."""
    found = _WHOM.get(matter.paper.to, _named)(matter)
    return tuple(one for one in dict.fromkeys(found) if one)


def addressed(matter: Matter) -> str:
    """主送机关 — as it stands above the text."""
    return "、".join(organ(one, matter.act.on, matter.organs) for one in addressees(matter))


def _said(act: Act, name: str) -> tuple[str, ...]:
    value: str | tuple[str, ...] = getattr(act, name, ())
    return (value,) if isinstance(value, str) else value


def _named(matter: Matter) -> tuple[str, ...]:
    return _said(matter.act, "to")


def _petitioner(matter: Matter) -> tuple[str, ...]:
    """Whoever is known by then; an heir in the petitioner's place, a guardian beside."""
    after = matter.after
    heirs = tuple(one.who for one in after.stand_ins if one.capacity is Capacity.HEIR)
    guardians = tuple(one.who for one in after.stand_ins if one.capacity is Capacity.GUARDIAN)
    return (*(heirs or after.names), *guardians) or ("信访人",)


def _parties(matter: Matter) -> tuple[str, ...]:
    return (*_petitioner(matter), *_said(matter.act, "other_party"))


def _senders(matter: Matter) -> tuple[str, ...]:
    return tuple(one.sender for claim in matter.concerned for one in claim.handlings if one.organ == matter.organ)


def _concerned(matter: Matter) -> tuple[str, ...]:
    handling = tuple(one.organ for claim in matter.concerned for one in claim.handlings)
    return (*handling, *_said(matter.act, "organ"), *_said(matter.act, "successor"))


def _askers(matter: Matter) -> tuple[str, ...]:
    """Who asked for what this act answers."""
    asked = zip(matter.before.asked, matter.after.asked, strict=False)
    return tuple(then.act.by for then, now in asked if now.answered and not then.answered)


_WHOM: dict[Addressee, Callable[[Matter], tuple[str, ...]]] = {
    Addressee.PETITIONER: _petitioner,
    Addressee.PARTIES: _parties,
    Addressee.SENDER: _senders,
    Addressee.OBJECTOR: lambda matter: _said(matter.act, "organ"),
    Addressee.CONCERNED: _concerned,
    Addressee.PATH_BODY: lambda matter: _said(matter.act, "body"),
    Addressee.OFFICE: _askers,
    Addressee.ORDERER: _askers,
    Addressee.HEARING: lambda _: ("听证参加人",),
    Addressee.PUBLIC: lambda _: (),
    Addressee.FILE: lambda _: (),
}
"""Everybody else is named by the act."""
