"""A banner with its office, a department under dual leadership, a town; above it the region; and people everywhere."""

from datetime import date

import pytest

from yifa.law.organs import Organ
from yifa.law.terms import Level, OrganKind
from yifa.organs.accounts import create_staff
from yifa.organs.directory import load

DAY = date(2025, 6, 1)

ORGANS = [
    Organ(code="region", name="自治区政府", kind=OrganKind.GOVERNMENT, level=Level.REGION),
    Organ(
        code="region-office",
        name="自治区信访局",
        kind=OrganKind.PETITION_OFFICE,
        level=Level.REGION,
        superiors=("region",),
    ),
    Organ(code="region-land", name="自治区自然资源厅", level=Level.REGION, superiors=("region",)),
    Organ(code="banner", name="示范旗政府", kind=OrganKind.GOVERNMENT, superiors=("region",), leaders=("旗长甲",)),
    Organ(code="office", name="示范旗信访局", kind=OrganKind.PETITION_OFFICE, superiors=("banner",)),
    Organ(code="conference", name="示范旗信访工作联席会议", kind=OrganKind.JOINT_CONFERENCE, superiors=("banner",)),
    Organ(code="land", name="示范旗自然资源局", superiors=("banner", "region-land"), leaders=("局长乙",)),
    Organ(code="land-station", name="自然资源所", level=Level.TOWN, superiors=("land",)),
    Organ(code="water", name="示范旗水利局", superiors=("banner",)),
    Organ(code="discipline", name="示范旗纪委监委", kind=OrganKind.DISCIPLINE, superiors=("region",)),
    Organ(
        code="region-discipline",
        name="自治区纪委监委",
        kind=OrganKind.DISCIPLINE,
        level=Level.REGION,
        superiors=("region",),
    ),
    Organ(code="town", name="河口镇", kind=OrganKind.TOWN, level=Level.TOWN, superiors=("banner",)),
    Organ(
        code="town-office",
        name="河口镇信访办",
        kind=OrganKind.PETITION_OFFICE,
        level=Level.TOWN,
        superiors=("town",),
    ),
    Organ(code="other", name="邻旗政府", kind=OrganKind.GOVERNMENT, superiors=("region",)),
    Organ(code="other-office", name="邻旗信访局", kind=OrganKind.PETITION_OFFICE, superiors=("other",)),
]


@pytest.fixture
def banner(db):
    load(ORGANS, by="安装")


@pytest.fixture
def hire(banner):
    """A person at an organ, in one role or several."""
    count = iter(range(1000))

    def hire(organ, *roles, name=""):
        number = next(count)
        return create_staff(username=f"u{number}", name=name or f"职员{number}", organ=organ, roles=roles)

    return hire
