"""An office words its papers itself: what it may hand in, and what is refused with which words."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from docx import Document as Word

from tests.papers.answered import ANSWERED, OPINION
from yifa.papers.kinds import petition_papers
from yifa.papers.models import OwnWording
from yifa.papers.own import MOST_BYTES, MOST_TEXT, adopt, from_docx, restore, template, wording_of
from yifa.papers.prepare import prepare
from yifa.papers.wording import compose, problems, standard

pytestmark = pytest.mark.django_db


def edited(content: bytes, change) -> bytes:
    """As an office changes it in its word processor."""
    word = Word(BytesIO(content))
    change(word)
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def repacked(content: bytes, **parts: bytes | None) -> bytes:
    """With other parts; without those that are nothing."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            if part is not None:
                new.writestr(name, part)
    return made.getvalue()


def refused(content: bytes, people, paper: str = "D27") -> str:
    with pytest.raises(ValidationError) as error:
        adopt(content, staff=people["局长"], paper=paper)
    assert not OwnWording.objects.exists()
    return "\n".join(error.value.messages)


@pytest.fixture
def d27(people):
    return template(people["局长"].organ_id, "D27")


@pytest.mark.parametrize("number", [one.number for one in petition_papers()])
def test_each_template_comes_back_as_it_went_out_and_has_no_problem(number, db):
    assert list(problems(standard(number), number)) == []
    assert from_docx(template("旗信访局", number), number) == standard(number)


def test_changed_words_are_printed_from_then_on_and_the_standard_ones_come_back(d27, people, through):
    def change(word):
        word.paragraphs[-1].insert_paragraph_before("本局欢迎监督，编号{{事项编号}}。", style="公文正文")

    adopt(edited(d27, change), staff=people["局长"], paper="D27")
    record = through(ANSWERED)
    said = lambda: prepare(record=record, paper="D27", seq=OPINION, staff=people["局长"]).document().text  # noqa: E731
    assert f"本局欢迎监督，编号{record.number}。" in said()
    restore(staff=people["局长"], paper="D27")
    assert "欢迎监督" not in said()
    assert wording_of("旗民政局", "D27") == standard("D27")
    assert OwnWording.objects.count() == 2, "both stay on file"


def test_one_offices_words_are_not_anothers(d27, people):
    adopt(edited(d27, lambda word: word.add_paragraph("另加。")), staff=people["局长"], paper="D27")
    assert wording_of("旗信访局", "D27") == standard("D27")


def test_an_unknown_variable_is_refused_by_its_name_with_what_was_meant(d27, people):
    said = refused(edited(d27, lambda word: word.add_paragraph("查询见{{事项编码}}，{{余额}}。")), people)
    assert "「{{事项编码}}」不是信访处理意见书的变量，是不是「事项编号」" in said
    assert "「{{余额}}」不是信访处理意见书的变量" in said
    assert "可用变量：" in said


def test_a_variable_split_into_runs_by_the_word_processor_is_still_one(d27, people):
    def change(word):
        paragraph = word.add_paragraph("查询见{{事")
        paragraph.add_run("项编").bold = True
        paragraph.add_run("号}}。")

    assert "{{事项编号}}" in adopt(edited(d27, change), staff=people["局长"], paper="D27").text


def test_what_the_paper_must_state_cannot_be_worded_away(d27, people):
    def change(word):
        for paragraph in word.paragraphs:
            if "复查机关名称" in paragraph.text:
                paragraph._element.getparent().remove(paragraph._element)

    said = refused(edited(d27, change), people)
    assert "模板没有写「{{复查机关名称}}」" in said
    assert "应当载明这一项" in said


def test_a_template_can_do_nothing_but_name_fields():
    wording = standard("D27").__class__("{{ 7*7 }}{% x %}{{a.__class__}}", ())
    assert len(list(problems(wording, "D27"))) > 2
    assert compose(wording, {"a.__class__": "{{结论}}"}, empty_rows=False)[0] == "{% x %}{{结论}}", (
        "a value is not worded again"
    )


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (lambda _: b"", "损坏"),
        (lambda _: b"plain text", "不是 .docx"),
        (lambda d27: d27[: len(d27) // 2], "损坏"),
        (lambda d27: d27[:2000] + b"\0" * 300 + d27[2300:], "损坏"),
        (lambda d27: repacked(d27, **{"word/document.xml": b"<w:document"}), "损坏"),
        (lambda d27: repacked(d27, **{"word/document.xml": None}), "没有文档正文"),
        (lambda d27: repacked(d27, **{"[Content_Types].xml": None}), "损坏"),
        (lambda _: b"\xd0\xcf\x11\xe0" + bytes(600), "旧版 .doc 或者加了密码"),
        (lambda d27: repacked(d27, **{"word/vbaProject.bin": b"x"}), "含宏"),
    ],
)
def test_a_broken_or_unsafe_document_is_refused_and_says_what_to_do(broken, said, d27, people):
    assert said in refused(broken(d27), people)


def test_a_macro_document_by_its_type_is_refused(d27, people):
    with zipfile.ZipFile(BytesIO(d27)) as package:
        types = package.read("[Content_Types].xml")
    macro = types.replace(b"wordprocessingml.document.main", b"wordprocessingml.document.macroEnabled.main")
    assert "含宏" in refused(repacked(d27, **{"[Content_Types].xml": macro}), people)


def test_200_megabytes_are_refused_unread(people):
    assert "200MB，超过5MB" in refused(b"PK\3\4" + bytes(200_000_000), people)


def test_a_zip_bomb_is_never_unpacked(d27, people):
    bomb = repacked(d27, **{"word/document.xml": b" " * 60_000_000})
    assert len(bomb) < MOST_BYTES
    assert "大得不正常" in refused(bomb, people)


def test_a_zip_bomb_that_lies_about_its_size_is_refused(d27, people):
    """The sizes in the list of contents say a few bytes; the part holds many millions."""
    bomb = bytearray(repacked(d27, **{"word/document.xml": b" " * 40_000_000}))
    true, lie = (40_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    while (place := bomb.find(true)) >= 0:
        bomb[place : place + 4] = lie
    assert "损坏" in refused(bytes(bomb), people)


def test_entities_of_xml_are_not_expanded(d27, people):
    laughs = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="w">&b;</w:document>'
    assert refused(repacked(d27, **{"word/document.xml": laughs}), people)


def test_a_whole_book_is_no_template(d27, people):
    assert f"超过{MOST_TEXT}字" in refused(edited(d27, lambda word: word.add_paragraph("文" * (MOST_TEXT + 1))), people)


def test_only_some_change_the_wording(d27, people):
    with pytest.raises(ValidationError, match="由法规科、负责人、办公室修改"):
        adopt(d27, staff=people["承办"], paper="D27")
