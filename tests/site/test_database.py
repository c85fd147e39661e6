"""Both databases, as settings and as they run."""

import psycopg
import pytest
from django.db import connection

from tests.settings import ON_POSTGRES
from yifa.site.database import postgresql


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://yifa:p%40ss@db.gov:5433/xf", ("xf", "yifa", "p@ss", "db.gov", "5433", {})),
        ("postgres:///xf?host=/run/postgresql", ("xf", "", "", "/run/postgresql", "", {})),
        ("postgres://db/xf?sslmode=require", ("xf", "", "", "db", "", {"sslmode": "require"})),
    ],
)
def test_a_database_url_is_read(url, expected):
    found = postgresql(url)
    names = ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    *others, given = expected
    alone = {"options": "-c max_parallel_workers_per_gather=0"}
    assert tuple(found[name] for name in names) == (*others, alone | given)


@pytest.mark.parametrize("url", ["mysql://a/b", "postgres://host", "yifa.sqlite3", ""])
def test_anything_else_is_refused_with_the_right_form(url):
    with pytest.raises(ValueError, match="postgresql://"):
        postgresql(url)


def test_the_tests_bring_their_own_postgresql(postgres_url):
    with psycopg.connect(postgres_url) as found:
        assert found.execute("SELECT '依法'").fetchone() == ("依法",)


@pytest.mark.django_db
def test_the_database_is_the_one_asked_for():
    assert connection.vendor == ("postgresql" if ON_POSTGRES else "sqlite")
