"""What holds of records that no judge would let in, and where two of the rules of `test_standing` meet."""

from dataclasses import replace

import pytest

from tests.spec.cases import (
    ANSWERED,
    BANNER,
    HANDLED,
    OFFICE,
    ORGAN,
    READY,
    REVIEWED,
    REVIEWER,
    SENT,
    D,
    ask_final,
    ask_review,
    broken,
    clock,
    final,
    further,
    lawful,
    notify,
    opinion,
    papers,
    refused,
    register,
    request,
    review,
    running,
    serve,
    transfer,
)
from yifa.law.acts import (
    Accept,
    AgreeReturn,
    AnswerRecommendation,
    Assign,
    Attach,
    Bar,
    Classify,
    Correct,
    Extend,
    Mediate,
    Notify,
    Object,
    PublishFinalReview,
    Reach,
    Recommend,
    RefuseReturn,
    Reopen,
    ReportBack,
    ReportUrgent,
    RequestFinalReview,
    SettleAcceptance,
    SignFor,
    StandIn,
    Succeed,
    Supervise,
    Transfer,
    TransferToJustice,
    Withdraw,
)
from yifa.law.clocks import State
from yifa.law.duties import duties, lifted, owed
from yifa.law.fold import effective, replay
from yifa.law.organs import PETITIONER, Organs
from yifa.law.terms import (
    Adoption,
    Capacity,
    Channel,
    NoticeKind,
    Outcome,
    Recommendation,
    ReviewOutcome,
    SettleMode,
    SupervisionGround,
    Track,
)

OTHER, BELOW = "旗自然资源局", "旗民政局低保中心"
REDO = (
    *ANSWERED,
    ask_review(),
    review(outcome=ReviewOutcome.REDO, redo_by=D("2025-11-10")),
    serve("2025-10-13", REVIEWER, "D33"),
)


def withdraw(on, **filled):
    return Withdraw(on=D(on), by=PETITIONER, statement="不再要求", **filled)


def reopen(on, **filled):
    return Reopen(on=D(on), by=PETITIONER, statement="仍要求", **filled)


def succeed(on, organ, successor, by=None, **filled):
    return Succeed(on=D(on), by=by or successor, organ=organ, successor=successor, reason="机构改革", **filled)


# The claim in the hands of one after the other


def test_what_is_to_be_done_anew_goes_with_the_claim():
    """A redo settled on another organ is that organ's; past its day, it stays with who bore it then."""
    joint = (register(), transfer(joint=True), transfer(to=OTHER, joint=True), notify(), notify(by=OTHER))
    decided = (*joint, *[one for one in READY if one not in HANDLED], opinion(), serve(), *REDO[len(ANSWERED) :])
    settled = SettleAcceptance(
        on=D("2025-10-20"), by=REVIEWER, competent=OTHER, mode=SettleMode.SUPERIOR, reason="属其职权"
    )
    petition = lawful(*decided, settled)
    assert clock(petition, "T05", "2025-10-21").owed_by == OTHER
    late = lawful(*decided, replace(settled, on=D("2025-11-20")))
    assert ("35", ORGAN, "2025-11-11") in broken(late, "2025-12-01")
    assert ("T06", "1", OTHER, "late") not in running(late, "2026-03-02"), "what is sent back has a day of its own"


def test_an_assigned_day_moves_with_the_days_of_a_withdrawal():
    assigned = (register(), Assign(on=D("2025-08-06"), by=OFFICE, to=ORGAN, due=D("2025-08-29")))
    petition = lawful(*assigned, withdraw("2025-08-20"), reopen("2025-09-01"))
    assert clock(petition, "T05", "2025-09-01").due.day == D("2025-09-10")
    gone = lawful(*assigned, withdraw("2025-09-03"), reopen("2025-09-10"))
    assert clock(gone, "T05", "2025-09-10").due.day == D("2025-08-29"), "it had run out before"


def test_a_withdrawal_before_a_limit_began_leaves_nothing_of_it_out():
    petition = lawful(register(), withdraw("2025-08-05"), reopen("2025-08-06"), transfer("2025-08-07"))
    assert clock(petition, "T03", "2025-08-08").due.nominal == D("2025-08-22")
    assert clock(petition, "T01", "2025-08-08").due.nominal == D("2025-08-20")


def test_of_a_claim_taken_up_again_only_that_one_goes_on():
    two = (register(requests=(request(), request("另一项"))), transfer())
    petition = lawful(*two, withdraw("2025-08-07", claims=("1",)), withdraw("2025-08-08", claims=("2",)))
    one = further(petition, reopen("2025-08-10", claims=("2",)))
    assert [claim.withdrawn for claim in one.claims.values()] == [D("2025-08-07"), None]
    assert further(petition, reopen("2025-08-10")).claims["1"].withdrawn is None
    assert [claim.withdrawn for claim in further(one, reopen("2025-08-11")).claims.values()] == [None, None]


# Own rules of justice and discipline organs (Art. 23¶4)


@pytest.mark.parametrize(
    ("acts", "expected", "why"),
    [
        ((), [("2025-08-06", "running")], "on petition procedure the court tells like any organ"),
        ((Classify(on=D("2025-08-10"), by="旗法院", track=Track.C1, reason="…"),), [], "then its own rules hold"),
        (
            (
                Classify(on=D("2025-08-10"), by="旗法院", track=Track.C1, reason="…"),
                Classify(on=D("2025-08-20"), by="旗法院", track=Track.C6, reason="…"),
            ),
            [("2025-08-20", "running")],
            "and no more: from then on",
        ),
        (
            (Classify(on=D("2025-08-25"), by="旗法院", track=Track.C1, reason="…"),),
            [("2025-08-06", "late")],
            "what was late before stays late",
        ),
        (
            (succeed("2025-08-10", "旗法院", ORGAN),),
            [("2025-08-06", "running")],
            "a successor goes on with its clock",
        ),
    ],
)
def test_own_rules_hold_while_organ_and_track_are_theirs(acts, expected, why):
    petition = lawful(register(), transfer(to="旗法院"), *acts)
    on = D("2025-08-21") if acts and acts[0].on < D("2025-08-21") else D("2025-08-07") if not acts else D("2025-08-26")
    found = [one for one in running(petition, on.isoformat()) if one[0] == "T03"]
    assert [one[3] for one in found] == [state for _, state in expected], why
    for day, _ in expected:
        assert clock(petition, "T03", on.isoformat()).started == D(day)


def test_an_accusation_at_the_discipline_organ_is_fed_back_without_our_notice():
    petition = lawful(register(requests=(request(track=Track.C6),)), transfer(to="旗纪委监委"))
    sealed = further(petition, Classify(on=D("2025-08-07"), by="旗纪委监委", track=Track.B, reason="…"))
    assert papers(sealed, "2025-12-01") == {("D-FK", "1", "旗纪委监委")}


# Repeats, services, reports


def test_nobody_is_told_of_a_repeat_who_cannot_be_reached():
    attach = Attach(on=D("2025-09-01"), by=OTHER, channel=Channel.LETTER, same="同一人同一事")
    petition = lawful(register(address=""), transfer(), attach)
    assert "T02" not in {one[0] for one in running(petition, "2025-12-01")}


def test_a_repeat_is_answered_by_turning_away_and_passes_to_a_successor():
    attach = Attach(on=D("2025-09-01"), by=OTHER, channel=Channel.LETTER, same="同一人同一事")
    passed = lawful(*HANDLED, attach, succeed("2025-09-10", OTHER, "旗税务局"))
    assert ("23.2", "旗税务局", "2025-09-17") in broken(passed, "2025-09-17")
    ended = lawful(
        *REVIEWED, ask_final(), final(), serve("2025-11-12", "市政府", "D35"), replace(attach, on=D("2025-12-01"))
    )
    barred = further(ended, Bar(on=D("2025-12-02"), by=OTHER, comparison="相同"))
    assert ("T02", "1", OTHER, "met") in running(barred, "2026-03-02")
    assert refused(Notify(on=D("2025-12-03"), by=OTHER, kind=NoticeKind.ELSEWHERE, to="…"), barred) == {("23", "by")}


def test_the_reasons_of_an_extension_are_told_by_no_day_while_the_limit_stands_still():
    extension = Extend(on=D("2025-09-20"), by=ORGAN, days=30, reason="复杂", approved_by="局长")
    away = Classify(on=D("2025-09-25"), by=ORGAN, track=Track.C4, reason="…")
    petition = lawful(*HANDLED, extension, away)
    assert [one.due for one in owed(petition, D("2025-12-01")) if one.of == "D22"] == [None]
    assert not [one for one in broken(petition, "2025-12-01") if one[0] == "34"]


def test_a_report_made_before_the_matter_was_known_to_be_urgent_is_enough():
    report = ReportUrgent(on=D("2025-08-10"), by=ORGAN, to=("旗政府",), proposal="…")
    petition = lawful(*HANDLED, report, Reach(on=D("2025-09-01"), by=ORGAN, urgent=True))
    assert "25.1" not in {one.basis.key for one in owed(petition, D("2025-12-01"))}


def test_an_office_with_none_above_reports_to_nobody_above():
    alone = Organs([one for one in BANNER if one.code == OFFICE])
    petition = replay((register(urgent=True),), alone)
    assert {one.basis.key for one in duties(petition)} == {"25.1"}


def test_a_duty_tells_its_state():
    supervise = Supervise(on=D("2025-08-10"), by=OFFICE, to=ORGAN, ground=SupervisionGround.DELAY, facts="…", advice="…",
                          due=D("2025-08-25"))  # fmt: skip
    (duty,) = (one for one in duties(lawful(*SENT, supervise)) if one.basis.key == "40.1")
    assert (duty.state(D("2025-08-25")), duty.state(D("2025-08-26"))) == (State.RUNNING, State.LATE)
    assert replace(duty, met=D("2025-08-20")).state(D("2025-12-01")) == State.MET


# Refused


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (
            (*SENT, notify()),
            succeed("2025-09-01", ORGAN, ORGAN),
            {("24.2", "successor")},
            "nobody succeeds himself",
        ),
        (
            (register(by=ORGAN), transfer("2025-08-05", ORGAN, BELOW)),
            notify("2025-08-06", ORGAN, kind=NoticeKind.ELSEWHERE, to=OTHER),
            {("23.1", "kind")},
            "what is passed on below is told of as passed on",
        ),
        (
            (register(by=ORGAN), transfer("2025-08-05", ORGAN, BELOW), notify("2025-08-06", ORGAN, kind=NoticeKind.PASSED),
             Object(on=D("2025-08-08"), by=BELOW, reason="…"),
             AgreeReturn(on=D("2025-08-11"), by=ORGAN, organ=BELOW, finding="…")),
            SignFor(on=D("2025-08-12"), by=ORGAN),
            {("23.3", "")},
            "nothing is signed for that comes back",
        ),
        (
            (register(), transfer(), transfer("2025-08-07", ORGAN, BELOW), notify("2025-08-08", ORGAN, kind=NoticeKind.PASSED),
             Object(on=D("2025-08-11"), by=BELOW, reason="…"),
             AgreeReturn(on=D("2025-08-12"), by=ORGAN, organ=BELOW, finding="…")),
            Object(on=D("2025-08-13"), by=ORGAN, reason="…"),
            {("23.3", "")},
            "nor objected to, though it had been sent to it",
        ),
        (
            (register(), transfer(joint=True), transfer(to=OTHER, joint=True), notify(), notify(by=OTHER)),
            Extend(on=D("2025-09-01"), by=OTHER, days=10, reason="复杂", approved_by="某局长"),
            {("24.1", "by")},
            "the limit is lengthened by who bears it",
        ),
    ],
)  # fmt: skip
def test_refused(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_of_several_not_withdrawn_the_reason_names_them():
    two = lawful(register(requests=(request(), request("另一项"))), transfer(), withdraw("2025-08-07", claims=("1",)))
    assert refused(reopen("2025-08-10", claims=("1", "2")), two) == {("17.1", "claims")}
    assert refused(reopen("2025-08-10"), two) == set(), "named none, those withdrawn"


def test_reported_back_by_who_was_asked_though_another_was_too():
    assigned = Assign(on=D("2025-08-06"), by=OFFICE, to=ORGAN, due=D("2025-12-29"))
    petition = lawful(register(), assigned, transfer(to=OTHER, joint=True), notify(), *READY[4:], opinion(), serve())
    back = further(petition, ReportBack(on=D("2025-09-20"), by=ORGAN, report="…"))
    assert [one.reported for one in back.claims["1"].handlings] == [D("2025-09-20"), None]
    assert refused(ReportBack(on=D("2025-09-21"), by=ORGAN, report="…"), back) == {("22.1(3)", "by")}


# On record, whatever the law says of it


def test_what_is_on_record_is_read_though_it_was_never_permitted():
    """The fold never refuses: older rows were judged by older code."""
    agreed = Mediate(on=D("2025-09-01"), by=ORGAN, petitioner_consents=True, other_party="…", other_party_consents=True,
                     agreed=True, agreement="…")  # fmt: skip
    odd = replay(
        (
            register(by=ORGAN),
            Notify(on=D("2025-08-05"), by=ORGAN, kind=NoticeKind.PASSED),
            Accept(on=D("2025-08-06"), by=OTHER),
            Extend(on=D("2025-08-07"), by=ORGAN, days=3, reason="…", approved_by="…"),
            RequestFinalReview(on=D("2025-08-08"), by=PETITIONER, to=REVIEWER, grounds="…"),
            PublishFinalReview(on=D("2025-08-09"), by=REVIEWER, text="…", anonymised=True),
        ),
        BANNER,
    )
    assert odd.claims["1"].charge is None
    assert owed(odd, D("2025-12-01"))
    assert replay((), BANNER).stage.value == "未登记"
    nowhere = replay((register(by=ORGAN), Notify(on=D("2025-08-05"), by=ORGAN, kind=NoticeKind.PASSED)), BANNER)
    assert owed(nowhere, D("2025-12-01")) == []
    redone = replay((*REDO, agreed), BANNER)
    assert [one.met for one in redone.claims["1"].redos] == [D("2025-09-01")]


def test_a_referred_claim_leaves_every_hand():
    """A claim about litigation that a joint handler still had goes to the justice organ whole."""
    joint = (
        register(requests=(request(track=Track.C1),)),
        Transfer(on=D("2025-08-05"), by=OFFICE, to=ORGAN, joint=True),
    )
    sent = TransferToJustice(on=D("2025-08-06"), by=OFFICE, to="旗法院", claims=("1",))
    petition = replay((*joint, sent), BANNER)
    assert [one.ended for one in petition.claims["1"].handlings] == [D("2025-08-06")]


def test_a_void_registration_leaves_nothing_but_itself():
    petition = replay((register(), Correct(on=D("2025-08-05"), by=OFFICE, target=0, reason="…")), BANNER)
    assert petition.claims == {}
    assert len(petition.acts) == 2


def test_a_review_overturned_in_a_round_ends_what_it_had_ordered():
    supported = (*READY, opinion(outcome=Outcome.SUPPORT), serve(), ask_review(),
                 review(outcome=ReviewOutcome.REDO, redo_by=D("2025-11-10")))  # fmt: skip
    assert not [one for one in owed(lawful(*supported), D("2025-10-10")) if one.paper == "D28"]


def test_only_the_kind_named_is_answered_even_by_number():
    advice = Recommend(on=D("2025-08-10"), by=OFFICE, kind=Recommendation.WORK, to=ORGAN, facts="…", text="…")
    both = lawful(*SENT, advice, replace(advice, kind=Recommendation.LIABILITY))
    assert [one.act.kind for one in both.asked if one.open] == [Recommendation.WORK, Recommendation.LIABILITY]


def test_an_heir_without_an_address_is_heard_all_the_same():
    heir = StandIn(
        on=D("2025-09-15"), by=ORGAN, who="王小某", capacity=Capacity.HEIR, credential="公证书", electronic=True
    )
    petition = lawful(register(address="", names=()), transfer(), heir)
    assert petition.hearable
    assert petition.servable == D("2025-09-15")
    assert petition.reachable is None


def test_an_urgent_matter_s_report_passes_with_the_whole_petition_alone():
    urgent = lawful(register(urgent=True))
    whole = further(urgent, succeed("2025-08-05", OFFICE, "市信访局"))
    assert whole.urgency.organ == "市信访局"
    assert broken(whole, "2025-08-06") >= {("25.1", "市信访局", "2025-08-06")}
    one = further(urgent, succeed("2025-08-05", OFFICE, "市信访局", claims=("1",)))
    assert one.urgency.organ == OFFICE


def test_a_redo_stays_with_the_organ_that_keeps_the_claim():
    """Passed on and returned while it is to be done anew."""
    passed = (
        *REDO,
        transfer("2025-10-14", ORGAN, BELOW),
        Object(on=D("2025-10-15"), by=BELOW, reason="…"),
        AgreeReturn(on=D("2025-10-16"), by=ORGAN, organ=BELOW, finding="…"),
    )
    (redo,) = lawful(*passed).claims["1"].redos
    assert (redo.organ, redo.former) == (ORGAN, ((D("2025-10-14"), ORGAN), (D("2025-10-16"), BELOW)))
    two = lawful(*REDO, opinion("2025-11-03"), serve("2025-11-04"), ask_review("2025-11-05"),
                 review("2025-11-20", outcome=ReviewOutcome.REDO))  # fmt: skip
    assert [one.met for one in further(two, transfer("2025-11-21", ORGAN, BELOW)).claims["1"].redos] == [
        D("2025-11-03"),
        None,
    ]


def test_what_holds_is_what_was_corrected():
    wrong, right = transfer(), transfer(to=OTHER)
    acts = (register(), wrong, Correct(on=D("2025-08-07"), by=OFFICE, target=1, reason="…", right=right))
    assert effective(acts) == [acts[0], right]


def test_who_was_told_before_he_could_be_reached_is_not_told_again():
    petition = lawful(
        register(address=""), transfer(), notify("2025-08-10"), Reach(on=D("2025-09-01"), by=ORGAN, address="一村")
    )
    assert "T03" not in {one[0] for one in running(petition, "2025-12-01")}


def test_before_the_notice_no_more_than_the_notice_is_owed():
    assert papers(lawful(register(requests=(request(track=Track.C4),)), transfer()), "2025-08-07") == {
        ("D12", "1", ORGAN)
    }


def test_a_correction_lifts_one_breach_and_leaves_the_other():
    late = lawful(register(), transfer("2025-08-21"), notify("2025-09-10"))
    wrong = Correct(on=D("2025-09-11"), by=ORGAN, target=2, reason="…", right=notify("2025-09-04"))
    corrected = further(late, wrong)
    assert [one.breach.basis.key for one in lifted(corrected)] == ["23.3"]
    assert broken(corrected, "2025-09-11") == {("22.1", OFFICE, "2025-08-20")}


def test_a_correction_may_show_a_duty_that_was_owed_to_be_late():
    told = lawful(*SENT, notify("2025-08-20"))
    later = Correct(on=D("2025-09-11"), by=ORGAN, target=2, reason="…", right=notify("2025-08-25"))
    assert ("23.3", ORGAN, "2025-08-22") in broken(further(told, later), "2025-09-11")


def test_only_what_was_objected_to_is_returned_and_only_what_was_refused_is_bound():
    two = (
        register(requests=(request(), request("另一项"))),
        transfer(),
        Object(on=D("2025-08-08"), by=ORGAN, reason="…", claims=("1",)),
    )
    returned = lawful(*two, AgreeReturn(on=D("2025-08-11"), by=OFFICE, organ=ORGAN, finding="…"))
    assert [one.handling is None for one in returned.claims.values()] == [True, False]
    bound = lawful(*two, RefuseReturn(on=D("2025-08-11"), by=OFFICE, organ=ORGAN, finding="…"))
    assert [one.handling.objection_refused for one in bound.claims.values()] == [D("2025-08-11"), None]


def test_a_withdrawn_claim_is_not_sent_on():
    gone = lawful(register(), withdraw("2025-08-05"))
    assert ("17.1", "") in refused(transfer(claims=("1",)), gone)


def test_what_an_overturned_order_asked_for_is_not_met_by_a_later_end():
    overturned = (*REDO, ask_final(), final("2025-11-05", outcome=ReviewOutcome.REVOKE))
    again = replay((*overturned, opinion("2025-11-20")), BANNER)
    assert [(one.ended, one.met) for one in again.claims["1"].redos] == [(D("2025-11-05"), None)]


def test_of_two_recommendations_the_kind_answered_is_answered():
    advice = Recommend(on=D("2025-08-10"), by=OFFICE, kind=Recommendation.WORK, to=ORGAN, facts="…", text="…")
    both = lawful(*SENT, advice, replace(advice, kind=Recommendation.LIABILITY))
    answer = AnswerRecommendation(
        on=D("2025-08-20"), by=ORGAN, kind=Recommendation.LIABILITY, adoption=Adoption.FULL, answer="…"
    )
    assert [one.act.kind for one in further(both, answer).asked if one.open] == [Recommendation.WORK]
