"""监督与帮扶 — supervision of officials, recommendations, lead officials, help, the petitioner's rating, corrections."""

from datetime import date

from yifa.law.acts.base import Act, act
from yifa.law.grounds import RemedyGround
from yifa.law.terms import (
    Adoption,
    ConferenceMeasureKind,
    HelpKind,
    LeadLevel,
    Mover,
    RatedBody,
    Recommendation,
    Score,
    SupervisionGround,
)


@act("督办", "40.1", Mover.OFFICE)
class Supervise(Act):
    """督办 — an organ breaks the rules of handling: it is told so, given a day, and advised how to improve."""

    to: str
    ground: SupervisionGround
    facts: str
    advice: str
    due: date | None = None
    claim: str = ""


@act("反馈督办", "40.1", Mover.ADDRESSEE)
class AnswerSupervision(Act):
    """反馈督办 — what the supervised organ has done.  `of` is the number of the Supervise in the file, the first act being 0."""

    answer: str
    of: int | None = None


@act("提出建议", "40", Mover.OFFICE)
class Recommend(Act):
    """提出建议 — to improve work, complete policy, or hold to account (Art. 40¶1–3)."""

    kind: Recommendation
    to: str
    facts: str
    text: str


@act("反馈建议采纳情况", "40.4", Mover.ADDRESSEE)
class AnswerRecommendation(Act):
    """反馈建议采纳情况 — in writing; no number of days is set.  `of` is the number of the Recommend in the file."""

    kind: Recommendation
    adoption: Adoption
    answer: str
    of: int | None = None


@act("联席会议措施", "39.3", Mover.CONFERENCE)
class TakeConferenceMeasure(Act):
    """联席会议措施 — interview, circular, listed supervision or an order to remedy, by the joint conference."""

    kind: ConferenceMeasureKind
    to: str
    reason: str
    due: date | None = None


@act("责令改正", "45", Mover.DECIDER)
class OrderRemedy(Act):
    """责令改正 — a superior orders an organ to put right what it left undone or did wrongly (Arts. 43–45), by `due` if it sets a day."""

    to: str
    ground: RemedyGround
    facts: str
    order: str
    due: date | None = None
    claim: str = ""


@act("反馈整改情况", "45", Mover.ADDRESSEE)
class ReportRemedy(Act):
    """反馈整改情况 — an order to put right, or a measure of the joint conference, was carried out: `of` is its number in the file."""

    report: str
    of: int | None = None


@act("包案", "18.2", Mover.DECIDER)
class AppointLead(Act):
    """包案 — an official answers for this petition: level, post, duty and day; the petitioner may see it."""

    level: LeadLevel
    official: str
    post: str
    duty: str
    due: date | None = None


@act("救助", "37.2", Mover.HOLDER)
class OfferHelp(Act):
    """救助 — a petitioner in real hardship is told of, or helped to apply for, assistance; with consent."""

    kind: HelpKind
    to: str
    consent: bool
    note: str = ""


@act("评价", "21.2", Mover.PETITIONER)
class Rate(Act):
    """评价 — the petitioner rates the petition office or the organ, each apart, once."""

    of: RatedBody
    score: Score
    reason: str = ""
    claim: str = ""


@act("回访", "37.3", Mover.HOLDER)
class FollowUp(Act):
    """回访 — the petitioner is asked afterwards whether the matter stands as told; practice, not required."""

    note: str
    claim: str = ""


@act("依法终结", "37.3", Mover.JUSTICE)
class Terminate(Act):
    """依法终结 — a litigation-related matter is ended by the political-legal organ under its own law."""

    document: str
    claim: str = ""


@act("更正", "22.1", Mover.DECIDER)
class Correct(Act):
    """更正 — an act on record was wrong: `right` stands in its place, or nothing where it should not have been recorded.

    `target` is the act's number in the file, the first being 0.  The wrong act stays on record.
    """

    target: int
    reason: str
    right: Act | None = None
