"""文书文件 — a paper as the browser receives it."""

from urllib.parse import quote

from django.http import HttpResponse

from yifa.law.notices import PAPERS
from yifa.papers.models import IssuedPaper

MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
}


def title(one: IssuedPaper) -> str:
    """What its file is called."""
    return f"{PAPERS[one.paper].term} {one.number or one.petition.number}"


def as_file(made: bytes, kind: str, name: str) -> HttpResponse:
    """A PDF opens in the browser, the other is kept; neither stays in any cache."""
    answer = HttpResponse(made, content_type=MEDIA[kind])
    how = "inline" if kind == "pdf" else "attachment"
    answer["Content-Disposition"] = f"{how}; filename*=UTF-8''{quote(f'{name}.{kind}')}"
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
