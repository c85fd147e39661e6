"""内容分类 — the categories an office has used lately; the national code table is imported, never invented."""

from yifa.records.models import ClaimRow

LATELY = 2000
"""Claims looked through, newest first: they stand in one index."""


def used_categories(home: str) -> list[str]:
    """The categories of the office's latest claims, the most usual first; none of an accusation (Art. 30¶3)."""
    latest = ClaimRow.objects.filter(home=home, sealed=False).order_by("-received")
    counted: dict[str, int] = {}
    for category in latest.values_list("category", flat=True)[:LATELY]:
        if category:
            counted[category] = counted.get(category, 0) + 1
    return sorted(counted, key=lambda one: (-counted[one], one))
