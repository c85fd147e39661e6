"""法定途径表 — reads C1.toml … C5.toml and answers which paths there are on a day."""

import tomllib
from datetime import date
from importlib.resources import files
from types import MappingProxyType
from typing import Required, TypedDict

from yifa.law.articles import Citation, cite
from yifa.law.paths.model import (
    Basis,
    Cap,
    Confidence,
    Path,
    PathLimit,
    Period,
    StartDay,
    within,
)
from yifa.law.terms import Track, Unit


class _Basis(TypedDict, total=False):
    key: Required[str]
    confidence: str
    since: date
    until: date


_Bases = list[str | _Basis]


class _Period(TypedDict):
    amount: int
    unit: str
    why: str
    cites: _Bases


class _Cap(TypedDict, total=False):
    years: Required[int]
    real_estate: int
    day: Required[str]
    cites: Required[_Bases]


class _Limit(TypedDict, total=False):
    right: Required[str]
    amount: Required[int]
    unit: Required[str]
    day: Required[str]
    cites: _Bases
    when: str
    later: bool
    cap: _Cap
    fallback: _Period
    wait: _Period
    confidence: str
    since: date
    until: date


class _Path(TypedDict, total=False):
    name: Required[str]
    body: Required[str]
    bodies: dict[str, str]
    cites: Required[_Bases]
    limits: list[_Limit]
    limits_of: list[str]
    none_stated: str
    facts: Required[list[str]]
    materials: Required[list[str]]
    needs: list[str]
    next: list[str]
    if_fails: Required[str]
    note: str
    excluded: bool
    confidence: str
    valid_from: date
    valid_until: date


def _bases(entries: _Bases) -> tuple[Basis, ...]:
    tables: list[_Basis] = [{"key": e} if isinstance(e, str) else e for e in entries]
    return tuple(
        Basis(
            citation=cite(table["key"]),
            confidence=Confidence(table.get("confidence", "V")),
            since=table.get("since"),
            until=table.get("until"),
        )
        for table in tables
    )


def _period(table: _Period | None) -> Period | None:
    if table is None:
        return None
    return Period(
        amount=table["amount"],
        unit=Unit(table["unit"]),
        why=table["why"],
        bases=_bases(table["cites"]),
    )


def _cap(table: _Cap | None) -> Cap | None:
    if table is None:
        return None
    return Cap(
        years=table["years"],
        real_estate=table.get("real_estate"),
        day=StartDay[table["day"]],
        bases=_bases(table["cites"]),
    )


def _limit(table: _Limit) -> PathLimit:
    return PathLimit(
        right=table["right"],
        amount=table["amount"],
        unit=Unit(table["unit"]),
        day=StartDay[table["day"]],
        bases=_bases(table.get("cites", [])),
        when=table.get("when", ""),
        later=table.get("later", False),
        cap=_cap(table.get("cap")),
        fallback=_period(table.get("fallback")),
        wait=_period(table.get("wait")),
        confidence=Confidence(table.get("confidence", "V")),
        since=table.get("since"),
        until=table.get("until"),
    )


def _path(number: str, table: _Path, tables: dict[str, _Path]) -> Path:
    lent = [limit for other in table.get("limits_of", []) for limit in tables[other]["limits"]]
    return Path(
        id=number,
        name=table["name"],
        body=table["body"],
        bodies=MappingProxyType(table.get("bodies", {})),
        bases=_bases(table["cites"]),
        limits=tuple(map(_limit, [*table.get("limits", []), *lent])),
        none_stated=table.get("none_stated", ""),
        facts=tuple(table["facts"]),
        materials=tuple(table["materials"]),
        needs=tuple(table.get("needs", ())),
        next=tuple(table.get("next", ())),
        if_fails=table["if_fails"],
        note=table.get("note", ""),
        excluded=table.get("excluded", False),
        confidence=Confidence(table.get("confidence", "V")),
        valid_from=table.get("valid_from"),
        valid_until=table.get("valid_until"),
    )


def _read() -> dict[str, Path]:
    tables: dict[str, _Path] = {}
    for track in ("C1", "C2", "C3", "C4", "C5"):
        text = files("yifa.law.paths").joinpath(f"{track}.toml").read_text(encoding="utf-8")
        tables |= tomllib.loads(text)
    return {number: _path(number, table, tables) for number, table in tables.items()}


PATHS: dict[str, Path] = _read()
"""Every path by its id, in the order of Art. 31(1)–(5)."""


def in_force(path: Path, on: date) -> bool:
    """现行 — whether the path is open on that day."""
    return within(on, path.valid_from, path.valid_until)


def paths_for(track: Track, on: date) -> tuple[Path, ...]:
    """可选途径 — the paths of one track that may be chosen on that day; traps are left out."""
    return tuple(p for p in PATHS.values() if p.track is track and in_force(p, on) and not p.excluded)


def prerequisites(path: Path, on: date) -> tuple[Path, ...]:
    """前置途径 — one of these must come first (复议前置 and the like), as the law stands on that day."""
    return tuple(PATHS[number] for number in path.needs if in_force(PATHS[number], on))


def cites_printable(source: Path | PathLimit | Period | Cap, on: date) -> tuple[Citation, ...]:
    """可引条文 — the citations a paper of that day may print: read, not remembered, and numbered so on that day."""
    return tuple(basis.citation for basis in source.bases if basis.printable(on))
