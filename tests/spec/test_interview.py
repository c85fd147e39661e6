"""Art. 31: the questions at intake, and the track and paths that the answers lead to."""

from datetime import date

import pytest

from yifa.law.interview import QUESTIONS, AnswerKind, propose, read_answers, unanswered
from yifa.law.paths import PATHS, StartDay
from yifa.law.terms import Track

D = date.fromisoformat
TODAY = D("2026-03-02")
NOTHING = {question.id: False for question in QUESTIONS}
ALL = [question for top in QUESTIONS for question in (top, *top.follow_ups)]


def proposals(raw, on=TODAY):
    return propose(read_answers(raw), on=on)


@pytest.mark.parametrize(
    ("raw", "expected", "why"),
    [
        ({"decided": True, "decided.which": "judgment"}, [("C1", "C1-5")], "a judgment of first instance: appeal"),
        ({"decided": True, "decided.which": "pending"}, [("C1", "")], "before the court: no other path"),
        ({"decided": True, "decided.which": "labour"}, [("C2", "C2-2")], "a labour award: the court"),
        ({"decided": True, "decided.which": "reconsidered"}, [("C1", "C1-3")], "a reconsideration decision"),
        ({"decided": True}, [], "which paper is still to be asked"),
        ({"decision": True}, [("C1", "C1-2"), ("C4", "C4-1")], "a decision: sue or ask for reconsideration"),
        ({"decision": True, "decision.which": "secret"}, [("C4", "C4-2")], "disclosure refused: reconsideration first"),
        ({"decision": True, "decision.which": "tax"}, [("C4", "C4-18")], "tax: pay, then reconsideration"),
        ({"duty": True, "duty.which": "pollution"}, [("C5", "C5-5")], "a breach to be investigated"),
        ({"duty": True}, [("C5", "C5-9")], "any breach of law"),
        (
            {"duty": True, "duty.which": ["market"], "duty.silent": True},
            [("C4", "C4-3"), ("C5", "C5-4")],
            "asked, and nothing done: reconsideration first",
        ),
        ({"duty": True, "duty.which": "order", "duty.silent": False}, [("C5", "C5-3")], "not yet asked"),
        (
            {"employer": True, "employer.which": ["wages", "injury"]},
            [("C2", "C2-1"), ("C4", "C4-9"), ("C5", "C5-1")],
            "wages and an injury: three paths",
        ),
        ({"employer": True}, [("C2", "C2-1")], "an employer: arbitration first"),
        ({"land": True, "land.which": "contract"}, [("C2", "C2-3")], "contracted land: arbitration"),
        ({"land": True, "land.which": "taken"}, [("C4", "C4-7")], "taken land: never arbitration"),
        (
            {"land": True, "land.which": "compensated"},
            [("C1", "C1-2"), ("C4", "C4-1")],
            "compensation decided: never arbitration",
        ),
        ({"land": True, "land.which": "grass"}, [("C4", "C4-6")], "grassland: the government settles"),
        ({"official": True}, [("B", "")], "an accusation"),
        (
            {"personnel": True, "personnel.which": "servant"},
            [("C3", "C3-3 C3-4")],
            "a civil servant: review or appeal",
        ),
        ({"suggestion": True}, [("A", "")], "a suggestion"),
        ({"private": True, "private.which": "clause"}, [("C2", "C2-6")], "an arbitration clause"),
        ({"apply": True, "apply.which": "relief"}, [("C4", "C4-13")], "a first application"),
        (
            {
                "suggestion": True,
                "official": True,
                "decision": True,
                "land": True,
                "land.which": ["member", "resolved"],
            },
            [("B", ""), ("C1", "C1-2"), ("C1", "C1-16"), ("C2", "C2-5"), ("C4", "C4-1"), ("A", "")],
            "a mixed letter: sealed first, then Art. 31 (一)→(六)",
        ),
        (NOTHING, [("C6", "")], "nothing applies: the petition procedure, for a person to confirm"),
        (NOTHING | {"land": True}, [], "a yes still to be explored is not C6"),
        ({}, [], "nothing asked, nothing proposed"),
        ({"duty": False, "duty.which": "order"}, [], "the follow-ups of a no do not count"),
    ],
)
def test_where_the_answers_lead(raw, expected, why):
    found = [(one.track, " ".join(one.paths)) for one in proposals(raw)]
    assert found == expected, why


@pytest.mark.parametrize("raw", [{"official": True}, NOTHING, {"decision": True}])
def test_every_proposal_gives_its_reason(raw):
    assert all(one.reason for one in proposals(raw))


def test_reasons_stand_once():
    (one,) = proposals({"decision": True, "decision.which": ["spot", "secret"]})
    assert one.reason == "属复议前置：须先申请行政复议，再提起行政诉讼"


@pytest.mark.parametrize(
    ("raw", "on", "tracks", "why"),
    [
        ({"land": True, "land.which": "member"}, "2025-04-30", [], "no law on collectives yet"),
        ({"land": True, "land.which": "member"}, "2025-05-01", ["C2"], "with it"),
        ({"decision": True}, "2023-12-31", ["C1"], "the revised reconsideration law is not yet in force"),
    ],
)
def test_only_paths_of_the_day_are_proposed(raw, on, tracks, why):
    assert [one.track for one in proposals(raw, on=D(on))] == tracks, why


def test_an_accusation_is_sealed():
    """Art. 30¶3."""
    (one,) = proposals({"official": True})

    assert one.sealed
    assert "第三十条第三款" in one.warnings[0]
    assert one.start is None
    assert one.last_day is None


def test_a_decision_on_hand_gives_the_last_days():
    raw = {
        "decision": True,
        "decision.issuer": "COUNTY_GOVERNMENT",
        "decision.knew_act": "2026-01-06",
        "decision.act_made": D("2026-01-04"),
        "decision.told": True,
        "decision.estate": False,
    }
    suit, reconsideration = proposals(raw)

    assert not suit.sealed
    assert (suit.start, suit.last_day) == (StartDay.KNEW_ACT, D("2026-07-06"))
    assert suit.warnings == ()
    assert (reconsideration.start, reconsideration.last_day) == (StartDay.KNEW_ACT, D("2026-03-09"))
    assert reconsideration.warnings == ("申请行政复议：2026-03-09届满，还有7日",)
    assert reconsideration.asks == (StartDay.CORRECTION,)
    body = PATHS["C4-1"].body_at("示范旗", "示范市", reconsideration.issuer)
    assert body == "示范市人民政府"


@pytest.mark.parametrize(("left", "warned"), [(15, True), (16, False)])
def test_fifteen_days_are_said_aloud(left, warned):
    """The limit of 60 日 from 6 January ends on Monday 9 March."""
    on = date.fromordinal(D("2026-03-09").toordinal() - left)
    found = proposals({"decision": True, "decision.knew_act": "2026-01-06"}, on=on)
    assert bool(found[1].warnings) is warned


def test_what_ran_out_is_said():
    raw = {"decision": True, "decision.which": "demolish", "decision.demolition_ordered": "2026-01-05"}
    (one,) = proposals(raw)

    assert one.limits == ()
    assert [limit.right for limit in one.lapsed] == ["对责令限期拆除决定起诉"]
    assert one.warnings == ("对责令限期拆除决定起诉：期限已经届满",)


def test_who_was_not_told_has_longer():
    raw = {
        "decision": True,
        "decision.knew_act": "2025-09-01",
        "decision.told": False,
        "decision.learned": "2026-02-10",
    }
    _, reconsideration = proposals(raw)
    assert reconsideration.last_day == D("2026-04-13")


def test_a_land_matter_has_the_cap_of_land():
    raw = {
        "land": True,
        "land.which": "compensated",
        "land.knew_act": "2026-01-06",
        "land.act_made": "2012-01-06",
    }
    suit, _ = proposals(raw)
    assert suit.last_day == D("2026-07-06")
    assert suit.limits[0].condition == ""


def test_the_day_still_to_be_asked_is_named():
    (one,) = proposals({"land": True, "land.which": "contract"})
    assert (one.start, one.last_day) == (StartDay.KNEW_HARM, None)


def test_the_days_of_one_matter_are_not_taken_for_another():
    raw = {"employer": True, "employer.knew_harm": "2026-02-02", "land": True, "land.which": "contract"}
    labour, land = proposals(raw)
    assert labour.last_day == D("2027-02-02")
    assert land.last_day is None


def test_follow_ups_come_after_their_yes():
    first = QUESTIONS[0]
    open_ = unanswered(read_answers({"decided": True, "decided.which": "judgment"}))

    assert open_[0] is first.follow_ups[1]
    assert open_[-1] is QUESTIONS[-1]
    assert unanswered(read_answers({})) == list(QUESTIONS)
    assert unanswered(read_answers(NOTHING)) == []
    days = {"decided": True, "decided.judgment_served": "2026-02-02"}
    assert "decided.judgment_served" not in {q.id for q in unanswered(read_answers(days))}


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ({"weather": True}, "没有这个问题：weather"),
        ({"decision": "是"}, "decision：请回答是（true）或者否（false）"),
        ({"decision.knew_act": "去年"}, "decision.knew_act：请写日期"),
        ({"decision.knew_act": 5}, "decision.knew_act：请写日期"),
        ({"land.which": "weather"}, "land.which：没有这个选项'weather'；可以选contract、"),
        ({"land.which": ["contract", ["grass"]]}, "land.which：没有这个选项"),
        ({"decision.issuer": ["TOWN", "JUSTICE"]}, "decision.issuer：只能选一项"),
    ],
)
def test_a_wrong_answer_names_its_question(raw, message):
    with pytest.raises(ValueError, match=r"：") as error:
        read_answers(raw)
    assert str(error.value).startswith(message)


def test_ids_are_unique_and_kinds_fit():
    assert len({question.id for question in ALL}) == len(ALL)
    for question in ALL:
        choice = question.kind in {AnswerKind.ONE, AnswerKind.MANY}
        assert bool(question.options) is choice
        assert len({option.id for option in question.options}) == len(question.options)
        assert question.kind is AnswerKind.DATE or question.day is None


def test_every_path_can_be_reached():
    """C1-4 gave way to reconsideration first (FY 23); C2-4 is the trap that is never proposed."""
    options = [option for question in ALL for option in (*question.options, question.lead) if option]
    reached = {path for option in options for path in option.paths}
    assert PATHS.keys() - reached == {"C1-4", "C2-4"}


def test_every_lead_gives_a_reason():
    leads = [option for question in ALL for option in (*question.options, question.lead) if option]
    assert all(option.reason for option in leads if option.paths or option.track)
    assert {option.track for option in leads if option.track} == {Track.A, Track.B, Track.C1}


def test_every_first_day_of_a_path_is_asked_where_it_leads():
    for top in QUESTIONS:
        asked = {question.day for question in top.follow_ups if question.day}
        leads = [o for q in (top, *top.follow_ups) for o in (*q.options, q.lead) if o]
        opening = {limit.day for o in leads for path in o.paths for limit in PATHS[path].opening}
        assert opening <= asked, top.id
