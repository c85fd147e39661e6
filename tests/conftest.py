"""What every test may ask for: databases of both kinds, a bare office, a browser."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations

from tests import postgres
from tests.settings import ON_POSTGRES

CHROMIUM = Path("/usr/bin/chromium")
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}


def pytest_unconfigure(config: pytest.Config) -> None:
    """The first process ends the server that any of its workers started."""
    if not hasattr(config, "workerinput"):
        postgres.stop()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, run what uses the database and leave the rest: SQLite's run has it."""
    if not ON_POSTGRES:
        return
    kept, left = [], []
    for item in items:
        uses = DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
        (kept if uses or item.get_closest_marker("django_db") else left).append(item)
    items[:] = kept
    config.hook.pytest_deselected(items=left)


@pytest.fixture(autouse=True, scope="session")
def append_only_tables_are_emptied_between_tests() -> Iterator[None]:
    """Django empties the tables after a test with transactions of its own; the triggers stand aside for that only."""
    operations = type(connection.ops)
    empty = operations.execute_sql_flush

    def emptied(self: BaseDatabaseOperations, sql_list: list[str]) -> None:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET session_replication_role = replica")
                empty(self, sql_list)
                cursor.execute("SET session_replication_role = DEFAULT")
                return
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f"DROP TRIGGER {name}")
            empty(self, sql_list)
            for _, made in triggers:
                cursor.execute(made)

    operations.execute_sql_flush = emptied  # type: ignore[method-assign]
    yield
    operations.execute_sql_flush = empty  # type: ignore[method-assign]


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A `DATABASE_URL` with an empty PostgreSQL database behind it, for processes of a test's own."""
    name = f"yifa_{uuid.uuid4().hex[:12]}"
    yield postgres.create(name)
    postgres.drop(name)


@pytest.fixture
def office(tmp_path: Path) -> dict[str, str]:
    """The environment of a bare office: for `subprocess.run([…], env=office)`.

    It stands on its own embedded file; set `office["DATABASE_URL"]` to move it to PostgreSQL.
    """
    away = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "YIFA_SECRET_KEY", "XDG_DATA_HOME"}
    kept = {name: value for name, value in os.environ.items() if name not in away}
    return kept | {"YIFA_HOME": str(tmp_path / "office")}


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, headless; ask it for a `new_page()` or `new_context()`.

    A click ends when the page it leads to has loaded. Playwright's own ends when that page begins to come in,
    and a test that then reads without waiting finds it empty on a slow machine.
    """
    from playwright.sync_api import Locator, sync_playwright

    def loaded(click):
        def until_loaded(self, *args, **kwargs):
            click(self, *args, **kwargs)
            self.page.wait_for_load_state()

        return until_loaded

    # Django refuses its database inside a running event loop, and Playwright keeps one; ours is only the test's.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    assert CHROMIUM.exists(), "页面测试需要 /usr/bin/chromium：make browser"
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    with sync_playwright() as play, pytest.MonkeyPatch.context() as patch:
        for name in ("click", "dblclick"):
            patch.setattr(Locator, name, loaded(getattr(Locator, name)))
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield chromium
        chromium.close()
