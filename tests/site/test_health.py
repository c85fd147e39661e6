"""The health page, and what stands on every answer."""

import pytest
from django.db import DatabaseError, connection


@pytest.mark.django_db
def test_it_says_that_server_and_database_answer(client):
    answer = client.get("/health")
    assert (answer.status_code, answer.content.decode()) == (200, "正常\n")


@pytest.mark.django_db
def test_it_says_when_the_database_does_not(client, monkeypatch):
    def broken():
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", broken)
    assert client.get("/health").status_code == 503


def test_every_answer_says_what_a_page_may_load(client):
    headers = client.get("/nowhere").headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_only_reading_is_allowed(client):
    assert client.post("/health").status_code == 405
