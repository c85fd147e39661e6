"""先找途径: one question a page, back works, the result tells where, what and by when, and never refuses."""

from datetime import date

import pytest
from django.urls import reverse

from yifa.law.interview import QUESTIONS, read_answers
from yifa.portal.finding import views
from yifa.portal.finding.course import BY_ID, course, following
from yifa.portal.finding.words import SITUATIONS, said
from yifa.portal.models import Draft

pytestmark = pytest.mark.django_db
D = date.fromisoformat
TODAY = D("2026-03-02")


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: TODAY)
    return TODAY


def answered(client, *situations, **answers):
    page = client.post(reverse("find-path"), {"which": situations})
    for number, answer in answers.items():
        address = reverse("find-path-question", args=[number.replace("__", ".")])
        page = client.post(address, {"skip": "1"} if answer is None else {"answer": answer})
        assert page.status_code == 302, page.content.decode()
    return page


def test_every_question_of_the_law_has_its_situation():
    assert list(SITUATIONS) == [one.id for one in QUESTIONS]


def test_every_question_is_asked_as_one(client):
    for one in BY_ID.values():
        assert said(one)[-1] in "？。", one.id


def test_a_decision_is_asked_about_until_its_last_day_is_known(client, organs, today):
    page = answered(
        client,
        "decision",
        decision__issuer="DEPARTMENT",
        decision__which=["other"],
        decision__knew_act="2026-01-15",
        decision__told="yes",
        decision__estate="no",
    )
    assert page.headers["Location"] == reverse("find-path-result")

    said = client.get(reverse("find-path-result")).content.decode()

    for told in (
        "行政复议",
        "示范旗人民政府（示范旗司法局具体办理）",
        "2026年3月16日",
        "还有14日",
        "行政复议申请书",
        "不是决定",
        "仍要提交信访",
        "12348",
    ):
        assert told in said


def test_a_duty_left_undone_names_what_must_come_first(client, organs, today):
    answered(client, "decision", decision__issuer="TOWN", decision__which=["spot"])
    said = client.get(reverse("find-path-result")).content.decode()
    assert "复议前置" in said


def test_nothing_fits_is_the_petition_procedure_and_a_person_confirms(client, organs):
    assert answered(client, "none").headers["Location"] == reverse("find-path-result")
    said = client.get(reverse("find-path-result")).content.decode()
    assert "信访程序" in said
    assert "由工作人员看过以后确认" in said


def test_what_cannot_be_answered_is_skipped_and_not_asked_again(client, organs):
    page = answered(client, "employer", employer__which="unknown", employer__knew_harm=None)
    assert page.headers["Location"] == reverse("find-path-question", args=["employer.employment_ended"])


def test_back_leads_to_the_page_before_with_its_answer(client, organs):
    answered(client, "decision", decision__issuer="TOWN")
    page = client.get(reverse("find-path-question", args=["decision.which"]))
    assert page.context["back"] == reverse("find-path-question", args=["decision.issuer"])
    assert 'value="TOWN" required id="id_answer_0" checked' in client.get(page.context["back"]).content.decode()
    assert 'value="decision"' in client.get(reverse("find-path")).content.decode()


def test_a_situation_unticked_takes_its_answers_along(client, organs):
    answered(client, "decision", decision__issuer="TOWN")
    answered(client, "land")
    assert "decision.issuer" not in Draft.objects.get().content["answers"]


@pytest.mark.parametrize(
    ("number", "typed", "told"),
    [
        ("decision.knew_act", {"answer": "2026-03-03"}, "日期不能晚于今天"),
        ("decision.knew_act", {"answer": "三月"}, "日期应当像"),
        ("decision.knew_act", {"answer": "0206-03-03"}, "请核对年份"),
        ("decision.knew_act", {}, "请填写日期"),
        ("decision.issuer", {}, "请选一项"),
        ("decision.which", {"answer": ["spot", "unknown"]}, "请不要再选"),
        ("decision.told", {"answer": "x"}, "x"),
    ],
)
def test_a_wrong_answer_says_what_is_wrong_and_stays(client, organs, today, number, typed, told):
    answered(client, "decision")
    page = client.post(reverse("find-path-question", args=[number]), typed)
    assert page.status_code == 200
    assert told in page.content.decode()


def test_nothing_ticked_and_too_much_ticked(client, organs):
    assert "请至少选一项" in client.post(reverse("find-path")).content.decode()
    assert "请不要再选" in client.post(reverse("find-path"), {"which": ["land", "none"]}).content.decode()


def test_without_a_draft_it_begins_at_the_beginning(client, organs):
    for address in (reverse("find-path-question", args=["decision.which"]), reverse("find-path-result")):
        assert client.get(address).headers["Location"] == reverse("find-path")
    assert client.get(reverse("find-path-question", args=["x"])).status_code == 404


def test_no_day_is_asked_for_that_no_limit_counts_from():
    raw = {"decided": True, "decided.which": ["judgment"]}
    ids = [one.id for one in course(read_answers(raw), TODAY)]
    assert ids == ["decided.which", "decided.judgment_served", "decided.ruling_served"]
    assert following(read_answers(raw), ["decided.judgment_served"], TODAY).id == "decided.ruling_served"


def test_a_limit_that_is_over_is_said_and_nobody_is_turned_away(client, organs, today):
    answered(
        client,
        "decision",
        decision__issuer="TOWN",
        decision__which=["accident"],
        decision__accident_found="2026-01-05",
    )
    said = client.get(reverse("find-path-result")).content.decode()
    assert "期限已经过了" in said
    assert "仍要提交信访" in said


def test_an_accusation_is_told_who_will_read_it(client, organs):
    answered(client, "official")
    assert "不会转给被反映的人和单位" in client.get(reverse("find-path-result")).content.decode()


def test_beginning_too_often_waits(client, organs, settings):
    settings.THROTTLE_FACTOR = 0
    assert client.post(reverse("find-path"), {"which": ["land"]}).status_code == 429
    assert not Draft.objects.exists()


def test_few_queries(client, organs, django_assert_max_num_queries):
    answered(client, "decision", decision__issuer="TOWN")
    views.office()
    with django_assert_max_num_queries(3):
        client.get(reverse("find-path-result"))
