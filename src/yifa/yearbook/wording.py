"""报告模板 — the structure and connecting words of a yearly report: ours, or the office's own.

As the papers' templates: `# ` title, `## ` and `### ` headings, `| ` rows, all else paragraphs; `{{…}}` a variable, and
`{{撰写：…}}` a place where somebody writes.  Kept with the papers' own wordings; the last one holds.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from django.core.exceptions import ValidationError

from yifa.law.notices import PAPERS
from yifa.organs.models import Role, Staff
from yifa.papers.document import Kind as BlockKind
from yifa.papers.models import OwnWording
from yifa.papers.own import MOST_TEXT
from yifa.papers.wording import VARIABLE, Wording, read
from yifa.yearbook import vocabulary
from yifa.yearbook.byhand import numbers
from yifa.yearbook.kinds import FORMS, Kind
from yifa.yearbook.vocabulary import WRITTEN

ROLES = frozenset({Role.OFFICE, Role.HEAD})
"""Who writes the reports and words their templates."""


def wording_of(kind: Kind, home: str) -> Wording:
    """现用模板 — the office's own, else the standard one."""
    own = latest(kind, home)
    return read(own.text, PAPERS[FORMS[kind].paper]) if own and own.text else standard(kind)


def latest(kind: Kind, home: str) -> OwnWording | None:
    """The office's last word on its template; of empty text, that the standard one is back."""
    return OwnWording.objects.filter(organ=home, paper=FORMS[kind].paper).order_by("-id").first()


@cache
def standard(kind: Kind) -> Wording:
    """标准模板."""
    paper = FORMS[kind].paper
    text = files("yifa.yearbook").joinpath("wording", f"{paper}.txt").read_text(encoding="utf-8")
    return read(text, PAPERS[paper])


def slots(wording: Wording) -> list[str]:
    """撰写处 — the places where somebody writes, in order."""
    return [name.removeprefix(WRITTEN) for name in wording.variables if name.startswith(WRITTEN)]


def problems(wording: Wording, kind: Kind) -> Iterator[str]:
    """模板问题 — unknown variables by name, numbers written by hand, required parts that have no heading."""
    yield from vocabulary.problems(wording.variables)
    for text in (wording.title, *(f"{block.label} {block.text}" for block in wording.blocks)):
        if typed := numbers(VARIABLE.sub("", text)):
            yield f"模板里手写了数字「{'、'.join(typed)}」；数字请用变量，别的单位提供的先登记为人工填报"
    heads = [block.text for block in wording.blocks if block.kind is BlockKind.HEADING]
    for part in FORMS[kind].parts:
        if not any(part in head for head in heads):
            yield f"没有写明「{part}」的一级标题；{FORMS[kind].basis}要求报告包括这一部分"


def adopt(text: str, *, staff: Staff, kind: Kind) -> OwnWording:
    """启用模板 — for this person's office.  Raises `ValidationError` with everything that is wrong."""
    if ROLES.isdisjoint(staff.roles) or not staff.active:
        raise ValidationError(f"报告模板由{'、'.join(role for role in Role if role in ROLES)}修改")
    if len(text) > MOST_TEXT:
        raise ValidationError(f"模板超过{MOST_TEXT}字")
    wording = read(text, PAPERS[FORMS[kind].paper])
    if found := list(problems(wording, kind)):
        raise ValidationError(found)
    return OwnWording.objects.create(organ=staff.organ_id, paper=FORMS[kind].paper, text=str(wording), by=staff)


def restore(*, staff: Staff, kind: Kind) -> OwnWording:
    """恢复标准模板 — the office's own stays on file."""
    return OwnWording.objects.create(organ=staff.organ_id, paper=FORMS[kind].paper, text="", by=staff)
