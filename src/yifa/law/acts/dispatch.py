"""分流 — how a registered petition reaches the organ with authority (Arts. 22, 24, 25, 30)."""

from datetime import date

from yifa.law.acts.base import Act, act
from yifa.law.terms import Mover, SettleMode


@act("转送", "22.1(1)", Mover.HOLDER)
class Transfer(Act):
    """转送 — to the organ with authority; by the petition office, or by an organ to one under it (Art. 23¶1).

    `claims` empty means every claim not yet sent.  `joint`: the claim concerns several organs (Art. 24¶1).
    """

    to: str
    claims: tuple[str, ...] = ()
    joint: bool = False
    summary: str = ""


@act("交办", "22.1(3)", Mover.HOLDER)
class Assign(Act):
    """交办 — transferred with the order to report the result by `due`, a day set by the sender."""

    to: str
    due: date
    claims: tuple[str, ...] = ()
    joint: bool = False
    summary: str = ""


@act("转政法部门", "22.2", Mover.OFFICE)
class TransferToJustice(Act):
    """转政法部门 — a letter about litigation goes to the political-legal organ of the same level."""

    to: str
    claims: tuple[str, ...] = ()


@act("密封转纪检监察", "22.2", Mover.OFFICE)
class TransferSealed(Act):
    """密封转纪检监察 — an accusation goes sealed to the discipline organ with authority, to a named person."""

    to: str
    recipient: str
    envelope: str
    claims: tuple[str, ...] = ()


@act("释法引导", "22.2", Mover.OFFICE)
class Guide(Act):
    """释法引导 — a visitor with a litigation matter is told the law and the organ to turn to (Arts. 20¶2, 22¶2)."""

    to: str
    explanation: str
    claims: tuple[str, ...] = ()


@act("重大紧急报告", "25.1", Mover.HOLDER)
class ReportUrgent(Act):
    """重大紧急报告 — a grave or urgent matter is reported at once, with a proposal (Arts. 22¶1(1), 25)."""

    to: tuple[str, ...]
    proposal: str
    measures: str = ""
    claims: tuple[str, ...] = ()


@act("通报组织人事部门", "30.2", Mover.OFFICE)
class InformPersonnel(Act):
    """通报组织人事部门 — petitions about officials are made known by rank of authority; grave ones also upward."""

    to: str
    gist: str
    grave: bool = False
    claim: str = ""


@act("签收", "23.3", Mover.HANDLER)
class SignFor(Act):
    """签收 — the organ takes delivery of what was sent to it; its clocks count from this day."""

    claims: tuple[str, ...] = ()


@act("提出异议", "23.3", Mover.HANDLER)
class Object(Act):
    """提出异议 — not within its authority: within five working days, with detailed reasons."""

    reason: str
    suggested: str = ""
    claims: tuple[str, ...] = ()


@act("同意退回", "23.3", Mover.SENDER)
class AgreeReturn(Act):
    """同意退回 — the sender has verified the objection and agrees; the materials come back."""

    organ: str
    finding: str
    claims: tuple[str, ...] = ()


@act("不同意退回", "23.3", Mover.SENDER)
class RefuseReturn(Act):
    """不同意退回 — the sender has verified the objection and does not agree; the organ is bound."""

    organ: str
    finding: str
    claims: tuple[str, ...] = ()


@act("确定受理机关", "24.1", Mover.DECIDER)
class SettleAcceptance(Act):
    """确定受理机关 — two or more organs are concerned: they agree, their common superior decides, or the conference does."""

    competent: str
    mode: SettleMode
    reason: str
    claim: str = ""


@act("承继受理", "24.2", Mover.DECIDER)
class Succeed(Act):
    """承继受理 — the organ was split, merged or abolished; who continues its powers takes over, clocks and all."""

    organ: str
    successor: str
    reason: str
    claims: tuple[str, ...] = ()
