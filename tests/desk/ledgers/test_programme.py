"""The ledgers of the programme at the desk: the office's own office keeps them, and a task is seen by who is responsible."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.desk.jobs.tables import rows_of
from yifa.desk.ledgers.books import BOOKS
from yifa.programme import ledger
from yifa.programme.models import AgendaItem, Meeting, Outreach, Plan, Responsibility, SuppliedFigure
from yifa.records.models import LedgerRow

pytestmark = pytest.mark.django_db
D = date.fromisoformat
TODAY = timezone.localdate()


def new(book, of=None):
    return reverse("ledger-new", args=[book]) + (f"?of={of.pk}" if of else "")


def row(book, one):
    return reverse("ledger-row", args=[book, one.pk])


def page(answer):
    return answer.content.decode()


def a_plan(**values):
    given = {"kind": "法治政府建设年度计划", "title": "年度计划", "year": TODAY.year, "issued": TODAY, "by": "某人"}
    return ledger.issue_plan(organ="office", **given | values)


def a_task(plan, position=1, **values):
    given = {"task": "宪法宣传周", "responsible_organ": "aid", "due": TODAY + timedelta(days=5), "by": "某人"}
    return ledger.add_responsibility(plan, position=position, **given | values)


ENTERED = {
    "studies": {"kind": "其他学习", "subject": "《信访工作条例》", "held": "2025-02-01"},
    "trainings": {
        "scope": "全旗（县）",
        "title": "业务培训",
        "begins": "2025-04-01",
        "ends": "2025-04-02",
        "hosts": "信访局",
        "audience": "信访干部",
        "attendance": "143",
    },
    "outreach": {
        "kind": "普法活动",
        "title": "进乡村",
        "held": "2025-05-01",
        "consultations": "40",
        "leaflets": "300",
    },
    "plans": {"kind": "普法责任清单", "title": "责任清单", "year": "2025", "issued": "2025-01-20"},
    "meetings": {"kind": "信访工作联席会议", "title": "第一次联席会议", "held": "2025-03-03"},
    "supplied": {
        "year": "2025",
        "name": "行政处罚",
        "value": "14",
        "unit": "人次",
        "source_organ": "示范旗公安局",
        "supplied": "2025-12-30",
    },
}


@pytest.mark.parametrize("book", ENTERED)
def test_the_office_enters_a_row_and_finds_it_again(at, book):
    client = at("clerk")
    answer = client.post(new(book), ENTERED[book])
    (kept,) = BOOKS[book].model.objects.all()
    assert answer.url == row(book, kept)
    assert (kept.organ, kept.created_by) == ("office", "示范旗信访局 职员clerk")
    assert str(kept) in page(client.get(reverse("ledger", args=[book]), {"year": "2025"}))
    empty = client.post(new(book), {"note": ""})
    assert empty.status_code == 422
    assert "请填写" in page(empty)


@pytest.mark.django_db(transaction=True)  # closing a file handed out ends the request, and with it the connection
def test_every_ledger_has_its_pages(at):
    """A new table of the programme or of prevention without a ledger at the desk fails here."""
    kinds = {one for one in LedgerRow.__subclasses__() if one.__module__.startswith("yifa.")}
    assert {book.model for book in BOOKS.values()} == kinds
    client = at("clerk")
    for book in BOOKS:
        assert client.get(reverse("ledger", args=[book])).status_code == 200
        assert rows_of(client.get(reverse("ledger-export", args=[book])))


def test_a_meeting_its_agenda_and_a_problem_resolved(at):
    client = at("clerk")
    client.post(new("meetings"), ENTERED["meetings"])
    meeting = Meeting.objects.get()
    asked = client.get(new("agenda", meeting))
    assert asked.context["form"].initial["position"] == 1
    client.post(new("agenda", meeting), {"position": "1", "kind": "重点难点问题", "subject": "欠薪"})
    client.post(new("agenda", meeting), {"position": "2", "kind": "听取法治建设工作汇报", "subject": "季度汇报"})
    problem, report = AgendaItem.objects.order_by("position")
    shown = page(client.get(row("meetings", meeting)))
    assert "未解决" in shown
    assert "季度汇报" in shown
    change = reverse("ledger-change", args=["agenda", problem.pk, "resolve"])
    early = client.post(change, {"seen": "0", "resolved": "2025-01-01", "how": "已付清"})
    assert "解决日期不得早于会议召开日期" in page(early)
    client.post(change, {"seen": "0", "resolved": "2025-04-01", "how": "已付清"})
    problem.refresh_from_db()
    assert problem.resolved == D("2025-04-01")
    not_one = reverse("ledger-change", args=["agenda", report.pk, "resolve"])
    assert client.get(not_one).status_code == 302, "a report heard is no problem to resolve"
    assert client.get(reverse("ledger-new", args=["agenda"])).status_code == 404, "it hangs on a meeting"


@pytest.mark.django_db(transaction=True)  # on PostgreSQL, what locks a row outside a transaction fails
def test_a_struck_meeting_takes_its_agenda_along(at):
    meeting = ledger.record_meeting(
        organ="office", held=D("2025-03-03"), kind="其他会议", title="会", by="某人", chair="局长某甲"
    )
    item = ledger.add_agenda_item(meeting, position=1, kind="其他", subject="议题甲", by="某人")
    client = at("clerk")
    assert client.get(row("agenda", item)).context["may_write"]
    client.post(reverse("ledger-change", args=["meetings", meeting.pk, "strike"]), {"seen": "0", "why": "没有开"})
    assert not client.get(row("agenda", item)).context["may_write"]
    assert client.get(new("agenda", meeting)).status_code == 404
    assert client.get(reverse("ledger-change", args=["agenda", item.pk, "correct"])).status_code == 302


def test_a_plan_its_tasks_and_what_is_done(at):
    plan = a_plan()
    client = at("clerk")
    due = (TODAY + timedelta(days=30)).isoformat()
    asked = {"position": "1", "task": "送法下乡", "responsible_organ": "示范旗民政局", "due": due}
    client.post(new("responsibilities", plan), asked)
    task = Responsibility.objects.get()
    assert (task.responsible_organ, task.due.isoformat()) == ("aid", due), "a task's day may lie ahead"
    assert "送法下乡" in page(client.get(reverse("ledgers")))
    shown = page(client.get(row("plans", plan)))
    assert "进行中" in shown
    client.post(
        reverse("ledger-change", args=["responsibilities", task.pk, "finish"]), {"seen": "0", "done": TODAY.isoformat()}
    )
    assert "按期完成" in page(client.get(row("plans", plan)))
    assert "送法下乡" not in page(client.get(reverse("ledgers")))


@pytest.mark.parametrize(
    ("due", "done", "state"),
    [(5, None, "进行中"), (0, 0, "按期完成"), (-9, -5, "逾期完成"), (-1, None, "逾期未完成")],
)
def test_a_task_stands_as_its_days_say(at, due, done, state):
    plan = a_plan(issued=TODAY - timedelta(days=30))
    task = a_task(plan, due=TODAY + timedelta(days=due))
    if done is not None:
        ledger.finish_responsibility(task, done=TODAY + timedelta(days=done), by="某人")
    found = at("clerk").get(reverse("ledger", args=["responsibilities"]), {"state": state})
    assert [line.state for line in found.context["page"].lines] == [state]


def test_reads_are_told_with_their_source_and_only_of_what_was_posted(at):
    post = ledger.record_outreach(organ="office", held=D("2025-06-01"), kind="新媒体推送", title="条例问答", by="某人")
    client = at("clerk")
    change = reverse("ledger-change", args=["outreach", post.pk, "read-off"])
    assert "请填写阅读次数来源" in page(client.post(change, {"seen": "0", "reads": "5", "reads_day": "2025-06-09"}))
    for seen, reads in enumerate(("500", "800")):
        answer = {"seen": str(seen), "reads": reads, "reads_source": "本局公众号", "reads_day": "2025-06-09"}
        client.post(change, answer)
    assert Outreach.objects.get().reads == 800
    assert "<del>500</del> 改为 <ins>800</ins>" in page(client.get(row("outreach", post)))


def test_what_others_supplied_is_marked_and_named(at):
    client = at("clerk")
    client.post(new("supplied"), ENTERED["supplied"])
    figure = SuppliedFigure.objects.get()
    shown = page(client.get(row("supplied", figure)))
    for said in ("人工填报", "示范旗公安局", "14"):
        assert said in shown
    assert "人工填报" in page(client.get(reverse("ledger", args=["supplied"])))


@pytest.mark.parametrize("who", ["registrar", "aid", "town", "operator"])
@pytest.mark.parametrize("book", [name for name, one in BOOKS.items() if one.room == "法治化工作"])
def test_nobody_else_writes(at, who, book):
    client = at(who)
    assert client.get(new(book)).status_code in {403, 404}
    assert client.post(new(book), ENTERED.get(book, {})).status_code in {403, 404}
    assert not BOOKS[book].model.objects.exists()


def test_who_is_responsible_sees_the_task_and_no_other(at):
    plan = a_plan()
    mine, other = a_task(plan), a_task(plan, 2, task="别家的事项", responsible_organ="water")
    client = at("aid")
    home = page(client.get(reverse("ledgers")))
    assert "宪法宣传周" in home
    assert "别家的事项" not in home
    assert client.get(row("responsibilities", mine)).status_code == 200
    assert client.get(row("responsibilities", other)).status_code == 404
    assert client.get(row("plans", plan)).status_code == 404
    assert client.get(reverse("ledger-change", args=["responsibilities", mine.pk, "finish"])).status_code == 403


def test_another_offices_ledger_stays_its_own(at):
    other = Plan(
        organ="cityoffice", kind="普法责任清单", title="市里的清单", year=2025, issued=TODAY, created_by="某人"
    )
    other.save()
    client = at("clerk")
    assert client.get(row("plans", other)).status_code == 404
    assert "市里的清单" not in page(client.get(reverse("ledger", args=["plans"])))


def test_a_figure_of_the_year_opens_its_rows_in_the_ledger(at):
    study = ledger.record_study(
        organ="office", held=D("2025-02-01"), kind="党组理论学习中心组专题学习", subject="条例", by="某人"
    )
    address = reverse("year-rows", args=[2025, "study_sessions"])
    assert row("studies", study) in page(at("clerk").get(address))
    assert row("studies", study) not in page(at("town").get(address)), "counted for all, opened by the office"
