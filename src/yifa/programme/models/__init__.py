"""法治化工作台账: what an office plans, meets on, studies, teaches and is told, year by year.

Organs stand here by their code alone, without a foreign key: this room holds no opinion on organs, a
merged or renamed organ changes nothing in old rows, and names are shown through `organs`. `organ` is the
office whose ledger it is, so that several counties share one database; rows that hang on another row
(an agenda item, a task) belong to its office.

Every ledger says who entered a row and when (`created_by`, `created_at`). Rows are written through
`yifa.programme.ledger` only, and every later change of one leaves a `records.LedgerChange`.
"""

from yifa.programme.models import learning, meetings, plans
from yifa.programme.models.learning import (
    Outreach,
    OutreachKind,
    Study,
    StudyKind,
    Training,
    TrainingScope,
)
from yifa.programme.models.meetings import AgendaItem, AgendaKind, Meeting, MeetingKind
from yifa.programme.models.plans import Plan, PlanKind, Responsibility, SuppliedFigure

PERSONAL_FIELDS = meetings.PERSONAL_FIELDS | learning.PERSONAL_FIELDS | plans.PERSONAL_FIELDS
"""Every field of every model here: does it hold, or may it hold, what identifies a person?"""

__all__ = [
    "PERSONAL_FIELDS",
    "AgendaItem",
    "AgendaKind",
    "Meeting",
    "MeetingKind",
    "Outreach",
    "OutreachKind",
    "Plan",
    "PlanKind",
    "Responsibility",
    "Study",
    "StudyKind",
    "SuppliedFigure",
    "Training",
    "TrainingScope",
]
