"""T01–T11 in worked histories: from which act each counts, who owes it, when it stands, is met, late or lapsed."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    ENDED,
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
    broken,
    clock,
    further,
    lawful,
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
    Assign,
    Attach,
    CarryOver,
    Classify,
    Correct,
    Fulfil,
    Guide,
    HoldHearing,
    Investigate,
    Notify,
    Object,
    RefuseReturn,
    ReportBack,
    Settle,
    SignFor,
    Split,
    TransferSealed,
    TransferToJustice,
    Withdraw,
)
from yifa.law.clocks import clocks
from yifa.law.organs import PETITIONER
from yifa.law.terms import Channel, NoticeKind, ReviewOutcome, Stage, Track
from yifa.law.workdays import OFFICIAL, Calendar, Due

NOTICE_2027 = """
year = 2027
title = "国务院办公厅关于2027年部分节假日安排的通知"
number = "试验用"
issued = 2026-11-30
[[holiday]]
name = "元旦"
from = 2027-01-01
to = 2027-01-03
[[holiday]]
name = "试验用假期"
from = 2027-01-22
to = 2027-01-24
"""
"""Invented for these tests: the true one is not out."""


def withdraw(on, **filled):
    return Withdraw(on=D(on), by=PETITIONER, statement="不再要求", **filled)


def objection(on, by=ORGAN, **filled):
    return Object(on=D(on), by=by, reason="属人社部门职权", **filled)


def agree(on, organ=ORGAN):
    return AgreeReturn(on=D(on), by=OFFICE, organ=organ, finding="属实")


def test_one_whole_history():
    """Every limit once: from which act and day, nominal and legal last day, owed by whom, kept."""
    found = [
        (one.limit.id, one.source, one.started, one.due.nominal, one.due.day, one.owed_by, one.state(D("2026-03-02")))
        for one in clocks(lawful(*ENDED), D("2026-03-02"))
    ]

    assert found == [
        ("T01", "登记", D("2025-08-04"), D("2025-08-19"), D("2025-08-19"), OFFICE, "met"),
        ("T03", "转送", D("2025-08-06"), D("2025-08-21"), D("2025-08-21"), ORGAN, "met"),
        ("T06", "受理", D("2025-08-08"), D("2025-10-07"), D("2025-10-09"), ORGAN, "met"),
        ("T08", "送达", D("2025-09-12"), D("2025-10-12"), D("2025-10-13"), PETITIONER, "met"),
        ("T09", "请求复查", D("2025-09-22"), D("2025-10-22"), D("2025-10-22"), REVIEWER, "met"),
        ("T10", "送达", D("2025-10-13"), D("2025-11-12"), D("2025-11-12"), PETITIONER, "met"),
        ("T11", "请求复核", D("2025-10-20"), D("2025-11-19"), D("2025-11-19"), FINAL_REVIEWER, "met"),
    ]


def test_who_owes_what_at_each_step():
    """What is running, act by act; the objection is a right and shows until the notice."""
    live = {}
    for n in range(1, len(ENDED) + 1):
        petition = lawful(*ENDED[:n])
        day = ENDED[n - 1].on.isoformat()
        live[n] = [(limit, by) for limit, _, by, state in running(petition, day) if state == "running"]

    assert live == {
        1: [("T01", OFFICE)],
        2: [("T03", ORGAN), ("T04", ORGAN)],
        3: [("T06", ORGAN)],
        4: [("T06", ORGAN)],
        5: [("T06", ORGAN)],
        6: [("T06", ORGAN)],
        7: [],
        8: [("T08", PETITIONER)],
        9: [("T09", REVIEWER)],
        10: [],
        11: [("T10", PETITIONER)],
        12: [("T11", FINAL_REVIEWER)],
        13: [],
        14: [],
    }


@pytest.mark.parametrize(
    ("history", "limit", "started", "nominal", "due", "why"),
    [
        ((register("2026-01-31"),), "T01", "2026-01-31", "2026-02-15", "2026-02-24", "over the Spring Festival"),
        ((register("2026-02-10"),), "T01", "2026-02-10", "2026-02-25", "2026-02-25", "a worked day"),
        ((register("2025-12-19"),), "T01", "2025-12-19", "2026-01-03", "2026-01-04", "a Sunday that is worked"),
        (
            (register("2025-08-06", received=D("2025-08-04")),),
            "T01",
            "2025-08-04",
            "2025-08-19",
            "2025-08-19",
            "from the day it came in, not the day it was written down",
        ),
        (
            (register("2025-12-19", by=ORGAN),),
            "T02",
            "2025-12-19",
            "2026-01-03",
            "2026-01-04",
            "an organ addressed directly owes its notice from receipt",
        ),
        (
            (register("2025-12-18"), transfer("2025-12-19")),
            "T03",
            "2025-12-19",
            "2026-01-03",
            "2026-01-04",
            "trap 1: the organ's fifteen days follow the office's",
        ),
        (
            (register("2026-02-11"), transfer("2026-02-12")),
            "T04",
            "2026-02-12",
            "2026-02-26",
            "2026-02-26",
            "five working days: 14 February is worked, 15 to 23 are off",
        ),
        (
            (register("2025-09-28"), transfer("2025-09-29")),
            "T04",
            "2025-09-29",
            "2025-10-13",
            "2025-10-13",
            "11 October is worked",
        ),
        (
            (register("2026-04-28"), transfer("2026-04-29")),
            "T04",
            "2026-04-29",
            "2026-05-09",
            "2026-05-09",
            "a Saturday that is worked",
        ),
        (
            (*SENT, SignFor(on=D("2025-08-11"), by=ORGAN)),
            "T03",
            "2025-08-11",
            "2025-08-26",
            "2025-08-26",
            "from the day it was signed for",
        ),
        (
            (*SENT, SignFor(on=D("2025-08-11"), by=ORGAN)),
            "T04",
            "2025-08-11",
            "2025-08-18",
            "2025-08-18",
            "the objection as well",
        ),
    ],
)
def test_the_last_day(history, limit, started, nominal, due, why):
    found = clock(lawful(*history), limit, started)

    assert (found.started, found.due) == (D(started), Due(D(nominal), D(due))), why


@pytest.mark.parametrize(
    ("history", "limit", "last", "owed_by", "right"),
    [
        ((register(),), "T01", "2025-08-19", OFFICE, False),
        ((register(by=ORGAN),), "T02", "2025-08-19", ORGAN, False),
        (SENT, "T03", "2025-08-21", ORGAN, False),
        (SENT, "T04", "2025-08-13", ORGAN, True),
        (HANDLED, "T06", "2025-10-09", ORGAN, False),
        (ANSWERED, "T08", "2025-10-13", PETITIONER, True),
        (REVIEWED[:9], "T09", "2025-10-22", REVIEWER, False),
        (REVIEWED, "T10", "2025-11-12", PETITIONER, True),
        ((*REVIEWED, ask_final()), "T11", "2025-11-19", FINAL_REVIEWER, False),
    ],
)
def test_the_day_after_a_duty_is_late_and_a_right_has_lapsed(history, limit, last, owed_by, right):
    petition = lawful(*history)
    found = clock(petition, limit, last)
    next_day = D(last).replace(day=D(last).day + 1)

    assert (found.due.day, found.owed_by, found.right) == (D(last), owed_by, right)
    assert (found.state(D(last)), found.days_left(D(last))) == ("running", 0)
    assert (found.state(next_day), found.days_left(next_day)) == ("lapsed" if right else "late", -1)
    late = {(key, by) for key, by, since in broken(petition, next_day.isoformat()) if since == next_day.isoformat()}
    assert ((found.basis.key, owed_by) in late) is not right


@pytest.mark.parametrize(
    ("history", "limit", "state", "why"),
    [
        ((register(), transfer("2025-08-19")), "T01", "met", "sent on the last day"),
        ((register(), transfer("2025-08-20")), "T01", "late", "a day late stays late"),
        ((*SENT, notify("2025-08-21")), "T03", "met", "told on the last day"),
        ((*SENT, notify("2025-08-22")), "T03", "late", "a day late stays late"),
        ((*SENT, objection("2025-08-13")), "T04", "met", "objected on the fifth working day"),
    ],
)
def test_kept_or_not(history, limit, state, why):
    assert clock(lawful(*history), limit, "2026-03-02").state(D("2026-03-02")) == state, why


@pytest.mark.parametrize(
    ("register_", "act"),
    [
        (
            register(requests=(request(track=Track.C1),)),
            TransferToJustice(on=D("2025-08-19"), by=OFFICE, to="旗政法委"),
        ),
        (
            register(requests=(request(track=Track.C1),), channel=Channel.VISIT),
            Guide(on=D("2025-08-04"), by=OFFICE, to="旗法院", explanation="…"),
        ),
        (
            register(requests=(request(track=Track.B, accused=("红旗镇",)),)),
            TransferSealed(on=D("2025-08-19"), by=OFFICE, to="旗纪委监委", recipient="案管室", envelope="密1"),
        ),
    ],
)
def test_what_is_referred_meets_the_office_s_days_and_starts_no_other(register_, act):
    """Art. 23¶4: justice and discipline organs tell the petitioner by their own rules."""
    petition = lawful(register_, act)

    assert running(petition, "2026-03-02") == [("T01", "1", OFFICE, "met")]
    assert not broken(petition, "2026-03-02")


def test_an_objection_does_not_stop_the_notice_clock():
    """Trap 1, G14: until the sender agrees, the organ's fifteen days run from the first receipt."""
    waiting = lawful(*SENT, objection("2025-08-12"))
    assert clock(waiting, "T03", "2025-08-21").due.day == D("2025-08-21")
    assert clock(waiting, "T03", "2025-08-22").state(D("2025-08-22")) == "late"

    bound = further(waiting, RefuseReturn(on=D("2025-08-20"), by=OFFICE, organ=ORGAN, finding="属其职权"))
    assert clock(bound, "T03", "2025-08-21").started == D("2025-08-06")
    assert refused(objection("2025-08-20"), bound) >= {("23.3", "")}


def test_an_agreed_return_ends_the_organ_s_clocks_and_opens_the_office_s():
    petition = lawful(*SENT, objection("2025-08-12"), agree("2025-08-14"))

    assert running(petition, "2025-08-14") == [
        ("T01", "1", OFFICE, "met"),
        ("T01", "1", OFFICE, "running"),
        ("T04", "1", ORGAN, "met"),
    ]
    again = clocks(petition, D("2025-08-14"))[1]
    assert (again.started, again.due.nominal) == (D("2025-08-14"), D("2025-08-29"))
    assert not broken(petition, "2025-08-29")
    assert broken(petition, "2025-09-02") == {("22.1", OFFICE, "2025-08-30")}


def test_a_return_agreed_too_late_does_not_undo_the_delay():
    petition = lawful(*SENT, objection("2025-08-12"), agree("2025-08-25"))

    assert broken(petition, "2025-08-25") == {("23.3", ORGAN, "2025-08-22")}


def test_the_next_organ_counts_from_its_own_receipt():
    petition = lawful(*SENT, objection("2025-08-12"), agree("2025-08-14"), transfer("2025-08-15", to="红旗镇"))

    assert clock(petition, "T03", "2025-08-15", organ="红旗镇").due.nominal == D("2025-08-30")
    assert clock(petition, "T03", "2025-08-15", organ="红旗镇").due.day == D("2025-09-01")


def test_passed_on_below_the_notice_says_where_and_the_other_counts_anew():
    petition = lawful(*SENT, transfer("2025-08-07", by=ORGAN, to="旗民政局低保中心"))
    assert clock(petition, "T03", "2025-08-07", organ=ORGAN).due.nominal == D("2025-08-21")
    assert clock(petition, "T03", "2025-08-07", organ="旗民政局低保中心").due.nominal == D("2025-08-22")

    told = further(petition, Notify(on=D("2025-08-08"), by=ORGAN, kind=NoticeKind.PASSED))
    assert clock(told, "T03", "2026-03-02", organ=ORGAN).state(D("2026-03-02")) == "met"


def assign(on="2025-08-06", due="2025-09-27", **filled):
    return Assign(on=D(on), by=OFFICE, to=ORGAN, due=D(due), **filled)


ASSIGNED = (register(), assign())
REPORT = ReportBack(on=D("2025-09-28"), by=ORGAN, report="已办结")


def test_the_day_set_for_an_assigned_matter():
    """T05: set by the sender; a Saturday, and the Sunday after it is worked."""
    petition = lawful(*ASSIGNED)
    found = clock(petition, "T05", "2025-09-27")

    assert (found.started, found.due, found.owed_by) == (D("2025-08-06"), Due(D("2025-09-27"), D("2025-09-28")), ORGAN)
    assert found.basis.key == "22.1(3)"
    assert ("D-JB", "1", ORGAN) in papers(petition, "2025-09-28")
    assert ("22.1(3)", ORGAN, "2025-09-29") in broken(petition, "2025-09-29")


def test_reporting_back_meets_it():
    decided = (
        *ASSIGNED,
        *HANDLED[2:],
        Settle(on=D("2025-09-20"), by=ORGAN, other_party="村委会", voluntary=True, agreement="和解协议书"),
    )
    petition = lawful(*decided, REPORT)

    assert clock(petition, "T05", "2026-03-02").state(D("2026-03-02")) == "met"
    assert not broken(petition, "2026-03-02")
    assert refused(REPORT, lawful(*ASSIGNED)) == {("22.1(3)", "")}, "nothing to report before it is dealt with"


def test_who_passed_it_on_still_reports():
    petition = lawful(
        *ASSIGNED,
        transfer("2025-08-07", by=ORGAN, to="旗民政局低保中心"),
        Notify(on=D("2025-08-08"), by=ORGAN, kind=NoticeKind.PASSED),
    )

    assert clock(petition, "T05", "2025-09-29").owed_by == ORGAN
    assert ("22.1(3)", ORGAN, "2025-09-29") in broken(petition, "2025-09-29")


@pytest.mark.parametrize(
    ("history", "still_shown", "why"),
    [
        ((register(), withdraw("2025-08-10")), [], "nothing is owed on what was withdrawn"),
        ((*SENT, withdraw("2025-08-10")), ["T01"], "what was met before stays on record"),
        ((*HANDLED, withdraw("2025-09-01")), ["T01", "T03"], "the sixty days end"),
        ((*HANDLED, withdraw("2025-10-20")), ["T01", "T03", "T06"], "lateness is not undone by it"),
        ((register(), withdraw("2025-08-25")), ["T01"], "nor the office's"),
    ],
)
def test_a_withdrawal_ends_the_clocks(history, still_shown, why):
    petition = lawful(*history)

    assert petition.stage is Stage.WITHDRAWN
    assert [limit for limit, *_ in running(petition, "2026-03-02")] == still_shown, why
    assert not papers(petition, "2026-03-02")


def test_a_claim_withdrawn_leaves_the_other_as_it_was():
    petition = lawful(
        register(requests=(request(), request("退还费用"))), transfer(), withdraw("2025-08-10", claims=("1",))
    )

    assert [(limit, claim) for limit, claim, _, state in running(petition, "2025-08-10") if state == "running"] == [
        ("T03", "2"),
        ("T04", "2"),
    ]


def test_a_repeat_starts_no_clock():
    attached = Attach(on=D("2025-09-01"), by=OFFICE, channel=Channel.VISIT, same="同一人、同一事实")
    petition = lawful(*HANDLED)

    assert clocks(further(petition, attached), D("2025-09-01")) == clocks(petition, D("2025-09-01"))


def test_what_another_system_concluded_is_not_judged_here():
    petition = lawful(register("2024-01-05", origin="X1"), CarryOver(on=D("2024-01-05"), by=OFFICE, state="已办结"))

    assert not clocks(petition, D("2026-03-02"))
    assert not broken(petition, "2026-03-02")
    assert petition.stage is Stage.CONCLUDED


@pytest.mark.parametrize(
    ("filled", "limits", "why"),
    [
        ({"address": ""}, {"T04"}, "without an address nobody can be told"),
        ({"names": ()}, {"T04"}, "nor without a name"),
        ({"anonymous": True}, {"T04"}, "nor who wished to stay unnamed"),
        ({}, {"T03", "T04"}, "name and address are clear"),
    ],
)
def test_no_notice_clock_where_nobody_can_be_told(filled, limits, why):
    petition = lawful(register(**filled), transfer())

    assert {limit for limit, *_ in running(petition, "2025-08-07")} - {"T01"} == limits, why


def test_an_office_may_keep_the_exemption_to_direct_petitions():
    strict = otherwise(notice_exempt_on_transfer=False)
    sent, direct = lawful(register(address=""), transfer()), lawful(register(address="", by=ORGAN))

    assert "T03" in {one.limit.id for one in clocks(sent, D("2025-08-07"), OFFICIAL, strict)}
    assert "T02" not in {one.limit.id for one in clocks(direct, D("2025-08-07"), OFFICIAL, strict)}


def test_an_office_may_leave_every_last_day_where_it_falls():
    petition = lawful(register(), assign(), *HANDLED[2:])
    found = {
        one.limit.id: one.due for one in clocks(petition, D("2025-09-01"), OFFICIAL, otherwise(roll_last_day=False))
    }

    assert found["T06"] == Due(D("2025-10-07"), D("2025-10-07"))
    assert found["T05"] == Due(D("2025-09-27"), D("2025-09-27"))


INTO_2027 = (
    register("2026-11-20"),
    transfer("2026-11-20"),
    notify("2026-11-23"),
    Accept(on=D("2026-11-23"), by=ORGAN),
)


def test_a_limit_into_a_year_without_notice_is_provisional_and_never_late():
    """Trap 7: sixty days from today reach 2027; the missing notice is named, nothing is guessed."""
    petition = lawful(*INTO_2027)
    found = clock(petition, "T06", "2026-11-23")

    assert found.due == Due(D("2027-01-22"), D("2027-01-22"), (2027,))
    assert found.due.provisional
    assert found.state(D("2027-03-01")) == "running"
    assert not broken(petition, "2027-03-01")


def test_filing_the_notice_recomputes():
    petition, filed = lawful(*INTO_2027), OFFICIAL.with_notice(NOTICE_2027)
    (found,) = (one for one in clocks(petition, D("2027-01-25"), filed) if one.limit.id == "T06")

    assert found.due == Due(D("2027-01-22"), D("2027-01-25"))
    assert not found.due.provisional
    assert (found.state(D("2027-01-25")), found.state(D("2027-01-26"))) == ("running", "late")


def test_working_days_across_the_turn_of_an_unpublished_year():
    petition = lawful(register("2026-12-28"), transfer("2026-12-29"))
    assert clock(petition, "T04", "2026-12-29").due == Due(D("2027-01-03"), D("2027-01-03"), (2027,))

    filed = OFFICIAL.with_notice(NOTICE_2027)
    (found,) = (one for one in clocks(petition, D("2026-12-29"), filed) if one.limit.id == "T04")
    assert found.due == Due(D("2027-01-06"), D("2027-01-06"))


def test_a_provisional_day_bars_nobody():
    """The last day may still move: an objection after it cannot be refused as late."""
    petition = lawful(register("2026-12-28"), transfer("2026-12-29"))

    assert refused(objection("2027-01-05"), petition) == set()
    assert refused(objection("2027-01-07"), petition, calendar=OFFICIAL.with_notice(NOTICE_2027)) == {("23.3", "")}


def test_a_day_within_a_published_year_is_not_provisional():
    assert not clock(lawful(register("2026-12-01")), "T01", "2026-12-01").due.provisional
    assert clock(lawful(register("2026-12-20")), "T01", "2026-12-20").due.missing == (2027,)


def test_without_any_notice_nothing_is_late():
    petition = lawful(register())
    (found,) = clocks(petition, D("2026-03-02"), Calendar())

    assert found.due.missing == (2025,)
    assert found.state(D("2026-03-02")) == "running"


def test_hearing_days_move_final_review_alone():
    asked = lawful(*REVIEWED, ask_final(), HoldHearing(on=D("2025-11-03"), by=FINAL_REVIEWER, days=5, conclusion="…"))

    assert clock(asked, "T11", "2025-11-03").due.nominal == D("2025-11-24")
    assert clock(asked, "T09", "2025-11-03").due.nominal == D("2025-10-22")
    assert clock(asked, "T06", "2025-11-03").due.nominal == D("2025-10-07")


def test_a_correction_moves_what_counts_from_the_act():
    """Nothing is stored: served a day earlier than first written, the petitioner's thirty days are another thirty."""
    petition = lawful(
        *ANSWERED, Correct(on=D("2025-09-20"), by=ORGAN, target=7, reason="回证日期录错", right=serve("2025-09-11"))
    )

    assert clock(petition, "T08", "2025-09-20").due.nominal == D("2025-10-11")
    assert petition.last == D("2025-09-20")


def test_an_act_taken_back_takes_its_clock_along():
    petition = lawful(*ANSWERED, Correct(on=D("2025-09-20"), by=ORGAN, target=7, reason="未实际送达"))

    assert petition.stage is Stage.DECIDED
    assert "T08" not in {limit for limit, *_ in running(petition, "2025-09-20")}
    assert ("35", ORGAN, "2025-09-11") in broken(petition, "2025-09-20")


def test_a_correction_that_takes_away_what_later_acts_stand_on_is_refused():
    """The claim found by a split was handled since; the refusal says so instead of failing."""
    petition = lawful(
        *HANDLED,
        Split(on=D("2025-08-12"), by=ORGAN, requests=(request("查清账目"),)),
        Investigate(on=D("2025-08-13"), by=ORGAN, findings="…", claim="2"),
        Investigate(on=D("2025-08-14"), by=ORGAN, findings="…", claim="2"),
    )

    assert refused(Correct(on=D("2025-08-20"), by=ORGAN, target=4, reason="不是单独的诉求"), petition) == {
        ("21.2", "right"),
        ("31(6)", "right"),
    }


def test_a_correction_may_not_make_an_opinion_unlawful():
    petition = lawful(*HANDLED, *ANSWERED[4:])

    assert refused(Correct(on=D("2025-09-20"), by=ORGAN, target=4, reason="…"), petition) == {("31(6)", "right")}
    assert refused(Correct(on=D("2025-09-20"), by=ORGAN, target=2, reason="…"), petition) == {("23", "right")}
    late = Correct(on=D("2025-09-20"), by=ORGAN, target=6, reason="…", right=opinion("2025-09-19"))
    assert refused(late, petition) == {("21.2", "right")}, "served before it was made?"


def out(on, track=Track.C5):
    return Classify(on=D(on), by=ORGAN, track=track, reason="不属信访程序")


def fulfilled(on):
    return Fulfil(on=D(on), by=ORGAN, result="已查处", basis_text="土地管理法")


@pytest.mark.parametrize(
    ("steps", "expected", "why"),
    [
        ((out("2025-09-01"),), {"paused"}, "led out: the days stand still"),
        ((out("2025-09-01"), fulfilled("2025-11-20")), set(), "ended on another track, which it took in time"),
        ((out("2025-10-09"), fulfilled("2025-11-20")), set(), "on the last lawful day"),
        ((out("2025-10-10"), fulfilled("2025-11-20")), {"late"}, "led out a day too late: that is not undone"),
        (
            (out("2025-09-01", Track.C4), out("2025-11-20"), fulfilled("2025-11-20")),
            set(),
            "it is the day it left that counts, not the day it was moved on",
        ),
    ],
)
def test_a_claim_that_left_petition_procedure(steps, expected, why):
    petition = lawful(register(), transfer(), notify("2025-08-10"), *steps)
    assert {
        one.state(D("2025-11-20")).value for one in clocks(petition, D("2025-11-20")) if one.limit.id == "T06"
    } == expected, why


def test_on_the_day_it_is_met_no_day_is_left_to_count():
    met = clock(lawful(*ANSWERED), "T06", "2025-09-10")
    assert met.days_left(met.met) is None
    assert met.days_left(D("2025-09-09")) == 30


def test_a_review_that_sets_no_day_starts_no_clock():
    redo = review("2025-10-10", outcome=ReviewOutcome.REDO)
    petition = further(lawful(*ANSWERED), ask_review(), redo)
    assert "T05" not in {one.limit.id for one in clocks(petition, D("2025-10-20"))}
