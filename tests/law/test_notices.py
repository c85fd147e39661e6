"""Papers: the table is whole, every field leads somewhere, and what the fold issues is served."""

import re
from dataclasses import fields
from datetime import date
from pathlib import Path as File

import pytest

import yifa.law
from yifa.law import acts, notices
from yifa.law.acts import ACTS, Register, Request
from yifa.law.articles import Citation, cite
from yifa.law.claim import Claim, Handling, Receipt, Review
from yifa.law.duties import PAPER_OF, SERVICE_BASIS
from yifa.law.limits import LIMITS
from yifa.law.notices import PAPERS, WITHIN, Mark, Need, When, header
from yifa.law.organs import Organ
from yifa.law.paperwork import OWES, papers_of
from yifa.law.paths import Path
from yifa.law.petition import Petition
from yifa.law.terms import Channel, NoticeKind

D = date.fromisoformat

NUMBERED = {f"D{number:02}" for number in range(1, 44)}
LETTERED = {
    "D04-B",
    "D12-b",
    "D12-c",
    "D-JB",
    "D-LX",
    "D-GJ",
    "D-ZG",
    "D-ZL",
    "D-ZX",
    "D-FK",
    "D-ZD",
    "D-LH",
    "D-AR",
    "D-LG",
}
YEARLY = {"D-AR", "D-LG"}
SERVED = {"D13", "D14", "D22", "D23", "D27", "D29", "D33", "D35", "D-LX"}

AWAY = {"record", "attachments", "sign", "office", "text", "form", "indicators", "ledgers"}
HELD = {
    "petition": Petition,
    "receipt": Receipt,
    "claim": Claim,
    "handling": Handling,
    "final": Review,
    "path": Path,
    "organ": Organ,
}


def has(kind: type, name: str) -> bool:
    return name in {one.name for one in fields(kind)} or hasattr(kind, name)


def leads_somewhere(source: str, writers: list[type]) -> bool:
    if source in AWAY:
        return True
    if ":" in source:
        root, name = source.split(":")
        known = {"clock": LIMITS, "before": LIMITS, "limit": LIMITS, "paper": PAPERS, "served": SERVED}
        return name in known[root]
    root, name = source.split(".")
    if root == "act":
        return not writers or any(has(kind, name) for kind in writers)
    return has(ACTS[root] if root in ACTS else HELD[root], name)


def test_every_paper_is_there():
    assert set(PAPERS) == NUMBERED | LETTERED
    assert all(number == paper.number for number, paper in PAPERS.items())


def test_the_table_is_all_that_is_read_late():
    with pytest.raises(AttributeError, match="LETTERS"):
        _ = notices.LETTERS


def test_every_act_says_what_it_owes():
    assert OWES.keys() == set(ACTS.values())


def test_every_paper_is_owed_by_an_act_and_by_a_day():
    owed = {number for numbers in OWES.values() for number in numbers}
    assert owed == PAPERS.keys() - YEARLY, "the yearly reports belong to no petition"
    assert WITHIN.keys() == PAPERS.keys()


def test_no_paper_is_given_two_days():
    assert sum(len(numbers.split()) for numbers in notices._BY.values()) == len(WITHIN)


@pytest.mark.parametrize("number", WITHIN)
def test_the_day_is_a_limit_or_said_in_words(number):
    assert WITHIN[number]
    assert all(when in LIMITS or isinstance(when, When) for when in WITHIN[number])


def test_the_clocks_know_the_same_days():
    assert all(limit.id in WITHIN[number] for limit, number in PAPER_OF.items())


def test_what_must_be_served_is_what_the_fold_issues():
    fold = File(yifa.law.__file__).parent / "fold"
    calls = [line for file in fold.glob("*.py") for line in file.read_text().splitlines() if "issue(petition, " in line]
    issued = {number for line in calls for number in re.findall(r'"(D[\w-]+)"', line)}
    assert issued == SERVED == {number for number, paper in PAPERS.items() if paper.served} == SERVICE_BASIS.keys()


@pytest.mark.parametrize("number", sorted(SERVED))
def test_what_must_be_served_goes_to_the_petitioner_and_records_the_service(number):
    paper = PAPERS[number]
    assert paper.to is notices.Addressee.PETITIONER
    assert [field.term for field in header(paper) if field.need is Need.SERVED] == ["送达方式", "送达日期", "签收"]


def whole(paper):
    return (*header(paper), *paper.fields)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_field_says_who_asks_for_it(paper):
    for field in whole(paper):
        assert field.term
        assert bool(field.basis) == (field.mark is Mark.LAW), field.term
        assert bool(field.practice) == (field.mark is Mark.PRACTICE), field.term


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_citation_exists(paper):
    cited = [one for one in (paper.basis, *(field.basis for field in whole(paper))) if one]
    assert all(isinstance(one, Citation) and cite(one.key) == one for one in cited)


def test_only_the_report_on_the_rule_of_law_rests_on_what_we_cannot_cite():
    assert [number for number, paper in PAPERS.items() if not paper.basis] == ["D-LG"]


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_field_leads_somewhere(paper):
    writers = [kind for kind, numbers in OWES.items() if paper.number in numbers]
    assert all(field.source for field in whole(paper))
    sources = [source for field in whole(paper) for source in field.source]
    assert [source for source in sources if not leads_somewhere(source, writers)] == []


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_paper_states_each_thing_once(paper):
    terms = [field.term for field in whole(paper)]
    assert len(terms) == len(set(terms))


def test_every_condition_and_addressee_is_used():
    assert {field.need for paper in PAPERS.values() for field in whole(paper)} == set(Need)
    assert {one for paper in PAPERS.values() for one in (paper.to, *paper.copies)} == set(notices.Addressee)


@pytest.mark.parametrize(
    ("number", "terms", "why"),
    [
        ("D27", {"投诉请求", "事实和理由", "处理意见", "法律法规依据"}, "Art. 32 lists them"),
        ("D05", {"办理期限", "反馈结果的要求", "提交办结报告的要求"}, "Art. 22¶1(3)"),
        ("D12", {"接收情况", "处理途径和程序"}, "Art. 23¶1: within its own authority"),
        ("D12-b", {"转送、交办去向"}, "Art. 23¶1: of an organ under it"),
        ("D12-c", {"有权处理的机关"}, "Art. 23¶1: of neither"),
        ("D09", {"不属于职权范围的详细理由"}, "Art. 23¶3"),
        ("D10", {"核实结论（同意或者不同意退回）"}, "Art. 23¶3"),
        ("D21", {"情况复杂的理由", "延长日数（不超过30日）", "本机关、单位负责人批准"}, "Art. 34"),
        ("D22", {"延期理由"}, "Art. 34: told why"),
        ("D25", {"双方同意调解"}, "Art. 33"),
        ("D39", {"采纳情况"}, "Art. 40¶4"),
        ("D-AR", {"数据统计、涉及领域、被投诉较多的机关、单位", "其他应当报告的事项"}, "Art. 41¶1"),
    ],
)
def test_what_the_law_names(number, terms, why):
    named = {field.term for field in PAPERS[number].fields if field.mark is Mark.LAW}
    assert terms <= named, why


@pytest.mark.parametrize("number", ["D27", "D33", "D35"])
def test_no_opinion_speaks_of_a_lawsuit(number):
    """XSJ 1(9): what is done about a petition cannot be sued."""
    assert not [field.term for field in PAPERS[number].fields if "诉讼" in field.term or field.source[0] == "path"]


def test_a_registration_is_never_held_up_by_who_the_petitioner_is():
    """Arts. 22, 23: everything is registered; name, address, facts and reasons may be missing."""
    needs = {field.term: field.need for field in PAPERS["D01"].fields}
    assert {needs[term] for term in ("姓名（名称）", "住址", "联系方式", "事实", "理由")} == {Need.IF_ANY}


def test_what_stays_in_the_file_needs_no_number_and_no_seal():
    inside, outside = (
        {field.term for field in header(PAPERS[number]) if field.need is Need.OUTWARD} for number in ("D16", "D28")
    )
    assert inside == set()
    assert outside == {"文号", "印章", "签发人"}


REGISTER = {"on": D("2026-03-02"), "by": "XF", "requests": (Request(text="请求"),)}
MEDIATE = {
    "on": D("2026-03-02"),
    "by": "ST",
    "petitioner_consents": True,
    "other_party": "某公司",
    "other_party_consents": True,
}


@pytest.mark.parametrize(
    ("act", "numbers", "why"),
    [
        (
            Register(channel=Channel.LETTER, people=9, **REGISTER),
            ("D01", "D02"),
            "a joint letter has no representatives",
        ),
        (Register(channel=Channel.VISIT, **REGISTER), ("D01", "D02"), "nobody to represent"),
        (Register(channel=Channel.VISIT, people=9, **REGISTER), ("D01", "D02", "D03"), "Art. 20¶3"),
        (
            acts.Attach(on=D("2026-03-02"), by="XF", channel=Channel.ONLINE, same="同一事实"),
            ("D01", "D02", "D-GJ"),
            "a repeat receipt is registered too",
        ),
        (acts.Notify(on=D("2026-03-02"), by="ST"), ("D12",), "own authority"),
        (acts.Notify(on=D("2026-03-02"), by="ST", kind=NoticeKind.PASSED), ("D12-b",), "passed on"),
        (acts.Notify(on=D("2026-03-02"), by="ST", kind=NoticeKind.ELSEWHERE), ("D12-c",), "elsewhere"),
        (acts.Mediate(agreed=True, **MEDIATE), ("D25",), "Art. 33: an agreement is written down"),
        (acts.Mediate(agreed=False, **MEDIATE), (), "no agreement, no paper"),
        (
            acts.Extend(on=D("2026-03-02"), by="ST", days=30, reason="情况复杂", approved_by="局长"),
            ("D21", "D22"),
            "Art. 34: approved, and told",
        ),
        (acts.Close(on=D("2026-03-02"), by="XF"), (), "closing the file writes nothing"),
    ],
)
def test_the_papers_of_one_act(act, numbers, why):
    assert papers_of(act) == numbers, why
