"""Rates: done in time, extended, resolved, rated."""

from datetime import date

import pytest

from yifa.law import acts
from yifa.law.acts import Request
from yifa.law.terms import Evidence, RatedBody, Score, Track

pytestmark = pytest.mark.django_db

OFFICE, ORGAN, DONE, LONGER = (
    "office_acceptance_rate",
    "organ_acceptance_rate",
    "completion_rate",
    "extension_rate",
)


def fraction(result):
    return result.n, result.d


def test_the_office_is_in_time_on_the_fifteenth_day_and_late_after_it(file, figures):
    file("2025-03-03").sent("2025-03-18")
    file("2025-03-03").sent("2025-03-19")
    file("2025-03-03")
    found = figures()[OFFICE]
    assert (*fraction(found), str(found.value)) == (1, 3, "33.33")


def test_a_limit_belongs_to_the_year_in_which_it_falls_due(file, figures):
    file("2024-12-20").sent("2024-12-20")  # due 4 January, a Saturday, so on the 6th
    assert fraction(figures(2024)[OFFICE]) == (0, 0)
    assert fraction(figures(2025)[OFFICE]) == (1, 1)


def test_what_is_not_due_yet_is_no_miss(file, figures):
    file("2026-06-12")
    file("2026-06-15")
    assert fraction(figures(2026)[OFFICE]) == (0, 1)
    assert fraction(figures(2026, on=date(2026, 6, 29))[OFFICE]) == (0, 0), "on the last day it is not late"


def test_the_organ_is_in_time_when_it_tells_the_petitioner_within_fifteen_days(file, figures):
    file("2025-03-03").sent("2025-03-03").told("2025-03-18")
    file("2025-03-03").sent("2025-03-03").told("2025-03-19")
    assert fraction(figures()[ORGAN]) == (1, 2)


def test_an_organ_that_was_asked_directly_counts_with_its_own_files(file, figures):
    file("2025-03-03", by="land").told("2025-03-04")
    assert fraction(figures(home="land")[ORGAN]) == (1, 1)


def test_no_notice_is_owed_without_name_and_address(file, figures):
    file("2025-03-03", names=(), address="", anonymous=True).sent("2025-03-03")
    assert fraction(figures()[ORGAN]) == (0, 0)


def objected(file, on="2025-03-07"):
    return file("2025-03-03").sent("2025-03-03").do(acts.Object, on, "land", reason="不属本局职权")


def test_an_agreed_objection_counts_as_in_time(file, figures):
    objected(file).do(acts.AgreeReturn, "2025-03-10", organ="land", finding="属实").sent("2025-03-11", "water").told(
        "2025-04-15", "water"
    )
    assert fraction(figures()[ORGAN]) == (1, 2), "the first organ's objection; the second organ was late"


def test_an_objection_agreed_to_only_after_the_fifteen_days_counts_as_in_time_too(file, figures):
    objected(file).do(acts.AgreeReturn, "2025-03-25", organ="land", finding="属实").sent("2025-03-25", "water").told(
        "2025-03-26", "water"
    )
    assert fraction(figures()[ORGAN]) == (2, 2)


def test_a_refused_objection_is_no_notice(file, figures):
    objected(file).do(acts.RefuseReturn, "2025-03-10", organ="land", finding="属本局职权")
    assert fraction(figures()[ORGAN]) == (0, 1)


def test_a_claim_withdrawn_before_the_notice_fell_due_is_left_out(file, figures):
    file("2025-03-03").sent("2025-03-03").asks(acts.Withdraw, "2025-03-10", statement="不再要求")
    assert fraction(figures()[ORGAN]) == (0, 0)


def test_a_claim_withdrawn_after_the_notice_fell_due_stays_a_miss(file, figures):
    file("2025-03-03").sent("2025-03-03").asks(acts.Withdraw, "2025-03-30", statement="不再要求")
    assert fraction(figures()[ORGAN]) == (0, 1)


def test_sixty_days_and_an_extension(file, figures):
    file("2025-03-03").sent("2025-03-03").told("2025-03-03").answered("2025-05-06")  # due 2 May, a holiday
    file("2025-03-03").sent("2025-03-03").told("2025-03-03").answered("2025-05-07")
    file("2025-03-03").sent("2025-03-03").told("2025-03-03").extended("2025-04-30").answered("2025-05-30")
    found = figures()
    assert fraction(found[DONE]) == (2, 3)
    assert fraction(found[LONGER]) == (1, 3)
    assert found["extensions"].n == 1


def test_only_petition_procedure_has_sixty_days(file, figures):
    file("2025-03-03", track=Track.A).sent("2025-03-03").told("2025-03-04")
    assert fraction(figures()[DONE]) == (0, 0)


def test_one_time_resolution_needs_evidence_and_no_repeat(file, figures):
    for again, evidence in ((False, True), (True, True), (False, False)):
        found = file("2025-03-03").done("2025-03-04")
        if evidence:
            found.do(acts.Resolve, "2025-03-20", "land", evidence=Evidence.PLEDGE, note="承诺书")
        if again:
            found.repeated("2025-06-01")
    file("2025-03-03").sent("2025-03-04")  # not answered
    assert fraction(figures()["one_time_resolution_rate"]) == (1, 3)


def test_a_repeat_before_the_answer_does_not_undo_it(file, figures):
    file("2025-03-01").repeated("2025-03-03").done("2025-03-04").do(
        acts.Resolve, "2025-03-20", "land", evidence=Evidence.PLEDGE, note="承诺书"
    )
    assert fraction(figures()["one_time_resolution_rate"]) == (1, 1)


def test_office_and_organ_are_rated_apart(file, figures):
    for office, organ in (
        (Score.SATISFIED, Score.FAIRLY),
        (Score.DISSATISFIED, None),
        (None, Score.DISSATISFIED),
        (None, None),
    ):
        found = file("2025-03-03").done("2025-03-04")
        for of, score in ((RatedBody.OFFICE, office), (RatedBody.ORGAN, organ)):
            if score:
                found.asks(acts.Rate, "2025-04-01", of=of, score=score)
    found = figures()
    assert fraction(found["office_participation_rate"]) == (2, 4)
    assert fraction(found["office_satisfaction_rate"]) == (1, 2)
    assert fraction(found["organ_participation_rate"]) == (2, 4)
    assert fraction(found["organ_satisfaction_rate"]) == (1, 2)


def test_one_rating_of_the_petition_stands_for_every_claim(file, figures):
    two = (Request(text="补发", track=Track.C6), Request(text="换证", track=Track.C6))
    file("2025-03-03", *two).sent("2025-03-04").asks(
        acts.Rate, "2025-04-01", of=RatedBody.OFFICE, score=Score.SATISFIED
    )
    assert fraction(figures()["office_participation_rate"]) == (2, 2)


def test_what_went_to_the_courts_or_the_discipline_organs_is_not_open_for_rating(file, figures):
    file("2025-03-03", track=Track.C1).do(acts.TransferToJustice, "2025-03-04", to="court")
    file("2025-03-03", Request(text="举报", track=Track.B, accused=("局长乙",))).do(
        acts.TransferSealed, "2025-03-04", to="discipline", recipient="丙", envelope="M-1"
    )
    found = figures()
    assert fraction(found["office_participation_rate"]) == (0, 0)
    assert fraction(found[OFFICE]) == (2, 2), "the office's own fifteen days count as for all"


def test_what_was_concluded_in_another_system_is_only_received(file, figures):
    file("2025-03-03", origin="QG-1").do(acts.CarryOver, "2025-03-03", state="审核认定办结")
    found = figures()
    assert found["receipts"].n == 1
    assert [fraction(found[name]) for name in (OFFICE, DONE, "one_time_resolution_rate")] == [(0, 0)] * 3
