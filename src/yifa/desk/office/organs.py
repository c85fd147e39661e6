"""机关管理 — entering, renaming, merging, abolishing organs, and saying who stands above them and who leads them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from yifa.desk.access import staff_only
from yifa.desk.office.told import PastDay, tell
from yifa.law.organs import Organ
from yifa.law.terms import Level, OrganKind
from yifa.organs.directory import abolish, load, merge, rename
from yifa.organs.models import OrganRecord, Role, Staff
from yifa.pages.forms import problems
from yifa.pages.pickers import BETWEEN, NameField, organs_near
from yifa.pages.pinyin import fits

SHOWN = 300
"""Organs on one page; the others are found by name or pinyin."""


class OrganForm(forms.Form):
    """机关 — what it is, who stands above it, who leads it."""

    kind = forms.ChoiceField(label="机关类别", choices=[(one.value, one.value) for one in OrganKind])
    level = forms.ChoiceField(label="层级", choices=[(one.value, one.value) for one in Level])
    superiors = NameField(
        label="上一级机关", several=True, help_text="双重领导的写两个，用顿号隔开；复查找它，密封的范围也由它定"
    )
    leaders = forms.CharField(
        label="负责人姓名", required=False, help_text="用顿号隔开；检举控告负责人的，本机关及其下级即不得接触"
    )
    place = forms.CharField(label="属地", required=False, max_length=40, help_text="登记时「问题属地」用的名称")

    def __init__(self, *args: Any, own: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        superiors: NameField = self.fields["superiors"]  # type: ignore[assignment]
        superiors.offer(organs_near(own), "organs")

    def organ(self, code: str, name: str) -> Organ:
        """As the directory takes it."""
        found = self.cleaned_data
        return Organ(
            code=code,
            name=name,
            kind=OrganKind(found["kind"]),
            level=Level(found["level"]),
            superiors=found["superiors"],
            leaders=tuple(one.strip() for one in BETWEEN.split(found["leaders"]) if one.strip()),
        )


class NewOrganForm(OrganForm):
    """新机关 — with its code, which stays for ever."""

    code = forms.SlugField(
        label="机关代码",
        max_length=40,
        help_text="字母、数字和连字符；用在案卷编号里，以后不能改",
        error_messages={"required": "请填写机关代码", "invalid": "机关代码只用字母、数字、连字符和下划线"},
    )
    name = forms.CharField(label="名称", max_length=120, error_messages={"required": "请填写名称"})
    field_order = ("code", "name")

    def clean_code(self) -> str:
        """A code names one organ only."""
        code: str = self.cleaned_data["code"]
        if OrganRecord.objects.filter(code=code).exists():
            raise ValidationError("这个机关代码已在册")
        return code


class RenameForm(forms.Form):
    """更名."""

    name = forms.CharField(label="新名称", max_length=120, error_messages={"required": "请填写新名称"})
    on = PastDay(label="自哪天起")


class MergeForm(forms.Form):
    """撤并."""

    into = NameField(label="并入哪个机关", help_text="人员随之转入，案卷由它承继；撤销而没有承继机关的留空")
    on = PastDay(label="自哪天起")


@staff_only(Role.OPERATOR)
def listed(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """机关.  Permission: the operator."""
    typed = request.GET.get("q", "").strip()
    found = list(OrganRecord.objects.prefetch_related("superiors").select_related("successor"))
    if typed:
        found = [one for one in found if typed in {one.code, one.name} or fits(typed, one.name)]
    shown = {"section": "office", "organs": found[:SHOWN], "count": len(found), "most": SHOWN, "typed": typed}
    return render(request, "desk/office/organs.html", shown)


@staff_only(Role.OPERATOR)
def new(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """新机关.  Permission: the operator."""
    form = NewOrganForm(request.POST or None, own=staff.organ_id)
    if form.is_valid():
        code, name = form.cleaned_data["code"], form.cleaned_data["name"].strip()
        try:
            load([form.organ(code, name)], places={code: form.cleaned_data["place"].strip()}, by=staff.name)
        except ValidationError as error:
            tell(form, error)
        else:
            messages.success(request, f"{name}已登记入册。")
            return redirect("organ", code=code)
    shown = {"form": form, "problems": list(problems(form)), "choices": organs_near(staff.organ_id)}
    return render(request, "desk/office/organ_new.html", {"section": "office", **shown})


@staff_only(Role.OPERATOR)
def organ(request: HttpRequest, code: str, *, staff: Staff) -> HttpResponse:
    """一个机关.  Permission: the operator."""
    record = get_object_or_404(OrganRecord, code=code)
    do = request.POST.get("do", "")
    forms_ = {
        "change": OrganForm(_sent(request, "change"), own=staff.organ_id, initial=_as_typed(record)),
        "rename": RenameForm(_sent(request, "rename"), prefix="rename"),
        "merge": MergeForm(_sent(request, "merge"), prefix="merge"),
    }
    into: NameField = forms_["merge"].fields["into"]  # type: ignore[assignment]
    into.offer(organs_near(staff.organ_id), "organs")
    form = forms_.get(do)
    if form is not None and form.is_valid():
        try:
            said = _do(do, record, form, staff)
        except ValidationError as error:
            tell(form, error)
        else:
            messages.success(request, said)
            return redirect("organ", code=code)
    shown = {
        "section": "office",
        "record": record,
        "forms": forms_,
        "names": record.past_names.all(),
        "people": record.staff.select_related("user"),
        "predecessors": record.predecessors.all(),
        "problems": list(problems(form)) if form is not None else [],
        "choices": organs_near(staff.organ_id),
    }
    return render(request, "desk/office/organ.html", shown)


def _sent(request: HttpRequest, do: str) -> Any:
    return request.POST if request.POST.get("do") == do else None


def _as_typed(record: OrganRecord) -> dict[str, str]:
    return {
        "kind": record.kind,
        "level": record.level,
        "superiors": "、".join(one.name for one in record.superiors.all()),
        "leaders": "、".join(record.leaders),
        "place": record.place,
    }


def _do(do: str, record: OrganRecord, form: forms.Form, staff: Staff) -> str:
    """Through the directory's own functions; what was done, in words."""
    found, by = form.cleaned_data, staff.name
    if do == "rename":
        rename(organ=record.code, name=found["name"], on=found["on"], by=by)
        return f"已更名为{found['name'].strip()}，原名称留存。"
    if do == "merge" and found["into"]:
        merge(organs=[record.code], into=found["into"], on=found["on"], by=by)
        return f"{record.name}已撤并，人员和案卷由承继机关接手。"
    if do == "merge":
        abolish(organ=record.code, on=found["on"], by=by)
        return f"{record.name}已撤销。"
    assert isinstance(form, OrganForm)
    load([form.organ(record.code, record.name)], places={record.code: found["place"].strip()}, by=by)
    return "已更新。"
