"""Who may see which petition: role × own or other organ × sealed × barred × named.  One definition, tried on the record."""

from datetime import date

import pytest

from tests.organs.conftest import DAY
from yifa.law.acts import Classify, Register, Request, Transfer, TransferSealed
from yifa.law.claim import Claim, Dispatch, Handling, Review
from yifa.law.organs import Organ
from yifa.law.petition import Petition
from yifa.law.terms import Channel, SupervisionGround, Track
from yifa.organs.directory import directory, load, merge, rename
from yifa.organs.permissions import claims_visible, may_see, visible
from yifa.organs.roles import Role, may_do
from yifa.records.models import PetitionRecord

WORKING = [role for role in Role if role is not Role.OPERATOR]


@pytest.fixture
def file(banner):
    """A petition's row and those that say who may see it."""
    count = iter(range(1000))

    def file(home="office", holders=(), *, sealed=False, readers=(), barred=(), accused=()):
        record = PetitionRecord.objects.create(number=f"X{next(count)}", home=home, sealed=sealed)
        for organ in {home, *holders}:
            record.holders.create(organ=organ, home=home)
        for person in readers:
            record.readers.create(user=person.user)
        for organ in barred:
            record.barred.create(organ=organ, home=home)
        for person in accused:
            record.barred.create(person=person, home=home)
        return record

    return file


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(
    ("organ", "sealed", "named", "barred", "sees", "why"),
    [
        ("office", False, False, "", True, "a file of the own organ"),
        ("land", False, False, "", True, "it goes through the organ's hands"),
        ("water", False, False, "", False, "neither home nor holder"),
        ("banner", False, False, "", False, "standing above is not enough"),
        ("office", True, False, "", False, "sealed, and not named"),
        ("office", True, True, "", True, "sealed, and named"),
        ("land", True, False, "", False, "sealed, and not named"),
        ("land", True, True, "", True, "sealed, and named"),
        ("water", True, True, "", False, "named, but the file is not in its organ's hands"),
        ("office", True, True, "office", False, "named, but its organ is accused"),
        ("land", True, True, "land", False, "named, but its organ is accused"),
        ("land", True, True, "person", False, "named, but accused in person"),
        ("land", True, True, "water", True, "another organ is accused"),
    ],
)
def test_the_matrix(hire, file, role, organ, sealed, named, barred, sees, why):
    person = hire(organ, role, name="被告人" if barred == "person" else "")
    record = file(
        "office",
        ["land"],
        sealed=sealed,
        readers=[person] if named else (),
        barred=[barred] if barred and barred != "person" else (),
        accused=["被告人"] if barred == "person" else (),
    )
    assert may_see(person, record) is (sees and role is not Role.OPERATOR), why


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(
    ("home", "at", "sees", "why"),
    [
        ("office", "region-office", True, "the banner's office is below the region's"),
        ("town-office", "region-office", True, "two levels below"),
        ("town-office", "office", True, "the town's office is below the banner's"),
        ("office", "town-office", False, "above, not below"),
        ("other-office", "office", False, "beside"),
        ("land", "office", False, "a department is no petition office"),
        ("office", "banner", False, "the government is no petition office"),
    ],
)
def test_inspectors_of_a_superior_office_see_the_files_of_offices_below(hire, file, role, home, at, sees, why):
    assert may_see(hire(at, role), file(home)) is (sees and role is Role.INSPECTOR), why


def test_an_inspector_sees_a_sealed_file_below_only_if_named(hire, file):
    named, unnamed = hire("region-office", Role.INSPECTOR), hire("region-office", Role.INSPECTOR)
    record = file("office", sealed=True, readers=[named])
    assert may_see(named, record)
    assert not may_see(unnamed, record)


def test_who_has_left_or_has_no_role_sees_nothing(hire, file):
    person, record = hire("office", *WORKING), file("office")
    assert may_see(person, record)
    person.roles = []
    assert not may_see(person, record)
    person.roles, person.active = [Role.REGISTRAR.value], False
    assert not may_see(person, record)


def test_an_operator_who_was_given_another_role_past_the_form_still_sees_nothing(hire, file):
    person = hire("office", Role.OPERATOR)
    person.roles = [Role.OPERATOR.value, Role.HANDLER.value]
    assert not may_see(person, file("office"))


def test_lists_and_details_agree_and_no_petition_comes_twice(hire, file):
    people = [hire(organ, role) for organ in ("office", "land", "water", "region-office") for role in WORKING]
    for sealed in (False, True):
        for home in ("office", "land", "town-office"):
            for readers in ((), people[::2]):
                file(home, ["land", "water", "town"], sealed=sealed, readers=readers, barred=["water"], accused=["甲"])
    for person in people:
        listed = list(PetitionRecord.objects.filter(visible(person)).order_by("pk"))
        assert listed == [one for one in PetitionRecord.objects.order_by("pk") if may_see(person, one)]


def test_the_condition_works_excluded_and_joined_with_others(hire, file):
    person, mine, theirs = hire("land", Role.HANDLER), file("office", ["land"]), file("office")
    assert list(PetitionRecord.objects.exclude(visible(person))) == [theirs]
    assert list(PetitionRecord.objects.filter(visible(person) & ~visible(hire("water", Role.HEAD)))) == [mine]


def test_a_list_asks_no_more_than_the_stamp_and_the_list(hire, file, django_assert_num_queries):
    person = hire("region-office", Role.INSPECTOR)
    file("office")
    visible(person)  # the directory is read anew once somebody was hired
    with django_assert_num_queries(1):
        condition = visible(person)  # inside a test's transaction the stamp is looked at, once
    with django_assert_num_queries(1):
        assert len(PetitionRecord.objects.filter(condition)) == 1


# 被检举控告的单位及其下属 (Art. 30¶3): whoever is under the accused, by the directory as it is now


@pytest.mark.parametrize(
    ("organ", "barred", "accused", "why"),
    [
        ("land-station", ["land"], [], "the organ above is accused, though the row names only that one"),
        ("land-station", ["banner"], [], "an organ two levels above"),
        ("land-station", ["region-land"], [], "through the other of two superiors"),
        ("land", [], ["局长乙"], "its leader"),
        ("land-station", [], ["局长乙"], "the leader of the organ above"),
        ("land", [], ["旗长甲"], "the leader of the government above"),
        ("land", [], ["示范旗自然资源局"], "accused by name, not by code"),
        ("land", [], ["land"], "a code written where a person belongs"),
    ],
)
def test_whoever_serves_under_the_accused_is_barred(hire, file, organ, barred, accused, why):
    person = hire(organ, *WORKING)
    record = file("office", [organ], sealed=True, readers=[person], barred=barred, accused=accused)
    assert not may_see(person, record), why


def test_an_organ_put_under_the_accused_later_is_barred_too(hire, file):
    load([Organ(code="survey", name="测绘队", superiors=("water",))])
    person = hire("survey", Role.HANDLER)
    record = file("office", ["survey"], sealed=True, readers=[person], barred=["land", "land-station"])
    assert may_see(person, record)
    load([Organ(code="survey", name="测绘队", superiors=("land",))])
    assert not may_see(person, record)


def test_a_new_name_does_not_lift_the_bar(hire, file):
    person = hire("land", Role.HANDLER)
    record = file("office", ["land"], sealed=True, readers=[person], accused=["示范旗自然资源局"])
    rename(organ="land", name="示范旗规划局", on=DAY, by="甲")
    assert not may_see(person, record)


def test_nor_does_a_merger(hire, file):
    person = hire("water", Role.HANDLER)
    record = file("office", ["water"], sealed=True, readers=[person], barred=["land", "land-station"])
    assert may_see(person, record)
    merge(organs=["land"], into="water", on=DAY, by="甲")
    assert not may_see(person, record)


def test_the_superior_of_the_accused_is_not_barred(hire, file):
    person = hire("region-office", Role.INSPECTOR)
    record = file("office", sealed=True, readers=[person], barred=["banner", "office", "land"], accused=["旗长甲"])
    assert may_see(person, record)


def test_the_successor_sees_the_files_of_a_merged_organ(hire, file):
    person = hire("town", Role.HANDLER)
    held, home = file("office", ["water"]), file("water")
    assert not may_see(person, held)
    merge(organs=["water"], into="land", on=DAY, by="甲")
    merge(organs=["land"], into="town", on=date(2025, 7, 1), by="甲")
    assert may_see(person, held)
    assert may_see(person, home)


def test_an_office_merged_away_is_still_below(hire, file):
    person, record = hire("region-office", Role.INSPECTOR), file("town-office")
    merge(organs=["town-office"], into="office", on=DAY, by="甲")
    assert may_see(person, record)


# 一件多项诉求: of a mixed file, the claims


def mixed(**claims):
    """A petition whose claims are given as (accused, holding organs)."""
    petition = Petition(organs=directory(), registered=DAY, registrar="office")
    for id_, (accused, organs) in claims.items():
        petition.claims[id_] = Claim(
            born=DAY, id=id_, text="…", accused=accused, handlings=[Handling(organ, DAY) for organ in organs]
        )
    return petition


@pytest.mark.parametrize(
    ("organ", "claims", "sees", "why"),
    [
        ("land", {"1": ((), ["land"]), "2": ((), ["water"])}, ["1", "2"], "nothing sealed: the whole file"),
        ("land", {"1": ((), ["land"]), "2": (("water",), ["town"])}, ["1"], "an accusation elsewhere"),
        ("land", {"1": ((), ["land"]), "2": (("water",), ["land"])}, ["1", "2"], "it holds the accusation itself"),
        (
            "land",
            {"1": ((), ["water"]), "2": (("water",), ["land"]), "3": (("甲",), ["town"])},
            ["2"],
            "it holds one accusation, not the other",
        ),
        ("water", {"1": ((), ["water"]), "2": (("water",), ["land"])}, ["1"], "it is the accused"),
        ("water", {"1": ((), ["water"]), "2": (("water",), ["water"])}, ["1"], "sent to the accused by mistake"),
        ("water", {"1": (("甲",), ["water"]), "2": (("water",), ["land"])}, [], "it is the accused: nothing sealed"),
        ("land-station", {"1": ((), ["land-station"]), "2": (("局长乙",), ["town"])}, ["1"], "its chief is accused"),
        ("office", {"1": ((), ["land"]), "2": (("water",), ["town"])}, ["1", "2"], "the office that registered it"),
        ("office", {"1": ((), ["land"]), "2": (("旗长甲",), ["town"])}, ["1"], "the office, under the accused"),
        ("region-office", {"1": ((), ["land"]), "2": (("water",), [])}, ["1", "2"], "the inspecting office above"),
    ],
)
def test_of_a_mixed_file_each_sees_what_is_its_own(hire, organ, claims, sees, why):
    assert claims_visible(hire(organ, Role.INSPECTOR), mixed(**claims)) == sees, why


def test_an_accusation_without_a_named_accused_is_sealed_too(hire):
    petition = mixed(**{"1": ((), ["land"]), "2": ((), ["town"])})
    petition.claims["2"].tracks.append((DAY, Track.B))
    assert claims_visible(hire("land", Role.HANDLER), petition) == ["1"]


def test_reviewers_and_the_supervised_hold_the_claim(hire):
    from yifa.law.acts import Supervise, TransferSealed
    from yifa.law.answers import Asked

    petition = mixed(**{"1": (("water",), []), "2": (("甲",), [])})
    petition.claims["1"].dispatches = [Dispatch("town-office", DAY)]
    petition.claims["1"].review = Review("banner", DAY)
    petition.claims["1"].past = [(None, Review("land", DAY), None)]
    petition.claims["2"].referred = TransferSealed(on=DAY, by="office", to="discipline", recipient="丙", envelope="1")
    ordered = Supervise(
        on=DAY, by="office", to="town", ground=SupervisionGround.DELAY, facts="…", advice="…", claim="2"
    )
    petition.asked = [Asked(0, ordered, "town")]
    assert {
        organ: claims_visible(hire(organ, Role.HEAD), petition)
        for organ in ("town-office", "banner", "land", "discipline", "town")
    } == {"town-office": ["1"], "banner": ["1"], "land": ["1"], "discipline": ["2"], "town": ["2"]}


def test_who_sees_no_petition_sees_no_claim(hire):
    petition = mixed(**{"1": ((), ["land"])})
    person = hire("land", Role.HANDLER)
    person.active = False
    assert claims_visible(person, petition) == []
    assert claims_visible(hire("land", Role.OPERATOR), petition) == []


# Through the door: the rows that records writes are the rows this reads


def test_an_accusation_that_came_in_by_the_door_is_seen_by_who_took_it_in_and_nobody_else(hire):
    from yifa.records.perform import load as petition_of
    from yifa.records.perform import perform

    clerk, colleague = hire("office", Role.REGISTRAR, Role.SCREENER), hire("office", *WORKING)
    accused, station = hire("land", *WORKING), hire("land-station", *WORKING)
    register = Register(
        on=DAY,
        by="office",
        channel=Channel.LETTER,
        requests=(Request(text="反映局长乙收钱", accused=("局长乙",)), Request(text="请修水渠")),
    )
    record = perform(act=register, user=clerk.user)
    assert record.sealed
    assert [may_see(one, record) for one in (clerk, colleague, accused, station)] == [True, False, False, False]
    record.readers.create(user=accused.user)
    assert not may_see(accused, record)
    assert claims_visible(clerk, petition_of(record)) == ["1", "2"]


@pytest.mark.parametrize(
    ("accused", "visible_after", "why"),
    [
        (("banner",), False, "the office serves under the accused: sealed and sent, she sees it no more"),
        (("office",), False, "the office itself is accused: it still has to send on what it received"),
        (("局长乙",), True, "of another organ: she keeps the file"),
    ],
)
def test_who_wrote_an_accusation_down_may_seal_and_send_it_and_nothing_later(hire, accused, visible_after, why):
    """Art. 30¶3 and Art. 22¶2 together."""
    from yifa.organs.permissions import awaits_seal
    from yifa.records.models import PetitionRecord
    from yifa.records.perform import perform

    def waits(person):
        return PetitionRecord.objects.filter(awaits_seal(person)).exists()

    clerk, colleague = hire("office", Role.REGISTRAR), hire("office", *WORKING)
    request = Request(text="反映问题", track=Track.B, accused=accused)
    record = perform(act=Register(on=DAY, by="office", channel=Channel.LETTER, requests=(request,)), user=clerk.user)
    assert may_see(clerk, record) is visible_after
    assert [waits(one) for one in (clerk, colleague, hire("office", Role.OPERATOR))] == [True, False, False]
    sealed = TransferSealed(on=DAY, by="office", to="region-discipline", recipient="某丙", envelope="密1")
    assert may_do(clerk, sealed)
    perform(act=sealed, number=record.number, user=clerk.user)
    assert not waits(clerk)
    assert may_see(clerk, record) is visible_after, why


def test_who_is_accused_herself_does_not_keep_the_letter(hire):
    from yifa.organs.permissions import awaits_seal
    from yifa.records.models import PetitionRecord
    from yifa.records.perform import perform

    clerk = hire("office", Role.REGISTRAR, name="某丁")
    request = Request(text="反映某丁", track=Track.B, accused=("某丁",))
    perform(act=Register(on=DAY, by="office", channel=Channel.LETTER, requests=(request,)), user=clerk.user)
    assert not PetitionRecord.objects.filter(awaits_seal(clerk)).exists()


def test_an_ordinary_petition_that_came_in_by_the_door_is_seen_by_whom_it_was_sent_to(hire):
    from yifa.records.perform import perform

    clerk, handler, stranger = (hire(one, Role.HANDLER) for one in ("office", "water", "land"))
    register = Register(on=DAY, by="office", channel=Channel.LETTER, requests=(Request(text="请修水渠"),))
    record = perform(act=register, user=clerk.user)
    perform(act=Classify(on=DAY, by="office", track=Track.C6), number=record.number, user=clerk.user)
    assert [may_see(one, record) for one in (clerk, handler, stranger)] == [True, False, False]
    perform(act=Transfer(on=DAY, by="office", to="water"), number=record.number, user=clerk.user)
    assert [may_see(one, record) for one in (clerk, handler, stranger)] == [True, True, False]
