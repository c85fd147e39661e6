"""The words of the Regulation: closed lists whose values are the official Chinese."""

from enum import StrEnum


class Unit(StrEnum):
    """期间单位 — the unit a time limit is counted in."""

    DAY = "日"
    WORKING_DAY = "工作日"
    MONTH = "月"
    YEAR = "年"


class Channel(StrEnum):
    """信访形式 — how a petition came in (Art. 17)."""

    ONLINE = "网上"
    LETTER = "来信"
    VISIT = "来访"
    PHONE = "来电"
    FAX = "传真"


class Level(StrEnum):
    """登记层级 — the level of the office that first registered a receipt (四级) or of an organ."""

    NATIONAL = "国家"
    REGION = "自治区"
    CITY = "市"
    COUNTY = "旗县"
    TOWN = "乡镇"

    @property
    def rank(self) -> int:
        """0 for the highest level."""
        return list(Level).index(self)


class Purpose(StrEnum):
    """信访目的 — the three classes of petition (Arts. 29–31)."""

    SUGGESTION = "建议意见"
    ACCUSATION = "检举控告"
    GRIEVANCE = "申诉求决"


class Track(StrEnum):
    """办理途径类别 — by which procedure a claim is handled (Arts. 29, 30, 31(1)–(6))."""

    A = "A"
    B = "B"
    C1 = "C1"
    C2 = "C2"
    C3 = "C3"
    C4 = "C4"
    C5 = "C5"
    C6 = "C6"

    @property
    def term(self) -> str:
        """The track in Chinese."""
        return _TRACK_TERMS[self]

    @property
    def purpose(self) -> Purpose:
        """The class of petition it belongs to."""
        if self is Track.A:
            return Purpose.SUGGESTION
        return Purpose.ACCUSATION if self is Track.B else Purpose.GRIEVANCE

    @property
    def article(self) -> str:
        """The key of the provision that opens this track."""
        return {"A": "29.1", "B": "30.1"}.get(self) or f"31({self[1]})"

    @property
    def diverts(self) -> bool:
        """Whether the claim is led into another lawful procedure (Art. 31(1)–(4))."""
        return self in {Track.C1, Track.C2, Track.C3, Track.C4}


_TRACK_TERMS = {
    Track.A: "建议意见",
    Track.B: "检举控告",
    Track.C1: "诉讼、检察、公安程序",
    Track.C2: "仲裁",
    Track.C3: "党员申诉、申请复审",
    Track.C4: "行政程序",
    Track.C5: "查处违法、履行职责",
    Track.C6: "信访程序",
}


class OrganKind(StrEnum):
    """机关类别 — what an organ is, as far as the Regulation tells them apart."""

    COMMITTEE = "党委"
    GOVERNMENT = "政府"
    PETITION_OFFICE = "信访部门"
    JOINT_CONFERENCE = "信访工作联席会议"
    JUSTICE = "政法部门"
    DISCIPLINE = "纪检监察机关"
    PERSONNEL = "组织（人事）部门"
    DEPARTMENT = "工作部门"
    TOWN = "乡镇（街道、农场）"
    OTHER = "其他机关、单位"


class Stage(StrEnum):
    """阶段 — where a claim stands; in the order in which it gets there."""

    UNREGISTERED = "未登记"
    REGISTERED = "已登记"
    DISPATCHED = "已转送交办"
    OBJECTED = "异议待核实"
    NOTIFIED = "已告知"
    HANDLING = "办理中"
    DIVERTED = "法定途径中"
    DECIDED = "已作出处理意见"
    ANSWERED = "处理意见已送达"
    REVIEW = "复查中"
    REVIEW_DECIDED = "已作出复查意见"
    REVIEW_ANSWERED = "复查意见已送达"
    FINAL_REVIEW = "复核中"
    FINAL_DECIDED = "已作出复核意见"
    FINAL = "复核终局"
    REFERRED = "已转政法、纪检或已引导"
    CONCLUDED = "已办结"
    ELSEWHERE = "已告知向有权机关提出"
    WITHDRAWN = "已撤回"
    CLOSED = "已归档"


class NoticeKind(StrEnum):
    """告知种类 — the three kinds of notice of Art. 23¶1."""

    OWN = "接收情况及处理途径和程序"
    PASSED = "转送、交办去向"
    ELSEWHERE = "向有权处理的机关提出"


class Outcome(StrEnum):
    """处理意见 — the three outcomes of Art. 32¶1."""

    SUPPORT = "予以支持"
    EXPLAIN = "解释说明"
    REJECT = "不予支持"


class ReviewOutcome(StrEnum):
    """复查、复核结论 — local practice names four; the Regulation names none."""

    UPHOLD = "维持"
    CHANGE = "变更"
    REVOKE = "撤销"
    REDO = "责令重新处理"


class Adoption(StrEnum):
    """采纳情况 — of a suggestion (Art. 29) or a recommendation (Art. 40¶4)."""

    FULL = "采纳"
    PART = "部分采纳"
    NONE = "未采纳"


class Recommendation(StrEnum):
    """三项建议 (Art. 40)."""

    WORK = "改进工作"
    POLICY = "完善政策"
    LIABILITY = "追究责任"


class SupervisionGround(StrEnum):
    """督办事由 (Art. 40¶1)."""

    ACCEPTANCE = "违反规定受理、办理"
    SHIRKING = "推诿"
    PERFUNCTORY = "敷衍"
    DELAY = "拖延"
    DECEIT = "弄虚作假"
    NON_EXECUTION = "拒不执行处理意见"


class ConferenceMeasureKind(StrEnum):
    """联席会议措施 (Art. 39¶3)."""

    INTERVIEW = "约谈"
    CIRCULATE = "通报"
    LISTED_SUPERVISION = "挂牌督办"
    ORDER_REMEDY = "责令限期整改"


class SettleMode(StrEnum):
    """受理确定方式 — how it is settled who accepts (Art. 24¶1)."""

    AGREED = "协商受理"
    SUPERIOR = "共同上一级决定"
    CONFERENCE = "联席会议协调"


class LeadLevel(StrEnum):
    """包案层级 — the five levels of officials answerable for a petition (Art. 18¶2; levels are local practice)."""

    COUNTY = "旗级"
    DEPARTMENT = "部门"
    TOWN = "镇（农场）"
    VILLAGE = "村（社区）"
    HANDLER = "承办人"


class HelpKind(StrEnum):
    """救助种类 (Art. 37¶2)."""

    SOCIAL = "社会救助"
    JUDICIAL = "司法救助"
    LEGAL_AID = "法律援助"


class RatedBody(StrEnum):
    """评价对象 — the office and the organ are rated apart."""

    OFFICE = "信访部门"
    ORGAN = "有权处理机关"


class Score(StrEnum):
    """满意度."""

    SATISFIED = "满意"
    FAIRLY = "基本满意"
    DISSATISFIED = "不满意"


class Method(StrEnum):
    """送达方式 — by analogy with MS 87–95."""

    DIRECT = "直接送达"
    POST = "邮寄送达"
    ELECTRONIC = "电子送达"
    LEFT = "留置送达"
    ENTRUSTED = "委托送达"
    PUBLIC = "公告送达"


class Evidence(StrEnum):
    """化解依据 — by what a concluded matter is shown to be resolved."""

    AGREEMENT = "协议"
    RATING = "评价满意"
    PLEDGE = "息诉承诺"
    EXECUTED = "请求已落实"


class Capacity(StrEnum):
    """参加身份 — in what right somebody goes on with a petition in the petitioner's place (MF 23, 124)."""

    GUARDIAN = "监护人"
    HEIR = "继承人"


class Mover(StrEnum):
    """行为主体 — who may do an act."""

    RECEIVER = "收到信访事项的机关、单位"
    OFFICE = "信访部门"
    HOLDER = "登记机关或者承办机关"
    HANDLER = "承办机关"
    SENDER = "转送、交办机关"
    REVIEWER = "复查机关"
    FINAL_REVIEWER = "复核机关"
    DECIDER = "有权决定的机关"
    ADDRESSEE = "收文机关"
    CONFERENCE = "信访工作联席会议"
    JUSTICE = "政法部门"
    PETITIONER = "信访人"
