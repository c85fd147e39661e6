"""人口 — a seeded maker of lawful petitions, for every benchmark: acts, digests, numbers and projections, as `perform` leaves them.

    YIFA_HOME=folder python benchmarks/population.py --petitions 100000

fills the office that `YIFA_HOME` or `DATABASE_URL` names; it must be empty.  `yifa verify` passes on it.
The same seed makes the same petitions, however many processes make them.
"""

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from random import Random

from banners import Banner, banner, organs
from draft import worked
from histories import write

from yifa.law.acts import Act
from yifa.law.fold import replay, take
from yifa.law.organs import Organs
from yifa.law.permits import refusals

CHUNK = 1000
Series = Counter[tuple[str, int]]
"""The last number given, by home and year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """人口 — how many petitions, of how many banners, over which days."""

    petitions: int
    banners: int = 8
    seed: int = 2022
    judged_every: int = 50
    """Every so many-th petition is judged act by act, and so is the first of every shape."""
    since: date = date(2022, 5, 5)
    until: date = date(2026, 10, 31)

    def home(self, place: int) -> str:
        """Who registers: the first banner has half of all petitions; a town receives every twentieth itself."""
        one = self.banner_of(place)
        return one.town(place // 20 % 10) if place % 20 == 7 else one.office

    def banner_of(self, place: int) -> Banner:
        """The banner a petition belongs to."""
        others = self.banners - 1
        return banner(0 if not others or place // 10 % 2 == 0 else 1 + place // 20 % others)

    def day(self, place: int) -> date:
        """When it comes in: evenly over the years, on worked days, in the order of the numbers."""
        span = (self.until - self.since).days
        return worked(self.since + timedelta(days=place * span // self.petitions))

    def acts(self, place: int) -> tuple[str, list[Act]]:
        """Its history: the name of its kind, and its acts."""
        chance = Random(self.seed * 10_000_019 + place)
        return write(chance, self.day(place), self.banner_of(place), self.home(place), self.until)

    def organs(self) -> Organs:
        """The organs concerned."""
        return Organs(organs(self.banners))

    def chunks(self) -> Iterator[tuple[range, Series]]:
        """Places to be made in one go, and the numbers given before the first of them."""
        given: Series = Counter()
        for first in range(0, self.petitions, CHUNK):
            places = range(first, min(first + CHUNK, self.petitions))
            yield places, given.copy()
            given.update((self.home(place), self.day(place).year) for place in places)


class Judged:
    """Which shapes of history this process has judged already."""

    def __init__(self, every: int) -> None:
        self.every = every
        self.shapes: set[tuple[object, ...]] = set()
        self.petitions = 0

    def check(self, place: int, kind: str, acts: list[Act], known: Organs) -> None:
        """Judge a petition act by act if its shape is new or its turn has come; an unlawful one ends the run."""
        shape = (kind, *map(type, acts))
        if shape in self.shapes and place % self.every:
            return
        self.shapes.add(shape)
        self.petitions += 1
        petition = replay((), known)
        for number, act in enumerate(acts):
            for refusal in refusals(act, petition):
                raise AssertionError(f"petition {place} ({kind}), act {number} {act}: {refusal.reason}")
            take(petition, act)


def main() -> None:
    """Fill the office that the environment names."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--petitions", type=int, default=100_000)
    options.add_argument("--banners", type=int, default=8, help="the first has half of all petitions")
    options.add_argument("--seed", type=int, default=2022)
    options.add_argument("--judged-every", type=int, default=50, metavar="N", help="judge every N-th, act by act")
    options.add_argument("--processes", type=int, default=2)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.site.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from filling import fill

    started = time.perf_counter()
    asked_for = Population(
        petitions=asked.petitions, banners=asked.banners, seed=asked.seed, judged_every=asked.judged_every
    )
    made = fill(asked_for, asked.processes)
    took = time.perf_counter() - started
    if asked.json:
        print(json.dumps(asdict(made) | {"wall": took}))
        return
    print(
        f"{made.petitions} petitions, {made.acts} acts, {made.rows} rows, {made.judged} petitions judged\n"
        f"{took:.1f} s in all, {made.petitions / took:.0f} petitions/s; "
        f"{made.cpu:.1f} s CPU in {asked.processes} processes, {made.petitions / made.cpu:.0f} petitions/s and core"
    )


if __name__ == "__main__":
    main()
