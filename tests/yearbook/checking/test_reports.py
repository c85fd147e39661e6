"""Whatever the numbers: of a generated report every identity is found and holds; with one digit changed it is told."""

import re
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from yifa.yearbook.checking import check

untimed = settings(deadline=None)
FORMS = ("来信", "来访", "网上信访", "来电")
counts = st.integers(min_value=60, max_value=99_999)


def percent(n, d, places):
    return (Decimal(100 * n) / d).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def moved(now, before):
    change = percent(now - before, before, 2)
    return f"{'下降' if change < 0 else '上升'}{abs(change)}%"


@st.composite
def reports(draw):
    """A report, and the claims in it: kind and what is stated."""
    parts = draw(st.lists(counts, min_size=3, max_size=4))
    total, before = sum(parts), draw(counts)
    done = draw(st.integers(min_value=total // 2, max_value=total))
    shares = [percent(part, total, 2) for part in parts]
    rate = percent(done, total, 2)
    listed = "；".join(f"{name}{part}件次，占{share}%" for name, part, share in zip(FORMS, parts, shares, strict=False))
    text = (
        f"一、总体情况\n全旗共受理信访事项{total}件次，较上年同期的{before}件次{moved(total, before)}。"
        f"从信访形式看，{listed}。\n二、办理情况\n全年共受理{total}件次，已办结{done}件次，办结率{rate}%。\n"
    )
    change = percent(total - before, before, 2)
    claims = {("sum", str(total)), ("rate", f"{rate}%"), ("change", f"{change}%")} | {
        ("share", f"{one}%") for one in shares
    }
    return text, claims


@untimed
@given(reports())
def test_every_identity_is_found_and_holds(report):
    text, claims = report
    checked = check(text)
    assert claims <= {(one.kind.value, one.stated) for one in checked.claims if one.ok}
    assert not checked.findings


@untimed
@given(reports(), st.data())
def test_one_wrong_digit_is_told(report, data):
    text, _ = report
    printed = list(re.finditer(r"\d+\.\d\d(?=%)", text))
    one = data.draw(st.sampled_from(printed))
    place = data.draw(st.integers(one.start(), one.end() - 1).filter(lambda at: text[at] != "."))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda new: new != text[place]))
    wrong = f"{text[:place]}{digit}{text[place + 1 :]}"
    assert any(found.start <= place < found.end for found in check(wrong).findings)


@untimed
@given(reports(), st.data())
def test_one_wrong_count_is_told(report, data):
    text, _ = report
    parts = list(re.finditer(r"\d+(?=件次，占)", text))
    one = data.draw(st.sampled_from(parts))
    other = str(int(one[0]) + data.draw(st.integers(1_000, 9_999)))
    assert check(f"{text[: one.start()]}{other}{text[one.end() :]}").findings


@untimed
@given(st.text(alphabet="共其中占同比上升下降率件次人批来信访0123456789.%，；。、：（）\n|年月日各分别", max_size=400))
def test_no_text_breaks_it(text):
    checked = check(text)
    assert all(0 <= one.start <= one.end <= len(text) for one in [*checked.claims, *checked.findings])
