"""The record: petitions and their acts, which only `perform` writes, and the projections that lists and figures read.

Acts are the truth; every other table here can be recomputed from them (`rebuild`) and is proved to agree (`verify`).
"""

from yifa.records.models.beside import Attachment, QueryCode
from yifa.records.models.derived import (
    BarredRow,
    ClaimRow,
    ClockRow,
    ComplaintRow,
    HolderRow,
    LeadRow,
    OwedRow,
    Projection,
    ReceiptRow,
    StepRow,
    TraceRow,
)
from yifa.records.models.ledger import LedgerChange, LedgerRow
from yifa.records.models.personal import PERSONAL_FIELDS
from yifa.records.models.record import (
    CATEGORY,
    CODE,
    LINE,
    NUMBER,
    ActRecord,
    Counter,
    HolidayNotice,
    Idempotency,
    PetitionRecord,
    Reader,
    ReadingSetting,
)
from yifa.records.models.tally import TallyChange, TallyTotal

__all__ = [
    "CATEGORY",
    "CODE",
    "LINE",
    "NUMBER",
    "PERSONAL_FIELDS",
    "ActRecord",
    "Attachment",
    "BarredRow",
    "ClaimRow",
    "ClockRow",
    "ComplaintRow",
    "Counter",
    "HolderRow",
    "HolidayNotice",
    "Idempotency",
    "LeadRow",
    "LedgerChange",
    "LedgerRow",
    "OwedRow",
    "PetitionRecord",
    "Projection",
    "QueryCode",
    "Reader",
    "ReadingSetting",
    "ReceiptRow",
    "StepRow",
    "TallyChange",
    "TallyTotal",
    "TraceRow",
]
