"""Every field of every paper comes from the record, or is asked for, or keeps the paper from being signed."""

from dataclasses import replace

import pytest

from tests.papers.cases import everything, first, matter, whole
from tests.records.histories import HISTORIES
from tests.spec.cases import D, notify, register, request, transfer
from yifa.law import acts
from yifa.law.acts import Divert, Notify
from yifa.law.notices import PAPERS
from yifa.law.paths import PATHS
from yifa.law.terms import Outcome, ReviewOutcome, Track
from yifa.papers.addressees import addressed
from yifa.papers.fill import fields, fill
from yifa.papers.kinds import OF_THE_YEAR, format_of
from yifa.papers.layout import Format
from yifa.papers.own import standard
from yifa.papers.prepare import compose

pytestmark = pytest.mark.usefixtures("banner")
LAWSUIT = ("起诉", "诉讼", "行政复议", "仲裁")


def printed(one) -> str:
    title, blocks = compose(
        standard(one.paper.number), fill(one).values, empty_rows=format_of(one.paper) is Format.FORM
    )
    return title + "\n".join(block.text for block in blocks)


def test_the_histories_reach_every_paper():
    assert {one.paper.number for one in everything()} == PAPERS.keys() - OF_THE_YEAR


def test_what_may_be_supplied_is_all_that_is_missing():
    for one in everything():
        lacking = fill(one).missing
        only_the_record = {"口头陈述记录"} if one.paper.number == "D01" else set()
        assert {missing.term for missing in lacking if not missing.supply} <= only_the_record, (
            one.paper.number,
            lacking,
        )
        left = {missing.term for missing in fill(whole(one)).missing}
        assert left <= only_the_record, (one.paper.number, left)


def test_no_paper_names_a_field_it_does_not_have():
    for one in everything():
        assert set(fill(one).values) == {field.term for field in fields(one)}


def test_every_paper_to_somebody_says_to_whom():
    silent = {one.paper.number for one in everything() if not addressed(one)}
    assert silent == {one.paper.number for one in everything() if one.paper.to.value in {"案卷", "社会公众"}}


def test_the_opinion_field_by_field():
    values = fill(first("D27")).values
    assert values["投诉请求"] == "落实待遇"
    assert values["结论"] == "不予支持"
    assert values["请求复查的期限"] == "自收到之日起30日内"
    assert values["复查机关名称"] == "旗政府或者市民政局"
    assert values["收到日期、转送日期和转送机关"] == "2025年8月6日，旗信访局"
    assert values["制作机关"] == "旗民政局"
    assert values["成文日期"] == "2025年9月10日"
    assert values["对每项请求的答复"].startswith("关于“")
    assert values["缺乏法律依据的解释说明"] == ""


def test_an_extension_says_the_old_day_the_new_day_and_why():
    values = fill(first("D22")).values
    assert (values["原办理期限"], values["新办理期限"]) == ("2025年10月9日", "2025年11月6日")
    assert values["延期理由"] == "案情复杂"
    assert values["延长日数（不超过30日）"] == "30"


def test_a_transfer_says_both_last_days():
    values = fill(first("D04")).values
    assert values["异议期限末日"] == "2025年8月13日"
    assert values["告知期限末日"] == "2025年8月21日"


def test_a_last_day_in_a_year_without_a_notice_says_that_it_is_provisional():
    acts_ = (register("2026-11-20"), transfer("2026-11-23"), notify("2026-11-24"))
    values = fill(matter(acts_, 2, "D12")).values
    assert values["办结期限末日"].startswith("2027年1月23日（暂定")


def test_an_application_for_review_says_the_one_day_it_must_be_decided_by():
    """Not the day of the review before it."""
    days = [fill(one).values["作出意见的末日"] for one in everything() if one.paper.number == "D32"]
    assert len(days) > 1
    assert all(day.count("年") == 1 and day.startswith("2") for day in days if day), days


def test_of_several_last_days_each_says_which_it_is():
    days = [fill(one).values["连续计算的期限末日"] for one in everything() if one.paper.number == "D-ZD"]
    assert any("办结2" in day or day.startswith("2") for day in days), days
    assert all(day.count("年") == 1 or "办结2" in day or "反馈" in day for day in days if day), days


def test_a_review_that_sends_back_names_no_further_review():
    acts_ = HISTORIES["decided, reviewed, reviewed finally with a hearing, published, asked again"]
    upheld = next(one for one in everything() if one.paper.number == "D33")
    assert "请求复核的期限" in {term for term, value in fill(upheld).values.items() if value}
    redone = tuple(
        acts.ReviewOpinion(
            on=act.on, by=act.by, outcome=ReviewOutcome.REDO, facts="f", opinion="o", redo_by=D("2025-12-01")
        )
        if isinstance(act, acts.ReviewOpinion)
        else act
        for act in acts_[: upheld.place + 1]
    )
    values = fill(matter(redone, upheld.place, "D33")).values
    assert not values["请求复核的期限"]
    assert not values["复核机关名称"]
    assert values["重新处理的期限"] == "2025年12月1日"


@pytest.mark.parametrize("path", [path.id for path in PATHS.values() if not path.excluded])
def test_a_diversion_tells_its_path_body_and_last_day_and_nothing_else_does(path):
    """Remedies come from the path; what the petition procedure itself answers never names a lawsuit (XSJ 1(9))."""
    track = PATHS[path].track
    claim = request("要求", track=track, path=path)
    told = (register(requests=(claim,)), transfer(), notify())
    diverted = (
        *told,
        Divert(on=D("2025-08-20"), by="旗民政局", path=path, body="主管机关某", last_day=D("2026-01-05")),
    )
    if track.diverts:
        paper = whole(matter(diverted, 3, "D23"))
        values, text = fill(paper).values, printed(paper)
        assert values["途径名称"] == PATHS[path].name
        assert "主管机关某" in text
        assert ("2026年1月5日" in text) == bool(PATHS[path].opening)
        assert (PATHS[path].if_fails.rstrip("。") in text) or not PATHS[path].if_fails
    for place, number in ((2, "D12"), (1, "D04")):
        own = "".join((PATHS[path].name, *map(str, PATHS[path].bases), PATHS[path].if_fails))
        said = printed(whole(matter(told, place, number)))
        assert not [word for word in LAWSUIT if word in said and word not in own + track.term], (number, said)


@pytest.mark.parametrize("number", ["D13", "D14", "D22", "D27", "D29", "D33", "D35"])
def test_no_answer_of_the_petition_procedure_names_a_lawsuit(number):
    one = whole(first(number))
    for path in ("", *PATHS):
        for petition in (one.before, one.after):
            for claim in petition.claims.values():
                claim.path = path
        said = printed(one)
        assert not [word for word in LAWSUIT if word in said], path


def test_a_missing_field_says_which_why_and_what_would_supply_it():
    missing = {str(one) for one in fill(first("D16")).missing}
    assert any("「核对和签名」" in one and "制作文书时填写" in one for one in missing)
    record = matter((register(), transfer(), notify()), 2, "D12")
    bare = fill(matter_without_office(record))
    assert "查询和评价方式" in {one.term for one in bare.missing}
    assert "《信访工作条例》第二十一条第二款" in str(bare.missing[0])


def matter_without_office(one):
    return replace(one, office={})


def test_the_record_cannot_be_overwritten_on_paper():
    one = first("D27")
    forged = fill(replace(one, supplied={"处理意见": "另写", "结论": "予以支持", "复查机关名称": "别处"}))
    assert forged.values["处理意见"] != "另写"
    assert forged.values["结论"] == "不予支持"
    assert forged.values["复查机关名称"] == "旗政府或者市民政局"


def test_a_paper_to_an_organ_says_nothing_of_an_accusation_in_the_same_file():
    """Art. 30¶3: neither claim, facts nor files."""
    accusing = request("举报", track=Track.B, accused=("红旗镇",))
    mixed = (
        register(requests=(request("修渠"), accusing), facts="镇里截留补贴"),
        acts.TransferSealed(
            on=D("2025-08-05"), by="旗信访局", to="旗纪委监委", recipient="李某", envelope="密1", claims=("2",)
        ),
        transfer("2025-08-06", claims=("1",)),
        Notify(on=D("2025-08-08"), by="旗民政局"),
        acts.Supervise(
            on=D("2025-09-25"),
            by="旗信访局",
            to="旗民政局",
            ground=acts.supervision.SupervisionGround.DELAY,
            facts="f",
            advice="a",
        ),
    )
    for place, number in ((2, "D04"), (3, "D12"), (4, "D37")):
        one = matter(mixed, place, number)
        assert one.claims == ("1",)
        said = printed(whole(one))
        assert "举报" not in said
        assert "截留" not in said


def test_an_explained_refusal_prints_its_basis_where_there_is_one():
    one = first("D27")
    act = replace(one.act, outcome=Outcome.EXPLAIN, basis_text="某条例")
    changed = replace(one, held={**one.held, one.place: act})
    assert fill(changed).values["法律法规依据"] == "某条例"
