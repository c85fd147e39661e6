"""拼音 — names found by what is typed on a plain keyboard: initials (mzj), whole syllables (minzheng), or a mix."""

import os
from functools import lru_cache

Readings = tuple[tuple[str, ...], ...]
"""Of each sign of a name, every way it is read; a letter or digit reads as itself."""


@lru_cache(maxsize=8192)
def readings(name: str) -> Readings:
    """How a name may be read, sign by sign.

    The dictionary of phrases stays unread: it takes 44 MB a process, and every reading of a sign is tried anyway.
    """
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import Style, pinyin  # noqa: PLC0415 - as late as a page with a picker is drawn, and after the line above

    signs = [one for one in name.casefold() if one.isalnum()]
    read = pinyin(signs, style=Style.NORMAL, heteronym=True, v_to_u=False)
    return tuple(tuple(dict.fromkeys(one)) for one in read)


def written(name: str) -> str:
    """The readings as the pickers' script takes them: signs by blanks, readings of one sign by strokes."""
    return " ".join("|".join(one) for one in readings(name))


def fits(typed: str, name: str) -> bool:
    """Whether typed letters, or signs, lead to the name from any of its signs on."""
    typed = "".join(one for one in typed.casefold() if one.isalnum())
    read = readings(name)
    return bool(typed) and (typed in name.casefold() or any(_leads(typed, read[at:]) for at in range(len(read))))


def _leads(typed: str, read: Readings) -> bool:
    """Each sign is taken by its first letter, its syllable, or anything between."""
    if not typed:
        return True
    if not read:
        return False
    return any(
        _leads(typed[length:], read[1:])
        for reading in read[0]
        for length in range(1, len(reading) + 1)
        if typed[:length] == reading[:length]
    )
