"""安全响应头 — what a page of ours may load, and what it may ask of the browser."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Everything comes from ourselves; nothing inline, no plug-ins, no frames.
POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
# Design: no location of petitioners, so no page may ask for one.
PERMISSIONS = "camera=(), geolocation=(), microphone=()"


def content_security_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """内容安全策略 — sets both headers on every answer that has none."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    return answer
