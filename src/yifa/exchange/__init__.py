"""What comes in and goes out: case files, spreadsheets.  What cannot be read is an `InputError` naming the place."""

import difflib
from collections.abc import Iterable


class InputError(Exception):
    """A value that cannot be read: where it stands, what is wrong, what would be right."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}：{message}" if place else message)
        self.place, self.message = place, message


def near(word: str, known: Iterable[str]) -> str:
    """A hint at what was probably meant."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"（是不是「{close[0]}」？）" if close else ""
