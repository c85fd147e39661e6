"""条款: cited as a paper cites it, in the room one came from."""

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_staff_stay_at_their_desk(client: Client, people):
    client.force_login(people["registrar"].user)
    page = client.get(reverse("law")).content.decode()
    assert "职员registrar" in page
    assert reverse("register") in page
    assert "第二十三条第三款" in page


def test_citizens_stay_in_the_portal(client: Client):
    page = client.get(reverse("law"))
    assert reverse("file") in page.content.decode()
