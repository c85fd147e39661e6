"""The report on paper: every reference leads to its definition; the command writes what the page shows."""

import json
import re
import zipfile
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from yifa.papers.document import Block, Document
from yifa.papers.document import Kind as BlockKind
from yifa.papers.layout import Format
from yifa.papers.pdf import pdf
from yifa.site.cli import main
from yifa.yearbook.kinds import Kind
from yifa.yearbook.printing import FORMATS, document
from yifa.yearbook.report import make

ON = date(2026, 2, 10)
both = pytest.mark.parametrize("kind", list(Kind))


@both
def test_every_reference_of_the_docx_leads_to_its_definition(kind, files, ledgers, written):
    report = make(kind, "office", 2025, ON)
    body = zipfile.ZipFile(BytesIO(FORMATS["docx"](report))).read("word/document.xml").decode()
    places = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(n\d+)"/>', body)
    assert places == [f"n{number}" for number in report.numbers.values()]
    assert set(re.findall(r'<w:hyperlink w:anchor="(n\d+)">', body)) == set(places)
    assert "\ue000" not in body
    assert "\ufff9" not in body
    assert ("[人工填报" in body) == (kind is Kind.RULE_OF_LAW)


@both
def test_the_pdf_has_its_references_and_its_annex(kind, files, ledgers, written):
    report = make(kind, "office", 2025, ON)
    pages = PdfReader(BytesIO(FORMATS["pdf"](report))).pages
    links = [one for page in pages for one in page.get("/Annots", ())]
    assert len(links) >= len(report.numbers)
    text = "".join(page.extract_text() for page in pages)
    assert "指标口径" in text
    assert f"[{len(report.numbers)}]" in text


@pytest.mark.parametrize("lines", range(14, 20))
def test_what_is_attached_never_stands_on_a_page_without_text(lines):
    blocks = (*[Block(BlockKind.TEXT, "一行正文。")] * lines, Block(BlockKind.ATTACHED, "附件：指标口径"))
    made = Document(form=Format.PLAIN, title="报告", blocks=blocks, organ="示范旗信访局", date="2026年2月10日")
    pages = [one.extract_text() for one in PdfReader(BytesIO(pdf(made).content)).pages]
    assert "一行正文" in next(one for one in pages if "附件" in one)


def test_the_command_writes_the_report(files, ledgers, written, tmp_path, capsys):
    for form in FORMATS:
        assert main(["report", "rule-of-law", "--year", "2025", "--home", "office", "-o", f"{tmp_path}/a.{form}"]) == 0
        assert (tmp_path / f"a.{form}").stat().st_size > 1000
    capsys.readouterr()
    assert main(["report", "annual", "--year", "2025", "--home", "office", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["figures"]["receipts"]["n"] == 4
    assert main(["report", "annual", "--year", "2025", "--home", "office"]) == 0
    assert capsys.readouterr().out.startswith("# 示范旗信访局2025年度信访情况报告")


@pytest.mark.parametrize("year", ["0", "2021", "3024"])
def test_a_year_without_a_record_is_refused(year, capsys):
    assert main(["report", "annual", "--year", year]) == 2
    assert "--year" in capsys.readouterr().err


@both
def test_a_long_title_breaks_after_the_year(kind, files, ledgers, written):
    made = document(make(kind, "office", 2025, ON))
    assert made.title.split("\n")[0].endswith("年度" if kind is Kind.RULE_OF_LAW else "报告")


@pytest.mark.parametrize("path", ["a.xls", "/nowhere/a.md"])
def test_a_file_that_cannot_be_written_is_an_error_that_says_so(path, files, capsys):
    assert main(["report", "annual", "--year", "2025", "--home", "office", "-o", path]) == 2
    assert path in capsys.readouterr().err
