"""办理 — what handling a claim does to it."""

from yifa.law.acts.handling import (
    Close,
    Divert,
    Enforce,
    Extend,
    Fulfil,
    HandlingOpinion,
    HoldHearing,
    Investigate,
    Mediate,
    RecordResult,
    ReportBack,
    ReportExecution,
    Resolve,
    Serve,
    Settle,
    SuggestionReply,
    TakeStatement,
)
from yifa.law.answers import Asked, Issued, Opinion
from yifa.law.fold.base import conclude, does, done_anew, issue, only
from yifa.law.petition import Petition
from yifa.law.terms import Adoption


@does(TakeStatement)
def take_statement(petition: Petition, act: TakeStatement) -> None:
    """The petitioner was heard."""
    only(petition, act.claim).heard = act.on


@does(Investigate)
def investigate(petition: Petition, act: Investigate) -> None:
    """The facts were looked into."""
    only(petition, act.claim).investigated = act.on


@does(HoldHearing)
def hold_hearing(petition: Petition, act: HoldHearing) -> None:
    """Its days are left out in final review only (Art. 36¶2)."""
    final = only(petition, act.claim).final_review
    if final and final.to == act.by and not final.decided:
        final.hearings.append((act.on, act.days))


@does(Extend)
def extend(petition: Petition, act: Extend) -> None:
    """The nominal last day moves by `days`; the petitioner must be told."""
    claim = only(petition, act.claim)
    if charge := claim.charge:
        charge.handling.extended += act.days
        charge.handling.extensions += 1
    issue(petition, "D22", act, claim.id)


@does(Divert)
def divert(petition: Petition, act: Divert) -> None:
    """The claim goes its lawful way; the petitioner must be told before whom and until when."""
    claim = only(petition, act.claim)
    claim.diverted, claim.path, claim.last_day = act.on, act.path, act.last_day
    issue(petition, "D23", act, claim.id)


@does(RecordResult)
def record_result(petition: Petition, act: RecordResult) -> None:
    """The other procedure has come to its end."""
    conclude(only(petition, act.claim), act)


@does(Fulfil)
def fulfil(petition: Petition, act: Fulfil) -> None:
    """Done or answered; the answer must be served."""
    claim = only(petition, act.claim)
    conclude(claim, act)
    issue(petition, "D-LX", act, claim.id)


@does(Mediate)
def mediate(petition: Petition, act: Mediate) -> None:
    """An agreement ends the claim; without one it is handled on."""
    if act.agreed:
        conclude(only(petition, act.claim), act)


@does(Settle)
def settle(petition: Petition, act: Settle) -> None:
    """The settlement ends the claim."""
    conclude(only(petition, act.claim), act)


@does(HandlingOpinion)
def handling_opinion(petition: Petition, act: HandlingOpinion) -> None:
    """The sixty days are met by its issue; the limits of review wait for its service."""
    claim = only(petition, act.claim)
    claim.opinion = Opinion(act.by, act.on, act.outcome)
    done_anew(claim, act.on)
    issue(petition, "D27", act, claim.id, claim.opinion)


@does(Enforce)
def enforce(petition: Petition, act: Enforce) -> None:
    """Someone has been told to carry it out; told again, the later order takes the place of the one still open."""
    opinion = only(petition, act.claim).opinion
    if opinion:
        for order in opinion.orders:
            if order.open and order.to == act.to:
                order.ended = act.on
        opinion.orders.append(Asked(petition.number, act, act.to))


@does(ReportExecution)
def report_execution(petition: Petition, act: ReportExecution) -> None:
    """Carried out, or not yet: by the one it names, or by all who were told to."""
    opinion = only(petition, act.claim).opinion
    if opinion and act.done:
        for order in opinion.orders:
            if order.open and act.of in {None, order.number}:
                order.answered = act.on
        if not any(order.open for order in opinion.orders):
            opinion.executed = opinion.executed or act.on


@does(SuggestionReply)
def suggestion_reply(petition: Petition, act: SuggestionReply) -> None:
    """The suggestion is answered; taken up, even in part, the petitioner must hear of it (Art. 29¶1)."""
    claim = only(petition, act.claim)
    claim.adoption = act.adoption
    conclude(claim, act)
    issue(petition, "D29", act, claim.id, asked=act.adoption is not Adoption.NONE)


@does(ReportBack)
def report_back(petition: Petition, act: ReportBack) -> None:
    """The assigned day is met."""
    for claim in petition.live(act.claims):
        for handling in claim.handlings:
            if handling.organ == act.by and handling.owes_report:
                handling.reported = act.on


def unserved(petition: Petition, paper: str = "", claim: str = "", by: str = "") -> list[Issued]:
    """The papers a Serve may mean; those that `by` issued, if there are any."""
    found = [
        issued
        for issued in petition.papers
        if issued.served is None and paper in {"", issued.paper} and claim in {"", issued.claim}
    ]
    return [issued for issued in found if issued.by == by] or found


@does(Serve)
def serve(petition: Petition, act: Serve) -> None:
    """What was handed over has arrived, one paper or several at once; the limits that depend on it begin."""
    for issued in unserved(petition, act.paper, act.claim, act.by):
        issued.served = act.on
        if issued.answer:
            issued.answer.served = act.on


@does(Resolve)
def resolve(petition: Petition, act: Resolve) -> None:
    """Shown to be resolved."""
    only(petition, act.claim).resolved = act.evidence


@does(Close)
def close(petition: Petition, act: Close) -> None:
    """The file is closed."""
    petition.closed = act.on
