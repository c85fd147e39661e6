"""What is too large is refused before it is read, with a page that says how much may come and what to do instead."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import RequestFactory
from django.urls import reverse

from tests.readable import check as clean
from yifa.site.limits import MOST_AT_ONCE, size_limit


@pytest.mark.parametrize(("size", "refused"), [(MOST_AT_ONCE, False), (MOST_AT_ONCE + 1, True)])
def test_nothing_is_read_of_what_says_it_is_too_large(size, refused):
    request = RequestFactory().post("/file/attachments/")
    request.META["CONTENT_LENGTH"] = str(size)
    if refused:
        with pytest.raises(RequestDataTooBig):
            size_limit(lambda _: "read")(request)
    else:
        assert size_limit(lambda _: "read")(request) == "read"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/file/attachments/", "/desk/check-report/", "/nowhere/"])
def test_the_page_says_what_may_come(client, address):
    answer = client.post(address, CONTENT_LENGTH=str(MOST_AT_ONCE + 1))
    page = answer.content.decode()
    assert answer.status_code == 413
    for said in ("100MB", "20MB", "20个", "没有收下", f'href="{address}"'):
        assert said in page
    assert answer.headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_too_long_a_text_and_too_many_fields_are_told_the_same_way(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert client.post(reverse("follow"), {"number": "长" * 1000}).status_code == 413
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = None
    assert client.post(reverse("follow"), {f"f{n}": "" for n in range(1100)}).status_code == 413


@pytest.mark.django_db
def test_what_else_is_wrong_stays_a_bad_request(client):
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400


@pytest.mark.django_db(transaction=True)
def test_the_page_in_a_browser(browser, live_server, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    page = browser.new_context(viewport={"width": 375, "height": 800}, locale="zh-CN").new_page()
    page.goto(live_server.url + reverse("follow"))
    page.locator("input[name=number]").evaluate("field => field.removeAttribute('maxlength')")
    page.locator("input[name=number]").fill("长" * 2000)
    page.locator("main form button").first.click()
    page.get_by_role("heading", name="一次提交的内容太多").wait_for()
    clean(page)
    page.get_by_role("link", name="回到刚才的页面").click()
    assert page.url == live_server.url + reverse("follow")
    page.context.close()
