"""查询码 — issued once, shown once, compared in constant time (Art. 21¶2: the petitioner can look up where it stands)."""

import secrets

from django.contrib.auth.models import User
from django.utils.crypto import constant_time_compare, salted_hmac

from yifa.records.models import PetitionRecord, QueryCode

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No sign that is taken for another when read aloud or from paper."""

LENGTH = 12
"""About 59 bits: beyond guessing, with the throttle that stands before it."""


def issue(record: PetitionRecord, user: User | None = None) -> str:
    """发放 — a new code for this petition; an earlier one ends.  It is returned here and kept nowhere."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    QueryCode.objects.bulk_create(
        [QueryCode(petition=record, digest=_digest(code), issued_by=user)],
        update_conflicts=True,
        unique_fields=["petition"],
        update_fields=["digest", "issued_by", "issued_at"],
    )
    return "-".join(code[at : at + 4] for at in range(0, LENGTH, 4))


def find(number: str, code: str) -> PetitionRecord | None:
    """查找 — the petition these two open; None alike for a wrong number, a wrong code and none issued."""
    held = QueryCode.objects.select_related("petition").filter(petition__number=number.strip()).first()
    given = _digest("".join(one for one in code.upper() if one in ALPHABET))
    fits = constant_time_compare(held.digest if held else _digest(""), given)
    return held.petition if held and fits else None


def _digest(code: str) -> str:
    return salted_hmac("yifa.query-code", code, algorithm="sha256").hexdigest()
