"""Invented petitions are lawful, and the record that holds them proves sound, on both databases."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
ASK = """
import json
import django
django.setup()
from yifa.records.models import ActRecord, ClaimRow, PetitionRecord
from yifa.records.rebuild import rebuild, verify
print(json.dumps({
    "wrong": [str(one) for one in (*verify(), *rebuild())],
    "digests": list(PetitionRecord.objects.order_by("number").values_list("digest", flat=True)),
    "lengths": list(PetitionRecord.objects.values_list("length", flat=True)),
    "tracks": sorted(set(ClaimRow.objects.values_list("track", flat=True))),
    "kinds": ActRecord.objects.values("kind").distinct().count(),
    "years": sorted({day.year for day in PetitionRecord.objects.values_list("received", flat=True)}),
}))
"""


def ask(office):
    """What a record holds, and what is wrong with it."""
    env = office | {"DJANGO_SETTINGS_MODULE": "yifa.site.settings"}
    return json.loads(subprocess.run([sys.executable, "-c", ASK], env=env, check=True, capture_output=True).stdout)


def fill(office, *options):
    """Run the maker as a benchmark does; every petition is judged."""
    command = [sys.executable, BENCHMARKS / "population.py", "--petitions", "300", "--judged-every", "1", *options]
    told = subprocess.run([*command, "--json"], env=office, check=True, capture_output=True, text=True).stdout
    return json.loads(told)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_what_it_makes_is_lawful_and_proves_sound(database, office, request):
    if database == "postgresql":
        office["DATABASE_URL"] = request.getfixturevalue("postgres_url")
    made, found = fill(office), ask(office)
    assert (made["petitions"], made["judged"]) == (300, 300)
    assert found["wrong"] == []
    assert sum(found["lengths"]) == made["acts"]
    # Every track, most acts, several years, and about seven acts each.
    assert {"A", "B", "C1", "C2", "C3", "C4", "C5", "C6"} <= set(found["tracks"])
    assert found["years"] == [2022, 2023, 2024, 2025, 2026]
    assert found["kinds"] >= 30
    assert 6 <= made["acts"] / 300 <= 8


def test_one_seed_makes_the_same_petitions_in_one_process_or_two(office, tmp_path):
    def digest(name, *options):
        here = office | {"YIFA_HOME": str(tmp_path / name)}
        fill(here, *options)
        return hashlib.sha256("".join(ask(here)["digests"]).encode()).hexdigest()

    one = digest("one", "--processes", "1")
    assert one == digest("two", "--processes", "2")
    assert one != digest("other", "--seed", "7")
