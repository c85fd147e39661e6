"""公开事项: what Art. 18¶1 wants made known, and what is still missing."""

import pytest
from django.core.exceptions import ValidationError

from yifa.organs.models import OfficeProfile
from yifa.organs.profile import EDITED, REQUIRED, missing

NAMES = [
    "网络信访渠道",
    "通信地址",
    "咨询投诉电话",
    "接待地点",
    "接待时间",
    "查询办理进展和结果的方式",
    "信访法规的公布处",
    "信访事项的处理程序",
]


def test_an_office_without_a_profile_lacks_everything_the_law_names():
    assert missing(None) == NAMES


def test_blanks_are_no_publication():
    assert missing(OfficeProfile(phone="  ")) == NAMES
    assert missing(OfficeProfile(phone="0000-0000000")) == [name for name in NAMES if name != "咨询投诉电话"]


def test_with_all_of_it_nothing_is_missing_though_more_may_be_said():
    assert missing(OfficeProfile(**dict.fromkeys(REQUIRED, "有"))) == []


def test_every_field_is_edited_but_whose_it_is_and_who_wrote_it():
    fields = {field.name for field in OfficeProfile._meta.concrete_fields}
    assert set(EDITED) == fields - {"organ", "updated_at", "updated_by"}
    assert set(REQUIRED) <= set(EDITED)


def test_a_post_code_has_six_digits():
    with pytest.raises(ValidationError, match="邮政编码是6位数字"):
        OfficeProfile(postcode="12345").clean_fields(exclude={"organ"})
