"""收件 — when a petition may be registered, joined, split, classified, withdrawn."""

from collections.abc import Iterator
from datetime import date

from yifa.law.acts import (
    Attach,
    CarryOver,
    Classify,
    Reach,
    Register,
    Reopen,
    Request,
    Split,
    StandIn,
    Supplement,
    Withdraw,
)
from yifa.law.articles import cite
from yifa.law.paths import PATHS, in_force
from yifa.law.permits.base import MAX_REPRESENTATIVES, Case, Refusal, blank, judges
from yifa.law.terms import Capacity, Channel, Track


def _receipt(act: Register | Attach) -> Iterator[Refusal]:
    if act.received and act.received > act.on:
        yield Refusal("收到日期不能晚于登记日期", cite("22.1"), "received")
    if act.people < 1:
        yield Refusal("人数至少为1", cite("22.1"), "people")
    elif len(act.representatives) > act.people:
        yield Refusal("代表人数不能多于信访人数", cite("20.3"), "representatives")
    if act.channel is Channel.VISIT and len(act.representatives) > MAX_REPRESENTATIVES:
        yield Refusal(
            f"代表不得超过{MAX_REPRESENTATIVES}人；请推选代表，其余的人仍计入人数，登记照常办理",
            cite("20.3"),
            "representatives",
        )


def _asked(requests: tuple[Request, ...], on: date) -> Iterator[Refusal]:
    if not requests or not all(request.text.strip() for request in requests):
        yield Refusal("请写明每一项请求；口头提出的应当如实记录", cite("19.1"), "requests")
    for request in requests:
        yield from _path(request.track, request.path, on, "requests")


def _path(track: Track | None, path: str, on: date, field: str) -> Iterator[Refusal]:
    if not path:
        return
    if path not in PATHS:
        yield Refusal(f"没有编号为「{path}」的法定途径", cite("31"), field)
    elif PATHS[path].track is not track:
        yield Refusal(f"途径{path}属于{PATHS[path].track}类，与所选类别不符", cite("31"), field)
    elif PATHS[path].excluded:
        yield Refusal(f"{PATHS[path].name}：{PATHS[path].note}", cite("31"), field)
    elif not in_force(PATHS[path], on):
        yield Refusal(f"途径{path}在{on.year}年{on.month}月{on.day}日不在施行期内", cite("31"), field)


@judges(Register)
def register(act: Register, case: Case) -> Iterator[Refusal]:
    """登记: never refused for channel, form, missing name or skipped level; only what was written must make sense."""
    yield from _receipt(act)
    yield from _asked(act.requests, act.on)


@judges(Attach)
def attach(act: Attach, case: Case) -> Iterator[Refusal]:
    """挂接: says why it is the same people with the same facts."""
    yield from _receipt(act)
    yield from blank(act, cite("22.1"), same="请说明为何是同一信访人的同一事项")


@judges(CarryOver)
def carry_over(act: CarryOver, case: Case) -> Iterator[Refusal]:
    """移入: right after registration of what was imported, before anything was done here."""
    yield from blank(act, cite("21.2"), state="请写明原系统中的办理状态")
    register = case.petition.acts[0]
    if not (isinstance(register, Register) and register.origin):
        yield Refusal("只有从其他系统导入的信访事项才能移入", cite("21.2"))
    if len(case.petition.acts) > 1:
        yield Refusal("本件已在本系统办理，不能移入", cite("21.2"))
    elif act.on != register.on:
        yield Refusal("移入应当与登记同日：在本系统登记的次日起，期限即由本系统计算", cite("21.2"), "on")


@judges(Supplement)
def supplement(act: Supplement, case: Case) -> Iterator[Refusal]:
    """补充材料: at any time."""
    yield from blank(act, cite("19.1"), text="请写明补充的内容")


@judges(Split)
def split(act: Split, case: Case) -> Iterator[Refusal]:
    """拆分诉求: by who holds some claim of it, or by a petition office it went through."""
    yield from _asked(act.requests, act.on)
    if not case.petition.is_office(act.by) and not any(
        one.handling_by(act.by) for one in case.petition.claims.values()
    ):
        yield Refusal("只有正持有本件诉求的机关才能拆分", cite("31"), "by")


@judges(Classify)
def classify(act: Classify, case: Case) -> Iterator[Refusal]:
    """分类: by who holds the claim, until it is answered; done again, with reasons."""
    claim = case.claim(act)
    yield from _path(act.track, act.path, act.on, "path")
    if claim.answered:
        yield Refusal("诉求已经答复，不能再改变类别；不服的按复查、复核程序提出", cite("31"))
    elif claim.referred:
        yield Refusal("诉求已转政法、纪检监察机关或者已引导，由其依法处理", cite("22.2"))
    if not (claim.handling_by(act.by) or claim.waits_at(act.by)) and not claim.over:
        yield Refusal("只有正持有该诉求的机关才能分类", cite("31"), "by")
    if claim.track and claim.resorted(act.track, act.path) and not act.reason.strip():
        yield Refusal("改变类别应当说明理由；已用的期限不退还", cite("31"), "reason")


@judges(Withdraw)
def withdraw(act: Withdraw, case: Case) -> Iterator[Refusal]:
    """撤回: only by the petitioner, before the answer, or while a review asked for is still pending."""
    yield from blank(act, cite("17.1"), statement="请记录信访人撤回的意思表示")
    for claim in case.targets(act):
        if claim.answered and not claim.under_review:
            yield Refusal(
                f"诉求{claim.id}已经答复，不能撤回", cite("17.1"), "" if len(case.petition.claims) == 1 else "claims"
            )


@judges(Reopen)
def reopen(act: Reopen, case: Case) -> Iterator[Refusal]:
    """恢复办理: by the petitioner's word, of what was withdrawn."""
    yield from blank(act, cite("17.1"), statement="请记录信访人要求恢复办理的意思表示")
    targets = case.targets(act)
    standing = [claim.id for claim in targets if not claim.withdrawn]
    if len(standing) == len(targets) or (act.claims and standing):
        other = act.claims and any(claim.withdrawn for claim in case.petition.claims.values())
        yield Refusal(f"诉求{'、'.join(standing)}没有撤回，不用恢复", cite("17.1"), "claims" if other else "")


@judges(Reach)
def reach(act: Reach, case: Case) -> Iterator[Refusal]:
    """补充登记: something that was not known."""
    said = (*act.names, act.address.strip(), act.contact.strip(), *act.representatives)
    if not any(said) and not act.electronic and not act.urgent:
        yield Refusal("请写明后来知道的姓名、住址、联系方式、代表、同意电子送达或者重大紧急情形", cite("22.1"), "names")
    if len(act.representatives) > MAX_REPRESENTATIVES:
        yield Refusal(f"代表人数不得超过{MAX_REPRESENTATIVES}人", cite("20.3"), "representatives")


@judges(StandIn)
def stand_in(act: StandIn, case: Case) -> Iterator[Refusal]:
    """监护人、继承人参加: who, and by what it is shown."""
    basis = cite("MF 23" if act.capacity is Capacity.GUARDIAN else "MF 124")
    yield from blank(act, basis, who="请写明参加人", credential=f"请写明证明其为{act.capacity}的材料")
