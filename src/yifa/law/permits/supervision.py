"""监督与帮扶 — supervision, recommendations, lead officials, help, ratings, corrections (Arts. 18, 21, 37–40)."""

from collections.abc import Iterator

from yifa.law.acts import (
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
from yifa.law.acts.base import Act
from yifa.law.articles import Citation, cite
from yifa.law.fold.supervision import waiting
from yifa.law.permits.base import Case, Refusal, blank, ending, given_by, holders, judges, known, not_accused, which
from yifa.law.terms import HelpKind, OrganKind, RatedBody, Recommendation, Track


@judges(Supervise)
def supervise(act: Supervise, case: Case) -> Iterator[Refusal]:
    """督办: with facts and advice for improvement."""
    yield from known(case, act.to, cite("40.1"))
    yield from not_accused(case, act.to, case.targets(act))
    yield from blank(act, cite("40.1"), facts="请写明督办事由", advice="督办应当提出改进工作的建议")
    if act.due and act.due < act.on:
        yield Refusal("督办期限不能早于督办之日", cite("40.1"), "due")


def _answers(
    act: AnswerSupervision | ReportRemedy, case: Case, kinds: tuple[type[Act], ...], what: str, basis: Citation
) -> Iterator[Refusal]:
    """By whom it was asked of; of several open ones it says which."""
    yield from which(act.of, [one.number for one in waiting(case.petition, act.by, kinds)], what, basis)


@judges(AnswerSupervision)
def answer_supervision(act: AnswerSupervision, case: Case) -> Iterator[Refusal]:
    """反馈督办: by who was supervised."""
    yield from _answers(act, case, (Supervise,), "督办", cite("40.1"))
    yield from blank(act, cite("40.1"), answer="请写明整改情况")


RECOMMENDED_BY = {
    Recommendation.WORK: cite("40.1"),
    Recommendation.POLICY: cite("40.2"),
    Recommendation.LIABILITY: cite("40.3"),
}
"""The provision that asks for each recommendation."""


@judges(Recommend)
def recommend(act: Recommend, case: Case) -> Iterator[Refusal]:
    """提出建议: on policy to the committee or government; on liability to who has authority over the persons."""
    yield from known(case, act.to, RECOMMENDED_BY[act.kind])
    yield from not_accused(case, act.to, case.targets(act))
    yield from blank(act, RECOMMENDED_BY[act.kind], facts="请写明事实", text="请写明建议")
    government = case.organs.kind(act.to) in {OrganKind.COMMITTEE, OrganKind.GOVERNMENT}
    if act.kind is Recommendation.POLICY and act.to in case.organs and not government:
        yield Refusal("完善政策的建议应当向本级党委和政府提出", cite("40.2"), "to")


@judges(AnswerRecommendation)
def answer_recommendation(act: AnswerRecommendation, case: Case) -> Iterator[Refusal]:
    """反馈建议采纳情况: by the addressee."""
    asked = [
        one.number for one in waiting(case.petition, act.by, (Recommend,)) if getattr(one.act, "kind", None) is act.kind
    ]
    yield from which(act.of, asked, "该类建议", cite("40.4"))
    yield from blank(act, cite("40.4"), answer="应当书面反馈采纳情况；未采纳的写明理由")


@judges(TakeConferenceMeasure)
def take_conference_measure(act: TakeConferenceMeasure, case: Case) -> Iterator[Refusal]:
    """联席会议措施: against organs, never petitioners."""
    yield from known(case, act.to, cite("39.3"))
    yield from not_accused(case, act.to, case.targets(act))
    yield from blank(act, cite("39.3"), reason="请写明履职不力、存在严重问题的事实")
    if act.due and act.due < act.on:
        yield Refusal("整改的期限不能早于作出措施之日", cite("39.3"), "due")


@judges(OrderRemedy)
def order_remedy(act: OrderRemedy, case: Case) -> Iterator[Refusal]:
    """责令改正: by a superior of the organ, with what is to be put right."""
    basis = cite(act.ground.article)
    yield from known(case, act.to, basis)
    yield from not_accused(case, act.to, case.targets(act))
    yield from blank(act, basis, facts="请写明事实", order="请写明责令改正的要求")
    if act.to in case.organs and not case.organs.is_superior(act.by, act.to):
        yield Refusal(f"由{case.organs.name(act.to)}的上级机关、单位责令改正", basis, "by")
    if act.due and act.due < act.on:
        yield Refusal("改正的期限不能早于责令之日", basis, "due")


@judges(ReportRemedy)
def report_remedy(act: ReportRemedy, case: Case) -> Iterator[Refusal]:
    """反馈整改情况: by whom it was ordered of."""
    yield from _answers(act, case, (TakeConferenceMeasure, OrderRemedy), "整改、改正要求", cite("45"))
    yield from blank(act, cite("45"), report="请写明整改、改正的情况")


@judges(AppointLead)
def appoint_lead(act: AppointLead, case: Case) -> Iterator[Refusal]:
    """包案: a named official with a post and a duty, neither recused nor accused."""
    leading = {OrganKind.COMMITTEE, OrganKind.GOVERNMENT, OrganKind.PETITION_OFFICE, OrganKind.JOINT_CONFERENCE}
    if act.by not in holders(case.petition) and case.organs.kind(act.by) not in leading:
        yield Refusal("包案由党委、政府、信访部门、联席会议或者承办机关确定", cite("18.2"), "by")
    yield from blank(act, cite("18.2"), official="请写明包案领导", post="请写明职务", duty="请写明责任")
    if act.official in case.petition.recused:
        yield Refusal(f"{act.official}已回避", cite("28.3"), "official")
    if act.official in case.petition.accused:
        yield Refusal(f"{act.official}是被检举控告人", cite("30.3"), "official")


@judges(OfferHelp)
def offer_help(act: OfferHelp, case: Case) -> Iterator[Refusal]:
    """救助: with the petitioner's consent; judicial assistance comes from the political-legal organs."""
    yield from blank(act, cite("37.2"), to="请写明向哪个机关、机构申请")
    if not act.consent:
        yield Refusal("帮助申请救助须经信访人同意", cite("37.2"), "consent")
    if act.kind is HelpKind.JUDICIAL and case.organs.kind(act.to) not in {None, OrganKind.JUSTICE}:
        yield Refusal("司法救助由有关政法部门给予", cite("37.2"), "to")


@judges(Rate)
def rate(act: Rate, case: Case) -> Iterator[Refusal]:
    """评价: the office once something was dispatched, the organ once the claim is answered; each once."""
    claims = case.targets(act)
    if any(of is act.of and (one == act.claim or "" in {one, act.claim}) for of, one in case.petition.ratings):
        yield Refusal(f"已经评价过{act.of}", cite("21.2"))
    if act.of is RatedBody.OFFICE:
        if not any(dispatch.done for claim in claims for dispatch in claim.dispatches):
            yield Refusal("信访部门分流之后才能评价", cite("21.2"))
    elif not any(claim.answered for claim in claims):
        yield Refusal("有权处理机关答复之后才能评价", cite("21.2"))


@judges(FollowUp)
def follow_up(act: FollowUp, case: Case) -> Iterator[Refusal]:
    """回访: after an answer."""
    if not any(claim.over for claim in case.targets(act)):
        yield Refusal("办结之后才能回访", cite("37.3"))
    yield from blank(act, cite("37.3"), note="请记录回访情况")


@judges(Terminate)
def terminate(act: Terminate, case: Case) -> Iterator[Refusal]:
    """依法终结: of a litigation-related claim, by the political-legal organ."""
    claim = case.claim(act)
    if claim.track is not Track.C1:
        yield Refusal("依法终结只适用于涉法涉诉信访事项", cite("31(1)"))
    if claim.concluded:
        yield Refusal("诉求已经办结", ending(claim))
    yield from blank(act, cite("37.3"), document="请写明终结文书")


@judges(Correct)
def correct(act: Correct, case: Case) -> Iterator[Refusal]:
    """更正: who recorded it, or the office, puts it right; the record may not contradict itself (judged in `refusals`)."""
    recorded = case.petition.acts
    yield from blank(act, cite("21.2"), reason="请说明更正的理由")
    if not 0 <= act.target < len(recorded) or isinstance(recorded[act.target], Correct):
        yield Refusal(f"没有第{act.target}项可更正的行为", cite("21.2"), "target")
        return
    wrong = recorded[act.target]
    if act.by != wrong.by and not case.petition.is_office(act.by):
        yield Refusal("由原记录机关或者信访部门更正", given_by(wrong), "by")
    if act.right is None and act.target == 0:
        yield Refusal("登记不能撤销，只能更正；收到的信访事项都应当登记", cite("22.1"), "right")
    elif act.right is not None and type(act.right) is not type(wrong):
        yield Refusal(f"应当以「{wrong.term}」更正「{wrong.term}」", cite("21.2"), "right")
    elif act.right is not None and act.right.on > act.on:
        yield Refusal("更正后的日期晚于更正之日，未发生的事不能登记", cite("21.2"), "right")
