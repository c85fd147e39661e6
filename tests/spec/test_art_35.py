"""Art. 35: who does not accept the opinion may ask the organ one level up within thirty days of receiving it."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    DECIDED,
    HANDLED,
    OFFICE,
    ORGAN,
    READY,
    REVIEWED,
    REVIEWER,
    D,
    ask_final,
    ask_review,
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
    review,
    running,
    serve,
    transfer,
)
from yifa.law.acts import (
    Close,
    Divert,
    Extend,
    Fulfil,
    HoldHearing,
    ReportExecution,
    RequestReview,
    Succeed,
    SuggestionReply,
    Withdraw,
)
from yifa.law.organs import PETITIONER
from yifa.law.terms import Adoption, Method, Outcome, ReviewOutcome, Stage, Track
from yifa.law.workdays import Due

ASKED = (*ANSWERED, ask_review())


def served(on):
    return (*DECIDED, serve(on))


def told(track):
    return (register(requests=(request(track=track),)), transfer(), notify())


@pytest.mark.parametrize(
    ("act", "expected", "why"),
    [
        (serve(), set(), "handed over with proof"),
        (serve(method=Method.POST), set(), "or by post"),
        (serve(proof=" "), {("35", "proof")}, "proof of arrival"),
        (serve(method=Method.ELECTRONIC), {("35", "method")}, "electronically only with consent"),
        (serve(by=OFFICE), {("35", "by")}, "by who made it"),
        (serve(by=OFFICE, method=Method.ENTRUSTED), set(), "or another on its behalf"),
        (serve(by=PETITIONER), {("35", "by")}, "nobody serves on himself"),
        (serve(paper="D33"), {("35", "")}, "there is no such paper"),
        (serve("2025-09-09"), {("21.2", "on")}, "not before it was made"),
    ],
)
def test_service(act, expected, why):
    assert refused(act, lawful(*DECIDED)) == expected, why


def test_electronic_service_with_consent():
    history = (register(electronic=True), *HANDLED[1:], hear(), investigate(), opinion())

    assert refused(serve(method=Method.ELECTRONIC), lawful(*history)) == set()


def test_what_lies_together_is_handed_over_together():
    """A service that names no paper is of all that this organ has still to serve; one that names it, of that."""
    extended = Extend(on=D("2025-09-01"), by=ORGAN, days=10, reason="情况复杂", approved_by="局长")
    petition = lawful(*HANDLED, extended, hear("2025-09-02"), investigate("2025-09-02"), opinion())

    assert not papers(further(petition, serve()), "2025-09-12")
    assert papers(further(petition, serve(paper="D27")), "2025-09-12") == {("D30 D22", "1", ORGAN)}
    assert clock(further(petition, serve()), "T08", "2025-09-12").started == D("2025-09-12")


def test_who_serves_for_others_says_which_paper():
    fulfilled = Fulfil(on=D("2025-08-12"), by="红旗镇", result="已查处", basis_text="…", claim="2")
    petition = lawful(
        register(requests=(request(track=Track.C5), request("退还费用", Track.C5))),
        transfer(claims=("1",)),
        transfer(to="红旗镇", claims=("2",)),
        notify(),
        notify(by="红旗镇"),
        Fulfil(on=D("2025-08-12"), by=ORGAN, result="已查处", basis_text="…", claim="1"),
        fulfilled,
    )

    assert refused(serve(by=OFFICE, method=Method.ENTRUSTED), petition) == {("31(5)", "paper")}
    assert refused(serve(by=OFFICE, method=Method.ENTRUSTED, claim="1"), petition) == set()
    assert refused(serve(by="红旗镇"), petition) == set(), "its own alone"
    assert papers(further(petition, serve(by="红旗镇")), "2025-09-12") == {("D30 D-LX", "1", ORGAN)}


def test_a_request_for_review_may_be_taken_back():
    """Nobody is held to a remedy: the reviewer's days end, the opinion stands and is carried out."""
    withdrawn = Withdraw(on=D("2025-09-25"), by=PETITIONER, statement="不再请求复查")
    supported = (*READY, opinion(outcome=Outcome.SUPPORT), serve(), ask_review(), withdrawn)
    petition = lawful(*supported)

    assert refused(withdrawn, lawful(*ANSWERED)) == {("17.1", "")}, "an answer itself is not taken back"
    assert refused(withdrawn, lawful(*ASKED)) == set()
    assert petition.stage is Stage.WITHDRAWN
    assert "T09" not in {limit for limit, *_ in running(petition, "2026-03-02")}
    assert refused(review(), petition) == {("17.1", "")}
    assert not broken(petition, "2026-03-02")
    done = further(petition, ReportExecution(on=D("2025-10-01"), by=ORGAN, done=True, report="已补发", claim="1"))
    further(done, Close(on=D("2025-10-01"), by=ORGAN))


def test_a_paper_is_served_once():
    assert refused(serve("2025-09-13"), lawful(*ANSWERED)) == {("35", "")}


def test_an_opinion_not_served_is_a_breach_and_opens_no_review():
    """Trap 2, G12: its issue met the sixty days, but nothing counts from it for the petitioner."""
    petition = lawful(*DECIDED)

    assert clock(petition, "T06", "2025-09-10").state(D("2025-09-10")) == "met"
    assert "T08" not in {limit for limit, *_ in running(petition, "2026-03-02")}
    assert ("D30 D27", "1", ORGAN) in papers(petition, "2025-09-10")
    assert broken(petition, "2025-09-10") == set()
    assert broken(petition, "2025-09-17") == set(), "it may be on its way"
    assert broken(petition, "2025-09-18") == {("35", ORGAN, "2025-09-11")}
    assert broken(further(petition, serve("2025-09-18")), "2025-10-18") == {("35", ORGAN, "2025-09-11")}, "it stays"
    assert broken(further(petition, serve("2025-09-17")), "2025-10-17") == set()
    assert refused(ask_review(), petition) == {("35", "")}
    assert refused(Close(on=D("2025-09-22"), by=ORGAN), petition) == {("35", "")}
    assert petition.stage is Stage.DECIDED


@pytest.mark.parametrize(
    ("received", "nominal", "due", "why"),
    [
        ("2025-09-12", "2025-10-12", "2025-10-13", "day 30 is a Sunday"),
        ("2025-09-10", "2025-10-10", "2025-10-10", "day 30 is a Friday"),
        ("2025-09-01", "2025-10-01", "2025-10-09", "over the National Day holiday"),
        ("2025-12-02", "2026-01-01", "2026-01-04", "over New Year: the Sunday is worked"),
        ("2026-01-16", "2026-02-15", "2026-02-24", "over the Spring Festival"),
    ],
)
def test_the_petitioner_s_thirty_days_count_from_service(received, nominal, due, why):
    history = (*HANDLED, hear(), investigate(), opinion("2025-09-01"), serve(received))
    petition = lawful(*history)
    found = clock(petition, "T08", received)

    assert (found.started, found.due) == (D(received), Due(D(nominal), D(due))), why
    assert (found.owed_by, found.organ, found.right) == (PETITIONER, ORGAN, True)
    assert refused(ask_review(due), petition) == set(), why
    the_day_after = found.due.day.replace(day=found.due.day.day + 1)
    assert refused(ask_review(the_day_after.isoformat()), petition) == {("35", "")}, why


def test_a_right_not_used_lapses_and_is_nobody_s_breach():
    """S6: the lapse is not called an end."""
    petition = lawful(*ANSWERED)

    assert clock(petition, "T08", "2025-10-13").state(D("2025-10-13")) == "running"
    assert clock(petition, "T08", "2025-10-14").state(D("2025-10-14")) == "lapsed"
    assert not broken(petition, "2026-03-02")
    assert petition.stage is Stage.ANSWERED


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (ANSWERED, ask_review(), set(), "the banner is one level above its department"),
        (ANSWERED, ask_review(to="市民政局"), set(), "and so is the department above"),
        (ANSWERED, ask_review(to="市政府"), {("35", "to")}, "G09: not two levels up"),
        (ANSWERED, ask_review(to="自治区民政厅"), {("35", "to")}, "nor two in the line of departments"),
        (ANSWERED, ask_review(to=OFFICE), {("35", "to")}, "the office is no superior of the department"),
        (ANSWERED, ask_review(to=ORGAN), {("35", "to")}, "nobody reviews himself"),
        (ANSWERED, ask_review(to="红旗镇"), {("35", "to")}, "nor one beneath"),
        (ANSWERED, ask_review(to="无此机关"), {("35", "to")}, "an organ that exists"),
        (
            ANSWERED,
            RequestReview(on=D("2025-09-22"), by=ORGAN, to=REVIEWER, grounds="…"),
            {("35", "by")},
            "only the petitioner",
        ),
        (ASKED, ask_review("2025-09-23"), {("35", "")}, "once"),
        (ASKED, ask_review("2025-09-23", to="市民政局"), {("35", "")}, "also where two organs could"),
        (REVIEWED, ask_review("2025-10-14"), {("35", "")}, "after the review comes the final one (and time is up)"),
        (READY, ask_review(), {("35", "")}, "no opinion yet"),
        (DECIDED, ask_review(), {("35", "")}, "not served yet"),
        ((*ANSWERED, Close(on=D("2025-09-15"), by=ORGAN)), ask_review(), set(), "the archive takes no right away"),
        (ANSWERED, ask_review("2025-09-12"), set(), "on the very day of service"),
    ],
)
def test_asking_for_review(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_a_request_opens_the_closed_file():
    petition = lawful(*ANSWERED, Close(on=D("2025-09-15"), by=ORGAN), ask_review())

    assert petition.stage is Stage.REVIEW
    further(petition, review(), serve("2025-10-13", REVIEWER), Close(on=D("2025-10-13"), by=ORGAN))


def divert():
    return Divert(on=D("2025-08-12"), by=ORGAN, path="C4-1", body="旗政府", last_day=D("2025-10-10"))


@pytest.mark.parametrize(
    ("history", "why"),
    [
        ((*told(Track.C4), divert(), serve("2025-08-12")), "led into another procedure: that one has its own remedies"),
        (
            (
                *told(Track.C5),
                Fulfil(on=D("2025-08-12"), by=ORGAN, result="已查处", basis_text="…"),
                serve("2025-08-12"),
            ),
            "a duty fulfilled is no opinion",
        ),
        (
            (
                *told(Track.A),
                SuggestionReply(on=D("2025-08-12"), by=ORGAN, adoption=Adoption.NONE, study="…"),
                serve("2025-08-12"),
            ),
            "a suggestion answered is none",
        ),
        (told(Track.B), "an accusation has none"),
        (told(Track.C1), "nor a matter for the court"),
    ],
)
def test_trap_3_no_review_but_of_an_opinion(history, why):
    petition = lawful(*history)

    assert refused(ask_review("2025-08-20"), petition) == {("35", "")}, why
    assert not {"RequestReview", "RequestFinalReview"} & may(petition, "2025-08-20")
    assert not {"T08", "T09", "T10", "T11"} & {limit for limit, *_ in running(petition, "2025-08-20")}


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (ASKED, review(), set(), "facts, opinion, basis"),
        *((ASKED, review(outcome=outcome), set(), "local practice names four") for outcome in ReviewOutcome),
        (ASKED, review(by="市民政局"), {("35", "by")}, "by the organ that was asked"),
        (ASKED, review(by=ORGAN), {("35", "by")}, "not by the one under review"),
        (ASKED, review(facts=""), {("35", "facts")}, "what it found"),
        (ASKED, review(opinion=""), {("35", "opinion")}, "what it thinks"),
        (ASKED, review(basis_text=""), {("35", "basis_text")}, "on what ground"),
        (
            ASKED,
            review(outcome=ReviewOutcome.REDO, redo_by=D("2025-10-09")),
            {("35", "redo_by")},
            "nothing can be done anew before today",
        ),
        (ASKED, review("2025-12-01"), set(), "late is a breach, not a bar"),
        (ANSWERED, review(), {("35", "by")}, "nobody asked"),
        (REVIEWED, review("2025-10-14"), {("35", "")}, "once"),
    ],
)
def test_answering_the_review(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


@pytest.mark.parametrize(
    ("asked", "nominal", "due", "why"),
    [
        ("2025-09-22", "2025-10-22", "2025-10-22", "thirty days from the request"),
        ("2025-10-09", "2025-11-08", "2025-11-10", "day 30 is a Saturday"),
    ],
)
def test_the_review_takes_thirty_days(asked, nominal, due, why):
    petition = lawful(*served("2025-09-12"), ask_review(asked))
    found = clock(petition, "T09", due)

    assert (found.started, found.due, found.owed_by) == (D(asked), Due(D(nominal), D(due)), REVIEWER), why
    assert found.state(D(due)) == "running"
    assert ("D33", "1", REVIEWER) in papers(petition, due)


def test_a_late_review_is_the_reviewer_s_breach():
    petition = lawful(*ASKED)

    assert not broken(petition, "2025-10-22")
    assert broken(petition, "2025-10-23") == {("35", REVIEWER, "2025-10-23")}
    answered = further(petition, review("2025-10-30"), serve("2025-10-30", REVIEWER))
    assert broken(answered, "2025-11-01") == {("35", REVIEWER, "2025-10-23")}


def test_t09_has_no_extension_and_leaves_no_hearing_out():
    """Trap 3, S4, S5."""
    petition = lawful(*ASKED)
    assert "Extend" not in may(petition, "2025-10-10")

    heard = further(petition, HoldHearing(on=D("2025-10-10"), by=REVIEWER, days=10, conclusion="…"))
    assert clock(heard, "T09", "2025-10-10").due == Due(D("2025-10-22"), D("2025-10-22"))
    assert broken(heard, "2025-10-23") == {("35", REVIEWER, "2025-10-23")}


def test_the_answer_to_a_review_is_served():
    petition = lawful(*ASKED, review())

    assert petition.stage is Stage.REVIEW_DECIDED
    assert ("D30 D33", "1", REVIEWER) in papers(petition, "2025-10-10")
    assert refused(ask_final("2025-10-11"), petition) == {("36.1", "")}
    assert "T10" not in {limit for limit, *_ in running(petition, "2026-03-02")}


def test_sent_back_the_claim_is_handled_anew_and_may_be_reviewed_anew():
    petition = lawful(
        *ASKED, review(outcome=ReviewOutcome.REDO, redo_by=D("2025-11-08")), serve("2025-10-13", REVIEWER)
    )

    assert petition.stage is Stage.HANDLING
    assert ("T10", "1", PETITIONER, "running") in running(petition, "2025-10-13"), "Art. 36¶1 makes no exception (14)"
    assert clock(petition, "T05", "2025-10-13").due == Due(D("2025-11-08"), D("2025-11-10"))
    assert papers(petition, "2025-10-13") == {("D27", "1", ORGAN)}
    assert broken(petition, "2025-11-11") == {("35", ORGAN, "2025-11-11")}

    anew = further(petition, opinion("2025-11-05", outcome=Outcome.SUPPORT), serve("2025-11-06"))
    assert clock(anew, "T05", "2025-12-31").state(D("2025-12-31")) == "met"
    assert clock(anew, "T06", "2025-12-31").state(D("2025-12-31")) == "met", "the first opinion had met the sixty days"
    assert refused(ask_review("2025-12-08"), anew) == set()
    assert refused(ask_review("2025-12-09"), anew) == {("35", "")}


def test_the_successor_s_superior_reviews():
    """Art. 24¶2: who continues the powers stands where the organ stood."""

    petition = lawful(
        *ANSWERED,
        Succeed(
            on=D("2025-09-15"), by="红旗镇社会事务办", organ=ORGAN, successor="红旗镇社会事务办", reason="机构改革"
        ),
    )

    assert refused(ask_review(to="红旗镇"), petition) == set()
    assert refused(ask_review(), petition) == {("35", "to")}


def test_each_claim_has_its_own_review():
    history = (
        register(requests=(request(), request("退还费用"))),
        transfer(),
        notify(),
        *(act for n in "12" for act in (hear(claim=n),)),
        *(investigate(claim=n) for n in "12"),
        *(opinion(claim=n) for n in "12"),
        serve(claim="1"),
    )
    petition = lawful(*history)

    assert refused(ask_review(claim="1"), petition) == set()
    assert refused(ask_review(claim="2"), petition) == {("35", "")}, "its opinion has not arrived"
    assert refused(ask_review(claim=""), petition) == {("31", "claim")}, "which one?"
    assert refused(serve("2025-09-13"), petition) == set(), "one paper is left"
    second = further(petition, serve("2025-09-13"))
    assert clock(second, "T08", "2025-09-13", claim="2").started == D("2025-09-13")
