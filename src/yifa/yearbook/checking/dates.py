"""日期 — days that do not exist, weekdays that do not match, spans that end before they begin, a report that is late."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from yifa.yearbook.checking.claims import Claim, Finding, Kind, Sure
from yifa.yearbook.checking.document import Document
from yifa.yearbook.checking.parts import is_rule_of_law

DAY = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)\s*年\s*)?(?<!\d)(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})(?!\d)"
    r"(?:\s*日)?(?:\s*[-—–~至到]+\s*(?:(?P<month2>\d{1,2})\s*月\s*)?(?P<day2>\d{1,2})(?!\d)\s*)?日?"
)
NUMERIC = re.compile(r"(?<![\d.-])(?P<year>20\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d.-])")
MONTH = re.compile(r"(?<![\d.—–~-])(?P<month>1[3-9]|[2-9]\d|0)\s*月份")
WEEKDAY = re.compile(r"^\s*[（(]?\s*(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])")
YEAR = re.compile(r"((?:19|20)\d\d)\s*年")
NAMES = "一二三四五六日"
MARCH, DECEMBER, LEAP = 3, 12, 2024


def claims(document: Document) -> Iterator[Claim]:
    """Weekdays, each against its date."""
    for found in DAY.finditer(document.plain):
        said = WEEKDAY.match(document.plain[found.end() : found.end() + 8])
        year = int(found["year"]) if found["year"] else _year_of(document, found.start())
        if not said or not year or found["day2"] or not _exists(year, int(found["month"]), int(found["day"])):
            continue
        right = NAMES[date(year, int(found["month"]), int(found["day"])).weekday()]
        stated = said["weekday"].replace("天", "日")
        yield Claim(
            Kind.DATE,
            found.start(),
            found.end() + said.end(),
            f"星期{stated}",
            f"星期{right}",
            stated == right,
            why=f"{year}年{found['month']}月{found['day']}日是星期{right}",
            sure=Sure.HIGH if found["year"] else Sure.MIDDLE,
        )


def findings(document: Document) -> Iterator[Finding]:
    """What is wrong with the dates themselves."""
    for found in DAY.finditer(document.plain):
        if not found[0].endswith("日"):
            continue
        year = int(found["year"] or 0) or _year_of(document, found.start()) or LEAP
        yield from _day(found, year)
    for found in NUMERIC.finditer(document.plain):
        if not _exists(int(found["year"]), int(found["month"]), int(found["day"])):
            yield _finding(found, f"没有{found[0]}这一天")
    for found in MONTH.finditer(document.plain):
        yield _finding(found, f"没有{found['month']}月")
    yield from _late(document)


def _day(found: re.Match[str], year: int) -> Iterator[Finding]:
    month, day = int(found["month"]), int(found["day"])
    last_month, last = int(found["month2"] or month), int(found["day2"] or day)
    for one_month, one in {(month, day), (last_month, last)}:
        if not _exists(year, one_month, one):
            named = f"{year}年" if (one_month, one) == (2, 29) else ""
            yield _finding(found, f"没有{named}{one_month}月{one}日这一天")
            return
    if last_month == month and last < day:
        yield _finding(found, f"起止颠倒：{last}日在{day}日之前")


def _finding(found: re.Match[str], message: str) -> Finding:
    return Finding(Kind.DATE, found.start(), found.end(), message)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= DECEMBER and 1 <= day <= calendar.monthrange(year, month)[1]


def _year_of(document: Document, place: int) -> int:
    """The year a date without one belongs to: the last one named before it."""
    years = [int(one[1]) for one in YEAR.finditer(document.plain[max(place - 2000, 0) : place])]
    return years[-1] if years else 0


def _late(document: Document) -> Iterator[Finding]:
    """A rule-of-law report is handed in before 1 March of the following year (facts A01)."""
    title = is_rule_of_law(document)
    year = YEAR.search(title)
    days = list(DAY.finditer(document.plain))
    last = days[-1] if days else None
    if not year or last is None or not last["year"] or document.plain[last.end() :].strip():
        return
    signed = int(last["year"]), int(last["month"]), int(last["day"])
    if signed >= (int(year[1]) + 1, MARCH, 1) and signed[0] == int(year[1]) + 1:
        message = f"{year[1]}年度的法治政府建设年度报告应当在{signed[0]}年3月1日前报送，这里的日期已过（各地另有规定的从其规定）"
        yield Finding(Kind.DATE, last.start(), last.end(), message, Sure.LOW)
