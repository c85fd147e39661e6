"""裸框架 — the yardstick of `web.py`: Django with a database and nothing else, executing what a page was seen to execute.

Started by `web.py`, with the folder of the recordings, the number of workers and the port.
"""

import os
import pickle
import sys
import uuid
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Statement = tuple[Any, ...]
"""SQL, its values, and whether there are many of them."""


@dataclass(frozen=True, slots=True)
class Recording:
    """The statements of a page with their values, how long its answer was, and what must be new each time it is filed."""

    statements: list[Statement]
    size: int
    fresh: tuple[Any, ...] = ()
    """Key, number and idempotency key of the petition that the statements filed."""


@cache
def _recorded() -> dict[str, list[Recording]]:
    found: dict[str, list[Recording]] = pickle.loads(Path(os.environ["YIFA_RECORDED"], "recorded").read_bytes())
    return found


def replay(_request: object, name: str, place: int) -> Any:  # noqa: ANN401 - as below
    """The page again, without a thought."""
    from django.db import transaction
    from django.http import HttpResponse

    one = _recorded()[name][place]
    with transaction.atomic() if one.fresh else nullcontext():
        _execute(one)
    return HttpResponse(b" " * one.size)


def health(_request: object) -> Any:  # noqa: ANN401 - Django is not there yet when this is read
    """That it answers."""
    from django.http import HttpResponse

    return HttpResponse()


def _execute(one: Recording) -> None:
    from django.db import connection

    pk, number, key = one.fresh or (None, None, None)
    new: dict[object, object] = {number: f"B{uuid.uuid4().hex[:20]}", key: uuid.uuid4().hex} if one.fresh else {}
    for sql, values, many in one.statements:
        with connection.cursor() as cursor:
            if many:
                cursor.executemany(sql, [_renewed(row, new) for row in values])
            else:
                cursor.execute(sql, _renewed(values, new))
            found = cursor.fetchall() if cursor.description else []
        if one.fresh and sql.startswith('INSERT INTO "petition"'):
            new[pk] = found[0][0]


def _renewed(values: list[Any] | None, new: dict[object, object]) -> list[Any] | None:
    return [new.get(one, one) for one in values] if new and values else values


def application() -> object:
    """As little of Django as answers and asks a database."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.urls import path

    from yifa.site.settings import DATABASES

    settings.configure(
        DATABASES=DATABASES, ROOT_URLCONF=(path("health", health), path("<str:name>/<int:place>", replay)),
        ALLOWED_HOSTS=["127.0.0.1"], SECRET_KEY="bare", MIDDLEWARE=[], USE_TZ=True,
    )  # fmt: skip
    return get_wsgi_application()


def main() -> None:
    """Serve as `yifa serve` does."""
    from granian import Granian
    from granian.constants import Interfaces

    folder, workers, port = sys.argv[1:]
    os.environ["YIFA_RECORDED"] = folder
    Granian(
        "bare:application",
        address="127.0.0.1",
        port=int(port),
        interface=Interfaces.WSGI,
        workers=int(workers),
        blocking_threads=4,
        log_enabled=False,
        factory=True,
        working_dir=Path(__file__).parent,
    ).serve()


if __name__ == "__main__":
    main()
