"""The manual is fresh, and its examples run."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

from yifa.exchange.casefile import judge, read_case, report

ROOT = Path(__file__).parents[2]


def test_the_made_pages_are_fresh():
    checked = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, f"{checked.stdout}run `make docs`"


def test_the_case_file_of_the_manual_gives_the_report_of_the_manual():
    given, shown = (
        json.loads(block)
        for block in re.findall(
            r"```json\n(.*?)```", (ROOT / "docs" / "case-files.md").read_text(encoding="utf-8"), re.DOTALL
        )
    )
    on = date(2025, 9, 18)
    found = report(judge(read_case(given), on), on)
    assert found["stage"] == shown["stage"]
    assert found["claims"] == shown["claims"]
    clock = next(one for one in found["clocks"] if one["limit"] == "T06")
    assert {name: clock[name] for name in shown["clocks"][0]} == shown["clocks"][0]
    owed = next(one for one in found["owed"] if one["paper"] == "D28")
    assert {name: owed[name] for name in shown["owed"][0]} == shown["owed"][0]
    assert set(shown["permitted"]) <= set(found["permitted"])
