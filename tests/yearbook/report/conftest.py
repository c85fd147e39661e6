"""A banner with a few files and ledgers, and whoever writes its reports."""

from datetime import date

import pytest

from tests.statistics.conftest import ORGANS, File
from yifa.law import acts
from yifa.law.terms import Track
from yifa.organs.accounts import create_staff
from yifa.organs.directory import load
from yifa.organs.models import Role
from yifa.programme import ledger
from yifa.programme.models import AgendaKind, MeetingKind, OutreachKind, PlanKind, StudyKind, TrainingScope
from yifa.yearbook.kinds import Kind
from yifa.yearbook.models import Narrative
from yifa.yearbook.wording import slots, wording_of

D = date.fromisoformat
ON = D("2026-02-10")
BY = {"organ": "office", "by": "办公室"}


@pytest.fixture
def banner(db):
    load(ORGANS, by="安装")


@pytest.fixture
def writer(banner):
    return create_staff(username="bgs", name="办公室某", organ="office", roles=[Role.OFFICE], password="很长的口令2025")


@pytest.fixture
def ledgers(banner):
    """One entry of everything a report tells."""
    meeting = ledger.record_meeting(
        held=D("2025-01-08"), kind=MeetingKind.PARTY_FIRST, title="首次党组会", chair="局长 某人", **BY
    )
    ledger.add_agenda_item(meeting, position=1, kind=AgendaKind.REPORT, subject="听取汇报", by="办公室")
    plan = ledger.issue_plan(kind=PlanKind.ANNUAL, title="《年度计划》", year=2025, issued=D("2025-02-10"), **BY)
    ledger.add_responsibility(
        plan,
        position=1,
        task="培训",
        responsible_organ="office",
        due=D("2025-12-31"),
        responsible_post="科长",
        by="办公室",
    )
    ledger.record_study(held=D("2025-03-03"), kind=StudyKind.THEORY_GROUP, subject="条例", **BY)
    ledger.record_training(
        scope=TrainingScope.BANNER, title="业务培训", begins=D("2025-04-16"), ends=D("2025-04-18"), hosts="信访局",
        audience="各单位", attendance=143, **BY,
    )  # fmt: skip
    ledger.record_outreach(
        held=D("2025-05-05"), kind=OutreachKind.ACTIVITY, title="宣传", consultations=436, leaflets=862, **BY
    )
    ledger.supply_figure(
        year=2025, name="依法处理违反信访秩序行为", value=14, unit="人", source_organ="旗公安局",
        supplied=D("2025-12-29"), **BY,
    )  # fmt: skip


@pytest.fixture
def files(banner):
    """Three files of 2025, one of 2024: two answered, one led by all levels, one complained of."""
    answered = File("2025-03-03").done("2025-03-04").served("2025-03-07")
    repeated = File("2025-05-06").sent("2025-05-07").repeated("2025-05-20")
    accused = File("2025-06-03", acts.Request(text="检举", track=Track.B, accused=("某局长",)))
    earlier = File("2024-03-04").done("2024-03-05")
    return [one.record.number for one in (answered, repeated, accused, earlier)]


@pytest.fixture
def written(writer):
    """Every place of both reports has a text, without numbers."""
    for kind in Kind:
        for slot in slots(wording_of(kind, "office")):
            Narrative.objects.create(organ="office", kind=kind, year=2025, slot=slot, text="已经写好。", by=writer)
