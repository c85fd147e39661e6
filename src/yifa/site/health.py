"""运行状况 — whether the server and its database answer."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from yifa.pages.access import public


@public
@require_safe
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django hands it over
    """运行状况 — 200 if the database answers, else 503; open to all, and tells nothing more."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("数据库无响应\n", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("正常\n", content_type="text/plain; charset=utf-8")
