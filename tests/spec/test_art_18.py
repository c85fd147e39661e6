"""第十八条第二款: an official answers for a petition; the petitioner is nobody's object."""

import pytest

from tests.spec.cases import OFFICE, ORGAN, SENT, D, lawful, refused, register, request
from yifa.law.acts import AppointLead, Recuse
from yifa.law.terms import LeadLevel, Track


def lead(by=OFFICE, official="李副旗长", level=LeadLevel.COUNTY, **filled):
    said = {"post": "副旗长", "duty": "化解到位", **filled}
    return AppointLead(on=D("2025-09-01"), by=by, official=official, level=level, **said)


RECUSED = (*SENT, Recuse(on=D("2025-08-07"), by=ORGAN, person="李副旗长", relation="亲属", decided_by="旗长"))
ACCUSING = (register(requests=(request("追责", Track.B, accused=("李副旗长",)),)),)


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (SENT, lead(), set(), "the office proposes and records"),
        (SENT, lead(by="旗政府"), set(), "the government may"),
        (SENT, lead(by="旗委"), set(), "the committee may"),
        (SENT, lead(by="旗联席会议"), set(), "the joint conference may"),
        (SENT, lead(by=ORGAN, level=LeadLevel.HANDLER), set(), "the handling organ may"),
        (SENT, lead(by="旗自然资源局"), {("18.2", "by")}, "an organ that has nothing to do with it may not"),
        (SENT, lead(official=""), {("18.2", "official")}, "somebody must answer"),
        (SENT, lead(post=""), {("18.2", "post")}, "in an office of his"),
        (SENT, lead(duty=""), {("18.2", "duty")}, "for something"),
        (RECUSED, lead(), {("28.3", "official")}, "who stood aside cannot lead"),
        (ACCUSING, lead(), {("30.3", "official")}, "nor can the accused"),
    ],
)
def test_who_is_made_to_answer(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_one_official_at_each_of_five_levels():
    petition = lawful(*SENT, *(lead(official=f"{level}干部", level=level) for level in LeadLevel))
    assert [one.level for one in petition.leads] == list(LeadLevel)


def test_a_later_one_of_the_same_level_takes_over():
    petition = lawful(*SENT, lead(), lead(official="赵副旗长"))
    assert [one.official for one in petition.leads] == ["赵副旗长"]
