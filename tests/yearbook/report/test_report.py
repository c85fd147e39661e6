"""Both reports: every number leads to its rows, and a petition moves the figures it counts in, and no other."""

import json
import re
from datetime import date

import pytest

from tests.statistics.conftest import File
from yifa.law.terms import Channel
from yifa.statistics import behind, compute
from yifa.yearbook import ledgers as entries
from yifa.yearbook.byhand import numbers
from yifa.yearbook.figures import Origin
from yifa.yearbook.kinds import Kind
from yifa.yearbook.marked import Ref, plain
from yifa.yearbook.models import Narrative
from yifa.yearbook.printing import FORMATS
from yifa.yearbook.report import from_kept, make
from yifa.yearbook.vocabulary import LISTS, PLAIN, TERMS

D = date.fromisoformat
ON = D("2026-02-10")
both = pytest.mark.parametrize("kind", list(Kind))


def rows(name, of="n"):
    found = behind(name, "office", 2025, of=of, on=ON)
    return entries.rows(name, "office", 2025, of) if found is None else found


@both
def test_every_number_resolves_to_rows(kind, files, ledgers, written):
    report = make(kind, "office", 2025, ON)
    figures = {one.name: one for one in compute("office", 2025, ON)}
    refs = list(report.refs())
    assert len(refs) > 40
    for ref in refs:
        figure = report.figures[ref.figure]
        for of, number in (("n", figure.n), ("d", figure.d)):
            found = rows(figure.name, of)
            assert (found is None) == (number is None), figure
            if found is None or figure.name.startswith(("training", "supplied")):
                continue
            part = figures[figure.name].indicator.n if figure.name in figures else None
            column = getattr(part, "column", "") or ("people" if getattr(part, "weighted", False) else "")
            counted = sum(found.values_list(column, flat=True)) if column else found.count()
            assert counted == number, figure


@both
def test_no_number_stands_in_the_text_without_a_figure(kind, files, ledgers, written):
    report = make(kind, "office", 2025, ON)
    for one in report.paragraphs:
        words = "".join(run for run in one.runs if isinstance(run, str))
        assert not numbers(words), words


@both
def test_every_figure_says_what_it_is(kind, files, ledgers, written):
    report = make(kind, "office", 2025, ON)
    text = FORMATS["md"](report).decode()
    for name, number in report.numbers.items():
        assert report.figures[name].term
        line = re.search(rf"^\[\^{number}\]: .*$", text, re.MULTILINE)[0]
        assert ("口径第1版" in line) == (report.figures[name].origin is Origin.INDICATOR)
        assert f"〔{name}〕" in line
    assert "人工填报：14人。旗公安局2025年12月29日提供" in text or kind is Kind.PETITIONS
    assert "在工作台 /desk/reports/rows/2025/名称/" in text
    assert "（1/1）" in text
    assert "2024年1月1日至12月31日的同口径数字为基数" in text


CHANGED = {
    "receipts", "receipts_letter", "receipts_county", "receipts_m07", "first_receipts", "repeat_rate", "office_acceptance_rate",
    "categories",
    "transfers", "categories.未分类",
}  # fmt: skip
"""What one more letter, sent on in time, must move."""


def test_one_petition_moves_exactly_the_figures_it_counts_in(files, ledgers, written):
    before = {kind: _figures(make(kind, "office", 2025, ON)) for kind in Kind}
    File("2025-07-01", channel=Channel.LETTER).sent("2025-07-02")
    after = {kind: _figures(make(kind, "office", 2025, ON)) for kind in Kind}
    moved = {name for kind in Kind for name in after[kind] if before[kind].get(name) != after[kind][name]}
    # Sent on, the organ owed a notice in fifteen days and an opinion in sixty more, and the office may be rated.
    assert moved == CHANGED | {
        "organ_acceptance_rate",
        "completion_rate",
        "extension_rate",
        "office_participation_rate",
    }


def _figures(report):
    return {name: (one.n, one.d) for name, one in report.figures.items()}


def test_a_rounded_figure_keeps_its_exact_number(ledgers, written):
    report = make(Kind.RULE_OF_LAW, "office", 2025, ON)
    said = {report.figures[ref.figure].n: ref.text for ref in report.refs()}
    assert (said[436], said[862], said[143]) == ("400余人次", "800余份", "140余人")


def test_the_five_required_parts_stand_in_order(files, ledgers, written):
    report = make(Kind.RULE_OF_LAW, "office", 2025, ON)
    heads = [plain(one.runs) for one in report.paragraphs if one.kind.name == "HEADING"]
    assert [head[:2] for head in heads] == ["一、", "二、", "三、", "四、", "五、"]
    assert "第一责任人职责" in heads[2]
    assert report.lacking == ()


def test_what_nobody_wrote_and_no_ledger_tells_is_named_as_lacking(banner):
    report = make(Kind.RULE_OF_LAW, "office", 2025, ON)
    assert any("不足和原因" in one for one in report.lacking)
    assert any("依法处理违反信访秩序行为" in one for one in report.lacking)


def test_typed_numbers_are_marked_and_ask_for_their_source(banner, writer):
    wrong = "见{{信访总量.环比}}、{{信访量}}，占比3.5%。"
    text = "慰问困难群众40户【来源：办公室台账】，2025年6月3日走访12个村。另有{{信访总量}}。"
    Narrative.objects.create(organ="office", kind=Kind.PETITIONS, year=2025, slot="其他情况", text=text, by=writer)
    Narrative.objects.create(organ="office", kind=Kind.PETITIONS, year=2025, slot="涉及领域", text=wrong, by=writer)
    report = make(Kind.PETITIONS, "office", 2025, ON)
    typed = {one.value: one.note for one in report.figures.values() if one.name.startswith("typed")}
    assert typed == {"40": "来源：办公室台账", "12": "来源：办公室台账", "3.5%": "来源未注明"}
    assert [one for one in report.lacking if "手填数字" in one] == ["涉及领域：3.5%：手填数字没有注明来源"]
    assert any("{{信访量}}" in one and "信访总量" in one for one in report.lacking)
    assert any("「.环比」" in one for one in report.lacking)
    assert "见{{信访总量.环比}}、{{信访量}}，" in report.text
    assert "【" not in report.text
    assert "2025年6月3日" in report.text
    assert Ref("receipts", "0件次") in list(report.refs())


@both
def test_a_report_comes_back_from_what_is_kept(kind, files, ledgers, written):
    report = make(kind, "office", 2025, ON)
    again = from_kept(report.kept)
    assert again == report
    assert (again.digest, again.numbers) == (report.digest, report.numbers)
    assert json.loads(FORMATS["json"](report))["figures"]["receipts"]["n"] == 4


def test_of_a_sealed_file_only_the_count_is_told(files, ledgers, written):
    for kind in Kind:
        assert "某局长" not in make(kind, "office", 2025, ON).kept


def test_no_two_variables_have_one_name():
    names = [*TERMS, *LISTS, *PLAIN]
    assert len(set(names)) == len(names)
