"""对照 — replay and `perform` of this build beside another one, runs alternating: `against.py FOLDER`, its environment made.

Each run is a process of its own in its own folder, with its own code and population; the figures are CPU seconds.
Printed are the medians of both and their ratio, with the least and the most of the pairs.
"""

import argparse
import json
import os
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent.parent
MEASURED = {
    "replay.py": (("--petitions", "20000"), "decode and fold, petitions/s and core"),
    "acts.py": (("--petitions", "300"), "perform"),
}


def main() -> None:
    """Run both, this one and the other in turn, and print the ratios: above 1 this build is dearer."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, help="a checkout of the build before, set up")
    options.add_argument("--pairs", type=int, default=5)
    asked = options.parse_args()
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for number in range(asked.pairs):
        for script in MEASURED:
            order = (asked.folder, HERE) if number % 2 else (HERE, asked.folder)
            cost = {folder: cost_of(folder, script) for folder in order}
            found[script].append((cost[HERE], cost[asked.folder]))
    for script, pairs in found.items():
        ratios = sorted(ours / before for ours, before in pairs)
        ours, before = (median(one) for one in zip(*pairs, strict=True))
        what = MEASURED[script][1]
        print(
            f"{script} {what}: {ours * 1e6:.1f} µs, before {before * 1e6:.1f} µs CPU;"
            f" ratio {median(ratios):.3f} ({ratios[0]:.3f} to {ratios[-1]:.3f}), {len(ratios)} pairs"
        )


def cost_of(folder: Path, script: str) -> float:
    """CPU seconds of one petition replayed, or of one act done on SQLite."""
    asked, name = MEASURED[script]
    with tempfile.TemporaryDirectory() as home:
        env = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "PYTHONPATH"}}
        done = subprocess.run(
            [folder.absolute() / ".venv/bin/python", folder / "benchmarks" / script, *asked],
            env=env | {"YIFA_HOME": home},
            check=True,
            capture_output=True,
            text=True,
        )
    found = json.loads(done.stdout.splitlines()[-1])
    return float(found[name]["cpu"]) if script == "acts.py" else 1 / float(found[name])


if __name__ == "__main__":
    main()
