"""后台核对 — `yifa verify` and `yifa rebuild` in a process of their own: a page that is left loses nothing."""

import fcntl
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from django.conf import settings

What = Literal["verify", "rebuild"]

_STARTED: list["subprocess.Popen[bytes]"] = []
"""The processes begun here, until they are seen to have ended."""


@dataclass(frozen=True, slots=True)
class State:
    """进展 — going on; or the last result: when, of how many petitions, with which differences; or neither."""

    going: bool
    at: datetime | None = None
    petitions: int = 0
    differences: tuple[tuple[str, str], ...] = ()
    broken: bool = False
    """It ended without a result."""


def start(what: What) -> bool:
    """Start it, unless it is going on already."""
    with _lock(what).open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        with _result(what).open("wb") as result:
            # The process holds the lock for as long as it lives: neither a crash nor a restart leaves it shut.
            begun = subprocess.Popen(  # noqa: S603 - our own command
                [sys.executable, "-m", "yifa.site.cli", what, "--json"],
                stdin=subprocess.DEVNULL,
                stdout=result,
                stderr=subprocess.DEVNULL,
                pass_fds=(lock.fileno(),),
                start_new_session=True,
                env=os.environ | {"YIFA_HOME": str(settings.HOME)},
            )
    _STARTED[:] = [one for one in (*_STARTED, begun) if one.poll() is None]
    return True


def state(what: What) -> State:
    """How it stands."""
    if not _result(what).exists():
        return State(going=False)
    with _lock(what).open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return State(going=True)
    at = datetime.fromtimestamp(_result(what).stat().st_mtime, UTC)
    try:
        told = json.loads(_result(what).read_bytes())
    except ValueError:
        return State(going=False, at=at, broken=True)
    differences = tuple((one["number"], one["what"]) for one in told["differences"])
    return State(going=False, at=at, petitions=told["petitions"], differences=differences)


def _lock(what: What) -> Path:
    return Path(settings.HOME) / f"{what}.lock"


def _result(what: What) -> Path:
    return Path(settings.HOME) / f"{what}.json"
