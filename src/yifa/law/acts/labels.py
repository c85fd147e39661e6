"""字段名称 — what each field of an act is called on forms, timelines and papers."""

LABELS = {
    "on": "日期", "by": "行为机关", "officer": "经办人", "channel": "信访形式", "requests": "诉求", "claims": "诉求", "claim": "诉求",
    "received": "收到日期", "level": "登记层级", "names": "姓名（名称）", "address": "住址", "contact": "联系方式",
    "anonymous": "匿名", "people": "人数", "representatives": "代表", "facts": "事实", "reasons": "理由",
    "place": "问题属地", "urgent": "重大紧急", "electronic": "同意电子送达", "earlier": "此前的信访事项",
    "origin": "来源编号", "read_back": "记录已宣读核对", "state": "原系统状态", "same": "同一事项的理由", "text": "内容", "track": "类别",
    "path": "途径", "category": "内容分类", "reason": "理由", "accused": "被检举控告人", "statement": "陈述",
    "to": "对象", "joint": "共同涉及", "summary": "摘要", "due": "期限", "recipient": "收件人", "envelope": "密封件编号",
    "explanation": "释法情况", "proposal": "建议", "measures": "已采取措施", "gist": "情况", "grave": "重大情况",
    "suggested": "建议的有权机关", "organ": "机关", "finding": "核实情况", "competent": "受理机关", "mode": "方式",
    "successor": "承继机关", "kind": "种类", "procedure": "处理途径和程序", "handled_by": "正在办理的机关",
    "comparison": "事实和理由的对照", "person": "回避人", "relation": "利害关系", "decided_by": "决定人",
    "replaced_by": "接替人", "findings": "查明的事实和证据", "days": "日数", "conclusion": "结论",
    "approved_by": "批准人", "body": "主管机关", "last_day": "申请期限末日", "after": "已经过的前置程序",
    "result": "结果", "case_number": "案号", "basis_text": "法律法规依据", "petitioner_consents": "信访人同意",
    "other_party": "对方当事人", "other_party_consents": "对方同意", "agreed": "达成协议", "agreement": "协议内容",
    "voluntary": "自愿", "outcome": "结论", "request": "投诉请求", "opinion": "意见", "done": "已执行", "report": "报告",
    "adoption": "采纳情况", "study": "研究论证情况", "method": "送达方式", "proof": "送达凭证", "paper": "文书",
    "receiver": "签收人", "evidence": "化解依据", "note": "说明", "grounds": "理由", "redo_by": "重新处理期限",
    "anonymised": "已隐去个人信息", "ground": "事由", "advice": "改进建议", "answer": "反馈内容", "official": "包案领导",
    "post": "职务", "duty": "责任", "consent": "信访人同意", "of": "所评价、答复的对象", "score": "满意度",
    "document": "终结文书", "target": "被更正的行为", "right": "正确的行为", "about": "被投诉机关",
    "who": "参加人", "capacity": "参加身份", "credential": "证明材料", "order": "改正要求",
}  # fmt: skip
"""One name for each field, whichever act it stands in."""
