"""带数字的文字 — text in which each printed number carries the name of its figure, from the template to the page.

A number stands between private signs, so that a text stays a text while it passes through the template.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPEN, CLOSE, END = "\ue000", "\ue001", "\ue002"
_MARKED = re.compile(f"{OPEN}(.*?){CLOSE}(.*?){END}")


@dataclass(frozen=True, slots=True)
class Ref:
    """所引数字 — what is printed, and the figure it is."""

    figure: str
    text: str


Runs = tuple[str | Ref, ...]


def mark(figure: str, text: str) -> str:
    """A number with its figure's name."""
    return f"{OPEN}{figure}{CLOSE}{text}{END}"


def runs(text: str) -> Runs:
    """A text in pieces."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[str | Ref]:
    end = 0
    for found in _MARKED.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        yield Ref(found[1], found[2])
        end = found.end()
    if end < len(text):
        yield text[end:]


def plain(pieces: Runs) -> str:
    """The words alone."""
    return "".join(one.text if isinstance(one, Ref) else one for one in pieces)
