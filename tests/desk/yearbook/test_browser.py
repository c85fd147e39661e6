"""Writing and settling a report in a real browser, as narrow as a phone; no accessibility finding."""

from django.urls import reverse

from tests.desk.conftest import PASSWORD
from tests.readable import check


def test_a_report_is_written_and_settled(browser, live_server, files, written):
    page = browser.new_context(viewport={"width": 375, "height": 900}, locale="zh-CN").new_page()
    page.goto(f"{live_server.url}{reverse('reports')}")
    page.get_by_label("账号").fill("clerk")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    check(page)
    page.goto(f"{live_server.url}{reverse('report', args=['annual', 2025])}")
    check(page)
    page.get_by_role("link", name="口径1", exact=True).first.click()
    assert page.url.endswith("#n1")
    page.get_by_role("link", name="数据分析").click()
    page.get_by_label("文字").fill("来访{{信访总量：来访}}。")
    check(page)
    page.get_by_role("button", name="保存").click()
    page.get_by_role("button", name="定稿").click()
    page.get_by_text("每个数字都与今天的案卷一致").wait_for()
    check(page)
    page.goto(f"{live_server.url}{reverse('report-template', args=['annual'])}")
    check(page)
    page.goto(f"{live_server.url}{reverse('report-rows', args=[2025, 'tasks'])}")
    check(page)
    page.context.close()
