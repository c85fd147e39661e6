"""网页 — five pages of a filled office through the server that `yifa serve` starts, beside a bare Django asking the same.

    YIFA_HOME=folder python benchmarks/population.py --petitions 1000000
    YIFA_HOME=folder python benchmarks/web.py

measures the office that `YIFA_HOME` or `DATABASE_URL` names, and files some hundreds of petitions more into it.  The
bare handler (`bare.py`) executes every statement that a page was seen to execute, with its values, and answers with as
many bytes: what is left for us is permission, judging by law, projections, sessions, and drawing.
"""

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from banners import banner
from bare import Recording, Statement
from clients import Asked, ask, drive

WORKERS = 2
PATHS = 20
"""So many addresses of one page are asked in turn."""
AIMS = {"filing": "≥ 160/s", "today": "≤ 35 ms", "list": "≤ 35 ms", "petition": "≤ 35 ms", "year": "≤ 100 ms"}
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Measured:
    """What one page came to: one client's waiting, the CPU a request takes, and what several clients get done."""

    p50: float
    p95: float
    cpu: float
    """Milliseconds, those of the database's server among them: neighbours lengthen the waiting, hardly this."""
    per_second: float


def main() -> None:
    """Measure every page, and print one table or JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=6.0, help="how long each page is asked, twice")
    options.add_argument("--clients", type=int, default=4, help="how many ask at once for requests per second")
    options.add_argument("--port", type=int, default=8399)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.site.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    pages = _pages()
    with tempfile.TemporaryDirectory(prefix="yifa-benchmark-") as folder:
        recorded = {name: [_recorded(one) for one in page] for name, page in pages.items()}
        Path(folder, "recorded").write_bytes(pickle.dumps(recorded))
        from django.db import connection, connections

        vendor = connection.vendor
        connections.close_all()
        serve = [Path(sys.executable).parent / "yifa", "serve", "--workers", str(WORKERS)]
        with _server([*serve, "--port", str(asked.port)], asked.port) as server:
            ours = {name: _measure(page, asked, server.pid) for name, page in pages.items()}
            memory = _memory(server.pid)
        bare = [sys.executable, HERE / "bare.py", folder, str(WORKERS), str(asked.port)]
        with _server(bare, asked.port) as server:
            theirs = {name: _measure(_as_bare(name, len(page)), asked, server.pid) for name, page in pages.items()}
            memory_of_bare = _memory(server.pid)
    queries = {name: max(len(one.statements) for one in found) for name, found in recorded.items()}
    load = os.getloadavg()[0]
    if asked.json:
        told = {"ours": ours, "bare": theirs}
        pages_told = {way: {name: asdict(one) for name, one in found.items()} for way, found in told.items()}
        print(
            json.dumps(
                {"database": vendor, "load": load, "queries": queries, "memory": [memory, memory_of_bare], **pages_told}
            )
        )
        return
    print(f"{vendor}, {WORKERS} workers, {asked.clients} clients for requests per second, load {load:.1f}\n")
    print(
        "| page | p50 ms | p95 ms | CPU ms | requests/s | queries | bare: p50 | CPU | requests/s | aim |\n|---|---|---|---|---|---|---|---|---|---|"
    )
    for name, one in ours.items():
        plain = theirs[name]
        cells = [
            name,
            f"{one.p50:.1f}",
            f"{one.p95:.1f}",
            f"{one.cpu:.1f}",
            f"{one.per_second:.0f}",
            str(queries[name]),
        ]
        cells += [f"{plain.p50:.1f}", f"{plain.cpu:.1f}", f"{plain.per_second:.0f}", AIMS[name]]
        print("| " + " | ".join(cells) + " |")
    print(f"\nmemory of the workers (PSS): {memory:.0f} MiB; bare {memory_of_bare:.0f} MiB")


def _pages() -> dict[str, list[Asked]]:
    """What is asked of the first banner's office, by a registrar who screens; filing is a letter a time."""
    from django.urls import reverse
    from django.utils import timezone

    from yifa.records.models import PetitionRecord

    one = banner(0)
    signed_in = _signed_in(one.office)
    today = timezone.localdate()
    files = PetitionRecord.objects.filter(home=one.office, sealed=False, received__year=today.year - 1)
    numbers = files.order_by("id").values_list("number", flat=True)[: 50 * PATHS : 50]
    lists = [urlencode({"handler": organ, "stage": "办理中"}) for organ in _handlers(one.office)]
    form = {"channel": "来信", "received": today.isoformat(), "level": "旗县", "people": "1", "do": "file"}
    form |= {
        "place": one.town(0),
        "c0-category": "农村农业_草原补助",
        "c0-track": "C6",
        "csrfmiddlewaretoken": "b" * 32,
    }

    def get(address: str) -> Asked:
        return Asked("GET", address, signed_in)

    return {
        "filing": [Asked("POST", reverse("register"), signed_in, form)],
        "today": [get(reverse("home"))],
        "list": [get(f"{reverse('petitions')}?{query}") for query in lists],
        "petition": [get(reverse("petition", args=[number])) for number in numbers],
        "year": [get(reverse("year", args=[today.year - back])) for back in (0, 1)],
    }


def _handlers(office: str) -> list[str]:
    from yifa.records.models import ClaimRow

    found = ClaimRow.objects.filter(home=office, stage="办理中").exclude(handler="")
    return list(found.order_by("handler").values_list("handler", flat=True).distinct()[:PATHS])


def _signed_in(office: str) -> str:
    """The cookies of a session of a person at the office."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from yifa.organs.accounts import create_staff
    from yifa.organs.models import Role, Staff

    staff = Staff.objects.filter(user__username="benchmark").first()
    staff = staff or create_staff(
        username="benchmark",
        name="测量",
        organ=office,
        roles=[Role.REGISTRAR, Role.SCREENER],
        password=os.urandom(9).hex(),
    )
    session = SessionStore()
    session[SESSION_KEY] = str(staff.user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = staff.user.get_session_auth_hash()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={'b' * 32}"


def _recorded(page: Asked) -> Recording:
    """Ask for a page in this process, and keep every statement it sends; the second time, when all is warm."""
    from django.db import connection
    from django.test import Client

    from yifa.records.models import PetitionRecord

    statements: list[Statement] = []

    def keep(execute: Callable[..., object], sql: str, values: Sequence[Any], many: bool, context: object) -> object:  # noqa: FBT001 - so Django calls it
        if not sql.startswith(("BEGIN", "SAVEPOINT", "RELEASE")):
            statements.append((sql, [_plain(row) for row in values] if many else _plain(values), many))
        return execute(sql, values, many, context)

    def once() -> Recording:
        statements.clear()
        fields = page.fields()
        client = Client(headers={"cookie": page.cookies, "host": "127.0.0.1"})
        with connection.execute_wrapper(keep):
            answer = client.post(page.path, fields) if fields else client.get(page.path)
        assert answer.status_code == page.expected, (page.path, answer.content.decode())
        filed = PetitionRecord.objects.order_by("-pk").first() if fields else None
        fresh = (filed.pk, filed.number, fields["key"]) if filed else ()
        return Recording(list(statements), len(answer.content), fresh)

    once()
    return once()


def _plain(values: Sequence[object] | None) -> list[object] | None:
    """Values without the classes of ours that some texts have."""
    return None if values is None else [str(one) if isinstance(one, str) else one for one in values]


def _as_bare(name: str, addresses: int) -> list[Asked]:
    return [Asked("GET", f"/{name}/{place}", "") for place in range(addresses)]


def _measure(page: Sequence[Asked], asked: argparse.Namespace, server: int) -> Measured:
    """One client alone, then several together; what comes first warms up."""
    drive(asked.port, page, 1.0, clients=WORKERS)
    before = _cpu(server)
    alone = sorted(drive(asked.port, page, asked.seconds, clients=1))
    cpu = sum(spent - before.get(process, 0) for process, spent in _cpu(server).items())
    together = drive(asked.port, page, asked.seconds, clients=asked.clients)
    return Measured(
        p50=alone[len(alone) // 2],
        p95=alone[len(alone) * 95 // 100],
        cpu=cpu / len(alone),
        per_second=len(together) / asked.seconds,
    )


@contextmanager
def _server(command: Sequence[Any], port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """A server that answers; ended afterwards."""
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with suppress(OSError):
                ask(port, Asked("GET", "/health", ""))
                break
            time.sleep(0.1)
        yield server
    finally:
        server.terminate()
        server.wait(timeout=30)


def _memory(server: int) -> float:
    """What the workers of a server hold in MiB, what they share counted once (PSS)."""
    total = 0
    for worker in _workers(server):
        with suppress(OSError):  # of one that has ended nothing is told
            told = Path(f"/proc/{worker}/smaps_rollup").read_text()
            total += int(told.partition("\nPss:")[2].split()[0])
    return total / 1024


def _cpu(server: int) -> dict[int, float]:
    """The CPU milliseconds of each worker so far, and of each process of the database's server."""
    import psycopg

    found = _workers(server)
    if url := os.environ.get("DATABASE_URL"):
        with psycopg.connect(url) as connection:
            found += [pid for (pid,) in connection.execute("SELECT pid FROM pg_stat_activity").fetchall()]
    tick = 1000 / os.sysconf("SC_CLK_TCK")
    return {one: (int(stat[11]) + int(stat[12])) * tick for one in found if (stat := _stat(one))}


def _workers(server: int) -> list[int]:
    """The processes that a server started."""
    everyone = [int(folder.name) for folder in Path("/proc").glob("[0-9]*")]
    return [one for one in everyone if (stat := _stat(one)) and int(stat[1]) == server]


def _stat(process: int) -> list[str]:
    """What the system tells of a process after its name; nothing of one that has ended."""
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return []


if __name__ == "__main__":
    main()
