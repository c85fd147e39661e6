"""第三十条: accusations — nothing of them reaches the accused, nor whoever serves under them (trap 5, G05)."""

from dataclasses import replace

import pytest

from tests.spec.cases import (
    DECIDED,
    OFFICE,
    ORGAN,
    SENT,
    D,
    further,
    hear,
    investigate,
    lawful,
    notify,
    opinion,
    refused,
    register,
    request,
    running,
    serve,
    transfer,
)
from yifa.law.acts import (
    Accept,
    AnswerSupervision,
    Assign,
    Classify,
    Close,
    InformPersonnel,
    RecordResult,
    Succeed,
    SuggestionReply,
    Supervise,
    TakeConferenceMeasure,
    TransferSealed,
)
from yifa.law.organs import PETITIONER
from yifa.law.terms import Adoption, ConferenceMeasureKind, NoticeKind, Stage, SupervisionGround, Track


def accusing(*accused, by=OFFICE, track=Track.B, **filled):
    return register(by=by, requests=(request("追责", track, accused=accused),), **filled)


def sealed(on="2025-08-06", by=OFFICE, to="旗纪委监委", recipient="陈主任", **filled):
    return TransferSealed(on=D(on), by=by, to=to, recipient=recipient, envelope="密1", **filled)


def inform(on="2025-08-06", by=OFFICE, to="旗组织部", gist="反映镇长问题1件", **filled):
    return InformPersonnel(on=D(on), by=by, to=to, gist=gist, **filled)


# 第三款: to whom.


@pytest.mark.parametrize(
    ("accused", "to", "expected", "why"),
    [
        ("红旗镇", "红旗镇", {("30.3", "to")}, "the accused organ"),
        ("红旗镇", "红旗镇社会事务办", {("30.3", "to")}, "who serves under it"),
        ("红旗镇", "东方农场", set(), "a peer"),
        ("红旗镇", "旗政府", set(), "its superior"),
        ("红旗镇", ORGAN, set(), "a department that has power over the matter"),
        ("镇长", "红旗镇", {("30.3", "to")}, "the organ the accused person leads"),
        ("镇长", "红旗镇社会事务办", {("30.3", "to")}, "under the organ that person leads"),
        ("旗政府", ORGAN, {("30.3", "to")}, "a department of the accused government"),
        ("旗长", "红旗镇社会事务办", {("30.3", "to")}, "two levels under whom the accused leads"),
        ("某科员", "红旗镇", set(), "a person nobody knows to lead anything: the office must look itself"),
        ("旗民政局", "旗民政局低保中心", {("30.3", "to")}, "its own centre"),
    ],
)
def test_to_whom_nothing_is_sent(accused, to, expected, why):
    office = "市信访局" if accused in {"旗政府", "旗长"} else OFFICE
    petition = lawful(accusing(accused, by=office))
    assert refused(transfer(by=office, to=to), petition) == expected, why
    assert refused(Assign(on=D("2025-08-06"), by=office, to=to, due=D("2025-09-30")), petition) == expected


@pytest.mark.parametrize(
    ("act", "field", "why"),
    [
        (
            Supervise(
                on=D("2025-09-01"), by=OFFICE, to="红旗镇", ground=SupervisionGround.DELAY, facts="…", advice="…"
            ),
            "to",
            "supervision tells of it",
        ),
        (
            TakeConferenceMeasure(
                on=D("2025-09-01"), by="旗联席会议", kind=ConferenceMeasureKind.INTERVIEW, to="红旗镇", reason="…"
            ),
            "to",
            "so does a conference measure",
        ),
        (
            Succeed(on=D("2025-09-01"), by="旗政府", organ=ORGAN, successor="红旗镇", reason="…"),
            "successor",
            "a successor gets the file",
        ),
    ],
)
def test_nor_by_another_way(act, field, why):
    petition = lawful(accusing("红旗镇"), transfer())
    assert ("30.3", field) in refused(act, petition), why


def test_accused_once_sealed_for_good():
    """Classified anew, the claim keeps its accused."""
    petition = lawful(accusing("红旗镇"), Classify(on=D("2025-08-05"), by=OFFICE, track=Track.C6, reason="实为求决"))
    assert petition.claims["1"].sealed
    assert refused(transfer(to="红旗镇"), petition) == {("30.3", "to")}


def test_who_is_found_to_be_accused_when_it_is_classified():
    petition = lawful(register(requests=(request("追责", None),)))
    named = further(petition, Classify(on=D("2025-08-05"), by=OFFICE, track=Track.B, accused=("红旗镇",)))
    assert refused(transfer(to="红旗镇"), petition) == set()
    assert refused(transfer(to="红旗镇"), named) == {("30.3", "to")}


# Who does not act.


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (
            (accusing("镇长"), transfer()),
            replace(notify(), officer="镇长"),
            {("30.3", "officer")},
            "the accused himself, wherever he serves",
        ),
        (
            (accusing("红旗镇", by="红旗镇"),),
            hear(by="红旗镇"),
            {("30.3", "by")},
            "the accused organ, which got it directly",
        ),
        (
            (accusing("红旗镇", by="红旗镇"),),
            notify(by="红旗镇"),
            {("30.3", "kind")},
            "it does not say that it handles it",
        ),
        (
            (accusing("红旗镇", by="红旗镇"),),
            notify(by="红旗镇", kind=NoticeKind.ELSEWHERE, to="旗纪委监委"),
            set(),
            "it says where to turn",
        ),
        ((accusing("旗长"),), sealed(), set(), "the office under the accused seals it and sends it up"),
        ((accusing("旗长"),), inform(), set(), "and makes it known to who has authority"),
        ((accusing("旗长"),), transfer(to="市民政局"), {("30.3", "by")}, "more it does not do with it"),
        (
            (accusing("旗长", track=None),),
            Classify(on=D("2025-08-05"), by=OFFICE, track=Track.B),
            set(),
            "it must be able to say what it is",
        ),
        ((accusing("旗长"),), replace(sealed(), officer="旗长"), {("30.3", "officer")}, "through other hands than his"),
    ],
)
def test_who_does_nothing_with_it(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


MIXED = register(requests=(request("落实低保"), request("镇长贪占", Track.B, accused=("红旗镇",))))


def test_in_a_mixed_petition_each_claim_goes_its_own_way():
    petition = lawful(MIXED)
    assert refused(transfer(to="红旗镇"), petition) == {("30.3", "to")}
    assert refused(transfer(to="红旗镇", claims=("2",)), petition) == {("30.3", "to")}
    parted = further(petition, transfer(to="红旗镇", claims=("1",)), sealed(claims=("2",)))
    assert [claim.stage for claim in parted.claims.values()] == [Stage.DISPATCHED, Stage.REFERRED]


TOWN_HAS_ONE = (MIXED, transfer(to="红旗镇", claims=("1",)), sealed(claims=("2",)))


@pytest.mark.parametrize(
    ("act", "expected", "why"),
    [
        (notify(by="红旗镇", claims=("1",)), set(), "it handles the other claim"),
        (notify(by="红旗镇"), set(), "unnamed: what it handles"),
        (notify(by="红旗镇", claims=("2",)), {("23", "by")}, "not the one against it"),
        (Accept(on=D("2025-08-08"), by="红旗镇", claim="1"), set(), "it accepts the other"),
        (Close(on=D("2025-08-08"), by="红旗镇"), {("30.3", "by"), ("31(6)", "")}, "the whole file is not for it"),
    ],
)
def test_the_accused_organ_with_another_claim_of_the_same_petition(act, expected, why):
    assert refused(act, lawful(*TOWN_HAS_ONE)) == expected, why


def test_it_serves_its_own_paper_without_naming_it():
    suggesting = register(requests=(request("增设路灯", Track.A), *MIXED.requests[1:]))
    replied = SuggestionReply(on=D("2025-09-01"), by="红旗镇", adoption=Adoption.FULL, study="已论证", claim="1")
    petition = lawful(suggesting, *TOWN_HAS_ONE[1:], replied)
    assert refused(serve(by="红旗镇"), petition) == set()
    assert refused(serve(by="红旗镇社会事务办"), petition) == {("29.1", "by")}


def test_it_answers_the_supervision_of_what_it_handles():
    supervised = Supervise(
        on=D("2025-09-01"),
        by=OFFICE,
        to="红旗镇",
        ground=SupervisionGround.DELAY,
        facts="逾期",
        advice="抓紧",
        claim="1",
    )
    petition = lawful(*TOWN_HAS_ONE, supervised)
    assert refused(AnswerSupervision(on=D("2025-09-02"), by="红旗镇", answer="已整改"), petition) == set()


def test_two_accusations_of_two_organs_bar_both_from_the_whole():
    both = register(requests=(request("…", Track.B, accused=("红旗镇",)), request("…", Track.B, accused=(ORGAN,))))
    petition = lawful(both, transfer(to=ORGAN, claims=("1",)), transfer(to="红旗镇", claims=("2",)))
    assert ("30.3", "by") in refused(Close(on=D("2025-08-08"), by=ORGAN), petition)
    assert ("30.3", "by") in refused(Close(on=D("2025-08-08"), by="红旗镇"), petition)


# 第一款, 第二款.


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        ((accusing("红旗镇"), transfer()), notify(), set(), "a department with authority tells"),
        ((accusing("红旗镇"), transfer(), notify()), Accept(on=D("2025-08-08"), by=ORGAN), set(), "accepts"),
        ((accusing("红旗镇"), transfer(), notify()), investigate(), set(), "looks into it"),
        (
            (accusing("红旗镇"), transfer(), notify()),
            RecordResult(on=D("2025-10-01"), by=ORGAN, result="已立案"),
            set(),
            "and feeds back",
        ),
        (
            (accusing("红旗镇"),),
            RecordResult(on=D("2025-10-01"), by=OFFICE, result="已立案"),
            {("30.1", "")},
            "nothing comes of what was never sent",
        ),
        (
            (accusing("红旗镇"), transfer(), notify(), hear(), investigate()),
            opinion(),
            {("30.1", "")},
            "without a handling opinion",
        ),
    ],
)
def test_an_accusation_is_handled_by_who_has_authority(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_an_accusation_has_no_sixty_days():
    petition = lawful(accusing("红旗镇"), transfer(), notify(), Accept(on=D("2025-08-08"), by=ORGAN))
    assert running(petition, "2026-01-05") == [("T01", "1", OFFICE, "met"), ("T03", "1", ORGAN, "met")]


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        ((accusing("镇长"),), inform(), set(), "petitions about officials are made known"),
        ((accusing("镇长"), sealed()), inform(), set(), "after the material went sealed"),
        ((accusing("镇长"),), inform(grave=True), set(), "what is grave, upward too"),
        (SENT, inform(), {("30.2", "")}, "no official is accused"),
        ((accusing("镇长"),), inform(to=ORGAN), {("30.2", "to")}, "to the personnel organ"),
        ((accusing("镇长"),), inform(gist=""), {("30.2", "gist")}, "of what"),
        ((accusing("旗组织部"),), inform(), {("30.3", "to")}, "not where it is the accused"),
        ((accusing("镇长"), transfer()), inform(by=ORGAN), {("30.2", "by")}, "by the petition office"),
        ((accusing("镇长"),), inform(by=PETITIONER), {("30.2", "by")}, "not by the petitioner"),
    ],
)
def test_officials_are_made_known_to_the_personnel_organ(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_what_is_no_accusation_seals_nothing():
    assert not lawful(*DECIDED).sealed
