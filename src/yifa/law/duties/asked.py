"""被督办、被责令的义务 — what supervision, recommendations, measures, orders and urgent matters make an organ owe (Arts. 25, 39, 40, 43–45)."""

from collections.abc import Iterator
from datetime import date

from yifa.law.acts import OrderRemedy, Recommend, Supervise, TakeConferenceMeasure
from yifa.law.acts.base import Act
from yifa.law.articles import Citation, cite
from yifa.law.clocks.clock import Counting
from yifa.law.duties.duty import Duty
from yifa.law.fold.dispatch import to_decide
from yifa.law.petition import Petition, Urgency
from yifa.law.terms import OrganKind


def answers(petition: Petition, count: Counting) -> Iterator[Duty]:
    """反馈 — one for each thing asked: supervision by its day, recommendations in writing without one."""
    for one in petition.asked:
        paper, basis, late = _of(one.act)
        due = getattr(one.act, "due", None)
        yield Duty(
            paper=paper,
            claim=getattr(one.act, "claim", ""),
            by=one.to,
            former=one.former,
            since=one.act.on,
            due=count.named(due, one.act.on) if due else None,
            met=one.answered,
            late=late,
            basis=basis,
            number=one.number,
        )


def _of(act: Act) -> tuple[str, Citation, str]:
    """The paper that answers it, why it is owed, and what it is called when late."""
    match act:
        case Supervise():
            return "D39", cite("40.1"), "督办未按期反馈"
        case Recommend():
            return "D39", cite("40.4"), ""
        case TakeConferenceMeasure():
            return "D-ZG", cite("39.3"), "未按期整改"
    assert isinstance(act, OrderRemedy)
    return "D-ZG", cite(act.ground.article), "未按期改正"


def reports(petition: Petition, count: Counting) -> Iterator[Duty]:
    """重大、紧急事项的报告 — to the committee or government in time (Art. 25¶1); by an office also upward (¶2), until told."""
    urgency = petition.urgency
    if urgency is None:
        return
    told = next((on for on, to in petition.reports if to_decide(petition, to)), None)
    if told is None or told >= urgency.since:
        days = count.readings.on(urgency.since).urgent_worked_days
        yield Duty(
            paper="D06",
            claim="",
            by=urgency.organ,
            former=urgency.former,
            since=urgency.since,
            due=count.calendar.add_working_days(urgency.since, days),
            met=told,
            late="重大紧急事项未报告",
            basis=cite("25.1"),
        )
    if petition.organs.kind(urgency.organ) is OrganKind.PETITION_OFFICE:
        yield from _upward(petition, urgency)


def _upward(petition: Petition, urgency: Urgency) -> Iterator[Duty]:
    """向上一级信访部门和国家信访局的报告 — as far as the directory knows them."""
    above = {*petition.organs.next_office(urgency.organ), *petition.organs.national_offices} - {urgency.organ}
    if above:
        yield Duty(
            paper="D06",
            claim="",
            by=urgency.organ,
            former=urgency.former,
            since=urgency.since,
            met=_all_told(petition, above),
            basis=cite("25.2"),
        )


def _all_told(petition: Petition, above: set[str]) -> date | None:
    """The day on which the last of them was told."""
    for on, to in petition.reports:
        above = above.difference(to)
        if not above:
            return on
    return None
