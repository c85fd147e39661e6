"""行为说明 — what each act means, and what its fields ask for, in the words of a form."""

from yifa.law.acts import Act
from yifa.law.acts.labels import LABELS

MEANING = {
    "Register": "收到信访事项，当日登记。无论何种形式、是否署名、是否越级，都先登记，再谈其他。",
    "CarryOver": "从原系统导入、在那里已经办结的，照录原系统的状态；本系统不补编时限。",
    "Attach": "同一信访人就同一事实和请求再次提出的，挂到本件上作为重复来件；不另起时限，已在办的继续办。",
    "Supplement": "信访人在办理期间补充事实、理由或者材料。",
    "Split": "一件里还有别的请求的，拆出来单独分类、单独计时。",
    "Classify": "确定这项诉求属于哪一类、走哪条法定途径。以后再改要说明理由，已经用掉的期限不退还。",
    "Withdraw": "信访人自己撤回请求。时限终止，记录保留；不得劝说、变相要求撤回。",
    "Transfer": "转给有权处理的机关、单位办理。对方自收到之日起十五日内书面告知信访人。",
    "Assign": "转出并要求在指定日期前报告办理结果。",
    "TransferToJustice": "涉法涉诉的来信转同级政法部门，由其依法处理。",
    "TransferSealed": "检举控告材料密封转有管理权限的纪检监察机关，写明收件人，不经被检举控告的一方。",
    "Guide": "对涉法涉诉的来访人说明法律规定，引导其向政法部门提出。来访的，这一步即完成十五日内的分流。",
    "ReportUrgent": "重大、紧急的信访事项，立即报告本级党委和政府，并附建议。",
    "InformPersonnel": "反映干部问题的检举控告，按干部管理权限向组织（人事）部门通报；重大情况一并报告负责同志。",
    "SignFor": "收到转送、交办的事项，当日签收。签收之日起计算本机关的期限。",
    "Object": "不属于本机关职权的，自收到之日起五个工作日内向转送、交办机关提出，详细说明理由；对方同意前照常计时。",
    "AgreeReturn": "核实后认为异议成立，同意退回，材料回到本机关另行转送。",
    "RefuseReturn": "核实后认为异议不成立，对方应当办理。",
    "SettleAcceptance": "涉及两个以上机关时确定由谁受理：协商，协商不成由共同上一级决定，没有共同上一级的由联席会议协调。",
    "Succeed": "机关分立、合并、撤销后，由继续行使其职权的机关接着办，期限接着算。",
    "Notify": "书面告知信访人：已收到、按什么途径和程序办；或者已转下级；或者应向哪个机关提出。",
    "Accept": "受理这项诉求。按信访程序办理的，六十日从受理之日起算。",
    "Decline": "下级机关正在法定期限内办理同一事项的，上级不重复受理，告知信访人由谁办、何时有结果。由负责人决定。",
    "Bar": "复核意见送达后，仍以同一事实和理由提出的，不再受理；须把前后的事实理由对照写清。由负责人决定。",
    "Recuse": "与事项或者信访人有直接利害关系的人员退出办理，由他人接替。由负责人决定。",
    "TakeStatement": "听取信访人陈述事实和理由。没有听取，不能作出处理意见。",
    "Investigate": "记录查明的事实和所依据的证据。",
    "HoldHearing": "重大、复杂、疑难的事项举行听证。复核中的听证时间不计入三十日。",
    "Extend": "情况复杂的，经本机关负责人批准延长，最多三十日，并告知信访人理由；须在期限届满前批准。",
    "Divert": "这项诉求应当走别的法定途径：告知走哪条途径、找谁、信访人自己最迟哪天要提出。",
    "RecordResult": "把法定途径的处理结果记回本件，形成闭环。",
    "Fulfil": "属于申请查处违法行为、履行保护职责的，依法履行职责或者答复；不出具信访处理意见书。",
    "Mediate": "经双方同意，在法律和裁量权范围内调解；达成一致的制作调解协议书。",
    "Settle": "双方自愿和解，制作和解协议书。",
    "HandlingOpinion": "按信访程序办结，出具处理意见书：投诉请求、事实和理由、处理意见、依据。出具后还要送达。",
    "Enforce": "支持请求的，督促有关机关、单位执行。",
    "ReportExecution": "报告支持的请求执行到什么程度。",
    "SuggestionReply": "对建议意见研究论证后，答复是否采纳和理由。",
    "ReportBack": "交办的事项办结后，向交办机关报送办理结果。",
    "Serve": "文书送到信访人手中。请求复查、复核的三十日从这一天起算，须有凭证。",
    "Resolve": "凭在卷的协议、评价、承诺或者执行记录，认定已经化解。",
    "Close": "每项诉求都已答复、每份文书都已送达，归档。",
    "RequestReview": "信访人对处理意见不服，自收到之日起三十日内向上一级机关请求复查。",
    "ReviewOpinion": "自收到复查请求之日起三十日内，作出书面复查意见。",
    "RequestFinalReview": "信访人对复查意见不服，自收到之日起三十日内向复查机关的上一级请求复核。",
    "FinalReviewOpinion": "自收到复核请求之日起三十日内作出复核意见（听证时间不计），这是信访程序的终局。",
    "PublishFinalReview": "经过听证的复核意见，隐去个人信息后公示。",
    "Supervise": "机关违反规定受理、办理的，指出问题、提出改进建议，要求反馈。督办的是机关，不是信访人。",
    "AnswerSupervision": "被督办机关反馈整改情况。",
    "Recommend": "向有关机关提出改进工作、完善政策、追究责任的建议。",
    "AnswerRecommendation": "书面反馈建议的采纳情况。",
    "TakeConferenceMeasure": "联席会议对履职不力、存在严重问题的机关采取约谈、通报、挂牌督办、责令整改。",
    "AppointLead": "确定一名领导对本件负责：职务、责任、时限。信访人看得到。",
    "OfferHelp": "信访人确有困难的，经其同意，告知或者帮助申请社会救助、司法救助、法律援助。",
    "Rate": "信访人分别评价信访部门和有权处理机关，各一次。",
    "FollowUp": "办结后回访，了解实际情况是否与答复一致。",
    "Terminate": "涉法涉诉事项由政法部门按其规定依法终结。",
    "Correct": "在案的一项行为记错了：写出正确的，或者撤销。错的那一条留在记录里。更正后全案重新计算。",
}
"""Every act in a sentence or two: beside its form."""

_LABELS = {
    "Transfer.to": "转往机关",
    "Assign.to": "交办机关",
    "Assign.due": "报告结果的期限",
    "TransferToJustice.to": "政法部门",
    "TransferSealed.to": "纪检监察机关",
    "Guide.to": "引导至哪个机关",
    "ReportUrgent.to": "报告对象",
    "InformPersonnel.to": "组织（人事）部门",
    "AgreeReturn.organ": "提出异议的机关",
    "RefuseReturn.organ": "提出异议的机关",
    "Succeed.organ": "原承办机关",
    "Notify.kind": "告知什么",
    "Notify.to": "去向机关",
    "Enforce.to": "执行机关、单位",
    "Enforce.due": "执行期限",
    "OfferHelp.to": "向哪里申请",
    "RequestReview.to": "复查机关",
    "RequestFinalReview.to": "复核机关",
    "RequestReview.grounds": "不服的理由",
    "RequestFinalReview.grounds": "不服的理由",
    "Supervise.to": "被督办机关",
    "Supervise.facts": "督办事由的事实",
    "Supervise.due": "反馈期限",
    "Recommend.to": "建议对象",
    "Recommend.kind": "建议种类",
    "Recommend.text": "建议内容",
    "AnswerRecommendation.kind": "反馈哪一类建议",
    "TakeConferenceMeasure.kind": "措施",
    "TakeConferenceMeasure.to": "对哪个机关",
    "TakeConferenceMeasure.due": "整改期限",
    "AppointLead.level": "包案层级",
    "AppointLead.due": "化解时限",
    "OfferHelp.kind": "救助种类",
    "FollowUp.note": "回访情况",
    "Serve.receiver": "签收人",
    "HoldHearing.days": "听证用时（日）",
    "Extend.days": "延长日数",
    "Mediate.agreed": "达成一致",
    "Supplement.text": "补充的内容",
    "PublishFinalReview.text": "公示内容",
    "Attach.text": "来件内容",
    "Request.text": "请求内容",
    "Rate.of": "评价谁",
}
"""Where the field's common name is too general for one act."""

HINTS = {
    "on": "这件事实际发生的日期；不能晚于今天，也不能早于在案的上一行为。",
    "received": "收到的那一天，期限从这一天起算；不填即登记之日。",
    "claims": "不选即全部。",
    "names": "每行一人；不愿署名的留空，照样登记。",
    "representatives": "每行一人，最多五人；其余的人仍计入人数。",
    "about": "每行一个机关。",
    "accused": "每行一个单位或者人；填写后材料密封，对方及其下级看不到。",
    "path": "只有导入法定途径的才选；按类别分组。",
    "category": "国家信访内容分类，如“民政_救助”。",
    "basis_text": "写到条款，如“《社会救助暂行办法》第九条”。",
    "envelope": "封口编号，便于核对是否拆封。",
    "recipient": "写到人；收件人在本系统有账号的，本件随即对其开放。",
    "suggested": "认为应当由谁办理。",
    "after": "途径有前置程序的，写明已经过的程序。",
    "last_day": "信访人自己最迟在哪一天提出；途径没有期限的留空。",
    "joint": "涉及两个以上机关、同时转送的勾选。",
    "grave": "重大情况同时报告党委主要负责同志。",
    "proof": "如“送达回证”“邮政回执×××”。",
    "anonymised": "姓名、住址等个人信息都已隐去。",
    "consent": "未经同意不得代为申请。",
    "redo_by": "责令重新处理的，指定期限。",
    "procedure": "如“按信访程序办理，自受理之日起六十日内办结”。",
    "comparison": "逐项对照：上次的事实和理由、这次的事实和理由；有新的就不能不再受理。",
    "same": "写明为何是同一信访人、同一事实和请求。",
    "person": "本机关办理本件的人员。",
    "approved_by": "本机关负责人；送审的，以实际批准的人为准。",
    "electronic": "同意的，可以电子送达。",
    "urgent": "勾选后须立即报告。",
    "place": "问题发生在哪个乡镇、街道。",
    "contact": "只用于联系办理。",
    "Assign.due": "由交办机关指定。",
    "OfferHelp.to": "机关、机构名称。",
    "Enforce.to": "名录中的选名称；不在名录的照写。",
    "Notify.to": "已转下级的，填转往的机关；请其另找的，填有权处理的机关。自己办理的留空。",
    "Serve.paper": "不选即本机关尚未送达的全部文书。",
    "Classify.reason": "改变原来的类别或者途径的，必须写明。",
    "Extend.days": "1至30日，只能延长一次。",
    "HoldHearing.days": "复核中按此扣除。",
    "Classify.accused": "属检举控告的，每行一个单位或者人；填写后材料密封，对方及其下级看不到。",
}
"""By field, or by act and field where it differs."""

LONG = frozenset(
    {
        "statement", "findings", "conclusion", "reason", "facts", "reasons", "opinion", "request", "basis_text", "text",
        "agreement", "proposal", "measures", "explanation", "finding", "procedure", "comparison", "relation", "result",
        "study", "report", "note", "grounds", "advice", "answer", "duty", "summary", "gist", "state", "same",
    }
)  # fmt: skip
"""Texts that run over lines."""


def meaning(kind: type[Act]) -> str:
    """What the act means."""
    return MEANING[kind.__name__]


def label(kind: type[object], field: str) -> str:
    """What the field is called on the form of this act."""
    return _LABELS.get(f"{kind.__name__}.{field}") or LABELS[field]


def hint(kind: type[object], field: str) -> str:
    """What the field asks for; empty where its name says it."""
    return HINTS.get(f"{kind.__name__}.{field}", HINTS.get(field, ""))
