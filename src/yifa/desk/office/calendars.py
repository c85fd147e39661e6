"""放假安排 — which years are on file, and taking in a new notice: shown before it is filed, settled afterwards."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yifa.desk.access import staff_only
from yifa.desk.office import running
from yifa.law.holidays import Notice, notice_title, read
from yifa.law.workdays import Calendar
from yifa.organs.models import Role, Staff
from yifa.pages.forms import compact, problems
from yifa.records.calendars import calendar, file_notice
from yifa.records.models import ClockRow

MOST = 64 * 1024
"""A year file has a few dozen lines."""


class NoticeForm(forms.Form):
    """放假安排文件 — a year file, uploaded or pasted."""

    file = forms.FileField(label="文件", required=False, help_text="扩展名为 .toml 的年度文件")
    content = forms.CharField(
        label="或者把内容贴在这里",
        required=False,
        strip=False,  # the place of an error is told by its line
        max_length=MOST,
        widget=forms.Textarea({"rows": 8, "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        compact(self)

    def clean(self) -> dict[str, object]:
        """The text, and the notice in it."""
        found: dict[str, object] = super().clean() or {}
        given = found.get("file")
        if given is not None:
            if given.size > MOST:  # type: ignore[attr-defined]
                raise forms.ValidationError("文件太大，不会是放假安排")
            try:
                found["content"] = given.read().decode("utf-8-sig")  # type: ignore[attr-defined]
            except UnicodeDecodeError:
                raise forms.ValidationError("文件不是UTF-8编码的文本") from None
        if not str(found.get("content") or "").strip():
            raise forms.ValidationError("请选择文件，或者把内容贴进来")
        try:
            found["notice"] = read(str(found["content"]))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None
        return found


@dataclass(frozen=True, slots=True)
class Preview:
    """预览 — what filing a notice would change."""

    notice: Notice
    replaces: Notice | None
    changed: list[tuple[date, str, str]]
    """Days of a kind other than before: the day, what it was, what it becomes."""
    provisional: int
    """Provisional last days of that year, settled by it."""
    moved: int
    """Last days taken for certain that fall on a day which changes."""


def preview(content: str, now: Calendar) -> Preview:
    """Compare the calendar with the notice and without."""
    notice, later = read(content), now.with_notice(content)
    replaces = next((one for one in now.notices if (one.year, one.region) == (notice.year, notice.region)), None)
    named = {day for one in (notice, replaces) if one for day, _, _ in one.days}
    differ = [(day, now.describe(day), later.describe(day)) for day in sorted(named)]
    changed = [(day, was, becomes) for day, was, becomes in differ if was != becomes]
    due = ClockRow.objects.filter(due__range=(date(notice.year, 1, 1), date(notice.year, 12, 31)))
    moved = ClockRow.objects.filter(provisional=False, due__in=[day for day, _, _ in changed])
    return Preview(notice, replaces, changed, due.filter(provisional=True).count(), moved.count())


@staff_only(Role.OPERATOR)
def calendars(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """放假安排.  Permission: the operator."""
    form = NoticeForm(request.POST or None, request.FILES or None)
    now = calendar()
    ready = None
    if form.is_bound and form.is_valid():
        content = form.cleaned_data["content"]
        if request.POST.get("do") == "file":
            year = file_notice(content=content, by=staff.user)
            running.start("rebuild")
            messages.success(request, f"{year}年放假安排已归档，正在重新计算有关期限。")
            return redirect("calendars")
        ready = preview(content, now)
    shown = {
        "section": "office",
        "notices": [_line(one) for one in sorted(now.notices, key=lambda one: (-one.year, one.region))],
        "waiting": ClockRow.objects.filter(provisional=True).count(),
        "next": notice_title(max(now.years) + 1),
        "form": form,
        "ready": ready,
        "content": form.cleaned_data.get("content", "") if ready else "",
        "problems": list(problems(form)) if form.is_bound else [],
        "recomputing": running.state("rebuild"),
    }
    return render(request, "desk/office/calendars.html", shown)


def _line(notice: Notice) -> tuple[Notice, int, int]:
    worked = sum(is_worked for _, _, is_worked in notice.days)
    return notice, len(notice.days) - worked, worked
