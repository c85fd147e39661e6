"""A batch: one act for several files, each by itself, with its own answer; a second click does nothing more."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.desk.conftest import PASSWORD, register
from yifa.desk.batch.acts import BATCHED
from yifa.desk.batch.row import MOST
from yifa.law.acts import ACTS, Request, Transfer
from yifa.law.terms import Track
from yifa.organs.accounts import create_staff
from yifa.organs.models import Role
from yifa.organs.roles import ROLES_FOR_ACT
from yifa.records.models import PetitionRecord
from yifa.records.perform import perform

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate()


@pytest.fixture
def at(client, people):
    create_staff(username="screener", name="法规员", organ="office", roles=[Role.SCREENER], password=PASSWORD)

    def at(name):
        assert client.login(username=name, password=PASSWORD)
        return client

    return at


@pytest.fixture
def letters(people):
    return [register(TODAY.isoformat(), Request(text=f"要求修第{one}条渠", track=Track.C6)) for one in range(4)]


def fields(page):
    """The hidden fields of the page's form."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.content.decode())
    posted = {}
    for name, value in found:
        posted.setdefault(name, []).append(value)
    posted.pop("csrfmiddlewaretoken", None)
    return posted


def length(number):
    return PetitionRecord.objects.get(number=number).length


def opened(client, numbers, kind="Transfer"):
    return client.post(reverse("batch"), {"kind": kind, "file": numbers, "step": "form"})


def answered(page):
    return {row.record.number: row.fine for row in page.context["rows"]}


def test_twenty_letters_to_one_organ(at, letters):
    """Looked at first, then done: every file its own act, nothing else filled in twice."""
    client = at("screener")
    form = opened(client, letters)
    assert f"成批转送：{len(letters)}件" in form.content.decode()
    filled = {"to": "示范旗水利局", "on": TODAY.isoformat(), "summary": ""}
    looked = client.post(reverse("batch"), fields(form) | filled | {"step": "check"})
    assert answered(looked) == dict.fromkeys(letters, True)
    assert {length(one) for one in letters} == {1}, "only looked"
    done = client.post(reverse("batch"), fields(looked) | {"step": "do"})
    assert f"办成{len(letters)}件" in done.content.decode()
    assert {length(one) for one in letters} == {2}
    assert set(PetitionRecord.objects.values_list("acts__kind", "acts__user__username")) >= {("Transfer", "screener")}
    again = client.post(reverse("batch"), fields(looked) | {"step": "do"})
    assert answered(again) == dict.fromkeys(letters, True), "the second click answers as the first"
    assert {length(one) for one in letters} == {2}, "and does nothing"


def test_what_is_refused_in_one_stops_no_other(at, letters):
    perform(number=letters[1], act=Transfer(on=TODAY, by="office", to="aid"))
    client = at("screener")
    looked = client.post(
        reverse("batch"),
        fields(opened(client, letters)) | {"to": "water", "on": TODAY.isoformat(), "step": "check"},
    )
    assert answered(looked) == {one: one != letters[1] for one in letters}
    done = client.post(reverse("batch"), fields(looked) | {"step": "do"})
    assert answered(done) == {one: one != letters[1] for one in letters}
    page = done.content.decode()
    assert "办成3件，没有办1件" in page
    refused = next(row for row in done.context["rows"] if not row.fine)
    assert refused.refusals[0].reason in page
    assert refused.refusals[0].basis.short in page


def test_what_somebody_did_meanwhile_is_said_and_left_alone(at, letters):
    client = at("screener")
    looked = client.post(
        reverse("batch"),
        fields(opened(client, letters[:2])) | {"to": "water", "on": TODAY.isoformat(), "step": "check"},
    )
    perform(number=letters[0], act=Transfer(on=TODAY, by="office", to="aid"))
    done = client.post(reverse("batch"), fields(looked) | {"step": "do"})
    assert answered(done) == {letters[0]: False, letters[1]: True}
    assert "本件刚刚有新的办理：转送" in done.content.decode()


def test_an_unreadable_form_keeps_what_was_written(at, letters):
    client = at("screener")
    page = client.post(
        reverse("batch"),
        fields(opened(client, letters)) | {"to": "没有这个局", "on": TODAY.isoformat(), "step": "check"},
    )
    assert page.status_code == 422
    assert "名录中没有「没有这个局」" in page.content.decode()
    assert "没有这个局" in page.content.decode()
    assert len(fields(page)["file"]) == len(letters)


def test_back_to_the_form_loses_nothing(at, letters):
    client = at("screener")
    looked = client.post(
        reverse("batch"),
        fields(opened(client, letters))
        | {"to": "water", "on": TODAY.isoformat(), "summary": "同一渠系", "step": "check"},
    )
    page = client.post(reverse("batch"), fields(looked) | {"step": "edit"})
    assert "同一渠系" in page.content.decode()
    assert fields(page)["file"] == fields(looked)["file"]


def test_a_day_to_come_is_refused_in_each(at, letters):
    client = at("screener")
    looked = client.post(
        reverse("batch"),
        fields(opened(client, letters))
        | {"to": "water", "on": (TODAY + timedelta(days=1)).isoformat(), "step": "check"},
    )
    assert answered(looked) == dict.fromkeys(letters, False)


def test_only_files_one_may_see_and_none_that_is_sealed(at, files, letters):
    """Art. 30¶3: an accusation is never done in a batch, and a number that is not seen is not there."""
    client = at("registrar")
    asked = [files["sealed"], files["mixed"], "none", letters[0]]
    page = opened(client, asked, "SignFor")
    assert [row.record.number for row in page.context["rows"]] == sorted([files["sealed"], letters[0]])
    assert "截留" not in page.content.decode()
    looked = client.post(reverse("batch"), fields(page) | {"on": TODAY.isoformat(), "step": "do"})
    refused = {row.record.number: [one.basis.key for one in row.refusals] for row in looked.context["rows"]}
    assert refused[files["sealed"]] == ["30.3"]


def test_nobody_does_what_is_not_his_work(at, letters):
    assert opened(at("registrar"), letters, "Transfer").status_code == 404, "screeners transfer"
    assert opened(at("screener"), letters, "HandlingOpinion").status_code == 404, "no opinion in a batch"
    assert opened(at("operator"), letters, "Close").status_code == 404
    assert at("screener").get(reverse("batch")).status_code == 405


def test_nothing_ticked_leads_back(at, letters):
    assert opened(at("screener"), []).url == reverse("petitions")


def test_so_many_at_a_time(at, letters):
    page = opened(at("screener"), [*letters, *(f"none-{one}" for one in range(MOST))])
    assert f"一次至多{MOST}件" in page.content.decode()


def test_every_act_of_the_table_has_a_reason_and_somebody_whose_work_it_is():
    assert all(BATCHED.values())
    assert all(ROLES_FOR_ACT[kind] for kind in BATCHED)
    assert set(BATCHED) <= set(ACTS.values())
