"""GB/T 9704-2012 measured on the rendered page: the PDF is read back, and every place and size compared with the standard."""

from io import BytesIO
from itertools import groupby, pairwise

import pytest
from pypdf import PdfReader

from tests.papers.rendered import MM, rendered
from yifa.papers.document import Block, Document, Kind
from yifa.papers.fonts import FACES, Found, found
from yifa.papers.layout import Face, Format
from yifa.papers.pdf import Pdf, pdf

CHARACTER, LINE = 156 / 28, 225 / 22
"""In millimetres."""
ASCENT = 0.88 * 16 * MM
"""From the top of a line of 3号 type to its baseline."""
CLOSE = 0.05

pytestmark = pytest.mark.usefixtures("home")


def paper(form: Format = Format.LETTER, *, lines: int = 70, **more) -> Document:
    text = "文" * (lines * 28 - 2)
    given = {
        "title": "信访处理意见书",
        "blocks": (Block(Kind.TEXT, text),),
        "mark": "示范旗信访局",
        "number": "示信意〔2026〕12号",
        "signer": "某负责人",
        "addressee": "王某",
        "organ": "示范旗信访局",
        "date": "2026年3月9日",
    }
    return Document(form=form, **given | more)


def measured(document: Document):
    runs, rules = rendered(pdf(document).content)
    return [one for one in runs if one.text.strip()], rules


def said(runs, text):
    (one,) = [one for one in runs if one.text == text]
    return one


def lines(runs, page):
    """Baselines of 3号 type, top to bottom, each with its runs."""
    body = sorted((one for one in runs if one.page == page and one.size == 16), key=lambda one: (one.baseline, one.x))
    return [list(same) for _, same in groupby(body, key=lambda one: round(one.baseline, 1))]


def face(name: Face):
    """What sets a face here: the office's own, or the free look-alike."""
    have = found()
    return have.families[name.name.lower()][0].removesuffix(" R")


def test_the_paper_is_a4():
    box = PdfReader(BytesIO(pdf(paper()).content)).pages[0].mediabox
    assert (float(box.width) * MM, float(box.height) * MM) == pytest.approx((210, 297), abs=CLOSE)


def test_a_page_has_22_lines_of_28_characters_within_156_by_225_millimetres():
    runs, _ = measured(paper(Format.PLAIN))
    page = lines(runs, 2)
    assert len(page) == 22
    assert {sum(len(one.text) for one in line) for line in page} == {28}
    assert {round(line[0].x, 1) for line in page} == {28.0}, "订口 28"
    assert {round(line[-1].right) for line in page} == {184}, "版心 156 wide"
    assert page[0][0].baseline - ASCENT == pytest.approx(37, abs=CLOSE), "天头 37"
    assert page[-1][0].baseline < 37 + 225
    steps = {round(after[0].baseline - line[0].baseline, 2) for line, after in pairwise(page)}
    assert steps == {round(LINE, 2)}
    assert {one.size for line in page for one in line} == {16}, "3号"


def test_a_paragraph_begins_two_characters_in():
    runs, _ = measured(paper())
    first = next(line for line in lines(runs, 1) if "文" in line[0].text)
    assert first[0].x == pytest.approx(28 + 2 * CHARACTER, abs=CLOSE)


def test_the_faces_and_sizes_of_title_headings_and_text():
    blocks = (
        Block(Kind.HEADING, "一、投诉请求"),
        Block(Kind.SUBHEADING, "（一）其一"),
        Block(Kind.TEXT, "正文一段。"),
    )
    runs, _ = measured(paper(blocks=blocks))
    for text, name, size in (
        ("信访处理意见书", Face.TITLE, 22),
        ("一、投诉请求", Face.HEI, 16),
        ("（一）其一", Face.KAI, 16),
        ("正文一段。", Face.FANGSONG, 16),
        ("王某：", Face.FANGSONG, 16),
    ):
        one = said(runs, text)
        assert one.size == size
        assert face(name) in one.face.replace(" ", ""), (text, one.face)
        assert not one.red


def test_the_title_is_centred_two_lines_under_the_head_and_one_above_the_addressee():
    runs, _ = measured(paper())
    title, number, to = said(runs, "信访处理意见书"), said(runs, "示信意〔2026〕12号"), said(runs, "王某：")
    assert (title.x + title.right) / 2 == pytest.approx(28 + 156 / 2, abs=CLOSE)
    assert title.baseline - number.baseline == pytest.approx(3 * LINE, abs=6), "two lines free between them"
    assert to.baseline - title.baseline == pytest.approx(2 * LINE, abs=CLOSE), "one line free"
    assert to.x == pytest.approx(28, abs=CLOSE), "flush left"


def test_a_letters_head_and_rules():
    runs, rules = measured(paper())
    mark = next(one for one in runs if one.red)
    assert face(Face.TITLE) in mark.face
    assert mark.baseline - 0.88 * mark.size * MM == pytest.approx(30, abs=CLOSE), "标志 30 from the page's top"
    assert (mark.x + mark.right) / 2 == pytest.approx(105, abs=CLOSE)
    upper, under, lower, last = sorted(rules, key=lambda one: one.y)
    assert all(one.red and one.page == 1 and one.length == pytest.approx(170, abs=CLOSE) for one in rules)
    assert all(one.x == pytest.approx(20, abs=CLOSE) for one in rules), "in the middle of the page"
    assert upper.y == pytest.approx(30 + mark.size * MM + 4, abs=CLOSE), "4 under the mark"
    assert upper.thickness > under.thickness, "thick, thin"
    assert last.thickness > lower.thickness, "thin, thick"
    assert lower.y == pytest.approx(297 - 20, abs=CLOSE), "20 from the page's bottom"
    number = said(runs, "示信意〔2026〕12号")
    assert number.right == pytest.approx(184, abs=0.1), "文号 flush right under the first rule"
    assert number.baseline - ASCENT - under.y == pytest.approx(16 * 7 / 8 * MM, abs=0.3), "7/8 of a character below it"


def test_a_letters_first_page_bears_no_number_and_the_others_do_outside():
    runs, _ = measured(paper(lines=90))
    numbers = {one.page: one for one in runs if one.text.startswith("—")}
    assert set(numbers) == set(range(2, max(one.page for one in runs) + 1))
    assert {one.text.replace(" ", "") for one in numbers.values()} == {f"—{page}—" for page in numbers}
    for page, one in numbers.items():
        assert one.size == 14, "4号"
        assert one.baseline - 0.7 * 14 * MM == pytest.approx(37 + 225 + 7, abs=CLOSE), "7 under the type area"
        if page % 2:
            assert one.right == pytest.approx(184 - CHARACTER, abs=CLOSE), "odd: one character from the right"
        else:
            assert one.x == pytest.approx(28 + CHARACTER, abs=CLOSE), "even: one from the left"


def test_the_date_four_characters_from_the_right_and_the_name_centred_over_it():
    runs, _ = measured(paper(lines=3))
    *_, name, date = lines(runs, 1)
    assert "".join(one.text for one in name) == "示范旗信访局"
    assert "".join(one.text for one in date) == "2026年3月9日"
    assert date[-1].right == pytest.approx(184 - 4 * CHARACTER, abs=0.2)
    middles = [(line[0].x + line[-1].right) / 2 for line in (name, date)]
    assert middles[0] == pytest.approx(middles[1], abs=0.2)
    assert date[0].baseline - name[0].baseline == pytest.approx(LINE, abs=CLOSE)


def test_a_name_wider_than_that_stays_within_the_type_area():
    runs, _ = measured(paper(lines=3, organ="示范旗人力资源和社会保障局劳动保障监察综合执法大队"))
    *_, name, _date = lines(runs, 1)
    assert name[-1].right <= 184 + CLOSE


@pytest.mark.parametrize("last", [1, 2, 3, 4, 12])
@pytest.mark.parametrize("before", range(9, 19))
def test_no_page_has_the_signature_alone(before, last):
    """A paper's last page bears text of it, however long it and its last paragraph are."""
    blocks = [Block(Kind.TEXT, "句。")] * before + [Block(Kind.TEXT, "文" * (28 * last - 2))]
    runs, _ = measured(paper(blocks=tuple(blocks)))
    end = max(one.page for one in runs)
    assert any("文" in one.text for one in runs if one.page == end)


def test_a_report_upward_has_its_mark_signer_and_rule():
    runs, rules = measured(paper(Format.REPORT, number="示信报〔2026〕1号"))
    mark = next(one for one in runs if one.red)
    assert mark.baseline - 0.88 * mark.size * MM == pytest.approx(37 + 35, abs=CLOSE), "35 under the type area's top"
    number, signer = said(runs, "示信报〔2026〕1号"), said(runs, "某负责人")
    assert number.x == pytest.approx(28 + CHARACTER, abs=CLOSE), "one character from the left"
    assert signer.right == pytest.approx(184 - CHARACTER, abs=0.1), "one from the right"
    assert face(Face.KAI) in signer.face
    assert said(runs, "签发人：").baseline == signer.baseline == number.baseline
    (rule,) = [one for one in rules if one.red]
    assert (rule.x, rule.length) == pytest.approx((28, 156), abs=CLOSE)
    below = 16 * MM - ASCENT
    assert rule.y - (number.baseline + below) == pytest.approx(4, abs=CLOSE), "4 under the number"


def test_the_imprint_of_a_report_lies_at_the_foot_of_the_last_page():
    runs, rules = measured(paper(Format.REPORT, lines=3, copies="示范旗人民检察院"))
    imprint = sorted((one for one in rules if not one.red), key=lambda one: one.y)
    assert [round(one.thickness, 2) for one in imprint] == [0.35, 0.25, 0.35]
    assert all((one.x, one.length) == pytest.approx((28, 156), abs=CLOSE) for one in imprint)
    assert imprint[-1].y == pytest.approx(37 + 225, abs=CLOSE)
    copies = [one for one in runs if "抄送" in one.text]
    assert copies[0].size == 14, "4号"
    assert copies[0].x == pytest.approx(28 + CHARACTER, abs=CLOSE)


def test_a_report_without_copies_says_who_issued_it_and_when():
    runs, rules = measured(paper(Format.REPORT, lines=3))
    assert [round(one.thickness, 2) for one in rules if not one.red] == [0.35, 0.35]
    assert "印发" in "".join(one.text for one in runs if one.size == 14)


def test_what_is_attached_is_named_one_line_under_the_text():
    runs, _ = measured(paper(blocks=(Block(Kind.TEXT, "正文一段。"), Block(Kind.ATTACHED, "附件：清单"))))
    text, attached = said(runs, "正文一段。"), said(runs, "附件：清单")
    assert attached.baseline - text.baseline == pytest.approx(2 * LINE, abs=CLOSE)
    assert attached.x == pytest.approx(28 + 2 * CHARACTER, abs=CLOSE)


def test_an_annex_begins_a_page_with_its_word_and_its_title_on_the_third_line():
    runs, _ = measured(paper(lines=3, annex_title="指标口径", annex=(Block(Kind.TEXT, "附件正文。"),)))
    word, title = said(runs, "附件"), said(runs, "指标口径")
    assert word.page == title.page == 2
    assert word.x == pytest.approx(28, abs=CLOSE)
    assert word.baseline - ASCENT == pytest.approx(37, abs=CLOSE)
    assert face(Face.HEI) in word.face
    assert title.baseline - word.baseline == pytest.approx(2 * LINE, abs=CLOSE)


def test_another_face_changes_the_look_and_not_the_page(monkeypatch):
    """Without any look-alike every face is set by the one type that comes with us: said, and as many pages as before."""
    document = paper(lines=60)
    ours = found()
    bare = Found(
        ours.folders, {name: families[-2:] for name, families in ours.families.items()}, tuple(FACES), ours.drawn
    )
    before = pdf(document)
    monkeypatch.setattr("yifa.papers.pdf.found", lambda: bare)
    after: Pdf = pdf(document)
    assert after.pages == before.pages
    assert "缺少仿宋_GB2312" in after.warning
    assert "版面尺寸不变" in after.warning


def test_a_character_nobody_draws_is_said():
    assert "「\ue000」" in pdf(paper(title="\ue000")).warning


def test_the_same_document_makes_the_same_bytes():
    assert pdf(paper()).content == pdf(paper()).content
