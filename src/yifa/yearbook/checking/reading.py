"""读取文稿 — the text of a .txt, .md, .docx or .pdf; what cannot be read is refused with a reason and what to do instead."""

import logging
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO
from xml.etree import ElementTree as ET

from yifa.exchange import InputError

if TYPE_CHECKING:
    from pypdf import PageObject

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is told once, by us
MOST_BYTES = 30_000_000
MOST_TEXT = 300_000
MOST_XML = 20_000_000
"""Uncompressed; a report of 300,000 characters stays far below."""
MOST_PAGES = 500
MOST_ORDERS = 3_000_000
"""Bytes of drawing orders on one page of a PDF; a full page of text has some ten thousand."""
LEAST_TEXT = 20
"""Characters; a PDF with fewer has no text layer."""
ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
KINDS = ".txt、.md、.docx、.pdf"
ENDS = re.compile(r"[。！？：；|]\s*$")
OPENS = re.compile(r"^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\(|\d+[.、])")
BETWEEN = re.compile(
    r"(?<=[\u4e00-\u9fff，。；：、）（“”《》])[ \u3000]+(?=[\u4e00-\u9fff，。；：、）（“”《》\d])|(?<=[\d%])[ \u3000]+(?=[\u4e00-\u9fff，。；：、）])"
)


def read(file: BinaryIO, name: str, size: int) -> str:
    """The text of a file, whatever its name says it is."""
    if size > MOST_BYTES:
        raise InputError(
            name, f"文件有{size // 1_000_000} MB，超过{MOST_BYTES // 1_000_000} MB；请只提交报告正文，删去图片和附件"
        )
    if name.lower().endswith((".docm", ".dotm")):
        raise InputError(name, "这是含宏的文档，不打开；请在文字处理软件里另存为 .docx")
    start = file.read(8)
    file.seek(0)
    if start.startswith(OLE):
        raise InputError(name, "这是旧版 .doc 或者加了密码的文档；请去掉密码并另存为 .docx")
    if start.startswith(ZIP):
        text = _docx(file, name)
    elif start.startswith(PDF):
        text = _pdf(file, name)
    elif name.lower().endswith((".docx", ".pdf")):
        raise InputError(name, "文件已损坏，或者不是它的名字所说的格式；请重新导出")
    else:
        text = _plain(file.read(), name)
    if len(text) > MOST_TEXT:
        raise InputError(name, f"有{len(text)}字，超过{MOST_TEXT}字；请分开提交")
    if not text.strip():
        raise InputError(name, "里面没有文字")
    return text


def _plain(content: bytes, name: str) -> str:
    """Text in UTF-8, UTF-16 with its mark, or GB18030 (which holds GBK and GB2312)."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise InputError(name, f"认不出文字编码，或者不是文本；可以读{KINDS}，文本请存为 UTF-8 或者 GB18030")


def _docx(file: BinaryIO, name: str) -> str:
    try:
        with zipfile.ZipFile(file) as package:
            names = package.namelist()
            if any(one.lower().endswith("vbaproject.bin") for one in names):
                raise InputError(name, "文档里有宏，不打开；请在文字处理软件里另存为不含宏的 .docx")
            if "word/document.xml" not in names:
                raise InputError(name, f"压缩包里没有文档正文；可以读{KINDS}")
            if package.getinfo("word/document.xml").file_size > MOST_XML:
                raise InputError(name, "解开后的正文大得不正常，不打开；请只提交报告正文")
            with package.open("word/document.xml") as body:
                return "\n".join(_blocks(body, name))
    except (zipfile.BadZipFile, ET.ParseError, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise InputError(
            name, f"文档已损坏或者加了密码，打不开（{type(error).__name__}）；请用文字处理软件打开后另存为 .docx"
        ) from None


def _blocks(body: object, name: str) -> Iterator[str]:
    """Paragraphs, and tables row by row; each is let go once it is read."""
    within = 0
    # No entity can be declared without a document type, and one is refused; sizes are bounded above.
    for event, node in ET.iterparse(_NoDoctype(body, name), events=("start", "end")):  # noqa: S314
        if node.tag == f"{W}tbl":
            within += 1 if event == "start" else -1
            if event == "end" and not within:
                yield from (" | ".join(_words(cell) for cell in row.iter(f"{W}tc")) for row in node.iter(f"{W}tr"))
                node.clear()
        elif event == "end" and node.tag == f"{W}p" and not within:
            yield _words(node, lines="\n")
            node.clear()


class _NoDoctype:
    """XML as it is read, refused at the first sign of a document type."""

    def __init__(self, body: object, name: str) -> None:
        self.body, self.name, self.tail = body, name, b""

    def read(self, size: int = -1) -> bytes:
        """So many bytes more."""
        block: bytes = self.body.read(size)  # type: ignore[attr-defined]
        if b"<!DOCTYPE" in self.tail + block or b"<!ENTITY" in self.tail + block:
            raise InputError(self.name, "文档正文里有不该有的声明，不打开")
        self.tail = block[-16:]
        return block


def _words(node: ET.Element, lines: str = " ") -> str:
    """The text of a paragraph or a cell, without what is there a second time for older programs."""
    return "".join(_runs(node, lines)).strip(" ")


def _runs(node: ET.Element, lines: str) -> Iterator[str]:
    for one in node:
        if one.tag == FALLBACK:
            continue
        if one.tag == f"{W}t":
            yield one.text or ""
        elif one.tag == f"{W}tab":
            yield " "
        elif one.tag in {f"{W}br", f"{W}cr"}:
            yield lines
        else:
            yield from _runs(one, lines)


def _pdf(file: BinaryIO, name: str) -> str:
    from pypdf import PdfReader  # noqa: PLC0415 - ten MiB in every process of the server, wanted seldom

    try:
        reader = PdfReader(file)
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
        pages = [] if count > MOST_PAGES else [_page(reader.pages[place]) for place in range(count)]
    except Exception as error:  # noqa: BLE001  # a broken PDF breaks its reader in any way
        raise InputError(name, f"PDF 已损坏，打不开（{type(error).__name__}）；请重新导出") from None
    if locked:
        raise InputError(name, "文件加了密码；请去掉密码后再提交")
    if count > MOST_PAGES:
        raise InputError(name, f"有{count}页，超过{MOST_PAGES}页；请只提交报告正文")
    text = unwrapped("\n".join(pages))
    if len(re.sub(r"\s", "", text)) < LEAST_TEXT:
        raise InputError(name, "PDF 里没有文字层，像是扫描件；请提交原来的 .docx，或者先做文字识别")
    return text


def _page(page: "PageObject") -> str:
    """One page's text; of one with far too many drawing orders, nothing is read."""
    orders = page.get_contents()
    if orders is not None and len(orders.get_data()) > MOST_ORDERS:
        raise OverflowError
    return page.extract_text()


def unwrapped(text: str) -> str:
    """Lines of a page run together into paragraphs: a full line that ends no sentence goes on in the next."""
    lines = [BETWEEN.sub("", line.strip()) for line in text.split("\n")]
    lengths = sorted(len(line) for line in lines if line)
    full = lengths[len(lengths) * 9 // 10] * 3 // 4 if lengths else 0
    joined = ""
    for line in lines:
        last = joined.rpartition("\n")[2]
        goes_on = last and line and not ENDS.search(last) and not OPENS.match(line) and len(last) >= full
        joined += line if goes_on or not joined else f"\n{line}"
    return joined
