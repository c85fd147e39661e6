"""往年计划 — 2024 and 2025 as pure lists of acts with explicit days, so composed that the year's figures come out exactly."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from random import Random

from yifa.law.acts import Act, Assign, Attach, Register, Transfer
from yifa.law.terms import Channel
from yifa.site.demo.cast import PARTS, Part, Story
from yifa.site.demo.days import DAY, on_or_after, on_or_before, worked
from yifa.site.demo.draft import Draft, Planned
from yifa.site.demo.histories import between, elsewhere, handled, oversight
from yifa.site.demo.organs import GOVERNMENT, OFFICE
from yifa.site.demo.people import chance

VISIT, ONLINE, LETTER = Channel.VISIT, Channel.ONLINE, Channel.LETTER


@dataclass(frozen=True, slots=True)
class Figures:
    """一年的数字 — what the year must show; of what is answered, `answered` first petitions, `resolved` of them."""

    first: dict[Channel, int]
    receipts: dict[Channel, int]
    direct: int
    groups: int = 0
    singles: int = 0
    answered: int | None = None
    resolved: int | None = None


YEARS = {
    2024: Figures(
        first={VISIT: 560, ONLINE: 345, LETTER: 185},
        receipts={VISIT: 655, ONLINE: 388, LETTER: 206},
        direct=6,
        groups=18,
        singles=41,
    ),
    2025: Figures(
        first={VISIT: 790, ONLINE: 295, LETTER: 55},
        receipts={VISIT: 936, ONLINE: 329, LETTER: 60},
        direct=12,
        groups=32,
        singles=74,
        answered=950,
        resolved=875,
    ),
}
"""The year of the report, and the one before as its changes imply it."""

LATE = (11, 20)
"""Who comes after this day is answered in the following year."""
DONE = (12, 26)
"""By then all that is answered within the year is served and shown to be resolved."""
NOBODY_ANSWERS: tuple[tuple[Story, int], ...] = (
    (elsewhere.referred, 6),
    (elsewhere.diverted, 6),
    (elsewhere.sealed, 1),
    (handled.withdrawn, 1),
)
"""What the rest of a year consists of: referred, diverted without result yet, accusations, withdrawals."""


@dataclass(slots=True)
class Slot:
    """来件 — one first receipt still without a course."""

    received: date
    channel: Channel
    key: str
    people: int = 1
    led: bool = False


def past(seed: int) -> Iterator[Planned]:
    """Both years that are over, petition by petition."""
    before = year_plan(seed, 2024, [])
    year = year_plan(seed, 2025, before)
    for draft in [*before, *year]:
        yield Planned(draft.key, draft.ordered())


def year_plan(seed: int, year: int, earlier: list[Draft]) -> list[Draft]:
    """Every petition of a year that is over."""
    rng, figures = chance(seed, year), YEARS[year]
    slots = _slots(rng, seed, year, figures)
    late = [slot for slot in slots if (slot.received.month, slot.received.day) > LATE]
    early = [slot for slot in slots if (slot.received.month, slot.received.day) <= LATE]
    rng.shuffle(early)
    given = list(_cast(early, year))
    _lead(rng, [slot for slot, part in given if part.led], figures)
    drafts = [_play(seed, slot, part.story) for slot, part in given]
    drafts += [_play(seed, slot, _of_late(rng), next_year=True) for slot in late]
    drafts += _fill(seed, rng, early, _answered(year, [*earlier, *drafts]), figures)
    _repeat(rng, year, drafts, figures)
    drafts += _direct(seed, year, figures.direct)
    return sorted(drafts, key=lambda draft: draft.key)


def _slots(rng: Random, seed: int, year: int, figures: Figures) -> list[Slot]:
    """The first receipts in the order in which they come in; visitors on worked days only."""
    last = on_or_before(date(year, 12, 30))
    days = [date(year, 1, 2) + DAY * n for n in range((last - date(year, 1, 2)).days + 1)]
    open_days = [day for day in days if worked(day)]
    found = [
        (rng.choice(open_days if channel is VISIT else days), channel)
        for channel, count in figures.first.items()
        for _ in range(count)
    ]
    found.sort(key=lambda one: (on_or_after(one[0]), one))
    return [Slot(day, channel, f"demo:{seed}:{year}:{n:05d}") for n, (day, channel) in enumerate(found, start=1)]


def _cast(free: list[Slot], year: int) -> Iterator[tuple[Slot, Part]]:
    """Give each course its slots, those with the narrowest window first; what is given is free no more."""
    for part in sorted(PARTS, key=lambda one: one.window[1]):
        fit = (slot for slot in free if _fits(slot, part))
        chosen = list(islice(fit, part.count(year)))
        for slot in chosen:
            free.remove(slot)
            yield slot, part


def _fits(slot: Slot, part: Part) -> bool:
    first, last = part.window
    return slot.channel in part.channels and first <= (slot.received.month, slot.received.day) <= last


def _lead(rng: Random, slots: list[Slot], figures: Figures) -> None:
    """Groups of five and more, and single petitioners, whose petitions have lead officials."""
    visits = [slot for slot in slots if slot.channel is VISIT]
    groups = rng.sample(visits, figures.groups)
    for slot in groups:
        slot.people, slot.led = rng.choice((5, 6, 7, 8, 9, 11, 12, 15, 18, 23, 31)), True
    others = [slot for slot in slots if not slot.led]
    for slot in rng.sample(others, figures.singles):
        slot.led = True
    for slot in others:
        if not slot.led and rng.random() < 0.15:
            slot.people = rng.randint(2, 4)


def _of_late(rng: Random) -> Story:
    """At the end of the year: to be answered in the next, or referred."""
    return handled.resolved if rng.random() < 0.78 else elsewhere.referred


def _play(seed: int, slot: Slot, story: Story, *, next_year: bool = False, home: str = OFFICE) -> Draft:
    year = slot.received.year
    draft = Draft(
        key=slot.key,
        rng=chance(seed, slot.key),
        received=slot.received,
        channel=slot.channel,
        people=slot.people,
        until=None if next_year else on_or_before(date(year, *DONE)),
        floor=date(year + 1, 1, 4) if next_year else None,
        brief=year == 2024,  # the year before the report is told more briefly
        home=home,
    )
    story(draft)
    if slot.led:
        oversight.lead(draft, handler(draft.acts))
    return draft


def handler(acts: Iterable[Act]) -> str:
    """The organ a petition was sent to first."""
    return next(act.to for act in acts if isinstance(act, Transfer | Assign))


def _answered(year: int, drafts: Iterable[Draft]) -> Counter[bool]:
    """How many claims were answered in a year, resolved for good or not."""
    return Counter(
        claim in draft.resolved and not _came_again(draft, day)
        for draft in drafts
        for claim, day in draft.answered.items()
        if day.year == year
    )


def _came_again(draft: Draft, answered: date) -> bool:
    return any(isinstance(act, Attach) and (act.received or act.on) > answered for act in draft.acts)


def _fill(seed: int, rng: Random, free: list[Slot], so_far: Counter[bool], figures: Figures) -> list[Draft]:
    """The ordinary petitions: exactly as many answered, resolved and not, as the figures still want; the rest referred."""
    if figures.answered is None or figures.resolved is None:
        good, bad = len(free) * 8 // 10, len(free) // 10
    else:
        good = figures.resolved - so_far[True]
        bad = figures.answered - figures.resolved - so_far[False]
    rest = len(free) - good - bad
    assert min(good, bad, rest) >= 0, (good, bad, rest)
    others, weights = zip(*NOBODY_ANSWERS, strict=True)
    stories: list[Story] = [handled.resolved] * good + [handled.unresolved] * bad + rng.choices(others, weights, k=rest)
    return [_play(seed, slot, story) for slot, story in zip(free, stories, strict=True)]


def _repeat(rng: Random, year: int, drafts: list[Draft], figures: Figures) -> None:
    """Repeat receipts until each form has its number; none after the answer of a petition that counts as resolved."""
    have = Counter(
        act.channel
        for draft in drafts
        for act in draft.acts
        if isinstance(act, Register | Attach) and (act.received or act.on).year == year
    )
    open_to = [(draft, *window) for draft in drafts if (window := _window(draft, year))]
    for channel, wanted in figures.receipts.items():
        for _ in range(wanted - have[channel]):
            draft, first, last = rng.choice(open_to)
            day = first + DAY * rng.randint(0, (last - first).days)
            draft.attach(max(on_or_before(day), first), channel)


def _window(draft: Draft, year: int) -> tuple[date, date] | None:
    """The days on which a repeat may come in and touch no figure but its own."""
    if draft.fixed:
        return None
    first = on_or_after(draft.opened + 3 * DAY)
    if draft.answered.keys() <= draft.resolved:
        last = min([*draft.answered.values(), on_or_before(date(year, *DONE))])
    else:
        last = on_or_before(date(year, *DONE))
    last = on_or_before(last)
    return (first, last) if first <= last and first.year == year else None


def _direct(seed: int, year: int, count: int) -> list[Draft]:
    """Petitions brought to departments and the government themselves; they are those organs' files, not the office's."""
    rng = chance(seed, year, "direct")
    courses: tuple[tuple[Story, tuple[str, ...]], ...] = (
        (elsewhere.directly_to_department, ("SF-SCJ", "SF-ZGJ")),
        (between.passed_down, (GOVERNMENT,)),
        (between.pointed_elsewhere, ("SF-RSJ", "SF-MZJ")),
    )
    made = []
    for n in range(1, count + 1):
        story, homes = courses[n % len(courses)]
        day = on_or_after(date(year, 1, 8) + timedelta(days=n * 290 // count))
        slot = Slot(day, VISIT, f"demo:{seed}:{year}:direct-{n:03d}")
        made.append(_play(seed, slot, story, home=rng.choice(homes)))
    return made
