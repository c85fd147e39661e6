"""中文写法 — dates, numbers and clocks as Chinese pages write them: `{% load zh %}`."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from yifa.law.workdays import Due
from yifa.pages.chips import days_left
from yifa.records.provisional import marked

register = template.Library()


@register.filter
def day(value: date | datetime | None) -> str:
    """2025年8月4日; nothing for no day."""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return f"{value.year}年{value.month}月{value.day}日" if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """2025年8月4日 9:05."""
    return f"{day(value)} {timezone.localtime(value):%-H:%M}" if value else ""


@register.filter
def count(value: int) -> str:
    """12,345."""
    return f"{value:,}"


@register.filter
def time_of(value: date | None) -> SafeString | str:
    """A day as a `<time>` element."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), day(value)) if value else ""


@register.simple_tag
def last_day(due: date | Due | None, provisional: bool = False) -> str:  # noqa: FBT001, FBT002 - as a template gives it
    """A last day with its mark: 2027年3月1日（暂定）."""
    if isinstance(due, Due):
        return marked(day(due.day), provisional=due.provisional)
    return marked(day(due), provisional=provisional)


@register.simple_tag
def due_chip(due: date | Due | None, today: date, provisional: bool = False) -> SafeString | str:  # noqa: FBT001, FBT002
    """The chip of a last day that has not been met: 还有3日, 今日到期, 逾期2日, with the day on hover and focus."""
    if isinstance(due, Due):
        return due_chip(due.day, today, due.provisional)
    if due is None:
        return ""
    text, urgency = days_left((due - today).days, provisional=provisional)
    return format_html(
        '<span class="chip" data-urgency="{}" title="法定末日 {}">{}</span>',
        urgency,
        marked(day(due), provisional=provisional),
        marked(text, provisional=provisional),
    )
