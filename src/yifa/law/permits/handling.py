"""办理 — hearing, extension, diversion, mediation, opinion and what follows it (Arts. 29–34)."""

import re
from collections.abc import Iterator

from yifa.law import limits
from yifa.law.acts import (
    Divert,
    Enforce,
    Extend,
    Fulfil,
    HandlingOpinion,
    HoldHearing,
    Investigate,
    Mediate,
    RecordResult,
    ReportExecution,
    Settle,
    SuggestionReply,
    TakeStatement,
)
from yifa.law.articles import cite, numeral
from yifa.law.claim import Claim
from yifa.law.clocks import Clock
from yifa.law.clocks.handling import notice_waits
from yifa.law.handlings import Handling
from yifa.law.organs import Organ
from yifa.law.paths import PATHS, prerequisites
from yifa.law.permits.base import Case, Refusal, answering, blank, chinese, ending, judges, which
from yifa.law.permits.intake import _path
from yifa.law.terms import Outcome, Purpose, Track


def _unanswered(claim: Claim) -> Iterator[Refusal]:
    if claim.over:
        yield Refusal(f"诉求{claim.stage}，不再办理", ending(claim))


def _notified(act: Divert | Fulfil | HandlingOpinion, case: Case, claim: Claim) -> Iterator[Refusal]:
    handling = claim.handling_by(act.by)
    if handling and notice_waits(case.petition, claim, handling, act.on):
        yield Refusal("尚未书面告知信访人接收情况以及处理途径和程序，请先告知", cite("23"))


@judges(TakeStatement)
def take_statement(act: TakeStatement, case: Case) -> Iterator[Refusal]:
    """听取陈述."""
    yield from _unanswered(case.claim(act))
    yield from blank(act, cite("31(6)"), statement="请记录信访人陈述的事实和理由")


@judges(Investigate)
def investigate(act: Investigate, case: Case) -> Iterator[Refusal]:
    """调查核实."""
    yield from _unanswered(case.claim(act))
    yield from blank(act, cite("31(6)"), findings="请记录查明的事实和证据")


@judges(HoldHearing)
def hold_hearing(act: HoldHearing, case: Case) -> Iterator[Refusal]:
    """听证: by the handling organ, or by the organ that is reviewing."""
    claim = case.claim(act)
    handling = claim.handling_by(act.by) and claim.track is Track.C6 and not claim.over
    reviewing = any(one and one.to == act.by and not one.decided for one in (claim.review, claim.final_review))
    if not handling and not reviewing:
        yield Refusal("听证由正在按信访程序办理或者复查、复核该诉求的机关举行", cite("31(6)"), "by")
    if act.days < 1:
        yield Refusal("听证所需日数至少为1", cite("36.2"), "days")
    yield from blank(act, cite("31(6)"), conclusion="请写明听证结论")


@judges(Extend)
def extend(act: Extend, case: Case) -> Iterator[Refusal]:
    """延期: a claim by petition procedure, in time, approved by the head, reasons told, at most thirty days, once."""
    claim = case.claim(act)
    if claim.track is not Track.C6:
        yield Refusal("只有按信访程序办理的诉求才有60日办理期限，才能延期", cite("34"))
        return
    yield from _unanswered(claim)
    running, charge = case.clock(limits.HANDLING, claim, act.on), claim.charge
    if charge and charge.handling.organ != act.by and claim.handling_by(act.by):
        yield Refusal(f"办理期限由{case.organs.name(charge.handling.organ)}承担，由其延期", cite("24.1"), "by")
    if claim.past:
        yield Refusal("责令重新处理的按指定期限办理，不适用延期", cite("34"))
    elif running is None or charge is None:
        yield Refusal("尚未受理或者告知，办理期限还没有开始", cite("34"))
    else:
        yield from _lengthened(act, case, running, charge.handling)
    yield from blank(act, cite("34"), approved_by="延期须经本机关、单位负责人批准", reason="须告知信访人延期理由")
    yield from _head(act, case)


def _lengthened(act: Extend, case: Case, running: Clock, handling: Handling) -> Iterator[Refusal]:
    """In time, no more often than the reading of the day the limit started says, thirty days in all."""
    if act.on > running.due.day and not running.due.provisional:
        yield Refusal(f"办理期限已于{chinese(running.due.day)}届满，不能再延期", cite("34"))
    if handling.extensions >= case.readings.on(running.started).extensions:
        yield Refusal(f"已经延期{numeral(max(handling.extensions, 1))}次，不能再延", cite("34"))
    if act.days < 1 or handling.extended + act.days > limits.EXTENSION.amount:
        yield Refusal(f"延长期限不得超过{limits.EXTENSION.amount}日", cite("34"), "days")


DEPUTY = re.compile("副|代理|代|常务|主持工作的")
"""What makes a deputy or acting head of a head."""


def _head(act: Extend, case: Case) -> Iterator[Refusal]:
    """本机关、单位负责人 — of the very organ: its leaders on file, deputies and acting heads too; else as stated, but nobody else's."""
    who = act.approved_by.strip()
    if act.approved_by in case.petition.recused:
        yield Refusal(f"{act.approved_by}已回避，不得批准", cite("28.3"), "approved_by")
        return
    own = case.organs.get(act.by)
    if not who or own is None or _leads(who, own):
        return
    elsewhere = next((one.name for one in case.organs if one is not own and who in one.leaders), "")
    if own.leaders or elsewhere:
        told = f"，{who}是{elsewhere}的负责人" if elsewhere else ""
        yield Refusal(
            f"延期须经{own.name}负责人批准{told}；{own.name}的负责人（副职、代理负责人在内）以机关名录登记的为准",
            cite("34"),
            "approved_by",
        )


def _leads(who: str, organ: Organ) -> bool:
    """Whether the name or title stated is that of one of its leaders: 局长 is 民政局长, and 副局长 his deputy."""
    stated = DEPUTY.sub("", who)
    return any(stated in one or one in stated for one in (DEPUTY.sub("", leader) for leader in organ.leaders))


@judges(Divert)
def divert(act: Divert, case: Case) -> Iterator[Refusal]:
    """导入法定途径: a path in force of the claim's own class, its body, the petitioner's last day, what must come first."""
    claim = case.claim(act)
    if not claim.track or not (claim.track.diverts or claim.track is Track.C5):
        yield Refusal("只有应当通过其他法定途径解决的诉求才能导入；请先分类为第三十一条第一项至第五项", cite("31"))
        return
    yield from _unanswered(claim)
    if claim.diverted:
        yield Refusal(f"已于{chinese(claim.diverted)}导入法定途径", cite(claim.track.article))
    yield from _notified(act, case, claim)
    yield from blank(act, cite(claim.track.article), path="请选择法定途径", body="应当告知主管机关")
    yield from _path(claim.track, act.path, act.on, "path")
    path = PATHS.get(act.path)
    if path is None:
        return
    if path.opening and not act.last_day:
        yield Refusal("应当告知信访人自己的申请期限末日", cite(claim.track.article), "last_day")
    first = prerequisites(path, act.on)
    if first and not act.after.strip():
        names = "或者".join(one.name for one in first)
        yield Refusal(
            f"该途径须先经过{names}；请写明已经过的程序，否则导入该前置程序", cite(claim.track.article), "after"
        )


@judges(RecordResult)
def record_result(act: RecordResult, case: Case) -> Iterator[Refusal]:
    """回填法定途径结果: of a claim that went another way, or of an accusation handled."""
    claim = case.claim(act)
    if not (claim.diverted or claim.referred or (claim.track is Track.B and claim.handlings)):
        yield Refusal("诉求没有导入其他途径，没有结果可以回填", answering(claim))
    if claim.concluded:
        yield Refusal("结果已经回填", ending(claim))
    yield from blank(act, cite("21.2"), result="请写明结果")


@judges(Fulfil)
def fulfil(act: Fulfil, case: Case) -> Iterator[Refusal]:
    """依法履职: claims of Art. 31(5) only."""
    claim = case.claim(act)
    if claim.track is not Track.C5:
        yield Refusal("只适用于申请查处违法行为、履行保护职责的诉求", cite("31(5)"))
    yield from _unanswered(claim)
    yield from _notified(act, case, claim)
    yield from blank(act, cite("31(5)"), result="请写明履行职责或者答复的内容", basis_text="请写明法律依据")


def _agreement(act: Mediate | Settle, case: Case) -> Iterator[Refusal]:
    claim = case.claim(act)
    if claim.track and claim.track.purpose is not Purpose.GRIEVANCE:
        yield Refusal("调解、和解适用于申诉求决类事项", cite("33"))
    yield from _unanswered(claim)
    yield from blank(act, cite("33"), other_party="请写明对方当事人")


@judges(Mediate)
def mediate(act: Mediate, case: Case) -> Iterator[Refusal]:
    """调解: both sides consent."""
    yield from _agreement(act, case)
    if not act.petitioner_consents:
        yield Refusal("调解须经信访人同意", cite("33"), "petitioner_consents")
    if not act.other_party_consents:
        yield Refusal("调解须经对方当事人同意", cite("33"), "other_party_consents")
    if act.agreed:
        yield from blank(act, cite("33"), agreement="达成一致的应当制作调解协议书")


@judges(Settle)
def settle(act: Settle, case: Case) -> Iterator[Refusal]:
    """和解: of free will, in writing."""
    yield from _agreement(act, case)
    if not act.voluntary:
        yield Refusal("和解应当出于双方自愿", cite("33"), "voluntary")
    yield from blank(act, cite("33"), agreement="应当制作和解协议书")


REMEDY = {
    Track.A: "建议意见类事项应当研究论证并答复",
    Track.B: "检举控告类事项由有权机关依规依纪依法办理和反馈",
    Track.C1: "应当按照法律法规规定的诉讼、检察、公安程序处理",
    Track.C2: "应当导入仲裁程序",
    Track.C3: "应当导入党员申诉、申请复审等程序",
    Track.C4: "应当导入行政复议、行政裁决等行政程序",
    Track.C5: "应当依法履行职责或者答复",
}
"""What is due instead of a handling opinion."""


@judges(HandlingOpinion)
def handling_opinion(act: HandlingOpinion, case: Case) -> Iterator[Refusal]:
    """作出处理意见: only by petition procedure, after notice, hearing and investigation, with all Art. 32 asks for (G08)."""
    claim = case.claim(act)
    if claim.track is None:
        yield Refusal("请先分类；只有不属于其他途径的诉求才出具信访处理意见书", cite("31(6)"))
    elif claim.track is not Track.C6:
        yield Refusal(f"不得出具信访处理意见书：{REMEDY[claim.track]}", cite(claim.track.article))
    yield from _unanswered(claim)
    yield from _notified(act, case, claim)
    # Art. 31(6) has no exception, unlike Art. 23¶2 on notice; but nobody can hear a person who left no trace.
    by_petition = claim.track in {None, Track.C6}
    if by_petition and not claim.heard and case.petition.hearable:
        yield Refusal("应当先听取信访人陈述事实和理由", cite("31(6)"))
    if by_petition and not claim.investigated:
        yield Refusal("应当先调查核实", cite("31(6)"))
    yield from blank(
        act, cite("32.1"), request="应当载明投诉请求", facts="应当载明事实和理由", opinion="应当载明处理意见"
    )
    if act.outcome is not Outcome.EXPLAIN:
        yield from blank(act, cite("32.1"), basis_text="应当载明法律法规依据")


def _supported(claim: Claim) -> Iterator[Refusal]:
    if not claim.opinion or claim.opinion.outcome is not Outcome.SUPPORT:
        yield Refusal("没有支持信访请求的处理意见", cite("32.2"))


@judges(Enforce)
def enforce(act: Enforce, case: Case) -> Iterator[Refusal]:
    """督促执行: of a supported request."""
    yield from _supported(case.claim(act))
    yield from blank(act, cite("32.2"), to="请写明执行机关、单位")
    if act.due and act.due < act.on:
        yield Refusal("执行的期限不能早于督促之日", cite("32.2"), "due")


@judges(ReportExecution)
def report_execution(act: ReportExecution, case: Case) -> Iterator[Refusal]:
    """报告执行情况: of several told to carry it out it says whose."""
    claim = case.claim(act)
    yield from _supported(claim)
    waiting = [order.number for order in claim.opinion.orders if order.open] if claim.opinion else []
    if waiting or act.of is not None:
        yield from which(act.of, waiting, "督促执行", cite("32.2"))
    yield from blank(act, cite("32.2"), report="请写明执行情况")


@judges(SuggestionReply)
def suggestion_reply(act: SuggestionReply, case: Case) -> Iterator[Refusal]:
    """答复建议: suggestions only."""
    claim = case.claim(act)
    if claim.track is not Track.A:
        yield Refusal("只适用于建议意见类事项", cite("29.1"))
    yield from _unanswered(claim)
    yield from blank(act, cite("29.1"), study="请写明研究论证情况")
