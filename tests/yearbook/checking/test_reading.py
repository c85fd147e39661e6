"""Files of every kind, the broken ones too: their text, or an error that says what to do; never the memory of the machine."""

import io
import tracemalloc
import zipfile

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter
from typst import compile as to_pdf

from yifa.exchange import InputError
from yifa.yearbook.checking import check
from yifa.yearbook.checking.reading import read, unwrapped

TEXT = "全县信访总量90件次。从信访形式看，来访40件次；来信20件次；网上信访30件次。"


def read_bytes(content, name="报告.txt"):
    return read(io.BytesIO(content), name, len(content))


def docx(fill=lambda document: document.add_paragraph(TEXT)):
    document, file = Document(), io.BytesIO()
    fill(document)
    document.save(file)
    return file.getvalue()


def package(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return file.getvalue()


def pdf(*, pages=1, key=""):
    writer, file = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if key:
        writer.encrypt(key)
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_text_in_the_encodings_offices_use(encoding):
    assert read_bytes(TEXT.encode(encoding)) == TEXT


def test_a_docx_with_a_table_and_a_line_break():
    def fill(document):
        document.add_paragraph("标题").add_run("\n第二行\t完")
        table = document.add_table(rows=0, cols=2)
        for row in (("单位", "收到来信(件)"), ("甲局", "3"), ("乙局", "4"), ("合计", "8")):
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words

    text = read_bytes(docx(fill), "报告.docx")
    assert text.splitlines() == ["标题", "第二行 完", "单位 | 收到来信(件)", "甲局 | 3", "乙局 | 4", "合计 | 8"]
    assert [(one.stated, one.computed) for one in check(text).claims] == [("8", "7")]


def test_a_docx_is_known_by_what_it_is():
    assert read_bytes(docx(), "报告") == TEXT


def test_a_pdf_with_its_lines_run_together():
    paragraph = "全县认真做好信访工作，" * 12 + TEXT
    made = to_pdf(f"{paragraph}\n\n一、下一段".encode(), font_paths=[])
    text = read_bytes(made, "报告.pdf")
    assert text.splitlines() == [paragraph, "一、下一段"]
    assert ("sum", True) in {(one.kind.value, one.ok) for one in check(text).claims}


def test_lines_are_run_together_only_where_they_are_full():
    assert (
        unwrapped("这一行写满了一整行的字没有完\n接着写完了。\n（一）标题\n短行\n另一行")
        == "这一行写满了一整行的字没有完接着写完了。\n（一）标题\n短行\n另一行"
    )


BROKEN = {
    "a docx cut off": (docx()[:3000], "报告.docx", "已损坏"),
    "a docx that is none": (b"hello world", "报告.docx", "已损坏"),
    "a part that is no XML": (package(word__document_xml="<w:document"), "报告.docx", "已损坏"),
    "a package of something else": (package(a_xml="x"), "报告.zip", "没有文档正文"),
    "a macro": (package(word__document_xml="<a/>", word__vbaProject_bin="x"), "报告.docx", "宏"),
    "a document named for its macros": (docx(), "报告.docm", "宏"),
    "an entity": (package(word__document_xml='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "报告.docx", "声明"),
    "the old format": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "报告.doc", "旧版"),
    "no text": (b" \n ", "报告.txt", "没有文字"),
    "no encoding": (bytes(range(256)) * 4, "报告.txt", "编码"),
    "a scanned PDF": (pdf(), "报告.pdf", "扫描件"),
    "a locked PDF": (pdf(key="x"), "报告.pdf", "密码"),
    "a PDF cut off": (pdf()[:120], "报告.pdf", "已损坏"),
    "a PDF of many pages": (pdf(pages=501), "报告.pdf", "501页"),
    "a long text": (("信访" * 200_000).encode(), "报告.txt", "超过"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_cannot_be_read_is_told(case):
    content, name, words = BROKEN[case]
    with pytest.raises(InputError, match=words):
        read_bytes(content, name)


def test_a_file_of_200_megabytes_is_not_even_opened():
    with pytest.raises(InputError, match="200 MB"):
        read(io.BytesIO(), "报告.docx", 200_000_000)


def test_a_bomb_is_not_unpacked():
    bomb = package(word__document_xml=b"<w:p>" * 30_000_000)
    tracemalloc.start()
    with pytest.raises(InputError, match="不正常"):
        read_bytes(bomb, "报告.docx")
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_a_page_of_endless_drawing_orders_is_not_read():
    writer = PdfWriter(PdfReader(io.BytesIO(pdf())))
    from pypdf.generic import DecodedStreamObject, NameObject

    stream = DecodedStreamObject()
    stream.set_data(b"BT (x) Tj ET " * 300_000)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    file = io.BytesIO()
    writer.write(file)
    with pytest.raises(InputError, match="已损坏"):
        read_bytes(file.getvalue(), "报告.pdf")
