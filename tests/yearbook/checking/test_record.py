"""A report beside the record: each figure that names an indicator is compared with the office's own."""

from datetime import date
from functools import partial

import pytest

from yifa.law.acts import Register, Request
from yifa.law.organs import Organ
from yifa.law.terms import Channel, OrganKind
from yifa.organs.directory import load
from yifa.records.perform import perform
from yifa.statistics import compute
from yifa.yearbook.checking import check
from yifa.yearbook.checking.record import claims

pytestmark = pytest.mark.django_db


@pytest.fixture
def results():
    load(
        [
            Organ(code="banner", name="示范旗政府", kind=OrganKind.GOVERNMENT),
            Organ(code="office", name="示范旗信访局", kind=OrganKind.PETITION_OFFICE, superiors=("banner",)),
        ],
        by="安装",
    )
    for year, channel in [
        (2024, Channel.LETTER),
        (2025, Channel.LETTER),
        (2025, Channel.LETTER),
        (2025, Channel.VISIT),
    ]:
        register = Register(
            on=date(year, 3, 3),
            by="office",
            requests=(Request(text="要求修路"),),
            channel=channel,
            names=("某甲",),
            address="某村",
        )
        perform(act=register)
    return compute("office", 2025, on=date(2026, 3, 1))


def told(text, results):
    found = check(text, partial(claims, results=results, year=2025))
    return {(one.kind.value, one.stated, one.computed, one.ok) for one in found.claims if "案卷" in one.why}


def test_counts_and_changes_that_agree(results):
    text = "一是示范旗信访总量共3件次，同比上升200%。从信访形式看，各类走访1件；来信2件，同比上升100.00%。"
    assert told(text, results) == {
        ("sum", "3", "3", True),
        ("change", "200%", "200.00%", True),
        ("sum", "1", "1", True),
        ("sum", "2", "2", True),
        ("change", "100.00%", "100.00%", True),
    }


def test_a_figure_that_does_not_agree_is_told(results):
    text = "全旗信访总量5件次。"
    assert told(text, results) == {("sum", "5", "3", False)}
    (one,) = check(text, partial(claims, results=results, year=2025)).findings
    assert "本单位案卷2025年「信访总量」为3" in one.message


@pytest.mark.parametrize(
    "text",
    ["2024年全旗信访总量1件次。", "上年同期信访总量1件次。", "涉法涉诉来信9件。", "信访总量9人次。", "投诉化解率90%。"],
)
def test_what_is_something_else_is_left_alone(text, results):
    assert not told(text, results)
