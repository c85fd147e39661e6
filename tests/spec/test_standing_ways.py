"""Ways of a claim that once led nowhere, gave time twice or charged the wrong organ: found by trying to break the core."""

from dataclasses import replace

import pytest

from tests.spec.cases import (
    ANSWERED,
    DECIDED,
    FINAL_REVIEWER,
    HANDLED,
    OFFICE,
    ORGAN,
    READY,
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
    AgreeReturn,
    Assign,
    Attach,
    Classify,
    Close,
    Correct,
    Enforce,
    Extend,
    HoldHearing,
    Mediate,
    Notify,
    Object,
    Reach,
    Register,
    Reopen,
    ReportBack,
    ReportExecution,
    ReportUrgent,
    SettleAcceptance,
    SignFor,
    Succeed,
    Supervise,
    TakeConferenceMeasure,
    TransferSealed,
    TransferToJustice,
    Withdraw,
)
from yifa.law.duties import breaches, owed
from yifa.law.organs import PETITIONER
from yifa.law.terms import (
    Channel,
    ConferenceMeasureKind,
    NoticeKind,
    Outcome,
    ReviewOutcome,
    SettleMode,
    SupervisionGround,
    Track,
)

OTHER, BELOW = "旗自然资源局", "旗民政局低保中心"
OWN = (register(by=ORGAN), notify("2025-08-06"))
"""Received directly and told of: the sixty days run from 6 August to 5 October, legally to the ninth."""


def extend(on, days=30, by=ORGAN, approved_by="局长"):
    return Extend(on=D(on), by=by, days=days, reason="复杂", approved_by=approved_by)


def back_and_forth(passed, objected, agreed, to=BELOW, by=ORGAN):
    return (
        transfer(passed, by, to),
        Object(on=D(objected), by=to, reason="不属职权"),
        AgreeReturn(on=D(agreed), by=by, organ=to, finding="属实"),
    )


def succeed(on, organ, successor, by=None, **filled):
    return Succeed(on=D(on), by=by or successor, organ=organ, successor=successor, reason="机构改革", **filled)


def supervise(**filled):
    said = {"ground": SupervisionGround.DELAY, "facts": "…", "advice": "…"}
    return Supervise(on=D("2025-08-10"), by=OFFICE, to=ORGAN, **said, **filled)


# Time is given once


def test_what_is_passed_on_and_comes_back_has_no_new_sixty_days():
    petition = lawful(*OWN, *back_and_forth("2025-09-30", "2025-10-09", "2025-10-10"))
    assert clock(petition, "T06", "2025-10-10").started == D("2025-08-06")
    assert broken(petition, "2025-10-10") == {("34", ORGAN, "2025-10-10")}


def test_an_extension_given_before_it_was_passed_on_is_kept():
    petition = lawful(
        *OWN, extend("2025-09-20"), serve("2025-09-21"), *back_and_forth("2025-09-22", "2025-09-23", "2025-09-24")
    )
    assert clock(petition, "T06", "2025-10-20").due.nominal == D("2025-11-04")
    assert refused(extend("2025-09-25", 1), petition) == {("34", ""), ("34", "days")}


def test_an_extension_does_not_move_the_start():
    joint = (register(), transfer(joint=True), transfer(to=OTHER, joint=True), notify(), notify(by=OTHER))
    settled = SettleAcceptance(on=D("2025-10-20"), by=REVIEWER, competent=OTHER, mode=SettleMode.SUPERIOR, reason="…")
    petition = lawful(*joint, settled, extend("2025-11-20", by=OTHER, approved_by="某局长"))
    assert clock(petition, "T06", "2025-12-01", organ=OTHER).due.nominal == D("2026-01-18")


def test_what_an_organ_told_is_its_own_it_may_not_point_elsewhere():
    petition = lawful(*OWN, Classify(on=D("2025-10-05"), by=ORGAN, track=Track.C5, reason="…"))
    away = notify("2025-10-05", kind=NoticeKind.ELSEWHERE, to=OTHER)
    assert refused(away, petition) == {("23.1", "kind")}


def test_days_that_are_left_out_twice_count_once():
    """On another track from 20 August to 9 September, withdrawn from 25 August to 4 September: twenty days."""
    petition = lawful(
        *HANDLED,
        Classify(on=D("2025-08-20"), by=ORGAN, track=Track.C5, reason="…"),
        Withdraw(on=D("2025-08-25"), by=PETITIONER, statement="…"),
        Reopen(on=D("2025-09-04"), by=PETITIONER, statement="…"),
        Classify(on=D("2025-09-09"), by=ORGAN, track=Track.C6, reason="…"),
    )
    assert clock(petition, "T06", "2025-09-10").due.nominal == D("2025-10-27")


def test_withdrawn_and_taken_up_on_one_day_moves_nothing():
    same = (
        Withdraw(on=D("2025-10-08"), by=PETITIONER, statement="…"),
        Reopen(on=D("2025-10-08"), by=PETITIONER, statement="…"),
    )
    assert clock(lawful(*HANDLED, *same), "T06", "2025-10-08").due == clock(lawful(*HANDLED), "T06", "2025-10-08").due


def test_what_was_done_before_a_withdrawal_keeps_its_last_day():
    petition = lawful(*HANDLED, Withdraw(on=D("2025-08-10"), by=PETITIONER, statement="…"),
                      Reopen(on=D("2025-08-20"), by=PETITIONER, statement="…"))  # fmt: skip
    assert clock(petition, "T03", "2025-08-21").due.nominal == D("2025-08-21")


# In whose charge


def test_the_first_organ_s_line_keeps_the_opinion():
    """Of two concerned the first passes it to its own below: there it stays (Art. 24¶1)."""
    joint = (register(), transfer(joint=True), transfer(to=OTHER, joint=True), notify(), notify(by=OTHER))
    petition = lawful(*joint, transfer("2025-08-20", ORGAN, BELOW))
    assert clock(petition, "T06", "2025-12-01").owed_by == BELOW


def test_the_breach_is_of_who_had_the_last_day():
    petition = lawful(*SENT, succeed("2025-08-22", ORGAN, OTHER))
    assert broken(petition, "2025-08-22") == {("23.3", ORGAN, "2025-08-22")}
    lying = lawful(*DECIDED, succeed("2025-09-13", ORGAN, OTHER))
    assert broken(lying, "2025-09-18") == {("35", OTHER, "2025-09-11")}, "the seven days ran out under the successor"


def test_an_objection_and_a_registration_pass_with_the_office():
    objecting = lawful(*SENT, Object(on=D("2025-08-08"), by=ORGAN, reason="…"))
    passed = further(objecting, succeed("2025-08-09", OFFICE, "市信访局"))
    assert ("D10", "1", "市信访局") in papers(passed, "2025-08-09")
    agreed = AgreeReturn(on=D("2025-08-10"), by="市信访局", organ=ORGAN, finding="属实")
    assert ("D04", "1", "市信访局") in papers(further(passed, agreed), "2025-08-10")
    urgent = further(passed, Reach(on=D("2025-08-10"), by="市信访局", urgent=True))
    assert ("25.1", "市信访局") in {(one.basis.key, one.by) for one in owed(urgent, D("2025-08-10"))}


def test_what_an_office_still_has_to_send_on_passes_to_an_office():
    assert refused(succeed("2025-08-05", OFFICE, REVIEWER), lawful(register())) == {("24.2", "successor")}


# Ways on


def test_a_letter_sent_down_by_a_government_comes_back_to_the_office_that_sent_it_on():
    petition = lawful(
        register(by=REVIEWER),
        transfer("2025-08-05", REVIEWER, OFFICE),
        transfer("2025-08-06", OFFICE, ORGAN),
        Object(on=D("2025-08-08"), by=ORGAN, reason="…"),
        AgreeReturn(on=D("2025-08-11"), by=OFFICE, organ=ORGAN, finding="…"),
    )
    assert ("T01", "1", OFFICE, "running") in running(petition, "2025-08-12")
    assert refused(transfer("2025-08-12", OFFICE, OTHER), petition) == set()


@pytest.mark.parametrize(
    ("track", "act"),
    [
        (Track.B, TransferSealed(on=D("2025-08-12"), by=OFFICE, to="旗纪委监委", recipient="王书记", envelope="1", claims=("1",))),
        (Track.C1, TransferToJustice(on=D("2025-08-12"), by=OFFICE, to="旗政法委", claims=("1",))),
    ],
)  # fmt: skip
def test_a_claim_found_to_be_for_the_discipline_or_justice_organ_may_still_be_sent_there(track, act):
    """Arts. 22¶2, 30¶3: also where the organ that has it is the accused, and may do nothing more about it."""
    accused = (ORGAN,) if track is Track.B else ()
    found = Classify(on=D("2025-08-11"), by=ORGAN, track=track, reason="…", accused=accused)
    petition = lawful(*HANDLED, found)
    assert refused(act, petition) == set()
    assert not papers(further(petition, act), "2026-03-02")
    assert refused(replace(act, by="市信访局"), petition), "by the office it came through"


@pytest.mark.parametrize(
    ("acts", "expected", "why"),
    [
        ((Attach(on=D("2025-09-20"), by=OTHER, channel=Channel.LETTER, same="…"),
          Notify(on=D("2025-09-22"), by=OTHER, kind=NoticeKind.ELSEWHERE, to=ORGAN)), set(), "a repeat is told of"),
        ((Reach(on=D("2025-09-20"), by=OFFICE, urgent=True),
          ReportUrgent(on=D("2025-09-22"), by=OFFICE, to=("旗政府", "市信访局", "国家信访局"), proposal="…")),
         set(), "an urgent matter is reported"),
    ],
)  # fmt: skip
def test_what_is_owed_of_a_closed_file_may_be_done(acts, expected, why):
    petition = lawful(*ANSWERED, Close(on=D("2025-09-15"), by=OFFICE), *acts)
    assert papers(petition, "2025-09-22") == expected, why


def test_nothing_is_sent_on_of_what_is_answered():
    agreed = Mediate(on=D("2025-08-09"), by=ORGAN, petitioner_consents=True, other_party="…", other_party_consents=True,
                     agreed=True, agreement="…")  # fmt: skip
    returned = lawful(*SENT, notify("2025-08-07"), agreed)
    assert ("T01", "1", OFFICE, "running") not in running(returned, "2025-08-10")
    objected = (*SENT, Object(on=D("2025-08-08"), by=ORGAN, reason="…"), agreed,
                AgreeReturn(on=D("2025-08-11"), by=OFFICE, organ=ORGAN, finding="…"))  # fmt: skip
    assert [one[0] for one in running(lawful(*objected), "2025-12-01")].count("T01") == 1
    office = lawful(
        register(),
        transfer(joint=True),
        *READY[2:],
        transfer("2025-08-28", to="市信访局", joint=True),
        opinion(),
        serve(),
    )
    assert broken(office, "2025-12-01") == set(), "the other office had nothing to send on any more"


def test_an_assignment_that_was_returned_is_not_the_one_reported():
    asked = Assign(on=D("2025-08-06"), by=OFFICE, to=ORGAN, due=D("2025-08-20"))
    again = replace(asked, on=D("2025-08-12"), due=D("2025-10-10"))
    petition = lawful(
        register(), asked, Object(on=D("2025-08-08"), by=ORGAN, reason="…"),
        AgreeReturn(on=D("2025-08-11"), by=OFFICE, organ=ORGAN, finding="…"), again, notify("2025-08-13"),
        *READY[4:], opinion(), serve(), ReportBack(on=D("2025-09-15"), by=ORGAN, report="…"),
    )  # fmt: skip
    assert broken(petition, "2025-12-01") == set()


def test_after_the_opinion_nobody_is_told_by_which_path_it_will_be_handled():
    ready = [one for one in READY if not isinstance(one, Register | Notify)]
    known = lawful(register(address=""), *ready, opinion(), Reach(on=D("2025-09-12"), by=ORGAN, address="一村"))
    assert papers(known, "2025-12-01") == {("D30 D27", "1", ORGAN)}


def test_the_organ_told_to_carry_it_out_reports_it():
    order = Enforce(on=D("2025-09-15"), by=ORGAN, to="红旗镇", due=D("2025-10-15"))
    petition = lawful(*READY, opinion(outcome=Outcome.SUPPORT), serve(), order)
    done = ReportExecution(on=D("2025-10-10"), by="红旗镇", done=True, report="…", claim="1")
    assert refused(done, petition) == set()
    assert refused(replace(done, by="东方农场"), petition) == {("32.2", "by")}
    assert not papers(further(petition, done), "2025-12-01")
    assert refused(replace(order, on=D("2025-09-16"), due=D("2025-09-15")), petition) == {("32.2", "due")}


def test_a_justice_organ_tells_by_its_own_rules_and_leads_the_claim_on():
    petition = lawful(register(by="旗法院", requests=(request(track=Track.C1),)))
    assert {"Divert", "Notify"} <= may(petition, "2025-08-05", "旗法院")


def test_ordered_to_remedy_without_a_day_it_is_owed_without_a_day():
    measure = TakeConferenceMeasure(
        on=D("2025-10-13"), by="旗联席会议", to=ORGAN, kind=ConferenceMeasureKind.ORDER_REMEDY, reason="…"
    )
    assert ("D-ZG", "", ORGAN) in papers(lawful(*HANDLED, measure), "2025-10-13")
    assert refused(replace(measure, due=D("2025-10-12")), lawful(*HANDLED)) == {("39.3", "due")}


# Redo


REDO = (*ANSWERED, ask_review(), review(outcome=ReviewOutcome.REDO), serve("2025-10-13", REVIEWER, "D33"))
"""Sent back without a day."""


def test_what_is_sent_back_without_a_day_is_owed_beside_anything_else():
    petition = (
        lawful(*REDO, supervise(claim="1"))
        if False
        else lawful(*REDO, replace(supervise(claim="1"), on=D("2025-10-14")))
    )
    found = {
        (one.paper, one.due, one.basis.key, one.again) for one in owed(petition, D("2025-12-01")) if one.paper == "D27"
    }
    assert found == {("D27", None, "35", True)}


def test_a_final_review_that_sends_it_back_again_sets_its_own_day():
    again = final("2025-11-05", outcome=ReviewOutcome.REDO, redo_by=D("2025-12-01"))
    petition = lawful(*REDO, ask_final(), again)
    assert clock(petition, "T05", "2025-11-06").basis.key == "36.1"
    assert ("36.1", ORGAN, "2025-12-02") in broken(petition, "2025-12-02")
    no_day = lawful(*REDO, ask_final(), replace(again, redo_by=None))
    assert [one.paper for one in owed(no_day, D("2025-12-01")) if one.paper == "D27"] == ["D27"]


def test_one_final_review_at_a_time():
    pending = (*REDO, ask_final(), opinion("2025-10-27"), serve("2025-10-28"), ask_review("2025-10-29"),
               review("2025-11-05"), serve("2025-11-06", REVIEWER, "D33"))  # fmt: skip
    assert refused(ask_final("2025-11-07"), lawful(*pending)) == {("36.1", "")}


# Corrections, provisional days, signing


@pytest.mark.parametrize(
    ("history", "correction", "why"),
    [
        (
            (register(requests=(request(track=Track.C5),)), transfer(), notify(),
             Classify(on=D("2025-11-03"), by=ORGAN, track=Track.C6, reason="…")),
            Correct(on=D("2025-11-10"), by=OFFICE, target=0, reason="…", right=register()),
            "the days on another track were nobody's sixty",
        ),
        (
            (*HANDLED, Classify(on=D("2025-08-15"), by=ORGAN, track=Track.C5, reason="…")),
            Correct(on=D("2025-11-10"), by=ORGAN, target=4, reason="…"),
            "nor those of a classification struck out",
        ),
        (
            (register(), transfer()),
            Correct(on=D("2025-09-10"), by=OFFICE, target=1, reason="…", right=transfer(to=OTHER)),
            "another organ owed nothing then",
        ),
        (
            (*SENT, supervise()),
            Correct(on=D("2025-10-10"), by=OFFICE, target=2, reason="…", right=supervise(due=D("2025-08-25"))),
            "no day had been set",
        ),
    ],
)  # fmt: skip
def test_a_correction_makes_no_breach_of_days_on_which_its_record_shows_nothing_owed(history, correction, why):
    assert refused(correction, lawful(*history)) == {("21.2", "right")}, why


def test_an_extension_told_of_by_a_provisional_day_is_not_late():
    begun = (register("2026-11-16"), transfer("2026-11-17"), notify("2026-11-30"))
    petition = lawful(*begun, extend("2027-02-10"))
    assert not [one for one in breaches(petition, D("2027-04-01")) if "D22" in one.what]


def test_signing_late_moves_no_assigned_day():
    asked = (register(), Assign(on=D("2025-08-06"), by=OFFICE, to=ORGAN, due=D("2025-08-29")))
    petition = lawful(*asked, Withdraw(on=D("2025-08-08"), by=PETITIONER, statement="…"),
                      Reopen(on=D("2025-08-11"), by=PETITIONER, statement="…"))  # fmt: skip
    signed = further(petition, SignFor(on=D("2025-08-12"), by=ORGAN))
    assert clock(signed, "T05", "2025-08-12").due == clock(petition, "T05", "2025-08-12").due


def test_named_days_roll_like_those_of_the_law():
    on_a_holiday = supervise(due=D("2025-10-03"))
    assert ("40.1", ORGAN, "2025-10-10") in broken(lawful(*SENT, on_a_holiday), "2025-10-10")
    plain = otherwise(roll_last_day=False)
    assert {one.since for one in breaches(lawful(*SENT, on_a_holiday), D("2025-10-10"), readings=plain)} >= {
        D("2025-10-04")
    }


def test_hearings_on_different_days_each_leave_their_days_out():
    asked = lawful(*ANSWERED, ask_review(), review(), serve("2025-10-13", REVIEWER, "D33"), ask_final())
    hearing = HoldHearing(on=D("2025-10-24"), by=FINAL_REVIEWER, days=3, conclusion="…")
    assert clock(further(asked, hearing, replace(hearing, on=D("2025-10-30"))), "T11", "2025-11-01").due.nominal == D(
        "2025-11-25"
    )


def test_a_day_written_down_wrongly_is_put_right_though_something_was_late_by_it():
    """Transferred on the sixth, written down for the twenty-ninth: the organ had had it all along."""
    wrong = lawful(register(), transfer("2025-08-29"))
    right = Correct(on=D("2025-09-01"), by=OFFICE, target=1, reason="…", right=transfer("2025-08-06"))
    assert refused(right, wrong) == set()
    assert ("23.3", ORGAN, "2025-08-22") in broken(further(wrong, right), "2025-09-01")
    assert ("22.1", OFFICE, "2025-08-20") not in broken(further(wrong, right), "2025-09-01"), "and that one is lifted"


def test_only_what_was_withdrawn_can_be_taken_up():
    assert "Reopen" not in may(lawful(*HANDLED), "2025-08-10")
