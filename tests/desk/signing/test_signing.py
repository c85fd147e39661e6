"""登录: the door, its lock after five failures, the initial password that must be changed."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.desk.conftest import PASSWORD
from yifa.desk.signing.lockout import locked, unlock
from yifa.organs.accounts import initial_password
from yifa.organs.models import Staff

pytestmark = pytest.mark.django_db(transaction=True)


def attempt(client, username="registrar", password="wrong", place="10.0.0.1"):
    return client.post(reverse("sign-in"), {"username": username, "password": password}, REMOTE_ADDR=place)


def fail(client, times, **values):
    return [attempt(client, **values) for _ in range(times)]


@pytest.mark.parametrize("username", ["registrar", "nobody-of-that-name"])
def test_five_failures_lock_the_account_whether_it_exists_or_not(client, people, username):
    answers = fail(client, 5, username=username)
    assert [one.status_code for one in answers] == [200, 200, 200, 200, 429]
    locked_page = answers[-1].content.decode()
    assert "以后</b>可以再试" in locked_page
    assert "管理员" in locked_page
    assert username not in locked_page
    assert 0 < int(answers[-1]["Retry-After"]) <= 15 * 60 + 1
    assert attempt(client, username=username, password=PASSWORD).status_code == 429


def test_both_failures_read_alike(client, people):
    pages = [attempt(client, username=name).content.decode() for name in ("registrar", "nobody")]
    said = [page.partition("没有登录成功")[2].partition("</section>")[0] for page in pages]
    assert said[0] == said[1] != ""


def test_another_address_is_not_locked_out(client, people):
    fail(client, 6)
    assert attempt(client, password=PASSWORD, place="10.0.0.2").status_code == 302
    assert attempt(client, username="aid", password=PASSWORD).status_code == 302


def test_after_a_quarter_of_an_hour_it_opens_and_trying_meanwhile_costs_nothing(client, people):
    fail(client, 5)
    first = AccessAttempt.objects.get().attempt_time
    fail(client, 3)
    assert AccessAttempt.objects.get().attempt_time == first
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14))
    assert attempt(client, password=PASSWORD).status_code == 429
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert attempt(client, password=PASSWORD).status_code == 302


def test_a_success_forgets_the_failures_before_it(client, people):
    fail(client, 4)
    assert attempt(client, password=PASSWORD).status_code == 302
    client.logout()
    assert [one.status_code for one in fail(client, 4)] == [200] * 4


def test_the_trail_stays_and_holds_no_password(client, people):
    fail(client, 5, password="geheim-2025")
    unlock("registrar")
    assert attempt(client, password=PASSWORD).status_code == 302
    trail = list(AccessFailureLog.objects.values_list("username", "ip_address", "locked_out"))
    assert len(trail) == 5
    assert set(trail) == {("registrar", "10.0.0.1", False), ("registrar", "10.0.0.1", True)}
    assert AccessLog.objects.get().username == "registrar"
    fail(client, 1, username="aid", password="geheim-2025")
    assert "geheim" not in str(list(AccessAttempt.objects.values()))


def test_the_operator_unlocks(client, people):
    fail(client, 5)
    assert locked(["registrar", "aid"]) == {"registrar"}
    unlock("registrar")
    assert locked(["registrar", "aid"]) == set()
    assert attempt(client, password=PASSWORD).status_code == 302


def test_a_request_that_is_no_sign_in_pays_nothing(client, people, django_assert_num_queries):
    client.force_login(people["operator"].user)
    before = AccessAttempt.objects.count(), AccessFailureLog.objects.count()
    with django_assert_num_queries(3):  # the session, the user, the post
        client.get(reverse("password"))
    assert before == (AccessAttempt.objects.count(), AccessFailureLog.objects.count())


@pytest.fixture
def newcomer(people):
    said = initial_password(people["aid"])
    client = Client()
    assert attempt(client, username="aid", password=said).status_code == 302
    client.said = said
    return client


def change(client, **values):
    fields = {"old_password": client.said, "new_password1": "雨后的草原很安静", "new_password2": "雨后的草原很安静"}
    return client.post(reverse("password"), fields | values)


@pytest.mark.parametrize("name", ["home", "petitions"])
def test_with_an_initial_password_nothing_opens_but_its_change(newcomer, name):
    assert newcomer.get(reverse(name)).headers["Location"] == reverse("password")
    assert "初始密码" in newcomer.get(reverse("password")).content.decode()


def test_once_changed_the_desk_opens_and_the_sign_in_holds(newcomer):
    assert change(newcomer).status_code == 302
    assert newcomer.get(reverse("petitions")).status_code == 200
    assert attempt(Client(), username="aid", password=newcomer.said).status_code == 200, "the old one is gone"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"old_password": "x"}, "现在的密码不对"),
        ({"new_password2": "另一个很长的密码"}, "两次输入的新密码不一样"),
        ({"new_password1": "12345678901", "new_password2": "12345678901"}, "数字"),
        ({"new_password1": "短", "new_password2": "短"}, "8"),
    ],
)
def test_a_bad_new_password_is_refused_with_its_reason(newcomer, values, said):
    page = change(newcomer, **values)
    assert page.status_code == 200
    assert said in page.content.decode()
    assert Staff.objects.get(user__username="aid").initial


def test_the_initial_password_cannot_be_kept(newcomer):
    kept = newcomer.said
    assert "不能与现在的密码相同" in change(newcomer, new_password1=kept, new_password2=kept).content.decode()


def test_a_reset_signs_out_whoever_was_signed_in(client, people):
    client.login(username="aid", password=PASSWORD)
    initial_password(people["aid"])
    assert client.get(reverse("petitions")).headers["Location"].startswith(reverse("sign-in"))


def test_who_has_left_cannot_open_anything(client, people):
    Staff.objects.filter(user__username="aid").update(active=False)
    attempt(client, username="aid", password=PASSWORD)
    assert client.get(reverse("petitions")).status_code == 403


def test_the_settings_say_what_the_pages_say(client, people):
    assert settings.AXES_FAILURE_LIMIT == 5
    assert timedelta(minutes=15) == settings.AXES_COOLOFF_TIME
    assert "输错五次" in client.get(reverse("sign-in")).content.decode()
