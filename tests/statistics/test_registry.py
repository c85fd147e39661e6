"""The whole year: its results, their JSON, their rows in words, and what they cost."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from tests.settings import ON_POSTGRES
from yifa.law import acts
from yifa.law.acts import Request
from yifa.law.terms import Channel, Track
from yifa.statistics import INDICATORS, Figure, Result, compute, handling, officials, receipts, rows, subjects
from yifa.statistics.indicator import percent
from yifa.statistics.year import Year

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("n", "d", "value", "why"),
    [
        (1, 3, "33.33", "cut off"),
        (2, 3, "66.67", "rounded up"),
        (1, 800, "0.13", "0.125: half goes up"),
        (-1, 800, "-0.13", "a fall of half goes away from nought, as it would be written"),
        (76, 1249, "6.08", "the total of the report"),
        (281, 655, "42.90", "its visits"),
        (-59, 388, "-15.21", "online: −15.206"),
        (-146, 206, "-70.87", "letters"),
        (55, 57, "96.49", "screening"),
        (0, 5, "0.00", "nothing of something"),
    ],
)
def test_rounding(n, d, value, why):
    assert str(percent(n, d)) == value, why


def test_nothing_of_nothing_is_no_rate():
    assert percent(0, 0) is None


def test_change_of_counts_and_of_rates():
    count, rate = INDICATORS["receipts"], INDICATORS["repeat_rate"]
    assert Result(count, Figure(1325), Figure(1249)).change == Decimal("6.08")
    assert Result(count, Figure(5), Figure(0)).change is None
    assert Result(rate, Figure(1, 2), Figure(1, 3)).change == Decimal("16.67")
    assert Result(rate, Figure(1, 2), Figure(0, 0)).change is None
    assert Result(rate, Figure(0, 0), Figure(1, 2)).change is None


def test_every_indicator_says_what_it_is():
    assert all(name == one.name and one.term and one.heading and one.version for name, one in INDICATORS.items())
    assert all(one.note for one in INDICATORS.values() if one.d), "a rate says what it is of what"
    assert len({one.term for one in INDICATORS.values()}) == len(INDICATORS)
    headings = [one.heading for one in INDICATORS.values()]
    assert sum(a != b for a, b in pairwise(headings)) + 1 == len(set(headings))


def test_json(file):
    file("2025-03-03").sent("2025-03-04")
    found = {one.name: one.json for one in compute("office", 2025)}
    assert found["receipts"] == {
        "name": "receipts",
        "term": "信访总量",
        "n": 1,
        "d": None,
        "value": 1,
        "previous": 0,
        "change": None,
        "unit": "件次",
        "version": 1,
        "note": receipts.SCOPE,
        "cite": "41.1(1) 《信访工作条例》第四十一条第一款第一项",
    }
    rate = found["office_acceptance_rate"]
    assert (rate["n"], rate["d"], rate["value"], rate["previous"], rate["unit"]) == (1, 1, 100.0, None, "%")


def test_the_order_is_the_registry_s(file):
    file("2025-03-03", Request(text="补发", category="国土资源"))
    names = [one.name for one in compute("office", 2025)]
    assert [name for name in names if "." not in name] == list(INDICATORS)
    assert names[names.index("categories") + 1] == "categories.国土资源"


def changed(before, after):
    return {name for name, one in after.items() if (one.n, one.d) != (before[name].n, before[name].d)}


def test_a_corrected_act_changes_just_what_it_should(file, figures):
    one = file("2025-03-03").sent("2025-03-31")
    before = figures()
    right = acts.Transfer(on=date(2025, 3, 10), by="office", to="land")
    one.do(acts.Correct, "2025-04-01", target=1, reason="日期写错", right=right)
    assert changed(before, figures()) == {"office_acceptance_rate"}
    assert before["office_acceptance_rate"].n == 0


def test_a_corrected_registration_moves_the_receipt(file, figures):
    one = file("2025-03-03", people=9)
    before = figures()
    right = acts.Register(
        on=date(2025, 3, 3),
        by="office",
        channel=Channel.VISIT,
        requests=(Request(text="补发补偿款", track=Track.C6),),
        names=("甲",),
        address="河口镇",
        people=9,
    )
    one.do(acts.Correct, "2025-03-04", target=0, reason="形式写错", right=right)
    after = figures()
    visits = {"visits", "visit_people", "collective_visits", "collective_visit_people"}
    assert changed(before, after) == {"receipts_letter", "receipts_visit", *visits}
    assert after["visit_people"].n == 9


def test_rows_in_words(file):
    one = file("2025-03-03").sent("2025-03-04")
    number = one.record.number
    assert rows("receipts", "office", 2025) == [
        {"number": number, "day": "2025-03-03", "what": "来信  旗县登记  1人  初次件"}
    ]
    assert rows("transfers", "office", 2025) == [
        {"number": number, "day": "2025-03-04", "what": "转送  示范旗信访局  →示范旗自然资源局"}
    ]
    late = rows("organ_acceptance_rate", "office", 2025, of="d")
    assert [line["number"] for line in late] == [number]
    assert "T03 书面告知（转送、交办）" in late[0]["what"]
    assert rows("organ_acceptance_rate", "office", 2025) == []
    assert rows("receipts", "office", 2025, of="d") is None
    assert rows("no_such_figure", "office", 2025) is None
    assert rows("categories.没有的类", "office", 2025) is None


def test_the_rows_of_a_sealed_accusation_tell_nothing(file):
    sealed = file("2025-03-03", Request(text="举报某局长", track=Track.B, accused=("局长乙",)))
    sealed.do(acts.TransferSealed, "2025-03-04", to="discipline", recipient="丙", envelope="M-1")
    for name in ("receipts", "categories", "sealed_transfers", "office_acceptance_rate"):
        (line,) = rows(name, "office", 2025)
        assert (line["number"], line["day"]) == ("", "")
        assert line["what"] == "检举控告件，不显示编号和内容"


def test_every_figure_can_tell_its_rows_in_words(file, figures):
    one = file("2025-03-03", Request(text="补发", track=Track.C6, about=("land", "王某"), category="国土资源"))
    one.done("2025-03-04").led("2025-04-01").repeated("2025-05-01")
    for name, found in figures().items():
        for of in ("n", "d"):
            told = rows(name, "office", 2025, of=of)
            assert told is None or not found.n or told or of == "d", name
            assert "王某" not in str(told)


def test_a_year_costs_few_queries(file, django_assert_max_num_queries):
    for day in ("2024-03-03", "2025-03-03", "2025-06-03"):
        file(day, people=6).done(day).led("2025-07-01")
    with django_assert_max_num_queries(4):
        compute("office", 2025)


SOURCES = {
    "receipt_of_year": receipts.RECEIPTS,
    "clock_of_year": handling.CLOCKS,
    "claim_ended_in_year": handling.ENDED,
    "claim_dispatched_in_year": handling.SENT,
    "claim_subjects_of_year": subjects.CLAIMS,
    "claim_diverted_in_year": subjects.DIVERTED,
    "complaint_of_year": subjects.COMPLAINTS,
    "step_of_year": subjects.STEPS,
    "lead_of_year": officials.LED,
}


@pytest.mark.skipif(ON_POSTGRES, reason="reads SQLite's plan")
@pytest.mark.parametrize("index", SOURCES)
def test_the_rows_behind_a_figure_are_found_by_an_index(index):
    year = Year("office", 2025, date(2026, 1, 1))
    told = SOURCES[index].rows(year, year.this).explain()
    assert f"INDEX {index}" in told, told
    assert "SCAN" not in told, told
