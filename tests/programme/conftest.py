"""A year's rows, entered with one changed value at a time."""

from datetime import date

import pytest

from yifa.programme import ledger

BANNER = "150899"
DAY = date(2025, 6, 3)


class Entry:
    """`enter.meeting(held=…)`: a plain row of each ledger, any value of it given otherwise."""

    def meeting(self, **values):
        plain = {"kind": "其他党组会", "title": "党组会", "held": DAY}
        return ledger.record_meeting(**self.plain | plain | values)

    def item(self, meeting, **values):
        plain = {"position": 1, "kind": "重点难点问题", "subject": "诉访分离机制", "by": "bgs01"}
        return ledger.add_agenda_item(meeting, **plain | values)

    def study(self, **values):
        plain = {"kind": "其他学习", "subject": "条例", "held": DAY}
        return ledger.record_study(**self.plain | plain | values)

    def training(self, **values):
        plain = {
            "scope": "本局干部",
            "title": "业务培训",
            "begins": DAY,
            "ends": DAY,
            "hosts": "旗信访局",
            "audience": "全体干部",
            "attendance": 12,
        }
        return ledger.record_training(**self.plain | plain | values)

    def outreach(self, **values):
        plain = {"kind": "普法活动", "title": "广场宣传", "held": DAY}
        return ledger.record_outreach(**self.plain | plain | values)

    def plan(self, **values):
        plain = {"kind": "普法责任清单", "title": "清单", "year": 2025, "issued": DAY}
        return ledger.issue_plan(**self.plain | plain | values)

    def task(self, plan, **values):
        plain = {
            "position": 1,
            "task": "条例宣传",
            "responsible_organ": BANNER,
            "due": DAY,
            "by": "bgs01",
        }
        return ledger.add_responsibility(plan, **plain | values)

    def supplied(self, **values):
        plain = {
            "year": 2025,
            "name": "依法处理",
            "value": 14,
            "unit": "人",
            "source_organ": "旗公安局",
            "supplied": DAY,
        }
        return ledger.supply_figure(**self.plain | plain | values)

    plain = {"organ": BANNER, "by": "bgs01"}


@pytest.fixture
def enter():
    return Entry()
