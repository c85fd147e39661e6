"""违规不因后来的行为消除: a breach stands, the sixty days have one owner, what is asked is answered by what names it.

The histories by which the law core once forgot what had happened, each with what is right.
"""

from dataclasses import replace

import pytest

from tests.spec.cases import (
    ANSWERED,
    BANNER,
    FINAL_REVIEWER,
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
    may,
    notify,
    opinion,
    otherwise,
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
    AnswerSupervision,
    Assign,
    Attach,
    CarryOver,
    Classify,
    Correct,
    Enforce,
    Extend,
    HoldHearing,
    Notify,
    Object,
    OrderRemedy,
    Reach,
    Recommend,
    Register,
    Reopen,
    ReportExecution,
    ReportRemedy,
    ReportUrgent,
    SettleAcceptance,
    SignFor,
    StandIn,
    Succeed,
    Supervise,
    TakeConferenceMeasure,
    Withdraw,
)
from yifa.law.duties import breaches, duties, lifted, owed
from yifa.law.fold import replay, take
from yifa.law.grounds import RemedyGround
from yifa.law.organs import PETITIONER, FormerName, Organ, Organs
from yifa.law.terms import (
    Adoption,
    Capacity,
    Channel,
    ConferenceMeasureKind,
    NoticeKind,
    OrganKind,
    Outcome,
    Recommendation,
    ReviewOutcome,
    SettleMode,
    SupervisionGround,
    Track,
)

OTHER = "旗自然资源局"
BELOW = "旗民政局低保中心"
SIXTY = ("34", ORGAN, "2025-10-10")
"""The sixty days of HANDLED, missed."""


def accept(on="2025-08-08", by=ORGAN):
    return Accept(on=D(on), by=by)


def classify(on, track, by=ORGAN):
    return Classify(on=D(on), by=by, track=track, reason="查明后另行认定")


def settle(on, competent, by, mode=SettleMode.AGREED):
    return SettleAcceptance(on=D(on), by=by, competent=competent, mode=mode, reason="协商")


def succeed(on, organ, successor, **filled):
    return Succeed(on=D(on), by=successor, organ=organ, successor=successor, reason="机构改革", **filled)


def supervise(on="2025-08-10", to=ORGAN, due="2025-08-25", **filled):
    said = {"ground": SupervisionGround.DELAY, "facts": "未告知", "advice": "改进"}
    return Supervise(on=D(on), by=OFFICE, to=to, due=D(due) if due else None, **said, **filled)


# A breach stands, whatever is done later


@pytest.mark.parametrize(
    ("history", "later", "breach", "why"),
    [
        (SENT, (notify("2025-11-03"),), ("34", ORGAN, "2025-10-21"), "02a: a late notice begins no new sixty days"),
        ((*SENT, notify()), (accept("2025-11-03"),), SIXTY, "02b: nor does a late acceptance"),
        (HANDLED, (classify("2025-10-13", Track.C4),), SIXTY, "02c: a period that has run out cannot stand still"),
        (
            HANDLED,
            (classify("2025-10-13", Track.C4), classify("2025-11-03", Track.C6)),
            SIXTY,
            "02c: nor be moved by coming back",
        ),
        (READY, (opinion("2025-11-03"),), SIXTY, "an answer makes good, it undoes nothing"),
        (HANDLED, (Withdraw(on=D("2025-10-20"), by=PETITIONER, statement="不再要求"),), SIXTY, "nor does a withdrawal"),
        (HANDLED, (succeed("2025-10-20", ORGAN, OTHER),), SIXTY, "a successor takes duties over, not breaches"),
        (
            (*HANDLED, transfer("2025-10-20", ORGAN, BELOW)),
            (),
            SIXTY,
            "what is passed on late was late before",
        ),
    ],
)
def test_what_comes_after_expiry_moves_nothing(history, later, breach, why):
    petition = lawful(*history, *later)
    for day in ("2025-11-03", "2025-12-01", "2026-03-02"):
        assert breach in broken(petition, day), why


def test_a_hearing_held_after_the_thirty_days_leaves_nothing_out():
    """02d, Art. 36¶2: only of a period that runs."""
    asked = (*REVIEWED, ask_final())
    in_time = HoldHearing(on=D("2025-11-19"), by=FINAL_REVIEWER, days=15, conclusion="结论")
    late = replace(in_time, on=D("2025-11-25"))
    for hearing, decided in ((in_time, "2025-12-04"), (late, "2025-11-25")):
        petition = lawful(*asked, hearing, final(decided))
        assert (("36.1", FINAL_REVIEWER, "2025-11-20") in broken(petition, "2026-03-02")) is (hearing is late)


def test_an_extension_in_time_lengthens_and_one_refused_changes_nothing():
    extension = Extend(on=D("2025-10-10"), by=ORGAN, days=30, reason="复杂", approved_by="局长")
    assert refused(extension, lawful(*HANDLED)) == {("34", "")}
    assert SIXTY in broken(lawful(*HANDLED), "2025-10-10")


def test_a_breach_says_when_it_was_made_good_and_that_the_track_was_found_wrong():
    (late,) = breaches(lawful(*READY, opinion("2025-11-03")), D("2025-11-04"))
    assert (late.made_good, late.reclassified) == (D("2025-11-03"), False)
    (before,) = breaches(lawful(*READY), D("2025-11-02"))
    assert before.made_good is None
    (elsewhere,) = breaches(lawful(*HANDLED, classify("2025-10-13", Track.C4)), D("2025-10-20"))
    assert elsewhere.reclassified, "类别后来更正"
    assert ("D27", "1", ORGAN) not in papers(lawful(*HANDLED, classify("2025-10-13", Track.C4)), "2025-10-20")


def test_what_was_left_of_a_last_day_on_a_holiday_is_kept_while_the_claim_is_away():
    """Day 60 is 7 October, legally the ninth; it leaves on the eighth and has a day left when it comes back."""
    away = lawful(*HANDLED, classify("2025-10-08", Track.C4))
    assert clock(away, "T06", "2025-12-01").state(D("2025-12-01")) == "paused"
    back = further(away, classify("2025-11-10", Track.C6))
    assert clock(back, "T06", "2025-11-10").due.day == D("2025-11-11")
    assert not broken(back, "2025-11-11") & {SIXTY}


# A correction: what it removes, what it may not make


def correction(on, target, right, by=OFFICE):
    return Correct(on=D(on), by=by, target=target, reason="登记有误", right=right)


def test_a_corrected_fact_removes_a_breach_and_the_record_says_which():
    told_late = lawful(*SENT, notify("2025-08-25"))
    assert ("23.3", ORGAN, "2025-08-22") in broken(told_late, "2025-08-26")
    corrected = further(told_late, correction("2025-08-26", 2, notify("2025-08-20"), ORGAN))
    assert broken(corrected, "2025-09-01") == set()
    assert [(one.breach.what, one.number) for one in lifted(corrected)] == [("书面告知（转送、交办）逾期", 3)]
    assert list(lifted(told_late)) == []


def test_an_address_added_by_a_correction_makes_a_notice_owed_from_that_day():
    unknown = lawful(register(address=""), transfer())
    corrected = further(unknown, correction("2025-09-15", 0, register()))
    assert broken(corrected, "2025-09-30") == set()
    assert clock(corrected, "T03", "2025-09-15").due.nominal == D("2025-09-30")
    assert ("23.3", ORGAN, "2025-10-01") in broken(corrected, "2025-10-01")


def test_a_correction_of_the_track_makes_no_sixty_days_of_the_past():
    other = (register(requests=(request(track=Track.C4),)), transfer(), notify())
    wrong = correction("2025-12-01", 0, register())
    assert refused(wrong, lawful(*other)) == {("21.2", "right")}
    assert refused(replace(wrong, on=D("2025-08-20")), lawful(*other)) == set(), "in time it may be put right"


def test_a_claim_that_was_on_c6_by_mistake_keeps_its_breach():
    """Our reading: whoever judges the track anew says so by an act of that day."""
    wrong = correction("2025-11-03", 0, register(requests=(request(track=Track.C4),)))
    assert ("34", "right") in refused(wrong, lawful(*HANDLED))
    assert refused(replace(wrong, on=D("2025-08-20")), lawful(*HANDLED)) == set(), "nothing was late yet"


# What becomes known later


@pytest.mark.parametrize(
    ("filled", "why"),
    [
        ({"address": "红旗镇一村"}, "an address"),
        ({"address": "红旗镇一村", "representatives": ("张某",)}, "a representative with an address"),
    ],
)
def test_who_becomes_known_is_told_from_then_on(filled, why):
    unknown = register(address="", names=() if "representatives" in filled else ("王某",))
    petition = lawful(unknown, transfer(), Reach(on=D("2025-09-15"), by=ORGAN, **filled))
    assert clock(petition, "T03", "2025-09-15").started == D("2025-09-15"), why
    assert broken(petition, "2025-09-30") == set()
    assert ("23.3", ORGAN, "2025-10-01") in broken(petition, "2025-10-01")


def test_a_paper_lying_is_served_once_somebody_is_known():
    ready = [act for act in READY if not isinstance(act, Register | Notify)]
    petition = lawful(register(address=""), *ready, opinion())
    assert not {paper for paper, *_ in papers(petition, "2025-12-01")} & {"D30 D27"}
    known = further(petition, Reach(on=D("2025-12-01"), by=ORGAN, electronic=True))
    assert ("D30 D27", "1", ORGAN) in papers(known, "2025-12-01")
    assert broken(known, "2025-12-08") == set()
    assert ("35", ORGAN, "2025-12-02") in broken(known, "2025-12-09")


@pytest.mark.parametrize(
    ("filled", "expected", "why"),
    [
        ({"contact": "0478-1"}, set(), "a telephone"),
        ({}, {("22.1", "names")}, "nothing new"),
        ({"representatives": tuple("甲乙丙丁戊己")}, {("20.3", "representatives")}, "Art. 20¶3: five at most"),
    ],
)
def test_what_may_be_added(filled, expected, why):
    assert refused(Reach(on=D("2025-09-15"), by=OFFICE, **filled), lawful(*SENT)) == expected, why


@pytest.mark.parametrize(
    ("filled", "expected", "why"),
    [
        ({}, set(), "an heir shows the paper"),
        ({"who": ""}, {("MF 124", "who")}, "who"),
        ({"credential": "", "capacity": Capacity.GUARDIAN}, {("MF 23", "credential")}, "by what it is shown"),
    ],
)
def test_a_guardian_or_heir_goes_on(filled, expected, why):
    said = {"who": "王小某", "capacity": Capacity.HEIR, "credential": "公证书", "address": "红旗镇一村"}
    act = StandIn(on=D("2025-09-15"), by=ORGAN, **(said | filled))
    assert refused(act, lawful(register(address="", names=()), transfer())) == expected, why


def test_an_heir_is_told_from_the_day_he_is_known():
    act = StandIn(
        on=D("2025-09-15"), by=ORGAN, who="王小某", capacity=Capacity.HEIR, credential="公证书", address="一村"
    )
    petition = lawful(register(address="", names=()), transfer(), act)
    assert clock(petition, "T03", "2025-09-15").started == D("2025-09-15")
    assert refused(replace(act, on=D("2025-09-16")), petition) == set()


# Reopening


def test_the_days_of_a_withdrawal_are_nobody_s():
    withdrawn = lawful(*HANDLED, Withdraw(on=D("2025-09-07"), by=PETITIONER, statement="不再要求"))
    assert not papers(withdrawn, "2025-11-03")
    assert "Reopen" in may(withdrawn, "2025-11-03")
    reopened = further(withdrawn, Reopen(on=D("2025-11-06"), by=PETITIONER, statement="仍要求办理"))
    assert clock(reopened, "T06", "2025-11-06").due.nominal == D("2025-12-06"), "thirty days were left"
    assert broken(reopened, "2025-12-08") == set()
    assert broken(reopened, "2025-12-09") == {("34", ORGAN, "2025-12-09")}


@pytest.mark.parametrize(
    ("history", "filled", "expected", "why"),
    [
        (HANDLED, {}, {("17.1", "")}, "nothing was withdrawn"),
        (HANDLED, {"claims": ("1",)}, {("17.1", "")}, "nor that one"),
        ((*HANDLED, Withdraw(on=D("2025-09-07"), by=PETITIONER, statement="撤")), {"statement": " "},
         {("17.1", "statement")}, "her word is written down"),
    ],
)  # fmt: skip
def test_what_may_be_reopened(history, filled, expected, why):
    act = Reopen(on=D("2025-11-06"), by=PETITIONER, **{"statement": "仍要求办理", **filled})
    assert refused(act, lawful(*history)) == expected, why


# One organ for every open duty


JOINT = (register(), transfer("2025-08-06", to=ORGAN, joint=True), transfer("2025-08-06", to=OTHER, joint=True))


def test_what_was_let_go_is_not_charged_to_who_let_go():
    """05a: the second organ came to owe the opinion when the first was rid of it; its days are its own."""
    returned = lawful(
        *JOINT,
        Object(on=D("2025-08-11"), by=ORGAN, reason="不属职权"),
        AgreeReturn(on=D("2025-08-13"), by=OFFICE, organ=ORGAN, finding="属实"),
        notify("2025-08-20", OTHER),
        accept("2025-08-20", OTHER),
    )
    found = clock(returned, "T06", "2025-10-21")
    assert (found.owed_by, found.started) == (OTHER, D("2025-08-20"))
    assert broken(returned, "2025-10-21") == {("34", OTHER, "2025-10-21")}


def test_the_settled_organ_owes_the_opinion():
    """05b, Art. 24¶1; until then the first it was sent to, and each its own notice."""
    before = lawful(*JOINT)
    assert clock(before, "T06", "2025-12-01").owed_by == ORGAN
    assert {("D12", "1", ORGAN), ("D12", "1", OTHER)} <= papers(before, "2025-08-07")
    settled = further(before, settle("2025-08-13", OTHER, REVIEWER, SettleMode.SUPERIOR), notify("2025-08-20", OTHER))
    assert clock(settled, "T06", "2025-10-21").owed_by == OTHER
    assert broken(settled, "2025-10-21") == {("34", OTHER, "2025-10-21")}, "day 60 is a Sunday"


def test_who_gets_the_claim_late_counts_from_then_and_the_breach_of_the_one_before_stays():
    late = lawful(*JOINT, notify("2025-08-20", ORGAN), notify("2025-08-20", OTHER))
    settled = further(late, settle("2025-12-01", OTHER, REVIEWER, SettleMode.SUPERIOR))
    assert clock(settled, "T06", "2025-12-02", organ=OTHER).started == D("2025-12-01")
    assert broken(settled, "2025-12-02") == {("34", ORGAN, "2025-10-21")}


def test_a_claim_that_comes_back_by_settlement_is_handled_again():
    """F1: passed on, then settled on the very organ that had passed it on."""
    petition = lawful(
        register(by=ORGAN),
        transfer("2025-08-05", ORGAN, BELOW),
        settle("2025-08-15", ORGAN, ORGAN),
        notify("2025-08-18"),
    )
    assert running(petition, "2025-10-20") == [("T02", "1", ORGAN, "met"), ("T06", "1", ORGAN, "late")]
    assert {"TakeStatement", "Investigate"} <= may(petition, "2025-08-18", ORGAN)
    assert "Extend" in may(petition, "2025-10-17", ORGAN)
    assert "Extend" not in may(petition, "2025-10-18", ORGAN), "its own sixty days have passed, not those of who had it"


def test_a_claim_returned_to_an_organ_that_had_told_of_it_as_passed_on_is_its_own_again():
    passed = (
        register(by=ORGAN),
        transfer("2025-08-05", ORGAN, BELOW),
        notify("2025-08-06", ORGAN, kind=NoticeKind.PASSED, to=BELOW),
        Object(on=D("2025-08-08"), by=BELOW, reason="不属职权"),
        AgreeReturn(on=D("2025-08-11"), by=ORGAN, organ=BELOW, finding="属实"),
    )
    petition = lawful(*passed)
    notices = [one for one in running(petition, "2025-08-11") if one[0] == "T02"]
    assert notices == [("T02", "1", ORGAN, "met"), ("T02", "1", ORGAN, "running")], "its days count anew"
    assert ("D12", "1", ORGAN) in papers(petition, "2025-08-11")
    assert "Object" not in may(petition, "2025-08-11", ORGAN), "nothing is objected to a second time"


def test_of_two_passed_on_to_the_other_still_holds_it():
    petition = lawful(
        register(by=ORGAN),
        transfer("2025-08-05", ORGAN, BELOW),
    )
    assert refused(transfer("2025-08-06", ORGAN, BELOW, joint=True), petition) == {("24.1", "to")}, "it has it already"


def test_a_pending_review_passes_to_the_successor():
    """10: with its thirty days; what was broken by then stays with the one before."""
    asked = (*ANSWERED, ask_review())
    in_time = lawful(*asked, Succeed(
        on=D("2025-10-01"), by="旗委", organ=REVIEWER, successor="市政府", reason="机构改革"
    ))  # fmt: skip
    assert ("T09", "1", "市政府", "running") in running(in_time, "2025-10-20")
    assert broken(in_time, "2025-10-23") == {("35", "市政府", "2025-10-23")}
    late = lawful(*asked, Succeed(
        on=D("2025-10-30"), by="旗委", organ=REVIEWER, successor="市政府", reason="机构改革"
    ))  # fmt: skip
    assert broken(late, "2025-12-01") == {("35", REVIEWER, "2025-10-23")}
    assert ("D33", "1", "市政府") in papers(late, "2025-12-01")


def test_an_office_s_open_dispatch_passes_too():
    petition = lawful(register(), succeed("2025-08-08", OFFICE, "市信访局"))
    assert running(petition, "2025-08-20") == [("T01", "1", "市信访局", "late")]
    assert broken(petition, "2025-08-20") == {("22.1", "市信访局", "2025-08-20")}


def test_what_passed_on_comes_back_to_who_takes_the_other_over():
    """A merger: the organ above takes over the one below it had passed the claim on to."""
    passed = (register(by=ORGAN), transfer("2025-08-05", ORGAN, BELOW), succeed("2025-08-12", BELOW, ORGAN))
    petition = lawful(*passed)
    (sixty,) = (one for one in running(petition, "2025-12-01") if one[0] == "T06")
    assert sixty == ("T06", "1", ORGAN, "late")
    assert "Notify" in may(petition, "2025-08-12", ORGAN)


def test_a_breach_keeps_the_name_of_its_day():
    called = Organ(
        code="A", name="旗农牧和科技局", superiors=("G",), former=(FormerName(name="旗农牧局", until=D("2025-09-01")),)
    )
    organs = Organs((Organ(code="G", name="旗政府", kind=OrganKind.GOVERNMENT), called))
    petition = replay((register(by="A"),), organs)
    assert next((one.by, one.name) for one in breaches(petition, D("2025-12-01"))) == ("A", "旗农牧局")
    assert organs.name("A", D("2025-09-01")) == "旗农牧和科技局"


# Duties are clocks


def test_one_answer_does_not_settle_every_supervision():
    """F4: it names what it answers; a late answer stays late."""
    two = lawful(*SENT, supervise(), supervise(due="2025-08-30", claim="1"))
    answer = AnswerSupervision(on=D("2025-10-02"), by=ORGAN, answer="已告知")
    assert refused(answer, two) == {("40.1", "of")}, "of two it says which"
    assert refused(replace(answer, of=1), two) == {("40.1", "of")}, "that is no supervision"
    first = further(two, replace(answer, of=2))
    asked = {(one.number, one.met) for one in duties(first) if one.basis.key == "40.1"}
    assert asked == {(2, D("2025-10-02")), (3, None)}
    assert {("40.1", ORGAN, "2025-08-26"), ("40.1", ORGAN, "2025-09-02")} <= broken(first, "2025-12-01")
    second = further(first, replace(answer, on=D("2025-10-03")))
    assert {one.made_good for one in breaches(second, D("2025-12-01")) if one.basis.key == "40.1"} == {
        D("2025-10-02"),
        D("2025-10-03"),
    }
    assert refused(replace(answer, on=D("2025-10-04")), second) == {("40.1", "by")}


def test_an_answer_of_old_that_names_none_settles_all_as_it_did():
    """Version 1 of the record has no `of`."""
    petition = lawful(*SENT, supervise(), supervise())
    take(petition, AnswerSupervision(on=D("2025-08-20"), by=ORGAN, answer="已告知"))
    assert not any(one.open for one in petition.asked)


def test_a_recommendation_is_answered_by_its_number_too():
    advice = Recommend(on=D("2025-08-10"), by=OFFICE, kind=Recommendation.WORK, to=ORGAN, facts="…", text="…")
    two = lawful(*SENT, advice, advice)
    answer = AnswerRecommendation(
        on=D("2025-08-20"), by=ORGAN, kind=Recommendation.WORK, adoption=Adoption.FULL, answer="已采纳"
    )
    assert refused(answer, two) == {("40.4", "of")}
    assert sum(one.open for one in further(two, replace(answer, of=3)).asked) == 1
    assert refused(replace(answer, kind=Recommendation.POLICY), two) == {("40.4", "by")}


@pytest.mark.parametrize(
    ("ground", "key"),
    [
        (RemedyGround.DISPATCH, "43"), (RemedyGround.SUPERVISION, "43"), (RemedyGround.REGISTRATION, "44(1)"),
        (RemedyGround.REFUSAL, "44(2)"), (RemedyGround.NOTICE, "44(3)"), (RemedyGround.DELAY, "45(1)"),
        (RemedyGround.NOT_SUPPORTED, "45(2)"), (RemedyGround.ADVICE, "45(3)"), (RemedyGround.OTHER, "45(4)"),
    ],
)  # fmt: skip
def test_an_order_to_put_right_is_owed_and_late_on_the_provision_of_its_ground(ground, key):
    order = OrderRemedy(
        on=D("2025-10-13"), by=REVIEWER, to=ORGAN, ground=ground, facts="逾期", order="立即办理", due=D("2025-10-31")
    )
    petition = lawful(*HANDLED, order)
    assert (key, ORGAN, "2025-11-01") in broken(petition, "2025-11-01")
    done = further(petition, ReportRemedy(on=D("2025-11-05"), by=ORGAN, report="已改正"))
    assert (key, ORGAN, "2025-11-01") in broken(done, "2025-12-01"), "late it stays"
    assert "D-ZG" not in {paper for paper, *_ in papers(done, "2025-12-01")}


@pytest.mark.parametrize(
    ("filled", "expected", "why"),
    [
        ({}, set(), "the superior orders"),
        ({"by": OFFICE}, {("45(1)", "by")}, "not the office of its own level"),
        ({"to": "无此机关"}, {("45(1)", "to")}, "an organ that exists"),
        ({"order": ""}, {("45(1)", "order")}, "what is to be done"),
        ({"due": D("2025-10-12")}, {("45(1)", "due")}, "not before the order"),
    ],
)
def test_who_orders_what(filled, expected, why):
    said = {"by": REVIEWER, "to": ORGAN, "ground": RemedyGround.DELAY, "facts": "逾期", "order": "立即办理"}
    assert refused(OrderRemedy(on=D("2025-10-13"), **(said | filled)), lawful(*HANDLED)) == expected, why


def test_a_conference_measure_with_a_day_is_watched():
    """11: 责令限期整改."""
    measure = TakeConferenceMeasure(
        on=D("2025-10-13"), by="旗联席会议", to=ORGAN, kind=ConferenceMeasureKind.ORDER_REMEDY, reason="不力",
        due=D("2025-10-31"),
    )  # fmt: skip
    petition = lawful(*HANDLED, measure, replace(measure, due=None, kind=ConferenceMeasureKind.INTERVIEW))
    assert {("39.3", ORGAN, "2025-11-01")} == {one for one in broken(petition, "2025-12-01") if one[0] == "39.3"}
    answered = ReportRemedy(on=D("2025-10-20"), by=ORGAN, report="已整改")
    assert not [one for one in broken(further(petition, answered), "2025-12-01") if one[0] == "39.3"]
    assert refused(replace(answered, report=" "), petition) == {("45", "report")}
    assert refused(replace(answered, by=OTHER), petition) == {("45", "by")}


def test_a_missed_day_of_execution_is_not_called_refusal():
    """11, Art. 32¶2: 未按期执行; whether it is refusal a person says."""
    supported = (*READY, opinion(outcome=Outcome.SUPPORT), serve())
    order = Enforce(on=D("2025-09-15"), by=ORGAN, to="红旗镇", due=D("2025-10-15"))
    petition = lawful(*supported, order)
    (breach,) = breaches(petition, D("2025-12-01"))
    assert (breach.what, breach.by, breach.since) == ("未按期执行", "红旗镇", D("2025-10-16"))
    done = further(petition, ReportExecution(on=D("2025-11-03"), by=ORGAN, done=True, report="已落实"))
    assert [one.made_good for one in breaches(done, D("2025-12-01"))] == [D("2025-11-03")]
    again = further(petition, replace(order, on=D("2025-11-03"), due=D("2025-11-30")))
    assert broken(again, "2025-12-02") == {("32.2", "红旗镇", "2025-10-16"), ("32.2", "红旗镇", "2025-12-02")}
    upheld = lawful(*supported, order, ask_review(), review("2025-10-10", outcome=ReviewOutcome.REVOKE))
    assert not [one for one in broken(upheld, "2025-10-16") if one[0] == "32.2"], "a review took it away"


# Until a claim ends


def test_something_is_owed_off_petition_procedure_until_it_ends():
    """07, Arts. 29, 31(1)–(5): without a day."""
    petition = lawful(
        register(requests=tuple(request(track=one) for one in (Track.C4, Track.A, Track.C5))), transfer(), notify()
    )
    found = {(one.paper, one.claim, one.by, one.due) for one in owed(petition, D("2027-03-01"))}
    assert found == {("D23", "1", ORGAN, None), ("D29", "2", ORGAN, None), ("D-LX", "3", ORGAN, None)}


def test_a_claim_put_before_the_government_waits_at_the_office():
    report = ReportUrgent(on=D("2025-08-05"), by=OFFICE, to=("旗政府",), proposal="…", claims=("1",))
    assert ("D04", "1", OFFICE) in papers(lawful(register(), report), "2025-12-01")


def test_a_repeat_that_came_to_another_organ_owes_its_notice():
    """15, Art. 23¶1–2."""
    attach = Attach(on=D("2025-09-01"), by=OTHER, channel=Channel.LETTER, same="同一人同一事")
    petition = lawful(*HANDLED, attach)
    assert ("T02", "1", OTHER, "running") in running(petition, "2025-09-16")
    assert ("23.2", OTHER, "2025-09-17") in broken(petition, "2025-09-17")
    told = Notify(on=D("2025-09-18"), by=OTHER, kind=NoticeKind.ELSEWHERE, to=ORGAN)
    assert refused(replace(told, kind=NoticeKind.OWN), petition) == {("23.1", "kind")}
    assert refused(replace(told, to=""), petition) == {("23.1", "to")}
    answered = further(petition, told)
    assert ("D12", "1", OTHER) not in papers(answered, "2025-09-18")
    assert ("23.2", OTHER, "2025-09-17") in broken(answered, "2025-12-01"), "late it stays"
    assert clock(answered, "T06", "2025-09-18").owed_by == ORGAN, "the handling goes on as it was"


@pytest.mark.parametrize("by", [OFFICE, ORGAN, "市信访局"])
def test_a_repeat_at_an_office_or_the_handling_organ_owes_nothing_new(by):
    petition = lawful(*HANDLED, Attach(on=D("2025-09-01"), by=by, channel=Channel.LETTER, same="同一人同一事"))
    assert [one[0] for one in running(petition, "2025-09-17")] == ["T01", "T03", "T06"]


# Who approves, by which reading


@pytest.mark.parametrize(
    ("by", "approver", "expected", "why"),
    [
        (ORGAN, "民政局长", set(), "its head"),
        (ORGAN, "副局长", set(), "a deputy"),
        (ORGAN, "代理局长", set(), "an acting head"),
        (ORGAN, "镇长", {("34", "approved_by")}, "13: another organ's head"),
        (ORGAN, "某科长", {("34", "approved_by")}, "whoever is no head of it"),
        (OTHER, "某局长", set(), "no heads on file: as stated"),
        (OTHER, "镇长", {("34", "approved_by")}, "13: but not one on file as another's"),
    ],
)
def test_the_head_of_the_very_organ_approves(by, approver, expected, why):
    handled = (register(), transfer(to=by), notify(by=by))
    act = Extend(on=D("2025-09-01"), by=by, days=10, reason="复杂", approved_by=approver)
    assert refused(act, lawful(*handled)) == expected, why


def test_a_limit_is_judged_by_the_reading_of_the_day_it_started():
    twice = otherwise("2025-08-09", extensions=2)
    first = Extend(on=D("2025-09-01"), by=ORGAN, days=10, reason="复杂", approved_by="局长")
    begun_before = lawful(*HANDLED, first, readings=twice)
    assert refused(replace(first, on=D("2025-09-02")), begun_before, readings=twice) == {("34", "")}
    before = otherwise("2025-08-08", extensions=2)
    assert (
        refused(replace(first, on=D("2025-09-02")), lawful(*HANDLED, first, readings=before), readings=before) == set()
    )


def test_signing_asks_the_same_reading_as_the_clock():
    """Day 15 is Saturday 9 August: an office that lets last days lie ends the signing there too."""
    plain = otherwise(roll_last_day=False)
    sent = (register("2025-07-24"), transfer("2025-07-25"))
    sign = SignFor(on=D("2025-08-11"), by=ORGAN)
    assert refused(sign, lawful(*sent)) == set()
    assert refused(sign, lawful(*sent), readings=plain) == {("23.3", "")}


def test_a_petitioner_s_day_rolls_whatever_the_office_reads():
    plain = otherwise(roll_last_day=False)
    assert refused(ask_review("2025-10-13"), lawful(*ANSWERED), readings=plain) == set()


def test_a_final_review_may_be_asked_of_an_order_to_redo():
    """14, Art. 36¶1: no exception; overturned, the order to redo ends."""
    redo = lawful(
        *ANSWERED,
        ask_review(),
        review(outcome=ReviewOutcome.REDO, redo_by=D("2025-11-08")),
        serve("2025-10-13", REVIEWER, "D33"),
    )
    assert refused(ask_final(), redo) == set()
    asked = further(redo, ask_final())
    assert {("T11", "1", FINAL_REVIEWER, "running"), ("T05", "1", ORGAN, "running")} <= set(
        running(asked, "2025-10-20")
    )
    assert refused(ask_final("2025-10-21"), asked) == {("36.1", "")}, "once"
    upheld = further(asked, final("2025-11-05"))
    assert ("T05", "1", ORGAN, "running") in running(upheld, "2025-11-05"), "the order stands"
    overturned = further(asked, final("2025-11-05", outcome=ReviewOutcome.REVOKE))
    assert "T05" not in {one[0] for one in running(overturned, "2025-12-01")}
    assert papers(overturned, "2025-11-05") == {("D30 D35", "1", FINAL_REVIEWER)}


# Carried over, and what names nobody


def test_what_is_carried_over_is_carried_on_the_day_of_its_registration():
    imported = register(origin="X-1")
    assert refused(CarryOver(on=D("2025-08-05"), by=OFFICE, state="已办结"), lawful(imported)) == {("21.2", "on")}


def test_an_assigned_day_stays_with_who_passed_it_on():
    """办结报告: the law leaves it with the organ it was asked of."""
    petition = lawful(
        register(),
        Assign(on=D("2025-08-06"), by=OFFICE, to=ORGAN, due=D("2025-09-30")),
        transfer("2025-08-07", ORGAN, BELOW),
        notify("2025-08-08", ORGAN, kind=NoticeKind.PASSED, to=BELOW),
    )
    assert ("D-JB", "1", ORGAN) in papers(petition, "2025-09-01")
    assert clock(petition, "T06", "2025-12-01").owed_by == BELOW
    assert BANNER.is_superior(ORGAN, BELOW)
