"""链条 — a petition by petition procedure whose every step stands on a day that is given."""

from datetime import date, timedelta

from yifa.law.acts import (
    Accept,
    FinalReviewOpinion,
    HandlingOpinion,
    Investigate,
    Notify,
    RequestFinalReview,
    RequestReview,
    ReviewOpinion,
    Serve,
    TakeStatement,
    Transfer,
)
from yifa.law.terms import Channel, Method, Outcome, ReviewOutcome, Track
from yifa.site.demo.days import DAY, on_or_before
from yifa.site.demo.draft import Draft
from yifa.site.demo.organs import CITY_GOVERNMENT, GOVERNMENT, OFFICE
from yifa.site.demo.people import chance
from yifa.site.demo.texts import OPINION, PROCEDURE, STATEMENTS, Matter


class Chain:
    """链条 — one petition, step by step."""

    def __init__(self, key: str, first: date, channel: Channel = Channel.VISIT) -> None:
        self.draft = Draft(key=key, rng=chance(key), received=first, channel=channel)
        self.matter: Matter = self.draft.pick(Track.C6)
        self.draft.register(self.matter)

    @property
    def organ(self) -> str:
        """Who handles it."""
        return self.matter.organ

    def sent(self, on: date) -> "Chain":
        """Transferred."""
        self.draft.then(Transfer, by=OFFICE, on=on, to=self.organ, summary=self.matter.ask)
        return self

    def told(self, on: date, accepted: date | None = None) -> "Chain":
        """Told, and accepted on that day or another."""
        self.draft.then(Notify, by=self.organ, on=on, procedure=PROCEDURE[Track.C6])
        self.draft.then(Accept, by=self.organ, on=accepted or on)
        return self

    def heard(self, on: date) -> "Chain":
        """Heard and looked into."""
        self.draft.then(TakeStatement, by=self.organ, on=on, statement=STATEMENTS[0])
        self.draft.then(Investigate, by=self.organ, on=on, findings=self.matter.found)
        return self

    def decided(self, on: date) -> "Chain":
        """The opinion is written."""
        m = self.matter
        self.draft.then(
            HandlingOpinion,
            by=m.organ,
            on=on,
            outcome=Outcome.REJECT,
            request=m.ask,
            facts=m.facts,
            opinion=OPINION[Outcome.REJECT],
            basis_text=m.basis,
        )
        return self

    def served(self, on: date, by: str = "", paper: str = "D27") -> "Chain":
        """A paper has arrived."""
        self.draft.then(
            Serve, by=by or self.organ, on=on, method=Method.DIRECT, proof="信访人签收，回证存卷", paper=paper
        )
        return self

    def answered(self, served: date) -> "Chain":
        """All the way from dispatch to the service of the opinion on that day."""
        first = self.draft.acts[0].on
        span = (served - first).days
        steps = [on_or_before(first + timedelta(days=span * part // 100)) for part in (10, 25, 60, 95)]
        sent, told, heard, decided = (max(step, first) for step in steps)
        return self.sent(sent).told(told).heard(heard).decided(decided).served(served)

    def review_asked(self, on: date) -> "Chain":
        """A review is requested of the government."""
        self.draft.by_petitioner(RequestReview, on=on, to=GOVERNMENT, grounds="认为事实没有查清。")
        return self

    def reviewed(self, on: date) -> "Chain":
        """The review opinion is written."""
        self.draft.then(
            ReviewOpinion,
            by=GOVERNMENT,
            on=on,
            outcome=ReviewOutcome.UPHOLD,
            facts="查阅原案卷并听取双方意见。",
            opinion="维持原处理意见。",
            basis_text="《信访工作条例》第三十五条",
        )
        return self

    def final_asked(self, on: date) -> "Chain":
        """A final review is requested of the city's government."""
        self.draft.by_petitioner(RequestFinalReview, on=on, to=CITY_GOVERNMENT, grounds="不服复查意见。")
        return self

    def finally_reviewed(self, on: date) -> "Chain":
        """The final opinion is written."""
        self.draft.then(
            FinalReviewOpinion,
            by=CITY_GOVERNMENT,
            on=on,
            outcome=ReviewOutcome.UPHOLD,
            facts="复核查明的事实与复查意见一致。",
            opinion="维持复查意见。",
            basis_text="《信访工作条例》第三十六条",
        )
        return self


def back(day: date, days: int) -> date:
    """So many days before, or the last worked one before that."""
    return on_or_before(day - days * DAY)
