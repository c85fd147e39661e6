"""第二十四条: two organs concerned agree, their common superior decides, else the conference; a successor takes over."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    DECIDED,
    HANDLED,
    OFFICE,
    ORGAN,
    SENT,
    D,
    clock,
    further,
    hear,
    lawful,
    notify,
    papers,
    refused,
    register,
    request,
    running,
    serve,
    transfer,
)
from yifa.law.acts import Object, SettleAcceptance, Succeed
from yifa.law.clocks import State
from yifa.law.organs import PETITIONER
from yifa.law.terms import SettleMode, Stage, Track

OTHER, TAX, BELOW = "旗自然资源局", "旗税务局", "旗民政局低保中心"
AGREED, SUPERIOR, CONFERENCE = SettleMode.AGREED, SettleMode.SUPERIOR, SettleMode.CONFERENCE

BOTH = (*SENT, transfer(to=OTHER, joint=True))
NO_COMMON = (*SENT, transfer(to=TAX, joint=True))


def settle(by, mode, competent=ORGAN, on="2025-08-11", reason="主要涉及该局职权", claim="1"):
    return SettleAcceptance(on=D(on), by=by, mode=mode, competent=competent, reason=reason, claim=claim)


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (BOTH, settle(ORGAN, AGREED), set(), "they agree, one of them records it"),
        (BOTH, settle(OTHER, AGREED), set(), "or the other"),
        (BOTH, settle("旗政府", SUPERIOR), set(), "in dispute: the superior they share"),
        (BOTH, settle("旗政府", AGREED), {("24.1", "by")}, "it is for the organs to agree"),
        (BOTH, settle(OFFICE, AGREED), {("24.1", "by")}, "not for the office"),
        (BOTH, settle(PETITIONER, AGREED), {("24.1", "by")}, "nor for the petitioner"),
        (BOTH, settle("市民政局", SUPERIOR), {("24.1", "by")}, "the superior of one only"),
        (BOTH, settle("市政府", SUPERIOR), {("24.1", "by")}, "common, but not one level above"),
        (BOTH, settle(OFFICE, SUPERIOR), {("24.1", "by")}, "the office is nobody's superior here"),
        (BOTH, settle("旗联席会议", CONFERENCE), {("24.1", "mode")}, "there is a common superior"),
        (BOTH, settle("旗政府", CONFERENCE), {("24.1", "by"), ("24.1", "mode")}, "the government is no conference"),
        (NO_COMMON, settle("旗联席会议", CONFERENCE), set(), "without common superior: the conference"),
        (NO_COMMON, settle("旗政府", SUPERIOR), {("24.1", "by")}, "the superior of one of them"),
        (NO_COMMON, settle(TAX, AGREED, TAX), set(), "they may still agree"),
        (SENT, settle(ORGAN, AGREED, OTHER), set(), "the second organ was not sent anything yet"),
        (SENT, settle(ORGAN, AGREED), {("24.1", "competent")}, "only one is concerned"),
        (BOTH, settle(ORGAN, AGREED, reason=""), {("24.1", "reason")}, "why it"),
        (BOTH, settle(ORGAN, AGREED, "某局"), {("24.1", "competent")}, "an organ nobody knows"),
        (BOTH, settle(ORGAN, AGREED, claim="2"), {("21.2", "claim")}, "there is no such claim"),
        ((*DECIDED,), settle(ORGAN, AGREED, OTHER, "2025-09-11"), {("35", "")}, "it is decided"),
        ((register(by=ORGAN),), settle(ORGAN, AGREED, OTHER), set(), "received directly, another's too"),
    ],
)
def test_who_accepts(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_both_have_their_days_until_it_is_settled():
    petition = lawful(*BOTH)
    assert {one for one in running(petition, "2025-08-22") if one[0] == "T03"} == {
        ("T03", "1", ORGAN, "late"),
        ("T03", "1", OTHER, "late"),
    }


def test_the_one_goes_on_with_its_first_day_the_other_is_free():
    petition = lawful(*BOTH, settle("旗政府", SUPERIOR))
    assert {one for one in running(petition, "2025-08-12") if one[0] == "T03"} == {("T03", "1", ORGAN, "running")}
    assert clock(petition, "T03", "2025-08-12").started == D("2025-08-06")
    assert refused(notify("2025-08-12", OTHER), petition) == {("23", "by")}
    assert refused(notify("2025-08-12"), petition) == set()


def test_an_organ_new_to_it_counts_from_the_settlement():
    petition = lawful(*SENT, settle(ORGAN, AGREED, OTHER))
    assert clock(petition, "T03", "2025-08-12").started == D("2025-08-11")
    assert petition.claims["1"].handling.organ == OTHER


def test_a_third_organ_that_takes_it_upon_itself_has_no_sender():
    petition = lawful(*BOTH, settle("红旗镇", AGREED, "红旗镇"))
    assert petition.claims["1"].handling.sender == ""
    assert refused(Object(on=D("2025-08-12"), by="红旗镇", reason="…"), petition) == {("23.1", "")}


def test_an_accusation_is_not_settled_upon_the_accused():
    accusing = register(requests=(request("追责", Track.B, accused=(OTHER,)),))
    petition = lawful(accusing, transfer())
    assert ("30.3", "competent") in refused(settle(ORGAN, AGREED, OTHER), petition)


def succeed(by=BELOW, organ=ORGAN, successor=BELOW, on="2025-08-15", reason="机构改革", claims=()):
    return Succeed(on=D(on), by=by, organ=organ, successor=successor, reason=reason, claims=claims)


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (HANDLED, succeed(), set(), "who continues its powers"),
        (HANDLED, succeed(by="旗政府"), set(), "unclear: the government says who"),
        (HANDLED, succeed(by="旗委"), set(), "or the committee"),
        (HANDLED, succeed(by=OTHER), {("24.2", "by")}, "not a third organ"),
        (HANDLED, succeed(by=OFFICE), {("24.2", "by")}, "nor the office"),
        (HANDLED, succeed(reason=""), {("24.2", "reason")}, "on what ground"),
        (HANDLED, succeed(organ=OTHER), {("24.2", "organ")}, "that organ has nothing"),
        (HANDLED, succeed(successor="某局", by="旗政府"), {("24.2", "successor")}, "an organ nobody knows"),
        ((register(),), succeed(), {("24.2", "organ")}, "that organ has nothing of it"),
    ],
)
def test_a_successor_takes_over(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_the_successor_takes_over_clocks_and_all():
    petition = lawful(*HANDLED, succeed())
    found = clock(petition, "T06", "2025-08-15")
    assert (found.owed_by, found.started, found.due.day) == (BELOW, D("2025-08-08"), D("2025-10-09"))
    assert refused(hear(by=ORGAN), petition) == {("31(6)", "by")}
    assert refused(hear(by=BELOW), petition) == set()
    assert petition.stage is Stage.HANDLING


def test_the_successor_serves_what_was_decided():
    petition = lawful(*DECIDED, succeed(on="2025-09-11"))
    assert papers(petition, "2025-09-11") == {("D30 D27", "1", BELOW)}
    served = further(petition, serve("2025-09-12", BELOW))
    assert clock(served, "T08", "2025-09-12").state(D("2025-09-12")) is State.RUNNING


def test_of_what_the_successor_answers_for_the_review_goes_above_it():
    petition = lawful(*ANSWERED, succeed(on="2025-09-15"))
    assert clock(petition, "T08", "2025-09-15").organ == BELOW


def test_what_was_sent_by_the_old_organ_returns_to_the_new():
    passed = (register(by=ORGAN), transfer("2025-08-05", ORGAN, BELOW))
    petition = lawful(*passed, succeed(by=OTHER, successor=OTHER))
    assert petition.claims["1"].handlings[-1].sender == OTHER
