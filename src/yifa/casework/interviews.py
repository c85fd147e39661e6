"""问询 — what a petitioner answered before filing, and what follows from it on a day; a person confirms."""

from collections.abc import Mapping
from datetime import date

from yifa.casework.models import Interview
from yifa.law.interview import Proposal, propose, read_answers
from yifa.records.calendars import calendar
from yifa.records.models import PetitionRecord


def keep(record: PetitionRecord, answers: Mapping[str, object]) -> None:
    """Keep the answers beside a petition that was just filed."""
    Interview.objects.create(petition=record, answers=dict(answers))


def proposals_of(record: PetitionRecord, on: date) -> list[Proposal]:
    """分流建议 — what they lead to on that day, with the petitioner's own limits still open; nothing where none were given."""
    held = Interview.objects.filter(petition=record).first()
    return propose(read_answers(held.answers), on=on, calendar=calendar()) if held else []
