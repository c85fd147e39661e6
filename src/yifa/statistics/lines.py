"""指标明细 — the rows behind a figure in words: which petition or ledger entry, of which day, what was counted."""

from collections.abc import Iterator
from functools import singledispatch
from typing import TypedDict

from django.db.models import Model

from yifa.law.acts import ACTS
from yifa.law.limits import LIMITS
from yifa.organs.snapshot import snapshot
from yifa.prevention.models import Dispute, ProxyCase
from yifa.programme.models import AgendaItem, Meeting, Outreach, Study, Training
from yifa.records.models import (
    ClaimRow,
    ClockRow,
    ComplaintRow,
    LeadRow,
    PetitionRecord,
    Projection,
    ReceiptRow,
    StepRow,
)
from yifa.records.provisional import marked
from yifa.statistics.parts import Rows

SEALED = "检举控告件，不显示编号和内容"


class Line(TypedDict):
    """明细 — one row; of a sealed petition only that there is one (Art. 30¶3)."""

    number: str
    day: str
    what: str


def lines(rows: Rows) -> Iterator[Line]:
    """The rows of a figure in words, in their order; a page of them may be cut out beforehand."""
    joined = rows.select_related("petition") if issubclass(rows.model, Projection) else rows
    for row in joined.iterator(chunk_size=2000):
        yield _line(row)


def _line(row: Model) -> Line:
    record = row.petition if isinstance(row, Projection) else row
    if isinstance(record, PetitionRecord) and record.sealed:
        return Line(number="", day="", what=SEALED)
    day, what = _told(row)
    number = record.number if isinstance(record, PetitionRecord | Dispute | ProxyCase) else ""
    return Line(number=number, day=str(day or ""), what="  ".join(one for one in what if one))


Told = tuple[object, tuple[str, ...]]
"""The day of a row, and what to say of it."""


@singledispatch
def _told(row: Model) -> Told:
    raise AssertionError(row)


@_told.register
def _(row: ReceiptRow) -> Told:
    first = "重复件" if row.ordinal else "初次件"
    return row.received, (row.channel, f"{row.level}登记", f"{row.people}人", first, row.turned_away)


@_told.register
def _(row: ClaimRow) -> Told:
    resolved = row.resolved and f"已化解（{row.resolved}）"
    again = "办结后重复信访" if row.repeated else ""
    rated = [
        f"{body}：{score}" for body, score in (("信访部门", row.rated_office), ("承办机关", row.rated_organ)) if score
    ]
    return (
        row.answered or row.diverted or row.dispatched or row.received,
        (f"诉求{row.claim}", row.category, row.track, row.path, row.stage, resolved, again, *rated),
    )


@_told.register
def _(row: ClockRow) -> Told:
    done = f"{row.met}完成" if row.met else f"{row.ended}终止" if row.ended else "未完成"
    more = f"延期{row.extended}日" if row.extended else ""
    organ = snapshot().organs.name(row.organ)
    last = marked(f"末日{row.due}", provisional=row.provisional)
    return row.due, (f"诉求{row.claim}", f"{row.limit} {LIMITS[row.limit].term}", organ, last, done, more)


@_told.register
def _(row: StepRow) -> Told:
    names = snapshot().organs
    to = "、".join(names.name(code) for code in row.to.split("、") if code)
    return row.on, (ACTS[row.kind].term, names.name(row.by), to and f"→{to}", row.value, row.detail)


@_told.register
def _(row: LeadRow) -> Told:
    return row.named, (f"首次来件{row.people}人", f"{row.full}五级齐备" if row.full else "五级未齐备")


@_told.register
def _(row: ComplaintRow) -> Told:
    known = snapshot().organs
    # Whoever is not in the directory may be a person: counted, never listed.
    organ = known.name(row.organ) if row.organ in known else "名录之外"
    return row.received, (f"诉求{row.claim}", organ)


@_told.register
def _(row: PetitionRecord) -> Told:
    return row.received, (row.channel, f"{row.people}人", row.stage)


@_told.register
def _(row: Dispute) -> Told:
    return row.found, (row.kind, snapshot().organs.name(row.town), f"{row.resolved}化解" if row.resolved else "未化解")


@_told.register
def _(row: ProxyCase) -> Told:
    mediated = f"{row.mediated}调解" if row.mediated else ""
    return row.accepted, (
        snapshot().organs.name(row.town),
        mediated,
        f"{row.resolved}化解" if row.resolved else "未化解",
    )


@_told.register
def _(row: Meeting) -> Told:
    return row.held, (row.kind, row.title)


@_told.register
def _(row: AgendaItem) -> Told:
    return row.resolved or row.meeting.held, (row.kind, row.subject)


@_told.register
def _(row: Study) -> Told:
    return row.held, (row.kind, row.subject)


@_told.register
def _(row: Training) -> Told:
    return row.begins, (row.scope, row.title, f"{row.attendance}人")


@_told.register
def _(row: Outreach) -> Told:
    counts = (("咨询", row.consultations), ("材料", row.leaflets), ("阅读", row.reads))
    return row.held, (row.kind, row.title, *(f"{what}{count}" for what, count in counts if count))
