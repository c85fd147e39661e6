"""文字模板 — the wording of a paper: a title and paragraphs in which `{{…}}` stands for a field of the paper.

Nothing but replacement: a paragraph is left out when a field it names is empty, a heading when nothing under it is
left; headings are numbered as they are kept. So an office that changes its wording can change no rule.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from yifa.law.articles import numeral
from yifa.law.notices import PAPERS, Addressee, Field, Need, Paper, header
from yifa.papers.document import Block, Kind
from yifa.papers.words import practice

VARIABLE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
ON_THE_PAGE = frozenset({"organ.name", "sign"})
"""What the page itself says, above and below the text: who writes, who signs."""

MARKS = {"## ": Kind.HEADING, "### ": Kind.SUBHEADING, "! ": Kind.ATTACHED, "> ": Kind.SIGNED}


@dataclass(frozen=True, slots=True)
class Wording:
    """文字模板 — a paper's title and its paragraphs, fields not yet replaced."""

    title: str
    blocks: tuple[Block, ...]

    def __str__(self) -> str:
        """The wording as it is kept."""
        return "\n".join((f"# {self.title}", *map(_line, self.blocks)))

    @property
    def variables(self) -> tuple[str, ...]:
        """Every field it names, in order, once."""
        texts = (self.title, *(text for block in self.blocks for text in (block.label, block.text)))
        return tuple(dict.fromkeys(name for text in texts for name in VARIABLE.findall(text)))


def read(text: str, paper: Paper) -> Wording:
    """模板文字 — one paragraph a line, its kind by the mark at its beginning; `# ` the title, `| ` a row."""
    title, blocks = paper.term, []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("# "):
            title = line[2:]
        elif line.startswith("|"):
            label, _, value = line[1:].partition("|")
            blocks.append(Block(Kind.ROW, value.strip(), label.strip()))
        else:
            mark = next((mark for mark in MARKS if line.startswith(mark)), "")
            blocks.append(Block(MARKS.get(mark, Kind.TEXT), line[len(mark) :]))
    return Wording(title, tuple(blocks))


def _line(block: Block) -> str:
    if block.kind is Kind.ROW:
        return f"| {block.label} | {block.text}"
    return next((mark for mark, kind in MARKS.items() if kind is block.kind), "") + block.text


@cache
def standard(number: str) -> Wording:
    """标准文字 — ours; of a form that stays in the file, a row for each field."""
    paper, file = PAPERS[number], files("yifa.papers").joinpath("wording", f"{number}.txt")
    return read(file.read_text(encoding="utf-8"), paper) if file.is_file() else _form(paper)


def _form(paper: Paper) -> Wording:
    common = [field.term for field in header(paper) if field.need is not Need.OUTWARD]
    first = [term for term in common if term in {"事项编号", "诉求编号"}]
    terms = (*first, *(field.term for field in paper.fields), *(term for term in common if term not in first))
    return Wording(paper.term, tuple(Block(Kind.ROW, f"{{{{{term}}}}}", term) for term in dict.fromkeys(terms)))


def variables(number: str) -> dict[str, Field]:
    """可用变量 — the fields a template of this paper may name, by their terms."""
    paper = PAPERS[number]
    return {field.term: field for field in (*header(paper), *paper.fields)}


def problems(wording: Wording, number: str) -> Iterator[str]:
    """模板问题 — an unknown variable by its name; a field the paper must state that no paragraph states."""
    known = variables(number)
    for name in wording.variables:
        if name not in known:
            like = get_close_matches(name, known, n=1, cutoff=0.4)
            near = f"，是不是「{like[0]}」" if like else ""
            yield f"模板中的「{{{{{name}}}}}」不是{PAPERS[number].term}的变量{near}；可用变量：{'、'.join(known)}"
    said = {source for name in wording.variables if name in known for source in known[name].source} | ON_THE_PAGE
    if PAPERS[number].to not in {Addressee.PETITIONER, Addressee.FILE}:
        said.add("act.to")  # 主送机关
    for field in PAPERS[number].fields:
        stated = field.term in wording.variables or said.issuperset(field.source)
        if not stated and field.need not in {Need.IF_ANY, Need.SERVED}:
            yield f"模板没有写「{{{{{field.term}}}}}」；{PAPERS[number].term}应当载明这一项（{field.basis or practice(field.practice) or '文书规范'}）"


def compose(wording: Wording, values: Mapping[str, str], *, empty_rows: bool) -> tuple[str, tuple[Block, ...]]:
    """成文 — the title and the paragraphs with the fields in their places; a form keeps its `empty_rows`."""
    kept: list[Block] = []
    for block in wording.blocks:
        row = block.kind is Kind.ROW
        text = _put(block.text, values, keep=row and empty_rows)
        if text is None:
            continue
        if row:
            kept.append(Block(block.kind, text, block.label))
        else:
            kept += (Block(block.kind, _ended(line, block.kind)) for line in text.split("\n"))
    return _put(wording.title, values, keep=True) or "", tuple(_numbered(list(_without_empty(kept))))


def _put(text: str, values: Mapping[str, str], *, keep: bool = False) -> str | None:
    """A paragraph with its fields, or nothing where one of them is empty."""
    if not keep and any(not values.get(name) for name in VARIABLE.findall(text)):
        return None
    made = VARIABLE.sub(lambda found: values.get(found[1], ""), text)
    # A value that ends its own sentence needs no second full stop.
    return re.sub(r"([。；！？])[。；]", r"\1", made)


def _ended(text: str, kind: Kind) -> str:
    """A paragraph ends like a sentence, also where a value of the record does not."""
    whole = text.endswith(tuple("。；：！？…")) or (text.startswith("（") and text.endswith("）"))
    return text if whole or kind is not Kind.TEXT else f"{text}。"


def _without_empty(blocks: list[Block]) -> Iterator[Block]:
    heads = {Kind.HEADING: 0, Kind.SUBHEADING: 1}
    for place, block in enumerate(blocks):
        after = blocks[place + 1].kind if place + 1 < len(blocks) else Kind.HEADING
        if block.kind in heads and heads.get(after, 2) <= heads[block.kind]:
            continue
        yield block


def _numbered(blocks: list[Block]) -> Iterator[Block]:
    head = below = 0
    for block in blocks:
        match block.kind:
            case Kind.HEADING:
                head, below = head + 1, 0
                yield Block(block.kind, f"{numeral(head)}、{block.text}")
            case Kind.SUBHEADING:
                below += 1
                yield Block(block.kind, f"（{numeral(below)}）{block.text}")
            case _:
                yield block
