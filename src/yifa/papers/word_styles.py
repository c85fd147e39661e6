"""空白公文 — the page and the styles of a .docx, made once for each format; the text comes later (word.py).

A grid of lines with an exact line height, not of characters: LibreOffice draws the latter at half its density.
Characters are drawn together by a fifth of a point, so that 28 fill the line.
"""

import re
from enum import StrEnum
from functools import cache
from io import BytesIO
from math import floor
from zipfile import ZipFile

from docx import Document as Word
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from yifa.papers.document import Kind
from yifa.papers.layout import MM, PAGE, Face, Format

BODY, MARK_TEXT, MARK_SIZE = "<!--正文-->", "（发文机关标志）", "9999"
"""What stands in the blank where each paper writes its own."""

RED = "E60012"


class Style(StrEnum):
    """样式 — the styles that no paragraph of a wording has; the others are `Kind`."""

    TITLE = "公文标题"
    ADDRESSEE = "主送机关"
    ORGAN = "署名"
    DATE = "成文日期"
    MARK = "发文机关标志"
    NUMBER = "发文字号"
    UPWARD = "上行文字号"
    SIGNER = "签发人姓名"
    COPIES = "抄送机关"
    ANNEX = "附件"


@cache
def blank(form: Format) -> tuple[tuple[str, str], ...]:
    """The parts of an empty file by name."""
    word = Word()
    body = word.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    _page(word)
    _styles(word)
    word.settings.odd_and_even_pages_header_footer = True
    section = word.sections[0]
    _number(section.footer.paragraphs[0], right=True)
    _number(section.even_page_footer.paragraphs[0], right=False)
    if form is Format.LETTER:
        section.different_first_page_header_footer = True
        section.header_distance = Mm(PAGE.letter_mark)
        for empty in (section.header, section.even_page_header):
            _replace(empty.paragraphs[0], f"<w:pPr>{_line(1)}</w:pPr>")  # or it would push later pages down
        _letter(section.first_page_header.paragraphs[0], section.first_page_footer.paragraphs[0])
        _replace(section.first_page_footer.add_paragraph(), f"<w:pPr>{_line(1)}</w:pPr>")
    made = BytesIO()
    word.save(made)
    with ZipFile(made) as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if name.endswith((".xml", ".rels"))}
    document = parts["word/document.xml"]
    parts["word/document.xml"] = document.replace("<w:body>", f"<w:body>{BODY}", 1)
    return tuple((name, _without(text)) for name, text in parts.items() if not name.startswith(_UNUSED))


_UNUSED = ("word/stylesWithEffects", "word/numbering", "customXml", "docProps/thumbnail")
"""Parts of python-docx's empty file that say nothing here."""


def _without(text: str) -> str:
    """A part without its references to what is left out."""
    names = "|".join(name.rpartition("/")[2] for name in _UNUSED)
    return re.sub(rf'<(?:Relationship|Override)\b[^>]*(?:Target|PartName)="[^"]*(?:{names})[^"]*"[^>]*/>', "", text)


def _page(word: WordDocument) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(PAGE.width), Mm(PAGE.height)
    section.top_margin, section.bottom_margin = Mm(PAGE.top), Mm(PAGE.bottom)
    section.left_margin, section.right_margin = Mm(PAGE.left), Mm(PAGE.right)
    # The page number's line begins 7 mm under the type area.
    section.footer_distance = Mm(PAGE.bottom - PAGE.number_below) - Pt(PAGE.small)
    grid = section._sectPr.find(qn("w:docGrid"))  # noqa: SLF001 - as python-docx's own documentation does
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)  # noqa: SLF001
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(floor(PAGE.pitch * 20)))  # rounded up, 22 lines would not fit


_AIR = (PAGE.pitch - PAGE.body) / 2
"""What an exact line of 3号 type has above and below the type, in points."""

_INDENT = round(2 * PAGE.cell * 20)
_FIRST = f'<w:ind w:firstLine="{_INDENT}"/>'
_KEPT = "<w:keepNext/>"
_ASIDE = f'<w:ind w:left="{round(PAGE.cell * 20)}" w:right="{round(PAGE.cell * 20)}"/>'
_TO_RIGHT = f'<w:tabs><w:tab w:val="right" w:pos="{round((PAGE.type_width * MM - PAGE.cell) * 20)}"/></w:tabs>'


def _line(points: float) -> str:
    return f'<w:spacing w:line="{round(points * 20)}" w:lineRule="exact"/>'


def _styles(word: WordDocument) -> None:
    styles = word.styles.element
    for old in styles.findall(qn("w:style")):
        styles.remove(old)
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is not None:
        styles.remove(defaults)
    together = f'<w:spacing w:val="{floor((PAGE.cell - PAGE.body) * 20)}"/>'
    # No widows moved: pages are filled.
    plain = (
        '<w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{floor(PAGE.pitch * 20)}" w:lineRule="exact"/>'
    )
    styles.append(_style("Normal", "Normal", Face.FANGSONG, PAGE.body, plain, together, base=""))
    red, loose = f'<w:color w:val="{RED}"/>', '<w:spacing w:val="0"/>'
    mark = _line(PAGE.mark_size) + '<w:jc w:val="center"/>'
    upward = f'<w:pBdr>{_rule("bottom", "single", 12, PAGE.rule_gap * MM - _AIR)}</w:pBdr>{_TO_RIGHT}{_ASIDE}<w:jc w:val="left"/>'
    right, left = '<w:jc w:val="right"/>', '<w:jc w:val="left"/>'
    for name, face, size, layout, type_ in (
        (Kind.TEXT, Face.FANGSONG, PAGE.body, _FIRST + '<w:jc w:val="both"/>', ""),
        (Kind.HEADING, Face.HEI, PAGE.body, _KEPT + _FIRST, ""),
        (Kind.SUBHEADING, Face.KAI, PAGE.body, _KEPT + _FIRST, ""),
        (Kind.ATTACHED, Face.FANGSONG, PAGE.body, _FIRST, ""),
        (Kind.SIGNED, Face.FANGSONG, PAGE.body, left, ""),
        (Kind.ROW, Face.FANGSONG, PAGE.small, _line(PAGE.small * 1.5), loose),
        (Style.TITLE, Face.TITLE, PAGE.title, '<w:jc w:val="center"/>', loose),
        (Style.ADDRESSEE, Face.FANGSONG, PAGE.body, left, ""),
        (Style.ORGAN, Face.FANGSONG, PAGE.body, right, ""),
        (Style.DATE, Face.FANGSONG, PAGE.body, right, ""),
        (Style.NUMBER, Face.FANGSONG, PAGE.body, right, ""),
        (Style.UPWARD, Face.FANGSONG, PAGE.body, upward, ""),
        (Style.MARK, Face.TITLE, PAGE.mark_size, mark, red + loose),
        (Style.ANNEX, Face.HEI, PAGE.body, left, ""),
        (Style.COPIES, Face.FANGSONG, PAGE.small, _TO_RIGHT + _ASIDE + left, loose),
    ):
        styles.append(_style(name.name, name, face, size, layout, type_))
    signer = _fonts(Face.KAI)
    styles.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="character" w:customStyle="1" w:styleId="{Style.SIGNER.name}">'
            f'<w:name w:val="{Style.SIGNER}"/><w:rPr>{signer}</w:rPr></w:style>'
        )
    )


def _style(
    key: str, name: str, face: Face, size: float, layout: str, type_: str, *, base: str = "Normal"
) -> BaseOxmlElement:
    """One paragraph style; its parts in the order the format wants them."""
    half = round(size * 2)
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    which = 'w:customStyle="1"' if base else 'w:default="1"'
    language = "" if base else '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    found: BaseOxmlElement = parse_xml(
        f'<w:style {nsdecls("w")} w:type="paragraph" {which} w:styleId="{key}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{layout}</w:pPr><w:rPr>{_fonts(face)}{type_}"
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>{language}</w:rPr></w:style>'
    )
    return found


def _fonts(face: Face) -> str:
    """One face for Chinese and for digits alike."""
    return f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'


def _rule(side: str, kind: str, eighths: int, space: float = PAGE.rule_gap * MM) -> str:
    return f'<w:{side} w:val="{kind}" w:sz="{eighths}" w:space="{round(space)}" w:color="{RED}"/>'


def _number(paragraph: Paragraph, *, right: bool) -> None:
    """— 1 —: one character from the right on odd pages, from the left on even ones."""
    half = round(PAGE.small * 2)
    type_ = f'<w:rPr>{_fonts(Face.SONG)}<w:spacing w:val="0"/><w:sz w:val="{half}"/></w:rPr>'
    runs = "".join(
        f"<w:r>{type_}{inside}</w:r>"
        for inside in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve">PAGE</w:instrText>',
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    layout = _line(PAGE.small) + _ASIDE + f'<w:jc w:val="{"right" if right else "left"}"/>'
    _replace(paragraph, f"<w:pPr>{layout}</w:pPr>{runs}")


def _letter(head: Paragraph, foot: Paragraph) -> None:
    """The mark and the red double rules of a letter's first page, a little wider than the type area on both sides.

    Of a double rule the first word of its name is the line nearer to the text of its paragraph.
    """
    out = round((PAGE.letter_rule - PAGE.type_width) / 2 * MM * 20)
    wide = f'<w:ind w:left="-{out}" w:right="-{out}"/>'
    mark = f'<w:r><w:rPr><w:sz w:val="{MARK_SIZE}"/></w:rPr><w:t>{MARK_TEXT}</w:t></w:r>'
    above = f"<w:pBdr>{_rule('bottom', 'thickThinSmallGap', 24)}</w:pBdr>"
    below = f"<w:pBdr>{_rule('top', 'thickThinSmallGap', 24, 0)}</w:pBdr>"
    _replace(head, f'<w:pPr><w:pStyle w:val="{Style.MARK.name}"/>{above}{_line(PAGE.mark_size)}{wide}</w:pPr>{mark}')
    _replace(foot, f"<w:pPr>{_frame(PAGE.height - PAGE.letter_foot)}{below}{_line(1)}</w:pPr>")


def _frame(down: float) -> str:
    """As wide as a letter's rules, so far down the page; the text of the page takes no notice of it."""
    width, left, top = (round(one * MM * 20) for one in (PAGE.letter_rule, (PAGE.width - PAGE.letter_rule) / 2, down))
    at = f'w:hAnchor="page" w:x="{left}" w:vAnchor="page" w:y="{top}"'
    return f'<w:framePr w:w="{width}" w:wrap="through" {at}/>'


def _replace(paragraph: Paragraph, content: str) -> None:
    element = paragraph._element  # noqa: SLF001 - as python-docx's own documentation does
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(f"<w:p {nsdecls('w')}>{content}</w:p>")):
        element.append(child)
