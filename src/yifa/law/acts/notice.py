"""告知与受理 — what the petitioner is told, and the two grounds on which a petition is not taken up."""

from yifa.law.acts.base import Act, act
from yifa.law.terms import Mover, NoticeKind


@act("书面告知", "23", Mover.HANDLER)
class Notify(Act):
    """书面告知 — one of three kinds: received and by which path, passed on and to whom, or who has authority instead.

    `to` names the organ for the second and third kind.  `claims` empty means every claim this organ holds.
    """

    kind: NoticeKind = NoticeKind.OWN
    to: str = ""
    procedure: str = ""
    claims: tuple[str, ...] = ()


@act("受理", "34", Mover.HANDLER)
class Accept(Act):
    """受理 — the claim is taken up; of a claim by petition procedure the sixty days count from this day."""

    claim: str = ""


@act("不予受理", "19.3", Mover.RECEIVER)
class Decline(Act):
    """不予受理 — a superior does not take up what an organ below it is handling within its time; told where and until when."""

    handled_by: str
    claim: str = ""


@act("不再受理", "36.3", Mover.RECEIVER)
class Bar(Act):
    """不再受理 — the same facts and reasons again after a final review; both are compared and new ones may be brought."""

    comparison: str
    claim: str = ""


@act("回避", "28.3", Mover.HOLDER)
class Recuse(Act):
    """回避 — a person with a direct interest in the matter or the petitioner stands aside for another."""

    person: str
    relation: str
    decided_by: str
    replaced_by: str = ""
