"""What the tables of prevention hold, and what they must never hold."""

import io

import pytest
from django.apps import apps
from django.core.management import call_command

from yifa.prevention.models import PERSONAL_FIELDS

MODELS = list(apps.get_app_config("prevention").get_models())
WATCHING = {"person", "party", "petitioner", "principal", "phone", "id_number", "address"} | {
    "risk",
    "score",
    "rank",
    "level",
    "watch",
    "location",
    "key",
}


@pytest.mark.parametrize("model", MODELS)
def test_every_field_is_marked_personal_or_not(model):
    assert set(PERSONAL_FIELDS[model]) == {field.name for field in model._meta.get_fields()}


def test_no_model_is_marked_that_is_not_there():
    assert set(PERSONAL_FIELDS) == set(MODELS)


@pytest.mark.parametrize("model", MODELS)
def test_no_field_follows_or_rates_a_person(model):
    """design.md's promise: a dispute is a matter; a new field with such a word must be argued here first."""
    words = {word for field in model._meta.get_fields() for word in field.name.split("_")}
    assert not words & WATCHING


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
    call_command("makemigrations", "prevention", check=True, dry_run=True, stdout=io.StringIO())
