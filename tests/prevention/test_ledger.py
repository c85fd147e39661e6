"""The ledgers of disputes and proxy cases: what enters, what is refused, what trail a change leaves."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from yifa.prevention import ledger
from yifa.prevention.models import Dispute, DisputeState, ProxyCase
from yifa.records.models import LedgerChange

pytestmark = pytest.mark.django_db

D = date.fromisoformat

BANNER, TOWN = "150899", "150899101"


def dispute(**values):
    given = {
        "organ": BANNER,
        "town": TOWN,
        "number": "排查〔2025〕1号",
        "found": D("2025-03-01"),
        "kind": "土地草牧场",
        "summary": "两村民小组对一处草牧场界线有争议",
        "by": "zhen01",
    }
    return ledger.record_dispute(**given | values)


def proxy(**values):
    given = {
        "organ": BANNER,
        "town": TOWN,
        "number": "代办〔2025〕1号",
        "agent_post": "包村干部",
        "agent_name": "巴某",
        "accepted": D("2025-03-01"),
        "summary": "代为询问补贴发放事宜",
        "by": "zhen01",
    }
    return ledger.accept_proxy(**given | values)


def said(error):
    return " ".join(error.value.messages)


def test_a_dispute_is_found_and_then_resolved():
    found = dispute()
    assert found.state is DisputeState.FOUND

    ledger.resolve_dispute(found, resolved=D("2025-03-09"), how="双方签订协议", by="zhen02")

    kept = Dispute.objects.get()
    assert kept.state is DisputeState.RESOLVED
    assert (kept.created_by, kept.resolved, kept.how) == ("zhen01", D("2025-03-09"), "双方签订协议")
    left = LedgerChange.objects.get()
    assert (left.ledger, left.row, left.by, left.why) == ("矛盾纠纷", kept.pk, "zhen02", "化解")
    assert left.changes == {"resolved": [None, "2025-03-09"], "how": ["", "双方签订协议"]}


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"kind": "上访"}, "kind", "选项"),
        ({"town": ""}, "town", "不能为空"),
        ({"summary": "  "}, "summary", "不能为空"),
        ({"number": " "}, "number", "不能为空"),
        ({"by": ""}, "created_by", "不能为空"),
        ({"found": None}, "found", "null"),
        ({"found": "2025-13-01"}, "found", "日期"),
    ],
)
def test_a_wrong_value_of_a_dispute_is_refused_in_chinese_naming_the_field(values, field, message):
    with pytest.raises(ValidationError) as error:
        dispute(**values)
    assert list(error.value.message_dict) == [field]
    assert message in said(error)
    assert not Dispute.objects.exists()


def test_a_dispute_is_not_resolved_before_it_was_found():
    found = dispute()
    with pytest.raises(ValidationError) as error:
        ledger.resolve_dispute(found, resolved=D("2025-02-28"), how="口头和解", by="zhen01")
    assert said(error) == "化解日期不得早于排查日期"
    assert not LedgerChange.objects.exists()

    ledger.resolve_dispute(found, resolved=D("2025-03-01"), how="口头和解", by="zhen01")


def test_a_resolution_says_how():
    with pytest.raises(ValidationError) as error:
        ledger.resolve_dispute(dispute(), resolved=D("2025-03-09"), how=" ", by="zhen01")
    assert said(error) == "化解日期与化解方式和结果须一并填写"


def test_a_dispute_is_resolved_once():
    found = dispute()
    ledger.resolve_dispute(found, resolved=D("2025-03-09"), how="协议", by="zhen01")
    with pytest.raises(ValidationError) as error:
        ledger.resolve_dispute(found, resolved=D("2025-03-10"), how="协议", by="zhen01")
    assert error.value.message_dict == {"resolved": ["已于2025-03-09登记化解；日期有误的，请用更正"]}


def test_a_number_stands_once_in_one_office_and_is_free_again_once_struck_out():
    first = dispute()
    dispute(organ="150898")
    with pytest.raises(ValidationError) as error:
        dispute()
    assert said(error) == "编号：本台账已有这个编号的矛盾纠纷"

    ledger.strike_out(first, why="重复登记", by="bgs01")
    dispute()


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        ([("mediate", D("2025-02-28"))], "调解日期不得早于受理日期"),
        ([("resolve", D("2025-02-28"))], "化解日期不得早于受理日期"),
        ([("mediate", D("2025-03-05")), ("resolve", D("2025-03-04"))], "化解日期不得早于调解日期"),
        ([("resolve", D("2025-03-04")), ("mediate", D("2025-03-05"))], "化解日期不得早于调解日期"),
        (
            [("mediate", D("2025-03-05")), ("mediate", D("2025-03-06"))],
            "已于2025-03-05登记调解；日期有误的，请用更正",
        ),
        (
            [("resolve", D("2025-03-05")), ("resolve", D("2025-03-06"))],
            "已于2025-03-05登记化解；日期有误的，请用更正",
        ),
        (
            [("authorise", D("2025-03-05")), ("authorise", D("2025-03-06"))],
            "已于2025-03-05登记委托授权；日期有误的，请用更正",
        ),
    ],
)
def test_the_days_of_a_proxy_case_are_in_order(steps, message):
    case = proxy()
    do = {
        "mediate": lambda day: ledger.mediate_proxy(case, mediated=day, by="zhen01"),
        "resolve": lambda day: ledger.resolve_proxy(case, resolved=day, by="zhen01"),
        "authorise": lambda day: ledger.authorise_proxy(case, authorised=day, by="zhen01"),
    }
    *before, (last, day) = steps
    for step, earlier in before:
        do[step](earlier)
    with pytest.raises(ValidationError) as error:
        do[last](day)
    assert said(error) == message


def test_a_proxy_case_goes_its_way_and_says_whether_the_principal_authorised_it():
    case = proxy()
    assert not case.has_authorisation

    case = ledger.authorise_proxy(case, authorised=D("2025-03-02"), by="zhen01")
    case = ledger.mediate_proxy(case, mediated=D("2025-03-02"), by="zhen01")
    case = ledger.resolve_proxy(case, resolved=D("2025-03-02"), by="zhen01")

    assert case.has_authorisation
    assert ProxyCase.objects.filter(mediated=D("2025-03-02"), resolved=D("2025-03-02")).exists()
    assert [left.why for left in LedgerChange.objects.all()] == ["委托授权", "调解", "化解"]


def test_a_proxy_number_stands_once():
    proxy(authorised=D("2025-02-27"))
    with pytest.raises(ValidationError) as error:
        proxy()
    assert said(error) == "编号：本台账已有这个编号的代办事项"


def test_a_correction_leaves_what_stood_before():
    found = dispute()
    ledger.correct(found, why="乡镇填错", by="bgs01", town="150899102", summary=found.summary)

    assert Dispute.objects.get().town == "150899102"
    left = LedgerChange.objects.get()
    assert left.why == "更正：乡镇填错"
    assert left.changes == {"town": [TOWN, "150899102"]}


def test_a_resolution_entered_by_mistake_is_undone():
    found = ledger.resolve_dispute(dispute(), resolved=D("2025-03-09"), how="协议", by="zhen01")
    ledger.correct(found, why="并未化解", by="bgs01", resolved=None, how="")
    assert Dispute.objects.get().state is DisputeState.FOUND


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"why": " ", "accepted": D("2025-02-01")}, "更正须写明事由"),
        ({"by": "", "accepted": D("2025-02-01")}, "不能为空"),
        ({}, "没有改动：所填与原值相同"),
        ({"accepted": D("2025-03-01")}, "没有改动：所填与原值相同"),
        ({"accepted": D("2025-03-03")}, "化解日期不得早于受理日期"),
        ({"risk": "高"}, "“信访代办”没有“risk”这一项"),
        ({"organ": "150898"}, "“台账机关代码”不能更正"),
        ({"struck": True}, "“已划销”不能更正"),
        ({"created_by": "x"}, "“登记人”不能更正"),
    ],
)
def test_a_correction_that_does_not_hold_changes_nothing(values, message):
    case = ledger.resolve_proxy(proxy(), resolved=D("2025-03-02"), by="zhen01")
    before = ProxyCase.objects.values().get()
    with pytest.raises(ValidationError) as error:
        ledger.correct(case, **{"why": "日期填错", "by": "bgs01"} | values)
    assert message in said(error)
    assert ProxyCase.objects.values().get() == before
    assert LedgerChange.objects.count() == 1


def test_a_struck_row_stays_but_can_change_no_more():
    found = dispute()
    with pytest.raises(ValidationError) as error:
        ledger.strike_out(found, why="", by="bgs01")
    assert list(error.value.message_dict) == ["why"]
    assert not Dispute.objects.get().struck

    ledger.strike_out(found, why="不属本旗", by="bgs01")
    assert Dispute.objects.get().struck
    assert LedgerChange.objects.get().changes == {"struck": [False, True]}
    for again in (
        lambda: ledger.strike_out(found, why="再划", by="bgs01"),
        lambda: ledger.resolve_dispute(found, resolved=D("2025-03-09"), how="协议", by="bgs01"),
        lambda: ledger.correct(found, why="改", by="bgs01", town="1"),
    ):
        with pytest.raises(ValidationError) as error:
            again()
        assert said(error) == "“排查〔2025〕1号”已划销，不能再改动"


@pytest.mark.parametrize(
    ("model", "values", "constraint"),
    [
        (Dispute, {"resolved": D("2025-02-01"), "how": "协议"}, "dispute_resolved_not_before_found"),
        (Dispute, {"resolved": D("2025-04-01")}, "dispute_resolved_says_day_and_how"),
        (Dispute, {"how": "协议"}, "dispute_resolved_says_day_and_how"),
        (ProxyCase, {"mediated": D("2025-02-01")}, "proxy_mediated_not_before_accepted"),
        (ProxyCase, {"resolved": D("2025-02-01")}, "proxy_resolved_not_before_accepted"),
        (
            ProxyCase,
            {"mediated": D("2025-04-02"), "resolved": D("2025-04-01")},
            "proxy_resolved_not_before_mediated",
        ),
    ],
)
def test_the_database_itself_refuses(model, values, constraint):
    dispute()
    proxy()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        model.objects.update(**values)


def test_rows_are_called_by_their_number():
    found = dispute()
    ledger.strike_out(found, why="重复登记", by="bgs01")
    assert str(found) == "排查〔2025〕1号"
    assert str(proxy()) == "代办〔2025〕1号"
    assert str(LedgerChange.objects.get()) == f"矛盾纠纷 {found.pk}：重复登记"
