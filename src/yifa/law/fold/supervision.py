"""监督与帮扶 — what supervision, recommendations, lead officials, help and ratings leave in the file."""

from yifa.law.acts.base import Act
from yifa.law.acts.supervision import (
    AnswerRecommendation,
    AnswerSupervision,
    AppointLead,
    Correct,
    FollowUp,
    OfferHelp,
    OrderRemedy,
    Rate,
    Recommend,
    ReportRemedy,
    Supervise,
    TakeConferenceMeasure,
    Terminate,
)
from yifa.law.answers import Asked
from yifa.law.fold.base import conclude, does, only
from yifa.law.petition import Petition
from yifa.law.terms import ConferenceMeasureKind


def _ask(petition: Petition, act: Act, to: str) -> None:
    petition.asked.append(Asked(petition.number, act, to))


def waiting(petition: Petition, by: str, kinds: tuple[type[Act], ...], of: int | None = None) -> list[Asked]:
    """What of these kinds was asked of an organ and waits for its answer: the one at place `of`, or all."""
    return [
        one
        for one in petition.asked
        if one.to == by and isinstance(one.act, kinds) and one.open and of in {None, one.number}
    ]


@does(Supervise)
def supervise(petition: Petition, act: Supervise) -> None:
    """Waits for the organ's answer."""
    _ask(petition, act, act.to)


@does(AnswerSupervision)
def answer_supervision(petition: Petition, act: AnswerSupervision) -> None:
    """Answered: the one it names; an answer that names none, as older records have it, answers all."""
    for one in waiting(petition, act.by, (Supervise,), act.of):
        one.answered = act.on


@does(Recommend)
def recommend(petition: Petition, act: Recommend) -> None:
    """Waits for the organ's answer, without a set day."""
    _ask(petition, act, act.to)


@does(AnswerRecommendation)
def answer_recommendation(petition: Petition, act: AnswerRecommendation) -> None:
    """Answered, as far as it is of that kind."""
    for one in waiting(petition, act.by, (Recommend,), act.of):
        if isinstance(one.act, Recommend) and one.act.kind is act.kind:
            one.answered = act.on


@does(TakeConferenceMeasure)
def take_conference_measure(petition: Petition, act: TakeConferenceMeasure) -> None:
    """Waits for a report where it sets a day or orders to remedy; an interview or a circular asks for none."""
    if act.due or act.kind is ConferenceMeasureKind.ORDER_REMEDY:
        _ask(petition, act, act.to)


@does(OrderRemedy)
def order_remedy(petition: Petition, act: OrderRemedy) -> None:
    """Waits for the organ's report."""
    _ask(petition, act, act.to)


@does(ReportRemedy)
def report_remedy(petition: Petition, act: ReportRemedy) -> None:
    """Reported."""
    for one in waiting(petition, act.by, (TakeConferenceMeasure, OrderRemedy), act.of):
        one.answered = act.on


@does(AppointLead)
def appoint_lead(petition: Petition, act: AppointLead) -> None:
    """An official answers for the petition; a later one of the same level takes over."""
    petition.leads = [one for one in petition.leads if one.level is not act.level] + [act]


@does(OfferHelp)
def offer_help(_petition: Petition, _act: OfferHelp) -> None:
    """On record."""


@does(Rate)
def rate(petition: Petition, act: Rate) -> None:
    """The petitioner's word, once each."""
    petition.ratings[act.of, act.claim] = act.score


@does(FollowUp)
def follow_up(_petition: Petition, _act: FollowUp) -> None:
    """On record."""


@does(Terminate)
def terminate(petition: Petition, act: Terminate) -> None:
    """The litigation-related claim is ended under its own law."""
    conclude(only(petition, act.claim), act)


@does(Correct)
def correct(petition: Petition, act: Correct) -> None:
    """Never called: `replay` puts the right act in its place beforehand."""
    raise AssertionError(petition, act)
