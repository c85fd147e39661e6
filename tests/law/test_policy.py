"""What the Regulation leaves open: each reading has a reason, each switch a reading, each reading a provision."""

from dataclasses import fields, replace

import pytest

from yifa.law.articles import PROVISIONS
from yifa.law.policy import CHOICES, DEFAULT, Policy


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
        Policy(roll_last_day=True, extensions=1, acceptance_without_notice_days=15, notice_exempt_on_transfer=True)
        == DEFAULT
    )


def test_our_readings_depart_from_nothing():
    assert DEFAULT.departures == ()


@pytest.mark.parametrize(
    ("switch", "value", "names"),
    [
        ("roll_last_day", False, ["末日顺延", "交办期限"]),
        ("extensions", 2, ["延期次数"]),
        ("acceptance_without_notice_days", 0, ["受理之日"]),
        ("notice_exempt_on_transfer", False, ["姓名住址不清"]),
    ],
)
def test_what_an_office_sets_otherwise_is_shown(switch, value, names):
    assert [choice.name for choice in replace(DEFAULT, **{switch: value}).departures] == names


@pytest.mark.parametrize(
    ("switch", "value", "message"),
    [("extensions", 0, "延期次数至少为一次"), ("acceptance_without_notice_days", -1, "推定受理的日数不能为负")],
)
def test_a_setting_that_makes_no_sense_is_refused(switch, value, message):
    with pytest.raises(ValueError, match=message):
        replace(DEFAULT, **{switch: value})
