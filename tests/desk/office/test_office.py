"""管理: the operator keeps organs, people, calendars and what is public, and sees no petition; nobody else comes in."""

import re
import time
from datetime import date, timedelta

import pytest
from axes.models import AccessAttempt
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.desk.conftest import PASSWORD, register
from tests.readable import check as clean
from yifa.desk.office import running
from yifa.law.acts import Request
from yifa.law.holidays import official
from yifa.organs.directory import directory, name_on, standing
from yifa.organs.models import OrganRecord, Role, Staff
from yifa.organs.profile import OfficeProfile
from yifa.records.calendars import calendar
from yifa.records.models import ClockRow, HolidayNotice

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate()
PAGES = [
    ("office", ()),
    ("organs", ()),
    ("organ-new", ()),
    ("organ", ("aid",)),
    ("people", ()),
    ("person-new", ()),
    ("calendars", ()),
    ("published", ("office",)),
    ("reading", ("office", "extensions")),
    ("check", ()),
]


@pytest.fixture
def client(client, people):
    assert client.login(username="operator", password=PASSWORD)
    return client


@pytest.fixture(autouse=True)
def own_home(settings, monkeypatch, tmp_path):
    """What runs beside the pages stands on an empty office of its own, which no earlier run has touched."""
    settings.HOME = tmp_path
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "yifa.site.settings")


@pytest.mark.parametrize(("name", "args"), PAGES)
@pytest.mark.parametrize("who", ["registrar", "aid"])
def test_nobody_else_comes_in(client, who, name, args):
    client.login(username=who, password=PASSWORD)
    assert client.get(reverse(name, args=args)).status_code == 403


def test_the_operator_comes_in_everywhere_here_and_meets_no_petition(client, files):
    told = "".join(client.get(reverse(name, args=args)).content.decode() for name, args in PAGES)
    assert not [number for number in files.values() if number in told]
    assert client.get(reverse("petition", args=[files["answered"]])).status_code == 404


# 机关


def now():
    """The directory as it is at this moment: outside a transaction a process may look a second late."""
    with transaction.atomic():
        return directory()


def organ(client, do, code="aid", **values):
    return client.post(reverse("organ", args=[code]), {"do": do, **values})


def test_an_organ_is_entered(client):
    values = {
        "code": "herds",
        "name": "示范旗农牧局",
        "kind": "工作部门",
        "level": "旗县",
        "superiors": "示范旗政府",
        "leaders": "甲、乙",
        "place": "",
    }
    assert client.post(reverse("organ-new"), values).status_code == 302
    entered = now().get("herds")
    assert (entered.superiors, entered.leaders) == (("banner",), ("甲", "乙"))
    assert "已在册" in client.post(reverse("organ-new"), values).content.decode()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"code": "有字"}, "机关代码只用字母"),
        ({"name": ""}, "请填写名称"),
        ({"superiors": "没有这个机关"}, "上一级机关不在名录中"),
    ],
)
def test_a_bad_entry_is_refused_with_its_reason(client, values, said):
    plain = {"code": "x", "name": "某局", "kind": "工作部门", "level": "旗县", "superiors": "", "leaders": ""}
    page = client.post(reverse("organ-new"), plain | values)
    assert page.status_code == 200
    assert said in page.content.decode()


def test_superiors_and_leaders_are_brought_up_to_date(client):
    organ(client, "change", kind="工作部门", level="旗县", superiors="示范旗政府、示范市政府", leaders="丙", place="")
    assert set(now().get("aid").superiors) == {"banner", "city"}
    page = organ(client, "change", "banner", kind="政府", level="旗县", superiors="示范旗民政局", leaders="", place="")
    assert "成了循环" in page.content.decode()


def test_an_organ_is_renamed_from_a_day_on(client):
    on = TODAY - timedelta(days=10)
    organ(client, "rename", **{"rename-name": "示范旗民政和社会工作局", "rename-on": on.isoformat()})
    assert now().name("aid") == "示范旗民政和社会工作局"
    now()
    assert name_on("aid", on - timedelta(days=1)) == "示范旗民政局"
    assert "示范旗民政局" in client.get(reverse("organ", args=["aid"])).content.decode()


def test_nothing_is_entered_before_its_day(client):
    later = (TODAY + timedelta(days=1)).isoformat()
    page = organ(client, "rename", **{"rename-name": "新名", "rename-on": later})
    assert "还没有到这一天" in page.content.decode()


def test_an_organ_is_merged_and_its_people_go_over(client, people):
    organ(client, "merge", **{"merge-into": "示范旗水利局", "merge-on": TODAY.isoformat()})
    now()
    assert standing("aid") == "water"
    assert Staff.objects.get(user__username="aid").organ_id == "water"


def test_an_organ_is_abolished_once_nobody_works_there(client, people):
    page = organ(client, "merge", **{"merge-into": "", "merge-on": TODAY.isoformat()})
    assert "还有在岗人员" in page.content.decode()
    Staff.objects.filter(organ="aid").update(active=False)
    organ(client, "merge", **{"merge-into": "", "merge-on": TODAY.isoformat()})
    record = OrganRecord.objects.get(code="aid")
    assert (record.abolished, record.abolished_by, record.successor) == (TODAY, "职员operator", None)
    assert (
        "更名" not in client.get(reverse("organ", args=["aid"])).content.decode().split("<aside>")[0].split("</h1>")[1]
    )


def test_organs_are_found_by_pinyin(client):
    found = client.get(reverse("organs"), {"q": "slj"}).content.decode()
    assert "示范旗水利局" in found
    assert "示范旗民政局" not in found


# 人员


def open_account(client, **values):
    plain = {"username": "newcomer", "name": "新来的", "organ": "mzj", "roles": ["承办人"]}
    return client.post(reverse("person-new"), plain | values)


def told_password(page):
    return re.search(r"[2-9A-Z]{4}(-[2-9A-Z]{4}){2}", page.content.decode()).group()


def test_an_account_is_opened_with_a_password_told_once(client):
    page = open_account(client)
    said = told_password(page)
    assert "no-store" in page["Cache-Control"]
    person = Staff.objects.get(user__username="newcomer")
    assert (person.organ_id, person.roles, person.initial) == ("aid", ["承办人"], True)
    newcomer = Client()
    newcomer.post(reverse("sign-in"), {"username": "newcomer", "password": said})
    assert newcomer.get(reverse("petitions")).headers["Location"] == reverse("password")
    assert said not in client.get(reverse("person", args=[person.pk])).content.decode()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"username": "registrar"}, "已存在"),
        ({"name": ""}, "请填写姓名"),
        ({"organ": "没有"}, "名录中没有"),
        ({"organ": ""}, "请选择所在机关"),
        ({"roles": []}, "至少授予一个角色"),
        ({"roles": ["管理员", "登记员"]}, "不得兼任"),
    ],
)
def test_a_bad_account_is_refused_with_its_reason(client, values, said):
    before = Staff.objects.count()
    page = open_account(client, **values)
    assert said in page.content.decode()
    assert Staff.objects.count() == before


def do(client, person, what, **values):
    return client.post(reverse("person", args=[person.pk]), {"do": what, **values})


def test_a_person_is_moved_and_given_roles(client, people):
    do(client, people["aid"], "change", name="职员甲", organ="示范旗水利局", roles=["承办人", "负责人"])
    moved = Staff.objects.get(pk=people["aid"].pk)
    assert (moved.name, moved.organ_id, moved.roles) == ("职员甲", "water", ["承办人", "负责人"])


def test_who_has_left_signs_in_no_more_and_may_come_back(client, people):
    do(client, people["aid"], "close")
    assert not Client().login(username="aid", password=PASSWORD)
    do(client, people["aid"], "open")
    assert Client().login(username="aid", password=PASSWORD)


def test_the_operator_locks_nobody_out_of_the_office_by_mistake(client, people):
    do(client, people["operator"], "close")
    page = do(client, people["operator"], "change", name="x", organ="示范旗信访局", roles=["登记员"])
    assert "不能取消自己的管理员角色" in page.content.decode()
    operator = Staff.objects.get(pk=people["operator"].pk)
    assert (operator.active, operator.roles) == (True, [Role.OPERATOR])


def test_a_password_is_reset_and_told_once(client, people):
    said = told_password(do(client, people["aid"], "reset"))
    assert Client().login(username="aid", password=said)
    assert not Client().login(username="aid", password=PASSWORD)


def test_a_locked_account_is_shown_and_opened(client, people):
    for _ in range(5):
        Client().post(reverse("sign-in"), {"username": "aid", "password": "wrong"}, REMOTE_ADDR="10.0.0.9")
    assert "锁定</span>" in client.get(reverse("people")).content.decode()
    page = client.get(reverse("person", args=[people["aid"].pk])).content.decode()
    assert "密码不对，锁定" in page
    assert "10.0.0.9" in page
    do(client, people["aid"], "unlock")
    assert not AccessAttempt.objects.exists()


# 放假安排

NEXT = max(one.year for one in official()) + 1
NOTICE = f"""
year = {NEXT}
title = "国务院办公厅关于{NEXT}年部分节假日安排的通知"
number = "测试〔{NEXT}〕1号"
issued = {NEXT - 1}-11-05
[[holiday]]
name = "元旦"
from = {NEXT}-01-01
to = {NEXT}-01-03
worked = [{NEXT}-01-04]
"""


def wait_for(what):
    for _ in range(300):
        if not running.state(what).going:
            return running.state(what)
        time.sleep(0.1)
    raise AssertionError(what)


def test_the_years_on_file_are_shown(client):
    page = client.get(reverse("calendars")).content.decode()
    for notice in official():
        assert str(notice) in page
    assert f"国务院办公厅关于{NEXT}年部分节假日安排的通知" in page


def test_a_notice_is_shown_before_it_is_filed_and_settles_what_was_provisional(client, people):
    register(f"{NEXT - 1}-12-20" if date(NEXT - 1, 12, 20) <= TODAY else TODAY.isoformat(), Request(text="要求修渠"))
    ClockRow.objects.update(provisional=True, due=date(NEXT, 1, 4))
    file = SimpleUploadedFile("notice.toml", NOTICE.encode())
    page = client.post(reverse("calendars"), {"do": "preview", "file": file})
    ready = page.context["ready"]
    assert (ready.provisional, ready.replaces) == (ClockRow.objects.count(), None)
    assert (date(NEXT, 1, 1), "放假安排未公布", "元旦放假") in ready.changed
    assert not HolidayNotice.objects.exists(), "looking files nothing"
    client.post(reverse("calendars"), {"do": "file", "content": page.context["content"]})
    assert HolidayNotice.objects.get().filed_by == people["operator"].user
    assert NEXT in calendar().years
    assert not wait_for("rebuild").broken


def test_a_notice_that_stands_in_for_another_says_what_moves(client):
    this = official()[-1]
    content = NOTICE.replace(str(NEXT), str(this.year)).replace("-01-03", "-01-01").replace("worked", "# worked")
    ready = client.post(reverse("calendars"), {"do": "preview", "content": content}).context["ready"]
    assert ready.replaces == this
    assert len(ready.changed) >= len(this.days) - 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("year = ", "文件没有写完"),
        ("x = 1", "缺少year"),
        (NOTICE.replace(f"to = {NEXT}-01-03", f"to = {NEXT}-13-03"), "第9行"),
        ("", "请选择文件，或者把内容贴进来"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(client, content, said):
    page = client.post(reverse("calendars"), {"do": "preview", "content": content})
    assert said in page.content.decode()
    assert not HolidayNotice.objects.exists()


def test_a_file_that_is_no_text_is_refused(client):
    page = client.post(reverse("calendars"), {"do": "preview", "file": SimpleUploadedFile("x.toml", b"\xff\xfe\x00")})
    assert "不是UTF-8编码" in page.content.decode()


# 公开事项、核对


def test_what_art_18_asks_for_is_named_until_it_stands_there(client):
    address = reverse("published", args=["office"])
    assert "还缺8项" in client.get(address).content.decode()
    page = client.post(address, {"phone": "0478-0000000", "postcode": "12"})
    assert "邮政编码是6位数字" in page.content.decode()
    client.post(address, {"phone": "0478-0000000", "postcode": "015000"})
    profile = OfficeProfile.objects.get()
    assert (profile.phone, profile.updated_by.username) == ("0478-0000000", "operator")
    assert "还缺7项" in client.get(reverse("office")).content.decode()
    assert client.get(reverse("published", args=["aid"])).status_code == 404, "only petition offices publish here"


def test_the_record_is_checked_beside_the_pages(client):
    """A real process, on an office of its own that is empty."""
    assert client.post(reverse("check")).status_code == 302
    state = wait_for("verify")
    assert (state.broken, state.petitions, state.differences) == (False, 0, ())
    assert "记录完整" in client.get(reverse("check")).content.decode()


def test_two_checks_at_once_are_one(client):
    assert running.start("verify")
    assert not running.start("verify")
    assert running.state("verify").going
    assert "正在核对" in client.get(reverse("check")).content.decode()
    wait_for("verify")


def test_a_check_that_broke_off_says_so(client, tmp_path):
    (tmp_path / "verify.json").write_text("")
    assert running.state("verify").broken
    assert "没有完成" in client.get(reverse("check")).content.decode()


def test_differences_are_told_by_number_only(client, tmp_path):
    told = '{"petitions": 3, "differences": [{"number": "X-1", "what": "编号已发，案卷不在"}]}'
    (tmp_path / "verify.json").write_text(told)
    page = client.get(reverse("check")).content.decode()
    assert "1处不符" in page
    assert "X-1 编号已发，案卷不在" in page


@pytest.mark.parametrize("width", [375, 1440])
def test_readable_at_every_width(browser, live_server, files, people, width):
    page = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN").new_page()
    page.goto(f"{live_server.url}{reverse('office')}")
    clean(page)
    page.get_by_label("账号").fill("operator")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    for name, args in [*PAGES, ("person", (people["aid"].pk,)), ("password", ())]:
        page.goto(f"{live_server.url}{reverse(name, args=args)}")
        clean(page)
    page.context.close()
