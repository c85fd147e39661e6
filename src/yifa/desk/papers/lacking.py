"""缺项 — what keeps a paper from being signed, and where it is supplied: written here, or put on record by an act."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from yifa.law.acts import ACTS
from yifa.law.notices import Field
from yifa.papers.fill import Missing
from yifa.papers.prepare import Prepared
from yifa.papers.source_names import root_of
from yifa.papers.wording import variables

Way = tuple[str, str]
"""What to do, and the link there."""


@dataclass(frozen=True, slots=True)
class Lack:
    """一处缺项 — and the ways to supply it; none where nothing here can."""

    missing: Missing
    ways: tuple[Way, ...]


def lacks(prepared: Prepared) -> list[Lack]:
    """Each with its remedies."""
    known = variables(prepared.matter.paper.number)
    return [Lack(one, tuple(dict.fromkeys(_ways(one, known[one.term], prepared)))) for one in prepared.filled.missing]


def _ways(missing: Missing, field: Field, prepared: Prepared) -> Iterator[Way]:
    if missing.supply:
        yield "在下面填写", f"#id_field-{missing.term}"
    for source in field.source:
        if way := _way(*root_of(source), prepared):
            yield way


def _way(root: str, rest: str, prepared: Prepared) -> Way | None:
    """The act that would supply a source."""
    file, claim = prepared.record.number, prepared.matter.claims[0] if prepared.matter.claims else ""
    if root in ACTS:
        return f"办理「{ACTS[root].term}」", _act(file, root, claim=claim)
    match root:
        case "act":
            return "更正这项行为", _act(file, "Correct", target=str(prepared.matter.place))
        case "path" | "claim":
            return "给诉求分类、选定途径", _act(file, "Classify", claim=claim)
        case "served":
            return "登记送达", _act(file, "Serve", paper=rest, claim=claim)
        case "paper":
            return "先签发此前的文书", reverse("petition-papers", args=[file])
        case _:
            return None


def _act(file: str, kind: str, **asked: str) -> str:
    return f"{reverse('act', args=[file, kind])}?{urlencode({name: value for name, value in asked.items() if value})}"
