"""年度报告 — one report of one office and year: its paragraphs, the figures printed in them, and what it still lacks."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

from yifa.organs.snapshot import snapshot
from yifa.papers.document import Kind as BlockKind
from yifa.papers.wording import VARIABLE, Wording, compose
from yifa.papers.words import day
from yifa.statistics import compute
from yifa.statistics.year import Span, Year
from yifa.yearbook import ledgers
from yifa.yearbook.byhand import UNSAID, Typed
from yifa.yearbook.figures import Figure, of_results, read
from yifa.yearbook.kinds import FORMS, Kind
from yifa.yearbook.marked import Ref, Runs, plain, runs
from yifa.yearbook.models import Narrative
from yifa.yearbook.vocabulary import BY_HAND, WRITTEN, Vocabulary, problems
from yifa.yearbook.wording import slots, wording_of


@dataclass(frozen=True, slots=True)
class Paragraph:
    """段落 — in pieces, of which some are numbers; of a table row, `label` is the left cell."""

    kind: BlockKind
    runs: Runs
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Report:
    """年度报告 — as it would be printed now, or as it was settled."""

    kind: Kind
    home: str
    office: str
    year: int
    on: date
    title: str
    paragraphs: tuple[Paragraph, ...]
    figures: Mapping[str, Figure]
    """Every figure printed, and the wholes they are split from, by name."""
    compared: str
    lacking: tuple[str, ...] = ()
    """What keeps it from being settled."""

    @cached_property
    def numbers(self) -> dict[str, int]:
        """引注号 — of every figure printed, in the order of appearance; split ones share that of the whole."""
        found: dict[str, int] = {}
        for one in self.refs():
            found.setdefault(self.whole(one), len(found) + 1)
        return found

    def refs(self) -> Iterator[Ref]:
        """Every number printed."""
        return (one for paragraph in self.paragraphs for one in paragraph.runs if isinstance(one, Ref))

    def whole(self, ref: Ref) -> str:
        """The figure that defines it."""
        return self.figures[ref.figure].whole or ref.figure

    @property
    def text(self) -> str:
        """Its words alone."""
        return "\n".join((self.title, *(f"{one.label}{plain(one.runs)}" for one in self.paragraphs)))

    @property
    def json(self) -> dict[str, Any]:
        """For other programs, and to be kept."""
        return {
            "kind": self.kind.value,
            "home": self.home,
            "office": self.office,
            "year": self.year,
            "on": self.on.isoformat(),
            "title": self.title,
            "compared": self.compared,
            "paragraphs": [
                {
                    "kind": one.kind.value,
                    "label": one.label,
                    "runs": [
                        {"figure": run.figure, "text": run.text} if isinstance(run, Ref) else run for run in one.runs
                    ],
                }
                for one in self.paragraphs
            ],
            "figures": {name: figure.json for name, figure in self.figures.items()},
            "lacking": list(self.lacking),
        }

    @property
    def kept(self) -> str:
        """The same, as it is kept and digested."""
        return json.dumps(self.json, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @property
    def digest(self) -> str:
        """SHA-256 of what is kept."""
        return sha256(self.kept.encode()).hexdigest()


def from_kept(content: str) -> Report:
    """A report as it was settled."""
    value = json.loads(content)
    paragraphs = (
        Paragraph(
            BlockKind(one["kind"]),
            tuple(run if isinstance(run, str) else Ref(run["figure"], run["text"]) for run in one["runs"]),
            one["label"],
        )
        for one in value["paragraphs"]
    )
    return Report(
        kind=Kind(value["kind"]),
        home=value["home"],
        office=value["office"],
        year=value["year"],
        on=date.fromisoformat(value["on"]),
        title=value["title"],
        paragraphs=tuple(paragraphs),
        figures={name: read(one) for name, one in value["figures"].items()},
        compared=value["compared"],
        lacking=tuple(value["lacking"]),
    )


def make(kind: Kind, home: str, year: int, on: date | None = None, wording: Wording | None = None) -> Report:
    """编制报告 — from the record and the ledgers as they stand, and what was written into it."""
    wording = wording or wording_of(kind, home)
    asked = Year(home, year, on)
    words, office = vocabulary(home, year, asked), snapshot().organs.name(home)
    typed, written = Typed(), narratives(kind, home, year)
    values = {name: words.value(name) for name in wording.variables}
    values |= {f"{WRITTEN}{slot}": words.put(typed.mark(text, slot)) for slot, text in written.items()}
    title, blocks = compose(wording, values, empty_rows=False)
    paragraphs = tuple(Paragraph(one.kind, runs(one.text), one.label) for one in blocks)
    known = words.figures | {one.name: one for one in typed.figures}
    printed = {run.figure for one in paragraphs for run in one.runs if isinstance(run, Ref)}
    used = printed | {known[name].whole for name in printed if known[name].whole}
    return Report(
        kind=kind,
        home=home,
        office=office,
        year=year,
        on=asked.on,
        title=plain(runs(title)),
        paragraphs=paragraphs,
        figures={name: one for name, one in known.items() if name in used},
        compared=_span(asked.last),
        lacking=tuple(_lacking(kind, wording, values, written, paragraphs, typed)),
    )


def vocabulary(home: str, year: int, asked: Year) -> Vocabulary:
    """变量取值 — of one office's year."""
    figures = [*of_results(compute(home, year, asked.on)), *ledgers.counts(home, year)]
    words = {
        "机关": snapshot().organs.name(home),
        "年度": str(year),
        "上年度": str(year - 1),
        "下年度": str(year + 1),
        "统计期间": _span(asked.this),
        "比较基期": _span(asked.last),
    }
    return Vocabulary(words, figures, ledgers.lists(home, year))


def narratives(kind: Kind, home: str, year: int) -> dict[str, str]:
    """撰写内容 — the last text of every place that is not empty."""
    held = Narrative.objects.filter(organ=home, kind=kind, year=year).order_by("id").values_list("slot", "text")
    return {slot: text for slot, text in dict(held).items() if text}


def _span(span: Span) -> str:
    return f"{day(span.since)}至{span.until.month}月{span.until.day}日"


def _lacking(
    kind: Kind,
    wording: Wording,
    values: Mapping[str, str],
    written: Mapping[str, str],
    paragraphs: tuple[Paragraph, ...],
    typed: Typed,
) -> Iterator[str]:
    """Required parts without a word, texts whose place is gone, variables and sources that are missing."""
    heads = [plain(one.runs) for one in paragraphs if one.kind is BlockKind.HEADING]
    for part in FORMS[kind].parts:
        if not any(part in head for head in heads):
            yield f"「{part}」部分还没有内容；{FORMS[kind].basis}要求报告包括这一部分"
    for name, value in values.items():
        if name.startswith(BY_HAND) and not value:
            yield f"{name}：本年度没有填报，写到它的一段没有印出"
    places = set(slots(wording))
    for slot, text in written.items():
        if slot not in places:
            yield f"「{slot}」写有内容，但模板里没有这个撰写处，没有印出"
        yield from (f"「{slot}」：{one}" for one in problems(VARIABLE.findall(text)))
    yield from (f"{one.term}：手填数字没有注明来源" for one in typed.figures if one.note == UNSAID)
