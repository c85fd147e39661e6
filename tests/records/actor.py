"""An office's process of its own, for tests that need several: what it did it prints, line by line.

`python -c "…; main()" TASK …` with the environment of an office, once Django is set up.
"""

import json
import sys
from collections.abc import Callable

from django.core.management import call_command
from django.db import connection

from tests.records.histories import BANNER, HANDLED, done
from tests.spec.cases import register
from yifa.law import acts
from yifa.law.organs import PETITIONER
from yifa.organs.directory import load
from yifa.records.models import PetitionRecord
from yifa.records.perform import ChangedMeanwhileError, perform
from yifa.records.rebuild import rebuild, verify


def tell(*said: object) -> None:
    """One line to whoever watches."""
    sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def prepare() -> None:
    """An office with its directory of organs, and one petition."""
    call_command("migrate", verbosity=0)
    load(BANNER, by="安装")
    tell(perform(act=register()).number)


def duel(number: str, name: str) -> None:
    """At each word, act on the petition as it was last seen; tell who won."""
    for seen in map(int, sys.stdin):
        act = done(acts.Supplement, "2025-08-05", PETITIONER, text=name)
        try:
            perform(act=act, number=number, expected=seen)
        except ChangedMeanwhileError as changed:
            tell("lost", [one.text for one in changed.since])
        else:
            tell("won")


def click(number: str) -> None:
    """At each word, a registration and a step under keys that others use as well."""
    for key in map(str.strip, sys.stdin):
        opened = perform(act=register(), key=f"registration {key}")
        step = done(acts.Supplement, "2025-08-05", PETITIONER, text=key)
        perform(act=step, number=number, key=f"step {key}", expected=int(key))
        tell(opened.number)


def register_many(times: str) -> None:
    """One registration after the other."""
    sys.stdin.readline()
    for _ in range(int(times)):
        tell(perform(act=register()).number)


def work() -> None:
    """Petition after petition, until killed; every act that was acknowledged is told."""
    while True:
        number = ""
        for act in HANDLED:
            record = perform(act=act, number=number)
            number = record.number
            tell(number, record.length)


def check() -> None:
    """What `verify` and `rebuild` find, and how long every file is."""
    found = [f"{one.number} {one.what}" for one in [*verify(), *rebuild()]]
    tell(found, dict(PetitionRecord.objects.values_list("number", "length")))


TASKS: dict[str, Callable[..., None]] = {
    one.__name__: one for one in (prepare, duel, click, register_many, work, check)
}


def main() -> None:
    """The task named."""
    TASKS[sys.argv[1]](*sys.argv[2:])
    connection.close()
