"""监督 — supervision, recommendations, conference measures, recusal, correction, urgent reports, lead officials."""

from dataclasses import replace
from datetime import timedelta

from yifa.law.acts import (
    AnswerRecommendation,
    AnswerSupervision,
    AppointLead,
    Correct,
    OrderRemedy,
    Reach,
    Recommend,
    Recuse,
    Register,
    ReportRemedy,
    ReportUrgent,
    Supervise,
    TakeConferenceMeasure,
    TakeStatement,
    Transfer,
)
from yifa.law.grounds import RemedyGround
from yifa.law.terms import (
    Adoption,
    ConferenceMeasureKind,
    LeadLevel,
    Recommendation,
    SupervisionGround,
    Track,
)
from yifa.site.demo.draft import Draft
from yifa.site.demo.histories.handled import opened
from yifa.site.demo.histories.steps import happy_end, opine, outcome, send, take_up, tell
from yifa.site.demo.organs import (
    CITY_OFFICE,
    COMMITTEE,
    CONFERENCE,
    DISCIPLINE,
    GOVERNMENT,
    OFFICE,
    ORGANS,
    TOWNS,
    head_of,
    officer_for,
)
from yifa.site.demo.people import chance, person_name
from yifa.site.demo.texts import STATEMENTS, Matter

COUNTY_POSTS = (
    "旗委副书记",
    "旗委常委、政法委书记",
    "副旗长",
    "旗委常委、统战部部长",
    "旗人大常委会副主任",
    "旗政协副主席",
)
ANSWERS = {
    Adoption.FULL: "已采纳，修订内部流程并公布。",
    Adoption.PART: "部分采纳，其余部分需上级明确政策。",
    Adoption.NONE: "未采纳：现行规定已有要求，将加强执行。",
}

ORDERED = 0.5
"""How many of the supervised are ordered to put right what was found."""


def _handled(d: Draft, m: Matter) -> None:
    take_up(d, m)
    result = outcome(d)
    opine(d, m, result)
    happy_end(d, m, result)


def supervised(d: Draft) -> None:
    """The office finds that it drags on, says so, and is answered."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    ground = d.rng.choice(list(SupervisionGround)[:5])
    day = d.day + timedelta(days=30)
    d.then(
        Supervise,
        (4, 10),
        by=OFFICE,
        to=m.organ,
        ground=ground,
        facts="告知后多日未与信访人联系，现场核实进展缓慢。",
        advice="明确专人负责，建立办理进度提醒。",
        due=day,
    )
    d.then(AnswerSupervision, (3, 10), by=m.organ, answer="已明确专人，约定时间听取信访人陈述。")
    _handled(d, m)
    _ordered(d, m)


def _ordered(d: Draft, m: Matter) -> None:
    """What supervision found is put right by order of the government above, and reported."""
    above = next(one.superiors for one in ORGANS if one.code == m.organ)
    if d.claim or GOVERNMENT not in above or chance("ordered", d.key).random() > ORDERED:
        return
    day = d.day + timedelta(days=30)
    d.then(
        OrderRemedy,
        (2, 6),
        by=GOVERNMENT,
        to=m.organ,
        ground=RemedyGround.DELAY,
        facts="督办查明：告知后多日未与信访人联系，责任不清。",
        order="健全首办责任和办理进度提醒，对同类事项逐件核对。",
        due=day,
    )
    d.then(ReportRemedy, (5, 15), by=m.organ, report="已建立首办责任和进度提醒，同类事项逐件核对完毕。")


def _advised(d: Draft, kind: Recommendation, adoption: Adoption, to: str = "") -> None:
    m = opened(d)
    send(d, m)
    tell(d, m)
    take_up(d, m)
    result = outcome(d)
    opine(d, m, result)
    to = to or m.organ
    d.then(
        Recommend,
        (1, 5),
        by=OFFICE,
        kind=kind,
        to=to,
        facts="同类事项本季度反复发生，暴露制度和责任落实上的问题。",
        text="建议梳理同类问题，完善制度，明确责任并书面反馈采纳情况。",
    )
    d.then(AnswerRecommendation, (8, 20), by=to, kind=kind, adoption=adoption, answer=ANSWERS[adoption])
    happy_end(d, m, result)


def advised_on_work(d: Draft) -> None:
    """Recommended to improve work; taken up."""
    _advised(d, Recommendation.WORK, d.rng.choice((Adoption.FULL, Adoption.FULL, Adoption.PART)))


def advised_on_policy(d: Draft) -> None:
    """Recommended to the government to complete policy; taken up in part."""
    _advised(d, Recommendation.POLICY, Adoption.PART, GOVERNMENT)


def advised_on_liability(d: Draft) -> None:
    """Recommended to hold to account; mostly not taken up."""
    _advised(d, Recommendation.LIABILITY, d.rng.choice((Adoption.NONE, Adoption.FULL)), DISCIPLINE)


def measured(d: Draft) -> None:
    """The joint conference calls an organ to account."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    kind = d.rng.choice(list(ConferenceMeasureKind))
    day = d.day + timedelta(days=40)
    d.then(
        TakeConferenceMeasure,
        (6, 14),
        by=CONFERENCE,
        kind=kind,
        to=m.organ,
        reason="同类问题多次发生，责任落实不到位。",
        due=day,
    )
    d.then(ReportRemedy, (4, 12), by=m.organ, report="已明确责任领导和经办人员，同类问题逐件整改。")
    _handled(d, m)


def recused(d: Draft) -> None:
    """A handler is related to the matter: another takes over."""
    m = opened(d)
    send(d, m)
    tell(d, m)
    d.then(
        Recuse,
        (0, 2),
        by=m.organ,
        person=person_name(chance("recused", d.key)),
        relation="与信访人系近亲属",
        decided_by=head_of(m.organ),
        replaced_by=officer_for(m.organ, TakeStatement, 0),
    )
    _handled(d, m)


def corrected(d: Draft) -> None:
    """The registrar wrote the reasons down wrongly, and puts it right."""
    m = d.pick(Track.C6)
    d.register(m)
    wrong = d.acts[0]
    assert isinstance(wrong, Register)
    d.acts[0] = replace(wrong, reasons="来访人口述，待核。")
    right = replace(wrong, reasons="经核对来访登记单，理由以书面材料为准。")
    d.fixed = True
    d.then(Correct, (0, 1), by=OFFICE, target=0, reason="登记时理由栏录入有误", right=right)
    send(d, m)
    tell(d, m)
    d.then(Reach, by=m.organ, contact=d.who.contact, electronic=True, note="承办人电话联系时本人说明。")
    _handled(d, m)


def struck(d: Draft) -> None:
    """A statement was recorded twice; the second entry is taken back."""
    m = d.pick(Track.C6)
    d.register(m)
    d.then(Transfer, (0, 4), by=OFFICE, to=m.organ, summary=m.ask)
    tell(d, m)
    d.then(TakeStatement, (2, 6), by=m.organ, statement=STATEMENTS[0])
    d.then(TakeStatement, by=m.organ, statement=STATEMENTS[0])
    d.fixed = True
    d.then(Correct, (0, 1), by=OFFICE, target=len(d.acts) - 1, reason="同一次陈述重复录入")
    _handled(d, m)


def urgent(d: Draft) -> None:
    """Grave and urgent: reported at once, then sent on."""
    m = d.pick(Track.C6)
    d.register(m, urgent=True)
    d.then(
        ReportUrgent,
        by=OFFICE,
        to=(COMMITTEE, GOVERNMENT, CITY_OFFICE),
        proposal="建议由分管领导牵头，责任单位当日到场，依法就地处理。",
        measures="已通知责任单位，安排专人接待。",
    )
    send(d, m, gap=(0, 1))
    tell(d, m, gap=(0, 3))
    _handled(d, m)


def lead(d: Draft, organ: str) -> None:
    """包案 — an official of each of the five levels answers for this petition."""
    thread = d.fork("")
    thread.day = d.opened
    rng = chance("lead", d.key)
    posts = {
        LeadLevel.COUNTY: (person_name(chance("county", rng.randrange(12))), rng.choice(COUNTY_POSTS)),
        LeadLevel.DEPARTMENT: (head_of(organ if organ not in TOWNS else OFFICE), "主要负责人"),
        LeadLevel.TOWN: (head_of(d.town), f"{TOWNS[d.town]}党委书记" if d.town != "SF-NC" else "农场场长"),
        LeadLevel.VILLAGE: (person_name(chance("village", d.who.village)), f"{d.who.village}党支部书记"),
        LeadLevel.HANDLER: (officer_for(d.town, TakeStatement, 0), "信访专干"),
    }
    for number, (level, (official, post)) in enumerate(posts.items()):
        due = d.opened + timedelta(days=100)
        gap = (3, 9) if number == 0 else (0, 0)
        duty = "包调处、包办理、包答复，定期听取信访人意见"
        thread.then(AppointLead, gap, by=OFFICE, level=level, official=official, post=post, duty=duty, due=due)
