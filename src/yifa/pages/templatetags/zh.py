"""中文写法 — dates, numbers and clocks as Chinese pages write them: `{% load zh %}`."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from yifa.pages.chips import days_left

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
def due_chip(due: date | None, today: date) -> SafeString | str:
    """The chip of a last day that has not been met: 还有3日, 今日到期, 逾期2日, with the day on hover and focus."""
    if due is None:
        return ""
    text, urgency = days_left((due - today).days)
    return format_html('<span class="chip" data-urgency="{}" title="法定末日 {}">{}</span>', urgency, day(due), text)
