"""The whole life of one petition in real browsers: a citizen on a phone, four staff roles and two reviewers, nothing but clicks."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.portal.conftest import ORGANS, PASSWORD
from tests.readable import fits
from yifa.law.acts import Attach
from yifa.law.terms import Stage
from yifa.organs.accounts import create_staff
from yifa.organs.directory import load
from yifa.organs.models import Role
from yifa.records.models import PetitionRecord
from yifa.records.perform import read

pytestmark = pytest.mark.django_db(transaction=True)

POSTS = {
    "registrar": ("office", Role.REGISTRAR),
    "screener": ("office", Role.SCREENER),
    "handler": ("water", Role.HANDLER),
    "colleague": ("water", Role.HANDLER),
    "head": ("water", Role.HEAD),
    "banner": ("banner", Role.HANDLER),
    "city": ("city", Role.HANDLER),
}
ASKED = "请修好村里的排水渠"


@pytest.fixture
def today(monkeypatch):
    """Set the day at the office."""
    return lambda day: monkeypatch.setattr(timezone, "localdate", lambda *_: date.fromisoformat(day))


@pytest.fixture
def browsers(browser):
    """A browser of one's own for each person; all are closed in the end."""
    opened = []

    def open_one(**options):
        opened.append(browser.new_context(locale="zh-CN", **options))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def sign_in(browsers, live_server, transactional_db):
    """Sign a member of the staff in, at a desk or, where it is said so, otherwise."""
    load(ORGANS, by="安装")
    for name, (organ, role) in POSTS.items():
        create_staff(username=name, name=f"职员{name}", organ=organ, roles=[role], password=PASSWORD)

    def sign_in(name, *, width=1440, **options):
        page = browsers(viewport={"width": width, "height": 900}, **options).new_page()
        page.goto(f"{live_server.url}{reverse('home')}")
        page.get_by_label("账号").fill(name)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        return page

    return sign_in


def on(page, name="下一步"):
    fits(page)
    page.get_by_role("button", name=name, exact=True).click()


def form_of(page, number, act):
    """From the list to the file, from the file to the form of an act that may be done now."""
    page.get_by_role("link", name="信访事项", exact=True).first.click()
    page.get_by_role("link", name=number, exact=True).click()
    if not page.get_by_role("link", name=act).first.is_visible():
        page.locator(".next details", has=page.get_by_role("link", name=act)).locator("summary").first.click()
    page.get_by_role("link", name=act).first.click()


def write(page, **written):
    """Fill in the fields by their labels: a text, one of a list, or a choice to be ticked."""
    for label, value in written.items():
        field = page.get_by_label(re.compile(rf"^\s*{label}"))
        if value is True:
            field.check()
        elif field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)


def do(page, number, act, **written):
    """One act through its form and the preview of what it does."""
    form_of(page, number, act)
    write(page, **written)
    on(page, "看看办理后会怎样")
    on(page, "确认办理")
    assert "已办理" in page.get_by_role("status").inner_text()


def file_by_phone(phone, url):
    """From the first question to the receipt, the tab closed on the way: the number and the query code."""
    page = phone.new_page()
    page.goto(url)
    page.get_by_role("link", name="先看走哪条路").click()
    page.get_by_label("以上都不是").check()
    on(page)
    fits(page)
    page.get_by_role("link", name="提交信访").last.click()
    on(page, "开始填写")
    page.get_by_label("请把事情说清楚").press_sequentially("排水渠塌了两年")
    page.get_by_text("已自动保存").wait_for()
    page.close()

    page = phone.new_page()
    page.goto(url)
    page.get_by_role("link", name="继续填写").click()
    page.get_by_label("您希望怎样解决？").fill(ASKED)
    page.get_by_label("解决我（们）的事").check()
    on(page)
    page.get_by_role("link", name="没有了，下一步").click()
    page.get_by_label("河口镇").check()
    on(page)
    page.get_by_label("用自己的姓名").check()
    on(page)
    write(page, 姓名="王小明", 联系电话="13800000001", 住址="河口镇某村")
    page.get_by_label("在网上给我").check()
    on(page)
    page.get_by_role("link", name="没有附件，下一步").click()
    page.get_by_label("我已经看过以上说明").check()
    on(page)
    on(page, "提交")
    fits(page)
    number, code = page.locator(".panel b").all_inner_texts()
    return page, number, code


def taken_in(number, sign_in, today):
    """A letter says the same and is attached; the matter is classified and sent on."""
    today("2025-08-05")
    registrar = sign_in("registrar")
    registrar.get_by_role("link", name="登记", exact=True).first.click()
    write(registrar, 姓名="王小明", 联系方式="13800000001", 请求=ASKED)
    registrar.get_by_text("疑似重复1件").wait_for()
    registrar.get_by_label(re.compile("同一事项")).last.check()
    registrar.get_by_role("button", name="登记 Ctrl Enter").click()
    registrar.wait_for_url("**/receipt/")
    assert isinstance(read(PetitionRecord.objects.get())[-1], Attach)

    today("2025-08-06")
    screener = sign_in("screener")
    do(screener, number, "分类", 类别="C6 信访程序")
    do(screener, number, "转送", 转往机关="示范旗水利局")


def handled(number, sign_in, today):
    """Two colleagues act at once, one of them without scripts; the opinion is approved by the head on a phone."""
    today("2025-08-08")
    handler = sign_in("handler")
    colleague = sign_in("colleague", java_script_enabled=False)
    for one in (handler, colleague):
        form_of(one, number, "书面告知")
        on(one, "看看办理后会怎样")
    on(handler, "确认办理")
    on(colleague, "确认办理")
    changed = colleague.get_by_role("alert").filter(has_text="您填写时，本件有了新的办理").inner_text()
    assert "书面告知：示范旗水利局 职员handler" in changed
    do(colleague, number, "受理")

    today("2025-08-20")
    do(handler, number, "听取陈述", 陈述="渠塌了，水进了院子")
    do(handler, number, "调查核实", 查明的事实和证据="渠段垮塌，有照片")

    today("2025-09-10")
    form_of(handler, number, "作出处理意见")
    write(handler, 不予支持=True, 事实="渠段垮塌", 意见="不在本年计划", 法律法规依据="水法")
    on(handler, "看看办理后会怎样")
    write(handler, 送审说明="请审批")
    on(handler, "送负责人审批")
    head = sign_in("head", width=375)
    head.get_by_role("link", name="审批", exact=True).first.click()
    head.get_by_role("link", name="作出处理意见").first.click()
    on(head, "批准并办理")

    today("2025-09-12")
    served(handler, number)


def reviewed(reviewer, number, act):
    """Upheld and served."""
    do(reviewer, number, act, 维持=True, 事实="同原意见", 意见="维持", 法律法规依据="信访工作条例")
    served(reviewer, number)


def served(page, number):
    do(page, number, "送达", 送达方式="直接送达", 送达凭证="回证")


def test_from_the_first_question_to_the_final_review(browsers, sign_in, live_server, today):
    today("2025-08-04")
    phone = browsers(viewport={"width": 375, "height": 740}, has_touch=True, is_mobile=True)
    citizen, number, code = file_by_phone(phone, live_server.url)
    on(citizen, "已经记下，从这台设备上清除")
    taken_in(number, sign_in, today)
    handled(number, sign_in, today)

    today("2025-09-22")
    follow(citizen, live_server.url, number, code)
    assert "已经送达给您" in citizen.inner_text("main")
    citizen.get_by_role("link", name="看文书怎么写的").click()
    citizen.get_by_role("link", name="信访处理意见书").click()
    fits(citizen)
    assert "不在本年计划" in citizen.inner_text("article")
    ask(citizen, "评价信访部门", 满意=True)
    ask(citizen, "评价办理机关", 不满意=True)
    ask(citizen, "请求复查", 哪里不服="没有实地看过")

    today("2025-10-10")
    reviewed(sign_in("banner"), number, "作出复查意见")

    today("2025-10-20")
    follow(citizen, live_server.url, number, code)
    ask(citizen, "请求复核", 哪里不服="仍然没有看")

    today("2025-11-10")
    reviewed(sign_in("city"), number, "作出复核意见")

    today("2025-11-12")
    follow(citizen, live_server.url, number, code)
    assert citizen.locator(".doings").get_by_role("link", name="请求").count() == 0, "nothing follows a final review"
    assert PetitionRecord.objects.get().stage == Stage.FINAL


def follow(page, url, number, code):
    """The citizen's page of the petition, by what stands on the receipt."""
    page.goto(f"{url}{reverse('follow')}")
    write(page, 信访事项编号=number, 查询码=code)
    on(page, "查询")
    fits(page)


def ask(page, what, **written):
    """One of the citizen's own acts."""
    page.get_by_role("link", name="到哪一步了").first.click()
    page.get_by_role("link", name=what).click()
    write(page, **written)
    on(page, "提交")
    assert "已经提交，并记入案卷" in page.inner_text("main")
