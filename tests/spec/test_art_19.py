"""第十九条: what a petition states, what is spoken is written down, and the one ground to leave it to the organ below."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    HANDLED,
    OFFICE,
    ORGAN,
    SENT,
    D,
    broken,
    further,
    lawful,
    notify,
    papers,
    refused,
    register,
    request,
    running,
    serve,
    transfer,
)
from yifa.law.acts import Attach, Decline, Request, Supplement, Withdraw
from yifa.law.organs import PETITIONER
from yifa.law.terms import Channel, Level, Stage, Track

UPPER = "市信访局"


def attach(on="2025-09-01", by=UPPER, **filled):
    return Attach(on=D(on), by=by, **{"channel": Channel.VISIT, "level": Level.CITY, "same": "同人同事", **filled})


def decline(on="2025-09-02", by=UPPER, handled_by=ORGAN, claim="1"):
    return Decline(on=D(on), by=by, handled_by=handled_by, claim=claim)


@pytest.mark.parametrize(
    ("act", "expected", "why"),
    [
        (register(channel=Channel.VISIT), set(), "spoken, and written down"),
        (register(channel=Channel.PHONE, requests=(Request(text="反映停水"),)), set(), "a call, not classified yet"),
        (register(channel=Channel.PHONE, requests=(request(" "),)), {("19.1", "requests")}, "nothing was written down"),
        (register(requests=()), {("19.1", "requests")}, "what is asked must be on record"),
        (register(requests=(request(), request(""))), {("19.1", "requests")}, "each thing asked"),
        (register(received=D("2025-08-05")), {("22.1", "received")}, "received after it was registered"),
        (register(by="某局"), {("22.1", "by")}, "an organ nobody knows"),
    ],
)
def test_what_is_on_record(act, expected, why):
    assert refused(act, lawful()) == expected, why


@pytest.mark.parametrize(
    ("history", "by", "text", "expected", "why"),
    [
        ((register(),), PETITIONER, "补充工资表", set(), "before it is sent"),
        (HANDLED, PETITIONER, "补充工资表", set(), "while it is handled"),
        (HANDLED, PETITIONER, "", {("19.1", "text")}, "something must be said"),
        (HANDLED, ORGAN, "补充工资表", {("19.1", "by")}, "the petitioner adds, nobody for them"),
    ],
)
def test_the_petitioner_adds_to_it(history, by, text, expected, why):
    assert refused(Supplement(on=D("2025-09-01"), by=by, text=text), lawful(*history)) == expected, why


def test_adding_to_it_moves_no_clock():
    plain = lawful(*HANDLED)
    added = further(plain, Supplement(on=D("2025-09-01"), by=PETITIONER, text="补充"))
    assert running(added, "2025-09-02") == running(plain, "2025-09-02")


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        ((*HANDLED, attach()), decline(), set(), "the city's office, while the banner's organ handles in time"),
        ((*SENT, attach("2025-08-07")), decline("2025-08-08"), set(), "sent and not yet told: it is being handled"),
        (
            (*HANDLED, attach(by="市民政局")),
            decline(by="市民政局"),
            set(),
            "the department above the organ, in its own line",
        ),
        ((*HANDLED, attach(by="旗政府")), decline(by="旗政府"), set(), "the government above it"),
        ((*HANDLED, attach(by="自治区信访局")), decline(by="自治区信访局"), set(), "two levels up"),
        (
            (*HANDLED, attach(by=OFFICE)),
            decline(by=OFFICE),
            {("19.3", "by")},
            "the banner's office is no superior of the banner's own department (G03)",
        ),
        (
            (*HANDLED, attach(by="旗自然资源局")),
            decline(by="旗自然资源局"),
            {("19.3", "by")},
            "a peer attaches and passes on, it does not turn away",
        ),
        ((*HANDLED, attach(by=ORGAN)), decline(by=ORGAN), {("19.3", "by")}, "nor does the handling organ itself"),
        (
            (*HANDLED, attach(by="红旗镇")),
            decline(by="红旗镇"),
            {("19.3", "by")},
            "nor an organ below",
        ),
        (
            (register(), transfer(to="红旗镇"), attach(by=OFFICE)),
            decline(by=OFFICE, handled_by="红旗镇"),
            set(),
            "the banner's office is above a town",
        ),
        (HANDLED, decline(), {("22.1", "")}, "nothing came in a second time"),
        ((*HANDLED, attach(), decline()), decline(), {("22.1", "")}, "it was answered already"),
        (
            (*HANDLED, attach()),
            decline(handled_by="旗自然资源局"),
            {("19.3", "handled_by")},
            "the paper must name who handles it",
        ),
        ((register(), attach()), decline(), {("19.3", "by")}, "nobody handles it yet: it lies with the office"),
        (
            (*ANSWERED, attach("2025-09-20")),
            decline("2025-09-21"),
            {("19.3", "by")},
            "it is answered, not being handled",
        ),
        ((*HANDLED, attach("2025-10-09")), decline("2025-10-09"), set(), "the legal last day of the sixty"),
        ((*HANDLED, attach("2025-10-09")), decline("2025-10-10"), {("19.3", "")}, "late: supervise, do not turn away"),
        ((*HANDLED, attach()), decline(by=PETITIONER), {("19.3", "by")}, "an organ does it"),
    ],
)
def test_leaving_it_to_the_organ_below(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_leaving_it_to_the_organ_below_changes_nothing_there():
    before = lawful(*HANDLED)
    after = further(before, attach(), decline())
    assert after.stage is before.stage is Stage.HANDLING
    assert running(after, "2025-09-02") == running(before, "2025-09-02")
    assert [bool(receipt.turned_away) for receipt in after.receipts] == [False, True]
    assert papers(after, "2025-09-02") - papers(before, "2025-09-02") == {("D30 D13", "1", UPPER)}
    assert broken(after, "2025-09-03") == broken(before, "2025-09-03"), "owed, without a day the law sets"
    assert papers(further(after, serve("2025-09-03", UPPER)), "2025-09-03") == papers(before, "2025-09-02")


def test_it_answers_the_receipt_that_came_in_there():
    petition = lawful(*HANDLED, attach(), attach("2025-09-02", OFFICE), decline())
    assert [(one.by, bool(one.turned_away)) for one in petition.receipts] == [
        (OFFICE, False),
        (UPPER, True),
        (OFFICE, False),
    ]


def test_the_first_receipt_is_never_turned_away():
    """The banner's office answers a repeat that another office wrote down."""
    petition = lawful(register(), transfer(to="红旗镇"), attach(), decline(by=OFFICE, handled_by="红旗镇"))
    assert [bool(one.turned_away) for one in petition.receipts] == [False, True]


def test_a_claim_without_sixty_days_is_left_to_the_organ_below_too():
    history = (register(requests=(request(track=Track.C4),)), transfer(), notify(), attach())
    assert refused(decline(), lawful(*history)) == set()


def test_a_withdrawn_claim_is_handled_by_nobody():
    taken_back = Withdraw(on=D("2025-08-20"), by=PETITIONER, statement="撤回")
    assert ("17.1", "") in refused(decline(), lawful(*HANDLED, taken_back, attach()))
