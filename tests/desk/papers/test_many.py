"""Many papers at once: each file for itself, its own number, its own answer; a second run signs nothing again."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.desk.conftest import D, decided, register
from tests.desk.jobs.tables import rows_of
from yifa.casework import jobs
from yifa.casework.models import Job
from yifa.desk.jobs import work
from yifa.desk.papers.many import Result
from yifa.law.acts import Request, Transfer
from yifa.law.terms import Track
from yifa.papers.models import Draft, IssuedPaper
from yifa.records.perform import perform

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def three(people):
    return [
        decided(register("2025-08-04", Request(text=f"要求补发第{one}笔救助金", track=Track.C6))) for one in range(3)
    ]


@pytest.fixture
def begun(monkeypatch):
    """Jobs wait here until the test does their work."""
    asked = []
    monkeypatch.setattr(jobs, "start", asked.append)
    return asked


def choose(client, **posted):
    return client.post(reverse("papers-batch"), posted)


def test_from_the_list_to_the_signed_papers(at, files, three, begun):
    client = at("head")
    assert reverse("papers-batch") in client.get(reverse("petitions")).content.decode()
    first = choose(client, query="", step="form")
    assert "D27" in first.context["kinds"]
    assert first.context["count"] == 4, "nothing ticked: the whole list"
    looked = choose(client, query="", paper="D27", step="look")
    assert "补发" in looked.content.decode(), "the first as it will be"
    assert looked.context["ready"] == 4
    assert not Job.objects.exists()
    answer = choose(client, query="", paper="D27", step="do")
    (job,) = begun
    assert answer.url == reverse("papers-job", args=[job.pk])
    assert "等待" in client.get(answer.url).content.decode()
    assert work.run(job.pk)
    page = client.get(answer.url)
    assert len(page.context["signed"]) == 4
    numbers = sorted(IssuedPaper.objects.values_list("number", flat=True))
    assert numbers == [f"示民意〔2025〕{one}号" for one in range(1, 5)]
    assert numbers[0] in page.content.decode()
    head, *rows = rows_of(client.get(reverse("papers-job-table", args=[job.pk])))
    assert head[:3] == ["编号", "文书", "结果"]
    assert {row[2] for row in rows} == {"已签发"}
    printed = client.get(reverse("papers-job-pdf", args=[job.pk]))
    assert len(PdfReader(BytesIO(printed.content)).pages) == sum(IssuedPaper.objects.values_list("pages", flat=True))


def test_one_that_cannot_be_signed_does_not_hold_up_the_rest(at, three, people, begun):
    early, unseen = (register("2025-08-04", Request(text="要求修渠", track=Track.C6)) for _ in range(2))
    perform(number=early, act=Transfer(on=D("2025-08-06"), by="office", to="aid"))
    client = at("head")
    ticked = [f"{one}:6" for one in (*three, early, unseen, "none-1")]
    choose(client, file=ticked, paper="D27", step="do")
    work.run(begun[0].pk)
    page = client.get(reverse("papers-job", args=[begun[0].pk]))
    assert [one.number for one, *_ in page.context["signed"]] == three
    assert [one.number for one, _ in page.context["refused"]] == ["none-1", unseen], "unseen is as if it were not there"
    reasons = {one.reasons[0].replace(one.number, "") for one, _ in page.context["refused"]}
    assert len(reasons) == 1
    assert page.context["none"] == [early]


def test_run_again_nothing_is_signed_twice(at, three, begun):
    client = at("head")
    for _ in range(2):
        choose(client, file=three, paper="D27", step="do")
        work.run(begun[-1].pk)
    assert IssuedPaper.objects.count() == 3
    page = client.get(reverse("papers-job", args=[begun[-1].pk]))
    assert all(one.result is Result.BEFORE for one, *_ in page.context["signed"])
    assert "此前已签发" in page.content.decode()


def test_while_it_goes_on_the_page_says_how_far(at, three, begun):
    client = at("head")
    choose(client, file=three, paper="D27", step="do")
    job = begun[0]
    with jobs.taken(job.pk) as hands:
        hands.draft.write_text(
            f'{{"number": "{three[0]}", "paper": "D27", "result": "没有签发", "signed": null, "reasons": ["缺项"]}}\n{{"num'
        )
        page = client.get(reverse("papers-job", args=[job.pk])).content.decode()
    assert "1 / 3件" in page
    assert 'hx-trigger="every 2s"' in page
    assert '<meta http-equiv="refresh"' in page


def test_what_was_sent_is_signed_together(at, three, begun):
    for number in three:
        at("aid").post(reverse("paper", args=[number, 5, "D27"]), {"step": "send"})
    head = at("head")
    assert head.post(reverse("papers-sign-waiting")).url == reverse("papers-waiting")
    head.post(reverse("papers-sign-waiting"), {"draft": list(Draft.objects.values_list("pk", flat=True))})
    work.run(begun[0].pk)
    assert set(Draft.objects.values_list("state", flat=True)) == {"已签发"}
    assert len(head.get(reverse("papers-job", args=[begun[0].pk])).context["signed"]) == 3


def test_an_accusation_is_never_signed_in_a_batch(at, files, people, begun):
    client = at("registrar")
    choose(client, file=[files["sealed"]], paper="D07", step="do")
    work.run(begun[0].pk)
    (refused,) = client.get(reverse("papers-job", args=[begun[0].pk])).context["refused"]
    assert "第三十条第三款" in refused[0].reasons[0]


def test_it_is_its_owners_alone(at, three, begun):
    choose(at("head"), file=three, paper="D27", step="do")
    work.run(begun[0].pk)
    for name in ("papers-job", "papers-job-table", "papers-job-pdf"):
        assert at("aid").get(reverse(name, args=[begun[0].pk])).status_code == 404
    assert at("head").get(reverse("job", args=[begun[0].pk])).url == reverse("papers-job", args=[begun[0].pk])
    assert at("head").get(reverse("job-file", args=[begun[0].pk])).status_code == 404


def test_who_signs_nothing_is_offered_nothing(at, three):
    assert choose(at("operator"), query="", paper="D27", step="do").url == reverse("petitions")
    assert not Job.objects.exists()
    assert reverse("papers-batch") not in at("operator").get(reverse("petitions")).content.decode()
    assert "D13" not in choose(at("aid"), query="", step="form").context["kinds"]
    assert at("aid").get(reverse("papers-batch")).status_code == 405
