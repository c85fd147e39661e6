"""What the tables of organs and people hold, and refuse."""

import io
from datetime import date
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from yifa.organs.accounts import create_staff
from yifa.organs.models import PERSONAL_FIELDS, DirectoryStamp, OrganName, OrganRecord, Staff
from yifa.organs.roles import Role

MODELS = list(apps.get_app_config("organs").get_models())


@pytest.mark.parametrize("model", MODELS)
def test_every_field_is_marked_personal_or_not(model):
    own = {field.name for field in model._meta.get_fields() if field.concrete}
    assert set(PERSONAL_FIELDS[model]) == own


def test_no_model_is_marked_that_is_not_there():
    assert set(PERSONAL_FIELDS) == set(MODELS)


@pytest.mark.parametrize("model", MODELS)
def test_every_model_field_and_constraint_has_a_name_people_can_read(model):
    assert not model._meta.verbose_name.isascii()
    for field in model._meta.concrete_fields:
        assert field.primary_key or not str(field.verbose_name).isascii(), field.name
    for constraint in model._meta.constraints:
        assert constraint.name
        assert not constraint.violation_error_message.isascii()


@pytest.mark.django_db
def test_the_migrations_build_what_the_models_say():
    call_command("makemigrations", "organs", check=True, dry_run=True, stdout=io.StringIO())


def test_the_stamping_migration_can_be_taken_back(banner):
    migration = import_module("yifa.organs.migrations.0002_stamp_every_change_of_the_directory")
    with connection.cursor() as cursor:
        editor = SimpleNamespace(connection=connection, execute=cursor.execute)
        migration.leave(apps, editor)
        before = DirectoryStamp.objects.get().token
        OrganRecord.objects.filter(code="town").update(place="1")
        assert DirectoryStamp.objects.get().token == before
        migration.watch(apps, editor)
        OrganRecord.objects.filter(code="town").update(place="2")
        assert DirectoryStamp.objects.get().token != before


DAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("constraint", "write"),
    [
        ("organ_has_code_and_name", lambda: OrganRecord.objects.create(code="x", name="")),
        ("organ_kind_is_known", lambda: OrganRecord.objects.create(code="x", name="某局", kind="公司")),
        ("organ_level_is_known", lambda: OrganRecord.objects.create(code="x", name="某局", level="村")),
        (
            "organ_abolished_says_day_and_by_whom",
            lambda: OrganRecord.objects.create(code="x", name="某局", abolished=DAY),
        ),
        ("organ_succeeded_is_abolished", lambda: OrganRecord.objects.filter(code="land").update(successor="town")),
        (
            "organ_does_not_succeed_itself",
            lambda: OrganRecord.objects.filter(code="land").update(abolished=DAY, abolished_by="甲", successor="land"),
        ),
        (
            "organ_has_one_name_today|organ_name",
            lambda: OrganName.objects.create(organ_id="land", name="别名", since=DAY),
        ),
        (
            "organ_takes_one_name_a_day|organ_name",
            lambda: OrganName.objects.bulk_create(
                OrganName(organ_id="land", name="别名", since=DAY, until=date(2025, 7, day)) for day in (1, 2)
            ),
        ),
        (
            "organ_name_ends_after_it_begins",
            lambda: OrganName.objects.create(organ_id="land", name="别名", since=DAY, until=DAY),
        ),
        ("organ_stamp_is_one_row", lambda: DirectoryStamp.objects.create(id=2, token="x")),
        ("staff_has_a_name", lambda: Staff.objects.update(name="")),
    ],
)
def test_the_database_refuses(hire, constraint, write):
    hire("town", Role.HANDLER)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        write()


@pytest.mark.parametrize(
    ("roles", "message"),
    [
        ([], "不能为空"),
        ("登记员", "至少授予一个角色"),
        (["登记员", "局长"], "没有这样的角色：局长"),
        ([["登记员"]], "没有这样的角色"),
        (["登记员", "登记员"], "只授予一次"),
        (["登记员", "管理员"], "不得兼任"),
    ],
)
def test_roles_are_of_the_list_and_the_operator_has_no_other(hire, roles, message):
    person = hire("town", Role.HANDLER)
    person.roles = roles
    with pytest.raises(ValidationError, match=message):
        person.full_clean()


def test_every_row_says_what_it_is(banner):
    assert str(OrganName.objects.get(organ="town")) == "河口镇"
    assert str(DirectoryStamp.objects.get())


@pytest.mark.parametrize("leaders", ["王五", ["王五", ""], [7]])
def test_leaders_are_a_list_of_names(banner, leaders):
    organ = OrganRecord.objects.get(code="land")
    organ.leaders = leaders
    with pytest.raises(ValidationError, match="姓名的清单"):
        organ.full_clean()


def test_an_account_is_a_user_and_a_place_of_work(banner):
    staff = create_staff(
        username="zhang", name=" 张三 ", organ="town", roles=[Role.REGISTRAR, Role.HANDLER], password="s3cret-words"
    )
    assert (staff.name, staff.organ_id, staff.roles, staff.active) == ("张三", "town", ["登记员", "承办人"], True)
    assert staff.user.check_password("s3cret-words")
    assert str(staff) == "张三"
    assert str(staff.organ) == "河口镇"


def test_without_a_password_nobody_signs_in(hire):
    assert not hire("town", Role.HANDLER).user.has_usable_password()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"organ": "nowhere"}, "organ"),
        ({"roles": []}, "roles"),
        ({"name": " "}, "name"),
        ({"username": ""}, "username"),
    ],
)
def test_a_bad_account_leaves_nothing_behind(banner, values, field):
    with pytest.raises(ValidationError) as refused, transaction.atomic():
        create_staff(**({"username": "zhang", "name": "张三", "organ": "town", "roles": [Role.HANDLER]} | values))
    assert field in refused.value.message_dict
    assert not get_user_model().objects.exists()


def test_one_account_a_person(hire):
    person = hire("town", Role.HANDLER)
    with pytest.raises(ValidationError, match=r"已存在|具有"):
        create_staff(username=person.user.username, name="另一人", organ="town", roles=[Role.HANDLER])
