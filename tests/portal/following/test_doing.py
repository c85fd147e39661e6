"""What a petitioner does: every act of theirs through its page; refused with its article, and no input lost."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.portal.following.conftest import (
    TODAY,
    ago,
    answered,
    decided,
    do,
    handed_over,
    register,
    reviewed,
)
from yifa.law.acts import ACTS, Rate, Reopen, RequestFinalReview, RequestReview, Supplement, Withdraw
from yifa.law.organs import PETITIONER
from yifa.law.terms import Mover, RatedBody, Score
from yifa.portal.following import uploads
from yifa.portal.following.forms import FORMS
from yifa.portal.following.offers import DOINGS
from yifa.records.models import Attachment, PetitionRecord
from yifa.records.perform import read

PDF = b"%PDF-1.4 test"


def address(what, claim="1"):
    return reverse("my-claim-act", args=[what, claim]) if DOINGS[what].each else reverse("my-act", args=[what])


def hidden(page):
    text = page.content.decode()
    return {name: re.search(f'name="{name}" value="([^"]*)"', text)[1] for name in ("key", "expected")}


def submit(client, what, **values):
    return client.post(address(what), hidden(client.get(address(what))) | values)


def last(number):
    return read(PetitionRecord.objects.get(number=number))[-1]


def test_every_act_of_the_petitioner_has_a_form():
    own = {kind for kind in ACTS.values() if kind.mover is Mover.PETITIONER}
    assert {doing.act for doing in DOINGS.values()} == own
    assert set(FORMS) == set(DOINGS)


def test_adding_material_with_its_files(opened):
    number = handed_over(register())
    page = opened(number)
    answer = submit(page, "supplement", text="补交合同", files=SimpleUploadedFile("合同.pdf", PDF))
    assert answer.url == reverse("my-petition")
    assert last(number) == Supplement(on=TODAY, by=PETITIONER, text="补交合同")
    held = Attachment.objects.get()
    assert (held.petition.number, held.seq, held.user) == (number, 4, None)
    assert "合同.pdf" in page.get(reverse("my-files")).content.decode()
    assert b"".join(page.get(reverse("my-file", args=[held.pk])).streaming_content) == PDF


@pytest.mark.parametrize(
    ("state", "what", "values", "act"),
    [
        (
            answered,
            "review",
            {"to": "banner", "grounds": "没有答复"},
            RequestReview(on=TODAY, by=PETITIONER, to="banner", grounds="没有答复", claim="1"),
        ),
        (
            reviewed,
            "final-review",
            {"to": "city", "grounds": "仍不服"},
            RequestFinalReview(on=TODAY, by=PETITIONER, to="city", grounds="仍不服", claim="1"),
        ),
        (
            handed_over,
            "rate-office",
            {"score": "满意", "reason": "快"},
            Rate(on=TODAY, by=PETITIONER, of=RatedBody.OFFICE, score=Score.SATISFIED, reason="快"),
        ),
        (
            answered,
            "rate-organ",
            {"score": "不满意"},
            Rate(on=TODAY, by=PETITIONER, of=RatedBody.ORGAN, score=Score.DISSATISFIED, claim="1"),
        ),
    ],
)
def test_each_act_through_its_page(opened, state, what, values, act):
    number = state(register())
    page = opened(number)
    assert submit(page, what, **values).url == reverse("my-petition")
    assert last(number) == act


def test_withdrawing_is_asked_about_once_more(opened):
    number = handed_over(register())
    page = opened(number)
    asked = submit(page, "withdraw", statement="已经解决")
    assert "确定要撤回吗" in asked.content.decode()
    assert not isinstance(last(number), Withdraw)
    done = page.post(address("withdraw"), hidden(asked) | {"statement": "已经解决", "sure": "1"})
    assert done.url == reverse("my-petition")
    assert last(number) == Withdraw(on=TODAY, by=PETITIONER, statement="已经解决", claims=("1",))
    assert "您已经在" in page.get(reverse("my-petition")).content.decode()


def test_what_was_withdrawn_is_taken_up_again(opened):
    number = handed_over(register())
    page = opened(number)
    assert address("reopen") not in page.get(reverse("my-petition")).content.decode()
    do(number, Withdraw(on=TODAY, by=PETITIONER, statement="已经解决"))
    shown = page.get(reverse("my-petition")).content.decode()
    assert address("reopen") in shown
    assert "可以要求恢复办理" in shown
    assert submit(page, "reopen", statement="答应的事没有办").url == reverse("my-petition")
    assert last(number) == Reopen(on=TODAY, by=PETITIONER, statement="答应的事没有办", claims=("1",))
    assert "您要求恢复办理" in page.get(reverse("my-story")).content.decode()
    assert address("reopen") not in page.get(reverse("my-petition")).content.decode()


def test_sent_twice_it_is_done_once(opened):
    number = handed_over(register())
    page = opened(number)
    form = hidden(page.get(address("supplement"))) | {"text": "一次"}
    for _ in range(2):
        file = SimpleUploadedFile("甲.pdf", PDF)
        assert page.post(address("supplement"), form | {"files": file}).url == reverse("my-petition")
    assert PetitionRecord.objects.get(number=number).length == 5
    assert Attachment.objects.count() == 1


def test_what_is_missing_is_said_and_nothing_typed_or_chosen_is_lost(opened):
    page = opened(answered(register()))
    form = hidden(page.get(address("review")))
    files = [SimpleUploadedFile("甲.pdf", PDF), SimpleUploadedFile("乙.exe", b"MZ")]
    text = page.post(address("review"), form | {"grounds": "没有答复", "files": files}).content.decode()
    assert "不能上传" in text
    assert "没有答复" in text
    assert "甲.pdf" in text
    held = Attachment.objects.get()
    again = page.post(address("review"), form | {"to": "banner", "grounds": "", "drop": str(held.pk)}).content.decode()
    assert "请写明哪里不服" in again
    assert not Attachment.objects.exists()


def test_who_acted_meanwhile_is_seen_first_and_the_input_stays(opened):
    number = handed_over(register())
    page = opened(number)
    form = hidden(page.get(address("supplement")))
    do(number, Supplement(on=TODAY, by=PETITIONER, text="窗口代录", officer="某丁"))
    seen = page.post(address("supplement"), form | {"text": "我的补充"})
    assert "有了新的进展" in seen.content.decode()
    assert "我的补充" in seen.content.decode()
    assert page.post(address("supplement"), hidden(seen) | {"text": "我的补充"}).url == reverse("my-petition")


@pytest.mark.parametrize(
    ("state", "what", "reason"),
    [
        (decided, "review", "处理意见还没有送达"),
        (handed_over, "review", "没有可以请求复查的处理意见"),
        (handed_over, "rate-organ", "有权处理机关答复之后才能评价"),
        (answered, "withdraw", "已经答复，不能撤回"),
        (lambda number: answered(number, 20), "final-review", "没有可以请求复核的复查意见"),
    ],
)
def test_what_is_not_possible_says_why_and_from_when(opened, state, what, reason):
    page = opened(state(register()))
    text = page.get(address(what)).content.decode()
    assert reason in text
    assert DOINGS[what].when in text
    assert "<textarea" not in text
    assert reason in page.get(reverse("my-petition")).content.decode()


def test_a_refusal_by_law_names_its_article(opened):
    number = handed_over(register())
    page = opened(number)
    form = hidden(page.get(address("rate-office"))) | {"score": "满意"}
    page.post(address("rate-office"), form)
    refused = submit_anew(page, "rate-office", score="不满意")
    assert "已经评价过信访部门" in refused
    assert "第二十一条第二款" in refused


def submit_anew(page, what, **values):
    """With a form shown before it was too late."""
    expected = PetitionRecord.objects.get().length
    return page.post(address(what), {"key": "0" * 32, "expected": expected} | values).content.decode()


@pytest.mark.parametrize("what", ["review/9", "review", "supplement/1", "nothing"])
def test_other_addresses_lead_nowhere(opened, what):
    assert opened(answered(register())).get(f"/follow/petition/act/{what}/").status_code == 404


def test_files_of_forms_never_handed_in_are_swept(opened):
    page = opened(answered(register()))
    form = hidden(page.get(address("review")))
    page.post(address("review"), form | {"files": SimpleUploadedFile("甲.pdf", PDF)})
    Attachment.objects.update(added_at=ago(3).isoformat() + "T00:00Z")
    uploads.sweep()
    assert not Attachment.objects.exists()
