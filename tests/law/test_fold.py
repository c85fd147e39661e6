"""The fold never refuses: whatever is on record is replayed, also what no judge would allow today."""

import pytest

from tests.spec.cases import BANNER, FINAL_REVIEWER, ORGAN, REVIEWER, SENT, D, final, review
from yifa.law.acts import Enforce, PublishFinalReview, ReportExecution
from yifa.law.clocks import State
from yifa.law.fold import replay

DAY = D("2025-09-01")


@pytest.mark.parametrize(
    "act",
    [
        Enforce(on=DAY, by=ORGAN, to=ORGAN),
        ReportExecution(on=DAY, by=ORGAN, done=True, report="已办"),
        review("2025-09-01", REVIEWER),
        final("2025-09-01", FINAL_REVIEWER),
        PublishFinalReview(on=DAY, by=FINAL_REVIEWER, text="公示", anonymised=True),
    ],
    ids=lambda act: type(act).__name__,
)
def test_what_stands_on_nothing_changes_nothing(act):
    before, after = replay(SENT, BANNER), replay([*SENT, act], BANNER)
    assert after.claims == before.claims
    assert after.acts[-1] is act


def test_every_state_of_a_clock_has_a_word():
    assert len({state.term for state in State}) == len(State)
