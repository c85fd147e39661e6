"""A banner in the database, and petitions put there through the one door."""

from collections.abc import Callable, Iterable

import pytest

from tests.records.histories import BANNER
from yifa.law.acts import Act
from yifa.organs.directory import load
from yifa.records.models import PetitionRecord
from yifa.records.perform import perform

Through = Callable[[Iterable[Act]], PetitionRecord]


@pytest.fixture
def banner(db):
    load(BANNER, by="安装")


@pytest.fixture
def through(banner) -> Through:
    """A petition with these acts, each done through `perform`."""

    def through(acts: Iterable[Act]) -> PetitionRecord:
        record = PetitionRecord()
        for act in acts:
            record = perform(act=act, number=record.number)
        return record

    return through
