"""What the tables of the programme hold, and what they must never hold."""

import io

import pytest
from django.apps import apps
from django.core.management import call_command

from yifa.programme.models import PERSONAL_FIELDS, SuppliedFigure

MODELS = list(apps.get_app_config("programme").get_models())


@pytest.mark.parametrize("model", MODELS)
def test_every_field_is_marked_personal_or_not(model):
    assert set(PERSONAL_FIELDS[model]) == {field.name for field in model._meta.fields}


def test_no_model_is_marked_that_is_not_there():
    assert set(PERSONAL_FIELDS) == set(MODELS)


def test_a_supplied_figure_is_an_aggregate_and_nothing_else():
    """No person, list or file can be attached: a new field must be argued here first."""
    assert {field.name for field in SuppliedFigure._meta.get_fields()} == {
        "id",
        "organ",
        "year",
        "name",
        "value",
        "unit",
        "source_organ",
        "supplied",
        "note",
        "struck",
        "created_by",
        "created_at",
    }


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
    call_command("makemigrations", "programme", check=True, dry_run=True, stdout=io.StringIO())
