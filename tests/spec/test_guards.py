"""The guards common to all acts, act by act: which of them a closed file, several claims, a withdrawal, a seal do not stop."""

from dataclasses import replace

import pytest

from tests.spec.cases import (
    BANNER,
    ENDED,
    OFFICE,
    ORGAN,
    SENT,
    D,
    lawful,
    may,
    notify,
    refused,
    register,
    request,
    transfer,
)
from yifa.law.acts import ACTS, Classify, Close, Divert, Fulfil, Withdraw
from yifa.law.organs import PETITIONER
from yifa.law.permits import refusals
from yifa.law.permits.probe import probes
from yifa.law.terms import Mover, Track

CLOSED = lawful(*ENDED, Close(on=D("2025-11-20"), by=OFFICE))
TWO = lawful(register(requests=(request(), request("另一项"))), transfer())
WITHDRAWN = lawful(*SENT, Withdraw(on=D("2025-08-07"), by=PETITIONER, statement="撤回"))
ACCUSING = lawful(*SENT, Classify(on=D("2025-08-07"), by=ORGAN, track=Track.B, accused=(ORGAN,), reason="检举"))


def stopped(name, petition, on, said, **filled):
    """Whether an act of that kind is refused in those words, by the organ that handles or by the petitioner."""
    by = PETITIONER if ACTS[name].mover is Mover.PETITIONER else ORGAN
    act = replace(next(probes(name, petition, D(on), by)), **filled)
    return any(said in one.reason for one in refusals(act, petition))


def free(petition, on, said, only=tuple(ACTS), **filled):
    return {name for name in only if name != "Register" and not stopped(name, petition, on, said, **filled)}


def test_what_may_still_be_done_once_the_file_is_closed():
    """Repeats are answered, papers served, decisions carried out, results fed back, officials supervised."""
    assert free(CLOSED, "2025-12-01", "办结归档") == {
        *("Attach", "Bar", "Decline", "Serve", "Correct", "RequestReview", "RequestFinalReview"),
        *("Enforce", "ReportExecution", "PublishFinalReview", "RecordResult", "Terminate", "ReportBack"),
        *("Rate", "FollowUp", "Resolve", "OfferHelp", "AppointLead"),
        *("Supervise", "AnswerSupervision", "Recommend", "AnswerRecommendation", "TakeConferenceMeasure"),
        *("OrderRemedy", "ReportRemedy", "Reach", "StandIn", "Reopen", "Notify", "ReportUrgent"),
    }


def test_what_need_not_say_which_claim():
    """An act on one of several claims says which; these may concern the petition as a whole."""
    one = [name for name, kind in ACTS.items() if "claim" in kind.__dataclass_fields__]
    assert free(TWO, "2025-08-10", "请指明是哪一项", one, claim="") == {
        *("Decline", "Bar", "InformPersonnel", "Supervise", "OrderRemedy", "Rate", "FollowUp", "Serve")
    }


def test_what_a_withdrawal_does_not_stand_against():
    """An opinion given before it is served and carried out all the same; what came of it may be corrected."""
    named = [name for name, kind in ACTS.items() if {"claim", "claims"} & set(kind.__dataclass_fields__)]
    assert free(WITHDRAWN, "2025-08-10", "由信访人撤回", named) == {*("Serve", "Enforce", "ReportExecution", "Reopen")}


@pytest.mark.parametrize("said", ["不得接触本件"])
def test_what_an_accused_organ_may_still_do(said):
    """It learns nothing by it: it registers, tells where to turn, sends on sealed, answers for itself."""
    staff = [name for name, kind in ACTS.items() if kind.mover is not Mover.PETITIONER]
    assert ORGAN in BANNER
    assert free(ACCUSING, "2025-08-10", said, staff) == {
        *("Attach", "Classify", "TransferSealed", "InformPersonnel", "Notify", "Correct"),
        *("AnswerSupervision", "AnswerRecommendation", "ReportRemedy"),
    }


def test_nothing_is_led_away_once_it_is_answered():
    """Divert stands behind the same guard as every act of handling."""
    answered = lawful(
        register(requests=(request(track=Track.C5),)),
        transfer(),
        notify(),
        Fulfil(on=D("2025-09-01"), by=ORGAN, result="已查处", basis_text="土地管理法"),
    )
    act = Divert(on=D("2025-09-02"), by=ORGAN, path="C5-6", body="旗自然资源局", last_day=D("2025-12-01"))
    assert any("不再办理" in one.reason for one in refusals(act, answered))


def test_a_handler_does_nothing_in_what_is_withdrawn_though_another_holds_on():
    """Naming no claim, a handler speaks of its own; that somebody else's claim goes on does not bring it back."""
    two = lawful(
        register(requests=(request(), request("另一项"))),
        transfer(claims=("1",)),
        transfer(to="旗自然资源局", claims=("2",)),
        Withdraw(on=D("2025-08-07"), by=PETITIONER, statement="撤回", claims=("1",)),
    )
    assert refused(notify(), two) == {("17.1", "")}
    assert not refused(notify(by="旗自然资源局"), two)


def test_the_petition_as_a_whole_is_rated_and_supervised_though_withdrawn():
    """A withdrawal ends the claims; how the offices worked may still be said."""
    assert {"Rate", "Supervise"} <= may(WITHDRAWN, "2025-08-10")
