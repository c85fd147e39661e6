"""What a file tells of duties: breaches made good or lifted, whom to answer, who is known since, who stands in."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.records.histories import OFFICE, ORGAN, done
from tests.spec.cases import BANNER, D, notify, register, transfer
from yifa.casework.effects import effects
from yifa.law import acts
from yifa.law.grounds import RemedyGround
from yifa.law.organs import PETITIONER
from yifa.law.readings import DEFAULT
from yifa.law.terms import Capacity, ConferenceMeasureKind, SupervisionGround
from yifa.law.workdays import OFFICIAL
from yifa.organs.accounts import create_staff
from yifa.organs.directory import load, rename
from yifa.organs.models import Role
from yifa.papers.prepare import prepare
from yifa.records.models import PetitionRecord
from yifa.records.perform import load as load_file
from yifa.records.perform import perform, read
from yifa.screening.duplicates import likely

pytestmark = pytest.mark.django_db

ASKED = {"to": ORGAN, "ground": SupervisionGround.DELAY, "facts": "没有联系信访人", "advice": "尽快"}
SUPERVISED = (
    register(),
    transfer(),
    done(acts.Supervise, "2025-08-20", OFFICE, due=D("2025-08-27"), **ASKED),
    notify("2025-08-25"),
)
ORDERED = (
    *SUPERVISED,
    done(
        acts.OrderRemedy, "2025-08-26", "旗政府", to=ORGAN, ground=RemedyGround.NOTICE, facts="告知逾期", order="改正",
        due=D("2025-09-05"),
    ),
    done(
        acts.TakeConferenceMeasure, "2025-08-27", "旗联席会议", kind=ConferenceMeasureKind.INTERVIEW, to=ORGAN,
        reason="同类问题多次发生", due=D("2025-09-30"),
    ),
)  # fmt: skip
ANSWER = done(acts.AnswerSupervision, "2025-08-29", answer="已明确专人")


@pytest.fixture
def person(db, monkeypatch):
    load(BANNER, by="安装")
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2025, 9, 10))
    return create_staff(username="head", name="某科长", organ=ORGAN, roles=[Role.HANDLER, Role.HEAD])


@pytest.fixture
def filed(person):
    def filed(*recorded):
        number = ""
        for act in recorded:
            number = perform(act=act, number=number).number
        return PetitionRecord.objects.get(number=number)

    return filed


@pytest.fixture
def page(client, person):
    client.force_login(person.user)
    return lambda record: client.get(reverse("petition", args=[record.number])).content.decode()


def test_a_breach_is_told_under_the_name_of_its_day_and_that_it_was_made_good(filed, page):
    rename(organ=ORGAN, name="旗民政和退役军人局", on=date(2025, 9, 1), by="编办")
    told = page(filed(*SUPERVISED, ANSWER))
    assert "违规2处" in told
    assert "已于2025年8月25日补正" in told
    assert "已于2025年8月29日补正" in told
    assert f"{ORGAN}，自2025年8月22日" in told


def test_a_breach_that_a_correction_lifted_stands_below_with_it(filed, page):
    right = done(acts.AnswerSupervision, "2025-08-26", answer="已明确专人")
    told = page(filed(*SUPERVISED, ANSWER, done(acts.Correct, "2025-09-01", target=4, reason="日期记错", right=right)))
    assert "违规1处" in told
    assert "更正后消除" in told
    assert "第6项更正（2025年9月1日）：日期记错" in told


def test_which_of_several_is_answered_is_chosen_by_its_place_in_the_file(filed, client, page):
    record = filed(*ORDERED)
    assert reverse("act", args=[record.number, "ReportRemedy"]) in page(record)
    address = reverse("act", args=[record.number, "ReportRemedy"])
    form = client.get(address)
    told = form.content.decode()
    assert "第5项　2025年8月26日　旗政府责令改正：告知逾期" in told
    assert "第6项　2025年8月27日　旗联席会议约谈：同类问题多次发生" in told
    sent = {"report": "已经整改", "on": "2025-09-10", "key": form.context["key"], "step": "do"}
    assert "请选择反馈哪一项要求" in client.post(address, sent).content.decode()
    assert client.post(address, sent | {"of": "5"}).status_code == 302
    assert read(record)[-1].of == 5
    left = client.get(address).context["form"]
    assert left["of"].value() == 4, "the only one that is left is chosen beforehand"


def test_answering_one_of_two_settles_that_one(filed, person):
    petition = load_file(filed(*ORDERED))
    answer = done(acts.ReportRemedy, "2025-09-10", report="已经整改", of=4)
    changed = effects(petition, answer, ["1"], date(2025, 9, 10), OFFICIAL, DEFAULT)
    assert [(one.paper, one.due) for one in changed.settled] == [("D-ZG", D("2025-09-05"))]


def test_what_is_not_asked_of_the_organ_is_no_choice(filed, client, page):
    record = filed(*ORDERED)
    page(record)
    answer = client.get(reverse("act", args=[record.number, "AnswerSupervision"])).context["form"]
    assert [value for value, _ in answer.fields["of"].choices] == [2]
    assert "of" not in client.get(reverse("act", args=[record.number, "AnswerRecommendation"])).context["form"].fields


@pytest.mark.parametrize("withdrawn", [False, True])
def test_what_was_not_withdrawn_is_not_taken_up_again(filed, client, withdrawn):
    counter = create_staff(username="counter", name="某登记", organ=OFFICE, roles=[Role.REGISTRAR])
    client.force_login(counter.user)
    taken_back = done(acts.Withdraw, "2025-08-20", PETITIONER, statement="不办了", officer="某登记")
    record = filed(register(), transfer(), *([taken_back] if withdrawn else []))
    told = client.get(reverse("petition", args=[record.number])).content.decode()
    assert (reverse("act", args=[record.number, "Reopen"]) in told) is withdrawn


UNKNOWN = register(names=(), address="", contact="", anonymous=True)
KNOWN = done(acts.Reach, "2025-08-12", names=("孙某",), address="红旗镇二村", contact="0000-0000009", note="本人来访")


def test_who_became_known_is_known_in_lists_on_the_file_on_papers_and_to_the_search_for_repeats(filed, page, person):
    record = filed(UNKNOWN, transfer(), KNOWN, notify("2025-08-13"))
    assert record.names == "孙某"
    told = page(record)
    assert "红旗镇二村" in told
    assert "0000-0000009" in told
    made = prepare(record=record, paper="D12", seq=3, staff=person)
    assert made.document().addressee == "孙某"
    found = likely(person, names=("孙某",), contact="0000-0000009", address="", claims=())
    assert [one.record for one in found] == [record]


@pytest.mark.parametrize(("capacity", "addressee"), [(Capacity.HEIR, "孙小某"), (Capacity.GUARDIAN, "王某、孙小某")])
def test_who_stands_in_is_named_and_told(filed, page, person, capacity, addressee):
    stands_in = done(acts.StandIn, "2025-08-07", who="孙小某", capacity=capacity, credential="公证书")
    record = filed(register(), transfer(), stands_in, notify("2025-08-13"))
    assert f"<dt>{capacity}</dt><dd>孙小某" in page(record)
    assert prepare(record=record, paper="D12", seq=3, staff=person).document().addressee == addressee
