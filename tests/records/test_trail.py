"""The trail of the ledgers is only ever added to."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from yifa.prevention import ledger
from yifa.prevention.models import DisputeKind
from yifa.records.models import LedgerChange

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_the_database_refuses_to_change_it(verb):
    row = ledger.record_dispute(
        organ="office", town="town", number="1", found=date(2025, 3, 1), kind=DisputeKind.LAND, summary="地界", by="甲"
    )
    ledger.strike_out(row, why="重复登记", by="甲")
    trail = LedgerChange.objects.all()
    with pytest.raises(DatabaseError, match="台账变更只增不改"), transaction.atomic():
        trail.update(by="x") if verb == "update" else trail.delete()
    assert str(LedgerChange.objects.get()) == f"矛盾纠纷 {row.pk}：重复登记"
