"""Today: what the organ owes by last day, what came back, what waits; nothing sealed to the reader, not even in a count."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.desk.conftest import PASSWORD, register
from tests.desk.jobs.tables import rows_of
from yifa.casework.approval import send_back, submit
from yifa.casework.models import Assignment, Proposal
from yifa.law.acts import Extend, HandlingOpinion, Investigate, Notify, Object, Request, TakeStatement, Transfer
from yifa.law.terms import Outcome, Track
from yifa.organs.accounts import create_staff
from yifa.organs.models import Role
from yifa.records.models import OwedRow, PetitionRecord
from yifa.records.perform import perform

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate()


@pytest.fixture
def at(client, people):
    def at(name):
        assert client.login(username=name, password=PASSWORD)
        return client

    return at


def ago(days):
    return TODAY - timedelta(days=days)


def grievance(days, text="要求修渠", **values):
    """A petition registered so many days ago."""
    on = ago(days)
    return register(on.isoformat(), Request(text=text, track=Track.C6), **values)


def sent(days, to="aid"):
    number = grievance(days)
    perform(number=number, act=Transfer(on=ago(days), by="office", to=to))
    return number


def seen(answer):
    return [(one.line.record.number, one.what, one.state) for one in answer.context["owed"]]


def test_what_is_owed_stands_by_its_last_day(at, people):
    """Art. 22: the office's fifteen days; the most urgent first, each with its state and article."""
    late, later = grievance(40), grievance(1)
    answer = at("registrar").get(reverse("home"))
    assert seen(answer) == [(late, "转送函", "late"), (later, "转送函", "later")]
    assert "第二十二条第一款" in answer.content.decode()
    counts = {state: count for state, _, count, _ in answer.context["counts"]}
    assert counts == {"late": 1, "today": 0, "soon": 0, "later": 1, "open": 0}


@pytest.mark.parametrize("state", ["late", "today", "soon", "later"])
def test_a_state_in_the_address_filters(at, people, state, monkeypatch):
    number = grievance(0)
    due = OwedRow.objects.get().due
    day = {"late": 1, "today": 0, "soon": -3, "later": -4}[state]
    monkeypatch.setattr("yifa.desk.today.owing.timezone.localdate", lambda: due + timedelta(days=day))
    client = at("registrar")
    found = {one: seen(client.get(reverse("home"), {"state": one})) for one in ("late", "today", "soon", "later")}
    assert found == {one: [(number, "转送函", one)] if one == state else [] for one in found}


def test_a_provisional_last_day_is_never_late(at, people):
    """A year without its notice: the day may still move."""
    grievance(40)
    OwedRow.objects.update(provisional=True)
    assert [state for _, _, state in seen(at("registrar").get(reverse("home")))] == ["today"]
    assert seen(at("registrar").get(reverse("home"), {"state": "late"})) == []


def test_what_is_done_is_owed_no_more(at, people):
    number = grievance(2)
    perform(number=number, act=Transfer(on=TODAY, by="office", to="aid"))
    assert seen(at("registrar").get(reverse("home"))) == []
    assert [one[:2] for one in seen(at("aid").get(reverse("home")))] == [
        (number, "书面告知书（接收情况、处理途径和程序）")
    ]


def test_an_opinion_issued_and_not_served_is_late_from_the_next_day(at, people):
    """Art. 35: the opinion lies, and opens no review clock."""
    number = sent(20)
    for act in (
        Notify(on=ago(19), by="aid"),
        TakeStatement(on=ago(10), by="aid", statement="陈述"),
        Investigate(on=ago(8), by="aid", findings="属实"),
        HandlingOpinion(
            on=ago(3),
            by="aid",
            outcome=Outcome.EXPLAIN,
            request="修渠",
            facts="属实",
            opinion="说明",
            basis_text="办法",
        ),
    ):
        perform(number=number, act=act)
    assert seen(at("aid").get(reverse("home"))) == [(number, "送达信访处理意见书", "late")]


def test_an_objection_waits_for_the_sender(at, people):
    """Art. 23¶3: no day is set; it stands under what came back."""
    number = sent(1)
    perform(number=number, act=Object(on=TODAY, by="aid", reason="属水利局职权"))
    answer = at("registrar").get(reverse("home"))
    assert [(one.line.record.number, one.what) for one in answer.context["back"]] == [(number, "异议核实意见")]
    assert seen(at("registrar").get(reverse("home"), {"state": "open"})) == [(number, "异议核实意见", "open")]
    assert at("aid").get(reverse("home")).context["back"] == [], "it is the sender's turn"


def test_ones_own_first_and_the_organs_by_a_switch(at, people):
    mine, other = sent(1), sent(2)
    record = PetitionRecord.objects.get(number=mine)
    Assignment.objects.create(petition=record, organ="aid", staff=people["aid"], by=people["aid"])
    client = at("aid")
    assert [number for number, _, _ in seen(client.get(reverse("home")))] == [mine]
    assert [number for number, _, _ in seen(client.get(reverse("home"), {"of": "organ"}))] == [other, mine]
    Assignment.objects.update(until=timezone.now())
    assert [number for number, _, _ in seen(client.get(reverse("home")))] == [other, mine]


def test_what_waits_for_the_head_and_what_the_head_sent_back(at, people):
    head = create_staff(username="head", name="某局长二", organ="aid", roles=[Role.HEAD], password=PASSWORD)
    number = sent(10)
    perform(number=number, act=Notify(on=ago(9), by="aid"))
    record = PetitionRecord.objects.get(number=number)
    act = Extend(on=TODAY, by="aid", days=30, reason="情况复杂", approved_by="某局长二", officer="职员aid")
    proposal = submit(act, record, people["aid"], expected=record.length)
    page = at("head").get(reverse("home"))
    assert [(one.petition.number, term) for one, term in page.context["approvals"]] == [(number, "延期")]
    send_back(Proposal.objects.get(pk=proposal.pk), head, answer="理由再写具体些")
    page = at("aid").get(reverse("home"))
    assert "送审的「延期」退回" in page.content.decode()
    assert "理由再写具体些" in page.content.decode()
    assert at("head").get(reverse("home")).context["approvals"] == []


def test_the_screener_sees_what_nobody_has_classified(at, people):
    screener = create_staff(
        username="screener", name="法规员", organ="office", roles=[Role.SCREENER], password=PASSWORD
    )
    assert screener.active
    grievance(3)
    untold = register(ago(2).isoformat(), Request(text="说不清要求什么", track=None))
    page = at("screener").get(reverse("home"))
    assert [one.line.record.number for one in page.context["unclassified"]] == [untold]
    assert reverse("act", args=[untold, "Classify"]) in page.content.decode()


def test_the_inspector_sees_which_organ_is_late_and_no_accusation_counted(at, people):
    create_staff(username="inspector", name="督查员", organ="office", roles=[Role.INSPECTOR], password=PASSWORD)
    sent(40, "aid")
    sent(40, "aid")
    sent(40, "water")
    hidden = register(ago(60).isoformat(), Request(text="检举镇里", track=Track.B, accused=("town",)))
    page = at("inspector").get(reverse("home"))
    assert page.context["late_by_organ"] == [("aid", "示范旗民政局", 2), ("water", "示范旗水利局", 1)]
    assert hidden not in page.content.decode()


@pytest.mark.parametrize("who", ["registrar", "town", "operator"])
def test_nothing_sealed_is_owed_counted_or_exported_for_who_may_not_see_it(at, people, who):
    """Art. 30¶3: the accusation is owed by the office, and only those named see that."""
    hidden = register(ago(60).isoformat(), Request(text="检举镇里", track=Track.B, accused=("town",)))
    assert OwedRow.objects.filter(petition__number=hidden).exists()
    client = at(who)
    page = client.get(reverse("home"))
    assert seen(page) == []
    assert {count for _, _, count, _ in page.context["counts"]} == {0}
    assert hidden not in str(rows_of(client.get(reverse("owed-export"))))


def test_pages_of_what_is_owed_follow_each_other(at, people, monkeypatch):
    monkeypatch.setattr("yifa.desk.today.owing.PER_PAGE", 2)
    numbers = [grievance(20) for _ in range(5)]
    client, found, after = at("registrar"), [], ""
    while True:
        answer = client.get(reverse("home"), {"after": after})
        found += [number for number, _, _ in seen(answer)]
        after = answer.context["after"]
        if not after:
            break
        grievance(0)
    assert found[:5] == numbers
    assert len(found) == len(set(found))


def test_the_table_has_what_the_page_has(at, people):
    number = grievance(40, text='=HYPERLINK("x")')
    head, row = rows_of(at("registrar").get(reverse("owed-export"), {"state": "late"}))
    assert head[:4] == ["应办", "最迟", "暂定", "状态"]
    assert (row[0], row[3], row[5]) == ("转送函", "逾期", number)
    assert row[9] == '=HYPERLINK("x")', "kept as it was written, as a text"


def test_the_questions_asked_do_not_grow_with_what_is_owed(at, people):
    client = at("registrar")
    grievance(40)
    client.get(reverse("home"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("home"))
    for days in range(12):
        grievance(days + 10)
    with CaptureQueriesContext(connection) as more:
        client.get(reverse("home"))
    assert len(more) == len(few) <= 20
    client.get(reverse("owed-export")).close()
    with CaptureQueriesContext(connection) as table:
        client.get(reverse("owed-export")).close()
    assert len(table) <= 10
