"""第二十九条: a suggestion is studied and answered; it has no sixty days, no opinion, no review."""

import pytest

from tests.spec.cases import (
    HANDLED,
    OFFICE,
    ORGAN,
    D,
    ask_review,
    broken,
    clock,
    further,
    hear,
    investigate,
    lawful,
    notify,
    opinion,
    papers,
    refused,
    register,
    request,
    running,
    serve,
    transfer,
)
from yifa.law.acts import Accept, Close, Extend, Mediate, SuggestionReply
from yifa.law.clocks import State
from yifa.law.organs import PETITIONER
from yifa.law.terms import Adoption, Stage, Track

SUGGESTED = (register(requests=(request("增设公交站", Track.A),)), transfer(), notify())


def reply(on="2025-11-20", by=ORGAN, adoption=Adoption.PART, study="会同交通部门论证", claim="1"):
    return SuggestionReply(on=D(on), by=by, adoption=adoption, study=study, claim=claim)


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (SUGGESTED, reply(), set(), "studied and taken up in part, after a hundred days: no clock runs"),
        (SUGGESTED, reply("2025-08-08", adoption=Adoption.FULL), set(), "taken up at once"),
        (SUGGESTED, reply(adoption=Adoption.NONE), set(), "not taken up"),
        (SUGGESTED, reply(study=""), {("29.1", "study")}, "it must have been studied"),
        (SUGGESTED, reply(by=OFFICE), {("29.1", "by")}, "by the organ whose work it is"),
        (SUGGESTED, reply(by=PETITIONER), {("29.1", "by")}, "not by who suggested it"),
        ((*SUGGESTED, reply()), reply(), {("29.1", "")}, "it was answered"),
        (HANDLED, reply(), {("29.1", "")}, "a grievance is no suggestion"),
        ((register(by=ORGAN, requests=SUGGESTED[0].requests),), reply(), set(), "made to the organ directly"),
    ],
)
def test_answering_a_suggestion(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


@pytest.mark.parametrize(
    ("act", "expected", "why"),
    [
        (Accept(on=D("2025-08-08"), by=ORGAN), {("29.1", "")}, "it is studied, not accepted"),
        (opinion(), {("29.1", "")}, "no handling opinion"),
        (Extend(on=D("2025-09-01"), by=ORGAN, days=10, reason="…", approved_by="…"), {("34", "")}, "nothing to extend"),
        (ask_review(), {("35", "")}, "nothing to review"),
        (
            Mediate(
                on=D("2025-09-01"),
                by=ORGAN,
                petitioner_consents=True,
                other_party="公交公司",
                other_party_consents=True,
                agreed=False,
            ),
            {("33", "")},
            "nobody's dispute",
        ),
    ],
)
def test_what_a_suggestion_does_not_get(act, expected, why):
    assert refused(act, lawful(*SUGGESTED)) == expected, why


def test_no_opinion_even_when_everything_else_was_done():
    petition = lawful(*SUGGESTED, hear(), investigate())
    assert refused(opinion(), petition) == {("29.1", "")}


def test_a_suggestion_has_its_notice_and_no_sixty_days():
    petition = lawful(*SUGGESTED)
    assert running(petition, "2026-01-05") == [("T01", "1", OFFICE, "met"), ("T03", "1", ORGAN, "met")]
    assert broken(petition, "2026-01-05") == set()


def test_the_answer_must_reach_who_suggested_it():
    petition = lawful(*SUGGESTED, reply())
    assert petition.stage is Stage.CONCLUDED
    assert papers(petition, "2025-11-20") == {("D30 D29", "1", ORGAN)}
    assert not {one for one in broken(petition, "2025-11-21") if one[0] == "29.1"}, "owed, without a day the law sets"
    served = further(petition, serve("2025-11-20"), Close(on=D("2025-11-20"), by=OFFICE))
    assert served.stage is Stage.CLOSED


def test_it_is_no_less_in_time_than_anything_else_when_it_is_sent():
    late = lawful(register(requests=SUGGESTED[0].requests))
    assert clock(late, "T01", "2025-08-20").state(D("2025-08-20")) is State.LATE
