"""第二十一条第二款: matters flow in one system, and the petitioner rates the office and the organ, each apart."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    DECIDED,
    ENDED,
    HANDLED,
    OFFICE,
    ORGAN,
    SENT,
    D,
    lawful,
    papers,
    refused,
    register,
    request,
    running,
)
from yifa.law.acts import CarryOver, Close, Rate
from yifa.law.organs import PETITIONER
from yifa.law.terms import RatedBody, Score, Stage, Track


def rate(of=RatedBody.ORGAN, by=PETITIONER, claim="", on="2025-12-01"):
    return Rate(on=D(on), by=by, of=of, score=Score.SATISFIED, claim=claim)


FOR_OFFICE = rate(RatedBody.OFFICE)
CLOSED = (*ENDED, Close(on=D("2025-11-13"), by=OFFICE))


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        ((register(),), FOR_OFFICE, {("21.2", "")}, "the office has done nothing yet"),
        (SENT, FOR_OFFICE, set(), "it has sent the matter on"),
        (SENT, rate(), {("21.2", "")}, "the organ has not answered"),
        (HANDLED, rate(), {("21.2", "")}, "it is still handling"),
        (DECIDED, rate(), set(), "it has decided"),
        (ANSWERED, rate(claim="1"), set(), "naming the claim"),
        (CLOSED, rate(), set(), "when the file is closed"),
        (ANSWERED, rate(by=ORGAN), {("21.2", "by")}, "no organ rates itself"),
        ((*ANSWERED, rate()), rate(), {("21.2", "")}, "once"),
        ((*ANSWERED, rate()), rate(claim="1"), {("21.2", "")}, "once, however it is named"),
        ((*ANSWERED, rate(claim="1")), rate(), {("21.2", "")}, "once, the other way round"),
        ((*ANSWERED, rate()), FOR_OFFICE, set(), "the office apart from the organ"),
    ],
)
def test_the_petitioner_rates(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


OLD = register(origin="NM2024-1", requests=(request(track=Track.C6),))


def carry(on="2025-08-04", by=OFFICE, state="已办结"):
    return CarryOver(on=D(on), by=by, state=state)


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        ((OLD,), carry(), set(), "imported, and concluded there"),
        ((register(),), carry(), {("21.2", "")}, "it came in here"),
        ((OLD, *SENT[1:]), carry("2025-08-06"), {("21.2", "")}, "it was worked on here"),
        ((OLD,), carry(state=""), {("21.2", "state")}, "what does that system say"),
        ((OLD,), carry(by=ORGAN), {("21.2", "by")}, "the office keeps the record"),
    ],
)
def test_what_was_concluded_in_another_system(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_nothing_concluded_elsewhere_is_judged_here():
    petition = lawful(OLD, carry())
    assert petition.stage is Stage.CONCLUDED
    assert running(petition, "2026-01-05") == []
    assert papers(petition, "2026-01-05") == set()
