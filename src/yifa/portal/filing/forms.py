"""填写表单 — one form a page.  Nothing here stands in the way of registering: name, address and telephone may be left out."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from yifa.law.permits.base import MAX_REPRESENTATIVES
from yifa.law.terms import Purpose
from yifa.portal.filing.sheet import Asked, Sheet, Who, lines
from yifa.portal.office import office

MOST_ASKED = 10
"""Claims of one filing; more belong in an attachment or a second filing."""

MOST_PEOPLE = 100_000
ELSEWHERE = "说不清或者不在上面"


class Long(forms.CharField):
    """长文 — says how many characters are too many."""

    def __init__(self, *, most: int, rows: int = 6, **options: Any) -> None:
        self.most = most
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > self.most:
            raise ValidationError(
                f"最多{self.most}字，现在有{len(value)}字；请删去{len(value) - self.most}字，详细材料可以放在附件里"
            )


class What(forms.Form):
    """事情 — what happened."""

    facts = Long(
        label="请把事情说清楚",
        help_text="什么时候、在哪里、发生了什么事，您找过哪些部门、得到什么答复。用平常的话写就行。",
        most=10_000,
        rows=9,
        error_messages={"required": "请写一写发生了什么事；一两句话也可以"},
    )


class Claim(forms.Form):
    """请求 — one thing asked, and what kind of thing it is."""

    text = Long(
        label="您希望怎样解决？",
        help_text="一次写一项，例如「请补发2025年3月至6月的工资」。另外的请求下一页可以再加。",
        most=2_000,
        rows=4,
        error_messages={"required": "请写明您的请求；例如希望哪个部门做什么"},
    )
    purpose = forms.ChoiceField(
        label="这一项属于哪一种？",
        choices=[
            (Purpose.GRIEVANCE.value, "解决我（们）的事，或者对处理不服"),
            (Purpose.SUGGESTION.value, "提建议、意见"),
            (Purpose.ACCUSATION.value, "反映公职人员或者机关违纪、违法、失职（检举控告，密封保管）"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "请选一种；拿不准的选第一种，工作人员会确认"},
    )


class Accused(forms.Form):
    """被反映的人 — so that the material reaches neither them nor whoever serves under them (Art. 30¶3)."""

    accused = Long(
        label="反映的是谁？",
        help_text="一行写一个人或者一个单位。知道姓名的写姓名，不要带职务；不知道姓名的写职务，例如「某某站站长」。",
        most=500,
        rows=3,
        required=False,
    )
    workplace = forms.CharField(
        label="在哪个机关、单位工作？",
        help_text="填了以后，材料不会转到这个机关、单位和它的下属手里。",
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"list": "organs", "autocomplete": "off"}),
    )


class Where(forms.Form):
    """地点和机关."""

    place = forms.ChoiceField(
        label="事情发生在哪里？",
        widget=forms.RadioSelect,
        error_messages={"required": "请选一个；说不清的选最后一项"},
    )
    about = forms.CharField(
        label="涉及哪个机关、单位？",
        help_text="写名称；不知道归谁管的可以不写，由我们判断。",
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"list": "organs", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        here = office()
        places = [*here.towns, here.county] if here else []
        self.fields["place"].choices = [*((one, one) for one in places), (ELSEWHERE, ELSEWHERE)]  # type: ignore[attr-defined]


class WhoFiles(forms.Form):
    """身份 — in whose name."""

    who = forms.ChoiceField(
        label="您怎样提交？",
        choices=[
            (Who.NAMED.value, "用自己的姓名"),
            (Who.JOINT.value, "几个人一起提（联名）"),
            (Who.ANONYMOUS.value, "匿名"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "请选一种"},
    )


DELIVERY = forms.ChoiceField(
    label="文书怎样给您？",
    choices=[("yes", "在网上给我：凭编号和查询码查看、下载"), ("no", "给我纸质的：按住址邮寄或者当面交给我")],
    widget=forms.RadioSelect,
    error_messages={"required": "请选一种"},
)


class Contact(forms.Form):
    """联系方式 — of one who gives a name; only the name is asked for, and anonymity is the way out."""

    name = forms.CharField(
        label="姓名",
        help_text="单位提交的，写单位名称。",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "请填写姓名；不愿意填写的，请回到上一步选「匿名」"},
    )
    contact = forms.CharField(
        label="联系电话",
        help_text="方便承办的人找您核实。",
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    address = forms.CharField(
        label="住址",
        help_text="写了姓名和住址，有关机关就应当书面告知您；不写的，请在网上查看进展。",
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    electronic = DELIVERY


class Joint(Contact):
    """联名 — how many, and who speaks for them."""

    people = forms.CharField(
        label="一共几个人？",
        help_text="包括您自己。每个人都计入人数。",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages={"required": "请填写人数"},
    )
    representatives = Long(
        label="推选的代表",
        help_text=f"一行写一个姓名，包括您自己，最多{MAX_REPRESENTATIVES}人；由代表把办理情况转告大家。",
        most=400,
        rows=5,
        required=False,
    )
    field_order = ["people", "representatives", "name", "contact", "address", "electronic"]

    def clean_people(self) -> int:
        """A whole number of two or more, however it was typed."""
        typed = self.cleaned_data["people"].strip().removesuffix("人")
        if not re.fullmatch(r"\d{1,6}", typed):
            raise ValidationError("人数请写数字，例如 12")
        if not 2 <= int(typed) <= MOST_PEOPLE:  # noqa: PLR2004 - fewer is not joint
            raise ValidationError("联名至少两个人；只有您自己的，请回到上一步选「用自己的姓名」")
        return int(typed)

    def clean_representatives(self) -> list[str]:
        """At most five (Art. 20¶3); the others still count."""
        named = lines(self.cleaned_data["representatives"])
        if len(named) > MAX_REPRESENTATIVES:
            raise ValidationError(
                f"代表最多{MAX_REPRESENTATIVES}人（《信访工作条例》第二十条第三款），现在写了{len(named)}人；其余的人仍计入人数"
            )
        if len(named) > self.cleaned_data.get("people", len(named)):
            raise ValidationError("代表不能比总人数多，请核对")
        return named


class Anonymous(forms.Form):
    """匿名 — nothing is asked but how papers are to be had."""

    electronic = forms.ChoiceField(
        label="有了结果，您愿意凭查询码在网上看吗？",
        choices=[("yes", "愿意：凭编号和查询码查看"), ("no", "不用")],
        widget=forms.RadioSelect,
        error_messages={"required": "请选一项"},
    )


class Privacy(forms.Form):
    """告知 — read, not consented to: handling it is the office's duty (PIPL Arts. 13, 17, 35)."""

    read = forms.BooleanField(
        label="我已经看过以上说明", error_messages={"required": "请看过说明后勾选；这不是同意书，只是确认您已经知道"}
    )


CONTACTS: dict[str, type[forms.Form]] = {Who.NAMED: Contact, Who.JOINT: Joint, Who.ANONYMOUS: Anonymous}


def contact_form(sheet: Sheet) -> type[forms.Form]:
    """The form for the way of filing that was chosen."""
    return CONTACTS.get(sheet.who, Contact)


def held(form: type[forms.Form], target: Sheet | Asked) -> dict[str, str]:
    """What is kept for the fields of a form: what it shows, and what the last check judges."""
    return {name: str(getattr(target, name)) for name in form.base_fields}
