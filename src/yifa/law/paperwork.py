"""文书义务 — which papers each act owes; what they state, and by when they are owed, is in `notices`."""

from yifa.law import acts
from yifa.law.acts import Act
from yifa.law.petition import Petition
from yifa.law.terms import Channel, NoticeKind, Track

OWES: dict[type[Act], tuple[str, ...]] = {
    acts.Register: ("D01", "D02", "D03"),
    acts.CarryOver: (),
    acts.Attach: ("D01", "D02", "D03", "D-GJ"),
    acts.Supplement: (),
    acts.Split: (),
    acts.Classify: (),
    acts.Withdraw: (),
    acts.Reopen: (),
    acts.Reach: (),
    acts.StandIn: (),
    acts.Transfer: ("D04",),
    acts.Assign: ("D05",),
    acts.TransferToJustice: ("D04",),
    acts.TransferSealed: ("D04-B",),
    acts.Guide: ("D07",),
    acts.ReportUrgent: ("D06",),
    acts.InformPersonnel: ("D08",),
    acts.SignFor: (),
    acts.Object: ("D09",),
    acts.AgreeReturn: ("D10",),
    acts.RefuseReturn: ("D10",),
    acts.SettleAcceptance: ("D11",),
    acts.Succeed: ("D-ZD",),
    acts.Notify: ("D12", "D12-b", "D12-c"),
    acts.Accept: (),
    acts.Decline: ("D13",),
    acts.Bar: ("D14",),
    acts.Recuse: ("D15",),
    acts.TakeStatement: ("D16",),
    acts.Investigate: ("D17",),
    acts.HoldHearing: ("D18", "D19", "D20"),
    acts.Extend: ("D21", "D22"),
    acts.Divert: ("D23", "D24"),
    acts.RecordResult: ("D-FK",),
    acts.Fulfil: ("D-LX",),
    acts.Mediate: ("D25",),
    acts.Settle: ("D26",),
    acts.HandlingOpinion: ("D27",),
    acts.Enforce: ("D28",),
    acts.ReportExecution: ("D-ZX",),
    acts.SuggestionReply: ("D29",),
    acts.ReportBack: ("D-JB",),
    acts.Serve: ("D30",),
    acts.Resolve: (),
    acts.Close: (),
    acts.RequestReview: ("D31", "D32"),
    acts.ReviewOpinion: ("D33",),
    acts.RequestFinalReview: ("D34", "D32"),
    acts.FinalReviewOpinion: ("D35",),
    acts.PublishFinalReview: ("D36",),
    acts.Supervise: ("D37",),
    acts.AnswerSupervision: ("D39",),
    acts.Recommend: ("D38",),
    acts.AnswerRecommendation: ("D39",),
    acts.TakeConferenceMeasure: ("D-LH",),
    acts.OrderRemedy: ("D-ZL",),
    acts.ReportRemedy: ("D-ZG",),
    acts.AppointLead: (),
    acts.OfferHelp: ("D40",),
    acts.Rate: ("D41",),
    acts.FollowUp: ("D42",),
    acts.Terminate: ("D43",),
    acts.Correct: (),
}
"""The papers each act owes; empty where it owes none.  `papers_of` knows which of them this very act owes."""

_NOTICES = {NoticeKind.OWN: "D12", NoticeKind.PASSED: "D12-b", NoticeKind.ELSEWHERE: "D12-c"}


def papers_of(act: Act, petition: Petition | None = None) -> tuple[str, ...]:
    """应制作的文书 — the papers this very act owes: the notice of its kind, no agreement where none was reached.

    What comes of an accusation is told to who made it (Art. 30¶1); the `petition` says whether a claim is one.
    """
    match act:
        case acts.RecordResult():
            accusation = petition and any(one.track is Track.B for one in petition.chosen(act.claim))
            return OWES[acts.RecordResult] if accusation else ()
        case acts.Notify():
            return (_NOTICES[act.kind],)
        case acts.Mediate(agreed=False):
            return ()
        case acts.Register() | acts.Attach() if act.channel is not Channel.VISIT or act.people == 1:
            return tuple(number for number in OWES[type(act)] if number != "D03")
    return OWES[type(act)]
