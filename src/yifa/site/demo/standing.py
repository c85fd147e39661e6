"""待办 — matters made for the day of loading: of each limit one due today, one soon, one late; one in each stage and track."""

from collections.abc import Callable, Iterator
from datetime import date

from yifa.law import limits
from yifa.law.acts import Assign
from yifa.law.limits import Limit
from yifa.site.demo.chain import Chain, back
from yifa.site.demo.days import DAY, on_or_after, on_or_before, worked
from yifa.site.demo.draft import Draft, Planned
from yifa.site.demo.live import FIRST
from yifa.site.demo.organs import GOVERNMENT, OFFICE
from yifa.site.demo.stages import stages

LATE = 2
LONGEST = 120
"""Days looked back for the beginning of a limit."""


def standing(seed: int, today: date) -> Iterator[Planned]:
    """The matters of one day.  What would have begun before 2026 is left out: that year's figures are closed."""
    made = [draft for draft in _drafts(seed, today) if draft.received >= FIRST]
    for draft in made:
        planned = Planned(draft.key, draft.ordered())
        assert all(act.on <= today for act in planned.acts), planned
        yield planned


def targets(today: date) -> dict[str, date]:
    """The worked days wanted as last days: today or else the next, within three days, and late by two."""
    now = on_or_after(today)
    return {"今日": now, "三日内": on_or_after(now + DAY), "逾期": on_or_before(today - LATE * DAY)}


def begins(limit: Limit, last: date) -> date | None:
    """A day, a worked one if there is any, from which a limit ends on `last`."""
    found = [day for n in range(LONGEST) if limit.due(day := last - n * DAY).day == last]
    return next((day for day in found if worked(day)), found[0] if found else None)


def _drafts(seed: int, today: date) -> Iterator[Draft]:
    for limit, story in STORIES.items():
        for when, last in targets(today).items():
            start = last if limit is limits.ASSIGNED else begins(limit, last)
            if start:
                yield story(f"demo:{seed}:{today}:{limit.id}-{when}", start, today)
    yield from stages(f"demo:{seed}:{today}", today)


def _to_dispatch(key: str, start: date, _today: date) -> Draft:
    return Chain(key, start).draft


def _to_notify(key: str, start: date, _today: date) -> Draft:
    return Chain(key, back(start, 3)).sent(start).draft


def _to_report(key: str, due: date, today: date) -> Draft:
    chain = Chain(key, back(today, 60))
    sent = chain.draft.opened + 2 * DAY
    chain.draft.then(Assign, by=OFFICE, on=on_or_after(sent), to=chain.organ, due=due, summary=chain.matter.ask)
    return chain.told(back(today, 48)).heard(back(today, 30)).draft


def _to_handle(key: str, start: date, today: date) -> Draft:
    heard = min(on_or_after(start + 20 * DAY), today)
    return Chain(key, back(start, 14)).sent(back(start, 9)).told(start).heard(heard).draft


def _to_ask_review(key: str, start: date, _today: date) -> Draft:
    return Chain(key, back(start, 50)).answered(start).draft


def _to_review(key: str, start: date, _today: date) -> Draft:
    return Chain(key, back(start, 62)).answered(back(start, 12)).review_asked(start).draft


def _to_ask_final(key: str, start: date, _today: date) -> Draft:
    chain = Chain(key, back(start, 82)).answered(back(start, 34)).review_asked(back(start, 25))
    return chain.reviewed(back(start, 2)).served(start, GOVERNMENT, "D33").draft


def _to_review_finally(key: str, start: date, _today: date) -> Draft:
    chain = Chain(key, back(start, 96)).answered(back(start, 48)).review_asked(back(start, 38))
    return chain.reviewed(back(start, 16)).served(back(start, 14), GOVERNMENT, "D33").final_asked(start).draft


STORIES: dict[Limit, Callable[[str, date, date], Draft]] = {
    limits.DISPATCH: _to_dispatch,
    limits.NOTICE: _to_notify,
    limits.OBJECTION: _to_notify,
    limits.ASSIGNED: _to_report,
    limits.HANDLING: _to_handle,
    limits.REVIEW_REQUEST: _to_ask_review,
    limits.REVIEW: _to_review,
    limits.FINAL_REVIEW_REQUEST: _to_ask_final,
    limits.FINAL_REVIEW: _to_review_finally,
}
"""How each limit comes to run from a given day; of an assignment the day given is the last one."""
