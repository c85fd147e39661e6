"""文书正文 — a paper as blocks of text, before either setter turns it into pages."""

import re
from dataclasses import dataclass
from enum import StrEnum

from yifa.papers.layout import Format

NOTE = re.compile("\ufff9(.+?)\ufffb")
"""A reference within a text: set raised and in brackets, leading to the block whose anchor is its number."""


def note(mark: str) -> str:
    """引注 — a reference to stand in a text; its digits are the anchor it leads to."""
    return f"\ufff9{mark}\ufffb"


def anchor_of(mark: str) -> str:
    """Where a reference leads."""
    return "".join(filter(str.isdecimal, mark))


class Kind(StrEnum):
    """段落种类 — by the name of the style the paragraph has in a word processor."""

    HEADING = "一级标题"
    SUBHEADING = "二级标题"
    TEXT = "公文正文"
    ROW = "表格行"
    ATTACHED = "附件说明"
    SIGNED = "签名栏"


@dataclass(frozen=True, slots=True)
class Block:
    """段落 — one paragraph; of a table row, `label` is the left cell."""

    kind: Kind
    text: str
    label: str = ""
    anchor: str = ""
    """What references to it say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """文书 — everything a setter needs; what is empty is not printed."""

    form: Format
    title: str
    blocks: tuple[Block, ...]
    mark: str = ""
    """发文机关标志."""
    number: str = ""
    signer: str = ""
    """签发人 — printed on reports upward only."""
    addressee: str = ""
    organ: str = ""
    """署名."""
    date: str = ""
    copies: str = ""
    """抄送."""
    annex_title: str = ""
    annex: tuple[Block, ...] = ()
    """附件 — begins a page of its own."""

    @property
    def text(self) -> str:
        """All its words, in no particular order."""
        rows = (word for block in (*self.blocks, *self.annex) for word in (block.label, block.text))
        around = (self.mark, self.number, self.title, self.addressee, self.organ, self.signer, self.copies)
        return "".join((*around, self.annex_title, *rows))
