"""办理 — how the organ with authority handles a claim (Arts. 29–34)."""

from datetime import date

from yifa.law.acts.base import Act, act
from yifa.law.terms import Adoption, Evidence, Method, Mover, Outcome


@act("听取陈述", "31(6)", Mover.HANDLER)
class TakeStatement(Act):
    """听取陈述 — the petitioner is heard on facts and reasons; no opinion without it."""

    statement: str
    claim: str = ""


@act("调查核实", "31(6)", Mover.HANDLER)
class Investigate(Act):
    """调查核实 — what was found, and from which evidence."""

    findings: str
    claim: str = ""


@act("听证", "31(6)", Mover.DECIDER)
class HoldHearing(Act):
    """听证 — for grave, complex or difficult matters; in final review its `days` are left out of the thirty (Art. 36¶2)."""

    days: int
    conclusion: str
    claim: str = ""


@act("延期", "34", Mover.HANDLER)
class Extend(Act):
    """延期 — at most thirty days more for a complex claim, approved by the head before time is up, reasons told.

    `days` are added to the nominal sixtieth day, then the last day is rolled.
    """

    days: int
    reason: str
    approved_by: str
    claim: str = ""


@act("导入法定途径", "31(1)", Mover.HANDLER)
class Divert(Act):
    """导入法定途径 — the claim belongs to another procedure: which, before whom, and the petitioner's own last day.

    `last_day` may be empty only where the path sets no limit.  `after` names the step taken where one must come first.
    """

    path: str
    body: str
    last_day: date | None = None
    reason: str = ""
    after: str = ""
    claim: str = ""


@act("回填法定途径结果", "31(1)", Mover.HOLDER)
class RecordResult(Act):
    """回填法定途径结果 — what the other procedure came to: its case number and result, fed back."""

    result: str
    case_number: str = ""
    claim: str = ""


@act("依法履职", "31(5)", Mover.HANDLER)
class Fulfil(Act):
    """依法履职 — a breach of law is investigated or a protective duty done, or an answer is given; not an opinion."""

    result: str
    basis_text: str
    claim: str = ""


@act("调解", "33", Mover.HANDLER)
class Mediate(Act):
    """调解 — with the consent of both parties, within the law and the organ's discretion."""

    petitioner_consents: bool
    other_party: str
    other_party_consents: bool
    agreed: bool
    agreement: str = ""
    claim: str = ""


@act("和解", "33", Mover.HANDLER)
class Settle(Act):
    """和解 — the parties settle of their own will, and it is put in writing."""

    other_party: str
    voluntary: bool
    agreement: str
    claim: str = ""


@act("作出处理意见", "32.1", Mover.HANDLER)
class HandlingOpinion(Act):
    """作出处理意见 — the written opinion on a claim by petition procedure: what was asked, facts, opinion, basis, outcome."""

    outcome: Outcome
    request: str
    facts: str
    opinion: str
    basis_text: str = ""
    claim: str = ""


@act("督促执行", "32.2", Mover.HANDLER)
class Enforce(Act):
    """督促执行 — a supported request is to be carried out by `to`."""

    to: str
    due: date | None = None
    claim: str = ""


@act("报告执行情况", "32.2", Mover.HANDLER)
class ReportExecution(Act):
    """报告执行情况 — whether and how a supported request was carried out.  `of` is the number of the Enforce in the file."""

    done: bool
    report: str
    claim: str = ""
    of: int | None = None


@act("答复建议", "29.1", Mover.HANDLER)
class SuggestionReply(Act):
    """答复建议 — a suggestion was studied: taken up, in part, or not, and why."""

    adoption: Adoption
    study: str
    claim: str = ""


@act("报送办结报告", "22.1(3)", Mover.ADDRESSEE)
class ReportBack(Act):
    """报送办结报告 — what was assigned is reported back with its result."""

    report: str
    claims: tuple[str, ...] = ()


@act("送达", "35", Mover.DECIDER)
class Serve(Act):
    """送达 — a paper reached the petitioner on this day, by which method and with what proof; review limits count from it.

    `paper` is the paper's number ("D27"); empty means all that this organ has still to serve.
    """

    method: Method
    proof: str
    paper: str = ""
    receiver: str = ""
    claim: str = ""


@act("认定化解", "37.1", Mover.HOLDER)
class Resolve(Act):
    """认定化解 — a concluded claim is shown to be resolved, by which evidence; counted in the one-time resolution rate."""

    evidence: Evidence
    note: str = ""
    claim: str = ""


@act("办结归档", "22.1", Mover.HOLDER)
class Close(Act):
    """办结归档 — every claim is answered, every paper served; the file is closed."""

    note: str = ""
