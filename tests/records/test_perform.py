"""The one door: what it refuses and how it tells so, whom it lets in once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from tests.records.histories import ANSWERED, HANDLED, HISTORIES, OFFICE, ORGAN, done
from tests.spec.cases import hear, opinion, register, request, transfer
from yifa.law import acts
from yifa.law.terms import Track
from yifa.organs.directory import load as enter
from yifa.organs.models import OrganRecord
from yifa.records.models import ActRecord, Counter, Idempotency, PetitionRecord, Reader
from yifa.records.perform import ChangedMeanwhileError, NotPermitted, load, perform, read

pytestmark = pytest.mark.usefixtures("banner")


def nothing_written():
    return not (PetitionRecord.objects.exists() or ActRecord.objects.exists() or Counter.objects.exists())


def test_a_registration_opens_a_file_with_the_next_number_of_its_organ_and_year():
    numbers = [
        perform(act=act).number
        for act in (register(), register(), register("2024-12-31"), register(by=ORGAN), register())
    ]
    assert numbers == [
        "旗信访局-2025-000001",
        "旗信访局-2025-000002",
        "旗信访局-2024-000001",
        "旗民政局-2025-000001",
        "旗信访局-2025-000003",
    ]


def test_a_number_goes_past_a_million():
    Counter.objects.create(organ=OFFICE, kind="petition", year=2025, last=999_999)
    assert perform(act=register()).number == "旗信访局-2025-1000000"


def test_an_organ_with_the_longest_code_can_number_its_files():
    code = "机" * OrganRecord._meta.get_field("code").max_length
    enter([replace(acts_organ, code=code) for acts_organ in [_office()]], by="安装")
    assert perform(act=register(by=code)).number == f"{code}-2025-000001"


def _office():
    from tests.records.histories import BANNER

    return BANNER.get(OFFICE)


def test_what_was_done_is_read_back(through):
    for history in HISTORIES.values():
        record = through(history)
        assert read(record) == list(history)
        assert load(record).stage.value == record.stage


def test_a_refusal_carries_every_reason_and_nothing_is_written(through):
    record = through(HANDLED)
    wrong = opinion(basis_text="", facts=" ")
    with pytest.raises(NotPermitted) as refused:
        perform(act=wrong, number=record.number)
    reasons = {(one.basis.key, one.field) for one in refused.value.refusals}
    assert len(refused.value.refusals) == 4
    assert reasons == {("31(6)", ""), ("32.1", "facts"), ("32.1", "basis_text")}
    for one in refused.value.refusals:
        assert one.reason in str(refused.value)
        assert str(one.basis) in str(refused.value)
    assert len(read(record)) == len(HANDLED)


def test_a_refused_registration_takes_no_number():
    with pytest.raises(NotPermitted):
        perform(act=register(requests=()))
    assert nothing_written()


def test_nothing_but_a_registration_opens_a_file():
    with pytest.raises(NotPermitted, match="先登记"):
        perform(act=transfer())
    assert nothing_written()


def test_a_file_is_registered_once(through):
    record = through([register()])
    with pytest.raises(NotPermitted, match="挂接"):
        perform(act=register(), number=record.number)


@pytest.mark.parametrize("number", ["旗信访局-2025-000009", "x"])
def test_an_unknown_number_is_said_to_be_unknown(number):
    with pytest.raises(PetitionRecord.DoesNotExist):
        perform(act=transfer(), number=number)


def test_what_has_not_happened_yet_is_not_registered(through):
    today = timezone.localdate()
    tomorrow = today + timedelta(days=1)
    with pytest.raises(NotPermitted, match="晚于今天") as refused:
        perform(act=register(tomorrow.isoformat()))
    assert [one.field for one in refused.value.refusals] == ["on"]
    record = through([register(today.isoformat())])
    with pytest.raises(NotPermitted, match="晚于今天"):
        perform(act=transfer(tomorrow.isoformat()), number=record.number)
    perform(act=transfer(today.isoformat()), number=record.number)


def test_a_correction_brings_no_day_to_come(through):
    """Otherwise tomorrow's act could be recorded today, as the right form of a wrong one."""
    record = through(HANDLED)
    later = done(acts.Accept, "2031-01-01", claim="1")
    with pytest.raises(NotPermitted, match="晚于更正之日"):
        perform(act=done(acts.Correct, "2025-08-09", target=3, reason="记错", right=later), number=record.number)


def test_who_had_not_seen_the_latest_act_is_told_what_was_done(through):
    record = through(HANDLED)
    with pytest.raises(ChangedMeanwhileError) as changed:
        perform(act=hear(), number=record.number, expected=2)
    assert [type(act) for act in changed.value.since] == [acts.Notify, acts.Accept]
    assert "书面告知、受理" in str(changed.value)
    assert perform(act=hear(), number=record.number, expected=4).length == 5


def test_a_double_click_registers_once():
    first, second = perform(act=register(), key="k"), perform(act=register(), key="k")
    assert (first.number, second.number) == ("旗信访局-2025-000001", "旗信访局-2025-000001")
    assert ActRecord.objects.count() == 1
    assert perform(act=register(), key="other").number == "旗信访局-2025-000002"


def test_a_double_click_on_a_step_does_it_once(through):
    """Though the second one no longer stands where it stood: it is the first's answer that is wanted."""
    record = through(HANDLED)
    for _ in range(2):
        assert perform(act=hear(), number=record.number, expected=4, key="k").length == 5
    assert Idempotency.objects.get().seq == 4


def test_a_refused_request_may_be_sent_again_put_right(through):
    with pytest.raises(NotPermitted):
        perform(act=register(requests=()), key="k")
    assert perform(act=register(), key="k").length == 1


def test_who_did_it_is_on_record_and_who_handles_a_sealed_file_stays_named_for_it(through):
    user = User.objects.create(username="u")
    open_file = perform(act=register(), user=user)
    sealed = perform(act=register(requests=(request(track=Track.B, accused=("镇长",)),)), user=user)
    assert open_file.acts.get().user == user
    assert [one.petition for one in Reader.objects.filter(user=user)] == [sealed]


def test_a_text_longer_than_a_list_shows_is_kept_whole_in_the_file(through):
    long = "很长的名称" * 60
    asked = request(text=long, category=long, about=(long, "旗民政局"), track=Track.B, accused=(long, "镇长"))
    record = through(
        [
            register(requests=(asked, request(about=(long,))), place=long, names=(long,), facts=long),
            done(acts.ReportUrgent, "2025-08-05", OFFICE, to=("旗委", "旗政府", *["自治区民政厅"] * 9), proposal=long),
        ]
    )
    assert read(record)[0].requests[0].text == long
    assert long.startswith(PetitionRecord.objects.get().place)


def test_every_answered_file_lists_what_runs_next(through):
    record = through(ANSWERED)
    assert (record.stage, record.next_due, record.length) == ("处理意见已送达", None, len(ANSWERED))
    handled = through(HANDLED)
    assert handled.next_due.isoformat() == "2025-10-09"
