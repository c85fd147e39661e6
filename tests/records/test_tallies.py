"""Tallies agree with the rows they count, whatever was done, in whatever order, and however often they were folded."""

from random import Random

import pytest
from django.db.models import F, Q, Sum

from tests.properties.histories import LONGEST, history
from tests.records.histories import HISTORIES
from tests.spec.cases import BANNER, OFFICE, D, register, request
from yifa.law.acts import AppointLead, Classify
from yifa.law.fold import replay, take
from yifa.law.terms import LeadLevel, Track
from yifa.records.conditions import test_of as in_memory
from yifa.records.models import ClaimRow, ClockRow, ComplaintRow, PetitionRecord, TallyChange, TallyTotal
from yifa.records.projections import columns, rows
from yifa.records.rebuild import rebuild, verify
from yifa.records.refresh import refresh
from yifa.records.tallies import HANDLERS, PLACES, TALLIES, fold, follow, recount
from yifa.statistics import behind, compute

RANDOM = 12

LED = (
    register(people=6),
    *(
        AppointLead(on=D("2025-08-20"), by=OFFICE, level=level, official=f"{level}领导", post="副旗长", duty="包案化解")
        for level in LeadLevel
    ),
)
"""Six persons, and officials of all five levels."""


def random_histories():
    for seed in range(RANDOM):
        dice = Random(seed)
        yield history(tuple(dice.getrandbits(32) for _ in range(LONGEST))).acts


@pytest.fixture
def years(banner):
    """Petitions of every history and of random ones, act by act as the door writes them, folded now and then."""
    dice = Random(2022)
    for number, acts in enumerate([*random_histories(), *HISTORIES.values(), LED]):
        record, before, petition = PetitionRecord(number=str(number), home=acts[0].by), {}, replay((), BANNER)
        for act in acts:
            take(petition, act)
            after = rows(petition, record.home)
            if not before:
                for name, value in columns(petition, after).items():
                    setattr(record, name, value)
                record.save()
            refresh(record, before, after)
            follow(before, after)
            before = after
            if dice.random() < 0.02:
                fold()


def test_tallies_are_what_their_rows_count(years):
    assert TallyChange.objects.exists(), "some are folded, some are not"
    assert list(recount(mend=False)) == []
    fold()
    assert not TallyChange.objects.exists()
    assert list(recount(mend=False)) == []
    assert set(TallyTotal.objects.values_list("name", flat=True)) == {one.name for one in TALLIES}
    for tally in TALLIES:
        for name in tally.flags:
            assert set(tally.rows().values_list(name, flat=True)) == {True, False}, (tally.name, name)


def test_every_figure_is_the_number_of_its_rows(years):
    reached = set()
    for on in map(D, ("2026-12-31", "2026-02-28", "2025-07-31")):
        for home in PetitionRecord.objects.values_list("home", flat=True).distinct():
            for result in compute(home, on.year, on):
                for of, part, number in (("n", result.indicator.n, result.n), ("d", result.indicator.d, result.d)):
                    found = behind(result.name, home, on.year, of=of, on=on)
                    if found is not None:
                        weight = getattr(part, "weighted", False) and part.source.tally.weight
                        counted = found.aggregate(sum=Sum(weight))["sum"] or 0 if weight else found.count()
                        assert counted == number, (on, home, result.name, of)
                        reached |= {result.name} if number else set()
    assert len(reached) > 50


@pytest.mark.parametrize("table", [TallyTotal, TallyChange])
def test_a_tally_that_is_wrong_is_found_and_counted_anew(through, table):
    record = through(next(iter(HISTORIES.values())))
    if table is TallyTotal:
        fold()
    table.objects.filter(name="receipt").update(counted=F("counted") + 1)
    told = [(record.home, "汇总与派生数据不符：receipt")]
    assert [(one.number, one.what) for one in verify()] == told
    assert [(one.number, one.what) for one in rebuild()] == told
    assert list(verify()) == []


def test_a_month_that_is_not_the_sum_of_its_days_is_found(through):
    through(next(iter(HISTORIES.values())))
    fold()
    TallyTotal.objects.filter(name="step", day=0).delete()
    assert [one.what for one in verify()] == ["汇总与派生数据不符：step"]


def test_no_town_and_no_organ_is_told_of_a_sealed_file(through):
    """Where one is counted before it is known to be an accusation, it is taken back once it is."""
    about = request(about=("旗自然资源局",))
    through([register(requests=(about,), place="河口镇")])
    sealing = Classify(
        on=D("2025-08-05"), by=OFFICE, claim="2", track=Track.B, accused=("旗自然资源局",), reason="举报"
    )
    one = through([register(requests=(about, request()), place="河口镇"), sealing])
    fold()
    counted = TallyTotal.objects.filter(day=0, name__in=("place", "complaint"), counted__gt=0)
    assert set(counted.values_list("name", "counted")) == {("place", 1), ("complaint", 1)}
    assert one.sealed
    assert not ComplaintRow.objects.filter(petition=one).exists()
    assert not PLACES.rows().filter(petition=one).exists()
    assert not HANDLERS.rows().filter(petition=one).exists()
    assert ClaimRow.objects.filter(petition=one, sealed=True).count() == 2


CONDITIONS = [
    Q(),
    Q(met=None),
    Q(met__isnull=False),
    Q(met__lte=F("due")),
    Q(met__gt=F("due")),
    Q(due__lt=D("2025-08-21")) | Q(met__isnull=False),
    Q(extended__gt=0) & Q(limit__in=("T02", "T06")),
    Q(provisional=False, limit="T02"),
]


def test_a_condition_holds_in_memory_where_the_database_says_so(years):
    clocks = list(ClockRow.objects.values())
    for condition in CONDITIONS:
        holds = in_memory(condition)
        assert {row["id"] for row in clocks if holds(row)} == set(
            ClockRow.objects.filter(condition).values_list("id", flat=True)
        ), condition


def test_a_negation_is_not_asked_in_memory():
    with pytest.raises(AssertionError):
        in_memory(~Q(met=None))
