"""交来核对的报告 — pasted or uploaded; what was read is kept in the form."""

from collections.abc import Iterable
from typing import Any

from django import forms

from yifa.exchange import InputError
from yifa.yearbook.checking.reading import MOST_BYTES, MOST_TEXT, read


class ReportForm(forms.Form):
    """报告 — a file, or the text itself; with a year, its figures are compared with the office's own."""

    file = forms.FileField(
        label="上传报告",
        required=False,
        help_text=f".docx、.pdf、.txt、.md，不超过{MOST_BYTES // 1_000_000} MB；文件只用来核对，不保存",
        widget=forms.ClearableFileInput({"accept": ".docx,.pdf,.txt,.md"}),
    )
    text = forms.CharField(
        label="或者把文字贴在这里",
        required=False,
        max_length=MOST_TEXT,
        strip=False,
        widget=forms.Textarea({"rows": 10, "spellcheck": "false"}),
    )
    year = forms.TypedChoiceField(
        label="与本单位案卷核对",
        required=False,
        coerce=int,
        empty_value=None,
        help_text="逐个比较报告中的数字与该年度指标",
    )

    def __init__(self, *args: Any, years: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields["year"].choices = [("", "不核对"), *((one, f"{one}年") for one in years)]  # type: ignore[attr-defined]

    def clean_file(self) -> str:
        """The text of the file; empty where there is none."""
        given = self.cleaned_data["file"]
        if not given:
            return ""
        try:
            return read(given.file, given.name, given.size)
        except InputError as error:
            raise forms.ValidationError(str(error)) from None

    def clean(self) -> dict[str, Any]:
        """The text to check, with plain ends of lines."""
        found: dict[str, Any] = super().clean() or {}
        text = str(found.get("file") or found.get("text") or "").replace("\r\n", "\n")
        if not text.strip() and not self.errors:
            raise forms.ValidationError("请选择一个文件，或者把报告的文字贴进来")
        found["text"] = text
        return found
