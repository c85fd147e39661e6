"""What a petitioner is told: each act by one table, each stage in words, papers once they arrived, nothing behind the seal."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.portal.following.conftest import (
    TODAY,
    ago,
    answered,
    decided,
    diverted,
    do,
    handed_over,
    register,
    reviewed,
    sealed,
)
from yifa.casework import interviews
from yifa.law.acts import (
    ACTS,
    AppointLead,
    Correct,
    InformPersonnel,
    Investigate,
    Recuse,
    ReportUrgent,
    RequestReview,
    ReviewOpinion,
    Serve,
    Supervise,
)
from yifa.law.fold import base
from yifa.law.notices import PAPERS
from yifa.law.organs import PETITIONER
from yifa.law.terms import LeadLevel, Method, ReviewOutcome, Stage, SupervisionGround, Track
from yifa.portal.following.papers import made
from yifa.portal.following.stages import ENDED, HANDLING, REFERRED, STAGES
from yifa.portal.following.telling import TOLD
from yifa.records import attachments
from yifa.records.models import PetitionRecord
from yifa.records.perform import load

PDF = b"%PDF-1.4 test"


def text_of(page, name, *args):
    return page.get(reverse(name, args=args)).content.decode()


def test_of_every_act_it_is_decided_whether_it_is_told_and_why():
    assert list(TOLD) == list(ACTS.values())
    assert all(one.why for one in TOLD.values())
    assert {kind.__name__ for kind, one in TOLD.items() if one.says is None} == {
        "ReportUrgent",
        "InformPersonnel",
        "Supervise",
        "AnswerSupervision",
        "Recommend",
        "AnswerRecommendation",
        "TakeConferenceMeasure",
        "OrderRemedy",
        "ReportRemedy",
    }
    for kind, one in TOLD.items():
        assert all(hasattr(kind, field) for field in one.fields), kind


def test_every_stage_and_every_track_has_words():
    assert set(STAGES) == set(Stage)
    assert set(HANDLING) == {None, *Track}


def test_every_end_of_a_claim_has_words():
    assert set(ENDED) == {kind for kind, effect in base.FOLD.items() if "conclude" in effect.__code__.co_names}
    refers = {"referred", "_refer"}
    assert set(REFERRED) == {kind for kind, effect in base.FOLD.items() if refers & set(effect.__code__.co_names)}


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (lambda number: number, "示范旗信访局已经收到并登记"),
        (handed_over, "示范旗水利局正在办理。"),
        (decided, "正在送达给您"),
        (answered, "不服的，最迟在"),
        (reviewed, "复查意见已经送达给您。"),
    ],
)
def test_where_it_stands_is_said_in_plain_words(opened, state, said):
    assert said in text_of(opened(state(register())), "my-petition")


def test_late_organs_are_named_and_the_petitioner_is_told_what_to_do(opened):
    text = text_of(opened(register()), "my-petition")
    assert "逾期25日" in text
    assert "有机关超过了期限" in text


def test_a_lapsed_right_is_said_to_have_lapsed(opened):
    number = register()
    decided(number)
    do(number, Serve(on=ago(19), by="water", method=Method.DIRECT, proof="回证"))
    assert "请求复查" in text_of(opened(number), "my-petition")


def test_a_claim_led_into_another_procedure_names_body_and_last_day(opened):
    text = text_of(opened(diverted()), "my-petition")
    assert "行政复议" in text
    assert "向示范旗人民政府提出" in text
    assert "还有5日" in text


def test_limits_from_the_interview_run_on_beside_the_petition(opened):
    number = register()
    answers = {"decision": True, "decision.which": ["other"], "decision.knew_act": ago(20).isoformat()}
    record = PetitionRecord.objects.get(number=number)
    interviews.keep(record, answers)
    text = text_of(opened(number), "my-petition")
    assert "您自己的期限" in text
    assert "行政复议" in text


def test_the_lead_official_is_shown_with_post_and_duty(opened):
    number = do(
        handed_over(register()),
        AppointLead(on=TODAY, by="banner", level=LeadLevel.COUNTY, official="某戊", post="副旗长", duty="包办理"),
    )
    text = text_of(opened(number), "my-petition")
    assert "副旗长" in text
    assert "某戊" in text


def test_what_organs_do_among_themselves_is_not_told(opened):
    number = do(
        handed_over(register(urgent=True)),
        Investigate(on=ago(25), by="water", findings="邻居某乙作证"),
        ReportUrgent(on=ago(24), by="office", to=("banner",), proposal="内部建议"),
        Supervise(
            on=ago(10), by="office", to="water", ground=SupervisionGround.DELAY, facts="拖延了", advice="内部督办"
        ),
        Recuse(on=ago(9), by="water", person="某己", relation="是信访人的亲戚", decided_by="某庚"),
    )
    page = opened(number)
    shown = "".join(text_of(page, name) for name in ("my-petition", "my-story", "my-papers"))
    assert "调查核实" in shown
    assert "已经回避" in shown
    for kept in ("邻居某乙", "内部建议", "内部督办", "某己", "亲戚", "某庚"):
        assert kept not in shown


def test_of_an_accusation_its_author_sees_the_own_words_and_where_it_went(opened):
    number = do(sealed(), InformPersonnel(on=ago(30), by="office", to="personnel", gist="干部情况"))
    page = opened(number)
    shown = "".join(text_of(page, name) for name in ("my-petition", "my-story", "my-papers", "my-files"))
    assert "反映石某某收钱" in shown
    assert "密封转示范旗纪委监委" in shown
    for kept in ("某丙", "密封七号", "干部情况"):
        assert kept not in shown


def test_a_paper_is_read_once_it_has_arrived(opened):
    page = opened(decided(register()))
    assert "正在送达" in text_of(page, "my-papers")
    assert page.get(reverse("my-paper", args=[5, "D27"])).status_code == 404
    number = answered(register())
    page = opened(number)
    text = text_of(page, "my-paper", 5, "D27")
    for said in ("不予修理", "不予支持", "示范旗人民政府", "自收到本文书之日起30日内"):
        assert said in text
    assert "缺乏法律依据的解释说明" not in text
    assert "诉讼" not in text
    assert "起诉" not in text


def test_a_paper_from_which_no_limit_counts_is_read_at_once(opened):
    text = text_of(opened(diverted()), "my-paper", 3, "D23")
    assert "行政复议" in text


def test_a_review_that_sends_back_names_no_further_review(opened):
    number = do(
        answered(register()),
        RequestReview(on=ago(12), by=PETITIONER, to="banner", grounds="不服"),
        ReviewOpinion(
            on=ago(8),
            by="banner",
            outcome=ReviewOutcome.REDO,
            facts="不清",
            opinion="重新处理",
            basis_text="水法",
            redo_by=ago(-20),
        ),
        Serve(on=ago(6), by="banner", method=Method.DIRECT, proof="回证"),
    )
    page = opened(number)
    text = text_of(page, "my-paper", 8, "D33")
    assert "重新处理的期限" in text
    assert "请求复核" not in text
    assert "上级机关已要求重新处理" in text_of(page, "my-petition")


def test_the_receipt_says_by_when_it_must_be_sent_on(opened):
    text = text_of(opened(register()), "my-paper", 0, "D02")
    assert "应当分流的最后日期" in text


def test_who_asked_for_papers_online_reads_them_at_once(opened):
    page = opened(decided(register(electronic=True)))
    assert "不予修理" in text_of(page, "my-paper", 5, "D27")


def test_who_cannot_be_served_reads_them_here_at_once(opened):
    page = opened(decided(register(address="")))
    assert "不予修理" in text_of(page, "my-paper", 5, "D27")


@pytest.mark.parametrize("state", [reviewed, lambda _number: diverted(), lambda _number: sealed()])
def test_every_paper_that_may_be_read_opens_and_says_something(opened, state):
    number = state(register())
    page = opened(number)
    found = made(load(PetitionRecord.objects.get(number=number)))
    assert found
    for one in found:
        text = text_of(page, "my-paper", one.seq, one.paper.number)
        assert PAPERS[one.paper.number].term in text
        assert "<dd></dd>" not in text


def test_a_correction_stays_beside_what_it_corrects(opened):
    number = answered(register())
    do(
        number,
        Correct(
            on=TODAY,
            by="water",
            target=6,
            reason="笔误",
            right=Serve(on=ago(17), by="water", method=Method.POST, proof="回执"),
        ),
    )
    text = text_of(opened(number), "my-story")
    assert "（已更正）" in text
    assert "邮寄送达" in text
    assert "笔误" not in text


def test_files_of_the_inquiry_are_not_the_petitioners(opened, staff):
    number = handed_over(register())
    record = PetitionRecord.objects.get(number=number)
    for name, seq in (("来信.pdf", 0), ("笔录.pdf", 3)):
        attachments.keep(SimpleUploadedFile(name, PDF), petition=record, seq=seq, user=staff["registrar"].user)
    page = opened(number)
    text = text_of(page, "my-files")
    assert "来信.pdf" in text
    assert "笔录.pdf" not in text
    inquiry = record.attachments.get(name="笔录.pdf")
    assert page.get(reverse("my-file", args=[inquiry.pk])).status_code == 404
