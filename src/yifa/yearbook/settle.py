"""定稿 — a report is settled: its words and figures are kept under a digest, with how far the record had come."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from yifa.law.terms import OrganKind
from yifa.organs.models import Role, Staff
from yifa.organs.snapshot import snapshot
from yifa.papers.wording import Wording
from yifa.records.models import ActRecord, LedgerChange
from yifa.yearbook.kinds import FORMS, SENT, Kind
from yifa.yearbook.models import Dispatch, Narrative, SettledReport
from yifa.yearbook.report import Report, from_kept, make
from yifa.yearbook.wording import ROLES, slots


def why_not_write(staff: Staff, home: str) -> str:
    """为何不能撰写 — the reports of an office are written by its own office and head."""
    if snapshot().organs.kind(home) is not OrganKind.PETITION_OFFICE:
        return "年度报告由信访部门编制"
    if not staff.active or staff.organ_id not in snapshot().files_of(home) | {snapshot().standing(home)}:
        return "年度报告由本信访部门编制"
    if ROLES.isdisjoint(staff.roles):
        return f"年度报告由{'、'.join(role for role in Role if role in ROLES)}编制"
    return ""


class WrittenMeanwhileError(Exception):
    """此间有人改过 — somebody else wrote at the same place meanwhile."""

    def __init__(self, now: Narrative) -> None:
        super().__init__(now.slot)
        self.now = now


@transaction.atomic
def write(
    *, kind: Kind, home: str, year: int, slot: str, text: str, staff: Staff, wording: Wording, over: int | None
) -> Narrative:
    """撰写 — at one place of the report, over the text with the key `over` that its writer had before them.

    Raises `ValidationError`, or `WrittenMeanwhileError` with what stands there now.
    """
    if why := why_not_write(staff, home):
        raise ValidationError(why)
    if slot not in slots(wording):
        raise ValidationError(f"模板里没有「{slot}」这个撰写处")
    now = last_written(kind, home, year, slot)
    if now is not None and now.pk != over and now.text != text:
        raise WrittenMeanwhileError(now)
    if now is not None and now.text == text:
        return now
    return Narrative.objects.create(organ=home, kind=kind, year=year, slot=slot, text=text, by=staff)


def last_written(kind: Kind, home: str, year: int, slot: str) -> Narrative | None:
    """What stands at a place."""
    held = Narrative.objects.filter(organ=home, kind=kind, year=year, slot=slot).select_related("by")
    return held.order_by("-id").first()


@transaction.atomic
def settle(*, kind: Kind, home: str, year: int, staff: Staff, on: date) -> SettledReport:
    """定稿 — the report as it stands today.  Raises `ValidationError` with everything it lacks."""
    if why := why_not_write(staff, home):
        raise ValidationError(why)
    if on.year <= year:
        raise ValidationError(f"{year}年度还没有结束，不能定稿")
    acts = ActRecord.objects.aggregate(last=Max("pk"))["last"] or 0
    changes = LedgerChange.objects.aggregate(last=Max("pk"))["last"] or 0
    report = make(kind, home, year, on)
    if report.lacking:
        raise ValidationError(list(report.lacking))
    return SettledReport.objects.create(
        organ=home,
        kind=kind,
        year=year,
        on=on,
        content=report.kept,
        digest=report.digest,
        acts=acts,
        changes=changes,
        by=staff,
    )


def settled(kind: Kind, home: str, year: int) -> SettledReport | None:
    """现行定稿 — the last one."""
    found = SettledReport.objects.filter(organ=home, kind=kind, year=year).select_related("by")
    return found.prefetch_related("dispatches").order_by("-id").first()


def settled_of(home: str) -> list[SettledReport]:
    """历年定稿 — every one of an office, the one that holds last."""
    return list(SettledReport.objects.filter(organ=home).defer("content").prefetch_related("dispatches").order_by("id"))


def written_of(home: str) -> set[tuple[str, int, str]]:
    """已写 — the places of every report of an office that hold a text."""
    held = Narrative.objects.filter(organ=home).order_by("id").values_list("kind", "year", "slot", "text")
    return {place for place, text in {(kind, year, slot): text for kind, year, slot, text in held}.items() if text}


def report_of(one: SettledReport) -> Report:
    """The report as it was settled."""
    return from_kept(one.content)


def dispatch(*, report: SettledReport, step: str, on: date, where: str, staff: Staff, today: date) -> Dispatch:
    """报送、公布登记 — of a settled report, not before it was settled nor after today."""
    if why := why_not_write(staff, report.organ):
        raise ValidationError(why)
    if step not in {one.name for one in FORMS[Kind(report.kind)].steps}:
        raise ValidationError({"step": f"{FORMS[Kind(report.kind)].term}没有「{step}」这一项"})
    if not report.on <= on <= today:
        raise ValidationError({"on": f"{step}日期应当在定稿之日（{report.on}）以后、今天以前"})
    if not where.strip():
        asked = "报送给哪个机关" if step == SENT else "在哪里公布"
        raise ValidationError({"where": f"请写明{asked}"})
    return Dispatch.objects.create(report=report, step=step, on=on, where=where.strip(), by=staff)
