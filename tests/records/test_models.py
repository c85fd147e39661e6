"""What the tables of the record hold, and what they must never hold."""

import io

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.spec.cases import register, request
from yifa.law.terms import Track
from yifa.records.models import BarredRow, ClaimRow, ComplaintRow, PetitionRecord
from yifa.records.models.derived import Projection
from yifa.records.models.personal import PERSONAL_FIELDS
from yifa.records.rebuild import TABLES

MODELS = list(apps.get_app_config("records").get_models())
WATCHING = {"risk", "score", "rank", "watch", "location", "keyperson", "nuisance", "phone", "address", "idnumber"}
"""Words of a register of persons, which Yifa does not keep (design.md §2)."""


@pytest.mark.parametrize("model", MODELS)
def test_every_field_is_marked_personal_or_not(model):
    assert set(PERSONAL_FIELDS[model]) == {field.name for field in model._meta.fields}


def test_no_model_is_marked_that_is_not_there():
    assert set(PERSONAL_FIELDS) == set(MODELS)


@pytest.mark.parametrize("model", [model for model in MODELS if model not in {PetitionRecord, BarredRow}])
def test_names_stand_in_the_file_alone(model):
    """Figures, clocks and claims know no name: nobody is counted by person."""
    assert not {"names", "person", "petitioner", "summary"} & {field.name for field in model._meta.fields}


@pytest.mark.parametrize("model", MODELS)
def test_no_field_follows_or_rates_a_person(model):
    words = {word for field in model._meta.fields for word in field.name.split("_")}
    assert not words & WATCHING


def test_every_projection_is_rebuilt():
    assert set(TABLES) == {model for model in MODELS if issubclass(model, Projection)}


def test_a_sealed_petition_leaves_no_row_of_whom_it_complains_of(through):
    """Neither the accused nor anyone else: an organ that reads its own figure would learn of it."""
    asked = request(track=Track.B, about=("旗民政局",), accused=("民政局长",))
    record = through([register(requests=(asked, request(about=("旗自然资源局",))))])
    assert not ComplaintRow.objects.exists()
    assert ClaimRow.objects.count() == 2
    barred = set(record.barred.values_list("organ", "person"))
    assert barred == {("旗民政局", ""), ("旗民政局低保中心", ""), ("", "民政局长")}


@pytest.mark.django_db
def test_the_migrations_build_what_the_models_say():
    call_command("makemigrations", "records", check=True, dry_run=True, stdout=io.StringIO())
