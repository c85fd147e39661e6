"""Art. 32: what an opinion states, its three outcomes, and what follows from each."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    DECIDED,
    HANDLED,
    OFFICE,
    ORGAN,
    READY,
    D,
    further,
    lawful,
    may,
    opinion,
    papers,
    refused,
    serve,
)
from yifa.law.acts import Close, Enforce, Mediate, ReportExecution, Resolve
from yifa.law.organs import PETITIONER
from yifa.law.terms import Evidence, Outcome, Stage

SUPPORTED = (*READY, opinion(outcome=Outcome.SUPPORT, opinion="予以支持"), serve())
EXPLAINED = (*READY, opinion(outcome=Outcome.EXPLAIN, opinion="合情理，无依据", basis_text=""), serve())


def enforce(on="2025-09-15", by=ORGAN, to="红旗镇"):
    return Enforce(on=D(on), by=by, to=to)


def executed(on="2025-10-15", by=ORGAN, **filled):
    return ReportExecution(on=D(on), by=by, **{"done": True, "report": "已补发", **filled})


def resolve(evidence, on="2025-10-16"):
    return Resolve(on=D(on), by=ORGAN, evidence=evidence)


@pytest.mark.parametrize(
    ("act", "expected", "why"),
    [
        (opinion(outcome=Outcome.SUPPORT), set(), "item 1: supported"),
        (opinion(outcome=Outcome.EXPLAIN), set(), "item 2: explained"),
        (opinion(outcome=Outcome.REJECT), set(), "item 3: not supported"),
        (opinion(request=" "), {("32.1", "request")}, "what was asked"),
        (opinion(facts=""), {("32.1", "facts")}, "facts and reasons"),
        (opinion(opinion=""), {("32.1", "opinion")}, "the opinion itself"),
        (opinion(basis_text=""), {("32.1", "basis_text")}, "a rejection stands on law"),
        (opinion(outcome=Outcome.SUPPORT, basis_text=""), {("32.1", "basis_text")}, "and so does support"),
        (opinion(outcome=Outcome.EXPLAIN, basis_text=""), set(), "explained because there is no legal basis"),
        (
            opinion(request="", facts="", opinion="", basis_text=""),
            {("32.1", "request"), ("32.1", "facts"), ("32.1", "opinion"), ("32.1", "basis_text")},
            "every reason at once",
        ),
    ],
)
def test_what_an_opinion_states(act, expected, why):
    assert refused(act, lawful(*READY)) == expected, why


def test_there_are_three_outcomes():
    assert [outcome.value for outcome in Outcome] == ["予以支持", "解释说明", "不予支持"]


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (SUPPORTED, enforce(), set(), "who supports sees it carried out (¶2)"),
        (DECIDED, enforce(), {("32.2", "")}, "nothing to carry out of a rejection"),
        (EXPLAINED, enforce(), {("32.2", "")}, "nor of an explanation"),
        (READY, enforce(), {("32.2", "")}, "nor before there is an opinion"),
        (SUPPORTED, enforce(to=""), {("32.2", "to")}, "somebody is to carry it out"),
        (SUPPORTED, enforce(by=OFFICE), {("32.2", "by")}, "urged by the organ that supported it"),
        (SUPPORTED, executed(), set(), "and reported"),
        (SUPPORTED, executed(done=False), set(), "also that it is not done yet"),
        (SUPPORTED, executed(report=""), {("32.2", "report")}, "in words"),
        (ANSWERED, executed(), {("32.2", "")}, "nothing was supported"),
        ((*SUPPORTED, Close(on=D("2025-09-12"), by=ORGAN)), enforce(), set(), "the archive does not end the duty"),
        ((*SUPPORTED, Close(on=D("2025-09-12"), by=ORGAN)), executed(), set(), "nor the report on it"),
    ],
)
def test_carrying_out_what_was_supported(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_enforcement_is_owed_until_somebody_was_urged_or_has_done_it():
    petition = lawful(*SUPPORTED)

    assert papers(petition, "2025-09-15") == {("D28", "1", ORGAN)}
    assert papers(further(petition, enforce()), "2025-09-15") == {("D-ZX", "1", "红旗镇")}, "to be carried out"
    assert not papers(further(petition, executed()), "2025-10-15")
    assert papers(further(petition, executed(done=False)), "2025-10-15") == {("D28", "1", ORGAN)}


@pytest.mark.parametrize("history", [ANSWERED, EXPLAINED])
def test_nothing_is_owed_after_another_outcome(history):
    assert not papers(lawful(*history), "2025-09-15")


def test_an_executed_request_is_resolved_by_that():
    petition = lawful(*SUPPORTED, enforce())

    assert refused(resolve(Evidence.EXECUTED), petition) == {("32.2", "evidence")}
    further(petition, executed(), resolve(Evidence.EXECUTED))


def test_an_opinion_is_the_organ_s_answer_to_a_claim_still_open():
    agreed = Mediate(
        on=D("2025-09-01"),
        by=ORGAN,
        petitioner_consents=True,
        other_party="村委会",
        other_party_consents=True,
        agreed=True,
        agreement="调解协议书",
    )
    petition = lawful(*READY, agreed)

    assert petition.stage is Stage.CONCLUDED
    assert refused(opinion(), petition) == {("33", "")}


def test_who_may_give_one():
    assert "HandlingOpinion" in may(lawful(*READY), "2025-09-10", ORGAN)
    for by in (OFFICE, PETITIONER, "旗政府", "红旗镇"):
        assert "HandlingOpinion" not in may(lawful(*READY), "2025-09-10", by)
    assert "HandlingOpinion" not in may(lawful(*HANDLED), "2025-09-10", ORGAN)
