"""草稿的存取 — found by a signed cookie that outlives the browser; a closed tab or a lost connection loses nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from yifa.portal.filing.sheet import Sheet, dump, load
from yifa.portal.models import LIFE, Draft
from yifa.records import attachments
from yifa.records.models import Attachment

COOKIE = "draft"
SALT = "yifa.portal.draft"
SWEPT = 20
"""Expired drafts deleted whenever one is begun: more than can have been begun meanwhile."""


class GoneError(Exception):
    """The draft was filed, discarded or has expired while its writer looked at a page of it."""


def key_of(request: HttpRequest) -> UUID | None:
    """The key in the browser's cookie, whatever has become of the draft."""
    written = request.get_signed_cookie(COOKIE, "", salt=SALT, max_age=int(LIFE.total_seconds()))
    return UUID(written) if written else None


def of(request: HttpRequest) -> Draft | None:
    """The draft of this browser, if there is one that has not expired."""
    key = key_of(request)
    return Draft.objects.filter(pk=key, touched_at__gt=timezone.now() - LIFE).first() if key else None


def sheet_of(request: HttpRequest) -> Sheet | None:
    """What stands in it."""
    draft = of(request)
    return load(draft.content) if draft else None


def begin() -> Draft:
    """A new, empty draft; what has expired goes."""
    sweep()
    return Draft.objects.create()


def remember(response: HttpResponse, draft: Draft) -> None:
    """Give the browser the key; it lasts as long as the draft does after its last change."""
    response.set_signed_cookie(
        COOKIE,
        draft.pk.hex,
        salt=SALT,
        max_age=int(LIFE.total_seconds()),
        httponly=True,
        samesite="Lax",
        secure=settings.HTTPS,
    )


def forget(response: HttpResponse) -> None:
    """Take the key back."""
    response.delete_cookie(COOKIE, samesite="Lax")


@contextmanager
def changing(draft: Draft) -> Iterator[Sheet]:
    """Change what stands in it: read anew under lock, so that a page saved in the background takes nothing back."""
    with transaction.atomic():
        held = Draft.objects.select_for_update().filter(pk=draft.pk).first()
        if held is None:
            raise GoneError
        sheet = load(held.content)
        yield sheet
        draft.content, draft.touched_at = dump(sheet), timezone.now()
        draft.save(update_fields=["content", "touched_at"])


def discard(draft: Draft) -> None:
    """放弃 — the draft goes, and its attachments with it."""
    for one in Attachment.objects.filter(draft=str(draft.pk), petition=None):
        attachments.drop(one)
    draft.delete()


def sweep() -> int:
    """过期清理 — drafts that were left alone for `LIFE`; how many went."""
    expired = list(Draft.objects.filter(touched_at__lte=timezone.now() - LIFE).order_by("touched_at")[:SWEPT])
    for draft in expired:
        discard(draft)
    return len(expired)
