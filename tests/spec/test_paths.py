"""Art. 31 (一)–(五): the lawful paths, and the last day of the petitioner's own limits on them."""

import re
from datetime import date, timedelta

import pytest

from yifa.law.articles import cite
from yifa.law.paths import (
    PATHS,
    Basis,
    Circumstances,
    Confidence,
    Path,
    StartDay,
    cites_printable,
    in_force,
    last_day,
    paths_for,
    prerequisites,
    running_limits,
)
from yifa.law.terms import Track, Unit

D = date.fromisoformat
TODAY = D("2026-03-02")

IDS = (
    *(f"C1-{n}" for n in range(1, 17)),
    *(f"C2-{n}" for n in range(1, 9)),
    *(f"C3-{n}" for n in range(1, 7)),
    *(f"C4-{n}" for n in range(1, 19)),
    *(f"C5-{n}" for n in range(1, 11)),
)


def limit_of(path: str, day: StartDay, when=None):
    return next(one for one in PATHS[path].limits if one.day is day and (when is None or when in one.when))


def test_every_path_stands_in_the_table_in_the_order_of_the_article():
    assert tuple(PATHS) == IDS


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_a_path_says_what_a_person_must_know(path: Path):
    assert path.track in {Track.C1, Track.C2, Track.C3, Track.C4, Track.C5}
    assert path.name
    assert path.bases
    assert path.facts
    assert path.materials
    assert path.if_fails
    assert path.opening or path.none_stated, "a limit, or the plain word that none is stated"
    assert {*path.needs, *path.next} <= PATHS.keys()
    body = path.body_at("示范旗", "示范市")
    assert body
    assert "{" not in body


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_a_path_is_told_in_words_not_in_our_numbers(path: Path):
    assert not re.search(r"[ABC]\d-\d", f"{path.name}{path.body}{path.note}{path.if_fails}{path.none_stated}")


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_what_is_printed_was_read(path: Path):
    assert path.confidence.printable
    assert all(basis.confidence.printable for basis in path.bases)
    for limit in path.limits:
        assert limit.amount > 0
        if limit.confidence.printable:
            assert limit.bases, f"{limit} names no provision"
        else:
            assert not cites_printable(limit, TODAY), "remembered or inferred: never printed as law"


def test_every_first_day_is_used_or_caps_a_limit():
    used = {limit.day for path in PATHS.values() for limit in path.limits}
    caps = {limit.cap.day for path in PATHS.values() for limit in path.limits if limit.cap}
    assert used | caps == set(StartDay)


@pytest.mark.parametrize(
    ("path", "day", "start", "due", "why"),
    [
        ("C4-1", "KNEW_ACT", "2025-08-04", "2025-10-09", "60 日: 3 October is a holiday"),
        ("C1-3", "RECONSIDERED", "2026-03-02", "2026-03-17", "15 日"),
        ("C1-5", "JUDGMENT_SERVED", "2026-01-31", "2026-02-24", "15 日 end in the Spring Festival"),
        ("C1-5", "RULING_SERVED", "2026-03-02", "2026-03-12", "10 日 of the court are calendar days"),
        ("C1-10", "NOT_FILED", "2025-09-25", "2025-10-09", "7 日 in criminal matters are calendar days"),
        ("C1-14", "MEDIATED", "2026-03-05", "2026-04-07", "30 日: 4 April is a holiday"),
        ("C4-11", "ACCIDENT_FOUND", "2026-02-12", "2026-02-24", "3 working days: Saturday the 14th is worked"),
        ("C4-11", "ACCIDENT_FOUND", "2025-09-29", "2025-10-10", "3 working days over the National Day"),
        ("C4-1", "CORRECTION", "2025-09-26", "2025-10-16", "10 working days: 28 September and 11 October are worked"),
        ("C1-2", "KNEW_ACT", "2025-08-31", "2026-02-28", "6 months: no 31 February; a worked Saturday"),
        ("C1-2", "KNEW_ACT", "2025-03-31", "2025-09-30", "6 months: September has thirty days"),
        ("C1-6", "EFFECTIVE", "2025-09-15", "2026-03-16", "6 months: 15 March 2026 is a Sunday"),
        ("C1-13", "COMPENSATION_DECIDED", "2025-11-30", "2026-02-28", "3 months to the end of February"),
        ("C3-2", "SANCTIONED", "2026-01-31", "2026-02-28", "1 month: no 31 February"),
        ("C3-2", "SANCTION_REEXAMINED", "2025-12-01", "2026-01-04", "1 month: the first worked day is a Sunday"),
        ("C2-1", "KNEW_HARM", "2025-05-01", "2026-05-06", "1 year: 1 to 5 May are off"),
        ("C1-12", "PERFORMANCE_ENDED", "2024-02-29", "2026-02-28", "2 years from a leap day"),
        ("C1-1", "KNEW_HARM", "2023-06-15", "2026-06-15", "3 years"),
        ("C5-9", "VIOLATED", "2024-03-04", "2026-03-04", "2 years: the ordinary limit of penalties"),
        ("C1-4", "REQUESTED", "2025-06-30", "2026-02-28", "2 months for the organ, then 6 months"),
        ("C1-4", "DUTY_ENDED", "2025-09-01", "2026-03-02", "6 months: 1 March 2026 is a Sunday"),
        ("C4-3", "REQUESTED", "2025-08-04", "2025-12-02", "60 日 for the organ, not rolled, then 60 日"),
    ],
)
def test_last_day(path, day, start, due, why):
    limit = limit_of(path, StartDay[day])
    assert last_day(limit, D(start)).day == D(due), f"{why}: {limit}"


def test_a_year_without_notice_is_said():
    end = last_day(limit_of("C1-1", StartDay.KNEW_HARM), D("2027-06-15"))

    assert end.provisional
    assert end.missing == (2030,)
    assert end.day == end.nominal == D("2030-06-15")


@pytest.mark.parametrize(
    ("learned", "due", "why"),
    [
        (None, "2025-05-06", "told: 60 日; 2 May is a holiday"),
        ("2025-12-01", "2026-01-30", "not told: 60 日 from the day it became known"),
        ("2026-01-20", "2026-03-03", "not told: at most a year from knowing the decision"),
        ("2025-02-01", "2025-05-06", "nobody learns of the remedy before the decision"),
    ],
)
def test_who_was_not_told_of_reconsideration(learned, due, why):
    limit = limit_of("C4-1", StartDay.KNEW_ACT)
    end = last_day(limit, D("2025-03-03"), learned=D(learned) if learned else None)
    assert end.day == D(due), why


@pytest.mark.parametrize(
    ("path", "day", "made", "real_estate", "due", "why"),
    [
        ("C1-2", "KNEW_ACT", "2020-12-01", False, "2025-12-01", "five years from the act"),
        ("C1-2", "KNEW_ACT", "2020-12-01", True, "2026-07-06", "twenty for land: six months run"),
        ("C1-2", "KNEW_ACT", "2006-06-01", True, "2026-06-01", "twenty years from the act"),
        ("C1-1", "KNEW_HARM", "2007-07-02", True, "2027-07-02", "twenty years in civil law, land or not"),
        ("C1-16", "KNEW_REVOCABLE", "2021-06-01", False, "2026-06-01", "five years from the decision"),
    ],
)
def test_the_cap_cuts_the_limit(path, day, made, real_estate, due, why):
    limit = limit_of(path, StartDay[day])
    end = last_day(limit, D("2026-01-05"), capped_from=D(made), real_estate=real_estate)
    assert end.day == D(due), why


@pytest.mark.parametrize(
    ("path", "before", "first", "why"),
    [
        ("C2-5", "2025-04-30", "2025-05-01", "membership disputes, with the law on collectives"),
        ("C5-10", "2025-04-30", "2025-05-01", "as above"),
        ("C4-1", "2023-12-31", "2024-01-01", "reconsideration as revised"),
        ("C4-2", "2023-12-31", "2024-01-01", "reconsideration first, for silence and disclosure"),
    ],
)
def test_a_path_opens_with_its_law(path, before, first, why):
    assert not in_force(PATHS[path], D(before)), why
    assert in_force(PATHS[path], D(first)), why
    assert PATHS[path] not in paths_for(PATHS[path].track, D(before))
    assert PATHS[path] in paths_for(PATHS[path].track, D(first))


@pytest.mark.parametrize(
    ("path", "on", "keys", "why"),
    [
        ("C2-6", "2026-02-28", ("ZC 2", "ZC 4", "ZC 16"), "the old arbitration law's last day"),
        ("C2-6", "2026-03-01", (), "revised: the old numbers are not printed"),
        ("C5-3", "2025-12-31", ("GAZ 61", "GAZ 165"), "before the new law on public order"),
        ("C5-3", "2026-01-01", (), "the new law is in force: numbers to be checked"),
        ("C1-16", "2025-04-30", ("CW 36", "MFW 265"), "before the law on collectives"),
        ("C1-16", "2025-05-01", ("CW 36", "NJ 57", "MFW 265"), "with it"),
        ("C3-2", "2025-05-31", ("ZW 55",), "the supervision law's article had another number"),
        ("C3-2", "2025-06-01", ("JC 56", "ZW 55"), "as amended"),
        ("C3-1", "2026-03-02", ("DZ 43", "JDZJ 59"), "read in a reprint: printable"),
    ],
)
def test_what_a_paper_of_that_day_may_cite(path, on, keys, why):
    printed = cites_printable(PATHS[path], D(on))
    assert tuple(citation.key for citation in printed) == keys, why


def test_a_remembered_limit_is_counted_but_not_cited():
    limit = limit_of("C2-5", StartDay.KNEW_HARM)

    assert limit.confidence is Confidence.R
    assert last_day(limit, D("2026-03-02")).nominal == D("2028-03-02")
    assert cites_printable(limit, TODAY) == ()


def test_a_basis_has_a_first_day_of_its_own_too():
    basis = Basis(citation=cite("TD 14"), since=D("2026-01-01"))

    assert not basis.printable(D("2025-12-31"))
    assert basis.printable(D("2026-01-01"))


def test_the_marks_have_words():
    assert [mark.term for mark in Confidence] == ["已核原文", "据转载核实", "凭记忆，未核实", "推断"]
    assert [mark.printable for mark in Confidence] == [True, True, False, False]


def test_silence_goes_to_reconsideration_first_since_2024():
    """FY 23: since then nobody sues for inaction before asking for reconsideration."""
    suit = PATHS["C1-4"]

    assert prerequisites(suit, D("2023-12-31")) == ()
    assert prerequisites(suit, D("2024-01-01")) == (PATHS["C4-2"], PATHS["C4-3"])


def test_compensation_for_taken_land_is_never_arbitrated():
    trap = PATHS["C2-4"]

    assert trap.excluded
    assert trap.next == ("C4-1", "C1-2")
    assert trap not in paths_for(Track.C2, TODAY)
    assert {limit.right for limit in trap.opening} == {"申请行政复议", "提起行政诉讼"}


def test_the_paths_of_a_track_may_be_chosen():
    assert [path.id for path in paths_for(Track.C3, TODAY)] == [f"C3-{n}" for n in range(1, 7)]
    assert paths_for(Track.C6, TODAY) == ()


@pytest.mark.parametrize(
    ("issuer", "body"),
    [
        ("", "示范旗人民政府（示范旗司法局具体办理）"),
        ("TOWN", "示范旗人民政府（示范旗司法局具体办理）"),
        ("COUNTY_GOVERNMENT", "示范市人民政府"),
        ("VERTICAL", "作出决定机关的上一级主管部门"),
        ("JUSTICE", "示范旗人民政府或者示范市司法局"),
    ],
)
def test_who_reconsiders_depends_on_whose_act_it_is(issuer, body):
    assert PATHS["C4-1"].body_at("示范旗", "示范市", issuer) == body


def test_later_steps_do_not_hold_up_the_first():
    """Asking the government to settle a boundary has no limit; the suit against its decision has."""
    assert PATHS["C4-4"].opening == ()
    assert [limit.amount for limit in PATHS["C4-4"].limits] == [30]
    assert [limit.unit for limit in PATHS["C4-1"].opening] == [Unit.DAY]


def test_a_limit_reads_as_a_line():
    assert str(limit_of("C4-11", StartDay.ACCIDENT_FOUND)) == (
        "申请事故认定复核：自道路交通事故认定书（证明）送达之日起3个工作日"
    )
    assert str(limit_of("C1-4", StartDay.REQUESTED)) == (
        "起诉行政机关不履行法定职责：自行政机关收到履责申请（投诉、举报）之日起2个月期满起6个月"
    )


def test_the_shortest_open_limit_comes_first():
    known = {StartDay.KNEW_ACT: D("2026-02-02"), StartDay.DEMOLITION_ORDERED: D("2026-02-26")}
    running = running_limits(["C1-2", "C4-1", "C4-17", "C4-1"], known, on=TODAY)

    assert [(one.path.id, one.due.day) for one in running] == [
        ("C4-17", D("2026-03-13")),
        ("C4-1", D("2026-04-03")),
        ("C1-2", D("2026-08-03")),
    ]
    assert running[0].days_left(TODAY) == 11
    assert [citation.key for citation in running[1].cites] == ["FY 20.1"]
    assert running[1].start == D("2026-02-02")
    assert {one.condition for one in running} == {""}


@pytest.mark.parametrize(
    ("on", "open_", "why"),
    [
        ("2026-03-13", True, "the last day itself is in time"),
        ("2026-03-14", False, "the day after is not"),
    ],
)
def test_a_limit_is_open_through_its_last_day(on, open_, why):
    known = {StartDay.DEMOLITION_ORDERED: D("2026-02-26")}
    assert bool(running_limits(["C4-17"], known, on=D(on))) is open_, why


@pytest.mark.parametrize(
    ("circumstances", "due", "condition", "key", "why"),
    [
        (Circumstances(told=True), None, "", "", "told: the 60 日 are over"),
        (
            Circumstances(told=False, learned=D("2025-12-20")),
            "2026-02-24",
            "未告知",
            "FY 20.3",
            "not told: 60 日 from learning; 18 February is in the Spring Festival",
        ),
        (Circumstances(told=False), "2026-04-20", "未告知", "FY 20.3", "the office tells it today"),
        (Circumstances(), "2026-04-20", "未告知", "FY 20.3", "nobody knows: open on that condition"),
    ],
)
def test_a_lapsed_limit_may_be_open_for_who_was_not_told(circumstances, due, condition, key, why):
    on = D("2026-02-14") if circumstances.learned else D("2026-02-19")
    known = {StartDay.KNEW_ACT: D("2025-09-01")}
    running = running_limits(["C4-1"], known, on=on, circumstances=circumstances)

    assert [one.due.day for one in running] == ([D(due)] if due else []), why
    assert all(condition in one.condition for one in running)
    assert all(key in [citation.key for citation in one.cites] for one in running)


@pytest.mark.parametrize(
    ("real_estate", "due", "condition"),
    [(None, ["2026-07-06"], "限因不动产提出的"), (True, ["2026-07-06"], ""), (False, [], "")],
)
def test_land_has_the_longer_cap(real_estate, due, condition):
    known = {StartDay.KNEW_ACT: D("2026-01-05"), StartDay.ACT_MADE: D("2015-12-01")}
    circumstances = Circumstances(told=True, real_estate=real_estate)
    running = running_limits(["C1-2"], known, on=TODAY, circumstances=circumstances)

    assert [one.due.day for one in running] == [D(day) for day in due]
    assert [one.condition for one in running] == [condition for _ in due]


def test_a_special_case_says_its_condition():
    known = {StartDay.EMPLOYMENT_ENDED: D("2026-01-05"), StartDay.KNEW_HARM: D("2023-01-05")}
    (running,) = running_limits(["C2-1"], known, on=TODAY)

    assert running.due.day == D("2027-01-05")
    assert running.condition == "劳动关系存续期间拖欠劳动报酬：在职期间不受一年限制"


def test_a_known_duty_period_replaces_the_general_one():
    """FYT 16: the 60 days of waiting are for duties without a period of their own."""
    asked = {StartDay.REQUESTED: D("2026-01-05")}
    own = asked | {StartDay.DUTY_ENDED: D("2026-01-20")}

    assert [one.due.nominal for one in running_limits(["C4-3"], asked, on=TODAY)] == [
        D("2026-01-05") + timedelta(days=120)
    ]
    assert [one.due.nominal for one in running_limits(["C4-3"], own, on=TODAY)] == [
        D("2026-01-20") + timedelta(days=60)
    ]


def test_no_limit_runs_before_its_law():
    known = {StartDay.KNEW_REVOCABLE: D("2025-03-03"), StartDay.KNEW_HARM: D("2025-03-03")}

    assert running_limits(["C1-16", "C2-5"], known, on=D("2025-04-30")) == []
    assert len(running_limits(["C1-16", "C2-5"], known, on=D("2025-05-06"))) == 2


def test_no_first_day_no_last_day():
    assert running_limits(["C4-1", "C1-9"], {}, on=TODAY) == []
