"""A real browser reads a real page from a real server."""

import pytest


@pytest.mark.django_db(transaction=True)
def test_chromium_reads_the_health_page(live_server, browser):
    page = browser.new_page()
    page.goto(f"{live_server.url}/health")
    assert page.inner_text("body").strip() == "正常"
    page.close()
