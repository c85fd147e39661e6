"""A PDF as it lies on the page: every run of type with its place, size and face, every rule with its width; in millimetres from the top left."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

MM = 25.4 / 72


@dataclass(frozen=True)
class Run:
    """Characters set in one go."""

    page: int
    x: float
    right: float
    baseline: float
    size: float
    """In points."""
    face: str
    text: str
    red: bool


@dataclass(frozen=True)
class Rule:
    """A drawn line."""

    page: int
    x: float
    y: float
    length: float
    thickness: float
    red: bool


def rendered(content: bytes) -> tuple[list[Run], list[Rule]]:
    """All that is on the pages."""
    reader, runs, rules = PdfReader(BytesIO(content)), [], []
    for number, page in enumerate(reader.pages, start=1):
        pen = _Pen(page, number)
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            for one in pen.do(operator, operands):
                (runs if isinstance(one, Run) else rules).append(one)
    return runs, rules


class _Pen:
    """What the operators of a page leave behind, one after the other."""

    def __init__(self, page: PageObject, number: int) -> None:
        self.page, self.height = number, float(page.mediabox.height)
        self.fonts = {name: _Font(one.get_object()) for name, one in page["/Resources"]["/Font"].items()}
        self.at, self.ink, self.stroke, self.width = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), [], [], 0.0
        self.kept, self.start = [], (0.0, 0.0)
        self.font, self.size = None, 0.0

    def do(self, operator: bytes, operands: list) -> Iterator[Run | Rule]:
        """One operator, and what it draws."""
        match operator:
            case b"TJ":
                yield self._shown(operands[0])
            case b"Tj":
                yield self._shown(operands)
            case b"l":
                yield from self._line(operands)
            case _:
                self._set(operator, operands)

    def _set(self, operator: bytes, operands: list) -> None:
        match operator:
            case b"q":
                self.kept.append((self.at, self.ink, self.stroke, self.width))
            case b"Q":
                self.at, self.ink, self.stroke, self.width = self.kept.pop()
            case b"cm":
                self.at = _times([float(one) for one in operands], self.at)
            case b"scn":
                self.ink = operands
            case b"SCN":
                self.stroke = operands
            case b"w":
                self.width = float(operands[0])
            case b"Tf":
                self.font, self.size = self.fonts[operands[0]], float(operands[1])
            case b"m":
                self.start = _placed(self.at, *map(float, operands))

    def _shown(self, pieces: list) -> Run:
        text, wide = self.font.read(pieces, self.size)
        x, y = self.at[4], self.height - self.at[5]
        return Run(self.page, x * MM, (x + wide) * MM, y * MM, self.size, self.font.name, text, _red(self.ink))

    def _line(self, operands: list) -> Iterator[Rule]:
        (x, y), (right, end) = self.start, _placed(self.at, *map(float, operands))
        if abs(end - y) < 0.01:
            down, wide = (self.height - y) * MM, self.width * MM
            yield Rule(self.page, x * MM, down, (right - x) * MM, wide, _red(self.stroke))


def _times(one: list[float], other: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _placed(at: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    return at[0] * x + at[2] * y + at[4], at[1] * x + at[3] * y + at[5]


def _red(colour: list) -> bool:
    return len(colour) == 3 and colour[0] > 0.8 and colour[1] < 0.2


class _Font:
    """A font of the file: two bytes a character, widths and meanings by table."""

    def __init__(self, entry) -> None:
        self.name = entry["/BaseFont"].partition("+")[2].removesuffix("-Identity-H")
        inner = entry["/DescendantFonts"][0].get_object()
        self._default = float(inner.get("/DW", 1000))
        self._widths: dict[int, float] = {}
        row = iter(inner.get("/W", []))
        for first in row:
            second = next(row).get_object()
            if isinstance(second, list):
                self._widths |= {int(first) + place: float(width) for place, width in enumerate(second)}
            else:
                width = float(next(row))
                self._widths |= dict.fromkeys(range(int(first), int(second) + 1), width)
        self._meaning = _meanings(entry["/ToUnicode"].get_object().get_data().decode())

    def read(self, pieces, size: float) -> tuple[str, float]:
        """What is shown, and how wide it is in points."""
        text, wide = "", 0.0
        for piece in pieces:
            if isinstance(piece, int | float):
                wide -= float(piece) / 1000 * size
                continue
            codes = piece.original_bytes if hasattr(piece, "original_bytes") else bytes(piece)
            for place in range(0, len(codes), 2):
                code = int.from_bytes(codes[place : place + 2])
                text += self._meaning.get(code, "")
                wide += self._widths.get(code, self._default) / 1000 * size
        return text, wide


def _meanings(table: str) -> dict[int, str]:
    found, within = {}, ""
    for line in table.splitlines():
        if line.endswith(("beginbfchar", "beginbfrange")):
            within = line.split()[-1]
        elif line.startswith("end"):
            within = ""
        elif within:
            codes = line.replace("<", " ").replace(">", " ").split()
            if within == "beginbfchar":
                found[int(codes[0], 16)] = bytes.fromhex(codes[1]).decode("utf-16-be")
            else:
                first, last, means = (int(one, 16) for one in codes)
                found |= {code: chr(means + code - first) for code in range(first, last + 1)}
    return found
