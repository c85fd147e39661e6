"""本机关模板 — an office words its papers itself: it takes the template as .docx, changes it, and hands it in again.

What counts in the file is its text and the style of each paragraph; how a paper looks is set by the standard and stays,
so that PDF and .docx always say the same.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from django.core.exceptions import ValidationError
from docx import Document as Word
from docx.table import Table

from yifa.law.notices import PAPERS
from yifa.organs.models import Role, Staff
from yifa.papers.document import Block, Document, Kind
from yifa.papers.kinds import format_of
from yifa.papers.models import OwnWording
from yifa.papers.word import docx
from yifa.papers.word_styles import Style
from yifa.papers.wording import Wording, problems, read, standard

MOST_BYTES = 5_000_000
MOST_UNPACKED = 30_000_000
MOST_TEXT = 50_000
"""Characters: more than any paper's wording."""

ROLES = frozenset({Role.HEAD, Role.OFFICE, Role.SCREENER})
"""Who may change how an organ words its papers."""

_BY_NAME = {kind.value: kind for kind in Kind}
_AROUND = frozenset({Style.ADDRESSEE, Style.ORGAN, Style.DATE, Style.MARK, Style.NUMBER, Style.UPWARD, Style.COPIES})
"""What the page says itself: not part of the wording."""

_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")


def wording_of(organ: str, paper: str) -> Wording:
    """现用模板 — the organ's own wording, else the standard one."""
    own = OwnWording.objects.filter(organ=organ, paper=paper).order_by("-id").first()
    return read(own.text, PAPERS[paper]) if own and own.text else standard(paper)


def template(organ: str, paper: str) -> bytes:
    """下载模板 — the wording in use as .docx, fields as `{{…}}`, to be changed and handed in."""
    wording = wording_of(organ, paper)
    return docx(
        Document(form=format_of(PAPERS[paper]), title=wording.title, blocks=wording.blocks, mark="（发文机关标志）")
    )


def adopt(content: bytes, *, staff: Staff, paper: str) -> OwnWording:
    """启用模板 — from a .docx, for this person's organ.

    Raises `ValidationError`, fit to show: a macro document, a broken or blown-up file, an unknown variable by its
    name, a field the paper must state and does not.
    """
    if ROLES.isdisjoint(staff.roles) or not staff.active:
        raise ValidationError(f"文书模板由{'、'.join(role for role in Role if role in ROLES)}修改")
    wording = from_docx(content, paper)
    if found := list(problems(wording, paper)):
        raise ValidationError(found)
    return OwnWording.objects.create(organ=staff.organ_id, paper=paper, text=str(wording), by=staff)


def restore(*, staff: Staff, paper: str) -> OwnWording:
    """恢复标准模板 — from now on; the organ's own stays on file."""
    return OwnWording.objects.create(organ=staff.organ_id, paper=paper, text="", by=staff)


def from_docx(content: bytes, paper: str) -> Wording:
    """The wording a .docx holds: the styles of its paragraphs tell title, headings and rows apart."""
    _refuse_unsafe(content)
    try:
        word = Word(BytesIO(content))
        parts = list(_parts(word.iter_inner_content()))
    except (SyntaxError, AttributeError, KeyError, ValueError, zipfile.BadZipFile, OSError) as error:
        raise ValidationError(
            f"文档已损坏，打不开（{type(error).__name__}）；请用文字处理软件打开后另存为 .docx"
        ) from None
    title = "".join(text for kind, text, _ in parts if kind == Style.TITLE) or PAPERS[paper].term
    blocks = tuple(Block(kind, text, label) for kind, text, label in parts if isinstance(kind, Kind))
    if sum(len(block.text) + len(block.label) for block in blocks) > MOST_TEXT:
        raise ValidationError(f"模板超过{MOST_TEXT}字；一份文书的文字不会这么多")
    if not blocks:
        raise ValidationError("模板里没有文字")
    return Wording(title, blocks)


def _parts(content: Iterator[object]) -> Iterator[tuple[Kind | Style, str, str]]:
    for one in content:
        if isinstance(one, Table):
            for row in one.rows:
                label, *values = (cell.text.strip() for cell in row.cells)
                yield Kind.ROW, " ".join(values).replace("\n", " "), label.replace("\n", "")
            continue
        style = getattr(getattr(one, "style", None), "name", "") or ""
        text = str(getattr(one, "text", "")).strip().replace("\n", " ")
        if not text or style in _AROUND:
            continue
        if style == Style.TITLE:
            yield Style.TITLE, text, ""
            continue
        kind = _BY_NAME.get(style, Kind.TEXT)
        yield kind, _NUMBERED.sub("", text) if kind in {Kind.HEADING, Kind.SUBHEADING} else text, ""


def _refuse_unsafe(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise ValidationError(
            f"文件有{len(content) // 1_000_000}MB，超过{MOST_BYTES // 1_000_000}MB；模板里只要文字，请删去图片"
        )
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise ValidationError("这是旧版 .doc 或者加了密码的文档；请去掉密码并另存为 .docx")
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            names = {one.filename: one.file_size for one in package.infolist()}
            types = package.read("[Content_Types].xml") if names.get("[Content_Types].xml", 0) < MOST_TEXT * 10 else b""
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, OSError, zipfile.LargeZipFile):
        raise ValidationError("文件已损坏，或者不是 .docx；请用文字处理软件打开后另存为 .docx") from None
    if any(name.lower().endswith("vbaproject.bin") for name in names) or b"macroEnabled" in types:
        raise ValidationError("这是含宏的文档，不能用作模板；请另存为不含宏的 .docx")
    if sum(names.values()) > MOST_UNPACKED:
        raise ValidationError("解开后的内容大得不正常，不打开；模板里只要文字")
    if "word/document.xml" not in names:
        raise ValidationError("压缩包里没有文档正文；请上传 .docx")
