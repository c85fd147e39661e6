"""The histories that other tests here stand on."""

import pytest

from tests.records.histories import HISTORIES, lawful
from yifa.law.acts import ACTS


@pytest.mark.parametrize("history", HISTORIES)
def test_every_act_is_permitted_where_it_stands(history):
    lawful(history)


def test_every_act_is_reached():
    assert {type(act).__name__ for acts in HISTORIES.values() for act in acts} == set(ACTS)
