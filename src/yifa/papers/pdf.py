"""版式文件 — a paper as PDF, set by Typst in the layout of GB/T 9704 (gbt9704.typ)."""

import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from typst import Compiler

from yifa.papers.document import Document
from yifa.papers.fonts import found
from yifa.papers.layout import measures


@dataclass(frozen=True, slots=True)
class Pdf:
    """PDF — its bytes, and what to say about its typefaces."""

    content: bytes
    warning: str

    @property
    def pages(self) -> int:
        """页数."""
        from pypdf import PdfReader  # noqa: PLC0415 - ten MiB in every process of the server, wanted seldom

        return len(PdfReader(BytesIO(self.content)).pages)


def pdf(document: Document) -> Pdf:
    """制成版式文件 — the same document makes the same bytes wherever the same typefaces lie."""
    have = found()
    values = {"measures": measures(), "faces": have.families, "paper": asdict(document)}
    inputs = {name: json.dumps(value, ensure_ascii=False) for name, value in values.items()}
    content = _compiler(have.folders).compile(sys_inputs=inputs, format="pdf")
    assert isinstance(content, bytes)
    return Pdf(content, have.warning(document.text))


@lru_cache(maxsize=2)
def _compiler(folders: tuple[str, ...]) -> Compiler:
    """One for as long as the typefaces stay: it reads them once."""
    page = files("yifa.papers").joinpath("gbt9704.typ")
    return Compiler(input=str(page), font_paths=list(folders), ignore_system_fonts=True)
