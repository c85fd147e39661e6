"""提交信访: saved at every step, nothing demanded, handed in once, answered with a receipt."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.portal.filing.conftest import NAMED
from yifa.casework.interviews import proposals_of
from yifa.law.terms import Channel
from yifa.organs.permissions import claims_visible, may_see
from yifa.portal import drafts
from yifa.portal.models import LIFE, Draft
from yifa.records.models import PetitionRecord, Reader
from yifa.records.perform import load, read
from yifa.records.query_codes import find, issue

pytestmark = pytest.mark.django_db


def registered():
    (act,) = read(PetitionRecord.objects.get())
    return act


def test_from_the_first_page_to_the_receipt(client, filed):
    page = filed().content.decode()
    act, record = registered(), PetitionRecord.objects.get()

    assert (act.channel, act.by, act.place, act.electronic) == (Channel.ONLINE, "office", "河口镇", True)
    assert (act.names, act.contact, act.address) == (("某甲",), "010-000000", "河口镇某村")
    (asked,) = act.requests
    assert (asked.text, asked.about, asked.track) == ("请补发3月至6月的工资", ("water",), None)
    assert record.number in page
    code = re.search(r"<b>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</b>", page)[1]
    assert find(record.number, code) == record
    for told in ("data:image/svg+xml", "第二十二条", "书面告知您"):
        assert told in page
    assert not Draft.objects.exists()
    assert client.cookies["draft"].value == ""


def test_the_code_is_on_no_other_browser_and_can_be_cleared(client, filed):
    filed()
    assert "不再显示" in Client().get(reverse("file-receipt")).content.decode()
    assert client.get(reverse("file-receipt"))["Cache-Control"] == "no-store"
    client.post(reverse("file-receipt"))
    assert "不再显示" in client.get(reverse("file-receipt")).content.decode()


def test_a_code_of_its_own_ends_the_receipt(client, filed):
    filed()
    issue(PetitionRecord.objects.get())
    assert "不再显示" in client.get(reverse("file-receipt")).content.decode()


def test_a_double_click_is_one_petition_and_its_code_holds(client, fill):
    fill()
    key = client.cookies["draft"].value
    client.post(reverse("file-check"))
    client.cookies["draft"] = key
    page = client.post(reverse("file-check"))

    assert page.headers["Location"] == reverse("file-receipt")
    record = PetitionRecord.objects.get()
    code = re.search(r"<b>(.{4}-.{4}-.{4})</b>", client.get(page.headers["Location"]).content.decode())[1]
    assert find(record.number, code) == record


def test_nothing_is_demanded_anonymous(filed):
    filed(who={"who": "匿名"}, contact={"electronic": "yes"})
    act = registered()
    assert (act.anonymous, act.names, act.contact, act.address) == (True, (), "", "")
    assert not load(PetitionRecord.objects.get()).reachable


def test_a_name_is_enough(client, filed):
    page = filed(contact={"name": "某甲", "electronic": "no"}).content.decode()
    assert registered().address == ""
    assert "不会有书面告知" in page


def test_a_name_given_before_anonymity_was_chosen_is_not_registered(client, fill):
    fill()
    client.post(reverse("file-step", args=["who"]), {"who": "匿名", "then": "check"})
    client.post(reverse("file-step", args=["contact"]), {"electronic": "no", "then": "check"})
    client.post(reverse("file-check"))
    assert registered().names == ()


def test_joint_filing_counts_all_and_names_at_most_five(client, fill):
    joint = {"who": {"who": "联名"}}
    contact = NAMED["contact"] | {"people": "12人", "representatives": "某甲\n某乙、某丙"}
    fill(**joint, contact=contact)
    address = reverse("file-step", args=["contact"])
    six = client.post(address, contact | {"representatives": "\n".join("某甲乙丙丁戊己")})
    assert "代表最多5人（《信访工作条例》第二十条第三款）" in six.content.decode()
    assert "某\n甲" in six.content.decode(), "what was typed is not lost"
    assert "至少两个人" in client.post(address, contact | {"people": "1"}).content.decode()
    assert "请写数字" in client.post(address, contact | {"people": "十二"}).content.decode()
    assert "不能比总人数多" in client.post(address, contact | {"people": "2"}).content.decode()
    client.post(address, contact)
    client.post(reverse("file-check"))
    assert (registered().people, registered().representatives) == (12, ("某甲", "某乙", "某丙"))


def test_several_claims_are_added_changed_and_removed(client, fill):
    fill()
    client.post(reverse("file-claim", args=[2]), {"text": "请公开账目", "purpose": "申诉求决"})
    client.post(reverse("file-claim", args=[3]), {"text": "建议修路", "purpose": "建议意见"})
    assert client.get(reverse("file-claim", args=[5])).status_code == 404
    client.post(reverse("file-claim", args=[2]), {"text": "请公布账目", "purpose": "申诉求决"})
    client.post(reverse("file-asked"), {"remove": "3"})
    assert "您提了2项请求" in client.get(reverse("file-asked")).content.decode()
    client.post(reverse("file-check"))
    assert [one.text for one in registered().requests] == ["请补发3月至6月的工资", "请公布账目"]


def test_an_accusation_is_sealed_from_its_first_moment(staff, filed):
    accusation = {"text": "某站长收钱不办事", "purpose": "检举控告"}
    page = filed(asked=accusation).content.decode()
    assert "密封转送" in page
    record = PetitionRecord.objects.get()
    assert record.sealed
    assert list(Reader.objects.values_list("user__username", flat=True)) == ["screener"]
    assert may_see(staff["screener"], record)
    assert not may_see(staff["registrar"], record)


def test_the_accused_and_where_he_works_are_barred(client, staff, fill):
    fill(asked={"text": "收钱不办事", "purpose": "检举控告"})
    address = reverse("file-accused", args=[1])
    assert "谁看不到" in client.get(address).content.decode()
    client.post(address, {"accused": "职员screener\n某站长", "workplace": "示范旗水利局", "then": "check"})
    client.post(reverse("file-check"))
    record = PetitionRecord.objects.get()
    (asked,) = registered().requests
    assert asked.accused == ("职员screener", "某站长", "water")
    assert asked.about == ()
    assert not may_see(staff["screener"], record), "the accused is no reader of it"
    assert claims_visible(staff["water"], load(record)) == []


def test_an_accusation_among_other_claims_is_advised_to_go_alone(client, fill):
    fill()
    page = client.post(reverse("file-claim", args=[2]), {"text": "收钱", "purpose": "检举控告"})
    assert "单独写一份" in client.get(page.headers["Location"]).content.decode()


def test_the_answers_of_the_interview_go_along(client, organs, filed):
    client.post(reverse("find-path"), {"which": ["employer"]})
    client.post(reverse("find-path-question", args=["employer.which"]), {"answer": ["contract"]})
    known = (timezone.localdate() - timezone.timedelta(days=200)).isoformat()
    client.post(reverse("find-path-question", args=["employer.knew_harm"]), {"answer": known})

    page = filed().content.decode()

    (proposal,) = proposals_of(PetitionRecord.objects.get(), timezone.localdate())
    assert proposal.paths == ("C2-1",)
    assert "您自己的期限，不要错过" in page
    assert "劳动" in page


def test_what_the_interview_found_is_ticked_for_the_first_claim(client, organs):
    client.post(reverse("find-path"), {"which": ["official"]})
    assert (
        'value="检举控告" required id="id_purpose_2" checked'
        in client.get(reverse("file-claim", args=[1])).content.decode()
    )


@pytest.mark.parametrize(
    ("address", "typed", "told"),
    [
        ("what", {"facts": " "}, "请写一写发生了什么事"),
        ("what", {"facts": "字" * 10_003}, "现在有10003字；请删去3字"),
        ("where", {"place": "月球"}, "月球"),
        ("who", {}, "请选一种"),
        ("contact", {"electronic": "no"}, "请填写姓名；不愿意填写的"),
        ("privacy", {}, "请看过说明后勾选"),
    ],
)
def test_an_error_says_what_to_do_and_what_was_typed_is_kept(client, organs, address, typed, told):
    client.post(reverse("file"))
    page = client.post(reverse("file-step", args=[address]), typed)
    assert page.status_code == 200
    assert told in page.content.decode()
    assert 'class="problem"' in page.content.decode()
    for name, value in typed.items():
        assert Draft.objects.get().content.get(name, "") == value.strip()


def test_the_check_says_what_is_missing_and_leads_there(client, fill):
    client.post(reverse("file"))
    client.post(reverse("file-step", args=["what"]), NAMED["what"])
    page = client.post(reverse("file-check")).content.decode()
    assert f'href="{reverse("file-claim", args=[1])}' in page
    assert f'href="{reverse("file-step", args=["who"])}?then=check"' in page
    assert not PetitionRecord.objects.exists()


def test_changing_one_answer_leads_back_to_the_check(client, fill):
    fill()
    address = reverse("file-step", args=["what"])
    assert 'name="then" value="check"' in client.get(f"{address}?then=check").content.decode()
    page = client.post(address, {"facts": "改过", "then": "check"})
    assert page.headers["Location"] == reverse("file-check")
    assert "改过" in client.get(reverse("file-check")).content.decode()
    page = client.post(reverse("file-claim", args=[1]), {"text": "收钱", "purpose": "检举控告", "then": "check"})
    assert page.headers["Location"] == f"{reverse('file-accused', args=[1])}?then=check"


def test_one_goes_on_where_one_stopped_in_a_new_window(client, organs):
    client.post(reverse("file"))
    client.post(reverse("file-step", args=["what"]), NAMED["what"])
    client.post(reverse("file-claim", args=[1]), {"text": "请补发工资"})
    again = Client()
    again.cookies["draft"] = client.cookies["draft"].value
    page = again.get(reverse("file"))
    assert "没有写完的信访" in page.content.decode()
    assert page.context["on"] == reverse("file-step", args=["where"])
    assert "请补发工资" in again.get(reverse("file-claim", args=[1])).content.decode()


def test_typing_is_kept_without_being_judged(client, organs):
    client.post(reverse("file"))
    page = client.post(f"{reverse('file-claim', args=[1])}?keep=1", {"text": "请补"})
    assert page.status_code == 204
    assert Draft.objects.get().content["asked"][0]["text"] == "请补"


def test_a_page_whose_draft_is_gone_begins_another_with_what_it_holds(client, organs):
    client.post(reverse("file"))
    Draft.objects.all().delete()
    page = client.post(reverse("file-step", args=["what"]), NAMED["what"])
    assert page.headers["Location"] == reverse("file-claim", args=[1])
    assert Draft.objects.get().content["facts"] == NAMED["what"]["facts"]


def test_a_stale_page_loses_nothing_and_says_so(organs):
    strict = Client(enforce_csrf_checks=True)
    page = strict.post(reverse("file-step", args=["what"]), {"facts": "写了很久"})
    assert page.status_code == 403
    said = page.content.decode()
    assert "写了很久" in said
    assert "再按一次" in said
    assert not Draft.objects.exists(), "nobody knows who sent it"
    page = strict.post(reverse("file-check"))
    assert "开得太久" in page.content.decode()
    assert "开得太久" in strict.post(reverse("sign-in"), {"username": "x"}).content.decode()


def test_discarding_leaves_nothing(client, fill):
    fill()
    client.post(reverse("file-discard"))
    assert not Draft.objects.exists()
    assert client.get(reverse("file-check")).headers["Location"] == reverse("file")
    assert client.get(reverse("file-discard")).status_code == 405


def test_a_draft_left_alone_for_thirty_days_is_gone(client, fill):
    fill()
    Draft.objects.update(touched_at=timezone.now() - LIFE)
    assert client.get(reverse("file-check")).headers["Location"] == reverse("file")
    drafts.begin()
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("name", ["file-asked", "file-attachments", "file-check"])
def test_without_a_draft_every_page_leads_to_the_first(client, organs, name):
    assert client.get(reverse(name)).headers["Location"] == reverse("file")
    assert client.get(reverse("file-step", args=["what"])).headers["Location"] == reverse("file")
    assert client.get(reverse("file-step", args=["x"])).status_code == 404
    assert client.post(reverse("file-check")).headers["Location"] == reverse("file")


def test_a_key_that_was_tampered_with_opens_nothing(client, fill):
    fill()
    client.cookies["draft"] = client.cookies["draft"].value.replace(":", "x:", 1)
    assert client.get(reverse("file-check")).headers["Location"] == reverse("file")


def test_handing_in_too_often_waits_and_keeps_the_draft(client, fill, settings):
    fill()
    settings.THROTTLE_FACTOR = 0
    assert client.post(reverse("file-check")).status_code == 429
    assert Draft.objects.exists()
    assert not PetitionRecord.objects.exists()


def test_before_any_office_is_entered_it_says_how_else(client, db):
    assert "暂时不能在网上提交" in client.get(reverse("file")).content.decode()


def test_handing_in_is_cheap(client, fill, django_assert_max_num_queries):
    fill()
    with django_assert_max_num_queries(34):
        client.post(reverse("file-check"))
