"""Signing: only whole, by who may, once, numbered without a gap, and never changed afterwards."""

import hashlib
import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction
from docx import Document as Word
from pypdf import PdfReader

from tests.papers.answered import ANSWERED, OPINION, STATEMENT
from tests.papers.cases import everything, first
from tests.records.histories import HISTORIES, ORGAN
from tests.spec.cases import D
from yifa.law.acts import HandlingOpinion, Serve, TransferSealed
from yifa.organs.models import Role
from yifa.papers import issue as signing
from yifa.papers.access import why_not_sign
from yifa.papers.fill import fill
from yifa.papers.issue import AlteredError, Order, content, issue, issue_many, obstacles
from yifa.papers.models import IssuedPaper, Letterhead
from yifa.papers.prepare import NotPrepared, Prepared, prepare
from yifa.records.models import Counter

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(through):
    return through(ANSWERED)


def sign(record, people, who="局长", **more):
    return issue(record=record, signer=people[who], **{"paper": "D27", "seq": OPINION} | more)


@pytest.mark.parametrize("number", sorted({one.paper.number for one in everything()}))
def test_an_empty_mandatory_field_keeps_each_paper_from_being_signed_and_says_which_and_why(number, people):
    """Of each paper each field that may not stay empty, emptied in turn."""
    one = next(one for one in everything() if one.paper.number == number)
    lacking = fill(one).missing
    prepared = Prepared(record=None, now=one.after, matter=one, filled=fill(one), letterhead=Letterhead.objects.first())
    found = obstacles(prepared, people["局长"])
    for missing in lacking:
        (said,) = (line for line in found if line.startswith(f"「{missing.term}」没有填写"))
        assert missing.basis in said
        assert missing.from_ in said


def test_a_paper_with_a_field_missing_is_not_signed(answered, people):
    with pytest.raises(NotPrepared) as refused:
        sign(answered, people, paper="D16", seq=STATEMENT)
    assert any("「核对和签名」没有填写" in reason and "制作时填写" in reason for reason in refused.value.reasons)
    assert not IssuedPaper.objects.exists()
    assert not Counter.objects.filter(kind__startswith="文号").exists()


def test_what_was_signed_is_kept_as_it_was_sent(answered, people, home):
    signed = sign(answered, people)
    assert signed.number == "示民意〔2025〕1号"
    assert signed.signer == people["局长"]
    assert signed.date == D("2025-09-10")
    for digest in (signed.pdf, signed.docx):
        assert hashlib.sha256(content(digest)).hexdigest() == digest
    made = PdfReader(BytesIO(content(signed.pdf)))
    assert len(made.pages) == signed.pages
    text = "".join(page.extract_text() for page in made.pages)
    assert "示民意〔2025〕1号" in text.replace(" ", "")
    assert "请求复查" in "".join(one.text for one in Word(BytesIO(content(signed.docx))).paragraphs)


def test_a_signed_paper_can_neither_be_changed_nor_taken_away(answered, people):
    signed = sign(answered, people)
    for change in (
        lambda: IssuedPaper.objects.filter(pk=signed.pk).update(pdf="0" * 64),
        lambda: IssuedPaper.objects.filter(pk=signed.pk).update(signer=people["承办"]),
        lambda: IssuedPaper.objects.filter(pk=signed.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    signed.refresh_from_db()
    assert signed.signer == people["局长"]


def test_a_file_touched_on_disk_is_not_given_out(answered, people, home):
    signed = sign(answered, people)
    path = signing.place_of(signed.pdf, signing.folder())
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(AlteredError):
        content(signed.pdf)
    path.unlink()
    with pytest.raises(AlteredError):
        content(signed.pdf)


def test_who_signs(answered, people):
    for who, said in (("登记", "由旗民政局制作"), ("镇", "不能查看")):
        with pytest.raises(NotPrepared, match=said):
            sign(answered, people, who)
    clerk = people["承办"]
    clerk.roles = [Role.REGISTRAR]
    assert "签发；承办的角色是登记员" in why_not_sign(clerk, first("D27"))
    assert not IssuedPaper.objects.exists()


def test_signed_once_and_put_right_only_for_a_reason(answered, people):
    first = sign(answered, people)
    with pytest.raises(NotPrepared, match="已于2025-09-10签发（示民意〔2025〕1号）"):
        sign(answered, people)
    with pytest.raises(NotPrepared, match="写明理由"):
        sign(answered, people, replaces=first, reason=" ")
    second = sign(answered, people, replaces=first, reason="错字")
    assert (second.number, second.replaces) == ("示民意〔2025〕2号", first)
    with pytest.raises(NotPrepared, match="现行的同一文书"):
        sign(answered, people, replaces=first, reason="再改")
    assert content(first.pdf), "what was sent stays"


def test_without_a_code_word_nothing_is_numbered(answered, people):
    Letterhead.objects.filter(organ=ORGAN).delete()
    with pytest.raises(NotPrepared, match="还没有机关代字"):
        sign(answered, people)


def test_a_later_paper_names_the_earlier_by_its_number(file_of, people):
    record = file_of("decided, reviewed, reviewed finally with a hearing, published, asked again")
    acts = HISTORIES["decided, reviewed, reviewed finally with a hearing, published, asked again"]
    opinion = next(place for place, act in enumerate(acts) if isinstance(act, HandlingOpinion))
    service = next(
        place for place, act in enumerate(acts) if isinstance(act, Serve) and act.by == ORGAN and place > opinion
    )
    number = sign(record, people, seq=opinion).number
    then = prepare(record=record, paper="D30", seq=service, staff=people["局长"])
    assert number in "".join(then.filled.values.values())


def test_numbers_have_no_gap_where_papers_fail(through, people, monkeypatch):
    records = [through(ANSWERED) for _ in range(6)]
    plain, made = signing.pdf, []

    def failing(document):
        made.append(document)
        if len(made) % 2 == 0:
            raise OSError("no space left on device")
        return plain(document)

    monkeypatch.setattr(signing, "pdf", failing)
    orders = [Order(number=one.number, paper="D27", seq=OPINION) for one in records]
    orders.insert(2, Order(number="旗信访局-2025-999999", paper="D27", seq=OPINION))
    orders.insert(3, Order(number=records[0].number, paper="D16", seq=STATEMENT))
    found = list(issue_many(orders, people["局长"]))
    assert [(one.done, one.of) for one in found] == [(place, 8) for place in range(1, 9)]
    assert [bool(one.paper) for one in found] == [True, False, False, False, True, False, True, False]
    assert [one.paper.number for one in found if one.paper] == [f"示民意〔2025〕{serial}号" for serial in (1, 2, 3)]
    assert "制作时出错" in found[1].reasons[0]
    assert "没有编号为" in found[2].reasons[0]
    assert "核对和签名" in "".join(found[3].reasons)


@pytest.mark.django_db(transaction=True)
def test_numbers_have_no_gap_and_none_twice_when_two_processes_sign(office, tmp_path):
    """Two processes of one office, each with half of the files, at the same time."""
    script = "import django; django.setup(); from tests.papers.signer import main; main()"
    environment = office | {
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "DJANGO_SETTINGS_MODULE": "yifa.site.settings",
    }

    def begin(*task):
        return subprocess.Popen(
            [sys.executable, "-c", script, *task], env=environment, stdout=subprocess.PIPE, text=True
        )

    prepared, _ = begin("prepare", "16").communicate(timeout=120)
    numbers = json.loads(prepared)
    both = [begin("sign", *numbers[half::2]) for half in (0, 1)]
    given = [number for one in both for number in json.loads(one.communicate(timeout=120)[0])]
    assert sorted(given, key=lambda one: int(one[6:-1].rpartition("〕")[2])) == [
        f"示民意〔2025〕{one}号" for one in range(1, 17)
    ]


def test_an_accusation_is_prepared_for_nobody_of_the_accused_organ(file_of, people):
    """Art. 30¶3."""
    sealed = next(
        place for place, act in enumerate(HISTORIES["an accusation, sealed"]) if isinstance(act, TransferSealed)
    )
    with pytest.raises(NotPrepared, match="没有这件信访事项"):
        prepare(record=file_of("an accusation, sealed"), paper="D04-B", seq=sealed, staff=people["镇"])
