"""第二十条: visits — at most five speak for many, litigation goes to its own organs, nobody is sent away unwritten."""

import pytest

from tests.spec.cases import HANDLED, OFFICE, D, lawful, papers, refused, register, request, running
from yifa.law.acts import Attach, Guide, TransferToJustice
from yifa.law.paperwork import papers_of
from yifa.law.terms import Channel, Stage, Track

VISIT = {"channel": Channel.VISIT}
LITIGATION = {"requests": (request("不服判决", Track.C1),)}
SIX = tuple("甲乙丙丁戊己")


def guide(on="2025-08-04", to="旗法院", **filled):
    return Guide(on=D(on), by=OFFICE, to=to, **{"explanation": "应在法定期限内申请再审", **filled})


@pytest.mark.parametrize(
    ("filled", "expected", "why"),
    [
        ({**VISIT, "people": 5, "representatives": SIX[:5]}, set(), "five"),
        ({**VISIT, "people": 300, "representatives": SIX[:5]}, set(), "five for three hundred, who are all counted"),
        (
            {**VISIT, "people": 6, "representatives": SIX},
            {("20.3", "representatives")},
            "six: choose, and be registered",
        ),
        ({**VISIT, "people": 300}, set(), "none chosen yet: registered all the same"),
        ({**VISIT, "people": 2, "representatives": SIX[:3]}, {("20.3", "representatives")}, "three speak for two"),
        ({"people": 6, "representatives": SIX}, set(), "a letter is no visit"),
        ({**VISIT, "people": 0}, {("22.1", "people")}, "somebody came"),
        ({**VISIT, "by": "自治区信访局"}, set(), "skipping levels is no ground to refuse"),
    ],
)
def test_many_visit_together(filled, expected, why):
    assert refused(register(**filled), lawful()) == expected, why


def test_a_repeat_visit_is_held_to_the_same():
    again = Attach(on=D("2025-09-01"), by=OFFICE, channel=Channel.VISIT, same="同人同事", people=6, representatives=SIX)
    assert refused(again, lawful(*HANDLED)) == {("20.3", "representatives")}


def test_everybody_who_came_is_counted():
    petition = lawful(register(**VISIT, people=12, representatives=SIX[:5]))
    assert petition.receipts[0].people == 12


@pytest.mark.parametrize(
    ("filled", "written", "why"),
    [
        ({**VISIT, "people": 12}, True, "a group visits: who was chosen is written down"),
        ({**VISIT, "people": 1}, False, "one visitor speaks for himself"),
        ({"people": 12}, False, "a joint letter"),
    ],
)
def test_the_record_of_representatives(filled, written, why):
    assert ("D03" in papers_of(register(**filled))) is written, why


@pytest.mark.parametrize(
    ("filled", "act", "expected", "why"),
    [
        ({**VISIT, **LITIGATION}, guide(), set(), "a visitor about litigation is shown the way"),
        ({**VISIT, **LITIGATION}, guide(to="旗政法委"), set(), "to any political-legal organ"),
        ({**VISIT, **LITIGATION}, guide(to="旗民政局"), {("22.2", "to")}, "not to a department"),
        ({**VISIT, **LITIGATION}, guide(explanation=""), {("22.2", "explanation")}, "the law must be explained"),
        (LITIGATION, guide(), {("22.2", "")}, "a letter is transferred"),
        ({**VISIT, "requests": (request(),)}, guide(), {("22.2", "")}, "no litigation matter"),
        ({**VISIT, "requests": (request(track=None),)}, guide(), {("22.2", "")}, "nobody has said what it is"),
        (
            {**VISIT, **LITIGATION},
            TransferToJustice(on=D("2025-08-04"), by=OFFICE, to="旗政法委"),
            {("22.2", "")},
            "a visitor is guided, not forwarded",
        ),
    ],
)
def test_a_visit_about_litigation(filled, act, expected, why):
    assert refused(act, lawful(register(**filled))) == expected, why


def test_guiding_fulfils_the_fifteen_days():
    came = lawful(register(**VISIT, **LITIGATION))
    assert papers(came, "2025-08-04") == {("D07", "1", OFFICE)}
    guided = lawful(register(**VISIT, **LITIGATION), guide())
    assert guided.stage is Stage.REFERRED
    assert running(guided, "2025-12-01") == [("T01", "1", OFFICE, "met")]
    assert papers(guided, "2025-12-01") == set()
