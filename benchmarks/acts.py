"""行为 — acts per second through `perform`, beside the same rows written by plain bulk SQL.

Run in an empty office: `acts.py --keep FILE` does the acts and keeps the rows they made; in another empty one,
`acts.py --plain FILE` writes those rows.
"""

import argparse
import json
import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.core.management import call_command
from population import Population
from timing import Spent, spent

PETITIONS = 300


def main() -> None:
    """Print what was measured as JSON: acts, and CPU and wall seconds of one act each way."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--petitions", type=int, default=PETITIONS)
    options.add_argument("--keep", type=Path)
    options.add_argument("--plain", type=Path)
    asked = options.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.site.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    print(json.dumps(plain(asked.plain) if asked.plain else through_the_door(asked.petitions, asked.keep)))


def through_the_door(petitions: int, keep: Path | None) -> dict[str, object]:
    """Every act of some petitions, one by one; then as many bare inserts, each committed."""
    from yifa.organs.directory import load
    from yifa.records.models import Idempotency, PetitionRecord
    from yifa.records.perform import perform

    population = Population(petitions=petitions, banners=1)
    load(population.organs(), by="benchmark")
    histories = [population.acts(place)[1] for place in range(petitions)]
    acts = sum(map(len, histories))
    _warm_up()
    with spent() as door, _database() as door_database:
        for history in histories:
            number = ""
            for act in history:
                number = perform(act=act, number=number).number
    if keep:
        keep.write_bytes(pickle.dumps(_rows()))
    first = PetitionRecord.objects.order_by("pk").first()
    with spent() as bare, _database() as bare_database:
        for number in range(acts):
            Idempotency.objects.create(key=str(number), petition=first, seq=0)
    return {
        "acts": acts,
        "perform": _each(door, door_database, acts),
        "a bare Django insert, committed": _each(bare, bare_database, acts),
    }


def plain(kept: Path) -> dict[str, object]:
    """The same rows, a table at a time, in one transaction."""
    from bulk import insert
    from django.db import transaction

    tables = pickle.loads(kept.read_bytes())
    acts = len(tables["act"][1])
    with spent() as bulk, _database() as database, transaction.atomic():
        for table, (names, rows) in tables.items():
            insert(table, names, rows)
    return {"acts": acts, "plain bulk SQL": _each(bulk, database, acts)}


def _warm_up() -> None:
    """The connection is open and the directory read before the clock starts."""
    from yifa.organs.directory import directory

    directory()


def _rows() -> dict[str, tuple[list[str], list[tuple[object, ...]]]]:
    """Every row of the record, by table."""
    from bulk import MODELS
    from django.db import connection

    from yifa.records.models import Counter

    found = {}
    with connection.cursor() as cursor:
        for model in (*MODELS, Counter):
            table = model._meta.db_table
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [column[0] for column in cursor.description]
            found[table] = names, [tuple(row) for row in cursor.fetchall()]
    return found


@contextmanager
def _database() -> Iterator[Spent]:
    """What the database server spends on this connection; an embedded file is part of this process."""
    found, before = Spent(), _server_cpu()
    yield found
    found.cpu = _server_cpu() - before


def _server_cpu() -> float:
    """CPU seconds the server has spent on this connection so far, where the system tells."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = Path(f"/proc/{cursor.fetchone()[0]}/stat")
    if not backend.exists():
        return 0.0
    user, system = backend.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _each(time: Spent, database: Spent, acts: int) -> dict[str, float]:
    """Seconds of one act: of this process, of the server, and by the clock."""
    return {"cpu": time.cpu / acts, "server": database.cpu / acts, "wall": time.wall / acts}


if __name__ == "__main__":
    main()
