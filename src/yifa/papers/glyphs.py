"""字库 — which characters a font file draws, read from its character map, so that no box is ever printed unsaid."""

import struct
from pathlib import Path


def characters(font: Path) -> frozenset[str]:
    """Every character of a .ttf or .otf file, or of the first face of a .ttc."""
    content = font.read_bytes()
    start = struct.unpack_from(">L", content, 12)[0] if content[:4] == b"ttcf" else 0
    table = _cmap(content, start)
    found: set[int] = set()
    for number in range(struct.unpack_from(">H", content, table + 2)[0]):
        at = table + struct.unpack_from(">L", content, table + 8 + 8 * number)[0]
        match struct.unpack_from(">H", content, at)[0]:
            case 4:
                found.update(_wide(content, at))
            case 12:
                found.update(_full(content, at))
    return frozenset(map(chr, found))


def _cmap(content: bytes, start: int) -> int:
    for number in range(struct.unpack_from(">H", content, start + 4)[0]):
        tag, _, offset = struct.unpack_from(">4sLL", content, start + 12 + 16 * number)
        if tag == b"cmap":
            return int(offset)
    raise ValueError("字体文件没有字符表")


def _wide(content: bytes, at: int) -> set[int]:
    count = struct.unpack_from(">H", content, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", content, at + 14)
    starts = struct.unpack_from(f">{count}H", content, at + 16 + 2 * count)
    # The last segment only closes the table.
    return {one for start, end in zip(starts, ends, strict=True) if start < 0xFFFF for one in range(start, end + 1)}  # noqa: PLR2004


def _full(content: bytes, at: int) -> set[int]:
    groups = struct.unpack_from(">L", content, at + 12)[0]
    spans = (struct.unpack_from(">LL", content, at + 16 + 12 * number) for number in range(groups))
    return {one for start, end in spans for one in range(start, end + 1)}
