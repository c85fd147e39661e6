"""整体 — a whole and its parts as they were found to belong together, and what would set them right."""

from dataclasses import dataclass
from decimal import Decimal

from yifa.yearbook.checking.claims import Sure
from yifa.yearbook.checking.groups import Part
from yifa.yearbook.checking.rounding import slip, whole
from yifa.yearbook.checking.tokens import Token

NEARLY = Decimal("0.1")
HARDLY = Decimal("0.02")


@dataclass(frozen=True, slots=True)
class Group:
    """一组 — parts and the whole they were found to belong to."""

    total: Token
    parts: tuple[Part, ...]
    holds: bool
    sure: Sure = Sure.HIGH
    told: bool = True
    """Words say that these are its parts; otherwise they only add up."""

    @property
    def sum(self) -> Decimal:
        """What the parts come to."""
        return sum((one.token.value * one.times for one in self.parts), Decimal(0))

    def missed_by(self, limit: Decimal) -> bool:
        """Whether it is off by no more than this part of the whole."""
        return abs(self.sum - self.total.value) <= limit * self.total.value


def same_units(total: Token, parts: tuple[Part, ...]) -> bool:
    """Whether the parts may be added, and be that whole."""
    return total.family != "混合" and all(one.token.family == total.family for one in parts)


def slips(group: Group) -> list[str]:
    """The numbers that one wrong digit would set right: what is printed, and what it would be."""
    off = group.total.value - group.sum
    found = [(whole(group.total.value), whole(group.sum))]
    found += [
        (whole(one.token.value), whole(one.token.value + off))
        for one in group.parts
        if one.times == 1 and one.token.value + off > 0
    ]
    return [f"{printed}→{right}" for printed, right in found if slip(printed, right)]
