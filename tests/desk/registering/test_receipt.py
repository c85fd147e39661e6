"""受理凭证: what is handed over, and the seal of an accusation, also where the office serves under the accused."""

import pytest
from django.urls import reverse

from tests.desk.conftest import PASSWORD
from tests.desk.registering.test_register import send
from yifa.law.acts import TransferSealed
from yifa.law.organs import Organ
from yifa.law.terms import Level, OrganKind
from yifa.organs.accounts import create_staff
from yifa.organs.directory import load
from yifa.organs.models import Role
from yifa.records.models import PetitionRecord
from yifa.records.perform import read

pytestmark = pytest.mark.django_db(transaction=True)
AGAINST_OWN = {"c0__track": "B", "c0__accused": "示范旗政府"}
SEALED = {"do": "seal", "to": "city-discipline", "recipient": "信访室某乙", "envelope": "密2026-1"}


@pytest.fixture
def client(client, people):
    above = Organ(
        code="city-discipline",
        name="示范市纪委监委",
        kind=OrganKind.DISCIPLINE,
        level=Level.CITY,
        superiors=("city",),
    )
    under = Organ(code="banner-discipline", name="示范旗监委", kind=OrganKind.DISCIPLINE, superiors=("banner",))
    load([above, under], by="安装")
    create_staff(username="screener", name="职员screener", organ="office", roles=[Role.SCREENER], password=PASSWORD)
    assert client.login(username="registrar", password=PASSWORD)
    return client


def test_an_accusation_against_the_own_superior_is_sealed_at_once_and_seen_no_more(client):
    """Art. 30¶3: the office serves under the accused; who wrote it down finishes the one lawful act, and nothing later."""
    address = send(client, **AGAINST_OWN).headers["Location"]
    number = PetitionRecord.objects.get().number
    page = client.get(address)
    shown = page.content.decode()
    assert "立即密封转送" in shown
    assert "谁也不能再打开" in shown
    assert 'value="city-discipline"' in shown
    assert 'value="banner-discipline"' not in shown, "it serves under the accused as well"
    assert "草原生态补助" not in shown, "the slip tells nothing of the matter"
    assert client.get(reverse("petition", args=[number])).status_code == 404
    assert number in client.get(reverse("register")).content.decode(), "the way back, should the page be left"
    answer = client.post(address, SEALED)
    assert answer.headers["Location"] == reverse("register")
    act = read(PetitionRecord.objects.get())[1]
    assert isinstance(act, TransferSealed)
    assert (act.to, act.recipient, act.officer) == ("city-discipline", "信访室某乙", "职员registrar")
    assert client.get(address).status_code == 404
    told = client.get(reverse("register")).content.decode()
    assert f"{number} 已密封转送" in told
    assert address not in client.get(reverse("register")).content.decode()


@pytest.mark.parametrize("who", ["screener", "aid", "town", "operator"])
def test_nobody_else_opens_the_slip_of_an_accusation(client, who):
    address = send(client, **AGAINST_OWN).headers["Location"]
    client.login(username=who, password=PASSWORD)
    assert client.get(address).status_code in {403, 404}
    assert client.post(address, SEALED).status_code in {403, 404}
    assert PetitionRecord.objects.get().length == 1


@pytest.mark.parametrize(
    ("values", "said"),
    [({"recipient": ""}, "写明收件人"), ({"envelope": ""}, "密封件编号"), ({"to": "discipline"}, "")],
)
def test_a_seal_that_lacks_something_keeps_what_is_typed(client, values, said):
    address = send(client, **AGAINST_OWN).headers["Location"]
    page = client.post(address, SEALED | values)
    assert page.status_code in {200, 302}
    assert said in page.content.decode()


def test_an_accusation_of_another_organ_can_be_sealed_at_once_or_left_to_the_screener(client):
    address = send(client, c0__track="B", c0__accused="河口镇").headers["Location"]
    number = PetitionRecord.objects.get().number
    assert client.get(reverse("petition", args=[number])).status_code == 200
    assert client.post(address, SEALED).headers["Location"] == reverse("petition", args=[number])
    assert "立即密封转送" not in client.get(address).content.decode()


def test_what_would_lock_the_office_out_of_other_claims_is_registered_apart(client):
    page = send(client, **AGAINST_OWN, c1__text="另要求修一段路")
    assert "单独登记一件" in page.content.decode()
    assert not PetitionRecord.objects.exists()


def test_an_organ_that_is_no_petition_office_is_not_offered_what_it_may_not_do(client):
    client.login(username="aid", password=PASSWORD)
    address = send(client, c0__track="B", c0__accused="河口镇").headers["Location"]
    assert "立即密封转送" not in client.get(address).content.decode()


def test_the_slip_of_an_ordinary_petition_is_for_who_may_see_it(client):
    address = send(client).headers["Location"]
    assert client.get(address).status_code == 200
    client.login(username="aid", password=PASSWORD)
    assert client.get(address).status_code == 404
