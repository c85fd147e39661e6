"""比对印记: by what a receipt is recognised, and that the words cannot be read back."""

import pytest
from django.test import override_settings

from tests.records.histories import OFFICE, D
from tests.spec.cases import register, request
from yifa.law.acts import Attach
from yifa.law.terms import Channel
from yifa.records.models import TraceRow
from yifa.records.traces import MOST_NAMES, levelled, persons, texts, traces


@pytest.mark.parametrize(
    ("one", "other", "same", "why"),
    [
        ("王小明", "王 小明", True, "a blank in a name"),
        ("138-0000-0001", "13800000001", True, "dashes in a number"),
        ("要求补发工资。", "要求，补发工资！", True, "punctuation"),
        ("ＡＢＣ公司", "abc公司", True, "full width and case"),
        ("要求补发工资", "要求补发奖金", False, "another word"),
    ],
)
def test_small_differences_of_writing_are_levelled(one, other, same, why):
    assert (levelled(one) == levelled(other)) is same, why


def test_a_name_alone_is_nobody():
    assert not set(persons(["王小明"], "", ""))
    assert set(persons(["王小明"], "1380", "")) & set(persons(["王小明"], "1380", "某村"))
    assert not set(persons(["王小明"], "1380", "")) & set(persons(["王小明"], "", "1380")), "an address is no contact"
    assert not set(persons(["王小明"], "1380", "")) & set(persons(["李小明"], "1380", ""))


def test_a_text_too_short_to_tell_anything_apart_leaves_no_trace():
    assert not set(texts(["修路！"]))
    assert set(texts(["要求修路"]))


def test_an_anonymous_letter_is_recognised_by_its_text_only():
    known = register(names=("王小明",), contact="1380", requests=(request("要求修路"),))
    hidden = register(names=("王小明",), contact="1380", requests=(request("要求修路"),), anonymous=True)
    assert set(traces([known])) - set(traces([hidden])) == set(persons(known.names, "1380", known.address))
    assert set(traces([hidden])) == set(texts(["要求修路"]))


def test_a_repeat_receipt_leaves_the_trace_of_its_own_text(through):
    record = through(
        [
            register(requests=(request("要求修路"),)),
            Attach(on=D("2025-09-01"), by=OFFICE, channel=Channel.LETTER, same="同一诉求", text="再次要求修村里的路"),
        ]
    )
    kept = set(TraceRow.objects.filter(petition=record).values_list("digest", flat=True))
    assert set(texts(["再次要求修村里的路"])) < kept


def test_of_hundreds_of_names_the_first_are_enough():
    assert len(set(persons([f"某{n}" for n in range(300)], "1380", ""))) == MOST_NAMES


def test_without_the_key_nothing_can_be_looked_up():
    ours = set(texts(["要求补发工资"]))
    with override_settings(SECRET_KEY="another"):
        assert not ours & set(texts(["要求补发工资"]))
