"""应办 — what the own organ owes now, by last day: the rows of `records.OwedRow`, of files this person may see."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import islice, starmap

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils import timezone

from yifa.casework.models import Assignment
from yifa.desk.listing.page import Line, lines
from yifa.desk.listing.walk import Key, Mark, written
from yifa.exchange.sheets import Cell, Column, Sheet
from yifa.law.articles import Citation, cite
from yifa.law.limits import HANDLING
from yifa.law.notices import PAPERS
from yifa.organs.models import Role, Staff
from yifa.organs.permissions import reach, visible
from yifa.organs.snapshot import snapshot
from yifa.pages.chips import SOON
from yifa.records.models import ClaimRow, ClockRow, OwedRow, PetitionRecord

STATES = {"late": "逾期", "today": "今日到期", "soon": f"{SOON}日内到期", "later": "以后到期", "open": "未定日数"}
"""By last day; of some duties the law sets none."""

PER_PAGE = 30
MOST_COUNTED = 100
DISPATCHES = ("D04", "D04-B", "D07")
"""The papers by which a petition office sends a claim on."""


@dataclass(frozen=True, slots=True)
class Due:
    """一项应办 — a row with its file."""

    row: OwedRow
    line: Line
    state: str

    @property
    def what(self) -> str:
        """What is to be done."""
        return f"送达{PAPERS[self.row.of].term}" if self.row.of else PAPERS[self.row.paper].term

    @property
    def basis(self) -> Citation:
        """The provision that asks for it."""
        return cite(self.row.basis)


@dataclass(frozen=True)
class Sought:
    """所求 — whose, in which state, from where on: as the address of the day's work says."""

    staff: Staff
    mine: bool
    state: str
    mark: Mark | None
    today: date

    @classmethod
    def read(cls, staff: Staff, address: QueryDict) -> "Sought":
        """One's own where something was given to one; the organ's otherwise, and for the head."""
        of, state = address.get("of"), address.get("state", "")
        mark = Mark.read(address.get("after", ""), back=False)
        mine = of == "mine" or (of != "organ" and not staff.holds(Role.HEAD) and has_own(staff))
        return cls(staff, mine, state if state in STATES else "", mark, timezone.localdate())

    @cached_property
    def rows(self) -> QuerySet[OwedRow]:
        """Everything owed, whatever its day.  Permission: owed by the own organ, in files that `visible` admits."""
        seen = PetitionRecord.objects.filter(visible(self.staff), pk=OuterRef("petition_id"))
        sixty = ClockRow.objects.filter(petition=OuterRef("petition"), claim=OuterRef("claim"), limit=HANDLING.id)
        begins = Coalesce(Subquery(sixty.order_by("-started").values("started")[:1]), Value(date.min))
        # Without a notice the sixty days begin by themselves, fifteen days after receipt: until then no opinion is owed.
        begun = ~Q(paper="D27") | Q(begins__lte=self.today)
        rows = OwedRow.objects.alias(begins=begins).filter(begun, by__in=reach(self.staff).hands)
        rows = rows.filter(Exists(seen))
        return rows.filter(petition__in=_given(self.staff).values("petition")) if self.mine else rows

    def of_state(self, state: str) -> QuerySet[OwedRow]:
        """Those of one state."""
        return self.rows.filter(self._days(state))

    def _days(self, state: str) -> Q:
        today, soon = self.today, self.today + timedelta(days=SOON)
        return {
            "late": Q(due__lt=today, provisional=False),
            "today": Q(due=today) | Q(due__lt=today, provisional=True),
            "soon": Q(due__gt=today, due__lte=soon),
            "later": Q(due__gt=soon),
            "open": Q(due=None),
        }.get(state, Q(due__isnull=False))

    def state_of(self, row: OwedRow) -> str:
        """Where a row stands today."""
        return self._state(row.due, row.provisional)

    def _state(self, due: date | None, provisional: bool) -> str:  # noqa: FBT001 - as the row has them
        """A provisional last day may still move: nothing is late by it."""
        if due is None:
            return "open"
        left = (due - self.today).days
        if left < 0 and not provisional:
            return "late"
        return "today" if left <= 0 else "soon" if left <= SOON else "later"

    def counts(self) -> list[tuple[str, str, int, bool]]:
        """Each state: its name, how many, and whether there are more than are counted."""
        found = Counter({state: self.of_state(state)[: MOST_COUNTED + 1].count() for state in ("late", "open")})
        # What is still to come, soonest first, is told apart here: what asks whether a file may be seen is dear to write.
        coming = self.rows.filter(Q(due__gte=self.today) | Q(due__isnull=False, provisional=True))
        found.update(
            starmap(self._state, coming.order_by("due").values_list("due", "provisional")[: 3 * MOST_COUNTED + 1])
        )
        return [
            (state, term, min(found[state], MOST_COUNTED), found[state] > MOST_COUNTED)
            for state, term in STATES.items()
        ]

    def stretch(self, most: int) -> list[OwedRow]:
        """So many rows from the mark on; those without a last day by themselves."""
        rows = self.of_state(self.state)
        if self.state == "open":
            return list(rows.filter(pk__gt=self.mark.key[1] if self.mark else 0).order_by("pk")[:most])
        if self.mark:
            day, pk = self.mark.key
            rows = rows.filter(due__gte=day).filter(Q(due__gt=day) | Q(pk__gt=pk))
        return list(rows.order_by("due", "pk")[:most])


def _given(staff: Staff) -> QuerySet[Assignment]:
    return Assignment.objects.filter(staff=staff, until=None)


def has_own(staff: Staff) -> bool:
    """Whether anything was given to this very person."""
    return _given(staff).exists()


def place_of(row: OwedRow) -> str:
    """Where a row stands among the others, as an address writes it."""
    return written((row.due or date.max, row.pk))


def told(sought: Sought, rows: Iterable[OwedRow]) -> list[Due]:
    """The rows with their files."""
    rows = list(rows)
    keys: dict[int, Key] = {row.petition_id: (row.due or date.max, row.petition_id) for row in rows}
    found = {line.record.pk: line for line in lines(sought.staff, keys.values())}
    return [Due(row, found[row.petition_id], sought.state_of(row)) for row in rows if row.petition_id in found]


def came_back(sought: Sought, most: int) -> list[OwedRow]:
    """退回、发回 — objections to answer, claims returned, opinions to be made anew."""
    return list(sought.rows.filter(again=True).order_by("due", "pk")[:most])


def unclassified(sought: Sought, most: int) -> list[OwedRow]:
    """待分类 — claims to be sent on of which nobody has said yet which path they take; the most urgent first."""
    untold = ClaimRow.objects.filter(petition=OuterRef("petition"), claim=OuterRef("claim"), track="")
    rows = sought.rows.filter(Exists(untold), paper__in=DISPATCHES)
    return list(rows.order_by("due", "pk")[:most])


def late_by_organ(sought: Sought, most: int) -> list[tuple[str, str, int]]:
    """各单位逾期 — how many duties of each organ are late in the files of the own office and those below.

    Counted of what is not sealed only: less than `visible`, so that no count tells of an accusation (Art. 30¶3).
    """
    late: Counter[str] = Counter()
    for home in reach(sought.staff).homes:  # one after the other, each in its part of the index
        rows = OwedRow.objects.filter(home=home, sealed=False, due__lt=sought.today, provisional=False)
        late.update(dict(rows.values_list("by").annotate(Count("pk"))))
    organs = snapshot().organs
    return [(code, organs.name(code), count) for code, count in late.most_common(most)]


COLUMNS = (
    Column("应办", 24),
    Column("最迟", 12),
    Column("暂定", 8),
    Column("状态", 10),
    Column("依据", 28),
    Column("编号", 24),
    Column("诉求", 6),
    Column("收到日期", 12),
    Column("信访人", 18),
    Column("概况", 60),
    Column("阶段", 14),
)


def sheet(staff: Staff, address: QueryDict) -> Sheet:
    """What is owed as a table, as the filters show it."""
    return Sheet("应办", COLUMNS, _cells(Sought.read(staff, address)))


def _cells(sought: Sought) -> Iterator[list[Cell]]:
    rows = sought.of_state(sought.state).order_by("due", "pk").iterator(chunk_size=500)
    while stretch := list(islice(rows, 500)):
        for one in told(sought, stretch):
            record = one.line.record
            yield [
                one.what,
                one.row.due,
                "暂定" if one.row.provisional else "",
                STATES[one.state],
                str(one.basis),
                record.number,
                one.row.claim,
                record.received,
                one.line.names,
                one.line.summary,
                record.stage,
            ]
