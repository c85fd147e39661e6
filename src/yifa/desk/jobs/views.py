"""导出任务 — its progress, its file, taking it up again, giving it up."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from yifa.casework import jobs as casework
from yifa.casework.models import Job
from yifa.desk.access import staff_only
from yifa.desk.jobs.deliver import as_file, deliver
from yifa.desk.papers.many import KIND
from yifa.desk.year.page import home_of, is_told
from yifa.organs.models import Staff
from yifa.statistics import behind

SHOWN = 20


@staff_only()
def listed(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """我的任务: the newest first.  Permission: one's own."""
    found = [(one, casework.lost(one)) for one in staff.jobs.all()[:SHOWN]]
    return render(request, "desk/jobs/jobs.html", {"section": "petitions", "jobs": found})


@staff_only()
def job(request: HttpRequest, pk: uuid.UUID, *, staff: Staff) -> HttpResponse:
    """导出任务: how far it is; asked again every two seconds, with a script or without.  Permission: one's own."""
    found = _own(staff, pk)
    if found.kind == KIND:
        return redirect("papers-job", found.pk)
    lost = casework.lost(found)
    shown = {
        "section": "petitions",
        "job": found,
        "lost": lost,
        "going": found.state in {Job.State.WAITING, Job.State.RUNNING} and not lost,
        "days": casework.KEPT.days,
    }
    whole = not request.htmx or not shown["going"]  # type: ignore[attr-defined]  # django-htmx
    response = render(request, f"desk/jobs/{'job' if whole else '_progress'}.html", shown)
    if request.htmx and not shown["going"]:  # type: ignore[attr-defined]  # as above
        response["HX-Refresh"] = "true"
    return response


@staff_only()
def file(request: HttpRequest, pk: uuid.UUID, *, staff: Staff) -> HttpResponseBase:
    """下载.  Permission: only who asked for it."""
    found = _own(staff, pk)
    path = casework.path_of(found)
    if found.kind == KIND or found.state != Job.State.DONE or not path.exists():
        raise Http404
    return as_file(path, found.title)


@staff_only()
@require_POST
def again(request: HttpRequest, pk: uuid.UUID, *, staff: Staff) -> HttpResponse:
    """重新开始 — of a job that failed or whose process died.  Permission: one's own."""
    found = _own(staff, pk)
    if not casework.restart(found):
        messages.warning(request, "这个任务正在进行或者已经完成，不必重新开始")
    return redirect("job", found.pk)


@staff_only()
@require_POST
def drop(request: HttpRequest, pk: uuid.UUID, *, staff: Staff) -> HttpResponse:
    """删去 — the job and its file.  Permission: one's own."""
    casework.drop(_own(staff, pk))
    messages.success(request, "已删去")
    return redirect("jobs")


@staff_only()
def figure(request: HttpRequest, year: int, name: str, *, staff: Staff) -> HttpResponseBase:
    """导出指标明细.  Permission: all staff; sealed petitions are counted without number and content."""
    of, before = "d" if request.GET.get("of") == "d" else "n", "before" in request.GET
    if not is_told(year) or behind(name, home_of(staff), year, of=of) is None:
        raise Http404
    asked = {"year": str(year), "name": name, "of": of} | ({"before": "yes"} if before else {})
    return deliver(request, staff, "figure", f"{year}年指标明细", asked)


@staff_only()
def whole_year(request: HttpRequest, year: int, *, staff: Staff) -> HttpResponseBase:
    """导出年度指标.  Permission: all staff; figures carry no persons."""
    if not is_told(year):
        raise Http404
    return deliver(request, staff, "year", f"{year}年度指标", {"year": str(year)})


def _own(staff: Staff, pk: uuid.UUID) -> Job:
    return get_object_or_404(staff.jobs, pk=pk)
