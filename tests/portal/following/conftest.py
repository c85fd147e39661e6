"""Petitions of the portal in several states, each with its query code; a browser's client that has opened one."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from yifa.law.acts import (
    Divert,
    HandlingOpinion,
    Investigate,
    Notify,
    Register,
    Request,
    RequestReview,
    ReviewOpinion,
    Serve,
    TakeStatement,
    Transfer,
    TransferSealed,
)
from yifa.law.organs import PETITIONER, Organ
from yifa.law.terms import Channel, Level, Method, OrganKind, Outcome, ReviewOutcome, Track
from yifa.organs.directory import load
from yifa.records import query_codes
from yifa.records.models import PetitionRecord
from yifa.records.perform import perform

TODAY = timezone.localdate()
CLAIM = Request(text="要求修好排水渠", track=Track.C6)
REGION = Organ(code="region", name="自治区人民政府", kind=OrganKind.GOVERNMENT, level=Level.REGION)
DISCIPLINE = Organ(code="discipline", name="示范旗纪委监委", kind=OrganKind.DISCIPLINE, superiors=("city",))
PERSONNEL = Organ(code="personnel", name="示范旗委组织部", kind=OrganKind.PERSONNEL, superiors=("city",))


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def register(*claims, **values):
    plain = {"channel": Channel.ONLINE, "names": ("某甲",), "address": "河口镇某村", "contact": "1"} | values
    return perform(act=Register(on=ago(40), by="office", requests=claims or (CLAIM,), **plain)).number


def do(number, *acts):
    for act in acts:
        perform(act=act, number=number)
    return number


def handed_over(number):
    return do(
        number,
        Transfer(on=ago(38), by="office", to="water"),
        Notify(on=ago(36), by="water", procedure="按信访程序办理"),
        TakeStatement(on=ago(30), by="water", statement="渠堵了两年"),
    )


def decided(number):
    return do(
        handed_over(number),
        Investigate(on=ago(25), by="water", findings="邻居某乙作证：渠确实堵了"),
        HandlingOpinion(
            on=ago(20),
            by="water",
            outcome=Outcome.REJECT,
            request="修渠",
            facts="属实",
            opinion="不予修理",
            basis_text="水法",
        ),
    )


def answered(number, days=18):
    return do(decided(number), Serve(on=ago(days), by="water", method=Method.DIRECT, proof="回证"))


def reviewed(number):
    return do(
        answered(number),
        RequestReview(on=ago(12), by=PETITIONER, to="banner", grounds="不服"),
        ReviewOpinion(
            on=ago(8), by="banner", outcome=ReviewOutcome.UPHOLD, facts="清楚", opinion="维持", basis_text="水法"
        ),
        Serve(on=ago(6), by="banner", method=Method.DIRECT, proof="回证"),
    )


def sealed():
    accusation = Request(text="反映石某某收钱", track=Track.B, accused=("石某某", "water"))
    return do(
        register(accusation),
        TransferSealed(on=ago(38), by="office", to="discipline", recipient="信访室某丙", envelope="密封七号"),
    )


def diverted():
    number = register(Request(text="不服征收决定", track=Track.C4, path="C4-1"))
    return do(
        number,
        Transfer(on=ago(38), by="office", to="water"),
        Notify(on=ago(36), by="water"),
        Divert(
            on=ago(30), by="water", path="C4-1", body="banner", last_day=TODAY + timedelta(days=5), reason="应当复议"
        ),
    )


@pytest.fixture
def county(organs):
    load([REGION, DISCIPLINE, PERSONNEL], by="安装")
    load(
        [Organ(code="city", name="示范市人民政府", kind=OrganKind.GOVERNMENT, level=Level.CITY, superiors=("region",))]
    )


@pytest.fixture
def opened(client, county):
    """Open a petition in the client by its number and a code; gives back the client."""

    def open_(number):
        code = query_codes.issue(PetitionRecord.objects.get(number=number))
        answer = client.post(reverse("follow"), {"number": number, "code": code})
        assert answer.url == reverse("my-petition")
        return client

    return open_
