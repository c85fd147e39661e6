"""拼音: names found by initials, syllables or a mix, whatever way their signs are read."""

import pytest

from yifa.pages.pickers import Choice, value_of
from yifa.pages.pinyin import fits, written


@pytest.mark.parametrize(
    ("typed", "name", "found", "why"),
    [
        ("mzj", "示范旗民政局", True, "initials from any sign on"),
        ("sfqmzj", "示范旗民政局", True, "all initials"),
        ("minzheng", "示范旗民政局", True, "syllables"),
        ("minzj", "示范旗民政局", True, "a syllable, then initials"),
        ("minzhen", "示范旗民政局", True, "a syllable begun"),
        ("MZJ", "示范旗民政局", True, "in capitals"),
        ("民政", "示范旗民政局", True, "signs"),
        ("cq", "长渠镇", True, "one reading of 长"),
        ("zq", "长渠镇", True, "the other: nobody has to know which"),
        ("chongqing", "重庆市", True, "and of 重"),
        ("mj", "示范旗民政局", False, "a sign left out"),
        ("", "示范旗民政局", False, "nothing typed finds nothing"),
        ("a12", "A12农场", True, "letters and digits read as themselves"),
    ],
)
def test_what_is_typed_finds_the_name(typed, name, found, why):
    assert fits(typed, name) is found, why


def test_the_script_is_given_every_reading():
    first, second = written("长渠").split(" ")
    assert {"zhang", "chang"} <= set(first.split("|"))
    assert "qu" in second.split("|")


def test_pinyin_stands_for_a_name_only_if_it_fits_one():
    choices = [Choice("民政局", "MZJ", ""), Choice("民政所", "MZS", ""), Choice("水利局", "SLJ", "")]
    assert [value_of(one, choices) for one in ("mzj", "mz", "sl", "民政所", "SLJ", "某公司")] == [
        "MZJ",
        "mz",
        "SLJ",
        "MZS",
        "SLJ",
        "某公司",
    ]
