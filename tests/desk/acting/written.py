"""How a form is filled in so that it says a given act: what a person would choose and write."""

from dataclasses import fields

from yifa.law.acts import Correct, Request


def written(form, act):
    """The data that the form must be sent to record `act`."""
    data = {}
    for bound in form:
        if bound.name in {"way", "officer"}:
            continue
        _write(data, bound.html_name, getattr(act, bound.name))
    if form.rows:
        data[form.rows_name] = str(len(act.requests))
        for number, request in enumerate(act.requests):
            for field in fields(Request):
                _write(data, f"{form.add_prefix(f'requests-{number}')}-{field.name}", getattr(request, field.name))
    if isinstance(act, Correct):
        data |= {"target": str(act.target), "way": "replace" if act.right else "void"}
        if act.right:
            data |= written(form.right, act.right) | {"right-officer": act.right.officer}
    return data


def _write(data, name, value):
    if isinstance(value, bool):
        if value:
            data[name] = "on"
    elif isinstance(value, tuple):
        data[name] = list(value) if name.endswith("claims") or name == "to" else "\n".join(value)
    elif value is not None:
        data[name] = value.isoformat() if hasattr(value, "isoformat") else str(value)
