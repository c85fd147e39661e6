"""帮助的内容 — what a petitioner should know before and while petitioning, each point with its provision."""

from dataclasses import dataclass

from yifa.law import limits
from yifa.law.articles import Citation, cite
from yifa.law.limits import Limit
from yifa.law.terms import Track


@dataclass(frozen=True, slots=True)
class Point:
    """一点 — said in plain words, with the provision it rests on."""

    text: str
    basis: Citation
    title: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """期限 — who must do what within how long."""

    who: str
    what: str
    limit: Limit
    from_: str

    @property
    def length(self) -> str:
        """How long, as it is written."""
        return f"{self.limit.amount}{self.limit.unit}"


IS = (
    Point("反映情况，提出建议、意见", cite("29.1")),
    Point("检举、控告公职人员或者机关违纪、违法、失职", cite("30.1")),
    Point("请求解决自己的事，或者对处理不服，而又没有别的法律程序可走", cite("31(6)")),
)
IS_NOT = (
    Point("打官司、报案、对判决不服：向法院、检察院、公安机关提出", cite("28.2")),
    Point("劳动争议、土地承包纠纷等：先去仲裁", cite("31(2)")),
    Point("对行政决定不服：多数可以申请行政复议，过了期限就不行了", cite("31(4)")),
)
"""What has a way of its own.  It is registered all the same, and its author is told which."""

WAYS = (
    Point("研究论证；采纳或者部分采纳的，回复您。", cite(Track.A.article), "建议意见"),
    Point(
        "密封转有管理权限的纪检监察机关等依规依纪依法处理，不会透露给被反映的人。", cite(Track.B.article), "检举控告"
    ),
    Point("诉讼、检察、公安程序：告诉您去哪里、怎样提出。", cite(Track.C1.article), "应当打官司、报案的"),
    Point("仲裁、党员申诉、复审：导入相应程序。", cite(Track.C2.article), "应当仲裁、申诉的"),
    Point("复议、裁决、确认、许可、处罚等行政程序，或者查处违法、履行职责。", cite(Track.C4.article), "行政机关该办的"),
    Point("听您陈述，调查核实，出具信访处理意见书；不服的，可以复查、复核。", cite(Track.C6.article), "以上都不是的"),
)
"""The six ways a claim is handled."""

TERMS = (
    Term("信访部门", "转送、交办", limits.DISPATCH, "收到之日"),
    Term("办理机关", "书面告诉您怎样处理", limits.NOTICE, "收到之日"),
    Term("办理机关", "办结，出具信访处理意见书", limits.HANDLING, "受理之日"),
    Term("办理机关", "情况复杂的，最多延长", limits.EXTENSION, "原来的期限届满"),
    Term("您", "不服处理意见的，请求复查", limits.REVIEW_REQUEST, "收到处理意见书之日"),
    Term("上一级机关", "作出复查意见", limits.REVIEW, "收到复查请求之日"),
    Term("您", "不服复查意见的，请求复核", limits.FINAL_REVIEW_REQUEST, "收到复查意见之日"),
    Term("再上一级机关", "作出复核意见", limits.FINAL_REVIEW, "收到复核请求之日"),
)

RIGHTS = (
    Point("任何组织和个人都不得因为您信访而打击报复您。遇到报复，请马上向信访部门或者纪检监察机关反映。", cite("18.4")),
    Point("网上、来信、来电、传真、来访，哪一种都行，效力一样；收到的都要登记。", cite("17.1")),
    Point("写不了的可以口头提出，工作人员应当如实记录。", cite("19.1")),
    Point("工作人员与您或者这件事有利害关系的，应当回避；您可以提出来。", cite("28.3")),
    Point("出具处理意见以前，应当先听您讲事实和理由。", cite("31(6)")),
    Point("检举、揭发的材料不得透露或者转给被检举、揭发的人和单位。", cite("30.3")),
    Point("调解要双方都同意；不同意的，不得勉强。", cite("33")),
    Point("生活确有困难的，可以请求帮助申请社会救助、司法救助。", cite("37.2")),
    Point("可以随时查询办到哪一步，办完以后分别评价信访部门和办理机关。", cite("21.2")),
)

DUTIES = (
    Point("说的要客观真实，不捏造、不诬告。", cite("19.2")),
    Point("来访的，请到接待场所提出；几个人为同一件事来访，推选代表，不超过5人。", cite("20.3")),
    Point("同一件事已经有机关在期限内办理的，请等它的答复；同时向上级再提，上级不重复受理。", cite("19.3")),
    Point("信访不会使复议、诉讼、仲裁的期限停下来。有别的法律途径的，请抓紧。", cite("31")),
)

PRIVACY = (
    Point("我们为履行法定职责处理您的个人信息，只收办理所需要的。", cite("GX 34")),
    Point("您可以匿名；不填电话、住址也照样登记。", cite("GX 6")),
    Point("您可以查阅、复制自己的信息，要求更正、补充。", cite("GX 45")),
    Point("本系统不监视信访人，不打分，不排名，不预测，不定位。", cite("GX 6")),
)

EXPECT = (
    Point("自收到之日起15日内，转给有权处理的机关。", limits.DISPATCH.basis, "15日内转办"),
    Point("它收到后15日内，书面告诉您由谁办、按什么程序办。", limits.NOTICE.basis, "15日内告知"),
    Point("按信访程序办理的，自受理之日起60日内给您书面意见；最多延长30日。", limits.HANDLING.basis, "60日内答复"),
    Point("不服的，30日内可以请求复查；仍不服的，还可以请求复核。", limits.REVIEW_REQUEST.basis, "不服可以复查"),
)
"""What a petitioner may expect: on the first page."""
