"""Tables at once and by a job: in a process of its own, begun anew when it died, its file for its owner alone."""

import os
import signal
import subprocess
import sys
import textwrap
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from tests.desk.conftest import PASSWORD, register
from tests.desk.jobs.tables import rows_of
from yifa.casework import jobs
from yifa.casework.models import Job
from yifa.desk.jobs import deliver, work
from yifa.exchange.sheets import Column, Sheet, write
from yifa.law.acts import Request
from yifa.law.terms import Track

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at(client, people):
    def at(name):
        assert client.login(username=name, password=PASSWORD)
        return client

    return at


@pytest.fixture
def home(settings, tmp_path):
    """A data folder of the test's own."""
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def waiting(people, files, home):
    """A job somebody asked for; its process is this one, when the test says so."""

    def waiting(who="registrar", **values):
        asked = {"kind": "petitions", "title": "信访事项", "asked": {"query": ""}} | values
        return Job.objects.create(staff=people[who], **asked)

    return waiting


def test_a_short_table_comes_at_once(at, files):
    head, *rows = rows_of(at("registrar").get(reverse("petitions-export"), {"channel": "来访"}))
    assert head[:3] == ["编号", "收到日期", "形式"]
    assert [row[0] for row in rows] == [files["answered"]]
    assert rows[0][1].date() == date(2025, 8, 4)
    assert not Job.objects.exists()


def test_a_figures_rows_come_as_a_table(at, files):
    address = reverse("figure-export", args=[2025, "receipts"])
    assert address in at("registrar").get(reverse("year-rows", args=[2025, "receipts"])).content.decode()
    rows = rows_of(at("registrar").get(address))
    assert [row[0] for row in rows].count(files["answered"]) == 1
    assert files["sealed"] not in str(rows)
    assert at("registrar").get(reverse("figure-export", args=[2025, "none"])).status_code == 404


@pytest.mark.parametrize("text", ["=1+1", "+8613800000000", "-1", "@SUM(A1)", "\t=1", "=cmd|'/c calc'!A0"])
def test_nothing_written_in_a_petition_runs_as_a_formula(tmp_path, text):
    path = tmp_path / "table.xlsx"
    assert list(write(Sheet("表", [Column("概况")], [[text], [7]]), path)) == [1, 2]
    cell, number = (row[0] for row in list(load_workbook(path).active.iter_rows())[1:])
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)
    assert number.data_type == "n"


def test_what_no_cell_can_hold_is_left_out(tmp_path):
    path = tmp_path / "table.xlsx"
    list(write(Sheet("表", [Column("概况")], [["一\x00二\x0b三" + "长" * 40_000]]), path))
    assert load_workbook(path).active["A2"].value == ("一二三" + "长" * 40_000)[:32_767]


def test_a_long_table_is_asked_of_a_job(at, files, home, monkeypatch):
    """The page comes back at once; the work is another process's."""
    monkeypatch.setattr(deliver, "AT_ONCE", 1)
    begun = []
    monkeypatch.setattr(jobs, "start", begun.append)
    answer = at("registrar").get(reverse("petitions-export"), {"q": "某甲"})
    job = Job.objects.get()
    assert answer.url == reverse("job", args=[job.pk])
    assert begun == [job]
    assert (job.staff.name, job.asked) == ("职员registrar", {"query": "q=%E6%9F%90%E7%94%B2"})


def test_the_job_makes_what_its_owner_may_see(at, files, waiting):
    job = waiting("aid")
    assert work.run(job.pk)
    client = at("aid")
    page = client.get(reverse("job", args=[job.pk])).content.decode()
    assert "完成" in page
    assert "下载表格" in page
    rows = rows_of(client.get(reverse("job-file", args=[job.pk])))
    assert [row[0] for row in rows[1:]] == [files["answered"]]
    assert not work.run(job.pk), "done is done"


@pytest.mark.parametrize("name", ["job", "job-file"])
def test_nobody_else_sees_it(at, waiting, name):
    job = waiting()
    work.run(job.pk)
    assert at("aid").get(reverse(name, args=[job.pk])).status_code == 404
    for posted in ("job-again", "job-drop"):
        assert at("aid").post(reverse(posted, args=[job.pk])).status_code == 404
    assert at("aid").get(reverse("jobs")).context["jobs"] == []


def test_while_it_goes_on_the_page_asks_again_and_can_be_left(at, waiting):
    job = waiting(state=Job.State.RUNNING, done=1500)
    client = at("registrar")
    page = client.get(reverse("job", args=[job.pk])).content.decode()
    assert "已写1500行" in page
    assert 'hx-trigger="every 2s"' in page
    assert '<meta http-equiv="refresh"' in page
    part = client.get(reverse("job", args=[job.pk]), headers={"HX-Request": "true"})
    assert part.content.decode().strip().startswith("<div"), "only what moves"
    Job.objects.update(state=Job.State.DONE)
    assert client.get(reverse("job", args=[job.pk]), headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    assert "信访事项" in client.get(reverse("jobs")).content.decode()


def test_what_died_is_noticed_and_taken_up_once(at, waiting, monkeypatch):
    job, begun = waiting(state=Job.State.RUNNING, done=500, file="token"), []
    monkeypatch.setattr(jobs, "start", begun.append)
    client = at("registrar")
    client.post(reverse("job-again", args=[job.pk]))
    assert begun == [], "it is alive"
    Job.objects.update(beat=timezone.now() - 2 * jobs.SILENT)
    assert "中断了" in client.get(reverse("job", args=[job.pk])).content.decode()
    for _ in range(2):
        client.post(reverse("job-again", args=[job.pk]))
    job.refresh_from_db()
    assert (len(begun), job.state, job.done) == (1, Job.State.WAITING, 0)


def test_a_process_whose_job_was_given_away_stops(waiting):
    job = waiting()
    with jobs.taken(job.pk) as hands:
        hands.draft.write_text("half")
        Job.objects.update(file="another")
        hands.tell(500)
    job.refresh_from_db()
    assert (job.state, job.file) == (Job.State.RUNNING, "another")
    assert list(jobs.folder().iterdir()) == []


def test_what_cannot_be_made_says_so_and_may_be_tried_again(at, waiting):
    job = waiting(kind="figure", asked={"name": "none", "year": "2025", "of": "n"})
    with pytest.raises(ValueError, match="没有这个指标"):
        work.run(job.pk)
    page = at("registrar").get(reverse("job", args=[job.pk])).content.decode()
    assert "没有这个指标" in page
    assert "重新开始" in page


def test_who_left_is_given_nothing(people, waiting):
    job = waiting()
    people["registrar"].active = False
    people["registrar"].save()
    assert not work.run(job.pk)
    job.refresh_from_db()
    assert job.state == Job.State.FAILED


def test_after_seven_days_it_is_gone(at, waiting):
    job = waiting()
    work.run(job.pk)
    job.refresh_from_db()
    path = jobs.path_of(job)
    assert path.exists()
    Job.objects.update(at=timezone.now() - jobs.KEPT - timedelta(minutes=1))
    jobs.sweep()
    assert not path.exists()
    assert not Job.objects.exists()


def test_given_up_its_file_goes_too(at, waiting):
    job = waiting()
    work.run(job.pk)
    job.refresh_from_db()
    at("registrar").post(reverse("job-drop", args=[job.pk]))
    assert not jobs.path_of(job).exists()
    assert not Job.objects.exists()


SCENE = textwrap.dedent("""
    import sys
    from datetime import date
    import django
    django.setup()
    from django.core.management import call_command
    from django.test import Client
    from yifa.casework.models import Job
    from yifa.desk.jobs import deliver
    from yifa.law.acts import Register, Request
    from yifa.law.organs import Organ
    from yifa.law.terms import Channel, OrganKind
    from yifa.organs.accounts import create_staff
    from yifa.organs.directory import load
    from yifa.organs.models import Role
    from yifa.records.perform import perform
    call_command("migrate", verbosity=0)
    load([Organ(code="office", name="示范旗信访局", kind=OrganKind.PETITION_OFFICE)], by="安装")
    staff = create_staff(username="a", name="某员", organ="office", roles=[Role.REGISTRAR], password="很长的口令2025")
    for number in range(3):
        perform(act=Register(on=date(2025, 8, 4), by="office", requests=(Request(text=f"第{number}件"),),
            channel=Channel.LETTER, names=("某甲",), address="某村"))
    print(staff.pk)
""")


def run(office, *arguments):
    return subprocess.run([sys.executable, *arguments], env=office, capture_output=True, text=True, check=False)


def test_a_real_process_killed_and_begun_anew(office):
    """A job asked for by one process, made by another; killed midway, noticed, and made by a third."""
    office |= {"DJANGO_SETTINGS_MODULE": "yifa.site.settings"}
    made = run(office, "-c", SCENE)
    assert made.returncode == 0, made.stderr
    asked = "import django; django.setup(); from yifa.casework import jobs; from yifa.organs.models import Staff; "
    held = subprocess.Popen(
        [
            sys.executable,
            "-c",
            asked
            + "from yifa.casework.models import Job; import time\n"
            + "job = Job.objects.create(staff=Staff.objects.get(), kind='petitions', title='表', asked={'query': ''})\n"
            + "print(job.pk, flush=True)\n"
            + "with jobs.taken(job.pk) as work:\n    work.draft.write_text('half'); work.tell(1)\n"
            + "    print('going', flush=True); time.sleep(60)",
        ],
        env=office,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert held.stdout is not None
    number = held.stdout.readline().strip()
    assert held.stdout.readline() == "going\n"
    assert run(office, "-m", "yifa.site.cli", "job", number).returncode == 1, "in other hands"
    os.kill(held.pid, signal.SIGKILL)
    held.wait()
    held.stdout.close()
    again = run(
        office,
        "-c",
        asked
        + "from datetime import timedelta; import time\nfrom yifa.casework.models import Job\n"
        + "job = Job.objects.get(); assert not jobs.restart(job), 'not silent long enough'\n"
        + "Job.objects.update(beat=job.beat - 2 * jobs.SILENT)\njob = Job.objects.get()\n"
        + "assert jobs.lost(job) and jobs.restart(job)\n"
        + "for _ in range(600):\n    job = Job.objects.get()\n    if job.state == Job.State.DONE: break\n    time.sleep(.05)\n"
        + "print(job.state, job.done, jobs.path_of(job).exists())",
    )
    assert again.stdout == "完成 3 True\n", again.stderr


def test_the_command_knows_its_job_or_says_no(office):
    assert run(office, "-m", "yifa.site.cli", "job", "nonsense").returncode == 2


def test_the_table_asks_a_stretch_at_a_time(at, people, django_assert_max_num_queries):
    for number in range(12):
        register("2025-08-04", Request(text=f"第{number}件", track=Track.C6))
    client = at("registrar")
    client.get(reverse("petitions"))
    with django_assert_max_num_queries(10):
        rows = rows_of(client.get(reverse("petitions-export")))
    assert len(rows) == 13
