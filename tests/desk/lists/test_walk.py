"""From the day's work through the list to a batch and a table, in a real browser; no accessibility finding at any width."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.desk.conftest import PASSWORD, register
from tests.readable import check, fits
from yifa.casework.models import Job
from yifa.law.acts import Request
from yifa.law.terms import Track
from yifa.organs.accounts import create_staff
from yifa.organs.models import Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(("width", "scripts"), [(375, False), (1440, True)])
def test_a_mornings_work(browser, live_server, people, width, scripts):
    screener = create_staff(
        username="screener", name="法规员", organ="office", roles=[Role.SCREENER, Role.INSPECTOR], password=PASSWORD
    )
    today = timezone.localdate().isoformat()
    letters = [register(today, Request(text=f"要求修第{one}条渠", track=Track.C6)) for one in range(3)]
    register("2025-08-04", Request(text="说不清要求什么", track=None))
    page = browser.new_context(
        viewport={"width": width, "height": 900}, locale="zh-CN", java_script_enabled=scripts
    ).new_page()
    look = check if scripts else fits  # the checker is a script
    page.goto(f"{live_server.url}{reverse('home')}")
    page.get_by_label("账号").fill("screener")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    assert page.get_by_role("heading", name="待分类").is_visible()
    look(page)
    page.get_by_role("link", name="逾期").first.click()
    assert "说不清要求什么" in page.get_by_role("region", name="应办").inner_text()
    page.get_by_role("link", name="信访事项", exact=True).click()
    look(page)
    page.get_by_label("编号或者姓名").fill("某甲")
    page.get_by_label("收到日期从").fill(today)
    page.get_by_role("button", name="筛选").click()
    page.get_by_text("共3件").wait_for()
    page.get_by_label("把这组条件存为常用列表").fill("今天来的")
    page.get_by_role("button", name="保存").click()
    assert page.get_by_role("link", name="今天来的").get_attribute("aria-current") == "page"
    look(page)
    if scripts:
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.textContent") == letters[1]
        page.keyboard.press("x")
        assert page.get_by_label(f"选 {letters[1]}").is_checked()
        page.keyboard.press("x")
    for one in letters[:2]:
        page.get_by_label(f"选 {one}").check()
    page.get_by_label("勾选的").select_option("转送")
    page.get_by_role("button", name="成批办理").click()
    look(page)
    page.get_by_label("机关").first.fill("示范旗水利局")
    page.get_by_role("button", name="逐件看看能不能办").click()
    look(page)
    page.get_by_role("button", name="办理这2件").click()
    assert "办成2件" in page.get_by_role("heading", level=1).inner_text()
    look(page)
    job = Job.objects.create(staff=screener, kind="petitions", title="信访事项", asked={"query": ""})
    for address in (reverse("jobs"), reverse("job", args=[job.pk])):
        page.goto(f"{live_server.url}{address}")
        look(page)
    page.context.close()
