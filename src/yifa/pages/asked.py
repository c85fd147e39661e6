"""反馈哪一项 — what was asked of the own organ and waits for its answer, to be chosen by its number in the file."""

from collections.abc import Iterator
from typing import Any

from django import forms

from yifa.law.acts import (
    Act,
    AnswerRecommendation,
    AnswerSupervision,
    Enforce,
    OrderRemedy,
    Recommend,
    ReportExecution,
    ReportRemedy,
    Supervise,
    TakeConferenceMeasure,
)
from yifa.law.answers import Asked
from yifa.law.fold.supervision import waiting
from yifa.law.organs import Organs
from yifa.law.petition import Petition
from yifa.pages.templatetags.zh import day

ANSWERS: dict[type[Act], tuple[type[Act], ...]] = {
    AnswerSupervision: (Supervise,),
    AnswerRecommendation: (Recommend,),
    ReportRemedy: (OrderRemedy, TakeConferenceMeasure),
    ReportExecution: (Enforce,),
}
"""What each answer answers."""

SHOWN = 40
"""So much of what was found tells which it is."""


def waiting_for(kind: type[Act], petition: Petition | None, organ: str) -> list[Asked]:
    """What such an answer of that organ may answer, oldest first."""
    if petition is None:
        return []
    if kind is ReportExecution:
        opinions = [claim.opinion for claim in petition.claims.values() if claim.opinion and claim.handling_by(organ)]
        return [order for opinion in opinions for order in opinion.orders if order.open]
    return waiting(petition, organ, ANSWERS[kind]) if kind in ANSWERS else []


def asked_field(found: list[Asked], organs: Organs, said: dict[str, Any]) -> forms.Field | None:
    """Which of them is answered: the only one is chosen beforehand, of several one must be; of none nothing is asked."""
    if not found:
        return None
    return forms.TypedChoiceField(
        choices=list(_choices(found, organs)),
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect(),
        error_messages={"required": f"请选择{said['label']}"},
        **{**said, "required": len(found) > 1, "help_text": "" if len(found) > 1 else said["help_text"]},
    )


def _choices(found: list[Asked], organs: Organs) -> Iterator[tuple[int, str]]:
    for one in found:
        act = one.act
        facts: str = getattr(act, "facts", "") or getattr(act, "reason", "") or organs.name(one.to)
        told = facts[:SHOWN] + ("…" if len(facts) > SHOWN else "")
        yield one.number, f"第{one.number + 1}项　{day(act.on)}　{organs.name(act.by)}{_called(act)}：{told}"


def _called(act: Act) -> str:
    match act:
        case Recommend():
            return f"{act.term}（{act.kind}）"
        case TakeConferenceMeasure():
            return act.kind
    return act.term
