"""The desk's banner with an office and a head who write its reports, and every place of the petition report written."""

import pytest

from tests.desk.conftest import PASSWORD
from yifa.organs.accounts import create_staff
from yifa.organs.models import Role
from yifa.yearbook.kinds import Kind
from yifa.yearbook.models import Narrative
from yifa.yearbook.wording import slots, wording_of


@pytest.fixture
def writers(people):
    for name, role in (("clerk", Role.OFFICE), ("chief", Role.HEAD)):
        people[name] = create_staff(username=name, name=f"职员{name}", organ="office", roles=[role], password=PASSWORD)
    people["bureau"] = create_staff(username="bureau", name="局长", organ="aid", roles=[Role.HEAD], password=PASSWORD)
    return people


@pytest.fixture
def written(writers):
    for slot in slots(wording_of(Kind.PETITIONS, "office")):
        Narrative.objects.create(
            organ="office", kind=Kind.PETITIONS, year=2025, slot=slot, text="已经写好。", by=writers["clerk"]
        )


@pytest.fixture
def at(client, writers):
    def at(name):
        assert client.login(username=name, password=PASSWORD)
        return client

    return at
