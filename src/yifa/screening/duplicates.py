"""疑似重复 — earlier petitions of the same person, or with the same text, that a registrar may join a new receipt to.

Petitions are told, and only those she may see (`organs.permissions.visible`): a sealed or foreign file leaves no trace
here.  Never people, never how often anybody came.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from yifa.organs.models import Staff
from yifa.organs.permissions import visible
from yifa.records.models import PetitionRecord, TraceRow
from yifa.records.traces import persons, texts

MOST = 5
"""Petitions offered: more would be a list to read, not a hint."""

LOOKED_AT = 40
"""Newest matches from which these are chosen, those that fit best first."""

LOOKED_THROUGH = 500
"""Newest matches of anybody's: of a text filed by thousands, the older ones are left alone."""


@dataclass(frozen=True, slots=True)
class Likely:
    """疑似重复件 — an earlier petition, and in what it is the same."""

    record: PetitionRecord
    person: bool
    text: bool

    @property
    def why(self) -> str:
        """In what it is the same, fit to show."""
        told = {"信访人（姓名和联系方式或者住址）相同": self.person, "诉求文字相同": self.text}
        return "，".join(said for said, is_so in told.items() if is_so)


def likely(staff: Staff, *, names: Iterable[str], contact: str, address: str, claims: Iterable[str]) -> list[Likely]:
    """The petitions a receipt of these people with these claims may repeat: same person and text first, then newest."""
    who, what = set(persons(names, contact, address)), set(texts(claims))
    if not who and not what:
        return []
    matches = TraceRow.objects.filter(digest__in=who | what).order_by("-petition").values("petition")[:LOOKED_THROUGH]
    newest = PetitionRecord.objects.filter(visible(staff), pk__in=matches).order_by("-pk")[:LOOKED_AT]
    records = {record.pk: record for record in newest}
    have: dict[int, set[int]] = defaultdict(set)
    matched = TraceRow.objects.filter(petition__in=list(records), digest__in=who | what)
    for petition, digest in matched.values_list("petition_id", "digest"):
        have[petition].add(digest)
    found = [Likely(record, bool(have[pk] & who), bool(have[pk] & what)) for pk, record in records.items()]
    return sorted(found, key=lambda one: not (one.person and one.text))[:MOST]
