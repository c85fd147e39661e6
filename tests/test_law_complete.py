"""Nothing of the law core is forgotten: every act is told, judged, folded, labelled and papered; every citation exists."""

import ast
from dataclasses import fields
from inspect import getdoc
from pathlib import Path

import pytest

import yifa.law
from yifa.law import limits
from yifa.law.acts import ACTS, Act, Attach, Correct
from yifa.law.acts.labels import LABELS
from yifa.law.articles import PROVISIONS, cite
from yifa.law.duties import PAPER_OF, SERVICE_BASIS
from yifa.law.fold.base import FOLD
from yifa.law.limits import LIMITS
from yifa.law.notices import PAPERS
from yifa.law.paperwork import OWES
from yifa.law.permits.base import JUDGES
from yifa.law.permits.intake import attach
from yifa.law.permits.kinds import AFTER_CLOSE, BESIDE_SEAL, CLAIM_OPTIONAL
from yifa.law.policy import CHOICES
from yifa.law.terms import Mover, Stage, Track

LAW = sorted(Path(yifa.law.__file__).parent.rglob("*.py"))
SPEC = Path(__file__).parent / "spec"
EVERY_ACT = pytest.mark.parametrize("kind", ACTS.values(), ids=ACTS)


@EVERY_ACT
def test_every_act_says_what_it_is(kind):
    """Its docstring opens with its term; its term is Chinese, its basis is in the Regulation, its mover is known."""
    assert getdoc(kind).startswith(f"{kind.term} — ")
    assert kind.basis.key in PROVISIONS
    assert kind.basis == cite(kind.basis.key)
    assert kind.mover in Mover


@EVERY_ACT
def test_every_act_is_judged_folded_and_papered(kind):
    assert kind in JUDGES
    assert kind in FOLD
    assert kind in OWES


@EVERY_ACT
def test_every_field_of_every_act_has_a_name_for_people(kind):
    assert {one.name for one in fields(kind)} <= set(LABELS)


def test_no_two_acts_share_a_term():
    assert len({kind.term for kind in ACTS.values()}) == len(ACTS)


def test_nothing_is_listed_that_is_no_act():
    every = set(ACTS.values())
    assert set(JUDGES) == set(FOLD) == set(OWES) == every == set(Act.__subclasses__()) & every
    assert every >= AFTER_CLOSE | BESIDE_SEAL | CLAIM_OPTIONAL
    used = {one.name for kind in every for one in fields(kind)} | {"text", "category", "track", "path", "about"}
    assert set(LABELS) <= used


@pytest.mark.parametrize("path", LAW, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_citation_written_in_the_code_exists(path):
    """Also those a function makes only when it is called."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    written = [
        node.args[0].value
        for node in calls
        if getattr(node.func, "id", "") == "cite" and node.args and isinstance(node.args[0], ast.Constant)
    ]
    assert all(str(cite(key)) for key in written)


def test_every_track_opens_with_a_provision_that_exists():
    assert {track: cite(track.article).article for track in Track} == {
        track: 29 if track is Track.A else 30 if track is Track.B else 31 for track in Track
    }


def test_every_limit_is_a_clock_or_is_named_by_a_guard():
    """A limit nobody counts is a limit nobody keeps."""
    names = {name for name, value in vars(limits).items() if value in LIMITS.values()}
    counted = "\n".join(path.read_text(encoding="utf-8") for path in LAW if "clocks" in path.parts)
    judged = "\n".join(path.read_text(encoding="utf-8") for path in LAW if "permits" in path.parts)
    assert {name for name in names if f"limits.{name}" in counted} == names - {"EXTENSION"}
    assert "limits.EXTENSION" in judged


def test_every_duty_names_a_paper_that_exists():
    assert set(PAPER_OF.values()) | set(SERVICE_BASIS) <= set(PAPERS)
    assert {number for number, paper in PAPERS.items() if paper.served} <= set(SERVICE_BASIS)


def test_every_article_we_compute_by_is_shown_by_a_table_of_its_own():
    """Arts. 17–40; Art. 41, the yearly report, is shown where its figures are counted (tests/statistics)."""
    computed = {int(key) for key, row in PROVISIONS.items() if row.computed and key.isdigit() and 17 <= int(key) <= 40}
    shown = {int(path.stem.removeprefix("test_art_")) for path in SPEC.glob("test_art_*.py")}
    assert computed <= shown


def test_every_reading_cites_what_it_reads():
    assert all(cite(key) for choice in CHOICES for key in choice.keys)


def test_every_stage_is_named_once():
    assert len({stage.value for stage in Stage}) == len(Stage)


def test_a_correction_is_the_only_act_the_fold_does_not_do():
    with pytest.raises(AssertionError):
        FOLD[Correct](None, None)


def test_a_refusal_cites_the_rule_it_stands_on():
    """The basis of the act that is judged is the rule itself in one place only: who may do it."""
    judges = [path for path in LAW if "permits" in path.parts]
    places = {
        (path.stem, function.name)
        for path in judges
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and node.attr == "basis" and getattr(node.value, "id", "") != "refusal"
    }
    assert places == {("base", "given_by")}


def test_a_judge_keeps_its_name():
    """Entering it in the table leaves the function where it was written."""
    assert JUDGES[Attach] is attach
