"""分流问询 — the interview at intake that suggests the track and lawful paths of a matter; a person confirms."""

from yifa.law.interview.model import AnswerKind, Option, Question
from yifa.law.interview.proposals import Proposal, propose
from yifa.law.interview.questions import QUESTIONS
from yifa.law.interview.reading import Answers, read_answers, unanswered

__all__ = [
    "QUESTIONS",
    "AnswerKind",
    "Answers",
    "Option",
    "Proposal",
    "Question",
    "propose",
    "read_answers",
    "unanswered",
]
