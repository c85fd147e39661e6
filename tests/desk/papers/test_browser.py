"""Papers in a real browser: made, signed and served without a script; no accessibility finding, nothing too wide."""

import pytest
from django.urls import reverse

from tests.desk.conftest import PASSWORD
from tests.readable import check
from yifa.papers.models import Draft, IssuedPaper

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(browser, live_server, signers):
    made = []

    def desk(who, **options):
        context = browser.new_context(locale="zh-CN", **options)
        made.append(context)
        page = context.new_page()
        page.goto(live_server.url + reverse("sign-in"))
        page.get_by_label("账号").fill(who)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        return page

    yield desk
    for context in made:
        context.close()


def test_without_a_script_a_paper_is_filled_in_sent_and_signed(desk, live_server, files):
    page = desk("aid", java_script_enabled=False)
    page.goto(live_server.url + reverse("petition", args=[files["answered"]]))
    page.get_by_role("link", name="本件文书").click()
    page.get_by_text("案卷里的表单").click()
    page.get_by_role("link", name="调查笔录").click()
    assert page.get_by_role("button", name="签发", exact=True).count() == 0
    for box in page.locator(".making textarea[name^=field-][required]").all():
        box.fill("二〇二五年八月二十五日，在村委会")
    page.get_by_role("button", name="填好了，看效果").click()
    assert "在村委会" in page.inner_text(".document")
    page.get_by_label("送签说明").fill("请签")
    page.get_by_role("button", name="送签").click()
    assert "已送签" in page.inner_text("main")
    assert Draft.objects.get().supplied
    head = desk("head", java_script_enabled=False)
    head.get_by_role("link", name="全部待签").click()
    head.get_by_role("link", name="调查笔录").click()
    assert "在村委会" in head.inner_text(".document")
    head.get_by_role("button", name="签发", exact=True).click()
    assert "已签发" in head.inner_text("main")
    assert IssuedPaper.objects.get().pdf in head.inner_text("main")


def test_the_pages_are_plain_to_everybody(desk, live_server, files):
    page = desk("head", viewport={"width": 375, "height": 900})
    opinion = reverse("paper", args=[files["answered"], 5, "D27"])
    for address in (
        reverse("petition-papers", args=[files["answered"]]),
        reverse("paper", args=[files["answered"], 4, "D17"]),
        reverse("papers-waiting"),
        reverse("paper-templates"),
        reverse("paper-template", args=["D27"]),
        reverse("letterhead"),
    ):
        page.goto(live_server.url + address)
        check(page)
    page.goto(live_server.url + opinion)
    page.get_by_role("button", name="签发", exact=True).click()
    page.set_viewport_size({"width": 1440, "height": 900})
    check(page)
    page.get_by_role("link", name="更正后重签").click()
    check(page)
    page.goto(live_server.url + reverse("papers"))
    assert "示民意〔2025〕1号" in page.inner_text("main")
    check(page)
    page.goto(live_server.url + reverse("petitions"))
    page.get_by_role("button", name="成批签发文书").click()
    page.get_by_label("哪一种文书").select_option("D12")
    page.get_by_role("button", name="下一步").click()
    check(page)
