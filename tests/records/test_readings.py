"""What an office reads otherwise: on file with its reason, from its day, and asked by every computation on its files."""

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction

from tests.records.histories import done
from tests.settings import ON_POSTGRES
from tests.spec.cases import ANSWERED, HANDLED, OFFICE, ORGAN, REVIEWER, D, register, transfer
from yifa.law import acts
from yifa.law.readings import DEFAULT
from yifa.records.models import ClockRow, ReadingSetting
from yifa.records.perform import NotPermitted, perform
from yifa.records.readings import readings_of, set_reading
from yifa.records.rebuild import rebuild, verify
from yifa.records.rewind import rewound

pytestmark = pytest.mark.django_db
BEFORE = "2025-01-02"


@pytest.fixture
def setting(db):
    """Set one choice of the office otherwise."""
    user = User.objects.create(username="u")

    def setting(value=False, /, since=BEFORE, name="roll_last_day", office=OFFICE, reason="旗里的规定", on=BEFORE):
        return set_reading(office=office, name=name, value=value, since=D(since), reason=reason, by=user, on=D(on))

    return setting


def due(limit, record):
    return ClockRow.objects.values_list("due", flat=True).get(limit=limit, petition=record)


def extend(on, days):
    return done(acts.Extend, on, ORGAN, claim="1", days=days, approved_by="局长", reason="情况复杂")


# On file


def test_an_office_that_set_none_reads_as_we_do(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert readings_of(OFFICE) is DEFAULT


def test_a_setting_holds_for_its_office_from_its_day(setting, django_assert_num_queries):
    setting(3, name="extensions", since="2025-03-01")
    readings = readings_of(OFFICE)
    assert (readings.on(D("2025-02-28")).extensions, readings.on(D("2025-03-01")).extensions) == (1, 3)
    assert readings_of(REVIEWER) is DEFAULT
    with django_assert_num_queries(1):
        assert readings_of(OFFICE) is readings
    (kept,) = ReadingSetting.objects.all()
    assert (kept.office, kept.name, kept.value, kept.since) == (OFFICE, "extensions", 3, D("2025-03-01"))
    assert (kept.reason, kept.set_by.username) == ("旗里的规定", "u")


def test_of_two_for_one_day_the_later_holds_and_both_stay_on_file(setting):
    setting(3, name="extensions")
    setting(2, name="extensions")
    assert readings_of(OFFICE).on(D(BEFORE)).extensions == 2
    assert [one.value for one in ReadingSetting.objects.order_by("pk")] == [3, 2]


def test_a_setting_is_undone_by_another(setting):
    setting()
    setting(True, since="2025-06-01", on="2025-05-30")
    assert not readings_of(OFFICE).on(D("2025-05-31")).roll_last_day
    assert not readings_of(OFFICE).departures(D("2025-06-01"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": "sixty_days"}, "没有可以另定的读法"),
        ({"value": 2}, "应当是true 或者 false"),
        ({"name": "extensions", "value": True}, "应当是整数"),
        ({"name": "extensions", "value": 0}, "只能在1至30之间"),
        ({"name": "acceptance_without_notice_days", "value": 16}, "也不得使机关的期限长于条例所定"),
        ({"since": "2025-01-01"}, "起始日不能早于设定的当日（2025-01-02）"),
        ({"reason": " \n"}, "请写明理由"),
    ],
)
def test_what_cannot_be_set_is_refused_in_words(setting, given, said):
    with pytest.raises(ValueError, match=said):
        setting(given.pop("value", False), **given)
    assert not ReadingSetting.objects.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reading_setting SET reason = 'x'",
        "DELETE FROM reading_setting",
        pytest.param(
            "TRUNCATE reading_setting", marks=pytest.mark.skipif(not ON_POSTGRES, reason="SQLite has no TRUNCATE")
        ),
    ],
)
def test_the_trail_cannot_be_changed(setting, statement):
    setting()
    connection.check_constraints()
    with pytest.raises(DatabaseError, match="只增不改"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


# Asked by every computation


def test_an_organs_last_day_is_not_moved_but_the_petitioners_always_is(setting, through):
    plain = through(ANSWERED)
    assert (due("T06", plain), due("T08", plain)) == (D("2025-10-09"), D("2025-10-13"))
    setting()
    other = through(ANSWERED)
    assert (due("T06", other), due("T08", other)) == (D("2025-10-07"), D("2025-10-13"))


def test_the_act_is_judged_by_the_readings_of_the_office_that_keeps_the_file(banner, setting, through):
    setting(2, name="extensions")
    twice = (extend("2025-09-01", 10), extend("2025-09-08", 20))
    assert due("T06", through([*HANDLED, *twice])) == D("2025-11-06")
    setting(1, name="extensions", since="2025-01-03")
    with pytest.raises(NotPermitted, match="不能再延"):
        through([*HANDLED, *twice])


def test_another_offices_setting_changes_nothing(setting, through):
    setting(office=REVIEWER)
    assert due("T06", through(HANDLED)) == D("2025-10-09")


def test_clocks_that_run_keep_the_reading_of_the_day_they_started(setting, through):
    record = through(HANDLED)
    setting(since="2025-08-09", on="2025-08-09")
    assert not list(verify())
    assert due("T06", record) == D("2025-10-09")
    perform(act=extend("2025-09-01", 4), number=record.number)
    assert not list(verify())


def test_sixty_days_that_start_of_themselves_from_that_day_on_are_recomputed(setting, through):
    record = through([register("2025-07-20"), transfer("2025-07-21")])
    assert due("T06", record) == D("2025-10-09"), "from day 15 without notice, 2025-08-05"
    setting(since="2025-08-01", on="2025-08-01")
    assert any("clock" in one.what for one in verify())
    assert list(rebuild())
    assert not list(verify())
    assert due("T06", record) == D("2025-10-04")


def test_the_record_agrees_under_settings_and_looking_back_asks_them(setting, through):
    setting()
    record = through(HANDLED)
    assert not list(verify())
    assert not list(rebuild())
    with rewound([record.pk], record.acts.get(seq=3).pk):
        assert due("T06", record) == D("2025-10-07")
