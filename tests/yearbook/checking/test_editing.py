"""Dates that cannot be, required parts, and what editing leaves behind."""

import pytest

from yifa.yearbook.checking import Kind, check


def told(text, kind):
    return [text[one.start : one.end] for one in check(text).findings if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("定于2025年2月29日召开。", "2025年2月29日"),
        ("定于4月31日召开。", "4月31日"),
        ("截至2025-06-31已办结。", "2025-06-31"),
        ("统计至13月份。", "13月份"),
        ("11月21—17日举办培训。", "11月21—17日"),
        ("2024年2月29日，2025年11月17—21日，3月1日至4月2日，1-6月，1—9月份。", ""),
        ("每年12月，第31次会议，共3个月。", ""),
    ],
)
def test_a_day_that_does_not_exist(text, place):
    assert told(text, Kind.DATE) == ([place] if place else [])


RULE_OF_LAW = """示范旗信访局关于2025年度法治政府
建设情况报告

现将2025年度法治政府建设情况报告如下。
一、主要举措和成效
（一）加强学习。
二、存在问题
问题。
三、党政主要负责人履行第一责任人职责情况
履职。
四、下一步工作计划
打算。

示范旗信访局
2026年2月10日
"""


def test_a_whole_rule_of_law_report():
    assert not check(RULE_OF_LAW).findings


@pytest.mark.parametrize(
    ("missing", "part"),
    [
        ("党政主要负责人履行第一责任人职责情况", "第一责任人"),
        ("存在问题", "不足和原因"),
        ("下一步工作计划", "下一年度"),
        ("主要举措和成效", "举措和成效"),
    ],
)
def test_a_part_that_a_rule_of_law_report_lacks(missing, part):
    findings = [one for one in check(RULE_OF_LAW.replace(missing, "其他")).findings if one.kind is Kind.PART]
    assert [part in one.message for one in findings] == [True]


def test_an_extract_is_not_asked_for_parts():
    assert not check("党组会专题听取法治政府建设工作汇报，研究法治政府建设。").findings
    assert not check("示范旗法治政府建设情况报告\n\n全年召开会议4次。").findings


def test_a_rule_of_law_report_after_the_first_of_march():
    assert told(RULE_OF_LAW.replace("2026年2月10日", "2026年3月10日"), Kind.DATE) == ["2026年3月10日"]


def test_the_petition_report_of_article_41():
    text = "示范旗2025年信访情况年度报告\n一、数据\n信访总量10件次，涉及三个领域。\n二、办理\n转送4件次，交办2件次。\n"
    messages = [one.message for one in check(text).findings]
    assert [next(word for word in ("被投诉", "督办", "追究责任", "采纳") if word in one) for one in messages] == [
        "被投诉",
        "督办",
        "追究责任",
        "采纳",
    ]
    assert all("第四十一条" in one for one in messages)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[bookmark: _GoBack]二、存在问题。", "[bookmark: _GoBack]"),
        ("见错误!未找到引用源。一节。", "错误!未找到引用源。"),
        ("全年共{{ total }}件。", "{{ total }}"),
        ("全年平稳，，向好。", "，，"),
        ("全年平稳。，向好。", "。，"),
        ("维护信访秩序，\n二、存在问题。", "，"),
        ("维护信访秩序，\n\n下一段。", "，"),
        ("换行没有完，\n接着写下去。", ""),
        ("等等……还有。", ""),
        ("示范旗信访局报告\n全旗各镇平稳，全旗干部参加，提高全区干部能力。", "全区"),
        ("示范旗信访局报告\n全旗各镇平稳，在全区排名第三，全市通报表扬，全域推进。", ""),
        ("来信8件，较去年同期的10件下降20。", "20"),
    ],
)
def test_what_editing_left_behind(text, place):
    assert told(text, Kind.RESIDUE) == ([place] if place else [])
