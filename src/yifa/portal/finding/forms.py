"""问询的表单 — one question, one form; what is answered goes into the draft as `law.interview.read_answers` takes it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from yifa.law.interview import QUESTIONS, AnswerKind, Option, Question
from yifa.portal.filing.sheet import Answer
from yifa.portal.finding.words import SITUATIONS, STILL_TO_COME, said

NONE = "none"
UNKNOWN = "unknown"
"""What is posted where a question has no answer."""


class Situations(forms.Form):
    """您的情况 — the law's ten questions in one: what is ticked is answered yes, the rest no."""

    which = forms.MultipleChoiceField(
        label="下面哪些说的是您的情况？",
        help_text="可以选几项。",
        choices=[*SITUATIONS.items(), (NONE, "以上都不是，或者说不清")],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少选一项；都不是或者说不清的，选最后一项"},
    )

    def clean_which(self) -> list[str]:
        """Nothing, or something; not both."""
        chosen: list[str] = self.cleaned_data["which"]
        if NONE in chosen and len(chosen) > 1:
            raise ValidationError("已经选了具体情况的，请不要再选「以上都不是」")
        return chosen

    def answers(self) -> dict[str, Answer]:
        """Yes or no to each."""
        return {top.id: top.id in self.cleaned_data["which"] for top in QUESTIONS}


def form_for(question: Question, answers: Mapping[str, Answer], typed: Any = None) -> forms.Form:
    """The form of one question; the answer of last time stands in it."""
    form = forms.Form(typed, initial={"answer": _shown(question, answers)})
    form.fields["answer"] = _field(question)
    return form


def answer_of(question: Question, form: forms.Form) -> Answer | None:
    """What was answered; None where the person cannot tell."""
    value = form.cleaned_data["answer"]
    match question.kind:
        case AnswerKind.YES_NO:
            return None if value == UNKNOWN else bool(value == "yes")
        case AnswerKind.DATE:
            return str(value.isoformat())
        case AnswerKind.ONE:
            return None if value == UNKNOWN else str(value)
        case _:
            return None if UNKNOWN in value else list(value)


def _shown(question: Question, answers: Mapping[str, Answer]) -> Any:
    held = answers.get(question.id)
    return {True: "yes", False: "no"}[held] if isinstance(held, bool) else held


def _field(question: Question) -> forms.Field:
    label = said(question)
    match question.kind:
        case AnswerKind.YES_NO:
            choices = [("yes", "是"), ("no", "不是"), (UNKNOWN, "不清楚")]
            return forms.ChoiceField(
                label=label, choices=choices, widget=forms.RadioSelect, error_messages={"required": "请选一项"}
            )
        case AnswerKind.DATE:
            return _Day(question, label)
        case AnswerKind.ONE:
            return forms.ChoiceField(
                label=label,
                choices=[*_choices(question.options), (UNKNOWN, "说不清")],
                widget=forms.RadioSelect,
                error_messages={"required": "请选一项"},
            )
        case _:
            return _Some(
                label=label,
                help_text="可以选几项。",
                choices=[*_choices(question.options), (UNKNOWN, "都不是，或者说不清")],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": "请至少选一项；都不是或者说不清的，选最后一项"},
            )


def _choices(options: tuple[Option, ...]) -> list[tuple[str, str]]:
    return [(one.id, one.text) for one in options]


class _Some(forms.MultipleChoiceField):
    """Several, or "cannot tell"; not both."""

    def clean(self, value: Any) -> Any:
        chosen = super().clean(value)
        if UNKNOWN in chosen and len(chosen) > 1:
            raise ValidationError("已经选了具体一项的，请不要再选「都不是」")
        return chosen


class _Day(forms.DateField):
    """A day; most of them cannot lie ahead."""

    def __init__(self, question: Question, label: str) -> None:
        self.may_come = question.day in STILL_TO_COME
        super().__init__(
            label=label,
            help_text="看文书上的日期、签收单或者短信记录；记不准的，写最早可能的那一天。",
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d", "%Y年%m月%d日", "%Y.%m.%d", "%Y/%m/%d"],
            error_messages={
                "required": "请填写日期；不记得的，按「跳过」",
                "invalid": "日期应当像 2026-03-01 这样写",
            },
        )

    def clean(self, value: Any) -> Any:
        day = super().clean(value)
        if day > timezone.localdate() and not self.may_come:
            raise ValidationError("日期不能晚于今天")
        if day.year < 1949:  # noqa: PLR2004 - the law we know begins there
            raise ValidationError("请核对年份")
        return day
