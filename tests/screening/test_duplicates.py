"""疑似重复: the same person or text is recognised, and nobody learns of a file she may not see."""

import pytest

from tests.organs.conftest import DAY, banner, hire  # noqa: F401 - fixtures
from yifa.law.acts import Register, Request
from yifa.law.terms import Channel, Track
from yifa.organs.models import Role
from yifa.records.perform import perform
from yifa.screening.duplicates import MOST, likely

ASKED = "要求补发2024年的草原生态补助"


def filed(by="office", *claims, user=None, **values):
    plain = {"channel": Channel.LETTER, "names": ("王小明",), "contact": "138-0000-0001", "address": "河口镇某村3组"}
    claims = claims or (Request(text=ASKED),)
    return perform(act=Register(on=DAY, by=by, requests=claims, **plain | values), user=user).number


def told(staff, names=("王小明",), contact="13800000001", address="", claims=(ASKED,)):
    return {
        one.record.number: (one.person, one.text)
        for one in likely(staff, names=names, contact=contact, address=address, claims=claims)
    }


@pytest.fixture
def registrar(hire):  # noqa: F811
    return hire("office", Role.REGISTRAR)


def test_the_same_person_with_the_same_text_is_recognised(registrar):
    number = filed()
    assert told(registrar) == {number: (True, True)}
    assert told(registrar, claims=("另一件事情",)) == {number: (True, False)}
    assert told(registrar, names=("李四",)) == {number: (False, True)}
    assert told(registrar, contact="", address="河口镇 某村三组") == {number: (False, True)}, "三 is not 3: no guessing"
    assert told(registrar, contact="", address="河口镇，某村3组") == {number: (True, True)}
    assert not told(registrar, names=("王小明",), contact="", claims=("另一件事情",)), "a name alone is nobody"
    assert not told(registrar, names=(), contact="", claims=())


def test_what_fits_best_comes_first_and_few_are_told(registrar):
    both = filed()
    for number in range(MOST + 3):
        filed("office", Request(text=f"又一件事情{number}"))
    found = list(told(registrar))
    assert found[0] == both
    assert len(found) == MOST


def test_why_is_said(registrar):
    filed()
    (one,) = likely(registrar, names=["王小明"], contact="13800000001", address="", claims=[ASKED])
    assert one.why == "信访人（姓名和联系方式或者住址）相同，诉求文字相同"


def test_a_sealed_file_never_appears(registrar, hire):  # noqa: F811
    """Art. 30¶3: neither to a colleague, nor to an organ that serves under the accused, nor to the operator."""
    writer = hire("office", Role.REGISTRAR)
    sealed = filed("office", Request(text=ASKED, track=Track.B, accused=("town",)), user=writer.user)
    assert told(writer) == {sealed: (True, True)}, "she wrote it down herself"
    for other in (registrar, hire("town", Role.HANDLER), hire("land", Role.HANDLER), hire("office", Role.OPERATOR)):
        assert not told(other)


def test_an_accusation_against_the_offices_own_superior_appears_to_nobody_there(hire):  # noqa: F811
    writer = hire("office", Role.REGISTRAR)
    filed("office", Request(text=ASKED, track=Track.B, accused=("banner",)), user=writer.user)
    assert not told(writer)


def test_another_organs_file_does_not_appear(hire):  # noqa: F811
    filed()
    assert not told(hire("other-office", Role.REGISTRAR))
    assert not told(hire("land", Role.HANDLER))


def test_few_queries_however_many_match(registrar, django_assert_max_num_queries):
    for _ in range(8):
        filed()
    told(registrar)
    with django_assert_max_num_queries(3):
        assert len(told(registrar)) == MOST
