"""行为的类别 — which acts concern the petition as a whole, which may follow its end, which the seal does not stand against."""

from yifa.law.acts import (
    AnswerRecommendation,
    AnswerSupervision,
    AppointLead,
    Attach,
    Bar,
    Classify,
    Close,
    Correct,
    Decline,
    Enforce,
    FollowUp,
    InformPersonnel,
    Notify,
    OfferHelp,
    OrderRemedy,
    PublishFinalReview,
    Rate,
    Reach,
    Recommend,
    RecordResult,
    Reopen,
    ReportBack,
    ReportExecution,
    ReportRemedy,
    ReportUrgent,
    RequestFinalReview,
    RequestReview,
    Resolve,
    Serve,
    StandIn,
    Supervise,
    TakeConferenceMeasure,
    Terminate,
    TransferSealed,
)

CLAIM_OPTIONAL = frozenset({Decline, Bar, InformPersonnel, Supervise, OrderRemedy, Rate, FollowUp, Serve})
"""Acts that may concern the petition as a whole, though they can name a claim."""

AFTER_CLOSE = frozenset(
    {Attach, Bar, Decline, Notify, ReportUrgent, Serve, Correct, RequestReview, RequestFinalReview}
    | {Enforce, ReportExecution, PublishFinalReview, RecordResult, Terminate, ReportBack}
    | {Rate, FollowUp, Resolve, OfferHelp, AppointLead, Reach, StandIn, Reopen}
    | {Supervise, AnswerSupervision, Recommend, AnswerRecommendation}
    | {TakeConferenceMeasure, OrderRemedy, ReportRemedy}
)
"""What may still be done once the file is closed: repeats are answered, decisions carried out, results fed back."""

BESIDE_WITHDRAWAL = frozenset({Reopen, Serve, Enforce, ReportExecution})
"""What a withdrawal does not stand against: an opinion given before it is served and carried out all the same."""

BESIDE_SEAL = frozenset(
    {Attach, Classify, TransferSealed, InformPersonnel, Notify, Correct}
    | {AnswerSupervision, AnswerRecommendation, ReportRemedy}
)
"""What the organ that received an accusation must be able to do, even where it is the accused or serves under them.

It learns nothing by it that it has not received: it sends the material on sealed, or tells where to turn.
"""

RECORDS = frozenset({Close, Correct})
"""Acts on the record itself: the law gives them to nobody, it asks for a record that is true (Art. 21¶2)."""
