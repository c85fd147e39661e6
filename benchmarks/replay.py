"""回放 — how fast recorded acts become petitions: decoding and folding, per core; `--full` for a million petitions."""

import argparse
import gc
import json
import os
from collections.abc import Iterator
from multiprocessing import get_context

from population import CHUNK, Population
from timing import peak_memory, spent

from yifa.law.fold import replay

Recorded = list[tuple[str, str, int]]


def main() -> None:
    """Measure in two processes, each with its own half; print the rates of one core as JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--petitions", type=int, default=100_000)
    options.add_argument("--full", action="store_true", help="1,000,000 petitions")
    options.add_argument("--processes", type=int, default=2)
    asked = options.parse_args()
    population = Population(petitions=1_000_000 if asked.full else asked.petitions)
    share = population.petitions // asked.processes
    halves = [(population, range(start * share, (start + 1) * share)) for start in range(asked.processes)]
    with get_context("spawn").Pool(asked.processes) as pool:
        measured = pool.starmap(measure, halves)
    total = {name: sum(one[name] for one in measured) for name in measured[0]}
    petitions = total["petitions"]
    print(
        json.dumps(
            {
                "petitions": petitions,
                "acts": total["acts"],
                "decode and fold, petitions/s and core": petitions / total["both"],
                "fold alone, petitions/s and core": petitions / total["fold"],
                "json.loads of the same acts, petitions/s and core": petitions / total["json"],
                "peak memory of a process, MiB": max(one["memory"] for one in measured),
            }
        )
    )


def measure(population: Population, places: range) -> dict[str, float]:
    """The CPU seconds a share of the population takes; what makes it is not counted."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.site.settings")
    from yifa.records import codec

    organs = population.organs()
    total = {"petitions": len(places), "acts": 0, "both": 0.0, "fold": 0.0, "json": 0.0}
    for recorded in _recorded(population, places):
        total["acts"] += sum(map(len, recorded))
        with spent() as plain:
            for one in recorded:
                for _, content, _ in one:
                    json.loads(content)
        with spent() as both:
            for one in recorded:
                replay(codec.decode_all(one), organs)
        decoded = [codec.decode_all(one) for one in recorded]
        with spent() as fold:
            for acts in decoded:
                replay(acts, organs)
        total["json"] += plain.cpu
        total["both"] += both.cpu
        total["fold"] += fold.cpu
    return total | {"memory": peak_memory()}


def _recorded(population: Population, places: range) -> Iterator[list[Recorded]]:
    """Recorded acts, some petitions at a time, as they would come from the database."""
    from yifa.records import codec

    for first in range(places.start, places.stop, CHUNK):
        chunk = range(first, min(first + CHUNK, places.stop))
        made = (population.acts(place)[1] for place in chunk)
        yield [[(type(act).__name__, codec.encode(act), codec.VERSION) for act in acts] for acts in made]
        gc.collect()


if __name__ == "__main__":
    main()
