"""Acts to JSON and back, in every version ever written."""

import json
from dataclasses import fields, replace
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
from yifa.records.versions import NAMES, SILENT

SAMPLES = {1: Path(__file__).parent / "samples", 2: Path(__file__).parent / "samples" / "2"}
"""By version: those of the first stand where they always stood."""
WRITTEN = [path for folder in SAMPLES.values() for path in sorted(folder.glob("*.json"))]
NEW_FIELD = "a field that came later: `versions.SILENT` says what rows without it mean, or a new version holds it"
RIGHT = [kind for kind in ACTS.values() if kind is not Correct]
"""What a correction may put in the place of the wrong act."""


def name(path):
    """Which version of which act a sample is of."""
    return f"{path.parent.name}/{path.stem}"


def kept(path):
    """What a sample holds: act, version, content."""
    return json.loads(path.read_text(encoding="utf-8"))


def lacking(kind, content, version):
    """The fields that neither a row of this version nor what it means in silence has anything for."""
    names, silent = NAMES[version].get(kind.__name__, {}), SILENT[version].get(kind.__name__, {})
    lack = {one.name for one in fields(kind)} - {names.get(one, one) for one in content} - set(silent)
    asked = content.get("requests", content.get("claims", ())) if kind.__name__ in {"Register", "Split"} else ()
    return lack.union(*(lacking(Request, one, version) for one in asked))


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
        again = codec.decode(kind, content, codec.VERSION)
        assert again == act
        assert type(again) is type(act)
        assert codec.encode(again) == content

    comes_back()


@pytest.mark.parametrize("kind", ACTS)
def test_every_act_has_a_sample(kind):
    """Of today's version; it holds every field, so that no default of the code is ever asked for."""
    sample = kept(SAMPLES[codec.VERSION] / f"{kind}.json")
    assert (sample["act"], sample["version"]) == (kind, codec.VERSION)
    assert lacking(ACTS[kind], sample["content"], codec.VERSION) == set(), NEW_FIELD


@pytest.mark.parametrize("path", WRITTEN, ids=name)
def test_what_was_ever_written_is_read_for_ever(path):
    """A sample is what a database holds: never edit one; where this fails, `versions` must say what was meant."""
    sample = kept(path)
    act = codec.decode(sample["act"], json.dumps(sample["content"]), sample["version"])
    assert type(act) is ACTS[sample["act"]]
    assert lacking(ACTS[sample["act"]], sample["content"], sample["version"]) == set(), NEW_FIELD
    if sample["version"] == codec.VERSION:
        assert json.loads(codec.encode(act)) == sample["content"]


LATER = {"AnswerSupervision": ("of",), "AnswerRecommendation": ("of",)}
"""What version 1 could not say."""


@pytest.mark.parametrize("kind", [path.stem for path in WRITTEN if path.parent == SAMPLES[1]])
def test_the_samples_of_both_versions_hold_the_same_act(kind):
    samples = [kept(folder / f"{kind}.json") for folder in SAMPLES.values()]
    first, second = (codec.decode(kind, json.dumps(one["content"]), one["version"]) for one in samples)
    later = {name: getattr(first, name) for name in LATER.get(kind, ())}
    assert first == replace(second, **later)


def test_every_field_is_written_in_one_order_and_as_it_is_read():
    kind = ACTS["Accept"]
    written = codec.encode(kind(on=date(2025, 8, 4), by="旗民政局"))
    assert written == '{"by":"旗民政局","claim":"","officer":"","on":"2025-08-04"}'


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"by":"a","on":"昨天"}', '{"by":1,"on":"2025-08-04"}'])
@pytest.mark.parametrize("version", SAMPLES)
def test_what_is_no_such_act_is_not_read(content, version):
    with pytest.raises(msgspec.DecodeError):
        codec.decode("Accept", content, version)
