"""按信访程序办理 — the courses of a claim decided by petition procedure (Art. 31(6)) within one organ."""

from datetime import timedelta

from yifa.law.acts import (
    Extend,
    HoldHearing,
    Mediate,
    OfferHelp,
    Reopen,
    Settle,
    StandIn,
    Supplement,
    Transfer,
    Withdraw,
)
from yifa.law.terms import Capacity, Evidence, HelpKind, Outcome, Track
from yifa.site.demo.draft import Draft
from yifa.site.demo.histories.steps import (
    close,
    happy_end,
    opine,
    outcome,
    report_back,
    send,
    serve,
    show_resolved,
    take_up,
    tell,
    unhappy_end,
)
from yifa.site.demo.organs import OFFICE, head_of
from yifa.site.demo.people import chance, person_name
from yifa.site.demo.texts import Matter

REOPENED = 2026
"""From when on what was withdrawn is taken up again now and then: the figures of the years before are told as they were."""


def opened(d: Draft, organ: str = "") -> Matter:
    """Registered and classified."""
    m = d.pick(Track.C6, organ)
    known = d.brief or d.rng.random() < 0.5
    d.register(m, track=known)
    if not known:
        d.classify(m)
    return m


def resolved(d: Draft) -> None:
    """Answered, and resolved at once."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    take_up(d, m)
    result = outcome(d)
    opine(d, m, result)
    happy_end(d, m, result)


def unresolved(d: Draft) -> None:
    """Answered, and not resolved."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    take_up(d, m)
    opine(d, m, d.rng.choice((Outcome.EXPLAIN, Outcome.REJECT)))
    unhappy_end(d)


def came_back(d: Draft) -> None:
    """Answered and held to be resolved; the petitioner comes again all the same."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    take_up(d, m)
    result = outcome(d)
    opine(d, m, result)
    happy_end(d, m, result)
    last = d.until or d.day + timedelta(days=30)
    day = min(last, d.day + timedelta(days=d.rng.randint(5, 40)))
    d.attach(max(day, d.day), d.channel)


def mediated(d: Draft) -> None:
    """Both sides agree before the organ; once it took two attempts."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    if d.rng.random() < 0.25:
        d.then(
            Mediate,
            (3, 9),
            by=m.organ,
            petitioner_consents=True,
            other_party=m.other,
            other_party_consents=True,
            agreed=False,
        )
    d.answer(
        Mediate,
        (4, 20),
        by=m.organ,
        petitioner_consents=True,
        other_party=m.other,
        other_party_consents=True,
        agreed=True,
        agreement=f"双方就「{m.ask}」达成调解协议，{m.other}于三十日内履行。",
    )
    happy_end(d, m, None, Evidence.AGREEMENT)


def settled(d: Draft) -> None:
    """The parties settle by themselves."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    d.answer(
        Settle,
        (6, 24),
        by=m.organ,
        other_party=m.other,
        voluntary=True,
        agreement=f"双方自愿和解：{m.other}一次性履行。",
    )
    happy_end(d, m, None, Evidence.AGREEMENT)


def extended(d: Draft) -> None:
    """More days are needed; the petitioner is told why."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    take_up(d, m)
    d.then(
        Extend,
        (15, 28),
        by=m.organ,
        days=d.rng.choice((15, 20, 30)),
        reason="涉及多年资料核对和现场勘测，六十日内不能查清",
        approved_by=head_of(m.organ),
    )
    serve(d, m.organ, paper="D22", gap=(0, 1))
    result = outcome(d)
    opine(d, m, result, gap=(8, 24))
    happy_end(d, m, result)


def heard(d: Draft) -> None:
    """A hearing is held before the opinion."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    take_up(d, m)
    d.then(
        HoldHearing, (3, 10), by=m.organ, days=1, conclusion="听证员合议：事实基本清楚，建议责任单位按政策予以解决。"
    )
    result = outcome(d)
    opine(d, m, result, gap=(3, 12))
    happy_end(d, m, result)


def assigned(d: Draft) -> None:
    """Assigned with a day for its report."""
    m = opened(d)
    send(d, m, assigned=d.rng.randint(75, 88))
    tell(d, m)
    take_up(d, m)
    result = outcome(d)
    opine(d, m, result)
    report_back(d, m.organ)
    happy_end(d, m, result)


def helped(d: Draft) -> None:
    """The petitioner is in hardship: help is offered with consent."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    kind, to = d.rng.choice(
        (
            (HelpKind.SOCIAL, "SF-MZJ"),
            (HelpKind.SOCIAL, "SF-MZJ"),
            (HelpKind.LEGAL_AID, "SF-SFJ"),
            (HelpKind.JUDICIAL, "SF-FY"),
        )
    )
    d.then(OfferHelp, (0, 4), by=OFFICE, kind=kind, to=to, consent=True, note="经信访人同意，协助准备申请材料。")
    d.then(
        StandIn,
        (0, 2),
        by=m.organ,
        who=person_name(chance("guardian", d.key)),
        capacity=Capacity.GUARDIAN,
        credential="户口簿、村民委员会证明",
    )
    take_up(d, m)
    result = outcome(d)
    opine(d, m, result)
    happy_end(d, m, result)


def supplemented(d: Draft) -> None:
    """The petitioner brings further papers while it is handled."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    d.by_petitioner(Supplement, (1, 5), text="补充合同复印件和转账记录。")
    take_up(d, m)
    result = outcome(d)
    opine(d, m, result)
    happy_end(d, m, result)


def withdrawn(d: Draft) -> None:
    """The petitioner takes it back, some while it is handled; and now and then thinks better of it."""
    d.fixed = True
    m = opened(d)
    d.then(Transfer, (0, 6), by=OFFICE, to=m.organ, summary=m.ask)
    told = d.rng.random() < 0.6
    if told:
        tell(d, m)
    d.by_petitioner(Withdraw, (2, 6), statement="问题已经自行解决，自愿撤回。")
    if d.received.year >= REOPENED and chance("reopened", d.key).random() < 0.5:
        d.by_petitioner(Reopen, (5, 12), statement="答应的事没有做到，请接着办。")
        if not told:
            tell(d, m, gap=(0, 2))
        take_up(d, m)
        opine(d, m, Outcome.EXPLAIN)


def agreed_after_opinion(d: Draft) -> None:
    """Explained, accepted, signed."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    take_up(d, m)
    opine(d, m, Outcome.EXPLAIN)
    show_resolved(d, Evidence.PLEDGE)
    close(d)
