"""报告核对 — recall and precision of the check of reports against a key made by hand; texts and key stay outside the project.

    python benchmarks/checking.py FOLDER/arithmetic-key.json

The texts lie beside the key, each named by its `doc` (`r03_….txt`); a text named otherwise belongs to the one `doc` that has no other.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from timing import spent

from yifa.yearbook.checking import Checked, Claim, Kind, check

KINDS = {"yoy": "change", "yoy_feasible": "feasible"}
ARITHMETIC = {Kind.SUM, Kind.SHARE, Kind.RATE, Kind.CHANGE, Kind.FEASIBLE, Kind.MEAN}
Entry = dict[str, str | bool]


@dataclass(slots=True)
class Score:
    """得分 — what was found of one text."""

    found: int = 0
    missed: list[Entry] = field(default_factory=list)
    wrong: list[Claim] = field(default_factory=list)
    """Flagged, and not in the key as failing."""
    told: int = 0
    seconds: float = 0.0
    characters: int = 0
    failing: tuple[int, int] = (0, 0)
    """Identities that do not hold: found, and in the key."""


def main(key: Path) -> None:
    """Print each text's misses and false alarms, then the three figures."""
    entries: list[Entry] = json.loads(key.read_text(encoding="utf-8"))
    scores = []
    for doc, path in sorted(_texts(entries, key.parent).items()):
        score, checked = _score([one for one in entries if one["doc"] == doc], path)
        scores.append(score)
        for entry in score.missed:
            print(f"{doc} missed  {entry['kind']} {entry['desc']}: {entry['stated']} / {entry['computed']}")
        for claim in score.wrong:
            print(f"{doc} flagged {claim.kind} {claim.stated} / {claim.computed}: {_quoted(checked, claim)}")
    found, missed = sum(one.found for one in scores), sum(len(one.missed) for one in scores)
    right, failing = (sum(one.failing[place] for one in scores) for place in (0, 1))
    told, wrong = sum(one.told for one in scores), sum(len(one.wrong) for one in scores)
    print(f"identities found         {found}/{found + missed} = {_share(found, found + missed)}")
    print(f"  that do not hold       {right}/{failing} = {_share(right, failing)}")
    print(f"flagged, and in the key  {told - wrong}/{told} = {_share(told - wrong, told)}")
    characters, seconds = sum(one.characters for one in scores), sum(one.seconds for one in scores)
    print(f"CPU seconds per 10,000 characters: {10_000 * seconds / characters:.2f}")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def _texts(entries: list[Entry], folder: Path) -> dict[str, Path]:
    """Every text of the folder by its `doc`."""
    paths = sorted(folder.glob("*.txt"))
    docs = {str(one["doc"]) for one in entries}
    named = {path.name.partition("_")[0]: path for path in paths if "_" in path.name}
    rest = [path for path in paths if path not in named.values()]
    return named | dict(zip(sorted(docs - named.keys()), rest, strict=False))


def _score(entries: list[Entry], path: Path) -> tuple[Score, Checked]:
    """An identity is found where a claim of its kind states the same and is judged the same; each claim counts once."""
    text = path.read_text(encoding="utf-8")
    with spent() as took:
        checked = check(text)
    score = Score(seconds=took.cpu, characters=len(text))
    left = [one for one in checked.claims if one.kind in ARITHMETIC]
    score.told = sum(not one.ok for one in left)
    for entry in entries:
        claim = next(_alike(entry, left), None)
        if claim is None:
            score.missed.append(entry)
        else:
            left.remove(claim)
            score.found += 1
    failing = sum(not one["ok"] for one in entries)
    score.failing = (failing - sum(not one["ok"] for one in score.missed), failing)
    score.wrong = [one for one in left if not one.ok]
    return score, checked


def _alike(entry: Entry, claims: list[Claim]) -> Iterator[Claim]:
    """Claims that say what an entry says, those that computed the same first."""
    kind = KINDS.get(str(entry["kind"]), entry["kind"])
    same = [one for one in claims if (one.kind, one.stated, one.ok) == (kind, entry["stated"], entry["ok"])]
    yield from sorted(same, key=lambda one: one.computed != entry["computed"])


def _quoted(checked: Checked, claim: Claim) -> str:
    return " ".join(checked.text[claim.start : claim.end].split())[:60]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
