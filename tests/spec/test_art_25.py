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
    papers,
    refused,
    register,
    request,
    transfer,
)
from yifa.law.acts import ReportUrgent
from yifa.law.terms import Track

URGENT = (register(urgent=True),)


def report(on="2025-08-04", by=OFFICE, to=("旗委", "旗政府"), **filled):
    return ReportUrgent(on=D(on), by=by, to=to, **{"proposal": "立即救助", **filled})


@pytest.mark.parametrize(
    ("history", "on", "owed", "breach", "why"),
    [
        (URGENT, "2025-08-04", True, False, "the same day, still to be reported"),
        (URGENT, "2025-08-05", True, True, "not at once"),
        ((*URGENT, report()), "2025-08-20", False, False, "reported at once"),
        ((register(),), "2025-08-20", False, False, "neither grave nor urgent"),
        ((register(by=ORGAN, urgent=True),), "2025-08-05", True, True, "every organ, not only the office"),
    ],
)
def test_at_once(history, on, owed, breach, why):
    petition, by = lawful(*history), history[0].by
    assert (("D06", "", by) in papers(petition, on)) is owed, why
    assert (("25.1", by, "2025-08-05") in broken(petition, on)) is breach


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
    assert further(town, report()).reported == D("2025-08-04")
