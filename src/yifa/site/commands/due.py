"""`yifa due`: one last day, or a file of them, and why.  Imports only what it needs: it is asked often."""

import csv
import re
from argparse import Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from yifa.exchange import InputError, near
from yifa.law.articles import Citation, cite
from yifa.law.limits import LIMITS
from yifa.law.terms import Unit
from yifa.law.workdays import Calendar, Due, due
from yifa.site.commands.told import print_json, read_calendar, read_day

PERIOD = re.compile(r"\s*(?P<days>\d{1,5})(?:\s*\+\s*(?P<extra>\d{1,5}))?\s*(?P<unit>[^\d\s+][^\d+]*)?")
UNITS: Mapping[str, Unit] = {
    **dict.fromkeys(("日", "天", "自然日", "日历日", "day", "days", "d", "calendar_day", "calendar_days"), Unit.DAY),
    **dict.fromkeys(
        (
            "工作日",
            "个工作日",
            "working_day",
            "working_days",
            "workday",
            "workdays",
            "working day",
            "working days",
            "wd",
        ),
        Unit.WORKING_DAY,
    ),
    **dict.fromkeys(("月", "个月", "month", "months", "m"), Unit.MONTH),
    **dict.fromkeys(("年", "year", "years", "y"), Unit.YEAR),
}


def due_day(args: Namespace) -> int:
    """One limit from one day, or a whole file of them."""
    calendar = read_calendar(args.notice)
    if args.batch:
        answers = list(_batch(Path(args.batch), calendar))
    elif args.date and args.limit:
        answers = [_answer(read_day(args.date, "DATE"), args.limit, "LIMIT", calendar)]
    else:
        raise InputError("", "请给出日期和期限，如 yifa due 2025-08-04 T06，或者 --batch 文件.csv")
    if args.json:
        print_json(answers if args.batch else answers[0])
    else:
        for one in answers:
            print(
                f"{one['from']} + {one['limit']} = {one['due']}{'（暂定）' if one['provisional'] else ''}  {one['why']}  {one['cite']}"
            )
    return 0


def _batch(path: Path, calendar: Calendar) -> Iterator[dict[str, Any]]:
    """Rows of day0, period, unit."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"读不出来：{error}") from None
    rows = csv.DictReader(text.splitlines(), restval="")
    names = {name.strip().lower() for name in rows.fieldnames or ()}
    if not {"day0", "period"} <= names:
        raise InputError(str(path), "第一行应当是 day0,period,unit")
    for row in rows:
        cells = {
            (name or "").strip().lower(): (cell or "").strip() for name, cell in row.items() if isinstance(cell, str)
        }
        place = f"第{rows.line_num}行"
        unit = cells.get("unit", "")
        if unit and unit.lower() not in UNITS:
            raise InputError(f"{place} unit", f"没有「{unit}」这种单位{near(unit, UNITS)}；可用：日、工作日、月、年")
        period = cells["period"] + (unit if not re.search(r"[^\d\s+]", cells["period"]) else "")
        yield _answer(read_day(cells["day0"], f"{place} day0"), period, f"{place} period", calendar)


def _answer(day0: date, asked: str, place: str, calendar: Calendar) -> dict[str, Any]:
    """The last day of a named limit or of a plain period, and why."""
    named = LIMITS.get(asked.strip().upper()) or next(
        (one for one in LIMITS.values() if one.term == asked.strip()), None
    )
    extra = 0
    basis: Citation
    if named:
        if not named.amount:
            raise InputError(place, f"{named.id} {named.term}的末日由交办机关指定，不能推算")
        amount, unit, basis, limit = named.amount, named.unit, named.basis, named.id
    else:
        found = PERIOD.fullmatch(asked)
        unit_word = (found["unit"] or "日").strip().lower() if found else ""
        if not found or unit_word not in UNITS:
            raise InputError(place, f"看不懂期限「{asked}」；可写 T01—T11、15日、5工作日、60+30日、6月、1年")
        amount, extra, unit = int(found["days"]), int(found["extra"] or 0), UNITS[unit_word]
        basis, limit = cite("MF 201"), asked.strip()
    try:
        last = due(day0, amount, unit, extra, calendar)
    except ValueError as error:
        raise InputError(place, str(error)) from None
    return {
        "limit": limit,
        "from": day0.isoformat(),
        "nominal": last.nominal.isoformat(),
        "due": last.day.isoformat(),
        "provisional": last.provisional,
        "missing": [f"{year}年部分节假日安排的通知" for year in last.missing],
        "cite": basis.json,
        "why": _why(day0, amount, extra, unit, last),
    }


def _why(day0: date, amount: int, extra: int, unit: Unit, last: Due) -> str:
    counted = f"自{day0}的次日起算{amount}{unit.value}" + (f"，再加{extra}日" if extra else "")
    if last.missing:
        years = "、".join(f"{year}年" for year in last.missing)
        return f"{counted}，最早为{last.day}；{years}节假日安排尚未公布，暂定，通知归档后重算"
    if last.day != last.nominal:
        return f"{counted}，名义末日{last.nominal}不是工作日，顺延至{last.day}"
    return f"{counted}，末日{last.day}"
