"""An office that the portal files with, its towns and a department; people who work there."""

import pytest

from yifa.law.organs import Organ
from yifa.law.terms import Level, OrganKind
from yifa.organs.accounts import create_staff
from yifa.organs.directory import load
from yifa.organs.models import Role

ORGANS = [
    Organ(code="city", name="示范市人民政府", kind=OrganKind.GOVERNMENT, level=Level.CITY),
    Organ(code="banner", name="示范旗人民政府", kind=OrganKind.GOVERNMENT, superiors=("city",)),
    Organ(code="office", name="示范旗信访局", kind=OrganKind.PETITION_OFFICE, superiors=("banner",)),
    Organ(code="water", name="示范旗水利局", superiors=("banner",), leaders=("石某某",)),
    Organ(code="town", name="河口镇", kind=OrganKind.TOWN, level=Level.TOWN, superiors=("banner",)),
]
PASSWORD = "很长的口令2025"


@pytest.fixture
def organs(db):
    load(ORGANS, by="安装")


@pytest.fixture
def staff(organs):
    posts = {
        "registrar": ("office", Role.REGISTRAR),
        "screener": ("office", Role.SCREENER),
        "water": ("water", Role.HANDLER),
    }
    return {
        name: create_staff(username=name, name=f"职员{name}", organ=organ, roles=[role], password=PASSWORD)
        for name, (organ, role) in posts.items()
    }
