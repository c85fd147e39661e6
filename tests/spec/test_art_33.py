"""Art. 33: mediation with the consent of both, settlement of their own will, each put in writing."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    HANDLED,
    OFFICE,
    ORGAN,
    SENT,
    D,
    clock,
    further,
    lawful,
    may,
    notify,
    papers,
    refused,
    register,
    request,
    transfer,
)
from yifa.law.acts import Close, Mediate, Resolve, Settle
from yifa.law.organs import PETITIONER
from yifa.law.terms import Evidence, Stage, Track


def mediate(on="2025-09-01", by=ORGAN, **filled):
    said = {
        "petitioner_consents": True,
        "other_party": "村委会",
        "other_party_consents": True,
        "agreed": True,
        "agreement": "调解协议书",
    }
    return Mediate(on=D(on), by=by, **{**said, **filled})


def settle(on="2025-09-01", by=ORGAN, **filled):
    return Settle(on=D(on), by=by, **{"other_party": "村委会", "voluntary": True, "agreement": "和解协议书", **filled})


def told(track):
    return (register(requests=(request(track=track),)), transfer(), notify())


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (HANDLED, mediate(), set(), "both consent and agree"),
        (HANDLED, mediate(agreed=False, agreement=""), set(), "both consent, without result"),
        (
            HANDLED,
            mediate(petitioner_consents=False),
            {("33", "petitioner_consents")},
            "G11: not against the petitioner",
        ),
        (HANDLED, mediate(other_party_consents=False), {("33", "other_party_consents")}, "nor against the other side"),
        (
            HANDLED,
            mediate(petitioner_consents=False, other_party_consents=False, agreed=False),
            {("33", "petitioner_consents"), ("33", "other_party_consents")},
            "an attempt needs consent as well",
        ),
        (HANDLED, mediate(other_party=" "), {("33", "other_party")}, "with whom"),
        (HANDLED, mediate(agreement=""), {("33", "agreement")}, "what was agreed is written down"),
        (SENT, mediate(), set(), "no opinion is made: it need not wait for the notice"),
        (told(Track.C4), mediate(), set(), "any grievance may be mediated"),
        (told(Track.C1), mediate(), set(), "a quarrel for the court as well"),
        (told(Track.A), mediate(), {("33", "")}, "a suggestion has no other side"),
        (told(Track.B), mediate(), {("33", "")}, "an accusation is not for bargaining"),
        (ANSWERED, mediate("2025-09-15"), {("35", "")}, "while it is handled, not after"),
        (HANDLED, mediate(by=OFFICE), {("33", "by")}, "by the organ that handles"),
        (HANDLED, mediate(by=PETITIONER), {("33", "by")}, "not by a party"),
        (HANDLED, settle(), set(), "of their own will"),
        (HANDLED, settle(voluntary=False), {("33", "voluntary")}, "not otherwise"),
        (HANDLED, settle(agreement=""), {("33", "agreement")}, "in writing"),
        (HANDLED, settle(other_party=""), {("33", "other_party")}, "with whom"),
        (told(Track.B), settle(), {("33", "")}, "an accusation is not settled"),
        (ANSWERED, settle("2025-09-15"), {("35", "")}, "while it is handled"),
    ],
)
def test_agreements(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


@pytest.mark.parametrize("act", [mediate(), settle()])
def test_an_agreement_ends_the_claim_in_time(act):
    petition = lawful(*HANDLED, act)

    assert petition.stage is Stage.CONCLUDED
    assert clock(petition, "T06", "2025-12-31").state(D("2025-12-31")) == "met"
    assert not papers(petition, "2025-09-01")
    assert "RequestReview" not in may(petition, "2025-09-01")
    further(
        petition,
        Resolve(on=D("2025-09-02"), by=ORGAN, evidence=Evidence.AGREEMENT),
        Close(on=D("2025-09-02"), by=ORGAN),
    )


def test_without_agreement_the_claim_is_handled_on():
    petition = lawful(*HANDLED, mediate(agreed=False))

    assert petition.stage is Stage.HANDLING
    assert clock(petition, "T06", "2025-10-10").state(D("2025-10-10")) == "late", "mediation stops no clock"
    further(petition, mediate("2025-09-05"))


def test_an_agreement_is_the_only_proof_of_an_agreement():
    petition = lawful(*ANSWERED)

    assert refused(Resolve(on=D("2025-09-20"), by=ORGAN, evidence=Evidence.AGREEMENT), petition) == {("33", "evidence")}
