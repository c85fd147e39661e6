"""不成的理由 — what the directory or a model says against an entry, at the field it is about."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone


def tell(form: forms.BaseForm, error: ValidationError) -> None:
    """Enter the reasons into the form."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, reasons in error.error_dict.items():
        form.add_error(name if name in form.fields else None, reasons)


class PastDay(forms.DateField):
    """日期 — of something that has taken effect: no day still to come."""

    def __init__(self, **kwargs: object) -> None:
        widget = forms.DateInput({"type": "date"}, "%Y-%m-%d")
        said = {"invalid": "日期请写成 2026-01-31 的样子", "required": "请填写日期"}
        super().__init__(widget=widget, error_messages=said, initial=timezone.localdate, **kwargs)  # type: ignore[arg-type]

    def clean(self, value: object) -> object:
        """As above."""
        day = super().clean(value)
        if day and day > timezone.localdate():
            raise ValidationError("还没有到这一天；生效以后再登记")
        return day
