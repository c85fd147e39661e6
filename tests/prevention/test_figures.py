"""The rows behind the yearly figures of prevention."""

from datetime import date
from itertools import count

import pytest

from yifa.prevention import figures, ledger

pytestmark = pytest.mark.django_db

D = date.fromisoformat

BANNER, OTHER = "150899", "150898"


@pytest.fixture
def dispute():
    numbers = count(1)

    def make(found, resolved=None, organ=BANNER):
        number = str(next(numbers))
        row = ledger.record_dispute(
            organ=organ,
            town="1",
            number=number,
            found=found,
            kind="邻里关系",
            summary="排水",
            by="a",
        )
        if resolved:
            row = ledger.resolve_dispute(row, resolved=resolved, how="协议", by="a")
        return row

    return make


@pytest.fixture
def proxy():
    numbers = count(1)

    def make(accepted, mediated=None, resolved=None, organ=BANNER):
        row = ledger.accept_proxy(
            organ=organ,
            town="1",
            number=str(next(numbers)),
            agent_post="干部",
            agent_name="巴某",
            accepted=accepted,
            summary="补贴",
            by="a",
        )
        if mediated:
            row = ledger.mediate_proxy(row, mediated=mediated, by="a")
        if resolved:
            row = ledger.resolve_proxy(row, resolved=resolved, by="a")
        return row

    return make


def test_disputes_are_counted_by_the_year_they_were_found(dispute):
    first, last = dispute(D("2025-01-01")), dispute(D("2025-12-31"), D("2025-12-31"))
    dispute(D("2024-12-31"), D("2025-02-01"))
    dispute(D("2026-01-01"))
    dispute(D("2025-06-01"), organ=OTHER)
    ledger.strike_out(dispute(D("2025-06-01"), D("2025-06-02")), why="重复登记", by="a")

    assert list(figures.disputes_found(organ=BANNER, year=2025)) == [first, last]
    assert list(figures.disputes_resolved(organ=BANNER, year=2025)) == [last]


def test_a_later_resolution_does_not_move_the_year_unless_asked(dispute):
    late = dispute(D("2025-12-01"), D("2026-01-15"))

    assert not figures.disputes_resolved(organ=BANNER, year=2025).exists()
    asked = figures.disputes_resolved(organ=BANNER, year=2025, as_of=D("2026-01-15"))
    assert list(asked) == [late]
    assert not figures.disputes_resolved(organ=BANNER, year=2026).exists()


def test_proxy_cases_are_counted_by_the_year_they_were_accepted(proxy):
    bare = proxy(D("2025-01-01"))
    mediated = proxy(D("2025-02-01"), D("2025-02-02"))
    resolved = proxy(D("2025-03-01"), D("2025-03-02"), D("2025-03-03"))
    unmediated = proxy(D("2025-04-01"), None, D("2025-04-02"))
    late = proxy(D("2025-12-30"), D("2026-01-03"), D("2026-01-04"))
    proxy(D("2024-12-30"), D("2025-01-03"), D("2025-01-04"))
    proxy(D("2025-05-01"), D("2025-05-02"), D("2025-05-03"), organ=OTHER)
    ledger.strike_out(proxy(D("2025-05-01"), D("2025-05-02"), D("2025-05-03")), why="误登", by="a")

    year = {"organ": BANNER, "year": 2025}
    assert list(figures.proxies_accepted(**year)) == [bare, mediated, resolved, unmediated, late]
    assert list(figures.proxies_mediated(**year)) == [mediated, resolved]
    assert list(figures.proxies_resolved(**year)) == [resolved, unmediated]
    assert list(figures.proxies_mediated(**year, as_of=D("2026-01-03"))) == [mediated, resolved, late]
    assert late not in figures.proxies_resolved(**year, as_of=D("2026-01-03"))
