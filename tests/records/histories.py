"""Lawful histories that between them reach every act and every projection, for tests that put them through the door."""

from datetime import date
from typing import Any

from tests.spec.cases import (
    ANSWERED,
    BANNER,
    ENDED,
    FINAL_REVIEWER,
    HANDLED,
    OFFICE,
    ORGAN,
    READY,
    REVIEWED,
    D,
    ask_final,
    final,
    further,
    hear,
    investigate,
    notify,
    opinion,
    register,
    request,
    serve,
    transfer,
)
from yifa.law import acts
from yifa.law.acts import Act
from yifa.law.fold import replay
from yifa.law.grounds import RemedyGround
from yifa.law.organs import PETITIONER
from yifa.law.terms import (
    Adoption,
    Capacity,
    Channel,
    ConferenceMeasureKind,
    Evidence,
    HelpKind,
    LeadLevel,
    NoticeKind,
    Outcome,
    RatedBody,
    Recommendation,
    Score,
    SettleMode,
    SupervisionGround,
    Track,
)

LAND, CONFERENCE, DISCIPLINE, JUSTICE = "旗自然资源局", "旗联席会议", "旗纪委监委", "旗政法委"


def done(kind: type[Act], on: str, by: str = ORGAN, /, **filled: Any) -> Act:
    """An act on a day."""
    return kind(on=D(on), by=by, **filled)


def visit(track: Track | None, **filled: Any) -> Act:
    """A visit with one claim."""
    return register(channel=Channel.VISIT, requests=(request(track=track, **filled),))


HISTORIES: dict[str, tuple[Act, ...]] = {
    "decided, reviewed, reviewed finally with a hearing, published, asked again": (
        *REVIEWED,
        ask_final(),
        done(acts.HoldHearing, "2025-11-01", FINAL_REVIEWER, days=3, conclusion="维持"),
        final(),
        serve("2025-11-12", FINAL_REVIEWER, "D35"),
        done(acts.PublishFinalReview, "2025-11-14", FINAL_REVIEWER, text="公示", anonymised=True),
        done(acts.Attach, "2025-12-01", OFFICE, channel=Channel.LETTER, same="同一诉求", people=2),
        done(acts.Bar, "2025-12-02", OFFICE, comparison="没有新的事实和理由"),
    ),
    "extended, supported, carried out, rated, resolved, closed": (
        *READY,
        done(acts.HoldHearing, "2025-08-26", days=1, conclusion="应予支持"),
        done(acts.Extend, "2025-09-01", days=30, reason="案情复杂", approved_by="局长"),
        opinion("2025-09-10", outcome=Outcome.SUPPORT),
        serve("2025-09-11", paper="D22"),
        serve("2025-09-12", paper="D27"),
        done(acts.Enforce, "2025-09-13", to=ORGAN, due=D("2025-10-31")),
        done(acts.ReportExecution, "2025-09-20", done=True, report="已补发"),
        done(acts.Rate, "2025-09-21", PETITIONER, of=RatedBody.OFFICE, score=Score.SATISFIED),
        done(acts.Rate, "2025-09-21", PETITIONER, of=RatedBody.ORGAN, score=Score.FAIRLY, claim="1"),
        done(acts.Resolve, "2025-09-22", evidence=Evidence.EXECUTED),
        done(acts.Close, "2025-09-22", OFFICE),
        done(acts.FollowUp, "2025-10-22", OFFICE, note="已落实"),
    ),
    "objected, refused, objected by another, agreed, sent on; a superior declines a repeat": (
        register(requests=(request(), request("土地补偿", about=(LAND,)))),
        transfer(claims=("1",)),
        transfer(to=LAND, claims=("2",)),
        done(acts.Object, "2025-08-07", LAND, reason="不属于本机关职权", suggested=ORGAN),
        done(acts.RefuseReturn, "2025-08-08", OFFICE, organ=LAND, finding="属于其职权"),
        done(acts.Object, "2025-08-08", ORGAN, reason="不属于本机关职权"),
        done(acts.AgreeReturn, "2025-08-09", OFFICE, organ=ORGAN, finding="属实"),
        done(acts.Assign, "2025-08-10", OFFICE, to="红旗镇", due=D("2025-10-10"), claims=("1",)),
        done(acts.SignFor, "2025-08-11", "红旗镇"),
        done(acts.Transfer, "2025-08-12", "红旗镇", to="红旗镇社会事务办", claims=("1",)),
        done(acts.Notify, "2025-08-12", "红旗镇", kind=NoticeKind.PASSED, to="红旗镇社会事务办"),
        notify("2025-08-13", LAND),
        done(acts.Accept, "2025-08-13", LAND, claim="2"),
        done(acts.Attach, "2025-08-20", "市信访局", channel=Channel.VISIT, same="同一诉求"),
        done(acts.Decline, "2025-08-21", "市信访局", handled_by=LAND, claim="2"),
    ),
    "assigned, mediated in vain, settled, reported back": (
        register(),
        done(acts.Assign, "2025-08-06", OFFICE, to=ORGAN, due=D("2025-09-30")),
        notify(),
        done(acts.Mediate, "2025-08-12", petitioner_consents=True, other_party="某公司", other_party_consents=True,
             agreed=False),
        done(acts.Settle, "2025-08-20", other_party="某公司", voluntary=True, agreement="和解协议书"),
        done(acts.ReportBack, "2025-08-21", report="已和解"),
        done(acts.Resolve, "2025-08-22", evidence=Evidence.AGREEMENT),
    ),
    "two organs, settled by their superior; then a merger": (
        register(),
        transfer(),
        transfer(to=LAND, joint=True, claims=("1",)),
        done(acts.SettleAcceptance, "2025-08-08", "旗政府", competent=LAND, mode=SettleMode.SUPERIOR, reason="职责所在"),
        done(acts.Succeed, "2025-08-20", "旗政府", organ=LAND, successor=ORGAN, reason="机构改革"),
    ),
    "a suggestion, answered": (
        register(requests=(request("修路", track=Track.A),)),
        transfer(),
        notify(),
        done(acts.SuggestionReply, "2025-08-28", adoption=Adoption.PART, study="论证"),
        serve("2025-08-29", paper="D29"),
    ),
    "an accusation, sealed": (
        register(requests=(request("举报", track=Track.B, accused=("民政局长", "张某")),), names=(), anonymous=True),
        done(acts.InformPersonnel, "2025-08-05", OFFICE, to="旗组织部", gist="反映干部问题"),
        done(acts.TransferSealed, "2025-08-05", OFFICE, to=DISCIPLINE, recipient="李某", envelope="密1"),
        done(acts.RecordResult, "2025-11-20", OFFICE, result="部分属实，已经处理", case_number="旗纪2025第7号"),
    ),
    "anonymous, made known later, withdrawn and taken up again, put right by order; the heir goes on": (
        register(names=(), address="", contact="", anonymous=True),
        done(acts.Transfer, "2025-08-06", OFFICE, to=ORGAN),
        done(acts.Reach, "2025-08-12", names=("孙某",), address="红旗镇某村", contact="0000-0000001", note="本人来访"),
        done(acts.Withdraw, "2025-08-20", PETITIONER, statement="先不办了"),
        done(acts.Reopen, "2025-08-26", PETITIONER, statement="答应的没有办"),
        done(acts.OrderRemedy, "2025-09-10", "旗政府", to=ORGAN, ground=RemedyGround.NOTICE, facts="没有书面告知",
             order="立即书面告知", due=D("2025-09-20")),
        notify("2025-09-11"),
        done(acts.ReportRemedy, "2025-09-12", report="已经书面告知"),
        done(acts.StandIn, "2025-09-15", who="孙小某", capacity=Capacity.HEIR, credential="继承公证书"),
    ),
    "litigation in a letter, ended by law": (
        register(requests=(request("不服判决", track=Track.C1),)),
        done(acts.TransferToJustice, "2025-08-06", OFFICE, to=JUSTICE),
        done(acts.Terminate, "2025-12-01", JUSTICE, document="终结决定书"),
    ),
    "litigation brought by a visitor, guided; the result fed back": (
        visit(Track.C1),
        done(acts.Guide, "2025-08-05", OFFICE, to=JUSTICE, explanation="向法院申请再审"),
        done(acts.RecordResult, "2025-12-01", OFFICE, result="已裁定", case_number="(2025)1号"),
    ),
    "diverted, then withdrawn": (
        register(requests=(request("工资", track=Track.C2, category="劳动和社会保障"),)),
        transfer(),
        notify(),
        done(acts.Divert, "2025-08-20", path="C2-1", body="仲裁委", last_day=D("2026-07-01")),
        serve("2025-08-22", paper="D23"),
        done(acts.RecordResult, "2025-12-10", result="调解书"),
    ),
    "a duty performed": (
        register(requests=(request("查处违建", track=Track.C5),)),
        transfer(to=LAND),
        notify(by=LAND),
        done(acts.Fulfil, "2025-08-20", LAND, result="已拆除", basis_text="城乡规划法"),
        serve("2025-08-22", LAND),
    ),
    "urgent, led, supervised, recommended, helped": (
        register(urgent=True, people=30, representatives=("甲", "乙"), channel=Channel.VISIT),
        done(acts.ReportUrgent, "2025-08-04", OFFICE, to=("旗委", "旗政府"), proposal="立即处置"),
        done(acts.AppointLead, "2025-08-05", "旗政府", level=LeadLevel.COUNTY, official="副旗长", post="副旗长", duty="包案"),
        transfer(),
        done(acts.Recuse, "2025-08-07", ORGAN, person="赵某", relation="亲属", decided_by="局长", replaced_by="钱某"),
        done(acts.OfferHelp, "2025-08-09", OFFICE, kind=HelpKind.SOCIAL, to=ORGAN, consent=True),
        done(acts.Supervise, "2025-08-25", OFFICE, to=ORGAN, ground=SupervisionGround.DELAY, facts="未告知", advice="尽快"),
        done(acts.AnswerSupervision, "2025-08-27", answer="已告知"),
        done(acts.Recommend, "2025-08-28", OFFICE, kind=Recommendation.WORK, to=ORGAN, facts="事实", text="建议"),
        done(acts.AnswerRecommendation, "2025-08-30", kind=Recommendation.WORK, adoption=Adoption.FULL, answer="采纳"),
        done(acts.TakeConferenceMeasure, "2025-09-01", CONFERENCE, kind=ConferenceMeasureKind.INTERVIEW, to=ORGAN,
             reason="履职不力"),
        done(acts.Supplement, "2025-09-02", PETITIONER, text="补充证据"),
    ),
    "classified late, split, withdrawn in part, corrected": (
        register(requests=(request(track=None),)),
        done(acts.Classify, "2025-08-05", OFFICE, track=Track.C6, category="民政"),
        done(acts.Split, "2025-08-05", OFFICE, requests=(request("另一项", track=Track.C6),)),
        transfer(),
        notify(),
        done(acts.Accept, "2025-08-08", claim="1"),
        hear(),
        investigate(),
        done(acts.Withdraw, "2025-08-26", PETITIONER, statement="不再要求", claims=("2",)),
        done(acts.Correct, "2025-08-27", target=6, reason="日期记错", right=hear("2025-08-19")),
        opinion(),
    ),
    "concluded in another system before": (
        register(origin="15082025000001"),
        done(acts.CarryOver, "2025-08-04", OFFICE, state="已办结"),
    ),
}  # fmt: skip
"""Each in order, each act permitted where it stands (`tests/records/test_histories.py`)."""


def lawful(history: str) -> None:
    """Fails, saying why, where an act of a history is not permitted."""
    further(replay((), BANNER), *HISTORIES[history])


__all__ = ["ANSWERED", "BANNER", "ENDED", "HANDLED", "HISTORIES", "OFFICE", "ORGAN", "READY", "date", "done", "lawful"]
