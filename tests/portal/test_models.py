"""What the portal's tables hold."""

import io

import pytest
from django.apps import apps
from django.core.management import call_command

from yifa.portal.models import PERSONAL_FIELDS

MODELS = list(apps.get_app_config("portal").get_models())


@pytest.mark.parametrize("model", MODELS)
def test_every_field_is_marked_personal_or_not(model):
    assert set(PERSONAL_FIELDS[model]) == {field.name for field in model._meta.get_fields()}


def test_no_model_is_marked_that_is_not_there():
    assert set(PERSONAL_FIELDS) == set(MODELS)


@pytest.mark.django_db
def test_the_migrations_build_what_the_models_say():
    call_command("makemigrations", "portal", check=True, dry_run=True, stdout=io.StringIO())
