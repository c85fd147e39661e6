"""What each act leaves in the petition, field by field: that which no clock, paper or refusal shows at once."""

from dataclasses import replace

import pytest

from tests.spec.cases import (
    ANSWERED,
    BANNER,
    HANDLED,
    OFFICE,
    ORGAN,
    READY,
    REVIEWER,
    SENT,
    D,
    ask_final,
    ask_review,
    final,
    lawful,
    notify,
    opinion,
    register,
    request,
    review,
    serve,
    transfer,
)
from yifa.law.acts import (
    AgreeReturn,
    AnswerSupervision,
    Assign,
    Attach,
    Bar,
    CarryOver,
    Classify,
    Correct,
    Decline,
    Enforce,
    Notify,
    Object,
    PublishFinalReview,
    Reach,
    ReportBack,
    ReportExecution,
    SettleAcceptance,
    Split,
    StandIn,
    Succeed,
    Supervise,
    Transfer,
    TransferToJustice,
    Withdraw,
)
from yifa.law.clocks import clocks
from yifa.law.fold import dispatch as module
from yifa.law.fold import replay
from yifa.law.fold.base import FOLD
from yifa.law.organs import PETITIONER
from yifa.law.terms import (
    Capacity,
    Channel,
    NoticeKind,
    Outcome,
    ReviewOutcome,
    SettleMode,
    Stage,
    SupervisionGround,
    Track,
)

OTHER, BELOW = "旗自然资源局", "旗民政局低保中心"
REDO = (
    *ANSWERED,
    ask_review(),
    review(outcome=ReviewOutcome.REDO, redo_by=D("2025-11-10")),
    serve("2025-10-13", REVIEWER),
)


def held(*acts):
    """The petition these acts make, whatever the law says of them."""
    return replay(acts, BANNER)


def attach(on="2025-09-01", by=OTHER):
    return Attach(on=D(on), by=by, channel=Channel.LETTER, same="同一人同一事")


def succeed(organ, successor=OTHER, on="2025-12-01", **filled):
    return Succeed(on=D(on), by=successor, organ=organ, successor=successor, reason="机构改革", **filled)


def test_what_an_act_does_is_the_function_that_is_named_for_it():
    assert FOLD[Transfer] is module.transfer


# 分流


def test_what_another_handles_is_not_sent_to_the_justice_organ_unnamed():
    litigation = (
        register(requests=(request(track=Track.C1), request(track=Track.C1))),
        transfer(claims=("1",), joint=True),
    )
    petition = held(*litigation, TransferToJustice(on=D("2025-08-07"), by=OFFICE, to="旗法院"))
    assert [bool(claim.referred) for claim in petition.claims.values()] == [False, True]


def test_what_goes_to_an_office_or_a_justice_organ_is_in_nobody_s_charge():
    to_office = held(register(by=ORGAN), Transfer(on=D("2025-08-06"), by=ORGAN, to=OFFICE)).claims["1"]
    assert (to_office.charge, to_office.charges[0].until) == (None, D("2025-08-06"))
    sent = TransferToJustice(on=D("2025-08-07"), by=OFFICE, to="旗法院", claims=("1",))
    referred = held(*SENT, sent).claims["1"]
    assert (referred.charge, referred.charges[0].until) == (None, D("2025-08-07"))


def test_of_two_claims_only_what_the_organ_handles_is_objected_to():
    two = (register(requests=(request(), request("另一项"))), transfer(claims=("1",)))
    petition = held(*two, Object(on=D("2025-08-07"), by=ORGAN, reason="…"))
    assert [bool(claim.handling and claim.handling.objected) for claim in petition.claims.values()] == [True, False]


def test_of_three_passed_on_to_the_first_that_keeps_it_is_where_it_was_passed():
    to = ("红旗镇", "东方农场", ORGAN)
    passed = [Transfer(on=D("2025-08-05"), by=REVIEWER, to=one, joint=True) for one in to]
    objection = Object(on=D("2025-08-06"), by="红旗镇", reason="…")
    agreed = AgreeReturn(on=D("2025-08-07"), by=REVIEWER, organ="红旗镇", finding="…")
    claim = held(register(by=REVIEWER), *passed, objection, agreed).claims["1"]
    assert claim.handling_by(REVIEWER).passed_on == "东方农场"
    assert claim.handling.organ == "东方农场"


# 办理


def test_told_again_the_order_still_open_gives_way_and_no_other():
    supported = (*READY, opinion(outcome=Outcome.SUPPORT), serve())
    order = Enforce(on=D("2025-09-15"), by=ORGAN, to="红旗镇")
    farm = replace(order, to="东方农场")
    done = ReportExecution(on=D("2025-09-20"), by=ORGAN, done=True, report="…", of=len(supported))
    again = replace(order, on=D("2025-09-25"))
    orders = held(*supported, order, farm, done, again, replace(farm, on=D("2025-09-26"))).claims["1"].opinion.orders
    assert [(one.to, bool(one.answered), one.ended) for one in orders] == [
        ("红旗镇", True, None),
        ("东方农场", False, D("2025-09-26")),
        ("红旗镇", False, None),
        ("东方农场", False, None),
    ]


def test_reported_back_is_what_was_assigned_to_that_organ_and_not_reported():
    asked = Assign(on=D("2025-08-06"), by=OFFICE, to=ORGAN, due=D("2025-08-29"), joint=True)
    petition = held(register(), asked, replace(asked, to=OTHER), ReportBack(on=D("2025-08-20"), by=ORGAN, report="…"))
    assert [one.reported for one in petition.claims["1"].handlings] == [D("2025-08-20"), None]
    twice = held(*petition.acts, ReportBack(on=D("2025-08-25"), by=ORGAN, report="…"))
    assert twice.claims["1"].handlings[0].reported == D("2025-08-20")


# 收件


def test_what_a_registration_said_from_the_first_is_from_the_first():
    """Each fact by itself: since receipt, or since the correction that brought it."""
    first = register(received=D("2025-08-01"), electronic=True, urgent=True)
    bare = register(received=D("2025-08-01"), address="", electronic=False, urgent=False)
    known = held(first)
    assert (known.reachable, known.electronic, known.urgency.since) == (
        D("2025-08-01"),
        D("2025-08-01"),
        D("2025-08-04"),
    )
    corrected = held(bare, Correct(on=D("2025-08-20"), by=OFFICE, target=0, reason="…", right=first))
    assert {corrected.reachable, corrected.electronic, corrected.urgency.since} == {D("2025-08-20")}
    assert corrected.first_said == dict.fromkeys(("reachable", "electronic", "urgent"), D("2025-08-20"))
    back = held(*corrected.acts, Correct(on=D("2025-08-25"), by=OFFICE, target=0, reason="…", right=bare))
    assert (back.reachable, back.electronic, back.urgency) == (None, None, None)


@pytest.mark.parametrize(
    ("gone", "told_of"),
    [((), "1"), (("1",), "2"), (("1", "2"), "1")],
)
def test_a_repeat_elsewhere_tells_of_the_first_claim_still_open(gone, told_of):
    two = register(requests=(request(), request("另一项")))
    withdrawn = [Withdraw(on=D("2025-08-05"), by=PETITIONER, statement="…", claims=(one,)) for one in gone]
    assert held(two, *withdrawn, attach()).receipts[-1].elsewhere == told_of


@pytest.mark.parametrize(
    ("filled", "hearable"),
    [({"contact": "0478-1"}, True), ({"names": ("王某",)}, True), ({"address": "一村"}, False)],
)
def test_who_gives_a_name_or_a_way_to_be_reached_can_be_heard(filled, hearable):
    unknown = register(names=(), address="")
    assert held(unknown, Reach(on=D("2025-08-05"), by=OFFICE, **filled)).hearable is hearable
    assert held(register(), Reach(on=D("2025-08-05"), by=OFFICE, urgent=True)).hearable


def test_who_stands_in_is_on_record():
    heir = StandIn(on=D("2025-08-05"), by=OFFICE, who="王小某", capacity=Capacity.HEIR, credential="公证书")
    assert held(register(), heir).stand_ins == [heir]


def test_what_is_split_off_stands_where_the_petition_stood():
    new = (request("又一项"),)
    late = register(received=D("2025-08-01"))
    office = held(late, Transfer(on=D("2025-08-05"), by=OFFICE, to="市信访局"),
                  Split(on=D("2025-08-10"), by="市信访局", requests=new))  # fmt: skip
    assert [(one.office, one.since) for one in office.claims["2"].dispatches] == [("市信访局", D("2025-08-05"))]
    two = replace(late, requests=(request(), request("另一项")))
    alone = (late, transfer(), Object(on=D("2025-08-07"), by=ORGAN, reason="…"),
             AgreeReturn(on=D("2025-08-11"), by=OFFICE, organ=ORGAN, finding="…"))  # fmt: skip
    assert held(*alone, Split(on=D("2025-08-12"), by=OFFICE, requests=new)).claims["2"].dispatches[0].since == D(
        "2025-08-01"
    )
    returned = (two, transfer(claims=("1",)), Object(on=D("2025-08-07"), by=ORGAN, reason="…"),
                AgreeReturn(on=D("2025-08-11"), by=OFFICE, organ=ORGAN, finding="…"))  # fmt: skip
    first = held(*returned, Split(on=D("2025-08-12"), by=OFFICE, requests=new))
    assert first.claims["3"].dispatches[0].since == D("2025-08-01"), "not the day something came back"
    stranger = held(late, attach("2025-08-09"), Split(on=D("2025-08-12"), by="市信访局", requests=new))
    assert stranger.claims["2"].dispatches[0].since == D("2025-08-01"), "who never had it counts from the first receipt"
    handled = held(two, transfer("2025-08-06", claims=("1",)), transfer("2025-08-08", by="市信访局", claims=("2",)),
                   Split(on=D("2025-08-12"), by=ORGAN, requests=new))  # fmt: skip
    assert [(one.received, one.sender) for one in handled.claims["3"].handlings] == [(D("2025-08-06"), OFFICE)]


def test_a_classification_that_names_no_category_keeps_the_one_there_is():
    named = register(requests=(request(category="社会保障"),))
    confirm = Classify(on=D("2025-08-05"), by=OFFICE, track=Track.C6)
    assert held(named, confirm).claims["1"].category == "社会保障"
    assert held(register(), replace(confirm, category="城乡建设")).claims["1"].category == "城乡建设"
    assert held(named, replace(confirm, category="城乡建设")).claims["1"].category == "城乡建设"


# 告知


def test_told_elsewhere_the_claim_is_elsewhere_only_if_nobody_else_has_it():
    told = Notify(on=D("2025-08-10"), by=ORGAN, kind=NoticeKind.ELSEWHERE, to=OTHER)
    assert held(register(by=ORGAN), told).claims["1"].elsewhere == D("2025-08-10")
    joint = held(register(by=ORGAN), Transfer(on=D("2025-08-05"), by=ORGAN, to=BELOW, joint=True), told)
    assert joint.claims["1"].elsewhere is None
    assert held(register(by=ORGAN), replace(told, kind=NoticeKind.PASSED)).claims["1"].elsewhere is None


def test_a_notice_answers_the_repeats_of_that_organ_and_no_others():
    repeats = (attach("2025-09-01"), attach("2025-09-02", by="红旗镇"), attach("2025-09-03", by=OFFICE))
    told = Notify(on=D("2025-09-10"), by=OTHER, kind=NoticeKind.ELSEWHERE, to=ORGAN)
    later = replace(told, on=D("2025-09-20"))
    petition = held(*HANDLED, *repeats, told, later)
    assert [one.told for one in petition.receipts] == [None, D("2025-09-10"), None, None]


def test_the_latest_repeat_not_answered_is_turned_away():
    bar = Bar(on=D("2025-12-05"), by=OFFICE, comparison="…")
    decline = Decline(on=D("2025-12-04"), by=OFFICE, handled_by=ORGAN)
    petition = held(*SENT, attach("2025-12-01", by=OFFICE), attach("2025-12-02", by=OFFICE), decline, bar)
    assert [one.turned_away for one in petition.receipts] == [None, bar, decline]
    assert held(*SENT, decline).receipts[0].turned_away == decline, "on record, though there is no repeat"


# 复查、复核


TWICE = (*REDO, opinion("2025-11-03"), serve("2025-11-04"), ask_review("2025-11-05"),
         review("2025-11-05", outcome=ReviewOutcome.REDO, redo_by=D("2025-12-10")), serve("2025-11-05", REVIEWER))  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "ended"),
    [
        (ReviewOutcome.UPHOLD, None),
        (ReviewOutcome.CHANGE, D("2025-11-05")),
        (ReviewOutcome.REVOKE, D("2025-11-05")),
        (ReviewOutcome.REDO, None),
    ],
)
def test_what_overturns_an_order_to_redo_ends_the_last_one(outcome, ended):
    redos = held(*TWICE, ask_final("2025-11-05"), final("2025-11-05", outcome=outcome)).claims["1"].redos
    assert [one.ended for one in redos] == [None, ended]
    assert redos[0].met == D("2025-11-03")


def test_what_orders_it_again_takes_the_place_of_the_last_order():
    again = final("2025-11-05", outcome=ReviewOutcome.REDO, redo_by=D("2025-12-20"))
    redos = held(*TWICE, ask_final("2025-11-05"), again).claims["1"].redos
    assert [(one.ended, one.final) for one in redos] == [(None, False), (D("2025-11-05"), False), (None, True)]


# 承继


def test_a_successor_holds_once_what_both_held():
    joint = (register(), transfer(joint=True), transfer(to=OTHER, joint=True))
    claim = held(*joint, succeed(ORGAN, OTHER, "2025-08-20")).claims["1"]
    assert [(one.organ, one.ended) for one in claim.handlings] == [(OTHER, None), (OTHER, D("2025-08-20"))]
    assert claim.handling is claim.handlings[0], "the first holds: with it go its days"


def test_only_what_is_still_to_be_done_passes():
    sent = held(*SENT, succeed(OFFICE, "市信访局", "2025-08-20")).claims["1"]
    assert (sent.dispatches[0].office, sent.handlings[0].sender) == (OFFICE, "市信访局")
    settled = SettleAcceptance(on=D("2025-08-10"), by=REVIEWER, competent=OTHER, mode=SettleMode.SUPERIOR, reason="…")
    let_go = held(register(), transfer(joint=True), transfer(to=OTHER, joint=True), settled, succeed(ORGAN, "红旗镇"))
    assert let_go.claims["1"].handlings[0].organ == ORGAN
    redone = held(*REDO, opinion("2025-11-03"), succeed(ORGAN)).claims["1"]
    assert redone.redos[0].organ == ORGAN, "done before"
    pending = held(*REDO, succeed(ORGAN, on="2025-11-01")).claims["1"]
    assert (pending.redos[0].organ, pending.redos[0].former) == (OTHER, ((D("2025-11-01"), ORGAN),))
    overturned = held(*REDO, ask_final(), final("2025-11-05", outcome=ReviewOutcome.REVOKE), succeed(ORGAN))
    assert overturned.claims["1"].redos[0].organ == ORGAN, "ended before"


def test_orders_and_what_was_asked_pass():
    supported = (*READY, opinion(outcome=Outcome.SUPPORT), serve())
    order = Enforce(on=D("2025-09-15"), by=ORGAN, to="红旗镇")
    assert held(*supported, order, succeed("红旗镇")).claims["1"].opinion.orders[0].to == OTHER
    asked = Supervise(
        on=D("2025-08-10"), by=OFFICE, to=ORGAN, ground=SupervisionGround.DELAY, facts="…", advice="…", claim="1"
    )
    assert held(*SENT, asked, succeed(ORGAN)).asked[0].to == OTHER
    assert held(*SENT, asked, succeed(ORGAN, claims=("1",))).asked[0].to == OTHER
    assert held(*SENT, replace(asked, claim=""), succeed(ORGAN, claims=("1",))).asked[0].to == ORGAN


def test_only_what_lies_or_waits_beside_passes():
    receipts = held(*HANDLED, attach(), succeed(OTHER, "旗税务局")).receipts
    assert [(one.by, one.teller) for one in receipts] == [(OFFICE, ""), (OTHER, "旗税务局")]
    told = Notify(on=D("2025-09-10"), by=OTHER, kind=NoticeKind.ELSEWHERE, to=ORGAN)
    assert held(*HANDLED, attach(), told, succeed(OTHER, "旗税务局")).receipts[1].teller == OTHER
    assert held(*HANDLED, succeed(OFFICE, "市信访局")).receipts[0].by == OFFICE, "who received it received it"
    assert [one.by for one in held(*ANSWERED, succeed(ORGAN)).papers] == [ORGAN], "served before"
    assert [one.by for one in held(*READY, opinion(), succeed(ORGAN)).papers] == [OTHER]


def test_a_notice_of_another_organ_s_is_not_taken_over():
    assert lawful(*SENT, notify()).claims["1"].stage is Stage.NOTIFIED


def test_unnamed_only_what_waits_and_stands_is_sent():
    justice = TransferToJustice(on=D("2025-08-07"), by=OFFICE, to="旗法院")
    assert held(*SENT, justice).claims["1"].referred is None, "another has it"
    two = register(requests=(request(), request("另一项")))
    gone = Withdraw(on=D("2025-08-05"), by=PETITIONER, statement="…", claims=("1",))
    assert [len(claim.handlings) for claim in held(two, gone, transfer()).claims.values()] == [0, 1]


def test_what_was_concluded_elsewhere_is_judged_here_by_no_clock():
    carried = held(register(origin="X-1"), CarryOver(on=D("2025-08-04"), by=OFFICE, state="已办结"))
    assert carried.claims["1"].carried is True
    assert clocks(carried, D("2026-03-02")) == []


@pytest.mark.parametrize("redo_by", [None, D("2025-12-10")])
def test_a_final_review_that_sends_it_back_again_takes_the_place_of_the_order_if_it_sets_a_day(redo_by):
    again = final("2025-11-05", outcome=ReviewOutcome.REDO, redo_by=redo_by)
    redos = held(*REDO, ask_final("2025-10-20"), again).claims["1"].redos
    first = (D("2025-11-10"), False, redo_by and D("2025-11-05"))
    assert [(one.due, one.final, one.ended) for one in redos] == [first, *([(redo_by, True, None)] if redo_by else [])]
    new_round = held(*REDO, opinion("2025-11-03"), serve("2025-11-04"), ask_review("2025-11-05"), review("2025-11-06"),
                     serve("2025-11-07", REVIEWER), ask_final("2025-11-10"),
                     final("2025-11-20", outcome=ReviewOutcome.REVOKE))  # fmt: skip
    claim = new_round.claims["1"]
    assert (claim.redos[0].ended, len(claim.past)) == (None, 1), "the round that was sent back is over"
    nothing = held(*SENT, final("2025-11-20"))
    assert nothing.papers == [], "on record, though nobody asked for it"


def test_a_final_review_made_public_is_on_record():
    public = PublishFinalReview(on=D("2025-11-20"), by="市政府", text="…", anonymised=True)
    ended = (*ANSWERED, ask_review(), review(), serve("2025-10-13", REVIEWER), ask_final(), final())
    assert held(*ended, public).claims["1"].final.published == D("2025-11-20")
    assert held(*SENT, public).claims["1"].final is None


def test_the_registrar_s_place_is_taken_by_the_whole_petition_s_successor():
    assert held(*SENT, succeed(OFFICE, "市信访局")).registrar == "市信访局"
    assert held(*SENT, succeed(OFFICE, "市信访局", claims=("1",))).registrar == OFFICE
    assert held(*SENT, succeed(ORGAN)).registrar == OFFICE


def test_what_was_asked_and_answered_stays_with_who_answered():
    asked = Supervise(on=D("2025-08-10"), by=OFFICE, to=ORGAN, ground=SupervisionGround.DELAY, facts="…", advice="…")
    answer = AnswerSupervision(on=D("2025-08-12"), by=ORGAN, answer="…")
    assert held(*SENT, asked, answer, succeed(ORGAN)).asked[0].to == ORGAN


def test_an_organ_that_takes_over_joins_only_what_is_under_way_and_its_own():
    joint = (register(), transfer(joint=True), transfer(to=OTHER, joint=True), transfer(to="红旗镇", joint=True))
    claim = held(*joint, succeed(ORGAN, OTHER, "2025-08-20")).claims["1"]
    assert [one.ended for one in claim.handlings] == [None, D("2025-08-20"), None]
    settled = SettleAcceptance(on=D("2025-08-10"), by=REVIEWER, competent=ORGAN, mode=SettleMode.SUPERIOR, reason="…")
    let_go = held(
        register(), transfer(joint=True), transfer(to=OTHER, joint=True), settled, succeed(ORGAN, OTHER, "2025-08-20")
    )
    assert [(one.organ, one.ended) for one in let_go.claims["1"].handlings] == [(OTHER, None), (OTHER, D("2025-08-10"))]


def test_who_takes_over_what_another_had_passed_down_holds_it_in_its_own_right():
    """Of two concerned the first passes it down, and the second takes over who got it: it has the claim once."""
    joint = (register(), transfer(joint=True), transfer(to=OTHER, joint=True), transfer("2025-08-08", ORGAN, BELOW))
    claim = held(*joint, succeed(BELOW, OTHER, "2025-08-20")).claims["1"]
    assert claim.charge.handling is claim.handlings[1]
    assert claim.handlings[2].ended == D("2025-08-20")
