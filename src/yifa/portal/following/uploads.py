"""随附材料 — files chosen on a form: kept at once, so that a refusal loses none; bound when the act is done."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from yifa.records import attachments
from yifa.records.models import Attachment

PREFIX = "my-"
"""Before the key of the form: no form can name the draft of a filing."""

LIFE = timedelta(days=1)
SWEPT = 50


def take(request: HttpRequest, key: str) -> list[str]:
    """收下 — drop what was ticked to be left out, keep what was chosen; what could not be kept, in words."""
    for one in held(key).filter(pk__in=_ticked(request)):
        attachments.drop(one)
    wrong = []
    for file in request.FILES.getlist("files"):
        try:
            attachments.keep(file, draft=PREFIX + key)
        except ValidationError as error:
            wrong += error.messages
    if request.FILES:
        sweep()
    return wrong


def held(key: str) -> QuerySet[Attachment]:
    """What is kept for this form."""
    return Attachment.objects.filter(draft=PREFIX + key, petition=None)


def bind(key: str, seq: int, petition: object) -> None:
    """归卷 — they become the petition's, with the act they came with."""
    held(key).update(petition=petition, draft="", seq=seq)


def sweep() -> int:
    """过期清理 — what was chosen on forms that were never handed in; how many went."""
    left = Attachment.objects.filter(draft__startswith=PREFIX, petition=None, added_at__lt=timezone.now() - LIFE)
    expired = list(left[:SWEPT])
    for one in expired:
        attachments.drop(one)
    return len(expired)


def _ticked(request: HttpRequest) -> list[str]:
    return [one for one in request.POST.getlist("drop") if len(one) == 36]  # noqa: PLR2004 - a UUID as written
