"""The first page and the help: three ways in, what Art. 18 wants made known, large type remembered."""

import pytest
from django.urls import reverse

from yifa.law import limits
from yifa.organs.models import OfficeProfile
from yifa.organs.profile import EDITED, missing
from yifa.portal.help import words
from yifa.site.commands import office as commands
from yifa.site.demo import profile
from yifa.site.demo.organs import ORGANS


def text_of(client, name):
    return client.get(reverse(name)).content.decode()


def test_the_first_page_leads_three_ways(client, organs):
    text = text_of(client, "portal-home")
    for name in ("find-path", "file", "follow", "help"):
        assert f'href="{reverse(name)}"' in text


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["portal-home", "help"])
def test_both_pages_stand_before_anything_is_entered(client, name):
    assert client.get(reverse(name)).status_code == 200


def test_channels_and_hours_are_shown_as_the_office_wrote_them(client, organs):
    written = {name: f"{name}的内容" for name in EDITED} | {"postcode": "123456"}
    OfficeProfile.objects.create(organ_id="office", **written)
    text = text_of(client, "help")
    for value in written.values():
        assert value in text
    assert "reception_hours的内容" in text_of(client, "portal-home")


def test_the_help_tells_every_limit_of_organs_and_petitioner(client, organs):
    text = text_of(client, "help")
    told = {one.limit for one in words.TERMS}
    between = {
        limits.DIRECT_NOTICE,
        limits.OBJECTION,
        limits.ASSIGNED,
    }  # told with its twin; among organs; set case by case
    assert told == set(limits.LIMITS.values()) - between
    assert all(one.length in text for one in words.TERMS)


def test_nobody_may_retaliate_and_nobody_is_watched(client, organs):
    text = text_of(client, "help")
    assert "打击报复" in text
    assert "不打分，不排名，不预测，不定位" in text


@pytest.mark.parametrize("name", ["portal-home", "help", "follow", "law"])
def test_large_type_is_remembered_on_every_page(client, organs, name):
    answer = client.post(reverse("size"), {"large": "1", "next": reverse(name)})
    assert answer.url == reverse(name)
    cookie = answer.cookies["large"]
    assert cookie["max-age"] >= 30 * 24 * 60 * 60
    assert 'data-size="large"' in text_of(client, name)
    client.post(reverse("size"), {"large": "", "next": reverse(name)})
    assert 'data-size="large"' not in text_of(client, name)


def test_it_leads_back_to_our_own_pages_only(client, organs):
    assert client.post(reverse("size"), {"next": "https://elsewhere.example/"}).url == reverse("portal-home")


def test_the_demonstration_makes_everything_known(client, db):
    from yifa.organs.directory import load

    load(ORGANS, by="安装")
    profile.publish()
    profile.publish()
    assert missing(OfficeProfile.objects.get()) == []
    assert set(profile.PROFILE) == set(EDITED)
    OfficeProfile.objects.get().full_clean(exclude={"updated_by"})


def test_serve_says_what_is_still_to_be_made_known(organs, capsys):
    commands._tell_unpublished()
    said = capsys.readouterr().out
    assert "示范旗信访局尚未公布：网络信访渠道、通信地址" in said
    assert "第十八条第一款" in said
    OfficeProfile.objects.create(organ_id="office", **dict.fromkeys(EDITED, "123456"))
    commands._tell_unpublished()
    assert not capsys.readouterr().out
