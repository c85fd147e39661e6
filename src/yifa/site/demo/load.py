"""载入 — puts the demonstration banner on record, through the one door; killed at any moment, it goes on where it stood."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from yifa.law.acts import Act
from yifa.law.organs import PETITIONER
from yifa.organs import directory
from yifa.organs.accounts import create_staff
from yifa.organs.models import OrganRecord
from yifa.records.models import Idempotency, PetitionRecord
from yifa.records.perform import perform, read
from yifa.site.demo import letterheads, papers, prevention_ledgers, profile, programme_ledgers, reports
from yifa.site.demo.draft import Planned
from yifa.site.demo.live import FIRST, live
from yifa.site.demo.organs import AGRICULTURE, CONFERENCE, MACHINERY, MERGED, OFFICE, ORGANS, PLACES, SHOWN, STAFF
from yifa.site.demo.plan import past
from yifa.site.demo.standing import standing

PASSWORD = "Shifan-2025"  # noqa: S105 - of a demonstration: it is printed at every start
BY = "示范旗载入"
TOGETHER = 20
"""Petitions put on record in one transaction: what is reported as done is done."""

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """载入结果 — how many petitions and acts the demonstration holds, and how many rows this run has written."""

    petitions: int
    acts: int
    written: int


@dataclass(frozen=True, slots=True)
class Account:
    """演示账号 — with whom one may sign in."""

    username: str
    password: str
    about: str


def load(*, seed: int = 2025, today: date | None = None, progress: Progress = lambda *_: None) -> Loaded:
    """Load the demonstration as it stands on `today`, or go on with it; run again on a later day, it moves up to it.

    Raises `ValueError` for a day still to come: what has not happened cannot be recorded.
    """
    now = timezone.localdate()
    today = today or now
    if today > now:
        raise ValueError(f"示范旗不能载入到今天之后：{today}")
    _enter_organs(today)
    _enter_staff()
    profile.publish()
    letterheads.enter()
    plans = planned(seed, today)
    written = _record(plans, seed, progress)
    written += _enter_ledgers(seed, today, progress)
    reports.enter(today)
    papers.enter()
    _open_accounts()
    return Loaded(len(plans), sum(len(plan.acts) for plan in plans), written)


def planned(seed: int, today: date) -> list[Planned]:
    """Every petition of the demonstration up to a day, in the order of registration."""
    everything = (plan.up_to(today) for plan in (*past(seed), *live(seed, today), *standing(seed, today)))
    return sorted((plan for plan in everything if plan.acts), key=lambda plan: (plan.acts[0].on, plan.key))


def accounts() -> list[Account]:
    """One account for every role, once the demonstration is loaded; none where there is none."""
    known = set(User.objects.filter(username__in=SHOWN, staff__organ__in=_codes()).values_list("username", flat=True))
    return [Account(one.username, PASSWORD, one.about) for one in STAFF if one.username in known & set(SHOWN)]


def unfinished() -> bool:
    """Whether a load was begun and not brought to its end: its accounts are opened last."""
    if not OrganRecord.objects.filter(code=OFFICE, name="示范旗信访局").exists():
        return False
    opened = User.objects.filter(username=SHOWN[0]).first()
    return opened is None or not opened.has_usable_password()


def _codes() -> list[str]:
    return [organ.code for organ in ORGANS]


def _enter_organs(today: date) -> None:
    if OrganRecord.objects.filter(code__in=_codes()).count() < len(ORGANS):
        directory.load(ORGANS, places=PLACES, by=BY)
    if date(*MERGED) <= today and OrganRecord.objects.filter(code=MACHINERY, abolished=None).exists():
        directory.merge(organs=[MACHINERY], into=AGRICULTURE, on=date(*MERGED), by=BY)


def _enter_staff() -> None:
    known = set(User.objects.values_list("username", flat=True))
    for one in STAFF:
        if one.username not in known:
            create_staff(username=one.username, name=one.name, organ=one.organ, roles=one.roles)


def _open_accounts() -> None:
    """Give every account that cannot sign in yet the one password; hashed once, for it is no secret."""
    closed = [
        one for one in User.objects.filter(username__in=[p.username for p in STAFF]) if not one.has_usable_password()
    ]
    if closed:
        password = make_password(PASSWORD)
        for one in closed:
            one.password = password
        User.objects.bulk_update(closed, ["password"])


def _record(plans: list[Planned], seed: int, progress: Progress) -> int:
    """Do the acts that are not yet on record, petition by petition."""
    users = _users()
    begun = _begun(seed)
    written = 0
    for start in range(0, len(plans), TOGETHER):
        with transaction.atomic():
            for plan in plans[start : start + TOGETHER]:
                written += _continue(plan, begun.get(plan.key), users)
        for done in range(start, min(start + TOGETHER, len(plans))):
            progress(done + 1, len(plans), "信访事项")
    return written


def _begun(seed: int) -> dict[str, PetitionRecord]:
    found = Idempotency.objects.filter(key__startswith=f"demo:{seed}:").select_related("petition")
    return {one.key: one.petition for one in found}


def _continue(plan: Planned, record: PetitionRecord | None, users: dict[tuple[str, str], User]) -> int:
    """The acts after those on record; a file in which somebody has acted since is left to them."""
    done = record.length if record else 0
    if done >= len(plan.acts) or (record and tuple(read(record)) != plan.acts[:done]):
        return 0
    for seq, act in enumerate(plan.acts[done:], start=done):
        user = users.get((_desk(act), act.officer))
        if record is None:
            record = perform(act=act, user=user, key=plan.key)
        else:
            perform(act=act, number=record.number, user=user, expected=seq)
    return len(plan.acts) - done


def _desk(act: Act) -> str:
    """Where the officer works who writes an act down: the office, for petitioners and for the conference."""
    return act.by if act.by not in {CONFERENCE, PETITIONER} else OFFICE


def _users() -> dict[tuple[str, str], User]:
    by_name = {user.username: user for user in User.objects.filter(username__in=[one.username for one in STAFF])}
    return {(one.organ, one.name): by_name[one.username] for one in STAFF}


def _enter_ledgers(seed: int, today: date, progress: Progress) -> int:
    years = range(2024, max(today.year, FIRST.year) + 1)
    written = 0
    for done, year in enumerate(years, start=1):
        written += programme_ledgers.enter(year, today)
        written += sum(_in_batches(prevention_ledgers.enter(seed, year, today)))
        progress(done, len(years), "台账")
    return written


def _in_batches(rows: Iterator[int]) -> Iterator[int]:
    """Several rows in one transaction."""
    some = [0]
    while some:
        with transaction.atomic():
            some = list(islice(rows, TOGETHER))
        yield from some
