"""A banner with a few files: one answered, one sealed, one at another organ, one of a mixed kind; people who look at them."""

from datetime import date

import pytest

from yifa.law.acts import (
    HandlingOpinion,
    Investigate,
    Notify,
    Register,
    Request,
    Serve,
    TakeStatement,
    Transfer,
    TransferSealed,
)
from yifa.law.organs import Organ
from yifa.law.terms import Channel, Level, Method, OrganKind, Outcome, Track
from yifa.organs.accounts import create_staff
from yifa.organs.directory import load
from yifa.organs.models import Role
from yifa.records.perform import perform

D = date.fromisoformat
PASSWORD = "很长的口令2025"

ORGANS = [
    Organ(code="city", name="示范市政府", kind=OrganKind.GOVERNMENT, level=Level.CITY),
    Organ(code="banner", name="示范旗政府", kind=OrganKind.GOVERNMENT, superiors=("city",)),
    Organ(code="office", name="示范旗信访局", kind=OrganKind.PETITION_OFFICE, superiors=("banner",)),
    Organ(code="aid", name="示范旗民政局", superiors=("banner",)),
    Organ(code="water", name="示范旗水利局", superiors=("banner",)),
    Organ(code="town", name="河口镇", kind=OrganKind.TOWN, level=Level.TOWN, superiors=("banner",)),
    Organ(code="discipline", name="示范旗纪委监委", kind=OrganKind.DISCIPLINE, superiors=("city",)),
]


@pytest.fixture
def people(transactional_db):
    return hired()


def hired():
    """The directory, and a person of each kind by the name of the account."""
    load(ORGANS, by="安装")
    posts = {
        "registrar": ("office", Role.REGISTRAR),
        "aid": ("aid", Role.HANDLER),
        "water": ("water", Role.HANDLER),
        "town": ("town", Role.HANDLER),
        "operator": ("office", Role.OPERATOR),
    }
    return {
        name: create_staff(username=name, name=f"职员{name}", organ=organ, roles=[role], password=PASSWORD)
        for name, (organ, role) in posts.items()
    }


def register(on, *claims, **values):
    plain = {"channel": Channel.VISIT, "names": ("某甲",), "address": "河口镇某村"}
    return perform(act=Register(on=D(on), by="office", requests=claims, **plain | values)).number


def decided(number):
    """Handled by the civil affairs bureau up to its opinion."""
    for act in (
        Transfer(on=D("2025-08-06"), by="office", to="aid"),
        Notify(on=D("2025-08-08"), by="aid"),
        TakeStatement(on=D("2025-08-20"), by="aid", statement="陈述"),
        Investigate(on=D("2025-08-25"), by="aid", findings="属实"),
        HandlingOpinion(
            on=D("2025-09-10"),
            by="aid",
            outcome=Outcome.SUPPORT,
            request="补发",
            facts="属实",
            opinion="补发",
            basis_text="社会救助暂行办法",
        ),
    ):
        perform(number=number, act=act)
    return number


@pytest.fixture
def files(people):
    """The numbers of the files by what they are."""
    answered = register(
        "2025-08-04", Request(text="要求补发临时救助金", track=Track.C6, category="民政_救助", about=("town",))
    )
    decided(answered)
    perform(number=answered, act=Serve(on=D("2025-09-12"), by="aid", method=Method.DIRECT, proof="回证"))
    sealed = register(
        "2025-09-01", Request(text="检举镇里截留补贴", track=Track.B, accused=("town",)), channel=Channel.LETTER
    )
    perform(
        number=sealed,
        act=TransferSealed(on=D("2025-09-02"), by="office", to="discipline", recipient="信访室某乙", envelope="密1"),
        user=people["registrar"].user,
    )
    mixed = register(
        "2025-10-09",
        Request(text="要求修渠", track=Track.C6),
        Request(text="检举水利局收钱不办事", track=Track.B, accused=("某局长",)),
    )
    perform(number=mixed, act=Transfer(on=D("2025-10-10"), by="office", to="water", claims=("1",)))
    return {"answered": answered, "sealed": sealed, "mixed": mixed}
