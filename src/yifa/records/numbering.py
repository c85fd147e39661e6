"""编号 — gap-free numbers for each organ, kind and year."""

from django.db.models import F

from yifa.records.models import Counter


def take(*, organ: str, kind: str, year: int) -> int:
    """The next number of a series; it is given back if the transaction around it fails.

    The row stays locked until that transaction ends, so that no two writers hold the same number.
    """
    series = Counter.objects.filter(organ=organ, kind=kind, year=year)
    if not series.update(last=F("last") + 1):
        Counter.objects.bulk_create([Counter(organ=organ, kind=kind, year=year)], ignore_conflicts=True)
        series.update(last=F("last") + 1)
    return series.values_list("last", flat=True).get()


def petition_number(*, organ: str, year: int) -> str:
    """信访事项编号 — organ, year and serial number."""
    return in_series(series_of(organ, year), take(organ=organ, kind="petition", year=year))


def series_of(organ: str, year: int) -> str:
    """What the numbers of an organ and year begin with."""
    return f"{organ}-{year}"


def in_series(series: str, serial: int) -> str:
    """One number of a series."""
    return f"{series}-{serial:06d}"
