"""The one door: every act on a petition is done here, judged by the law, or not at all."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from yifa.law.acts import Act, Register
from yifa.law.articles import cite
from yifa.law.fold import replay, take
from yifa.law.permits import Refusal, refusals
from yifa.law.petition import Petition
from yifa.organs.directory import directory
from yifa.records import codec
from yifa.records.calendars import calendar
from yifa.records.models import ActRecord, Idempotency, PetitionRecord, Reader
from yifa.records.numbering import petition_number
from yifa.records.projections import Rows, columns, rows
from yifa.records.readings import readings_of
from yifa.records.refresh import refresh
from yifa.records.tallies import FOLD_EVERY, fold, follow


class NotPermitted(Exception):  # noqa: N818 - a refusal by law is an answer, not an error
    """The law does not allow the act now; carries every reason."""

    def __init__(self, found: Sequence[Refusal]) -> None:
        super().__init__("；".join(f"{one.reason}（{one.basis}）" for one in found))
        self.refusals = tuple(found)


class ChangedMeanwhileError(Exception):
    """Somebody else acted on the petition since this actor looked at it; carries what was done."""

    def __init__(self, since: Sequence[Act]) -> None:
        super().__init__("本件刚刚有新的办理：" + "、".join(act.term for act in since) + "；请看过之后再办")
        self.since = tuple(since)


def perform(
    *,
    act: Act,
    number: str = "",
    user: User | None = None,
    expected: int | None = None,
    key: str = "",
) -> PetitionRecord:
    """Do `act` in petition `number`; a Register without a number opens a new one.  The only way to write.

    `expected` is how many acts the actor had seen; if there are more, `ChangedMeanwhileError`.  A `key` makes
    a repeated request harmless: the same key answers with the petition of the first, and does nothing.
    Raises `NotPermitted` with every reason, `PetitionRecord.DoesNotExist` for an unknown number.
    """
    try:
        with transaction.atomic():
            record = _open(act, number)
            # Asked once the petition is ours: of two clicks at one moment the later finds what the first has done.
            if key and (done := _done(key)):
                return done
            recorded = read(record)
            if expected is not None and expected < record.length:
                raise ChangedMeanwhileError(recorded[expected:])
            _do(record, recorded, act, user)
            if key:
                Idempotency.objects.create(key=key, petition=record, seq=record.length - 1)
            return record
    except IntegrityError:
        # Two registrations with one key at one moment: no petition was there to wait for; the first answers for both.
        if key and (done := _done(key)):
            return done
        raise


def _done(key: str) -> PetitionRecord | None:
    """The petition of the request that came with this key before."""
    done = Idempotency.objects.select_related("petition").filter(key=key).first()
    return done.petition if done else None


def read(record: PetitionRecord) -> list[Act]:
    """The acts on record, oldest first."""
    if not record.length:
        return []
    # By hand, like all that every act asks.
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, content, version FROM act WHERE petition_id = %s ORDER BY seq", (record.pk,))
        return codec.decode_all(cursor.fetchall())


def load(record: PetitionRecord) -> Petition:
    """The petition as it stands."""
    return replay(read(record), directory())


def _open(act: Act, number: str) -> PetitionRecord:
    if number:
        return PetitionRecord.objects.select_for_update().get(number=number)
    if not isinstance(act, Register):
        raise NotPermitted([Refusal("尚未登记；收到信访事项应当先登记", cite("22.1"))])
    return PetitionRecord(home=act.by)


def _do(record: PetitionRecord, recorded: list[Act], act: Act, user: User | None) -> None:
    organs, today = directory(), timezone.localdate()
    notices, readings = calendar(), readings_of(record.home)
    petition = replay(recorded, organs)
    found = list(refusals(act, petition, notices, readings))
    if act.on > today:
        found.append(Refusal(f"日期晚于今天（{today:%Y-%m-%d}），未发生的事不能登记", act.basis, "on"))
    if found:
        raise NotPermitted(found)
    before: Rows = {}
    if not recorded:
        record.number = petition_number(organ=record.home, year=act.on.year)
    else:
        before = rows(petition, record.home, notices, readings)
    take(petition, act)
    after = rows(petition, record.home, notices, readings)
    for name, value in columns(petition, after).items():
        setattr(record, name, value)
    record.length, seq = record.length + 1, record.length
    written = Written(codec.VERSION, type(act).__name__, codec.encode(act), user.pk if user else None, timezone.now())
    record.digest = chain(record.digest, written)
    record.save()
    done = ActRecord.objects.create(petition=record, seq=seq, digest=record.digest, **written._asdict())
    refresh(record, before, after)
    follow(before, after)
    if done.pk % FOLD_EVERY == 0:
        fold()
    if user and petition.sealed:
        # Who has handled a sealed file knows it already: they stay named.
        Reader.objects.get_or_create(petition=record, user_id=user.pk)


class Written(NamedTuple):
    """What the row of an act says, beside its place."""

    version: int
    kind: str
    content: str
    user_id: int | None
    recorded_at: datetime


def chain(previous: str, row: Written) -> str:
    """The digest of a row and everything before it: a changed or missing act shows in every later one.

    That of version 1 does not know who recorded the act, nor when.
    """
    if row.version == 1:
        told = f"{previous}\n{row.kind}\n{row.content}"
    else:
        at = row.recorded_at.astimezone(UTC).isoformat(timespec="microseconds")
        told = f"{previous}\n{row.version}\n{row.kind}\n{row.user_id or ''}\n{at}\n{row.content}"
    return hashlib.sha256(told.encode()).hexdigest()
