"""条文 — `cite("23.3")` gives a citation that exists, or an error at import.

A key is article.paragraph(item): "22", "22.1(1)", "23.3", "31(6)".  The Regulation's own keys stand alone; those of
other instruments follow the instrument's key: "FY 20", "LZ 27.1".  The Regulation is listed down to its items
(provisions.toml); of the others we know the articles there are, and in which period the text is law (instruments.toml).
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NotRequired, TypedDict, cast

REGULATION = "XF"
KEY = re.compile(
    r"(?:(?P<instrument>[A-Z]+\d*) )?(?P<article>[1-9]\d*)(?:\.(?P<paragraph>[1-9]\d*))?(?:\((?P<item>[1-9]\d*)\))?"
)
DIGITS = "零一二三四五六七八九"
PLACES = (1000, "千"), (100, "百"), (10, "十")


@dataclass(frozen=True, slots=True)
class Provision:
    """条款 — one provision of the Regulation: our one-line gist, whether Yifa computes by it, and if not, why."""

    key: str
    gist: str
    computed: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Instrument:
    """法规 — one instrument in one version: its title, its articles, and when this text is law.

    Open ends mean that no other text is known.  `caution` says what to check before printing a number of it.
    """

    key: str
    title: str
    first: int
    last: int
    valid_from: date | None
    valid_until: date | None
    caution: str

    def in_force(self, on: date) -> bool:
        """Whether this text is law on that day; both ends included."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_until is None or on <= self.valid_until
        )


@dataclass(frozen=True, slots=True)
class Citation:
    """引用 — one provision of one instrument, fit to print: 《信访工作条例》第二十三条第三款."""

    key: str
    instrument: Instrument
    article: int
    paragraph: int | None
    item: int | None

    def __str__(self) -> str:
        """The citation as an official paper writes it."""
        paragraph = f"第{numeral(self.paragraph)}款" if self.paragraph else ""
        item = f"第{numeral(self.item)}项" if self.item else ""
        return f"《{self.instrument.title}》第{numeral(self.article)}条{paragraph}{item}"

    @property
    def short(self) -> str:
        """The citation without the title where it is the Regulation's: 第二十三条第三款."""
        return (
            str(self).removeprefix(f"《{self.instrument.title}》") if self.instrument.key == REGULATION else str(self)
        )

    @property
    def json(self) -> str:
        """The citation with its key, as it stands in every JSON answer."""
        return f"{self.key} {self}"

    @property
    def gist(self) -> str:
        """What the provision says, in one line of ours; empty for another instrument than the Regulation."""
        return PROVISIONS[self.key].gist if self.key in PROVISIONS else ""

    def in_force(self, on: date) -> bool:
        """Whether the text it cites is law on that day."""
        return self.instrument.in_force(on)


class _Provision(TypedDict):
    gist: str
    computed: bool
    why: NotRequired[str]


class _Instrument(TypedDict):
    title: str
    articles: list[int]
    valid_from: NotRequired[date]
    valid_until: NotRequired[date]
    caution: NotRequired[str]


def _table(name: str) -> dict[str, object]:
    return tomllib.loads(files("yifa.law").joinpath(name).read_text(encoding="utf-8"))


def _provisions() -> dict[str, Provision]:
    rows = cast("dict[str, _Provision]", _table("provisions.toml"))
    return {key: Provision(key, **row) for key, row in rows.items()}


def _instruments() -> dict[str, Instrument]:
    rows = cast("dict[str, _Instrument]", _table("instruments.toml"))
    return {key: _instrument(key, row) for key, row in rows.items()}


def _instrument(key: str, row: _Instrument) -> Instrument:
    first, last = row["articles"]
    return Instrument(
        key,
        row["title"],
        first,
        last,
        valid_from=row.get("valid_from"),
        valid_until=row.get("valid_until"),
        caution=row.get("caution", ""),
    )


PROVISIONS: Mapping[str, Provision] = MappingProxyType(_provisions())
"""信访工作条例: every provision of Arts. 1–50 by its key, in order."""

INSTRUMENTS: Mapping[str, Instrument] = MappingProxyType(_instruments())
"""Every instrument that may be cited, by its key."""


@cache
def cite(key: str) -> Citation:
    """The provision of that key.  Raises `ValueError` where there is none."""
    match = KEY.fullmatch(key)
    if match is None:
        raise ValueError(f"条文的写法不对：{key!r}；应如“23.3”“22.1(1)”“FY 20”")
    name = match["instrument"] or REGULATION
    instrument = INSTRUMENTS.get(name)
    article = int(match["article"])
    if instrument is None:
        raise ValueError(f"没有登记这部法规：{key!r}")
    if not instrument.first <= article <= instrument.last or (name == REGULATION and key not in PROVISIONS):
        raise ValueError(f"《{instrument.title}》没有这一条款：{key!r}")
    return Citation(
        key,
        instrument,
        article,
        int(match["paragraph"]) if match["paragraph"] else None,
        int(match["item"]) if match["item"] else None,
    )


def numeral(n: int) -> str:
    """中文数字 — 12 is 十二, 110 is 一百一十, 1001 is 一千零一; from 1 to 9999."""
    written, skipped = "", False
    for value, place in PLACES:
        digit, n = divmod(n, value)
        if digit:
            one_ten = value == 10 and digit == 1 and not written  # noqa: PLR2004
            written += ("零" if skipped else "") + ("" if one_ten else DIGITS[digit]) + place
        skipped = not digit and bool(written)
    return written + ("零" if skipped and n else "") + (DIGITS[n] if n else "")
