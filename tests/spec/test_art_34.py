"""Art. 34: sixty days from acceptance, by petition procedure only; thirty more at most, approved and told, in time."""

from datetime import date

import pytest

from tests.spec.cases import (
    ANSWERED,
    DECIDED,
    HANDLED,
    OFFICE,
    ORGAN,
    REVIEWER,
    SENT,
    D,
    ask_review,
    broken,
    clock,
    further,
    hear,
    investigate,
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
    serve,
    transfer,
)
from yifa.law.acts import Accept, Classify, Extend, Notify, Withdraw
from yifa.law.clocks import clock_of
from yifa.law.duties import breaches
from yifa.law.limits import HANDLING
from yifa.law.organs import PETITIONER
from yifa.law.readings import DEFAULT
from yifa.law.terms import NoticeKind, ReviewOutcome, Track
from yifa.law.workdays import OFFICIAL, Due


def accept(on="2025-08-04", by=ORGAN, **filled):
    return Accept(on=D(on), by=by, **filled)


def extend(on="2025-09-30", by=ORGAN, days=30, **filled):
    return Extend(on=D(on), by=by, days=days, **{"reason": "情况复杂", "approved_by": "局长", **filled})


VECTOR = (register("2025-08-01"), transfer("2025-08-01"), notify("2025-08-04"), accept())
"""Accepted on 2025-08-04: facts of the law, §7."""


@pytest.mark.parametrize(
    ("history", "started", "nominal", "due", "why"),
    [
        (VECTOR, "2025-08-04", "2025-10-03", "2025-10-09", "day 60 falls into the National Day holiday"),
        (
            (*VECTOR, extend()),
            "2025-08-04",
            "2025-11-02",
            "2025-11-03",
            "60+30 from the nominal day; 2 November is a Sunday",
        ),
        ((*VECTOR, extend("2025-10-09")), "2025-08-04", "2025-11-02", "2025-11-03", "extended on the legal last day"),
        ((*VECTOR, extend(days=1)), "2025-08-04", "2025-10-04", "2025-10-09", "one day more, still within the holiday"),
        ((*VECTOR, extend(days=7)), "2025-08-04", "2025-10-10", "2025-10-10", "seven days more from the nominal third"),
        (HANDLED, "2025-08-08", "2025-10-07", "2025-10-09", "told and accepted on one day"),
        ((*SENT, notify()), "2025-08-08", "2025-10-07", "2025-10-09", "no acceptance: from the notice"),
        (
            (*SENT, notify(), accept("2025-08-15")),
            "2025-08-08",
            "2025-10-07",
            "2025-10-09",
            "accepted after the notice: the earlier counts",
        ),
        ((*SENT, accept("2025-08-07"), notify()), "2025-08-07", "2025-10-06", "2025-10-09", "accepted before it"),
        (SENT, "2025-08-21", "2025-10-20", "2025-10-20", "neither: from the fifteenth day after receipt"),
    ],
)
def test_the_last_day(history, started, nominal, due, why):
    found = clock(lawful(*history), "T06", "2025-10-09")

    assert (found.started, found.due) == (D(started), Due(D(nominal), D(due))), why
    assert found.basis.key == "34"


def test_an_office_may_presume_acceptance_otherwise():
    petition = lawful(*SENT)
    found = clock_of(
        petition, petition.claims["1"], HANDLING, D("2025-10-01"), OFFICIAL, otherwise(acceptance_without_notice_days=0)
    )

    assert found.started == D("2025-08-06")


@pytest.mark.parametrize(
    ("history", "on", "state", "why"),
    [
        (VECTOR, "2025-10-03", "running", "day 60"),
        (VECTOR, "2025-10-09", "running", "the legal last day"),
        (VECTOR, "2025-10-10", "late", "the day after"),
        ((*VECTOR, extend()), "2025-11-03", "running", "extended: the legal last day"),
        ((*VECTOR, extend()), "2025-11-04", "late", "the day after"),
        ((*VECTOR, hear(), investigate(), opinion("2025-10-09")), "2025-12-31", "met", "issued on the last day"),
        ((*VECTOR, hear(), investigate(), opinion("2025-10-10")), "2025-12-31", "late", "issued a day late stays late"),
        (DECIDED, "2025-09-11", "met", "met by issue, not by service"),
        ((*VECTOR, Withdraw(on=D("2025-09-01"), by=PETITIONER, statement="…")), "2025-12-31", None, "withdrawn"),
        ((*VECTOR, Withdraw(on=D("2025-10-20"), by=PETITIONER, statement="…")), "2025-12-31", "late", "withdrawn late"),
    ],
)
def test_whether_it_is_kept(history, on, state, why):
    petition = lawful(*history)
    found = clock_of(petition, petition.claims["1"], HANDLING, D(on), OFFICIAL, DEFAULT)
    shown = found and not (found.ended and found.state(found.ended) != "late")

    assert (str(found.state(D(on))) if shown else None) == state, why


def test_being_late_is_a_breach_that_stays_on_record():
    petition = lawful(*VECTOR, hear(), investigate())

    assert not broken(petition, "2025-10-09")
    assert broken(petition, "2025-10-10") == {("34", ORGAN, "2025-10-10")}
    later = further(petition, opinion("2025-10-20"), serve("2025-10-20"))
    assert broken(later, "2025-12-31") == {("34", ORGAN, "2025-10-10")}


def test_a_late_opinion_is_still_owed_and_may_still_be_given():
    petition = lawful(*VECTOR, hear(), investigate())

    assert ("D27", "1", ORGAN) in papers(petition, "2025-12-01")
    assert refused(opinion("2025-12-01"), petition) == set()


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (VECTOR, extend(), set(), "in time, approved, told, thirty days"),
        (VECTOR, extend(days=1), set(), "or fewer"),
        (VECTOR, extend("2025-10-03"), set(), "on the nominal last day"),
        (VECTOR, extend("2025-10-09"), set(), "on the legal last day"),
        (VECTOR, extend("2025-10-10"), {("34", "")}, "trap 2: a limit that has run out cannot be lengthened"),
        (VECTOR, extend(days=31), {("34", "days")}, "at most thirty"),
        (VECTOR, extend(days=0), {("34", "days")}, "at least one"),
        (VECTOR, extend(days=-5), {("34", "days")}, "no shortening"),
        (VECTOR, extend(approved_by=""), {("34", "approved_by")}, "G07: approved by the head"),
        (VECTOR, extend(reason=" "), {("34", "reason")}, "reasons told"),
        (
            VECTOR,
            extend(days=40, approved_by="", reason=""),
            {("34", "days"), ("34", "approved_by"), ("34", "reason")},
            "every reason at once",
        ),
        ((*VECTOR, extend(days=10)), extend("2025-10-01", days=20), {("34", "")}, "once, though days are left"),
        ((*VECTOR, extend()), extend("2025-10-01", days=1), {("34", ""), ("34", "days")}, "nor beyond thirty"),
        (VECTOR, extend(by=OFFICE), {("34", "by")}, "by the organ that handles"),
        (VECTOR, extend(by=PETITIONER), {("34", "by")}, "not by the petitioner"),
        (ANSWERED, extend("2025-09-30"), {("35", "")}, "not of what is answered"),
        (SENT, extend("2025-08-10"), {("34", "")}, "nothing runs yet"),
        (SENT, extend("2025-08-21"), set(), "presumed accepted on the fifteenth day"),
    ],
)
def test_extending(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


@pytest.mark.parametrize("track", [track for track in Track if track is not Track.C6])
def test_only_petition_procedure_is_extended(track):
    petition = lawful(register(requests=(request(track=track),)), transfer(), notify())

    assert refused(extend("2025-09-01"), petition) == {("34", "")}
    assert "Extend" not in may(petition, "2025-09-01")


def test_the_petitioner_is_told_of_the_extension_before_day_sixty():
    """R10: the reasons are owed at once, and are late when the days they lengthen are over."""
    petition = lawful(*VECTOR, extend())

    assert ("D30 D22", "1", ORGAN) in papers(petition, "2025-09-30")
    assert not broken(petition, "2025-10-09")
    assert broken(petition, "2025-10-10") == {("34", ORGAN, "2025-10-10")}
    told = further(petition, serve("2025-09-30", paper="D22"))
    assert not broken(told, "2025-11-03")


def test_extended_on_the_last_day_the_petitioner_is_told_that_day():
    petition = lawful(*VECTOR, extend("2025-10-09"))

    assert not broken(petition, "2025-10-09")
    assert broken(petition, "2025-10-10") == {("34", ORGAN, "2025-10-10")}


def test_the_day_for_telling_rolls_only_where_last_days_roll():
    petition = lawful(*VECTOR, extend())
    plain = breaches(petition, D("2025-10-04"), readings=otherwise(roll_last_day=False))

    assert {(one.basis.key, one.since) for one in plain} == {("34", D("2025-10-04"))}


def test_an_office_may_give_the_thirty_days_in_two_parts():
    twice = otherwise(extensions=2)
    petition = lawful(*VECTOR, extend(days=10))

    assert refused(extend("2025-10-09", days=20), petition, readings=twice) == set()
    assert refused(extend("2025-10-09", days=21), petition, readings=twice) == {("34", "days")}
    third = further(petition, extend("2025-10-09", days=10), readings=twice)
    assert refused(extend("2025-10-10", days=10), third, readings=twice) == {("34", "")}
    assert clock(third, "T06", "2025-10-10").due.nominal == D("2025-10-23")


def test_an_office_may_leave_the_last_day_where_it_falls():
    """Without the roll, the third of October is the last day, and the fourth too late to extend."""
    plain = otherwise(roll_last_day=False)
    petition = lawful(*VECTOR)

    assert refused(extend("2025-10-03"), petition, readings=plain) == set()
    assert refused(extend("2025-10-04"), petition, readings=plain) == {("34", "")}


def test_a_claim_is_accepted_once():
    petition = lawful(*HANDLED)

    assert refused(accept("2025-08-20"), petition) == {("34", "")}
    assert clock(petition, "T06", "2025-08-20").started == D("2025-08-08")


def test_a_claim_sent_back_by_a_review_has_the_day_set_for_it_and_no_extension():
    petition = lawful(
        *ANSWERED,
        ask_review(),
        review(outcome=ReviewOutcome.REDO, redo_by=D("2025-11-10")),
        serve("2025-10-10", REVIEWER),
    )

    assert refused(extend("2025-10-20"), petition) == {("34", "")}


def reclassify(on, track, by=ORGAN):
    return Classify(on=date.fromisoformat(on), by=by, track=track, reason="情况更正")


@pytest.mark.parametrize(
    ("changes", "nominal", "why"),
    [
        ([], "2025-10-03", "sixty days"),
        ([("2025-08-14", Track.C4), ("2025-08-24", Track.C6)], "2025-10-13", "ten days elsewhere"),
        (
            [("2025-08-14", Track.C4), ("2025-08-18", Track.C2), ("2025-08-24", Track.C6)],
            "2025-10-13",
            "elsewhere is elsewhere, however often it moves there",
        ),
        (
            [("2025-08-14", Track.C4), ("2025-08-24", Track.C6), ("2025-09-01", Track.B), ("2025-09-06", Track.C6)],
            "2025-10-18",
            "ten days and five",
        ),
        ([("2025-08-14", Track.C4), ("2025-08-14", Track.C6)], "2025-10-03", "back on the same day: nothing lost"),
        ([("2025-09-10", Track.C6)], "2025-10-03", "confirmed: days used stay used"),
    ],
)
def test_reclassification_pauses_and_never_gives_back(changes, nominal, why):
    """Trap 2: away on day P, back on day R, the last day moves by R-P."""
    petition = lawful(*VECTOR, *(reclassify(on, track) for on, track in changes))

    assert clock(petition, "T06", "2025-10-01").due.nominal == D(nominal), why


@pytest.mark.parametrize("order", ["extended first", "away first"])
def test_extension_and_pause_add_up_in_either_order(order):
    away = [reclassify("2025-08-14", Track.C4), reclassify("2025-08-24", Track.C6)]
    acts = [extend("2025-08-12"), *away] if order == "extended first" else [*away, extend("2025-09-12")]

    assert clock(lawful(*VECTOR, *acts), "T06", "2025-10-01").due == Due(D("2025-11-12"), D("2025-11-12"))


def test_while_it_is_elsewhere_the_clock_stands():
    petition = lawful(*VECTOR, reclassify("2025-08-14", Track.C4))

    for on in ("2025-08-14", "2025-10-20", "2026-06-01"):
        found = clock(petition, "T06", on)
        assert found.state(D(on)) == "paused"
    assert not broken(petition, "2026-06-01")
    assert ("D27", "1", ORGAN) not in papers(petition, "2026-06-01")


def test_what_was_late_when_it_left_stays_late():
    petition = lawful(*VECTOR, reclassify("2025-10-20", Track.C4))

    assert clock(petition, "T06", "2026-06-01").state(D("2026-06-01")) == "late"
    assert ("34", ORGAN, "2025-10-10") in broken(petition, "2025-10-20")


def test_a_claim_that_becomes_one_by_petition_procedure_has_not_lost_the_days_before():
    """Accepted on another track: the sixty days start with the change, not with the acceptance."""
    petition = lawful(
        register("2025-08-01", requests=(request(track=Track.C4),)),
        transfer("2025-08-01"),
        notify("2025-08-04"),
        accept(),
        reclassify("2025-08-14", Track.C6),
    )

    assert clock(petition, "T06", "2025-09-01").due.nominal == D("2025-10-13")


def test_a_wrong_track_before_acceptance_costs_no_day():
    petition = lawful(
        register("2025-08-01", requests=(request(track=Track.C4),)),
        transfer("2025-08-01"),
        reclassify("2025-08-02", Track.C6),
        notify("2025-08-04"),
        accept(),
    )

    assert clock(petition, "T06", "2025-09-01").due.nominal == D("2025-10-03")


def test_a_notice_of_another_kind_accepts_nothing():
    """Passed on to one below: its own notice starts the sixty days."""
    petition = lawful(
        *SENT,
        transfer("2025-08-07", by=ORGAN, to="旗民政局低保中心"),
        Notify(on=D("2025-08-08"), by=ORGAN, kind=NoticeKind.PASSED, to="旗民政局低保中心"),
        notify("2025-08-12", by="旗民政局低保中心"),
    )

    assert clock(petition, "T06", "2025-08-20").started == D("2025-08-12")
    assert clock(petition, "T06", "2025-08-20").owed_by == "旗民政局低保中心"
