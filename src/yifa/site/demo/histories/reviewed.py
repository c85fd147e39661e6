"""复查、复核 — an opinion is taken to the organs above, and what follows (Arts. 35, 36)."""

from datetime import timedelta

from yifa.law.acts import (
    Bar,
    FinalReviewOpinion,
    HoldHearing,
    Investigate,
    PublishFinalReview,
    RequestFinalReview,
    RequestReview,
    ReviewOpinion,
    TakeStatement,
)
from yifa.law.terms import Channel, Evidence, Outcome, ReviewOutcome
from yifa.site.demo.draft import Draft
from yifa.site.demo.histories.handled import opened
from yifa.site.demo.histories.steps import close, opine, send, serve, show_resolved, take_up, tell
from yifa.site.demo.organs import CITY_ABOVE, CITY_GOVERNMENT, GOVERNMENT, OFFICE
from yifa.site.demo.texts import Matter

BASIS = "《信访工作条例》第三十五条"
FINAL_BASIS = "《信访工作条例》第三十六条"


def answered(d: Draft) -> Matter:
    """An opinion the petitioner will not accept."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    take_up(d, m)
    opine(d, m, d.rng.choice((Outcome.EXPLAIN, Outcome.REJECT)))
    return m


def review(d: Draft, m: Matter, result: ReviewOutcome) -> str:
    """Asked for within thirty days, answered within thirty more; who reviewed."""
    above = CITY_ABOVE.get(m.organ, GOVERNMENT) if d.rng.random() < 0.4 else GOVERNMENT
    d.by_petitioner(RequestReview, (4, 24), to=above, grounds="认为事实没有查清，政策依据没有讲明。")
    redo = result is ReviewOutcome.REDO
    d.then(
        ReviewOpinion,
        (12, 26),
        by=above,
        outcome=result,
        facts="复查查阅原案卷并听取双方意见，事实与原处理意见" + ("有出入。" if redo else "一致。"),
        opinion="责令原办理单位补充调查、重新处理。" if redo else f"对原处理意见予以{result}。",
        basis_text=BASIS,
        **({"redo_by": d.day + timedelta(days=60)} if redo else {}),
    )
    serve(d, above, paper="D33")
    return above


def upheld(d: Draft) -> None:
    """Reviewed, and upheld."""
    m = answered(d)
    review(d, m, ReviewOutcome.UPHOLD)
    close(d)


def changed(d: Draft) -> None:
    """Reviewed, and changed or revoked."""
    m = answered(d)
    review(d, m, d.rng.choice((ReviewOutcome.CHANGE, ReviewOutcome.REVOKE)))
    close(d)


def redone(d: Draft) -> None:
    """Sent back and handled anew."""
    m = answered(d)
    review(d, m, ReviewOutcome.REDO)
    take_up_again(d, m)
    show_resolved(d, Evidence.PLEDGE)
    close(d)


def take_up_again(d: Draft, m: Matter) -> None:
    """The second round, within the day set."""
    d.then(TakeStatement, (2, 6), by=m.organ, statement="就补充调查事项再次听取信访人陈述。")
    d.then(Investigate, (2, 8), by=m.organ, findings="补充调取原始凭证，查清遗漏事实。")
    opine(d, m, Outcome.EXPLAIN, gap=(2, 10))


def final(d: Draft) -> None:
    """Taken to the end, without a hearing."""
    m = answered(d)
    above = review(d, m, ReviewOutcome.UPHOLD)
    _final(d, above, hearing=False)
    close(d)


def final_heard(d: Draft) -> None:
    """Taken to the end, with a hearing whose outcome is made public; later the petitioner comes again."""
    m = answered(d)
    above = review(d, m, ReviewOutcome.UPHOLD)
    last = _final(d, above, hearing=True)
    d.then(
        PublishFinalReview,
        (2, 6),
        by=last,
        text="某镇居民反映的事项，经听证复核，维持原处理意见。",
        anonymised=True,
    )
    close(d)


def barred(d: Draft) -> None:
    """The same facts and reasons again after the end: registered, compared, not taken up."""
    d.fixed = True
    final_heard(d)
    d.attach(d.day + timedelta(days=d.rng.randint(3, 12)), Channel.VISIT)
    d.day = d.acts[-1].on
    d.then(
        Bar,
        (0, 2),
        by=OFFICE,
        comparison="前次：原事实三项、理由两项；本次：相同，没有新的事实和理由。如有新的证据可另行提出。",
    )
    serve(d, OFFICE, paper="D14", gap=(0, 2))


def _final(d: Draft, reviewer: str, *, hearing: bool) -> str:
    last = CITY_GOVERNMENT
    d.by_petitioner(
        RequestFinalReview,
        (4, 24),
        to=last,
        grounds=f"不服{'市级部门' if reviewer != GOVERNMENT else '旗政府'}复查意见。",
    )
    if hearing:
        d.then(HoldHearing, (5, 10), by=last, days=2, conclusion="听证会认为原处理程序合法，事实清楚。")
    d.then(
        FinalReviewOpinion,
        (10, 20),
        by=last,
        outcome=ReviewOutcome.UPHOLD,
        facts="复核查明的事实与复查意见一致。",
        opinion="维持复查意见。本意见为信访终局意见。",
        basis_text=FINAL_BASIS,
    )
    serve(d, last, paper="D35")
    return last
