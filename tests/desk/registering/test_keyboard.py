"""登记 in a real browser: by keyboard alone, with pickers and repeats; without a script; readable at every width."""

import pytest
from django.urls import reverse

from tests.desk.conftest import PASSWORD
from tests.readable import check
from yifa.law.terms import Channel
from yifa.records.models import PetitionRecord
from yifa.records.perform import read

pytestmark = pytest.mark.django_db(transaction=True)


def signed_in(browser, live_server, *, width=1440, **context):
    page = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN", **context).new_page()
    page.goto(f"{live_server.url}{reverse('register')}")
    page.get_by_label("账号").fill("registrar")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(f"**{reverse('register')}")
    return page


class Keys:
    """A person who has a keyboard and nothing else; counts what is pressed besides the text itself."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def type(self, text):
        self.page.keyboard.type(text)

    def to(self, name):
        """By Tab to the control of that name; a few steps, never many."""
        for _ in range(8):
            self.press("Tab")
            if self.page.evaluate("document.activeElement.name") == name:
                return
        pytest.fail(f"{name} is not reached by Tab")


def test_a_letter_and_its_repeat_by_keyboard_alone(browser, live_server, people):
    page = signed_in(browser, live_server)
    keys = Keys(page)
    page.locator("[value=来信]:focus").wait_for()  # the cursor stands where work begins
    for name, text in (
        ("names", "王小明"),
        ("contact", "138-0000-0001"),
        ("address", "河口镇某村"),
        ("place", "hkz"),
        ("c0-text", "要求补发2024年的草原生态补助"),
        ("c0-about", "mzj"),
    ):
        keys.to(name)
        keys.type(text)
    page.get_by_role("option", name="示范旗民政局").wait_for()
    keys.press("Enter")
    assert page.evaluate("document.activeElement.value") == "示范旗民政局"
    keys.press("Control+Enter")
    page.wait_for_url("**/receipt/")
    act = read(PetitionRecord.objects.get())[0]
    assert (act.channel, act.names, act.place) == (Channel.LETTER, ("王小明",), "河口镇")
    assert act.requests[0].about == ("aid",)
    assert keys.pressed <= 20, "besides the text itself, twenty keys: far below two minutes"
    check(page)

    page.locator("#next:focus").wait_for()
    keys.press("Enter")
    page.wait_for_url(f"**{reverse('register')}")
    for name, text in (("names", "王小明"), ("contact", "13800000001"), ("c0-text", "要求补发2024年的草原生态补助")):
        keys.to(name)
        keys.type(text)
    page.get_by_text("疑似重复1件").wait_for()
    check(page)
    keys.press("Control+Enter")
    page.get_by_role("alert").get_by_role("link", name="有1件疑似重复").wait_for()
    keys.to("")
    keys.press("Enter")
    keys.to("match")
    keys.press("ArrowDown")
    keys.press("Control+Enter")
    page.wait_for_url("**/receipt/#match")
    assert PetitionRecord.objects.get().repeats == 1
    page.context.close()


def test_a_row_more_takes_the_cursor_and_the_accused_appears_for_an_accusation_only(browser, live_server, people):
    page = signed_in(browser, live_server)
    keys = Keys(page)
    page.keyboard.press("Alt+j")
    page.locator("#id_c1-text:focus").wait_for()
    keys.type("检举某镇截留补贴")
    accused = page.locator("#id_c1-accused")
    assert not accused.is_visible()
    keys.to("c1-track")
    keys.type("B")
    accused.wait_for()
    keys.to("c1-accused")
    keys.type("hk")
    page.get_by_role("option", name="河口镇").wait_for()
    check(page)
    keys.press("Escape")
    page.get_by_role("option").first.wait_for(state="hidden")
    page.context.close()


def test_a_tab_closed_by_mistake_loses_nothing(browser, live_server, people):
    page = signed_in(browser, live_server)
    with page.expect_response("**/register/look/"):
        page.get_by_label("请求", exact=True).fill("写到一半的请求")
    page.close()
    other = page.context.new_page()
    other.goto(f"{live_server.url}{reverse('register')}")
    assert other.get_by_label("请求", exact=True).input_value() == "写到一半的请求"
    other.get_by_role("button", name="不要这份草稿").click()
    assert other.get_by_label("请求", exact=True).input_value() == ""
    page.context.close()


@pytest.mark.parametrize("width", [375, 1440])
def test_without_a_script(browser, live_server, people, width):
    page = signed_in(browser, live_server, width=width, java_script_enabled=False)
    page.get_by_label("来访", exact=True).check()
    page.get_by_label("已向信访人宣读或者交其核对，无误").check()
    page.get_by_label("姓名（名称）").fill("王小明")
    page.get_by_label("住址").fill("河口镇某村")
    page.get_by_label("请求", exact=True).fill("要求修渠")
    page.get_by_role("button", name="再加一项诉求").click()
    page.get_by_label("请求", exact=True).nth(1).fill("要求公开账目")
    page.get_by_role("button", name="登记 Ctrl Enter").click()
    assert page.url.endswith("/receipt/")
    assert len(read(PetitionRecord.objects.get())[0].requests) == 2
    page.get_by_role("link", name="下一件").click()
    page.get_by_label("姓名（名称）").fill("王小明")
    page.get_by_label("住址").fill("河口镇某村")
    page.get_by_label("请求", exact=True).fill("又一件事")
    page.get_by_label("已向信访人宣读或者交其核对，无误").check()
    page.get_by_role("button", name="登记 Ctrl Enter").click()
    page.get_by_label("另行登记，注明与它有关联").check()
    page.get_by_role("button", name="登记 Ctrl Enter").click()
    assert page.url.endswith("/receipt/")
    assert PetitionRecord.objects.count() == 2
    page.context.close()


@pytest.mark.parametrize("width", [375, 1440])
def test_readable_with_errors_and_open_lists(browser, live_server, people, width):
    page = signed_in(browser, live_server, width=width)
    check(page)
    page.get_by_label("来电", exact=True).check()
    page.keyboard.press("Control+Enter")
    page.get_by_role("alert").wait_for()
    page.locator(".problem:focus").wait_for()  # the reader is taken to what is wrong
    page.get_by_role("combobox", name="被投诉的机关").press_sequentially("sf")
    page.get_by_role("option").first.wait_for()
    check(page)
    page.context.close()
