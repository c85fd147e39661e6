"""比对印记 — by what a new receipt is recognised as one that came before: the same person, or the same text.

Keyed digests, never the words themselves: the table tells nobody who petitioned, and cannot be searched for people
without a name and a contact or an address in hand.  Small differences of writing (blanks, punctuation, full width)
are levelled; anything more is for a person to judge.
"""

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from django.conf import settings

from yifa.law.acts import Act, Attach, Reach, Register

SHORTEST_TEXT = 4
"""Signs below which a text tells nothing apart."""

MOST_NAMES = 20
"""Of a letter signed by hundreds, the first ones are enough to recognise it by."""


def traces(acts: Iterable[Act]) -> Iterator[int]:
    """The traces of a petition: of its registration, of what became known since, and of every receipt that joined it."""
    for act in acts:
        if isinstance(act, Register):
            if not act.anonymous:
                yield from persons((*act.names, *act.representatives), act.contact, act.address)
            yield from texts(one.text for one in act.requests)
        elif isinstance(act, Reach):
            yield from persons((*act.names, *act.representatives), act.contact, act.address)
        elif isinstance(act, Attach):
            yield from texts([act.text])


def persons(names: Iterable[str], contact: str, address: str) -> Iterator[int]:
    """Who it was: a name alone is nobody, a name with a contact or an address is somebody."""
    for name in list(dict.fromkeys(map(levelled, names)))[:MOST_NAMES]:
        for kind, where in (("联系方式", levelled(contact)), ("住址", levelled(address))):
            if name and where:
                yield _digest(kind, name, where)


def texts(said: Iterable[str]) -> Iterator[int]:
    """What was asked, word for word."""
    for text in map(levelled, said):
        if len(text) >= SHORTEST_TEXT:
            yield _digest("诉求", text)


def levelled(text: str) -> str:
    """Letters, digits and Chinese signs only, in their usual width and case."""
    return "".join(one for one in unicodedata.normalize("NFKC", text).casefold() if one.isalnum())


def _digest(*parts: str) -> int:
    found = hmac.digest(_key(settings.SECRET_KEY), "\n".join(parts).encode(), "sha256")
    return int.from_bytes(found[:8], signed=True)


@cache
def _key(secret: str) -> bytes:
    return hashlib.sha256(f"yifa.traces\n{secret}".encode()).digest()
