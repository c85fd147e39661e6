"""名录快照: the directory as one process holds it, and how it learns that it has changed."""

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise

from django.db import connection
from django.db.models import F

from yifa.law.organs import FormerName, Organ, Organs
from yifa.law.terms import Level, OrganKind
from yifa.organs.models import OrganName, OrganRecord, Role, Staff

FRESH_SECONDS = 1.0
"""How long a list may go by the directory as it was last looked at."""

Names = tuple[tuple[date | None, str], ...]
"""Every name an organ has had and the day it took it, oldest first."""


class Snapshot:
    """名录快照 — the directory as it stood under one stamp: the organs, who stands for whom, what they were called."""

    def __init__(self, token: str, organs: Organs, successors: Mapping[str, str], names: Mapping[str, Names]) -> None:
        self.token = token
        self.organs = organs
        self.names = names
        self._successors = successors
        self._merged: dict[str, set[str]] = defaultdict(set)
        for code in successors:
            for later in _line(successors, code):
                self._merged[later].add(code)
        # What is found out once holds as long as the snapshot, and goes with it.
        self.offices_below = cache(self._offices_below)
        self.conferences_kept = cache(self._conferences_kept)

    def standing(self, code: str) -> str:
        """The organ that stands for that one today: itself, or the last of its successors."""
        return (code, *_line(self._successors, code))[-1]

    def files_of(self, code: str) -> frozenset[str]:
        """The codes under which its files lie: its own, and those of every organ merged into it."""
        return frozenset({code, *self._merged.get(code, ())})

    def called(self, code: str) -> set[str]:
        """The code and every name the organ goes or ever went by."""
        return {code, self.organs.name(code), *(name for _, name in self.names.get(code, ()))}

    def _offices_below(self, code: str) -> frozenset[str]:
        """下级信访部门 — below a petition office, the petition offices; below another organ, none."""
        if self.organs.kind(code) is not OrganKind.PETITION_OFFICE:
            return frozenset()
        return frozenset(
            organ.code
            for organ in self.organs
            if organ.kind is OrganKind.PETITION_OFFICE and self.organs.is_superior(code, organ.code)
        )

    def _conferences_kept(self, office: str) -> tuple[str, ...]:
        """联席会议办公室 — a conference has no staff of its own: the petition office of its level does its daily work.

        Art. 11 says so of the central conference; that the local ones are kept the same way is our reading.
        """
        own = self.organs.get(office)
        if own is None or own.kind is not OrganKind.PETITION_OFFICE:
            return ()
        level, superiors = own.level, set(own.superiors)
        return tuple(
            one.code
            for one in self.organs
            if one.kind is OrganKind.JOINT_CONFERENCE and one.level is level and not superiors.isdisjoint(one.superiors)
        )


class _Kept:
    """What this process holds, and when it last looked whether that is still so."""

    snapshot: Snapshot | None = None
    looked = 0.0


def snapshot() -> Snapshot:
    """The directory and its history.

    Whether it has changed is asked by one row, at most once in `FRESH_SECONDS`; inside a transaction, where
    acts are judged, every time: nothing is sent to an organ by a directory that is out of date.
    """
    kept, now = _Kept.snapshot, time.monotonic()
    if kept and now - _Kept.looked < FRESH_SECONDS and not connection.in_atomic_block:
        return kept
    # The token is read before the rows: if they change in between, the next look finds another token.
    token = _token()
    if kept is None or not token or kept.token != token:
        kept = _build(token)
    _Kept.snapshot, _Kept.looked = kept, now
    return kept


def _token() -> str:
    """The `DirectoryStamp` as the database shows it now; empty where nothing was ever stamped."""
    # By hand: every act asks it, and a query built by Django takes several times as long.
    with connection.cursor() as cursor:
        cursor.execute("SELECT token FROM organ_stamp")
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def _build(token: str) -> Snapshot:
    """Four queries, however many organs there are."""
    superiors: dict[str, list[str]] = defaultdict(list)
    through = OrganRecord.superiors.through.objects.order_by("pk")
    for code, above in through.values_list("from_organrecord_id", "to_organrecord_id"):
        superiors[code].append(above)
    names: dict[str, list[tuple[date | None, str]]] = defaultdict(list)
    oldest_first = OrganName.objects.order_by("organ_id", F("since").asc(nulls_first=True))
    for code, since, name in oldest_first.values_list("organ_id", "since", "name"):
        names[code].append((since, name))
    heads: dict[str, list[str]] = defaultdict(list)
    for code, name, roles in Staff.objects.filter(active=True).order_by("pk").values_list("organ_id", "name", "roles"):
        if Role.HEAD in roles:
            heads[code].append(name)
    records = list(OrganRecord.objects.all())
    successors = {one.code: one.successor_id for one in records if one.successor_id}
    return Snapshot(
        token,
        Organs(_organ(one, superiors[one.code], successors, heads[one.code], names[one.code]) for one in records),
        successors,
        {code: tuple(found) for code, found in names.items()},
    )


def _organ(
    record: OrganRecord,
    superiors: list[str],
    successors: Mapping[str, str],
    heads: list[str],
    names: list[tuple[date | None, str]],
) -> Organ:
    """As the law asks about it.

    Above it stands whoever stood there, and where that one was merged, also its successors.  It is led by the leaders
    on file and by whoever works here as its head: that person approves (Art. 34), and accused, bars it (Art. 30¶3).
    """
    above = dict.fromkeys(code for one in superiors for code in (one, *_line(successors, one)))
    above.pop(record.code, None)
    return Organ(
        code=record.code,
        name=record.name,
        kind=OrganKind(record.kind),
        level=Level(record.level),
        superiors=tuple(above),
        leaders=tuple(dict.fromkeys([*record.leaders, *heads])),
        former=tuple(_former(names)),
    )


def _former(names: list[tuple[date | None, str]]) -> Iterator[FormerName]:
    """曾用名称 — each until the day the next name began."""
    for (_, name), (since, _) in pairwise(names):
        if since:
            yield FormerName(name=name, until=since)


def _line(successors: Mapping[str, str], code: str) -> list[str]:
    """The successors of an organ, one after the other."""
    line: list[str] = []
    while code in successors and successors[code] not in line:
        code = successors[code]
        line.append(code)
    return line
