"""The load through the one door: killed and gone on with, moved to a later day, and the report's figures read back."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from yifa.law.acts import Supplement
from yifa.law.organs import PETITIONER
from yifa.organs.models import Staff
from yifa.papers.models import Draft, IssuedPaper
from yifa.prevention.models import Dispute, ProxyCase
from yifa.records.models import ActRecord, PetitionRecord
from yifa.records.perform import perform
from yifa.records.rebuild import verify
from yifa.site import demo
from yifa.site.demo.organs import OFFICE, STAFF

D = date.fromisoformat
YIFA = Path(sys.executable).with_name("yifa")
SOON = "2024-02-20"
"""A day on which the demonstration is still small."""

PART = f"""
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.site.settings")
import django
django.setup()
from datetime import date
from django.core.management import call_command
call_command("migrate", verbosity=0)
from yifa.site import demo
demo.load(today=date.fromisoformat("{SOON}"), progress=lambda done, total, what: print(done, what, flush=True))
"""


@pytest.mark.django_db
def test_a_load_is_there_once_and_goes_on_from_day_to_day():
    first = demo.load(today=D("2024-01-31"))
    told = []
    assert demo.load(today=D("2024-01-31"), progress=lambda *one: told.append(one)).written == 0
    assert (first.petitions, first.petitions, "信访事项") in told
    assert PetitionRecord.objects.count() == first.petitions
    assert ActRecord.objects.count() == first.acts
    later = demo.load(today=D(SOON))
    assert later.petitions > first.petitions
    assert ActRecord.objects.count() == later.acts
    assert later.written > later.acts - first.acts  # the ledgers moved too
    assert list(verify()) == []
    signed = IssuedPaper.objects.values_list("number", flat=True)
    assert any(number.startswith("示信") for number in signed)
    assert Draft.objects.filter(state=Draft.State.WAITING, organ="SF-RSJ").exists()


@pytest.mark.django_db
def test_a_file_somebody_has_acted_on_is_left_to_them():
    demo.load(today=D("2024-01-10"))
    mine = PetitionRecord.objects.order_by("pk").first()
    last = demo.planned(2025, D("2024-01-10"))[0].acts[-1].on
    perform(number=mine.number, act=Supplement(on=max(last, D("2024-01-10")), by=PETITIONER, text="我又找到一份收据。"))
    length = mine.length + 1
    demo.load(today=D("2024-02-05"))
    mine.refresh_from_db()
    assert mine.length == length
    assert list(verify()) == []


@pytest.mark.django_db
def test_what_has_not_happened_is_not_loaded():
    with pytest.raises(ValueError, match="今天之后"):
        demo.load(today=timezone.localdate() + timedelta(days=1))
    assert not PetitionRecord.objects.exists()


@pytest.mark.django_db
def test_accounts_are_opened_last(client):
    assert demo.accounts() == []
    assert not demo.unfinished()

    def stop(done, _total, _what):
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        demo.load(today=D("2024-01-10"), progress=stop)
    assert demo.unfinished()
    assert not client.login(username="dengji1", password=demo.PASSWORD)
    demo.load(today=D("2024-01-10"))
    assert not demo.unfinished()
    assert Staff.objects.count() == len(STAFF)
    for account in demo.accounts():
        assert client.login(username=account.username, password=account.password), account


@pytest.mark.django_db
def test_ledgers_hold_what_had_happened_by_then():
    demo.load(today=D(SOON))
    assert Dispute.objects.filter(organ=OFFICE, found__gt=D(SOON)).count() == 0
    assert Dispute.objects.filter(resolved__gt=D(SOON)).count() == 0
    assert ProxyCase.objects.filter(accepted__lte=D(SOON)).exists()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_killed_and_gone_on_with(kind, office, request):
    """kill -9 in the middle: what was told as done is there, `verify` passes, and the second run ends what the first began."""
    if kind == "postgresql":
        office["DATABASE_URL"] = request.getfixturevalue("postgres_url")
    told = 0
    with subprocess.Popen([sys.executable, "-c", PART], env=office, stdout=subprocess.PIPE, text=True) as run:
        for line in run.stdout:
            done, what = line.split()
            if what == "信访事项" and (told := int(done)) >= 40:
                break
        time.sleep(0.15)
        os.kill(run.pid, signal.SIGKILL)
    assert run.returncode == -signal.SIGKILL
    kept = json.loads(_yifa(office, "verify", "--json"))
    assert kept["differences"] == []
    assert kept["petitions"] >= told
    subprocess.run([sys.executable, "-c", PART], env=office, check=True, stdout=subprocess.DEVNULL)
    whole = json.loads(_yifa(office, "verify", "--json"))
    assert whole == {"petitions": len(demo.planned(2025, D(SOON))), "differences": []}


def _yifa(office, *args):
    return subprocess.run([YIFA, *args], env=office, check=True, capture_output=True, text=True).stdout


FIGURES = {
    # name: (value, change on the year before or None where the report gives none)
    "receipts": (1325, 6.08),
    "receipts_visit": (936, 42.90),
    "receipts_online": (329, -15.21),
    "receipts_letter": (60, -70.87),
    "office_acceptance_rate": (100.0, None),
    "organ_acceptance_rate": (100.0, None),
    "one_time_resolution_rate": (92.11, None),
    "led_group": (32, None),
    "led_single": (74, None),
    "led_rate": (100.0, None),
    "disputes_found": (57, None),
    "disputes_resolved": (55, None),
    "dispute_resolution_rate": (96.49, None),
    "proxies_accepted": (375, None),
    "proxies_mediated": (339, None),
    "proxies_resolved": (293, None),
    "study_sessions": (6, None),
    "party_meetings": (4, None),
    "reports_heard": (3, None),
    "problems_resolved": (4, None),
    "own_trainings": (3, None),
    "joint_conferences": (5, None),
    "participants_party_school": (50, None),
    "outreach_activities": (4, None),
}
ABOUT = {"consultations": 400, "leaflets": 800, "reads": 1000}
"""What the report rounds: 400余, 800余, 1000余."""


def test_the_report_of_2025_comes_out_of_the_record(office, tmp_path):
    """The one real load of the whole demonstration, on SQLite, by the command."""
    loaded = json.loads(_yifa(office, "demo", "--json"))
    assert json.loads(_yifa(office, "verify", "--json")) == {"petitions": loaded["petitions"], "differences": []}
    told = json.loads(_yifa(office, "statistics", "--year", "2025", "--json"))
    assert told["home"] == OFFICE
    found = {one["name"]: one for one in told["indicators"]}
    for name, (value, change) in FIGURES.items():
        assert found[name]["value"] == value, name
        assert change is None or found[name]["change"] == change, name
    assert (found["one_time_resolution_rate"]["n"], found["one_time_resolution_rate"]["d"]) == (875, 950)
    assert found["receipts"]["previous"] == 1249
    for name, least in ABOUT.items():
        assert least <= found[name]["value"] < least * 1.125, name
    _both_reports_print_them(office, tmp_path)
    again = json.loads(_yifa(office, "demo", "--json"))
    assert again == loaded


PRINTED = (
    # The first party meeting; plans; study; party meetings; reports heard; problems; own trainings; conferences.
    "6次", "4次", "3次", "4个", "3次", "5次",
    "2025年4月16日", "2025年11月17日至21日", "50人", "2025年12月26日", "140余人",
    "4次", "400余人次", "800余份", "1000余次",
    "1325件次", "同比上升6.08%", "936件次", "同比上升42.90%", "329件次", "同比下降15.21%", "60件次", "同比下降70.87%",
    "信访部门及时受理率100%（", "责任单位及时受理率100%（", "一次性化解率92.11%（875/950）",
    "57件", "55件", "96.49%（55/57）", "375件", "339件", "293件", "32件", "74件", "14人",
)  # fmt: skip
"""Every figure of the report that the demonstration follows, in the order of its subjects."""


def _both_reports_print_them(office, folder):
    """In the order of subjects, with n and d, nothing lacking; and our own check finds nothing in what is printed."""
    made = json.loads(_yifa(office, "report", "rule-of-law", "--year", "2025", "--json", "-o", folder / "法治.docx"))
    text = "".join(run if isinstance(run, str) else run["text"] for one in made["paragraphs"] for run in one["runs"])
    place = 0
    for figure in PRINTED:
        place = text.index(figure, place) + len(figure)
    assert made["lacking"] == []
    assert made["compared"] == "2024年1月1日至12月31日"
    assert {one["value"]: one["origin"] for one in made["figures"].values()}["14"] == "人工填报"
    _yifa(office, "report", "annual", "--year", "2025", "-o", folder / "信访.docx")
    for report in ("法治.docx", "信访.docx"):
        assert json.loads(_yifa(office, "check-report", folder / report, "--json"))["findings"] == []
