"""读法 — what the Regulation leaves open, how each office reads it, and setting it otherwise: shown before it is set."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from yifa.desk.access import staff_only
from yifa.desk.office import running
from yifa.law.articles import Citation, cite
from yifa.law.policy import CHOICES, Choice
from yifa.law.readings import BOUNDS, CHOICE_OF, DEFAULT, OURS, Readings
from yifa.law.terms import OrganKind
from yifa.organs.models import OrganRecord, Role, Staff
from yifa.pages.fields import Day
from yifa.pages.forms import problems
from yifa.pages.reading_words import worded
from yifa.pages.templatetags.zh import day as in_words
from yifa.records.models import ClockRow, ReadingSetting
from yifa.records.readings import by_office, proposed, readings_of, set_reading


@dataclass(frozen=True, slots=True)
class Holding:
    """现行读法 — how one office reads one choice today, since when it does, and what it has set for later days."""

    office: OrganRecord
    now: str
    ours: bool
    since: date | None
    later: list[tuple[date, str]]


def holding(office: OrganRecord, name: str, readings: Readings, today: date) -> Holding:
    """What holds at an office on a day."""
    days = sorted({one.since for one in readings.settings if one.name == name})
    value = getattr(readings.on(today), name)
    return Holding(
        office=office,
        now=worded(name, value),
        ours=value == getattr(OURS, name),
        since=max((day for day in days if day <= today), default=None),
        later=[(day, worded(name, getattr(readings.on(day), name))) for day in days if day > today],
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """一处读法 — one choice, and how each office holds it; nothing where it follows another or cannot be set."""

    choice: Choice
    held: list[Holding]

    @property
    def cites(self) -> list[Citation]:
        """The provisions it reads."""
        return [cite(key) for key in self.choice.keys]

    @property
    def leads(self) -> Choice | None:
        """The choice together with which it is set."""
        return CHOICE_OF.get(self.choice.switch)


@dataclass(frozen=True, slots=True)
class Kept:
    """一次设定 — one line of the trail."""

    office: str
    what: str
    since: date
    reason: str
    by: str
    at: object


def trail(found: QuerySet[ReadingSetting]) -> Iterator[Kept]:
    """Who set what from which day, when and why; the latest first."""
    names = dict(OrganRecord.objects.values_list("code", "name"))
    for one in found.select_related("set_by__staff").order_by("-pk"):
        by = getattr(one.set_by, "staff", None)
        yield Kept(
            office=names.get(one.office, one.office),
            what=worded(one.name, one.value),
            since=one.since,
            reason=one.reason,
            by=by.name if by else one.set_by.get_username(),
            at=one.set_at,
        )


def offices() -> QuerySet[OrganRecord]:
    """The petition offices that keep files here: those somebody works at."""
    working = Staff.objects.filter(active=True).values("organ")
    return OrganRecord.objects.filter(kind=OrganKind.PETITION_OFFICE, abolished=None, code__in=working)


class SettingForm(forms.Form):
    """另定 — the value, from which day, and why."""

    since = Day(label="自哪天起", help_text="当日或者以后。这一天以前开始的期限不变。")
    reason = forms.CharField(
        label="理由",
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text="依据哪一份本地文件（名称、文号），为什么另定。记入案底，不能修改。",
        error_messages={"required": "请写明理由：依据哪一份本地文件，为什么另定"},
    )
    field_order = ("value", "since", "reason")

    def __init__(self, *args: Any, name: str, readings: Readings, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.name, self.readings, self.today = name, readings, today
        self.fields["value"] = _value(name, getattr(readings.on(today), name))
        self.fields["since"].initial = today
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """What the law and the record allow, and something new."""
        found: dict[str, Any] = super().clean() or {}
        if self.errors:
            return found
        value, since = found["value"], found["since"]
        try:
            proposed(name=self.name, value=value, since=since, reason=found["reason"], on=self.today)
        except ValueError as error:
            self.add_error("since" if since < self.today else "value", str(error))
            return found
        if value == getattr(self.readings.on(since), self.name):
            said = f"{in_words(since)}本来就是「{worded(self.name, value)}」，没有改变；请另选一种，或者另选一天"
            self.add_error("value", said)
        return found


def _value(name: str, now: int) -> forms.Field:
    """The field of a value: one of two in words, or a number within its bounds."""
    if isinstance(now, bool):
        return forms.TypedChoiceField(
            label="怎样理解",
            choices=[(str(one), worded(name, one)) for one in (True, False)],
            coerce=lambda one: one == "True",
            widget=forms.RadioSelect(),
            initial=str(now),
            error_messages={"required": "请选一种"},
        )
    bounds = BOUNDS[name]
    said = f"只能在{bounds[0]}至{bounds[-1]}之间：不得减损信访人的权利，也不得使机关的期限长于条例所定"
    return forms.IntegerField(
        label=UNIT[name],
        min_value=bounds[0],
        max_value=bounds[-1],
        initial=now,
        help_text=f"{bounds[0]}至{bounds[-1]}",
        error_messages={"required": "请填写数目", "invalid": "请填写整数", "min_value": said, "max_value": said},
    )


UNIT = {
    "extensions": "至多延几次",
    "acceptance_without_notice_days": "自收到后第几日起计算六十日",
    "urgent_worked_days": "至迟在知道后第几个上班日报告（0为当日）",
}
"""What each number counts."""


@dataclass(frozen=True, slots=True)
class Preview:
    """预览 — what a setting would change, and what it leaves."""

    was: str
    becomes: str
    since: date
    kept: int
    """Limits that run already: they stay as they are."""
    moved: int
    """Limits on file that start on that day or later, to be computed anew."""


def preview(office: str, name: str, readings: Readings, value: int, since: date) -> Preview:
    """Compare what would hold with what held."""
    clocks = ClockRow.objects.filter(home=office)
    return Preview(
        was=worded(name, getattr(readings.on(since), name)),
        becomes=worded(name, value),
        since=since,
        kept=clocks.filter(started__lt=since, met=None, ended=None).count(),
        moved=clocks.filter(started__gte=since).count(),
    )


@staff_only()
def readings(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """读法: what the Regulation leaves open, and how each office reads it today.  Permission: everybody of the staff."""
    today, held, working = timezone.localdate(), by_office(), list(offices())
    shown = [
        Shown(one, [holding(each, one.switch, held.get(each.code, DEFAULT), today) for each in working if _leads(one)])
        for one in CHOICES
    ]
    operator = staff.holds(Role.OPERATOR)
    told = {
        "section": "office" if operator else "law",
        "operator": operator,
        "shown": shown,
        "settable": len(CHOICE_OF),
        "trail": list(trail(ReadingSetting.objects.all())),
        "recomputing": running.state("rebuild"),
    }
    return render(request, "desk/office/readings.html", told)


def _leads(choice: Choice) -> bool:
    """Whether it is the one by which its switch is known: another choice that the switch sets follows it."""
    return CHOICE_OF.get(choice.switch) is choice


@staff_only(Role.OPERATOR)
def reading(request: HttpRequest, code: str, name: str, *, staff: Staff) -> HttpResponse:
    """另定读法: one choice, at one office.  Permission: the operator."""
    if name not in CHOICE_OF:
        raise Http404
    office, today = get_object_or_404(offices(), code=code), timezone.localdate()
    held = readings_of(code)
    form = SettingForm(request.POST or None, name=name, readings=held, today=today)
    ready = None
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        ready = preview(code, name, held, given["value"], given["since"])
        if request.POST.get("do") == "set":
            set_reading(office=code, name=name, by=staff.user, on=today, **given)
            if ready.moved:
                running.start("rebuild")
            messages.success(request, f"{office.name}自{in_words(given['since'])}起：{ready.becomes}。")
            return redirect("readings")
    shown = {
        "section": "office",
        "choice": CHOICE_OF[name],
        "cites": [cite(key) for key in CHOICE_OF[name].keys],
        "held": holding(office, name, held, today),
        "form": form,
        "ready": ready,
        "problems": list(problems(form)) if form.is_bound else [],
        "trail": list(trail(ReadingSetting.objects.filter(office=code, name=name))),
    }
    return render(request, "desk/office/reading.html", shown)
