"""年度报告的撰写 — what the demonstration's office wrote into its two reports of 2025; the numbers write themselves."""

import tomllib
from datetime import date
from importlib.resources import files

from yifa.organs.models import Staff
from yifa.site.demo.organs import OFFICE
from yifa.yearbook.kinds import Kind
from yifa.yearbook.models import Narrative

YEAR, WRITER = 2025, "bangong"
WRITTEN = date(2026, 1, 12)


def enter(today: date) -> None:
    """Write what is not yet there; what somebody has written since stays."""
    if today < WRITTEN:
        return
    writer = Staff.objects.get(user__username=WRITER)
    text = files("yifa.site.demo").joinpath("reports.toml").read_text(encoding="utf-8")
    have = set(Narrative.objects.filter(organ=OFFICE, year=YEAR).values_list("kind", "slot"))
    for kind, slots in tomllib.loads(text).items():
        for slot, words in slots.items():
            if (kind, slot) not in have:
                Narrative.objects.create(
                    organ=OFFICE, kind=Kind(kind), year=YEAR, slot=slot, text=words.strip(), by=writer
                )
