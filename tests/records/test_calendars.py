"""Notices filed after the release, and what was provisional until then."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from tests.records.histories import ORGAN, done
from tests.spec.cases import notify, register, transfer
from yifa.law import acts
from yifa.law.workdays import OFFICIAL
from yifa.records.calendars import calendar, file_notice
from yifa.records.models import ClockRow, HolidayNotice
from yifa.records.rebuild import rebuild, verify

NOTICE = """
year = 2027
title = "国务院办公厅关于2027年部分节假日安排的通知"
number = "试〔2026〕1号"
issued = 2026-11-20
[[holiday]]
name = "元旦"
from = 2027-01-01
to = 2027-01-03
worked = [2027-01-09]
"""
REGIONAL = """
year = 2027
region = "内蒙古自治区"
title = "试"
number = "试1号"
issued = 2026-12-01
[[extra]]
name = "试"
from = 2027-01-04
"""
JANUARY = date(2027, 1, 1)


def late_autumn(through):
    """Accepted on 2026-11-02: nominal day sixty is 2027-01-01."""
    return through(
        [
            register("2026-11-02"),
            transfer("2026-11-02"),
            notify("2026-11-02"),
            done(acts.Accept, "2026-11-02", ORGAN, claim="1"),
        ]
    )


@pytest.fixture
def sixty(through):
    late_autumn(through)
    return lambda: ClockRow.objects.values_list("due", "provisional").get(limit="T06")


def test_without_a_filed_notice_the_calendar_is_the_official_one(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert calendar() is OFFICIAL


def test_filing_the_notice_settles_what_was_provisional(sixty):
    assert sixty() == (JANUARY, True)
    user = User.objects.create(username="u")
    assert file_notice(content=NOTICE, by=user) == 2027
    assert HolidayNotice.objects.get().filed_by == user
    told = {one.what.removeprefix("派生数据与行为记录不符：") for one in verify()}
    assert told == {"next_due", "next_due_provisional", "clock", "owed", "holder"}
    assert list(rebuild())
    assert sixty() == (date(2027, 1, 4), False)
    assert list(verify()) == []


def test_an_act_done_after_the_filing_is_judged_by_it(banner, through):
    file_notice(content=NOTICE, by=None)
    late_autumn(through)
    assert ClockRow.objects.get(limit="T06").due == date(2027, 1, 4)


def test_a_later_notice_of_the_same_year_stands_in_for_the_earlier_which_stays_on_file(sixty):
    file_notice(content=NOTICE, by=None)
    assert calendar().roll(JANUARY).day == date(2027, 1, 4)
    file_notice(content=NOTICE.replace("to = 2027-01-03", "to = 2027-01-05"), by=None)
    assert calendar().roll(JANUARY).day == date(2027, 1, 6)
    assert HolidayNotice.objects.count() == 2


def test_a_notice_may_change_a_year_shipped_with_the_release(db):
    changed = NOTICE.replace("2027", "2026").replace("worked = [2026-01-09]", "")
    assert file_notice(content=changed, by=None) == 2026
    assert calendar().is_worked(date(2026, 2, 17))
    assert not OFFICIAL.is_worked(date(2026, 2, 17))


def test_a_region_adds_its_own_days(sixty):
    file_notice(content=NOTICE, by=None)
    assert file_notice(content=REGIONAL, by=None) == 2027
    assert calendar().roll(JANUARY).day == date(2027, 1, 5)


def test_the_filed_calendar_is_read_once(db, django_assert_num_queries):
    file_notice(content=NOTICE, by=None)
    calendar()
    with django_assert_num_queries(1):
        calendar()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "缺少year"),
        ("year = ", "格式不对"),
        (NOTICE.replace("year = 2027", 'year = "2027"'), "year的写法不对"),
        (NOTICE.replace("from = 2027-01-01", "from = 2028-05-01"), "第1个"),
        (NOTICE.replace("to = 2027-01-03", "to = 2026-12-30"), "早于"),
        (NOTICE.split("[[", maxsplit=1)[0], "holiday"),
    ],
)
def test_a_file_that_is_no_notice_is_refused_and_not_kept(db, content, message):
    with pytest.raises(ValueError, match=message):
        file_notice(content=content, by=None)
    assert not HolidayNotice.objects.exists()
