"""Record and projections agree; where somebody made them disagree, it is found."""

import pytest
from django.db import connection

from tests.records.histories import HANDLED, HISTORIES, done
from tests.settings import ON_POSTGRES
from tests.spec.cases import hear, opinion, register
from yifa.law import acts
from yifa.records.models import (
    BarredRow,
    ClaimRow,
    ClockRow,
    Counter,
    HolderRow,
    PetitionRecord,
    ReceiptRow,
    StepRow,
    TraceRow,
)
from yifa.records.perform import perform
from yifa.records.projections import COUNTED
from yifa.records.rebuild import TABLES, rebuild, verify

COLUMNS = [
    field.name
    for field in PetitionRecord._meta.concrete_fields
    if field.name not in {"id", "number", "home", "length", "digest"}
]
"""The list columns of the petition itself."""


def derived():
    """Everything that is computed from the acts, as it stands in the database."""
    found = {table: list(table.objects.order_by("pk").values()) for table in TABLES}
    return found | {PetitionRecord: list(PetitionRecord.objects.order_by("pk").values())}


def told(found):
    return [(one.number, one.what) for one in found]


def of_files(found):
    """Without the tallies, which differ from the rows as soon as the rows do."""
    return [(number, what) for number, what in told(found) if not what.startswith("汇总")]


def tamper(statement, *values):
    """Change the acts behind the triggers' back."""
    with connection.cursor() as cursor:
        if ON_POSTGRES:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE act DISABLE TRIGGER USER")
        else:
            cursor.execute("DROP TRIGGER act_no_update")
            cursor.execute("DROP TRIGGER act_no_delete")
        cursor.execute(statement, values)


@pytest.fixture
def office(through):
    """A file of every history."""
    return {name: through(history) for name, history in HISTORIES.items()}


def test_the_histories_reach_every_projection(office):
    assert all(table.objects.exists() for table in TABLES)
    assert set(StepRow.objects.values_list("kind", flat=True)) == {kind.__name__ for kind in COUNTED}


def test_rebuilding_a_sound_record_changes_nothing(office):
    before = derived()
    assert told(rebuild()) == []
    assert derived() == before
    assert told(verify()) == []


def test_an_empty_record_is_sound(db):
    assert told(verify()) == told(rebuild()) == []


def test_every_act_leaves_the_projections_as_a_rebuild_would(banner):
    """Rows are brought up to date act by act: no step on the way may leave one behind."""
    for history in HISTORIES.values():
        record = PetitionRecord()
        for act in history:
            record = perform(act=act, number=record.number)
            assert told(verify()) == [], act


@pytest.mark.parametrize(
    ("table", "change"),
    [
        (ReceiptRow, {"people": 99}),
        (ClaimRow, {"stage": "已办结"}),
        (ClockRow, {"met": None}),
        (StepRow, {"value": "假"}),
        (HolderRow, {"organ": "东方农场"}),
        (BarredRow, {"person": "另一人"}),
        (TraceRow, {"digest": 1}),
    ],
)
def test_a_row_tampered_with_is_found_and_mended(office, table, change):
    sound = derived()
    row = table.objects.exclude(**change).order_by("pk").first()
    table.objects.filter(pk=row.pk).update(**change)
    wrong = [(row.petition.number, f"派生数据与行为记录不符：{table._meta.db_table}")]
    assert of_files(verify()) == wrong
    assert told(rebuild()) == wrong
    assert told(verify()) == []
    for one, rows in derived().items():
        assert _without_id(rows) == _without_id(sound[one]), one


def _without_id(rows):
    return sorted(({name: value for name, value in row.items() if name != "id"} for row in rows), key=str)


@pytest.mark.parametrize("table", TABLES)
def test_a_row_removed_or_added_is_found_and_mended(office, table):
    row = table.objects.order_by("pk").first()
    other = PetitionRecord.objects.exclude(pk__in=table.objects.values("petition")).first()
    table.objects.filter(pk=row.pk).delete()
    wrong = {row.petition.number}
    if other:
        row.pk, row.petition = None, other
        row.save(force_insert=True)
        wrong.add(other.number)
    assert {number for number, _ in of_files(verify())} == wrong
    list(rebuild())
    assert told(verify()) == []


@pytest.mark.parametrize("column", COLUMNS)
def test_a_list_column_tampered_with_is_found_and_mended(office, column):
    record = next(iter(office.values()))
    value = getattr(PetitionRecord.objects.get(pk=record.pk), column)
    other = {bool: lambda one: not one, int: lambda one: one + 1, str: lambda one: one + "?"}.get(
        type(value), lambda one: "1999-01-01"
    )(value)
    PetitionRecord.objects.filter(pk=record.pk).update(**{column: other})
    assert told(verify()) == [(record.number, f"派生数据与行为记录不符：{column}")]
    list(rebuild())
    assert getattr(PetitionRecord.objects.get(pk=record.pk), column) == value


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE act SET content = replace(content, '2025-08-08', '2025-08-07') WHERE seq = 2", "第2项行为缺失或者被改动"),
        ("UPDATE act SET content = '{' WHERE seq = 2", "第2项行为缺失或者被改动"),
        ("UPDATE act SET kind = 'Recuse' WHERE seq = 3", "第3项行为缺失或者被改动"),
        ("UPDATE act SET kind = '没有' WHERE seq = 3", "第3项行为缺失或者被改动"),
        ("UPDATE act SET digest = 'x' WHERE seq = 1", "第1项行为缺失或者被改动"),
        ("DELETE FROM act WHERE seq = 1", "第1项行为缺失或者被改动"),
        ("DELETE FROM act WHERE seq = 0", "第0项行为缺失或者被改动"),
        ("DELETE FROM act WHERE seq = 3", "案卷末尾的行为缺失或者被改动"),
        ("DELETE FROM act", "案卷末尾的行为缺失或者被改动"),
        ("UPDATE petition SET length = 3, digest = (SELECT digest FROM act WHERE seq = 2)", "案卷末尾的行为缺失或者被改动"),
        ("UPDATE petition SET digest = 'x'", "案卷末尾的行为缺失或者被改动"),
    ],
)  # fmt: skip
def test_an_act_tampered_with_is_found_and_nothing_is_derived_from_it(through, statement, what):
    record = through(HANDLED)
    before = derived()
    tamper(statement)
    assert told(verify()) == [(record.number, what)]
    assert told(rebuild()) == [(record.number, what)]
    assert {one: rows for one, rows in derived().items() if one is not PetitionRecord} == {
        one: rows for one, rows in before.items() if one is not PetitionRecord
    }


def test_an_act_slipped_in_is_found(through):
    record = through(HANDLED)
    act = record.acts.get(seq=3)
    act.pk, act.seq = None, 4
    act.save(force_insert=True)
    assert told(verify()) == [(record.number, "第4项行为缺失或者被改动")]


def test_one_file_tampered_with_does_not_hide_another(through):
    first, second = through(HANDLED), through(HANDLED)
    tamper("UPDATE act SET content = '{' WHERE petition_id = %s", first.pk)
    ClaimRow.objects.filter(petition=second).update(stage="已办结")
    assert [number for number, _ in told(verify())] == [first.number, second.number]


def test_a_missing_number_is_found(through):
    for _ in range(3):
        through([register()])
    PetitionRecord.objects.filter(number="旗信访局-2025-000002").update(number="旗信访局-2025-000007")
    assert told(verify()) == [
        ("旗信访局-2025-000002", "编号已发，案卷不在"),
        ("旗信访局-2025-000007", "编号不在已发的编号之内"),
    ]


@pytest.mark.parametrize(("last", "lost"), [(4, {"旗信访局-2025-000004"}), (6, {f"旗信访局-2025-00000{n}" for n in (4, 5, 6)})])  # fmt: skip
def test_a_number_given_to_nobody_is_found(through, last, lost):
    for _ in range(3):
        through([register()])
    Counter.objects.update(last=last)
    assert {number for number, _ in told(verify())} == lost


@pytest.mark.parametrize("number", ["旗信访局-2025-1", "旗信访局-2025-0000001", "另一局-2025-000001", "x", ""])
def test_a_number_of_another_make_is_found(through, number):
    through([register()])
    PetitionRecord.objects.update(number=number)
    assert told(verify()) == [("旗信访局-2025-000001", "编号已发，案卷不在"), (number, "编号不在已发的编号之内")]


def test_a_lost_counter_is_found(through):
    through([register()])
    Counter.objects.all().delete()
    assert told(verify()) == [("旗信访局-2025-000001", "编号不在已发的编号之内")]


def test_a_correction_is_projected_in_its_right_form(through):
    extended = [*HANDLED, hear(), done(acts.Investigate, "2025-08-25", findings="查明"),
                done(acts.Extend, "2025-09-01", days=30, reason="复杂", approved_by="局长")]  # fmt: skip
    record = through(extended)
    right = done(acts.Extend, "2025-09-01", days=10, reason="复杂", approved_by="局长")
    perform(act=done(acts.Correct, "2025-09-02", target=6, reason="日数记错", right=right), number=record.number)
    perform(act=opinion(), number=record.number)
    assert StepRow.objects.get(petition=record, kind="Extend").value == "10"
    assert ClaimRow.objects.get(petition=record).answered.isoformat() == "2025-09-10"
    assert told(verify()) == []
