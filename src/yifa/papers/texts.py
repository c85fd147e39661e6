"""固定文字 — what a paper says in words of its own (texts.toml)."""

import tomllib
from functools import cache
from importlib.resources import files


def text(paper: str, term: str) -> str:
    """The words of a field for a paper, else for every paper; nothing where there are none."""
    table = _table()
    return table.get(paper, {}).get(term) or table["*"].get(term, "")


@cache
def _table() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads(
        files("yifa.papers").joinpath("texts.toml").read_text(encoding="utf-8")
    )
    return found
