"""第二十五条: what is grave or urgent is reported at once; the report's own rows stand under 第二十二条."""

import pytest

from tests.spec.cases import (
    HANDLED,
    OFFICE,
    ORGAN,
    D,
    broken,
    further,
    lawful,
    otherwise,
    refused,
    register,
    request,
    transfer,
)
from yifa.law.acts import Reach, ReportUrgent
from yifa.law.duties import breaches
from yifa.law.duties import owed as duties_owed
from yifa.law.terms import Track

URGENT = (register(urgent=True),)


def report(on="2025-08-04", by=OFFICE, to=("旗委", "旗政府"), **filled):
    return ReportUrgent(on=D(on), by=by, to=to, **{"proposal": "立即救助", **filled})


@pytest.mark.parametrize(
    ("history", "on", "owed", "breach", "why"),
    [
        (URGENT, "2025-08-04", True, False, "the same day, still to be reported"),
        (URGENT, "2025-08-05", True, False, "及时: the next worked day is in time"),
        (URGENT, "2025-08-06", True, True, "not in time"),
        ((register("2025-08-08", urgent=True),), "2025-08-11", True, False, "known on a Friday: until Monday"),
        ((*URGENT, report()), "2025-08-20", False, False, "reported at once"),
        ((*URGENT, report("2025-08-07")), "2025-08-20", False, True, "reported late, it stays late"),
        ((register(),), "2025-08-20", False, False, "neither grave nor urgent"),
        ((register(by=ORGAN, urgent=True),), "2025-08-06", True, True, "every organ, not only the office"),
    ],
)
def test_at_once(history, on, owed, breach, why):
    petition, by = lawful(*history), history[0].by
    assert (("25.1", by) in {(one.basis.key, one.by) for one in duties_owed(petition, D(on))}) is owed, why
    assert (("25.1", by, "2025-08-06") in broken(petition, on)) is breach


@pytest.mark.parametrize(
    ("reports", "owed", "why"),
    [
        ((), True, "an office reports upward as well (08b)"),
        ((report(),), True, "the own government is not the office above"),
        ((report(), report("2025-08-06", to=("市信访局",))), True, "nor is the office above the national one"),
        ((report(), report("2025-08-06", to=("市信访局", "国家信访局"))), False, "both told (08a)"),
        ((report(to=("国家信访局",)), report(to=("市信访局",)), report("2025-08-05")), False, "in whichever order"),
    ],
)
def test_an_office_owes_the_report_upward_until_it_is_made(reports, owed, why):
    """第二款: without a day, the law sets none."""
    petition = lawful(*URGENT, *reports)
    found = [one for one in duties_owed(petition, D("2026-03-02")) if one.basis.key == "25.2"]
    assert [(one.paper, one.by, one.due) for one in found] == [("D06", OFFICE, None)] * owed, why


def test_other_organs_and_offices_with_none_above_report_to_their_government_alone():
    assert not [
        one for one in duties_owed(lawful(register(by=ORGAN, urgent=True)), D("2026-03-02")) if one.basis.key == "25.2"
    ]


def test_an_office_may_read_in_time_as_the_same_day():
    strict = otherwise(urgent_worked_days=0)
    assert {one.since for one in breaches(lawful(*URGENT), D("2025-08-05"), readings=strict)} == {D("2025-08-05")}


def test_an_urgency_found_out_later_is_owed_from_then():
    petition = lawful(*HANDLED, Reach(on=D("2025-09-01"), by=ORGAN, urgent=True))
    assert broken(petition, "2025-09-02") == set()
    assert broken(petition, "2025-09-03") == {("25.1", OFFICE, "2025-09-03")}


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        (HANDLED, report("2025-08-20", ORGAN), set(), "the handling organ finds out later how grave it is"),
        (HANDLED, report("2025-08-20", OFFICE), set(), "or the office does"),
        (HANDLED, report("2025-08-20", "旗自然资源局"), {("25.1", "by")}, "not one that has no part in it"),
        (
            URGENT,
            report(to=("旗政府", "市信访局", "国家信访局")),
            set(),
            "the office above and the national one (第二款)",
        ),
    ],
)
def test_who_reports(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_a_report_alone_is_no_dispatch():
    petition = lawful(*URGENT, report())
    assert refused(transfer(), petition) == set()
    assert ("22.1", OFFICE, "2025-08-20") in broken(petition, "2025-08-20")


def test_a_report_of_an_accusation_does_not_reach_the_accused():
    accusing = lawful(register(urgent=True, requests=(request("追责", Track.B, accused=("旗长",)),)))
    assert ("30.3", "to") in refused(report(), accusing)
    assert ("30.3", "by") in refused(report(to=("旗委",)), accusing)
    town = lawful(register(urgent=True, requests=(request("追责", Track.B, accused=("镇长",)),)))
    assert refused(report(), town) == set()
    assert ("25.1", "") not in {
        (one.basis.key, one.claim) for one in duties_owed(further(town, report()), D("2025-08-04"))
    }
