"""The organs as far as the law asks about them: what they are, who stands above whom, who is barred."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from yifa.law.terms import Level, OrganKind

PETITIONER = "信访人"
"""What stands in `Act.by` when the petitioner acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """曾用名称 — what an organ was called before the day on which it took another name."""

    name: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """机关、单位 — one organ; `superiors` are the organs one level up, each of which may review its opinions.

    A department under dual leadership names both its own government and the department above.
    `leaders` are the persons who lead it, deputies and acting heads too: one who is accused bars it (Art. 30¶3),
    and they approve what its head must approve (Art. 34).  `former` are its earlier names, oldest first.
    """

    code: str
    name: str
    kind: OrganKind = OrganKind.DEPARTMENT
    level: Level = Level.COUNTY
    superiors: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()


class Organs:
    """机关名录 — the organs known here, by code."""

    def __init__(self, organs: Iterable[Organ] = ()) -> None:
        self._by_code = {organ.code: organ for organ in organs}
        self._above: dict[str, frozenset[str]] = {}
        self.barred = lru_cache(maxsize=4096)(self._barred)

    def __iter__(self) -> Iterator[Organ]:
        return iter(self._by_code.values())

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def get(self, code: str) -> Organ | None:
        """The organ of that code, if known."""
        return self._by_code.get(code)

    def name(self, code: str, on: date | None = None) -> str:
        """What to call it on the screen: by its present name, or that of a day."""
        organ = self._by_code.get(code)
        if organ is None:
            return code
        return next((one.name for one in organ.former if on and on < one.until), organ.name)

    def kind(self, code: str) -> OrganKind | None:
        """What it is."""
        organ = self._by_code.get(code)
        return organ.kind if organ else None

    def above(self, code: str) -> frozenset[str]:
        """Every organ above, at any distance."""
        if code not in self._above:
            self._above[code] = frozenset()  # a circle in the directory ends here
            organ = self._by_code.get(code)
            direct = organ.superiors if organ else ()
            self._above[code] = frozenset(direct).union(*(self.above(one) for one in direct))
        return self._above[code]

    def one_up(self, superior: str, organ: str) -> bool:
        """上一级 — whether `superior` is one level above `organ` (Arts. 35, 36)."""
        known = self._by_code.get(organ)
        return known is not None and superior in known.superiors

    def is_superior(self, one: str, other: str) -> bool:
        """上级 — whether `one` stands above `other` (Art. 19¶3).

        A petition office counts as the level whose office it is: the banner's office is above a
        town, not above the banner's own departments.
        """
        above = self.above(other)
        if one in above:
            return True
        office, organ = self._by_code.get(one), self._by_code.get(other)
        return (
            office is not None
            and organ is not None
            and office.kind is OrganKind.PETITION_OFFICE
            and office.level.rank < organ.level.rank
            and not above.isdisjoint(office.superiors)
        )

    def next_office(self, code: str) -> tuple[str, ...]:
        """上一级信访部门 — the petition offices above an office, of the nearest level there is one."""
        above = [one for one in self if one.kind is OrganKind.PETITION_OFFICE and self.is_superior(one.code, code)]
        nearest = max((one.level.rank for one in above), default=0)
        return tuple(one.code for one in above if one.level.rank == nearest)

    @property
    def national_offices(self) -> tuple[str, ...]:
        """国家信访局, where the directory has it."""
        return tuple(one.code for one in self if one.kind is OrganKind.PETITION_OFFICE and one.level is Level.NATIONAL)

    def _barred(self, accused: tuple[str, ...]) -> frozenset[str]:
        """The organs that must not see an accusation: the accused, what an accused person leads, and all under them."""
        named = set(accused)
        roots = {
            organ.code
            for organ in self._by_code.values()
            if organ.code in named or organ.name in named or not named.isdisjoint(organ.leaders)
        }
        if not roots:
            return frozenset()
        under = {code for code in self._by_code if not roots.isdisjoint(self.above(code))}
        return frozenset(roots | under)
