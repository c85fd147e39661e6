"""What is owed, piece by piece: the paper, the day, the provision, and what counts as done on the very day."""

from dataclasses import replace

import pytest

from tests.spec.cases import (
    ANSWERED,
    HANDLED,
    OFFICE,
    ORGAN,
    READY,
    REVIEWER,
    SENT,
    D,
    ask_review,
    broken,
    lawful,
    notify,
    opinion,
    papers,
    register,
    request,
    review,
    serve,
    transfer,
)
from yifa.law.acts import (
    Accept,
    AgreeReturn,
    Classify,
    Correct,
    Enforce,
    Extend,
    Object,
    Reach,
    ReportExecution,
    ReportUrgent,
    SettleAcceptance,
    Supervise,
)
from yifa.law.clocks import State
from yifa.law.duties import breaches, duties, lifted, owed
from yifa.law.fold import replay
from yifa.law.terms import NoticeKind, Outcome, ReviewOutcome, SettleMode, SupervisionGround, Track

OTHER, BELOW = "旗自然资源局", "旗民政局低保中心"
URGENT = (register(urgent=True),)
SUPPORTED = (*READY, opinion(outcome=Outcome.SUPPORT), serve())
EXTENSION = Extend(on=D("2025-09-20"), by=ORGAN, days=30, reason="复杂", approved_by="局长")


def report(on="2025-08-04", to=("旗政府",), by=OFFICE, **filled):
    return ReportUrgent(on=D(on), by=by, to=to, proposal="…", **filled)


def classify(on, track, by=ORGAN):
    return Classify(on=D(on), by=by, track=track, reason="…")


def day_of(petition, paper, on="2025-12-01"):
    """By when a paper is owed, or is to be served."""
    (day,) = (one.due for one in owed(petition, D(on)) if paper in {one.paper, one.of})
    return day.isoformat() if day else None


def found(petition, key):
    """(since, met) of the duties on a provision."""
    return [
        (one.since.isoformat(), one.met and one.met.isoformat()) for one in duties(petition) if one.basis.key == key
    ]


@pytest.mark.parametrize(
    ("history", "expected", "why"),
    [
        ((register(),), [("D04", False)], "new"),
        (
            (*SENT, Object(on=D("2025-08-08"), by=ORGAN, reason="…")),
            [("D12", False), ("D10", True)],
            "an objection waits for its answer; the notice is owed all the same",
        ),
        (
            (
                *SENT,
                Object(on=D("2025-08-08"), by=ORGAN, reason="…"),
                AgreeReturn(on=D("2025-08-11"), by=OFFICE, organ=ORGAN, finding="…"),
            ),
            [("D04", True)],
            "returned",
        ),
    ],
)
def test_what_came_back_is_told_apart(history, expected, why):
    assert [(one.paper, one.again) for one in owed(lawful(*history), D("2025-08-11"))] == expected, why


def test_what_was_transferred_and_passed_on_is_told_of_as_passed_on():
    passed = owed(lawful(*SENT, transfer("2025-08-08", ORGAN, BELOW)), D("2025-08-08"))
    assert [(one.paper, one.by, one.again) for one in passed] == [("D12-b", ORGAN, False), ("D12", BELOW, False)]


@pytest.mark.parametrize(
    ("history", "by", "basis"),
    [
        ((register(address=""), transfer()), ORGAN, "31(6)"),
        ((register(address="", requests=(request(track=None),)), transfer()), ORGAN, "31"),
        (
            (register(), transfer(to="市信访局"), report("2025-08-10", by="市信访局", claims=("1",))),
            "市信访局",
            "22.1(1)",
        ),
    ],
)
def test_what_is_owed_where_nothing_runs(history, by, basis):
    (one,) = owed(lawful(*history), D("2025-08-10"))
    assert (one.by, one.basis.key, one.due) == (by, basis, None)


def test_a_claim_with_a_running_limit_owes_nothing_besides():
    assert [one.paper for one in owed(lawful(register()), D("2025-08-10"))] == ["D04"]
    assert [one.paper for one in owed(lawful(*HANDLED), D("2025-08-10"))] == ["D27"]


# Done on the very day


def test_made_good_on_the_day_it_is_looked_at():
    (late,) = breaches(lawful(*READY, opinion("2025-11-03")), D("2025-11-03"))
    assert late.made_good == D("2025-11-03")
    assert late.reclassified is False
    supervised = Supervise(on=D("2025-08-10"), by=OFFICE, to=ORGAN, ground=SupervisionGround.DELAY, facts="…",
                           advice="…", due=D("2025-08-25"), claim="1")  # fmt: skip
    (duty,) = (one for one in duties(lawful(*SENT, supervised)) if one.basis.key == "40.1")
    assert (duty.claim, duty.number) == ("1", 2)
    assert replace(duty, met=D("2025-08-20")).state(D("2025-08-20")) is State.MET
    assert replace(duty, met=D("2025-08-20")).state(D("2025-08-19")) is State.RUNNING
    petition = lawful(*SUPPORTED, Enforce(on=D("2025-09-15"), by=ORGAN, to="红旗镇", due=D("2025-10-15")),
                      ReportExecution(on=D("2025-11-03"), by=ORGAN, done=True, report="…"))  # fmt: skip
    (late,) = breaches(petition, D("2025-11-03"))
    assert (late.made_good, late.reclassified) == (D("2025-11-03"), False)
    assert breaches(petition, D("2025-11-02"))[0].made_good is None


def test_a_report_of_the_same_day_is_the_report():
    assert found(lawful(*URGENT, report()), "25.1") == [("2025-08-04", "2025-08-04")]


@pytest.mark.parametrize(
    ("reports", "met", "why"),
    [
        ((report(to=("市信访局",)),), None, "upward is not to the own government"),
        ((report(to=("市信访局",)), report("2025-08-05")), "2025-08-05", "the first that went there"),
    ],
)
def test_only_a_report_to_committee_or_government_is_that_of_the_first_paragraph(reports, met, why):
    assert found(lawful(*URGENT, *reports), "25.1") == [("2025-08-04", met)], why


def test_the_national_office_alone_is_not_the_office_above():
    assert found(lawful(*URGENT, report(to=("国家信访局",))), "25.2") == [("2025-08-04", None)]


# Execution


def test_who_was_urged_first_is_when_it_was_urged():
    orders = (Enforce(on=D("2025-09-15"), by=ORGAN, to="红旗镇"), Enforce(on=D("2025-09-20"), by=ORGAN, to="东方农场"))
    petition = lawful(*SUPPORTED, *orders)
    assert [met for _, met in found(petition, "32.2")] == ["2025-09-15", None, None]
    first = lawful(*SUPPORTED, *orders, ReportExecution(on=D("2025-09-25"), by=ORGAN, done=True, report="…", of=8))
    assert [met for _, met in found(first, "32.2")] == ["2025-09-15", "2025-09-25", None], "of two told, one did"
    assert first.claims["1"].opinion.executed is None
    both = lawful(*first.acts, ReportExecution(on=D("2025-09-26"), by=ORGAN, done=True, report="…"))
    assert both.claims["1"].opinion.executed == D("2025-09-26")


@pytest.mark.parametrize("outcome", [ReviewOutcome.CHANGE, ReviewOutcome.REVOKE, ReviewOutcome.REDO])
def test_what_a_review_took_away_is_not_carried_out(outcome):
    order = Enforce(on=D("2025-09-15"), by=ORGAN, to="红旗镇", due=D("2025-10-15"))
    petition = lawful(*SUPPORTED, order, ask_review(), review("2025-10-10", outcome=outcome))
    assert "D-ZX" not in {one.paper for one in owed(petition, D("2025-10-10"))}
    kept = lawful(*SUPPORTED, order, ask_review(), review("2025-10-10"))
    assert "D-ZX" in {one.paper for one in owed(kept, D("2025-10-10"))}


def test_carried_out_on_the_day_it_was_taken_away_is_carried_out():
    order = Enforce(on=D("2025-09-15"), by=ORGAN, to="红旗镇", due=D("2025-09-30"))
    done = ReportExecution(on=D("2025-10-10"), by=ORGAN, done=True, report="…")
    petition = lawful(*SUPPORTED, order, ask_review(), done, review("2025-10-10", outcome=ReviewOutcome.REVOKE))
    (late,) = (one for one in breaches(petition, D("2025-12-01")) if one.basis.key == "32.2")
    assert late.made_good == D("2025-10-10")


# Notices and services


def test_a_notice_owed_anew_is_owed_on_the_day_of_the_last_classification():
    petition = lawful(*HANDLED, classify("2025-08-20", Track.C4), classify("2025-08-25", Track.C2))
    assert day_of(petition, "D12") == "2025-08-25"


def test_a_paper_served_on_the_day_it_was_made_or_the_person_known_is_served():
    same = lawful(*READY, opinion(), serve("2025-09-10"))
    assert [met for _, met in found(same, "35")] == ["2025-09-10"]
    ready = [one for one in READY if one not in (register(), notify())]
    unknown = (register(address=""), *ready, opinion(), Reach(on=D("2025-09-15"), by=ORGAN, address="一村"))
    assert found(lawful(*unknown, serve("2025-09-15")), "35") == [("2025-09-15", "2025-09-15")]
    before = replay((register(address=""), *ready, opinion(), serve("2025-09-12"), unknown[-1]), same.organs)
    assert found(before, "35") == [], "handed over before anybody was known: nothing was owed"


@pytest.mark.parametrize(
    ("history", "day", "why"),
    [
        ((*HANDLED, EXTENSION), "2025-10-09", "before the limit it lengthens is over"),
        (
            (
                *HANDLED,
                classify("2025-08-20", Track.C4),
                classify("2025-08-25", Track.C6),
                notify("2025-08-25"),
                EXTENSION,
            ),
            "2025-10-13",
            "days away are left out of it; day 65 is a Sunday",
        ),
        ((*HANDLED, replace(EXTENSION, on=D("2025-10-09"))), "2025-10-09", "on the last day, that day"),
    ],
)
def test_by_when_the_reasons_of_an_extension_are_told(history, day, why):
    assert day_of(lawful(*history), "D22") == day, why


def test_the_reasons_of_an_extension_are_told_by_the_limit_it_lengthened():
    joint = (register(), transfer(joint=True), transfer(to=OTHER, joint=True), notify(), notify("2025-08-20", OTHER))
    settled = SettleAcceptance(on=D("2025-09-25"), by=REVIEWER, competent=OTHER, mode=SettleMode.SUPERIOR, reason="…")
    assert day_of(lawful(*joint, EXTENSION, settled), "D22") == "2025-10-09"
    late = replace(settled, on=D("2025-12-01"))
    taken = Accept(on=D("2025-12-01"), by=OTHER)
    again = Extend(on=D("2025-12-01"), by=OTHER, days=10, reason="复杂", approved_by="某局长")
    assert day_of(lawful(*joint, late, taken, again), "D22", "2025-12-02") == "2026-01-30", "its own sixty days"


def test_an_extension_on_record_of_a_claim_nobody_handles_is_told_at_once():
    petition = replay((register(), EXTENSION), lawful(register()).organs)
    assert [one.due.day for one in duties(petition) if one.of == "D22"] == [D("2025-09-20")]


def test_each_correction_is_told_apart():
    late = (register(), transfer("2025-08-06"), notify("2025-08-25"))
    first = Correct(on=D("2025-08-26"), by=ORGAN, target=2, reason="…", right=notify("2025-08-20"))
    second = Correct(on=D("2025-08-27"), by=OFFICE, target=1, reason="…", right=transfer("2025-08-06", summary="…"))
    back = Correct(on=D("2025-08-28"), by=ORGAN, target=2, reason="…", right=notify("2025-08-25"))
    petition = lawful(*late, first, second, back)
    assert [one.number for one in lifted(lawful(*late, first, second))] == [3]
    assert list(lifted(petition)) == [], "corrected back, nothing is lifted"
    other_first = replace(second, on=D("2025-08-26"))
    assert [one.number for one in lifted(lawful(*late, other_first, replace(first, on=D("2025-08-27"))))] == [4]
    assert broken(petition, "2025-08-28") == {("23.3", ORGAN, "2025-08-22")}, "corrected back, it stands"


def test_passed_on_and_told_of_the_notice_is_met():
    petition = lawful(*SENT, transfer("2025-08-08", ORGAN, BELOW), notify("2025-08-09", ORGAN, kind=NoticeKind.PASSED))
    assert ("D12-b", "1", ORGAN) not in papers(petition, "2025-08-09")


def test_nothing_is_carried_out_after_a_rejection():
    assert found(lawful(*ANSWERED), "32.2") == []
