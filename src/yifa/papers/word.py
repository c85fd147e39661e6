"""可编辑文书 — a paper as .docx with the standard's typefaces by name, so that the office's licensed ones are used.

The same measures as the PDF. The page and the styles come from `word_styles`, made once; here each paper's text is
written as paragraphs of those styles.
"""

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby, pairwise
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from yifa.papers.document import NOTE, Block, Document, Kind, anchor_of
from yifa.papers.layout import MM, PAGE, Format
from yifa.papers.word_styles import BODY, MARK_SIZE, MARK_TEXT, Style, blank

_LABEL = 9.5 * PAGE.small
_ROW_WIDTHS = (_LABEL, PAGE.type_width * MM - _LABEL)
_INSET = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in zip(("top", "left", "bottom", "right"), (70, 100) * 2, strict=True)
)
_NEXT = "<w:keepNext/>"
_AT_FOOT = f'<w:framePr w:w="{round(PAGE.type_width * MM * 20)}" w:wrap="notBeside" w:hAnchor="margin" w:vAnchor="margin" w:yAlign="bottom"/>'
"""At the foot of the type area; LibreOffice frames no more than one paragraph with its rules."""

_SHORT = 5 * PAGE.characters
"""A last paragraph goes to the next page with the signature; a long one would leave too much of a page empty."""


def docx(document: Document) -> bytes:
    """制成可编辑文书 — the same document makes the same bytes."""
    body = "".join(_body(document))
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in blank(document.form):
            text = content
            if name.startswith("word/") and (MARK_TEXT in text or BODY in text):
                text = (
                    text.replace(BODY, body)
                    .replace(MARK_TEXT, _safe(document.mark))
                    .replace(MARK_SIZE, str(int(2 * _mark_size(document.mark))))
                )
            package.writestr(ZipInfo(name), text.encode())
    return made.getvalue()


def _mark_size(mark: str) -> float:
    """A long name takes smaller type, never a second line."""
    return min(PAGE.mark_size, PAGE.type_width * MM / max(1, len(mark)) - 0.1)


def _body(document: Document) -> Iterator[str]:
    yield from _head(document)
    headed = document.form in {Format.LETTER, Format.REPORT}
    # Two lines under the head; the title's own line holds some air already.
    below = f'<w:spacing w:before="{_twips(2 * PAGE.pitch - (PAGE.pitch - PAGE.body))}"/>' if headed else ""
    yield _paragraph(Style.TITLE, document.title, layout=below)
    yield _paragraph(Kind.TEXT)
    if document.addressee:
        yield _paragraph(Style.ADDRESSEE, f"{document.addressee}：")
    yield from _blocks(document.blocks)
    if document.date and document.form is not Format.FORM:
        yield from _signature(document)
    if document.copies or (document.form is Format.REPORT and not document.annex):
        yield from _imprint(document)
    if document.annex:
        yield _paragraph(Style.ANNEX, "附件", layout="<w:pageBreakBefore/>")
        yield _paragraph(Kind.TEXT)
        yield _paragraph(Style.TITLE, document.annex_title)
        yield _paragraph(Kind.TEXT)
        yield from _blocks(document.annex)


def _head(document: Document) -> Iterator[str]:
    if document.form is Format.LETTER:
        yield _paragraph(Style.NUMBER, document.number)
    elif document.form is Format.REPORT:
        above = f'<w:spacing w:before="{_twips(PAGE.report_mark * MM)}"/>'
        mark = f'<w:r><w:rPr><w:sz w:val="{MARK_SIZE}"/></w:rPr><w:t>{MARK_TEXT}</w:t></w:r>'
        yield f'<w:p><w:pPr><w:pStyle w:val="{Style.MARK.name}"/>{above}</w:pPr>{mark}</w:p>'
        signer = f'<w:r><w:rPr><w:rStyle w:val="{Style.SIGNER.name}"/></w:rPr><w:t>{_safe(document.signer)}</w:t></w:r>'
        below = f'<w:spacing w:before="{_twips(2 * PAGE.pitch - (PAGE.pitch - PAGE.body) / 2)}"/>'
        yield _paragraph(Style.UPWARD, f"{document.number}\t签发人：", layout=below, after=signer)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Rows in a run make one table; a blank line stands before the names of what is attached."""
    attached = next((place for place, one in enumerate(blocks) if one.kind is Kind.ATTACHED), 0)
    before = blocks[attached - 1] if attached else None
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        if kind is Kind.ROW:
            yield _table(list(run))
            continue
        if kind is Kind.ATTACHED:
            yield _paragraph(Kind.TEXT, layout=_NEXT)
        for block in run:
            # With the signature, or with what is attached and the signature.
            kept = (block is blocks[-1] or block is before) and len(block.text) < _SHORT
            yield _paragraph(kind, block.text, layout=_NEXT if kept else "")


def _table(rows: list[Block]) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    widths = [_twips(width) for width in _ROW_WIDTHS]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(
        f"<w:tr>{_cell(row.label, widths[0], row.anchor)}{_cell(row.text, widths[1])}</w:tr>" for row in rows
    )
    layout = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{_INSET}</w:tblCellMar>'
    return f"<w:tbl><w:tblPr>{layout}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def _cell(text: str, width: int, anchor: str = "") -> str:
    place = f'<w:bookmarkStart w:id="{anchor}" w:name="n{anchor}"/><w:bookmarkEnd w:id="{anchor}"/>' if anchor else ""
    lines = "".join(_paragraph(Kind.ROW, line, after=place) for line in text.split("\n"))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{lines}</w:tc>'


def _signature(document: Document) -> Iterator[str]:
    """The date four characters from the right; the name centred over it, as wide as both are."""
    yield from (_paragraph(Kind.TEXT, layout=_NEXT), _paragraph(Kind.TEXT, layout=_NEXT))
    gap = PAGE.date_from_right * PAGE.cell
    if document.organ:
        aside = max(0.0, gap + (_width(document.date) - _width(document.organ)) / 2)
        yield _paragraph(Style.ORGAN, document.organ, layout=f'{_NEXT}<w:ind w:right="{_twips(aside)}"/>')
    yield _paragraph(Style.DATE, document.date, layout=f'<w:ind w:right="{_twips(gap)}"/>')


def _imprint(document: Document) -> Iterator[str]:
    """版记 — at the foot of the last page, with copies under the signature; ruled, with who issues it and when, on reports only."""
    copies = f"抄送：{document.copies}。"
    if document.form is not Format.REPORT:
        yield _paragraph(Style.COPIES, copies)
        return
    issued = f"{document.organ}\t{document.date}印发"
    if document.copies:
        yield _paragraph(Style.COPIES, copies, layout=_rules(top=8, bottom=6))
        yield _paragraph(Style.COPIES, issued, layout=_rules(bottom=8))
    else:
        yield _paragraph(Style.COPIES, issued, layout=_AT_FOOT + _rules(top=8, bottom=8))


def _rules(*, top: int = 0, bottom: int) -> str:
    """In eighths of a point."""
    drawn = (("top", top), ("bottom", bottom))
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="1" w:color="000000"/>' for side, width in drawn if width
    )
    return f"<w:pBdr>{rules}</w:pBdr>"


def _paragraph(style: Kind | Style, text: str = "", *, layout: str = "", after: str = "") -> str:
    # Every second piece is a reference.
    runs = "".join(_note(piece) if place % 2 else _run(piece) for place, piece in enumerate(NOTE.split(text)))
    return f'<w:p><w:pPr><w:pStyle w:val="{style.name}"/>{layout}</w:pPr>{runs}{after}</w:p>'


def _run(text: str) -> str:
    lines = (
        "<w:tab/>".join(f'<w:t xml:space="preserve">{_safe(part)}</w:t>' for part in line.split("\t"))
        for line in text.split("\n")
    )
    return f"<w:r>{'<w:br/>'.join(lines)}</w:r>" if text else ""


def _note(mark: str) -> str:
    raised = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>[{_safe(mark)}]</w:t></w:r>'
    return f'<w:hyperlink w:anchor="n{anchor_of(mark)}">{raised}</w:hyperlink>'


def _safe(text: str) -> str:
    """Fit for XML: what cannot stand there at all is left out."""
    return escape("".join(one for one in text if one >= " " or one in "\t\n"))


def _width(text: str) -> float:
    """About how wide a text is set: digits are half as wide as characters, and a quarter stands between the two."""
    changes = sum(one.isascii() is not after.isascii() for one, after in pairwise(text))
    return PAGE.cell * (sum(0.5 if one.isascii() else 1 for one in text) + changes / 4)


def _twips(points: float) -> int:
    return round(points * 20)
