"""Every act of the law core has a form, reached by the role that owes it, and what the form says is what is recorded."""

from dataclasses import replace

import pytest
from django.urls import reverse

from tests.desk.acting.written import written
from yifa.law.acts import ACTS, Register
from yifa.law.organs import PETITIONER
from yifa.organs.models import Role
from yifa.organs.permissions import claims_visible, may_see
from yifa.pages.act_form import ActForm
from yifa.pages.act_words import MEANING
from yifa.records.models import PetitionRecord
from yifa.records.perform import load, read

pytestmark = pytest.mark.django_db

PLACES = 25
"""How many files are tried until one is seen by somebody of the acting organ."""


def test_every_act_is_explained():
    assert set(MEANING) == set(ACTS)
    assert all(len(one) > 5 for one in MEANING.values())


@pytest.fixture
def moment(moments, recorded, whose, named):
    """A file in which somebody who sees it may do the act: (the record, the act, the person)."""

    def moment(name):
        for before, act in moments[name][:PLACES]:
            if not before:
                continue
            number = recorded(before)
            record = PetitionRecord.objects.get(number=number)
            staff = whose(act, record.home)
            if staff is None:
                continue
            named(staff, record)
            if may_see(staff, record) and len(claims_visible(staff, load(record))) == len(load(record).claims):
                return record, act, staff
        return pytest.fail(f"{name}: nobody who could do it sees the file")

    return moment


@pytest.mark.parametrize("name", sorted(set(ACTS) - {"Register"}))
def test_every_act_is_done_by_its_form(name, moment, today, client):
    record, act, staff = moment(name)
    today(act.on)
    client.force_login(staff.user)
    address = reverse("act", args=[record.number, name])
    page = client.get(reverse("petition", args=[record.number])).content.decode()
    assert address in page, "the way to the form stands on the petition's page"
    opened = client.get(address, {"target": act.target} if name == "Correct" else {})
    assert opened.status_code == 200
    kept = {"key": opened.context["key"], "expected": opened.context["expected"]}
    data = written(opened.context["form"], act) | kept
    previewed = client.post(address, data)
    assert previewed.status_code == 200, previewed.context["problems"]
    assert "确认办理" in previewed.content.decode()
    done = client.post(address, data | {"step": "do"})
    assert done.headers["Location"] == reverse("petition", args=[record.number])
    length = record.length
    record.refresh_from_db()
    assert record.length == length + 1
    assert same(read(record)[-1], act, staff)


def same(recorded, act, staff):
    """Whether they say the same: the officer is who did it; of one claim, or one thing asked, it need not be said which."""
    if getattr(act, "of", 0) is None:
        recorded = replace(recorded, of=None)
    if hasattr(act, "claims"):
        recorded = replace(recorded, claims=recorded.claims or act.claims)
        act = replace(act, claims=act.claims or recorded.claims)
    if hasattr(act, "claim"):
        recorded = replace(recorded, claim=recorded.claim or act.claim)
    return recorded == replace(act, officer=staff.name)


def test_the_form_of_a_registration_says_what_is_registered(moments, banner, hired, today):
    from yifa.desk.acting.scene import Desk

    for _, act in moments["Register"][:60]:
        staff = hired(act.by, Role.REGISTRAR)
        today(act.on)
        desk = Desk(PetitionRecord(home=act.by), staff)
        form = ActForm(Register, desk.scene(Register))
        data = written(form, act)
        sent = ActForm(Register, desk.scene(Register), data=as_posted(data))
        assert sent.is_valid(), sent.problems
        assert sent.act() == replace(act, officer=staff.name)


def as_posted(data):
    from django.http import QueryDict

    posted = QueryDict(mutable=True)
    for name, value in data.items():
        posted.setlist(name, value if isinstance(value, list) else [value])
    return posted


def test_what_a_petitioner_does_is_written_down_with_the_officer(moment, today, client):
    record, act, staff = moment("Supplement")
    today(act.on)
    client.force_login(staff.user)
    address = reverse("act", args=[record.number, "Supplement"])
    key = client.get(address).context["key"]
    client.post(address, {"text": "补交照片", "on": act.on.isoformat(), "key": key, "step": "do"})
    held = read(PetitionRecord.objects.get(number=record.number))[-1]
    assert (held.by, held.officer, held.text) == (PETITIONER, staff.name, "补交照片")
