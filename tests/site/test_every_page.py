"""Every page in a real browser, on a phone and on a desk, in normal and large type: axe finds nothing, nothing is
wider than the screen, every control is reached by keyboard and shows that it is."""

import json
from http import HTTPStatus

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse

from tests.site.permissions import FILES, OWN, PAGES
from tests.site.test_permissions import ADDRESSES
from yifa.organs.accounts import create_staff
from yifa.organs.models import Role
from yifa.organs.profile import OfficeProfile
from yifa.records import query_codes
from yifa.site.demo.profile import PROFILE

pytestmark = pytest.mark.django_db(transaction=True)

PHONE, DESK = {"width": 375, "height": 800}, {"width": 1440, "height": 900}
BY_LAYOUT = {"type": "rule", "values": ["scrollable-region-focusable", "target-size"]}
"""What may come out otherwise at another width or size of type; the rest is the same page."""

FINDINGS = """async only => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  const found = await axe.run(document, {resultTypes: ["violations"], ...(only && {runOnly: only})});
  const html = document.documentElement, wide = html.scrollWidth - html.clientWidth;
  return [...found.violations.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(" ")}`),
          ...(wide > 0 ? [`${wide}px wider than the screen`] : [])];
}"""

CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]"

TABBED = f"""() => {{
  const shown = one => one.checkVisibility({{visibilityProperty: true}}) && !one.disabled && one.tabIndex >= 0;
  const first = one => one.type !== "radio" || one === (document.querySelector(`[name="${{one.name}}"]:checked`)
    || document.querySelector(`[name="${{one.name}}"]`));
  return [...document.querySelectorAll("{CONTROLS}")].filter(one => shown(one) && first(one))
    .map(one => one.outerHTML.slice(0, 90));
}}"""

FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  return {html: one.outerHTML.slice(0, 90), seen: one === document.body || style.outlineStyle !== "none"};
}"""

OUT_OF_REACH = f"""() => [...document.querySelectorAll("{CONTROLS}")]
  .filter(one => one.tabIndex > 0 || (one.tabIndex < 0 && one.matches("a, button, input, select, textarea, summary")
    && one.getAttribute("aria-hidden") !== "true"))
  .map(one => `out of the order of Tab: ${{one.outerHTML.slice(0, 90)}}`)"""


@pytest.fixture
def pages(house, browser, live_server):
    """Every address that answers with a page, and a browser that may open it: the operator's, or that of a person in
    all other roles who also has the petition of the house open."""
    OfficeProfile.objects.create(organ_id="office", **PROFILE)
    roles = [one for one in Role if one is not Role.OPERATOR]
    everybody = create_staff(username="all", name="职员全", organ="office", roles=roles, password="很长的口令2025")
    found, opened = {}, []
    for staff in (house.people[Role.OPERATOR], everybody):
        client = Client()
        client.force_login(staff.user)
        code = query_codes.issue(house.records["own"])
        client.post(reverse("follow"), {"number": house.numbers["own"], "code": code})
        client.post(reverse("file"))
        opened.append(browser.new_context(viewport=PHONE, locale="zh-CN"))
        opened[-1].add_cookies(
            [{"name": one.key, "value": one.value, "url": live_server.url} for one in client.cookies.values()]
        )
        page = opened[-1].new_page()
        for name in (*PAGES, *FILES, *OWN):
            address = house.filled(name, "own", staff)
            answer = client.get(address)
            answer.close()
            if answer.status_code == HTTPStatus.OK and answer.headers["Content-Type"].startswith("text/html"):
                found[name] = page, f"{live_server.url}{address}"
    yield found
    for one in opened:
        one.close()


def findings(page, only=None):
    return page.evaluate(FINDINGS, only)


def test_axe_finds_nothing_and_nothing_is_too_wide(pages):
    assert len(pages) > len(ADDRESSES) / 2
    axe, found = Axe().axe_script, {}
    for name, (page, address) in pages.items():
        page.set_viewport_size(PHONE)
        page.goto(address)
        page.evaluate(axe)
        found[name, "phone"] = findings(page) + page.evaluate(OUT_OF_REACH)
        if page.locator(".top.portal").count():
            page.locator("html").evaluate("one => { one.dataset.size = 'large' }")
            found[name, "phone, large type"] = findings(page, BY_LAYOUT)
        page.set_viewport_size(DESK)
        found[name, "desk"] = findings(page, BY_LAYOUT)
    wrong = {f"{name} ({how})": what for (name, how), what in found.items() if what}
    assert not wrong, json.dumps(wrong, ensure_ascii=False, indent=1)


TABBED_THROUGH = (
    "portal-home",
    "find-path",
    "file-step",
    "my-petition",
    "home",
    "register",
    "petition",
    "act",
    "petitions",
)


def test_every_control_is_reached_by_tab_and_shows_it(pages):
    for name in TABBED_THROUGH:
        page, address = pages[name]
        page.set_viewport_size(DESK)
        page.goto(address)
        page.evaluate("document.activeElement.blur()")
        wanted, reached = page.evaluate(TABBED), []
        for _ in range(len(wanted) + 10):
            page.keyboard.press("Tab")
            at = page.evaluate(FOCUSED)
            assert at["seen"], f"{name}: focus is not seen: {at['html']}"
            reached.append(at["html"])
        assert not set(wanted) - set(reached), name
