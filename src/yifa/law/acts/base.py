"""What every act is, and the list of them all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeVar, dataclass_transform

from yifa.law.articles import Citation, cite
from yifa.law.terms import Mover


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """行为 — one thing done in a petition, on a legal day.  Proposed, it is judged; recorded, it stays.

    `by` is the code of the organ that acts, or `PETITIONER`; `officer` is the person who did it.
    """

    term: ClassVar[str]
    basis: ClassVar[Citation]
    mover: ClassVar[Mover]

    on: date
    by: str
    officer: str = ""


ACTS: dict[str, type[Act]] = {}
"""Every act by its English name, in the order of the law."""


T = TypeVar("T", bound=Act)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def act(term: str, basis: str, mover: Mover) -> Callable[[type[T]], type[T]]:
    """Make a class an act: its Chinese term, the provision it rests on, and who may do it."""

    def enrol(cls: type[T]) -> type[T]:
        made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
        made.term, made.basis, made.mover = term, cite(basis), mover
        ACTS[made.__name__] = made
        return made

    return enrol
