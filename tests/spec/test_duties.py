"""Papers owed and duties broken, step by step: by whom, until when, under which provision."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    DECIDED,
    ENDED,
    FINAL_REVIEWER,
    HANDLED,
    OFFICE,
    ORGAN,
    READY,
    REVIEWED,
    REVIEWER,
    SENT,
    D,
    ask_final,
    ask_review,
    broken,
    final,
    further,
    lawful,
    may,
    notify,
    opinion,
    papers,
    register,
    request,
    review,
    serve,
    transfer,
)
from yifa.law.acts import (
    AgreeReturn,
    Assign,
    Attach,
    Classify,
    Decline,
    Divert,
    Extend,
    Fulfil,
    Guide,
    Object,
    RefuseReturn,
    ReportUrgent,
    SuggestionReply,
    Withdraw,
)
from yifa.law.duties import breaches, owed
from yifa.law.organs import PETITIONER
from yifa.law.terms import Adoption, Channel, Outcome, ReviewOutcome, Track

OBJECTED = (*SENT, Object(on=D("2025-08-08"), by=ORGAN, reason="属自然资源局职权"))
RETURNED = (*OBJECTED, AgreeReturn(on=D("2025-08-11"), by=OFFICE, organ=ORGAN, finding="属实"))
KEPT = (*OBJECTED, RefuseReturn(on=D("2025-08-11"), by=OFFICE, organ=ORGAN, finding="属该局职权"))
REDO = (*ANSWERED, ask_review(), review(outcome=ReviewOutcome.REDO, redo_by=D("2025-11-10")))


def told(track, **filled):
    return (register(requests=(request(track=track, **filled),)), transfer(), notify())


@pytest.mark.parametrize(
    ("history", "on", "expected", "why"),
    [
        ((register(),), "2025-08-04", {("D04", "1", OFFICE)}, "the office sends it on"),
        (
            (register(requests=(request(track=Track.B, accused=("红旗镇",)),)),),
            "2025-08-04",
            {("D04-B", "1", OFFICE)},
            "an accusation sealed",
        ),
        (
            (register(channel=Channel.VISIT, requests=(request(track=Track.C1),)),),
            "2025-08-04",
            {("D07", "1", OFFICE)},
            "a visitor about litigation is shown the way",
        ),
        (
            (register(requests=(request(), request("退还费用"))),),
            "2025-08-04",
            {("D04", "1", OFFICE), ("D04", "2", OFFICE)},
            "each claim by itself",
        ),
        ((register(by=ORGAN),), "2025-08-04", {("D12", "1", ORGAN)}, "an organ addressed directly tells"),
        (SENT, "2025-08-06", {("D12", "1", ORGAN)}, "and so does one it was sent to"),
        (
            (register(), Assign(on=D("2025-08-06"), by=OFFICE, to=ORGAN, due=D("2025-10-31"))),
            "2025-08-06",
            {("D12", "1", ORGAN), ("D-JB", "1", ORGAN)},
            "assigned: and reports back",
        ),
        (
            (register(address=""), transfer()),
            "2025-08-07",
            {("D27", "1", ORGAN)},
            "nobody can be told; an opinion all the same",
        ),
        (HANDLED, "2025-08-08", {("D27", "1", ORGAN)}, "the opinion"),
        (READY, "2025-10-20", {("D27", "1", ORGAN)}, "owed though late"),
        (DECIDED, "2025-09-10", {("D30 D27", "1", ORGAN)}, "its service"),
        (ANSWERED, "2025-09-12", set(), "nothing: the next step is the petitioner's"),
        ((*ANSWERED, ask_review()), "2025-09-22", {("D33", "1", REVIEWER)}, "the review"),
        ((*ANSWERED, ask_review(), review()), "2025-10-10", {("D30 D33", "1", REVIEWER)}, "its service"),
        ((*REVIEWED, ask_final()), "2025-10-20", {("D35", "1", FINAL_REVIEWER)}, "the final review"),
        ((*REVIEWED, ask_final(), final()), "2025-11-10", {("D30 D35", "1", FINAL_REVIEWER)}, "its service"),
        (ENDED, "2026-03-02", set(), "nothing follows it"),
        (told(Track.C4), "2025-08-08", {("D23", "1", ORGAN)}, "no opinion on another track: the lawful path (07)"),
        (told(Track.C5), "2025-08-08", {("D-LX", "1", ORGAN)}, "done or answered"),
        (told(Track.A), "2025-08-08", {("D29", "1", ORGAN)}, "studied"),
        (told(Track.B), "2025-08-08", {("D-FK", "1", ORGAN)}, "what came of it is fed back"),
        (
            (*told(Track.C5), Fulfil(on=D("2025-08-12"), by=ORGAN, result="已查处", basis_text="…")),
            "2025-08-12",
            {("D30 D-LX", "1", ORGAN)},
            "what was done is told",
        ),
        (
            (*told(Track.A), SuggestionReply(on=D("2025-08-12"), by=ORGAN, adoption=Adoption.FULL, study="…")),
            "2025-08-12",
            {("D30 D29", "1", ORGAN)},
            "a suggestion taken up is answered",
        ),
        ((*SENT, Withdraw(on=D("2025-08-10"), by=PETITIONER, statement="…")), "2025-08-10", set(), "withdrawn"),
    ],
)
def test_papers_owed(history, on, expected, why):
    assert papers(lawful(*history), on) == expected, why


@pytest.mark.parametrize(
    ("history", "on", "due", "why"),
    [
        ((register("2026-01-31"),), "2026-01-31", "2026-02-24", "by the legal last day"),
        (HANDLED, "2025-08-08", "2025-10-09", "the opinion by day 60, rolled"),
        (DECIDED, "2025-09-10", "2025-09-10", "service at once"),
    ],
)
def test_until_when(history, on, due, why):
    (found,) = owed(lawful(*history), D(on))

    assert found.due == D(due), why


@pytest.mark.parametrize(
    ("history", "expected", "why"),
    [
        (OBJECTED, {("D10", OFFICE, None)}, "the sender owes its word on the objection; no day is set"),
        (KEPT, set(), "it has given it"),
        (RETURNED, {("D04", OFFICE, D("2025-08-26"))}, "agreed: the sender finds the right organ"),
        (REDO, {("D27", ORGAN, D("2025-11-10"))}, "ordered by the review to be made anew"),
        (SENT, set(), "sent on for the first time"),
    ],
)
def test_what_came_back_is_told_apart(history, expected, why):
    """Arts. 23¶3, 35: what somebody thought done, and has on the table again."""
    again = [one for one in owed(lawful(*history), D("2025-10-13")) if one.again]
    assert {(one.paper, one.by, one.due) for one in again} == expected, why


def test_an_extension_moves_the_day_the_opinion_is_owed():
    petition = lawful(
        *HANDLED,
        Extend(on=D("2025-09-30"), by=ORGAN, days=30, reason="情况复杂", approved_by="局长"),
        serve("2025-09-30"),
    )
    (found,) = owed(petition, D("2025-10-15"))

    assert (found.paper, found.due, found.basis.key) == ("D27", D("2025-11-06"), "34")


@pytest.mark.parametrize(
    ("history", "on", "expected", "why"),
    [
        ((register(),), "2025-08-20", {("22.1", OFFICE, "2025-08-20")}, "not sent on in fifteen days (Art. 43)"),
        ((register(by=ORGAN),), "2025-08-20", {("23.2", ORGAN, "2025-08-20")}, "not told, addressed directly"),
        (SENT, "2025-08-22", {("23.3", ORGAN, "2025-08-22")}, "not told (Art. 44(3))"),
        (HANDLED, "2025-10-10", {("34", ORGAN, "2025-10-10")}, "not concluded (Art. 45(1))"),
        (
            SENT,
            "2025-12-01",
            {("23.3", ORGAN, "2025-08-22"), ("34", ORGAN, "2025-10-21")},
            "an organ that tells nothing gains nothing: the sixty days run all the same",
        ),
        (DECIDED, "2025-09-18", {("35", ORGAN, "2025-09-11")}, "an opinion that lies (trap 2)"),
        (DECIDED, "2025-09-17", set(), "it may be on its way for seven days"),
        (
            (*READY, opinion("2025-10-20")),
            "2025-10-28",
            {("34", ORGAN, "2025-10-10"), ("35", ORGAN, "2025-10-21")},
            "late, and not served: two breaches",
        ),
        ((*ANSWERED, ask_review()), "2025-10-23", {("35", REVIEWER, "2025-10-23")}, "the review late"),
        ((*ANSWERED, ask_review(), review()), "2025-10-18", {("35", REVIEWER, "2025-10-11")}, "or not served"),
        ((*REVIEWED, ask_final()), "2025-11-20", {("36.1", FINAL_REVIEWER, "2025-11-20")}, "the final review late"),
        (
            (*REVIEWED, ask_final(), final()),
            "2025-11-18",
            {("36.1", FINAL_REVIEWER, "2025-11-11")},
            "or not served",
        ),
        (ENDED, "2026-03-02", set(), "all kept"),
        (ANSWERED, "2026-03-02", set(), "a right not used is nobody's breach"),
        (
            (
                *told(Track.C4),
                Divert(on=D("2025-08-12"), by=ORGAN, path="C4-1", body="旗政府", last_day=D("2025-10-10")),
            ),
            "2025-08-13",
            set(),
            "not yet told of the path: owed, without a day the law sets",
        ),
    ],
)
def test_breaches(history, on, expected, why):
    assert broken(lawful(*history), on) == expected, why


def test_the_last_day_itself_breaks_nothing():
    for history, on in (
        ((register(),), "2025-08-19"),
        (SENT, "2025-08-21"),
        (HANDLED, "2025-10-09"),
        (DECIDED, "2025-09-10"),
    ):
        assert not broken(lawful(*history), on)


def test_each_breach_says_what_in_words():
    said = {one.what for one in breaches(lawful(*READY, opinion("2025-10-20")), D("2025-10-28"))}

    assert said == {"办结逾期", "文书D27已制作未送达"}


def test_a_nominal_day_is_no_measure_of_lateness():
    """Trap 7: day 60 is 7 October, a holiday; the delay counts from the tenth."""
    assert not broken(lawful(*HANDLED), "2025-10-08")


URGENT = (register(urgent=True),)


@pytest.mark.parametrize(
    ("history", "on", "owed_now", "broken_now", "why"),
    [
        (URGENT, "2025-08-04", True, False, "reported at once"),
        (URGENT, "2025-08-06", True, True, "after the next worked day it is late"),
        (
            (*URGENT, ReportUrgent(on=D("2025-08-04"), by=OFFICE, to=("旗委", "市信访局", "国家信访局"), proposal="…")),
            "2025-08-05",
            False,
            False,
            "reported",
        ),
        ((register(),), "2025-08-05", False, False, "not urgent"),
    ],
)
def test_urgent_matters(history, on, owed_now, broken_now, why):
    petition = lawful(*history)

    assert (("D06", "", OFFICE) in papers(petition, on)) is owed_now, why
    assert (("25.1", OFFICE, "2025-08-06") in broken(petition, on)) is broken_now, why


def test_who_is_turned_away_is_told():
    petition = lawful(
        *HANDLED,
        Attach(on=D("2025-08-20"), by="市民政局", channel=Channel.VISIT, same="同一人、同一事实"),
        Decline(on=D("2025-08-21"), by="市民政局", handled_by=ORGAN),
    )

    assert ("D30 D13", "", "市民政局") in papers(petition, "2025-08-21")
    assert not broken(petition, "2025-08-22"), "owed, without a day the law sets"


def test_a_visitor_shown_the_way_is_owed_nothing_more():
    petition = lawful(
        register(channel=Channel.VISIT, requests=(request(track=Track.C1),)),
        Guide(on=D("2025-08-04"), by=OFFICE, to="旗法院", explanation="…"),
    )

    assert not papers(petition, "2026-03-02")
    assert not broken(petition, "2026-03-02")


def test_away_from_petition_procedure_no_opinion_is_owed():
    away = Classify(on=D("2025-08-14"), by=ORGAN, track=Track.C4, reason="属行政复议范围")
    petition = lawful(*HANDLED, away, notify("2025-08-14"))

    assert papers(petition, "2025-12-31") == {("D23", "1", ORGAN)}
    back = further(
        petition, Classify(on=D("2025-08-24"), by=ORGAN, track=Track.C6, reason="不予受理"), notify("2025-08-24")
    )
    assert papers(back, "2025-08-24") == {("D27", "1", ORGAN)}


def test_support_owes_enforcement_though_it_is_reviewed():
    petition = lawful(*READY, opinion(outcome=Outcome.SUPPORT), serve(), ask_review())

    assert ("D28", "1", ORGAN) in papers(petition, "2025-09-22")


@pytest.mark.parametrize(
    ("filled", "adoption", "due", "why"),
    [
        ({}, Adoption.FULL, True, "taken up: the petitioner must hear of it"),
        ({}, Adoption.PART, True, "in part too"),
        ({}, Adoption.NONE, False, "Art. 29¶1 asks for a reply only where it is taken up"),
        ({"anonymous": True, "names": ()}, Adoption.FULL, False, "nobody knows whom to tell (Art. 23¶2, by analogy)"),
        ({"anonymous": True, "names": (), "electronic": True}, Adoption.FULL, True, "by the query code it can arrive"),
    ],
)
def test_a_reply_waits_for_service_where_it_is_owed_and_can_arrive(filled, adoption, due, why):
    asked = register(requests=(request(track=Track.A),), **filled)
    reply = SuggestionReply(on=D("2025-08-20"), by=ORGAN, adoption=adoption, study="研究论证")
    petition = lawful(asked, transfer(), reply)
    assert any(of.startswith("D30") for of, *_ in papers(petition, "2025-08-21")) == due, why
    assert ("Close" in may(petition, "2025-08-21", OFFICE)) != due, why
