"""登记表 — the fields of a registration, and of each thing asked, as they are typed."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.http import QueryDict

from yifa.law.acts import Attach, Register, Request
from yifa.law.organs import Organs
from yifa.law.terms import Channel, Level, Track
from yifa.organs.directory import directory
from yifa.organs.models import Staff
from yifa.pages.forms import compact
from yifa.pages.pickers import BETWEEN, NameField, organs_near, places_near
from yifa.screening.categories import used_categories

ORAL = frozenset({Channel.VISIT, Channel.PHONE})
"""By word of mouth: written down by the registrar, and read back (Art. 19¶1)."""

UNKNOWN = "不详"
"""What stands for an accused nobody named."""


def parts(text: str) -> tuple[str, ...]:
    """Names written one after the other, each once."""
    return tuple(dict.fromkeys(one.strip() for one in BETWEEN.split(text) if one.strip()))


class RegisterForm(forms.Form):
    """登记表 — who, when, how; what is asked stands in `ClaimForm`."""

    channel = forms.ChoiceField(
        label="信访形式",
        choices=[(one.value, one.value) for one in Channel],
        widget=forms.RadioSelect({"class": "inline"}),
    )
    received = forms.DateField(
        label="收到日期",
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        error_messages={"invalid": "收到日期请写成 2026-01-31 的样子", "required": "请填写收到日期"},
    )
    names = forms.CharField(label="姓名（名称）", required=False, help_text="多人用顿号隔开；没有署名的可以不填")
    contact = forms.CharField(label="联系方式", required=False, max_length=100)
    address = forms.CharField(label="住址", required=False, max_length=200)
    anonymous = forms.BooleanField(label="匿名：不要求署名，照常登记", required=False)
    people = forms.IntegerField(
        label="人数",
        initial=1,
        min_value=1,
        max_value=100_000,
        error_messages={"invalid": "人数请填整数", "required": "请填写人数", "min_value": "人数至少为1"},
    )
    representatives = forms.CharField(
        label="代表", required=False, help_text="来访的推选不超过五人，其余的人计入人数；一批来访登记一件"
    )
    place = NameField(label="问题属地")
    urgent = forms.BooleanField(label="重大、紧急：登记后立即报告", required=False)
    read_back = forms.ChoiceField(
        label="记录宣读核对",
        required=False,
        choices=[("yes", "已向信访人宣读或者交其核对，无误"), ("no", "未能核对：信访人已离开或者已挂断")],
        widget=forms.RadioSelect,
    )
    level = forms.ChoiceField(
        label="首次登记的层级", choices=[(one.value, one.value) for one in Level], help_text="上级转来的，选上级的层级"
    )
    facts = forms.CharField(label="事实", required=False, widget=forms.Textarea({"rows": 2}))
    reasons = forms.CharField(label="理由", required=False, widget=forms.Textarea({"rows": 2}))
    earlier = forms.CharField(label="有关联的信访事项编号", required=False, max_length=60)
    electronic = forms.BooleanField(label="同意电子送达文书", required=False)

    def __init__(self, *args: Any, staff: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        compact(self)
        place: NameField = self.fields["place"]  # type: ignore[assignment]
        place.offer(places_near(staff.organ_id), "places")

    def clean(self) -> dict[str, Any]:
        """What was told by word of mouth is read back, or it is said why not."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("channel") in ORAL and not found.get("read_back"):
            self.add_error(
                "read_back", "口头提出的如实记录后应当向信访人宣读或者交其核对；做不到的，选「未能核对」照常登记"
            )
        return found


class ClaimForm(forms.Form):
    """诉求 — one thing asked; the category and track are a suggestion, the screener decides."""

    text = forms.CharField(
        label="请求", required=False, widget=forms.Textarea({"rows": 3}), help_text="一项一框，照信访人的意思写"
    )
    category = forms.CharField(label="内容分类", required=False, max_length=120)
    about = NameField(label="被投诉的机关", several=True)
    track = forms.TypedChoiceField(
        label="类别",
        required=False,
        coerce=Track,
        empty_value=None,
        choices=[("", "由法规科确定"), *((one.value, f"{one.value} {one.term}") for one in Track)],
    )
    accused = NameField(
        label="被检举控告人",
        several=True,
        help_text="机关或者个人；材料随即密封，只有您和指定的人能看。不清楚的写「不详」",
    )

    def __init__(self, *args: Any, staff: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        compact(self)
        self.fields["category"].widget.attrs |= {"list": "categories", "autocomplete": "off"}
        for name in ("about", "accused"):
            field: NameField = self.fields[name]  # type: ignore[assignment]
            field.offer(organs_near(staff.organ_id), "organs")

    def clean(self) -> dict[str, Any]:
        """An accusation names whom it accuses, or says that nobody knows."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("track") is Track.B and not found.get("accused"):
            self.add_error("accused", f"检举控告请写明被检举控告的机关或者个人；信中没有写的，填「{UNKNOWN}」")
        if found.get("accused") and found.get("track") is not Track.B:
            self.add_error("track", "写了被检举控告人的，类别请选「B 检举控告」；不是检举控告的，请把那一栏清空")
        if any(found.get(name) for name in ("category", "about", "track", "accused")) and not self.said:
            self.add_error("text", "请写明请求的内容")
        return found

    @property
    def said(self) -> str:
        """What is asked."""
        text: str = self.cleaned_data.get("text", "")
        return text.strip()

    @property
    def request(self) -> Request:
        """As the act has it."""
        found = self.cleaned_data
        return Request(
            text=self.said,
            category=found["category"].strip(),
            track=found["track"],
            about=found["about"],
            accused=found["accused"],
        )


class Sheet:
    """登记表 — both kinds of form together, bound to what was sent or begun with a draft."""

    def __init__(self, staff: Staff, data: QueryDict | None = None, begun: Mapping[str, Any] | None = None) -> None:
        self.staff = staff
        held = data if data is not None else begun or {}
        count = max(1, sum(f"c{place}-text" in held for place in range(len(held))))
        self.form = RegisterForm(data, initial=_plain(begun), staff=staff)
        self.claims = [self.row(place, staff, data, begun) for place in range(count)]
        self.organs, self.places = organs_near(staff.organ_id), places_near(staff.organ_id)

    @cached_property
    def categories(self) -> list[str]:
        """What the sheet offers; asked only where it is drawn."""
        return used_categories(self.staff.organ_id)

    @staticmethod
    def row(
        place: int, staff: Staff, data: QueryDict | None = None, begun: Mapping[str, Any] | None = None
    ) -> ClaimForm:
        """One claim's fields."""
        prefix = f"c{place}"
        held = {name.removeprefix(f"{prefix}-"): value for name, value in _plain(begun).items()}
        return ClaimForm(data, prefix=prefix, initial=held, staff=staff)

    @property
    def asked(self) -> list[ClaimForm]:
        """The rows that say something; the first one where none does."""
        return [row for row in self.claims if row.is_valid() and row.said]

    def is_valid(self) -> bool:
        """Whether everything can be read; what is asked must be said, and an accusation must not lock other claims in."""
        fine = all([self.form.is_valid(), *(row.is_valid() for row in self.claims)])
        if fine and not self.asked:
            self.claims[0].add_error("text", "请写明信访人的请求；口头提出的如实记录")
        elif fine and self._locks_others_in(directory()):
            self.form.add_error(
                None,
                "有一项检举控告的对象是本机关或者本机关的上级：登记后本机关谁也不能再打开本件。"
                "请把它单独登记一件，其他请求另登一件，那些请求才能继续办理",
            )
        return not self.form.errors and not any(row.errors for row in self.claims)

    def _locks_others_in(self, organs: Organs) -> bool:
        accused = [row for row in self.asked if row.cleaned_data["accused"]]
        barred = any(self.staff.organ_id in organs.barred(row.cleaned_data["accused"]) for row in accused)
        return barred and len(accused) < len(self.asked)

    def register(self, on: date, earlier: str = "") -> Register:
        """登记 — the act."""
        found, names = self.form.cleaned_data, parts(self.form.cleaned_data["names"])
        representatives = parts(found["representatives"])
        return Register(
            on=on,
            by=self.staff.organ_id,
            officer=self.staff.name,
            channel=Channel(found["channel"]),
            requests=tuple(row.request for row in self.asked),
            received=found["received"],
            level=Level(found["level"]),
            names=() if found["anonymous"] else names,
            address=found["address"].strip(),
            contact=found["contact"].strip(),
            anonymous=found["anonymous"],
            people=max(found["people"], len(names), len(representatives)),
            representatives=representatives,
            facts=found["facts"].strip(),
            reasons=found["reasons"].strip(),
            place=found["place"],
            urgent=found["urgent"],
            electronic=found["electronic"],
            read_back=found["read_back"] == "yes",
            earlier=earlier or found["earlier"].strip(),
        )

    def attach(self, on: date, same: str) -> Attach:
        """挂接 — the same receipt as a repeat of an earlier petition."""
        whole = self.register(on)
        return Attach(
            on=on,
            by=whole.by,
            officer=whole.officer,
            channel=whole.channel,
            same=same,
            received=whole.received,
            level=whole.level,
            people=whole.people,
            representatives=whole.representatives,
            read_back=whole.read_back,
            text="；".join(one.text for one in whole.requests),
        )


def _plain(begun: Mapping[str, Any] | None) -> dict[str, Any]:
    return {name: begun[name] for name in begun} if begun is not None else {}
