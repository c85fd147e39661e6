"""Who is at the desk: every view of staff passes here and is given the person."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from yifa.organs.models import Staff

View = Callable[..., HttpResponse]


def staff_only(view: View) -> View:
    """For persons of the staff in service; the view is given `staff`."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        staff = Staff.objects.select_related("organ", "user").filter(user_id=request.user.pk or 0, active=True).first()
        if staff is None:
            raise PermissionDenied
        return view(request, *args, staff=staff, **kwargs)

    return guarded
