"""A banner with letterheads, its people, and files put there through the one door."""

import pytest
from django.conf import LazySettings

from tests.records.histories import BANNER, HISTORIES, ORGAN
from tests.records.histories import OFFICE as XFJ
from yifa.organs.accounts import create_staff
from yifa.organs.directory import load
from yifa.organs.models import Role
from yifa.organs.profile import OfficeProfile
from yifa.papers.models import Letterhead
from yifa.records.models import PetitionRecord
from yifa.records.perform import perform


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def banner(db):
    load(BANNER, by="安装")
    Letterhead.objects.create(organ=XFJ, code_word="示信")
    Letterhead.objects.create(organ=ORGAN, code_word="示民")
    OfficeProfile.objects.create(
        organ_id=ORGAN, phone="0000-0000001", query="凭编号和查询码在网上查询，办结后可以评价。", legal_aid="12348"
    )


@pytest.fixture
def people(banner):
    posts = {
        "局长": (ORGAN, Role.HEAD),
        "承办": (ORGAN, Role.HANDLER),
        "登记": (XFJ, Role.REGISTRAR),
        "法规": (XFJ, Role.SCREENER),
        "镇": ("红旗镇", Role.HEAD),
    }
    return {
        name: create_staff(username=f"u{place}", name=name, organ=organ, roles=[role])
        for place, (name, (organ, role)) in enumerate(posts.items())
    }


@pytest.fixture
def through(banner):
    def through(acts, user=None):
        record = PetitionRecord()
        for act in acts:
            record = perform(act=act, number=record.number, user=user)
        return record

    return through


@pytest.fixture
def file_of(through):
    return lambda history: through(HISTORIES[history])
