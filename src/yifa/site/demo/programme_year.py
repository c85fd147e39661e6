"""法治化工作的一年 — what the office plans, hears, learns, teaches and tells in a year; 2025 as the report has it."""

from dataclasses import dataclass
from datetime import date

from yifa.programme.models import AgendaKind, MeetingKind, OutreachKind, PlanKind, StudyKind, TrainingScope
from yifa.site.demo.days import on_or_after, on_or_before
from yifa.site.demo.organs import OFFICE, head_of
from yifa.site.demo.people import chance, person_name

Item = tuple[AgendaKind, str, date | None, str]
Task = tuple[str, str, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """会议 — one meeting and its agenda."""

    day: date
    kind: MeetingKind
    title: str
    agenda: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """普法 — one activity, reception or article."""

    day: date
    kind: OutreachKind
    title: str
    place: str = ""
    consultations: int = 0
    leaflets: int = 0
    reads: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """一年的次数 — how many of each; sums are split over the occasions."""

    study: int
    ruled: int
    heard: int
    problems: int
    own: int
    conferences: int
    activities: int
    consultations: int
    leaflets: int
    reads: int
    april: int
    school: int
    december: int
    supplied: int | None


NUMBERS = {
    2024: Numbers(
        study=5, ruled=3, heard=2, problems=3, own=2, conferences=4, activities=3, consultations=318, leaflets=640, reads=742,
        april=88, school=42, december=121, supplied=9,
    ),
    2025: Numbers(
        study=6, ruled=4, heard=3, problems=4, own=3, conferences=5, activities=4, consultations=436, leaflets=862, reads=1063,
        april=96, school=50, december=143, supplied=14,
    ),
}  # fmt: skip
LIVE = Numbers(
    study=6, ruled=4, heard=3, problems=4, own=3, conferences=5, activities=4, consultations=452, leaflets=890, reads=1210,
    april=102, school=48, december=150, supplied=None,
)  # fmt: skip
"""A year under way, were it over."""

STUDIES = (
    "习近平法治思想学习纲要",
    "《信访工作条例》",
    "党内法规选编",
    "《中华人民共和国宪法》",
    "法治政府建设实施纲要",
    "领导干部应知应会党内法规和国家法律清单",
    "行政复议法",
)
PROBLEMS = ("复查复核衔接不畅", "诉访分离甄别标准不统一", "告知文书格式不规范", "镇（农场）信访力量不足")
OWN = ("依法分类处理信访诉求", "文书制作与送达", "办理期限与告知义务", "听证组织实务")
CONFERENCES = (
    "研究信访工作法治化推进安排",
    "研究重点领域信访问题",
    "督导矛盾纠纷排查化解",
    "研究国庆期间信访服务保障",
    "总结全年信访工作",
)
PLACES = ("北原镇集市", "政府广场", "青禾镇文化站", "旗职业中学")


def _split(total: int, parts: int) -> list[int]:
    """A sum in unequal parts that give it exactly."""
    each = [total // parts + (n - parts // 2) * 7 for n in range(parts)]
    each[-1] += total - sum(each)
    return each


def _over(year: int, count: int, start: int = 1, end: int = 12) -> list[date]:
    """So many worked days, spread over the months."""
    return [on_or_after(date(year, start + n * (end - start) // max(count, 1), 8 + n * 3 % 17)) for n in range(count)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """一年 — everything the ledgers hold of a year."""

    plans: tuple[tuple[PlanKind, str, date, tuple[Task, ...]], ...]
    meetings: tuple[Held, ...]
    studies: tuple[tuple[date, StudyKind, str], ...]
    trainings: tuple[tuple[date, date, TrainingScope, str, str, int, str], ...]
    told: tuple[Told, ...]
    supplied: tuple[int, date] | None

    @classmethod
    def of(cls, year: int) -> "Year":
        """The year with its numbers."""
        numbers = NUMBERS.get(year, LIVE)
        return cls(
            plans=_plans(year),
            meetings=_meetings(year, numbers),
            studies=(
                *(
                    (day, StudyKind.THEORY_GROUP, f"专题学习：{STUDIES[n % len(STUDIES)]}")
                    for n, day in enumerate(_over(year, numbers.study, 2))
                ),
                (on_or_after(date(year, 6, 27)), StudyKind.PARTY_MEMBERS, "在全体党员大会上宣讲习近平法治思想"),
            ),
            trainings=_trainings(year, numbers),
            told=_told(year, numbers),
            supplied=(numbers.supplied, on_or_before(date(year, 12, 29))) if numbers.supplied is not None else None,
        )


def _plans(year: int) -> tuple[tuple[PlanKind, str, date, tuple[Task, ...]], ...]:
    issued = on_or_after(date(year, 2, 10))
    return (
        (
            PlanKind.ANNUAL,
            f"《示范旗信访局{year}年法治政府建设计划》",
            issued,
            (
                ("听取上年度法治建设情况汇报，研究本年度工作", "局长", date(year, 3, 15)),
                ("开展信访事项办理质量案卷评查", "督查科科长", date(year, 6, 30)),
                ("组织全旗信访业务培训", "法规科科长", date(year, 12, 31)),
            ),
        ),
        (
            PlanKind.STUDY,
            f"《示范旗信访局党组理论学习中心组{year}年学习计划安排表》",
            issued,
            (("按计划组织中心组专题学习", "办公室主任", date(year, 12, 20)),),
        ),
        (
            PlanKind.OUTREACH,
            f"《示范旗信访局{year}年普法责任清单》",
            issued,
            (
                ("《信访工作条例》实施周年宣传", "法规科科长", date(year, 5, 31)),
                ("接访窗口常态化普法", "接访科科长", date(year, 12, 31)),
                ("宪法宣传周活动", "办公室主任", date(year, 12, 10)),
            ),
        ),
    )


def _meetings(year: int, numbers: Numbers) -> tuple[Held, ...]:
    heard = f"听取{year - 1}年度法治建设情况汇报"
    first = Held(
        day=on_or_after(date(year, 1, 8)),
        kind=MeetingKind.PARTY_FIRST,
        title=f"{year}年首次党组会",
        agenda=((AgendaKind.REPORT, heard, None, ""), (AgendaKind.OTHER, f"研究部署{year}年法治建设工作", None, "")),
    )
    ruled = []
    for n, day in enumerate(_over(year, numbers.ruled, 3)):
        agenda: list[Item] = []
        if n in ({1, numbers.ruled - 1} if numbers.heard > 2 else {1}):  # one is heard by the first meeting
            agenda.append((AgendaKind.REPORT, "听取阶段性法治建设工作汇报", None, ""))
        if n < numbers.problems:
            solved = on_or_before(min(date(year, 12, 25), date.fromordinal(day.toordinal() + 40)))
            agenda.append((AgendaKind.PROBLEM, PROBLEMS[n], solved, "明确责任科室，修订流程，已落实。"))
        title = f"党组会专题研究法治建设（第{n + 1}次）"
        ruled.append(Held(day=day, kind=MeetingKind.PARTY_RULE_OF_LAW, title=title, agenda=tuple(agenda)))
    joint = [
        Held(
            day=day,
            kind=MeetingKind.JOINT_CONFERENCE,
            title=f"{year}年第{n + 1}次信访工作联席会议",
            agenda=((AgendaKind.OTHER, CONFERENCES[n], None, ""),),
        )
        for n, day in enumerate(_over(year, numbers.conferences, 2))
    ]
    return first, *ruled, *joint


def _trainings(year: int, numbers: Numbers) -> tuple[tuple[date, date, TrainingScope, str, str, int, str], ...]:
    april, december = on_or_after(date(year, 4, 16)), on_or_before(date(year, 12, 26))
    course = on_or_after(date(year, 11, 16))
    guests = "、".join(
        f"示范市信访局{post} {person_name(chance('guest', post))}" for post in ("法规科科长", "网络信访科科长")
    )
    deputy = f"副局长 {person_name(chance('deputy'))}"
    own = [
        (day, day, TrainingScope.OWN_STAFF, f"法治培训：{OWN[n % len(OWN)]}", "全体党员干部", 17 + n, deputy)
        for n, day in enumerate(_over(year, numbers.own, 3))
    ]
    return (
        *own,
        (
            april,
            april,
            TrainingScope.BANNER,
            "全旗法规知识与网络信访工作业务培训会",
            "各镇（农场）、旗直单位信访工作人员",
            numbers.april,
            guests,
        ),
        (
            course,
            date.fromordinal(course.toordinal() + 4),
            TrainingScope.PARTY_SCHOOL,
            "行政事业单位副科级干部任职培训：信访法治化专题",
            "新任职副科级干部",
            numbers.school,
            deputy,
        ),
        (
            december,
            december,
            TrainingScope.BANNER,
            "全旗推进信访工作法治化暨信访业务专题培训会",
            "各镇（农场）、旗直单位分管领导和工作人员，信访局全体干部",
            numbers.december,
            f"局长 {head_of(OFFICE)}、{deputy}",
        ),
    )


def _told(year: int, numbers: Numbers) -> tuple[Told, ...]:
    count = numbers.activities
    at_desk = numbers.leaflets // 3
    asked, handed = _split(numbers.consultations, count), _split(numbers.leaflets - 2 * (at_desk // 2), count)
    activities = [
        Told(
            day=day,
            kind=OutreachKind.ACTIVITY,
            title=f"《信访工作条例》宣传活动（第{n + 1}次）",
            place=PLACES[n % len(PLACES)],
            consultations=asked[n],
            leaflets=handed[n],
        )
        for n, day in enumerate(_over(year, count, 3))
    ]
    desk = [
        Told(
            day=on_or_before(date(year, month, 28)),
            kind=OutreachKind.RECEPTION,
            title="接访窗口发放宣传材料",
            leaflets=at_desk // 2,
        )
        for month in (6, 11)
    ]
    read = _split(numbers.reads, 3)
    posts = [
        Told(
            day=on_or_after(date(year, month, 6)),
            kind=OutreachKind.POST,
            title=f"《信访工作条例》学习问答（{n + 1}）",
            reads=read[n],
        )
        for n, month in enumerate((3, 5, 8))
    ]
    return *activities, *desk, *posts


YEARS = {year: Year.of(year) for year in NUMBERS}
"""The two years that are over."""
