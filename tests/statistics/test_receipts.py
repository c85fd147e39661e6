"""How many petitions came in."""

from datetime import date

import pytest

from yifa.law.terms import Channel, Level
from yifa.statistics import behind

pytestmark = pytest.mark.django_db


def test_a_receipt_counts_in_its_form_level_and_month(file, figures):
    file("2025-03-03")
    file("2025-03-31", channel=Channel.ONLINE, level=Level.NATIONAL)
    file("2025-12-31", channel=Channel.VISIT, level=Level.REGION)
    found = figures()
    expected = {
        "receipts": 3,
        "receipts_letter": 1,
        "receipts_online": 1,
        "receipts_visit": 1,
        "receipts_phone": 0,
        "receipts_fax": 0,
        "receipts_county": 1,
        "receipts_national": 1,
        "receipts_region": 1,
        "receipts_city": 0,
        "receipts_m03": 2,
        "receipts_m12": 1,
        "receipts_m01": 0,
    }
    assert {name: found[name].n for name in expected} == expected
    assert found["receipts"].d is None
    assert found["receipts"].unit == "件次"


def test_a_receipt_belongs_to_the_year_it_was_received_in(file, figures):
    file("2025-01-02", received=date(2024, 12, 31))
    file("2025-01-01")
    file("2025-12-31")
    file("2026-01-01")
    assert [figures(year)["receipts"].n for year in (2024, 2025, 2026)] == [1, 2, 1]


def test_visits_count_in_batches_and_persons(file, figures):
    file("2025-03-03", channel=Channel.VISIT, people=4)
    file("2025-03-04", channel=Channel.VISIT, people=5).repeated("2025-03-05", people=11)
    file("2025-03-03", channel=Channel.LETTER, people=40)
    found = figures()
    assert found["visits"].n == 3
    assert found["visit_people"].n == 20
    assert found["collective_visits"].n == 2, "five count as 五人以上"
    assert found["collective_visit_people"].n == 16
    assert found["collective_visit_people"].unit == "人次"


def test_a_repeat_counts_in_the_total_and_in_the_repeat_rate(file, figures):
    file("2025-03-03").repeated("2025-04-01").repeated("2025-05-01")
    file("2025-03-03")
    found = figures()
    assert (found["receipts"].n, found["first_receipts"].n, found["repeat_receipts"].n) == (4, 2, 2)
    assert (found["repeat_rate"].n, found["repeat_rate"].d, str(found["repeat_rate"].value)) == (2, 4, "50.00")


def test_a_repeat_of_a_later_year_counts_there(file, figures):
    file("2024-12-30").repeated("2025-01-02")
    found = figures()
    assert (found["receipts"].n, found["first_receipts"].n, found["repeat_receipts"].n) == (1, 0, 1)
    assert (found["receipts"].previous, found["first_receipts"].previous) == (1, 1)


def test_another_office_counts_for_itself(file, figures):
    file("2025-03-03")
    file("2025-03-03", by="other-office")
    assert figures()["receipts"].n == 1
    assert figures(home="other-office")["receipts"].n == 1


def test_the_year_under_way_is_set_beside_the_same_days_of_the_last(file, figures):
    for day in ("2025-06-30", "2025-07-01", "2025-12-31", "2026-06-30"):
        file(day)
    found = figures(2026)
    assert (found["receipts"].n, found["receipts"].previous) == (1, 1)
    assert (found["receipts_m06"].previous, found["receipts_m07"].previous, found["receipts_m12"].previous) == (1, 0, 0)
    assert figures(2025)["receipts"].n == 3


def test_the_rows_of_a_month_are_those_of_that_month(file):
    file("2024-02-29")
    file("2024-03-01")
    assert [row.received.month for row in behind("receipts_m02", "office", 2024)] == [2]
