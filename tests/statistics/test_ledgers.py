"""Figures of the ledgers: they count what the ledgers' own rooms give."""

from datetime import date

import pytest

from yifa.prevention import ledger as prevention
from yifa.programme import ledger as programme

pytestmark = pytest.mark.django_db

PLAIN = {"organ": "office", "by": "bgs01"}


def dispute(number, found, resolved=None):
    row = prevention.record_dispute(
        **PLAIN, town="station", number=number, found=found, kind="邻里关系", summary="排水"
    )
    if resolved:
        prevention.resolve_dispute(row, resolved=resolved, how="协议", by="a")


def test_screening_by_the_end_of_the_year(figures):
    dispute("1", date(2025, 2, 1), date(2025, 12, 31))
    dispute("2", date(2025, 2, 1), date(2026, 1, 1))
    dispute("3", date(2024, 2, 1), date(2025, 1, 1))
    found = figures()
    assert (found["disputes_found"].n, found["disputes_resolved"].n) == (2, 1)
    rate = found["dispute_resolution_rate"]
    assert (rate.n, rate.d, str(rate.value), rate.previous, rate.change) == (1, 2, "50.00", 0, 50)


def test_the_year_under_way_counts_to_the_day(figures):
    dispute("1", date(2026, 6, 30))
    dispute("2", date(2026, 7, 1))
    dispute("3", date(2025, 7, 1))
    found = figures(2026)
    assert (found["disputes_found"].n, found["disputes_found"].previous) == (1, 0)


def test_sums_and_numbers_of_the_programme(figures):
    for scope, attendance in (("本局干部", 12), ("全旗（县）", 140), ("党校", 50)):
        day = date(2025, 11, 17)
        programme.record_training(
            **PLAIN,
            scope=scope,
            title=f"{scope}培训",
            begins=day,
            ends=day,
            hosts="旗信访局",
            audience="干部",
            attendance=attendance,
        )
    programme.record_study(**PLAIN, kind="党组理论学习中心组专题学习", subject="条例", held=date(2025, 3, 1))
    programme.record_meeting(**PLAIN, kind="信访工作联席会议", title="第一次", held=date(2025, 3, 1))
    programme.record_outreach(
        **PLAIN, kind="普法活动", title="广场", held=date(2025, 3, 1), consultations=400, leaflets=800
    )
    found = figures()
    expected = {
        "participants": 202,
        "participants_banner": 140,
        "participants_party_school": 50,
        "own_trainings": 1,
        "study_sessions": 1,
        "party_meetings": 0,
        "joint_conferences": 1,
        "outreach_activities": 1,
        "consultations": 400,
        "leaflets": 800,
        "reads": 0,
    }
    assert {name: found[name].n for name in expected} == expected
    assert all(found[name].previous == 0 and found[name].change is None for name in expected)
