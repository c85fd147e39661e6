"""T01–T11: every limit of the Regulation, one row one claim, the reason last."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from yifa.law.limits import (
    ASSIGNED,
    DIRECT_NOTICE,
    DISPATCH,
    EXTENSION,
    FINAL_REVIEW,
    FINAL_REVIEW_REQUEST,
    HANDLING,
    LIMITS,
    NOTICE,
    OBJECTION,
    REVIEW,
    REVIEW_REQUEST,
)
from yifa.law.terms import Unit
from yifa.law.workdays import OFFICIAL, Calendar, Due

D = date.fromisoformat


@pytest.mark.parametrize(
    ("limit", "id_", "term", "amount", "unit", "basis"),
    [
        (DISPATCH, "T01", "转送、交办", 15, "日", "22.1 《信访工作条例》第二十二条第一款"),
        (DIRECT_NOTICE, "T02", "书面告知（直接提出）", 15, "日", "23.2 《信访工作条例》第二十三条第二款"),
        (NOTICE, "T03", "书面告知（转送、交办）", 15, "日", "23.3 《信访工作条例》第二十三条第三款"),
        (OBJECTION, "T04", "提出异议", 5, "工作日", "23.3 《信访工作条例》第二十三条第三款"),
        (ASSIGNED, "T05", "反馈交办结果", 0, "日", "22.1(3) 《信访工作条例》第二十二条第一款第三项"),
        (HANDLING, "T06", "办结", 60, "日", "34 《信访工作条例》第三十四条"),
        (EXTENSION, "T07", "延长办理期限", 30, "日", "34 《信访工作条例》第三十四条"),
        (REVIEW_REQUEST, "T08", "请求复查", 30, "日", "35 《信访工作条例》第三十五条"),
        (REVIEW, "T09", "复查", 30, "日", "35 《信访工作条例》第三十五条"),
        (FINAL_REVIEW_REQUEST, "T10", "请求复核", 30, "日", "36.1 《信访工作条例》第三十六条第一款"),
        (FINAL_REVIEW, "T11", "复核", 30, "日", "36.1 《信访工作条例》第三十六条第一款"),
    ],
)
def test_the_table(limit, id_, term, amount, unit, basis):
    assert (limit.id, limit.term, limit.amount, limit.unit) == (id_, term, amount, Unit(unit))
    assert limit.basis.json == basis
    assert LIMITS[id_] is limit


def test_the_table_is_complete_and_in_order():
    assert list(LIMITS) == [f"T{n:02}" for n in range(1, 12)]


@pytest.mark.parametrize(
    ("limit", "day0", "nominal", "day", "why"),
    [
        (DISPATCH, "2026-01-31", "2026-02-15", "2026-02-24", "the Spring Festival moves the last day"),
        (DISPATCH, "2024-02-20", "2024-03-06", "2024-03-06", "2024 is a leap year"),
        (DIRECT_NOTICE, "2025-12-19", "2026-01-03", "2026-01-04", "the next worked day is a Sunday"),
        (NOTICE, "2026-02-10", "2026-02-25", "2026-02-25", "holidays on the way count as days"),
        (OBJECTION, "2026-02-12", "2026-02-26", "2026-02-26", "14 February is worked, 15 to 23 are off"),
        (OBJECTION, "2025-09-29", "2025-10-13", "2025-10-13", "11 October is worked"),
        (ASSIGNED, "2026-05-01", "2026-05-01", "2026-05-06", "the day assigned is the nominal one, and rolls"),
        (ASSIGNED, "2026-05-07", "2026-05-07", "2026-05-07", "a worked day stays"),
        (HANDLING, "2024-03-15", "2024-05-14", "2024-05-14", "sixty days, not two months"),
        (HANDLING, "2025-08-04", "2025-10-03", "2025-10-09", "the National Day holiday"),
        (EXTENSION, "2025-10-03", "2025-11-02", "2025-11-03", "thirty days from the nominal sixtieth"),
        (REVIEW_REQUEST, "2026-03-05", "2026-04-04", "2026-04-07", "a petitioner's right rolls alike"),
        (REVIEW, "2026-03-05", "2026-04-04", "2026-04-07", "from receipt of the request"),
        (FINAL_REVIEW_REQUEST, "2025-12-02", "2026-01-01", "2026-01-04", "over New Year"),
        (FINAL_REVIEW, "2026-06-10", "2026-07-10", "2026-07-10", "thirty days without a hearing"),
    ],
)
def test_the_last_day(limit, day0, nominal, day, why):
    assert limit.due(D(day0)) == Due(D(nominal), D(day)), f"{why}: {limit.basis.gist}"


def test_an_extension_is_added_to_the_nominal_day():
    """Art. 34: day 90, not thirty days after the rolled sixtieth."""
    assert HANDLING.due(D("2025-08-04"), 30) == Due(D("2025-11-02"), D("2025-11-03"))
    assert HANDLING.due(D("2025-08-04"), 30) == EXTENSION.due(HANDLING.due(D("2025-08-04")).nominal)


def test_a_hearing_does_not_count_towards_final_review():
    """Art. 36¶2: a three-day hearing moves the last day by three."""
    assert FINAL_REVIEW.due(D("2026-06-10"), extra=3) == Due(D("2026-07-13"), D("2026-07-13"))


def test_an_office_may_leave_the_last_day_where_it_falls():
    assert DISPATCH.due(D("2026-01-31"), roll=False) == Due(D("2026-02-15"), D("2026-02-15"))


def test_a_limit_is_counted_by_the_calendar_it_is_given():
    nothing_on_file = Calendar()
    assert OBJECTION.due(D("2026-02-12"), calendar=nothing_on_file) == Due(D("2026-02-17"), D("2026-02-17"), (2026,))


def test_a_limit_into_a_year_without_notice_is_provisional():
    found = HANDLING.due(D("2026-11-23"), 0, OFFICIAL)
    assert found == Due(D("2027-01-22"), D("2027-01-22"), (2027,))
    assert found.provisional


def test_the_table_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        HANDLING.amount = 61
    assert len(set(LIMITS.values())) == len(LIMITS)
