"""Art. 31: a grievance is handled by the kind it is of: led into its lawful procedure, fulfilled, or decided on petition."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    HANDLED,
    OFFICE,
    ORGAN,
    READY,
    REVIEWER,
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
    papers,
    refused,
    register,
    request,
    running,
    serve,
    transfer,
)
from yifa.law.acts import (
    Accept,
    AgreeReturn,
    Classify,
    Close,
    Divert,
    Fulfil,
    Guide,
    HoldHearing,
    Object,
    RecordResult,
    Split,
    TransferToJustice,
    Withdraw,
)
from yifa.law.organs import PETITIONER
from yifa.law.terms import Channel, Stage, Track

TRACKS = [track for track in Track if track is not Track.C6]


def sent(track, **filled):
    """A claim of that track, with the organ."""
    return (register(requests=(request(track=track, **filled),)), transfer())


def told(track, **filled):
    """… and the petitioner told."""
    return (*sent(track, **filled), notify())


def classify(on="2025-08-12", by=ORGAN, track=Track.C6, **filled):
    return Classify(on=D(on), by=by, track=track, **filled)


def divert(on="2025-08-12", by=ORGAN, path="C4-1", last_day="2025-10-10", **filled):
    said = {"body": "旗政府（旗司法局）", **filled}
    return Divert(on=D(on), by=by, path=path, last_day=D(last_day) if last_day else None, **said)


def result(on="2025-11-10", by=ORGAN, **filled):
    return RecordResult(on=D(on), by=by, **{"result": "已作出裁决", **filled})


def fulfil(on="2025-09-01", by=ORGAN, **filled):
    return Fulfil(on=D(on), by=by, **{"result": "已责令改正", "basis_text": "劳动保障监察条例", **filled})


def hold_hearing(on="2025-08-26", by=ORGAN, **filled):
    return HoldHearing(on=D(on), by=by, **{"days": 1, "conclusion": "听证结论", **filled})


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        ((register(requests=(request(track=None),)),), classify(by=OFFICE), set(), "the office sorts what it holds"),
        (sent(None), classify(), set(), "the organ sorts what it was sent"),
        (sent(None), classify(by=OFFICE), {("31", "by")}, "what was sent on is no longer the office's to sort"),
        (sent(None), classify(by="红旗镇"), {("31", "by")}, "nor a stranger's"),
        (sent(None), classify(by=PETITIONER), {("31", "by")}, "nor the petitioner's"),
        (sent(Track.C6), classify(), set(), "to confirm what the registrar suggested needs no reason"),
        (sent(Track.C4), classify(track=Track.C4, path="C4-1"), set(), "nor does naming the path within the track"),
        (sent(Track.C4, path="C4-1"), classify(track=Track.C4), set(), "nor confirming without repeating the path"),
        (sent(Track.C6), classify(track=Track.C4), {("31", "reason")}, "another track needs a reason"),
        (sent(Track.C6), classify(track=Track.C4, reason="  "), {("31", "reason")}, "blanks are none"),
        (sent(Track.C6), classify(track=Track.C4, reason="属行政复议范围"), set(), "and with one it may change"),
        (
            sent(Track.C4, path="C4-1"),
            classify(track=Track.C4, path="C4-3"),
            {("31", "reason")},
            "another path too: it has another body and another last day",
        ),
        (sent(None), classify(track=Track.C4, path="C4-1"), set(), "a path of the track's own"),
        (sent(None), classify(track=Track.C4, path="C2-1"), {("31", "path")}, "a path of another track"),
        (sent(None), classify(path="C4-1"), {("31", "path")}, "petition procedure has no other path"),
        (sent(None), classify(track=Track.C4, path="C9-9"), {("31", "path")}, "no such path"),
        (
            sent(None),
            classify(track=Track.C2, path="C2-4"),
            {("31", "path")},
            "expropriation never goes to arbitration",
        ),
        (ANSWERED, classify("2025-09-20", track=Track.C4, reason="…"), {("31", "")}, "not once there is an answer"),
        (
            (*told(Track.C5), fulfil()),
            classify("2025-09-20", track=Track.C4, reason="…"),
            {("31", "")},
            "a fulfilment is an answer as well",
        ),
        (
            (
                register(requests=(request(track=Track.C1),)),
                TransferToJustice(on=D("2025-08-06"), by=OFFICE, to="旗政法委"),
            ),
            classify(by=OFFICE, reason="…"),
            {("22.2", "")},
            "what the justice organs have is theirs",
        ),
        (
            (*SENT, Withdraw(on=D("2025-08-07"), by=PETITIONER, statement="不再要求")),
            classify(claim="1", track=Track.C4, reason="…"),
            {("17.1", "")},
            "what was withdrawn is not sorted any more",
        ),
        (
            (*SENT, Withdraw(on=D("2025-08-07"), by=PETITIONER, statement="不再要求")),
            classify(track=Track.C4, reason="…"),
            {("17.1", "")},
            "named or not",
        ),
    ],
)
def test_classifying(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


@pytest.mark.parametrize(
    ("on", "expected", "why"),
    [
        ("2025-04-30", {("31", "requests")}, "membership of a collective: the law is in force from 1 May 2025"),
        ("2025-05-01", set(), "from its first day"),
    ],
)
def test_a_path_is_open_once_its_law_is_in_force(on, expected, why):
    asked = register(on, requests=(request(track=Track.C2, path="C2-5"),))
    assert refused(asked, lawful()) == expected, why


def test_a_new_classification_that_may_not_be_confirmed_tells_the_petitioner_anew():
    """The notice named another procedure: a new one is owed from the day of the change, and may be given."""
    petition = lawful(*HANDLED, classify(track=Track.C4, reason="属行政复议范围"))

    assert ("D12", "1", ORGAN) in papers(petition, "2025-08-12")
    petition = further(petition, notify("2025-08-13"))
    assert ("D12", "1", ORGAN) not in papers(petition, "2025-08-13")


def test_to_confirm_a_classification_owes_no_new_notice():
    assert ("D12", "1", ORGAN) not in papers(lawful(*HANDLED, classify()), "2025-08-13")


@pytest.mark.parametrize("track", TRACKS)
def test_no_opinion_but_by_petition_procedure(track):
    """Trap 3, G13: each other track has its own answer, and the refusal names its provision."""
    petition = lawful(*told(track))

    assert refused(opinion(), petition) == {(track.article, "")}, "nor is anybody told to hear and look into it first"
    assert "HandlingOpinion" not in may(petition, "2025-09-10")


@pytest.mark.parametrize("track", TRACKS)
def test_no_sixty_days_but_by_petition_procedure(track):
    """G06: the sixty days, and what is late by them, exist on no other track."""
    petition = lawful(*told(track))

    assert "T06" not in {limit for limit, *_ in running(petition, "2026-03-02")}
    assert not broken(petition, "2026-03-02")


@pytest.mark.parametrize(
    ("history", "expected", "why"),
    [
        (READY, set(), "told, heard, investigated"),
        (SENT, {("23", ""), ("31(6)", "")}, "nothing done yet: every reason at once"),
        ((*SENT, hear(), investigate()), {("23", "")}, "not told"),
        ((*HANDLED, investigate()), {("31(6)", "")}, "not heard (G08)"),
        ((*HANDLED, hear()), {("31(6)", "")}, "not investigated"),
        ((*sent(None), hear(), investigate()), {("23", ""), ("31(6)", "")}, "not classified"),
        (
            (register(names=(), address="", anonymous=True), transfer(), investigate()),
            set(),
            "nobody is known who could be told or heard",
        ),
        (
            (register(address=""), transfer(), hear(), investigate()),
            set(),
            "without an address no written notice is owed (Art. 23¶2)",
        ),
        (
            (register(address=""), transfer(), investigate()),
            {("31(6)", "")},
            "but who gave a name must be heard: Art. 31(6) knows no exception",
        ),
        (
            (register(names=(), address="", anonymous=True, contact="138…"), transfer(), investigate()),
            {("31(6)", "")},
            "and who can be called, too",
        ),
        ((*READY, opinion()), {("35", "")}, "one opinion on a claim"),
    ],
)
def test_before_an_opinion(history, expected, why):
    assert refused(opinion(), lawful(*history)) == expected, why


def test_only_the_organ_that_handles_gives_the_opinion():
    petition = lawful(*READY)

    assert refused(opinion(by=OFFICE), petition) == {("32.1", "by")}
    assert refused(opinion(by="红旗镇"), petition) == {("32.1", "by")}
    assert refused(opinion(by=PETITIONER), petition) == {("32.1", "by")}


def test_a_statement_and_an_investigation_say_something():
    petition = lawful(*HANDLED)

    for act, field in ((hear(), "statement"), (investigate(), "findings")):
        empty = type(act)(on=act.on, by=act.by, **{field: " "})
        assert refused(empty, petition) == {("31(6)", field)}


@pytest.mark.parametrize("act", [hear("2025-09-20"), investigate("2025-09-20")])
def test_nothing_is_looked_into_once_it_is_answered(act):
    assert refused(act, lawful(*ANSWERED)) == {("35", "")}


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (HANDLED, hold_hearing(), set(), "it may be held"),
        (HANDLED, hold_hearing(by=OFFICE), {("31(6)", "by")}, "by who handles"),
        (HANDLED, hold_hearing(days=0), {("36.2", "days")}, "it takes a day at least"),
        (HANDLED, hold_hearing(conclusion=""), {("31(6)", "conclusion")}, "and comes to something"),
        (told(Track.C4), hold_hearing(), {("31(6)", "by")}, "by petition procedure only"),
        (ANSWERED, hold_hearing("2025-09-20"), {("31(6)", "by")}, "not after the answer"),
    ],
)
def test_a_hearing(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_a_hearing_gives_the_handling_organ_no_day():
    """S4: hearing days are left out in final review alone."""
    petition = lawful(*HANDLED)
    before = clock(petition, "T06", "2025-08-26").due

    assert clock(further(petition, hold_hearing(days=9)), "T06", "2025-08-26").due == before


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (told(Track.C4), divert(), set(), "the path, its body, the petitioner's last day"),
        (told(Track.C2), divert(path="C2-1"), set(), "labour arbitration"),
        (told(Track.C5), divert(path="C5-1"), set(), "a claim of item 5 may go to the organ with the power"),
        (told(Track.C3), divert(path="C3-1", last_day=None), set(), "a path without a limit needs no last day"),
        (told(Track.C6), divert(), {("31", "")}, "petition procedure is where the others end"),
        (told(Track.A), divert(), {("31", "")}, "a suggestion has no such path"),
        (told(Track.B), divert(), {("31", "")}, "nor has an accusation"),
        (sent(None), divert(), {("31", "")}, "nor what is not classified"),
        (sent(Track.C4), divert(), {("23", "")}, "told first"),
        (
            told(Track.C4),
            divert(last_day=None),
            {("31(4)", "last_day")},
            "trap 9: the petitioner's own last day is told",
        ),
        (told(Track.C4), divert(body=" "), {("31(4)", "body")}, "before whom"),
        (told(Track.C4), divert(path=""), {("31(4)", "path")}, "by which path"),
        (told(Track.C4), divert(path="C2-1"), {("31", "path")}, "of another track"),
        (told(Track.C2), divert(path="C2-4"), {("31", "path")}, "a trap, kept only so that it is not chosen"),
        (told(Track.C1), divert(path="C1-3"), {("31(1)", "after")}, "reconsideration must come first"),
        (told(Track.C1), divert(path="C1-3", after="已经行政复议维持"), set(), "and it has come"),
        (told(Track.C2), divert(path="C2-2"), {("31(2)", "after")}, "court only after labour arbitration"),
        ((*told(Track.C4), divert()), divert("2025-08-13"), {("31(4)", "")}, "once"),
        (told(Track.C4), divert(by=OFFICE), {("31(1)", "by")}, "by the organ with authority"),
        (told(Track.C4), divert(last_day="2025-08-01"), set(), "a limit already over is told all the same"),
    ],
)
def test_leading_a_claim_into_its_procedure(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_the_petitioner_is_told_of_the_path_and_nothing_runs_but_that():
    petition = lawful(*told(Track.C4), divert())

    assert petition.stage is Stage.DIVERTED
    assert papers(petition, "2025-08-12") == {("D30 D23", "1", ORGAN)}
    assert not broken(petition, "2025-08-13"), "owed, without a day the law sets"
    assert not broken(further(petition, serve("2025-08-12")), "2025-12-31")


def test_a_claim_classified_anew_may_be_led_another_way():
    """The first path was wrong: the new one has another body and another last day, and both are told."""
    petition = lawful(
        *told(Track.C4),
        divert(),
        serve("2025-08-12"),
        classify(track=Track.C2, reason="属劳动争议"),
        notify("2025-08-12"),
    )

    assert petition.stage is Stage.NOTIFIED
    assert petition.claims["1"].last_day is None
    petition = further(petition, divert("2025-08-13", path="C2-1", last_day="2026-03-01"))
    assert petition.claims["1"].path == "C2-1"
    assert ("D30 D23", "1", ORGAN) in papers(petition, "2025-08-13")


def test_a_claim_that_comes_back_is_decided_on_petition():
    petition = lawful(
        *told(Track.C4),
        divert(),
        serve("2025-08-12"),
        classify("2025-08-20", reason="复议机关不受理"),
        notify("2025-08-20"),
    )

    assert petition.stage is Stage.NOTIFIED
    further(petition, hear(), investigate(), opinion())


def test_confirming_a_diverted_claim_leaves_it_where_it_is():
    petition = lawful(*told(Track.C4), divert(), classify("2025-08-20", track=Track.C4))

    assert petition.stage is Stage.DIVERTED
    assert petition.claims["1"].path == "C4-1"


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        ((*told(Track.C4), divert()), result(), set(), "fed back by the organ"),
        ((*told(Track.C4), divert()), result(by=OFFICE), set(), "or by the office"),
        ((*told(Track.C4), divert()), result(by="红旗镇"), {("31(1)", "by")}, "not by a stranger"),
        ((*told(Track.C4), divert()), result(result=""), {("21.2", "result")}, "and it says what"),
        ((*told(Track.C4), divert(), result()), result(), {("31(4)", "")}, "once"),
        (told(Track.C4), result(), {("31(4)", "")}, "nothing was led anywhere"),
        (HANDLED, result(), {("31(6)", "")}, "petition procedure has no such result"),
        (
            (
                register(channel=Channel.VISIT, requests=(request(track=Track.C1),)),
                Guide(on=D("2025-08-04"), by=OFFICE, to="旗法院", explanation="向法院起诉"),
            ),
            result(by=OFFICE),
            set(),
            "what became of a visitor who was shown the way",
        ),
        (
            (*told(Track.C4), divert(), Withdraw(on=D("2025-09-01"), by=PETITIONER, statement="不再要求")),
            result(),
            {("17.1", "")},
            "nothing is fed back on what was withdrawn",
        ),
        (
            (*told(Track.C4), divert(), serve("2025-08-12"), Close(on=D("2025-08-13"), by=ORGAN)),
            result(),
            set(),
            "the other procedure may end long after the file was closed",
        ),
    ],
)
def test_the_result_fed_back(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (told(Track.C5), fulfil(), set(), "done, or answered"),
        (sent(Track.C5), fulfil(), {("23", "")}, "told first"),
        (told(Track.C5), fulfil(result=""), {("31(5)", "result")}, "says what was done"),
        (told(Track.C5), fulfil(basis_text=""), {("31(5)", "basis_text")}, "and by which law"),
        (told(Track.C4), fulfil(), {("31(5)", "")}, "item 5 only"),
        (HANDLED, fulfil(), {("31(5)", "")}, "not by petition procedure"),
        ((*told(Track.C5), fulfil()), fulfil("2025-09-02"), {("31(5)", "")}, "once"),
    ],
)
def test_a_duty_fulfilled(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_a_fulfilment_is_served_and_opens_no_review():
    petition = lawful(*told(Track.C5), fulfil(), serve("2025-09-02"))

    assert petition.stage is Stage.CONCLUDED
    assert {limit for limit, *_ in running(petition, "2025-09-03")} == {"T01", "T03"}
    assert "RequestReview" not in may(petition, "2025-09-03")


def split(on="2025-08-12", by=ORGAN, **filled):
    return Split(on=D(on), by=by, requests=(request("查处村干部", None, **filled),))


def test_further_claims_stand_with_who_found_them():
    """Art. 31: 区分情况 — each claim is sorted and told by itself, by the organ that has the petition."""
    petition = lawful(*HANDLED, split(), classify(claim="2", track=Track.C5), notify("2025-08-13", claims=("2",)))

    assert petition.claims["2"].stage is Stage.NOTIFIED
    assert not broken(petition, "2025-08-13"), "the office had sent the petition on in time"


def test_no_day_is_gained_by_splitting():
    """The clocks of a claim found later count from the day the petition came in."""
    assert clock(lawful(*HANDLED, split()), "T03", "2025-08-12", claim="2").due.nominal == D("2025-08-21")
    by_the_office = lawful(register(), split("2025-08-10", OFFICE))
    assert clock(by_the_office, "T01", "2025-08-10", claim="2").due.nominal == D("2025-08-19")
    direct = lawful(register(by=ORGAN), split("2025-08-10"))
    assert clock(direct, "T02", "2025-08-10", claim="2").due.nominal == D("2025-08-19")


def test_a_claim_split_off_may_be_objected_to_and_goes_back_to_the_office():
    petition = lawful(
        *SENT,
        split("2025-08-08"),
        Object(on=D("2025-08-11"), by=ORGAN, reason="属纪检监察机关", claims=("2",)),
        AgreeReturn(on=D("2025-08-12"), by=OFFICE, organ=ORGAN, finding="属实", claims=("2",)),
    )

    assert petition.claims["2"].stage is Stage.REGISTERED
    assert clock(further(petition), "T01", "2025-08-12", claim="2").state(D("2025-08-12")) in {"running", "met"}
    further(petition, transfer("2025-08-13", to="红旗镇", claims=("2",)))


@pytest.mark.parametrize(
    ("act", "expected", "why"),
    [
        (split(), set(), "by the organ"),
        (split(by=OFFICE), set(), "or the office"),
        (split(by="红旗镇"), {("31", "by")}, "not by a stranger"),
        (split(by=REVIEWER), {("31", "by")}, "nor the level above"),
        (Split(on=D("2025-08-12"), by=ORGAN, requests=()), {("19.1", "requests")}, "into something"),
        (split(path="C4-1"), {("31", "requests")}, "whose path, if named, is of its track"),
    ],
)
def test_splitting(act, expected, why):
    assert refused(act, lawful(*HANDLED)) == expected, why


@pytest.mark.parametrize("track", Track)
def test_what_may_be_done_on_each_track(track):
    """The one act that answers a claim depends on its track, and no other may be done."""
    petition = lawful(*told(track), hear("2025-08-12"), investigate("2025-08-12"))
    answers = {"HandlingOpinion", "Divert", "Fulfil", "SuggestionReply", "Extend", "RequestReview"}
    expected = {
        Track.A: {"SuggestionReply"},
        Track.B: set(),
        Track.C5: {"Divert", "Fulfil"},
        Track.C6: {"HandlingOpinion", "Extend"},
    }.get(track, {"Divert"})

    assert may(petition, "2025-08-12", ORGAN) & answers == expected


def test_acceptance_waits_for_the_track():
    accept = Accept(on=D("2025-08-08"), by=ORGAN)

    assert refused(accept, lawful(*sent(None))) == {("31", "")}
    assert refused(accept, lawful(*sent(Track.A))) == {("29.1", "")}
    assert refused(accept, lawful(*sent(Track.C4))) == set()
