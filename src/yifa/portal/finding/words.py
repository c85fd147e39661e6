"""问法 — the questions of the interview as a citizen would put them; the law's own words where they are plain enough."""

from yifa.law.interview import Question
from yifa.law.paths import StartDay

SITUATIONS = {
    "decided": "手里有判决书、裁定书、仲裁裁决书、行政复议决定书、调解协议，或者公安机关不予立案的通知",
    "decision": "收到了政府部门的书面决定，比如处罚、征收补偿、工伤认定、停发低保",
    "duty": "想请政府部门查处违法的事，或者保护我的人身、财产",
    "employer": "和用人单位有争议，比如欠薪、工伤、社保、解除合同",
    "land": "关于承包地、草原、地界、征地、宅基地，或者集体成员资格",
    "official": "反映某个公职人员或者机关违纪、违法、失职",
    "personnel": "我是党员、公务员、教师或者事业单位人员，对处分、人事处理不服",
    "suggestion": "只是提建议、意见，不求解决个人的事",
    "private": "和别人、和企业之间的纠纷，或者被打、被骗、被盗",
    "apply": "想办证照、低保救助、不动产登记，或者想看政府的文件、账目",
}
"""What is ticked on the first page, for each of the law's questions."""

DAYS = {
    StartDay.KNEW_HARM: "您是哪一天知道自己的权利受到损害的？",
    StartDay.HARMED: "损害是哪一天发生的？",
    StartDay.KNEW_ACT: "您是哪一天收到（或者知道）这个决定的？",
    StartDay.ACT_MADE: "这个决定是哪一天作出的？",
    StartDay.RECONSIDERED: "您是哪一天收到行政复议决定书的？",
    StartDay.REQUESTED: "您向政府部门提出要求（投诉、举报）是哪一天？",
    StartDay.DUTY_ENDED: "政府部门应当办完的最后一天是哪一天？",
    StartDay.JUDGMENT_SERVED: "您是哪一天收到一审判决书的？",
    StartDay.RULING_SERVED: "您是哪一天收到一审裁定书的？",
    StartDay.EFFECTIVE: "判决、裁定是哪一天生效的？",
    StartDay.NOT_FILED: "您是哪一天收到不予立案通知书的？",
    StartDay.NOT_FILED_UPHELD: "您是哪一天收到不予立案复议决定书的？",
    StartDay.EMPLOYMENT_ENDED: "您是哪一天离开这个单位的？",
    StartDay.AWARDED: "您是哪一天收到仲裁裁决书的？",
    StartDay.INJURED: "受伤是哪一天？职业病的，是哪一天诊断、鉴定的？",
    StartDay.APPRAISED: "您是哪一天收到劳动能力鉴定结论的？",
    StartDay.ACCIDENT_FOUND: "您是哪一天收到事故认定书的？",
    StartDay.DEMOLITION_ORDERED: "您是哪一天收到限期拆除决定的？",
    StartDay.VIOLATED: "违法的事是哪一天发生的？一直没停的，写最近一天。",
    StartDay.DISPUTE_AROSE: "争议是哪一天发生的？",
}
"""Of the first days whose legal wording is hard; the others are asked in the law's words."""

STILL_TO_COME = frozenset({StartDay.DUTY_ENDED, StartDay.RECONSIDERATION_ENDED, StartDay.PERFORMANCE_ENDED})
"""Ends of other people's periods: they may lie ahead."""

LEARNED = "后来您是哪一天知道可以复议、起诉以及期限的？"


def said(question: Question) -> str:
    """The question as the page asks it."""
    if question.day:
        return DAYS.get(question.day, question.text)
    if question.id.endswith(".learned"):
        return LEARNED
    return question.text.replace("是否告知了", "有没有写明").replace("是否已经", "是不是已经").replace("是否", "是不是")
