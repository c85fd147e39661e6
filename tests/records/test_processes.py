"""Several processes on one office at once, and processes killed in the middle: on SQLite and on PostgreSQL."""

import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Self

import pytest

ROOT = Path(__file__).parents[2]
ROUNDS = 1000
CLICKS = 100
KILLS = 4
START = "import django; django.setup(); from tests.records.actor import main; main()"


class Process:
    """One process of the office; it is sent words and tells lines."""

    def __init__(self, office: dict[str, str], *task: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, *task],
            env=office,
            cwd=ROOT,
            text=True,
            encoding="utf-8",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._process:
            self._process.kill()

    def send(self, word: object) -> None:
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()

    def told(self) -> list:
        """The next line; fails if the process ended without one."""
        line = self._process.stdout.readline()
        assert line, f"ended with {self._process.wait()}"
        return json.loads(line)

    def rest(self) -> Iterator[list]:
        """Every whole line told before the end; a line cut off by a kill was not told."""
        for line in self._process.stdout:
            if line.endswith("\n"):
                yield json.loads(line)

    def kill(self) -> None:
        self._process.kill()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, office):
    """The environment of an office with a directory and one petition; what it stands on is the parameter."""
    if request.param == "postgresql":
        office["DATABASE_URL"] = request.getfixturevalue("postgres_url")
    return office | {"DJANGO_SETTINGS_MODULE": "yifa.site.settings", "PYTHONUTF8": "1"}


@pytest.fixture
def number(place):
    with Process(place, "prepare") as process:
        return process.told()[0]


def sound(place):
    """The length of every file, once nothing was found wrong."""
    with Process(place, "check") as process:
        found, lengths = process.told()
    assert found == []
    return lengths


def test_of_two_who_act_on_one_petition_one_wins_each_time_and_the_other_is_told(place, number):
    """A thousand times: both have seen the same acts, both act, one is told what the other did."""
    won = Counter()
    with Process(place, "duel", number, "甲") as one, Process(place, "duel", number, "乙") as other:
        both = {"甲": one, "乙": other}
        for seen in range(1, ROUNDS + 1):
            for process in both.values():
                process.send(seen)
            answers = {name: process.told() for name, process in both.items()}
            (winner,) = (name for name, answer in answers.items() if answer == ["won"])
            (loser,) = both.keys() - {winner}
            assert answers[loser] == ["lost", [winner]]
            won[winner] += 1
    assert sound(place) == {number: ROUNDS + 1}
    assert min(won.values()) > 0


def test_two_clicks_at_one_moment_do_it_once(place, number):
    """Both get the answer of the first: to a registration, and to a step that could not be done again."""
    with Process(place, "click", number) as one, Process(place, "click", number) as other:
        for seen in range(1, CLICKS + 1):
            for process in (one, other):
                process.send(seen)
            assert one.told() == other.told() == [f"旗信访局-2025-{seen + 1:06d}"]
    lengths = sound(place)
    assert lengths.pop(number) == CLICKS + 1
    assert list(lengths.values()) == [1] * CLICKS


def test_numbers_given_to_several_at_once_have_no_gap_and_no_double(place, number):
    with ExitStack() as stack:
        several = [stack.enter_context(Process(place, "register_many", str(ROUNDS // 2))) for _ in range(2)]
        for process in several:
            process.send("go")
        given = [answer[0] for process in several for answer in process.rest()]
    assert sorted(given) == [f"旗信访局-2025-{serial:06d}" for serial in range(2, ROUNDS + 2)]
    assert set(sound(place)) == {number, *given}


def test_nothing_acknowledged_is_lost_to_kill_9(place, number):
    """Two processes at work, both killed at a moment of no choosing, several times over."""
    chance = random.Random(place.get("DATABASE_URL", ""))
    acknowledged = {number: 1}
    for _ in range(KILLS):
        with Process(place, "work") as one, Process(place, "work") as other:
            acknowledged.update([one.told(), other.told()])
            time.sleep(chance.uniform(0.05, 0.5))
            for process in (one, other):
                process.kill()
            for process in (one, other):
                acknowledged.update(process.rest())
    lengths = sound(place)
    assert not {one: length for one, length in acknowledged.items() if lengths.get(one, 0) < length}
    assert sum(acknowledged.values()) > 10 * KILLS
