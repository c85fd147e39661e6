"""必填条件 — whether a field must be there on this very paper, and whether it may be."""

from collections.abc import Callable

from yifa.law.notices import Need
from yifa.law.terms import Adoption, Channel, ConferenceMeasureKind, Method, Outcome, ReviewOutcome, Track
from yifa.papers.matter import Matter

ORAL = frozenset({Channel.VISIT, Channel.PHONE})


def needed(need: Need, matter: Matter) -> bool:
    """Whether the field may not stay empty."""
    return _WHEN[need](matter)


def fits(need: Need, matter: Matter) -> bool:
    """Whether the field belongs on this paper at all: what is for another outcome is not printed on this one."""
    return need in _OPEN or needed(need, matter)


_OPEN = frozenset({Need.ALWAYS, Need.IF_ANY, Need.SERVED, Need.GROUNDED, Need.SENT, Need.BY_PETITION})
"""What may be said even where it need not be."""


def _on_path(matter: Matter, *, preceded: bool) -> bool:
    paths = [path for claim in matter.concerned if (path := matter.path(claim))]
    return any(path.needs if preceded else path.opening for path in paths)


def _said(matter: Matter, name: str) -> object:
    return getattr(matter.act, name, None)


_WHEN: dict[Need, Callable[[Matter], bool]] = {
    Need.ALWAYS: lambda _: True,
    Need.IF_ANY: lambda _: False,
    Need.SERVED: lambda _: False,
    Need.OUTWARD: lambda matter: matter.paper.outward and not matter.personal,
    Need.ORAL: lambda matter: _said(matter, "channel") in ORAL,
    Need.GROUP: lambda matter: _said(matter, "channel") is Channel.VISIT and matter.after.receipts[-1].people > 1,
    Need.GRAVE: lambda matter: _said(matter, "grave") is True,
    Need.SENT: lambda matter: any(one.sender for claim in matter.concerned if (one := matter.handling(claim))),
    Need.RETURNED: lambda matter: type(matter.act).__name__ == "AgreeReturn",
    Need.BY_PETITION: lambda matter: any(claim.track is Track.C6 for claim in matter.concerned),
    Need.LIMITED: lambda matter: _on_path(matter, preceded=False),
    Need.PRECEDED: lambda matter: _on_path(matter, preceded=True),
    Need.GROUNDED: lambda matter: _said(matter, "outcome") in {Outcome.SUPPORT, Outcome.REJECT},
    Need.EXPLAINED: lambda matter: _said(matter, "outcome") is Outcome.EXPLAIN,
    Need.ADOPTED: lambda matter: _said(matter, "adoption") in {Adoption.FULL, Adoption.PART},
    Need.NOT_ADOPTED: lambda matter: _said(matter, "adoption") in {Adoption.PART, Adoption.NONE},
    Need.LEFT: lambda matter: _said(matter, "method") is Method.LEFT,
    Need.ELECTRONIC: lambda matter: _said(matter, "method") is Method.ELECTRONIC,
    Need.REDO: lambda matter: _said(matter, "outcome") is ReviewOutcome.REDO,
    Need.NOT_REDO: lambda matter: _said(matter, "outcome") is not ReviewOutcome.REDO,
    Need.REMEDY: lambda matter: _said(matter, "kind") is ConferenceMeasureKind.ORDER_REMEDY,
}
