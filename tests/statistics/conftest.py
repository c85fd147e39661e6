"""A banner, and petitions made act by act through the one door."""

from datetime import date, timedelta

import pytest

from yifa.law import acts
from yifa.law.acts import Request
from yifa.law.organs import PETITIONER, Organ
from yifa.law.terms import Channel, LeadLevel, Level, Method, OrganKind, Outcome, Track
from yifa.organs.directory import load
from yifa.records.perform import perform
from yifa.statistics import behind, compute

D = date.fromisoformat
TODAY = D("2026-06-30")
"""The day the figures of these tests are made."""

ORGANS = [
    Organ(code="region", name="自治区政府", kind=OrganKind.GOVERNMENT, level=Level.REGION),
    Organ(code="banner", name="示范旗政府", kind=OrganKind.GOVERNMENT, superiors=("region",)),
    Organ(code="office", name="示范旗信访局", kind=OrganKind.PETITION_OFFICE, superiors=("banner",)),
    Organ(code="land", name="示范旗自然资源局", superiors=("banner",)),
    Organ(code="water", name="示范旗水利局", superiors=("banner",)),
    Organ(code="station", name="自然资源所", level=Level.TOWN, superiors=("land",)),
    Organ(code="court", name="示范旗人民法院", kind=OrganKind.JUSTICE, superiors=("region",)),
    Organ(code="discipline", name="示范旗纪委监委", kind=OrganKind.DISCIPLINE, superiors=("region",)),
    Organ(code="other", name="邻旗政府", kind=OrganKind.GOVERNMENT, superiors=("region",)),
    Organ(code="other-office", name="邻旗信访局", kind=OrganKind.PETITION_OFFICE, superiors=("other",)),
]


@pytest.fixture(autouse=True)
def banner(db):
    load(ORGANS, by="安装")


class File:
    """A petition: `File("2025-03-03").sent("2025-03-04").told(…).accepted(…)…`."""

    def __init__(self, on, *claims, track=Track.C6, by="office", **values):
        plain = {"channel": Channel.LETTER, "names": ("甲",), "address": "河口镇"}
        asked = claims or (Request(text="补发补偿款", track=track),)
        self.record = perform(act=acts.Register(on=D(on), by=by, requests=asked, **plain | values))

    def do(self, act, on, by="office", **values):
        perform(number=self.record.number, act=act(on=D(on), by=by, **values))
        return self

    def sent(self, on, to="land"):
        return self.do(acts.Transfer, on, to=to)

    def told(self, on, by="land"):
        return self.do(acts.Notify, on, by, procedure="信访程序")

    def extended(self, on, by="land"):
        return self.do(acts.Extend, on, by, days=30, reason="案情复杂", approved_by="局长")

    def answered(self, on, by="land"):
        self.do(acts.TakeStatement, on, by, statement="陈述").do(acts.Investigate, on, by, findings="查明")
        return self.do(
            acts.HandlingOpinion,
            on,
            by,
            outcome=Outcome.SUPPORT,
            request="补发",
            facts="属实",
            opinion="支持",
            basis_text="土地管理法",
        )

    def served(self, on, by="land", paper="D27"):
        return self.do(acts.Serve, on, by, method=Method.DIRECT, proof="送达回证", paper=paper)

    def asks(self, act, on, **values):
        return self.do(act, on, PETITIONER, **values)

    def repeated(self, on, **values):
        plain = {"channel": Channel.VISIT, "same": "同人同事"}
        return self.do(acts.Attach, on, **plain | values)

    def led(self, on, *levels):
        for level in levels or tuple(LeadLevel):
            self.do(acts.AppointLead, on, level=level, official=f"{level}领导", post="副旗长", duty="包案化解")
        return self

    def done(self, on):
        """Dispatched on the day, told and answered the days after."""
        day = D(on)
        return self.sent(on).told(str(day + timedelta(1))).answered(str(day + timedelta(2)))


@pytest.fixture
def file():
    return File


@pytest.fixture
def figures():
    """n, d and value of every indicator; checked against the rows behind each."""

    def figures(year=2025, home="office", on=TODAY):
        found = {one.name: one for one in compute(home, year, on)}
        for one in found.values():
            for of, expected in (("n", one.n), ("d", one.d)):
                rows = behind(one.name, home, year, of=of, on=on)
                assert (rows is None) == (expected is None), one.name
                part = one.indicator.n if of == "n" else one.indicator.d
                weighted = getattr(part, "weighted", False) or getattr(part, "column", "")
                if rows is not None and not weighted:
                    assert rows.count() == expected, (one.name, of)
        return found

    return figures
