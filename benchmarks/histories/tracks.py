"""其他途径 — suggestions, accusations, litigation, arbitration, administrative procedures, duties (Arts. 29–31)."""

from datetime import timedelta

from draft import Draft
from matters import BY_TRACK, person

from histories.table import met
from yifa.law.acts import (
    CarryOver,
    Divert,
    Fulfil,
    Guide,
    InformPersonnel,
    Investigate,
    Notify,
    RecordResult,
    ReportUrgent,
    SignFor,
    SuggestionReply,
    Terminate,
    Transfer,
    TransferSealed,
    TransferToJustice,
)
from yifa.law.terms import Adoption, Channel, RatedBody, Track


@met(75)
def suggestion(d: Draft) -> None:
    """Studied and answered."""
    d.begin(Track.A)
    d.notify()
    d.later(5, 40)
    d.do(SuggestionReply, d.handler, adoption=d.chance.choice(list(Adoption)), study="经研究，纳入年度计划统筹考虑")
    d.serve()
    d.rate(0.3)
    d.close(0.5)


@met(60)
def accusation_sealed(d: Draft) -> None:
    """Goes sealed to the discipline organ; its result is fed back."""
    matter = d.about(Track.B)
    leader = d.banner.leader(f"Z{d.place}" if not matter.organ else matter.organ)
    accused = leader if d.likely(0.3) else person(d.chance)
    d.register(d.request(matter, accused=(accused,)))
    d.within(0, 6, late=17)
    discipline = d.banner.code("JW")
    envelope = f"密{d.on.year}-{d.chance.randrange(10**6):06d}"
    d.do(TransferSealed, d.home, to=discipline, recipient="案管室主任", envelope=envelope)
    if d.likely(0.3):
        d.do(InformPersonnel, d.home, to=d.banner.code("ZZB"), gist="反映干部作风问题")
    if d.likely(0.8):
        d.later(30, 150)
        d.do(RecordResult, d.home, result=d.chance.choice(("查无实据，予以了结", "属实，已给予处分")))


@met(30)
def accusation_of_staff(d: Draft) -> None:
    """Of a small matter: the department above looks into it."""
    matter = d.about(Track.B)
    d.register(d.request(matter))
    d.send(d.handler)
    d.notify()
    d.later(5, 40)
    d.do(Investigate, d.handler, findings="经核查，反映的问题部分属实")
    d.do(RecordResult, d.handler, result="已批评教育并责令整改")
    d.close(0.5)


@met(50)
def litigation_by_letter(d: Draft) -> None:
    """A letter about litigation goes to the organ of the same level."""
    d.register(d.request(d.about(Track.C1)), channel=d.chance.choice((Channel.LETTER, Channel.ONLINE)))
    d.within(1, 12, late=17)
    d.do(TransferToJustice, d.home, to=d.handler)
    if d.likely(0.5):
        d.later(30, 120)
        d.do(RecordResult, d.home, result="已作出裁判", case_number=f"（{d.on.year}）民初{d.chance.randrange(9999)}号")
    elif d.likely(0.1):
        d.later(100, 300)
        d.do(Terminate, d.banner.code("FY"), document="依法终结决定")
    d.repeat(0.2)


@met(30)
def litigation_on_a_visit(d: Draft) -> None:
    """A visitor is told the law and shown the way."""
    d.register(d.request(d.about(Track.C1)), channel=Channel.VISIT)
    d.do(Guide, d.home, to=d.handler, explanation="讲明诉讼权利和期限，引导向人民法院提出")
    d.rate(0.5, RatedBody.OFFICE)


def _diverted(d: Draft, track: Track) -> None:
    d.begin(track)
    d.notify()
    d.later(1, 12)
    last_day = d.on + timedelta(days=d.matter.days) if d.matter.days else None
    d.do(Divert, d.handler, path=d.matter.path, body="主管机关", last_day=last_day, reason="应当通过法定途径解决")
    d.serve()
    if d.likely(0.4):
        d.later(40, 150)
        d.do(
            RecordResult,
            d.handler,
            result="主管机关已作出处理决定",
            case_number=f"{d.on.year}-{d.chance.randrange(9999)}",
        )
        d.close(0.5)


@met(15)
def police(d: Draft) -> None:
    """Reports and suits led to the police and the courts."""
    _diverted(d, Track.C1)


@met(75)
def arbitration(d: Draft) -> None:
    """Led to arbitration."""
    _diverted(d, Track.C2)


@met(10)
def personnel_appeal(d: Draft) -> None:
    """Led to an appeal against a sanction."""
    _diverted(d, Track.C3)


@met(90)
def administrative(d: Draft) -> None:
    """Led to an administrative procedure."""
    _diverted(d, Track.C4)


@met(120)
def duty_done(d: Draft) -> None:
    """A breach is investigated, or a duty done, and the petitioner told."""
    d.begin(Track.C5)
    if d.likely(0.3):
        d.later(0, 2)
        d.do(SignFor, d.handler)
    d.notify()
    d.later(5, 45)
    d.do(Fulfil, d.handler, result="已立案查处并责令整改", basis_text="有关行政处罚的规定")
    d.serve()
    d.rate(0.5)
    d.close(0.4)


@met(8)
def urgent(d: Draft) -> None:
    """Grave and urgent: reported at once."""
    d.register(d.request(d.about(Track.C5)), people=60, urgent=True, anonymous=False)
    government = (d.banner.code("ZF"), d.banner.code("DW"))
    d.do(ReportUrgent, d.home, to=government, proposal="立即派员到现场处置", measures="已安排接访")
    d.do(Transfer, d.home, to=d.handler)
    d.later(0, 3)
    d.do(Notify, d.handler)
    d.later(1, 10)
    d.do(Fulfil, d.handler, result="已督促支付并依法查处", basis_text="保障农民工工资支付的规定")
    d.serve()


@met(12)
def imported(d: Draft) -> None:
    """Concluded in the system before this one."""
    number = f"旧{d.on.year}{d.chance.randrange(10**8):08d}"
    d.register(d.request(d.chance.choice(BY_TRACK[Track.C6])), origin=number)
    d.do(CarryOver, d.home, state="已办结")
    d.repeat(0.1)
