"""The first pages: who may open what, and what stands on them."""

import pytest
from django.urls import reverse

from tests.desk.conftest import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at(client, people):
    def at(name):
        assert client.login(username=name, password=PASSWORD)
        return client

    return at


PAGES = [("home", ()), ("year", (2025,)), ("year-rows", (2025, "receipts")), ("petitions", ())]


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_nobody_reads_without_signing_in(client, db, name, args):
    address = reverse(name, args=args)
    assert client.get(address).headers["Location"] == f"{reverse('sign-in')}?next={address}"


def test_a_user_without_a_post_is_turned_away(client, db, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody"))
    assert client.get(reverse("petitions")).status_code == 403


@pytest.mark.parametrize(
    ("who", "answered", "sealed", "mixed", "why"),
    [
        (
            "registrar",
            200,
            200,
            404,
            "the office's own; the sealed one because she sent it; the mixed one names nobody",
        ),
        ("aid", 200, 404, 404, "it handled the first"),
        ("water", 404, 404, 404, "the mixed file is sealed to all who are not named"),
        ("town", 404, 404, 404, "it handles none, and is accused in one"),
        ("operator", 404, 404, 404, "who keeps the machine reads no petition"),
    ],
)
def test_lists_and_details_agree_on_who_may_see(at, files, who, answered, sealed, mixed, why):
    client = at(who)
    listed = client.get(reverse("petitions")).content.decode()
    for file, status in (("answered", answered), ("sealed", sealed), ("mixed", mixed)):
        assert client.get(reverse("petition", args=[files[file]])).status_code == status, why
        assert (files[file] in listed) == (status == 200), why


def test_the_file_tells_the_whole_story(at, files):
    page = at("registrar").get(reverse("petition", args=[files["answered"]])).content.decode()
    for said in (
        "要求补发临时救助金",
        "处理意见已送达",
        "第三十四条",
        "2025年10月9日",
        "督促执行",
        "作出处理意见",
        "示范旗民政局",
    ):
        assert said in page


def test_a_figure_leads_to_its_rows_and_those_to_their_files(at, files):
    client = at("registrar")
    year = client.get(reverse("year", args=[2025])).content.decode()
    assert reverse("year-rows", args=[2025, "receipts"]) in year
    rows = client.get(reverse("year-rows", args=[2025, "receipts"])).content.decode()
    assert reverse("petition", args=[files["answered"]]) in rows
    assert files["mixed"] not in rows, "a sealed file is counted without its number"
    assert client.get(reverse("year-rows", args=[2025, "office_acceptance_rate"]), {"of": "d"}).status_code == 200


@pytest.mark.parametrize("address", ["/year/1999/", "/year/2999/", "/year/2025/none/", "/petitions/none/", "/nowhere/"])
def test_what_is_not_there_is_not_found(at, address):
    assert at("registrar").get(address).status_code == 404


def test_a_wrong_password_says_so_and_keeps_the_name(client, people):
    page = client.post(reverse("sign-in"), {"username": "registrar", "password": "wrong"}).content.decode()
    assert "没有登录成功" in page
    assert 'value="registrar"' in page
