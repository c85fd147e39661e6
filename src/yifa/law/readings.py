"""读法设定 — the choices of `policy` that an office may set otherwise, from which day, and which of them holds on a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from yifa.law.policy import CHOICES, Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """读法设定 — what holds on a day; each field is the `switch` of one of `CHOICES`.

    No value shortens a petitioner's right or gives an organ more time than ours, but for extensions within thirty days.
    """

    roll_last_day: bool = True
    """An organ's last day that is not worked moves to the next worked day; the petitioner's always does."""

    extensions: int = 1
    """How many times the handling limit may be extended; the thirty days are the most in all, however often."""

    acceptance_without_notice_days: int = 15
    """The sixty days begin at the latest so many days after receipt, where written notice was owed by then (Art. 23)."""

    notice_exempt_on_transfer: bool = True
    """Unclear name or address frees from notice also where the matter was transferred: nobody can be told."""

    urgent_worked_days: int = 1
    """及时 (Art. 25): so many worked days after it became known a grave or urgent matter is reported at the latest."""


BOUNDS: Mapping[str, range] = {
    "extensions": range(1, 31),
    "acceptance_without_notice_days": range(16),
    "urgent_worked_days": range(2),
}
"""How far a number may be set: past it an organ would have more time than the Regulation gives."""

OURS = Policy()
"""Our readings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """设定 — one choice an office reads otherwise, from `since` on, and why.

    Raises `ValueError`, fit to show, for a choice that cannot be set, or not to this value.
    """

    name: str
    value: bool | int
    since: date
    reason: str = ""

    def __post_init__(self) -> None:
        ours = {one.name: getattr(OURS, one.name) for one in fields(Policy)}
        if self.name not in ours:
            raise ValueError(f"没有可以另定的读法「{self.name}」；可以另定的：{'、'.join(ours)}")
        if type(self.value) is not type(ours[self.name]):
            wanted = "true 或者 false" if isinstance(ours[self.name], bool) else "整数"
            raise ValueError(f"读法「{self.choice.name}」的值应当是{wanted}")
        bounds = BOUNDS.get(self.name)
        if bounds and self.value not in bounds:
            raise ValueError(
                f"读法「{self.choice.name}」只能在{bounds[0]}至{bounds[-1]}之间另定："
                "不得减损信访人的权利，也不得使机关的期限长于条例所定"
            )

    @property
    def choice(self) -> Choice:
        """The choice it sets."""
        return CHOICE_OF[self.name]


CHOICE_OF: Mapping[str, Choice] = {choice.switch: choice for choice in reversed(CHOICES) if choice.switch}
"""The choice that each field of `Policy` sets: the first that names it."""


@dataclass(frozen=True)
class Readings:
    """读法 — how one office reads what the Regulation leaves open: ours, and what it set otherwise, each from its day.

    A limit is judged, as long as it runs, by what held on the day it started.
    """

    settings: tuple[Setting, ...] = ()
    _held: tuple[tuple[date, Policy], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        policy, held = OURS, []
        for one in sorted(self.settings, key=lambda one: one.since):
            policy = replace(policy, **{one.name: one.value})  # type: ignore[arg-type]  # Setting saw to it
            held.append((one.since, policy))
        object.__setattr__(self, "_held", tuple(reversed(held)))

    def on(self, day: date) -> Policy:
        """What held on that day; of two settings of one day the later."""
        return next((policy for since, policy in self._held if since <= day), OURS)

    def departures(self, day: date) -> tuple[Choice, ...]:
        """The choices read otherwise than ours on that day, to be shown beside each date."""
        policy = self.on(day)
        changed = {one.name for one in fields(Policy) if getattr(policy, one.name) != getattr(OURS, one.name)}
        return tuple(choice for choice in CHOICES if choice.switch in changed)


DEFAULT = Readings()
"""Our readings, unless an office sets another."""
