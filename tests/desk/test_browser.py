"""The first pages in a real browser: signing in, the year, a figure's rows, a file; no accessibility finding at any width."""

import pytest
from django.urls import reverse

from tests.desk.conftest import PASSWORD
from tests.readable import check

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [375, 1440])
def test_from_the_year_to_a_file(browser, live_server, files, width):
    page = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN").new_page()
    page.goto(f"{live_server.url}{reverse('home')}")
    check(page)
    page.get_by_label("账号").fill("registrar")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.goto(f"{live_server.url}{reverse('year', args=[2025])}")
    check(page)
    page.get_by_role("link", name="信访总量", exact=True).first.click()
    check(page)
    page.get_by_role("link", name=files["answered"]).click()
    assert page.get_by_role("heading", level=1).inner_text() == files["answered"]
    check(page)
    page.get_by_role("link", name="第三十四条").first.click()
    assert page.url.endswith("/law/#34")
    check(page)
    page.get_by_role("link", name="信访事项").click()
    check(page)
    page.context.close()
