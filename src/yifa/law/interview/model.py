"""分流问询 — what a question, its answers and their lead are."""

from dataclasses import dataclass
from enum import StrEnum

from yifa.law.paths import StartDay
from yifa.law.terms import Track


class AnswerKind(StrEnum):
    """回答方式 — how a question is answered."""

    YES_NO = "是否"
    ONE = "单选"
    MANY = "多选"
    DATE = "日期"


@dataclass(frozen=True, slots=True)
class Option:
    """选项 — one answer to tick: the paths it leads to, or a bare track, and why."""

    id: str
    text: str
    paths: tuple[str, ...] = ()
    reason: str = ""
    track: Track | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """问题 — one question; its follow-ups are asked when it is answered yes.

    `lead` is where a plain yes leads while no option is ticked.  `day` is the first day a date question asks for.
    """

    id: str
    text: str
    kind: AnswerKind = AnswerKind.YES_NO
    options: tuple[Option, ...] = ()
    follow_ups: tuple["Question", ...] = ()
    lead: Option | None = None
    day: StartDay | None = None
