"""填写 — the forms of the following side; the fields of each are the fields of its act."""

import unicodedata
from typing import Any

from django import forms

from yifa.law.claim import Claim
from yifa.law.petition import Petition
from yifa.law.terms import Score
from yifa.portal.filing.forms import Long
from yifa.portal.following.offers import reviewers

MOST = 5_000
"""Characters of one explanation; more belongs in a file."""


class Follow(forms.Form):
    """查询 — the number and the code of the receipt, however they were typed."""

    number = forms.CharField(
        label="信访事项编号",
        help_text="回执上写着，如 SF-XFJ-2025-000001。",
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "请填写编号；回执、告知书上都有"},
    )
    code = forms.CharField(
        label="查询码",
        help_text="登记时给您的12位字母和数字。大小写、中间的短横都不要紧。",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": "请填写查询码"},
    )

    def clean_number(self) -> str:
        """Without spaces, in half width, in capitals as it was given."""
        return "".join(unicodedata.normalize("NFKC", self.cleaned_data["number"]).split())

    def clean_code(self) -> str:
        """In half width; the rest `query_codes.find` sees to."""
        return unicodedata.normalize("NFKC", self.cleaned_data["code"])


class Act(forms.Form):
    """行为 — a form whose fields are filled into an act of one claim."""

    papers = False
    """Whether papers may come with it."""

    def __init__(self, *args: Any, petition: Petition, claim: Claim, **options: Any) -> None:
        super().__init__(*args, **options)
        self.petition, self.claim = petition, claim


class Supplement(Act):
    """补充材料."""

    papers = True
    text = Long(
        label="补充什么",
        help_text="写清楚新的情况；回答询问的，先写明是回答哪一个问题。只交材料的，写一句是什么材料。",
        most=MOST,
        rows=7,
        error_messages={"required": "请写一句补充的内容；例如「补交2024年的土地承包合同」"},
    )


class Withdraw(Act):
    """撤回."""

    statement = Long(
        label="撤回的原因",
        help_text="按您自己的意思写，例如「问题已经解决」「我要改走仲裁」。",
        most=MOST,
        rows=4,
        error_messages={"required": "请用一句话写明撤回的意思"},
    )


class Reopen(Act):
    """恢复办理."""

    statement = Long(
        label="为什么恢复",
        help_text="写一句就可以，例如「答应的事没有办」「仲裁没有受理」。",
        most=MOST,
        rows=4,
        error_messages={"required": "请用一句话写明要求恢复办理的意思"},
    )


class Review(Act):
    """请求复查、复核."""

    papers = True
    slug = "review"
    to = forms.ChoiceField(
        label="向哪个机关提出",
        widget=forms.RadioSelect,
        error_messages={"required": "请选一个机关"},
    )
    grounds = Long(
        label="哪里不服，理由是什么",
        help_text="一条一条写：原来的意见哪里与事实不符，哪里没有回答，您要求怎样。",
        most=MOST,
        rows=9,
        error_messages={"required": "请写明哪里不服；一两句话也可以"},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        above = reviewers(self.petition, self.claim, self.slug)
        to: Any = self.fields["to"]
        to.choices = [(one, self.petition.organs.name(one)) for one in above]
        to.initial = above[0] if len(above) == 1 else None
        to.help_text = "下面都是上一级机关，选一个。" if len(above) > 1 else "这就是上一级机关。"


class FinalReview(Review):
    """请求复核."""

    slug = "final-review"


class Rate(Act):
    """评价."""

    score = forms.ChoiceField(
        label="您满意吗",
        choices=[(one.value, one.value) for one in Score],
        widget=forms.RadioSelect,
        error_messages={"required": "请选一项"},
    )
    reason = Long(label="说说为什么", most=MOST, rows=4, required=False)

    def clean_score(self) -> Score:
        """As the act takes it."""
        return Score(self.cleaned_data["score"])


FORMS: dict[str, type[Act]] = {
    "supplement": Supplement,
    "withdraw": Withdraw,
    "reopen": Reopen,
    "review": Review,
    "final-review": FinalReview,
    "rate-office": Rate,
    "rate-organ": Rate,
}
"""The form of each doing."""
