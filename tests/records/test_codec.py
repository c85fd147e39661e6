"""Acts to JSON and back, in every version ever written."""

import json
from dataclasses import MISSING, fields
from datetime import date
from enum import EnumType
from pathlib import Path
from types import UnionType
from typing import get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yifa.law.acts import ACTS, Act, Correct, Request
from yifa.records import codec

SAMPLES = Path(__file__).parent / "samples"
RIGHT = [kind for kind in ACTS.values() if kind is not Correct]
"""What a correction may put in the place of the wrong act."""


def any_of(kind):
    """Any value of a field's type."""
    if get_origin(kind) is UnionType:
        return st.none() | any_of(get_args(kind)[0])
    if get_origin(kind) is tuple:
        return st.lists(any_of(get_args(kind)[0]), max_size=3).map(tuple)
    if kind is Act:
        return st.sampled_from(RIGHT).flatmap(any_of)
    if isinstance(kind, EnumType):
        return st.sampled_from(kind)
    if kind is Request or kind in ACTS.values():
        hints = get_type_hints(kind)
        return st.builds(kind, **{one.name: any_of(hints[one.name]) for one in fields(kind)})
    return {str: st.text(max_size=20), int: st.integers(-(2**40), 2**40), bool: st.booleans(), date: st.dates()}[kind]


@pytest.mark.parametrize("kind", ACTS)
def test_an_act_comes_back_as_it_was(kind):
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(any_of(ACTS[kind]))
    def comes_back(act):
        content = codec.encode(act)
        again = codec.decode(kind, content)
        assert again == act
        assert type(again) is type(act)
        assert codec.encode(again) == content

    comes_back()


@pytest.mark.parametrize("kind", ACTS)
def test_every_act_has_a_sample(kind):
    sample = json.loads((SAMPLES / f"{kind}.json").read_text(encoding="utf-8"))
    assert (sample["act"], sample["version"]) == (kind, codec.VERSION)
    on_record = codec.RENAMED.get(ACTS[kind], {})
    needed = {on_record.get(one.name, one.name) for one in fields(ACTS[kind]) if one.default is MISSING}
    assert needed <= set(sample["content"]), "a new field needs a default, or the codec upgrades on reading"


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_what_was_ever_written_is_read_for_ever(sample):
    """A sample is what a database holds: never edit one; where this fails, `codec` must upgrade on reading."""
    kept = json.loads(sample.read_text(encoding="utf-8"))
    act = codec.decode(kept["act"], json.dumps(kept["content"]))
    assert type(act) is ACTS[kept["act"]]
    assert json.loads(codec.encode(act)) == kept["content"]


def test_what_is_at_its_default_is_not_written():
    kind = ACTS["Accept"]
    assert codec.encode(kind(on=date(2025, 8, 4), by="旗民政局")) == '{"by":"旗民政局","on":"2025-08-04"}'


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"by":"a","on":"昨天"}', '{"by":1,"on":"2025-08-04"}'])
def test_what_is_no_such_act_is_not_read(content):
    with pytest.raises(msgspec.DecodeError):
        codec.decode("Accept", content)
