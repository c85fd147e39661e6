"""Trial acts: one of each kind with its fields filled in anyhow, to ask whether the kind may be done at all."""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import date
from enum import EnumType
from functools import cache
from itertools import product
from typing import Any, get_args, get_type_hints

from yifa.law.acts import ACTS, Act, Correct, Register, Request
from yifa.law.organs import PETITIONER
from yifa.law.permits.kinds import CLAIM_OPTIONAL
from yifa.law.petition import Petition
from yifa.law.terms import Method, Mover


def probes(name: str, petition: Petition, on: date, by: str | None) -> Iterator[Act]:
    """One trial act for each organ that might act, each claim, and each value of its enumerated fields."""
    kind = ACTS[name]
    names = {field.name for field in fields(kind)}
    if by is not None:
        movers = [by]
    elif kind.mover is Mover.PETITIONER:
        movers = [PETITIONER]
    else:
        movers = [organ.code for organ in petition.organs]
    claims: list[dict[str, Any]] = [{}]
    if kind is not Register and petition.claims:
        if "claim" in names:
            claims = [{"claim": one} for one in petition.claims] + [{}] * (kind in CLAIM_OPTIONAL)
        elif "claims" in names:
            claims = [{"claims": (one,)} for one in petition.claims]
    for mover in movers:
        own = {field: value for field, value in _own(petition, mover).items() if field in names}
        for chosen in claims:
            for filled in _fillings(name):
                yield kind(**{**filled, "on": on, "by": mover, **chosen, **own})


def _own(petition: Petition, mover: str) -> dict[str, Any]:
    """What the judge holds against `by`, filled in so that it fits: an act of its own, itself, on another's behalf."""
    recorded = [number for number, act in enumerate(petition.acts) if act.by == mover and not isinstance(act, Correct)]
    return {
        "target": recorded[-1] if recorded else 0,
        "successor": mover,
        "competent": mover,
        "method": Method.ENTRUSTED,
    }


@cache
def _fillings(name: str) -> tuple[dict[str, Any], ...]:
    """The required fields, filled in; one filling for each member of a closed list that the act must choose from."""
    kind = ACTS[name]
    hints = get_type_hints(kind)
    filled: dict[str, Any] = {}
    for field in fields(kind):
        if field.default is MISSING:
            filled[field.name] = _any(hints[field.name])
    varied = [name for name in ("kind", "of", "mode") if isinstance(hints.get(name), EnumType)]
    choices = product(*([(name, value) for value in hints[name]] for name in varied))
    return tuple({**filled, **dict(chosen)} for chosen in choices)


def _any(hint: Any) -> Any:
    """Some value of a field's type."""
    if isinstance(hint, EnumType):
        return next(iter(hint))
    if hint is date:
        return date.max
    if hint is bool:
        return True
    if hint is int:
        return 1
    if get_args(hint):
        return (Request(text="…"),) if get_args(hint)[0] is Request else ()
    return "…"
