"""舍入 — rounding half up, cutting off, and the digits a slip of the pen would explain."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from yifa.yearbook.checking.tokens import Token

LEAST = 3
"""So many shares of one sum are no chance."""


def rounded(exact: Fraction, decimals: int) -> Decimal:
    """四舍五入 to so many decimals."""
    return _quantized(exact, decimals, ROUND_HALF_UP)


def cut(exact: Fraction, decimals: int) -> Decimal:
    """截断 to so many decimals."""
    return _quantized(exact, decimals, ROUND_DOWN)


def _quantized(exact: Fraction, decimals: int, rounding: str) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        value = Decimal(exact.numerator) / Decimal(exact.denominator)
        return value.quantize(Decimal(1).scaleb(-decimals), rounding)


def whole(value: Decimal) -> str:
    """A number without a needless fraction."""
    return f"{value.normalize():f}" if value else "0"


@dataclass(frozen=True, slots=True)
class Judged:
    """判断 — a percentage beside what it should be."""

    exact: Fraction
    ok: bool
    truncated: bool

    @property
    def computed(self) -> str:
        """To four decimals."""
        return f"{rounded(self.exact, 4)}%"

    @property
    def near(self) -> bool:
        """Right, or right but for its rounding."""
        return self.ok or self.truncated


def judge(
    percent: Token, n: Decimal, d: Decimal, *, steps: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0)), less: int = 0
) -> Judged:
    """A printed percentage against 100·(n − less·d)/d; `steps` are the last places of rounded counts (1.2万)."""
    exact = Fraction(100) * Fraction(n) / Fraction(d) - 100 * less
    stated = signed(percent)
    half = rounded(exact, percent.decimals)
    ok = half == stated
    if not ok and any(steps):
        ok = _possible(stated, percent.step, n, d, steps, less)
    if not ok and percent.vague:
        ok = abs(exact - Fraction(stated)) < Fraction(percent.step)
    return Judged(exact, ok, not ok and cut(exact, percent.decimals) == stated)


def _possible(
    stated: Decimal, step: Decimal, n: Decimal, d: Decimal, steps: tuple[Decimal, Decimal], less: int
) -> bool:
    high = 100 * (n + steps[0] / 2) / max(d - steps[1] / 2, Decimal(1)) - 100 * less
    low = 100 * (n - steps[0] / 2) / (d + steps[1] / 2) - 100 * less
    return low - step / 2 <= stated <= high + step / 2


def signed(percent: Token) -> Decimal:
    """The percentage with the sign of its direction."""
    return -abs(percent.value) if percent.role.value == "下降" else percent.value


def make_hundred(percents: Sequence[Token]) -> bool:
    """Whether these come to a hundred, but for their rounding."""
    total = sum((one.value for one in percents), Decimal(0))
    return abs(total - 100) <= sum((one.step for one in percents), Decimal(0)) / 2


def of_themselves(counts: Sequence[Decimal], percents: Sequence[Token]) -> bool:
    """Whether most percentages are the counts' shares of their own sum, whatever whole stands before them."""
    total = sum(counts, Decimal(0))
    hits = sum(judge(one, count, total).near for count, one in zip(counts, percents, strict=True)) if total else 0
    return hits >= LEAST and 3 * hits >= 2 * len(counts)


def slip(stated: str, right: str) -> bool:
    """Whether one digit, or two neighbours changed over, make the difference."""
    if len(stated) != len(right) or stated == right:
        return False
    wrong = [place for place, (one, other) in enumerate(zip(stated, right, strict=True)) if one != other]
    if len(wrong) == 1:
        return True
    first, *rest = wrong
    return rest == [first + 1] and stated[first] == right[first + 1] and stated[first + 1] == right[first]
