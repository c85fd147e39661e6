"""角色: who, among an organ's people, may do which act.  Whether the *organ* may do it now is the law's question."""

from yifa.law import acts
from yifa.law.acts import Act
from yifa.law.articles import cite
from yifa.law.organs import PETITIONER
from yifa.law.permits import Refusal
from yifa.law.petition import Petition
from yifa.law.terms import Mover
from yifa.organs.directory import directory
from yifa.organs.models import Role, Staff
from yifa.organs.snapshot import snapshot

__all__ = ["ROLES_FOR_ACT", "Role", "may_do", "names_for", "stands_aside", "why_not"]

_INTAKE = frozenset({Role.REGISTRAR, Role.HANDLER})
_ON_BEHALF = frozenset({Role.REGISTRAR})
_SCREENING = frozenset({Role.SCREENER, Role.HANDLER})
_SEALING = frozenset({Role.SCREENER})
_SETTLING = frozenset({Role.SCREENER, Role.HEAD})
_HANDLING = frozenset({Role.HANDLER})
_SIGNING = frozenset({Role.HANDLER, Role.HEAD})
_APPROVING = frozenset({Role.HEAD})
_INSPECTING = frozenset({Role.INSPECTOR, Role.HEAD})
_CONVENING = frozenset({Role.OFFICE, Role.HEAD})

ROLES_FOR_ACT: dict[type[Act], frozenset[Role]] = {
    # 收件
    acts.Register: _INTAKE,
    acts.Attach: _INTAKE,
    # What another system had concluded, brought in with the import.
    acts.CarryOver: frozenset({Role.SCREENER, Role.OFFICE}),
    acts.Split: _SCREENING,
    acts.Classify: _SCREENING,
    # What becomes known later, whoever of them hears of it.
    acts.Reach: _INTAKE | _SCREENING,
    acts.StandIn: _INTAKE,
    # 信访人的行为: written down for the petitioner at the counter
    acts.Supplement: _ON_BEHALF,
    acts.Withdraw: _ON_BEHALF,
    acts.Reopen: _ON_BEHALF,
    acts.RequestReview: _ON_BEHALF,
    acts.RequestFinalReview: _ON_BEHALF,
    acts.Rate: _ON_BEHALF,
    # 分流
    acts.Transfer: _SCREENING,
    acts.Assign: _SCREENING,
    acts.TransferToJustice: _SEALING,
    # Art. 30¶3: who opened the letter may seal it again; the fewer hands, the better.
    acts.TransferSealed: _SEALING | _ON_BEHALF,
    acts.Guide: frozenset({Role.REGISTRAR, Role.SCREENER}),
    # Art. 25: at once, by whoever sees it.
    acts.ReportUrgent: frozenset({Role.REGISTRAR, Role.SCREENER, Role.HANDLER, Role.HEAD}),
    acts.InformPersonnel: _SETTLING,
    acts.SignFor: _INTAKE,
    acts.Object: _SIGNING,
    acts.AgreeReturn: _SCREENING | _SETTLING,
    acts.RefuseReturn: _SCREENING | _SETTLING,
    acts.SettleAcceptance: _SETTLING,
    acts.Succeed: _SETTLING,
    # 告知与受理
    acts.Notify: _SCREENING,
    acts.Accept: _HANDLING,
    # Arts. 19¶3, 36¶3: the petitioner is turned away, and the head answers for it; others prepare it.
    acts.Decline: _APPROVING,
    acts.Bar: _APPROVING,
    acts.Recuse: _APPROVING,
    # 办理
    acts.TakeStatement: _HANDLING,
    acts.Investigate: _HANDLING,
    acts.HoldHearing: _SIGNING,
    # Art. 34: approved by the head; recording it is the approval.
    acts.Extend: _APPROVING,
    acts.Divert: _HANDLING,
    acts.RecordResult: _SCREENING,
    acts.Fulfil: _SIGNING,
    acts.Mediate: frozenset({Role.HANDLER, Role.LEAD}),
    acts.Settle: frozenset({Role.HANDLER, Role.LEAD}),
    acts.HandlingOpinion: _SIGNING,
    acts.Enforce: _SIGNING,
    acts.ReportExecution: _HANDLING,
    acts.SuggestionReply: _SIGNING,
    acts.ReportBack: _SIGNING,
    acts.Serve: _INTAKE,
    acts.Resolve: _SCREENING,
    acts.Close: _SCREENING,
    # 复查、复核
    acts.ReviewOpinion: _SIGNING,
    acts.FinalReviewOpinion: _SIGNING,
    acts.PublishFinalReview: _SIGNING,
    # 监督与帮扶
    acts.Supervise: _INSPECTING,
    acts.AnswerSupervision: _SIGNING,
    acts.Recommend: _INSPECTING,
    acts.AnswerRecommendation: _SIGNING,
    acts.TakeConferenceMeasure: _CONVENING,
    acts.OrderRemedy: _INSPECTING,
    acts.ReportRemedy: _SIGNING,
    acts.AppointLead: _CONVENING,
    acts.OfferHelp: frozenset({Role.REGISTRAR, Role.SCREENER, Role.HANDLER, Role.LEAD}),
    acts.FollowUp: frozenset({Role.REGISTRAR, Role.HANDLER, Role.LEAD, Role.INSPECTOR}),
    acts.Terminate: _SIGNING,
    acts.Correct: _SETTLING,
}
"""Which roles may record each act."""


def may_do(staff: Staff, act: Act | type[Act]) -> bool:
    """Whether this person may record an act of that kind, or that very act."""
    return not why_not(staff, act)


def why_not(staff: Staff, act: Act | type[Act]) -> str:
    """Why this person may not record it, in words fit to show; empty if nothing stands against it.

    Of a proposed act it is also asked in whose name: one's own organ's, or the petitioner's with the officer
    who wrote it down named.
    """
    if not staff.active:
        return f"{staff.name}已不在岗，不能办理"
    kind = act if isinstance(act, type) else type(act)
    allowed = ROLES_FOR_ACT[kind]
    if allowed.isdisjoint(staff.roles):
        needed = "、".join(role for role in Role if role in allowed)
        return f"「{kind.term}」由{needed}办理；{staff.name}的角色是{'、'.join(staff.roles) or '未授予'}"
    return "" if isinstance(act, type) else _in_whose_name(staff, act)


def stands_aside(staff: Staff, petition: Petition) -> Refusal | None:
    """回避 — whether this very person is kept from the petition, in whosever name the act would be recorded."""
    if staff.name in petition.recused:
        return Refusal(f"{staff.name}已回避，不得办理本件；请由接替人办理", cite("28.3"))
    if staff.name in petition.accused:
        return Refusal(f"{staff.name}是被检举控告人，不得接触本件", cite("30.3"))
    return None


def names_for(staff: Staff, kind: type[Act]) -> tuple[str, ...]:
    """以谁的名义 — in whose name this person may record such an act: the petitioner's, the own organ's, its conference's."""
    if kind.mover is Mover.PETITIONER:
        return (PETITIONER,)
    kept = snapshot().conferences_kept(staff.organ_id) if kind.mover in {Mover.CONFERENCE, Mover.DECIDER} else ()
    if kind.mover is Mover.CONFERENCE and kept:
        return kept
    return (staff.organ_id, *kept) if kind.mover is Mover.DECIDER else (staff.organ_id,)


def _in_whose_name(staff: Staff, act: Act) -> str:
    if act.by == PETITIONER:
        return "" if act.officer.strip() else f"代信访人登记「{act.term}」的，须写明经办人"
    if act.by == staff.organ_id:
        return ""
    organs = directory()
    if act.by in snapshot().conferences_kept(staff.organ_id):
        return ""
    return f"{staff.name}在{organs.name(staff.organ_id)}工作，不能以{organs.name(act.by)}的名义办理"
