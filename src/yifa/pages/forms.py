"""表单 — how every form of ours is drawn: label, hint, error, control, in that order."""

from collections.abc import Iterator
from typing import Any

from django.forms import BaseForm
from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """表单样式 — Django's forms with our templates."""

    form_template_name = "pages/_form.html"
    field_template_name = "pages/_field.html"


def problems(form: BaseForm) -> Iterator[dict[str, Any]]:
    """What `pages/_problem.html` lists: every error of a form, each leading to its field."""
    for error in form.non_field_errors():
        yield {"text": error}
    for field in form:
        for error in field.errors:
            yield {"text": error, "field": field.id_for_label or field.auto_id}


def compact(form: BaseForm) -> None:
    """Draw a form of which nearly everything may be left out: that is not said at every field, and hints stand below."""
    for field in form.fields.values():
        field.template_name = "pages/_cell.html"  # type: ignore[attr-defined]  # the stubs lag behind Django 5
