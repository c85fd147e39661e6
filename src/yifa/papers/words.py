"""用语 — how a value of the record is written on a paper."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any

from yifa.law.articles import Citation
from yifa.law.notices import PAPERS
from yifa.law.organs import Organs
from yifa.law.terms import Track, Unit
from yifa.law.workdays import Due
from yifa.organs.directory import name_on

ORGANS = frozenset(
    {
        "by",
        "to",
        "organ",
        "competent",
        "successor",
        "handled_by",
        "suggested",
        "sender",
        "passed_on",
        "superiors",
        "about",
    }
    | {"accused", "name"}
)
"""The fields that hold the code of an organ, or the name of one that is not in the directory."""


def said(value: object, name: str = "", on: date | None = None, organs: Organs | None = None) -> str:
    """A value in Chinese; nothing for no value.  A no (False, 0) is an answer and is said."""
    if isinstance(value, tuple | list):
        return "、".join(filter(None, (said(one, name, on, organs) for one in value)))
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return organ(value, on, organs) if name in ORGANS else value.strip()
    write = next((write for kind, write in _WAYS if isinstance(value, kind)), None)
    if write is None:
        raise TypeError(f"没有写法：{value!r}")
    return write(value)


def day(value: date) -> str:
    """2025年8月4日: the full year, no leading zeros."""
    return f"{value.year}年{value.month}月{value.day}日"


def organ(code: str, on: date | None, organs: Organs | None) -> str:
    """What the organ was called on that day; what is not in the directory stands as it was written."""
    if organs is None or code not in organs:
        return code
    return name_on(code, on) if on else organs.name(code)


def paper(number: str) -> str:
    """《信访处理意见书》."""
    return f"《{PAPERS[number].term}》" if number in PAPERS else number


_PRACTICE = {
    "BJ": "北京市信访条例",
    "SH": "上海市信访条例",
    "SD": "山东省信访条例",
    "ZJ": "浙江省信访条例",
    "XF05": "信访条例（2005年）",
    "MS": "民事诉讼法",
    "RT": "人民调解法",
}


def practice(said: str) -> str:
    """参照《上海市信访条例》第38条 — whose practice a field follows, in full; it is no law here."""
    whole = re.sub(r"\b([A-Z]+\d*) (\d+)", lambda found: f"《{_PRACTICE[found[1]]}》第{found[2]}条", said)
    return whole if whole == said else f"参照{whole.replace('（参照）', '')}"


def cited(citations: Iterable[Citation]) -> str:
    """《…》第三条、第十二条；《…》第五条: an instrument is named once."""
    by_title: dict[str, list[str]] = {}
    for one in citations:
        by_title.setdefault(one.instrument.title, []).append(str(one).removeprefix(f"《{one.instrument.title}》"))
    return "，".join(f"《{title}》{'、'.join(dict.fromkeys(places))}" for title, places in by_title.items())


def span(amount: int, unit: Unit) -> str:
    """30日, 5个工作日."""
    return f"{amount}{'个' if unit in {Unit.WORKING_DAY, Unit.MONTH} else ''}{unit}"


def listed(texts: Iterable[str]) -> str:
    """One as it is; several on lines of their own, numbered."""
    found = list(dict.fromkeys(filter(None, texts)))
    return found[0] if len(found) == 1 else "\n".join(f"{number}. {one}" for number, one in enumerate(found, start=1))


_WAYS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (NoneType, lambda _: ""),
    (bool, lambda value: "是" if value else "否"),
    (date, day),
    (Due, lambda due: day(due.day) + (f"（{due.why}）" if due.provisional else "")),
    (Citation, str),
    (Track, lambda track: track.term),
    (StrEnum, str),
    (int, str),
)
