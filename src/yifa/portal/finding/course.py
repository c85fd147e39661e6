"""问询的次序 — which questions of the interview are worth asking after these answers: no day is asked for that no limit counts from."""

from collections.abc import Collection, Iterator
from datetime import date

from yifa.law.interview import QUESTIONS, AnswerKind, Answers, Question, propose
from yifa.law.paths import PATHS, PathLimit

BY_ID = {one.id: one for top in QUESTIONS for one in top.follow_ups}
"""The questions that have a page of their own."""


def course(answers: Answers, on: date) -> list[Question]:
    """The follow-ups to ask, in order, answered ones among them."""
    return [one for top in QUESTIONS if answers.flags.get(top.id) for one in _worth_asking(top, answers, on)]


def following(answers: Answers, skipped: Collection[str], on: date, after: str = "") -> Question | None:
    """The first question still open after that one; from the beginning where none is named."""
    questions = course(answers, on)
    ids = [one.id for one in questions]
    rest = questions[ids.index(after) + 1 :] if after in ids else questions
    return next((one for one in rest if one.id not in answers and one.id not in skipped), None)


def _worth_asking(top: Question, answers: Answers, on: date) -> Iterator[Question]:
    limits = _limits(top, answers, on)
    days = {limit.day for limit in limits}
    for one in top.follow_ups:
        if one.kind is AnswerKind.DATE:
            asked = one.day in days if one.day else answers.flags.get(f"{top.id}.told") is False
        elif one.id.endswith(".told"):
            asked = any(limit.fallback for limit in limits)
        elif one.id.endswith(".estate"):
            asked = any(limit.cap and limit.cap.real_estate for limit in limits)
        else:
            asked = True
        if asked:
            yield one


def _limits(top: Question, answers: Answers, on: date) -> list[PathLimit]:
    """The petitioner's own limits on the paths that this question has led to so far."""
    paths = {path for one in propose(answers, on=on) if one.question == top.id for path in one.paths}
    return [limit for path in paths for limit in PATHS[path].opening if limit.in_force(on)]
