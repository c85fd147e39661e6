"""信访事项 — the list, its saved views, and the list as a table."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.casework.models import SavedView
from yifa.desk.access import staff_only
from yifa.desk.batch.acts import offered
from yifa.desk.jobs.deliver import deliver
from yifa.desk.listing.asked import Asked, ListForm, query_of
from yifa.desk.listing.page import Page, page
from yifa.desk.listing.walk import Mark
from yifa.desk.papers.many import offered as offered_papers
from yifa.organs.models import Staff
from yifa.pages.forms import problems

MOST_VIEWS = 20
LONGEST_QUERY = 500
"""What a saved view has room for."""


@staff_only()
def petitions(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """信访事项: what the filters show, a page at a time.  Permission: `organs.permissions.visible`, in its pieces."""
    form = ListForm(staff, request.GET)
    fine = form.is_valid()
    shown = page(staff, Asked(form.cleaned_data), _mark(request.GET)) if fine else Page([])
    query = query_of(request.GET)
    views = list(staff.saved_views.all())
    context: dict[str, Any] = {
        "section": "petitions",
        "form": form,
        "problems": list(problems(form)),
        "page": shown,
        "query": query,
        "filtered": bool(query),
        "views": views,
        "view": next((one for one in views if one.query == query), None),
        "acts": [(kind.__name__, kind.term) for kind in offered(staff)],
        "signs": bool(offered_papers(staff)),
        "today": timezone.localdate(),
    }
    return render(request, "desk/listing/list.html", context, status=200 if fine else 422)


@staff_only()
def export(request: HttpRequest, *, staff: Staff) -> HttpResponseBase:
    """导出列表: what the filters show.  Permission: as the list; each stretch is asked for anew as it is written."""
    form = ListForm(staff, request.GET)
    if not form.is_valid():
        return redirect(f"{reverse('petitions')}?{request.GET.urlencode()}")
    return deliver(request, staff, "petitions", "信访事项", {"query": query_of(request.GET)})


@staff_only()
@require_POST
def keep_view(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """常用列表: keep the filters under a name.  Permission: one's own."""
    name, query = request.POST.get("name", "").strip()[:40], query_of(QueryDict(request.POST.get("query", "")))
    address = f"{reverse('petitions')}?{query}"
    if not name:
        messages.error(request, "请给这组条件起个名字")
    elif len(query) > LONGEST_QUERY:
        messages.error(request, "条件太多，存不下，请减少几项")
    elif staff.saved_views.exclude(name=name).count() >= MOST_VIEWS:
        messages.error(request, f"常用列表至多{MOST_VIEWS}个，请先删去不用的")
    else:
        SavedView.objects.update_or_create(staff=staff, name=name, defaults={"query": query})
        messages.success(request, f"已存为常用列表「{name}」")
    return redirect(address)


@staff_only()
@require_POST
def drop_view(request: HttpRequest, pk: int, *, staff: Staff) -> HttpResponse:
    """删去常用列表.  Permission: one's own."""
    view = get_object_or_404(staff.saved_views, pk=pk)
    view.delete()
    messages.success(request, f"已删去常用列表「{view.name}」")
    return redirect(f"{reverse('petitions')}?{view.query}")


def _mark(address: QueryDict) -> Mark | None:
    """Where in the list one stands; an address that says nothing sensible begins at the top."""
    if before := address.get("before"):
        return Mark.read(before, back=True)
    return Mark.read(address.get("after", ""), back=False)
