"""What the Regulation leaves open: each reading has a reason, each switch a reading, each reading a provision."""

from dataclasses import fields
from datetime import date

import pytest

from yifa.law.articles import PROVISIONS
from yifa.law.policy import CHOICES
from yifa.law.readings import DEFAULT, OURS, Policy, Readings, Setting

DAY = date(2025, 3, 1)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.name)
def test_a_choice_says_its_reading_reason_source_and_provisions(choice):
    assert choice.reading
    assert choice.reason
    assert choice.source
    assert choice.keys
    assert set(choice.keys) <= set(PROVISIONS)


def test_choices_are_named_apart():
    assert len({choice.name for choice in CHOICES}) == len(CHOICES)


def test_every_switch_is_a_field_and_every_field_has_a_choice():
    assert {choice.switch for choice in CHOICES} - {""} == {one.name for one in fields(Policy)}


def test_our_readings():
    assert (
        DEFAULT.on(DAY)
        == OURS
        == Policy(
            roll_last_day=True,
            extensions=1,
            acceptance_without_notice_days=15,
            notice_exempt_on_transfer=True,
            urgent_worked_days=1,
        )
    )


def test_our_readings_depart_from_nothing():
    assert DEFAULT.departures(DAY) == ()


@pytest.mark.parametrize(
    ("switch", "value", "names"),
    [
        ("roll_last_day", False, ["末日顺延", "交办期限"]),
        ("extensions", 2, ["延期次数"]),
        ("acceptance_without_notice_days", 0, ["受理之日"]),
        ("notice_exempt_on_transfer", False, ["姓名住址不清"]),
        ("urgent_worked_days", 0, ["及时报告"]),
    ],
)
def test_what_an_office_sets_otherwise_holds_and_is_shown_from_its_day(switch, value, names):
    readings = Readings((Setting(name=switch, value=value, since=DAY),))
    assert [choice.name for choice in readings.departures(DAY)] == names
    assert getattr(readings.on(DAY), switch) == value
    assert readings.on(date(2025, 2, 28)) == OURS
    assert Setting(name=switch, value=value, since=DAY).choice.name == names[0]


def test_of_two_settings_the_later_day_holds_and_of_one_day_the_later_word():
    later = date(2025, 6, 1)
    said = [(2, later), (3, later), (1, DAY)]
    readings = Readings(tuple(Setting(name="extensions", value=value, since=day) for value, day in said))
    assert readings.on(DAY).extensions == 1
    assert readings.on(later).extensions == 3


def test_settings_of_different_choices_hold_together():
    readings = Readings(
        (
            Setting(name="extensions", value=2, since=DAY),
            Setting(name="roll_last_day", value=False, since=date(2025, 6, 1)),
        )
    )
    assert readings.on(date(2025, 7, 1)) == Policy(extensions=2, roll_last_day=False)


@pytest.mark.parametrize(
    ("switch", "value", "message"),
    [
        ("extensions", 0, "只能在1至30之间"),
        ("extensions", 31, "只能在1至30之间"),
        ("acceptance_without_notice_days", -1, "只能在0至15之间"),
        ("acceptance_without_notice_days", 16, "不得减损信访人的权利，也不得使机关的期限长于条例所定"),
        ("urgent_worked_days", 2, "只能在0至1之间"),
        ("extensions", True, "应当是整数"),
        ("roll_last_day", 0, "应当是true 或者 false"),
        ("closing", True, "没有可以另定的读法"),
    ],
)
def test_a_setting_that_takes_from_the_petitioner_or_makes_no_sense_is_refused(switch, value, message):
    with pytest.raises(ValueError, match=message):
        Setting(name=switch, value=value, since=DAY)
