"""第二十二条: a petition office registers everything and sends it on within fifteen days, each claim its own way."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    DECIDED,
    ENDED,
    HANDLED,
    OFFICE,
    ORGAN,
    READY,
    REVIEWED,
    SENT,
    D,
    ask_final,
    ask_review,
    broken,
    clock,
    final,
    further,
    hear,
    lawful,
    may,
    notify,
    papers,
    refused,
    register,
    request,
    review,
    running,
    serve,
    transfer,
)
from yifa.law.acts import (
    Accept,
    Assign,
    Attach,
    Bar,
    Close,
    Correct,
    Rate,
    RecordResult,
    ReportBack,
    ReportUrgent,
    Resolve,
    Split,
    SuggestionReply,
    TransferSealed,
    TransferToJustice,
    Withdraw,
)
from yifa.law.clocks import State
from yifa.law.organs import PETITIONER
from yifa.law.terms import Adoption, Channel, Evidence, Level, NoticeKind, RatedBody, Score, Stage, Track

TWO = register(requests=(request(), request("征地补偿", Track.C4)))
LITIGATION = register(requests=(request("不服判决", Track.C1),))
ACCUSATION = register(requests=(request("镇长贪占", Track.B, accused=("镇长",)),))
URGENT = register(urgent=True)


def assign(on="2025-08-06", by=OFFICE, to=ORGAN, due="2025-09-30", **filled):
    return Assign(on=D(on), by=by, to=to, due=D(due), **filled)


def to_justice(on="2025-08-06", by=OFFICE, to="旗政法委", **filled):
    return TransferToJustice(on=D(on), by=by, to=to, **filled)


def sealed(on="2025-08-06", by=OFFICE, to="旗纪委监委", **filled):
    return TransferSealed(on=D(on), by=by, to=to, **{"recipient": "陈主任", "envelope": "密1", **filled})


def report(on="2025-08-04", by=OFFICE, to=("旗委", "旗政府"), **filled):
    return ReportUrgent(on=D(on), by=by, to=to, **{"proposal": "建议立即救助", **filled})


# Registered first, always.


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (transfer(), "sent"),
        (notify(), "told"),
        (hear(), "heard"),
        (Withdraw(on=D("2025-08-06"), by=PETITIONER, statement="撤回"), "taken back"),
        (Attach(on=D("2025-08-06"), by=OFFICE, channel=Channel.VISIT, same="同"), "joined to nothing"),
        (Bar(on=D("2025-08-06"), by=OFFICE, comparison="同"), "turned away"),
    ],
)
def test_nothing_is_done_before_registration(act, why):
    assert refused(act, lawful()) == {("22.1", "")}, why


def test_registered_once():
    assert refused(register(), lawful(register())) == {("22.1", "")}
    assert may(lawful(), "2025-08-04") == {"Register"}


# The fifteen days.


@pytest.mark.parametrize(
    ("received", "nominal", "due", "why"),
    [
        ("2025-08-04", "2025-08-19", "2025-08-19", "the day of receipt is not counted"),
        ("2025-09-20", "2025-10-05", "2025-10-09", "the National Day holiday ends on 8 October"),
        ("2025-12-19", "2026-01-03", "2026-01-04", "a Sunday, but worked"),
        ("2026-01-31", "2026-02-15", "2026-02-24", "the Spring Festival"),
        ("2026-02-10", "2026-02-25", "2026-02-25", "holidays on the way count"),
    ],
)
def test_the_fifteen_days(received, nominal, due, why):
    petition = lawful(register(received))
    found = clock(petition, "T01", due)
    assert (found.due.nominal, found.due.day) == (D(nominal), D(due)), why
    assert found.owed_by == OFFICE
    assert found.basis.key == "22.1"


def test_they_count_from_receipt_not_from_registration():
    petition = lawful(register("2025-08-08", received=D("2025-08-04")))
    assert clock(petition, "T01", "2025-08-08").started == D("2025-08-04")


@pytest.mark.parametrize(
    ("sent", "on", "state", "breach", "why"),
    [
        ("2025-08-19", "2025-08-19", State.MET, False, "day 15"),
        ("2025-08-20", "2025-08-20", State.LATE, True, "day 16: sent all the same, and late for good"),
        (None, "2025-08-19", State.RUNNING, False, "day 15, still time"),
        (None, "2025-08-20", State.LATE, True, "day 16"),
    ],
)
def test_day_fifteen_and_day_sixteen(sent, on, state, breach, why):
    petition = lawful(register(), *((transfer(sent),) if sent else ()))
    assert clock(petition, "T01", on).state(D(on)) is state, why
    assert (("22.1", OFFICE, "2025-08-20") in broken(petition, on)) is breach


@pytest.mark.parametrize(
    ("act", "paper", "why"),
    [
        (register(), "D04", "a letter of transfer"),
        (ACCUSATION, "D04-B", "a sealed one"),
        (LITIGATION, "D04", "a letter about litigation is transferred"),
    ],
)
def test_the_paper_owed_until_it_is_sent(act, paper, why):
    assert papers(lawful(act), "2025-08-04") == {(paper, "1", OFFICE)}, why


def test_a_non_office_has_no_such_clock():
    assert running(lawful(register(by=ORGAN)), "2025-08-04") == [("T02", "1", ORGAN, "running")]


# 转送, 交办.


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        ((register(),), transfer(), set(), "to a department of its level (一)"),
        ((register(),), transfer(to="红旗镇"), set(), "to a town below it (二)"),
        ((register(),), transfer(to="旗政府"), set(), "to the government itself (一)"),
        ((register(),), assign(), set(), "with a day to report by (三)"),
        ((register(),), assign(due="2025-08-06"), set(), "by the same day"),
        ((register(),), assign(due="2025-08-05"), {("22.1(3)", "due")}, "by a day that is past"),
        ((register(by="市信访局"),), transfer(by="市信访局", to=OFFICE), set(), "to the office below, which sends on"),
        (
            (register(by="市信访局"),),
            assign(by="市信访局", to=OFFICE),
            {("22.1(3)", "to")},
            "an office handles nothing: assign to the organ with authority",
        ),
        ((register(),), transfer(to=OFFICE), {("22.1", "to")}, "to itself"),
        ((register(),), transfer(to="某局"), {("22.1", "to")}, "to an organ nobody knows"),
        (
            (register(),),
            transfer(by="市信访局"),
            {("22.1", "by"), ("22.1(1)", "by")},
            "by an office that does not hold it",
        ),
        (
            (register(),),
            transfer(by=ORGAN, to="红旗镇"),
            {("22.1(1)", "by"), ("23.1", "by")},
            "by an organ that does not hold it",
        ),
        ((register(),), transfer(by=PETITIONER), {("22.1(1)", "by"), ("23.1", "by")}, "by the petitioner"),
        (
            SENT,
            transfer("2025-08-07", to="红旗镇"),
            {("22.1", ""), ("24.1", "joint")},
            "twice, without saying that both are concerned",
        ),
        (SENT, transfer("2025-08-07", to="红旗镇", joint=True), set(), "both are concerned"),
        (SENT, transfer("2025-08-07", to="红旗镇", joint=True, claims=("1",)), set(), "both, naming the claim"),
        ((register(),), transfer(claims=("2",)), {("21.2", "claims")}, "there is no claim 2"),
        ((register(),), transfer("2025-08-03"), {("21.2", "on")}, "before it was registered"),
        (ANSWERED, transfer("2025-09-20"), {("22.1", "")}, "it is answered"),
        ((register(requests=(request(track=None),)),), transfer(), set(), "the organ may classify it"),
    ],
)
def test_sending_on(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_each_claim_goes_its_own_way():
    petition = lawful(TWO, transfer(claims=("1",)), transfer("2025-08-19", to="旗自然资源局", claims=("2",)))
    assert [claim.handling.organ for claim in petition.claims.values()] == [ORGAN, "旗自然资源局"]
    assert running(petition, "2025-08-19") == [
        ("T01", "1", OFFICE, "met"),
        ("T03", "1", ORGAN, "running"),
        ("T04", "1", ORGAN, "lapsed"),
        ("T01", "2", OFFICE, "met"),
        ("T03", "2", "旗自然资源局", "running"),
        ("T04", "2", "旗自然资源局", "running"),
    ]


def test_what_is_left_goes_unnamed():
    petition = lawful(TWO, transfer(claims=("1",)), transfer(to="旗自然资源局"))
    assert [claim.handling.organ for claim in petition.claims.values()] == [ORGAN, "旗自然资源局"]


def test_one_claim_left_behind_is_a_breach():
    petition = lawful(TWO, transfer(claims=("1",)))
    assert petition.stage is Stage.REGISTERED
    assert ("22.1", OFFICE, "2025-08-20") in broken(petition, "2025-08-20")


CITY = (register(by="市信访局"), transfer(by="市信访局", to=OFFICE))


def test_an_office_below_has_its_own_fifteen_days():
    petition = lawful(*CITY)
    assert running(petition, "2025-08-06") == [("T01", "1", "市信访局", "met"), ("T01", "1", OFFICE, "running")]
    assert clock(petition, "T01", "2025-08-06", organ=OFFICE).started == D("2025-08-06")


def test_what_was_sent_to_the_office_below_is_not_the_upper_offices_any_more():
    petition = lawful(*CITY)
    assert refused(transfer("2025-08-07", by="市信访局"), petition) == {("22.1", "")}
    assert refused(transfer("2025-08-07", by="市信访局", claims=("1",)), petition) == {("22.1", "by")}
    assert refused(transfer("2025-08-07"), petition) == set()


# 交办: the assigned day.


@pytest.mark.parametrize(
    ("day", "nominal", "due", "why"),
    [
        ("2025-09-30", "2025-09-30", "2025-09-30", "the day the office set"),
        ("2025-10-05", "2025-10-05", "2025-10-09", "moved past the holiday, as every last day"),
    ],
)
def test_the_assigned_day(day, nominal, due, why):
    found = clock(lawful(register(), assign(due=day)), "T05", "2025-08-06")
    assert (found.due.nominal, found.due.day, found.owed_by) == (D(nominal), D(due), ORGAN), why
    assert found.basis.key == "22.1(3)"


ASSIGNED = (register(), assign(), *DECIDED[2:])


def back(on="2025-09-12", by=ORGAN, text="已办结", claims=()):
    return ReportBack(on=D(on), by=by, report=text, claims=claims)


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (ASSIGNED, back(), set(), "decided, and reported"),
        (ASSIGNED, back(text=""), {("22.1(3)", "report")}, "with its result"),
        (ASSIGNED[:-1], back(), {("22.1(3)", "")}, "not yet decided"),
        (DECIDED, back(), {("22.1(3)", "by")}, "it was transferred, no report was asked for"),
        ((*ASSIGNED, back()), back(), {("22.1(3)", "by")}, "reported before"),
        (ASSIGNED, back(by=OFFICE), {("22.1(3)", "by")}, "by whom it was assigned to"),
        (ASSIGNED, back("2025-10-15"), set(), "late, and still to be done"),
    ],
)
def test_reporting_back(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_the_report_meets_the_assigned_day():
    assert ("D-JB", "1", ORGAN) in papers(lawful(*ASSIGNED), "2025-09-12")
    assert clock(lawful(*ASSIGNED, back("2025-09-30")), "T05", "2025-10-01").state(D("2025-10-01")) is State.MET
    assert ("22.1(3)", ORGAN, "2025-10-01") in broken(lawful(*ASSIGNED), "2025-10-01")


def test_who_passed_it_down_still_reports():
    passed = (register(), assign(), transfer("2025-08-07", ORGAN, "旗民政局低保中心"))
    told = notify(kind=NoticeKind.PASSED)
    below = [
        notify(by="旗民政局低保中心"),
        hear(by="旗民政局低保中心"),
    ]
    petition = lawful(*passed, told, *below)
    assert clock(petition, "T05", "2025-08-20").state(D("2025-08-20")) is State.RUNNING
    assert ("22.1(3)", ORGAN, "2025-10-01") in broken(petition, "2025-10-01")


# 重大、紧急.


@pytest.mark.parametrize(
    ("act", "expected", "why"),
    [
        (report(), set(), "to committee and government, with a proposal"),
        (report(to=("旗政府",)), set(), "to the government"),
        (report(to=("旗政府", "旗联席会议", "市信访局")), set(), "and to others besides"),
        (report(to=("市信访局",)), set(), "upward alone: a duty of its own (第二款)"),
        (report(to=("旗组织部",)), {("25.1", "to")}, "to none whom Art. 25 names"),
        (report(to=()), {("25.1", "to")}, "to nobody"),
        (report(to=("某政府",)), {("25.1", "to")}, "to an organ nobody knows"),
        (report(proposal=""), {("22.1(1)", "proposal")}, "a proposal goes with it"),
        (report(by="旗自然资源局"), {("25.1", "by")}, "by whom it came to"),
    ],
)
def test_reporting_what_is_grave_or_urgent(act, expected, why):
    assert refused(act, lawful(URGENT)) == expected, why


def test_a_claim_laid_before_the_government_is_dispatched():
    petition = lawful(URGENT, report(claims=("1",)))
    assert running(petition, "2025-09-30") == [("T01", "1", OFFICE, "met")]


@pytest.mark.parametrize(
    ("act", "expected", "why"),
    [
        (transfer("2025-08-25"), set(), "the government has decided who handles it"),
        (transfer("2025-08-25", claims=("1",)), set(), "naming the claim"),
        (assign("2025-08-25", due="2025-09-30"), set(), "with a day"),
        (transfer("2025-08-25", by="市信访局"), {("22.1", "by"), ("22.1(1)", "by")}, "by an office that has no part"),
    ],
)
def test_what_was_laid_before_the_government_is_sent_on_afterwards(act, expected, why):
    assert refused(act, lawful(URGENT, report(claims=("1",)))) == expected, why


# 第二款: litigation, accusations.


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        ((LITIGATION,), to_justice(), set(), "a letter, to the political-legal organ of the level"),
        ((LITIGATION,), to_justice(to="旗法院"), set(), "or the court"),
        ((LITIGATION,), to_justice(to="市政法委"), {("22.2", "to")}, "not to another level"),
        ((LITIGATION,), to_justice(to=ORGAN), {("22.2", "to")}, "not to a department"),
        ((register(),), to_justice(), {("22.2", "")}, "it is no litigation matter"),
        ((LITIGATION, to_justice()), to_justice(), {("22.2", "")}, "it went there before"),
        ((LITIGATION,), to_justice(by="市信访局", to="市政法委"), {("22.2", "by")}, "by who holds it"),
        (
            (LITIGATION,),
            to_justice(by="市信访局", to="市政法委", claims=("1",)),
            {("22.2", "by")},
            "by who holds it, naming the claim",
        ),
        (
            (register(by=ORGAN, requests=LITIGATION.requests),),
            to_justice(by=ORGAN),
            {("22.2", ""), ("22.2", "by")},
            "an organ diverts (Art. 31), it is no office",
        ),
        ((ACCUSATION,), sealed(), set(), "an accusation goes sealed"),
        ((ACCUSATION,), sealed(to="市纪委监委"), set(), "to whom has authority over the accused"),
        ((ACCUSATION,), sealed(to="旗政府"), {("22.2", "to")}, "to a discipline organ"),
        ((ACCUSATION,), sealed(recipient=""), {("30.3", "recipient")}, "to a named person"),
        ((ACCUSATION,), sealed(envelope=""), {("30.3", "envelope")}, "in a numbered envelope"),
        ((ACCUSATION,), sealed(recipient="镇长"), {("30.3", "recipient")}, "not to the accused"),
        ((ACCUSATION,), transfer(to="旗纪委监委"), {("22.2", "to")}, "an open transfer is none"),
        ((ACCUSATION,), assign(to="旗纪委监委"), {("22.2", "to")}, "nor an assignment"),
        ((ACCUSATION,), transfer(to="旗政府"), set(), "to another organ with authority over him (Art. 30¶1)"),
        ((register(),), sealed(), {("22.2", "")}, "no accusation"),
    ],
)
def test_litigation_and_accusations(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


@pytest.mark.parametrize(
    ("history", "why"),
    [((LITIGATION, to_justice()), "litigation"), ((ACCUSATION, sealed()), "accusation")],
)
def test_what_went_there_runs_no_clock_of_ours(history, why):
    petition = lawful(*history)
    assert petition.stage is Stage.REFERRED
    assert running(petition, "2026-01-05") == [("T01", "1", OFFICE, "met")], why
    assert papers(petition, "2026-01-05") == set()
    assert broken(petition, "2026-01-05") == set()


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        ((LITIGATION, to_justice()), "RecordResult", set(), "the office is told what came of it"),
        ((ACCUSATION, sealed()), "RecordResult", set(), "the discipline organ feeds back"),
        (SENT, "RecordResult", {("31(6)", "")}, "it went nowhere else"),
    ],
)
def test_what_came_of_it_is_fed_back(history, act, expected, why):
    assert refused(RecordResult(on=D("2025-12-01"), by=OFFICE, result="已立案"), lawful(*history)) == expected, why


# Repeats, splitting, classifying.


def attach(on="2025-09-20", by=OFFICE, **filled):
    return Attach(on=D(on), by=by, **{"channel": Channel.VISIT, "same": "同人同事", **filled})


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (HANDLED, attach(), set(), "the same people with the same facts"),
        (HANDLED, attach(by="市信访局", level=Level.CITY), set(), "at another office"),
        (HANDLED, attach(by="红旗镇"), set(), "at another organ"),
        (HANDLED, attach(same=""), {("22.1", "same")}, "why it is the same"),
        (HANDLED, attach(received=D("2025-09-21")), {("22.1", "received")}, "received later than written down"),
        ((*ENDED, Close(on=D("2025-11-13"), by=OFFICE)), attach("2025-12-01"), set(), "after the file was closed"),
    ],
)
def test_a_repeat_joins_the_petition(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_a_repeat_starts_no_clock():
    plain = lawful(*HANDLED)
    assert running(further(plain, attach()), "2025-09-20") == running(plain, "2025-09-20")


def split(on="2025-08-05", by=OFFICE, **filled):
    return Split(on=D(on), by=by, requests=(request("修路", **filled),))


def test_splitting_late_gains_the_office_no_day():
    petition = lawful(register(), transfer(), split("2025-08-18"))
    assert clock(petition, "T01", "2025-08-18", claim="2").started == D("2025-08-04")
    assert petition.stage is Stage.REGISTERED


def test_the_organ_that_has_the_letter_keeps_what_it_finds_in_it():
    petition = lawful(*HANDLED, split("2025-08-18", ORGAN))
    assert petition.claims["2"].handling.organ == ORGAN
    assert clock(petition, "T03", "2025-08-18", claim="2").started == D("2025-08-06")
    assert not [one for one in running(petition, "2025-12-01") if one[:2] == ("T01", "2")]
    further(petition, notify("2025-08-20", claims=("2",)), Accept(on=D("2025-08-20"), by=ORGAN, claim="2"))


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        ((register(),), split(), set(), "by the office"),
        (SENT, split("2025-08-07", ORGAN), set(), "by the organ that has it"),
        (SENT, split("2025-08-07", "旗自然资源局"), {("31", "by")}, "by one that has not"),
        ((register(),), split(by="市信访局"), {("31", "by")}, "by an office it never was at"),
        ((register(),), Split(on=D("2025-08-05"), by=OFFICE, requests=()), {("19.1", "requests")}, "into nothing"),
    ],
)
def test_splitting(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


# Closing the file, putting right what was recorded wrong.


SUGGESTED = (register(requests=(request(track=Track.A),)), transfer(), notify())
ADOPTED = SuggestionReply(on=D("2025-09-01"), by=ORGAN, adoption=Adoption.FULL, study="可行")
RATED = (*ANSWERED, Rate(on=D("2025-09-20"), by=PETITIONER, of=RatedBody.ORGAN, score=Score.SATISFIED))


def close(on="2025-11-13", by=OFFICE):
    return Close(on=D(on), by=by)


@pytest.mark.parametrize(
    ("history", "expected", "why"),
    [
        (ANSWERED, set(), "answered and served"),
        (ENDED, set(), "after final review"),
        ((*ANSWERED, ask_review(), review(), serve("2025-10-13", "旗政府")), set(), "after review"),
        (DECIDED, {("35", "")}, "decided, not served"),
        (READY, {("31(6)", "")}, "not decided"),
        ((register(),), {("31(6)", "")}, "not sent"),
        ((*ANSWERED, ask_review()), {("35", "")}, "under review"),
        ((*ANSWERED, ask_review(), review()), {("35", "")}, "the review opinion is not served"),
        ((LITIGATION, to_justice()), set(), "gone to the political-legal organs"),
        ((*HANDLED, Withdraw(on=D("2025-09-01"), by=PETITIONER, statement="撤回")), set(), "taken back"),
        (
            (TWO, transfer(), Withdraw(on=D("2025-09-01"), by=PETITIONER, statement="撤回", claims=("2",))),
            {("31(6)", "")},
            "one claim is open",
        ),
        ((*ENDED, close()), {("35", "")}, "it was closed before"),
        ((*REVIEWED, ask_final()), {("36.1", "")}, "under final review"),
        ((*REVIEWED, ask_final(), final()), {("36.1", "")}, "the final review opinion is not served"),
        (SUGGESTED, {("29.1", "")}, "a suggestion is not answered"),
        ((*SUGGESTED, ADOPTED), {("29.1", "")}, "taken up, and nobody told"),
        ((register(requests=(request(track=Track.B),)),), {("30.1", "")}, "an accusation is not handled"),
        ((register(requests=(request(track=Track.C2),)),), {("31(2)", "")}, "not led to arbitration"),
        ((register(requests=(request(track=None),)),), {("31", "")}, "nobody knows how to handle it"),
    ],
)
def test_closing_the_file(history, expected, why):
    assert refused(close(), lawful(*history)) == expected, why


CLOSED = (*ENDED, close())


@pytest.mark.parametrize(
    ("acts", "why"),
    [
        (
            (
                attach("2025-12-01"),
                Bar(on=D("2025-12-02"), by=OFFICE, comparison="同一事实和理由", claim="1"),
                serve("2025-12-03", OFFICE),
            ),
            "a repeat is written down and answered",
        ),
        (
            (
                Rate(on=D("2025-12-01"), by=PETITIONER, of=RatedBody.ORGAN, score=Score.SATISFIED),
                Resolve(on=D("2025-12-02"), by=OFFICE, evidence=Evidence.RATING, claim="1"),
            ),
            "a good word makes it resolved",
        ),
    ],
)
def test_what_is_still_done_once_the_file_is_closed(acts, why):
    assert further(lawful(*CLOSED), *acts).closed, why


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (transfer("2025-12-01"), "sent"),
        (hear("2025-12-01"), "heard"),
        (notify("2025-12-01"), "told"),
        (Withdraw(on=D("2025-12-01"), by=PETITIONER, statement="撤回"), "taken back"),
    ],
)
def test_what_is_not_done_once_the_file_is_closed(act, why):
    assert refused(act, lawful(*CLOSED)), why


def correct(target, right=None, by=OFFICE, reason="录错", on="2025-10-01"):
    return Correct(on=D(on), by=by, target=target, right=right, reason=reason)


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (SENT, correct(1, transfer("2025-08-05")), set(), "it was sent a day earlier"),
        (SENT, correct(1), set(), "it was never sent"),
        (SENT, correct(0, register("2025-08-01")), set(), "it came in earlier"),
        (SENT, correct(0), {("22.1", "right")}, "what came in stays registered"),
        (SENT, correct(1, notify()), {("21.2", "right"), ("23", "right")}, "a transfer is no notice"),
        (SENT, correct(5, transfer()), {("21.2", "target")}, "there is no such act"),
        (SENT, correct(-1, transfer()), {("21.2", "target")}, "nor before the first"),
        (SENT, correct(1, transfer("2025-08-05"), reason=""), {("21.2", "reason")}, "why"),
        (
            SENT,
            correct(1, transfer("2025-08-05"), by="红旗镇"),
            {("22.1(1)", "by")},
            "not by an organ that did not do it",
        ),
        (RATED, correct(8, by=ORGAN), {("21.2", "by")}, "nor what the petitioner thinks of it, by the organ"),
        ((*ANSWERED, close("2025-09-20", ORGAN)), correct(8, by="红旗镇"), {("21.2", "by")}, "nor the archive's word"),
        (HANDLED, correct(2, notify("2025-08-07"), by=ORGAN), set(), "by who did it"),
        (
            (*ANSWERED, ask_review(), review()),
            correct(9, review(opinion="变更"), by="旗政府", on="2025-10-10"),
            set(),
            "a reviewer its own opinion",
        ),
        (HANDLED, correct(0, register("2025-08-07")), {("21.2", "right")}, "sent before it was registered?"),
        (
            READY,
            correct(1),
            {("23", "right")},
            "handled by an organ that never had it?",
        ),
        (
            (*SENT, correct(1, transfer("2025-08-05"))),
            correct(2, transfer()),
            {("21.2", "target")},
            "a correction is corrected by its target",
        ),
    ],
)
def test_putting_right(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_what_is_put_right_recomputes_and_stays_on_record():
    petition = lawful(*SENT, correct(1, transfer("2025-08-25")))
    assert len(petition.acts) == 3
    assert ("22.1", OFFICE, "2025-08-20") in broken(petition, "2025-10-01")
    assert lawful(*SENT, correct(1)).stage is Stage.REGISTERED


def test_no_act_is_dated_before_the_last_one():
    assert refused(hear("2025-08-07"), lawful(*HANDLED)) == {("21.2", "on")}
    assert refused(hear("2025-08-08"), lawful(*HANDLED)) == set()
