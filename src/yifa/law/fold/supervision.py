"""监督与帮扶 — what supervision, recommendations, lead officials, help and ratings leave in the file."""

from yifa.law.acts.supervision import (
    AnswerRecommendation,
    AnswerSupervision,
    AppointLead,
    Correct,
    FollowUp,
    OfferHelp,
    Rate,
    Recommend,
    Supervise,
    TakeConferenceMeasure,
    Terminate,
)
from yifa.law.fold.base import conclude, does, only
from yifa.law.petition import Petition


@does(Supervise)
def supervise(petition: Petition, act: Supervise) -> None:
    """Waits for the organ's answer."""
    petition.supervisions.append(act)


@does(AnswerSupervision)
def answer_supervision(petition: Petition, act: AnswerSupervision) -> None:
    """Answered."""
    petition.supervisions = [one for one in petition.supervisions if one.to != act.by]


@does(Recommend)
def recommend(petition: Petition, act: Recommend) -> None:
    """Waits for the organ's answer, without a set day."""
    petition.recommendations.append(act)


@does(AnswerRecommendation)
def answer_recommendation(petition: Petition, act: AnswerRecommendation) -> None:
    """Answered."""
    petition.recommendations = [one for one in petition.recommendations if (one.to, one.kind) != (act.by, act.kind)]


@does(TakeConferenceMeasure)
def take_conference_measure(_petition: Petition, _act: TakeConferenceMeasure) -> None:
    """On record."""


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
