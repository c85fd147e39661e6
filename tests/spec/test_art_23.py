"""第二十三条: the organ tells the petitioner in writing within fifteen days, or objects within five working days."""

import pytest

from tests.spec.cases import (
    HANDLED,
    OFFICE,
    ORGAN,
    SENT,
    D,
    broken,
    clock,
    further,
    hear,
    investigate,
    lawful,
    may,
    notify,
    opinion,
    otherwise,
    papers,
    refused,
    register,
    request,
    running,
    transfer,
)
from yifa.law.acts import Accept, AgreeReturn, Assign, Classify, Object, RefuseReturn, SignFor
from yifa.law.clocks import State, clocks
from yifa.law.terms import NoticeKind, Stage, Track

OTHER, BELOW = "旗自然资源局", "旗民政局低保中心"
PASSED, ELSEWHERE = NoticeKind.PASSED, NoticeKind.ELSEWHERE

DIRECT = (register(by=ORGAN),)
UNCLEAR = {"names": (), "address": ""}


def object_(on="2025-08-08", by=ORGAN, reason="属自然资源局职权", claims=()):
    return Object(on=D(on), by=by, reason=reason, claims=claims)


def agree(on="2025-08-11", by=OFFICE, organ=ORGAN, finding="属实", claims=()):
    return AgreeReturn(on=D(on), by=by, organ=organ, finding=finding, claims=claims)


def refuse(on="2025-08-11", by=OFFICE, organ=ORGAN, finding="属该局职权", claims=()):
    return RefuseReturn(on=D(on), by=by, organ=organ, finding=finding, claims=claims)


def sign(on="2025-08-08", by=ORGAN, claims=()):
    return SignFor(on=D(on), by=by, claims=claims)


# 第一款: what reaches another organ directly.


def test_a_direct_receipt_is_registered_and_told():
    petition = lawful(*DIRECT)
    assert petition.stage is Stage.DISPATCHED
    assert papers(petition, "2025-08-04") == {("D12", "1", ORGAN)}
    found = clock(petition, "T02", "2025-08-04")
    assert (found.owed_by, found.basis.key, found.due.day) == (ORGAN, "23.2", D("2025-08-19"))


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (DIRECT, notify("2025-08-04"), set(), "on the spot: within its authority"),
        (DIRECT, notify("2025-08-19"), set(), "day 15"),
        (DIRECT, notify("2025-08-20"), set(), "day 16: late, and still owed"),
        (
            (register(by=ORGAN, requests=(request(track=None),)),),
            notify(),
            {("23.1", "")},
            "path and procedure must be known",
        ),
        (DIRECT, notify(kind=PASSED, to=BELOW), {("23.1", "kind")}, "nothing has been passed on yet"),
        (DIRECT, notify(kind=ELSEWHERE, to=OTHER), set(), "another organ's authority: which"),
        (DIRECT, notify(kind=ELSEWHERE), {("23.1", "to")}, "it must say which"),
        ((*DIRECT, transfer("2025-08-05", ORGAN, BELOW)), notify(kind=PASSED), set(), "passed on, and told whither"),
        ((*DIRECT, transfer("2025-08-05", ORGAN, BELOW)), notify(kind=PASSED, to=BELOW), set(), "naming it"),
        (
            (*DIRECT, transfer("2025-08-05", ORGAN, BELOW)),
            notify(kind=PASSED, to=OTHER),
            {("23.1", "to")},
            "naming another",
        ),
        (
            (*DIRECT, transfer("2025-08-05", ORGAN, BELOW)),
            notify(),
            {("23.1", "kind")},
            "what was passed on is not said to be handled here",
        ),
        ((*DIRECT, notify("2025-08-05")), notify(), {("23.2", "")}, "told before"),
        (DIRECT, notify(by=OTHER), {("23", "by")}, "an organ that has not received it"),
        (DIRECT, notify(by=OFFICE), {("23", "by")}, "the office owes no notice (Art. 22)"),
        (DIRECT, notify("2025-08-03"), {("21.2", "on")}, "before it came in"),
    ],
)
def test_the_three_notices_of_a_direct_receipt(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


@pytest.mark.parametrize(
    ("by", "to", "expected", "why"),
    [
        (ORGAN, BELOW, set(), "to one in its own line, below it"),
        ("旗政府", ORGAN, set(), "a government to its department"),
        ("旗政府", "红旗镇社会事务办", set(), "at any distance"),
        ("旗政府", OFFICE, set(), "to its petition office, which sends on"),
        (ORGAN, OTHER, {("23.1", "to")}, "not to a peer: the petitioner is told to turn there"),
        (ORGAN, "旗政府", {("23.1", "to")}, "not upwards"),
        (ORGAN, "红旗镇", {("23.1", "to")}, "not to one that is not under it"),
    ],
)
def test_an_organ_passes_on_within_its_own_line(by, to, expected, why):
    assert refused(transfer(by=by, to=to), lawful(register(by=by))) == expected, why
    assert refused(Assign(on=D("2025-08-06"), by=by, to=to, due=D("2025-09-30")), lawful(register(by=by))) >= expected


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (
            (register(by="旗政府"), transfer("2025-08-05", "旗政府")),
            transfer(by="旗政府", to=OTHER),
            {("24.1", "joint")},
            "passed on twice, without saying that both are concerned",
        ),
        (
            (register(by="旗政府"), transfer("2025-08-05", "旗政府")),
            transfer(by="旗政府", to=OTHER, joint=True),
            set(),
            "both are concerned",
        ),
        (
            (*SENT, object_(), agree()),
            transfer("2025-08-12", ORGAN, BELOW, claims=("1",)),
            {("23.1", "by")},
            "by an organ that gave it back",
        ),
        ((*SENT, object_(), agree()), transfer("2025-08-12", ORGAN, BELOW), {("23.1", "by")}, "the same, unnamed"),
    ],
)
def test_who_no_longer_has_it_passes_nothing_on(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_what_is_passed_on_is_told_here_and_handled_there():
    petition = lawful(*DIRECT, transfer("2025-08-05", ORGAN, BELOW))
    assert papers(petition, "2025-08-06") == {("D12-b", "1", ORGAN), ("D12", "1", BELOW)}
    assert refused(hear(by=ORGAN), petition) == {("31(6)", "by")}
    told = further(petition, notify(kind=PASSED), notify(by=BELOW))
    assert running(told, "2025-08-20")[:2] == [("T02", "1", ORGAN, "met"), ("T03", "1", BELOW, "met")]
    assert told.stage is Stage.NOTIFIED


def test_a_government_passes_a_direct_receipt_to_its_petition_office():
    petition = lawful(register(by="旗政府"), transfer(by="旗政府", to=OFFICE))
    assert papers(petition, "2025-08-06") == {("D04", "1", OFFICE), ("D12-b", "1", "旗政府")}
    sent = further(petition, transfer("2025-08-07"), notify(by="旗政府", kind=PASSED), notify())
    assert sent.stage is Stage.NOTIFIED


def test_told_to_turn_elsewhere_it_ends_here():
    petition = lawful(*DIRECT, notify(kind=ELSEWHERE, to=OTHER))
    assert petition.stage is Stage.ELSEWHERE
    assert running(petition, "2025-12-01") == [("T02", "1", ORGAN, "met")]
    assert refused(hear(), petition) == {("23.1", ""), ("31(6)", "by")}


def test_each_claim_is_told_its_own_way():
    two = register(by=ORGAN, requests=(request(), request("征地补偿", Track.C4)))
    petition = lawful(two, notify(claims=("1",)), notify("2025-08-11", kind=ELSEWHERE, to=OTHER))
    assert [claim.stage for claim in petition.claims.values()] == [Stage.NOTIFIED, Stage.ELSEWHERE]
    assert petition.claims["1"].handling.notified == D("2025-08-08")


def test_a_direct_receipt_knows_no_objection():
    assert refused(object_(), lawful(*DIRECT)) == {("23.1", "")}
    assert "Object" not in may(lawful(*DIRECT), "2025-08-05")


# 第二款: when written notice is owed.


@pytest.mark.parametrize(
    ("received", "nominal", "due", "why"),
    [
        ("2025-08-04", "2025-08-19", "2025-08-19", "fifteen days, the day of receipt not counted"),
        ("2025-09-19", "2025-10-04", "2025-10-09", "National Day"),
        ("2025-12-19", "2026-01-03", "2026-01-04", "the Sunday after New Year is worked"),
        ("2026-01-31", "2026-02-15", "2026-02-24", "the Spring Festival"),
    ],
)
def test_the_fifteen_days_of_a_direct_receipt(received, nominal, due, why):
    found = clock(lawful(register(received, by=ORGAN)), "T02", due)
    assert (found.due.nominal, found.due.day) == (D(nominal), D(due)), why


@pytest.mark.parametrize(
    ("filled", "direct", "transferred", "why"),
    [
        ({}, True, True, "name and address are clear"),
        ({"names": ()}, False, False, "no name"),
        ({"address": ""}, False, False, "no address"),
        ({"anonymous": True}, False, False, "anonymous"),
        (UNCLEAR, False, False, "neither"),
    ],
)
def test_who_must_be_told(filled, direct, transferred, why):
    there = running(lawful(register(by=ORGAN, **filled)), "2025-08-05")
    sent = running(lawful(register(**filled), transfer()), "2025-08-06")
    assert (("T02", "1", ORGAN, "running") in there) is direct, why
    assert (("T03", "1", ORGAN, "running") in sent) is transferred, why


def test_an_office_may_read_the_exemption_as_of_direct_receipts_only():
    petition = lawful(register(**UNCLEAR), transfer())
    found = clocks(petition, D("2025-08-06"), readings=otherwise(notice_exempt_on_transfer=False))
    assert "T03" in {one.limit.id for one in found}


def test_who_cannot_be_told_gets_an_opinion_all_the_same():
    petition = lawful(register(**UNCLEAR), transfer(), investigate())
    assert refused(opinion(), petition) == set()


def test_who_cannot_be_told_may_be_told_nevertheless():
    assert refused(notify(), lawful(register(**UNCLEAR), transfer())) == set()


# 第三款: what was transferred or assigned.


@pytest.mark.parametrize(
    ("sent", "nominal", "due", "why"),
    [
        ("2025-08-06", "2025-08-21", "2025-08-21", "counted from the transfer where nobody signed for it"),
        ("2025-09-24", "2025-10-09", "2025-10-09", "the first worked day after the holiday"),
        ("2026-02-04", "2026-02-19", "2026-02-24", "the Spring Festival"),
    ],
)
def test_the_fifteen_days_of_what_was_sent(sent, nominal, due, why):
    found = clock(lawful(register(sent), transfer(sent)), "T03", sent)
    assert (found.due.nominal, found.due.day, found.basis.key) == (D(nominal), D(due), "23.3"), why


def test_two_clocks_in_series():
    """Trap 1: the office's fifteen days, then the organ's."""
    petition = lawful(register(), transfer("2025-08-19"))
    assert clock(petition, "T01", "2025-08-19").due.day == D("2025-08-19")
    assert clock(petition, "T03", "2025-08-19").due.day == D("2025-09-03")


@pytest.mark.parametrize(
    ("told", "on", "state", "why"),
    [
        ("2025-08-21", "2025-08-21", State.MET, "day 15"),
        ("2025-08-22", "2025-08-22", State.LATE, "day 16"),
        (None, "2025-08-21", State.RUNNING, "day 15, still time"),
        (None, "2025-08-22", State.LATE, "day 16, and nothing told"),
    ],
)
def test_day_fifteen_and_day_sixteen(told, on, state, why):
    petition = lawful(*SENT, *((notify(told),) if told else ()))
    assert clock(petition, "T03", on).state(D(on)) is state, why
    assert (("23.3", ORGAN, "2025-08-22") in broken(petition, on)) is (state is State.LATE)


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (SENT, notify(), set(), "within its authority"),
        (SENT, notify(kind=ELSEWHERE, to=OTHER), {("23.3", "kind")}, "it objects to the sender, not to the petitioner"),
        ((*SENT, transfer("2025-08-07", ORGAN, BELOW)), notify(kind=PASSED), set(), "within its line: passed down"),
        (SENT, transfer("2025-08-07", ORGAN, OTHER), {("23.1", "to")}, "not passed sideways"),
        (
            (*HANDLED, Classify(on=D("2025-08-11"), by=ORGAN, track=Track.C4, reason="属行政程序")),
            notify("2025-08-12"),
            set(),
            "told anew when it is classified anew",
        ),
    ],
)
def test_telling_about_what_was_sent(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (SENT, sign(), set(), "delivery is taken"),
        ((*SENT, sign()), sign("2025-08-11"), {("23.3", "")}, "once"),
        ((*SENT, notify()), sign(), {("23.3", "")}, "who has told has received"),
        (DIRECT, sign(), {("23.3", "")}, "nobody sent it"),
        (SENT, sign(by=OTHER), {("23.3", "by")}, "by whom it was sent to"),
        (SENT, sign("2025-08-21"), set(), "on the last of the days counted from the transfer"),
        (SENT, sign("2025-08-22"), {("23.3", "")}, "signing late makes nothing good"),
        ((register(),), sign(), {("23.3", "by")}, "nothing was sent"),
    ],
)
def test_signing_for_it(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_the_days_count_from_the_signature():
    petition = lawful(*SENT, sign("2025-08-08"))
    assert clock(petition, "T03", "2025-08-08").started == D("2025-08-08")
    assert clock(petition, "T04", "2025-08-08").due.day == D("2025-08-15")


# 异议.


@pytest.mark.parametrize(
    ("sent", "last", "after", "why"),
    [
        ("2025-08-06", "2025-08-13", "2025-08-14", "five working days span a weekend"),
        ("2025-09-29", "2025-10-13", "2025-10-14", "30 September, 9, 10, 11 (worked Saturday), 13 October"),
        ("2026-02-12", "2026-02-26", "2026-02-27", "13, 14 (worked Saturday), 24, 25, 26 February"),
        ("2026-04-29", "2026-05-09", "2026-05-10", "the worked Saturday of 9 May is the fifth"),
        ("2025-12-30", "2026-01-07", "2026-01-08", "31 December, 4 (worked Sunday), 5, 6, 7 January"),
        ("2025-01-24", "2025-02-07", "2025-02-08", "26 (worked Sunday), 27 January, 5, 6, 7 February"),
    ],
)
def test_the_fifth_and_the_sixth_working_day(sent, last, after, why):
    petition = lawful(register(sent), transfer(sent))
    due = clock(petition, "T04", sent).due.day
    assert due == D(last), why
    assert refused(object_(last), petition) == set()
    assert refused(object_(after), petition) == {("23.3", "")}
    assert clock(petition, "T04", after).state(D(after)) is State.LAPSED


def test_an_objection_that_may_still_be_in_time_is_not_refused():
    """The notice for 2027 is not on file: nobody may say that the fifth working day is past."""
    petition = lawful(register("2026-12-30"), transfer("2026-12-30"))
    assert clock(petition, "T04", "2026-12-30").due.missing == (2027,)
    assert refused(object_("2027-01-11"), petition) == set()


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (SENT, object_(), set(), "with reasons, in time"),
        (SENT, object_(reason=""), {("23.3", "reason")}, "with detailed reasons"),
        (SENT, object_(by=OTHER), {("23.3", "by")}, "by whom it was sent to"),
        (HANDLED, object_(), {("23.3", "")}, "not after it told the petitioner"),
        ((*SENT, object_()), object_("2025-08-11"), {("23.3", "")}, "once"),
        ((*SENT, object_(), refuse()), object_("2025-08-12"), {("23.3", "")}, "G14: refused, it is bound"),
        ((*SENT, object_(), agree()), object_("2025-08-12"), {("23.3", "by")}, "it has it no more"),
    ],
)
def test_objecting(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


PENDING = (*SENT, object_())
FROM_ABOVE = (register(by="旗政府"), transfer(by="旗政府"), notify("2025-08-07", "旗政府", kind=PASSED), object_())


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (PENDING, agree(), set(), "the sender has verified it"),
        (PENDING, refuse(), set(), "the sender has verified it otherwise"),
        (PENDING, agree(finding=""), {("23.3", "finding")}, "verified, how"),
        (PENDING, refuse(finding=""), {("23.3", "finding")}, "verified, how"),
        (PENDING, agree(by="市信访局"), {("23.3", "by")}, "by who sent it"),
        (PENDING, agree(by=ORGAN), {("23.3", "by")}, "not by who objects"),
        (PENDING, agree(organ=OTHER), {("23.3", "organ")}, "that organ did not object"),
        (SENT, agree(), {("23.3", "")}, "nobody objected"),
        ((*PENDING, refuse()), agree("2025-08-12"), {("23.3", "")}, "it was refused before"),
        ((*PENDING, agree()), refuse("2025-08-12"), {("23.3", "")}, "it was agreed before"),
        (FROM_ABOVE, agree(by="旗政府"), set(), "the superior organ that passed it down"),
    ],
)
def test_the_sender_verifies(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_while_the_sender_is_silent_the_organs_days_run_on():
    """G14: the fifteen days always count from the first receipt."""
    petition = lawful(*PENDING)
    assert petition.stage is Stage.OBJECTED
    assert clock(petition, "T03", "2025-08-22").state(D("2025-08-22")) is State.LATE
    told = further(petition, notify("2025-08-21"))
    assert told.stage is Stage.NOTIFIED


def test_refused_it_is_bound_by_the_first_days():
    petition = lawful(*PENDING, refuse("2025-08-18"))
    assert petition.stage is Stage.DISPATCHED
    assert clock(petition, "T03", "2025-08-18").due.day == D("2025-08-21")
    assert refused(notify("2025-08-19"), petition) == set()


def test_agreed_it_goes_back_and_the_office_has_fifteen_days_anew():
    petition = lawful(*PENDING, agree())
    assert petition.stage is Stage.REGISTERED
    assert running(petition, "2025-08-11") == [
        ("T01", "1", OFFICE, "met"),
        ("T01", "1", OFFICE, "running"),
        ("T04", "1", ORGAN, "met"),
    ]
    assert refused(transfer("2025-08-26", to=OTHER), petition) == set()
    sent = further(petition, transfer("2025-08-26", to=OTHER))
    assert clock(sent, "T03", "2025-08-26", organ=OTHER).due.day == D("2025-09-10")
    assert broken(sent, "2025-09-10") == set()


def test_agreed_after_the_organs_days_were_over_its_lateness_stands():
    petition = lawful(*PENDING, agree("2025-08-25"))
    assert ("23.3", ORGAN, "2025-08-22") in broken(petition, "2025-08-25")


def test_agreed_by_a_superior_organ_it_is_that_organs_again():
    petition = lawful(*FROM_ABOVE, agree(by="旗政府"))
    assert petition.claims["1"].handling.organ == "旗政府"
    assert refused(transfer("2025-08-12", "旗政府", OTHER), petition) == set()
    untold = (register(by="旗政府"), transfer(by="旗政府"), object_(), agree(by="旗政府"))
    assert refused(notify("2025-08-12", "旗政府"), lawful(*untold)) == set()


def test_one_of_two_organs_objects_and_the_other_goes_on():
    joint = (*SENT, transfer(to=OTHER, joint=True, claims=("1",)), object_(), agree())
    petition = lawful(*joint)
    assert petition.claims["1"].handling.organ == OTHER
    assert [one for one in running(petition, "2025-08-11") if one[0] == "T01"] == [("T01", "1", OFFICE, "met")]


def test_a_claim_of_several_is_objected_to():
    two = (register(requests=(request(), request("征地", Track.C4))), transfer(), object_(claims=("2",)))
    petition = lawful(*two)
    assert [claim.stage for claim in petition.claims.values()] == [Stage.DISPATCHED, Stage.OBJECTED]
    back = further(petition, agree(claims=("2",)), transfer("2025-08-12", to=OTHER))
    assert [claim.handling.organ for claim in back.claims.values()] == [ORGAN, OTHER]


def test_no_opinion_before_the_notice():
    petition = lawful(*SENT, Accept(on=D("2025-08-08"), by=ORGAN), hear(), investigate())
    assert refused(opinion(), petition) == {("23", "")}


# 第四款: their own rules.


@pytest.mark.parametrize(
    ("by", "track", "owed", "why"),
    [
        ("旗法院", Track.C1, False, "litigation at a political-legal organ"),
        ("旗法院", Track.C6, True, "what is no litigation is told as by anybody"),
        ("旗纪委监委", Track.B, False, "an accusation at a discipline organ"),
        ("旗纪委监委", Track.C6, True, "what is no accusation"),
        (ORGAN, Track.B, True, "an accusation at a department"),
        (ORGAN, Track.C1, True, "litigation at a department"),
    ],
)
def test_where_notice_follows_other_rules(by, track, owed, why):
    found = running(lawful(register(by=by, requests=(request(track=track),))), "2025-08-05")
    assert (("T02", "1", by, "running") in found) is owed, why
