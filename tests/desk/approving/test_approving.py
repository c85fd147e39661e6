"""送审 and 审批: prepared by one, decided by another of the same organ, done only then."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.desk.conftest import PASSWORD, register
from yifa.casework import approval
from yifa.casework.models import Proposal
from yifa.law.acts import Accept, Extend, Investigate, Notify, Recuse, Request, Transfer
from yifa.law.terms import Track
from yifa.organs.accounts import create_staff
from yifa.organs.models import Role
from yifa.records.models import PetitionRecord
from yifa.records.perform import perform, read

pytestmark = pytest.mark.django_db(transaction=True)
State = Proposal.State


@pytest.fixture
def at(client, people):
    posts = {"head": ("aid", Role.HEAD), "deputy": ("aid", Role.HEAD), "wateryhead": ("water", Role.HEAD)}
    for name, (organ, role) in posts.items():
        people[name] = create_staff(username=name, name=f"职员{name}", organ=organ, roles=[role], password=PASSWORD)

    def at(name):
        assert client.login(username=name, password=PASSWORD)
        return client

    return at


@pytest.fixture
def day():
    return timezone.localdate()


@pytest.fixture
def record(at, day):
    """A claim in handling since three weeks."""
    number = register((day - timedelta(days=30)).isoformat(), Request(text="要求补发临时救助金", track=Track.C6))
    perform(number=number, act=Transfer(on=day - timedelta(days=28), by="office", to="aid"))
    perform(number=number, act=Notify(on=day - timedelta(days=26), by="aid"))
    perform(number=number, act=Accept(on=day - timedelta(days=26), by="aid", claim="1"))
    return PetitionRecord.objects.get(number=number)


def send(client, record, *, reason="案情复杂，需要异地取证"):
    """The form of an extension, as its author fills it in, to approval."""
    address = reverse("act", args=[record.number, "Extend"])
    opened = client.get(address)
    kept = {"key": opened.context["key"], "expected": opened.context["expected"]}
    data = {
        "on": timezone.localdate().isoformat(),
        "days": "30",
        "reason": reason,
        "approved_by": "职员deputy",
        "step": "propose",
    }
    return client.post(address, data | kept)


@pytest.fixture
def sent(at, record):
    answer = send(at("aid"), record)
    assert answer.status_code == 302, answer.context["problems"]
    return Proposal.objects.get()


def decide(client, proposal, step, **said):
    return client.post(reverse("approval", args=[proposal.pk]), {"step": step, "expected": proposal.expected, **said})


def test_an_extension_waits_for_the_head_and_is_done_in_the_heads_name(at, sent, record, day):
    assert (sent.kind, sent.state, sent.by.user.username) == ("Extend", State.WAITING, "aid")
    assert record.length == PetitionRecord.objects.get().length, "nothing is done yet"
    head = at("head")
    assert record.number in head.get(reverse("approvals")).content.decode()
    shown = head.get(reverse("approval", args=[sent.pk])).content.decode()
    assert "案情复杂，需要异地取证" in shown
    assert decide(head, sent, "approve").headers["Location"] == reverse("petition", args=[record.number])
    done = read(record)[-1]
    assert isinstance(done, Extend)
    assert (done.by, done.on, done.approved_by) == ("aid", day, "职员head")
    sent.refresh_from_db()
    assert (sent.state, sent.decided_by.name) == (State.APPROVED, "职员head")


def test_it_is_sent_once_however_often_it_is_sent(at, sent, record):
    send(at("aid"), record)
    assert Proposal.objects.count() == 1


def test_who_sent_it_does_not_decide_it(at, sent, people):
    client = at("aid")
    assert decide(client, sent, "approve").status_code == 404
    assert decide(client, sent, "return", answer="不批").status_code == 404
    assert sent not in approval.waiting_for(people["aid"])


def test_it_goes_back_with_a_reason_and_never_without(at, sent, record):
    head = at("head")
    refused = decide(head, sent, "return", answer=" ")
    assert refused.status_code == 422
    assert "请写明退回的理由" in refused.content.decode()
    assert decide(head, sent, "return", answer="先听取陈述").status_code == 302
    told = at("aid").get(reverse("approvals")).content.decode()
    assert "先听取陈述" in told
    assert Proposal.objects.get().state == State.RETURNED
    assert not isinstance(read(record)[-1], Extend)


def test_its_author_withdraws_it_while_it_waits(at, sent):
    assert decide(at("aid"), sent, "withdraw").status_code == 302
    assert Proposal.objects.get().state == State.WITHDRAWN
    assert Proposal.objects.get() not in approval.waiting_for(sent.by)


def test_of_two_heads_the_second_is_told_that_it_is_decided(at, sent, people):
    approval.send_back(sent, people["deputy"], answer="先补材料")
    answer = decide(at("head"), sent, "approve")
    assert answer.headers["Location"] == reverse("approval", args=[sent.pk])
    assert "已由" in at("head").get(answer.headers["Location"]).content.decode()
    assert Proposal.objects.get().state == State.RETURNED


def test_what_was_done_meanwhile_is_shown_before_the_approval(at, sent, record, day):
    perform(number=record.number, act=Investigate(on=day, by="aid", findings="去了现场", claim="1"))
    answer = decide(at("head"), sent, "approve")
    assert answer.status_code == 409
    assert "去了现场" in answer.content.decode() or "调查核实" in answer.content.decode()
    assert Proposal.objects.get().state == State.WAITING
    assert decide(at("head"), sent, "approve", expected=record.length + 1).status_code == 302


def test_what_the_law_refuses_by_now_is_not_done_by_approval(at, sent, record, day, people):
    approval.approve(sent, people["head"], today=day, expected=sent.expected)
    again = approval.submit(
        Extend(on=day, by="aid", days=30, reason="再次延长", approved_by="", claim="1"),
        record,
        people["aid"],
        expected=record.length + 1,
    )
    answer = decide(at("deputy"), again, "approve")
    assert answer.status_code == 422
    assert "延" in "".join(one["text"] for one in answer.context["problems"])
    assert Proposal.objects.get(pk=again.pk).state == State.WAITING


def test_another_organ_and_who_stands_aside_decide_nothing(at, sent, record, day):
    assert decide(at("wateryhead"), sent, "approve").status_code == 404
    perform(
        number=record.number,
        act=Recuse(on=day, by="aid", person="职员head", relation="近亲属", decided_by="职员deputy"),
    )
    answer = decide(at("head"), sent, "approve", expected=record.length + 1)
    assert answer.status_code == 422
    assert "回避" in answer.content.decode()
