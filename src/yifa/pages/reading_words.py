"""读法的说法 — what a setting of a choice means, in a phrase that stands beside a date."""

from collections.abc import Iterable, Mapping
from datetime import date

from yifa.law.readings import Readings

WORDS: Mapping[str, Mapping[int, str]] = {
    "roll_last_day": {True: "机关的末日不上班的，顺延到下一个上班日", False: "机关的末日不顺延，信访人的照常顺延"},
    "extensions": {1: "延期只延一次，至多三十日"},
    "acceptance_without_notice_days": {0: "没有告知也没有受理的，自收到之日起计算六十日"},
    "notice_exempt_on_transfer": {
        True: "姓名、住址不清的，转送、交办的事项也不必告知",
        False: "姓名、住址不清的，转送、交办的事项仍须告知",
    },
    "urgent_worked_days": {
        0: "重大、紧急事项至迟在知道的当日报告",
        1: "重大、紧急事项至迟在知道后的下一个上班日报告",
    },
}
"""What holds by one value of a choice."""

COUNTED: Mapping[str, str] = {
    "extensions": "延期至多延{}次，合计不超过三十日",
    "acceptance_without_notice_days": "没有告知也没有受理的，自收到后第{}日起计算六十日",
}
"""What holds by any other number."""


def worded(name: str, value: int) -> str:
    """One value of one choice that can be set: what holds by it."""
    return WORDS[name].get(value) or COUNTED[name].format(value)


def departures(readings: Readings, started: Iterable[date]) -> list[str]:
    """What was read otherwise than ours on any of the days on which limits started, each once."""
    said = (
        worded(choice.switch, getattr(readings.on(day), choice.switch))
        for day in started
        for choice in readings.departures(day)
    )
    return list(dict.fromkeys(said))
