"""草稿内容 — what a petitioner has answered and written so far, as it was typed; judged only by the forms that ask."""

from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any

import msgspec

from yifa.law.terms import Purpose

LONGEST = 20_000
"""Characters kept of one field: twice what any form takes, so that what is too long can be shortened, not lost."""

Answer = bool | str | list[str]


class Who(StrEnum):
    """身份 — in whose name it is filed."""

    NAMED = "实名"
    JOINT = "联名"
    ANONYMOUS = "匿名"


@dataclass(slots=True)
class Asked:
    """请求 — one thing asked; `accused` one name a line, `workplace` the organ the accused works at."""

    text: str = ""
    purpose: str = ""
    accused: str = ""
    workplace: str = ""

    @property
    def accuses(self) -> bool:
        """Whether it must be sealed (Art. 30¶3)."""
        return self.purpose == Purpose.ACCUSATION


@dataclass(slots=True)
class Sheet:
    """草稿内容 — `answers` of the interview by question, `skipped` the questions that could not be answered."""

    answers: dict[str, Answer] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    facts: str = ""
    asked: list[Asked] = field(default_factory=list)
    place: str = ""
    about: str = ""
    who: str = ""
    name: str = ""
    contact: str = ""
    address: str = ""
    people: str = ""
    representatives: str = ""
    electronic: str = ""
    read: str = ""

    @property
    def begun(self) -> bool:
        """Whether anything was written, beyond the questions of the interview."""
        return bool(self.facts or self.asked or self.who or self.place)

    @property
    def accuses(self) -> bool:
        """Whether a claim of it must be sealed."""
        return any(one.accuses for one in self.asked)


def lines(text: str) -> list[str]:
    """The lines of a field that takes one name a line; commas part names too."""
    return [one for line in text.replace("、", "\n").replace("，", "\n").splitlines() if (one := line.strip())]


def load(content: Any) -> Sheet:
    """The sheet of a draft's `content`."""
    return msgspec.convert(content, Sheet)


def dump(sheet: Sheet) -> dict[str, Any]:
    """What the draft keeps: fields left empty are left out."""
    return {name: value for name, value in asdict(sheet).items() if value}


def write(target: Sheet | Asked, typed: dict[str, str]) -> None:
    """Take over what was typed, as it is, into the fields of that name."""
    known = {one.name for one in fields(target)} - {"answers", "skipped", "asked"}
    for name, value in typed.items():
        if name in known:
            setattr(target, name, value.replace("\r\n", "\n").replace("\x00", "").strip()[:LONGEST])
