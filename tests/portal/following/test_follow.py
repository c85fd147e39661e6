"""Looking up: one answer for whatever does not fit, only so often; one petition a session, and nothing left behind."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.portal.following.conftest import register
from yifa.portal.throttle import Purpose
from yifa.records import query_codes
from yifa.records.models import PetitionRecord

FOLLOW = "/follow/"
PAGES = ("my-petition", "my-story", "my-papers", "my-files")


def answer(number, code):
    page = Client().post(FOLLOW, {"number": number, "code": code})
    text = re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", page.content)
    return page.status_code, text.replace(number.encode(), b"NUMBER")


def test_no_answer_tells_whether_a_number_exists(county):
    coded, uncoded = register(), register()
    query_codes.issue(PetitionRecord.objects.get(number=coded))
    answers = {answer(number, "AAAA-BBBB-CCCC") for number in (coded, uncoded, "office-1999-000001")}
    assert len(answers) == 1
    ((status, text),) = answers
    assert status == 200
    assert "编号和查询码对不上" in text.decode()


def test_the_same_queries_run_for_every_wrong_answer(county, django_assert_num_queries):
    number = register()
    query_codes.issue(PetitionRecord.objects.get(number=number))
    Client().post(FOLLOW, {"number": "x", "code": "y"})
    for tried in (number, "office-1999-000001"):
        with django_assert_num_queries(2):  # the throttle, the look-up
            Client().post(FOLLOW, {"number": tried, "code": "AAAA-BBBB-CCCC"})


def test_guessing_is_turned_away_and_says_when_to_come_back(client, county, settings):
    number = register()
    code = query_codes.issue(PetitionRecord.objects.get(number=number))
    settings.THROTTLE_FACTOR = 1
    for _ in range(Purpose.LOOK_UP.value.tries):
        assert client.post(FOLLOW, {"number": number, "code": "AAAA"}).status_code == 200
    turned = client.post(FOLLOW, {"number": number, "code": code})
    assert turned.status_code == 429
    assert int(turned["Retry-After"]) > 0


@pytest.mark.parametrize("typed", ["{}", " {} ", "ｘ"])
def test_a_code_opens_however_it_is_typed(client, county, typed):
    number = register()
    code = query_codes.issue(PetitionRecord.objects.get(number=number))
    full_width = "".join(chr(ord(one) + 0xFEE0) for one in code)
    given = full_width if typed == "ｘ" else typed.format(code.lower())
    assert client.post(FOLLOW, {"number": f" {number} ", "code": given}).url == reverse("my-petition")


def test_the_number_of_a_receipt_is_filled_in(client, county):
    assert 'value="office-2025-000001"' in client.get(f"{FOLLOW}?number=office-2025-000001").content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_without_number_and_code_nothing_is_shown(client, county, name):
    assert client.get(reverse(name)).url == FOLLOW


@pytest.mark.parametrize("name", PAGES)
def test_nothing_shown_is_kept_in_any_cache(opened, name):
    assert "no-store" in opened(register()).get(reverse(name))["Cache-Control"]


def test_one_session_reaches_one_petition(opened):
    mine, other = register(), register()
    page = opened(mine)
    assert mine in page.get(reverse("my-petition")).content.decode()
    opened(other)
    text = page.get(reverse("my-petition")).content.decode()
    assert other in text
    assert mine not in text


def test_leaving_closes_it(opened):
    page = opened(register())
    page.post(reverse("follow-leave"))
    assert page.get(reverse("my-petition")).url == FOLLOW


def test_a_new_code_ends_what_the_old_one_opened(opened):
    number = register()
    page = opened(number)
    query_codes.issue(PetitionRecord.objects.get(number=number))
    assert page.get(reverse("my-petition")).url == FOLLOW


def test_opening_takes_a_fresh_session_that_ends_with_the_browser(opened, client):
    session = client.session
    session["x"] = 1
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    cookie = opened(register()).cookies["sessionid"]
    assert cookie.value != before
    assert not cookie["max-age"]


def test_where_it_stands_takes_few_queries(opened, django_assert_max_num_queries):
    page = opened(register())
    page.get(reverse("my-petition"))
    with django_assert_max_num_queries(8):  # of them one for the calendar, one for the readings
        page.get(reverse("my-petition"))
