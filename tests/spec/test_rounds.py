"""Handled anew twice: each round has its own clocks, the sixty days are those of the first (Arts. 34–36)."""

from dataclasses import replace

from tests.spec.cases import (
    ANSWERED,
    FINAL_REVIEWER,
    HANDLED,
    ORGAN,
    REVIEWER,
    D,
    ask_final,
    ask_review,
    clock,
    final,
    lawful,
    opinion,
    review,
    serve,
)
from yifa.law.acts import Classify, Fulfil, Notify, Succeed
from yifa.law.terms import ReviewOutcome, Track

REDO = ReviewOutcome.REDO
NEW = "旗自然资源局"

TWICE = (
    *ANSWERED,
    ask_review(),
    review(outcome=REDO, redo_by=D("2025-11-10")),
    serve("2025-10-13", REVIEWER),
    Succeed(on=D("2025-10-14"), by=NEW, organ=ORGAN, successor=NEW, reason="机构改革"),
    opinion("2025-10-20", NEW),
    serve("2025-10-21", NEW),
    ask_review("2025-10-22"),
    review("2025-10-30"),
    serve("2025-10-31", REVIEWER),
    ask_final("2025-11-03"),
    final("2025-11-10", outcome=REDO, redo_by=D("2025-12-10")),
    serve("2025-11-11", FINAL_REVIEWER),
)
"""Sent back by the review, decided by the organ's successor, sent back by the final review."""


def test_the_day_set_for_handling_anew_is_that_of_the_last_round():
    """Owed by who decided last, on the provision of the review that sent it back."""
    found = clock(lawful(*TWICE), "T05", "2025-11-12", basis="36.1")
    assert (found.organ, found.owed_by, found.due.nominal) == (NEW, NEW, D("2025-12-10"))
    assert clock(lawful(*TWICE), "T05", "2025-11-12", basis="35").met, "the round before keeps its own"


def test_the_sixty_days_were_met_by_the_first_opinion():
    found = clock(lawful(*TWICE), "T06", "2025-11-12")
    assert (found.met, found.organ) == (D("2025-09-10"), ORGAN)


def test_a_claim_that_left_petition_procedure_twice_is_measured_on_the_day_it_left_last():
    """Art. 34: what ends it outside the petition procedure ends the sixty days when it was led out for good."""
    out, back = (Classify(on=D("2025-08-20"), by=ORGAN, track=track, reason="…") for track in (Track.C5, Track.C6))
    moves = (out, replace(back, on=D("2025-08-25")), replace(out, on=D("2025-12-10")))
    told = Notify(on=D("2025-12-10"), by=ORGAN)
    done = Fulfil(on=D("2025-12-12"), by=ORGAN, result="已查处", basis_text="土地管理法")
    found = clock(lawful(*HANDLED, *moves, told, done), "T06", "2025-12-20")
    assert found.due.nominal == D("2025-10-12")
    assert found.state(D("2025-12-20")) == "late"
