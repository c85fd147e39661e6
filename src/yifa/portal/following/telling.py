"""告诉什么 — for every act, whether the petitioner is told of it, in which words, and why.

The petitioner's own words and what is addressed to the petitioner are told in full. Of what organs do among
themselves it is told where the matter went and who has it, no more; findings and opinions are read in the papers
that are served. On an accusation (Art. 30) only what is addressed to the petitioner has its text told.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yifa.law import acts
from yifa.law.acts import Act
from yifa.law.notices import PAPERS
from yifa.law.terms import HelpKind, NoticeKind, RatedBody
from yifa.pages.templatetags.zh import day

Named = Callable[[str], str]
"""The name of an organ by its code."""


@dataclass(frozen=True, slots=True)
class Telling:
    """告诉 — `says` it in a sentence, with these fields of the act beneath; without `says` it is not told, for `why`.

    `full`: those fields are told even of an accusation, being the petitioner's own words or meant for the petitioner.
    """

    why: str
    says: Callable[[Any, Named], str] | None = None
    fields: tuple[str, ...] = ()
    full: bool = False


OWN = "信访人自己的行为"
MEANT = "依条例应当告知信访人"
WHERE = "信访人有权知道事情到了哪里、由谁办（第二十三条第一款）"
STEP = "办理步骤关系到信访人的期限和权利"
WITHIN = "机关内部、机关之间的监督，不是对信访人的告知"


def _notify(act: acts.Notify, name: Named) -> str:
    return {
        NoticeKind.OWN: f"{name(act.by)}书面告知您：已经收到，由它处理。",
        NoticeKind.PASSED: f"{name(act.by)}书面告知您：已经转给{name(act.to)}。",
        NoticeKind.ELSEWHERE: f"{name(act.by)}书面告知您：这件事请向{name(act.to)}提出。",
    }[act.kind]


def _mediate(act: acts.Mediate, name: Named) -> str:
    result = "达成协议" if act.agreed else "没有达成协议，继续办理"
    return f"{name(act.by)}经双方同意进行调解，{result}。"


def _serve(act: acts.Serve, name: Named) -> str:
    paper = f"《{PAPERS[act.paper].term}》" if act.paper in PAPERS else "文书"
    return f"{name(act.by)}把{paper}送达给您（{act.method}）。"


def _help(act: acts.OfferHelp, name: Named) -> str:
    of_justice = "由政法部门按规定给予" if act.kind is HelpKind.JUDICIAL else "可以依法申请"
    return f"{name(act.by)}经您同意，告知或者帮助您向{name(act.to)}申请{act.kind}（{of_justice}）。"


def _rate(act: acts.Rate, _name: Named) -> str:
    of = "信访部门" if act.of is RatedBody.OFFICE else "办理机关"
    return f"您对{of}的评价：{act.score}。"


TOLD: dict[type[Act], Telling] = {
    # 收件
    acts.Register: Telling(MEANT, lambda a, of: f"{of(a.by)}收到您的{a.channel}，已经登记。"),
    acts.CarryOver: Telling(MEANT, lambda a, of: f"{of(a.by)}从原来的信访系统移入本件。", ("state",)),
    acts.Attach: Telling(OWN, lambda a, of: f"您又以{a.channel}提出同一件事，{of(a.by)}已并入本件一起办理。"),
    acts.Supplement: Telling(OWN, lambda _a, _of: "您补充了材料或者说明。", ("text",), full=True),
    acts.Split: Telling(STEP, lambda a, of: f"{of(a.by)}把您反映的内容分成几项，分别办理。"),
    acts.Classify: Telling(STEP, lambda a, of: f"{of(a.by)}确定办理途径：{a.track.term}。"),
    acts.Withdraw: Telling(OWN, lambda _a, _of: "您撤回了请求。", ("statement",), full=True),
    acts.Reopen: Telling(OWN, lambda _a, _of: "您要求恢复办理撤回的请求，接着办。", ("statement",), full=True),
    # What was found out stands in the file; the note tells from whom, and is the officer's.
    acts.Reach: Telling(STEP, lambda a, of: f"{of(a.by)}把登记以后知道的情况补记到登记上。"),
    acts.StandIn: Telling(MEANT, lambda a, of: f"{of(a.by)}记录：由{a.capacity}{a.who}继续参加本件。"),
    # 分流
    acts.Transfer: Telling(WHERE, lambda a, of: f"{of(a.by)}转送{of(a.to)}。"),
    acts.Assign: Telling(WHERE, lambda a, of: f"{of(a.by)}交{of(a.to)}办理，要求{day(a.due)}前报告结果。"),
    acts.TransferToJustice: Telling(WHERE, lambda a, of: f"{of(a.by)}转{of(a.to)}依法处理。"),
    # Neither who opens it nor the number of the envelope.
    acts.TransferSealed: Telling(WHERE, lambda a, of: f"{of(a.by)}密封转{of(a.to)}依规依纪依法处理。"),
    acts.Guide: Telling(
        MEANT, lambda a, of: f"{of(a.by)}向您说明有关法律，引导您向{of(a.to)}反映。", ("explanation",), full=True
    ),
    acts.ReportUrgent: Telling("内部报告，含处置建议；不影响信访人的权利和期限"),
    acts.InformPersonnel: Telling("按干部管理权限的内部通报（第三十条第二款），涉及被反映的人"),
    acts.SignFor: Telling(WHERE, lambda a, of: f"{of(a.by)}签收。"),
    # That it is contested, not the organs' arguments.
    acts.Object: Telling(WHERE, lambda a, of: f"{of(a.by)}认为不归它管，提出异议，等待核实。"),
    acts.AgreeReturn: Telling(WHERE, lambda a, of: f"{of(a.by)}核实后同意{of(a.organ)}退回，将另转有权处理的机关。"),
    acts.RefuseReturn: Telling(WHERE, lambda a, of: f"{of(a.by)}核实后不同意退回，仍由{of(a.organ)}办理。"),
    acts.SettleAcceptance: Telling(WHERE, lambda a, of: f"涉及几个机关，已确定由{of(a.competent)}受理（{a.mode}）。"),
    acts.Succeed: Telling(WHERE, lambda a, of: f"{of(a.organ)}的职责由{of(a.successor)}承接，继续办理，期限接着算。"),
    # 告知与受理
    acts.Notify: Telling(MEANT, _notify, ("procedure",), full=True),
    acts.Accept: Telling(STEP, lambda a, of: f"{of(a.by)}受理。"),
    acts.Decline: Telling(MEANT, lambda a, of: f"{of(a.by)}不再重复受理这次来件：同一件事{of(a.handled_by)}正在办理。"),
    acts.Bar: Telling(
        MEANT, lambda a, of: f"{of(a.by)}不再受理这次来件：同一事实和理由已有复核意见。", ("comparison",), full=True
    ),
    # That somebody stood aside, not who, nor the tie between them.
    acts.Recuse: Telling(STEP, lambda a, of: f"{of(a.by)}有工作人员与本件有直接利害关系，已经回避。"),
    # 办理
    acts.TakeStatement: Telling(OWN, lambda a, of: f"{of(a.by)}听取了您陈述的事实和理由。", ("statement",), full=True),
    # What was found stands in the paper; evidence of others stays in the file.
    acts.Investigate: Telling(STEP, lambda a, of: f"{of(a.by)}进行了调查核实。"),
    acts.HoldHearing: Telling(STEP, lambda a, of: f"{of(a.by)}举行了听证。", ("conclusion",)),
    acts.Extend: Telling(
        MEANT, lambda a, of: f"情况复杂，经负责人批准，{of(a.by)}延长办理期限{a.days}日。", ("reason",), full=True
    ),
    acts.Divert: Telling(
        MEANT, lambda a, of: f"{of(a.by)}把这件事导入法定途径，主管机关：{of(a.body)}。", ("last_day",), full=True
    ),
    acts.RecordResult: Telling(STEP, lambda a, of: f"{of(a.by)}记录了法定途径的结果。", ("result", "case_number")),
    acts.Fulfil: Telling(STEP, lambda a, of: f"{of(a.by)}依法履行职责，或者作出答复。"),
    acts.Mediate: Telling(OWN, _mediate, ("agreement",), full=True),
    acts.Settle: Telling(OWN, lambda _a, _of: "您和对方自愿和解。", ("agreement",), full=True),
    acts.HandlingOpinion: Telling(STEP, lambda a, of: f"{of(a.by)}作出信访处理意见书。"),
    acts.Enforce: Telling(
        STEP,
        lambda a, of: f"{of(a.by)}{'安排' if a.to == a.by else f'督促{of(a.to)}'}执行支持您请求的意见。",
        ("due",),
    ),
    acts.ReportExecution: Telling(
        STEP, lambda a, of: f"{of(a.by)}报告：支持您请求的意见{'已经' if a.done else '还没有'}执行。"
    ),
    acts.SuggestionReply: Telling(STEP, lambda a, of: f"{of(a.by)}研究论证了您的建议：{a.adoption}。"),
    acts.ReportBack: Telling(STEP, lambda a, of: f"{of(a.by)}向交办的机关报送了办理结果。"),
    acts.Serve: Telling(MEANT, _serve),
    # So that nobody is written down as content without knowing it.
    acts.Resolve: Telling(STEP, lambda a, of: f"{of(a.by)}认定已经化解，依据：{a.evidence}。"),
    acts.Close: Telling(STEP, lambda a, of: f"{of(a.by)}办结归档。"),
    # 复查、复核
    acts.RequestReview: Telling(OWN, lambda a, of: f"您向{of(a.to)}请求复查。", ("grounds",), full=True),
    acts.ReviewOpinion: Telling(STEP, lambda a, of: f"{of(a.by)}作出复查意见。"),
    acts.RequestFinalReview: Telling(OWN, lambda a, of: f"您向{of(a.to)}请求复核。", ("grounds",), full=True),
    acts.FinalReviewOpinion: Telling(STEP, lambda a, of: f"{of(a.by)}作出复核意见。"),
    acts.PublishFinalReview: Telling(STEP, lambda a, of: f"{of(a.by)}隐去个人信息后公示了复核意见。", ("text",)),
    # 监督与帮扶
    acts.Supervise: Telling(WITHIN),
    acts.AnswerSupervision: Telling(WITHIN),
    acts.Recommend: Telling(WITHIN),
    acts.AnswerRecommendation: Telling(WITHIN),
    acts.TakeConferenceMeasure: Telling(WITHIN),
    acts.OrderRemedy: Telling(WITHIN),
    acts.ReportRemedy: Telling(WITHIN),
    acts.AppointLead: Telling(
        "领导包案对信访人公开（第十八条第二款）",
        lambda a, _of: f"确定由{a.post}{a.official}负责本件的化解。",
        ("duty", "due"),
    ),
    acts.OfferHelp: Telling(MEANT, _help),
    acts.Rate: Telling(OWN, _rate, ("reason",), full=True),
    # The officer's note is the officer's.
    acts.FollowUp: Telling(STEP, lambda a, of: f"{of(a.by)}回访了您。"),
    acts.Terminate: Telling(STEP, lambda a, of: f"{of(a.by)}依法终结。", ("document",)),
    acts.Correct: Telling(STEP, lambda a, of: f"{of(a.by)}更正了一条记录。"),
}
"""Every act of the law core, in the order of the law."""
