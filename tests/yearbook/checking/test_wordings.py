"""The same facts in the many ways reports word them: what is said of what, and of which whole."""

import pytest

from yifa.yearbook.checking import Kind, check

TRUE = [
    # from and to, more and fewer
    ("信访总量由上年的1249件次上升至1325件次，升幅6.08%。", "change", "6.08%"),
    ("信访总量从2024年的1250件次下降到2025年的1000件次，下降20%。", "change", "-20%"),
    ("信访总量1000件次，同比下降20%（上年同期为1250件次）。", "change", "-20%"),
    ("收到来信430封，比上年同期298封上升了132封、上升率44%。", "change", "44%"),
    ("接受举报550件（含上级转办246件），比上年同期847件少297件。", "change", "297"),
    ("办结率97%，较上年提高3个百分点（上年94%）。", "change", "3个百分点"),
    # one change each for several counts
    ("接待来访320批1280人次，批次同比下降20%，人次同比上升28%。", "feasible", "1280 at 28%"),
    ("接待来访320批1280人次，同比分别下降20%和上升28%。", "feasible", "1280 at 28%"),
    ("来信20件、来访30件，分别上升25%、50%。", "feasible", "20 at 25%"),
    # shares: the whole beside them, the count behind them, several counts together
    ("来信、来访、网上分别为200件、300件、500件，分别占信访总量1000件的20%、30%、50%。", "share", "30%"),
    ("土地、住房、社保三类问题共600件，占信访总量1000件次的60%。", "share", "60%"),
    ("全年信访总量1000件。城建类占30%（300件），劳动类占20%（200件）。", "share", "30%"),
    ("共收到举报400件。乡镇干部120件；农村人员80件；企业人员50件。反映乡镇干部、农村人员和企业人员的举报占总量的62.5%。", "share", "62.5%"),
    ("立案50起，赌博20起，盗窃15起，二者合占立案总数的70%。", "share", "70%"),
    # lists that overlap, go on, or divide what was named long before
    ("检举控告401件，其中，初次举报362件，重复举报39件，署名举报99件。", "sum", "401"),
    ("共收到401件。从举报方式看，来信292件，来访27件，来电8件。网络举报74件。", "sum", "401"),
    ("共受理178件。\n检举控告类50件；批评建议类128件。\n会议开了3次，培训办了4期。\n在检举控告类举报中，乡科级5件；一般干部6件；事业单位4件；农村27件；社区2件；其他6件。", "sum", "50"),
    ("形成工单11171件，转派单位4898件，在线办结6273件，综合办结11163件。", "sum", "11171"),
    # spellings
    ("排查矛盾纠纷1 234件，化解1 200件，化解率97.24%。", "rate", "97.24%"),
    ("及时受理率为98.98%（970÷980）。", "rate", "98.98%"),
    ("信访总量１０００件次，同比减少２５０件次，降幅为２０．０％。", "change", "-20.0%"),
    ("共受理诉求12.5万件，其中电话10万件，占80%；网络2.5万件，占20%。", "share", "80%"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "stated"), TRUE)
def test_a_true_figure_is_found_whatever_its_wording(text, kind, stated):
    checked = check(text)
    assert (kind, stated, True) in {(one.kind.value, one.stated, one.ok) for one in checked.claims}
    assert not checked.findings


FALSE = [
    ("信访总量由上年的1249件次上升至1325件次，升幅6.88%。", "change", "6.88%"),
    ("土地、住房、社保三类问题共600件，占信访总量1000件次的65%。", "share", "65%"),
    ("全年信访总量1000件。城建类占35%（300件），劳动类占20%（200件）。", "share", "35%"),
    ("甲信箱、乙信箱共65件，其中甲信箱22件，乙信箱45件。", "sum", "65"),
    ("2025年第一季度共受理20693件，日均240件。", "mean", "240"),
    ("全年共受理1250件。\n1.住房类217件，占比17.36%。\n2.城建类200件，占比16.60%。\n3.交通类185件，占比14.80%。", "share", "16.60%"),
    ("共办理提案146件。其中已落实122件，占84%；其余28件，占16%。", "sum", "146"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "stated"), FALSE)
def test_a_false_figure_is_told_whatever_its_wording(text, kind, stated):
    assert (kind, stated) in {(one.kind.value, one.stated) for one in check(text).claims if not one.ok}


QUIET = [
    ("立案799件；参与的委员403人，占委员总数的68%。", "a share of something that is not counted here"),
    ("共受理401件。从反映对象看，县级82件，乡级123件，一般干部44件，事业单位30件，农村97件。", "a division that leaves the rest out"),
    ("共受理708件。从级别看，县处级8件，占比1.35%；乡科级92件，占比15.57%；其他491件，占比83.08%。", "shares of the list itself"),
    ("共接到举报650件。噪声、大气问题较多，占污染举报总量的32.9%、32.2%。", "a whole of another name"),
    ("共受理9230件。接到省里转办13件，网上留言15件，接听来电8947件；互联网留言255件。", "the list goes on"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), QUIET)
def test_what_may_be_of_something_else_is_left_alone(text, why):
    assert not check(text).findings, why


def test_shares_of_a_list_that_misses_its_whole_are_one_fault_of_the_whole():
    text = "共受理2000件。其中，咨询类500件，占50%；求助类300件，占30%；投诉类200件，占20%。"
    assert [(one.kind, one.message.partition("。")[0]) for one in check(text).findings] == [
        (Kind.SUM, "写的是2000；500+300+200=1000，≠2000")
    ]
