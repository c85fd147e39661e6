"""管理 — the way in, what is made public, the check of the record."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from yifa.desk.access import staff_only
from yifa.desk.office import running
from yifa.desk.office.readings import offices
from yifa.law.articles import cite
from yifa.law.policy import CHOICES
from yifa.law.terms import OrganKind
from yifa.organs.models import OrganRecord, Role, Staff
from yifa.organs.profile import EDITED, REQUIRED, OfficeProfile, missing
from yifa.pages.forms import compact, problems
from yifa.records.calendars import calendar
from yifa.records.models import ClockRow
from yifa.records.readings import by_office


class PublishedForm(forms.ModelForm):  # type: ignore[type-arg]
    """公开事项."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        compact(self)  # half is saved too: what is missing is said above

    class Meta:
        model = OfficeProfile
        fields = EDITED
        widgets = {
            name: forms.Textarea({"rows": 3})
            for name in ("reception_hours", "leader_days", "query", "laws", "procedure", "convenience")
        }


@staff_only(Role.OPERATOR)
def office(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """管理.  Permission: the operator."""
    profiles = {one.organ_id: one for one in OfficeProfile.objects.all()}
    now, today, held = calendar(), timezone.localdate(), by_office()
    shown = {
        "section": "office",
        "organs": OrganRecord.objects.filter(abolished=None).count(),
        "people": Staff.objects.filter(active=True).count(),
        "years": (min(now.years), max(now.years)),
        "waiting": ClockRow.objects.filter(provisional=True).count(),
        "offices": [
            (one, missing(profiles.get(one.code))) for one in offices()
        ],  # those nobody works at here publish elsewhere
        "choices": len(CHOICES),
        "otherwise": sum(len(one.departures(today)) for one in held.values()),
        "verified": running.state("verify"),
    }
    return render(request, "desk/office/office.html", shown)


@staff_only(Role.OPERATOR)
def published(request: HttpRequest, code: str, *, staff: Staff) -> HttpResponse:
    """公开事项.  Permission: the operator."""
    organ = get_object_or_404(OrganRecord, code=code, kind=OrganKind.PETITION_OFFICE)
    held = OfficeProfile.objects.filter(organ=organ).first() or OfficeProfile(organ=organ)
    lacking = missing(held)
    form = PublishedForm(request.POST or None, instance=held)
    if form.is_valid():
        form.instance.updated_by = staff.user
        form.save()
        messages.success(request, f"{organ.name}的公开事项已更新，群众现在看到的就是这些。")
        return redirect("published", code=code)
    shown: dict[str, Any] = {
        "section": "office",
        "organ": organ,
        "held": held,
        "form": form,
        "lacking": lacking,
        "required": [form[name] for name in REQUIRED],
        "others": [form[name] for name in EDITED if name not in REQUIRED],
        "basis": cite("18.1"),
        "problems": list(problems(form)) if form.is_bound else [],
    }
    return render(request, "desk/office/published.html", shown)


@staff_only(Role.OPERATOR)
def check(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """核对: that the record is whole and everything derived from it agrees.  Permission: the operator."""
    if request.method == "POST":
        running.start("verify")
        return redirect("check")
    return render(request, "desk/office/check.html", {"section": "office", "state": running.state("verify")})
