"""谁可以打开 — every view states its permission, and a test reads it: a view without one fails."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from yifa.organs.models import Role

View = Callable[..., HttpResponseBase]


class Door(StrEnum):
    """谁可以打开 — what a person must show at the door of a page."""

    PUBLIC = "任何人"
    PETITIONER = "持编号和查询码的信访人"
    STAFF = "工作人员"
    FILE = "可以查看本件的工作人员"


@dataclass(frozen=True, slots=True)
class Permission:
    """权限 — the door of a view, and of staff the roles it is for (none named: all of them)."""

    door: Door
    roles: frozenset[Role] = frozenset()


def stated(view: View, permission: Permission) -> View:
    """Write the permission on the view."""
    view.permission = permission  # type: ignore[attr-defined]
    return view


def public(view: View) -> View:
    """For everybody."""

    @wraps(view)
    def open_to_all(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    return stated(open_to_all, Permission(Door.PUBLIC))
