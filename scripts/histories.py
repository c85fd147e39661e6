"""Look at many permitted histories, each with every property of tests/properties: `make histories`, long, outside CI.

Prints what fails with the numbers of its history, and how often each act was accepted; 1 if a property failed or an
act was accepted fewer than fifty times.  `python -m scripts.histories --count 20000 --seed 2026`.
"""

import argparse
import sys
import traceback
from collections import Counter
from multiprocessing import get_context
from random import Random

from tests.properties import test_histories
from tests.properties.histories import LONGEST, history
from yifa.law.acts import ACTS

LEAST = 50
PROPERTIES = {
    name: check.hypothesis.inner_test
    for name, check in vars(test_histories).items()
    if name.startswith("test_") and hasattr(check, "hypothesis")
}


def look(seed: int) -> tuple[list[str], Counter[str]]:
    """One history: what is wrong with it, and the acts it holds."""
    dice = Random(seed)  # noqa: S311 - chance, not secrecy
    numbers = tuple(dice.getrandbits(32) for _ in range(dice.randrange(25, LONGEST)))
    found = history(numbers)
    wrong = []
    for name, check in PROPERTIES.items():
        try:
            check(found)
        except Exception:  # noqa: BLE001 - whatever it is, the history is told
            told = traceback.format_exc().strip().splitlines()[-1][:300]
            wrong.append(f"{name}: {told}\n  history{numbers}")
    return wrong, Counter(type(act).__name__ for act in found.acts)


def main() -> int:
    """Look at them in two processes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=2026)
    asked = options.parse_args()
    accepted: Counter[str] = Counter()
    failures = 0
    with get_context("fork").Pool(2) as pool:
        seeds = (asked.seed * 10**9 + number for number in range(asked.count))
        for wrong, acts in pool.imap_unordered(look, seeds, chunksize=20):
            accepted.update(acts)
            failures += len(wrong)
            for one in wrong:
                print(one, flush=True)
    print(f"{asked.count} histories of seed {asked.seed}, {len(PROPERTIES)} properties, {failures} failures")
    for name in ACTS:
        print(f"{accepted[name]:8} {name}")
    rare = [name for name in ACTS if accepted[name] < LEAST]
    if rare:
        print(f"accepted fewer than {LEAST} times: {', '.join(rare)}")
    return 1 if failures or rare else 0


if __name__ == "__main__":
    sys.exit(main())
