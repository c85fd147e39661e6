"""Every address, asked by every role, of a file of the own organ, of another's and of a sealed one: who gets in."""

import json
from dataclasses import asdict
from datetime import date
from io import BytesIO
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver
from pypdf import PdfWriter

from tests.site.permissions import ALL, ANYBODY, CITIZEN, FILES, OWN, PAGES
from yifa.casework import jobs
from yifa.casework.models import Job, Proposal, SavedView
from yifa.desk.papers.many import KIND, Answer, Result
from yifa.law.acts import Notify, Register, Request, Transfer, TransferSealed
from yifa.law.organs import Organ
from yifa.law.terms import Channel, Level, OrganKind, Track
from yifa.organs.accounts import create_staff
from yifa.organs.directory import load
from yifa.organs.models import Role
from yifa.organs.roles import ROLES_FOR_ACT, may_do
from yifa.pages.access import Door
from yifa.papers.issue import folder
from yifa.papers.models import IssuedPaper
from yifa.portal.following.papers import made
from yifa.prevention.ledger import record_dispute
from yifa.records import attachments, query_codes
from yifa.records.models import PetitionRecord
from yifa.records.perform import load as load_petition
from yifa.records.perform import perform
from yifa.yearbook.kinds import Kind as ReportKind
from yifa.yearbook.settle import settle

D = date.fromisoformat


def _blank():
    page, made = PdfWriter(), BytesIO()
    page.add_blank_page(100, 100)
    page.write(made)
    return made.getvalue()


BLANK = _blank()
ORGANS = [
    Organ(code="city", name="示范市政府", kind=OrganKind.GOVERNMENT, level=Level.CITY),
    Organ(
        code="cityoffice", name="示范市信访局", kind=OrganKind.PETITION_OFFICE, level=Level.CITY, superiors=("city",)
    ),
    Organ(code="banner", name="示范旗政府", kind=OrganKind.GOVERNMENT, superiors=("city",)),
    Organ(code="office", name="示范旗信访局", kind=OrganKind.PETITION_OFFICE, superiors=("banner",)),
    Organ(code="aid", name="示范旗民政局", superiors=("banner",)),
    Organ(code="town", name="河口镇", kind=OrganKind.TOWN, level=Level.TOWN, superiors=("banner",)),
    Organ(code="discipline", name="示范旗纪委监委", kind=OrganKind.DISCIPLINE, superiors=("city",)),
]
FILE_CASES = ("own", "other", "sealed")


def addresses(patterns, prefix=""):
    """Every view with its name and the parameters of its address."""
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns)
        else:
            yield one.name, one.callback, tuple(one.pattern.converters)


ADDRESSES = {name: (view, parameters) for name, view, parameters in addresses(get_resolver().url_patterns)}


def test_every_address_is_in_the_table():
    assert set(ADDRESSES) == {*PAGES, *FILES, *OWN}


@pytest.mark.parametrize("name", ADDRESSES)
def test_every_view_states_the_door_the_table_names(name):
    permission, expected = ADDRESSES[name][0].permission, (PAGES | FILES | OWN)[name]
    doors = {ANYBODY: {Door.PUBLIC}, CITIZEN: {Door.PETITIONER}}
    assert permission.door in doors.get(expected, {Door.STAFF, Door.FILE})
    assert (permission.roles or ALL) == (expected if isinstance(expected, frozenset) else ALL)


@pytest.fixture
def house(transactional_db, settings, tmp_path):
    """An office with a person for each role, one file of its own, one of the city's, and a sealed accusation."""
    settings.HOME = tmp_path
    load(ORGANS, by="安装")
    people = {
        role: create_staff(
            username=role.name, name=f"职员{role}", organ="office", roles=[role], password="很长的口令2025"
        )
        for role in Role
    }
    other = create_staff(
        username="x", name="职员外", organ="cityoffice", roles=[Role.SCREENER], password="很长的口令2025"
    )
    numbers = {
        "own": _registered(Request(text="要求补发救助金", track=Track.C6, category="民政_救助")),
        "other": _registered(Request(text="要求修渠", track=Track.C6), by="cityoffice"),
        "sealed": _registered(Request(text="检举镇里截留补贴", track=Track.B, accused=("town",))),
    }
    perform(number=numbers["own"], act=Transfer(on=D("2025-09-02"), by="office", to="aid"))
    perform(number=numbers["own"], act=Notify(on=D("2025-09-03"), by="aid"))
    sent = TransferSealed(on=D("2025-09-02"), by="office", to="discipline", recipient="信访室某乙", envelope="密1")
    perform(number=numbers["sealed"], act=sent, user=people[Role.SCREENER].user)
    return House(people, other, numbers)


def _signed(record, seq, paper, signer):
    """A paper of the file, signed; what it looks like is not asked here."""
    digest = attachments.store([BLANK], folder())
    return IssuedPaper.objects.create(
        petition=record,
        seq=seq,
        paper=paper,
        claims=["1"],
        organ="office",
        number=f"示信{paper}号",
        date=D("2025-09-03"),
        signer=signer,
        values={},
        docx=digest,
        pdf=digest,
        pages=1,
    )


def _registered(claim, by="office"):
    act = Register(
        on=D("2025-09-01"), by=by, requests=(claim,), channel=Channel.LETTER, names=("某甲",), address="河口镇某村"
    )
    return perform(act=act).number


class House:
    """The people and files, and what to fill into an address."""

    def __init__(self, people, other, numbers):
        self.people, self.other, self.numbers = people, other, numbers
        self.records = {case: PetitionRecord.objects.get(number=number) for case, number in numbers.items()}
        self.files = {
            case: attachments.keep(SimpleUploadedFile("信.pdf", b"%PDF-1.7\n"), petition=record).pk
            for case, record in self.records.items()
        }
        signed = {"own": (1, "D04"), "other": (0, "D01"), "sealed": (1, "D04-B")}
        self.signed = {case: _signed(self.records[case], *what, other) for case, what in signed.items()}
        self.dispute = record_dispute(
            organ="office", town="town", number="1", found=D("2025-03-01"), kind="其他", summary="事", by="某人"
        )
        self.report = settle(
            kind=ReportKind.PETITIONS, home="office", year=2025, staff=people[Role.OFFICE], on=D("2026-02-10")
        )
        self.notice = _signed(self.records["own"], 2, "D12", other)

    def filled(self, name, case, staff):
        """An address about the file of that case, or about something that belongs to this person."""
        special = getattr(self, f"_{name.replace('-', '_')}", None)
        values = {
            "number": self.numbers[case],
            "code": "aid",
            "year": 2025,
            "name": "receipts",
            "kind": next((kind.__name__ for kind in list(ROLES_FOR_ACT)[1:] if staff and may_do(staff, kind)), "Serve"),
            "what": "withdraw",
            "claim": "1",
            "seq": 2,
            "paper": "D04",
            "key": self.files[case],
            "book": "disputes",
        } | (special(case, staff) if special else {"pk": self.files[case]})
        return reverse(name, kwargs={one: values[one] for one in ADDRESSES[name][1]})

    def _find_path_question(self, _case, _staff):
        return {"number": "decided.which"}

    def _file_claim(self, _case, _staff):
        return {"number": 1}

    _file_accused = _file_claim

    def _file_step(self, _case, _staff):
        return {"name": "what"}

    def _my_act(self, _case, _staff):
        return {"what": "supplement"}

    def _my_claim_act(self, _case, _staff):
        return {"what": "withdraw"}

    def _my_paper(self, case, _staff):
        one = next(one for one in made(load_petition(self.records[case])) if one.readable)
        return {"seq": one.seq, "number": one.paper.number}

    def _my_signed_paper(self, _case, _staff):
        return {"seq": 2, "number": "D12", "key": self.notice.pk}

    def _paper(self, case, _staff):
        return {"seq": self.signed[case].seq, "paper": self.signed[case].paper}

    def _signed_file(self, case, _staff):
        return {"pk": self.signed[case].pk, "kind": "pdf"}

    def _papers_job(self, _case, staff):
        made = self._finished(staff, KIND, "papers.jsonl")
        answer = Answer(self.numbers["own"], "D04", Result.SIGNED, self.signed["own"].pk)
        jobs.path_of(made).write_text(json.dumps(asdict(answer)) + "\n")
        return {"pk": made.pk}

    _papers_job_table = _papers_job_pdf = _papers_job

    def _published(self, _case, _staff):
        return {"code": "office"}

    def _reading(self, _case, _staff):
        return {"code": "office", "name": "extensions"}

    def _person(self, _case, _staff):
        return {"pk": self.other.pk}

    def _ledger_row(self, _case, _staff):
        return {"pk": self.dispute.pk}

    def _ledger_change(self, _case, _staff):
        return {"pk": self.dispute.pk, "what": "correct"}

    def _report(self, _case, _staff):
        return {"kind": "annual", "slot": "引言", "form": "md"}

    _report_file = _report_write = _report_template = _report_settle = _report

    def _report_settled(self, _case, _staff):
        return {"pk": self.report.pk, "form": "md"}

    _report_settled_file = _report_settled

    def _view_drop(self, _case, staff):
        return {"pk": SavedView.objects.create(staff=staff or self.other, name=str(uuid4())[:8], query="").pk}

    def _approval(self, case, staff):
        return {"pk": self._proposal(case, staff or self.other).pk}

    def _proposal(self, case, staff):
        old = Proposal.objects.filter(petition=self.records[case], by=staff, organ=staff.organ_id).first()
        return old or Proposal.objects.create(
            petition=self.records[case],
            organ=staff.organ_id,
            kind="Close",
            content='{"act":"Close","on":"2025-09-20","by":"office"}',
            expected=1,
            by=staff,
        )

    def _finished(self, staff, kind, file):
        asked = {"query": ""}
        return Job.objects.create(
            staff=staff or self.other, kind=kind, title="表", asked=asked, state=Job.State.DONE, file=file
        )

    def _job(self, _case, staff):
        made = self._finished(staff, "petitions", "表.xlsx")
        jobs.path_of(made).write_bytes(b"PK\x03\x04")
        return {"pk": made.pk}

    _job_file = _job_again = _job_drop = _job


def lets_in(client, address):
    """Whether the page opens; both a question and an empty form must be turned away where it does not."""
    got = client.get(address)
    if got.status_code != 405 and _open(got, address):
        return True
    posted = _open(client.post(address), address)
    assert got.status_code == 405 or not posted, f"{address}: {got.status_code}"
    return posted


def _open(response, address):
    response.close()
    to_the_door = {f"{reverse('sign-in')}?next={quote(address)}", reverse("follow")}
    turned = response.status_code == 302 and response.url in to_the_door and address != reverse("follow-leave")
    return not turned and response.status_code not in {403, 404}


def test_each_gets_in_where_the_table_says_and_nowhere_else(client, house):
    wrong = []

    def hold(name, case, who, staff, *, expected):
        if staff:
            client.force_login(staff.user)
        if lets_in(client, house.filled(name, case, staff)) is not expected:
            wrong.append((name, case, str(who), "应当能打开" if expected else "不应当打开"))

    for who, staff in [("未登录", None), *house.people.items()]:
        client.logout()
        for name, roles in (PAGES | OWN).items():
            hold(name, "own", who, staff, expected=roles == ANYBODY or (roles != CITIZEN and who in roles))
        for name, roles in FILES.items():
            for case in FILE_CASES:
                expected = who in roles and who is not Role.OPERATOR and case in SEES.get(who, {"own"})
                hold(name, case, who, staff, expected=expected)
    assert not wrong, "\n" + "\n".join(map(str, wrong))


SEES = {Role.SCREENER: {"own", "sealed"}}
"""Who sent an accusation on sees it still; nobody else at the office does (Art. 30¶3)."""


def test_nobody_opens_what_is_anothers_own(client, house):
    """A job, a saved view, a proposal: known by its number, it is still its owner's alone."""
    for staff in house.people.values():
        client.force_login(staff.user)
        assert [name for name in OWN if lets_in(client, house.filled(name, "other", house.other))] == []


def test_the_petitioner_opens_the_own_petition_and_nothing_of_the_desk(client, house):
    code = query_codes.issue(house.records["own"])
    assert client.post(reverse("follow"), {"number": house.numbers["own"], "code": code}).url == reverse("my-petition")
    mine = [name for name, who in PAGES.items() if who == CITIZEN]
    assert [name for name in mine if not lets_in(client, house.filled(name, "own", None))] == []
    assert not lets_in(client, house.filled("my-file", "other", None))
    desk = [name for name, who in (PAGES | OWN).items() if isinstance(who, frozenset)]
    assert [name for name in [*desk, *FILES] if lets_in(client, house.filled(name, "own", None))] == []


def test_who_has_left_gets_in_nowhere(client, house):
    gone = house.people[Role.HANDLER]
    gone.active = False
    gone.save()
    client.force_login(gone.user)
    desk = [name for name, who in (PAGES | OWN).items() if isinstance(who, frozenset)]
    assert [name for name in [*desk, *FILES] if lets_in(client, house.filled(name, "own", gone))] == []
