"""归卷 — a sheet becomes a petition, or a repeat receipt of an earlier one, once."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from yifa.desk.registering import draft
from yifa.desk.registering.form import Sheet, parts
from yifa.organs.models import Staff
from yifa.records import attachments, query_codes
from yifa.records.models import Idempotency, QueryCode
from yifa.records.perform import perform
from yifa.screening.duplicates import Likely, likely

MATCH = "match"
SAME = "同一信访人，请求和事实与本件相同"
"""What is proposed as the reason for joining a receipt to a petition."""


@dataclass(frozen=True, slots=True)
class Choice:
    """取舍 — what the registrar says of the petitions offered: new, new but related, or the same."""

    kind: str = ""
    number: str = ""
    same: str = SAME

    @classmethod
    def read(cls, held: Mapping[str, str]) -> "Choice":
        """As the sheet has it: `new`, `related:编号` or `same:编号`."""
        kind, _, number = held.get(MATCH, "").partition(":")
        return cls(kind, number, held.get("same", SAME))

    @property
    def value(self) -> str:
        """As it is sent."""
        return f"{self.kind}:{self.number}" if self.number else self.kind


def found_likely(sheet: Sheet) -> list[Likely]:
    """The petitions this sheet may repeat, whatever of it is typed so far."""
    sheet.form.is_valid()
    typed = sheet.form.cleaned_data
    names = () if typed.get("anonymous") else (*parts(typed.get("names", "")), *parts(typed.get("representatives", "")))
    return likely(
        sheet.staff,
        names=names,
        contact=typed.get("contact", ""),
        address=typed.get("address", ""),
        claims=[row.said for row in sheet.claims if row.is_valid() or "text" in row.cleaned_data],
    )


def choose(offered: list[Likely], choice: Choice) -> str:
    """What is still to be said; nothing where no earlier petition stands in question."""
    numbers = {one.record.number for one in offered}
    if choice.number and choice.number not in numbers:
        return "所选的信访事项已不在疑似重复之列，请重新选择"
    if offered and not choice.kind:
        return f"有{len(offered)}件疑似重复的信访事项：请选择挂接，或者另行登记"
    return ""


@dataclass(frozen=True, slots=True)
class Filed:
    """已登记 — the petition, and what the slip says: the code just issued, and whether the receipt joined an earlier one."""

    number: str
    code: str
    joined: bool


def file(request: HttpRequest, sheet: Sheet, choice: Choice, staff: Staff) -> Filed:
    """Do it once, however often it is sent; raises `NotPermitted` with the draft untouched."""
    key, folder, today = request.POST.get("key", "")[:80], request.POST.get("folder", ""), timezone.localdate()
    joined = choice.kind == "same"
    if joined:
        record = perform(act=sheet.attach(today, choice.same), number=choice.number, user=staff.user, key=key)
    else:
        record = perform(act=sheet.register(today, choice.number), user=staff.user, key=key)
    seq = Idempotency.objects.get(key=key).seq if key else record.length - 1
    attachments.bind(folder, record, seq)
    issued = QueryCode.objects.filter(petition=record).exists()
    code = "" if issued else query_codes.issue(record, staff.user)
    draft.clear(request)
    draft.remember(request, sheet.form.cleaned_data["channel"], sheet.form.cleaned_data["received"])
    return Filed(record.number, code, joined)
