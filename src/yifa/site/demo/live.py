"""当年 — from 2026 on, day by day: the same for every day of loading, cut off at it; some petitions late, some stuck."""

from collections.abc import Iterator
from datetime import date

from yifa.law.acts import Act, HandlingOpinion, Notify, Serve, Transfer
from yifa.law.terms import Channel
from yifa.site.demo.cast import ANY, ORDINARY, PARTS, UNRESOLVED, Part
from yifa.site.demo.days import DAY, on_or_after, worked
from yifa.site.demo.draft import Draft, Planned
from yifa.site.demo.histories import between, elsewhere, handled, oversight
from yifa.site.demo.organs import GOVERNMENT
from yifa.site.demo.people import chance
from yifa.site.demo.plan import handler

FIRST = date(2026, 1, 2)
OPEN_DAY = (2, 3, 3, 4, 4, 5, 5, 6, 7, 8)
REST_DAY = (0, 0, 0, 0, 1, 1, 2)
"""First and repeat receipts of a day: about 3.4 on average over the year."""
REPEATS = 0.14
CHANNELS = (Channel.VISIT,) * 13 + (Channel.ONLINE,) * 6 + (Channel.LETTER,)
LATE_ACTS: tuple[type[Act], ...] = (Transfer, Notify, HandlingOpinion)

COURSES = (
    *PARTS,
    Part(handled.resolved, 0, 0, ORDINARY, channels=ANY),
    Part(handled.unresolved, 0, 0, UNRESOLVED, channels=ANY),
)


def live(seed: int, today: date) -> Iterator[Planned]:
    """Every petition that has come in since the beginning of 2026, as far as it has got by `today`."""
    drafts: list[Draft] = []
    day = FIRST
    while day <= today:
        _one_day(seed, day, drafts)
        day += DAY
    for draft in drafts:
        planned = Planned(draft.key, draft.ordered()).up_to(today)
        if planned.acts:
            yield planned


def _one_day(seed: int, day: date, drafts: list[Draft]) -> None:
    """What comes in on one day; nothing of it depends on later days."""
    rng = chance(seed, day)
    for n in range(1, rng.choice(OPEN_DAY if worked(day) else REST_DAY) + 1):
        channel = rng.choice(CHANNELS) if worked(day) else Channel.ONLINE
        earlier = [draft for draft in drafts[-250:] if _may_repeat(draft, day)]
        if earlier and rng.random() < REPEATS:
            rng.choice(earlier).attach(day, channel)
            continue
        drafts.append(_petition(seed, f"demo:{seed}:{day.year}:{day:%m%d}-{n:02d}", day, channel))
    if day.day % 9 == 0 and worked(day):
        drafts.append(_direct(seed, day))


def _may_repeat(draft: Draft, day: date) -> bool:
    """Open to a repeat: not withdrawn, not held to be resolved by then, and its numbering of acts not referred to."""
    if draft.fixed or draft.opened + 2 * DAY > day:
        return False
    return not draft.resolved or day < min(draft.answered.values(), default=day)


def _petition(seed: int, key: str, day: date, channel: Channel) -> Draft:
    rng = chance(seed, key)
    fit = [part for part in COURSES if channel in part.channels and part.live]
    part = rng.choices(fit, [part.live for part in fit])[0]
    group = channel is Channel.VISIT and part.led and rng.random() < 0.05
    people = rng.choice((5, 6, 8, 9, 12, 16)) if group else 1 if rng.random() < 0.85 else rng.randint(2, 4)
    draft = Draft(key=key, rng=rng, received=day, channel=channel, people=people)
    ordinary = part.story in {handled.resolved, handled.unresolved}
    if ordinary and rng.random() < 0.05:
        draft.late = {rng.choice(LATE_ACTS): rng.randint(18, 45)}
    part.story(draft)
    if group or (part.led and rng.random() < 0.07):
        oversight.lead(draft, handler(draft.acts))
    if ordinary and rng.random() < 0.02:
        _stick(draft)
    return draft


def _stick(draft: Draft) -> None:
    """It gets stuck: nothing more is done, and the breach stands until somebody looks."""
    stops = [n for n, act in enumerate(draft.acts) if isinstance(act, Transfer | Notify | HandlingOpinion | Serve)]
    if stops:
        del draft.acts[draft.rng.choice(stops) :]
        draft.answered.clear()
        draft.resolved.clear()


def _direct(seed: int, day: date) -> Draft:
    """Brought to a department or the government itself."""
    key = f"demo:{seed}:{day.year}:{day:%m%d}-direct"
    rng = chance(seed, key)
    story, home = rng.choice(
        (
            (elsewhere.directly_to_department, "SF-SCJ"),
            (elsewhere.directly_to_department, "SF-ZGJ"),
            (between.passed_down, GOVERNMENT),
            (between.pointed_elsewhere, "SF-RSJ"),
        )
    )
    draft = Draft(key=key, rng=rng, received=on_or_after(day), channel=Channel.VISIT, home=home)
    draft.fixed = True
    story(draft)
    return draft
