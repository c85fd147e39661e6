"""暂定 — how a last day that may still move is marked, the same in every output: pages, tables, papers, JSON read aloud."""

PROVISIONAL = "（暂定）"
"""Beside a last day that a holiday notice still to be published may move to a later one."""


def marked(day: str, *, provisional: bool) -> str:
    """A day as it is written, with its mark where it has one."""
    return f"{day}{PROVISIONAL}" if day and provisional else day
