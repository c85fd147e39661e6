"""台账指标 — screening and proxy service, and the year of the rule-of-law programme, as their ledgers have it."""

from collections.abc import Iterator
from functools import partial

from yifa.prevention import figures as prevention
from yifa.programme import figures as programme
from yifa.programme.models import MeetingKind, StudyKind, TrainingScope
from yifa.statistics.indicator import Indicator
from yifa.statistics.parts import Ledger

SCREENING = "矛盾纠纷排查化解"
PROXY = "信访代办"
PROGRAMME = "法治化工作"
OUTREACH = "普法宣传"
STANDING = "截至期末"


def indicators() -> Iterator[Indicator]:
    """In the order a report prints them."""
    found = Ledger(find=prevention.disputes_found, day="found")
    resolved = Ledger(find=prevention.disputes_resolved, day="found", as_of=True)
    yield _count("disputes_found", "排查矛盾纠纷", SCREENING, found, "件", "按排查之日计入年度")
    yield _count("disputes_resolved", "化解矛盾纠纷", SCREENING, resolved, "件", f"年度内排查的，{STANDING}已化解")
    yield Indicator(
        name="dispute_resolution_rate",
        term="矛盾纠纷化解率",
        heading=SCREENING,
        n=resolved,
        d=found,
        note=f"年度内排查的，{STANDING}已化解的／排查的",
    )
    cases = (
        ("proxies_accepted", "受理代办事项", prevention.proxies_accepted, False),
        ("proxies_mediated", "已调解代办事项", prevention.proxies_mediated, True),
        ("proxies_resolved", "已化解代办事项", prevention.proxies_resolved, True),
    )
    for name, term, find, as_of in cases:
        note = f"年度内受理的，{STANDING}的情况；调解与化解各自统计" if as_of else "按受理之日计入年度"
        yield _count(name, term, PROXY, Ledger(find=find, day="accepted", as_of=as_of), "件", note)
    yield from _programme()
    yield from _outreach()


def _programme() -> Iterator[Indicator]:
    study = Ledger(find=partial(programme.study_sessions, kind=StudyKind.THEORY_GROUP), day="held")
    meetings = Ledger(find=partial(programme.meetings, kind=MeetingKind.PARTY_RULE_OF_LAW), day="held")
    yield _count("study_sessions", "党组理论学习中心组专题学习", PROGRAMME, study, "次")
    yield _count("party_meetings", "党组会专题研究法治建设", PROGRAMME, meetings, "次", "不含首次党组会")
    heard = Ledger(find=programme.reports_heard, day="meeting__held")
    yield _count("reports_heard", "听取法治建设工作汇报", PROGRAMME, heard, "次")
    solved = Ledger(find=programme.problems_resolved, day="resolved")
    yield _count("problems_resolved", "研究解决重点难点问题", PROGRAMME, solved, "个", "按解决之日计入年度")
    conferences = Ledger(find=programme.joint_conferences, day="held")
    yield _count("joint_conferences", "信访工作联席会议", PROGRAMME, conferences, "次")
    own = Ledger(find=programme.own_trainings, day="begins")
    yield _count("own_trainings", "法治培训", PROGRAMME, own, "次", "只计本局干部的培训；按开始之日计入年度")
    everyone = Ledger(find=programme.trainings, day="begins", column="attendance")
    yield _count("participants", "参训人次", PROGRAMME, everyone, "人次", "各次培训签到人数之和")
    for scope in TrainingScope:
        attended = Ledger(find=partial(programme.trainings, scope=scope), day="begins", column="attendance")
        yield _count(f"participants_{scope.name.lower()}", f"参训人次：{scope}", PROGRAMME, attended, "人次")


def _outreach() -> Iterator[Indicator]:
    activities = Ledger(find=programme.outreach_activities, day="held")
    yield _count("outreach_activities", "普法活动", OUTREACH, activities, "次")
    asked = Ledger(find=programme.consultations, day="held", column="consultations")
    yield _count("consultations", "解答咨询", OUTREACH, asked, "人次")
    handed = Ledger(find=programme.leaflets, day="held", column="leaflets")
    yield _count("leaflets", "发放宣传材料", OUTREACH, handed, "份")
    read = Ledger(find=programme.reads, day="held", column="reads")
    yield _count("reads", "推送内容阅读", OUTREACH, read, "次", "人工填报：取自外部平台，台账记明平台和查看日期")


def _count(name: str, term: str, heading: str, n: Ledger, unit: str, note: str = "") -> Indicator:
    return Indicator(name=name, term=term, heading=heading, n=n, unit=unit, note=note)
