"""Following a petition on a phone, in both sizes of type: found, read, asked for review, rated, left; axe finds nothing."""

import pytest
from django.urls import reverse

from tests.portal.following.conftest import answered, decided, register
from tests.readable import check
from yifa.law.acts import RequestReview
from yifa.records import query_codes
from yifa.records.models import PetitionRecord
from yifa.records.perform import read

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def phone(browser, live_server):
    made = []

    def phone(**options):
        context = browser.new_context(viewport={"width": 375, "height": 800}, locale="zh-CN", **options)
        made.append(context)
        page = context.new_page()
        page.goto(live_server.url)
        return page

    yield phone
    for context in made:
        context.close()


def follow(page, number):
    code = query_codes.issue(PetitionRecord.objects.get(number=number))
    page.get_by_role("link", name="查办理情况").first.click()
    page.get_by_label("信访事项编号").fill(number)
    page.get_by_label("查询码").fill(code)
    page.get_by_role("button", name="查询").click()


@pytest.mark.parametrize("large", [False, True])
def test_a_petition_is_followed_to_its_review(phone, county, large):
    number = answered(register())
    page = phone()
    if large:
        page.get_by_role("button", name="大字版").click()
        page.get_by_role("button", name="标准版").wait_for()
        assert page.locator("html").get_attribute("data-size") == "large"
        page.reload()
        assert page.locator("html").get_attribute("data-size") == "large"
    check(page)
    page.get_by_role("link", name="帮助").first.click()
    check(page)
    follow(page, number)
    assert "信访处理意见书已经送达给您" in page.inner_text("main")
    page.get_by_text("现在还不能做的").click()
    check(page)
    for tab in ("经过", "我交的材料", "文书"):
        page.get_by_role("link", name=tab, exact=True).click()
        check(page)
    page.get_by_role("link", name="信访处理意见书").click()
    assert "不予修理" in page.inner_text("article")
    check(page)
    page.get_by_role("link", name="到哪一步了").click()
    page.get_by_role("link", name="请求复查").click()
    check(page)
    page.get_by_role("button", name="提交").click()
    assert "请写明哪里不服" in page.inner_text(".problem")
    check(page)
    page.get_by_label("哪里不服").fill("没有实地查看")
    page.get_by_role("button", name="提交").click()
    page.get_by_text("已经提交，并记入案卷").wait_for()
    assert isinstance(read(PetitionRecord.objects.get(number=number))[-1], RequestReview)
    check(page)
    page.get_by_role("button", name="退出").click()
    page.goto(page.url.replace("/follow/", "/follow/petition/"))
    assert "请输入编号和查询码" in page.inner_text("main")
    check(page)


def test_it_works_without_scripts_and_keeps_what_is_typed_when_the_type_grows(phone, county):
    number = decided(register())
    page = phone(java_script_enabled=False)
    page.get_by_role("button", name="大字版").click()
    assert page.locator("html").get_attribute("data-size") == "large"
    follow(page, number)
    assert "正在送达给您" in page.inner_text("main")
    scripted = phone()
    scripted.goto(scripted.url + reverse("follow")[1:])
    scripted.get_by_label("查询码").fill("ABCD")
    scripted.get_by_role("button", name="大字版").click()
    scripted.get_by_role("button", name="标准版").wait_for()
    assert scripted.get_by_label("查询码").input_value() == "ABCD"
