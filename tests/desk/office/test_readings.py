"""读法: what is open in the Regulation stands there for everybody; the operator sets what may be set, and it stays on file."""

import os
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.desk.conftest import PASSWORD, register
from tests.readable import check as clean
from tests.readable import fits
from yifa.desk.office import running
from yifa.desk.office.readings import UNIT
from yifa.law.acts import Accept, Notify, Request, Transfer
from yifa.law.policy import CHOICES
from yifa.law.readings import BOUNDS, CHOICE_OF, OURS
from yifa.law.terms import Track
from yifa.pages.reading_words import worded
from yifa.records.models import ReadingSetting
from yifa.records.perform import perform
from yifa.records.readings import readings_of, set_reading

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate()
LATER = TODAY + timedelta(days=30)
THRICE = reverse("reading", args=["office", "extensions"])
WHY = "示范旗信访工作联席会议纪要〔2026〕3号"


@pytest.fixture
def client(client, people):
    assert client.login(username="operator", password=PASSWORD)
    return client


@pytest.fixture(autouse=True)
def own_home(settings, monkeypatch, tmp_path):
    """What runs beside the pages stands on an empty office of its own."""
    settings.HOME = tmp_path
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "yifa.site.settings")


@pytest.fixture
def started(monkeypatch):
    """What was begun beside the pages."""
    found = []
    monkeypatch.setattr(running, "start", found.append)
    return found


def asked(value="3", since=TODAY, reason=WHY, do="set"):
    return {"value": value, "since": since.isoformat(), "reason": reason, "do": do}


def test_every_choice_is_shown_with_its_reason_to_everybody_of_the_staff(client, people):
    for who in people:
        client.login(username=who, password=PASSWORD)
        page = client.get(reverse("readings")).content.decode()
        assert all(one.reason in page for one in CHOICES)
        assert (THRICE in page) is (who == "operator"), "only the operator is offered to set them"


def test_every_value_that_can_be_set_is_told_in_words_and_has_a_field():
    values = {name: BOUNDS.get(name, (True, False)) for name in CHOICE_OF}
    for name, some in values.items():
        assert len({worded(name, value) for value in some}) == len(some), name
    assert {name for name in values if not isinstance(getattr(OURS, name), bool)} == set(UNIT) == set(BOUNDS)


def test_a_setting_is_shown_before_it_is_set_and_keeps_its_trail(client, people, started):
    page = client.post(THRICE, asked(do="preview"))
    ready = page.context["ready"]
    assert (ready.was, ready.becomes) == ("延期只延一次，至多三十日", "延期至多延3次，合计不超过三十日")
    assert not ReadingSetting.objects.exists(), "looking sets nothing"
    answer = client.post(THRICE, asked())
    assert answer.url == reverse("readings")
    assert readings_of("office").on(TODAY).extensions == 3
    assert ReadingSetting.objects.get().set_by == people["operator"].user
    page = client.get(reverse("readings")).content.decode()
    assert all(one in page for one in ("延期至多延3次", WHY, "职员operator"))
    assert "另定1处" in client.get(reverse("office")).content.decode()
    assert not started, "no limit on file begins on that day or later"


def test_what_holds_today_and_what_is_to_come_are_told_apart(client, started):
    client.post(THRICE, asked(since=LATER))
    (held,) = next(
        one for one in client.get(reverse("readings")).context["shown"] if one.choice.name == "延期次数"
    ).held
    assert (held.now, held.since) == ("延期只延一次，至多三十日", None)
    assert held.later == [(LATER, "延期至多延3次，合计不超过三十日")]
    client.post(THRICE, asked("1", since=LATER))
    page = client.get(THRICE).content.decode()
    assert page.count(WHY) == 2, "both stay on file"


def test_limits_on_file_that_start_on_that_day_or_later_are_computed_anew(client, started):
    register(TODAY.isoformat(), Request(text="要求修渠"))
    ready = client.post(THRICE, asked(do="preview")).context["ready"]
    assert (ready.kept, ready.moved) == (0, 1)
    client.post(THRICE, asked())
    assert started == ["rebuild"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (asked("31"), "只能在1至30之间"),
        (asked("0"), "也不得使机关的期限长于条例所定"),
        (asked("三"), "请填写整数"),
        (asked("1"), "本来就是「延期只延一次，至多三十日」"),
        (asked(since=TODAY - timedelta(days=1)), "起始日不能早于设定的当日"),
        (asked(reason=" "), "请写明理由"),
        (asked() | {"since": "明天"}, "请写成 2025-08-04 的样子"),
    ],
)
def test_what_cannot_be_set_says_why_and_what_to_do(client, given, said):
    page = client.post(THRICE, given)
    assert said in page.content.decode()
    assert page.context["problems"]
    assert not ReadingSetting.objects.exists()


def test_a_choice_of_two_is_asked_in_words(client, started):
    address = reverse("reading", args=["office", "roll_last_day"])
    assert "机关的末日不顺延" in client.get(address).content.decode()
    client.post(address, asked("False"))
    assert readings_of("office").on(TODAY).roll_last_day is False
    assert "请选一种" in client.post(address, asked("")).content.decode()


@pytest.mark.parametrize("args", [("office", "sixty_days"), ("aid", "extensions"), ("nowhere", "extensions")])
def test_only_what_can_be_set_and_only_at_a_petition_office(client, args):
    assert client.get(reverse("reading", args=args)).status_code == 404


# On the file


def handled(people):
    """A file accepted today by the bureau, under the office's own reading."""
    number = register(TODAY.isoformat(), Request(text="要求补发救助金", track=Track.C6))
    for act in (Transfer(on=TODAY, by="office", to="aid"), Notify(on=TODAY, by="aid"), Accept(on=TODAY, by="aid")):
        perform(act=act, number=number)
    return number


def otherwise(people, value=3, name="extensions"):
    by = people["operator"].user
    set_reading(office="office", name=name, value=value, since=TODAY, reason=WHY, by=by, on=TODAY)


def test_a_file_says_beside_its_limits_what_is_read_otherwise(people):
    client = Client()
    assert client.login(username="registrar", password=PASSWORD)
    address = reverse("petition", args=[handled(people)])
    assert "另定" not in client.get(address).content.decode()
    otherwise(people)
    page = client.get(address).content.decode()
    assert f'本机关另定：延期至多延3次，合计不超过三十日。<a href="{reverse("readings")}">' in page
    client.login(username="aid", password=PASSWORD)
    assert "示范旗信访局另定：延期至多延3次" in client.get(address).content.decode()


# In a browser


@pytest.mark.parametrize("width", [375, 1440])
def test_from_the_readings_to_a_setting_in_a_browser(browser, live_server, people, started, width):
    number = handled(people)
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN", java_script_enabled=True)
    page = context.new_page()
    page.goto(f"{live_server.url}{reverse('office')}")
    page.get_by_label("账号").fill("operator")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.get_by_role("link", name="读法").click()
    clean(page)
    page.get_by_role("link", name="延期次数（示范旗信访局）").click()
    clean(page)
    _shoot(page, f"form-{width}")
    page.get_by_label("至多延几次").fill("40")
    page.get_by_role("button", name="看看会改变什么").click()
    clean(page)
    _shoot(page, f"wrong-{width}")
    page.get_by_label("至多延几次").fill("3")
    page.get_by_label("理由").fill(WHY)
    page.get_by_role("button", name="看看会改变什么").press("Enter")
    page.get_by_role("heading", name="设定前请核对").wait_for()
    clean(page)
    _shoot(page, f"preview-{width}")
    page.get_by_role("button", name="设定", exact=True).click()
    clean(page)
    fits(page)
    _shoot(page, f"readings-{width}")
    context.close()
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{live_server.url}{reverse('petition', args=[number])}")
    page.get_by_label("账号").fill("registrar")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    assert page.get_by_text("本机关另定").count() == 1
    clean(page)
    _shoot(page, f"file-{width}")
    page.get_by_role("link", name="读法").click()
    clean(page)
    context.close()


def _shoot(page, name):
    if os.environ.get("SHOOT"):
        page.screenshot(path=f"{os.environ['SHOOT']}/{name}.png", full_page=True)
