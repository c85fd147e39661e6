"""个人信息 — of every field, whether it holds, or may hold, what identifies a person."""

from django.db import models

from yifa.records.models.beside import Attachment, QueryCode
from yifa.records.models.derived import (
    BarredRow,
    ClaimRow,
    ClockRow,
    ComplaintRow,
    HolderRow,
    ReceiptRow,
    StepRow,
    TraceRow,
)
from yifa.records.models.ledger import LedgerChange
from yifa.records.models.record import ActRecord, Counter, HolidayNotice, Idempotency, PetitionRecord, Reader

PERSONAL_FIELDS: dict[type[models.Model], dict[str, bool]] = {
    PetitionRecord: {
        "id": False,
        "number": False,
        "home": False,
        "length": False,
        "digest": False,
        "stage": False,
        "received": False,
        "channel": False,
        "names": True,
        "summary": True,  # what was asked, in the petitioner's words
        "place": False,
        "people": False,
        "repeats": False,
        "sealed": False,
        "urgent": False,
        "next_due": False,
    },
    ActRecord: {
        "id": False,
        "petition": False,
        "seq": False,
        "kind": False,
        "content": True,  # the whole act: names, addresses, what was asked and found
        "user": True,  # who recorded it
        "recorded_at": False,
        "digest": False,
    },
    Idempotency: {
        "key": False,
        "petition": False,
        "seq": False,
    },
    Counter: {
        "id": False,
        "organ": False,
        "kind": False,
        "year": False,
        "last": False,
    },
    ReceiptRow: {
        "id": False,
        "petition": False,
        "home": False,
        "ordinal": False,
        "office": False,
        "channel": False,
        "level": False,
        "received": False,
        "people": False,
        "turned_away": False,
    },
    ClaimRow: {
        "id": False,
        "petition": False,
        "home": False,
        "claim": False,
        "received": False,
        "category": False,
        "place": False,
        "track": False,
        "path": False,
        "stage": False,
        "dispatched": False,
        "handler": False,
        "accepted": False,
        "answered": False,
        "ended_by": False,
        "outcome": False,
        "served": False,
        "diverted": False,
        "resolved": False,
        "last_day": False,
        "repeated": False,
        "rated_office": False,
        "rated_organ": False,
    },
    ComplaintRow: {
        "id": False,
        "petition": False,
        "home": False,
        "claim": False,
        "organ": True,  # an organ, but a free text: it may name a person
        "received": False,
    },
    ClockRow: {
        "id": False,
        "petition": False,
        "home": False,
        "place": False,
        "claim": False,
        "limit": False,
        "organ": False,
        "owed_by": False,
        "started": False,
        "nominal": False,
        "due": False,
        "provisional": False,
        "met": False,
        "ended": False,
        "right": False,
        "paused": False,
        "extended": False,
    },
    StepRow: {
        "id": False,
        "petition": False,
        "home": False,
        "seq": False,
        "kind": False,
        "on": False,
        "by": False,
        "to": True,  # as above
        "value": False,
        "detail": False,
    },
    HolderRow: {
        "id": False,
        "home": False,
        "organ": False,
        "petition": False,
    },
    BarredRow: {
        "id": False,
        "home": False,
        "petition": False,
        "organ": False,
        "person": True,  # the accused
    },
    TraceRow: {
        "id": False,
        "home": False,
        "petition": False,
        "digest": True,  # keyed, but made of a name and where its bearer is reached
    },
    Reader: {
        "id": False,
        "petition": False,
        "user": True,
        "named_at": False,
    },
    HolidayNotice: {
        "id": False,
        "year": False,
        "content": False,
        "filed_by": True,
        "filed_at": False,
    },
    Attachment: {
        "id": False,
        "petition": False,
        "draft": False,
        "seq": False,
        "name": True,  # people name files after people
        "media_type": False,
        "size": False,
        "digest": False,
        "user": True,
        "added_at": False,
    },
    QueryCode: {
        "petition": False,
        "digest": False,
        "issued_at": False,
        "issued_by": True,
    },
    LedgerChange: {
        "id": False,
        "ledger": False,
        "row": False,
        "changes": True,  # holds old and new values of the fields of every ledger
        "why": True,
        "by": True,
        "at": False,
    },
}
"""Every field of every model here: does it hold, or may it hold, what identifies a person?"""
