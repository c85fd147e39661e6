"""谁能看、谁能签 — a paper is for those who may see its claims, and signed by the organ that makes it."""

from collections.abc import Iterator

from yifa.law.petition import Petition
from yifa.organs.models import Role, Staff
from yifa.organs.permissions import claims_visible, may_see
from yifa.organs.roles import ROLES_FOR_ACT, why_not
from yifa.organs.snapshot import snapshot
from yifa.papers.addressees import addressees
from yifa.papers.matter import Matter
from yifa.papers.models import IssuedPaper
from yifa.papers.words import organ
from yifa.records.models import PetitionRecord


def why_not_prepare(staff: Staff, record: PetitionRecord, matter: Matter, now: Petition) -> Iterator[str]:
    """为何不能制作 — not to be seen, not one's own organ's, or to somebody who must not learn of it (Art. 30¶3)."""
    if not may_see(staff, record) or not set(matter.claims) <= set(claims_visible(staff, now)):
        yield "没有这件信访事项，或者你不能查看这份文书所涉的诉求"
        return
    if not matter.personal and matter.organ not in snapshot().files_of(staff.organ_id) | _conference(staff, matter):
        yield f"{matter.paper.term}由{organ(matter.organ, None, matter.organs)}制作"
    for claim in matter.concerned:
        barred = matter.organs.barred(claim.accused) | set(claim.accused)
        names = {organ(one, None, matter.organs) for one in barred}
        if claim.sealed and not (barred | names).isdisjoint(addressees(matter)):
            yield "检举控告材料不得透露或者转给被检举控告的人员、单位及其下属：《信访工作条例》第三十条第三款"
            return


def _conference(staff: Staff, matter: Matter) -> frozenset[str]:
    """联席会议 — has no staff of its own: the petition office of its level keeps its papers."""
    return frozenset({matter.organ}) if not why_not(staff, matter.act) else frozenset()


def why_not_sign(staff: Staff, matter: Matter) -> str:
    """为何不能签发 — signed by the head, or by whoever may do the act the paper belongs to."""
    may = ROLES_FOR_ACT[type(matter.act)] | {Role.HEAD}
    if staff.active and not may.isdisjoint(staff.roles):
        return ""
    return f"{matter.paper.term}由{'、'.join(role for role in Role if role in may)}签发；{staff.name}的角色是{'、'.join(staff.roles)}"


def issued_visible(staff: Staff, record: PetitionRecord, now: Petition) -> list[IssuedPaper]:
    """可见文书 — the signed papers of a file that this person may open, oldest first."""
    if not may_see(staff, record):
        return []
    seen = set(claims_visible(staff, now))
    return [one for one in record.issued.select_related("signer") if set(one.claims) <= seen]
