"""回答 — what a person answered, read from a form or a JSON object and checked against the questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from yifa.law.interview.model import AnswerKind, Question
from yifa.law.interview.questions import QUESTIONS
from yifa.law.paths import Circumstances, StartDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """回答 — by question id: yes or no, options ticked, days.  What is absent was not answered."""

    flags: Mapping[str, bool] = field(default_factory=dict)
    ticked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    days: Mapping[str, date] = field(default_factory=dict)

    def __contains__(self, number: object) -> bool:
        return number in self.flags or number in self.ticked or number in self.days

    def dates(self, question: Question) -> dict[StartDay, date]:
        """The first days known from one question's follow-ups; those of another matter are not mixed in."""
        return {q.day: self.days[q.id] for q in question.follow_ups if q.day and q.id in self.days}

    def circumstances(self, question: Question) -> Circumstances:
        """What is known that lengthens the limits of one question's matter."""
        return Circumstances(
            told=self.flags.get(f"{question.id}.told"),
            learned=self.days.get(f"{question.id}.learned"),
            real_estate=True if question.id == "land" else self.flags.get(f"{question.id}.estate"),
        )


def read_answers(raw: Mapping[str, object]) -> Answers:
    """读取回答 — answers by question id: true or false, an option's id, a list of them, a day as 2026-03-01.

    Raises `ValueError`, naming the question, for one that does not exist or an answer of another kind.
    """
    flags: dict[str, bool] = {}
    ticked: dict[str, tuple[str, ...]] = {}
    days: dict[str, date] = {}
    for number, value in raw.items():
        question = _BY_ID.get(number)
        if question is None:
            raise ValueError(f"没有这个问题：{number}")
        if question.kind is AnswerKind.YES_NO:
            flags[number] = _flag(question, value)
        elif question.kind is AnswerKind.DATE:
            days[number] = _day(question, value)
        else:
            ticked[number] = _options(question, value)
    return Answers(flags=flags, ticked=ticked, days=days)


def unanswered(answers: Answers) -> list[Question]:
    """待答 — the questions still open, in order: the follow-ups of a yes come before the next question."""
    return [question for question in _due(answers) if question.id not in answers]


def _due(answers: Answers) -> Iterator[Question]:
    for question in QUESTIONS:
        yield question
        if answers.flags.get(question.id):
            yield from question.follow_ups


def _flag(question: Question, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError(f"{question.id}：请回答是（true）或者否（false），不是{value!r}")


def _day(question: Question, value: object) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(
            f"{question.id}：请写日期，如2026-03-01，不是{value!r}",
        ) from None


def _options(question: Question, value: object) -> tuple[str, ...]:
    ids = [option.id for option in question.options]
    chosen = tuple(value) if isinstance(value, list | tuple) else (value,)
    for option in chosen:
        if option not in ids:
            raise ValueError(f"{question.id}：没有这个选项{option!r}；可以选{'、'.join(ids)}")
    if question.kind is AnswerKind.ONE and len(chosen) != 1:
        raise ValueError(f"{question.id}：只能选一项")
    return tuple(option for option in ids if option in chosen)


_BY_ID = {q.id: q for top in QUESTIONS for q in (top, *top.follow_ups)}
