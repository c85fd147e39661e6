"""Art. 40: supervision of organs that break the rules, and the three kinds of recommendation, answered in writing."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    HANDLED,
    OFFICE,
    ORGAN,
    D,
    broken,
    further,
    lawful,
    may,
    papers,
    refused,
    register,
    request,
    transfer,
)
from yifa.law.acts import AnswerRecommendation, AnswerSupervision, Close, Recommend, Supervise
from yifa.law.organs import PETITIONER
from yifa.law.terms import Adoption, Recommendation, SupervisionGround, Track

CLOSED = (*ANSWERED, Close(on=D("2025-09-12"), by=ORGAN))
ACCUSED = (register(requests=(request(track=Track.B, accused=("红旗镇",)),)), transfer(to="旗政府"))


def supervise(by=OFFICE, to=ORGAN, due="2025-11-10", **filled):
    said = {"ground": SupervisionGround.DELAY, "facts": "逾期未办结", "advice": "限期办结、完善台账"}
    return Supervise(on=D("2025-10-20"), by=by, to=to, due=D(due) if due else None, **{**said, **filled})


def answer(on="2025-11-01", by=ORGAN, text="已办结"):
    return AnswerSupervision(on=D(on), by=by, answer=text)


def recommend(by=OFFICE, to=ORGAN, kind=Recommendation.WORK, **filled):
    return Recommend(
        on=D("2025-10-20"), by=by, to=to, kind=kind, **{"facts": "多次逾期", "text": "完善内部流程", **filled}
    )


def adopt(by=ORGAN, kind=Recommendation.WORK, **filled):
    said = {"adoption": Adoption.FULL, "answer": "已采纳", **filled}
    return AnswerRecommendation(on=D("2026-02-01"), by=by, kind=kind, **said)


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        *((HANDLED, supervise(ground=ground), set(), "each ground of ¶1") for ground in SupervisionGround),
        (HANDLED, supervise(due=None), set(), "no number of days is set"),
        (HANDLED, supervise(by=ORGAN), {("40.1", "by")}, "by a petition office"),
        (HANDLED, supervise(by="旗联席会议"), {("40.1", "by")}, "the conference has its own means (Art. 39)"),
        (HANDLED, supervise(by="市信访局"), set(), "an office above as well"),
        (HANDLED, supervise(to=PETITIONER), {("40.1", "to")}, "organs are supervised, not petitioners"),
        (HANDLED, supervise(facts=""), {("40.1", "facts")}, "what happened"),
        (HANDLED, supervise(advice=" "), {("40.1", "advice")}, "and how to improve"),
        (HANDLED, supervise(due="2025-10-19"), {("40.1", "due")}, "a day to come"),
        (CLOSED, supervise(), set(), "after closing as well: refusing to carry out comes late"),
        (HANDLED, supervise(claim="7"), {("21.2", "claim")}, "of a claim there is"),
        (ACCUSED, supervise(to="红旗镇"), {("30.3", "to")}, "trap 5: not to the accused"),
        (ACCUSED, supervise(to="红旗镇社会事务办"), {("30.3", "to")}, "nor to whoever serves under the accused"),
        (ACCUSED, supervise(to="旗政府"), set(), "but to who handles it"),
        ((*HANDLED, supervise()), answer(), set(), "answered by who was supervised"),
        ((*HANDLED, supervise()), answer(by="红旗镇"), {("40.1", "by")}, "by nobody else"),
        ((*HANDLED, supervise()), answer(text=""), {("40.1", "answer")}, "with what was done"),
        (HANDLED, answer(), {("40.1", "by")}, "nothing was asked"),
        ((*HANDLED, supervise(), answer()), answer("2025-11-02"), {("40.1", "by")}, "once"),
        ((*CLOSED, supervise()), answer(), set(), "after closing as well"),
    ],
)
def test_supervision(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_a_supervised_organ_owes_its_answer_by_the_day_set():
    petition = lawful(*ANSWERED, supervise())

    assert ORGAN in {by for paper, _, by in papers(petition, "2025-10-20") if paper.startswith("D39")}
    assert not broken(petition, "2025-11-10")
    assert broken(petition, "2025-11-11") == {("40.1", ORGAN, "2025-11-11")}
    assert not broken(further(petition, answer("2025-11-10")), "2026-03-02")


def test_without_a_day_nothing_is_late():
    petition = lawful(*ANSWERED, supervise(due=None))

    assert not broken(petition, "2026-10-01")


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (HANDLED, recommend(), set(), "to improve work (¶1)"),
        (
            HANDLED,
            recommend(to="旗政府", kind=Recommendation.POLICY),
            set(),
            "to complete policy: to the government (¶2)",
        ),
        (HANDLED, recommend(to="旗委", kind=Recommendation.POLICY), set(), "or the committee"),
        (HANDLED, recommend(kind=Recommendation.POLICY), {("40.2", "to")}, "not to a department"),
        (
            HANDLED,
            recommend(to="旗纪委监委", kind=Recommendation.LIABILITY),
            set(),
            "to hold to account: to who has the power (¶3)",
        ),
        (HANDLED, recommend(to="旗组织部", kind=Recommendation.LIABILITY), set(), "over the persons"),
        (HANDLED, recommend(by=ORGAN), {("40", "by")}, "by a petition office"),
        (HANDLED, recommend(facts="", text=""), {("40.1", "facts"), ("40.1", "text")}, "facts and advice"),
        (HANDLED, recommend(to="无此机关"), {("40.1", "to")}, "an organ that exists"),
        (CLOSED, recommend(), set(), "after closing as well"),
        (ACCUSED, recommend(to="红旗镇"), {("30.3", "to")}, "trap 5"),
        ((*HANDLED, recommend()), adopt(), set(), "answered in writing (¶4)"),
        ((*HANDLED, recommend()), adopt(adoption=Adoption.NONE), set(), "also when not taken up"),
        ((*HANDLED, recommend()), adopt(answer=""), {("40.4", "answer")}, "in writing"),
        ((*HANDLED, recommend()), adopt(by="红旗镇"), {("40.4", "by")}, "by who was advised"),
        ((*HANDLED, recommend()), adopt(kind=Recommendation.LIABILITY), {("40.4", "by")}, "on what was advised"),
        (HANDLED, adopt(), {("40.4", "by")}, "nothing was advised"),
        ((*HANDLED, recommend(), adopt()), adopt(), {("40.4", "by")}, "once"),
        ((*CLOSED, recommend()), adopt(), set(), "after closing as well"),
    ],
)
def test_recommendations(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_an_answer_is_owed_without_a_set_day():
    """S7: the thirty days of the old rules are gone."""
    petition = lawful(*ANSWERED, recommend())

    assert papers(petition, "2027-01-04") == {("D39", "", ORGAN)}
    assert not broken(petition, "2026-12-31")
    assert not papers(further(petition, adopt()), "2026-12-31")


def test_who_may_do_what():
    petition = lawful(*HANDLED)

    assert {"Supervise", "Recommend"} <= may(petition, "2025-10-20", OFFICE)
    assert not {"Supervise", "Recommend"} & may(petition, "2025-10-20", ORGAN)
