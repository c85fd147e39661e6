"""法治化工作台账 — the rule-of-law programme of the demonstration: meetings, study, training, outreach, plans, figures."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from yifa.programme import ledger
from yifa.programme.models import (
    AgendaItem,
    AgendaKind,
    Meeting,
    MeetingKind,
    Outreach,
    OutreachKind,
    Plan,
    PlanKind,
    Responsibility,
    Study,
    StudyKind,
    SuppliedFigure,
    Training,
    TrainingScope,
)
from yifa.site.demo.organs import OFFICE, head_of
from yifa.site.demo.programme_year import YEARS, Held, Told, Year

BY = "示范旗信访局办公室"
Row = TypeVar("Row")


class Book:
    """登记簿 — enters what has happened by `today` and is not yet there; counts what it writes."""

    def __init__(self, year: int, today: date) -> None:
        self.year, self.today, self.written = year, today, 0

    def once(self, found: Row | None, make: Callable[[], Row]) -> Row:
        """The row that is there, or a new one."""
        if found is not None:
            return found
        self.written += 1
        return make()

    def meeting(self, held: Held) -> None:
        """A meeting, its agenda, and the problems it resolved."""
        day, kind, title = held.day, held.kind, held.title
        if day > self.today:
            return
        chair = "旗委书记 主持" if kind is MeetingKind.JOINT_CONFERENCE else f"党组书记、局长 {head_of(OFFICE)}"
        row = self.once(
            Meeting.objects.filter(organ=OFFICE, held=day, title=title, struck=False).first(),
            lambda: ledger.record_meeting(organ=OFFICE, held=day, kind=kind, title=title, chair=chair, by=BY),
        )
        for place, (about, subject, solved, how) in enumerate(held.agenda, start=1):
            item = self._item(row, place, about, subject)
            if solved and solved <= self.today and item.resolved is None:
                ledger.resolve_problem(item, resolved=solved, how=how, by=BY)
                self.written += 1

    def _item(self, row: Meeting, place: int, about: AgendaKind, subject: str) -> AgendaItem:
        return self.once(
            AgendaItem.objects.filter(meeting=row, position=place, struck=False).first(),
            lambda: ledger.add_agenda_item(row, position=place, kind=about, subject=subject, by=BY),
        )

    def study(self, day: date, kind: StudyKind, subject: str) -> None:
        """A session of study."""
        if day <= self.today:
            self.once(
                Study.objects.filter(organ=OFFICE, held=day, kind=kind, subject=subject, struck=False).first(),
                lambda: ledger.record_study(organ=OFFICE, held=day, kind=kind, subject=subject, by=BY),
            )

    def training(
        self, begins: date, ends: date, scope: TrainingScope, title: str, audience: str, people: int, lecturers: str
    ) -> None:
        """A training that is over."""
        hosts = "示范旗委党校" if scope is TrainingScope.PARTY_SCHOOL else "示范旗信访局"
        if ends <= self.today:
            self.once(
                Training.objects.filter(organ=OFFICE, begins=begins, title=title, struck=False).first(),
                lambda: ledger.record_training(
                    organ=OFFICE,
                    scope=scope,
                    title=title,
                    begins=begins,
                    ends=ends,
                    hosts=hosts,
                    audience=audience,
                    attendance=people,
                    lecturers=lecturers,
                    by=BY,
                ),
            )

    def outreach(self, told: Told) -> None:
        """An activity, a day's leaflets, an article with its readers."""
        if told.day > self.today:
            return
        row = self.once(
            Outreach.objects.filter(
                organ=OFFICE, held=told.day, kind=told.kind, title=told.title, struck=False
            ).first(),
            lambda: ledger.record_outreach(
                organ=OFFICE,
                held=told.day,
                kind=told.kind,
                title=told.title,
                place=told.place,
                consultations=told.consultations,
                leaflets=told.leaflets,
                by=BY,
            ),
        )
        read = min(date(self.year, 12, 31), told.day + timedelta(days=60))
        if told.kind is OutreachKind.POST and row.reads is None and read <= self.today:
            ledger.read_off(row, reads=told.reads, source="微信公众号后台截图", day=read, by=BY)
            self.written += 1

    def plan(self, kind: PlanKind, title: str, issued: date, tasks: tuple[tuple[str, str, date], ...]) -> None:
        """A plan or list and its tasks; those whose day has passed are done."""
        if issued > self.today:
            return
        row = self.once(
            Plan.objects.filter(organ=OFFICE, year=self.year, title=title, struck=False).first(),
            lambda: ledger.issue_plan(organ=OFFICE, kind=kind, title=title, year=self.year, issued=issued, by=BY),
        )
        for place, (task, post, due) in enumerate(tasks, start=1):
            found = self._task(row, place, task, post, due)
            done = due - timedelta(days=6)
            if done <= self.today and found.done is None:
                ledger.finish_responsibility(found, done=done, by=BY)
                self.written += 1

    def _task(self, row: Plan, place: int, task: str, post: str, due: date) -> Responsibility:
        return self.once(
            Responsibility.objects.filter(plan=row, position=place, struck=False).first(),
            lambda: ledger.add_responsibility(
                row, position=place, task=task, responsible_organ=OFFICE, responsible_post=post, due=due, by=BY
            ),
        )

    def supplied(self, value: int, day: date) -> None:
        """The police's figure: a number without names."""
        name, source = "依法处理违反信访秩序行为", "示范旗公安局"
        if day <= self.today:
            self.once(
                SuppliedFigure.objects.filter(organ=OFFICE, year=self.year, name=name, struck=False).first(),
                lambda: ledger.supply_figure(
                    organ=OFFICE,
                    year=self.year,
                    name=name,
                    value=value,
                    unit="人",
                    source_organ=source,
                    supplied=day,
                    note="人工填报：只有总数，不含姓名",
                    by=BY,
                ),
            )


def enter(year: int, today: date) -> int:
    """Bring the programme of a year to where it stands on that day; how many rows were written."""
    made = Year.of(year) if year not in YEARS else YEARS[year]
    book = Book(year, today)
    for kind, title, issued, tasks in made.plans:
        book.plan(kind, title, issued, tasks)
    for held in made.meetings:
        book.meeting(held)
    for day, study_kind, subject in made.studies:
        book.study(day, study_kind, subject)
    for training in made.trainings:
        book.training(*training)
    for told in made.told:
        book.outreach(told)
    if made.supplied:
        book.supplied(*made.supplied)
    return book.written
