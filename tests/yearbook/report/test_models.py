"""What the tables of the yearbook hold."""

import io

import pytest
from django.apps import apps
from django.core.management import call_command

from yifa.yearbook.models import PERSONAL_FIELDS

MODELS = list(apps.get_app_config("yearbook").get_models())


@pytest.mark.parametrize("model", MODELS)
def test_every_field_is_marked_personal_or_not(model):
    assert set(PERSONAL_FIELDS[model]) == {field.name for field in model._meta.fields}


@pytest.mark.django_db
def test_the_migrations_build_what_the_models_say():
    call_command("makemigrations", "yearbook", check=True, dry_run=True, stdout=io.StringIO())
