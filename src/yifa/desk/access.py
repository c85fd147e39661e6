"""Who is at the desk: every view of staff passes here and is given the person, and the file where it speaks of one."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from yifa.organs.models import Role, Staff
from yifa.organs.permissions import visible
from yifa.pages.access import Door, Permission, View, stated
from yifa.records.models import PetitionRecord

PASSWORD = "password"  # noqa: S105 - the name of an address
"""The one page that opens to who still has the initial password."""


def staff_only(*roles: Role) -> Callable[[View], View]:
    """For persons of the staff in service, of these roles or any; the view is given `staff`."""
    return lambda view: stated(_guarded(view, frozenset(roles)), Permission(Door.STAFF, frozenset(roles)))


def file_only(*roles: Role) -> Callable[[View], View]:
    """For staff who may see the petition in the address (`number`); the view is given `staff` and `record`.

    A file that may not be seen is answered as one that does not exist.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def with_record(request: HttpRequest, number: str, *args: Any, staff: Staff, **kwargs: Any) -> HttpResponseBase:
            record = PetitionRecord.objects.filter(visible(staff), number=number).first()
            if record is None:
                raise Http404
            return view(request, *args, staff=staff, record=record, **kwargs)

        return stated(_guarded(with_record, frozenset(roles)), Permission(Door.FILE, frozenset(roles)))

    return guard


def _guarded(view: View, roles: frozenset[Role]) -> View:
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        staff = Staff.objects.select_related("organ", "user").filter(user_id=request.user.pk or 0, active=True).first()
        if staff is None or (roles and roles.isdisjoint(staff.roles)):
            raise PermissionDenied
        request.staff = staff  # type: ignore[attr-defined]  # for the navigation
        if staff.initial and request.resolver_match and request.resolver_match.url_name != PASSWORD:
            return redirect(PASSWORD)
        return view(request, *args, staff=staff, **kwargs)

    return guarded
