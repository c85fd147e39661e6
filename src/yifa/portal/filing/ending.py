"""提交信访的最后几页 — attachments, check your answers, the receipt."""

from typing import cast

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from yifa.law.articles import cite
from yifa.pages.access import public
from yifa.portal import drafts
from yifa.portal.filing import receipts
from yifa.portal.filing.handing import hand_in
from yifa.portal.filing.sheet import Sheet, load
from yifa.portal.filing.steps import address_of, missing
from yifa.portal.filing.views import around
from yifa.portal.models import Draft
from yifa.portal.office import office
from yifa.portal.throttle import Purpose, admit, turned_away
from yifa.records import attachments
from yifa.records.models import Attachment
from yifa.records.perform import NotPermitted


@public
def files(request: HttpRequest) -> HttpResponse:
    """附件: add, list, remove.  Permission: everybody; of one's own draft."""
    draft = drafts.of(request)
    if draft is None:
        return redirect("file")
    wrong: list[str] = []
    if request.method == "POST":
        if until := admit(request, Purpose.UPLOAD):
            return turned_away(request, Purpose.UPLOAD, until)
        wrong = _remove(request, draft) if "remove" in request.POST else _keep(request, draft)
        if not wrong:
            return redirect(request.get_full_path())
    sheet = load(draft.content)
    said = {
        "files": _held(draft),
        "problems": [{"text": one, "field": "files"} for one in wrong],
        "accept": attachments.ACCEPT,
        "kinds": attachments.SAID,
        "most": attachments.MOST_FILES,
        "megabytes": attachments.MOST_BYTES // attachments.MEGABYTE,
    }
    page = around(request, sheet, "附件", "附件", address_of("contact", sheet))
    return render(request, "portal/filing/files.html", page | said)


@public
def check(request: HttpRequest) -> HttpResponse:
    """确认: everything that was written, each with its 修改; then it is handed in.  Permission: everybody; of one's own draft."""
    if request.method == "POST":
        return _handed_in(request)
    draft = drafts.of(request)
    return _checked(request, draft) if draft else redirect("file")


@public
def receipt(request: HttpRequest) -> HttpResponse:
    """回执: number and code, shown to the browser that filed, for an hour.  Permission: everybody; by its signed cookie."""
    if request.method == "POST":
        home = redirect("portal-home")
        receipts.take_back(home)
        return home
    said = {
        "section": "file",
        "receipt": receipts.receipt_of(request),
        "office": office(),
        "notice": cite("23.3"),
        "today": timezone.localdate(),
    }
    page = render(request, "portal/filing/receipt.html", said)
    page["Cache-Control"] = "no-store"
    return page


def _handed_in(request: HttpRequest) -> HttpResponse:
    key, here = drafts.key_of(request), office()
    if key is None or here is None:
        return redirect("file")
    if until := admit(request, Purpose.FILING):
        return turned_away(request, Purpose.FILING, until)
    draft = drafts.of(request)
    if draft and any(missing(load(draft.content))):
        return _checked(request, draft, refused=True)
    try:
        filed = hand_in(key, here)
    except NotPermitted as refused:
        assert draft is not None
        found = [{"text": one.reason, "basis": one.basis} for one in refused.refusals]
        return _checked(request, draft, refusals=found)
    if filed is None:
        return redirect("file")
    page = redirect("file-receipt")
    receipts.hand_over(page, filed)
    drafts.forget(page)
    return page


def _checked(
    request: HttpRequest, draft: Draft, *, refused: bool = False, refusals: list[dict[str, object]] | None = None
) -> HttpResponse:
    sheet: Sheet = load(draft.content)
    lacking = list(missing(sheet))
    said = {
        "lacking": lacking,
        "refused": refused,
        "problems": refusals or [],
        "files": _held(draft),
        "basis": cite("22.1"),
    }
    page = around(request, sheet, "请核对后提交", "确认", address_of("privacy", sheet))
    return render(request, "portal/filing/check.html", page | said)


def _held(draft: Draft) -> list[Attachment]:
    return list(Attachment.objects.filter(draft=str(draft.pk), petition=None))


def _keep(request: HttpRequest, draft: Draft) -> list[str]:
    """Take in what was sent; what cannot be kept is said file by file, the others are kept."""
    sent = [*request.FILES.getlist("files"), *request.FILES.getlist("photo")]
    if not sent:
        return ["请先选择文件，再按「上传」"]
    wrong = []
    for file in sent:
        try:
            attachments.keep(cast("UploadedFile[bytes]", file), draft=str(draft.pk))
        except ValidationError as error:
            wrong += error.messages
    return wrong


def _remove(request: HttpRequest, draft: Draft) -> list[str]:
    for one in _held(draft):
        if str(one.pk) == request.POST["remove"]:
            attachments.drop(one)
    return []
