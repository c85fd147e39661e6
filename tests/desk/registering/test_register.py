"""登记: what is typed becomes the act, lawful or refused with its reason; nothing typed is lost; once is once."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.desk.conftest import PASSWORD
from yifa.law.acts import Attach, Register
from yifa.law.terms import Channel, Level, Track
from yifa.records.models import Attachment, PetitionRecord, QueryCode
from yifa.records.perform import load, read

pytestmark = pytest.mark.django_db(transaction=True)
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


@pytest.fixture
def client(client, people):
    assert client.login(username="registrar", password=PASSWORD)
    return client


def sheet(client, **values):
    page = client.get(reverse("register"))
    shown = page.context
    plain = {
        "key": shown["key"],
        "folder": shown["folder"],
        "channel": "来信",
        "received": timezone.localdate().isoformat(),
        "level": "旗县",
        "people": "1",
        "c0-text": "要求补发2024年的草原生态补助",
        "do": "file",
    }
    return plain | {name.replace("__", "-"): value for name, value in values.items()}


def send(client, **values):
    return client.post(reverse("register"), sheet(client, **values))


def the_act():
    return read(PetitionRecord.objects.get())[0]


def test_a_letter_with_everything(client):
    day = timezone.localdate() - timedelta(days=2)
    answer = send(
        client,
        received=day.isoformat(),
        names="王小明、李 四",
        contact="138-0000-0001",
        address="河口镇某村",
        place="河口镇",
        level="市",
        urgent="on",
        electronic="on",
        facts="2024年未发",
        reasons="同村都发了",
        c0__category="农村农业_草原补助",
        c0__about="示范旗民政局、某合作社",
        c0__track="C6",
        c1__text="要求公开发放名单",
    )
    record = PetitionRecord.objects.get()
    assert answer.headers["Location"] == reverse("register-receipt", args=[record.number])
    act = the_act()
    assert (act.on, act.received, act.by, act.officer) == (timezone.localdate(), day, "office", "职员registrar")
    assert (act.channel, act.level, act.names, act.people) == (Channel.LETTER, Level.CITY, ("王小明", "李 四"), 2)
    assert (act.place, act.urgent, act.electronic, act.facts) == ("河口镇", True, True, "2024年未发")
    first, second = act.requests
    assert (first.category, first.track, first.about) == ("农村农业_草原补助", Track.C6, ("aid", "某合作社"))
    assert second.text == "要求公开发放名单"
    page = client.get(answer.headers["Location"]).content.decode()
    assert "请立即报告本级党委和政府" in page
    assert "有权处理的机关收到后15日内书面告知您" in page


def test_name_and_address_may_be_missing(client):
    answer = send(client)
    assert the_act().names == ()
    slip = client.get(answer.headers["Location"]).content.decode()
    assert "书面告知您" not in slip, "Art. 23¶2: nobody can be told"
    assert "凭编号和查询码查看" in slip


def test_anonymous_names_nobody_though_somebody_was_typed(client):
    send(client, anonymous="on", names="王小明")
    assert (the_act().anonymous, the_act().names) == (True, ())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("mzj", "aid"), ("minzhengju", "aid"), ("sfqmzj", "aid"), ("aid", "aid"), ("某公司", "某公司"), ("sf", "sf")],
)
def test_an_organ_is_found_by_pinyin_code_or_name_without_a_script(client, typed, kept):
    send(client, c0__about=typed)
    assert the_act().requests[0].about == (kept,), "what fits several stays as written"


@pytest.mark.parametrize("channel", ["来访", "来电"])
def test_what_was_told_by_word_of_mouth_is_read_back(client, channel):
    """Art. 19¶1."""
    page = send(client, channel=channel)
    assert page.status_code == 200
    assert "宣读或者交其核对" in page.content.decode()
    assert send(client, channel=channel, read_back="yes").status_code == 302
    assert the_act().read_back is True


def test_who_hung_up_is_registered_all_the_same(client):
    assert send(client, channel="来电", read_back="no").status_code == 302
    assert the_act().read_back is False


def test_a_visit_of_many(client):
    send(client, channel="来访", read_back="yes", people="30", names="甲某", representatives="甲某、乙某，丙某")
    act = the_act()
    assert (act.people, act.representatives) == (30, ("甲某", "乙某", "丙某"))


def test_of_more_than_five_representatives_the_law_speaks(client):
    page = send(client, channel="来访", read_back="yes", people="9", representatives="甲、乙、丙、丁、戊、己")
    assert "代表不得超过5人" in page.content.decode()
    assert "#20.3" in page.content.decode(), "with its article"
    assert not PetitionRecord.objects.exists()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"c0__text": "  "}, "请写明信访人的请求"),
        ({"received": "2999-01-01"}, "收到日期不能晚于登记日期"),
        ({"received": "昨天"}, "收到日期请写成"),
        ({"people": "x"}, "人数请填整数"),
        ({"people": "0"}, "人数至少为1"),
        ({"c0__track": "B"}, "请写明被检举控告的机关或者个人"),
        ({"c0__accused": "某局长"}, "类别请选「B 检举控告」"),
        ({"c1__text": "", "c1__category": "民政"}, "请写明请求的内容"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_lost(client, values, said):
    page = send(client, names="王小明", address="河口镇某村", **values)
    shown = page.content.decode()
    assert page.status_code == 200
    assert said in shown
    assert 'value="王小明"' in shown
    assert 'value="河口镇某村"' in shown
    assert not PetitionRecord.objects.exists()


def test_an_accusation_is_sealed(client, people):
    send(client, c0__track="B", c0__accused="河口镇、张某")
    record = PetitionRecord.objects.get()
    assert record.sealed
    assert the_act().requests[0].accused == ("town", "张某")


def test_an_accusation_of_nobody_known_is_taken_in(client):
    assert send(client, c0__track="B", c0__accused="不详").status_code == 302


def test_a_row_more_keeps_what_is_typed_without_a_script(client):
    page = send(client, do="more", names="王小明").content.decode()
    assert 'name="c1-text"' in page
    assert 'value="王小明"' in page
    assert "还没有登记" not in page, "unfinished is not wrong"


def test_a_row_more_with_a_script(client):
    row = client.post(reverse("register-claim"), sheet(client, c1__text="另一项")).content.decode()
    assert 'name="c2-text"' in row
    assert "诉求3" in row


def test_sent_twice_is_registered_once(client):
    once = sheet(client, names="王小明", contact="1380000")
    answers = [client.post(reverse("register"), once) for _ in range(3)]
    assert {one.headers["Location"] for one in answers} == {
        reverse("register-receipt", args=[PetitionRecord.objects.get().number])
    }
    assert QueryCode.objects.count() == 1


def test_a_closed_tab_loses_nothing(client):
    client.post(reverse("register-look"), sheet(client, names="王小明", c0__text="写到一半", c1__text="第二项"))
    page = client.get(reverse("register")).content.decode()
    for said in ("接着上次没有登记完的草稿", "王小明", "写到一半", "第二项"):
        assert said in page
    client.post(reverse("register"), {"do": "throw"})
    assert "写到一半" not in client.get(reverse("register")).content.decode()


def test_an_autosave_that_comes_in_late_brings_nothing_back(client):
    filed = sheet(client, names="王小明")
    client.post(reverse("register"), filed)
    client.post(reverse("register-look"), filed)
    assert "王小明" not in client.get(reverse("register")).content.decode()


def test_nothing_of_a_draft_is_left_for_who_signs_in_next(client, people):
    client.post(reverse("register-look"), sheet(client, names="王小明"))
    client.post(reverse("sign-out"))
    client.login(username="registrar", password=PASSWORD)
    assert "王小明" not in client.get(reverse("register")).content.decode()


def test_the_next_sheet_begins_as_the_last_one(client):
    day = (timezone.localdate() - timedelta(days=3)).isoformat()
    send(client, channel="传真", received=day)
    form = client.get(reverse("register")).context["form"]
    assert (form["channel"].value(), form["received"].value()) == ("传真", day)


def test_scans_go_with_the_petition(client):
    values = sheet(client, do="more")
    client.post(reverse("register"), values | {"files": SimpleUploadedFile("信.png", PNG, "image/png")})
    assert Attachment.objects.get().petition is None
    page = client.get(reverse("register")).content.decode()
    assert "信.png" in page
    values = sheet(client)
    client.post(reverse("register"), values | {"camera": SimpleUploadedFile("拍.png", PNG, "image/png")})
    record = PetitionRecord.objects.get()
    assert set(record.attachments.values_list("name", "seq")) == {("信.png", 0), ("拍.png", 0)}


def test_a_file_that_cannot_be_kept_says_why_and_keeps_the_rest(client):
    page = client.post(
        reverse("register"), sheet(client, names="王小明") | {"files": SimpleUploadedFile("x.exe", b"MZ")}
    ).content.decode()
    assert "不能上传" in page
    assert 'value="王小明"' in page


def test_a_file_is_taken_out_again(client):
    client.post(
        reverse("register"), sheet(client, do="more") | {"files": SimpleUploadedFile("信.png", PNG, "image/png")}
    )
    client.post(reverse("register"), sheet(client, do="", drop=str(Attachment.objects.get().pk)))
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("registrar", 200), ("aid", 200), ("operator", 403)])
def test_who_registers(client, who, status):
    client.login(username=who, password=PASSWORD)
    assert client.get(reverse("register")).status_code == status


def test_an_organ_registers_what_comes_to_it_directly(client):
    client.login(username="aid", password=PASSWORD)
    answer = send(client, names="王小明", address="河口镇某村")
    assert PetitionRecord.objects.get().home == "aid"
    page = client.get(answer.headers["Location"]).content.decode()
    assert "书面告知" in page


def test_the_code_is_shown_to_this_browser_only_and_until_the_next_sheet(client, people):
    address = send(client).headers["Location"]
    code = client.get(address).context["code"]
    assert len(code) == 14
    assert client.get(address).context["code"] == code, "a reload loses nothing"
    client.get(reverse("register"))
    assert client.get(address).context["code"] == ""


def test_few_queries_however_many_organs(client, django_assert_max_num_queries):
    client.get(reverse("register"))
    with django_assert_max_num_queries(9):
        client.get(reverse("register"))


# 疑似重复


def known(client):
    send(client, names="王小明", contact="138-0000-0001")
    return PetitionRecord.objects.get()


def again(client, **values):
    return send(client, **{"names": "王 小明", "contact": "13800000001", **values})


def test_likely_repeats_are_shown_while_typing_and_must_be_answered(client):
    record = known(client)
    shown = client.post(reverse("register-look"), sheet(client, names="王小明", contact="13800000001")).content.decode()
    assert record.number in shown
    assert "信访人（姓名和联系方式或者住址）相同，诉求文字相同" in shown
    page = again(client)
    assert page.status_code == 200
    assert "有1件疑似重复" in page.content.decode()
    assert PetitionRecord.objects.count() == 1


def test_nothing_new_to_show_moves_nothing(client):
    record = known(client)
    values = sheet(client, names="王小明", contact="13800000001", shown=record.number)
    assert client.post(reverse("register-look"), values).status_code == 204


def test_joined_as_a_repeat(client):
    record = known(client)
    answer = again(client, match=f"same:{record.number}", same="同一人同一事", channel="来访", read_back="yes")
    assert answer.headers["Location"] == reverse("register-receipt", args=[record.number])
    act = read(PetitionRecord.objects.get())[1]
    assert isinstance(act, Attach)
    assert (act.same, act.channel, act.text) == ("同一人同一事", Channel.VISIT, "要求补发2024年的草原生态补助")
    assert "重复件" in client.get(answer.headers["Location"]).content.decode()


def test_a_repeat_without_a_reason_is_refused_by_law(client):
    record = known(client)
    assert "请说明为何是同一信访人的同一事项" in again(client, match=f"same:{record.number}", same=" ").content.decode()


def test_scans_of_a_repeat_go_with_its_own_act(client):
    record = known(client)
    values = sheet(client, names="王小明", contact="13800000001", match=f"same:{record.number}", same="同一事")
    client.post(reverse("register"), values | {"files": SimpleUploadedFile("信.png", PNG, "image/png")})
    assert Attachment.objects.get().seq == 1


@pytest.mark.parametrize(("match", "earlier"), [("new", ""), ("related", True)])
def test_registered_anew(client, match, earlier):
    record = known(client)
    again(client, match=f"related:{record.number}" if earlier else match)
    act = read(PetitionRecord.objects.exclude(pk=record.pk).get())[0]
    assert isinstance(act, Register)
    assert act.earlier == (record.number if earlier else "")


def test_no_petition_may_be_joined_that_was_not_offered(client, files):
    """An address typed by hand opens nothing: neither a sealed file nor another one."""
    for number in files.values():
        page = again(client, match=f"same:{number}", same="同一事")
        assert "请重新选择" in page.content.decode()
    assert load(PetitionRecord.objects.get(number=files["mixed"])).receipts[1:] == []


def test_a_sealed_file_is_no_suggestion_to_another(client, people):
    sealed = {"names": "王小明", "contact": "13800000001", "c0__track": "B", "c0__accused": "张某"}
    assert client.login(username="registrar", password=PASSWORD)
    send(client, **sealed)
    number = PetitionRecord.objects.get().number
    assert number in client.post(reverse("register-look"), sheet(client, **sealed)).content.decode(), "she wrote it"
    client.login(username="aid", password=PASSWORD)
    assert number not in client.post(reverse("register-look"), sheet(client, **sealed)).content.decode()
    assert send(client, **sealed).status_code == 302, "nor does anything stand in the way"
