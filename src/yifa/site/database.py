"""数据库 — the embedded file, or the PostgreSQL that `DATABASE_URL` names."""

from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


def embedded(path: Path) -> dict[str, object]:
    """SQLite beside the office's data, ready for several processes at once.

    WAL lets readers go on while one writes.  A transaction takes the write lock when it begins
    (IMMEDIATE), because one that reads first and writes later could be turned away half-way.  Each thread keeps
    its connection: what it has read of the file stays at hand.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "timeout": 30,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
        "CONN_MAX_AGE": None,
    }


def postgresql(url: str) -> dict[str, object]:
    """PostgreSQL at `postgresql://user:password@host:port/name?option=value`.

    What stands after the question mark goes to the driver as it is, `host` (a socket folder) too.  No query is
    shared out among several processes: a page asks for a few rows, and to start a second process takes longer.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ValueError("DATABASE_URL 应为 postgresql://用户:口令@主机:端口/库名")
    options = {"options": "-c max_parallel_workers_per_gather=0"} | dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": options.pop("port", str(parts.port or "")),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
