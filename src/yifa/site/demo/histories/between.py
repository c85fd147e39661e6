"""机关之间 — objections, joint matters, mergers, splits, reclassification, refusals by a superior, direct receipts."""

from dataclasses import replace
from datetime import date, timedelta

from yifa.law.acts import (
    AgreeReturn,
    Decline,
    Notify,
    Object,
    RecordResult,
    RefuseReturn,
    SettleAcceptance,
    Split,
    Succeed,
    Transfer,
)
from yifa.law.acts.intake import Request
from yifa.law.terms import Channel, Level, NoticeKind, Outcome, SettleMode, Track
from yifa.site.demo.draft import Draft
from yifa.site.demo.histories.elsewhere import divert
from yifa.site.demo.histories.handled import opened
from yifa.site.demo.histories.steps import carry_out, close, happy_end, opine, outcome, send, serve, take_up, tell
from yifa.site.demo.organs import (
    AGRICULTURE,
    CITY_OFFICE,
    CONFERENCE,
    GOVERNMENT,
    MACHINERY,
    MERGED,
    OFFICE,
    POWER_COMPANY,
)
from yifa.site.demo.texts import PROCEDURE, Matter

OTHER_DEPARTMENTS = ("SF-SCJ", "SF-JTJ", "SF-ZGJ", "SF-MZJ")


def _to_its_end(d: Draft, m: Matter, organ: str = "") -> None:
    take_up(d, m, by=organ)
    result = outcome(d)
    opine(d, m, result, by=organ)
    happy_end(d, m, result)


def objection_agreed(d: Draft) -> None:
    """Sent to the wrong organ, which objects in time; the office agrees and sends it on."""
    m = opened(d)
    wrong = next(code for code in OTHER_DEPARTMENTS if code != m.organ)
    d.then(Transfer, (0, 5), by=OFFICE, to=wrong, summary=m.ask)
    d.then(Object, (1, 3), by=wrong, reason="该事项不属于本机关职权，由主管部门负责。", suggested=m.organ)
    d.then(AgreeReturn, (1, 2), by=OFFICE, organ=wrong, finding="经核实职责分工，异议成立。")
    send(d, m, gap=(0, 2))
    tell(d, m)
    _to_its_end(d, m)


def objection_refused(d: Draft) -> None:
    """The office does not agree: the organ is bound, and its notice clock ran on."""
    m = opened(d)
    d.then(Transfer, (0, 5), by=OFFICE, to=m.organ, summary=m.ask)
    d.then(Object, (1, 3), by=m.organ, reason="认为应由镇里处理。", suggested=d.town)
    d.then(RefuseReturn, (1, 2), by=OFFICE, organ=m.organ, finding="经核实，主管职责明确，不同意退回。")
    tell(d, m, gap=(1, 4))
    _to_its_end(d, m)


def _joint(d: Draft, second: str, decider: str, mode: SettleMode, organ: str = "") -> None:
    m = opened(d, organ)
    first = organ or m.organ
    if first == second:
        second = "SF-ZGJ" if first != "SF-ZGJ" else "SF-ZJJ"
    d.then(Transfer, (0, 4), by=OFFICE, to=first, summary=m.ask)
    d.then(Transfer, by=OFFICE, to=second, summary=m.ask, joint=True)
    d.then(
        SettleAcceptance,
        (2, 5),
        by=decider or first,
        competent=first,
        mode=mode,
        reason="涉及两个机关职责，主要事实在该机关主管范围内。",
    )
    tell(d, m, by=first, gap=(1, 4))
    _to_its_end(d, m, first)


def joint_agreed(d: Draft) -> None:
    """Two organs are concerned; they agree which of them accepts."""
    _joint(d, "SF-ZRJ", "", SettleMode.AGREED)


def joint_by_superior(d: Draft) -> None:
    """Two organs are concerned; their common superior decides."""
    _joint(d, "SF-ZJJ", GOVERNMENT, SettleMode.SUPERIOR, organ=d.rng.choice(("SF-SLJ", "SF-NMJ", "SF-ZRJ")))


def joint_by_conference(d: Draft) -> None:
    """Two organs without a common superior: the joint conference settles it."""
    _joint(d, POWER_COMPANY, CONFERENCE, SettleMode.CONFERENCE, organ="SF-SLJ")


def succeeded(d: Draft) -> None:
    """The handling organ is merged into another, which takes over, clocks and all."""
    m = opened(d, MACHINERY)
    send(d, m)
    tell(d, m, by=MACHINERY)
    d.day = max(d.day, date(*MERGED))
    d.then(
        Succeed, (1, 9), by=AGRICULTURE, organ=MACHINERY, successor=AGRICULTURE, reason="机构合并，职责由农牧局承接。"
    )
    _to_its_end(d, replace(m, organ=AGRICULTURE))


def split(d: Draft) -> None:
    """Several things are asked: each goes its own way."""
    first, second = d.pick(Track.C6), d.pick(d.rng.choice((Track.C2, Track.C4, Track.C4)))
    d.register(first)
    about = (second.organ,) if d.rng.random() < 0.3 else ()
    request = Request(text=second.ask, category=second.category, track=second.track, path=second.path, about=about)
    d.then(Split, (0, 3), by=OFFICE, requests=(request,))
    other = d.fork("2")
    one = d.fork("1")
    send(one, first)
    tell(one, first)
    take_up(one, first)
    result = outcome(d)
    opine(one, first, result)
    happy_end(one, first, result)
    send(other, second)
    tell(other, second)
    divert(other, second)
    d.day = max(one.day, other.day)
    close(d)


def several(d: Draft) -> None:
    """Two claims by petition procedure and one to be done by duty, asked in one letter."""
    matters = [d.pick(Track.C6), d.pick(Track.C6)]
    d.register(*matters)
    days = []
    for number, m in enumerate(matters, start=1):
        one = d.fork(str(number))
        send(one, m)
        tell(one, m)
        take_up(one, m)
        result = outcome(d)
        opine(one, m, result)
        happy_end(one, m, result)
        days.append(one.day)
    d.day = max(days)
    close(d)


def reclassified(d: Draft) -> None:
    """Taken for a matter of petition procedure; it turns out to belong to another."""
    m = opened(d, "SF-ZRJ")
    send(d, m)
    tell(d, m)
    take_up(d, m)
    other = d.pick(Track.C4, "SF-ZRJ")
    d.classify(other, (2, 6), by="SF-ZRJ", reason="调查中查明属于行政程序处理的事项，已用期限不退还")
    d.then(Notify, (0, 1), by="SF-ZRJ", procedure=PROCEDURE[Track.C4])
    divert(d, other)
    d.answer(
        RecordResult,
        (15, 40),
        by="SF-ZRJ",
        result=other.result,
        case_number=f"（{d.day.year}）示裁{d.rng.randint(1, 90)}号",
    )
    happy_end(d, other, None)


def reclassified_twice(d: Draft) -> None:
    """It leaves the petition procedure and comes back; the days used stay used."""
    m = opened(d, "SF-ZRJ")
    send(d, m)
    tell(d, m)
    take_up(d, m)
    other = d.pick(Track.C4, "SF-ZRJ")
    d.classify(other, (1, 3), by="SF-ZRJ", reason="拟按行政程序处理")
    d.then(Notify, (0, 1), by="SF-ZRJ", procedure=PROCEDURE[Track.C4])
    d.classify(m, (4, 9), by="SF-ZRJ", reason="经法制审核，不属于行政裁决范围，仍按信访程序办理")
    d.then(Notify, (0, 1), by="SF-ZRJ", procedure=PROCEDURE[Track.C6])
    result = outcome(d)
    opine(d, m, result, gap=(3, 10))
    happy_end(d, m, result)


def declined_above(d: Draft) -> None:
    """While a town handles it, the petitioner turns to the city's office, which does not take it up."""
    d.fixed = True
    m = d.pick(Track.C6, "TOWN")
    d.register(m)
    send(d, m)
    tell(d, m)
    d.attach(d.day + timedelta(days=1), Channel.VISIT, by=CITY_OFFICE, level=Level.CITY)
    d.day = d.acts[-1].on
    d.then(Decline, (0, 1), by=CITY_OFFICE, handled_by=m.organ)
    serve(d, CITY_OFFICE, paper="D13", gap=(0, 1))
    _to_its_end(d, m)


def passed_down(d: Draft) -> None:
    """The government receives it and passes it to the town it belongs to; d.home is the government."""
    m = d.pick(Track.C6, "TOWN")
    d.register(m)
    d.then(Transfer, (0, 4), by=GOVERNMENT, to=m.organ, summary=m.ask)
    d.then(Notify, (0, 2), by=GOVERNMENT, kind=NoticeKind.PASSED, to=m.organ)
    tell(d, m)
    take_up(d, m)
    result = outcome(d)
    opine(d, m, result)
    if result is Outcome.SUPPORT:
        carry_out(d, m)


def pointed_elsewhere(d: Draft) -> None:
    """A department receives what is not its own: it says who has authority; d.home is that department."""
    m = d.pick(Track.C6, "TOWN")
    d.register(m)
    d.then(Notify, (0, 6), by=d.home, kind=NoticeKind.ELSEWHERE, to=m.organ)
