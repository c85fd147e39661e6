"""The directory: built in few queries, kept, rebuilt when a row changes; rename and merge lose nothing."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from tests.organs.conftest import DAY, ORGANS
from yifa.law.organs import FormerName, Organ
from yifa.law.terms import Level, OrganKind
from yifa.organs import snapshot as kept
from yifa.organs.directory import directory, load, merge, name_on, rename, standing
from yifa.organs.models import DirectoryStamp, OrganName, OrganRecord, Role, Staff


def test_the_directory_gives_back_what_was_loaded(banner):
    assert {one.code: one for one in directory()} == {one.code: one for one in ORGANS}


def test_it_is_built_in_five_queries_however_many_organs(banner, django_assert_num_queries):
    load([Organ(code=f"n{n}", name=f"机关{n}", superiors=("banner",)) for n in range(200)])
    OrganRecord.objects.filter(code="n0").update(place="150826")
    with django_assert_num_queries(1 + 4):
        assert len(list(directory())) == len(ORGANS) + 200


def test_inside_a_transaction_one_row_tells_that_nothing_changed(banner, django_assert_num_queries):
    first = directory()
    with django_assert_num_queries(1):
        assert directory() is first


def test_outside_a_transaction_it_asks_once_a_second(banner, monkeypatch, django_assert_num_queries):
    # A test runs inside one; without it the tables would have to be emptied afterwards, which acts refuse.
    outside = SimpleNamespace(in_atomic_block=False, cursor=connection.cursor)
    monkeypatch.setattr(kept, "connection", outside)
    monkeypatch.setattr(kept.time, "monotonic", lambda: 1000.0)
    monkeypatch.setattr(kept._Kept, "snapshot", None)
    monkeypatch.setattr(kept._Kept, "looked", 0.0)
    first = directory()
    OrganRecord.objects.filter(code="water").update(leaders=["新局长"])
    with django_assert_num_queries(0):
        assert directory() is first
    monkeypatch.setattr(kept.time, "monotonic", lambda: 1000.0 + kept.FRESH_SECONDS)
    assert directory().get("water").leaders == ("新局长",)
    monkeypatch.setattr(kept.time, "monotonic", lambda: 1000.0 + 2 * kept.FRESH_SECONDS)
    with django_assert_num_queries(1):
        directory()


@pytest.mark.parametrize(
    "change",
    [
        lambda: OrganRecord.objects.create(code="new", name="新机关"),
        lambda: OrganRecord.objects.filter(code="water").update(place="150826"),
        lambda: OrganRecord.objects.get(code="water").superiors.add("region"),
        lambda: OrganRecord.objects.get(code="water").superiors.remove("banner"),
        lambda: OrganName.objects.filter(organ="water").update(by="更正"),
        lambda: OrganName.objects.filter(organ="water").delete(),
        lambda: Staff.objects.update(active=False),
        lambda: Staff.objects.update(roles=[Role.HEAD]),
        lambda: Staff.objects.all().delete(),
    ],
)
def test_every_change_of_a_row_stamps_the_directory_whoever_makes_it(banner, hire, change):
    hire("water", Role.HANDLER)
    before = DirectoryStamp.objects.get().token
    change()
    assert DirectoryStamp.objects.get().token != before


def test_who_works_as_the_head_of_an_organ_is_one_of_its_leaders(banner, hire):
    on_file = directory().get("water").leaders
    head = hire("water", Role.HEAD, name="某新局长")
    hire("water", Role.HANDLER, name="某科员")
    assert directory().get("water").leaders == (*on_file, "某新局长")
    assert "water" in directory().barred(("某新局长",))
    assert "land" not in directory().barred(("某新局长",))
    Staff.objects.filter(pk=head.pk).update(active=False)
    assert directory().get("water").leaders == on_file


def test_the_law_knows_what_an_organ_was_called(banner):
    before = directory().name("water")
    rename(organ="water", name="水务局", on=date(2025, 7, 1), by="编办")
    assert directory().get("water").former == (FormerName(name=before, until=date(2025, 7, 1)),)
    assert directory().name("water", date(2025, 6, 30)) == before
    assert directory().name("water", date(2025, 7, 1)) == "水务局"


def test_what_was_rolled_back_is_forgotten(banner):
    with transaction.atomic():
        load([Organ(code="ghost", name="幽灵局")])
        assert "ghost" in directory()
        transaction.set_rollback(True)
    assert "ghost" not in directory()


def test_without_a_stamp_nothing_is_kept(banner, django_assert_num_queries):
    DirectoryStamp.objects.all().delete()
    for _ in range(2):
        with django_assert_num_queries(1 + 4):
            directory()


def test_load_brings_a_known_organ_up_to_date_and_keeps_its_name_and_place(banner):
    load([Organ(code="town", name="河口镇", level=Level.TOWN, superiors=("banner",))], places={"town": "150826101"})
    load([Organ(code="town", name="河口镇", kind=OrganKind.TOWN, superiors=("other", "other"), leaders=("镇长",))])
    assert directory().get("town") == Organ(
        code="town", name="河口镇", kind=OrganKind.TOWN, superiors=("other",), leaders=("镇长",)
    )
    assert OrganRecord.objects.get(code="town").place == "150826101"
    assert OrganName.objects.filter(organ="town").count() == 1


@pytest.mark.parametrize(
    ("organs", "message"),
    [
        ([Organ(code="x", name=" ")], "不能是空白"),
        ([Organ(code="x", name="某局", leaders=(" ",))], "不能是空白"),
        ([Organ(code="x", name="某局"), Organ(code="x", name="某局")], "出现了两次"),
        ([Organ(code="x", name="某局", superiors=("nowhere",))], "不在名录中：nowhere"),
        ([Organ(code="town", name="别的镇")], "请用更名"),
        ([Organ(code="banner", name="示范旗政府", superiors=("town",))], "循环"),
        ([Organ(code="x", name="某局", superiors=("x",))], "循环"),
    ],
)
def test_a_bad_list_is_refused_whole(banner, organs, message):
    with pytest.raises(ValidationError, match=message), transaction.atomic():
        load([Organ(code="good", name="好局"), *organs])
    assert {one.code: one for one in directory()} == {one.code: one for one in ORGANS}


def test_a_renamed_organ_keeps_its_code_and_its_former_names(banner):
    rename(organ="land", name="示范旗自然资源和规划局", on=DAY, by="管理员甲")
    rename(organ="land", name="示范旗规划局", on=date(2026, 1, 1), by="管理员甲")
    assert directory().name("land") == "示范旗规划局"
    assert [name_on("land", day) for day in (date(1999, 1, 1), DAY, date(2025, 12, 31), date(2026, 1, 1))] == [
        "示范旗自然资源局",
        "示范旗自然资源和规划局",
        "示范旗自然资源和规划局",
        "示范旗规划局",
    ]
    assert [one.until for one in OrganName.objects.filter(organ="land")] == [DAY, date(2026, 1, 1), None]


def test_before_the_first_day_on_file_an_organ_had_its_first_name(banner):
    OrganName.objects.filter(organ="land").update(since=DAY)
    assert name_on("land", date(1999, 1, 1)) == "示范旗自然资源局"
    assert name_on("unknown", DAY) == "unknown"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"organ": "nowhere"}, "没有“nowhere”"),
        ({"name": " "}, "请填写新名称"),
        ({"name": "示范旗自然资源局"}, "现在就用这个名称"),
        ({"by": ""}, "登记人"),
    ],
)
def test_a_rename_that_says_nothing_is_refused(banner, values, message):
    with pytest.raises(ValidationError, match=message):
        rename(**({"organ": "land", "name": "新名", "on": DAY, "by": "甲"} | values))


def test_a_second_rename_is_later_than_the_first(banner):
    rename(organ="land", name="规划局", on=DAY, by="甲")
    with pytest.raises(ValidationError, match="须晚于"):
        rename(organ="land", name="国土局", on=DAY, by="甲")


def test_a_merged_organ_is_abolished_and_its_successor_stands_for_it(banner, hire):
    from yifa.organs.roles import Role

    clerk = hire("water", Role.HANDLER)
    merge(organs=["water"], into="land", on=DAY, by="管理员甲")
    merge(organs=["land"], into="town", on=date(2026, 1, 1), by="管理员甲")
    assert [standing(code) for code in ("water", "land", "town", "unknown")] == ["town", "town", "town", "unknown"]
    water = OrganRecord.objects.get(code="water")
    assert (water.name, water.abolished, water.abolished_by, water.successor_id) == (
        "示范旗水利局",
        DAY,
        "管理员甲",
        "land",
    )
    clerk.refresh_from_db()
    assert clerk.organ_id == "town"
    assert "water" in directory()


def test_whoever_stood_under_a_merged_organ_stands_under_its_successor_too(banner):
    merge(organs=["land"], into="water", on=DAY, by="管理员甲")
    assert directory().get("land-station").superiors == ("land", "water")
    assert directory().barred(("land",)) >= {"land", "land-station"}


def test_a_subordinate_may_be_merged_into_its_superior(banner):
    merge(organs=["land-station"], into="land", on=DAY, by="管理员甲")
    assert standing("land-station") == "land"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"organs": []}, "请指明"),
        ({"organs": ["land"]}, "不能并入本机关"),
        ({"organs": ["nowhere"]}, "没有“nowhere”"),
        ({"organs": ["banner"]}, "不能并入其下级"),
        ({"by": " "}, "登记人"),
    ],
)
def test_a_merge_that_makes_no_sense_is_refused_whole(banner, values, message):
    with pytest.raises(ValidationError, match=message), transaction.atomic():
        merge(**({"organs": ["water"], "into": "land", "on": DAY, "by": "甲"} | values))
    assert not OrganRecord.objects.exclude(abolished=None).exists()


def test_what_is_abolished_is_neither_renamed_nor_merged_again(banner):
    merge(organs=["water"], into="land", on=DAY, by="甲")
    for change in (
        lambda: rename(organ="water", name="水务局", on=DAY, by="甲"),
        lambda: merge(organs=["water"], into="town", on=DAY, by="甲"),
        lambda: merge(organs=["town"], into="water", on=DAY, by="甲"),
    ):
        with pytest.raises(ValidationError, match="已于2025-06-01撤销"):
            change()


def test_a_circle_of_successors_does_not_hang(banner):
    """Nobody can make one through `merge`; a hand in the database could."""
    OrganRecord.objects.filter(code="water").update(abolished=DAY, abolished_by="甲", successor="land")
    OrganRecord.objects.filter(code="land").update(abolished=DAY, abolished_by="甲", successor="water")
    assert standing("water") in {"water", "land"}
