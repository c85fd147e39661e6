"""What a text claims, in the shapes that reports have: found, computed, and judged; a wrong digit is told."""

import pytest

from yifa.yearbook.checking import Kind, check


def found(text):
    return {(one.kind.value, one.stated, one.computed, one.ok) for one in check(text).claims}


HELD = [
    # sums
    ("全县信访总量90件次。从信访形式看，来访40件次；来信20件次；网上信访30件次。", ("sum", "90", "90"), "a division of the sentence before"),
    ("共收到来信66件，其中咨询30件、投诉25件、建议11件。", ("sum", "66", "66"), "其中"),
    ("本月共受理诉求1200件。\n按内容分类：城建500件、交通400件、其他300件。", ("sum", "1200", "1200"), "a whole two paragraphs up"),
    ("受理的800件来电中，已办结650件，其余150件正在办理。", ("sum", "800", "800"), "the rest named"),
    ("12月有9件逾期，其中甲局4件，乙局、丙局、丁镇、戊镇及己镇各1件。", ("sum", "9", "9"), "各: so many names, so many each"),
    ("全年来信120件，来电230件，合计350件。", ("sum", "350", "350"), "the whole comes last"),
    ("共接待来访55批300人次，其中个访40批70人次，集体访15批230人次。", ("sum", "55", "55"), "batches apart from persons"),
    ("全县共受理1.2万件，其中网上0.7万件，电话0.5万件。", ("sum", "12000", "12000"), "万"),
    ("来电8,000件，其中转办2,500件，直办5,500件。", ("sum", "8000", "8000"), "thousands apart"),
    ("来电８０００件，其中转办２５００件，直办５５００件。", ("sum", "8000", "8000"), "full-width digits"),
    ("共受理400件（来信100件、来访300件）。", ("sum", "400", "400"), "parts in brackets"),
    ("共转派工单200件。\n投诉120件 占比60%\n求助50件 占比25%\n其他30件 占比15%\n", ("sum", "200", "200"), "one part a line"),
    ("咨询类占51.2%，求助类占30.3%，投诉类占18.5%。", ("sum", "100%", "100.0%"), "shares without counts"),
    # shares
    ("共受理诉求800件，其中咨询类600件，占75%；其他200件，占25%。", ("share", "75%", "75.0000%"), "占"),
    ("共受理300件。从来信分类看，住房100件（33.3%）；交通200件（66.7%）。", ("share", "33.3%", "33.3333%"), "in brackets"),
    ("信访总量640件。反映土地和司法问题较多，分别为160件和80件，各占信访总量25%、12.5%。", ("share", "12.5%", "12.5000%"), "分别 and 各占"),
    ("共办理工单1000件。位居前三的：城建300件、交通200件、政法100件，占工单总量的60%。", ("share", "60%", "60.0000%"), "a share of several together"),
    ("举报占比55%的投诉类共110件，全年共收到200件。", ("sum", "", ""), ""),
    # rates
    ("排查矛盾纠纷80件，已化解76件，化解率95%。", ("rate", "95%", "95.0000%"), "its own stem"),
    ("立案120件，办结117件，结案率97.5%。", ("rate", "97.5%", "97.5000%"), "another word for it"),
    ("接听来电900个，其中转办300件，办结270件，办结率90%；直办600件，直办率66.67%。", ("rate", "66.67%", "66.6667%"), "of the whole, not of the last"),
    ("按期办结率97.5%（117/120）。", ("rate", "97.5%", "97.5000%"), "a printed fraction"),
    # changes
    ("共受理来信110件，较去年同期100件，上升10%。", ("change", "10%", "10.0000%"), "both numbers"),
    ("接待群众90件次，较去年同期的100件次下降了10。", ("change", "-10%", "-10.0000%"), "the sign of per cent lost"),
    ("集体访22批180人次，较去年同期的20批200人次分别上升10%和下降10%。", ("change", "10%", "10.0000%"), "分别"),
    ("电话举报950件，相比上月减少50件，环比降低5%。", ("change", "-5%", "-5.0000%"), "from the difference"),
    ("共登记投诉660件，环比上季度600件增长10%，同比去年550件增长20%。", ("change", "20%", "20.0000%"), "two years"),
    ("2023年共办理复议案件50件，2024年共办理复议案件75件，同比增长50%。", ("change", "50%", "50.0000%"), "two years named"),
    ("来信较去年同期100件增加20件。", ("sum", "", ""), ""),
    ("来信120件，较去年同期100件增加20件。", ("change", "20", "20"), "a difference"),
    ("满意率98.5%，较上月96.2%提高2.3个百分点。", ("change", "2.3个百分点", "2.3个百分点"), "percentage points"),
    ("信访总量936件次，同比上升42.90%。", ("feasible", "936 at 42.90%", "whole numbers that fit: [655]"), "one number only"),
    ("来信30件次，同比下降50%。", ("feasible", "30 at -50%", "whole numbers that fit: [60]"), "downwards"),
    ("甲局300件（同比上升50%），乙局90件（同比下降10%）。", ("feasible", "90 at -10%", "whole numbers that fit: [100]"), "in brackets"),
    # means
    ("第8周（2月19日—2月25日），共受理诉求700件，日均100件。", ("mean", "100", "100.00"), "the days of a span"),
    ("2024年2月份共受理2900件，日均100件。", ("mean", "100", "100.00"), "a leap February"),
    # dates
    ("会议于2025年11月17日（星期一）召开。", ("date", "星期一", "星期一"), "weekday"),
    # tables
    ("单位 | 收到来信(件) | 按期回复(件)\n甲局 | 12 | 11\n乙局 | 30 | 30\n合计 | 42 | 41", ("sum", "42", "42"), "a column"),
    ("事项 | 处罚 | 公开 | 强制\n数量 | 50件 | 30件 | 20件\n占比 | 50% | 30% | 20%", ("share", "30%", "30.0000%"), "a table on its side"),
    ("单位 | 受理数 | 办结数 | 办结率\n甲局 | 40 | 30 | 75%\n乙局 | 50 | 45 | 90%\n丙局 | 80 | 60 | 75%", ("rate", "90%", "90.0000%"), "a column of rates"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "claim", "why"),
    [row for row in HELD if row[2]],
    ids=lambda value: value if isinstance(value, str) and len(value) < 60 else "",
)
def test_a_claim_that_holds(text, claim, why):
    assert (*claim, True) in found(text), why
    assert not [one for one in check(text).findings if one.kind is not Kind.RESIDUE], why


WRONG = [
    ("全县信访总量92件次。从信访形式看，来访40件次；来信20件次；网上信访30件次。", ("sum", "92", "90"), "misprint: 92→90 / 40→42 / 20→22"),
    ("共受理诉求800件，其中咨询类600件，占70%；其他200件，占25%。", ("share", "70%", "75.0000%"), "misprint: 75%"),
    ("共受理诉求700件，其中咨询类100件，占14.28%；其他600件，占85.71%。", ("share", "14.28%", "14.2857%"), "truncated"),
    ("信访总量500件。联名信120件，占信访总量40%。\n重复信访150件，占信访总量50%。\n涉法信访90件，占信访总量30%。", ("share", "40%", "24.0000%"), "other base: 300"),
    ("全县信访总量143件次。主要集中在土地、劳动、城建等领域，分别占全县信访总量的22.86%、17.14%、11.43%。", ("share", "22.86%", "23.0769%"), "other base: all 3 fit a base of 35"),
    ("新收案件151件。全年共审结135件，其中纠错29件，纠错率19.2%。", ("rate", "19.2%", "21.4815%"), "other base: 151"),
    ("排查矛盾纠纷80件，已化解76件，化解率96%。", ("rate", "96%", "95.0000%"), "misprint: 95%"),
    ("共受理来信120件，较去年同期100件，上升10%。", ("change", "10%", "20.0000%"), "misprint: 20%"),
    ("网上投诉29件次，同比下降36.93%。", ("feasible", "29 at -36.93%", "whole numbers that fit: []"), "misprint: 29 of 46 is -36.96%"),
    ("满意率98.5%，较上月96.2%提高2.8个百分点。", ("change", "2.8个百分点", "2.3个百分点"), "misprint: 2.3"),
    ("第8周（2月19日—2月25日），共受理诉求700件，日均103件。", ("mean", "103", "100.00"), "misprint: 100"),
    ("会议于2025年11月17日（星期二）召开。", ("date", "星期二", "星期一"), ""),
    ("单位 | 收到来信(件)\n甲局 | 12\n乙局 | 30\n合计 | 43", ("sum", "43", "42"), ""),
    ("涉及3个单位。\n办理单位 | 收到来信(件)\n甲局 | 12\n乙局 | 30\n合计 | 42", ("sum", "3", "2"), ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "claim", "cause"), WRONG, ids=lambda value: value if isinstance(value, str) and len(value) < 60 else ""
)
def test_a_claim_that_does_not_hold_is_quoted_with_its_cause(text, claim, cause):
    checked = check(text)
    told = [one for one in checked.claims if (one.kind.value, one.stated, one.computed) == claim]
    assert [(one.ok, one.cause) for one in told] == [(False, cause)]
    quoted = [text[one.start : one.end] for one in checked.findings if one.kind is told[0].kind]
    assert any(claim[1].split(" at ")[0].rstrip("个百分点") in one for one in quoted), quoted


def test_truncation_is_told_apart_from_a_wrong_figure():
    text = "共受理诉求700件，其中咨询类100件，占14.28%；其他600件，占85.70%。"
    assert [(one.stated, one.truncated) for one in check(text).claims if one.kind is Kind.SHARE] == [
        ("14.28%", True),
        ("85.70%", False),
    ]


def test_the_sum_of_the_year_before_is_led_back_to():
    text = "信访总量1325件次，同比上升6.08%。从信访形式看，走访936件，同比上升42.90%；网上信访329件，同比下降15.21%；来信60件，同比下降70.87%。"
    assert ("sum", "1249", "1249", True) in found(text)


def test_the_same_change_said_twice_is_told_once():
    text = "新收案件151件，同比增长128.78%。2023年共办理案件66件，2024年共办理案件151件，同比增长128.78%。"
    assert [(one.computed, one.truncated) for one in check(text).claims if one.kind is Kind.CHANGE] == [
        ("128.7879%", True)
    ]


QUIET = [
    ("共受理来电9230件，其中转办2544件。", "a part that is not all"),
    ("城建类1545件。其中，房产366件、物业296件、道路168件。", "parts that are not all"),
    ("信访总量143件次。从信访层级看，到市33件次；到省13件人次；到县82件人次。", "units that cannot be added"),
    ("逮捕22.2万人；不捕13.9万人，不捕率39.2%。", "a rate of something else"),
    ("受理120件，派单100件，按时结案97件，结案率100%。", "the count is of another thing"),
    ("新批项目20个，合同外资3.52亿美元，同比下降2.51%。", "another quantity in between"),
    ("信访部门及时受理率、责任单位及时受理率均为100%，一次性化解率92.11%。", "rates without numbers"),
    ("审结72747件，占受理案件总数的94.68%。全国共收到申请86288件。", "the base is not given"),
    ("培训1170余人次，阅读1000余次，同比增长12.3%。", "numbers said to be about"),
    ("拨打12345热线，2025年第28周共受理来电。", "numbers that count nothing"),
    ("2025年2月份受理100件，日均5件。", "a mean of working days"),
    ("办结率98%，同比上升2.1%。", "the change of a rate"),
    ("党政主要负责人召开常委会4次、委员会会议1次、党组会5次，举办培训10期。", "counts of unlike things"),
    ("全年解答咨询400余人次，发放宣传材料800余份。", "plain counts"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("text", "why"), QUIET)
def test_what_cannot_be_judged_is_not_guessed(text, why):
    assert not check(text).findings, why


def test_offsets_lead_into_the_text():
    text = "前言。\r\n　共受理诉求800件，其中咨询类600件，占70%；其他200件，占25%。"
    (one,) = check(text).findings
    assert text[one.start : one.end] == "咨询类600件，占70%"


def test_what_adds_up_by_chance_is_not_held_to_the_year_before():
    text = (
        "督查88次；上年同期80次，同比上升10.00%。\n转送40次；上年同期24次，同比上升66.67%。\n"
        "交办29次；上年同期57次，同比下降49.12%。\n移送19次；上年同期23次，同比下降17.39%。\n"
    )
    assert [one.ok for one in check(text).claims if one.kind is Kind.CHANGE] == [True] * 4
    assert all(one.ok for one in check(text).claims)
