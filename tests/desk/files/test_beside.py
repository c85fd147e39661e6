"""Beside the record: notes of the own organ, hand-over to a colleague, the petitioner's own limits."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.desk.conftest import PASSWORD
from yifa.casework import interviews
from yifa.casework.colleagues import handler_of
from yifa.casework.models import Assignment, Note
from yifa.organs.accounts import create_staff
from yifa.organs.models import Role
from yifa.records.models import PetitionRecord

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at(client, people):
    people["colleague"] = create_staff(
        username="colleague", name="职员同事", organ="aid", roles=[Role.HANDLER], password=PASSWORD
    )

    def at(name):
        assert client.login(username=name, password=PASSWORD)
        return client

    return at


@pytest.fixture
def number(files):
    return files["answered"]


def test_a_note_is_read_by_the_own_organ_alone(at, number):
    address = reverse("petition", args=[number])
    at("aid").post(reverse("note", args=[number]), {"text": "下周三再打电话"})
    assert "下周三再打电话" in at("colleague").get(address).content.decode()
    assert "下周三再打电话" not in at("registrar").get(address).content.decode()
    at("aid").post(reverse("note", args=[number]), {"text": "  "})
    assert Note.objects.count() == 1


def test_a_file_is_taken_and_handed_over_with_a_reason_kept(at, number, people):
    address, record = reverse("hand-over", args=[number]), PetitionRecord.objects.get(number=number)
    assert at("aid").post(address, {"to": people["aid"].pk}).status_code == 302
    assert handler_of(people["aid"], record).staff == people["aid"]
    assert at("aid").post(address, {"to": people["colleague"].pk, "why": "休假"}).status_code == 302
    assert handler_of(people["aid"], record).staff == people["colleague"]
    assert [one.why for one in Assignment.objects.filter(petition=record).order_by("id")] == ["", "休假"]
    page = at("colleague").get(reverse("petition", args=[number])).content.decode()
    assert "职员同事" in page
    assert "休假" in page


def test_nobody_is_handed_a_file_who_does_not_work_there(at, number, people):
    address = reverse("hand-over", args=[number])
    refused = at("aid").post(address, {"to": people["water"].pk, "why": "忙"})
    assert refused.status_code == 422
    assert not Assignment.objects.exists()


def test_the_petitioners_own_limits_stand_beside_the_story(at, number):
    address = reverse("petition", args=[number])
    assert "信访人自己的期限" not in at("aid").get(address).content.decode(), "nobody has been asked"
    knew = timezone.localdate() - timedelta(days=20)
    answers = {"decision": True, "decision.which": ["other"], "decision.knew_act": knew.isoformat()}
    interviews.keep(PetitionRecord.objects.get(number=number), answers)
    page = at("aid").get(address).content.decode()
    assert "信访人自己的期限" in page
    assert "行政复议" in page
    assert "还有40日" in page
