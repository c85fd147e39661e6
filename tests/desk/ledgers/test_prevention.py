"""The ledgers of prevention at the desk: towns enter their own, the office sees all; every change leaves its trail."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.desk.conftest import PASSWORD
from tests.desk.jobs.tables import rows_of
from tests.readable import check as clean
from yifa.prevention import ledger
from yifa.prevention.models import Dispute, ProxyCase
from yifa.records.models import LedgerChange

pytestmark = pytest.mark.django_db
D = date.fromisoformat


def dispute(number="排查1", town="town", found="2025-03-01", **values):
    given = {"kind": "土地草牧场", "summary": "草牧场界线有争议", "by": "某人"} | values
    return ledger.record_dispute(organ="office", town=town, number=number, found=D(found), **given)


def proxy(number="代办1", accepted="2025-03-01", **values):
    given = {"town": "town", "agent_post": "村主任", "agent_name": "某乙", "summary": "代办医保报销", "by": "某人"}
    return ledger.accept_proxy(organ="office", number=number, accepted=D(accepted), **given | values)


def new(book, **query):
    return reverse("ledger-new", args=[book]) + ("?of={of}".format(**query) if query else "")


def do(row, what, book="disputes"):
    return reverse("ledger-change", args=[book, row.pk, what])


def page(answer):
    return answer.content.decode()


ENTERED = {"number": "排查7", "found": "2025-04-02", "kind": "邻里关系", "summary": "院墙滴水"}


def test_a_town_enters_its_own_matter_and_resolves_it(at):
    client = at("town")
    asked = page(client.get(new("disputes")))
    assert "排查乡镇" not in asked, "it enters for itself"
    answer = client.post(new("disputes"), ENTERED | {"town": "示范旗民政局"})
    row = Dispute.objects.get()
    assert answer.url == reverse("ledger-row", args=["disputes", row.pk])
    assert (row.organ, row.town, row.created_by) == ("office", "town", "河口镇 职员town")
    assert do(row, "resolve") in page(client.get(answer.url))
    client.post(do(row, "resolve"), {"seen": "0", "resolved": "2025-04-09", "how": "当面谈妥"})
    row.refresh_from_db()
    assert (row.resolved, row.how) == (D("2025-04-09"), "当面谈妥")
    shown = page(client.get(answer.url))
    assert "已化解" in shown
    assert do(row, "resolve") not in shown, "once"
    assert client.get(do(row, "resolve")).url == answer.url


def test_the_office_enters_for_any_town_by_its_name(at):
    client = at("clerk")
    refused = client.post(new("disputes"), ENTERED | {"town": ""})
    assert refused.status_code == 422
    assert "请填写排查乡镇" in page(refused)
    assert "院墙滴水" in page(refused), "nothing typed is lost"
    assert client.post(new("disputes"), ENTERED | {"town": "示范旗民政局"}).status_code == 422, "no town"
    client.post(new("disputes"), ENTERED | {"town": "河口镇"})
    assert Dispute.objects.get().town == "town"


def test_what_cannot_be_is_refused_at_its_field(at):
    client = at("town")
    dispute("排查7")
    ahead = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert "还没有到这一天" in page(client.post(new("disputes"), ENTERED | {"found": ahead}))
    assert "本台账已有这个编号" in page(client.post(new("disputes"), ENTERED))
    row = dispute("排查8")
    early = {"seen": "0", "resolved": "2025-02-01", "how": "谈妥"}
    assert "化解日期不得早于排查日期" in page(client.post(do(row, "resolve"), early))


def test_a_correction_says_why_and_stands_in_the_trail(at):
    row, client = dispute(), at("town")
    kept = {"seen": "0", "number": "排查1", "found": "2025-03-02", "kind": "土地草牧场", "summary": "草牧场界线有争议"}
    assert "请填写更正事由" in page(client.post(do(row, "correct"), kept))
    client.post(do(row, "correct"), kept | {"why": "日期看错"})
    left = LedgerChange.objects.get()
    assert (left.why, left.by) == ("更正：日期看错", "河口镇 职员town")
    told = page(client.get(reverse("ledger-row", args=["disputes", row.pk])))
    assert "排查日期：<del>2025年3月1日</del> 改为 <ins>2025年3月2日</ins>" in told
    asked = page(client.get(do(row, "correct")))
    assert 'name="how"' not in asked, "what is written down by a step is corrected once it was"
    assert 'name="town"' not in asked, "a town does not give its matters to another"


def test_two_who_correct_at_once_do_not_undo_each_other(at):
    row, client = dispute(), at("clerk")
    stale = {"seen": "0", "town": "河口镇", "number": "排查1", "found": "2025-03-01", "kind": "其他", "summary": "旧"}
    ledger.correct(row, why="写明地点", by="别人", summary="东滩草牧场界线有争议")
    answer = client.post(do(row, "correct"), stale | {"why": "改类型"})
    assert answer.status_code == 422
    assert "这一行有了改动" in page(answer)
    assert "写明地点" in page(answer)
    row.refresh_from_db()
    assert (row.kind, row.summary) == ("土地草牧场", "东滩草牧场界线有争议")
    client.post(do(row, "correct"), stale | {"seen": "1", "summary": "东滩草牧场界线有争议", "why": "改类型"})
    row.refresh_from_db()
    assert row.kind == "其他"


def test_a_struck_row_stays_and_is_counted_nowhere(at):
    row, client = dispute(), at("clerk")
    client.post(do(row, "strike"), {"seen": "0", "why": "重复登记"})
    listed = reverse("ledger", args=["disputes"])
    assert client.get(listed).context["page"].lines == []
    assert len(client.get(listed, {"struck": "on"}).context["page"].lines) == 1
    shown = page(client.get(reverse("ledger-row", args=["disputes", row.pk])))
    assert "已划销" in shown
    assert "重复登记" in shown
    assert client.get(do(row, "correct")).status_code == 302
    assert client.post(do(row, "resolve"), {"seen": "1", "resolved": "2025-04-01", "how": "x"}).status_code == 302
    assert Dispute.objects.get().resolved is None


def test_a_proxy_case_goes_its_way(at):
    row, client = proxy(), at("town")
    for step, field in (("authorise", "authorised"), ("mediate", "mediated"), ("resolve", "resolved")):
        client.post(do(row, step, "proxies"), {"seen": str(LedgerChange.objects.count()), field: "2025-03-05"})
    row.refresh_from_db()
    assert {row.authorised, row.mediated, row.resolved} == {D("2025-03-05")}
    assert [one.why for one in LedgerChange.objects.all()] == ["委托授权", "调解", "化解"]


@pytest.mark.django_db(transaction=True)  # closing a file handed out ends the request, and with it the connection
@pytest.mark.parametrize(
    ("who", "read", "write", "why"),
    [
        ("clerk", 200, 200, "the office keeps the whole"),
        ("registrar", 200, 200, "and types in what towns bring"),
        ("head", 200, 403, "reads it"),
        ("town", 200, 200, "its own"),
        ("water", 404, 404, "no town"),
        ("operator", 403, 403, "keeps the machine"),
    ],
)
def test_who_comes_in(at, who, read, write, why):
    row, client = dispute(), at(who)
    place = ["disputes", row.pk]
    assert client.get(reverse("ledger-row", args=place)).status_code == read, why
    for address in (reverse("ledger", args=["disputes"]), reverse("ledger-export", args=["disputes"])):
        answer = client.get(address)
        answer.close()
        assert answer.status_code == read, why
    for address in (new("disputes"), do(row, "correct"), do(row, "strike")):
        assert client.get(address).status_code == write, why
        assert client.post(address, {"seen": "0"}).status_code == (422 if write == 200 else write), why
    assert client.get(reverse("screening", args=[2025])).status_code == read, why


@pytest.mark.django_db(transaction=True)  # closing a file handed out ends the request, and with it the connection
def test_a_town_meets_nothing_of_another(at):
    other, client = dispute("别处1", town="elsewhere"), at("town")
    dispute("本镇1")
    row = reverse("ledger-row", args=["disputes", other.pk])
    assert client.get(row).status_code == 404
    assert client.post(do(other, "strike"), {"seen": "0", "why": "x"}).status_code == 404
    listed = page(client.get(reverse("ledger", args=["disputes"]), {"q": "1"}))
    assert "本镇1" in listed
    assert "别处1" not in listed
    table = rows_of(client.get(reverse("ledger-export", args=["disputes"])))
    assert [line[1] for line in table[1:]] == ["本镇1"]
    overview = client.get(reverse("screening", args=[2025])).context["towns"]
    assert [(town.name, town.whole) for town in overview] == [("河口镇", [1, 0])]


def test_the_list_is_filtered_and_walked_a_page_at_a_time(at, monkeypatch):
    monkeypatch.setattr("yifa.desk.ledgers.listing.PER_PAGE", 2)
    for month in range(1, 6):
        dispute(f"排查0{month}", found=f"2025-0{month}-01", kind="邻里关系" if month == 3 else "其他")
    dispute("上年", found="2024-05-01")
    client, listed = at("clerk"), reverse("ledger", args=["disputes"])

    def numbers(address, **asked):
        answer = client.get(address, asked)
        return [line.cells[0].text for line in answer.context["page"].lines], answer.context["page"]

    first, at_first = numbers(listed, year=2025)
    assert first == ["排查05", "排查04"]
    second, at_second = numbers(listed, year=2025, after=at_first.older)
    assert second == ["排查03", "排查02"]
    assert numbers(listed, year=2025, before=at_second.newer)[0] == first
    assert numbers(listed, year=2025, after=at_second.older)[0] == ["排查01"]
    assert numbers(listed, kind="邻里关系")[0] == ["排查03"]
    assert numbers(listed, q="上年")[0] == ["上年"]
    assert numbers(listed, state="已化解")[0] == []
    assert numbers(listed, since="2025-02-01", until="2025-02-28", town="河口镇")[0] == ["排查02"]
    assert client.get(listed, {"since": "x"}).status_code == 422


@pytest.mark.django_db(transaction=True)  # within one, the directory is looked up for every name
def test_the_list_takes_few_queries_however_many_rows(at, django_assert_max_num_queries):
    for number in range(25):
        dispute(f"排查{number}")
    client = at("clerk")
    client.get(reverse("ledger", args=["disputes"]))
    with django_assert_max_num_queries(8):
        client.get(reverse("ledger", args=["disputes"]))


@pytest.mark.django_db(transaction=True)  # closing a file handed out ends the request, and with it the connection
def test_the_table_says_what_the_list_says(at):
    ledger.resolve_dispute(dispute(), resolved=D("2025-03-09"), how="谈妥", by="x")
    head, row = rows_of(at("clerk").get(reverse("ledger-export", args=["disputes"]), {"year": "2025"}))
    told = dict(zip(head, row, strict=True))
    assert (told["排查乡镇"], told["排查日期"].date(), told["情况"]) == ("河口镇", D("2025-03-01"), "已化解")


def test_every_towns_year_month_by_month_agrees_with_the_year(at):
    ledger.resolve_dispute(dispute("a", found="2025-01-31"), resolved=D("2025-02-01"), how="谈妥", by="x")
    ledger.resolve_dispute(dispute("b", found="2025-12-30"), resolved=D("2026-01-02"), how="谈妥", by="x")
    ledger.strike_out(dispute("c", found="2025-01-05"), why="重复", by="x")
    proxy()
    client = at("clerk")
    answer = client.get(reverse("screening", args=[2025]))
    (town,) = answer.context["towns"]
    assert (town.name, town.whole) == ("河口镇", [2, 1]), "resolved after the year's end does not count for it"
    assert [month.counts for month in town.months][::11] == [[1, 1], [1, 0]]
    assert "since=2025-12-01&amp;until=2025-12-31" in page(answer)
    cases = client.get(reverse("screening", args=[2025]), {"of": "proxies"}).context["towns"]
    assert cases[0].whole == [1, 0, 0]
    assert client.get(reverse("screening", args=[2025]), {"of": "meetings"}).status_code == 404
    assert client.get(reverse("screening", args=[1999])).status_code == 404


def test_a_figure_of_the_year_opens_its_rows_to_whose_they_are(at):
    mine, other = dispute(), dispute("别处1", town="elsewhere")
    address = reverse("year-rows", args=[2025, "disputes_found"])
    for who, expected in (("clerk", {mine, other}), ("town", {mine}), ("operator", set())):
        told = page(at(who).get(address))
        opened = {one for one in (mine, other) if reverse("ledger-row", args=["disputes", one.pk]) in told}
        assert opened == expected, who


def test_a_town_on_a_phone_without_a_script(browser, live_server, people):
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 375, "height": 800}, locale="zh-CN", service_workers="block"
    )
    visit = context.new_page()
    visit.goto(f"{live_server.url}{reverse('ledgers')}")
    visit.get_by_label("账号").fill("town")
    visit.get_by_label("密码").fill(PASSWORD)
    visit.get_by_role("button", name="登录").click()
    visit.get_by_role("link", name="登记信访代办").click()
    visit.get_by_label("编号").fill("代办9")
    visit.get_by_label("代办员职务").fill("网格员")
    visit.get_by_label("代办员姓名").fill("某丙")
    visit.get_by_label("代办事项概况").fill("代办残疾证换领")
    visit.get_by_role("button", name="登记").click()
    visit.get_by_role("link", name="登记化解").click()
    visit.get_by_role("button", name="登记化解").click()
    assert visit.get_by_text("已化解").is_visible()
    assert ProxyCase.objects.get().resolved == timezone.localdate()
    context.close()


def test_the_pages_are_clean(browser, live_server, people):
    row = dispute()
    visit = browser.new_context(viewport={"width": 375, "height": 800}, locale="zh-CN").new_page()
    visit.goto(f"{live_server.url}{reverse('ledgers')}")
    visit.get_by_label("账号").fill("clerk")
    visit.get_by_label("密码").fill(PASSWORD)
    visit.get_by_role("button", name="登录").click()
    place = ["disputes", row.pk]
    addresses = (
        reverse("ledgers"),
        reverse("ledger", args=place[:1]),
        reverse("ledger-row", args=place),
        do(row, "correct"),
        do(row, "strike"),
        reverse("screening", args=[2025]),
    )
    for address in addresses:
        visit.goto(live_server.url + address)
        clean(visit)
    visit.context.close()
