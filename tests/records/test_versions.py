"""Rows of either version in one file: what each digest covers, and that old rows stay as they are."""

import hashlib
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction

from tests.records.histories import HANDLED
from tests.records.test_rebuild import tamper, told
from tests.spec.cases import hear
from yifa.records import codec
from yifa.records.models import ActRecord, Counter, PetitionRecord
from yifa.records.perform import Written, chain, perform, read
from yifa.records.rebuild import rebuild, verify

AT = datetime(2025, 8, 11, 9, 30, tzinfo=UTC)
FIRST = [
    ("Register", ('{"address":"红旗镇一村","by":"旗信访局","channel":"来信","claims":[{"text":"要求落实低保","track":"C6"}],'
                 '"names":["王某"],"on":"2025-08-04"}')),
    ("Transfer", '{"by":"旗信访局","on":"2025-08-06","to":"旗民政局"}'),
    ("Notify", '{"by":"旗民政局","on":"2025-08-08","procedure":"按信访程序办理"}'),
    ("Accept", '{"by":"旗民政局","on":"2025-08-08"}'),
]  # fmt: skip
"""Acts as version 1 wrote them."""

MIGRATION = import_module("yifa.records.migrations.0007_version_of_acts").Migration.operations[0]


def run(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def write_first():
    """A file of version 1, written as the code of its time did."""
    number, home = "旗信访局-2025-000001", "旗信访局"
    Counter.objects.create(organ=home, kind="petition", year=2025, last=1)
    record = PetitionRecord.objects.create(number=number, home=home, length=len(FIRST))
    digest = ""
    for seq, (kind, content) in enumerate(FIRST):
        digest = hashlib.sha256(f"{digest}\n{kind}\n{content}".encode()).hexdigest()
        run("INSERT INTO act (petition_id, seq, kind, content, user_id, recorded_at, digest)"
            " VALUES (%s, %s, %s, %s, NULL, %s, %s)", record.pk, seq, kind, content, AT, digest)  # fmt: skip
    PetitionRecord.objects.filter(pk=record.pk).update(digest=digest)
    list(rebuild())
    return PetitionRecord.objects.get(pk=record.pk)


def stored():
    return run("SELECT * FROM act ORDER BY seq")


def test_a_file_of_version_1_is_sound_and_takes_new_acts(banner):
    record = write_first()
    assert told(verify()) == []
    before = stored()
    acts = read(record)
    perform(act=hear("2025-08-20"), number=record.number)
    assert told(verify()) == []
    assert stored()[: len(before)] == before
    assert list(record.acts.order_by("seq").values_list("version", flat=True)) == [1, 1, 1, 1, 2]
    assert read(PetitionRecord.objects.get()) == [*acts, hear("2025-08-20")]


def test_the_digest_is_of_the_row_before_and_of_everything_this_row_says(through, django_user_model):
    user = django_user_model.objects.create(username="某员")
    record = through(HANDLED[:2])
    before = record.digest
    record = perform(act=HANDLED[2], number=record.number, user=user)
    row = record.acts.get(seq=2)
    at = row.recorded_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f+00:00")
    said = f"{before}\n2\n{row.kind}\n{user.pk}\n{at}\n{row.content}"
    assert row.digest == record.digest == hashlib.sha256(said.encode()).hexdigest()
    assert row.content == codec.encode(HANDLED[2])


def test_a_time_digests_alike_in_every_zone():
    one = Written(2, "Accept", "{}", None, AT)
    assert chain("", one) == chain("", one._replace(recorded_at=datetime.fromisoformat("2025-08-11T17:30:00+08:00")))
    assert chain("", one) != chain("", one._replace(recorded_at=AT + timedelta(microseconds=1)))


@pytest.mark.parametrize("column", ["user_id", "user_id to none", "recorded_at", "version", "version to one to come"])
def test_what_stands_beside_the_act_cannot_be_changed_unseen(through, column):
    users = [User.objects.create(username=name) for name in ("甲", "乙")]
    record = through(HANDLED[:2])
    perform(act=HANDLED[2], number=record.number, user=users[0])
    assert told(verify()) == []
    values = {
        "user_id": users[1].pk,
        "user_id to none": None,
        "recorded_at": record.acts.get(seq=2).recorded_at + timedelta(microseconds=1),
        "version": 1,
        "version to one to come": codec.VERSION + 1,
    }
    tamper(f"UPDATE act SET {column.split()[0]} = %s WHERE seq = 2", values[column])
    assert told(verify()) == [(record.number, "第2项行为缺失或者被改动")]


def test_an_old_row_passed_off_as_a_new_one_is_found(banner):
    record = write_first()
    tamper("UPDATE act SET version = 2 WHERE seq = 1")
    assert told(verify()) == [(record.number, "第1项行为缺失或者被改动")]


def test_the_migration_leaves_acts_and_triggers_as_they_are(banner):
    connection.check_constraints()  # so that nothing is pending that PostgreSQL would refuse the statement for
    run(MIGRATION.reverse_sql)
    with connection.cursor() as cursor:
        columns = [one.name for one in connection.introspection.get_table_description(cursor, "act")]
    assert "version" not in columns
    Counter.objects.create(organ="旗信访局", kind="petition", year=2025, last=1)
    record = PetitionRecord.objects.create(number="旗信访局-2025-000001", home="旗信访局", length=1)
    kind, content = FIRST[0]
    run("INSERT INTO act (petition_id, seq, kind, content, user_id, recorded_at, digest)"
        " VALUES (%s, 0, %s, %s, NULL, %s, 'x')", record.pk, kind, content, AT)  # fmt: skip
    before = stored()
    connection.check_constraints()
    run(MIGRATION.sql)
    assert stored() == [(*row, 1) for row in before]
    for statement in ("UPDATE act SET version = 2", "DELETE FROM act"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            run(statement)
    assert ActRecord.objects.get().version == 1
