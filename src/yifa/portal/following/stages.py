"""进展 — every stage of a claim in words an elder understands: what is so now, and what comes next, with its article."""

from dataclasses import dataclass
from datetime import date

from yifa.law import acts, limits
from yifa.law.acts import Act
from yifa.law.articles import Citation, cite
from yifa.law.claim import Claim
from yifa.law.clocks import clock_of
from yifa.law.fold import effective
from yifa.law.limits import Limit
from yifa.law.paths import PATHS
from yifa.law.petition import Petition
from yifa.law.readings import Readings
from yifa.law.terms import NoticeKind, Stage, Track
from yifa.law.workdays import Calendar
from yifa.pages.templatetags.zh import day, last_day


@dataclass(frozen=True, slots=True)
class Words:
    """进展 — of one claim: what is so now, what comes next, and the provision that says so."""

    now: str
    next: str
    basis: Citation


STAGES: dict[Stage, tuple[str, str, str]] = {
    Stage.UNREGISTERED: ("还没有登记。", "收到的信访事项都应当登记。", "22.1"),
    Stage.REGISTERED: (
        "{organ}已经收到并登记，正在确定由哪个机关办理。",
        "自收到之日起15日内，应当转送、交办给有权处理的机关。",
        "22.1",
    ),
    Stage.DISPATCHED: (
        "{organ}已经收到，正在审查。",
        "自收到之日起15日内，它应当书面告诉您：已经收到，按什么途径和程序处理。",
        "23.3",
    ),
    Stage.OBJECTED: (
        "{organ}认为这件事不归它管，已经向转来的机关提出，正在核实。",
        "核实后同意的，改转有权处理的机关；不同意的，仍由它办理。这段时间照样计算，不会从头再来。",
        "23.3",
    ),
    Stage.NOTIFIED: ("{organ}已经书面告诉您怎样处理。", "{handling}", "23.3"),
    Stage.HANDLING: ("{organ}正在办理。", "{handling}", "31"),
    Stage.DIVERTED: (
        "这件事要通过「{path}」来解决，{organ}已经把它导入这条途径。",
        "请您自己{by}向{body}提出；信访不会使申请的期限停下来。有了结果，会补记在这里。",
        "31",
    ),
    Stage.DECIDED: (
        "{organ}已经作出信访处理意见书，正在送达给您。",
        "送到您手里以后，您不服的，可以在30日内请求上一级机关复查。",
        "35",
    ),
    Stage.ANSWERED: ("信访处理意见书已经送达给您。", "{remedy}", "35"),
    Stage.REVIEW: (
        "{organ}正在复查。",
        "自收到您的复查请求之日起30日内，它应当书面答复您。这个期限不能延长。",
        "35",
    ),
    Stage.REVIEW_DECIDED: (
        "{organ}已经作出复查意见，正在送达给您。",
        "送到您手里以后，您不服的，可以在30日内请求再上一级机关复核。",
        "36.1",
    ),
    Stage.REVIEW_ANSWERED: ("复查意见已经送达给您。", "{remedy}", "36.1"),
    Stage.FINAL_REVIEW: (
        "{organ}正在复核。",
        "自收到您的复核请求之日起30日内，它应当提出复核意见；举行听证的，听证用的时间不算在内。",
        "36.1",
    ),
    Stage.FINAL_DECIDED: (
        "{organ}已经作出复核意见，正在送达给您。",
        "复核是信访程序的最后一步。",
        "36.1",
    ),
    Stage.FINAL: (
        "复核意见已经送达给您，信访程序到此走完。",
        "以同样的事实和理由再提出的，各机关不再受理；有新的事实或者新的理由，可以另行提出。",
        "36.3",
    ),
    Stage.REFERRED: ("{referred}", "{referred_next}", "22.2"),
    Stage.CONCLUDED: ("{ended}", "觉得实际情况与此不符的，可以补充材料，或者来电、来访说明。", "31"),
    Stage.ELSEWHERE: (
        "{organ}已经告诉您：这件事应当向{elsewhere}提出。",
        "请向{elsewhere}提出；在那里，收到后同样应当登记、告知。",
        "23.1",
    ),
    Stage.WITHDRAWN: ("您已经在{withdrawn}撤回。", "记录保留，办理停止。以后需要，可以要求恢复办理。", "17.1"),
    Stage.CLOSED: ("每项诉求都已经答复，已办结归档。", "{remedy}", "22.1"),
}
"""What is so, what comes next, under which provision; the names in braces are filled in by `words_of`."""

HANDLING: dict[Track | None, tuple[str, str]] = {
    None: ("接下来确定按什么途径和程序处理。", "31"),
    Track.A: ("接下来研究论证您的建议；采纳或者部分采纳的，会回复您。", "29.1"),
    Track.B: ("接下来依规依纪依法处理并反馈。您反映的情况不会透露给被反映的人和单位。", "30.1"),
    Track.C1: ("这件事属于诉讼、检察或者公安程序，接下来会告诉您向哪里提出、怎样提出。", "31(1)"),
    Track.C2: ("这件事应当通过仲裁解决，接下来会告诉您向哪里申请、最后一天是哪天。", "31(2)"),
    Track.C3: ("这件事可以通过申诉、复审解决，接下来会告诉您向哪里提出、最后一天是哪天。", "31(3)"),
    Track.C4: ("这件事可以通过行政程序解决，接下来会告诉您向哪里申请、最后一天是哪天。", "31(4)"),
    Track.C5: ("接下来查处违法行为、履行保护职责，或者给您答复。", "31(5)"),
    Track.C6: (
        "接下来听您讲事实和理由，调查核实，出具信访处理意见书：自受理之日起60日内办结；情况复杂的，经负责人批准，最多延长30日，并告诉您理由。",
        "34",
    ),
}
"""What handling means on each track."""

ENDED: dict[type[Act], tuple[str, str]] = {
    acts.RecordResult: ("法定途径已经有了结果，已记录在案。", "31"),
    acts.Fulfil: ("{organ}已经依法履行职责或者作出答复。", "31(5)"),
    acts.Mediate: ("经您和对方同意，已经调解达成协议。", "33"),
    acts.Settle: ("您和对方已经自愿和解，达成协议。", "33"),
    acts.SuggestionReply: ("您的建议已经研究论证完毕。", "29.1"),
    acts.Terminate: ("政法部门已经依法终结。", "37.3"),
    acts.CarryOver: ("这件事在原来的信访系统中已经办理完毕。", "21.2"),
}
"""How a claim ended otherwise than by an opinion."""

REFERRED: dict[type[Act], tuple[str, str]] = {
    acts.TransferToJustice: ("已经转给{to}，由它依照法律规定的程序处理。", "怎样告知、多长时间，按政法部门的规定办。"),
    acts.TransferSealed: (
        "已经密封转给{to}，由它依规依纪依法处理。",
        "怎样告知和反馈，按纪检监察机关的规定办。您反映的情况不会透露给被反映的人和单位。",
    ),
    acts.Guide: ("已经向您说明有关法律，这件事要向{to}提出。", "请向{to}提出；信访不会使诉讼等期限停下来。"),
}
"""Where a claim went that the petition procedure does not handle."""


def words_of(petition: Petition, claim: Claim, today: date, calendar: Calendar, readings: Readings) -> Words:
    """Where one claim stands today, in plain words."""
    organs, stage = petition.organs, claim.stage
    now, following, key = STAGES[stage]
    handling, handling_key = HANDLING[claim.track]
    filled = {
        "organ": organs.name(organ_of(claim)),
        "handling": handling,
        "remedy": _remedy(petition, claim, today, calendar, readings),
        "path": PATHS[claim.path].name if claim.path in PATHS else "法定途径",
        "body": _body(petition, claim),
        "by": f"最迟在{day(claim.last_day)}" if claim.last_day else "尽早",
        "elsewhere": _elsewhere(petition, claim),
        "withdrawn": day(claim.withdrawn),
    }
    if claim.referred:
        filled["referred"], filled["referred_next"] = (
            line.format(to=organs.name(getattr(claim.referred, "to", ""))) for line in REFERRED[type(claim.referred)]
        )
    if stage is Stage.CONCLUDED and claim.concluded_by:
        ended, key = ENDED[type(claim.concluded_by)]
        filled["ended"] = ended.format(organ=organs.name(claim.concluded_by.by))
    if stage in {Stage.NOTIFIED, Stage.HANDLING}:
        key = handling_key
    said = now.format(**filled)
    if claim.past and claim.opinion is None and not claim.over:
        said = f"上级机关已要求重新处理。{said}"
    return Words(said, following.format(**filled), cite(key))


def organ_of(claim: Claim) -> str:
    """办理机关 — which organ the words are about: the one that has it now, or had it last."""
    for held in (claim.final, claim.review):
        if held:
            return held.to
    if claim.opinion:
        return claim.opinion.by
    if claim.concluded_by:
        return claim.concluded_by.by
    if claim.handling:
        return claim.handling.organ
    if claim.open_dispatch:
        return claim.open_dispatch.office
    return claim.handlings[-1].organ if claim.handlings else claim.dispatches[-1].office


def _remedy(petition: Petition, claim: Claim, today: date, calendar: Calendar, readings: Readings) -> str:
    """What can follow an opinion that was served: the next review with its last day, or nothing any more."""
    for limit, below in ((limits.FINAL_REVIEW_REQUEST, claim.review), (limits.REVIEW_REQUEST, claim.opinion)):
        if below:
            return _until(petition, claim, limit, today, calendar, readings) if below.served else ""
    return "没有异议的，不需要再做什么。"


def _until(petition: Petition, claim: Claim, limit: Limit, today: date, calendar: Calendar, readings: Readings) -> str:
    clock = clock_of(petition, claim, limit, today, calendar, readings)
    what = limit.term
    if clock is None or clock.met:
        return "没有异议的，不需要再做什么。"
    if today > clock.due.day and not clock.due.provisional:
        return f"{what}的期限已经在{day(clock.due.day)}届满，您没有提出。有新的事实或者理由，可以另行提出。"
    return f"没有异议的，不需要做什么。不服的，最迟在{last_day(clock.due)}{what}。"


def _body(petition: Petition, claim: Claim) -> str:
    found = [one for one in effective(petition.acts) if isinstance(one, acts.Divert) and one.claim in {"", claim.id}]
    return petition.organs.name(found[-1].body) if found else "主管机关"


def _elsewhere(petition: Petition, claim: Claim) -> str:
    found = [
        one.to
        for one in effective(petition.acts)
        if isinstance(one, acts.Notify)
        and one.kind is NoticeKind.ELSEWHERE
        and (not one.claims or claim.id in one.claims)
    ]
    return petition.organs.name(found[-1]) if found else "有权处理的机关"
