"""To whom: every act that names an organ names one in the directory, and none that is accused (Art. 30¶3)."""

import pytest

from tests.spec.cases import OFFICE, ORGAN, SENT, D, lawful, refused, register, request
from yifa.law.acts import (
    Assign,
    Guide,
    InformPersonnel,
    Recommend,
    ReportUrgent,
    SettleAcceptance,
    Succeed,
    Supervise,
    TakeConferenceMeasure,
    Transfer,
    TransferSealed,
    TransferToJustice,
)
from yifa.law.permits import refusals
from yifa.law.terms import (
    Channel,
    ConferenceMeasureKind,
    Recommendation,
    SettleMode,
    SupervisionGround,
    Track,
)

NOWHERE = "名录外机关"
DAY = D("2025-08-07")


def opened(track=Track.C6, **filled):
    return (register(requests=(request(track=track, **filled),)),)


def visited(track):
    return (register(requests=(request(track=track),), channel=Channel.VISIT),)


@pytest.mark.parametrize(
    ("history", "act", "field", "basis"),
    [
        (opened(), Transfer(on=DAY, by=OFFICE, to=NOWHERE), "to", "22.1"),
        (opened(), Assign(on=DAY, by=OFFICE, to=NOWHERE, due=D("2025-09-30")), "to", "22.1"),
        (opened(Track.C1), TransferToJustice(on=DAY, by=OFFICE, to=NOWHERE), "to", "22.2"),
        (opened(Track.B), TransferSealed(on=DAY, by=OFFICE, to=NOWHERE, recipient="某", envelope="密1"), "to", "22.2"),
        (visited(Track.C1), Guide(on=DAY, by=OFFICE, to=NOWHERE, explanation="向法院起诉"), "to", "22.2"),
        (opened(), ReportUrgent(on=DAY, by=OFFICE, to=("旗政府", NOWHERE), proposal="建议"), "to", "25.1"),
        (opened(Track.B), InformPersonnel(on=DAY, by=OFFICE, to=NOWHERE, gist="情况"), "to", "30.2"),
        (
            SENT,
            SettleAcceptance(on=DAY, by=ORGAN, competent=NOWHERE, mode=SettleMode.AGREED, reason="…"),
            "competent",
            "24.1",
        ),
        (SENT, Succeed(on=DAY, by="旗政府", organ=ORGAN, successor=NOWHERE, reason="机构改革"), "successor", "24.2"),
        (
            SENT,
            Supervise(on=DAY, by=OFFICE, to=NOWHERE, ground=SupervisionGround.DELAY, facts="…", advice="…"),
            "to",
            "40.1",
        ),
        (SENT, Transfer(on=DAY, by=ORGAN, to=NOWHERE), "to", "23.1"),
        (SENT, Recommend(on=DAY, by=OFFICE, kind=Recommendation.POLICY, to=NOWHERE, facts="…", text="…"), "to", "40.2"),
        (SENT, Recommend(on=DAY, by=OFFICE, kind=Recommendation.WORK, to=NOWHERE, facts="…", text="…"), "to", "40.1"),
        (
            SENT,
            TakeConferenceMeasure(
                on=DAY, by="旗联席会议", kind=ConferenceMeasureKind.INTERVIEW, to=NOWHERE, reason="…"
            ),
            "to",
            "39.3",
        ),
    ],
    ids=lambda value: type(value).__name__ if hasattr(value, "term") else "",
)
def test_an_organ_outside_the_directory_is_named_as_such(history, act, field, basis):
    found = [one for one in refusals(act, lawful(*history)) if NOWHERE in one.reason]
    assert [(one.field, one.basis.key) for one in found] == [(field, basis)]


def test_not_even_sealed_does_it_go_to_the_accused():
    accused = lawful(*opened(Track.B, accused=("旗纪委监委",)))
    act = TransferSealed(on=DAY, by=OFFICE, to="旗纪委监委", recipient="某", envelope="密1")
    assert ("30.3", "to") in refused(act, accused)


def test_a_refusal_tells_the_day_in_the_words_of_a_paper():
    early = Transfer(on=D("2025-08-01"), by=OFFICE, to=ORGAN)
    (found,) = [one for one in refusals(early, lawful(*opened())) if one.field == "on"]
    assert "2025年8月4日" in found.reason
