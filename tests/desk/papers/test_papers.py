"""Papers of a file: looked at, filled in, sent, signed once, kept as sent; for nobody who may not see what they speak of."""

import hashlib
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.desk.conftest import D, decided, register
from tests.desk.papers.conftest import NOTICE, OPINION
from yifa.law.acts import Enforce, Notify, Recuse, Request, Transfer
from yifa.law.terms import Track
from yifa.papers.models import Draft, IssuedPaper
from yifa.records.models import PetitionRecord, Reader
from yifa.records.perform import perform

pytestmark = pytest.mark.django_db(transaction=True)


def address(number, seq=OPINION, paper="D27"):
    return reverse("paper", args=[number, seq, paper])


@pytest.fixture
def opinion(files):
    return address(files["answered"])


@pytest.fixture
def signed(at, opinion):
    at("head").post(opinion, {"step": "sign"})
    return IssuedPaper.objects.get()


def told(page):
    return page.content.decode()


def test_the_file_says_what_is_to_be_made_and_leads_there(at, files):
    page = at("aid").get(reverse("petition-papers", args=[files["answered"]]))
    assert [(one.seq, one.paper.number) for one in page.context["due"]] == [(NOTICE, "D12"), (OPINION, "D27")]
    assert {one.paper.number for one in page.context["forms"]} == {"D16", "D17", "D30"}
    assert address(files["answered"]) in told(page)
    assert "Enforce?claim=1" in told(page), "what is owed next leads to the act that makes it"
    assert "2份还没有签发" in told(at("aid").get(reverse("petition", args=[files["answered"]])))
    beside = told(at("aid").get(reverse("petition", args=[files["answered"]])))
    assert reverse("petition-papers", args=[files["answered"]]) in beside


def test_another_organs_papers_are_seen_once_they_are_signed(at, files, opinion):
    """The office keeps the file and reads the opinion; it does not make it."""
    registrar = at("registrar")
    listed = reverse("petition-papers", args=[files["answered"]])
    assert "D27" not in {one.paper.number for one in registrar.get(listed).context["due"]}
    assert registrar.get(opinion).status_code == 404
    at("head").post(opinion, {"step": "sign"})
    page = at("registrar").get(opinion)
    assert page.context["one"].number == "示民意〔2025〕1号"
    assert "更正后重签" not in told(page)
    assert at("registrar").post(opinion, {"step": "sign", "again": "1", "reason": "我来改"}).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("aid", 200), ("water", 404), ("town", 404), ("operator", 404)])
def test_who_does_not_see_the_file_sees_no_paper(at, files, opinion, signed, who, status):
    client = at(who)
    assert client.get(opinion).status_code == status
    assert client.get(reverse("petition-papers", args=[files["answered"]])).status_code == status
    file = reverse("signed-file", args=[files["answered"], signed.pk, "pdf"])
    assert client.get(file).status_code == status
    assert client.get(reverse("signed-file", args=[files["answered"], signed.pk, "md"])).status_code == 404


@pytest.mark.parametrize("wrong", [(99, "D27"), (OPINION, "D33"), (OPINION, "D99")])
def test_what_the_act_does_not_owe_is_not_there(at, files, wrong):
    assert at("aid").get(address(files["answered"], *wrong)).status_code == 404


def test_what_is_missing_is_named_with_its_basis_and_its_remedy(at, files):
    page = at("aid").get(address(files["answered"], 4, "D17"))
    (first, *_), text = page.context["page"].missing, told(page)
    assert first.ways[0] == ("在下面填写", f"#id_field-{first.missing.term}")
    assert f'id="id_field-{first.missing.term}"' in text
    assert first.missing.basis in text
    assert 'value="sign"' not in text
    refused = at("aid").post(address(files["answered"], 4, "D17"), {"step": "sign"})
    assert refused.status_code == 422
    assert f"「{first.missing.term}」没有填写" in told(refused)
    assert not IssuedPaper.objects.exists()
    words = {f"field-{one.missing.term}": f"填写{place}" for place, one in enumerate(page.context["page"].missing)}
    looked = at("aid").post(address(files["answered"], 4, "D17"), words | {"step": "look"})
    assert "填写0" in told(looked)
    assert 'value="sign"' in told(looked), "now it can be signed, and what was written is kept"


def test_what_the_record_lacks_leads_to_the_act_that_says_it(at, files):
    """The day set for carrying out is written here, or put on record by correcting the act."""
    number = files["answered"]
    perform(number=number, act=Enforce(on=D("2025-09-15"), by="aid", to="aid"))
    (lack,) = at("aid").get(address(number, 7, "D28")).context["page"].missing
    (_, here), (says, correct) = lack.ways
    assert (here, says) == ("#id_field-执行期限", "更正这项行为")
    assert correct == f"{reverse('act', args=[number, 'Correct'])}?target=7"
    assert at("screener").get(correct).status_code == 200


def test_the_preview_is_the_paper_without_a_number(at, opinion):
    client = at("aid")
    made = client.post(opinion, {"step": "pdf"})
    assert made["Content-Type"] == "application/pdf"
    assert made["Content-Disposition"].startswith("inline")
    assert "no-store" in made["Cache-Control"]
    assert "信访处理意见书" in PdfReader(BytesIO(made.content)).pages[0].extract_text()
    assert client.post(opinion, {"step": "docx"}).content.startswith(b"PK")
    assert "补发" in told(client.get(opinion)), "the page reads like the paper"
    assert not IssuedPaper.objects.exists()


def test_sent_returned_sent_again_and_signed(at, files, opinion):
    client = at("aid")
    client.post(opinion, {"step": "send", "note": "请审签"})
    client.post(opinion, {"step": "send", "note": "改了一处"})
    assert Draft.objects.filter(state=Draft.State.WAITING).count() == 1, "it waits once"
    waiting = reverse("papers-waiting")
    assert client.get(waiting).context["waiting"] == [], "not before its author"
    head = at("head")
    assert "改了一处" in told(head.get(waiting))
    assert opinion in told(head.get(reverse("home")))
    assert "1份文书" in told(head.get(reverse("approvals")))
    assert head.post(opinion, {"step": "return", "answer": " "}).status_code == 422
    head.post(opinion, {"step": "return", "answer": "写明补发的月数"})
    assert head.get(waiting).context["waiting"] == []
    client = at("aid")
    assert "写明补发的月数" in told(client.get(waiting))
    assert "写明补发的月数" in told(client.get(reverse("home")))
    client.post(opinion, {"step": "send"})
    client.post(opinion, {"step": "withdraw"})
    assert client.post(opinion, {"step": "withdraw"}).status_code == 404
    client.post(opinion, {"step": "send"})
    assert "写明补发的月数" not in told(client.get(reverse("home"))), "it is on its way again"
    at("head").post(opinion, {"step": "sign"})
    assert list(Draft.objects.values_list("state", flat=True)) == ["退回", "撤回", "已签发"]
    assert Draft.objects.last().decided_by.name == "职员head"


def test_what_waits_for_one_claim_is_settled_by_a_paper_on_all(at, people):
    number = register("2025-08-04", *(Request(text=text, track=Track.C6) for text in ("要求修渠", "要求补发")))
    perform(number=number, act=Transfer(on=D("2025-08-06"), by="office", to="aid"))
    perform(number=number, act=Notify(on=D("2025-08-08"), by="aid"))
    at("aid").post(address(number, 2, "D12"), {"step": "send", "claim": "2"})
    at("head").post(address(number, 2, "D12"), {"step": "sign"})
    assert list(Draft.objects.values_list("state", flat=True)) == ["已签发"]


def test_who_may_sign_is_asked_of_the_roles(at, files):
    """Turning somebody away is the head's to sign: others fill it in and send it."""
    page = at("registrar").get(address(files["answered"], 0, "D01"))
    assert page.context["page"].may_sign or page.context["page"].missing
    refused = at("screener").post(address(files["answered"], 0, "D01"), {"step": "sign"})
    assert "签发；职员screener的角色是法规科" in told(refused)


def test_who_stands_aside_signs_nothing(at, files, opinion):
    perform(
        number=files["answered"],
        act=Recuse(on=D("2025-09-13"), by="aid", person="职员head", relation="是信访人的亲属", decided_by="某局长"),
    )
    refused = at("head").post(opinion, {"step": "sign"})
    assert refused.status_code == 422
    assert "已回避" in told(refused)
    assert "已回避" in told(at("head").post(opinion, {"step": "send"}))
    assert not IssuedPaper.objects.exists()


def test_what_was_signed_stays_as_it_was_sent(at, files, opinion, signed):
    page = at("aid").get(opinion)
    assert signed.pdf in told(page)
    assert "职员head" in told(page)
    for kind, digest in (("pdf", signed.pdf), ("docx", signed.docx)):
        sent = at("aid").get(reverse("signed-file", args=[files["answered"], signed.pk, kind]))
        assert hashlib.sha256(sent.content).hexdigest() == digest
    again = at("head").post(opinion, {"step": "sign"})
    assert again.templates[0].name == "desk/papers/signed.html", "the second click finds it signed"
    assert IssuedPaper.objects.count() == 1


def test_a_file_that_was_altered_on_disk_is_not_given_out(at, files, signed, home):
    (home / "papers" / signed.pdf[:2] / signed.pdf).write_bytes(b"%PDF-1.7 another")
    answer = at("aid").get(reverse("signed-file", args=[files["answered"], signed.pk, "pdf"]), follow=True)
    assert "与签发时的摘要不符" in told(answer)
    assert b"another" not in answer.content


def test_a_wrong_one_is_followed_by_another_that_says_why(at, files, opinion, signed):
    head = at("head")
    assert "更正的理由" in told(head.get(opinion, {"again": "1"}))
    assert head.post(opinion, {"step": "sign", "again": "1"}).status_code == 422
    head.post(opinion, {"step": "sign", "again": "1", "reason": "写错了姓名"})
    second = IssuedPaper.objects.last()
    assert (second.replaces, second.number) == (signed, "示民意〔2025〕2号")
    page = head.get(opinion)
    assert page.context["one"] == second
    assert page.context["before"] == [signed]
    assert head.get(reverse("signed-file", args=[files["answered"], signed.pk, "pdf"])).status_code == 200


def test_of_several_claims_each_may_have_its_own_paper(at, people):
    number = register("2025-08-04", *(Request(text=text, track=Track.C6) for text in ("要求修渠", "要求补发")))
    perform(number=number, act=Transfer(on=D("2025-08-06"), by="office", to="aid"))
    perform(number=number, act=Notify(on=D("2025-08-08"), by="aid"))
    notice, head = address(number, 2, "D12"), at("head")
    page = head.get(notice)
    assert list(page.context["claims"]) == ["1", "2"]
    assert "要求补发" not in told(head.get(notice, {"claim": "1"})).split("</article>")[0]
    assert head.get(notice, {"claim": "3"}).status_code == 404
    head.post(notice, {"step": "sign", "claim": "1"})
    first = head.get(notice)
    assert first.context["one"].claims == ["1"]
    assert "诉求2的书面告知书" in told(first)
    at("aid").post(notice, {"step": "send", "claim": "2"})
    assert "claim=2" in told(at("head").get(reverse("papers-waiting")))
    head.post(notice, {"step": "sign", "claim": "2"})
    assert head.get(reverse("papers-waiting")).context["waiting"] == []
    assert list(IssuedPaper.objects.values_list("claims", flat=True)) == [["1"], ["2"]]
    assert head.get(notice, {"claim": "2"}).context["rest"] == []
    listed = head.get(reverse("petition-papers", args=[number]))
    assert [len(one.signed) for one in listed.context["signed"]] == [2]


def test_its_service_is_recorded_by_the_act(at, people):
    number = register("2025-08-04", Request(text="要求补发临时救助金", track=Track.C6))
    decided(number)
    at("head").post(address(number), {"step": "sign"})
    page = at("aid").get(address(number))
    assert "待送达" in told(page)
    form = at("aid").get(page.context["serve"])
    assert 'value="D27" selected' in told(form)


def test_the_register_lists_what_was_signed(at, files, signed):
    page = at("aid").get(reverse("papers"), {"number": "〔2025〕1号"})
    assert [one.number for one, _ in page.context["rows"]] == ["示民意〔2025〕1号"]
    assert at("aid").get(reverse("papers"), {"number": "9号"}).context["rows"] == []
    assert at("registrar").get(reverse("papers")).context["rows"] == [], "each organ its own"


@pytest.fixture
def envelope(at, files, people):
    """The paper that goes with an accusation, sent for signature by the one who is named to read it (Art. 30¶3)."""
    record = PetitionRecord.objects.get(number=files["sealed"])
    Reader.objects.create(petition=record, user=people["screener"].user)
    place = address(files["sealed"], 1, "D04-B")
    page = at("screener").get(place)
    missing = {f"field-{one.missing.term}": "已填" for one in page.context["page"].missing}
    at("screener").post(place, missing | {"step": "send"})
    assert Draft.objects.count() == 1
    return place, missing


def test_of_an_accusation_the_head_who_is_not_named_learns_nothing(at, files, envelope):
    place, _ = envelope
    chief = at("chief")
    for page in (reverse("papers-waiting"), reverse("home"), reverse("approvals"), reverse("papers")):
        assert files["sealed"] not in told(chief.get(page))
        assert "密封转送函" not in told(chief.get(page))
    assert chief.get(place).status_code == 404
    assert chief.post(place, {"step": "sign"}).status_code == 404


def test_of_an_accusation_the_signed_paper_is_listed_for_who_is_named_only(at, files, envelope):
    place, missing = envelope
    at("screener").post(place, missing | {"step": "sign"})
    signed = IssuedPaper.objects.get()
    assert signed.paper == "D04-B"
    assert files["sealed"] in told(at("screener").get(reverse("papers")))
    assert at("chief").get(reverse("papers")).context["rows"] == []
    file = reverse("signed-file", args=[files["sealed"], signed.pk, "pdf"])
    assert at("chief").get(file).status_code == 404
    assert at("town").get(file).status_code == 404
