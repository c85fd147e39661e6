"""The year's page: each number opens its rows, page by page, and nobody is told more by a figure than by a file."""

import io
import re
from html import unescape

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.desk.conftest import PASSWORD, register
from yifa.desk.year import rows
from yifa.law.acts import Request
from yifa.law.terms import Channel, Track
from yifa.statistics import compute

pytestmark = pytest.mark.django_db(transaction=True)
YEAR = reverse("year", args=[2025])


@pytest.fixture
def at(client, people):
    def at(name):
        assert client.login(username=name, password=PASSWORD)
        return client

    return at


def links(page):
    return {unescape(one) for one in re.findall(rf'href="({YEAR}[^"]*)"', page)}


def test_every_number_opens_its_rows(at, files):
    client = at("town")
    page = client.get(YEAR).content.decode()
    opened = links(page) - {reverse("year-export", args=[2025])}
    assert len(opened) > 150
    for one in sorted(opened):
        answer = client.get(one)
        assert answer.status_code == 200, one
        told = answer.content.decode()
        assert not {word for word in (files["sealed"], files["mixed"], "截留") if word in told}, one


def test_the_charts_stand_beside_the_year_before(at, files):
    register("2024-06-03", Request(text="要求修路", track=Track.C6, category="交通运输"), channel=Channel.LETTER)
    page = at("registrar").get(YEAR).content.decode()
    for title in ("各月来件", "来件形式", "涉及领域", "问题属地", "承办机关办结", "投诉最多的机关、单位"):
        assert f"<h2>{title} " in page
    assert "导入法定途径 <a" not in page, "nothing was diverted in either year: no chart"
    assert reverse("year-rows", args=[2025, "categories.交通运输"]) in page, "of last year alone: a bar of nought"
    before = at("registrar").get(reverse("year-rows", args=[2025, "receipts_letter"]) + "?before").content.decode()
    assert "2024-06-03" in before
    assert "2025-09-01" not in before
    assert "style=" not in page, "the browser is told to refuse it"


def test_an_accused_town_learns_nothing_from_its_own_figure(people):
    """Of an accusation against it, neither its place nor its answer nor its complaint is counted by itself."""
    register("2025-09-01", Request(text="检举", track=Track.B, accused=("town",), about=("town",)), place="河口镇")
    found = {one.name: one.n for one in compute("office", 2025)}
    assert found["receipts"] == found["categories"] == 1
    assert not any(n for name, n in found.items() if name.startswith(("places", "handled", "complaints")))


def test_rows_page_by_page(at, files, monkeypatch):
    monkeypatch.setattr(rows, "PER_PAGE", 2)
    days = ["2025-01-06", "2025-03-03", "2025-03-03", "2025-03-03", "2025-05-06"]
    for day in days:
        register(day, Request(text="要求修路", track=Track.C6), channel=Channel.FAX)
    client, address = at("registrar"), reverse("year-rows", args=[2025, "receipts_fax"])

    def page(query):
        told = client.get(address + query).content.decode()
        numbers = re.findall(r"<td><a href=\"[^\"]+\">([^<]+)</a></td>", told)
        ways = {rel: unescape(href) for rel, href in re.findall(r'rel="(prev|next)" href="([^"]+)"', told)}
        return numbers, ways

    first, ways = page("")
    second, onward = page(ways["next"])
    third, last = page(onward["next"])
    assert "prev" not in ways
    assert "next" not in last
    seen = [*first, *second, *third]
    assert len(seen) == len(set(seen)) == len(days)
    assert page(last["prev"])[0] == second
    assert page(onward["prev"])[0] == first
    assert page("?after=nonsense")[0] == first


def test_the_year_as_a_table(at, files):
    answer = at("water").get(reverse("year-export", args=[2025]))
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    told = {row[1]: row for row in sheet.iter_rows(values_only=True)}
    assert told["信访总量"][2] == 3
    assert told["按期办结率"][2:6] == (50, "%", 1, 2)


@pytest.mark.parametrize("name", ["year-export", "year"])
@pytest.mark.parametrize("year", [0, 1, 1999, 2999])
def test_no_figures_of_other_years(at, name, year):
    assert at("registrar").get(reverse(name, args=[year])).status_code == 404
    assert at("registrar").get(reverse("year-rows", args=[year, "receipts"])).status_code == 404
