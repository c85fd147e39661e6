"""Where claims were sent, what they are about, whom they complain of; reviews, supervision, advice, lead officials."""

from datetime import date

import pytest

from yifa.law import acts
from yifa.law.acts import Request
from yifa.law.terms import (
    Adoption,
    Channel,
    LeadLevel,
    Recommendation,
    ReviewOutcome,
    SupervisionGround,
    Track,
)
from yifa.organs.directory import merge

pytestmark = pytest.mark.django_db


def of(found, whole):
    return {name.partition(".")[2]: one.n for name, one in found.items() if name.startswith(f"{whole}.")}


def about(*organs, category=""):
    return Request(text="补发", track=Track.C6, category=category, about=organs)


def test_categories_are_counted_by_their_first_level(file, figures):
    file("2025-03-03", about(category="国土资源_征地"), about(category="国土资源"), about())
    file("2025-03-03", about(category="城乡建设_拆迁"))
    file("2024-03-03", about(category="城乡建设"), about(category="交通运输"))
    found = figures()
    assert found["categories"].n == 4
    assert list(of(found, "categories").items()) == [("国土资源", 2), ("城乡建设", 1), ("未分类", 1), ("交通运输", 0)]
    assert found["categories.城乡建设"].previous == 1
    assert found["categories.交通运输"].previous == 1
    assert found["categories.国土资源"].term == "涉及领域：国土资源"


def test_organs_are_listed_most_complained_of_first_and_never_a_person(file, figures):
    file("2025-03-03", about("water"), about("land", "water"), about("王某"))
    found = figures()
    assert found["complaints"].n == 4
    assert list(of(found, "complaints").items()) == [("water", 2), ("land", 1)]
    assert found["complaints.water"].term == "被投诉较多的机关、单位：示范旗水利局"


def test_a_merged_organ_counts_under_its_successor(file, figures):
    file("2025-03-03", about("station"), about("land"))
    merge(organs=["station"], into="land", on=date(2025, 7, 1), by="管理员")
    assert of(figures(), "complaints") == {"land": 2}


def test_a_sealed_accusation_names_no_organ(file, figures):
    file("2025-03-03", Request(text="举报", track=Track.B, about=("land",), accused=("局长乙",)))
    found = figures()
    assert found["receipts"].n == 1
    assert found["complaints"].n == 0


def test_what_the_office_sends_is_counted_and_what_organs_pass_on_is_not(file, figures):
    file("2025-03-03").sent("2025-03-04").do(acts.Transfer, "2025-03-05", "land", to="station")
    file("2025-03-03").do(acts.Assign, "2025-03-04", to="land", due=date(2025, 5, 1))
    file("2025-03-03", track=Track.C1).do(acts.TransferToJustice, "2025-03-04", to="court")
    file("2025-03-03", track=Track.C1, channel=Channel.VISIT).do(
        acts.Guide, "2025-03-04", to="court", explanation="释法"
    )
    file("2025-03-03", Request(text="举报", track=Track.B, accused=("局长乙",))).do(
        acts.TransferSealed, "2025-03-04", to="discipline", recipient="丙", envelope="M-1"
    )
    found = figures()
    names = ("transfers", "assignments", "transfers_to_justice", "guided", "sealed_transfers")
    assert [found[name].n for name in names] == [1, 1, 1, 1, 1]
    assert found["transfers"].unit == "次"


def test_supervision_is_counted_by_its_ground(file, figures):
    file("2025-03-03").sent("2025-03-04").do(
        acts.Supervise, "2025-06-01", to="land", ground=SupervisionGround.DELAY, facts="逾期", advice="限期"
    )
    found = figures()
    assert (found["supervisions"].n, found["supervisions_delay"].n, found["supervisions_deceit"].n) == (1, 1, 0)


def test_reviews_are_counted_by_request_and_outcome(file, figures):
    found = file("2025-03-03").done("2025-03-04").served("2025-03-10")
    found.asks(acts.RequestReview, "2025-03-20", to="banner", grounds="不服").do(
        acts.ReviewOpinion,
        "2025-04-10",
        "banner",
        outcome=ReviewOutcome.UPHOLD,
        facts="属实",
        opinion="维持",
        basis_text="条例",
    ).served("2025-04-11", "banner", paper="D33")
    found.asks(acts.RequestFinalReview, "2025-04-20", to="region", grounds="不服").do(
        acts.FinalReviewOpinion,
        "2025-05-10",
        "region",
        outcome=ReviewOutcome.CHANGE,
        facts="属实",
        opinion="变更",
        basis_text="条例",
    )
    counted = figures()
    names = ("review_requests", "review_opinions", "final_review_requests", "final_review_opinions")
    assert [counted[name].n for name in names] == [1, 1, 1, 1]
    assert counted["review_opinions_uphold"].n == 1
    assert counted["review_opinions_redo"].n == 0
    assert counted["final_review_opinions_change"].n == 1


def test_diversion_is_counted_by_path(file, figures):
    file("2025-03-03", track=Track.C2).sent("2025-03-03").told("2025-03-04").do(
        acts.Divert, "2025-03-05", "land", path="C2-1", body="仲裁委", last_day=date(2026, 3, 1)
    )
    found = figures()
    assert found["diverted"].n == 1
    assert of(found, "diverted") == {"C2-1": 1}
    assert found["diverted.C2-1"].term.startswith("导入法定途径：C2-1 ")


def test_an_adopted_recommendation_counts_for_the_year_it_was_made_in(file, figures):
    made = {"facts": "事实", "text": "建议"}
    answer = {"kind": Recommendation.WORK, "answer": "整改"}
    one = file("2024-11-01").sent("2024-11-02")
    one.do(acts.Recommend, "2024-12-20", to="land", kind=Recommendation.WORK, **made)
    one.do(acts.AnswerRecommendation, "2025-01-20", "land", adoption=Adoption.PART, **answer)
    two = file("2025-03-03").sent("2025-03-04")
    two.do(acts.Recommend, "2025-03-05", to="land", kind=Recommendation.WORK, **made)
    two.do(acts.AnswerRecommendation, "2025-03-20", "land", adoption=Adoption.NONE, **answer)
    two.do(acts.Recommend, "2025-04-05", to="banner", kind=Recommendation.POLICY, **made)
    found = figures()
    assert (found["recommendations_work"].n, found["recommendations_work"].previous) == (1, 1)
    assert (found["recommendations_policy"].n, found["recommendations_liability"].n) == (1, 0)
    rate = found["adoption_rate"]
    assert (rate.n, rate.d, rate.last.n, rate.last.d) == (0, 2, 1, 1)
    assert str(rate.change) == "-100.00"


def test_lead_officials_at_all_five_levels(file, figures):
    file("2025-03-03", people=5).led("2025-03-04")
    file("2025-03-03").led("2025-03-04")
    file("2025-03-03").led("2025-03-04", LeadLevel.COUNTY, LeadLevel.TOWN)
    file("2024-03-03").led("2024-03-04", *list(LeadLevel)[:4]).led("2025-01-02", LeadLevel.HANDLER)
    file("2024-03-03").led("2024-03-04")
    found = figures()
    assert (found["led_group"].n, found["led_single"].n) == (1, 2)
    assert (found["led_rate"].n, found["led_rate"].d, str(found["led_rate"].value)) == (3, 4, "75.00")
    assert (found["led_rate"].last.n, found["led_rate"].last.d) == (1, 2)
