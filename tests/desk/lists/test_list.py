"""The list: what each filter shows, page after page while others register, and never what is sealed to the reader."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.desk.conftest import PASSWORD, register
from tests.desk.jobs.tables import rows_of
from yifa.casework.models import SavedView
from yifa.desk.listing import page as paging
from yifa.desk.listing.asked import Asked
from yifa.desk.listing.walk import everything, walk
from yifa.law.acts import Request, Transfer
from yifa.law.terms import Channel, Track
from yifa.organs.accounts import create_staff
from yifa.organs.models import OrganRecord, Role
from yifa.organs.permissions import visible
from yifa.records.models import PetitionRecord
from yifa.records.perform import perform

pytestmark = pytest.mark.django_db(transaction=True)
D = date.fromisoformat


@pytest.fixture
def at(client, people):
    def at(name):
        assert client.login(username=name, password=PASSWORD)
        return client

    return at


def shown(client, **asked):
    answer = client.get(reverse("petitions"), asked)
    assert answer.status_code == 200
    return [line.record.number for line in answer.context["page"].lines]


@pytest.mark.parametrize(
    ("asked", "expected", "why"),
    [
        ({}, {"answered", "sealed"}, "everything she may see"),
        ({"stage": "处理意见已送达"}, {"answered"}, "by stage"),
        ({"stage": "办理中"}, set(), "none at that stage"),
        ({"channel": "来信"}, {"sealed"}, "by form"),
        ({"since": "2025-08-05"}, {"sealed"}, "received from"),
        ({"until": "2025-08-04"}, {"answered"}, "received up to"),
        ({"category": "民政"}, {"answered"}, "by the beginning of the category"),
        ({"category": "救助"}, set(), "not by its middle"),
        ({"track": "C6"}, {"answered"}, "by track"),
        ({"track": "B"}, {"sealed"}, "accusations, being named for it"),
        ({"track": "none"}, set(), "all are classified"),
        ({"handler": "示范旗民政局"}, {"answered"}, "by the handling organ's name"),
        ({"sealed": "on"}, {"sealed"}, "only accusations"),
        ({"q": "某甲"}, {"answered", "sealed"}, "by the exact name"),
        ({"q": "某"}, set(), "never by a part of it"),
        ({"stage": "处理意见已送达", "category": "民政", "channel": "来访", "q": "某甲"}, {"answered"}, "all at once"),
        ({"order": "due"}, {"sealed"}, "the most urgent first: only what has a day"),
    ],
)
def test_what_each_filter_shows(at, files, asked, expected, why):
    if asked.get("order"):
        expected = {name for name in ("answered", "sealed") if PetitionRecord.objects.get(number=files[name]).next_due}
    assert set(shown(at("registrar"), **asked)) == {files[one] for one in expected}, why


def test_a_number_finds_its_file_and_only_to_who_may_see_it(at, files):
    assert shown(at("aid"), q=files["answered"]) == [files["answered"]]
    assert shown(at("aid"), q=files["sealed"]) == []


@pytest.mark.parametrize(("due", "days"), [("late", -1), ("today", 0), ("soon", 3), ("later", 4)])
def test_the_state_of_the_last_day(at, people, monkeypatch, due, days):
    number = register("2025-08-04", Request(text="要求修渠", track=Track.C6))
    last = PetitionRecord.objects.get(number=number).next_due
    monkeypatch.setattr("yifa.desk.listing.asked.timezone.localdate", lambda: last - timedelta(days=days))
    client = at("registrar")
    assert [one for one in ("late", "today", "soon", "later") if shown(client, due=one)] == [due]


def test_a_wrong_condition_is_said_and_nothing_listed(at, files):
    answer = at("registrar").get(reverse("petitions"), {"since": "昨天"})
    assert answer.status_code == 422
    assert "请写成 2025-08-04 的样子" in answer.content.decode()
    assert answer.context["page"].lines == []


@pytest.mark.parametrize("asked", [{"track": "B"}, {"category": "检举"}, {"sealed": "on"}, {"q": "某甲"}, {}])
@pytest.mark.parametrize("who", ["water", "town", "operator"])
def test_what_is_sealed_shows_in_no_list_no_count_and_no_export(at, files, who, asked):
    """Art. 30¶3: not as a row, not as one more, not under any filter."""
    client = at(who)
    answer = client.get(reverse("petitions"), asked)
    assert not {files["sealed"], files["mixed"]} & {line.record.number for line in answer.context["page"].lines}
    assert "截留" not in answer.content.decode()
    exported = str(rows_of(client.get(reverse("petitions-export"), asked)))
    assert files["sealed"] not in exported
    assert "截留" not in exported


def test_of_a_sealed_file_kept_elsewhere_the_list_does_not_say_what_it_is_about(at, files, people):
    """A person named for one claim of it may not see the others: `claims_visible` says which, the list says none."""
    record = PetitionRecord.objects.get(number=files["mixed"])
    record.readers.create(user=people["water"].user)
    client = at("water")
    page = client.get(reverse("petitions")).content.decode()
    assert files["mixed"] in page
    assert "收钱不办事" not in page
    assert "检举控告材料，内容见案卷" in page
    assert shown(client, track="C6") == [], "nor by a filter"
    assert shown(client, sealed="on") == [files["mixed"]]


def many(count, **values):
    return [register("2025-08-04", Request(text=f"第{one}件", track=Track.C6), **values) for one in range(count)]


def test_pages_stand_still_while_others_register(at, people, monkeypatch):
    monkeypatch.setattr(paging, "PER_PAGE", 3)
    numbers = many(7)
    client, read = at("registrar"), []
    answer = client.get(reverse("petitions"))
    read += [line.record.number for line in answer.context["page"].lines]
    first = list(read)
    while older := answer.context["page"].older:
        register("2025-08-05", Request(text="刚刚登记的", track=Track.C6))
        answer = client.get(reverse("petitions"), {"after": older})
        read += [line.record.number for line in answer.context["page"].lines]
    assert read == numbers[::-1], "each once, in order, whatever came in meanwhile"
    back = client.get(reverse("petitions"), {"before": answer.context["page"].newer})
    back = client.get(reverse("petitions"), {"before": back.context["page"].newer})
    assert [line.record.number for line in back.context["page"].lines] == first


def test_an_address_that_names_no_place_begins_at_the_top(at, people):
    numbers = many(2)
    assert shown(at("registrar"), after="乱写") == numbers[::-1]
    assert shown(at("registrar"), before="2025-13-41.x") == numbers[::-1]


@pytest.mark.parametrize(
    "asked", [{}, {"order": "due"}, {"track": "C6"}, {"q": "某甲"}, {"sealed": True}, {"stage": "已登记"}]
)
def test_the_list_walks_exactly_what_is_visible(people, files, asked):
    """The pieces of the scope put together are `visible`, for everybody: own files, files in hand, offices below."""
    OrganRecord.objects.get(code="office")
    city = OrganRecord.objects.create(code="city-office", name="示范市信访局", kind="信访部门", level="市")
    city.superiors.add("city")
    OrganRecord.objects.get(code="banner").superiors.set(["city"])
    people["inspector"] = create_staff(
        username="inspector", name="督查员", organ="city-office", roles=[Role.INSPECTOR], password=PASSWORD
    )
    own = register("2025-08-04", Request(text="镇里自己收的", track=Track.C6), channel=Channel.LETTER)
    perform(number=own, act=Transfer(on=D("2025-08-05"), by="office", to="town"))
    made = Asked(asked)
    for staff in people.values():
        expected = PetitionRecord.objects.filter(visible(staff), made.on_petition, made.has_claim("pk"))
        if made.by_due:
            expected = expected.exclude(next_due=None)
        found = [pk for _, pk in walk(staff, made, 100)]
        assert sorted(found) == sorted(expected.values_list("pk", flat=True)), staff.name
        assert found == [pk for keys in everything(staff, made, 1) for _, pk in keys], "one by one the same"


def test_the_questions_asked_do_not_grow_with_the_list(at, people):
    client = at("registrar")
    many(1)
    client.get(reverse("petitions"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("petitions"))
    many(12)
    with CaptureQueriesContext(connection) as more:
        client.get(reverse("petitions"))
    assert len(more) == len(few) <= 10
    with CaptureQueriesContext(connection) as filtered:
        client.get(reverse("petitions"), {"track": "C6", "stage": "已登记"})
    assert len(filtered) == len(few)


def test_a_saved_view_is_ones_own_and_keeps_the_filters_only(at, files, people):
    client = at("registrar")
    kept = {"name": "来信", "query": "channel=来信&after=2025-01-01.3&stage="}
    answer = client.post(reverse("view-keep"), kept, follow=True)
    assert "已存为常用列表「来信」" in answer.content.decode()
    assert [line.record.number for line in answer.context["page"].lines] == [files["sealed"]]
    view = SavedView.objects.get()
    assert view.query == "channel=%E6%9D%A5%E4%BF%A1"
    client.post(reverse("view-keep"), {"name": "来信", "query": "channel=来访"})
    assert SavedView.objects.get().query == "channel=%E6%9D%A5%E8%AE%BF", "the same name is written over"
    assert at("aid").post(reverse("view-drop", args=[view.pk])).status_code == 404
    assert "来信" not in at("aid").get(reverse("petitions")).context["views"]
    at("registrar").post(reverse("view-drop", args=[view.pk]))
    assert not SavedView.objects.exists()


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ({"name": " ", "query": "channel=来信"}, "请给这组条件起个名字"),
        ({"name": "长", "query": "q=" + "长" * 200}, "条件太多"),
    ],
)
def test_a_view_that_cannot_be_kept_says_why(at, people, kept, said):
    answer = at("registrar").post(reverse("view-keep"), kept, follow=True)
    assert said in answer.content.decode()
    assert not SavedView.objects.exists()
