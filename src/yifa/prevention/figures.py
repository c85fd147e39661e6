"""源头预防的年度数字: the rows behind each yearly figure.

Each function returns the rows themselves; the figure is their number. A later stage is counted *of the
matters found or accepted in the year*, as it stood on `as_of`: by default the last day of that year, so that
a matter resolved in March does not move the figure of the year before. Struck rows are never counted.
"""

from datetime import date

from django.db.models import QuerySet

from yifa.prevention.models import Dispute, ProxyCase


def disputes_found(*, organ: str, year: int) -> QuerySet[Dispute]:
    """排查矛盾纠纷（件） — found by the towns in the year."""
    return Dispute.objects.filter(organ=organ, struck=False, found__year=year)


def disputes_resolved(*, organ: str, year: int, as_of: date | None = None) -> QuerySet[Dispute]:
    """已化解（件） — of those found in the year; over `disputes_found` it gives 化解率."""
    return disputes_found(organ=organ, year=year).filter(resolved__lte=as_of or _year_end(year))


def proxies_accepted(*, organ: str, year: int) -> QuerySet[ProxyCase]:
    """受理信访代办事项（件） — accepted in the year."""
    return ProxyCase.objects.filter(organ=organ, struck=False, accepted__year=year)


def proxies_mediated(*, organ: str, year: int, as_of: date | None = None) -> QuerySet[ProxyCase]:
    """已调解（件） — of those accepted in the year."""
    return proxies_accepted(organ=organ, year=year).filter(mediated__lte=as_of or _year_end(year))


def proxies_resolved(*, organ: str, year: int, as_of: date | None = None) -> QuerySet[ProxyCase]:
    """已化解（件） — of those accepted in the year, mediated or not."""
    return proxies_accepted(organ=organ, year=year).filter(resolved__lte=as_of or _year_end(year))


def _year_end(year: int) -> date:
    return date(year, 12, 31)
