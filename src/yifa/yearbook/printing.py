"""报告文本 — a report as .docx, .pdf, .md or .json; each number refers to the annex 指标口径 with its definition and rows."""

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from yifa.papers.document import Block, Document, note
from yifa.papers.document import Kind as BlockKind
from yifa.papers.layout import MM, PAGE, Format
from yifa.papers.pdf import pdf
from yifa.papers.word import docx
from yifa.papers.words import day
from yifa.yearbook.byhand import TYPED
from yifa.yearbook.figures import Figure, Origin
from yifa.yearbook.marked import Ref, Runs, plain
from yifa.yearbook.report import Report

ANNEX = "指标口径"
ROWS = "/desk/reports/rows/"
"""The address under which the desk lists the rows of every figure; a test holds it against the desk's own."""
_LEVELS = {BlockKind.HEADING: "## ", BlockKind.SUBHEADING: "### ", BlockKind.ROW: "- "}


def document(report: Report) -> Document:
    """公文 — as the setters of papers take it."""
    blocks = (Block(one.kind, _with_notes(report, one.runs, note), one.label) for one in report.paragraphs)
    return Document(
        form=Format.PLAIN,
        title=_broken(report),
        blocks=(*blocks, Block(BlockKind.ATTACHED, f"附件：{ANNEX}")),
        organ=report.office,
        date=day(report.on),
        annex_title=ANNEX,
        annex=tuple(_annex(report)),
    )


def _broken(report: Report) -> str:
    """标题 — one too long for a line breaks at its sense, after the year."""
    width = sum(0.5 if one.isascii() else 1 for one in report.title) * PAGE.title
    return report.title.replace("年度", "年度\n", 1) if width > PAGE.type_width * MM else report.title


def markdown(report: Report) -> str:
    """Markdown, each number with a footnote."""
    lines = [f"# {report.title}"]
    for one in report.paragraphs:
        text = _with_notes(report, one.runs, lambda mark: f"[^{''.join(filter(str.isdecimal, mark))}]")
        label = f"{one.label}：" if one.label else ""
        lines.append(f"{_LEVELS.get(one.kind, '')}{label}{text}")
    lines += [f"{report.office}　{day(report.on)}", f"## 附件：{ANNEX}", preface(report) + _where(report)]
    lines += [
        f"[^{number}]: {report.figures[name].term}：{' '.join(_listed(report, report.figures[name]))}"
        for name, number in report.numbers.items()
    ]
    return "\n\n".join(lines) + "\n"


def told(report: Report) -> dict[str, Any]:
    """For other programs: every figure with its definition, and where its rows are."""
    value = report.json
    for name, figure in value["figures"].items():
        figure["rows"] = rows_at(report, name)
    return value


FORMATS: dict[str, Callable[[Report], bytes]] = {
    "docx": lambda report: docx(document(report)),
    "pdf": lambda report: pdf(document(report)).content,
    "md": lambda report: markdown(report).encode(),
    "json": lambda report: (json.dumps(told(report), ensure_ascii=False, indent=1) + "\n").encode(),
}
"""By the ending of the file."""


def preface(report: Report) -> str:
    """What holds for every number of the annex."""
    return (
        f"各数字截至{day(report.on)}在案的记录。同比以{report.compared}的同口径数字为基数；比率四舍五入，保留两位小数，"
        "括注分子、分母。标明人工填报的，不由本系统的案卷算出，来源在该项注明。"
    )


def defined(figure: Figure) -> Iterator[str]:
    """口径 — the numbers of a figure and its definition."""
    if figure.origin is Origin.BY_HAND:
        yield f"{Origin.BY_HAND}：{figure.value}{figure.unit}。{figure.note.removeprefix(f'{Origin.BY_HAND}：')}。"
        return
    if figure.d is not None or figure.before_n is not None:
        yield _numbers(figure)
    note = f"：{figure.note}" if figure.note and figure.origin is Origin.INDICATOR else ""
    if figure.origin is Origin.INDICATOR:
        yield f"口径第{figure.version}版{note}。{f'依据{figure.basis}。' if figure.basis else ''}"
    else:
        yield f"{figure.note}。"


def rows_at(report: Report, name: str) -> str:
    """明细地址 — where at the desk the rows behind a figure are listed; a number somebody typed has none."""
    return "" if name.startswith(TYPED) else f"{ROWS}{report.year}/{quote(name)}/"


def _numbers(figure: Figure) -> str:
    said = f"{figure.value or '无'}{figure.unit if figure.value else ''}"
    before = f"{figure.before or '无'}{figure.unit if figure.before else ''}"
    if figure.d is not None:
        said, before = f"{said}（{figure.fraction}）", f"{before}（{figure.before_fraction}）"
    return f"{said}；上年同期{before}{f'，{figure.change}' if figure.change else ''}。"


def _listed(report: Report, figure: Figure) -> list[str]:
    """口径 as the annex has it: at the end the name under which its rows are found."""
    *lines, last = defined(figure)
    return [*lines, f"{last}〔{figure.name}〕" if rows_at(report, figure.name) else last]


def _where(report: Report) -> str:
    return f"〔〕内是明细的名称：在工作台 {ROWS}{report.year}/名称/ 可以看到该数字所依据的每一行。"


def _annex(report: Report) -> Iterator[Block]:
    yield Block(BlockKind.TEXT, preface(report) + _where(report))
    for name, number in report.numbers.items():
        figure = report.figures[name]
        yield Block(BlockKind.ROW, "\n".join(_listed(report, figure)), f"[{number}] {figure.term}", str(number))


def noted(report: Report, runs: Runs) -> Iterator[tuple[str | Ref, int | None]]:
    """Every piece, and the reference after it: after the last of the numbers in a row that one definition covers."""
    wholes = [report.whole(one) if isinstance(one, Ref) else "" for one in runs]
    for place, one in enumerate(runs):
        last = wholes[place] != next(filter(None, wholes[place + 1 :]), "")
        yield one, report.numbers[wholes[place]] if wholes[place] and last else None


def _with_notes(report: Report, runs: Runs, put: Callable[[str], str]) -> str:
    """A text with its references; one to a number filled in by hand says so."""
    text = ""
    for one, number in noted(report, runs):
        text += one.text if isinstance(one, Ref) else one
        if isinstance(one, Ref) and number:
            by_hand = report.figures[report.whole(one)].origin is Origin.BY_HAND
            text += put(f"{Origin.BY_HAND if by_hand else ''}{number}")
    return text


def text(report: Report) -> str:
    """The words alone, as the check of reports reads them."""
    lines = [report.title]
    lines += [f"{one.label}：{plain(one.runs)}" if one.label else plain(one.runs) for one in report.paragraphs]
    return "\n".join([*lines, report.office, day(report.on)])
