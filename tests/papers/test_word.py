"""The .docx: the standard's typefaces by name, opened by LibreOffice with as many pages as our PDF has."""

import shutil
import subprocess
import xml.etree.ElementTree as ET
from io import BytesIO

import pytest
from docx import Document as Word
from pypdf import PdfReader

from tests.papers.cases import everything, whole
from tests.papers.test_layout import paper
from yifa.papers.addressees import addressed
from yifa.papers.document import Block, Document, Kind, note
from yifa.papers.fill import fill
from yifa.papers.kinds import format_of
from yifa.papers.layout import Format
from yifa.papers.pdf import pdf
from yifa.papers.word import docx
from yifa.papers.wording import compose, standard

pytestmark = pytest.mark.usefixtures("home")
OFFICE = shutil.which("soffice")


def each_paper() -> dict[str, Document]:
    """One of every kind, as filled from a history."""
    made = {}
    for one in everything():
        number, form = one.paper.number, format_of(one.paper)
        if number in made:
            continue
        title, blocks = compose(standard(number), fill(whole(one)).values, empty_rows=form is Format.FORM)
        made[number] = paper(form, title=title, blocks=blocks, addressee=addressed(one))
    return made


def of_every_length() -> dict[str, Document]:
    """Around the end of a page, where one line more or less turns it."""
    made = {}
    for length in range(14, 21):
        made[f"one paragraph {length}"] = paper(lines=length)
        made[f"report {length - 5}"] = paper(Format.REPORT, lines=length - 5)
        short = tuple(Block(Kind.TEXT, "文" * 54) for _ in range(length // 2)) + (Block(Kind.TEXT, "文。"),) * (
            length % 2
        )
        made[f"short ones {length}"] = paper(blocks=short)
    return made


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.usefixtures("banner")
def test_libreoffice_lays_out_as_many_pages_as_the_pdf_has(tmp_path):
    documents = each_paper() | of_every_length()
    for name, document in documents.items():
        (tmp_path / f"{name}.docx").write_bytes(docx(document))
    files = sorted(map(str, tmp_path.glob("*.docx")))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(convert, check=True, capture_output=True, timeout=300)
    ours = {name: pdf(document).pages for name, document in documents.items()}
    theirs = {name: len(PdfReader(tmp_path / f"{name}.pdf").pages) for name in documents}
    assert not {name: (ours[name], theirs[name]) for name in ours if ours[name] != theirs[name]}


def test_the_standards_typefaces_stand_in_it_by_name():
    word = Word(BytesIO(docx(paper())))
    faces = {style.name: style.element.rPr.rFonts.get(style.element.rPr.rFonts.nsmap["w"].join("{}") + "eastAsia") for style in word.styles if style.element.rPr is not None}  # fmt: skip
    assert faces["公文正文"] == "仿宋_GB2312"
    assert faces["公文标题"] == "方正小标宋简体"
    assert faces["一级标题"] == "黑体"
    assert faces["二级标题"] == "楷体_GB2312"
    assert word.styles["公文正文"].base_style.font.size.pt == 16
    assert word.styles["公文标题"].font.size.pt == 22


def test_every_part_is_well_formed_and_says_what_was_given():
    odd = "<&>\x07“引”\t末"
    blocks = (Block(Kind.TEXT, odd + note("注1")), Block(Kind.ROW, odd, odd, anchor="1"))
    made = docx(paper(title=odd, blocks=blocks, mark=odd, organ=odd, copies=odd))
    word = Word(BytesIO(made))
    for part in word.part.package.iter_parts():
        if part.partname.endswith(".xml"):
            ET.fromstring(part.blob)
    assert "<&>“引”" in word.paragraphs[1].text


def test_the_same_document_makes_the_same_bytes():
    assert docx(paper()) == docx(paper())
