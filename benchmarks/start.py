"""启动 — what a command costs from start to end, beside the interpreter doing nothing."""

import json
import sys
import tempfile
from pathlib import Path

from banners import organs
from population import Population
from timing import of_command

TIMES = 15
YIFA = str(Path(sys.executable).with_name("yifa"))
PERIODS = ("15,日", "5,工作日", "60,日", "60+30,日", "6,月", "1,年", "T01,", "T06,")


def main() -> None:
    """Print CPU and wall seconds of each command as JSON."""
    with tempfile.TemporaryDirectory(prefix="yifa-benchmark-") as folder:
        batch, case = Path(folder, "days.csv"), Path(folder, "case.json")
        batch.write_text(_days(1000), encoding="utf-8")
        case.write_text(_case(), encoding="utf-8")
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "yifa due 2025-08-04 T06": [YIFA, "due", "2025-08-04", "T06"],
            "yifa due --batch, 1,000 rows": [YIFA, "due", "--batch", str(batch), "--json"],
            "yifa case, 8 acts": [YIFA, "case", str(case), "--on", "2026-06-01", "--json"],
        }
        found = {name: of_command(command, TIMES) for name, command in commands.items()}
    print(json.dumps({name: [one.cpu, one.wall] for name, one in found.items()}))


def _days(rows: int) -> str:
    """Periods of every kind from days all over the years."""
    lines = [f"{2022 + row % 4}-{1 + row % 12:02d}-{1 + row % 28:02d},{PERIODS[row % 8]}" for row in range(rows)]
    return "\n".join(["day0,period,unit", *lines])


def _case() -> str:
    """A petition of eight acts, with the organs of its banner."""
    from yifa.records import codec

    population = Population(petitions=100_000, banners=1)
    acts = next(found for place in range(1000) if len(found := population.acts(place)[1]) == 8)
    named = [{"act": type(act).__name__, **json.loads(codec.encode(act))} for act in acts]
    known = [json.loads(codec.encode(organ)) for organ in organs(1)]  # type: ignore[arg-type]
    return json.dumps({"organs": known, "acts": named}, ensure_ascii=False)


if __name__ == "__main__":
    main()
