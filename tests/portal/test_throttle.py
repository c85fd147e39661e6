"""Limits by address: counted in one row, over in time, and not to be talked out of by a header."""

import pytest
from django.test import RequestFactory
from django.utils import timezone

from yifa.portal import throttle
from yifa.portal.models import Throttle
from yifa.portal.throttle import Purpose, address, admit, turned_away

pytestmark = pytest.mark.django_db


def asked(seen="192.0.2.1", **headers):
    return RequestFactory().get("/", REMOTE_ADDR=seen, headers=headers)


@pytest.fixture
def clock(monkeypatch):
    """The hour is set by the test."""

    class Clock:
        now = 1_800_000_000

    monkeypatch.setattr(throttle.time, "time", lambda: Clock.now)
    return Clock


def test_one_too_many_waits_until_the_window_is_over(clock):
    limit = Purpose.LOOK_UP.value
    assert all(admit(asked(), Purpose.LOOK_UP) is None for _ in range(limit.tries))

    until = admit(asked(), Purpose.LOOK_UP)

    assert 0 < until.timestamp() - clock.now <= limit.seconds
    assert admit(asked("192.0.2.2"), Purpose.LOOK_UP) is None, "another address"
    assert admit(asked(), Purpose.FILING) is None, "another purpose"
    clock.now = int(until.timestamp())
    assert admit(asked(), Purpose.LOOK_UP) is None, "another window"


def test_one_statement_a_try_and_a_second_for_newcomers(clock, django_assert_num_queries):
    with django_assert_num_queries(2):
        admit(asked(), Purpose.FILING)
    with django_assert_num_queries(1):
        admit(asked(), Purpose.FILING)


def test_no_address_is_kept_and_rows_go_after_a_day(clock):
    admit(asked(), Purpose.FILING)
    assert "192.0.2.1" not in Throttle.objects.get().key
    clock.now += throttle.KEPT + 2 * throttle.HOUR
    admit(asked("192.0.2.2"), Purpose.FILING)
    assert Throttle.objects.count() == 1


def test_a_household_with_many_addresses_is_one(clock):
    admit(asked("2001:db8::1"), Purpose.FILING)
    admit(asked("2001:db8::2"), Purpose.FILING)
    admit(asked("2001:db8:1::1"), Purpose.FILING)
    assert sorted(Throttle.objects.values_list("count", flat=True)) == [1, 2]


@pytest.mark.parametrize(
    ("proxies", "header", "expected", "why"),
    [
        (0, "198.51.100.9", "192.0.2.1", "no proxy of ours: the header is anybody's word"),
        (1, "198.51.100.9", "198.51.100.9", "what our proxy has seen"),
        (1, "203.0.113.5, 198.51.100.9", "198.51.100.9", "what was written before it is not believed"),
        (2, "203.0.113.5, 198.51.100.9, 10.0.0.1", "198.51.100.9", "two of ours"),
        (2, "198.51.100.9", "192.0.2.1", "fewer than ours have written: the peer"),
    ],
)
def test_whose_word_is_taken_for_the_address(settings, proxies, header, expected, why):
    settings.PROXIES = proxies
    assert address(asked(x_forwarded_for=header)) == expected, why


def test_the_factor_widens_every_limit(settings, clock):
    settings.THROTTLE_FACTOR = 2
    tries = Purpose.FILING.value.tries * 2
    assert all(admit(asked(), Purpose.FILING) is None for _ in range(tries))
    assert admit(asked(), Purpose.FILING)


def test_the_page_says_when_to_come_back_and_which_other_ways_there_are():
    request = asked()
    request.session, request.user = {}, None
    until = timezone.now() + timezone.timedelta(minutes=5)

    page = turned_away(request, Purpose.FILING, until)

    assert page.status_code == 429
    assert 299 <= int(page["Retry-After"]) <= 301
    said = page.content.decode()
    assert f"{timezone.localtime(until):%-H:%M}" in said
    assert "打电话" in said
    assert "已经保存" in said
