"""The plans, without a database: lawful act by act, and so composed that the year's figures come out."""

import hashlib
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta

import pytest

from tests.demo.conftest import TODAY
from yifa.law import limits
from yifa.law.acts import ACTS, CarryOver
from yifa.law.clocks import State, clocks
from yifa.law.duties import breaches
from yifa.law.fold import replay, take
from yifa.law.permits import refusals
from yifa.law.terms import Channel, LeadLevel, Stage, Track
from yifa.organs.roles import ROLES_FOR_ACT, Role
from yifa.site.demo import planned
from yifa.site.demo.organs import OFFICE, ORGANS, SHOWN, STAFF
from yifa.site.demo.standing import targets

RATED = (limits.DISPATCH, limits.DIRECT_NOTICE, limits.NOTICE)
D = date.fromisoformat


def digest(plans):
    return hashlib.sha256("\n".join(f"{plan.key} {plan.acts!r}" for plan in plans).encode()).hexdigest()


@pytest.mark.parametrize(
    ("seed", "today"),
    [
        (2025, "2026-11-24"),  # a Tuesday
        (7, "2026-10-04"),  # in the middle of a holiday
        (11, "2026-01-05"),  # little of the year is there yet
        (2025, "2027-03-06"),  # a year without a notice
    ],
)
def test_the_law_refuses_no_act_of_any_plan(seed, today, organs):
    refused = []
    for plan in planned(seed, D(today)):
        petition = replay((), organs)
        for place, act in enumerate(plan.acts):
            found = list(refusals(act, petition))
            refused += [(plan.key, place, type(act).__name__, one.reason) for one in found]
            take(petition, act)
    assert refused == []


def test_nothing_is_planned_after_the_day_of_loading(plans):
    assert max(act.on for plan in plans for act in plan.acts) <= TODAY


def test_every_key_is_its_own(plans):
    assert len({plan.key for plan in plans}) == len(plans)


def test_every_act_of_the_law_occurs(plans):
    """All but taking over a file from another system: nothing here was imported."""
    done = {type(act) for plan in plans for act in plan.acts}
    assert set(ACTS.values()) - done == {CarryOver}


def test_receipts_of_both_years(office_files):
    counted = Counter(
        (receipt.received.year, receipt.channel) for petition in office_files for receipt in petition.receipts
    )
    assert {key: number for key, number in counted.items() if key[0] < 2026} == {
        (2024, Channel.VISIT): 655,
        (2024, Channel.ONLINE): 388,
        (2024, Channel.LETTER): 206,
        (2025, Channel.VISIT): 936,
        (2025, Channel.ONLINE): 329,
        (2025, Channel.LETTER): 60,
    }


def test_all_was_dispatched_and_told_in_time_in_both_years(files):
    judged = Counter(
        (clock.due.day.year, clock.state(TODAY))
        for petition in files.values()
        for clock in clocks(petition, None)
        if clock.limit in RATED and clock.due.day.year < 2026
    )
    assert set(judged) == {(2024, State.MET), (2025, State.MET)}


def test_one_time_resolution_of_2025(office_files):
    answered = [
        bool(claim.resolved) and not any(one.received > claim.answered for one in petition.receipts[1:])
        for petition in office_files
        for claim in petition.claims.values()
        if claim.answered and claim.answered.year == 2025
    ]
    assert (sum(answered), len(answered)) == (875, 950)


def test_lead_officials_of_2025_at_all_five_levels(office_files):
    led = Counter(
        (petition.receipts[0].people >= 5, {one.level for one in petition.leads} == set(LeadLevel))
        for petition in office_files
        if petition.leads and petition.leads[0].on.year == 2025
    )
    assert led == {(True, True): 32, (False, True): 74}


def test_the_years_that_are_over_are_in_order(files):
    """Whatever came in before 2026 broke no duty."""
    broken = [
        (key, breach.what)
        for key, petition in files.items()
        if petition.receipts[0].received.year < 2026
        for breach in breaches(petition, TODAY)
    ]
    assert broken == []


def test_the_live_year_has_breaches(files):
    broken = {breach.what for petition in files.values() for breach in breaches(petition, TODAY)}
    assert {"转送、交办逾期", "书面告知（转送、交办）逾期", "办结逾期", "复查逾期", "复核逾期"} <= broken


def test_petitions_stand_in_every_stage_and_track(files):
    stages = {claim.stage for petition in files.values() for claim in petition.claims.values()}
    stages |= {petition.stage for petition in files.values()}
    assert stages == set(Stage) - {Stage.UNREGISTERED}
    recent = {
        (claim.track, claim.stage)
        for key, petition in files.items()
        if str(TODAY) in key
        for claim in petition.claims.values()
    }
    assert {track for track, stage in recent if stage is Stage.REGISTERED} == set(Track)
    assert {track for track, stage in recent if stage is Stage.NOTIFIED} == set(Track) - {Track.B, Track.C1}


@pytest.mark.parametrize("limit", ["T01", "T03", "T04", "T05", "T06", "T08", "T09", "T10", "T11"])
def test_of_each_limit_something_is_due_today_soon_and_late(limit, files):
    open_days = {
        clock.due.day
        for petition in files.values()
        for clock in clocks(petition, TODAY)
        if clock.limit.id == limit and clock.met is None and clock.ended is None
    }
    assert set(targets(TODAY).values()) <= open_days


def test_days_aimed_at_are_worked_ones():
    """A limit never ends on a day that is not worked: then the nearest one stands for it."""
    assert targets(D("2026-11-25")) == {
        "今日": D("2026-11-25"),
        "三日内": D("2026-11-26"),
        "逾期": D("2026-11-23"),
    }
    assert targets(D("2026-11-22"))["今日"] == D("2026-11-23")


def test_the_same_seed_and_day_make_the_same_plan_in_another_process(plans):
    program = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.settings'; import django; django.setup();"
        "from tests.demo.conftest import TODAY; from tests.demo.test_plan import digest;"
        "from yifa.site.demo import planned; print(digest(planned(2025, TODAY)))"
    )
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == digest(plans)


def test_another_seed_makes_another_year(plans):
    assert digest(planned(8, D("2024-06-30"))) != digest(planned(2025, D("2024-06-30")))


def test_a_later_day_goes_on_with_every_petition(plans):
    """What was on record on an earlier day is the beginning of what is on record now; the matters of the day are new."""
    later = {plan.key: plan.acts for plan in plans}
    earlier = planned(2025, TODAY - timedelta(days=45))
    kept = [plan for plan in earlier if str(TODAY - timedelta(days=45)) not in plan.key]
    assert kept
    assert all(later[plan.key][: len(plan.acts)] == plan.acts for plan in kept)


def test_whoever_has_an_account_holds_the_role_the_act_needs(plans):
    roles = {(one.organ, one.name): set(one.roles) for one in STAFF}
    wrong = {
        (act.by, act.officer, type(act).__name__)
        for plan in plans
        for act in plan.acts
        if (held := roles.get((act.by, act.officer))) and held.isdisjoint(ROLES_FOR_ACT[type(act)])
    }
    assert wrong == set()


def test_every_role_has_an_account_and_every_name_is_told_apart():
    assert {role for one in STAFF for role in one.roles} == set(Role)
    assert {role for one in STAFF if one.username in SHOWN for role in one.roles} == set(Role)
    assert len({(one.organ, one.name) for one in STAFF}) == len(STAFF)
    assert len({one.username for one in STAFF}) == len(STAFF)


def test_accusations_go_sealed_to_a_named_person(plans, organs):
    sealed = [act for plan in plans for act in plan.acts if type(act).__name__ == "TransferSealed"]
    assert sealed
    assert all(act.recipient and act.envelope and organs.name(act.to) == "示范旗纪委监委" for act in sealed)


def test_codes_fit_where_they_are_stored():
    assert all(len(organ.code) <= 10 for organ in ORGANS)
    assert OFFICE == "SF-XFJ"
