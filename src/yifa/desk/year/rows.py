"""所依据的行 — what a figure counts, a page at a time from wherever one stood: never the whole, however much it is."""

from typing import Any

from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse

from yifa.desk.ledgers.access import opens, rows_of
from yifa.desk.ledgers.books import book_of
from yifa.desk.listing.walk import Mark, written
from yifa.desk.year.page import home_of, shown
from yifa.organs.models import Staff
from yifa.organs.permissions import visible
from yifa.organs.snapshot import snapshot
from yifa.records.models import LedgerRow, PetitionRecord
from yifa.statistics import Line, behind, compute, lines
from yifa.statistics.parts import Rows

PER_PAGE = 50


def rows_page(staff: Staff, year: int, name: str, asked: QueryDict) -> dict[str, Any] | None:
    """The rows behind one figure; None where there is no such figure."""
    home, of, before = home_of(staff), "d" if asked.get("of") == "d" else "n", "before" in asked
    rows = behind(name, home, year, of=of, before=before)
    if rows is None:
        return None
    result = next(one for one in compute(home, year) if one.name == name)
    back = Mark.read(asked.get("until", ""), back=True)
    keys, newer, older = _page(rows, back or Mark.read(asked.get("after", ""), back=False))
    figure = result.last if before else result.this
    return {
        "section": "year",
        "year": year,
        "office": snapshot().organs.name(home),
        "of": of,
        "before": before,
        "counted": figure.d if of == "d" else figure.n,
        "shown": shown(result),
        "definition": result.indicator,
        "lines": _linked(staff, rows.filter(pk__in=keys), keys),
        "query": f"of={of}&before" if before else f"of={of}",
        "newer": newer,
        "older": older,
    }


def _page(rows: Rows, mark: Mark | None) -> tuple[list[int], str, str]:
    """The keys of a page's rows, and the marks before its first and after its last one."""
    day, pk = rows.query.order_by
    back = mark is not None and mark.back
    if mark:
        beyond = "lt" if back else "gt"
        # The first of the three bounds is the one an index starts from.
        rows = rows.filter(**{f"{day}__{beyond}e": mark.key[0]}).filter(
            Q(**{f"{day}__{beyond}": mark.key[0]}) | Q(**{f"{pk}__{beyond}": mark.key[1]})
        )
    ordered = rows.order_by(f"-{day}", f"-{pk}") if back else rows
    found = list(ordered.values_list(day, pk)[: PER_PAGE + 1])
    more, keys = len(found) > PER_PAGE, found[:PER_PAGE]
    keys = keys[::-1] if back else keys
    if not keys:
        return [], "", ""
    earlier, later = (more, True) if back else (mark is not None, more)
    return [key for _, key in keys], written(keys[0]) if earlier else "", written(keys[-1]) if later else ""


def _linked(staff: Staff, rows: Rows, keys: list[int]) -> list[tuple[Line, str]]:
    """Each with the address of its file or of its place in a ledger, where this person may see it."""
    listed = list(lines(rows))
    if issubclass(rows.model, LedgerRow):
        book = book_of(rows.model)
        open_ones = rows_of(staff, book).filter(pk__in=keys) if opens(staff, book) else rows.none()
        read = set(open_ones.values_list("pk", flat=True))
        places = [reverse("ledger-row", args=[book.name, key]) if key in read else "" for key in keys]
        return list(zip(listed, places, strict=True))
    may_see = PetitionRecord.objects.filter(visible(staff), number__in=[one["number"] for one in listed])
    seen = set(may_see.values_list("number", flat=True))
    return [(one, reverse("petition", args=[one["number"]]) if one["number"] in seen else "") for one in listed]
