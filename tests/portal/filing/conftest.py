"""A filing, page by page, as a phone sends it."""

import pytest
from django.urls import reverse

NAMED = {
    "what": {"facts": "2025年3月起工资没有发，找过劳动监察，没有答复。"},
    "asked": {"text": "请补发3月至6月的工资", "purpose": "申诉求决"},
    "where": {"place": "河口镇", "about": "示范旗水利局"},
    "who": {"who": "实名"},
    "contact": {"name": "某甲", "contact": "010-000000", "address": "河口镇某村", "electronic": "yes"},
    "privacy": {"read": "on"},
}


@pytest.fixture
def fill(client, organs):
    """Fill in every page; what is given stands in for what the page would have; the last address is returned."""

    def fill(**other):
        page = client.post(reverse("file"))
        for name, plain in NAMED.items():
            address = reverse("file-claim", args=[1]) if name == "asked" else reverse("file-step", args=[name])
            page = client.post(address, other.get(name, plain))
            assert page.status_code == 302, (name, page.content.decode())
        return page.headers["Location"]

    return fill


@pytest.fixture
def filed(client, fill):
    """Fill in every page and hand it in; the receipt's page."""

    def filed(**other):
        assert fill(**other) == reverse("file-check")
        page = client.post(reverse("file-check"))
        assert page.headers["Location"] == reverse("file-receipt"), page
        return client.get(reverse("file-receipt"))

    return filed
