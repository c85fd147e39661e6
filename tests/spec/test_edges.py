"""Where two reasons stand side by side, and where a day is the last that is allowed: each reason by its own words."""

from dataclasses import replace

import pytest

from tests.spec.cases import (
    ANSWERED,
    BANNER,
    DECIDED,
    FINAL_REVIEWER,
    HANDLED,
    OFFICE,
    ORGAN,
    REVIEWED,
    REVIEWER,
    SENT,
    D,
    ask_final,
    ask_review,
    further,
    hear,
    lawful,
    notify,
    opinion,
    refused,
    register,
    request,
    review,
    transfer,
)
from yifa.law.acts import (
    ACTS,
    Accept,
    AgreeReturn,
    AppointLead,
    CarryOver,
    Classify,
    Correct,
    Extend,
    Fulfil,
    Object,
    OfferHelp,
    Rate,
    Resolve,
    SettleAcceptance,
    SignFor,
    Split,
    Succeed,
    Supervise,
    Supplement,
)
from yifa.law.acts.intake import Request
from yifa.law.organs import PETITIONER
from yifa.law.permits import refusals
from yifa.law.permits.probe import probes
from yifa.law.terms import (
    Evidence,
    HelpKind,
    LeadLevel,
    Method,
    NoticeKind,
    RatedBody,
    Recommendation,
    ReviewOutcome,
    Score,
    SettleMode,
    SupervisionGround,
    Track,
)

IMPORTED = register(origin="国信2025-1")


def said(act, petition):
    return "；".join(one.reason for one in refusals(act, petition))


def lead(by, on="2025-08-07"):
    return AppointLead(on=D(on), by=by, official="某副旗长", post="副旗长", duty="协调", level=LeadLevel.COUNTY)


def supervise(due):
    ground = next(iter(SupervisionGround))
    return Supervise(on=D("2025-08-20"), by=OFFICE, to=ORGAN, ground=ground, facts="拖延", advice="改进", due=D(due))


def correct(target, right=None, on="2025-09-20", by=OFFICE):
    return Correct(on=D(on), by=by, target=target, right=right, reason="登记有误")


def rate(claim, of=RatedBody.ORGAN):
    return Rate(on=D("2025-09-15"), by=PETITIONER, of=of, score=Score.SATISFIED, claim=claim)


@pytest.mark.parametrize(
    ("act", "before"),
    [
        (register(received=D("2025-08-04")), ()),
        (review(redo_by=D("2025-10-10")), (*ANSWERED, ask_review())),
        (supervise("2025-08-20"), HANDLED),
        (lead("市信访局"), SENT),
        (lead("旗委"), SENT),
        (lead("旗政府"), SENT),
        (lead("旗联席会议"), SENT),
        (
            OfferHelp(on=D("2025-08-07"), by=OFFICE, kind=HelpKind.JUDICIAL, to="邻旗法院", consent=True),
            SENT,
        ),
    ],
    ids=lambda one: type(one).__name__,
)
def test_just_within_what_is_allowed(act, before):
    """Received on the day of registration; due on the day it is set; an organ of another place that we do not know."""
    assert not refused(act, lawful(*before))


def test_imported_and_already_handled_here_is_one_reason_and_not_two():
    told = said(CarryOver(on=D("2025-08-06"), by=OFFICE, state="已办结"), lawful(IMPORTED, transfer()))
    assert "已在本系统办理" in told
    assert "只有从其他系统导入" not in told


def test_who_does_not_hold_it_splits_nothing():
    act = Split(on=D("2025-08-07"), by="旗自然资源局", requests=(request("另一项"),))
    assert "只有正持有本件诉求的机关才能拆分" in said(act, lawful(*SENT))


def test_what_is_concluded_is_not_accepted_anymore():
    """Art. 31(5): the duty was fulfilled before anybody accepted."""
    ended = lawful(
        register(requests=(request(track=Track.C5),)),
        transfer(),
        notify(),
        Fulfil(on=D("2025-09-01"), by=ORGAN, result="已查处", basis_text="土地管理法"),
    )
    claim = ended.claims["1"]
    assert f"诉求{claim.stage}" in said(Accept(on=D("2025-09-02"), by=ORGAN, claim="1"), ended)


def test_resolved_once():
    resolve = Resolve(on=D("2025-09-20"), by=OFFICE, evidence=Evidence.PLEDGE, note="息诉承诺书", claim="1")
    once = further(lawful(*ANSWERED), resolve)
    assert said(replace(resolve, on=D("2025-09-21")), once) == "已经认定化解"


def test_a_claim_that_does_not_exist_is_the_only_reason_told():
    """What else is wrong with an act can be said once it is clear of which claim it speaks."""
    two = lawful(register(requests=(request(), request("另一项"))))
    assert refused(transfer(to="没有的机关", claims=("1", "9")), two) == {("21.2", "claims")}
    unsaid = replace(hear("2025-08-07", claim=""), statement="")
    assert refused(unsaid, further(two, transfer())) == {("31", "claim")}


@pytest.mark.parametrize(
    ("act", "before"),
    [(register(by="没有的机关"), ()), (transfer(by="没有的机关"), SENT[:1]), (lead("没有的机关"), SENT)],
)
def test_an_organ_outside_the_directory_does_nothing(act, before):
    unknown = [one for one in refusals(act, lawful(*before)) if "机关名录中没有「没有的机关」" in one.reason]
    assert [one.field for one in unknown] == ["by"]


def test_the_review_is_of_the_opinion_and_the_final_review_of_the_review():
    """Arts. 35, 36: neither before what it is of was served, each named."""
    assert "处理意见还没有送达" in said(ask_review("2025-09-11"), lawful(*DECIDED))
    assert "没有可以请求复核的复查意见" in said(ask_final("2025-09-22"), lawful(*ANSWERED))
    unserved = lawful(*ANSWERED, ask_review(), review())
    assert "复查意见还没有送达" in said(ask_final("2025-10-12"), unserved)


def test_the_wrong_reviewer_is_told_the_right_ones():
    told = said(ask_review(to="市信访局"), lawful(*ANSWERED))
    assert "应当向旗民政局的上一级机关提出：旗政府、市民政局" in told
    assert f"应当向{REVIEWER}的上一级机关提出：{FINAL_REVIEWER}" in said(ask_final(to=REVIEWER), lawful(*REVIEWED))


def test_each_claim_is_rated_once():
    two = lawful(
        register(requests=tuple(request(one, track=Track.C5) for one in ("一", "二"))),
        transfer(),
        notify(),
        *(
            Fulfil(on=D("2025-09-01"), by=ORGAN, result="已查处", basis_text="土地管理法", claim=claim)
            for claim in ("1", "2")
        ),
        rate("1"),
    )
    assert not refused(rate("2"), two)
    assert "已经评价过" in said(rate("1"), two)


def test_a_correction_names_an_act_on_record():
    on_record = lawful(*ANSWERED)
    acts = len(on_record.acts)
    for target in (-1, acts, acts + 1):
        assert refused(correct(target), on_record) == {("21.2", "target")}
    assert ("21.2", "target") not in refused(correct(acts - 1, by=ORGAN), on_record)


def test_a_registration_is_put_right_and_never_struck_out():
    """Art. 22: what came in is registered."""
    assert "登记不能撤销" in said(correct(0), lawful(*SENT))
    assert ("22.1", "right") in refused(correct(0), lawful(*SENT))


def test_a_correction_tells_nothing_of_days_to_come():
    right = replace(transfer(), on=D("2025-08-08"))
    act = correct(1, right, on="2025-08-07")
    assert ("21.2", "right") in refused(act, lawful(*SENT))
    assert "更正后的日期晚于更正之日" in said(act, lawful(*SENT))


def test_who_is_accused_takes_down_nothing_of_the_petitioner_either():
    """Art. 30¶3: what is told for the file does not pass through the hands of the accused."""
    accusing = lawful(register(requests=(request(track=Track.B, accused=("李某",)),)))
    told = Supplement(on=D("2025-08-05"), by=PETITIONER, officer="李某", text="新的证据")
    assert refused(told, accusing) == {("30.3", "officer")}
    assert not refused(replace(told, officer="张某"), accusing)


def test_an_act_on_what_one_handles_does_not_touch_the_accusation_beside_it():
    """Without naming claims it speaks of those the organ handles, and of no other."""
    mixed = lawful(register(requests=(request(), request(track=Track.B, accused=("李某",)))), transfer(claims=("1",)))
    signed = SignFor(on=D("2025-08-07"), by=ORGAN, officer="李某")
    assert not refused(signed, mixed)
    accusing = lawful(*SENT, Classify(on=D("2025-08-07"), by=ORGAN, track=Track.B, accused=("李某",), reason="检举"))
    assert ("30.3", "officer") in refused(signed, accusing)


def test_each_reason_is_told_once():
    accusing = tuple(request(track=Track.B, accused=(ORGAN,)) for _ in range(2))
    told = said(transfer(), lawful(register(requests=accusing)))
    assert told.count("不得将材料及有关情况转给") == 1
    assert said(transfer("2025-09-20", claims=("1",)), lawful(*ANSWERED)).split("；") == [
        f"诉求1{lawful(*ANSWERED).claims['1'].stage}，不再转送、交办"
    ]
    direct = lawful(register(by=ORGAN))
    assert said(Object(on=D("2025-08-29"), by=ORGAN, reason="不属职权"), direct) == (
        "直接收到的事项不用异议；应当告知信访人向有权处理的机关提出"
    )
    c5 = lawful(register(requests=(request(track=Track.C5),)), transfer(), notify())
    extend = Extend(on=D("2025-08-20"), by=ORGAN, days=0, reason="", approved_by="")
    assert said(extend, c5) == "只有按信访程序办理的诉求才有60日办理期限，才能延期"


def test_who_is_out_of_it_does_not_make_a_dispute():
    """Art. 24: after an agreed return only one organ is concerned."""
    returned = lawful(
        *SENT,
        Object(on=D("2025-08-07"), by=ORGAN, reason="不属职权", suggested="旗自然资源局"),
        AgreeReturn(on=D("2025-08-08"), by=OFFICE, organ=ORGAN, finding="属实"),
        transfer("2025-08-11", to="旗自然资源局"),
    )
    settle = SettleAcceptance(
        on=D("2025-08-12"), by="旗政府", competent="旗自然资源局", mode=SettleMode.SUPERIOR, reason="职权"
    )
    assert "只涉及一个机关" in said(settle, returned)


def test_what_is_handled_anew_is_not_extended():
    """Arts. 35, 36: the day is set by who sent it back."""
    anew = lawful(*ANSWERED, ask_review(), review(outcome=ReviewOutcome.REDO, redo_by=D("2025-11-10")))
    extend = Extend(on=D("2025-10-10"), by=ORGAN, days=10, reason="复杂", approved_by="局长")
    assert "责令重新处理的按指定期限办理" in said(extend, anew)


def test_an_opinion_on_what_is_not_classified_is_told_all_it_lacks():
    unclassified = lawful(register(requests=(request(track=None),)), transfer())
    told = said(opinion(), unclassified)
    assert "请先分类" in told
    assert "听取信访人陈述" in told
    assert "先调查核实" in told


# The trial acts with which `permitted` asks whether a kind of act may be done at all.

DONE = lawful(*ANSWERED, correct(1, transfer(), on="2025-09-13"))


def tried(name, by, petition=DONE):
    return list(probes(name, petition, D("2025-09-20"), by))


def test_a_trial_correction_is_of_the_own_last_act_that_is_no_correction():
    assert {act.target for act in tried("Correct", ORGAN)} == {len(ANSWERED) - 1}
    assert {act.target for act in tried("Correct", OFFICE)} == {1}
    assert {act.target for act in tried("Correct", "红旗镇")} == {0}


def test_a_trial_act_speaks_of_its_own_organ_where_only_that_is_right():
    assert {(act.by, act.successor) for act in tried("Succeed", "红旗镇")} == {("红旗镇", "红旗镇")}
    assert {act.competent for act in tried("SettleAcceptance", ORGAN)} == {ORGAN}
    assert {act.method for act in tried("Serve", "红旗镇")} == {Method.ENTRUSTED}


def test_trial_acts_try_every_kind():
    assert {act.kind for act in tried("Notify", ORGAN)} == set(NoticeKind)
    assert {act.kind for act in tried("Recommend", OFFICE)} == set(Recommendation)
    assert {act.of for act in tried("Rate", PETITIONER)} == set(RatedBody)
    assert {act.mode for act in tried("SettleAcceptance", ORGAN)} == set(SettleMode)


def test_trial_acts_try_every_claim_and_every_organ():
    two = lawful(register(requests=(request(), request("另一项"))), transfer())
    assert {act.claim for act in tried("Accept", ORGAN, two)} == {"1", "2"}
    assert {act.claims for act in tried("Transfer", OFFICE, two)} == {("1",), ("2",)}
    assert {act.by for act in tried("Supervise", None)} == {organ.code for organ in BANNER}
    assert {act.by for act in tried("Withdraw", None)} == {PETITIONER}


def test_trial_acts_are_filled_in_by_type():
    """One request, yes, one day, some text; nothing where a list may be empty; the day and the organ as asked."""
    (split,) = tried("Split", OFFICE)
    assert split.requests == (Request(text="…"),)
    (extend,) = tried("Extend", ORGAN)
    assert (extend.days, extend.reason, extend.on, extend.by) == (1, "…", D("2025-09-20"), ORGAN)
    (mediate,) = tried("Mediate", ORGAN)
    assert mediate.petitioner_consents is True
    assert {act.to for act in tried("ReportUrgent", OFFICE)} == {()}
    for name in ACTS:
        assert tried(name, ORGAN), name


def test_a_new_registration_is_tried_whether_or_not_claims_are_on_record():
    assert [act.requests for act in tried("Register", OFFICE)] == [(Request(text="…"),)]
    assert isinstance(tried("Supplement", PETITIONER)[0], Supplement)
    assert isinstance(tried("Succeed", OFFICE)[0], Succeed)
