"""Which days are worked, and where a period ends: the vectors of the fact file, and years nobody has arranged yet."""

from dataclasses import FrozenInstanceError
from datetime import date, timedelta
from itertools import takewhile
from pathlib import Path

import chinese_calendar
import holidays
import pytest

from yifa.law.holidays import notice_title, official
from yifa.law.terms import Unit
from yifa.law.workdays import OFFICIAL, Calendar, CalendarNotPublished, Due, due

D = date.fromisoformat

NOTICE_2027 = """
year = 2027
title = "国务院办公厅关于2027年部分节假日安排的通知"
number = "（测试用，不是真的通知）"
issued = 2026-11-30

[[holiday]]
name = "元旦"
from = 2027-01-01
to = 2027-01-03
worked = [2026-12-27]

[[holiday]]
name = "春节"
from = 2027-02-06
to = 2027-02-12
worked = [2027-02-13]
"""

REGION = """
year = 2026
region = "内蒙古自治区"
title = "某地关于那达慕放假的通知"
number = "（测试用）"
issued = 2026-06-01

[[extra]]
name = "那达慕"
from = 2026-08-10
to = 2026-08-12
"""


def the_days(first, last):
    every = (D(first) + timedelta(days=n) for n in range(10_000))
    return takewhile(lambda day: day <= D(last), every)


# The years on file


def test_every_day_of_five_years_agrees_with_two_other_sources():
    other = holidays.China(years=range(2022, 2027))
    ours, first, second = [], [], []
    for day in the_days("2022-01-01", "2026-12-31"):
        ours.append((day, OFFICIAL.is_worked(day)))
        first.append((day, chinese_calendar.is_workday(day)))
        second.append((day, other.is_working_day(day)))
    assert ours == first
    assert ours == second
    assert len(ours) == 1826


@pytest.mark.parametrize(
    ("year", "notice"),
    [
        (2022, "《国务院办公厅关于2022年部分节假日安排的通知》（国办发明电〔2021〕11号，2021年10月25日）"),
        (2023, "《国务院办公厅关于2023年部分节假日安排的通知》（国办发明电〔2022〕16号，2022年12月8日）"),
        (2024, "《国务院办公厅关于2024年部分节假日安排的通知》（国办发明电〔2023〕7号，2023年10月25日）"),
        (2025, "《国务院办公厅关于2025年部分节假日安排的通知》（国办发明电〔2024〕12号，2024年11月12日）"),
        (2026, "《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号，2025年11月4日）"),
    ],
)
def test_each_year_names_its_notice(year, notice):
    assert [str(one) for one in official() if one.year == year] == [notice]
    assert notice.startswith(notice_title(year))


def test_the_years_on_file():
    assert OFFICIAL.years == (2022, 2023, 2024, 2025, 2026)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ("2026-02-15", "春节放假"),
        ("2026-02-28", "春节调休上班"),
        ("2026-03-07", "星期六"),
        ("2026-03-08", "星期日"),
        ("2026-03-09", "工作日"),
        ("2022-12-31", "元旦放假"),
        ("2027-03-09", "放假安排未公布"),
    ],
)
def test_a_day_is_described(day, kind):
    assert OFFICIAL.describe(D(day)) == kind


# Counting


@pytest.mark.parametrize(
    ("day0", "amount", "unit", "extra", "nominal", "day"),
    [
        ("2026-01-31", 15, "日", 0, "2026-02-15", "2026-02-24"),
        ("2026-02-10", 15, "日", 0, "2026-02-25", "2026-02-25"),
        ("2025-12-19", 15, "日", 0, "2026-01-03", "2026-01-04"),
        ("2025-08-04", 60, "日", 0, "2025-10-03", "2025-10-09"),
        ("2025-08-04", 60, "日", 30, "2025-11-02", "2025-11-03"),
        ("2026-03-05", 30, "日", 0, "2026-04-04", "2026-04-07"),
        ("2026-02-12", 5, "工作日", 0, "2026-02-26", "2026-02-26"),
        ("2025-09-29", 5, "工作日", 0, "2025-10-13", "2025-10-13"),
        ("2026-04-29", 5, "工作日", 0, "2026-05-09", "2026-05-09"),
        ("2025-08-31", 6, "月", 0, "2026-02-28", "2026-02-28"),
    ],
)
def test_the_vectors_of_the_fact_file(day0, amount, unit, extra, nominal, day):
    assert due(D(day0), amount, Unit(unit), extra) == Due(D(nominal), D(day))


@pytest.mark.parametrize(
    ("day0", "amount", "unit", "nominal", "day", "why"),
    [
        ("2024-02-20", 15, "日", "2024-03-06", "2024-03-06", "2024 has a 29 February"),
        ("2025-02-20", 15, "日", "2025-03-07", "2025-03-07", "2025 has none"),
        ("2026-03-04", 0, "日", "2026-03-04", "2026-03-04", "nothing to count: the day itself"),
        ("2026-03-07", 0, "日", "2026-03-07", "2026-03-09", "the day itself, rolled"),
        ("2024-01-31", 1, "月", "2024-02-29", "2024-02-29", "no 31 February: the last of the month"),
        ("2023-01-30", 1, "月", "2023-02-28", "2023-02-28", "nor a 30 February"),
        ("2025-02-28", 1, "月", "2025-03-28", "2025-03-28", "the corresponding date, not the last of the month"),
        ("2025-11-15", 1, "月", "2025-12-15", "2025-12-15", "into December"),
        ("2025-12-15", 1, "月", "2026-01-15", "2026-01-15", "over the year's end"),
        ("2025-03-15", 12, "月", "2026-03-15", "2026-03-16", "twelve months are a year; a Sunday rolls"),
        ("2024-02-29", 1, "年", "2025-02-28", "2025-02-28", "no corresponding date in a common year"),
        ("2024-02-29", 2, "年", "2026-02-28", "2026-02-28", "two years later; that Saturday is worked"),
        ("2022-02-28", 2, "年", "2024-02-28", "2024-02-28", "not the 29th"),
        ("2025-05-10", 1, "年", "2026-05-10", "2026-05-11", "a Sunday rolls"),
        ("2024-04-26", 5, "工作日", "2024-05-07", "2024-05-07", "28 April is worked, 1 to 5 May are not"),
        ("2024-03-04", 5, "工作日", "2024-03-11", "2024-03-11", "five working days span one weekend"),
        ("2026-03-07", 1, "工作日", "2026-03-09", "2026-03-09", "counted from a Saturday"),
        ("2022-12-30", 1, "工作日", "2023-01-03", "2023-01-03", "the notice for 2023 begins on 31 December"),
    ],
)
def test_a_period_ends(day0, amount, unit, nominal, day, why):
    assert due(D(day0), amount, Unit(unit)) == Due(D(nominal), D(day)), why


def test_extra_days_after_working_days_are_calendar_days_and_roll():
    """Thursday 5 March and 5 working days: 12 March; two days more: Saturday 14 March, rolled to Monday."""
    assert due(D("2026-03-05"), 5, Unit.WORKING_DAY, 2) == Due(D("2026-03-14"), D("2026-03-16"))


def test_an_office_may_read_that_a_last_day_does_not_roll():
    assert due(D("2026-01-31"), 15, Unit.DAY, roll=False) == Due(D("2026-02-15"), D("2026-02-15"))


@pytest.mark.parametrize(
    ("amount", "extra", "message"), [(-1, 0, "期间不能为负：-1日，另加0日"), (15, -1, "期间不能为负：15日，另加-1日")]
)
def test_a_negative_period_is_refused(amount, extra, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        due(D("2026-03-05"), amount, Unit.DAY, extra)


@pytest.mark.parametrize(
    ("amount", "unit", "extra"),
    [(15, "日", 0), (1, "月", 0), (1, "年", 0), (15, "工作日", 0), (0, "日", 15), (10**10, "日", 0), (10**7, "年", 0)],
)
def test_a_day_past_the_calendar_is_refused_in_words(amount, unit, extra):
    with pytest.raises(ValueError, match=f"^自9999-12-20起{amount}{unit}（另加{extra}日）超出可以计算的日期$"):
        due(D("9999-12-20"), amount, Unit(unit), extra)


@pytest.mark.parametrize(
    ("value", "name"),
    [(OFFICIAL, "notices"), (OFFICIAL.notices[0], "days"), (due(D("2026-03-05"), 15, Unit.DAY), "day")],
    ids=["calendar", "notice", "due"],
)
def test_what_is_shared_cannot_be_changed(value, name):
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, ())
    assert hash(value)


def test_a_calendar_is_shown_by_its_notices():
    assert repr(Calendar()) == "Calendar(notices=())"


def test_the_last_month_there_is_can_still_be_reached():
    assert due(D("9998-12-31"), 1, Unit.YEAR).nominal == D("9999-12-31")


# Years without a notice


def test_a_year_without_notice_is_refused_not_guessed():
    with pytest.raises(CalendarNotPublished) as caught:
        OFFICIAL.is_worked(D("2027-06-01"))
    assert caught.value.year == 2027
    assert str(caught.value) == (
        "2027年哪些天上班尚不能确定：没有录入《国务院办公厅关于2027年部分节假日安排的通知》。"
        "请在该通知公布后将其录入放假安排，有关期限随即重新计算"
    )


@pytest.mark.parametrize(
    ("day0", "amount", "unit", "nominal", "day", "missing", "why"),
    [
        ("2026-11-23", 60, "日", "2027-01-22", "2027-01-22", (2027,), "sixty days from late November"),
        ("2026-11-23", 30, "日", "2026-12-23", "2026-12-23", (), "still in a year on file"),
        ("2026-12-25", 8, "日", "2027-01-02", "2027-01-02", (2027,), "a Saturday, but it may be worked: no roll"),
        ("2026-12-28", 5, "工作日", "2027-01-02", "2027-01-02", (2027,), "every day of 2027 may be worked"),
        ("2026-12-28", 3, "工作日", "2026-12-31", "2026-12-31", (), "the last day of 2026 is known"),
        ("2027-12-30", 3, "工作日", "2028-01-02", "2028-01-02", (2027, 2028), "both years are missing"),
        ("2021-12-30", 3, "工作日", "2022-01-05", "2022-01-05", (2021,), "one day of 2021, then 2022 as arranged"),
        ("2026-12-28", 6, "月", "2027-06-28", "2027-06-28", (2027,), "months too"),
    ],
)
def test_a_limit_that_reaches_such_a_year_is_provisional(day0, amount, unit, nominal, day, missing, why):
    found = due(D(day0), amount, Unit(unit))
    assert found == Due(D(nominal), D(day), missing), why
    assert found.provisional == bool(missing)


def test_a_provisional_limit_names_the_missing_notices():
    assert due(D("2027-12-30"), 3, Unit.WORKING_DAY).why == (
        "暂定：《国务院办公厅关于2027年部分节假日安排的通知》、《国务院办公厅关于2028年部分节假日安排的通知》"
        "尚未录入，末日可能推后，录入后重新计算"
    )
    assert due(D("2026-03-05"), 5, Unit.WORKING_DAY).why == ""


def test_working_days_then_extra_days_name_both_years():
    found = due(D("2026-12-28"), 5, Unit.WORKING_DAY, 365)
    assert found == Due(D("2028-01-02"), D("2028-01-02"), (2027, 2028))


def test_without_rolling_a_day_of_such_a_year_is_final():
    assert due(D("2026-11-23"), 60, Unit.DAY, roll=False) == Due(D("2027-01-22"), D("2027-01-22"))


def test_the_roll_stops_at_the_first_day_that_may_be_worked():
    only_2022 = Calendar(tuple(one for one in official() if one.year == 2022))
    assert only_2022.roll(D("2022-12-31")) == Due(D("2022-12-31"), D("2023-01-01"), (2023,))


# Filing a notice


@pytest.mark.parametrize(
    ("day0", "amount", "unit", "day"),
    [
        ("2026-12-25", 8, "日", "2027-01-04"),
        ("2026-12-28", 5, "工作日", "2027-01-05"),
        ("2026-11-23", 60, "日", "2027-01-22"),
        ("2026-12-25", 1, "工作日", "2026-12-27"),
    ],
)
def test_filing_the_notice_recomputes(day0, amount, unit, day):
    filed = OFFICIAL.with_notice(NOTICE_2027)
    found = due(D(day0), amount, Unit(unit), calendar=filed)
    assert (found.day, found.provisional) == (D(day), False)


def test_a_notice_is_filed_from_a_file_or_its_text(tmp_path: Path):
    file = tmp_path / "2027.toml"
    file.write_text(NOTICE_2027, encoding="utf-8")
    assert OFFICIAL.with_notice(file) == OFFICIAL.with_notice(NOTICE_2027)
    assert OFFICIAL.with_notice(file).years == (*OFFICIAL.years, 2027)


def test_filing_leaves_the_official_calendar_as_it_was():
    OFFICIAL.with_notice(NOTICE_2027)
    assert 2027 not in OFFICIAL.years


def test_a_second_notice_for_a_year_takes_the_place_of_the_first():
    longer = NOTICE_2027.replace("to = 2027-01-03", "to = 2027-01-04").replace("worked = [2026-12-27]", "worked = []")
    filed = OFFICIAL.with_notice(NOTICE_2027).with_notice(longer)
    assert filed.roll(D("2027-01-02")).day == D("2027-01-05")
    assert not filed.is_worked(D("2026-12-27"))
    assert filed.years.count(2027) == 1


# A region's own days


def test_a_region_adds_days_off():
    local = OFFICIAL.with_notice(REGION)
    assert not local.is_worked(D("2026-08-11"))
    assert local.describe(D("2026-08-11")) == "那达慕放假"
    assert local.roll(D("2026-08-10")) == Due(D("2026-08-10"), D("2026-08-13"))
    assert due(D("2026-08-07"), 5, Unit.WORKING_DAY, calendar=local).day == D("2026-08-19")
    assert not local.is_worked(D("2026-10-01"))
    assert local.years == OFFICIAL.years


@pytest.mark.parametrize("first", [REGION, NOTICE_2027])
def test_a_region_does_not_make_a_year_published(first):
    of_2027 = REGION.replace("2026-08", "2027-08").replace("year = 2026", "year = 2027")
    local = OFFICIAL.with_notice(of_2027)
    assert 2027 not in local.years
    assert local.roll(D("2027-08-10")) == Due(D("2027-08-10"), D("2027-08-13"), (2027,))
    assert not local.with_notice(first).is_worked(D("2027-08-10"))


def test_a_region_stands_above_the_national_arrangement_in_whichever_order_they_are_filed():
    region = REGION.replace("2026-08", "2026-09").replace("-09-10", "-09-20").replace("-09-12", "-09-20")
    national = next(one for one in official() if one.year == 2026)
    assert OFFICIAL.is_worked(D("2026-09-20"))
    local = OFFICIAL.with_notice(region)
    assert not local.is_worked(D("2026-09-20"))
    assert not Calendar((*local.notices, national)).is_worked(D("2026-09-20"))


# A file that is not a year file


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (NOTICE_2027, "", "文件缺少year"),
        (NOTICE_2027, "year = ", "放假安排文件格式不对"),
        ("year = 2027", "year = true", "文件缺少year或者year的写法不对，应为整数"),
        ("year = 2027", 'year = "2027"', "year的写法不对，应为整数"),
        ("year = 2027", "year = 2027\nregion = 1", "region的写法不对，应为文字"),
        ("year = 2027", 'year = 2027\nregion = "某地"', r"地方放假安排用\[\[extra\]\]，不用\[\[holiday\]\]"),
        ("[[holiday]]", "[[extra]]", r"国务院放假安排用\[\[holiday\]\]，不用\[\[extra\]\]"),
        ("[[holiday]]", "[[feast]]", "文件缺少holiday"),
        ('title = "国', 'heading = "国', "文件缺少title"),
        ("number =", "no =", "文件缺少number"),
        ("issued = 2026-11-30", 'issued = "2026-11-30"', "issued的写法不对，应为日期"),
        ("issued = 2026-11-30", "issued = 2026-11-30T08:00:00", "issued的写法不对，应为日期"),
        ('name = "春节"', "", r"第2个\[\[holiday\]\]缺少name"),
        ("from = 2027-02-06", "", r"第2个\[\[holiday\]\]缺少from"),
        ("from = 2027-01-01", "from = 2028-01-01", r"第1个\[\[holiday\]\]的2028-01-01不在2027年"),
        ("from = 2027-01-01", "from = 2026-11-30", "2026-11-30不在2027年"),
        ("from = 2027-01-01", "from = 2025-12-31", "2025-12-31不在2027年"),
        ("to = 2027-02-12", "to = 2027-02-05", r"第2个\[\[holiday\]\]的to（2027-02-05）早于from（2027-02-06）"),
        ("to = 2027-02-12", "to = 5", "to的写法不对，应为日期"),
        ("to = 2027-02-12", "to = 2028-02-12", "2028-02-12不在2027年"),
        ("worked = [2027-02-13]", "worked = 2027-02-13", "worked的写法不对，应为列表"),
        ("worked = [2027-02-13]", "worked = [13]", "worked的写法不对，应为日期"),
        ("worked = [2027-02-13]", "worked = [2029-02-13]", "2029-02-13不在2027年"),
    ],
)
def test_what_is_wrong_with_a_year_file_is_said_with_its_place(old, new, message):
    assert old in NOTICE_2027
    with pytest.raises(ValueError, match=message):
        OFFICIAL.with_notice(NOTICE_2027.replace(old, new))


def test_a_year_file_without_any_holiday_is_refused():
    """A whole year of plain weekdays would be wrong in silence."""
    head = NOTICE_2027.split("[[holiday]]", maxsplit=1)[0]
    with pytest.raises(ValueError, match=r"至少要有一个\[\[holiday\]\]"):
        OFFICIAL.with_notice(head + "holiday = []\n")


def test_a_holiday_that_is_no_table_is_refused():
    head = NOTICE_2027.split("[[holiday]]", maxsplit=1)[0]
    with pytest.raises(ValueError, match=r"第1个\[\[holiday\]\]缺少内容或者内容的写法不对，应为表"):
        OFFICIAL.with_notice(head + "holiday = [1]\n")


def test_a_december_day_before_its_year_and_a_single_day_are_lawful():
    filed = OFFICIAL.with_notice(NOTICE_2027.replace("from = 2027-01-01\nto = 2027-01-03", "from = 2026-12-31"))
    assert [filed.is_worked(D(day)) for day in ("2026-12-31", "2027-01-01")] == [False, True]
