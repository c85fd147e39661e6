"""可导出的表 — every list that can be had as a table, by the name a job keeps it under."""

from collections.abc import Callable, Mapping

from django.http import QueryDict

from yifa.desk.ledgers.books import BOOKS
from yifa.desk.ledgers.listing import Filters
from yifa.desk.ledgers.listing import sheet as ledger_sheet
from yifa.desk.listing.asked import Asked, ListForm
from yifa.desk.listing.page import sheet as petitions_sheet
from yifa.desk.today.owing import sheet as owed_sheet
from yifa.desk.year.page import home_of
from yifa.desk.year.page import sheet as year_sheet
from yifa.exchange.sheets import Column, Sheet
from yifa.organs.models import Staff
from yifa.statistics import behind, lines


def petitions(staff: Staff, asked: Mapping[str, str]) -> Sheet:
    """信访事项 — by the filters of the list."""
    form = ListForm(staff, QueryDict(asked["query"]))
    form.full_clean()
    return petitions_sheet(staff, Asked(form.cleaned_data))


def owed(staff: Staff, asked: Mapping[str, str]) -> Sheet:
    """应办 — by the filters of the day's work."""
    return owed_sheet(staff, QueryDict(asked["query"]))


def figure(staff: Staff, asked: Mapping[str, str]) -> Sheet:
    """指标明细 — the rows behind a figure; of a sealed petition only that there is one."""
    before, of = asked.get("before") == "yes", "d" if asked["of"] == "d" else "n"
    rows = behind(asked["name"], home_of(staff), int(asked["year"]), of=of, before=before)
    if rows is None:
        raise ValueError("没有这个指标")
    columns = (Column("编号", 24), Column("日期", 12), Column("所计", 60))
    return Sheet("指标明细", columns, ([one["number"], one["day"], one["what"]] for one in lines(rows)))


def year(staff: Staff, asked: Mapping[str, str]) -> Sheet:
    """年度指标 — every indicator of a year."""
    return year_sheet(home_of(staff), int(asked["year"]))


def ledger(staff: Staff, asked: Mapping[str, str]) -> Sheet:
    """台账 — by the filters of its list."""
    book = BOOKS[asked["book"]]
    filters = Filters(staff, book, QueryDict(asked["query"]))
    filters.full_clean()
    return ledger_sheet(staff, book, filters)


KINDS: dict[str, Callable[[Staff, Mapping[str, str]], Sheet]] = {
    "petitions": petitions,
    "owed": owed,
    "figure": figure,
    "ledger": ledger,
    "year": year,
}
"""What can be exported, each for a person and what was asked: nobody is given more than the page would show."""
