"""办理 — hearing, extension, diversion, mediation, opinion and what follows it (Arts. 29–34)."""

from collections.abc import Iterator

from yifa.law import limits
from yifa.law.acts import (
    Close,
    Divert,
    Enforce,
    Extend,
    Fulfil,
    HandlingOpinion,
    HoldHearing,
    Investigate,
    Mediate,
    RecordResult,
    ReportBack,
    ReportExecution,
    Resolve,
    Serve,
    Settle,
    SuggestionReply,
    TakeStatement,
)
from yifa.law.articles import Citation, cite
from yifa.law.claim import Claim, Issued
from yifa.law.duties import SERVICE_BASIS
from yifa.law.fold.handling import unserved
from yifa.law.paths import PATHS, prerequisites
from yifa.law.permits.base import Case, Refusal, answering, blank, chinese, ending, judges
from yifa.law.permits.intake import _path
from yifa.law.terms import Evidence, Method, Outcome, Purpose, RatedBody, Score, Track


def _unanswered(claim: Claim) -> Iterator[Refusal]:
    if claim.over:
        yield Refusal(f"诉求{claim.stage}，不再办理", ending(claim))


def _notified(act: Divert | Fulfil | HandlingOpinion, case: Case, claim: Claim) -> Iterator[Refusal]:
    handling = claim.handling_by(act.by)
    if handling and not handling.notified and case.petition.reachable:
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
    reviewing = any(one and one.to == act.by and not one.decided for one in (claim.review, claim.final))
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
    due = case.last_day(limits.HANDLING, claim, act.on)
    if due is None:
        yield Refusal("尚未受理或者告知，办理期限还没有开始", cite("34"))
    elif act.on > due.day and not due.provisional:
        yield Refusal(f"办理期限已于{chinese(due.day)}届满，不能再延期", cite("34"))
    if claim.past:
        yield Refusal("责令重新处理的按指定期限办理，不适用延期", cite("34"))
    if claim.extensions >= case.readings.on(act.on).extensions:
        yield Refusal("已经延期一次，不能再延", cite("34"))
    if act.days < 1 or claim.extended + act.days > limits.EXTENSION.amount:
        yield Refusal(f"延长期限不得超过{limits.EXTENSION.amount}日", cite("34"), "days")
    yield from blank(act, cite("34"), approved_by="延期须经本机关、单位负责人批准", reason="须告知信访人延期理由")
    if act.approved_by in case.petition.recused:
        yield Refusal(f"{act.approved_by}已回避，不得批准", cite("28.3"), "approved_by")


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


@judges(ReportExecution)
def report_execution(act: ReportExecution, case: Case) -> Iterator[Refusal]:
    """报告执行情况."""
    yield from _supported(case.claim(act))
    yield from blank(act, cite("32.2"), report="请写明执行情况")


@judges(SuggestionReply)
def suggestion_reply(act: SuggestionReply, case: Case) -> Iterator[Refusal]:
    """答复建议: suggestions only."""
    claim = case.claim(act)
    if claim.track is not Track.A:
        yield Refusal("只适用于建议意见类事项", cite("29.1"))
    yield from _unanswered(claim)
    yield from blank(act, cite("29.1"), study="请写明研究论证情况")


@judges(ReportBack)
def report_back(act: ReportBack, case: Case) -> Iterator[Refusal]:
    """报送办结报告: of what was assigned and has been dealt with, by whom it was assigned to, though another did it."""
    assigned = [
        claim for claim in case.targets(act) if any(one.organ == act.by and one.owes_report for one in claim.handlings)
    ]
    if not assigned:
        yield Refusal("没有待反馈的交办事项", cite("22.1(3)"), "by")
    for claim in assigned:
        if not (claim.over or claim.diverted):
            yield Refusal(f"诉求{claim.id}尚未办结，不能报送办结报告", cite("22.1(3)"))
    yield from blank(act, cite("22.1(3)"), report="请写明办理结果")


def _service(act: Serve, found: list[Issued]) -> Citation:
    """Why the paper must reach the petitioner; where none is meant, why a written answer must."""
    return SERVICE_BASIS.get(found[0].paper if found else act.paper, cite("35"))


@judges(Serve)
def serve(act: Serve, case: Case) -> Iterator[Refusal]:
    """送达: what was issued, by who issued it or on its behalf, with proof; electronically only with consent."""
    found = unserved(case.petition, act.paper, act.claim, act.by)
    makers = {one.by for one in found}
    why = _service(act, found)
    if not found:
        yield Refusal("没有这样一份待送达的文书", why)
    elif len(makers) > 1:
        listed = "、".join(dict.fromkeys(one.paper for one in found))
        yield Refusal(f"有多个机关待送达的文书（{listed}），请指明文书编号和诉求", why, "paper")
    elif act.by not in makers and act.method is not Method.ENTRUSTED:
        maker = case.organs.name(*makers)
        yield Refusal(f"由制作机关{maker}送达；他人代送的请选「委托送达」", why, "by")
    if act.method is Method.ELECTRONIC and not case.petition.electronic:
        yield Refusal("信访人没有同意电子送达，请改用其他方式", why, "method")
    yield from blank(act, why, proof="送达应当有凭证")


SHOWN_BY = {
    Evidence.AGREEMENT: cite("33"),
    Evidence.RATING: cite("21.2"),
    Evidence.PLEDGE: cite("37.1"),
    Evidence.EXECUTED: cite("32.2"),
}
"""The provision under which each evidence of a resolution comes about."""


@judges(Resolve)
def resolve(act: Resolve, case: Case) -> Iterator[Refusal]:
    """认定化解: of an ended claim, by evidence that is on record."""
    claim = case.claim(act)
    if not claim.answered:
        yield Refusal("诉求尚未办结", answering(claim))
    if claim.resolved:
        yield Refusal("已经认定化解", cite("37.1"))
    scores = {case.petition.ratings.get((RatedBody.ORGAN, one)) for one in (claim.id, "")}
    shown = {
        Evidence.AGREEMENT: isinstance(claim.concluded_by, Mediate | Settle),
        Evidence.RATING: bool(scores & {Score.SATISFIED, Score.FAIRLY}),
        Evidence.PLEDGE: bool(act.note.strip()),
        Evidence.EXECUTED: bool(claim.opinion and claim.opinion.executed),
    }
    if not shown[act.evidence]:
        yield Refusal(f"案卷中没有「{act.evidence}」的记录", SHOWN_BY[act.evidence], "evidence")


@judges(Close)
def close(act: Close, case: Case) -> Iterator[Refusal]:
    """办结归档: every claim answered, every paper served, no review pending."""
    for claim in case.petition.claims.values():
        if not (claim.over or claim.diverted):
            yield Refusal(f"诉求{claim.id}尚未答复", answering(claim))
        if claim.under_review and not claim.withdrawn:
            yield Refusal(f"诉求{claim.id}正在复查或者复核", cite("36.1" if claim.final else "35"))
    for issued in (one for one in case.petition.papers if one.waiting):
        yield Refusal(f"文书{issued.paper}尚未送达", SERVICE_BASIS[issued.paper])
