"""告知与受理 — the three notices, acceptance, the two refusals, recusal (Arts. 19, 23, 28, 34, 36)."""

from collections.abc import Iterator

from yifa.law import limits
from yifa.law.acts import Accept, Bar, Decline, Notify, Recuse
from yifa.law.articles import cite
from yifa.law.claim import Claim
from yifa.law.handlings import Handling
from yifa.law.permits.base import Case, Refusal, blank, chinese, ending, judges, waiting_repeats
from yifa.law.terms import NoticeKind, Track


@judges(Notify)
def notify(act: Notify, case: Case) -> Iterator[Refusal]:
    """书面告知: the kind must fit: own authority, passed on to one below, or somebody else's."""
    held = [(claim, one) for claim in case.petition.live(act.claims) if (one := claim.handling_by(act.by))]
    owed = [(claim, one) for claim, one in held if not one.notified or claim.untold(one)]
    repeats = waiting_repeats(case.petition, act.by)
    if held and not owed and not repeats:
        yield Refusal("已经书面告知", cite("23.3" if held[0][1].sender else "23.2"))
    for claim, handling in owed:
        yield from _notice(act, case, claim, handling)
    if not held and repeats:
        if act.kind is not NoticeKind.ELSEWHERE:
            yield Refusal("本机关没有承办本件，应当告知信访人由哪个机关办理、向哪个机关提出", cite("23.1"), "kind")
        yield from _where(act)


def _where(act: Notify) -> Iterator[Refusal]:
    if not act.to.strip():
        yield Refusal("应当告知信访人向哪个有权处理的机关提出", cite("23.1"), "to")


def _notice(act: Notify, case: Case, claim: Claim, handling: Handling) -> Iterator[Refusal]:
    if act.kind is NoticeKind.OWN:
        if act.by in case.organs.barred(claim.accused):
            yield Refusal("检举控告本机关的，应当告知信访人向有管理权限的机关提出", cite("30.3"), "kind")
        if not claim.track:
            yield Refusal(f"告知应当写明处理途径和程序；请先对诉求{claim.id}分类", cite("23.1"))
        if handling.passed_on:
            yield Refusal("该诉求已转下级办理，应当告知转送、交办去向", cite("23.1"), "kind")
    elif act.kind is NoticeKind.PASSED:
        if not handling.passed_on:
            yield Refusal("尚未转送、交办下级；请先转送，再告知去向", cite("23.1"), "kind")
        elif act.to not in {"", handling.passed_on}:
            yield Refusal(f"去向应当是{case.organs.name(handling.passed_on)}", cite("23.1"), "to")
    else:
        yield from _elsewhere(act, handling)


def _elsewhere(act: Notify, handling: Handling) -> Iterator[Refusal]:
    """Told to turn to another: of what came directly, was not passed on and was never told to be its own."""
    if handling.sender:
        yield Refusal("转送、交办来的事项不属于本机关职权的，应当提出异议，不能径行告知另找他处", cite("23.3"), "kind")
    elif handling.passed_on:
        yield Refusal("该诉求已转下级办理，应当告知转送、交办去向", cite("23.1"), "kind")
    elif handling.taken or handling.accepted:
        yield Refusal("已经告知、受理为本机关职权范围的事项，不能再告知另找他处", cite("23.1"), "kind")
    yield from _where(act)


@judges(Accept)
def accept(act: Accept, case: Case) -> Iterator[Refusal]:
    """受理: once by the organ that has it; of a claim whose procedure is known."""
    claim = case.claim(act)
    handling = claim.handling_by(act.by)
    if handling and handling.accepted:
        yield Refusal(f"本机关已于{chinese(handling.accepted)}受理；一项诉求只受理一次", cite("34"))
    if not claim.track:
        yield Refusal("请先分类，才知道按何种程序受理", cite("31"))
    elif claim.track is Track.A:
        yield Refusal("建议意见类事项研究论证后答复，不作受理", cite("29.1"))
    if claim.over:
        yield Refusal(f"诉求{claim.stage}", ending(claim))


@judges(Decline)
def decline(act: Decline, case: Case) -> Iterator[Refusal]:
    """不予受理: only a superior, only while the organ below is handling within its time (G03); otherwise attach."""
    handled = [
        claim
        for claim in case.targets(act)
        if claim.handling and not claim.over and case.organs.is_superior(act.by, claim.handling.organ)
    ]
    if not handled:
        yield Refusal(
            "只有正在办理同一事项的机关的上级机关才可以不予受理；同级或者下级机关请「挂接」，并依法处理",
            cite("19.3"),
            "by",
        )
    elif not any(claim.handling_by(act.handled_by) for claim in handled):
        yield Refusal("该机关没有正在办理的同一事项", cite("19.3"), "handled_by")
    for claim in handled:
        due = case.last_day(limits.HANDLING, claim, act.on)
        if due and act.on > due.day and not due.provisional:
            yield Refusal(f"办理期限已于{chinese(due.day)}届满，不得以正在办理为由不予受理；应当督办", cite("19.3"))
    yield from _repeat(act, case)


@judges(Bar)
def bar(act: Bar, case: Case) -> Iterator[Refusal]:
    """不再受理: after the final review opinion was served, the same facts and reasons, set side by side."""
    yield from blank(act, cite("36.3"), comparison="应当对照前后的事实和理由；有新的事实或者理由的另行登记")
    for claim in case.targets(act):
        if not (claim.final and claim.final.served):
            yield Refusal(f"诉求{claim.id}没有已送达的复核意见，不得以此不再受理", cite("36.3"))
    yield from _repeat(act, case)


def _repeat(act: Decline | Bar, case: Case) -> Iterator[Refusal]:
    repeats = [receipt for receipt in case.petition.receipts[1:] if not receipt.turned_away]
    if not repeats:
        yield Refusal("没有待答复的重复来件；收到的每一件都应当先登记、挂接", cite("22.1"))


@judges(Recuse)
def recuse(act: Recuse, case: Case) -> Iterator[Refusal]:
    """回避: who, why, by whose decision, and who takes over."""
    yield from blank(
        act, cite("28.3"), person="请写明回避人", relation="请写明利害关系", decided_by="回避由负责人决定，请写明决定人"
    )
    if act.person and act.person == act.decided_by:
        yield Refusal("本人的回避不能由本人决定", cite("28.3"), "decided_by")
    if act.person and act.person == act.replaced_by:
        yield Refusal("接替人不能是回避人本人", cite("28.3"), "replaced_by")
    if act.person in case.petition.recused:
        yield Refusal(f"{act.person}已经回避", cite("28.3"), "person")
