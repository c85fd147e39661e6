"""第十七条: by any channel, to any organ; and what was asked may be taken back by who asked it."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    DECIDED,
    HANDLED,
    OFFICE,
    ORGAN,
    READY,
    SENT,
    D,
    clock,
    further,
    lawful,
    may,
    refused,
    register,
    request,
    running,
    transfer,
)
from yifa.law.acts import Accept, Notify, TakeStatement, Withdraw
from yifa.law.organs import PETITIONER
from yifa.law.terms import Channel, Stage, Track


def withdraw(on="2025-09-15", by=PETITIONER, statement="不再要求处理", claims=()):
    return Withdraw(on=D(on), by=by, statement=statement, claims=claims)


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize(
    ("by", "limit", "stage"),
    [(OFFICE, "T01", Stage.REGISTERED), (ORGAN, "T02", Stage.DISPATCHED), ("红旗镇", "T02", Stage.DISPATCHED)],
)
def test_every_channel_is_open_at_every_organ(channel, by, limit, stage):
    petition = lawful(register(by=by, channel=channel))
    assert petition.stage is stage
    assert clock(petition, limit, "2025-08-04").owed_by == by


@pytest.mark.parametrize(
    ("filled", "why"),
    [
        ({"names": (), "address": ""}, "nameless"),
        ({"anonymous": True, "names": ()}, "anonymous"),
        (
            {"people": 300, "channel": Channel.ONLINE, "representatives": ("甲",) * 9},
            "many sign online; five is for visits",
        ),
        ({"by": "国家信访局"}, "a level was skipped"),
        ({"by": "旗法院"}, "not a petition office, not of the government"),
        ({"received": D("2025-07-01")}, "entered late: a breach, not a bar"),
        ({"requests": (request(track=None),)}, "nobody knows yet what it is"),
        (
            {"requests": (request(), request("追责", Track.B, accused=("旗民政局",)))},
            "mixed, one of them an accusation",
        ),
    ],
)
def test_nothing_stands_in_the_way_of_registration(filled, why):
    assert refused(register(**filled), lawful()) == set(), why


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        ((register(),), withdraw(), set(), "before anybody has it"),
        (SENT, withdraw(), set(), "while an organ has it"),
        (READY, withdraw(), set(), "while it is handled"),
        (HANDLED, withdraw(claims=("1",)), set(), "naming the claim"),
        (DECIDED, withdraw(), {("17.1", "")}, "there is an opinion, served or not"),
        (ANSWERED, withdraw(), {("17.1", "")}, "it is answered"),
        (HANDLED, withdraw(by=ORGAN), {("17.1", "by")}, "the organ cannot give up another's right"),
        (HANDLED, withdraw(by=OFFICE), {("17.1", "by")}, "nor can the office"),
        (HANDLED, withdraw(statement=" "), {("17.1", "statement")}, "it must be on record what was said"),
        (HANDLED, withdraw(claims=("2",)), {("21.2", "claims")}, "there is no such claim"),
        ((*HANDLED, withdraw()), withdraw(), {("17.1", "")}, "it was taken back before"),
        ((*HANDLED, withdraw()), withdraw(claims=("1",)), {("17.1", "")}, "the same, naming it"),
    ],
)
def test_taking_it_back(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_taking_it_back_ends_the_clocks_and_keeps_the_record():
    petition = lawful(*HANDLED, withdraw("2025-09-15"))
    assert petition.stage is Stage.WITHDRAWN
    assert running(petition, "2026-01-05") == [
        ("T01", "1", OFFICE, "met"),
        ("T03", "1", ORGAN, "met"),
    ]
    assert len(petition.acts) == 5


def test_a_limit_that_had_run_out_before_stays_broken():
    petition = lawful(*SENT, withdraw("2025-08-22"))
    assert ("T03", "1", ORGAN, "late") in running(petition, "2025-08-22")


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (transfer("2025-09-16", claims=("1",)), "nothing to send"),
        (TakeStatement(on=D("2025-09-16"), by=ORGAN, statement="…"), "nothing to hear"),
        (Notify(on=D("2025-09-16"), by=ORGAN), "nothing to tell"),
        (Accept(on=D("2025-09-16"), by=ORGAN, claim="1"), "nothing to accept"),
    ],
)
def test_nothing_is_done_about_what_was_taken_back(act, why):
    assert ("17.1", "") in refused(act, lawful(*SENT, withdraw())), why


def test_one_claim_of_two_is_taken_back():
    petition = lawful(register(requests=(request(), request("修路"))), transfer(), withdraw(claims=("2",)))
    assert [claim.stage for claim in petition.claims.values()] == [Stage.DISPATCHED, Stage.WITHDRAWN]
    assert petition.stage is Stage.DISPATCHED
    further(petition, Notify(on=D("2025-09-16"), by=ORGAN))


def test_two_claims_one_answered_the_other_must_be_named():
    two = lawful(register(requests=(request(), request("修路"))), transfer())
    answered = further(two, *(_for_claim_1(act) for act in DECIDED[2:]))
    assert refused(withdraw(), answered) == {("17.1", "claims")}
    assert refused(withdraw(claims=("2",)), answered) == set()
    assert "Withdraw" in may(answered, "2025-09-15")


def _for_claim_1(act):
    return Notify(on=act.on, by=act.by, claims=("1",)) if isinstance(act, Notify) else act
