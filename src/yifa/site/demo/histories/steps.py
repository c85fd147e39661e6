"""环节 — the steps that most courses share: dispatch, notice, handling, opinion, the end."""

from datetime import timedelta

from yifa.law.acts import (
    Accept,
    Assign,
    Close,
    Enforce,
    FollowUp,
    HandlingOpinion,
    Investigate,
    Notify,
    Rate,
    ReportBack,
    ReportExecution,
    Resolve,
    Serve,
    SignFor,
    TakeStatement,
    Transfer,
)
from yifa.law.terms import Channel, Evidence, Method, Outcome, RatedBody, Score
from yifa.site.demo.draft import Draft
from yifa.site.demo.organs import OFFICE
from yifa.site.demo.texts import OPINION, PLEDGES, PROCEDURE, PROOFS, STATEMENTS, Matter

SATISFIED = (Score.SATISFIED, Score.SATISFIED, Score.SATISFIED, Score.FAIRLY)


def send(d: Draft, m: Matter, *, to: str = "", assigned: int = 0, gap: tuple[int, int] = (0, 7)) -> None:
    """To the organ with authority; `assigned`: with so many days to report back."""
    to = to or m.organ
    if assigned:
        day = d.day + timedelta(days=assigned)
        d.then(Assign, gap, by=OFFICE, to=to, due=day, summary=m.ask)
    else:
        d.then(Transfer, gap, by=OFFICE, to=to, summary=m.ask)
    if not d.brief and d.rng.random() < 0.35:
        d.then(SignFor, (0, 2), by=to)


def tell(d: Draft, m: Matter, *, by: str = "", gap: tuple[int, int] = (2, 8)) -> None:
    """The organ tells the petitioner what it received and how it goes on."""
    d.then(Notify, gap, by=by or m.organ, procedure=PROCEDURE[m.track])


def take_up(d: Draft, m: Matter, *, by: str = "") -> None:
    """Accepted, heard, looked into."""
    by = by or m.organ
    if not d.brief and d.rng.random() < 0.6:
        d.then(Accept, (0, 2), by=by)
    d.then(TakeStatement, (2, 10), by=by, statement=d.rng.choice(STATEMENTS))
    d.then(Investigate, (2, 12), by=by, findings=m.found)


def opine(d: Draft, m: Matter, outcome: Outcome, *, by: str = "", gap: tuple[int, int] = (3, 18)) -> None:
    """The written opinion, served."""
    by = by or m.organ
    d.answer(
        HandlingOpinion,
        gap,
        by=by,
        outcome=outcome,
        request=m.ask,
        facts=m.facts,
        opinion=OPINION[outcome],
        basis_text=m.basis,
    )
    serve(d, by, paper="D27")


def serve(d: Draft, by: str, *, paper: str, gap: tuple[int, int] = (0, 3)) -> None:
    """It has reached the petitioner."""
    rng = d.rng
    if d.channel is Channel.ONLINE:
        method = Method.ELECTRONIC
    else:
        method = rng.choice((Method.DIRECT, Method.DIRECT, Method.POST))
    proof = rng.choice(PROOFS).format(n=rng.randint(1000, 9999))
    d.then(Serve, gap, by=by, method=method, proof=proof, paper=paper, receiver=d.who.names[0])


def carry_out(d: Draft, m: Matter, *, by: str = "", gap: tuple[int, int] = (5, 20)) -> None:
    """What was supported is done."""
    by = by or m.organ
    d.then(Enforce, by=by, to=by)
    d.then(ReportExecution, gap, by=by, done=True, report="已按处理意见落实，信访人现场确认。")


def rate(d: Draft, organ: Score | None, office: Score | None = None) -> None:
    """The petitioner's word on organ and office."""
    if office:
        d.by_petitioner(Rate, (0, 3), of=RatedBody.OFFICE, score=office)
    if organ:
        reason = "没有解决实际问题" if organ is Score.DISSATISFIED else ""
        d.by_petitioner(Rate, (0, 3), of=RatedBody.ORGAN, score=organ, reason=reason)


def show_resolved(d: Draft, evidence: Evidence) -> None:
    """Resolved, by evidence on record."""
    note = d.rng.choice(PLEDGES) if evidence is Evidence.PLEDGE else ""
    d.then(Resolve, (0, 4), by=OFFICE, evidence=evidence, note=note)
    d.resolved.add(d.claim or "1")


def close(d: Draft) -> None:
    """The file is closed, where all of it is answered."""
    if d.rng.random() < (0.2 if d.brief else 0.75):
        d.then(Close, (0, 5), by=OFFICE)


def happy_end(d: Draft, m: Matter, outcome: Outcome | None, evidence: Evidence | None = None) -> None:
    """Rated or not, shown to be resolved, closed."""
    rng = d.rng
    rated = rng.random() < (0.2 if d.brief else 0.5)
    if outcome is Outcome.SUPPORT:
        carry_out(d, m)
        evidence = evidence or Evidence.EXECUTED
    if rated:
        office = Score.DISSATISFIED if rng.random() < 0.03 else rng.choice(SATISFIED)
        rate(d, rng.choice(SATISFIED), office if rng.random() < 0.8 else None)
        evidence = evidence or Evidence.RATING
    show_resolved(d, evidence or Evidence.PLEDGE)
    if not d.claim:
        close(d)


def unhappy_end(d: Draft) -> None:
    """Answered, and not shown to be resolved."""
    if d.rng.random() < 0.5:
        rate(d, Score.DISSATISFIED, d.rng.choice(SATISFIED))
    if d.rng.random() < 0.3:
        d.then(FollowUp, (3, 10), by=OFFICE, note="电话回访：信访人对处理结果仍有意见，已告知复查权利。")


def outcome(d: Draft) -> Outcome:
    """Mostly for the petitioner, or with an explanation."""
    return d.rng.choice((Outcome.SUPPORT,) * 5 + (Outcome.EXPLAIN,) * 4 + (Outcome.REJECT,))


def report_back(d: Draft, by: str) -> None:
    """What was assigned is reported."""
    d.then(ReportBack, (0, 3), by=by, report="已办结，处理意见书已送达信访人，附办理材料。")
