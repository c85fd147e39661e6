"""What the commands share: reading days and calendars, printing JSON."""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from yifa.exchange import InputError
from yifa.law.workdays import OFFICIAL, Calendar


def print_json(value: Any) -> None:
    """JSON for other programs."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def today() -> date:
    """The legal day here."""
    return datetime.now(tz=ZoneInfo("Asia/Shanghai")).date()


def read_day(text: str, place: str) -> date:
    """A date, or an error naming where it stands."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InputError(place, f"「{text}」不是日期；请写成 2025-08-04 的样子") from None


def read_calendar(notice: str | None) -> Calendar:
    """The official calendar, with one more year file where given."""
    if not notice:
        return OFFICIAL
    try:
        return OFFICIAL.with_notice(Path(notice))
    except (OSError, ValueError) as error:
        raise InputError(notice, str(error)) from None
