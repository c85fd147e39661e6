"""The page that checks a report: pasted or uploaded, marked in place, nothing lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.desk.conftest import PASSWORD
from tests.readable import check, fits

pytestmark = pytest.mark.django_db(transaction=True)

RIGHT = "共受理诉求800件，其中咨询类600件，占75%；其他200件，占25%。"
WRONG = RIGHT.replace("75%", "70%")


@pytest.fixture
def ask(client, people):
    client.force_login(people["town"].user)

    def post(**given):
        return client.post(reverse("check-report"), {"text": "", "year": "", **given})

    return post


def test_pasted_text_is_marked_and_kept(ask):
    answer = ask(text=f"一、情况\r\n{WRONG}")
    page = answer.content.decode()
    assert '<mark id="m1"><a href="#f1">咨询类600件，占70%' in page
    assert '<li id="f1"><a href="#m1">1. 咨询类600件，占70%</a>' in page
    assert "600÷800=75.0000%，应为75%" in page
    assert "核对了3处数字关系，2处成立" in page
    assert f"一、情况\n{WRONG}</textarea>" in page


def test_a_sound_report(ask):
    page = ask(text=RIGHT).content.decode()
    assert "核对了3处数字关系，都成立" in page
    assert "<mark" not in page
    assert "成立的3处" in page


def test_marks_that_overlap_are_told_apart(ask):
    page = ask(text=WRONG.replace("800", "810").replace("70%", "74%")).content.decode()
    assert page.count("<mark id=") == page.count('<li id="f')


def test_an_upload_is_read_and_put_into_the_form(ask):
    page = ask(file=SimpleUploadedFile("报告.txt", WRONG.encode("gb18030"))).content.decode()
    assert f"{WRONG}</textarea>" in page
    assert "<mark" in page


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"file": SimpleUploadedFile("坏.docx", b"PK\x03\x04")}, "已损坏"),
        ({}, "请选择一个文件，或者把报告的文字贴进来"),
        ({"text": RIGHT, "year": "1999"}, "1999"),
    ],
)
def test_what_cannot_be_checked_is_told_at_the_top(ask, given, words):
    answer = ask(**given)
    assert words in answer.content.decode()
    assert 'role="alert"' in answer.content.decode()


def test_text_stays_when_the_file_is_broken(ask):
    page = ask(text=RIGHT, file=SimpleUploadedFile("坏.pdf", b"%PDF-")).content.decode()
    assert RIGHT in page


def test_beside_the_record(ask, files):
    page = ask(text="全旗信访总量9件次。", year="2025").content.decode()
    assert "本单位案卷2025年「信访总量」为3" in page


def test_markup_in_a_report_is_text(ask):
    assert "<b>粗</b>" not in ask(text="<b>粗</b>，，").content.decode()


@pytest.mark.parametrize("width", [375, 1440])
def test_without_scripts(browser, live_server, people, width):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, locale="zh-CN", java_script_enabled=width == 1440
    )
    page = context.new_page()
    page.goto(f"{live_server.url}{reverse('check-report')}")
    page.get_by_label("账号").fill("town")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.goto(f"{live_server.url}{reverse('check-report')}")
    page.get_by_label("或者把文字贴在这里").fill(WRONG)
    page.get_by_role("button", name="核对").click()
    page.locator("#m1 a").click()
    assert page.url.endswith("#f1")
    (check if width == 1440 else fits)(page)
    context.close()
