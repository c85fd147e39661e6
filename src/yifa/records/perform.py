"""The one door: every act on a petition is done here, judged by the law, or not at all."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from yifa.law.acts import Act, Register
from yifa.law.articles import cite
from yifa.law.fold import replay, take
from yifa.law.permits import Refusal, refusals
from yifa.law.petition import Petition
from yifa.law.policy import DEFAULT
from yifa.organs.directory import directory
from yifa.records import codec
from yifa.records.calendars import calendar
from yifa.records.models import ActRecord, Idempotency, PetitionRecord, Projection, Reader
from yifa.records.numbering import petition_number
from yifa.records.projections import Rows, columns, rows


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
            if key and (done := Idempotency.objects.select_related("petition").filter(key=key).first()):
                return done.petition
            record = _open(act, number)
            recorded = read(record)
            if expected is not None and expected < record.length:
                raise ChangedMeanwhileError(recorded[expected:])
            _do(record, recorded, act, user)
            if key:
                Idempotency.objects.create(key=key, petition=record, seq=record.length - 1)
            return record
    except IntegrityError:
        # Two requests with one key at the same moment: the other has won, and its answer is ours too.
        if key and (done := Idempotency.objects.select_related("petition").filter(key=key).first()):
            return done.petition
        raise


def read(record: PetitionRecord) -> list[Act]:
    """The acts on record, oldest first."""
    if not record.length:
        return []
    return codec.decode_all(ActRecord.objects.filter(petition=record).order_by("seq").values_list("kind", "content"))


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
    notices = calendar()
    petition = replay(recorded, organs)
    found = list(refusals(act, petition, notices, DEFAULT))
    if act.on > today:
        found.append(Refusal(f"日期晚于今天（{today:%Y-%m-%d}），未发生的事不能登记", act.basis, "on"))
    if found:
        raise NotPermitted(found)
    before: Rows = {}
    if not recorded:
        record.number = petition_number(organ=record.home, year=act.on.year)
    else:
        before = rows(petition, record.home, notices)
    take(petition, act)
    after = rows(petition, record.home, notices)
    for name, value in columns(petition, after).items():
        setattr(record, name, value)
    content = codec.encode(act)
    record.length, seq = record.length + 1, record.length
    record.digest = chain(record.digest, type(act).__name__, content)
    record.save()
    ActRecord.objects.create(
        petition=record,
        seq=seq,
        kind=type(act).__name__,
        content=content,
        user_id=user.pk if user else None,
        recorded_at=timezone.now(),
        digest=record.digest,
    )
    refresh(record, before, after)
    if user and petition.sealed:
        # Who has handled a sealed file knows it already: they stay named.
        Reader.objects.get_or_create(petition=record, user_id=user.pk)


def chain(previous: str, kind: str, content: str) -> str:
    """The digest of an act and everything before it: a changed or missing act shows in every later one."""
    return hashlib.sha256(f"{previous}\n{kind}\n{content}".encode()).hexdigest()


def refresh(record: PetitionRecord, before: Rows, after: Rows) -> None:
    """Bring the projection rows of a petition from `before` to `after`, touching only what differs."""
    fresh: dict[type[Projection], list[Projection]] = defaultdict(list)
    for key, values in after.items():
        if key not in before:
            fresh[key[0]].append(key[0](petition=record, **values))
        elif before[key] != values:
            changed = {name: value for name, value in values.items() if before[key][name] != value}
            _rows_of(record, key, values).update(**changed)
    for table, made in fresh.items():
        table._default_manager.bulk_create(made)
    for key, values in before.items():
        if key not in after:
            _rows_of(record, key, values).delete()


def _rows_of(record: PetitionRecord, key: tuple[type[Projection], tuple[Any, ...]], values: dict[str, Any]) -> Any:
    names = list(values)[: len(key[1])]
    return key[0]._default_manager.filter(petition=record, **dict(zip(names, key[1], strict=True)))
