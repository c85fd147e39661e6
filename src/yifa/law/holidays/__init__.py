"""放假安排 — the State Council's yearly notices, one file a year beside this module, and how such a file is read.

A year file names its notice and lists each holiday with its days off and its make-up worked days:

    year = 2026
    title = "…"      # 通知名称
    number = "…"     # 文号
    issued = 2025-11-04
    [[holiday]]
    name = "元旦"
    from = 2026-01-01
    to = 2026-01-03          # left out for a single day
    worked = [2026-01-04]    # left out where none

A region's own file says `region = "…"` and lists its further days off as `[[extra]]` (全国年节及纪念日放假办法第四条).
A notice may reach into the December before its year.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.resources import files
from typing import TypeVar

DECEMBER = 12
KINDS: Mapping[type, str] = {int: "整数", str: "文字", date: "日期（如2026-01-01）", list: "列表", dict: "表"}

T = TypeVar("T", int, str, date, list[object], dict[str, object])


def notice_title(year: int) -> str:
    """通知名称 — what the State Council's notice for that year is called."""
    return f"《国务院办公厅关于{year}年部分节假日安排的通知》"


@dataclass(frozen=True, slots=True)
class Notice:
    """放假通知 — one notice: what it is called, and what it says of each day it names.

    `days` holds the day, the holiday's name, and whether the day is worked.  `region` is empty for the State Council's.
    """

    year: int
    title: str
    number: str
    issued: date
    days: tuple[tuple[date, str, bool], ...]
    region: str = ""

    def __str__(self) -> str:
        """The notice with its number and date, fit to print."""
        return f"《{self.title}》（{self.number}，{self.issued.year}年{self.issued.month}月{self.issued.day}日）"


def read(text: str) -> Notice:
    """The notice in a year file.  Raises `ValueError`, naming the place, where the text is not one."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"放假安排文件格式不对：{_place(str(error))}（{error}）") from None
    year = _take(table, "year", int, "文件")
    region = _take(table, "region", str, "文件") if "region" in table else ""
    wanted, other = ("extra", "holiday") if region else ("holiday", "extra")
    if other in table:
        raise ValueError(f"放假安排文件：{'地方' if region else '国务院'}放假安排用[[{wanted}]]，不用[[{other}]]")
    entries = _take(table, wanted, list, "文件")
    if not entries:
        raise ValueError(f"放假安排文件：至少要有一个[[{wanted}]]")
    return Notice(
        year=year,
        title=_take(table, "title", str, "文件"),
        number=_take(table, "number", str, "文件"),
        issued=_take(table, "issued", date, "文件"),
        days=tuple(
            day
            for place, entry in enumerate(entries, start=1)
            for day in _days(entry, year, f"第{place}个[[{wanted}]]")
        ),
        region=region,
    )


def official() -> tuple[Notice, ...]:
    """The State Council's notices shipped with this release, oldest first."""
    shipped = sorted(file.name for file in files(__name__).iterdir() if file.name.endswith(".toml"))
    return tuple(read(files(__name__).joinpath(name).read_text(encoding="utf-8")) for name in shipped)


def _place(error: str) -> str:
    """Where the reader of the format stopped."""
    found = re.search(r"at line (\d+), column (\d+)", error)
    return f"第{found[1]}行第{found[2]}列" if found else "文件没有写完"


def _days(entry: object, year: int, place: str) -> Iterator[tuple[date, str, bool]]:
    table = _take({"内容": entry}, "内容", dict, place)
    name = _take(table, "name", str, place)
    first = _within(_take(table, "from", date, place), year, place)
    last = _within(_take(table, "to", date, place), year, place) if "to" in table else first
    if last < first:
        raise ValueError(f"放假安排文件：{place}的to（{last}）早于from（{first}）")
    for n in range((last - first).days + 1):
        yield first + timedelta(days=n), name, False
    for worked in _take(table, "worked", list, place) if "worked" in table else []:
        yield _within(_take({"worked": worked}, "worked", date, place), year, place), name, True


def _within(day: date, year: int, place: str) -> date:
    if day.year == year or (day.year == year - 1 and day.month == DECEMBER):
        return day
    raise ValueError(f"放假安排文件：{place}的{day}不在{year}年")


def _take(table: Mapping[str, object], key: str, kind: type[T], place: str) -> T:
    value = table.get(key)
    if isinstance(value, kind) and not isinstance(value, (bool, datetime)):
        return value
    raise ValueError(f"放假安排文件：{place}缺少{key}或者{key}的写法不对，应为{KINDS[kind]}")
