"""Tests of the tests: the histories the properties look at reach everything the law core knows."""

from collections import Counter
from random import Random

import pytest

from tests.properties.histories import LONGEST, history
from yifa.law.acts import ACTS
from yifa.law.clocks import State, clocks
from yifa.law.duties import breaches, owed
from yifa.law.fold import replay
from yifa.law.limits import LIMITS
from yifa.law.organs import Organs
from yifa.law.terms import Channel, NoticeKind, Outcome, ReviewOutcome, SettleMode, Stage, Track

SEEDS = range(300)
NOT_A_CLOCK = {"T07"}
"""An extension lengthens T06; it is no clock of its own."""


@pytest.fixture(scope="module")
def histories():
    dice = [Random(seed) for seed in SEEDS]
    return [history(tuple(one.getrandbits(32) for _ in range(one.randrange(25, LONGEST)))) for one in dice]


def test_the_histories_reach_every_act(histories):
    reached = Counter(type(act).__name__ for one in histories for act in one.acts)
    assert not set(ACTS) - set(reached)


def test_the_histories_reach_every_stage(histories):
    reached = {petition.stage for one in histories for _, _, petition in one.steps}
    reached |= {claim.stage for one in histories for _, _, petition in one.steps for claim in petition.claims.values()}
    reached.add(replay((), Organs()).stage)
    assert reached == set(Stage)


@pytest.mark.parametrize(("choice", "field"), [(Channel, "channel"), (Track, "track"), (NoticeKind, "kind"),
    (Outcome, "outcome"), (ReviewOutcome, "outcome"), (SettleMode, "mode")])  # fmt: skip
def test_the_histories_reach_every_choice_the_law_gives(histories, choice, field):
    reached = {getattr(act, field, None) for one in histories for act in one.acts}
    assert set(choice) <= reached


def test_the_histories_reach_every_clock_in_every_state(histories):
    found = [(clock, clock.state(day)) for one in histories for day in one.days for clock in clocks(one.petition, day)]
    assert {clock.limit.id for clock, _ in found} == set(LIMITS) - NOT_A_CLOCK
    assert {state for _, state in found} == set(State)
    assert {clock.due.provisional for clock, _ in found} == {True, False}


def test_the_histories_reach_what_is_owed_and_what_is_broken(histories):
    papers = {one.paper for each in histories for _, _, petition in each.steps for one in owed(petition, petition.last)}
    assert papers == {
        "D04",
        "D04-B",
        "D06",
        "D07",
        "D10",
        "D12",
        "D12-b",
        "D23",
        "D27",
        "D28",
        "D29",
        "D30",
        "D33",
        "D35",
        "D39",
        "D-FK",
        "D-JB",
        "D-LX",
        "D-ZG",
        "D-ZX",
    }
    broken = {one.basis.key for each in histories for one in breaches(each.petition, each.days[2])}
    assert broken >= {"22.1", "22.1(3)", "23.2", "23.3", "25.1", "32.2", "34", "35", "36.1", "39.3", "40.1"}
