"""信访程序 — histories that come to an opinion, and to its reviews (Art. 31(6))."""

from datetime import timedelta

from draft import Draft
from matters import person

from histories.table import met
from yifa.law.acts import (
    AnswerSupervision,
    AppointLead,
    Assign,
    Attach,
    Bar,
    Enforce,
    Extend,
    FinalReviewOpinion,
    FollowUp,
    HandlingOpinion,
    HoldHearing,
    Investigate,
    Notify,
    OfferHelp,
    PublishFinalReview,
    ReportBack,
    ReportExecution,
    RequestFinalReview,
    RequestReview,
    Resolve,
    ReviewOpinion,
    Supervise,
    Supplement,
)
from yifa.law.organs import PETITIONER
from yifa.law.terms import Channel, Evidence, HelpKind, LeadLevel, Outcome, ReviewOutcome, SupervisionGround, Track


@met(150)
def answered(d: Draft) -> None:
    """Sent, told, heard, looked into, decided, served."""
    d.begin(Track.C6)
    d.notify()
    d.repeat(0.12)
    d.look_into()
    d.decide()
    d.serve()
    d.rate(0.5)
    d.close(0.4)


@met(30)
def answered_with_more(d: Draft) -> None:
    """The same, with what may come beside: a lead official, a supplement, supervision, help, a follow-up call."""
    d.begin(Track.C6)
    d.do(AppointLead, d.home, level=LeadLevel.COUNTY, official=person(d.chance), post="副旗长", duty="牵头协调化解")
    d.notify()
    d.do(Supplement, PETITIONER, text="补充提交合同复印件一份")
    if d.likely(0.5):
        d.later(5, 20)
        facts = "办理进度缓慢，未按要求反馈"
        d.do(Supervise, d.home, to=d.handler, ground=SupervisionGround.DELAY, facts=facts, advice="倒排时间办理")
        d.later(2, 10)
        d.do(AnswerSupervision, d.handler, answer="已明确专人，将按期办结")
    d.look_into()
    d.decide()
    d.serve()
    if d.likely(0.3):
        d.do(OfferHelp, d.home, kind=HelpKind.SOCIAL, to=d.banner.code("MZJ"), consent=True)
    d.later(5, 20)
    d.do(FollowUp, d.home, note="电话回访，信访人对答复内容没有异议")
    d.repeat(0.2)


@met(25)
def executed(d: Draft) -> None:
    """Supported, carried out, resolved."""
    d.begin(Track.C6)
    d.notify()
    d.look_into()
    d.decide(Outcome.SUPPORT)
    d.serve()
    d.do(Enforce, d.handler, to=d.handler)
    d.later(5, 40)
    d.do(ReportExecution, d.handler, done=True, report="款项已经支付到位")
    d.do(Resolve, d.home, evidence=Evidence.EXECUTED)
    d.close()


@met(30)
def extended(d: Draft) -> None:
    """More time was needed: approved by the head, told to the petitioner."""
    d.begin(Track.C6)
    d.later(1, 8)
    d.do(Notify, d.handler)
    told = d.on
    d.look_into()
    d.on = max(d.on, told + timedelta(days=30))
    d.later(2, 16)
    d.do(
        Extend,
        d.handler,
        days=d.chance.choice((15, 20, 30, 30)),
        reason="情况复杂，需要鉴定",
        approved_by=d.banner.leader(d.handler.removeprefix(d.banner.code(""))),
    )
    d.serve(paper="D22")
    d.later(8, 24)
    d.decide()
    d.serve(paper="D27")
    d.rate(0.4)


def _review(d: Draft, outcome: ReviewOutcome) -> None:
    """An opinion, served, and reviewed by the government above."""
    d.begin(Track.C6)
    d.notify()
    d.look_into()
    d.decide(d.chance.choice((Outcome.EXPLAIN, Outcome.REJECT)))
    d.serve()
    d.later(3, 22)
    reviewer = d.banner.code("ZF")
    d.do(RequestReview, PETITIONER, to=reviewer, grounds="对认定的事实不服")
    d.within(10, 24, late=34)
    redo_by = d.on + timedelta(days=30) if outcome is ReviewOutcome.REDO else None
    texts = {
        "facts": "经复查，原认定事实清楚",
        "opinion": f"{outcome}原处理意见",
        "basis_text": "《信访工作条例》第三十五条",
    }
    d.do(ReviewOpinion, reviewer, outcome=outcome, redo_by=redo_by, **texts)
    d.serve(reviewer, "D33")


@met(25)
def reviewed(d: Draft) -> None:
    """Reviewed once."""
    _review(d, d.chance.choice((ReviewOutcome.UPHOLD, ReviewOutcome.UPHOLD, ReviewOutcome.CHANGE)))
    d.repeat(0.3)


@met(8)
def redone(d: Draft) -> None:
    """Sent back and decided anew."""
    _review(d, ReviewOutcome.REDO)
    d.later(5, 15)
    d.do(Investigate, d.handler, findings="经重新调查，补充了证据")
    d.later(1, 8)
    opinion = {"request": "请求重新处理", "facts": "经重新调查，部分情况属实", "opinion": "部分支持信访请求"}
    d.do(HandlingOpinion, d.handler, outcome=Outcome.SUPPORT, basis_text="《信访工作条例》第三十二条", **opinion)
    d.serve(paper="D27")


@met(15)
def finally_reviewed(d: Draft) -> None:
    """Reviewed twice, with or without a hearing; some come again all the same and are not taken up any more."""
    _review(d, ReviewOutcome.UPHOLD)
    d.later(3, 22)
    final, heard = "S-ZF", d.likely(0.3)
    d.do(RequestFinalReview, PETITIONER, to=final, grounds="对复查意见不服")
    d.later(5, 15)
    if heard:
        d.do(HoldHearing, final, days=3, conclusion="多数听证员认为原意见适当")
    d.later(2, 10)
    texts = {"facts": "经复核，事实清楚", "opinion": "维持原意见", "basis_text": "《信访工作条例》第三十六条"}
    d.do(FinalReviewOpinion, final, outcome=ReviewOutcome.UPHOLD, **texts)
    d.serve(final, "D35")
    if heard:
        d.do(PublishFinalReview, final, text="某某信访事项复核意见", anonymised=True)
    if d.likely(0.5):
        d.later(10, 60)
        d.do(Attach, d.home, channel=Channel.VISIT, same="同一信访人就同一事实和理由再次提出")
        d.do(Bar, d.home, comparison="事实和理由与复核时相同，没有新的证据")


@met(35)
def assigned(d: Draft) -> None:
    """Assigned with a day, and reported back."""
    d.register(d.request(d.about(Track.C6)), urgent=False)
    d.within(0, 10, late=17)
    d.do(Assign, d.home, to=d.handler, due=d.on + timedelta(days=60))
    d.notify()
    d.look_into()
    d.decide()
    d.serve()
    d.do(ReportBack, d.handler, report="已按期办结并答复信访人")
