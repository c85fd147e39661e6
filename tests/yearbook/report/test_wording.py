"""The office words its reports itself; what cannot be printed is refused by name."""

import pytest
from django.core.exceptions import ValidationError

from yifa.organs.accounts import create_staff
from yifa.organs.models import Role
from yifa.yearbook import wording
from yifa.yearbook.kinds import Kind
from yifa.yearbook.report import make


@pytest.mark.parametrize("kind", list(Kind))
def test_the_standard_wordings_are_in_order(kind):
    assert list(wording.problems(wording.standard(kind), kind)) == []


def test_an_own_wording_holds_until_the_standard_one_is_brought_back(writer):
    text = str(wording.standard(Kind.PETITIONS)).replace("编制本报告", "写出这份报告")
    wording.adopt(text, staff=writer, kind=Kind.PETITIONS)
    assert "写出这份报告" in make(Kind.PETITIONS, "office", 2025).text
    wording.restore(staff=writer, kind=Kind.PETITIONS)
    assert "编制本报告" in make(Kind.PETITIONS, "office", 2025).text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{{信访总量}}", "{{信访总数}}", "「{{信访总数}}」不是可用的变量，是不是「信访总量」"),
        ("{{信访总量}}", "{{信访总量.环比}}", "「信访总量」没有「.环比」的写法"),
        ("信访总量{{信访总量}}", "信访总量1325件次", "模板里手写了数字「1325」"),
        ("## 其他应当报告的事项", "## 其他", "没有写明「其他应当报告」"),
    ],
)
def test_a_wording_that_cannot_be_printed_is_refused_with_what_is_wrong(old, new, said, writer):
    text = str(wording.standard(Kind.PETITIONS)).replace(old, new, 1)
    with pytest.raises(ValidationError) as refused:
        wording.adopt(text, staff=writer, kind=Kind.PETITIONS)
    assert any(said in one for one in refused.value.messages), refused.value.messages


def test_only_the_office_and_the_head_word_it(banner):
    someone = create_staff(username="dj", name="某", organ="office", roles=[Role.REGISTRAR], password="很长的口令2025")
    with pytest.raises(ValidationError, match="办公室"):
        wording.adopt(str(wording.standard(Kind.PETITIONS)), staff=someone, kind=Kind.PETITIONS)
