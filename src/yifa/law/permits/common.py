"""共同的要求 — the guards that hold for every act: registered, in order, open, by whom, not barred, about what."""

from collections.abc import Iterator

from yifa.law.acts import Act, Notify, Register, ReportExecution, Serve
from yifa.law.articles import cite
from yifa.law.fold.handling import unserved
from yifa.law.organs import PETITIONER
from yifa.law.permits.base import (
    Case,
    Refusal,
    chinese,
    concerned,
    given_by,
    held_by,
    holders,
    named,
    told_to_execute,
    unknown,
    waiting_repeats,
)
from yifa.law.permits.kinds import AFTER_CLOSE, BESIDE_SEAL, BESIDE_WITHDRAWAL, CLAIM_OPTIONAL
from yifa.law.terms import Mover, OrganKind


def common(act: Act, case: Case) -> Iterator[Refusal]:
    """The guards that hold for every act: registered, in order, open, by whom, not barred, about what."""
    petition = case.petition
    if isinstance(act, Register):
        if petition.registered:
            yield Refusal("本件已经登记；同一事项的新来件请用「挂接」", cite("22.1"))
        if act.by not in case.organs:
            yield unknown(act.by, "by", given_by(act))
        return
    if not petition.registered:
        yield Refusal("尚未登记；收到信访事项应当先登记", cite("22.1"))
        return
    if petition.last and act.on < petition.last:
        yield Refusal(
            f"日期早于在案的上一行为（{chinese(petition.last)}）；行为按先后登记，日期有误的用「更正」改正在案的行为",
            cite("21.2"),
            "on",
        )
    if petition.closed and type(act) not in AFTER_CLOSE:
        yield Refusal(f"本件已于{chinese(petition.closed)}办结归档；新的事实和理由可另行提出", cite("35"))
    yield from _about(act, case)
    if act.by != PETITIONER and act.by not in case.organs:
        yield unknown(act.by, "by", given_by(act))
    else:
        yield from _mover(act, case)
    yield from _barred(act, case)


def _about(act: Act, case: Case) -> Iterator[Refusal]:
    """The claims named exist, and an act on one claim says which."""
    said, claims = named(act), case.petition.claims
    for one in (said,) if isinstance(said, str) and said else tuple(said):
        if one not in claims:
            yield Refusal(
                f"本件没有诉求{one}；现有诉求：{'、'.join(claims)}",
                cite("21.2"),
                "claim" if hasattr(act, "claim") else "claims",
            )
    if hasattr(act, "claim") and not said and len(claims) > 1 and type(act) not in CLAIM_OPTIONAL:
        yield Refusal(f"本件有{len(claims)}项诉求，请指明是哪一项", cite("31"), "claim")
    elif type(act) not in BESIDE_WITHDRAWAL and (hasattr(act, "claim") or hasattr(act, "claims")):
        about = concerned(act, case)
        gone = {claim.id: claim.withdrawn for claim in about if claim.withdrawn}
        if said or (len(gone) == len(about) and type(act) not in CLAIM_OPTIONAL):
            for one, day in gone.items():
                yield Refusal(f"诉求{one}已于{chinese(day)}由信访人撤回", cite("17.1"))


def _mover(act: Act, case: Case) -> Iterator[Refusal]:
    """Whether this organ, or the petitioner, is the one who may do it."""
    petition, by, kind = case.petition, act.by, case.organs.kind(act.by)
    match act.mover:
        case Mover.PETITIONER:
            allowed = by == PETITIONER
        case Mover.OFFICE:
            allowed = kind is OrganKind.PETITION_OFFICE
        case Mover.CONFERENCE:
            allowed = kind is OrganKind.JOINT_CONFERENCE
        case Mover.JUSTICE:
            allowed = kind is OrganKind.JUSTICE
        case Mover.HOLDER:
            allowed = by in holders(petition)
        case Mover.HANDLER:
            held = held_by(act, case)
            allowed = bool(held) and (not named(act) or len(held) == len(case.targets(act)))
            allowed = allowed or (isinstance(act, Notify) and bool(waiting_repeats(petition, by)))
            allowed = allowed or (isinstance(act, ReportExecution) and told_to_execute(case.targets(act), by))
        case Mover.REVIEWER:
            allowed = any(claim.review and claim.review.to == by for claim in case.targets(act))
        case Mover.FINAL_REVIEWER:
            allowed = any(one.to == by for claim in case.targets(act) if (one := claim.final_review))
        case _:
            allowed = by != PETITIONER
    if not allowed:
        yield Refusal(f"「{act.term}」由{act.mover}办理，{case.organs.name(by)}不是", given_by(act), "by")


def _barred(act: Act, case: Case) -> Iterator[Refusal]:
    """Recusal (Art. 28¶3) and the seal on accusations (Art. 30¶3)."""
    if act.officer and act.officer in case.petition.recused:
        yield Refusal(f"{act.officer}已回避，不得办理本件；请换人办理", cite("28.3"), "officer")
    claims = concerned(act, case) or list(case.petition.claims.values())
    if isinstance(act, Serve):
        papers = unserved(case.petition, act.paper, act.claim, act.by)
        claims = [case.petition.claims[one.claim] for one in papers if one.claim] or claims
    if any(act.officer in claim.accused for claim in claims):
        yield Refusal(f"{act.officer}是被检举控告人，不得接触本件", cite("30.3"), "officer")
    if type(act) not in BESIDE_SEAL and any(act.by in case.organs.barred(claim.accused) for claim in claims):
        yield Refusal(f"{case.organs.name(act.by)}是被检举控告的单位或者在其管辖之下，不得接触本件", cite("30.3"), "by")
