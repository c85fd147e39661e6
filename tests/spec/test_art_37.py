"""Art. 37: matters are resolved, hardship is helped with the petitioner's consent, litigation is ended by its own organs."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    HANDLED,
    OFFICE,
    ORGAN,
    READY,
    D,
    further,
    lawful,
    may,
    notify,
    opinion,
    refused,
    register,
    request,
    serve,
    transfer,
)
from yifa.law.acts import (
    Close,
    FollowUp,
    OfferHelp,
    Rate,
    ReportExecution,
    Resolve,
    Settle,
    Terminate,
    TransferToJustice,
)
from yifa.law.organs import PETITIONER
from yifa.law.terms import Evidence, HelpKind, Outcome, RatedBody, Score, Stage, Track

CLOSED = (*ANSWERED, Close(on=D("2025-09-12"), by=ORGAN))


def offer(kind=HelpKind.SOCIAL, to="旗民政局", by=ORGAN, **filled):
    return OfferHelp(on=D("2025-09-15"), by=by, kind=kind, to=to, **{"consent": True, **filled})


def resolve(evidence, by=ORGAN, **filled):
    return Resolve(on=D("2025-10-20"), by=by, evidence=evidence, **filled)


def rate(score, of=RatedBody.ORGAN, **filled):
    return Rate(on=D("2025-09-16"), by=PETITIONER, of=of, score=score, **filled)


SETTLED = (
    *HANDLED,
    Settle(on=D("2025-09-01"), by=ORGAN, other_party="村委会", voluntary=True, agreement="和解协议书"),
)
EXECUTED = (
    *READY,
    opinion(outcome=Outcome.SUPPORT),
    serve(),
    ReportExecution(on=D("2025-09-14"), by=ORGAN, done=True, report="已补发"),
)


@pytest.mark.parametrize(
    ("act", "expected", "why"),
    [
        (offer(), set(), "with consent"),
        (offer(consent=False), {("37.2", "consent")}, "not without"),
        (offer(to=" "), {("37.2", "to")}, "where to apply"),
        (offer(to="红十字会"), set(), "also with a body that is no organ here"),
        (offer(by=OFFICE), set(), "the office may help"),
        (offer(by="红旗镇"), {("37.2", "by")}, "who has nothing to do with it may not look"),
        (offer(HelpKind.JUDICIAL, "旗法院"), set(), "judicial assistance comes from the justice organs"),
        (offer(HelpKind.JUDICIAL, "旗民政局"), {("37.2", "to")}, "from nobody else"),
        (offer(HelpKind.LEGAL_AID, "法律援助中心"), set(), "legal aid"),
    ],
)
def test_help(act, expected, why):
    assert refused(act, lawful(*HANDLED)) == expected, why
    assert refused(act, lawful(*CLOSED)) == expected, f"{why}, after closing as well"


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (HANDLED, resolve(Evidence.PLEDGE, note="承诺书"), {("31(6)", "")}, "what is not answered is not resolved"),
        (ANSWERED, resolve(Evidence.PLEDGE, note="承诺书"), set(), "a written word of the petitioner"),
        (ANSWERED, resolve(Evidence.PLEDGE), {("37.1", "evidence")}, "which must be named"),
        (ANSWERED, resolve(Evidence.RATING), {("21.2", "evidence")}, "nobody rated"),
        ((*ANSWERED, rate(Score.SATISFIED)), resolve(Evidence.RATING), set(), "rated satisfied"),
        ((*ANSWERED, rate(Score.FAIRLY, claim="1")), resolve(Evidence.RATING), set(), "or fairly so"),
        (
            (*ANSWERED, rate(Score.DISSATISFIED)),
            resolve(Evidence.RATING),
            {("21.2", "evidence")},
            "dissatisfied is no proof",
        ),
        (
            (*ANSWERED, rate(Score.SATISFIED, RatedBody.OFFICE)),
            resolve(Evidence.RATING),
            {("21.2", "evidence")},
            "praise for the office is not for the organ",
        ),
        (ANSWERED, resolve(Evidence.EXECUTED), {("32.2", "evidence")}, "nothing was carried out"),
        (EXECUTED, resolve(Evidence.EXECUTED), set(), "carried out"),
        (SETTLED, resolve(Evidence.AGREEMENT), set(), "settled"),
        (ANSWERED, resolve(Evidence.AGREEMENT), {("33", "evidence")}, "no agreement on file"),
        (EXECUTED, resolve(Evidence.EXECUTED, by=OFFICE), set(), "the office may find so"),
        (EXECUTED, resolve(Evidence.EXECUTED, by=PETITIONER), {("37.1", "by")}, "as a finding of an organ"),
        ((*EXECUTED, Close(on=D("2025-09-14"), by=ORGAN)), resolve(Evidence.EXECUTED), set(), "after closing as well"),
    ],
)
def test_resolution_is_shown_by_what_is_on_file(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def follow_up(**filled):
    return FollowUp(on=D("2025-10-20"), by=OFFICE, **{"note": "电话回访，已落实", **filled})


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (ANSWERED, follow_up(), set(), "after the answer"),
        (CLOSED, follow_up(), set(), "and after closing"),
        (HANDLED, follow_up(), {("37.3", "")}, "not before"),
        (ANSWERED, follow_up(note=""), {("37.3", "note")}, "with what was said"),
    ],
)
def test_asking_afterwards(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


LETTER = (
    register(requests=(request(track=Track.C1),)),
    TransferToJustice(on=D("2025-08-06"), by=OFFICE, to="旗政法委"),
)


def terminate(by="旗法院", **filled):
    return Terminate(on=D("2025-12-01"), by=by, **{"document": "依法终结决定书", **filled})


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (LETTER, terminate(), set(), "the court ends it under its own law"),
        (LETTER, terminate(by="旗政法委"), set(), "or the committee"),
        (LETTER, terminate(by=OFFICE), {("37.3", "by")}, "never the petition office"),
        (LETTER, terminate(by=ORGAN), {("37.3", "by")}, "nor a department"),
        (LETTER, terminate(document=""), {("37.3", "document")}, "by a document"),
        ((*LETTER, terminate()), terminate(), {("31(1)", "")}, "once"),
        (HANDLED, terminate(), {("31(1)", "")}, "litigation only"),
        (
            (register(requests=(request(track=Track.C4),)), transfer(), notify()),
            terminate(),
            {("31(1)", "")},
            "not an administrative matter either",
        ),
    ],
)
def test_ending_a_matter_of_litigation(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_what_was_ended_is_concluded():
    petition = lawful(*LETTER, terminate())

    assert petition.stage is Stage.CONCLUDED
    assert "Terminate" not in may(petition, "2025-12-02")
    further(petition, Close(on=D("2025-12-02"), by=OFFICE))
