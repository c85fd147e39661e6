"""Signed papers in the petitioner's hands: those for the petitioner, once they may be read; no others."""

import pytest
from django.urls import reverse

from tests.portal.following.conftest import ago, answered, decided, do, register
from yifa.law.acts import Serve
from yifa.law.terms import Method
from yifa.organs.accounts import create_staff
from yifa.organs.models import Role
from yifa.papers.issue import issue
from yifa.papers.models import IssuedPaper, Letterhead
from yifa.records.models import PetitionRecord

pytestmark = pytest.mark.django_db
OPINION = (5, "D27")
DISPATCH = (1, "D04")


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def sign(county):
    heads = {}
    for organ, word in {"water": "示水", "office": "示信"}.items():
        Letterhead.objects.create(organ=organ, code_word=word)
        heads[organ] = create_staff(username=f"{organ}-head", name="某局长", organ=organ, roles=[Role.HEAD])

    def sign(number, seq, paper, organ="water", **more):
        record = PetitionRecord.objects.get(number=number)
        return issue(record=record, paper=paper, seq=seq, signer=heads[organ], **more)

    return sign


def address(signed):
    return reverse("my-signed-paper", args=[signed.seq, signed.paper, signed.pk])


def test_an_opinion_that_arrived_is_downloaded_as_it_was_signed(opened, sign):
    number = answered(register())
    signed = sign(number, *OPINION)
    client = opened(number)
    assert client.get(reverse("my-papers")).content.decode().count("下载全文") == 1
    page = client.get(reverse("my-paper", args=OPINION)).content.decode()
    assert signed.number in page
    assert address(signed) in page
    sent = client.get(address(signed))
    assert sent.content.startswith(b"%PDF-")
    assert sent["Content-Disposition"].startswith("attachment")
    assert "no-store" in sent["Cache-Control"]


def test_a_file_that_was_altered_on_disk_is_not_given_out(opened, sign, tmp_path):
    number = answered(register())
    signed = sign(number, *OPINION)
    (tmp_path / "papers" / signed.pdf[:2] / signed.pdf).write_bytes(b"%PDF-1.7 another")
    answer = opened(number).get(address(signed), follow=True)
    assert "现在取不出来" in answer.content.decode()


def test_before_it_arrived_it_is_not_to_be_had(opened, sign):
    """The thirty days run from its service: nobody has it before."""
    number = decided(register())
    signed = sign(number, *OPINION)
    client = opened(number)
    assert client.get(address(signed)).status_code == 404
    do(number, Serve(on=ago(18), by="water", method=Method.DIRECT, proof="回证"))
    assert client.get(address(signed)).status_code == 200


def test_nothing_signed_nothing_to_download(opened, sign):
    number = answered(register())
    assert "下载全文" not in opened(number).get(reverse("my-paper", args=OPINION)).content.decode()


def test_what_goes_to_others_is_never_shown(opened, sign):
    number = answered(register())
    client = opened(number)
    letter = sign(number, *DISPATCH, organ="office")
    assert client.get(address(letter)).status_code == 404
    record = sign(number, 3, "D16", supplied={"时间、地点、在场人员": "局里", "核对和签名": "已核对"})
    assert client.get(address(record)).status_code == 404
    assert client.get(reverse("my-signed-paper", args=[*OPINION, letter.pk])).status_code == 404, "by another's address"


def test_another_petitions_paper_is_not_there(opened, sign):
    theirs, mine = answered(register()), answered(register())
    signed = sign(theirs, *OPINION)
    assert opened(mine).get(address(signed)).status_code == 404


def test_of_two_the_one_that_stands(opened, sign):
    number = answered(register())
    first = sign(number, *OPINION)
    second = sign(number, *OPINION, replaces=first, reason="写错了姓名")
    client = opened(number)
    page = client.get(reverse("my-paper", args=OPINION)).content.decode()
    assert second.number in page
    assert "写错了姓名" in page
    assert first.number not in page
    assert client.get(address(first)).status_code == 404
    assert IssuedPaper.objects.count() == 2


def test_without_the_code_nobody_has_it(client, sign):
    signed = sign(answered(register()), *OPINION)
    assert client.get(address(signed)).url == reverse("follow")
