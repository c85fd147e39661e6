"""各阶段 — one petition standing in each stage of each track on the day of loading."""

from collections.abc import Callable, Iterator
from datetime import date

from yifa.law.acts import Close, Notify, Object, SignFor, SuggestionReply, Transfer, Withdraw
from yifa.law.terms import Adoption, Channel, NoticeKind, Track
from yifa.site.demo.chain import Chain, back
from yifa.site.demo.days import on_or_before
from yifa.site.demo.draft import Draft
from yifa.site.demo.histories import elsewhere
from yifa.site.demo.histories.steps import serve
from yifa.site.demo.organs import CITY_GOVERNMENT, GOVERNMENT, OFFICE
from yifa.site.demo.people import chance
from yifa.site.demo.texts import PROCEDURE, Matter

SENT_TO_HANDLE = (Track.A, Track.C2, Track.C3, Track.C4, Track.C5, Track.C6)


def stages(key: str, today: date) -> Iterator[Draft]:
    """Every track as far as each stage it can stand in; `key` begins each of their keys."""
    for track in Track:
        yield _registered(f"{key}:{track}-登记", track, back(today, 4))
        if track in {Track.C1, Track.B}:
            yield _referred(f"{key}:{track}-转出", track, back(today, 12))
    for track in SENT_TO_HANDLE:
        yield _sent(f"{key}:{track}-转送", track, today)
        yield _told(f"{key}:{track}-告知", track, today)[0]
    for track in (Track.C2, Track.C3, Track.C4, Track.C5):
        draft, m = _told(f"{key}:{track}-导入", track, today)
        draft.until = on_or_before(today)
        elsewhere.divert(draft, m)
        yield draft
    for name, make in ENDS.items():
        yield make(f"{key}:{name}", today)


def _begin(key: str, track: Track, received: date, channel: Channel = Channel.VISIT) -> tuple[Draft, Matter]:
    draft = Draft(key=key, rng=chance(key), received=received, channel=channel)
    m = draft.pick(track)
    draft.register(m)
    return draft, m


def _registered(key: str, track: Track, received: date) -> Draft:
    return _begin(key, track, received)[0]


def _referred(key: str, track: Track, received: date) -> Draft:
    draft = Draft(key=key, rng=chance(key), received=received, channel=Channel.LETTER, until=back(received, -8))
    (elsewhere.sealed if track is Track.B else elsewhere.referred)(draft)
    return draft


def _sent(key: str, track: Track, today: date) -> Draft:
    draft, m = _begin(key, track, back(today, 9))
    draft.then(Transfer, by=OFFICE, on=back(today, 6), to=m.organ, summary=m.ask)
    draft.then(SignFor, by=m.organ, on=back(today, 5))
    return draft


def _told(key: str, track: Track, today: date) -> tuple[Draft, Matter]:
    draft, m = _begin(key, track, back(today, 18))
    draft.then(Transfer, by=OFFICE, on=back(today, 14), to=m.organ, summary=m.ask)
    draft.then(Notify, by=m.organ, on=back(today, 8), procedure=PROCEDURE[track])
    return draft, m


def _objected(key: str, today: date) -> Draft:
    draft, m = _begin(key, Track.C6, back(today, 6))
    draft.then(Transfer, by=OFFICE, on=back(today, 3), to=m.organ, summary=m.ask)
    draft.then(Object, by=m.organ, on=back(today, 1), reason="该事项不属于本机关职权。", suggested=draft.town)
    return draft


def _decided(key: str, today: date) -> Draft:
    chain = Chain(key, back(today, 40)).sent(back(today, 36)).told(back(today, 30))
    return chain.heard(back(today, 12)).decided(on_or_before(today)).draft


def _reviewed(key: str, today: date) -> Draft:
    chain = Chain(key, back(today, 80)).answered(back(today, 30)).review_asked(back(today, 20))
    return chain.reviewed(on_or_before(today)).draft


def _finally(key: str, today: date) -> Chain:
    chain = Chain(key, back(today, 140)).answered(back(today, 85)).review_asked(back(today, 70))
    chain = chain.reviewed(back(today, 48)).served(back(today, 46), GOVERNMENT, "D33").final_asked(back(today, 24))
    return chain.finally_reviewed(back(today, 2))


def _final_decided(key: str, today: date) -> Draft:
    return _finally(key, today).draft


def _final(key: str, today: date) -> Draft:
    return _finally(key, today).served(on_or_before(today), CITY_GOVERNMENT, "D35").draft


def _concluded(key: str, today: date) -> Draft:
    draft, m = _told(key, Track.A, today)
    draft.then(SuggestionReply, by=m.organ, on=back(today, 2), adoption=Adoption.FULL, study=m.found)
    draft.until = on_or_before(today)
    serve(draft, m.organ, paper="D29")
    return draft


def _closed(key: str, today: date) -> Draft:
    draft = _concluded(key, today)
    draft.then(Close, by=OFFICE, on=on_or_before(today))
    return draft


def _withdrawn(key: str, today: date) -> Draft:
    draft, _ = _told(key, Track.C6, today)
    draft.by_petitioner(Withdraw, on=back(today, 1), statement="问题已经解决，自愿撤回。")
    return draft


def _elsewhere(key: str, today: date) -> Draft:
    draft = Draft(key=key, rng=chance(key), received=back(today, 7), channel=Channel.VISIT, home="SF-MZJ")
    m = draft.pick(Track.C6, "TOWN")
    draft.register(m)
    draft.then(Notify, by="SF-MZJ", on=back(today, 5), kind=NoticeKind.ELSEWHERE, to=m.organ)
    return draft


ENDS: dict[str, Callable[[str, date], Draft]] = {
    "异议": _objected,
    "已决定": _decided,
    "复查已决定": _reviewed,
    "复核已决定": _final_decided,
    "复核终局": _final,
    "已办结": _concluded,
    "已归档": _closed,
    "已撤回": _withdrawn,
    "另行提出": _elsewhere,
}
"""The stages in which few petitions stand for long."""
