"""The table of histories, each with how often it is met."""

from collections.abc import Callable

from draft import Draft

History = Callable[[Draft], None]

OFFICE: list[tuple[History, int]] = []
"""What may become of what the petition office registers."""
DIRECT: list[tuple[History, int]] = []
"""What may become of what a town registers itself."""


def met(weight: int, table: list[tuple[History, int]] = OFFICE) -> Callable[[History], History]:
    """Enter a history with how often it is met."""

    def enter(history: History) -> History:
        table.append((history, weight))
        return history

    return enter
