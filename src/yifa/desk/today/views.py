"""今日 — what waits for me: owed by my organ, to be decided by me, come back to me."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from yifa.casework.approval import sent_by, waiting_for
from yifa.casework.models import Proposal
from yifa.desk.access import staff_only
from yifa.desk.jobs.deliver import deliver
from yifa.desk.listing.asked import query_of
from yifa.desk.papers.queue import returned_to as papers_back
from yifa.desk.papers.queue import waiting_for as papers_waiting
from yifa.desk.today import owing
from yifa.desk.today.owing import Sought
from yifa.law.acts import ACTS
from yifa.organs.models import Role, Staff
from yifa.organs.permissions import awaits_seal
from yifa.records.models import PetitionRecord
from yifa.yearbook.duties import owed as owed_reports
from yifa.yearbook.settle import why_not_write

FEW = 6
"""So many of each kind beside the main list; the rest stands on its own page."""


@staff_only()
def today(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """今日: by role, what comes first.  Permission: owed by the own organ, in files that `visible` admits."""
    sought = Sought.read(staff, request.GET)
    rows = sought.stretch(owing.PER_PAGE + 1)
    more, rows = len(rows) > owing.PER_PAGE, rows[: owing.PER_PAGE]
    first = not (sought.state or sought.mark)
    back = owing.came_back(sought, FEW) if first else []
    untold = owing.unclassified(sought, FEW) if first and staff.holds(Role.SCREENER) else []
    found = iter(owing.told(sought, [*rows, *back, *untold]))
    told = {(one.row.pk): one for one in found}
    context: dict[str, Any] = {
        "section": "today",
        "sought": sought,
        "today": sought.today,
        "query": query_of(request.GET),
        "counts": sought.counts(),
        "owed": [told[row.pk] for row in rows if row.pk in told],
        "after": owing.place_of(rows[-1]) if more else "",
        "back": [told[row.pk] for row in back if row.pk in told],
        "unclassified": [told[row.pk] for row in untold if row.pk in told],
        "given": sought.mine or owing.has_own(staff),
    }
    if first:
        context |= _beside(staff, sought)
    return render(request, "desk/today/today.html", context)


@staff_only()
def export(request: HttpRequest, *, staff: Staff) -> HttpResponseBase:
    """导出应办: as the filters show.  Permission: as the page."""
    return deliver(request, staff, "owed", "应办", {"query": query_of(request.GET)})


def _beside(staff: Staff, sought: Sought) -> dict[str, Any]:
    """What stands beside: to approve, sent back, to be sealed; for inspectors, who is late."""
    returned = sent_by(staff).filter(state=Proposal.State.RETURNED)
    return {
        "head": staff.holds(Role.HEAD),
        "approvals": [_proposal(one) for one in waiting_for(staff)[:FEW]],
        "returned": [_proposal(one) for one in returned[:FEW]],
        "to_sign": papers_waiting(staff, FEW),
        "papers_back": papers_back(staff, FEW),
        "to_seal": list(PetitionRecord.objects.filter(awaits_seal(staff)).order_by("received")[:FEW]),
        "late_by_organ": owing.late_by_organ(sought, 2 * FEW) if staff.holds(Role.INSPECTOR) else [],
        "reports": [] if why_not_write(staff, staff.organ_id) else owed_reports(staff.organ_id, sought.today),
        "intake": staff.holds(Role.REGISTRAR),
    }


def _proposal(one: Proposal) -> tuple[Proposal, str]:
    """A proposal and its act's name; of a sealed file only that there is one."""
    return one, "检举控告件" if one.petition.sealed else ACTS[one.kind].term
