"""The database itself keeps the acts as they are."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.records.histories import HANDLED
from tests.settings import ON_POSTGRES
from yifa.records.models import ActRecord

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE act SET content = '{}'",
        "UPDATE act SET digest = '' WHERE seq = 0",
        "UPDATE act SET user_id = NULL",
        "DELETE FROM act",
        "DELETE FROM act WHERE seq = 1",
        pytest.param(
            "TRUNCATE act", marks=pytest.mark.skipif(not ON_POSTGRES, reason="SQLite has no TRUNCATE: DELETE it is")
        ),
        pytest.param(
            "TRUNCATE petition CASCADE", marks=pytest.mark.skipif(not ON_POSTGRES, reason="SQLite has no TRUNCATE")
        ),
    ],
)
def test_the_database_refuses_to_change_an_act(through, statement):
    record = through(HANDLED)
    kept = list(ActRecord.objects.order_by("seq").values())
    connection.check_constraints()  # so that nothing is pending that PostgreSQL would refuse the statement for
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert list(ActRecord.objects.order_by("seq").values()) == kept
    assert len(kept) == record.length


def test_django_is_refused_as_well(through):
    act = through(HANDLED).acts.get(seq=0)
    act.kind = "Accept"
    for change in (act.save, act.delete, ActRecord.objects.all().delete):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


def test_one_place_in_a_file_takes_one_act(through):
    act = through(HANDLED).acts.get(seq=0)
    act.pk = None
    with pytest.raises(DatabaseError), transaction.atomic():
        act.save(force_insert=True)
