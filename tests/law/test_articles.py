"""Every provision has its row; a citation exists or the import fails; other instruments are dated."""

import re
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest

import yifa
from yifa.law.articles import INSTRUMENTS, PROVISIONS, cite, numeral

D = date.fromisoformat
SOURCES = Path(yifa.__file__).parent

PARAGRAPHS = {
    9: 2,
    11: 2,
    12: 2,
    13: 3,
    14: 2,
    15: 3,
    16: 4,
    17: 2,
    18: 4,
    19: 3,
    20: 4,
    21: 2,
    22: 2,
    23: 4,
    24: 2,
    25: 2,
}
PARAGRAPHS |= {28: 3, 29: 3, 30: 3, 32: 2, 36: 3, 37: 3, 38: 3, 39: 3, 40: 4, 41: 2, 47: 3}
"""How many paragraphs an article has, where there are several."""

ITEMS = {
    "5": 5,
    "8": 3,
    "11.1": 7,
    "14.1": 7,
    "22.1": 3,
    "26": 6,
    "31": 6,
    "32.1": 3,
    "41.1": 4,
    "42": 4,
    "44": 3,
    "45": 4,
    "46": 7,
}
"""How many items a paragraph has, where it has any."""


def the_keys():
    for article in range(1, 51):
        yield str(article)
        count = PARAGRAPHS.get(article)
        for paragraph in [f"{article}.{n}" for n in range(1, count + 1)] if count else [str(article)]:
            if count:
                yield paragraph
            yield from (f"{paragraph}({n})" for n in range(1, ITEMS.get(paragraph, 0) + 1))


def parts(key):
    """The provisions inside this one."""
    return [other for other in PROVISIONS if other != key and re.match(re.escape(key) + r"[.(]", other)]


def test_every_provision_has_a_row_in_order():
    assert list(PROVISIONS) == list(the_keys())


@pytest.mark.parametrize("row", PROVISIONS.values(), ids=lambda row: row.key)
def test_a_provision_is_computed_or_says_why_not(row):
    assert row.computed is not bool(row.why)


@pytest.mark.parametrize("row", PROVISIONS.values(), ids=lambda row: row.key)
def test_a_provision_with_parts_is_computed_if_one_of_them_is(row):
    if inside := parts(row.key):
        assert row.computed or not any(PROVISIONS[key].computed for key in inside)


def test_gists_are_one_short_line_and_tell_provisions_apart():
    gists = [row.gist for row in PROVISIONS.values()]
    assert len(set(gists)) == len(gists)
    assert all(0 < len(gist) <= 40 and "\n" not in gist for gist in gists)


def test_what_the_code_cites_is_computed_and_what_is_computed_is_cited():
    """Articles 17–47 but 41 (the yearbook's); a part is cited with the whole, and the whole with its part."""
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (SOURCES / "law").rglob("*.py"))
    cited = set(re.findall(r'(?:cite\(|@act\("[^"]+", )"(\d[^"]*)"', sources))
    named = cited | set(re.findall(r'"(\d+(?:\.\d+)?(?:\(\d+\))?)"', sources))
    computed = {key for key, row in PROVISIONS.items() if row.computed and not key.startswith("41")}
    assert cited >= {"22.1", "23.3", "34"}
    assert cited - {key for key, row in PROVISIONS.items() if row.computed} == set()
    assert {
        key for key in computed if not {key, *parts(key)} & named and not any(key in parts(whole) for whole in named)
    } == set()


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("34", "《信访工作条例》第三十四条"),
        ("23.3", "《信访工作条例》第二十三条第三款"),
        ("22.1(1)", "《信访工作条例》第二十二条第一款第一项"),
        ("31(6)", "《信访工作条例》第三十一条第六项"),
        ("FY 20", "《中华人民共和国行政复议法》第二十条"),
        ("LZ 27.1", "《中华人民共和国劳动争议调解仲裁法》第二十七条第一款"),
        ("MF 188", "《中华人民共和国民法典》第一百八十八条"),
        ("MFW 265", "《中华人民共和国民法典》第二百六十五条"),
        ("XF05 1", "《信访条例（国务院令第431号）》第一条"),
    ],
)
def test_a_citation_is_printed_as_official_papers_do(key, text):
    assert str(cite(key)) == text
    assert cite(key).json == f"{key} {text}"


@pytest.mark.parametrize(
    ("key", "text"), [("23.3", "第二十三条第三款"), ("FY 20", "《中华人民共和国行政复议法》第二十条")]
)
def test_a_short_citation_leaves_out_the_title_of_the_regulation_only(key, text):
    assert cite(key).short == text


def test_a_citation_carries_our_gist_of_the_regulation_only():
    assert cite("20.3").gist == "多人来访推代表，至多五名"
    assert cite("FY 20").gist == ""


def test_a_citation_tells_its_parts():
    cited = cite("22.1(3)")
    assert (cited.instrument.key, cited.article, cited.paragraph, cited.item) == ("XF", 22, 1, 3)
    assert (cite("34").paragraph, cite("34").item) == (None, None)


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("51", "《信访工作条例》没有这一条款：'51'"),
        ("34.1", "《信访工作条例》没有这一条款：'34.1'"),
        ("23.5", "《信访工作条例》没有这一条款：'23.5'"),
        ("31(7)", "《信访工作条例》没有这一条款：'31(7)'"),
        ("XF 22", "《信访工作条例》没有这一条款：'XF 22'"),
        ("FY 91", "《中华人民共和国行政复议法》没有这一条款：'FY 91'"),
        ("MFW 204", "《中华人民共和国民法典》没有这一条款：'MFW 204'"),
        ("QQ 1", "没有登记这部法规：'QQ 1'"),
        ("", "条文的写法不对：''；应如“23.3”“22.1(1)”“FY 20”"),
        ("23,3", "条文的写法不对：'23,3'；应如“23.3”“22.1(1)”“FY 20”"),
        ("0", "条文的写法不对：'0'；应如“23.3”“22.1(1)”“FY 20”"),
        ("22.1(1) ", "条文的写法不对：'22.1(1) '；应如“23.3”“22.1(1)”“FY 20”"),
        ("FY20", "条文的写法不对：'FY20'；应如“23.3”“22.1(1)”“FY 20”"),
    ],
)
def test_a_citation_that_does_not_exist_is_an_error(key, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        cite(key)


@pytest.mark.parametrize("key", ["1", "50", "FY 1", "FY 90", "MFW 205", "MFW 462"])
def test_the_first_and_the_last_article_exist(key):
    assert cite(key).key == key


def test_an_instrument_without_change_has_no_caution():
    assert INSTRUMENTS["FY"].caution == ""


def test_what_is_cited_cannot_be_changed():
    for value, name in [(cite("34"), "article"), (INSTRUMENTS["FY"], "title"), (PROVISIONS["34"], "gist")]:
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, 0)


@pytest.mark.parametrize(
    ("key", "day", "law"),
    [
        ("34", "2022-04-30", False),
        ("34", "2022-05-01", True),
        ("XF05 1", "2022-04-30", True),
        ("XF05 1", "2022-05-01", False),
        ("FY 20", "2023-12-31", False),
        ("FY 20", "2024-01-01", True),
        ("ZC 4", "2026-02-28", True),
        ("ZC 4", "2026-03-01", False),
        ("NJ 56", "2025-04-30", False),
        ("NJ 56", "2025-05-01", True),
        ("GAZ 165", "2026-01-01", True),
    ],
)
def test_instruments_are_dated(key, day, law):
    assert cite(key).in_force(D(day)) is law


@pytest.mark.parametrize("key", ["GAZ", "ZC", "WA", "FYT"])
def test_an_instrument_that_has_changed_says_what_to_check(key):
    assert INSTRUMENTS[key].caution


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (47, "四十七"),
        (100, "一百"),
        (103, "一百零三"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (188, "一百八十八"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1016, "一千零一十六"),
        (1204, "一千二百零四"),
        (1259, "一千二百五十九"),
    ],
)
def test_numerals(n, text):
    assert numeral(n) == text
