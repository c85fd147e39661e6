"""了结 — what is reported back, served, shown to be resolved, and when a file may be closed (Arts. 22, 31–37)."""

from collections.abc import Iterator

from yifa.law.acts import Close, Mediate, ReportBack, Resolve, Serve, Settle
from yifa.law.answers import Issued
from yifa.law.articles import Citation, cite
from yifa.law.duties import SERVICE_BASIS
from yifa.law.fold.handling import unserved
from yifa.law.permits.base import Case, Refusal, answering, blank, judges
from yifa.law.terms import Evidence, Method, RatedBody, Score


@judges(ReportBack)
def report_back(act: ReportBack, case: Case) -> Iterator[Refusal]:
    """报送办结报告: of what was assigned and has been dealt with, by whom it was assigned to, though another did it."""
    assigned = [
        claim
        for claim in case.targets(act)
        if not claim.withdrawn and any(one.organ == act.by and one.owes_report for one in claim.handlings)
    ]
    if not assigned:
        yield Refusal("没有待反馈的交办事项", cite("22.1(3)"), "by")
    for claim in assigned:
        if not (claim.over or claim.diverted):
            yield Refusal(f"诉求{claim.id}尚未办结，不能报送办结报告", cite("22.1(3)"))
    yield from blank(act, cite("22.1(3)"), report="请写明办理结果")


def _service(act: Serve, found: list[Issued]) -> Citation:
    """Why the paper must reach the petitioner; where none is meant, why a written answer must."""
    return SERVICE_BASIS.get(found[0].paper if found else act.paper, cite("35"))


@judges(Serve)
def serve(act: Serve, case: Case) -> Iterator[Refusal]:
    """送达: what was issued, by who issued it or on its behalf, with proof; electronically only with consent."""
    found = unserved(case.petition, act.paper, act.claim, act.by)
    makers = {one.by for one in found}
    why = _service(act, found)
    if not found:
        yield Refusal("没有这样一份待送达的文书", why)
    elif len(makers) > 1:
        listed = "、".join(dict.fromkeys(one.paper for one in found))
        yield Refusal(f"有多个机关待送达的文书（{listed}），请指明文书编号和诉求", why, "paper")
    elif act.by not in makers and act.method is not Method.ENTRUSTED:
        maker = case.organs.name(found[0].by)
        yield Refusal(f"由制作机关{maker}送达；他人代送的请选「委托送达」", why, "by")
    if act.method is Method.ELECTRONIC and not case.petition.electronic:
        yield Refusal("信访人没有同意电子送达，请改用其他方式", why, "method")
    yield from blank(act, why, proof="送达应当有凭证")


SHOWN_BY = {
    Evidence.AGREEMENT: cite("33"),
    Evidence.RATING: cite("21.2"),
    Evidence.PLEDGE: cite("37.1"),
    Evidence.EXECUTED: cite("32.2"),
}
"""The provision under which each evidence of a resolution comes about."""


@judges(Resolve)
def resolve(act: Resolve, case: Case) -> Iterator[Refusal]:
    """认定化解: of an ended claim, by evidence that is on record."""
    claim = case.claim(act)
    if not claim.answered:
        yield Refusal("诉求尚未办结", answering(claim))
    if claim.resolved:
        yield Refusal("已经认定化解", cite("37.1"))
    scores = {case.petition.ratings.get((RatedBody.ORGAN, one)) for one in (claim.id, "")}
    shown = {
        Evidence.AGREEMENT: isinstance(claim.concluded_by, Mediate | Settle),
        Evidence.RATING: bool(scores & {Score.SATISFIED, Score.FAIRLY}),
        Evidence.PLEDGE: bool(act.note.strip()),
        Evidence.EXECUTED: bool(claim.opinion and claim.opinion.executed),
    }
    if not shown[act.evidence]:
        yield Refusal(f"案卷中没有「{act.evidence}」的记录", SHOWN_BY[act.evidence], "evidence")


@judges(Close)
def close(act: Close, case: Case) -> Iterator[Refusal]:
    """办结归档: every claim answered, every paper served, no review pending."""
    for claim in case.petition.claims.values():
        if not (claim.over or claim.diverted):
            yield Refusal(f"诉求{claim.id}尚未答复", answering(claim))
        if claim.under_review and not claim.withdrawn:
            yield Refusal(f"诉求{claim.id}正在复查或者复核", cite("36.1" if claim.final_review else "35"))
    for issued in case.petition.unserved:
        yield Refusal(f"文书{issued.paper}尚未送达", SERVICE_BASIS[issued.paper])
