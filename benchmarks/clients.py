"""来访者 — processes that ask a server for pages, one after the other, each over one connection."""

import http.client
import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from multiprocessing import get_context
from urllib.parse import urlencode

NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request; `form` is filled in anew each time: with a key of its own and another person."""

    method: str
    path: str
    cookies: str
    form: Mapping[str, str] = field(default_factory=dict)

    def fields(self) -> dict[str, str]:
        """The form as it is sent this time."""
        if not self.form:
            return {}
        key = uuid.uuid4().hex
        person = "".join(NAMES[int(digit, 16)] for digit in key[:6])
        told = {"names": person, "contact": f"1{int(key[:9], 16) % 10**10:010d}", "address": f"河口镇{key[:16]}号"}
        return {**self.form, **told, "c0-text": f"要求补发{key[16:]}号草场的生态补助", "key": key, "folder": ""}

    @property
    def expected(self) -> int:
        """The status of an answer as it should be: what is filed leads on to its receipt."""
        return 302 if self.form else 200


def ask(port: int, asked: Asked) -> int:
    """One request over a connection of its own: the status of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    return _ask(connection, asked)


def drive(port: int, pages: Sequence[Asked], seconds: float, clients: int) -> list[float]:
    """How long each request of so many clients took, in milliseconds, over some seconds; a wrong answer ends it."""
    with get_context("fork").Pool(clients) as pool:
        found = pool.starmap(_client, [(port, pages, seconds, place) for place in range(clients)])
    return [one for each in found for one in each]


def _client(port: int, pages: Sequence[Asked], seconds: float, place: int) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    took = []
    until = time.perf_counter() + seconds
    for page in islice(cycle(pages), place, None):
        started = time.perf_counter()
        status = _ask(connection, page)
        ended = time.perf_counter()
        assert status == page.expected, (page.path, status)
        took.append((ended - started) * 1000)
        if ended > until:
            break
    return took


def _ask(connection: http.client.HTTPConnection, asked: Asked) -> int:
    fields = asked.fields()
    headers = {"Cookie": asked.cookies} | ({"Content-Type": "application/x-www-form-urlencoded"} if fields else {})
    connection.request(asked.method, asked.path, urlencode(fields) if fields else None, headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status
