"""Organs with a letterhead, heads who sign, and a file whose papers are due."""

import pytest

from tests.desk.conftest import PASSWORD
from yifa.organs.accounts import create_staff
from yifa.organs.models import Role
from yifa.organs.profile import OfficeProfile
from yifa.papers.models import Letterhead

OPINION = 5
"""The place of the opinion in the answered file; of the notice before it."""
NOTICE = 2


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def signers(people):
    posts = {"head": ("aid", Role.HEAD), "screener": ("office", Role.SCREENER), "chief": ("office", Role.HEAD)}
    for name, (organ, role) in posts.items():
        people[name] = create_staff(username=name, name=f"职员{name}", organ=organ, roles=[role], password=PASSWORD)
    Letterhead.objects.create(organ="aid", code_word="示民")
    Letterhead.objects.create(organ="office", code_word="示信")
    OfficeProfile.objects.create(organ_id="aid", phone="0000-0000001", query="凭编号和查询码在网上查询")
    return people


@pytest.fixture
def at(client, signers):
    def at(name):
        assert client.login(username=name, password=PASSWORD)
        return client

    return at
