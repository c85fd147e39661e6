"""第二十八条: who has an interest stands aside; litigation leaves the ordinary petition system."""

from dataclasses import replace

import pytest

from tests.spec.cases import (
    DECIDED,
    HANDLED,
    OFFICE,
    ORGAN,
    READY,
    SENT,
    D,
    hear,
    investigate,
    lawful,
    notify,
    opinion,
    refused,
    register,
    request,
    serve,
    transfer,
)
from yifa.law.acts import Accept, Extend, Recuse
from yifa.law.organs import PETITIONER
from yifa.law.terms import Track


def recuse(
    on="2025-08-08", by=ORGAN, person="张三", relation="信访人的表兄", decided_by="民政局长", replaced_by="李四"
):
    return Recuse(on=D(on), by=by, person=person, relation=relation, decided_by=decided_by, replaced_by=replaced_by)


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (HANDLED, recuse(), set(), "an interest in the petitioner"),
        (HANDLED, recuse(replaced_by=""), set(), "nobody named yet to take over"),
        ((register(),), recuse(by=OFFICE), set(), "at the office, too"),
        (HANDLED, recuse(person=""), {("28.3", "person")}, "who"),
        (HANDLED, recuse(relation=""), {("28.3", "relation")}, "which interest"),
        (HANDLED, recuse(decided_by=""), {("28.3", "decided_by")}, "by whose decision"),
        (HANDLED, recuse(decided_by="张三"), {("28.3", "decided_by")}, "not by his own"),
        (HANDLED, recuse(replaced_by="张三"), {("28.3", "replaced_by")}, "not for himself"),
        ((*HANDLED, recuse()), recuse(), {("28.3", "person")}, "he stood aside before"),
        (HANDLED, recuse(by="旗自然资源局"), {("28.3", "by")}, "at an organ that has no part in it"),
        (HANDLED, recuse(by=PETITIONER), {("28.3", "by")}, "asked for by the petitioner, decided by the organ"),
    ],
)
def test_standing_aside(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


ASIDE = (*READY, recuse("2025-08-25"))


@pytest.mark.parametrize(
    ("history", "act", "why"),
    [
        ((*SENT, recuse()), notify(), "tell"),
        ((*SENT, recuse()), Accept(on=D("2025-08-08"), by=ORGAN), "accept"),
        (ASIDE, hear("2025-08-26"), "hear"),
        (ASIDE, investigate("2025-08-26"), "investigate"),
        (ASIDE, opinion(), "decide"),
        ((*DECIDED, recuse("2025-09-10")), serve(), "serve"),
        ((register(), recuse("2025-08-04", OFFICE)), transfer(), "send on"),
    ],
)
def test_who_stood_aside_does_nothing_in_it(history, act, why):
    petition = lawful(*history)
    assert refused(replace(act, officer="张三"), petition) == {("28.3", "officer")}, why
    assert refused(replace(act, officer="李四"), petition) == set()
    assert refused(act, petition) == set()


def test_nor_approves_anything_in_it():
    approved = Extend(on=D("2025-09-20"), by=ORGAN, days=30, reason="情况复杂", approved_by="张三")
    assert refused(approved, lawful(*ASIDE)) == {("28.3", "approved_by")}
    assert refused(replace(approved, approved_by="副局长"), lawful(*ASIDE)) == set()


def test_it_binds_in_this_petition_only():
    assert refused(replace(hear(), officer="张三"), lawful(*HANDLED)) == set()


@pytest.mark.parametrize("by", [ORGAN, "旗法院"])
def test_litigation_is_never_decided_by_petition(by):
    """第二款, G13."""
    petition = lawful(register(by=by, requests=(request("不服判决", Track.C1),)), notify("2025-08-05", by))
    assert ("31(1)", "") in refused(opinion("2025-09-01", by), petition)
