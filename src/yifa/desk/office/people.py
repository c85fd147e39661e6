"""人员管理 — accounts: opened, moved, given roles, closed, unlocked; a password is told once and must be changed."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import add_never_cache_headers

from yifa.desk.access import staff_only
from yifa.desk.office.told import tell
from yifa.desk.signing.lockout import locked, trail, unlock
from yifa.organs.accounts import create_staff, initial_password
from yifa.organs.models import OrganRecord, Role, Staff
from yifa.pages.forms import problems
from yifa.pages.pickers import NameField, organs_near

SHOWN = 200
"""People on one page; the others are found by name, account or organ."""


class PersonForm(forms.Form):
    """人员 — where and as what."""

    name = forms.CharField(
        label="姓名",
        max_length=60,
        help_text="真实姓名：回避和密封按姓名判断",
        error_messages={"required": "请填写姓名"},
    )
    organ = NameField(label="所在机关", required=True, error_messages={"required": "请选择所在机关"})
    roles = forms.MultipleChoiceField(
        label="角色",
        choices=[(one.value, one.value) for one in Role],
        widget=forms.CheckboxSelectMultiple,
        help_text="可以兼任；管理员不接触信访事项，不得兼任",
        error_messages={"required": "至少授予一个角色"},
    )

    def __init__(self, *args: Any, own: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organ: NameField = self.fields["organ"]  # type: ignore[assignment]
        organ.offer(organs_near(own), "organs")

    def clean_organ(self) -> str:
        """People work at an organ in being."""
        code: str = self.cleaned_data["organ"]
        if not OrganRecord.objects.filter(code=code, abolished=None).exists():
            raise ValidationError(f"名录中没有「{code}」；请先登记机关")
        return code


class NewPersonForm(PersonForm):
    """开户."""

    username = forms.CharField(
        label="账号", max_length=150, help_text="登录用，字母和数字", error_messages={"required": "请填写账号"}
    )
    field_order = ("username", "name")


@staff_only(Role.OPERATOR)
def listed(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """人员.  Permission: the operator."""
    typed = request.GET.get("q", "").strip()
    wanted = Q(name__icontains=typed) | Q(user__username__icontains=typed) | Q(organ__name__icontains=typed)
    found = list(Staff.objects.filter(wanted).select_related("user", "organ").order_by("organ", "name")[: SHOWN + 1])
    shut = locked([one.user.username for one in found])
    people = [(one, one.user.username in shut) for one in found[:SHOWN]]
    shown = {"section": "office", "people": people, "more": len(found) > SHOWN, "most": SHOWN, "typed": typed}
    return render(request, "desk/office/people.html", shown)


@staff_only(Role.OPERATOR)
def new(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """开户.  Permission: the operator."""
    form = NewPersonForm(request.POST or None, own=staff.organ_id, initial={"organ": request.GET.get("organ", "")})
    if form.is_valid():
        found = form.cleaned_data
        try:
            with transaction.atomic():
                roles = [Role(one) for one in found["roles"]]
                person = create_staff(username=found["username"], name=found["name"], organ=found["organ"], roles=roles)
                said = initial_password(person)
        except ValidationError as error:
            tell(form, error)
        else:
            return _told(request, person, said)
    shown = {"form": form, "problems": list(problems(form)), "choices": organs_near(staff.organ_id)}
    return render(request, "desk/office/person_new.html", {"section": "office", **shown})


@staff_only(Role.OPERATOR)
def person(request: HttpRequest, pk: int, *, staff: Staff) -> HttpResponse:
    """一个人.  Permission: the operator."""
    held = get_object_or_404(Staff.objects.select_related("user", "organ"), pk=pk)
    do = request.POST.get("do", "")
    begun = {"name": held.name, "organ": held.organ.name, "roles": held.roles}
    form = PersonForm(request.POST if do == "change" else None, own=staff.organ_id, initial=begun)
    if do == "reset":
        return _told(request, held, initial_password(held))
    if do == "unlock":
        unlock(held.user.username)
        messages.success(request, f"{held.name}的账号已解锁。")
        return redirect("person", pk=pk)
    if do in {"close", "open"} and held != staff:
        _set_active(held, active=do == "open")
        messages.success(request, f"{held.name}{'已恢复在岗' if do == 'open' else '已停用，不能再登录'}。")
        return redirect("person", pk=pk)
    if form.is_valid():
        try:
            _change(held, form.cleaned_data, staff)
        except ValidationError as error:
            tell(form, error)
        else:
            messages.success(request, f"{held.name}的资料已更新。")
            return redirect("person", pk=pk)
    shown = {
        "section": "office",
        "person": held,
        "form": form,
        "own": held == staff,
        "locked": bool(locked([held.user.username])),
        "trail": trail(held.user.username),
        "problems": list(problems(form)) if form.is_bound else [],
        "choices": organs_near(staff.organ_id),
    }
    return render(request, "desk/office/person.html", shown)


def _change(held: Staff, found: dict[str, Any], operator: Staff) -> None:
    if held == operator and Role.OPERATOR not in found["roles"]:
        raise ValidationError({"roles": "不能取消自己的管理员角色；请由另一名管理员办理"})
    held.name, held.organ_id, held.roles = found["name"].strip(), found["organ"], found["roles"]
    held.full_clean()
    held.save(update_fields=["name", "organ", "roles"])


@transaction.atomic
def _set_active(held: Staff, *, active: bool) -> None:
    held.active = held.user.is_active = active
    held.save(update_fields=["active"])
    held.user.save(update_fields=["is_active"])


def _told(request: HttpRequest, held: Staff, said: str) -> HttpResponse:
    """The initial password, here and never again."""
    page = render(request, "desk/office/password_told.html", {"section": "office", "person": held, "said": said})
    add_never_cache_headers(page)
    return page
