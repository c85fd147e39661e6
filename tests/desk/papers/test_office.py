"""How an organ words and numbers its papers: taken as .docx, handed in changed, refused by name where it is wrong."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from yifa.papers import own
from yifa.papers.models import Letterhead, OwnWording

pytestmark = pytest.mark.django_db(transaction=True)
D27 = ("D27",)


def changed(client, change):
    """The template as downloaded, changed in a word processor."""
    word = Document(BytesIO(client.get(reverse("paper-template-docx", args=D27)).content))
    change(word)
    made = BytesIO()
    word.save(made)
    return SimpleUploadedFile("意见书.docx", made.getvalue())


def hand_in(client, file):
    return client.post(reverse("paper-template", args=D27), {"step": "adopt", "file": file}, follow=True)


def test_the_office_changes_its_words_and_the_next_paper_says_them(at, files):
    def change(word):
        word.add_paragraph("本局欢迎你继续监督。", style="公文正文")

    head = at("head")
    page = hand_in(head, changed(head, change))
    assert "用本机关的新模板" in page.content.decode()
    assert OwnWording.objects.get().organ == "aid"
    paper = reverse("paper", args=[files["answered"], 5, "D27"])
    assert "本局欢迎你继续监督" in head.get(paper).content.decode()
    assert "本机关</span>" in head.get(reverse("paper-templates")).content.decode()
    head.post(reverse("paper-template", args=D27), {"step": "restore"})
    assert "本局欢迎你继续监督" not in head.get(paper).content.decode()
    assert len(head.get(reverse("paper-template", args=D27)).context["history"]) == 2, "both stay on file"


def test_an_unknown_variable_is_refused_by_its_name(at):
    head = at("head")
    page = hand_in(head, changed(head, lambda word: word.add_paragraph("见{{补发金额}}。", style="公文正文")))
    assert page.status_code == 422
    assert "补发金额" in page.content.decode()
    assert "没有启用" in page.content.decode()
    assert not OwnWording.objects.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "空"), (b"not a document", "不是 .docx"), (b"\xd0\xcf\x11\xe0" + b"0" * 600, "旧版 .doc"), (None, "请选择")],
)
def test_what_is_no_template_is_refused_with_the_reason(at, content, said):
    posted = {"step": "adopt"} | ({} if content is None else {"file": SimpleUploadedFile("a.docx", content)})
    page = at("head").post(reverse("paper-template", args=D27), posted)
    assert page.status_code == 422
    assert said in page.content.decode() or "损坏" in page.content.decode()


def test_a_file_far_too_large_is_not_read(at, monkeypatch):
    monkeypatch.setattr(own, "MOST_BYTES", 10)
    page = hand_in(at("head"), SimpleUploadedFile("a.docx", b"0" * 11))
    assert page.status_code == 422
    assert "超过" in page.content.decode()


@pytest.mark.parametrize("who", ["aid", "registrar", "operator"])
def test_only_who_answers_for_the_words_changes_them(at, who):
    client = at(who)
    for name, args in (
        ("paper-templates", ()),
        ("paper-template", D27),
        ("paper-template-docx", D27),
        ("letterhead", ()),
    ):
        assert client.get(reverse(name, args=args)).status_code == 403
        assert client.post(reverse(name, args=args)).status_code == 403


def test_there_is_no_template_of_what_is_no_paper_of_a_petition(at):
    for number in ("D99", "D-AR"):
        assert at("head").get(reverse("paper-template", args=[number])).status_code == 404


def test_the_code_word_begins_every_number_and_is_one_organs_alone(at):
    head = at("head")
    taken = head.post(reverse("letterhead"), {"code_word": "示信", "mark": ""})
    assert "已经有机关在用" in taken.content.decode()
    assert "用汉字" in head.post(reverse("letterhead"), {"code_word": "ABC", "mark": ""}).content.decode()
    head.post(reverse("letterhead"), {"code_word": "示民政", "mark": "示范旗民政局文件"})
    assert Letterhead.objects.get(organ="aid").code_word == "示民政"
    assert Letterhead.objects.get(organ="office").code_word == "示信"


def test_without_a_code_word_nothing_is_signed_and_the_page_says_so(at, files):
    Letterhead.objects.filter(organ="aid").delete()
    paper = reverse("paper", args=[files["answered"], 5, "D27"])
    page = at("head").get(paper).content.decode()
    assert "还没有机关代字" in page
    assert 'value="sign"' not in page
    assert at("head").post(paper, {"step": "sign"}).status_code == 422


def test_whose_practice_a_field_follows_is_said_in_full_and_not_as_law(at):
    page = at("head").get(reverse("paper-template", args=D27)).content.decode()
    assert "参照《上海市信访条例》第38条、《北京市信访条例》第43条" in page
    assert "SH 38" not in page
