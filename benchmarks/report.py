"""年度报告 — how long the two yearly reports take in a filled office (`YIFA_HOME` or `DATABASE_URL`): made, printed, compared.

The office is read only: the settled report and the acts it is compared with are undone.
"""

import argparse
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from timing import Spent, peak_memory, spent


def main() -> None:
    """Print the seconds, CPU and wall, of each as JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--year", type=int, default=2025)
    options.add_argument("--acts", type=int, default=50, help="acts done since the report was settled")
    asked = options.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.site.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from yifa.records.models import PetitionRecord
    from yifa.site.commands.office import home_of

    home = home_of("")
    found = {
        "petitions": PetitionRecord.objects.count(),
        "of the office": PetitionRecord.objects.filter(home=home).count(),
    }
    found |= dict(_measured(home, asked.year, asked.acts))
    found["peak memory, MiB"] = round(peak_memory())
    print(json.dumps(found, ensure_ascii=False, indent=1))


def _measured(home: str, year: int, acts: int) -> Iterator[tuple[str, dict[str, float]]]:
    from yifa.yearbook.kinds import Kind
    from yifa.yearbook.printing import FORMATS
    from yifa.yearbook.report import make

    for kind in Kind:
        with spent() as making:
            report = make(kind, home, year)
        yield f"{kind.value}: made, {len(list(report.refs()))} numbers", _seconds(making)
        for form in ("docx", "pdf"):
            with spent() as printing:
                FORMATS[form](report)
            yield f"{kind.value}: {form}", _seconds(printing)
    yield from _compared(home, year, acts)


def _compared(home: str, year: int, acts: int) -> Iterator[tuple[str, dict[str, float]]]:
    """With a report settled before as many new petitions of that year."""
    from yifa.organs.accounts import create_staff
    from yifa.organs.models import Role
    from yifa.records.models import ActRecord
    from yifa.yearbook.compare import compare
    from yifa.yearbook.kinds import Kind
    from yifa.yearbook.models import SettledReport
    from yifa.yearbook.report import make

    with _undone():
        writer = create_staff(username="writer", name="某", organ=home, roles=[Role.OFFICE], password="writes-a-report")
        report = make(Kind.PETITIONS, home, year)
        settled = SettledReport.objects.create(
            organ=home, kind=Kind.PETITIONS, year=year, on=report.on, content=report.kept, digest=report.digest,
            acts=ActRecord.objects.order_by("-pk").values_list("pk", flat=True)[0], changes=0, by=writer,
        )  # fmt: skip
        _register(home, year, acts)
        with spent() as comparing:
            found = compare(settled, report.on + timedelta(days=1))
        yield f"compared after {acts} acts, {len(found.changes)} numbers changed", _seconds(comparing)


def _register(home: str, year: int, count: int) -> None:
    from yifa.law.acts import Register, Request
    from yifa.law.terms import Channel
    from yifa.records.perform import perform

    for place in range(count):
        on = date(year, 12, 1) + timedelta(days=place % 30)
        claim = Request(text="要求修路")
        perform(
            act=Register(on=on, by=home, channel=Channel.LETTER, names=(f"甲{place}",), address="某", requests=(claim,))
        )


@contextmanager
def _undone() -> Iterator[None]:
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _seconds(one: Spent) -> dict[str, float]:
    return {"cpu": round(one.cpu, 2), "wall": round(one.wall, 2)}


if __name__ == "__main__":
    main()
