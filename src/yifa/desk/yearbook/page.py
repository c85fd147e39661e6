"""What the pages of reports show: paragraphs whose numbers open their rows, the definitions behind them, the steps still owed."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone

from yifa.desk.papers.files import as_file
from yifa.yearbook.byhand import TYPED
from yifa.yearbook.figures import Figure, Origin
from yifa.yearbook.kinds import FIRST_YEAR, Kind
from yifa.yearbook.printing import FORMATS, defined, noted
from yifa.yearbook.report import Paragraph, Report


@dataclass(frozen=True, slots=True)
class Piece:
    """文字或数字 — of a number: where its rows are, what it is, and the reference that follows it."""

    text: str
    address: str = ""
    about: str = ""
    number: int | None = None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """段落 — as the page prints it."""

    kind: str
    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """口径 — one line of the annex."""

    number: int
    figure: Figure
    lines: tuple[str, ...]
    address: str


def kind_of(word: str, year: int | None = None) -> Kind:
    """The report an address names; none of another kind, nor of a year without a record."""
    if word not in set(Kind) or (year is not None and not FIRST_YEAR <= year <= timezone.localdate().year):
        raise Http404
    return Kind(word)


def rows_address(figure: Figure, year: int) -> str:
    """Where the rows of a figure are listed; behind a number somebody typed there are none."""
    return "" if figure.name.startswith(TYPED) else reverse("report-rows", args=[year, figure.name])


def paragraphs(report: Report) -> list[Shown]:
    """The body of a report."""
    return [Shown(one.kind.value, one.label, tuple(_pieces(report, one))) for one in report.paragraphs]


def _pieces(report: Report, paragraph: Paragraph) -> Iterator[Piece]:
    for run, number in noted(report, paragraph.runs):
        if isinstance(run, str):
            yield Piece(run)
            continue
        figure = report.figures[run.figure]
        about = "　".join(filter(None, (figure.term, figure.fraction, figure.origin, figure.note)))
        address = rows_address(figure, report.year) or f"#n{report.numbers[report.whole(run)]}"
        yield Piece(run.text, address, about, number, figure.origin is Origin.BY_HAND)


def definitions(report: Report) -> list[Definition]:
    """指标口径, as the annex of the paper has it."""
    return [
        Definition(
            number,
            report.figures[name],
            tuple(defined(report.figures[name])),
            rows_address(report.figures[name], report.year),
        )
        for name, number in report.numbers.items()
    ]


def download(report: Report, form: str) -> HttpResponse:
    """A report as a file."""
    if form not in FORMATS:
        raise Http404
    return as_file(FORMATS[form](report), form, report.title)
