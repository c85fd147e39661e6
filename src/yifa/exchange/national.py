"""全国信访系统导出 — the national system's nineteen columns, read into registrations; all rows or none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.db import transaction
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from yifa.exchange import InputError, near
from yifa.law.acts import CarryOver, Register, Request
from yifa.law.terms import Channel, Level, Track
from yifa.records.models import Idempotency
from yifa.records.perform import NotPermitted, perform

COLUMNS = (
    "信访件编号", "姓名", "信访人数", "住址", "手机号码", "问题属地", "信访目的", "内容分类", "信访日期", "登记日期",
    "限办时间", "信访形式", "概况", "是否办结", "是否全国初次信访", "联名信或集体访", "信访件状态", "登记部门", "登记人",
)  # fmt: skip
"""The nineteen columns, in the order of the export."""

MAX_BYTES = 50 * 1024 * 1024
MAX_RATIO = 20
"""How many times larger than the limit a part may become when unpacked: a sheet of text shrinks about tenfold."""
MAX_ROWS = 100_000
MAX_PEOPLE = 1_000_000

CHANNELS = {
    "来信": Channel.LETTER,
    "来访": Channel.VISIT,
    "走访": Channel.VISIT,
    "电话信访": Channel.PHONE,
    "来电": Channel.PHONE,
    "传真": Channel.FAX,
    **dict.fromkeys(("网上信访", "手机信访", "微信信访", "网上建议", "领导信箱", "网上"), Channel.ONLINE),
}
"""信访形式 of the national system."""

TRACKS = {"意见建议": Track.A, "建议意见": Track.A, "揭发控告": Track.B, "检举控告": Track.B}
"""信访目的 that fix the track; of the others a person must say which."""

YES_NO = {"是": True, "否": False, "1": True, "0": False, "": False}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the export: its registration, and its state there if it was concluded."""

    number: int
    act: Register
    concluded: str = ""


@dataclass(frozen=True, slots=True)
class RowError:
    """One thing wrong: sheet row (the first data row is 2), column, what."""

    number: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file read: its rows and everything wrong with it."""

    rows: tuple[Row, ...]
    errors: tuple[RowError, ...]


class CellError(Exception):
    """A cell that cannot be read."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def read_sheet(path: Path, home: str, today: date) -> Sheet:
    """Read the file.  Raises `InputError` where it is no such file at all; cell by cell errors are in the sheet."""
    rows: list[Row] = []
    errors: list[RowError] = []
    seen: dict[str, int] = {}
    for number, cells in _cells(path):
        try:
            row = _row(number, cells, home, today)
        except CellError as error:
            errors.append(RowError(number, error.column, str(error)))
            continue
        if row.act.origin in seen:
            errors.append(RowError(number, "信访件编号", f"与第{seen[row.act.origin]}行重复：{row.act.origin}"))
        seen[row.act.origin] = number
        rows.append(row)
    return Sheet(tuple(rows), tuple(errors))


def import_sheet(sheet: Sheet) -> int:
    """Register every row through the one door, in one transaction; rows imported before are passed over.

    Returns how many are new.  Raises `InputError` naming the row where the law refuses one; then nothing is kept.
    """
    new = 0
    with transaction.atomic():
        for row in sheet.rows:
            key = f"import:{sha256(f'{row.act.by}:{row.act.origin}'.encode()).hexdigest()}"
            if Idempotency.objects.filter(key=key).exists():
                continue
            try:
                record = perform(act=row.act, key=key)
                if row.concluded:
                    perform(act=CarryOver(on=row.act.on, by=row.act.by, state=row.concluded), number=record.number)
            except NotPermitted as error:
                raise InputError(f"第{row.number}行", str(error)) from None
            new += 1
    return new


def _cells(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    lines = _lines(path)
    heading = [str(cell or "").strip() for cell in next(lines, ())]
    missing = [name for name in COLUMNS if name not in heading]
    if missing:
        raise InputError(f"{path} 第1行", f"缺少列：{'、'.join(missing)}{near(missing[0], heading)}")
    for number, line in enumerate(lines, start=2):
        if number > MAX_ROWS + 1:
            raise InputError(str(path), f"超过{MAX_ROWS}行，请分批导入")
        if any(cell not in {None, ""} for cell in line):
            # A row may end before the heading does.
            yield number, dict.fromkeys(COLUMNS, "") | dict(zip(heading, map(_text, line), strict=False))


def _lines(path: Path) -> Iterator[tuple[Any, ...]]:
    """The rows of the first sheet, as they stand in the file."""
    try:
        with path.open("rb") as file:
            unpacked = max((part.file_size for part in ZipFile(file).infolist()), default=0)
            if max(path.stat().st_size, unpacked // MAX_RATIO) > MAX_BYTES:
                raise InputError(str(path), f"文件超过{MAX_BYTES // 1024 // 1024}MB，请分批导入")
            book = load_workbook(file, read_only=True, data_only=True)
            yield from book.worksheets[0].iter_rows(values_only=True)
    except OSError as error:
        raise InputError(str(path), f"打不开文件：{error.strerror or error}") from None
    except (InvalidFileException, BadZipFile, SyntaxError, IndexError, KeyError, ValueError, TypeError):
        raise InputError(str(path), "不是 xlsx 文件，或者文件已损坏") from None


def _text(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell if isinstance(cell, date) else str(cell if cell is not None else "").strip()


def _row(number: int, cells: dict[str, Any], home: str, today: date) -> Row:
    received, registered = _day(cells, "信访日期"), _day(cells, "登记日期")
    if registered < received:
        raise CellError("登记日期", f"早于信访日期{received}")
    if registered > today:
        raise CellError("登记日期", f"{registered} 晚于今天")
    channel = _one_of(cells, "信访形式", CHANNELS)
    purpose = str(cells["信访目的"])
    concluded = _one_of(cells, "是否办结", YES_NO)
    names = tuple(name for name in re.split(r"[、,，;；\s]+", str(cells["姓名"])) if name)
    if not cells["信访件编号"]:
        raise CellError("信访件编号", "没有编号")
    if not cells["概况"]:
        raise CellError("概况", "没有概况，不知道信访人请求什么")
    return Row(
        number,
        Register(
            on=registered,
            by=home,
            channel=channel,
            received=received,
            level=level_of(str(cells["登记部门"])),
            names=() if names == ("匿名",) else names,
            anonymous=names == ("匿名",),
            address=str(cells["住址"]),
            contact=str(cells["手机号码"]),
            people=_people(cells),
            place=str(cells["问题属地"]),
            facts=str(cells["概况"]),
            requests=(
                Request(text=str(cells["概况"])[:200], category=str(cells["内容分类"]), track=TRACKS.get(purpose)),
            ),
            origin=str(cells["信访件编号"]),
        ),
        concluded=(str(cells["信访件状态"]) or "已办结") if concluded else "",
    )


def level_of(department: str) -> Level:
    """登记层级 from 登记部门, whose levels are joined by "/": the lowest administrative level named in it."""
    last = department.rsplit("/", maxsplit=1)[-1]
    for word, level in (
        ("国家", Level.NATIONAL),
        ("镇", Level.TOWN),
        ("乡", Level.TOWN),
        ("街道", Level.TOWN),
        ("旗", Level.COUNTY),
        ("县", Level.COUNTY),
        ("区信访", Level.REGION if "自治区" in last else Level.COUNTY),
        ("省", Level.REGION),
        ("自治区", Level.REGION),
        ("盟", Level.CITY),
        ("市", Level.CITY),
    ):
        if word in last:
            return level
    return Level.COUNTY


def _day(cells: dict[str, Any], column: str) -> date:
    value = cells[column]
    if isinstance(value, date):
        return value
    found = re.match(r"\s*(\d{4})\D(\d{1,2})\D(\d{1,2})", str(value))
    try:
        return date(*map(int, found.groups())) if found else date.fromisoformat(str(value)[:10])
    except ValueError:
        raise CellError(column, f"「{value}」不是日期；请写成 2025-08-04 的样子") from None


def _one_of(cells: dict[str, Any], column: str, known: dict[str, Any]) -> Any:
    value = str(cells[column])
    if value not in known:
        raise CellError(column, f"「{value}」不在可选值之内：{'、'.join(name for name in known if name)}")
    return known[value]


def _people(cells: dict[str, Any]) -> int:
    value = str(cells["信访人数"]) or "1"
    if not value.isdecimal() or not 1 <= int(value) <= MAX_PEOPLE:
        raise CellError("信访人数", f"「{value}」不是人数")
    return int(value)
