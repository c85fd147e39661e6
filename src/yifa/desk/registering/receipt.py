"""受理凭证 — the slip handed over: number, query code, what happens by when; and the seal of an accusation."""

from typing import Any

import segno
from django import forms
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from yifa.desk.registering.saving import Filed
from yifa.law import limits
from yifa.law.acts import ReportUrgent, TransferSealed
from yifa.law.articles import cite
from yifa.law.clocks import clocks
from yifa.law.petition import Petition
from yifa.law.readings import Readings
from yifa.law.terms import OrganKind, Track
from yifa.organs.models import Staff
from yifa.organs.roles import may_do
from yifa.pages.pickers import organs_near
from yifa.records import query_codes
from yifa.records.calendars import calendar
from yifa.records.models import PetitionRecord
from yifa.records.perform import perform
from yifa.records.readings import readings_of


class SealForm(forms.Form):
    """密封转送 — to a discipline organ that is neither accused nor under the accused, to a named person."""

    to = forms.ChoiceField(label="纪检监察机关", error_messages={"required": "请选择有管理权限的纪检监察机关"})
    recipient = forms.CharField(label="收件人", max_length=60, error_messages={"required": "密封材料应当写明收件人"})
    envelope = forms.CharField(label="密封件编号", max_length=60, error_messages={"required": "请填写密封件编号"})

    def __init__(self, staff: Staff, petition: Petition, *args: Any) -> None:
        super().__init__(*args)
        self.petition = petition
        organs, barred = petition.organs, petition.organs.barred(petition.accused)
        choices = [
            (one.value, one.name)
            for one in organs_near(staff.organ_id)
            if organs.kind(one.value) is OrganKind.DISCIPLINE and one.value not in barred
        ]
        self.fields["to"].choices = [("", "请选择"), *choices]
        self.claims = tuple(
            claim.id
            for claim in petition.claims.values()
            if claim.track is Track.B and claim.open_dispatch and claim.waits_at(staff.organ_id)
        )


def seal(record: PetitionRecord, form: SealForm, staff: Staff) -> None:
    """密封转纪检监察; raises `NotPermitted`."""
    act = TransferSealed(
        on=timezone.localdate(), by=staff.organ_id, officer=staff.name, claims=form.claims, **form.cleaned_data
    )
    perform(act=act, number=record.number, user=staff.user, expected=record.length)


COOKIE, SALT = "register-receipt", "yifa.desk.receipt"
SHOWN = 60 * 60
"""Seconds for which the slip can be shown again in the same browser, until the next sheet is opened."""


def hand_over(response: HttpResponse, filed: Filed) -> None:
    """Give the browser what the slip shows; the server keeps no code."""
    held = signing.dumps([filed.number, filed.code, filed.joined], salt=SALT)
    response.set_cookie(COOKIE, held, path=reverse("register"), httponly=True, samesite="Lax", secure=settings.HTTPS)


def _handed_over(request: HttpRequest, number: str) -> tuple[str, bool]:
    """The code and whether the receipt joined the petition; nothing once another code was issued."""
    try:
        of, code, joined = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=SHOWN)
    except signing.BadSignature:
        return "", False
    return (code if query_codes.find(of, code) else "", joined) if of == number else ("", False)


def receipt_of(request: HttpRequest, record: PetitionRecord, staff: Staff, form: SealForm) -> dict[str, Any]:
    """What the page shows."""
    petition = form.petition
    code, joined = _handed_over(request, record.number)
    follow = request.build_absolute_uri(f"{reverse('follow')}?number={record.number}")
    return {
        "section": "register",
        "record": record,
        "office": petition.organs.name(record.home),
        "code": code,
        "joined": joined,
        "qr": qr(follow),
        "steps": _steps(petition, readings_of(record.home)),
        "reachable": petition.reachable,
        "urgent": record.urgent and not any(isinstance(one, ReportUrgent) for one in petition.acts),
        "urgent_basis": ReportUrgent.basis,
        "seal_basis": cite("30.3"),
        "form": form if form.claims and may_do(staff, TransferSealed) else None,
    }


def qr(address: str) -> SafeString:
    """二维码 — drawn in the page, without a network."""
    drawn = segno.make(address, error="m").svg_inline(border=2, omitsize=True, svgclass="qr")
    return mark_safe(drawn)  # noqa: S308 - made here from our own address


def _steps(petition: Petition, readings: Readings) -> list[dict[str, Any]]:
    """What happens next by which day, each limit once: the earliest of the claims."""
    found: dict[str, Any] = {}
    for clock in clocks(petition, None, calendar(), readings):
        if not (clock.met or clock.ended or clock.right) and clock.limit.id not in found:
            found[clock.limit.id] = {
                "clock": clock,
                "by": petition.organs.name(clock.owed_by),
                "sends": clock.limit is limits.DISPATCH,
            }
    if petition.reachable and limits.DISPATCH.id in found:
        found[limits.DISPATCH.id]["then"] = limits.NOTICE
    return list(found.values())
