"""The banner of the spec with people in every office, and lawful histories put on record."""

from datetime import date
from random import Random

import pytest
from django.utils import timezone

from tests.properties.histories import LONGEST, history
from tests.records.histories import HISTORIES
from tests.spec.cases import BANNER, FINAL_REVIEWER, REVIEWED, ask_final, final, lawful
from yifa.law.acts import ACTS, HoldHearing, PublishFinalReview
from yifa.law.organs import PETITIONER
from yifa.organs.accounts import create_staff
from yifa.organs.directory import load
from yifa.organs.models import Role, Staff
from yifa.organs.roles import ROLES_FOR_ACT, names_for
from yifa.records.models import Reader
from yifa.records.perform import perform

SEEDS = range(300)

PUBLISHED = lawful(
    *(*REVIEWED, ask_final()),
    HoldHearing(on=date(2025, 10, 25), by=FINAL_REVIEWER, days=3, conclusion="…", claim="1"),
    final(),
    PublishFinalReview(on=date(2025, 11, 20), by=FINAL_REVIEWER, text="…", anonymised=True, claim="1"),
).acts
"""Rarely drawn: a final review that was heard and published."""


@pytest.fixture(scope="session")
def drawn():
    """Permitted histories that reach every act (tests/properties/test_reach.py)."""
    dice = [Random(seed) for seed in SEEDS]
    return [history(tuple(one.getrandbits(32) for _ in range(one.randrange(25, LONGEST)))) for one in dice]


@pytest.fixture(scope="session")
def moments(drawn):
    """For every act, where it was done: (the acts before it, the act), the shortest files first."""
    found = {name: [] for name in ACTS}
    for acts in (PUBLISHED, *HISTORIES.values(), *(one.acts for one in drawn)):
        for number, act in enumerate(acts):
            found[type(act).__name__].append((acts[:number], act))
    return {name: sorted(places, key=lambda place: len(place[0])) for name, places in found.items()}


@pytest.fixture
def today(monkeypatch):
    """Set the day at the office."""

    def on(day: date):
        monkeypatch.setattr(timezone, "localdate", lambda *args: day)

    return on


@pytest.fixture
def banner(db):
    load(BANNER, by="安装")


@pytest.fixture
def hired(banner):
    """Somebody of an organ in a role; hired once."""

    def hired(organ, *roles, name=""):
        username = f"{organ}-{'-'.join(roles)}-{''.join(filter(str.isalnum, name))}"
        found = Staff.objects.filter(user__username=username).first()
        return found or create_staff(
            username=username,
            name=name or f"{organ}{roles[0]}",
            organ=organ,
            roles=list(roles),
            password="口令2025口令",
        )

    return hired


@pytest.fixture
def recorded(banner, today):
    """The number of a file with these acts on record."""

    def recorded(acts):
        today(acts[-1].on)
        number = ""
        for act in acts:
            number = perform(act=act, number=number).number
        return number

    return recorded


@pytest.fixture
def whose(hired):
    """Who does an act: somebody of the right role at the organ that acts, or at the registrar's counter."""

    def whose(act, registrar):
        role = next(one for one in Role if one in ROLES_FOR_ACT[type(act)])
        organ = registrar if act.by == PETITIONER else "旗信访局" if act.by == "旗联席会议" else act.by
        staff = hired(organ, role, name=getattr(act, "approved_by", ""))
        return staff if act.by in names_for(staff, type(act)) else None

    return whose


@pytest.fixture
def named():
    """Name a person to read a sealed file."""

    def named(staff, record):
        if record.sealed:
            Reader.objects.get_or_create(petition=record, user=staff.user)

    return named
