"""成批办理 — from the list: which files, the form, what would happen to each, what happened to each."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.desk.access import staff_only
from yifa.desk.batch.acts import BATCHED, offered
from yifa.desk.batch.row import MOST, chosen, done, judged
from yifa.law.acts import ACTS, Act
from yifa.organs.directory import directory
from yifa.organs.models import Staff
from yifa.organs.roles import names_for
from yifa.pages.act_fields import Scene
from yifa.pages.act_form import ActForm
from yifa.pages.pickers import organs_near

BESIDE_FORM = frozenset({"csrfmiddlewaretoken", "step", "file", "kind", "key", "all", "query"})
"""Posted, but no field of the act."""


@staff_only()
@require_POST
def batch(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """成批办理.  Permission: `visible` for each file; whose work the act is, `roles` say, and the law for each file."""
    if "kind" not in request.POST:
        return redirect("petitions")
    kind = ACTS.get(request.POST["kind"])
    if kind not in offered(staff):
        raise Http404
    rows = chosen(staff, request.POST.getlist("file"))
    if not rows:
        return redirect("petitions")
    step = request.POST.get("step", "form")
    form = ActForm(kind, _scene(staff, kind), data=request.POST if step != "form" else None)
    context: dict[str, Any] = {
        "section": "petitions",
        "name": kind.__name__,
        "term": kind.term,
        "basis": kind.basis,
        "why": BATCHED[kind],
        "rows": rows,
        "form": form,
        "key": request.POST.get("key") or uuid.uuid4().hex,
        "most": MOST,
        "too_many": len(set(request.POST.getlist("file"))) > MOST,
    }
    if step == "form":
        return render(request, "desk/batch/form.html", context)
    if step == "edit" or not form.is_valid():
        return render(request, "desk/batch/form.html", context, status=200 if step == "edit" else 422)
    return _answered(request, staff, form.act(), context, done_now=step == "do")


def _answered(request: HttpRequest, staff: Staff, act: Act, context: dict[str, Any], *, done_now: bool) -> HttpResponse:
    """File by file: what would be refused, or what was."""
    rows = context["rows"]
    answered = list(done(staff, act, rows, context["key"]) if done_now else judged(staff, act, rows))
    carried = [(name, value) for name, values in request.POST.lists() if name not in BESIDE_FORM for value in values]
    told = {
        "rows": answered,
        "fine": sum(row.fine for row in answered),
        "refused": sum(not row.fine for row in answered),
        "carried": carried,
        "done": done_now,
    }
    return render(request, "desk/batch/answers.html", context | told)


def _scene(staff: Staff, kind: type[Act]) -> Scene:
    """A form for several files: of none of them in particular."""
    return Scene(
        organs=directory(),
        choices=organs_near(staff.organ_id),
        today=timezone.localdate(),
        names=names_for(staff, kind),
        officer=staff.name,
    )
