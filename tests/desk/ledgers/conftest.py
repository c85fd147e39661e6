"""The people of the desk and the office's clerk, in the test's own transaction: no page here needs another process."""

import pytest

from tests.desk.conftest import PASSWORD, hired
from yifa.organs.accounts import create_staff
from yifa.organs.models import Role


@pytest.fixture
def people(db):
    extra = {"clerk": Role.OFFICE, "head": Role.HEAD}
    return hired() | {
        name: create_staff(username=name, name=f"职员{name}", organ="office", roles=[role], password=PASSWORD)
        for name, role in extra.items()
    }


@pytest.fixture
def at(client, people):
    def at(name):
        client.force_login(people[name].user)
        return client

    return at
