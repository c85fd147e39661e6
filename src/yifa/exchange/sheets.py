"""导出表格 — rows into an xlsx file as they come, none of them kept in memory."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

Cell = str | int | Decimal | date | None

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for the beginning of a formula."""

MOST_ROWS = 1_000_000
"""A sheet holds no more."""

MOST_CHARACTERS = 32_767
"""A cell holds no more."""


@dataclass(frozen=True, slots=True)
class Column:
    """列 — its heading, and how wide it stands, in characters."""

    head: str
    width: int = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """表格 — a title, its columns, and the rows to come."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]


def write(sheet: Sheet, path: Path) -> Iterator[int]:
    """Write the file; yields after each row how many there are.  It stands once the last has been asked for."""
    from openpyxl import Workbook  # noqa: PLC0415 - ten MiB in every process of the server, wanted seldom
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    book = Workbook(write_only=True)
    page: Any = book.create_sheet(sheet.title[:31])  # of a kind that openpyxl does not say in its types
    page.freeze_panes = "A2"
    for number, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.append([_head(page, column.head) for column in sheet.columns])
    for done, row in enumerate(sheet.rows, start=1):
        if done > MOST_ROWS:
            raise ValueError(f"一张表至多{MOST_ROWS}行，请加筛选条件分几次导出")
        page.append([_cell(page, value) for value in row])
        yield done
    book.save(path)


def _head(page: Any, text: str) -> object:
    from openpyxl.styles import Font  # noqa: PLC0415 - as above

    cell = _written(page, text)
    cell.font = Font(bold=True)
    return cell


def _cell(page: Any, value: Cell) -> object:
    """Texts stay texts: nothing that somebody wrote in a petition is ever run as a formula."""
    if not isinstance(value, str):
        return value
    text = "".join(sign for sign in value if sign >= " " or sign in "\n\t")[:MOST_CHARACTERS]
    if not text.lstrip().startswith(RISKY):
        return text
    cell = _written(page, text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _written(page: Any, text: str) -> Any:
    """A cell of its own kind."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above

    return WriteOnlyCell(page, text)
