"""分流 — when a claim may be sent, objected to, returned, settled between organs (Arts. 22–25, 30)."""

from collections.abc import Iterator

from yifa.law import limits
from yifa.law.acts import (
    AgreeReturn,
    Assign,
    Guide,
    InformPersonnel,
    Object,
    RefuseReturn,
    ReportUrgent,
    SettleAcceptance,
    SignFor,
    Succeed,
    Transfer,
    TransferSealed,
    TransferToJustice,
)
from yifa.law.articles import Citation, cite
from yifa.law.claim import Claim
from yifa.law.fold.dispatch import sendable
from yifa.law.fold.succession import borne_in
from yifa.law.permits.base import Case, Refusal, blank, chinese, ending, holders, judges, known, not_accused
from yifa.law.terms import Channel, OrganKind, SettleMode, Track


def _passing(act: Transfer | Assign, case: Case) -> Citation:
    """Who passes on to whom: a petition office to who has authority, an organ to those under it."""
    return cite("22.1") if case.petition.is_office(act.by) else cite("23.1")


def _send(act: Transfer | Assign, case: Case) -> Iterator[Refusal]:
    """转送、交办: to an organ with authority that is not accused; one handling of a claim at a time."""
    claims = sendable(case.petition, act.claims, act.by, joint=act.joint)
    yield from known(case, act.to, _passing(act, case))
    yield from not_accused(case, act.to, claims)
    if act.to == act.by:
        yield Refusal("不能转送给本机关", _passing(act, case), "to")
    if not claims and case.petition.is_office(act.by):
        yield Refusal("没有待转送、交办的诉求", cite("22.1"), "" if act.by in holders(case.petition) else "by")
        claims = [claim for claim in case.targets(act) if claim.handling and not claim.over]
    elif not claims:
        yield Refusal("不持有该诉求，不能转送、交办", cite("23.1"), "by")
    for claim in claims:
        yield from _may_send(act, case, claim)
        if claim.track is Track.B and case.organs.kind(act.to) is OrganKind.DISCIPLINE:
            yield Refusal("检举控告材料转纪检监察机关应当密封转送，请用「密封转纪检监察」", cite("22.2"), "to")


def _may_send(act: Transfer | Assign, case: Case, claim: Claim) -> Iterator[Refusal]:
    if claim.over:
        yield Refusal(f"诉求{claim.id}{claim.stage}，不再转送、交办", ending(claim))
        return
    if claim.handling_by(act.to) and act.to != act.by:
        yield Refusal(f"诉求{claim.id}已由{case.organs.name(act.to)}办理", cite("24.1"), "to")
        return
    current = claim.handling if claim.handling and not claim.handling.passed_on else None
    if claim.handling_by(act.by):
        if act.to in case.organs and not case.organs.is_superior(act.by, act.to):
            yield Refusal("承办机关只能转送、交办本系统下级；不属于本机关职权的应当提出异议", cite("23.1"), "to")
        elif current and current.organ != act.by and not act.joint:
            yield Refusal(f"诉求{claim.id}已转{case.organs.name(current.organ)}办理", cite("24.1"), "joint")
    elif not case.petition.is_office(act.by):
        yield Refusal("不持有该诉求，不能转送、交办", cite("23.1"), "by")
    elif current and not act.joint:
        yield Refusal(
            f"诉求{claim.id}已由{case.organs.name(current.organ)}办理；涉及两个以上机关的请注明「共同涉及」",
            cite("24.1"),
            "joint",
        )
    elif not current and not claim.waits_at(act.by):
        yield Refusal(f"诉求{claim.id}不在本机关待转送", cite("22.1"), "by")


@judges(Transfer)
def transfer(act: Transfer, case: Case) -> Iterator[Refusal]:
    """转送."""
    yield from _send(act, case)


@judges(Assign)
def assign(act: Assign, case: Case) -> Iterator[Refusal]:
    """交办: with its own day."""
    yield from _send(act, case)
    if act.due < act.on:
        yield Refusal("办理期限不能早于交办之日", cite("22.1(3)"), "due")
    if case.petition.is_office(act.to):
        yield Refusal("交办的对象是有权处理的机关、单位", cite("22.1(3)"), "to")


def _refer(
    act: TransferToJustice | TransferSealed | Guide, case: Case, kind: OrganKind, track: Track
) -> Iterator[Refusal]:
    claims = sendable(case.petition, act.claims, act.by)
    yield from known(case, act.to, cite("22.2"))
    yield from not_accused(case, act.to, claims)
    if act.to in case.organs and case.organs.kind(act.to) is not kind:
        yield Refusal(f"应当是{kind}", cite("22.2"), "to")
    if not claims:
        yield Refusal("没有待分流的诉求", cite("22.2"), "" if act.by in holders(case.petition) else "by")
    for claim in claims:
        if claim.track is not track:
            yield Refusal(f"诉求{claim.id}未分类为「{track.term}」，请先分类", cite("22.2"))
        through = any(one.office == act.by for one in claim.dispatches)
        if claim.over or not (claim.open_dispatch or claim.waits_at(act.by) or through):
            yield Refusal(f"诉求{claim.id}不在待分流状态", ending(claim) if claim.over else cite("22.2"))
        elif not (claim.waits_at(act.by) or through):
            yield Refusal(f"诉求{claim.id}不在本机关待分流", cite("22.2"), "by")


@judges(TransferToJustice)
def transfer_to_justice(act: TransferToJustice, case: Case) -> Iterator[Refusal]:
    """转政法部门: letters (and other written receipts) about litigation; to the same level."""
    yield from _refer(act, case, OrganKind.JUSTICE, Track.C1)
    if all(receipt.channel is Channel.VISIT for receipt in case.petition.receipts):
        yield Refusal("走访反映涉诉问题的，应当释法明理、引导其向政法部门反映，请用「释法引导」", cite("22.2"))
    office, organ = case.organs.get(act.by), case.organs.get(act.to)
    if office and organ and office.level is not organ.level:
        yield Refusal("涉法涉诉信件转送同级政法部门", cite("22.2"), "to")


@judges(TransferSealed)
def transfer_sealed(act: TransferSealed, case: Case) -> Iterator[Refusal]:
    """密封转纪检监察: to a named person who is not accused."""
    yield from _refer(act, case, OrganKind.DISCIPLINE, Track.B)
    yield from blank(act, cite("30.3"), recipient="密封材料应当写明收件人", envelope="请填写密封件编号")
    if act.recipient in case.petition.accused:
        yield Refusal("收件人是被检举控告人", cite("30.3"), "recipient")


@judges(Guide)
def guide(act: Guide, case: Case) -> Iterator[Refusal]:
    """释法引导: visitors only."""
    yield from _refer(act, case, OrganKind.JUSTICE, Track.C1)
    yield from blank(act, cite("22.2"), explanation="请写明如何释法、应向哪个机关按什么程序提出")
    if all(receipt.channel is not Channel.VISIT for receipt in case.petition.receipts):
        yield Refusal("释法引导适用于走访；涉法涉诉信件应当转送同级政法部门", cite("22.2"))


TOLD_OF_URGENT = {
    OrganKind.COMMITTEE,
    OrganKind.GOVERNMENT,
    OrganKind.PETITION_OFFICE,
    OrganKind.JOINT_CONFERENCE,
    OrganKind.DEPARTMENT,
}
"""Whom Art. 25 names: each report and each telling is a duty of its own, done in whichever order."""


@judges(ReportUrgent)
def report_urgent(act: ReportUrgent, case: Case) -> Iterator[Refusal]:
    """重大紧急报告: to whom Art. 25 names, with a proposal."""
    yield from blank(act, cite("22.1(1)"), proposal="应当提出建议")
    claims = case.targets(act)
    for code in act.to:
        yield from known(case, code, cite("25.1"))
        yield from not_accused(case, code, claims)
    if not any(case.organs.kind(code) in TOLD_OF_URGENT for code in act.to):
        yield Refusal(
            "应当报告本级党委和政府，通报主管部门和联席会议；信访部门还应当报告上一级信访部门和国家信访局",
            cite("25.1"),
            "to",
        )


@judges(InformPersonnel)
def inform_personnel(act: InformPersonnel, case: Case) -> Iterator[Refusal]:
    """通报组织人事部门: accusations about officials."""
    claims = [claim for claim in case.targets(act) if claim.track is Track.B]
    yield from known(case, act.to, cite("30.2"))
    yield from not_accused(case, act.to, claims)
    yield from blank(act, cite("30.2"), gist="请写明通报的情况")
    if not claims:
        yield Refusal("只通报反映干部问题的检举控告", cite("30.2"))
    if act.to in case.organs and case.organs.kind(act.to) is not OrganKind.PERSONNEL:
        yield Refusal("应当向组织（人事）部门通报", cite("30.2"), "to")


@judges(SignFor)
def sign_for(act: SignFor, case: Case) -> Iterator[Refusal]:
    """签收: once, of what was sent, before the days counted from its sending are over: signing late makes nothing good."""
    for claim in case.petition.live(act.claims):
        handling = claim.handling_by(act.by)
        due = case.counted(limits.NOTICE, handling.received) if handling else None
        if due and act.on > due.day and not due.provisional:
            yield Refusal(f"自转送、交办之日起计算的期限已于{chinese(due.day)}届满，不因签收重新起算", cite("23.3"))
        if handling and (handling.signed or handling.notified or handling.back or not handling.sender):
            yield Refusal(f"诉求{claim.id}无须签收或者已经签收", cite("23.3"))


@judges(Object)
def object_(act: Object, case: Case) -> Iterator[Refusal]:
    """提出异议: within five working days of receipt, before any notice, once, with reasons."""
    yield from blank(act, cite("23.3"), reason="异议应当详细说明理由")
    for claim in case.petition.live(act.claims):
        handling = claim.handling_by(act.by)
        if not handling:
            continue
        if not handling.sender:
            yield Refusal("直接收到的事项不用异议；应当告知信访人向有权处理的机关提出", cite("23.1"))
            continue
        if handling.back:
            yield Refusal("转下级后退回的，异议期间不重新起算", cite("23.3"))
        if handling.notified:
            yield Refusal("已经书面告知接收情况，不能再提异议", cite("23.3"))
        if handling.objected:
            yield Refusal("已经提出过异议；未获同意的应当办理", cite("23.3"))
        due = case.counted(limits.OBJECTION, handling.received)
        if act.on > due.day and not due.provisional:
            yield Refusal(
                f"异议应当自收到之日起5个工作日内提出，已于{chinese(due.day)}届满；应当办理并书面告知", cite("23.3")
            )


def _verify(act: AgreeReturn | RefuseReturn, case: Case) -> Iterator[Refusal]:
    yield from blank(act, cite("23.3"), finding="请写明核实情况")
    pending = [
        one for claim in case.petition.live(act.claims) for one in claim.handlings if one.objecting and not one.ended
    ]
    if not pending:
        yield Refusal("没有待核实的异议", cite("23.3"))
    elif all(one.sender != act.by for one in pending):
        yield Refusal("异议由转送、交办的机关核实", cite("23.3"), "by")
    elif all((one.sender, one.organ) != (act.by, act.organ) for one in pending):
        yield Refusal("该机关没有待核实的异议", cite("23.3"), "organ")


@judges(AgreeReturn)
def agree_return(act: AgreeReturn, case: Case) -> Iterator[Refusal]:
    """同意退回: by the sender, after verifying."""
    yield from _verify(act, case)


@judges(RefuseReturn)
def refuse_return(act: RefuseReturn, case: Case) -> Iterator[Refusal]:
    """不同意退回."""
    yield from _verify(act, case)


@judges(SettleAcceptance)
def settle_acceptance(act: SettleAcceptance, case: Case) -> Iterator[Refusal]:
    """确定受理机关: agreed among the organs; else their common superior; else, without one, the joint conference."""
    claim = case.claim(act)
    yield from known(case, act.competent, cite("24.1"), "competent")
    yield from not_accused(case, act.competent, [claim], "competent")
    yield from blank(act, cite("24.1"), reason="请写明理由")
    involved = {one.organ for one in claim.handlings if one.ended is None} | {act.competent}
    if involved == {act.competent}:
        yield Refusal("只涉及一个机关，无须确定受理机关", cite("24.1"), "competent")
    if claim.over:
        yield Refusal(f"诉求{claim.id}{claim.stage}", ending(claim))
    directly_above = [set(organ.superiors) for code in involved if (organ := case.organs.get(code))]
    common = set.intersection(*directly_above) if directly_above else set()
    if act.mode is SettleMode.AGREED and act.by not in involved:
        yield Refusal("协商受理由所涉及的机关作出", cite("24.1"), "by")
    elif act.mode is SettleMode.SUPERIOR and act.by not in common:
        yield Refusal("受理有争议的，由其共同的上一级机关决定", cite("24.1"), "by")
    elif act.mode is SettleMode.CONFERENCE:
        if case.organs.kind(act.by) is not OrganKind.JOINT_CONFERENCE:
            yield Refusal("由共同的信访工作联席会议协调处理", cite("24.1"), "by")
        if common:
            yield Refusal("有共同的上一级机关的，由其决定，不由联席会议协调", cite("24.1"), "mode")


@judges(Succeed)
def succeed(act: Succeed, case: Case) -> Iterator[Refusal]:
    """承继受理: by the successor itself, or where that is unclear by the committee, the government or whom they name."""
    yield from known(case, act.successor, cite("24.2"), "successor")
    yield from not_accused(case, act.successor, case.targets(act), "successor")
    yield from blank(act, cite("24.2"), reason="请写明机关分立、合并、撤销的依据")
    waits = any(one.office == act.organ and not one.done for claim in case.targets(act) for one in claim.dispatches)
    if waits and act.successor in case.organs and not case.petition.is_office(act.successor):
        yield Refusal("信访部门尚未分流的事项由承继的信访部门办理", cite("24.2"), "successor")
    if act.organ == act.successor:
        yield Refusal("承继机关不能是原机关自己", cite("24.2"), "successor")
    held = {getattr(borne, name) for borne, name in borne_in(case.petition, act.claims)}
    held |= {one.sender for claim in case.targets(act) for one in claim.handlings if not one.ended}
    if act.organ not in held and act.organ != case.petition.registrar:
        yield Refusal("该机关没有正在办理的诉求", cite("24.2"), "organ")
    if act.by != act.successor and case.organs.kind(act.by) not in {OrganKind.COMMITTEE, OrganKind.GOVERNMENT}:
        yield Refusal("由继续行使其职权的机关受理；职责不清的由本级党委、政府或者其指定的机关决定", cite("24.2"), "by")
