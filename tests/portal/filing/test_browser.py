"""Filing on a phone in a real browser: every page passes axe; a tab closed mid-sentence loses nothing; it works without JavaScript."""

import re

import pytest
from django.urls import reverse

from tests.readable import check
from yifa.records.models import PetitionRecord

pytestmark = pytest.mark.django_db(transaction=True)
JPEG = {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff" + b"0" * 3000}


def on(page):
    check(page)
    page.get_by_role("button", name="下一步", exact=True).click()


@pytest.fixture
def site(live_server, organs, settings, tmp_path):
    settings.HOME = tmp_path
    return lambda name, *args: f"{live_server.url}{reverse(name, args=args)}"


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 375, "height": 740}, locale="zh-CN")
    yield context
    context.close()


def test_the_interview_on_a_phone(phone, site):
    page = phone.new_page()
    page.goto(site("find-path"))
    page.get_by_label("和用人单位有争议").check()
    on(page)
    page.get_by_label("确认劳动关系").check()
    on(page)
    page.get_by_label("您是哪一天知道").fill("2026-01-05")
    on(page)
    check(page)
    page.get_by_role("button", name="不记得，跳过").click()
    check(page)
    page.get_by_role("link", name="仍要提交信访").click()
    page.get_by_role("button", name="开始填写").wait_for()


def test_a_tab_closed_in_the_middle_of_a_sentence_loses_nothing(phone, site):
    page = phone.new_page()
    page.goto(site("file"))
    check(page)
    page.get_by_role("button", name="开始填写").click()
    on(page)
    assert page.get_by_role("alert").get_by_role("link").inner_text().startswith("请写一写")
    check(page)
    page.get_by_label("请把事情说清楚").press_sequentially("工资三个月没有发")
    page.get_by_text("已自动保存").wait_for()
    page.close()

    page = phone.new_page()
    page.goto(site("file"))
    check(page)
    assert "工资三个月没有发" in page.inner_text("main")
    page.get_by_role("link", name="继续填写").click()
    page.get_by_label("您希望怎样解决？").wait_for()


def test_filing_on_a_phone(phone, site):
    page = phone.new_page()
    page.goto(site("file"))
    page.get_by_role("button", name="开始填写").click()
    page.get_by_label("请把事情说清楚").fill("工资三个月没有发")
    on(page)
    ask(page, "请补发工资", "解决我（们）的事")
    check(page)
    page.get_by_role("link", name="再加一项").click()
    ask(page, "站长收钱不办事，请查处", "反映公职人员")
    page.get_by_label("反映的是谁？").fill("某站站长")
    on(page)
    page.get_by_role("link", name="没有了，下一步").click()
    for choice in ("河口镇", "匿名", "愿意"):
        page.get_by_label(choice).check()
        on(page)
    page.get_by_label("选择文件").set_input_files([JPEG, JPEG | {"name": "录像.mp4"}])
    page.get_by_role("button", name="上传").click()
    check(page)
    page.get_by_role("link", name="下一步").click()
    page.get_by_label("我已经看过以上说明").check()
    on(page)
    check(page)
    page.get_by_role("button", name="提交", exact=True).dblclick()
    page.get_by_text("已经登记").wait_for()
    check(page)

    record = PetitionRecord.objects.get()
    said = page.inner_text("main")
    assert record.number in said
    assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", said)
    assert [one.name for one in record.attachments.all()] == ["现场.jpg"]
    page.reload()
    assert record.number in page.inner_text("main")
    page.get_by_role("button", name="从这台设备上清除").click()
    page.goto(site("file-receipt"))
    assert record.number not in page.inner_text("main")


def ask(page, text, kind):
    page.get_by_label("您希望怎样解决？").fill(text)
    page.get_by_label(kind).check()
    on(page)


def test_without_javascript(browser, site):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site("file"))
    page.get_by_role("button", name="开始填写").click()
    for label, text in (("请把事情说清楚", "路灯坏了"), ("您希望怎样解决？", "建议换路灯")):
        page.get_by_label(label).fill(text)
        if text == "建议换路灯":
            page.get_by_label("提建议、意见").check()
        page.get_by_role("button", name="下一步").click()
    page.get_by_role("link", name="没有了，下一步").click()
    for choice in ("说不清", "匿名", "不用", "我已经看过"):
        if choice == "我已经看过":
            page.get_by_role("link", name="没有附件，下一步").click()
        page.get_by_label(choice).check()
        page.get_by_role("button", name="下一步").click()
    page.get_by_role("button", name="提交", exact=True).click()
    assert PetitionRecord.objects.get().number in page.inner_text("main")
    page.context.close()
