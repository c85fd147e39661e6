"""Art. 39¶3: interview, circular, listed supervision, an order to remedy: by the joint conference alone."""

import pytest

from tests.spec.cases import ANSWERED, HANDLED, OFFICE, ORGAN, D, lawful, may, refused, register, request, transfer
from yifa.law.acts import Close, TakeConferenceMeasure
from yifa.law.organs import PETITIONER
from yifa.law.terms import ConferenceMeasureKind, Track


def measure(by="旗联席会议", to=ORGAN, kind=ConferenceMeasureKind.INTERVIEW, **filled):
    return TakeConferenceMeasure(on=D("2025-10-20"), by=by, to=to, kind=kind, **{"reason": "长期拖延", **filled})


ACCUSED = (register(requests=(request(track=Track.B, accused=("红旗镇",)),)), transfer(to="旗政府"))


@pytest.mark.parametrize(
    ("history", "act", "expected", "why"),
    [
        *((HANDLED, measure(kind=kind), set(), "each of the four") for kind in ConferenceMeasureKind),
        (HANDLED, measure(by=OFFICE), {("39.3", "by")}, "the office supervises and advises; it does not do this"),
        (HANDLED, measure(by="旗政府"), {("39.3", "by")}, "nor does the government"),
        (HANDLED, measure(by=PETITIONER), {("39.3", "by")}, "nor the petitioner"),
        (HANDLED, measure(to=PETITIONER), {("39.3", "to")}, "against organs, never against petitioners"),
        (HANDLED, measure(to="无此机关"), {("39.3", "to")}, "an organ that exists"),
        (HANDLED, measure(reason=""), {("39.3", "reason")}, "for a reason"),
        ((*ANSWERED, Close(on=D("2025-09-12"), by=ORGAN)), measure(), set(), "after closing as well"),
        (ACCUSED, measure(to="红旗镇"), {("30.3", "to")}, "not so that the accused learns of the accusation"),
    ],
)
def test_measures(history, act, expected, why):
    assert refused(act, lawful(*history)) == expected, why


def test_only_the_conference_is_offered_them():
    petition = lawful(*HANDLED)

    assert "TakeConferenceMeasure" in may(petition, "2025-10-20", "旗联席会议")
    assert "TakeConferenceMeasure" not in may(petition, "2025-10-20", OFFICE)
