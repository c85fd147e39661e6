"""全部测量 — `make bench`: every measurement in a process of its own, each figure beside its yardstick; about two minutes."""

import argparse
import json
import os
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from offices import disk, office, run

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
AIMS = {"yifa due 2025-08-04 T06": "< 250 ms"}

Row = tuple[str, str, str, str]
"""What was measured, the figure, its yardstick, and the aim."""


def main() -> None:
    """Measure, and print one table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--petitions", type=int, default=20_000, help="how many the population maker fills in")
    asked = options.parse_args()
    print(f"{os.cpu_count()} cores; CPU time unless it says wall\n")
    head: Row = ("what", "measured", "yardstick", "aim")
    rows = [head]
    for measured in (starting(), replaying(), acting("sqlite"), acting("postgresql")):
        rows += measured
    rows += papers()
    for database in NAMES:
        rows += filling(database, asked.petitions)
    widths = [max(_width(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        cells = (text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())


def starting() -> Iterator[Row]:
    """Commands from start to end."""
    found = _json("start.py")
    nothing = found.pop("python -c pass")
    for name, (cpu, wall) in found.items():
        yardstick = f"python -c pass {nothing[0] * 1000:.0f} ms"
        yield name, f"{cpu * 1000:.0f} ms (wall {wall * 1000:.0f})", yardstick, AIMS.get(name, "")


def replaying() -> Iterator[Row]:
    """Recorded acts to petitions."""
    found = _json("replay.py")
    size = f"{found['petitions']:,} petitions, {found['acts']:,} acts"
    plain = f"json.loads alone {found['json.loads of the same acts, petitions/s and core']:,.0f}/s"
    both, fold = (found[f"{what}, petitions/s and core"] for what in ("decode and fold", "fold alone"))
    yield f"replay, {size}: decode and fold", f"{both:,.0f} petitions/s and core", plain, "≥ 10,000"
    yield "replay: fold alone", f"{fold:,.0f} petitions/s and core", "", ""
    yield "replay: most memory", f"{found['peak memory of a process, MiB']:.0f} MiB", "", ""


def acting(database: str) -> Iterator[Row]:
    """Acts through the door, beside the same rows in bulk and beside a bare insert."""
    with tempfile.TemporaryDirectory(prefix="yifa-benchmark-") as folder:
        kept = str(Path(folder, "rows"))
        with office(database) as environment:
            found = _json("acts.py", "--keep", kept, environment=environment)
        with office(database) as environment:
            bulk = _json("acts.py", "--plain", kept, environment=environment)
    ways = ("a bare Django insert, committed", "plain bulk SQL")
    bare, plain = (_per_second((found | bulk)[way]) for way in ways)
    door = f"{_per_second(found['perform'])} acts/s and core (wall {1 / found['perform']['wall']:,.0f})"
    yield f"perform on {NAMES[database]}, {found['acts']:,} acts", door, f"{ways[0]} {bare}/s", "≥ 300"
    yield "  the same rows", f"{plain} acts/s and core", ways[1], ""


def papers() -> Iterator[Row]:
    """Written notices as files, and signed."""
    with office("sqlite") as environment:
        found = _json("papers.py", environment=environment)
    many = f"{found['notices']:,} notices, {found['pages']:,} pages"
    for way, told, aim in (
        ("PDF", f"{many}: as PDF", "≥ 17"),
        ("docx", "  as docx", ""),
        ("signed", "  filled, numbered, both files made and kept", ""),
    ):
        filled = f"filled from the record {1 / found['filled']['cpu']:,.0f}/s" if way == "PDF" else ""
        yield told, f"{1 / found[way]['cpu']:,.0f}/s and core (wall {1 / found[way]['wall']:,.0f})", filled, aim


def filling(database: str, petitions: int) -> Iterator[Row]:
    """The population maker, indexes included."""
    with office(database) as environment:
        told = run("population.py", "--petitions", str(petitions), "--json", environment=environment)
        size = disk(environment) / petitions / 10
    found = json.loads(told)
    rate = f"{found['petitions'] / found['cpu']:,.0f} petitions/s and core (wall {found['petitions'] / found['wall']:,.0f})"
    yield f"population on {NAMES[database]}, {petitions:,}", rate, f"{found['rows']:,} rows", "minutes for a million"
    yield "  on disk, per 100,000 petitions", f"{size:,.0f} MB", "", "≤ 250 MB"


def _json(script: str, *arguments: str, environment: dict[str, str] | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(script, *arguments, environment=environment or dict(os.environ)))
    return found


def _per_second(one: dict[str, float]) -> str:
    """How many a core does: the database server's work counted in."""
    return f"{1 / (one['cpu'] + one['server']):,.0f}"


def _width(text: str) -> int:
    """Columns on the screen: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


if __name__ == "__main__":
    main()
