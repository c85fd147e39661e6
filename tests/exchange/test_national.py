"""The nineteen columns of the national system: what is read, what is refused, and that nothing comes in by halves."""

from datetime import date, datetime
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from tests.spec.cases import BANNER, OFFICE
from yifa.exchange import InputError, national
from yifa.exchange.national import COLUMNS, import_sheet, level_of, read_sheet
from yifa.law.terms import Channel, Level, Track
from yifa.organs.directory import load
from yifa.records.models import ActRecord, Counter, Idempotency, PetitionRecord
from yifa.records.perform import read
from yifa.records.rebuild import verify

TODAY = date(2025, 12, 31)
GOOD = {
    "信访件编号": "15082025000001",
    "姓名": "王某、李某",
    "信访人数": 2,
    "住址": "红旗镇一村",
    "手机号码": 13800000000,
    "问题属地": "红旗镇",
    "信访目的": "申诉",
    "内容分类": "民政/社会救助",
    "信访日期": "2025-08-04",
    "登记日期": datetime(2025, 8, 5, 9, 30),  # noqa: DTZ001 - what a spreadsheet holds
    "限办时间": "2025-10-04",
    "信访形式": "来信",
    "概况": "要求落实低保待遇",
    "是否办结": "否",
    "是否全国初次信访": "是",
    "联名信或集体访": "否",
    "信访件状态": "办理中",
    "登记部门": "自治区/某市/示范旗信访局",
    "登记人": "赵某",
}


@pytest.fixture
def book(tmp_path):
    """A file of these rows, each given by how it differs from the good one."""

    def book(*rows, columns=COLUMNS, name="导出.xlsx"):
        made = Workbook()
        made.active.append(list(columns))
        for number, row in enumerate(rows, start=1):
            full = {**GOOD, "信访件编号": f"1508202500{number:04d}", **row}
            made.active.append([full.get(column) for column in columns])
        made.save(tmp_path / name)
        return tmp_path / name

    return book


@pytest.fixture
def banner(db):
    load(BANNER, by="安装")


def sheet(path):
    return read_sheet(path, OFFICE, TODAY)


def errors(path):
    return [(one.number, one.column) for one in sheet(path).errors]


def test_a_row_is_read_as_its_registration(book):
    (row,) = sheet(book({"信访目的": "揭发控告"})).rows
    act = row.act
    assert (row.number, row.concluded) == (2, "")
    assert (act.on, act.received, act.by) == (date(2025, 8, 5), date(2025, 8, 4), OFFICE)
    assert (act.channel, act.level, act.people) == (Channel.LETTER, Level.COUNTY, 2)
    assert (act.names, act.contact, act.place) == (("王某", "李某"), "13800000000", "红旗镇")
    assert act.origin == "15082025000001"
    (claim,) = act.requests
    assert (claim.text, claim.category, claim.track) == ("要求落实低保待遇", "民政/社会救助", Track.B)


@pytest.mark.parametrize(
    ("column", "value", "field", "expected"),
    [
        ("信访件编号", 15082025000001, "origin", "15082025000001"),
        ("信访件编号", 15082025000001.0, "origin", "15082025000001"),
        ("姓名", "匿名", "names", ()),
        ("姓名", "匿名", "anonymous", True),
        ("姓名", None, "names", ()),
        ("姓名", "王某 李某；张某", "names", ("王某", "李某", "张某")),
        ("信访人数", None, "people", 1),
        ("信访人数", "30", "people", 30),
        ("信访日期", date(2025, 8, 1), "received", date(2025, 8, 1)),
        ("信访日期", "2025年8月1日", "received", date(2025, 8, 1)),
        ("信访日期", "2025/8/1 10:22:01", "received", date(2025, 8, 1)),
        ("信访日期", "20250801", "received", date(2025, 8, 1)),
        ("信访形式", "走访", "channel", Channel.VISIT),
        ("信访形式", "手机信访", "channel", Channel.ONLINE),
        ("信访形式", " 电话信访 ", "channel", Channel.PHONE),
        ("登记部门", "国家信访局", "level", Level.NATIONAL),
    ],
)
def test_a_cell_may_be_written_in_several_ways(book, column, value, field, expected):
    found = sheet(book({column: value}))
    assert found.errors == ()
    assert getattr(found.rows[0].act, field) == expected


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"信访件编号": None}, "信访件编号"),
        ({"信访人数": "许多"}, "信访人数"),
        ({"信访人数": 0}, "信访人数"),
        ({"信访人数": -3}, "信访人数"),
        ({"信访人数": 2.5}, "信访人数"),
        ({"信访人数": 10**9}, "信访人数"),
        ({"信访日期": None}, "信访日期"),
        ({"信访日期": "昨天"}, "信访日期"),
        ({"信访日期": "2025-02-30"}, "信访日期"),
        ({"信访日期": 45000}, "信访日期"),
        ({"信访日期": "2025-08-06"}, "登记日期"),
        ({"登记日期": "#REF!"}, "登记日期"),
        ({"登记日期": date(2026, 1, 1)}, "登记日期"),
        ({"信访形式": "飞鸽"}, "信访形式"),
        ({"信访形式": None}, "信访形式"),
        ({"概况": None}, "概况"),
        ({"概况": "  "}, "概况"),
        ({"是否办结": "也许"}, "是否办结"),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column_and_the_other_rows_are_read(book, cells, column):
    found = sheet(book({}, cells, {}))
    assert [(one.number, one.column) for one in found.errors] == [(3, column)]
    assert [row.number for row in found.rows] == [2, 4]
    assert all(one.message and not one.message.isascii() for one in found.errors)


def test_every_bad_row_is_reported(book):
    assert errors(book({"概况": ""}, {}, {"信访形式": "?"}, {"信访日期": "?"})) == [
        (2, "概况"),
        (4, "信访形式"),
        (5, "信访日期"),
    ]


def test_a_number_that_comes_twice_is_an_error_that_names_the_first_row(book):
    found = sheet(book({}, {"信访件编号": "A"}, {"信访件编号": "15082025000001"}, {"信访件编号": "A"}))
    assert [(one.number, one.column, one.message) for one in found.errors] == [
        (4, "信访件编号", "与第2行重复：15082025000001"),
        (5, "信访件编号", "与第3行重复：A"),
    ]


def test_blank_rows_are_passed_over_and_counted(book):
    blank = dict.fromkeys(COLUMNS)
    assert errors(book({}, blank, {"概况": ""})) == [(4, "概况")]


def test_columns_are_found_by_name_wherever_they_stand(book):
    found = sheet(book({}, columns=(*reversed(COLUMNS), "备注")))
    assert found.errors == ()
    assert found.rows[0].act.place == "红旗镇"


def test_a_row_may_end_before_the_heading_does(tmp_path):
    """Some programs leave out the empty cells at the end, and do not say how wide the sheet is."""
    made = Workbook(write_only=True)
    lines = made.create_sheet()
    lines.append(list(COLUMNS))
    lines.append([GOOD[column] for column in COLUMNS][:14])
    lines.append([GOOD[column] for column in COLUMNS][:3])
    made.save(tmp_path / "短.xlsx")
    found = sheet(tmp_path / "短.xlsx")
    assert [row.number for row in found.rows] == [2]
    assert [(one.number, one.column) for one in found.errors] == [(3, "信访日期")]


@pytest.mark.parametrize("left_out", ["信访件编号", "登记人"])
def test_a_wrong_heading_is_named(book, left_out):
    path = book({}, columns=[column if column != left_out else f"{column}码" for column in COLUMNS])
    with pytest.raises(InputError, match=f"第1行：缺少列：{left_out}.*是不是「{left_out}码」"):
        sheet(path)


def test_a_sheet_with_nothing_on_it_has_no_heading(tmp_path):
    Workbook().save(tmp_path / "空.xlsx")
    with pytest.raises(InputError, match="缺少列"):
        sheet(tmp_path / "空.xlsx")


def test_a_heading_alone_is_a_file_without_rows(book):
    assert sheet(book()) == national.Sheet((), ())


@pytest.mark.parametrize(
    "content", [b"", "信访件编号,姓名".encode(), b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99]
)
def test_what_is_no_workbook_is_said_to_be_none(tmp_path, content):
    path = tmp_path / "导出.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError, match="不是 xlsx 文件"):
        sheet(path)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"),
        ("xl/worksheets/sheet1.xml", b"not xml"),
        ("xl/workbook.xml", b"<"),
        ("[Content_Types].xml", b""),
    ],
)
def test_a_damaged_workbook_is_said_to_be_damaged(book, tmp_path, part, content):
    with ZipFile(book({})) as whole, ZipFile(tmp_path / "坏.xlsx", "w") as damaged:
        for name in whole.namelist():
            damaged.writestr(name, content if name == part else whole.read(name))
    with pytest.raises(InputError, match="已损坏"):
        sheet(tmp_path / "坏.xlsx")


def test_another_kind_of_zip_file_is_no_workbook(tmp_path):
    with ZipFile(tmp_path / "另.xlsx", "w") as other:
        other.writestr("a.txt", "a")
    with pytest.raises(InputError, match="不是 xlsx 文件"):
        sheet(tmp_path / "另.xlsx")


def test_a_file_that_is_not_there_or_is_a_folder_cannot_be_opened(tmp_path):
    for path in (tmp_path / "无.xlsx", tmp_path):
        with pytest.raises(InputError, match="打不开文件"):
            sheet(path)


def test_a_file_too_large_is_refused_before_it_is_read(book, monkeypatch):
    path = book({})
    monkeypatch.setattr(national, "MAX_BYTES", 1000)
    with pytest.raises(InputError, match="分批导入"):
        sheet(path)


def test_a_file_that_unpacks_to_far_more_than_it_is_is_refused(book, monkeypatch):
    path = book(*[{}] * 100)
    monkeypatch.setattr(national, "MAX_BYTES", path.stat().st_size)
    monkeypatch.setattr(national, "MAX_RATIO", 1)
    with pytest.raises(InputError, match="分批导入"):
        sheet(path)


def test_too_many_rows_are_refused(book, monkeypatch):
    monkeypatch.setattr(national, "MAX_ROWS", 2)
    assert len(sheet(book({}, {})).rows) == 2
    with pytest.raises(InputError, match="超过2行"):
        sheet(book({}, {}, {}))


@pytest.mark.parametrize(
    ("department", "level"),
    [
        ("国家信访局", Level.NATIONAL),
        ("内蒙古自治区信访局", Level.REGION),
        ("内蒙古自治区/某市/市信访局", Level.CITY),
        ("内蒙古自治区/某市/示范旗/信访局", Level.COUNTY),
        ("内蒙古自治区/某市/示范旗信访局", Level.COUNTY),
        ("内蒙古自治区/某市/示范旗/红旗镇", Level.TOWN),
        ("某市/某区信访局", Level.COUNTY),
        ("", Level.COUNTY),
    ],
)
def test_the_level_is_the_lowest_that_the_department_names(department, level):
    assert level_of(department) is level


def test_a_file_is_registered_row_by_row_and_a_second_time_nothing_is_added(banner, book):
    path = book({}, {"是否办结": "是", "信访件状态": "已办结"}, {"信访目的": "意见建议"})
    assert import_sheet(sheet(path)) == 3
    numbers = list(PetitionRecord.objects.order_by("pk").values_list("number", flat=True))
    assert numbers == [f"{OFFICE}-2025-00000{n}" for n in (1, 2, 3)]
    concluded = PetitionRecord.objects.get(number=numbers[1])
    assert [type(act).__name__ for act in read(concluded)] == ["Register", "CarryOver"]
    assert import_sheet(sheet(path)) == 0
    assert ActRecord.objects.count() == 4
    assert list(verify()) == []


def test_a_longer_file_adds_what_is_new(banner, book):
    import_sheet(sheet(book({}, {})))
    assert import_sheet(sheet(book({}, {}, {}))) == 1
    assert PetitionRecord.objects.count() == 3


def test_long_numbers_that_begin_alike_are_two(banner, book):
    long = "国家信访信息系统" * 10
    assert import_sheet(sheet(book({"信访件编号": long + "1"}, {"信访件编号": long + "2"}))) == 2


def test_long_texts_are_kept(banner, book):
    long = "内蒙古自治区某市示范旗红旗镇某某村民委员会" * 20
    filled = dict.fromkeys(("姓名", "住址", "问题属地", "内容分类", "概况", "信访件状态"), long)
    assert import_sheet(sheet(book({**filled, "是否办结": "是"}))) == 1
    assert read(PetitionRecord.objects.get())[0].place == long


def test_where_the_law_refuses_a_row_nothing_is_kept(banner, book):
    """The second row's office is not in the directory."""
    good, other = sheet(book({})), read_sheet(book({}, {"信访件编号": "B"}), "没有的局", TODAY)
    with pytest.raises(InputError, match=r"第3行：.*机关名录中没有「没有的局」"):
        import_sheet(national.Sheet((good.rows[0], other.rows[1]), ()))
    for table in (PetitionRecord, ActRecord, Counter, Idempotency):
        assert not table.objects.exists()
