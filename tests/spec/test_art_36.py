"""Art. 36: final review by the level above the reviewer; its hearing days are left out; nothing follows it."""

import pytest

from tests.spec.cases import (
    ANSWERED,
    ENDED,
    FINAL_REVIEWER,
    OFFICE,
    ORGAN,
    REVIEWED,
    REVIEWER,
    D,
    ask_final,
    ask_review,
    broken,
    clock,
    final,
    further,
    lawful,
    may,
    opinion,
    papers,
    refused,
    review,
    running,
    serve,
)
from yifa.law.acts import Attach, Bar, Close, HoldHearing, PublishFinalReview, RequestFinalReview, Supplement
from yifa.law.organs import PETITIONER
from yifa.law.terms import Channel, Outcome, ReviewOutcome, Stage
from yifa.law.workdays import Due

ASKED = (*REVIEWED, ask_final())


def hold_hearing(on="2025-11-03", days=3, by=FINAL_REVIEWER):
    return HoldHearing(on=D(on), by=by, days=days, conclusion="听证结论")


HEARD = (*ASKED, hold_hearing(), final())


def publish(on="2025-11-15", by=FINAL_REVIEWER, **filled):
    return PublishFinalReview(on=D(on), by=by, **{"text": "复核意见（隐名）", "anonymised": True, **filled})


def attach(on="2025-12-01", by=OFFICE):
    return Attach(on=D(on), by=by, channel=Channel.VISIT, same="同一人、同一事实")


def bar(on="2025-12-02", by=OFFICE, comparison="事实和理由与前次相同"):
    return Bar(on=D(on), by=by, comparison=comparison)


@pytest.mark.parametrize(
    ("received", "nominal", "due", "why"),
    [
        ("2025-10-13", "2025-11-12", "2025-11-12", "thirty days from receipt"),
        ("2025-12-02", "2026-01-01", "2026-01-04", "over New Year"),
    ],
)
def test_the_petitioner_s_second_thirty_days(received, nominal, due, why):
    petition = lawful(*ANSWERED, ask_review(), review(), serve(received, REVIEWER, "D33"))
    found = clock(petition, "T10", received)

    assert (found.started, found.due, found.owed_by) == (D(received), Due(D(nominal), D(due)), PETITIONER), why
    assert found.basis.key == "36.1"
    assert refused(ask_final(due), petition) == set(), why
    the_day_after = found.due.day.replace(day=found.due.day.day + 1)
    assert refused(ask_final(the_day_after.isoformat()), petition) == {("36.1", "")}, why
    assert clock(petition, "T10", "2026-03-02").state(D("2026-03-02")) == "lapsed"


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (REVIEWED, ask_final(), set(), "one level above the reviewer"),
        (REVIEWED, ask_final(to="自治区政府"), {("36.1", "to")}, "not two"),
        (REVIEWED, ask_final(to=REVIEWER), {("36.1", "to")}, "not the reviewer again"),
        (REVIEWED, ask_final(to="市民政局"), {("36.1", "to")}, "the line is the reviewer's, not the handler's"),
        (REVIEWED, ask_final(to="无此机关"), {("36.1", "to")}, "an organ that exists"),
        (
            REVIEWED,
            RequestFinalReview(on=D("2025-10-20"), by=ORGAN, to=FINAL_REVIEWER, grounds="…"),
            {("36.1", "by")},
            "only the petitioner",
        ),
        (ANSWERED, ask_final("2025-09-22"), {("36.1", "")}, "no step is skipped"),
        ((*ANSWERED, ask_review()), ask_final(), {("36.1", "")}, "not before the review is answered"),
        ((*ANSWERED, ask_review(), review()), ask_final(), {("36.1", "")}, "nor before the answer arrived"),
        (ASKED, ask_final("2025-10-21"), {("36.1", "")}, "once"),
        ((*REVIEWED, Close(on=D("2025-10-14"), by=ORGAN)), ask_final(), set(), "the archive takes no right away"),
    ],
)
def test_asking_for_final_review(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_the_line_of_departments_goes_on_in_its_own_line():
    petition = lawful(
        *ANSWERED, ask_review(to="市民政局"), review(by="市民政局"), serve("2025-10-13", "市民政局", "D33")
    )

    assert refused(ask_final(to="自治区民政厅"), petition) == set()
    assert refused(ask_final(to="市政府"), petition) == set(), "a department has two organs above it"


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (ASKED, final(), set(), "facts, opinion, basis"),
        *((ASKED, final(outcome=outcome), set(), "whatever it decides") for outcome in ReviewOutcome),
        (ASKED, final(by=REVIEWER), {("36.1", "by")}, "by the organ that was asked"),
        (
            ASKED,
            final(facts="", opinion="", basis_text=""),
            {("36.1", "facts"), ("36.1", "opinion"), ("36.1", "basis_text")},
            "complete",
        ),
        (REVIEWED, final(), {("36.1", "by")}, "nobody asked"),
        (ENDED, final("2025-11-20"), {("36.1", "")}, "once"),
        (ASKED, final("2026-01-20"), set(), "late is a breach, not a bar"),
    ],
)
def test_answering_the_final_review(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


@pytest.mark.parametrize(
    ("hearings", "nominal", "due", "why"),
    [
        ([], "2025-11-19", "2025-11-19", "thirty days"),
        ([3], "2025-11-22", "2025-11-24", "three days more; 22 November is a Saturday"),
        ([3, 2], "2025-11-24", "2025-11-24", "two hearings"),
    ],
)
def test_hearing_days_do_not_count(hearings, nominal, due, why):
    petition = lawful(*ASKED, *(hold_hearing(days=days) for days in hearings))
    found = clock(petition, "T11", due)

    assert found.due == Due(D(nominal), D(due)), why
    assert not broken(petition, due)
    assert (("36.1", FINAL_REVIEWER) in {one[:2] for one in broken(petition, "2025-12-31")}) is True
    assert ("D35", "1", FINAL_REVIEWER) in papers(petition, due)


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (ASKED, hold_hearing(), set(), "the final reviewer may hear"),
        (ASKED, hold_hearing(by=ORGAN), {("31(6)", "by")}, "the handling organ not any more"),
        (ASKED, hold_hearing(by=REVIEWER), {("31(6)", "by")}, "nor the reviewer"),
        (ASKED, hold_hearing(days=0), {("36.2", "days")}, "a hearing takes a day"),
        (ENDED, hold_hearing("2025-11-20"), {("31(6)", "by")}, "not after the answer"),
    ],
)
def test_a_hearing_in_final_review(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (HEARD, publish(), set(), "after a hearing, without names"),
        (HEARD, publish(anonymised=False), {("36.2", "anonymised")}, "with names"),
        (HEARD, publish(text=""), {("36.2", "text")}, "nothing to publish"),
        (HEARD, publish(by=OFFICE), {("36.2", "by")}, "by the final reviewer"),
        (ENDED, publish(), {("36.2", "")}, "no hearing was held"),
        ((*ASKED, hold_hearing()), publish("2025-11-05"), {("36.2", "")}, "not decided yet"),
    ],
)
def test_publishing(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        ((*ENDED, attach()), bar(), set(), "the same facts and reasons after the final opinion was served"),
        ((*ENDED, attach()), bar(by=ORGAN), set(), "by whichever organ got it"),
        ((*ENDED, attach()), bar(comparison=" "), {("36.3", "comparison")}, "set side by side: new facts reopen (G10)"),
        (ENDED, bar(), {("22.1", "")}, "nothing came in: everything is registered first (trap 4)"),
        (
            (*ASKED, final(), attach("2025-11-20")),
            bar("2025-11-20"),
            {("36.3", "")},
            "not before the final opinion arrived",
        ),
        ((*ASKED, attach()), bar(), {("36.3", "")}, "not while it is reviewed"),
        ((*REVIEWED, attach()), bar(), {("36.3", "")}, "a review not pursued is no final one (S6)"),
        ((*ANSWERED, attach()), bar(), {("36.3", "")}, "nor is an opinion never challenged"),
        (
            (*ENDED, Close(on=D("2025-11-12"), by=ORGAN), attach()),
            bar(),
            set(),
            "the closed file too",
        ),
        ((*ENDED, attach(), bar()), bar("2025-12-03"), {("22.1", "")}, "one answer for each receipt"),
    ],
)
def test_the_final_effect(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_who_is_turned_away_is_told_in_writing_also_from_a_closed_file():
    petition = lawful(*ENDED, Close(on=D("2025-11-12"), by=ORGAN), attach(), bar())

    assert papers(petition, "2025-12-02") == {("D30 D14", "", OFFICE)}
    assert not broken(petition, "2025-12-03"), "owed, without a day the law sets"
    assert not papers(further(petition, serve("2025-12-02", OFFICE, "D14")), "2025-12-02")


def test_after_the_final_opinion_no_limit_runs_and_no_remedy_is_left():
    petition = lawful(*ENDED)

    assert petition.stage is Stage.FINAL
    assert {state for *_, state in running(petition, "2026-03-02")} == {"met"}
    assert not {"RequestReview", "RequestFinalReview", "HandlingOpinion", "Extend", "Classify", "Withdraw"} & may(
        petition, "2025-11-13"
    )


def test_a_closed_file_says_where_new_facts_go():
    petition = lawful(*ENDED, Close(on=D("2025-11-12"), by=ORGAN))

    assert refused(Supplement(on=D("2025-12-01"), by=PETITIONER, text="新证据"), petition) == {("35", "")}


def test_sent_back_by_the_final_reviewer():
    petition = lawful(
        *ASKED,
        final(outcome=ReviewOutcome.REDO, redo_by=D("2025-12-10")),
        serve("2025-11-12", FINAL_REVIEWER, "D35"),
    )

    assert petition.stage is Stage.HANDLING
    assert (clock(petition, "T05", "2025-12-10").owed_by, clock(petition, "T05", "2025-12-10").basis.key) == (
        ORGAN,
        "36.1",
    )
    assert refused(bar(), further(petition, attach())) == {("36.3", "")}, "nothing is final yet"
    anew = further(petition, opinion("2025-12-01", outcome=Outcome.EXPLAIN), serve("2025-12-02"))
    assert refused(ask_review("2025-12-20"), anew) == set()
